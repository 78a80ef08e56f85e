/* premise-shortcuts.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-shortcuts.h"

#include <glib/gi18n.h>

#define HEARS_KEYS "premise-hears-keys"

#define REPORT      N_("Report")
/* Translators: a group of keys that are for reading a report. */
#define READING     N_("Reading")
/* Translators: numbers that the reader can move. */
#define ASSUMPTIONS N_("Assumptions")
#define SLIDER      N_("Slider With the Focus")
#define CHART       N_("Chart With the Focus")
#define PRESENTING  N_("While Presenting")
/* Translators: a group of keys that belong to no part of the window. */
#define GENERAL     N_("General")

static const PremiseShortcut shortcuts[] = {
  { REPORT, N_("Open a report"), "app.open", { "<Control>o" } },
  { REPORT, N_("Open the folder of a report"), "app.open-folder", { "<Control><Shift>o" } },
  { REPORT, N_("Compare the numbers with the printed ones"), "win.show-audit",
    { "<Control><Shift>a" } },
  { REPORT, N_("Mark where numbers come from"), "win.review", { "F8" } },
  { REPORT, N_("Print the section"), "win.print", { "<Control>p" } },
  /* Translators: a verb: show the report slide by slide. */
  { REPORT, N_("Present"), "win.present", { "F5" } },

  { READING, N_("Search"), "reading.find", { "<Control>f" } },
  { READING, N_("Next result"), "reading.find-next", { "F3" } },
  { READING, N_("Previous result"), "reading.find-previous", { "<Shift>F3" } },
  { READING, N_("Go to a section, an exhibit or a page"), "reading.go-to", { "<Control>g" } },
  { READING, N_("Next section"), "win.next-section", { "<Control>Page_Down" } },
  { READING, N_("Previous section"), "win.previous-section", { "<Control>Page_Up" } },
  { READING, N_("Back to where you were"), "reading.back", { "<Alt>Left" } },
  { READING, N_("Forward again"), "reading.forward", { "<Alt>Right" } },
  { READING, N_("Set or take away a bookmark"), "reading.bookmark", { "<Control>d" } },
  { READING, N_("Next language of the report"), "win.next-language", { "<Control>l" } },
  { READING, N_("Larger text"), "app.larger-text", { "<Control>plus", "<Control>equal" } },
  { READING, N_("Smaller text"), "app.smaller-text", { "<Control>minus" } },
  { READING, N_("Text of normal size"), "app.normal-text", { "<Control>0" } },

  /* Translators: take the last change back. */
  { ASSUMPTIONS, N_("Undo"), "win.undo", { "<Control>z" } },
  /* Translators: do again what was undone. */
  { ASSUMPTIONS, N_("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { ASSUMPTIONS, N_("Reset all assumptions"), "win.reset-all", { "<Control><Shift>r" } },
  { ASSUMPTIONS, N_("Show or hide the assumptions"), "win.toggle-assumptions", { "F9" } },

  { SLIDER, N_("One step"), NULL, { "Left", "Right", "Up", "Down" } },
  { SLIDER, N_("A fine step"), NULL, { "<Control>Left", "<Control>Right" } },
  { SLIDER, N_("A large step"), NULL, { "Page_Up", "Page_Down" } },
  { SLIDER, N_("Least and most"), NULL, { "Home", "End" } },
  { SLIDER, N_("Back to the base"), NULL, { "BackSpace" } },
  { SLIDER, N_("Type a value"), NULL, { "F2", "Return" } },

  { CHART, N_("From point to point"), NULL, { "Left", "Right", "Up", "Down" } },
  { CHART, N_("First and last point"), NULL, { "Home", "End" } },
  { CHART, N_("What the number is made of"), NULL, { "Return", "space" } },
  { CHART, N_("Copy the picture"), "exhibit.copy", { "<Control>c" } },
  { CHART, N_("Save the picture"), "exhibit.save", { "<Control>s" } },
  { CHART, N_("Let go of the point"), NULL, { "Escape" } },

  { PRESENTING, N_("Next slide"), NULL, { "Page_Down" } },
  { PRESENTING, N_("Previous slide"), NULL, { "Page_Up" } },
  { PRESENTING, N_("Stop presenting"), NULL, { "Escape" } },

  { GENERAL, N_("Next part of the window"), "win.next-pane", { "F6" } },
  { GENERAL, N_("Previous part of the window"), "win.previous-pane", { "<Shift>F6" } },
  { GENERAL, N_("Help for where you are"), "app.help", { "F1" } },
  /* Translators: the usual word of the desktop's programs. */
  { GENERAL, N_("Preferences"), "app.preferences", { "<Control>comma" } },
  { GENERAL, N_("Keyboard shortcuts"), "app.shortcuts", { "<Control>question" } },
  { GENERAL, N_("Main menu"), NULL, { "F10" } },
  { GENERAL, N_("Close the window"), "window.close", { "<Control>w" } },
  /* Translators: end the program. */
  { GENERAL, N_("Quit"), "app.quit", { "<Control>q" } },
};

/**
 * premise_shortcuts_get:
 * @n_shortcuts: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_shortcuts): every key, in the order to be shown
 */
const PremiseShortcut *
premise_shortcuts_get (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);

  return shortcuts;
}

/* Back is where the arrow of its button points. */
static void
swap_history_keys (GtkApplication *application)
{
  const char *left[] = { "<Alt>Left", NULL };
  const char *right[] = { "<Alt>Right", NULL };

  gtk_application_set_accels_for_action (application, "reading.back", right);
  gtk_application_set_accels_for_action (application, "reading.forward", left);
}

/* Whether an action is one of a widget, which has its keys only while the focus is in it. */
static gboolean
is_local (const PremiseShortcut *shortcut)
{
  return g_str_has_prefix (shortcut->action, "exhibit.");
}

/**
 * premise_shortcuts_bind:
 * @widget_class: a class of widgets
 * @action: an action of the class
 *
 * Binds the keys of an action that only widgets have, or that a dialog shall have too; for
 * class_init.
 */
void
premise_shortcuts_bind (GtkWidgetClass *widget_class,
                        const char     *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (g_strcmp0 (shortcuts[i].action, action) == 0)
      for (guint k = 0; shortcuts[i].accelerators[k] != NULL; k++)
        {
          GdkModifierType modifiers;
          guint key;

          if (gtk_accelerator_parse (shortcuts[i].accelerators[k], &key, &modifiers))
            gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, NULL);
        }
}

