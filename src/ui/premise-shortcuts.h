/* premise-shortcuts.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PREMISE_SHORTCUT_MAX_ACCELERATORS 4

/**
 * PremiseShortcut:
 * @group: untranslated title of its group; those of a group follow one another
 * @title: untranslated, what it does
 * @action: (nullable): the action it activates, of the widget with the focus if it begins with
 *   “exhibit”; %NULL where a widget takes the key itself
 * @accelerators: for gtk_accelerator_parse(), then %NULL
 *
 * A key of the program. What is bound and what the list of shortcuts shows is this one table.
 */
typedef struct
{
  const char *group;
  const char *title;
  const char *action;
  const char *accelerators[PREMISE_SHORTCUT_MAX_ACCELERATORS + 1];
} PremiseShortcut;

const PremiseShortcut *premise_shortcuts_get     (guint          *n_shortcuts);
void                   premise_shortcuts_bind    (GtkWidgetClass *widget_class,
                                                  const char     *action);
void                   premise_shortcuts_install (GtkApplication *application);
void                   premise_shortcuts_hear    (GtkWidget      *dialog);

G_END_DECLS
