/* premise-ui-report.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A copy of the report that ships, which a test may change, and room beside it. */
typedef struct
{
  char *parent;
  char *folder;
} UiReport;

UiReport *ui_report_new     (void);
void      ui_report_free    (UiReport   *self);
/* A path beside the folder. */
char     *ui_report_dup_path (UiReport  *self,
                             const char *name);
/* Writes the file in one step, as editors do. find: what must be there. */
void      ui_report_replace (UiReport   *self,
                             const char *file,
                             const char *find,
                             const char *replace);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiReport, ui_report_free)

G_END_DECLS
