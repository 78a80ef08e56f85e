/* premise-model-builder.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-compiler-private.h"
#include "premise-diagnostic-private.h"
#include "premise-lexer-private.h"
#include "premise-model-private.h"
#include "premise-parser-private.h"
#include "premise-unit-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How many names of a cycle a message has. */
#define MAX_CYCLE_NAMES 20

/* What is known about a variable only while the model is built. */
typedef struct
{
  guint32 unit_text;
  guint32 first_dim;     /* among the names of indexes */
  guint32 n_dims;
  guint32 first_value;
  guint32 n_values;
  guint32 first_range;
  guint32 n_ranges;
  guint32 first_node;
  guint32 root;          /* or PREMISE_NODE_NONE */
  guint32 n_edges;
  guint8  infers_shape;
  guint8  infers_unit;
} Definition;

/* The model is filled while definitions arrive, so that no text is kept twice. */
struct _PremiseModelBuilder
{
  PremiseModel      *model;
  GArray            *definitions;   /* (element-type Definition): by position */
  PremiseNames       unit_texts;
  PremiseNames       index_texts;
  GArray            *dims;          /* (element-type guint32): positions in index_texts */
  GArray            *values;        /* (element-type double): as written */
  GArray            *ranges;        /* (element-type PremiseRange): as written */
  GPtrArray         *complaints;    /* about what could not be added */
  PremiseExpression  expression;
  GPtrArray         *diagnostics;
};

static Definition *
get_definition (PremiseModelBuilder *self,
                guint                variable)
{
  return &g_array_index (self->definitions, Definition, variable);
}

static const char *
get_id (PremiseModelBuilder *self,
        guint                variable)
{
  return premise_names_get (&self->model->names, variable);
}

/**
 * premise_model_builder_new:
 *
 * Starts an empty model.
 *
 * Returns: (transfer full): the builder
 */
PremiseModelBuilder *
premise_model_builder_new (void)
{
  PremiseModelBuilder *self = g_new0 (PremiseModelBuilder, 1);

  self->model = g_object_new (PREMISE_TYPE_MODEL, NULL);
  self->definitions = g_array_new (FALSE, TRUE, sizeof (Definition));
  self->dims = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (PremiseRange));
  self->complaints = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  premise_expression_init (&self->expression);

  return self;
}

/**
 * premise_model_builder_free:
 * @self: (nullable) (transfer full): a builder
 *
 * Frees the builder, but not the model it has built.
 */
void
premise_model_builder_free (PremiseModelBuilder *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->model);
  g_array_unref (self->definitions);
  premise_names_clear (&self->unit_texts);
  premise_names_clear (&self->index_texts);
  g_array_unref (self->dims);
  g_array_unref (self->values);
  g_array_unref (self->ranges);
  g_ptr_array_unref (self->complaints);
  premise_expression_clear (&self->expression);
  g_free (self);
}

static void
check_id (PremiseModelBuilder *self,
          const char          *id)
{
  if (!premise_name_is_valid (id))
    premise_diagnostics_add (self->complaints, PREMISE_DIAGNOSTIC_SYNTAX, id, "id", 0,
                             _("“%s” is not a name that a formula can use; begin with a letter, "
                               "and go on with letters, digits, “_” and “.”"), id);
}

/**
 * premise_model_builder_add_index:
 * @self: a builder
 * @id: its id
 * @member_ids: (array length=n_members): the ids of its members, in order
 * @n_members: how many
 *
 * Adds an index. It may come after the variables that have it.
 */
