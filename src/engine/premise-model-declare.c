/* premise-model-declare.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is declared of variables: their units and their indexes. */

#include "config.h"

#include "premise-diagnostic-private.h"
#include "premise-model-builder-private.h"
#include "premise-unit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_error (gpointer error)
{
  if (error != NULL)
    g_error_free (error);
}

/**
 * premise_model_builder_declare_units:
 * @self: a builder
 *
 * Gives the variables the units that are declared of them. Each distinct text is read once; one that is not
 * understood is a mistake of all who use it.
 */
void
premise_model_builder_declare_units (PremiseModelBuilder *self)
{
  PremiseDimension plain = { 0 };
  g_autoptr(GPtrArray) errors = g_ptr_array_new_with_free_func (free_error);
  g_autofree gsize *offsets = g_new0 (gsize, self->unit_texts.n + 1);

  for (guint i = 0; i < self->unit_texts.n; i++)
    {
      GError *error = NULL;
      const char *text = premise_names_get (&self->unit_texts, i);
      PremiseUnit *unit = premise_unit_parse (text, &offsets[i], &error);

      g_ptr_array_add (self->model->units, unit != NULL ? unit : premise_unit_new ("1", &plain, 0));
      g_ptr_array_add (errors, error);
    }

  for (guint i = 0; i < self->definitions->len; i++)
    {
      guint32 unit = premise_model_builder_get (self, i)->unit_text;
      const GError *error = g_ptr_array_index (errors, unit);

      premise_model_get_variable (self->model, i)->unit = unit;

      if (error == NULL)
        continue;

      premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_UNIT,
                               premise_model_builder_get_id (self, i), "unit",
                               offsets[unit], "%s", error->message);
      premise_model_builder_invalidate (self, i);
    }
}

static void
complain_unknown_index (PremiseModelBuilder *self,
                        guint                variable,
                        const char          *name)
{
  const PremiseNames *indexes = &self->model->indexes;
  g_autofree const char **candidates = g_new (const char *, indexes->n);
  const char *nearest;

  for (guint i = 0; i < indexes->n; i++)
    candidates[i] = premise_names_get (indexes, i);

  nearest = premise_nearest_name (name, candidates, indexes->n);

  if (nearest != NULL)
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_INDEX,
                             premise_model_builder_get_id (self, variable),
                             /* Translators: what is written in a formula, and the index that is
                              * most like it. */
                             "index", 0, _("unknown index “%s”; did you mean “%s”?"), name,
                             nearest);
  else
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_INDEX,
                             premise_model_builder_get_id (self, variable),
                             "index", 0, _("unknown index “%s”; define it"), name);
}

static gboolean
build_shape (PremiseModelBuilder *self,
             guint                variable)
{
  const PremiseDefinition *definition = premise_model_builder_get (self, variable);
  guint32 dims[PREMISE_MAX_DIMS];
  gboolean ok = TRUE;

  if (definition->n_dims == 0)
    {
      premise_model_get_variable (self->model, variable)->shape = PREMISE_SHAPE_SCALAR;
      return TRUE;
    }

  if (definition->n_dims > PREMISE_MAX_DIMS)
    {
      premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_LIMIT,
                               premise_model_builder_get_id (self, variable),
                               /* Translators: the indexes (dimensions) of a variable, and how many
                                * it can have. */
                               "index", 0, _("%u indexes are too many; the limit is %d"),
                               definition->n_dims, PREMISE_MAX_DIMS);
      return FALSE;
    }

  for (guint i = 0; i < definition->n_dims; i++)
    {
      guint32 text = g_array_index (self->dims, guint32, definition->first_dim + i);
      const char *name = premise_names_get (&self->index_texts, text);

      dims[i] = premise_names_find (&self->model->indexes, name, strlen (name));

      if (dims[i] == PREMISE_NAMES_NONE)
        {
          complain_unknown_index (self, variable, name);
          ok = FALSE;
        }

      for (guint j = 0; j < i; j++)
        {
          if (dims[j] != dims[i] || dims[i] == PREMISE_NAMES_NONE)
            continue;

          premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_INDEX,
                                   premise_model_builder_get_id (self, variable), "index", 0,
                                   _("the index “%s” stands here twice"), name);
          ok = FALSE;
        }
    }

  if (ok)
    premise_model_get_variable (self->model, variable)->shape =
      premise_shapes_add (&self->model->shapes, dims, definition->n_dims);

  return ok;
}

/* One for all cells, or as many as there are. */
static gboolean
check_count (PremiseModelBuilder *self,
             guint                variable,
             const char          *field,
             guint                n)
{
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  guint64 n_cells = premise_shapes_get_n_cells (&self->model->shapes, v->shape);
  g_autofree char *cells = NULL;

  if (n == 1 || n == n_cells)
    return TRUE;

  cells = g_strdup_printf ("%" G_GUINT64_FORMAT, n_cells);
  premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_INDEX,
                           premise_model_builder_get_id (self, variable),
                           field, 0,
                           /* Translators: a key of the file, such as “values”, and two numbers. */
                           _("entries in “%s”: %u, cells: %s; "
                             "give one entry, or one for each cell"),
                           field, n, cells);

  return FALSE;
}

/**
 * premise_model_builder_declare_shapes:
 * @self: a builder
 *
 * Gives the variables the indexes that are declared of them, and compares how many values there are.
 */
void
premise_model_builder_declare_shapes (PremiseModelBuilder *self)
{
  for (guint i = 0; i < self->definitions->len; i++)
    {
      const PremiseDefinition *definition = premise_model_builder_get (self, i);
      PremiseVariableKind kind = premise_model_get_variable (self->model, i)->kind;
      gboolean ok = build_shape (self, i);

      if (ok && kind != PREMISE_VARIABLE_FORMULA)
        ok = check_count (self, i, "values", definition->n_values);

      if (ok && kind == PREMISE_VARIABLE_ASSUMPTION)
        ok = check_count (self, i, "ranges", definition->n_ranges);

      if (!ok)
        premise_model_builder_invalidate (self, i);
    }
}
