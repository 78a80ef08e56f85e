/* bench-model.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bench-model.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* The form is flat and written by a program, so that a reader of one pass is enough; what is
 * to be measured is the engine and not a JSON library. Strings have no escapes.
 */
typedef struct
{
  char                *at;
  const char          *start;
  PremiseModelBuilder *builder;
  BenchModel          *bench;
  GPtrArray           *outputs;     /* (element-type utf8) */
  GPtrArray           *edit_names;  /* (element-type utf8): input, probe, input, probe … */
  GError             **error;
} Reader;

static gboolean
fail (Reader     *self,
      const char *expected)
{
  if (self->error != NULL && *self->error == NULL)
    g_set_error (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "byte %" G_GSIZE_FORMAT ": expected %s",
                 (gsize) (self->at - self->start), expected);

  return FALSE;
}

/* A program that writes millions of bytes leaves most blanks out. */
static inline void
skip_space (Reader *self)
{
  while (*self->at == ' ' || *self->at == '\n' || *self->at == '\t' || *self->at == '\r')
    self->at++;
}

static inline gboolean
accept (Reader *self,
        char    c)
{
  skip_space (self);

  if (*self->at != c)
    return FALSE;

  self->at++;
  return TRUE;
}

static inline gboolean
expect (Reader *self,
        char    c)
{
  char expected[] = { c, '\0' };

  return accept (self, c) || fail (self, expected);
}

/* The closing quote becomes the end of the string. */
static char *
read_string (Reader *self)
{
  static const guint8 stops[256] = { ['\0'] = TRUE, ['"'] = TRUE, ['\\'] = TRUE };
  char *text;
  char *end;

  if (!expect (self, '"'))
    return NULL;

  text = end = self->at;

  while (!stops[(guchar) *end])
    end++;

  self->at = end;

  if (*end != '"')
    {
      fail (self, "the end of a string without escapes");
      return NULL;
    }

  *end = '\0';
  self->at++;

  return text;
}

static gboolean
read_number (Reader *self,
             double *value)
{
  char *end;

  skip_space (self);
  *value = g_ascii_strtod (self->at, &end);

  if (end == self->at)
    return fail (self, "a number");

  self->at = end;
  return TRUE;
}

typedef gboolean (*ReadItem) (Reader *self);
typedef gboolean (*ReadField) (Reader     *self,
                               const char *key,
                               gpointer    data);

static gboolean
read_array (Reader   *self,
            ReadItem  read_item)
{
  if (!expect (self, '['))
    return FALSE;

  if (accept (self, ']'))
    return TRUE;

  do
    {
      if (!read_item (self))
        return FALSE;
    }
  while (accept (self, ','));

  return expect (self, ']');
}

static gboolean
read_object (Reader    *self,
             ReadField  read_field,
             gpointer   data)
{
  if (!expect (self, '{'))
    return FALSE;

  if (accept (self, '}'))
    return TRUE;

  do
    {
      const char *key = read_string (self);

      if (key == NULL || !expect (self, ':') || !read_field (self, key, data))
        return FALSE;
    }
  while (accept (self, ','));

  return expect (self, '}');
}

typedef struct
{
  const char *name;
  const char *expression;
  double      value;
  double      low;
  double      high;
} Item;

static gboolean
read_item_field (Reader     *self,
                 const char *key,
                 gpointer    data)
{
  Item *item = data;

  if (strcmp (key, "name") == 0)
    return (item->name = read_string (self)) != NULL;

  if (strcmp (key, "expr") == 0)
    return (item->expression = read_string (self)) != NULL;

  return read_number (self, g_str_equal (key, "lo") ? &item->low
                            : g_str_equal (key, "hi") ? &item->high : &item->value);
}

static gboolean
read_input (Reader *self)
{
  Item item = { .value = NAN };
  guint position = self->bench->inputs->len;

  if (!read_object (self, read_item_field, &item))
    return FALSE;

  if (item.name == NULL)
    return fail (self, "an input with a name");

  premise_model_builder_add_assumption (self->builder, item.name, NULL, NULL, &item.value, 1,
                                        NULL, NULL, NULL, 0);
  g_array_append_val (self->bench->inputs, position);
  g_array_append_val (self->bench->values, item.value);
  g_array_append_val (self->bench->lows, item.low);
  g_array_append_val (self->bench->highs, item.high);

  return TRUE;
}

static gboolean
read_formula (Reader *self)
{
  Item item = { NULL };

  if (!read_object (self, read_item_field, &item))
    return FALSE;

  if (item.name == NULL || item.expression == NULL)
    return fail (self, "a formula with a name and an expression");

  premise_model_builder_add_formula (self->builder, item.name, NULL, NULL, item.expression);

  return TRUE;
}

static gboolean
read_output (Reader *self)
{
  char *name = read_string (self);

  g_ptr_array_add (self->outputs, name);

  return name != NULL;
}

static gboolean
read_edit_field (Reader     *self,
                 const char *key,
                 gpointer    data)
{
  const char **names = data;
  double reach;

  if (g_str_equal (key, "reach"))
    return read_number (self, &reach);

  return (names[g_str_equal (key, "probe")] = read_string (self)) != NULL;
}