void
premise_model_builder_add_index (PremiseModelBuilder *self,
                                 const char          *id,
                                 const char *const   *member_ids,
                                 guint                n_members)
{
  PremiseNames members = { 0 };
  gboolean is_new;

  g_return_if_fail (self != NULL && self->model != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (member_ids != NULL || n_members == 0);

  premise_names_add (&self->model->indexes, id, strlen (id), &is_new);

  if (!is_new)
    {
      premise_diagnostics_add (self->complaints, PREMISE_DIAGNOSTIC_DUPLICATE, id, "id", 0,
                               _("there are two indexes “%s”; the second is ignored"), id);
      return;
    }

  check_id (self, id);

  if (n_members > PREMISE_MAX_MEMBERS)
    {
      premise_diagnostics_add (self->complaints, PREMISE_DIAGNOSTIC_LIMIT, id, "members", 0,
                               _("the index “%s” has %u members; the limit is %d"),
                               id, n_members, PREMISE_MAX_MEMBERS);
      n_members = 0;
    }

  for (guint i = 0; i < n_members; i++)
    {
      gsize length = strlen (member_ids[i]);

      if (premise_names_find (&members, member_ids[i], length) != PREMISE_NAMES_NONE)
        premise_diagnostics_add (self->complaints, PREMISE_DIAGNOSTIC_DUPLICATE, id, "members", 0,
                                 _("the index “%s” has two members “%s”"), id, member_ids[i]);

      premise_names_append (&members, member_ids[i], length);
    }

  g_array_append_val (self->model->members, members);
  g_array_append_val (self->model->shapes.sizes, n_members);
}

/* Adds what all kinds of variables have, or nothing if the id is taken. */
static Definition *
add_variable (PremiseModelBuilder *self,
              PremiseVariableKind  kind,
              const char          *id,
              const char          *unit,
              const char *const   *indexes)
{
  PremiseVariable variable = { .kind = (guint8) kind, .valid = TRUE };
  Definition definition = { .root = PREMISE_NODE_NONE };
  const char *text = unit != NULL ? unit : "1";
  gboolean is_new;

  premise_names_add (&self->model->names, id, strlen (id), &is_new);

  if (!is_new)
    {
      premise_diagnostics_add (self->complaints, PREMISE_DIAGNOSTIC_DUPLICATE, id, "id", 0,
                               _("there are two variables “%s”; the second is ignored"), id);
      return NULL;
    }

  check_id (self, id);

  definition.unit_text = premise_names_add (&self->unit_texts, text, strlen (text), &is_new);
  definition.infers_shape = indexes == NULL;
  definition.infers_unit = unit == NULL;
  definition.first_dim = self->dims->len;

  for (; indexes != NULL && indexes[definition.n_dims] != NULL; definition.n_dims++)
    {
      const char *index = indexes[definition.n_dims];
      guint32 position = premise_names_add (&self->index_texts, index, strlen (index), &is_new);

      g_array_append_val (self->dims, position);
    }

  g_array_append_val (self->model->variables, variable);
  g_array_append_val (self->definitions, definition);

  return get_definition (self, self->definitions->len - 1);
}

static void
set_values (PremiseModelBuilder *self,
            Definition          *definition,
            const double        *values,
            guint                n_values)
{
  definition->first_value = self->values->len;
  definition->n_values = n_values;

  if (n_values > 0)
    g_array_append_vals (self->values, values, n_values);
}

/**
 * premise_model_builder_add_datum:
 * @self: a builder
 * @id: its full id
 * @unit: (nullable): its unit; %NULL is a plain number
 * @indexes: (nullable) (array zero-terminated=1): the ids of its indexes
 * @values: (array length=n_values): the values, as written in @unit, NaN where missing
 * @n_values: one for all cells, or as many as there are
 *
 * Adds a fact.
 */
void
premise_model_builder_add_datum (PremiseModelBuilder *self,
                                 const char          *id,
                                 const char          *unit,
                                 const char *const   *indexes,
                                 const double        *values,
                                 guint                n_values)
{
  Definition *definition;

  g_return_if_fail (self != NULL && self->model != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (values != NULL || n_values == 0);

  definition = add_variable (self, PREMISE_VARIABLE_DATUM, id, unit, indexes);

  if (definition != NULL)
    set_values (self, definition, values, n_values);
}

/**
 * premise_model_builder_add_assumption:
 * @self: a builder
 * @id: its full id
 * @unit: (nullable): its unit; %NULL is a plain number
 * @indexes: (nullable) (array zero-terminated=1): the ids of its indexes
 * @values: (array length=n_values): the base case, as written in @unit
 * @n_values: one for all cells, or as many as there are
 * @minima: (nullable) (array length=n_ranges): the smallest values, NaN without limit
 * @maxima: (nullable) (array length=n_ranges): the largest values, NaN without limit
 * @steps: (nullable) (array length=n_ranges): how far one key press goes
 * @n_ranges: one for all cells, or as many as there are
 *
 * Adds a number that the reader may move.
 */
void
premise_model_builder_add_assumption (PremiseModelBuilder *self,
                                      const char          *id,
                                      const char          *unit,
                                      const char *const   *indexes,
                                      const double        *values,
                                      guint                n_values,
                                      const double        *minima,
                                      const double        *maxima,
                                      const double        *steps,
                                      guint                n_ranges)
{
  Definition *definition;

  g_return_if_fail (self != NULL && self->model != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (values != NULL || n_values == 0);

  definition = add_variable (self, PREMISE_VARIABLE_ASSUMPTION, id, unit, indexes);

  if (definition == NULL)
    return;

  set_values (self, definition, values, n_values);
  definition->first_range = self->ranges->len;
  definition->n_ranges = MAX (1, n_ranges);

  for (guint i = 0; i < definition->n_ranges; i++)
    {
      PremiseRange range = { -INFINITY, INFINITY, 0 };

      if (i < n_ranges && minima != NULL && !isnan (minima[i]))
        range.min = minima[i];

      if (i < n_ranges && maxima != NULL && !isnan (maxima[i]))
        range.max = maxima[i];

      /* NaN is reported later; without steps, 0 says that nobody said. */
      if (i < n_ranges && steps != NULL)
        range.step = steps[i] > 0 ? steps[i] : NAN;

      g_array_append_val (self->ranges, range);
    }
}

/**
 * premise_model_builder_add_formula:
 * @self: a builder
 * @id: its full id
 * @unit: (nullable): its unit; %NULL infers it
 * @indexes: (nullable) (array zero-terminated=1): the ids of its indexes; %NULL infers them,
 *   in the order in which the indexes were added
 * @expression: the formula
 *
 * Adds a formula. Its names are looked up first with the prefix of @id, up to its last dot,
 * then as they stand.
 */
void
premise_model_builder_add_formula (PremiseModelBuilder *self,
                                   const char          *id,
                                   const char          *unit,
                                   const char *const   *indexes,
                                   const char          *expression)
{
  g_return_if_fail (self != NULL && self->model != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (expression != NULL);

  if (add_variable (self, PREMISE_VARIABLE_FORMULA, id, unit, indexes) == NULL)
    return;

  premise_model_get_variable (self->model, self->definitions->len - 1)->expression =
    premise_text_add (&self->model->expressions, expression, strlen (expression));
}

static void
invalidate (PremiseModelBuilder *self,
            guint                variable)
{
  premise_model_get_variable (self->model, variable)->valid = FALSE;
}

static void
free_error (gpointer error)
{
  if (error != NULL)
    g_error_free (error);
}

/* Each distinct text once; a text that is not understood is a mistake of all who use it. */
static void
build_units (PremiseModelBuilder *self)
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
      guint32 unit = get_definition (self, i)->unit_text;
      const GError *error = g_ptr_array_index (errors, unit);

      premise_model_get_variable (self->model, i)->unit = unit;

      if (error == NULL)
        continue;

      premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_UNIT, get_id (self, i), "unit",
                               offsets[unit], "%s", error->message);
      invalidate (self, i);
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
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_INDEX, get_id (self, variable),
                             "index", 0, _("unknown index “%s”; did you mean “%s”?"), name,
                             nearest);
  else
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_INDEX, get_id (self, variable),
                             "index", 0, _("unknown index “%s”; define it"), name);
}

