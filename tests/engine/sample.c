/* sample.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample.h"

#include <math.h>
#include <string.h>

/* What a line says behind its colon, and the part before it in words. */
typedef struct
{
  char   **words;
  guint    n_words;
  char    *right;
  GArray  *values;
  double   min;
  double   max;
  double   step;
  gboolean has_range;
} Line;

static void
line_clear (Line *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->right, g_free);
  g_clear_pointer (&self->values, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static void
line_parse (Line       *self,
            const char *text)
{
  const char *colon = strstr (text, " : ");
  g_autofree char *left = colon != NULL ? g_strndup (text, colon - text) : g_strdup (text);

  self->words = g_strsplit (left, " ", -1);
  self->n_words = g_strv_length (self->words);
  self->right = g_strdup (colon != NULL ? colon + 3 : "");
}

static void
line_parse_values (Line *self)
{
  g_auto(GStrv) words = g_strsplit (self->right, " ", -1);

  self->values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; words[i] != NULL; i++)
    {
      double value;

      if (strcmp (words[i], "from") == 0)
        {
          g_assert_cmpuint (g_strv_length (words), ==, i + 6);
          self->min = g_ascii_strtod (words[i + 1], NULL);
          self->max = g_ascii_strtod (words[i + 3], NULL);
          self->step = g_ascii_strtod (words[i + 5], NULL);
          self->has_range = TRUE;
          return;
        }

      value = g_ascii_strtod (words[i], NULL);
      g_array_append_val (self->values, value);
    }
}

static void
add_line (PremiseModelBuilder *builder,
          const char          *text)
{
  g_auto(Line) line = { 0 };
  const char *unit;
  const char *const *indexes;

  line_parse (&line, text);

  if (strcmp (line.words[0], "index") == 0)
    {
      premise_model_builder_add_index (builder, line.words[1],
                                       (const char *const *) line.words + 2, line.n_words - 2);
      return;
    }

  g_assert_cmpuint (line.n_words, >=, 3);
  unit = strcmp (line.words[2], "-") != 0 ? line.words[2] : NULL;
  indexes = line.n_words > 3 ? (const char *const *) line.words + 3 : NULL;

  if (strcmp (line.words[0], "formula") == 0)
    {
      premise_model_builder_add_formula (builder, line.words[1], unit, indexes, line.right);
      return;
    }

  line_parse_values (&line);

  if (strcmp (line.words[0], "datum") == 0)
    premise_model_builder_add_datum (builder, line.words[1], unit, indexes,
                                     (const double *) (gpointer) line.values->data,
                                     line.values->len);
  else if (strcmp (line.words[0], "assumption") == 0)
    premise_model_builder_add_assumption (builder, line.words[1], unit, indexes,
                                          (const double *) (gpointer) line.values->data,
                                          line.values->len, &line.min, &line.max, &line.step,
                                          line.has_range ? 1 : 0);
  else
    g_error ("What is a “%s”?", line.words[0]);
}

PremiseModel *
sample_build (const char *text,
              GPtrArray  *diagnostics)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] != '\0')
        add_line (builder, lines[i]);
    }

  return premise_model_builder_build (builder, diagnostics);
}

PremiseModel *
sample_build_clean (const char *text)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  PremiseModel *model = sample_build (text, diagnostics);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *line = premise_diagnostic_to_string (g_ptr_array_index (diagnostics, i));

      g_error ("%s", line);
    }

  return model;
}

PremiseEvaluator *
sample_evaluate (const char *text)
{
  g_autoptr(PremiseModel) model = sample_build_clean (text);
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);

  return premise_evaluator_new (scenario);
}

guint
sample_find (PremiseModel *model,
             const char   *id)
{
  guint variable = premise_model_find (model, id);

  if (variable == PREMISE_MODEL_NOT_FOUND)
    g_error ("The model has no “%s”", id);

  return variable;
}

void
sample_set (PremiseScenario *scenario,
            const char      *id,
            guint            cell,
            double           value)
{
  g_autoptr(GError) error = NULL;
  guint variable = sample_find (premise_scenario_get_model (scenario), id);

  premise_scenario_set_value (scenario, variable, cell, value, &error);
  g_assert_no_error (error);
}

char *
sample_describe (PremiseModel *model,
                 const GArray *variables)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < variables->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            premise_model_get_id (model, g_array_index (variables, guint, i)));

  return g_string_free (text, FALSE);
}

char *
sample_describe_values (PremiseEvaluator *evaluator,
                        const char       *id)
{
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  guint variable = sample_find (model, id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < premise_model_get_n_cells (model, variable); i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];
      double value = premise_evaluator_get_value (evaluator, variable, i);
      PremiseValueError error = premise_evaluator_get_error (evaluator, variable, i, NULL, NULL);

      g_assert_true (isnan (value) == (error != PREMISE_VALUE_OK));

      if (i > 0)
        g_string_append_c (text, ' ');

      g_string_append (text, error != PREMISE_VALUE_OK
                             ? premise_value_error_to_string (error)
                             : g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
    }

  return g_string_free (text, FALSE);
}

guint64
sample_get_bits (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);

  return bits;
}
