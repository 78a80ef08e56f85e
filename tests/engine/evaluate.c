/* evaluate.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <math.h>
#include <unistd.h>

/* For test-differential.py: reads a model as sample.h has it and prints a line for each variable,
 * its id and its values, “#” for an error; after the line “set ID CELL VALUE” also what they are then,
 * which goes the way of an edit.
 */

static char *
read_all (void)
{
  g_autoptr(GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr(GOutputStream) text = g_memory_output_stream_new_resizable ();
  gssize n = g_output_stream_splice (text, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);

  g_assert_cmpint (n, >=, 0);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (text)), (gsize) n);
}

static void
print_values (PremiseEvaluator *evaluator)
{
  PremiseModel *model = premise_evaluator_get_model (evaluator);

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      g_print ("%s", premise_model_get_id (model, i));

      for (guint cell = 0; cell < premise_model_get_n_cells (model, i); cell++)
        {
          char text[G_ASCII_DTOSTR_BUF_SIZE];
          double value = premise_evaluator_get_value (evaluator, i, cell);

          g_print (" %s", isnan (value) ? "#" : g_ascii_dtostr (text, sizeof text, value));
        }

      g_print ("\n");
    }
}

static void
set_value (PremiseEvaluator *evaluator,
           const char       *line)
{
  g_auto(GStrv) words = g_strsplit (line, " ", 3);

  sample_set (premise_evaluator_get_scenario (evaluator), words[0],
              (guint) g_ascii_strtoull (words[1], NULL, 10), g_ascii_strtod (words[2], NULL));
}

int
main (void)
{
  g_autofree char *text = read_all ();
  g_auto(GStrv) parts = g_strsplit (text, "\nset ", -1);
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (parts[0]);

  print_values (evaluator);

  for (guint i = 1; parts[i] != NULL; i++)
    {
      set_value (evaluator, parts[i]);
      print_values (evaluator);
    }

  return 0;
}