static gboolean
build_shape (PremiseModelBuilder *self,
             guint                variable)
{
  const Definition *definition = get_definition (self, variable);
  guint32 dims[PREMISE_MAX_DIMS];
  gboolean ok = TRUE;

  if (definition->n_dims > PREMISE_MAX_DIMS)
    {
      premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_LIMIT, get_id (self, variable),
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
                                   get_id (self, variable), "index", 0,
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
  premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_INDEX, get_id (self, variable),
                           field, 0,
                           /* Translators: a key of the file, such as “values”, and two numbers. */
                           _("entries in “%s”: %u, cells: %s; "
                             "give one entry, or one for each cell"),
                           field, n, cells);

  return FALSE;
}

static void
build_shapes (PremiseModelBuilder *self)
{
  for (guint i = 0; i < self->definitions->len; i++)
    {
      const Definition *definition = get_definition (self, i);
      PremiseVariableKind kind = premise_model_get_variable (self->model, i)->kind;
      gboolean ok = build_shape (self, i);

      if (ok && kind != PREMISE_VARIABLE_FORMULA)
        ok = check_count (self, i, "values", definition->n_values);

      if (ok && kind == PREMISE_VARIABLE_ASSUMPTION)
        ok = check_count (self, i, "ranges", definition->n_ranges);

      if (!ok)
        invalidate (self, i);
    }
}