static gboolean
read_edit (Reader *self)
{
  const char *names[2] = { NULL, NULL };

  if (!read_object (self, read_edit_field, names))
    return FALSE;

  g_ptr_array_add (self->edit_names, (char *) names[0]);
  g_ptr_array_add (self->edit_names, (char *) names[1]);

  return TRUE;
}

static gboolean
read_edits (Reader     *self,
            const char *key,
            gpointer    data)
{
  BenchEdits edits = {
    .kind = g_strdup (key),
    .inputs = g_array_new (FALSE, FALSE, sizeof (guint)),
    .probes = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  guint first = self->edit_names->len;

  g_array_append_val (self->bench->edits, edits);

  if (!read_array (self, read_edit))
    return FALSE;

  /* How many belong to this kind is kept as the length until the names are looked up. */
  g_array_set_size (edits.inputs, (self->edit_names->len - first) / 2);

  return TRUE;
}

static gboolean
read_check (Reader     *self,
            const char *key,
            gpointer    data)
{
  return read_number (self, g_str_equal (key, "sum") ? &self->bench->sum : &self->bench->expected);
}

static gboolean
read_part (Reader     *self,
           const char *key,
           gpointer    data)
{
  if (g_str_equal (key, "inputs"))
    return read_array (self, read_input);

  if (g_str_equal (key, "formulas"))
    return read_array (self, read_formula);

  if (g_str_equal (key, "outputs"))
    return read_array (self, read_output);

  if (g_str_equal (key, "edits"))
    return read_object (self, read_edits, NULL);

  if (g_str_equal (key, "check"))
    return read_object (self, read_check, NULL);

  if (g_str_equal (key, "name"))
    return (self->bench->name = g_strdup (read_string (self))) != NULL;

  return fail (self, "one of name, inputs, formulas, outputs, edits, check");
}

static gboolean
find (Reader     *self,
      const char *name,
      guint      *position)
{
  *position = name != NULL ? premise_model_find (self->bench->model, name) : PREMISE_MODEL_NOT_FOUND;

  return *position != PREMISE_MODEL_NOT_FOUND || fail (self, "edits and outputs of known names");
}

static gboolean
find_names (Reader *self)
{
  guint next = 0;

  if (self->outputs->len == 0
      || !find (self, g_ptr_array_index (self->outputs, 0), &self->bench->output))
    return fail (self, "an output");

  for (guint i = 0; i < self->bench->edits->len; i++)
    {
      BenchEdits *edits = &g_array_index (self->bench->edits, BenchEdits, i);
      guint n = edits->inputs->len;

      g_array_set_size (edits->probes, n);

      for (guint j = 0; j < n; j++)
        {
          if (!find (self, g_ptr_array_index (self->edit_names, next++),
                     &g_array_index (edits->inputs, guint, j))
              || !find (self, g_ptr_array_index (self->edit_names, next++),
                        &g_array_index (edits->probes, guint, j)))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
build (Reader *self)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);

  self->bench->model = premise_model_builder_build (self->builder, diagnostics);

  if (diagnostics->len > 0)
    return fail (self, ((PremiseDiagnostic *) g_ptr_array_index (diagnostics, 0))->message);

  return find_names (self);
}

static void
clear_edits (gpointer data)
{
  BenchEdits *edits = data;

  g_free (edits->kind);
  g_array_unref (edits->inputs);
  g_array_unref (edits->probes);
}

/* A variable takes some fifty bytes, of which half is its formula. */
static void
expect_variables (PremiseModelBuilder *builder,
                  gsize                length)
{
  premise_model_builder_reserve (builder, (guint) (length / 50), length / 2);
}

/**
 * bench_model_load:
 * @text: a workload; what was in it is lost
 * @length: its length in bytes
 * @error: return location for an error
 *
 * Builds the model of a workload.
 *
 * Returns: (transfer full) (nullable): the workload
 */
BenchModel *
bench_model_load (char    *text,
                  gsize    length,
                  GError **error)
{
  g_autoptr(BenchModel) bench = g_new0 (BenchModel, 1);
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(GPtrArray) outputs = g_ptr_array_new ();
  g_autoptr(GPtrArray) edit_names = g_ptr_array_new ();
  Reader reader = { text, text, builder, bench, outputs, edit_names, error };

  bench->inputs = g_array_new (FALSE, FALSE, sizeof (guint));
  bench->values = g_array_new (FALSE, FALSE, sizeof (double));
  bench->lows = g_array_new (FALSE, FALSE, sizeof (double));
  bench->highs = g_array_new (FALSE, FALSE, sizeof (double));
  bench->edits = g_array_new (FALSE, FALSE, sizeof (BenchEdits));
  g_array_set_clear_func (bench->edits, clear_edits);

  expect_variables (builder, length);

  if (!read_object (&reader, read_part, NULL) || !build (&reader))
    return NULL;

  return g_steal_pointer (&bench);
}

/**
 * bench_model_free:
 * @self: (transfer full): a workload
 *
 * Frees a workload.
 */
void
bench_model_free (BenchModel *self)
{
  g_clear_object (&self->model);
  g_free (self->name);
  g_array_unref (self->inputs);
  g_array_unref (self->values);
  g_array_unref (self->lows);
  g_array_unref (self->highs);
  g_array_unref (self->edits);
  g_free (self);
}
