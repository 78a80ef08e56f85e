/* test-names.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-test.h"

#include <locale.h>

typedef struct
{
  GPtrArray *path;      /* (element-type utf8) */
  guint      n_controls;
  guint      n_nameless;
} Audit;

static void
audit_tree (Audit           *audit,
            AtspiAccessible *accessible)
{
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);
  g_autofree char *text = premise_driver_dup_text (accessible);
  int n = atspi_accessible_get_child_count (accessible, NULL);

  g_ptr_array_add (audit->path, g_strdup_printf ("%s “%s”", role, text));

  if (premise_driver_has_state (accessible, ATSPI_STATE_FOCUSABLE))
    {
      audit->n_controls++;
      if (*text == '\0')
        {
          g_autofree char *path = NULL;

          g_ptr_array_add (audit->path, NULL);
          path = g_strjoinv (" / ", (char **) audit->path->pdata);
          g_ptr_array_remove_index (audit->path, audit->path->len - 1);
          g_test_message ("without a name: %s", path);
          audit->n_nameless++;
        }
    }

  for (int i = 0; i < n && audit->path->len < 100; i++)
    {
      g_autoptr(AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

      if (child != NULL)
        audit_tree (audit, child);
    }

  g_ptr_array_remove_index (audit->path, audit->path->len - 1);
}

static void
test_section (gconstpointer data)
{
  g_autoptr(UiTest) test = ui_test_open ("en", data, NULL);
  Audit audit = { .path = g_ptr_array_new_with_free_func (g_free) };

  audit_tree (&audit, premise_driver_get_window (test->driver));
  g_ptr_array_unref (audit.path);

  g_assert_cmpuint (audit.n_controls, >, 0);
  g_assert_cmpuint (audit.n_nameless, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GPtrArray) diagnostics = NULL;
  g_autoptr(PremiseReport) report = NULL;
  g_autofree char *folder = NULL;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  folder = ui_test_dup_shipped_folder ();
  diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  report = premise_report_load (folder, diagnostics);
  g_assert_nonnull (report);

  for (guint i = 0; i < premise_report_get_n_sections (report); i++)
    {
      const char *id = premise_report_get_section (report, i)->id;
      g_autofree char *path = g_strconcat ("/names/", id, NULL);

      g_test_add_data_func (path, id, test_section);
    }

  return g_test_run ();
}