static void
parse_formula (PremiseModelBuilder *self,
               PremiseChecker      *checker,
               guint                variable,
               GArray              *edges)
{
  Definition *definition = get_definition (self, variable);
  const char *id = get_id (self, variable);
  const char *text = premise_text_get (&self->model->expressions,
                                       premise_model_get_variable (self->model, variable)->expression);

  definition->first_node = premise_expression_get_n_nodes (&self->expression);
  definition->root = premise_parser_parse (text, &self->expression, id, self->diagnostics);

  if (definition->root != PREMISE_NODE_NONE)
    {
      premise_checker_start (checker, id, text, definition->first_node, definition->root);

      if (premise_checker_resolve (checker, edges))
        return;
    }

  invalidate (self, variable);
}

/* Parses all formulas and finds out what they depend on. */
static void
build_precedents (PremiseModelBuilder *self,
                  PremiseChecker      *checker)
{
  PremiseModel *model = self->model;
  g_autoptr(GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));

  model->precedents.n = model->variables->len;
  model->precedents.first = g_new0 (guint32, model->variables->len + 1);

  for (guint i = 0; i < model->variables->len; i++)
    {
      if (premise_model_get_variable (model, i)->kind == PREMISE_VARIABLE_FORMULA)
        parse_formula (self, checker, i, edges);

      model->precedents.first[i + 1] = edges->len;
    }

  model->precedents.edges = g_memdup2 (edges->data, edges->len * sizeof (guint32));
  premise_graph_reverse (&model->precedents, &model->dependents);
}

/* Where the formula of @variable first mentions @precedent. */
static gsize
find_mention (PremiseModelBuilder *self,
              guint                variable,
              guint32              precedent)
{
  const Definition *definition = get_definition (self, variable);

  for (guint32 i = definition->first_node; i <= definition->root; i++)
    {
      const PremiseNode *node = premise_expression_get_node (&self->expression, i);

      if (node->kind == PREMISE_NODE_NAME && node->target == precedent)
        return node->offset;
    }

  return 0;
}

static void
complain_cycle (PremiseModelBuilder *self,
                guint                variable,
                GArray              *path)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    {
      /* Nobody reads a way of a thousand names. */
      if (path->len > MAX_CYCLE_NAMES && i == MAX_CYCLE_NAMES / 2)
        {
          guint n_left_out = path->len - MAX_CYCLE_NAMES;

          g_string_append (names, "… ");
          /* Translators: how many names of variables are left out of a long list. */
          g_string_append_printf (names, g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more",
                                                      n_left_out), n_left_out);
          g_string_append (names, " … → ");
          i += n_left_out;
        }

      g_string_append_printf (names, "%s → ", get_id (self, g_array_index (path, guint32, i)));
    }

  g_string_append (names, get_id (self, variable));

  premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_CYCLE, get_id (self, variable),
                           "formula",
                           find_mention (self, variable, g_array_index (path, guint32, 1 % path->len)),
                           path->len > 1 ? _("these depend on each other: %s")
                                         : _("this depends on itself: %s"),
                           names->str);
}

/* Reports each strongly connected component once, by a shortest cycle through its first. */
static void
build_cycles (PremiseModelBuilder *self,
              const guint32       *components)
{
  PremiseModel *model = self->model;
  guint n = model->variables->len;
  g_autofree guint32 *sizes = g_new0 (guint32, n + 1);
  g_autofree guint8 *reported = g_new0 (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    sizes[components[i]]++;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GArray) path = NULL;

      if (sizes[components[i]] == 1 && !premise_graph_has_edge (&model->precedents, i, i))
        continue;

      invalidate (self, i);

      if (reported[components[i]])
        continue;

      reported[components[i]] = TRUE;
      path = premise_graph_find_cycle (&model->precedents, components, i);

      if (path != NULL)
        complain_cycle (self, i, path);
    }
}

static char *
describe_shape (PremiseModelBuilder *self,
                guint32              shape)
{
  const PremiseShape *s = premise_shapes_get (&self->model->shapes, shape);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < s->n_dims; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            premise_names_get (&self->model->indexes, s->dims[i]));

  return g_string_free (names, FALSE);
}