/**
 * premise_shortcuts_install:
 * @application: that has started
 *
 * Binds the keys of all actions of the application and its windows.
 */
void
premise_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL && !is_local (&shortcuts[i]))
      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             shortcuts[i].accelerators);

  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    swap_history_keys (application);
}

static gboolean
is_for_dialogs (const PremiseShortcut *shortcut)
{
  static const char *const actions[] = { "app.help", "app.quit", "window.close", NULL };

  return shortcut->action != NULL && g_strv_contains (actions, shortcut->action);
}

/**
 * premise_shortcuts_hear:
 * @dialog: a dialog or a popover inside a window
 *
 * Binds the keys that are for everywhere: such a dialog keeps those of the application and of the window from
 * being heard. What closes a window closes the dialog.
 */
void
premise_shortcuts_hear (GtkWidget *dialog)
{
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_WIDGET (dialog));

  /* It may be shown several times. */
  if (g_object_get_data (G_OBJECT (dialog), HEARS_KEYS) != NULL)
    return;
  g_object_set_data (G_OBJECT (dialog), HEARS_KEYS, GINT_TO_POINTER (TRUE));

  controller = gtk_shortcut_controller_new ();
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    for (guint k = 0; is_for_dialogs (&shortcuts[i]) && shortcuts[i].accelerators[k] != NULL; k++)
      gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].accelerators[k]),
                          gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (dialog, controller);
}