/* Compares the declared indexes of a formula with those it has, or takes these. */
static gboolean
check_formula_shape (PremiseModelBuilder *self,
                     PremiseChecker      *checker,
                     guint                variable)
{
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  guint32 inferred = premise_checker_get_info (checker, checker->root)->shape;
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  if (get_definition (self, variable)->infers_shape)
    {
      v->shape = inferred;
      return TRUE;
    }

  if (premise_shapes_sort (&self->model->shapes, v->shape) == inferred)
    return TRUE;

  found = describe_shape (self, inferred);
  expected = describe_shape (self, v->shape);
  premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_INDEX, get_id (self, variable),
                           "index", 0, _("the formula has the indexes [%s], but [%s] is declared"),
                           found, expected);

  return FALSE;
}

static gboolean
check_formula_unit (PremiseModelBuilder *self,
                    PremiseChecker      *checker,
                    guint                variable)
{
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  const PremiseDimension *dimension = &premise_checker_get_info (checker, checker->root)->unit;
  g_autofree char *text = NULL;
  gboolean is_new;

  if (!get_definition (self, variable)->infers_unit)
    return premise_checker_compare_unit (checker,
                                         premise_unit_get_dimension (g_ptr_array_index (self->model->units,
                                                                                        v->unit)));

  text = premise_dimension_to_string (dimension);
  v->unit = premise_names_add (&self->unit_texts, text, strlen (text), &is_new);

  if (is_new)
    g_ptr_array_add (self->model->units, premise_unit_new (text, dimension, 0));

  return TRUE;
}

static gboolean
has_valid_precedents (PremiseModelBuilder *self,
                      guint                variable)
{
  const PremiseGraph *graph = &self->model->precedents;

  for (guint32 i = graph->first[variable]; i < graph->first[variable + 1]; i++)
    {
      if (!premise_model_get_variable (self->model, graph->edges[i])->valid)
        return FALSE;
    }

  return TRUE;
}

/* Gives a variable its place among the values. */
static gboolean
place_cells (PremiseModelBuilder *self,
             guint                variable)
{
  PremiseModel *model = self->model;
  PremiseVariable *v = premise_model_get_variable (model, variable);
  guint64 n_cells = premise_shapes_get_n_cells (&model->shapes, v->shape);
  gboolean fits = model->program.n_values + n_cells <= PREMISE_MAX_CELLS;

  if (!fits)
    {
      premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_LIMIT, get_id (self, variable),
                               "index", 0, _("the model has too many values; the limit is %d"),
                               PREMISE_MAX_CELLS);
      v->shape = PREMISE_SHAPE_SCALAR;
      n_cells = 1;
    }

  v->first_cell = model->program.n_values;
  model->program.n_values += (guint32) n_cells;

  return fits;
}

static gboolean
build_formula (PremiseModelBuilder *self,
               PremiseChecker      *checker,
               PremiseCompiler     *compiler,
               guint                variable)
{
  const Definition *definition = get_definition (self, variable);
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  gboolean ok;

  if (!v->valid || !has_valid_precedents (self, variable))
    {
      place_cells (self, variable);
      return FALSE;
    }

  premise_checker_start (checker, get_id (self, variable),
                         premise_text_get (&self->model->expressions, v->expression),
                         definition->first_node, definition->root);

  ok = premise_checker_check (checker);
  ok = ok && check_formula_unit (self, checker, variable);
  ok = ok && check_formula_shape (self, checker, variable);

  if (!place_cells (self, variable) || !ok)
    return FALSE;

  if (!premise_compiler_compile (compiler, v))
    {
      premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_LIMIT, get_id (self, variable),
                               "formula", 0,
                               _("an intermediate result is too large; sum over an index earlier"));
      return FALSE;
    }

  return TRUE;
}

/* Checks and compiles what is left, precedents first. */
static void
build_formulas (PremiseModelBuilder *self,
                PremiseChecker      *checker,
                const guint32       *order)
{
  PremiseModel *model = self->model;
  PremiseCompiler compiler;

  premise_compiler_init (&compiler, checker);
  model->order = g_new (guint32, model->variables->len + 1);

  for (guint i = 0; i < model->variables->len; i++)
    {
      if (premise_model_get_variable (model, order[i])->kind != PREMISE_VARIABLE_FORMULA)
        {
          if (!place_cells (self, order[i]))
            invalidate (self, order[i]);
        }
      else if (build_formula (self, checker, &compiler, order[i]))
        model->order[model->n_order++] = order[i];
      else
        invalidate (self, order[i]);
    }

  premise_compiler_clear (&compiler);

  model->ranks = g_new (guint32, model->variables->len + 1);

  for (guint i = 0; i < model->variables->len; i++)
    model->ranks[i] = model->n_order;

  for (guint i = 0; i < model->n_order; i++)
    model->ranks[model->order[i]] = i;
}

/* "id" for a scalar, "id[game, 2025]" for one of several cells. */
static char *
describe_cell (PremiseModelBuilder *self,
               guint                variable,
               guint                cell)
{
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  const PremiseShape *shape = premise_shapes_get (&self->model->shapes, v->shape);
  guint members[PREMISE_MAX_DIMS] = { 0 };
  GString *text = g_string_new (get_id (self, variable));

  premise_model_get_cell_members (self->model, variable, cell, members);

  for (guint i = 0; i < shape->n_dims; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "[" : ", ",
                            premise_model_get_member_id (self->model, shape->dims[i], members[i]));

  if (shape->n_dims > 0)
    g_string_append_c (text, ']');

  return g_string_free (text, FALSE);
}

static gboolean
check_range (PremiseModelBuilder *self,
             guint                variable,
             guint                cell,
             double               value,
             const PremiseRange  *range)
{
  char texts[3][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *name = NULL;
  const char *id = get_id (self, variable);

  if (value >= range->min && value <= range->max && range->step >= 0 && isfinite (range->step))
    return TRUE;

  name = describe_cell (self, variable, cell);
  g_ascii_formatd (texts[0], sizeof texts[0], "%.12g", value);
  g_ascii_formatd (texts[1], sizeof texts[1], "%.12g", range->min);
  g_ascii_formatd (texts[2], sizeof texts[2], "%.12g", range->max);

  if (isnan (value))
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_RANGE, id, "values", 0,
                             _("“%s” has no value; an assumption needs one"), name);
  else if (range->min > range->max)
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_RANGE, id, "min", 0,
                             _("the minimum of “%s”, %s, is above its maximum, %s"), name,
                             texts[1], texts[2]);
  else if (value < range->min || value > range->max)
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_RANGE, id, "values", 0,
                             _("the value of “%s”, %s, is not between the minimum %s "
                               "and the maximum %s"),
                             name, texts[0], texts[1], texts[2]);
  else
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_RANGE, id, "step", 0,
                             _("the step of “%s” must be greater than 0"), name);

  return FALSE;
}

/* One complaint a variable, about the first cell that is wrong. Compared as written: a
 * conversion could move a value off its own limit.
 */
static void
check_ranges (PremiseModelBuilder *self,
              guint                variable)
{
  const Definition *definition = get_definition (self, variable);
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  guint n_cells = (guint) premise_shapes_get_n_cells (&self->model->shapes, v->shape);

  for (guint i = 0; i < n_cells; i++)
    {
      guint value = definition->first_value + (definition->n_values > 1 ? i : 0);
      guint range = definition->first_range + (definition->n_ranges > 1 ? i : 0);

      if (!check_range (self, variable, i, g_array_index (self->values, double, value),
                        &g_array_index (self->ranges, PremiseRange, range)))
        return;
    }
}

/* Whether every base value is within its range. */
static gboolean
ranges_hold (PremiseModelBuilder *self,
             guint                variable)
{
  const Definition *definition = get_definition (self, variable);
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  guint n_cells = (guint) premise_shapes_get_n_cells (&self->model->shapes, v->shape);

  for (guint i = 0; i < n_cells; i++)
    {
      double value = g_array_index (self->values, double,
                                    definition->first_value + (definition->n_values > 1 ? i : 0));
      PremiseRange range = g_array_index (self->ranges, PremiseRange,
                                          definition->first_range + (definition->n_ranges > 1 ? i : 0));

      if (range.min > range.max || value < range.min || value > range.max)
        return FALSE;
    }

  return TRUE;
}

/* Where the range makes no sense, the number stays what it is. */
static void
fix_values (PremiseModelBuilder *self,
            guint                variable)
{
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  guint n_cells = (guint) premise_shapes_get_n_cells (&self->model->shapes, v->shape);

  v->one_range = FALSE;

  for (guint i = 0; i < n_cells; i++)
    {
      double base = self->model->base[v->first_cell + i];
      PremiseRange range = { isnan (base) ? 0 : base, isnan (base) ? 0 : base, 0 };

      g_array_append_val (self->model->ranges, range);
    }
}

static void
fill_ranges (PremiseModelBuilder *self,
             guint                variable)
{
  const Definition *definition = get_definition (self, variable);
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  const PremiseUnit *unit = g_ptr_array_index (self->model->units, v->unit);

  v->first_range = self->model->ranges->len;

  if (!ranges_hold (self, variable))
    {
      fix_values (self, variable);
      return;
    }

  v->one_range = definition->n_ranges == 1;

  for (guint i = 0; i < definition->n_ranges; i++)
    {
      PremiseRange range = g_array_index (self->ranges, PremiseRange, definition->first_range + i);

      range.min = premise_unit_to_base (unit, range.min);
      range.max = premise_unit_to_base (unit, range.max);
      range.step = isfinite (range.step) ? premise_unit_to_base (unit, range.step) : 0;
      g_array_append_val (self->model->ranges, range);
    }
}

static void
fill_values (PremiseModelBuilder *self,
             guint                variable)
{
  const Definition *definition = get_definition (self, variable);
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  const PremiseUnit *unit = g_ptr_array_index (self->model->units, v->unit);
  double *values = self->model->base + v->first_cell;
  guint n_cells = (guint) premise_shapes_get_n_cells (&self->model->shapes, v->shape);

  for (guint i = 0; i < n_cells; i++)
    {
      double value = g_array_index (self->values, double,
                                    definition->first_value + (definition->n_values > 1 ? i : 0));
      double base = premise_unit_to_base (unit, value);

      if (isfinite (base))
        values[i] = base;
      else if (!isnan (value))
        {
          g_autofree char *name = describe_cell (self, variable, i);

          premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_VALUE, get_id (self, variable),
                                   "values", 0, _("the value of “%s” is too large"), name);
        }
    }
}

/* All cells start without a value, and those that can get theirs. */
static void
build_values (PremiseModelBuilder *self)
{
  PremiseModel *model = self->model;

  for (guint i = 0; i < model->variables->len; i++)
    {
      PremiseVariable *v = premise_model_get_variable (model, i);

      if (!v->valid || v->kind == PREMISE_VARIABLE_FORMULA)
        continue;

      fill_values (self, i);

      if (v->kind != PREMISE_VARIABLE_ASSUMPTION)
        continue;

      check_ranges (self, i);
      fill_ranges (self, i);
    }
}

/* Makes the program runnable and computes the base case. */
static void
build_base (PremiseModelBuilder *self)
{
  PremiseModel *model = self->model;

  for (guint i = 0; i < model->n_order; i++)
    {
      PremiseVariable *v = premise_model_get_variable (model, model->order[i]);

      v->result = premise_program_link (&model->program, v->result);
    }

  premise_program_link_all (&model->program);
  model->base = premise_program_new_memory (&model->program);

  for (guint32 i = 0; i < model->program.n_values; i++)
    model->base[i] = NAN;

  build_values (self);

  for (guint i = 0; i < model->n_order; i++)
    premise_model_evaluate (model, model->order[i], model->base);

  model->base = g_renew (double, model->base, model->program.n_values + 1);
  premise_names_trim (&model->names);
}

/**
 * premise_model_builder_build:
 * @self: a builder; nothing can be added to it any more
 * @diagnostics: (element-type PremiseDiagnostic) (nullable): appended to
 *
 * Resolves, checks and compiles what was added. All mistakes are reported. What is wrong,
 * and what depends on it, is left without values; everything else works.
 *
 * Returns: (transfer full): the model
 */
PremiseModel *
premise_model_builder_build (PremiseModelBuilder *self,
                             GPtrArray           *diagnostics)
{
  PremiseChecker checker;
  g_autofree guint32 *order = NULL;
  g_autofree guint32 *components = NULL;
  guint n;

  g_return_val_if_fail (self != NULL && self->model != NULL, NULL);

  n = self->model->variables->len;
  order = g_new (guint32, n + 1);
  components = g_new (guint32, n + 1);
  self->diagnostics = diagnostics;

  for (guint i = 0; i < self->complaints->len && diagnostics != NULL; i++)
    g_ptr_array_add (diagnostics, premise_diagnostic_copy (g_ptr_array_index (self->complaints, i)));

  premise_checker_init (&checker, self->model, &self->expression, diagnostics);
  build_units (self);
  build_shapes (self);
  build_precedents (self, &checker);
  premise_graph_sort (&self->model->precedents, order, components);
  build_cycles (self, components);
  build_formulas (self, &checker, order);
  premise_checker_clear (&checker);
  build_base (self);

  return g_steal_pointer (&self->model);
}
