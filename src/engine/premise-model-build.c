/* premise-model-build.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-compiler-private.h"
#include "premise-diagnostic-private.h"
#include "premise-linker-private.h"
#include "premise-model-builder-private.h"
#include "premise-parallel-private.h"
#include "premise-parser-private.h"
#include "premise-unit-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How many names of a cycle a message has. */
#define MAX_CYCLE_NAMES 20

static void
parse_formula (PremiseModelBuilder *self,
               PremiseChecker      *checker,
               guint                variable,
               GArray              *edges)
{
  PremiseDefinition *definition = premise_model_builder_get (self, variable);
  const char *id = premise_model_builder_get_id (self, variable);
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

  premise_model_builder_invalidate (self, variable);
}

/* The nodes of a formula that a template has done without so far. */
static gboolean
ensure_parsed (PremiseModelBuilder *self,
               PremiseChecker      *checker,
               guint                variable)
{
  g_autoptr(GArray) edges = NULL;

  if (premise_model_builder_get (self, variable)->root != PREMISE_NODE_NONE)
    return TRUE;

  edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  parse_formula (self, checker, variable, edges);

  return premise_model_get_variable (self->model, variable)->valid;
}

static const guint32 *
get_targets (PremiseModelBuilder *self,
             guint                variable)
{
  /* There may be none at all. */
  if (self->targets.n == 0)
    return NULL;

  return self->targets.items + premise_model_builder_get (self, variable)->first_target;
}

/* The first of each kind is parsed. So are all of a kind that is wrong: each is to be told what
 * is wrong with it.
 */
static void
read_formula (PremiseModelBuilder *self,
              PremiseChecker      *checker,
              guint                variable,
              GArray              *edges)
{
  PremiseDefinition *definition = premise_model_builder_get (self, variable);
  PremiseTemplate *template = NULL;
  guint first_edge = self->next_edge;

  self->next_edge += definition->n_edges;

  if (definition->template != PREMISE_TEMPLATE_NONE)
    template = premise_templates_get (&self->templates, definition->template);

  if (template != NULL && template->parsed && !template->bad)
    {
      guint n = edges->len;

      g_array_set_size (edges, n + definition->n_edges);

      for (guint i = 0; i < definition->n_edges; i++)
        g_array_index (edges, guint32, n + i) = self->edges.items[first_edge + i];

      return;
    }

  parse_formula (self, checker, variable, edges);

  if (template == NULL)
    return;

  template->parsed = TRUE;
  template->bad = template->bad || !premise_model_get_variable (self->model, variable)->valid;

  if (template->bad)
    definition->template = PREMISE_TEMPLATE_NONE;
}

/* Parses all formulas and finds out what they depend on. */
static void
build_precedents (PremiseModelBuilder *self,
                  PremiseChecker      *checker)
{
  PremiseModel *model = self->model;
  GArray *edges = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->edges.n);

  model->precedents.n = model->variables->len;
  model->precedents.first = g_new0 (guint32, model->variables->len + 1);

  for (guint i = 0; i < model->variables->len; i++)
    {
      if (premise_model_get_variable (model, i)->kind == PREMISE_VARIABLE_FORMULA)
        read_formula (self, checker, i, edges);

      model->precedents.first[i + 1] = edges->len;
    }

  model->precedents.edges = (guint32 *) (gpointer) g_array_free (edges, FALSE);
}

/* Where the formula of @variable first mentions @precedent. */
static gsize
find_mention (PremiseModelBuilder *self,
              PremiseChecker      *checker,
              guint                variable,
              guint32              precedent)
{
  const PremiseDefinition *definition = premise_model_builder_get (self, variable);

  if (!ensure_parsed (self, checker, variable))
    return 0;

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
                PremiseChecker      *checker,
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

      g_string_append_printf (names, "%s → ",
                              premise_model_builder_get_id (self, g_array_index (path, guint32, i)));
    }

  g_string_append (names, premise_model_builder_get_id (self, variable));

  premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_CYCLE,
                           premise_model_builder_get_id (self, variable),
                           "formula",
                           find_mention (self, checker, variable,
                                         g_array_index (path, guint32, 1 % path->len)),
                           path->len > 1 ? _("these depend on each other: %s")
                                         : _("this depends on itself: %s"),
                           names->str);
}

/* Reports each strongly connected component once, by a shortest cycle through its first. */
static void
build_cycles (PremiseModelBuilder *self,
              PremiseChecker      *checker,
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

      premise_model_builder_invalidate (self, i);

      if (reported[components[i]])
        continue;

      reported[components[i]] = TRUE;
      path = premise_graph_find_cycle (&model->precedents, components, i);

      if (path != NULL)
        complain_cycle (self, checker, i, path);
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

  if (premise_model_builder_get (self, variable)->infers_shape)
    {
      v->shape = inferred;
      return TRUE;
    }

  if (premise_shapes_sort (&self->model->shapes, v->shape) == inferred)
    return TRUE;

  found = describe_shape (self, inferred);
  expected = describe_shape (self, v->shape);
  premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_INDEX,
                           premise_model_builder_get_id (self, variable),
                           /* Translators: two lists of indexes, separated by commas. */
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

  if (!premise_model_builder_get (self, variable)->infers_unit)
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
      premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_LIMIT,
                               premise_model_builder_get_id (self, variable),
                               "index", 0, _("the model has too many values; the limit is %d"),
                               PREMISE_MAX_CELLS);
      v->shape = PREMISE_SHAPE_SCALAR;
      n_cells = 1;
    }

  v->first_cell = model->program.n_values;
  model->program.n_values += (guint32) n_cells;

  return fits;
}

/* Whether the formula is the same as one that has been compiled, but for names. */
static gboolean
has_template (PremiseModelBuilder *self,
              guint                variable)
{
  const PremiseDefinition *definition = premise_model_builder_get (self, variable);
  const PremiseTemplate *template;

  if (definition->template == PREMISE_TEMPLATE_NONE || !definition->infers_shape)
    return FALSE;

  template = premise_templates_get (&self->templates, definition->template);

  return template->unit_text == definition->unit_text
         && template->infers_unit == definition->infers_unit
         && premise_template_fits (template, self->model, get_targets (self, variable));
}

static void
learn_template (PremiseModelBuilder *self,
                guint                variable)
{
  const PremiseDefinition *definition = premise_model_builder_get (self, variable);
  PremiseTemplate *template;

  if (definition->template == PREMISE_TEMPLATE_NONE)
    return;

  template = premise_templates_get (&self->templates, definition->template);

  if (template->compiled)
    return;

  template->unit_text = definition->unit_text;
  template->infers_unit = definition->infers_unit;
  premise_template_learn (template, self->model, variable, get_targets (self, variable));
}

/* Takes from the template what others have to know; its instructions come last of all. */
static gboolean
follow_template (PremiseModelBuilder *self,
                 guint                variable)
{
  PremiseDefinition *definition = premise_model_builder_get (self, variable);
  const PremiseTemplate *template = premise_templates_get (&self->templates, definition->template);
  PremiseVariable *v = premise_model_get_variable (self->model, variable);

  definition->follows = TRUE;
  v->shape = PREMISE_SHAPE_SCALAR;
  v->unit = template->unit;
  v->n_instructions = premise_model_get_variable (self->model, template->variable)->n_instructions;

  return place_cells (self, variable);
}

/* Which limit a formula is beyond. */
static const char *
get_limit (const PremiseCompiler *compiler)
{
  if (compiler->extents_full)
    return _("the formulas go along indexes and their parts of too many different sizes; use indexes of "
             "the same size");

  if (compiler->work > PREMISE_MAX_WORK)
    return _("a pass over all formulas takes too long; use fewer cells or fewer steps");

  return _("an intermediate result is too large; sum over an index earlier");
}

static gboolean
build_formula (PremiseModelBuilder *self,
               PremiseChecker      *checker,
               PremiseCompiler     *compiler,
               guint                variable)
{
  const PremiseDefinition *definition = premise_model_builder_get (self, variable);
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  gboolean ok;

  if (!v->valid || !has_valid_precedents (self, variable))
    {
      place_cells (self, variable);
      return FALSE;
    }

  if (has_template (self, variable))
    return follow_template (self, variable);

  if (!ensure_parsed (self, checker, variable))
    {
      place_cells (self, variable);
      return FALSE;
    }

  premise_checker_start (checker, premise_model_builder_get_id (self, variable),
                         premise_text_get (&self->model->expressions, v->expression),
                         definition->first_node, definition->root);

  ok = premise_checker_check (checker);
  ok = ok && check_formula_unit (self, checker, variable);
  ok = ok && check_formula_shape (self, checker, variable);

  if (!place_cells (self, variable) || !ok)
    return FALSE;

  if (!premise_compiler_compile (compiler, v))
    {
      premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_LIMIT,
                               premise_model_builder_get_id (self, variable),
                               "formula", 0, "%s", get_limit (compiler));
      return FALSE;
    }

  learn_template (self, variable);

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
            premise_model_builder_invalidate (self, order[i]);
        }
      else if (build_formula (self, checker, &compiler, order[i]))
        model->order[model->n_order++] = order[i];
      else
        premise_model_builder_invalidate (self, order[i]);
    }

  premise_compiler_clear (&compiler);

  model->ranks = g_new (guint32, model->variables->len + 1);

  for (guint i = 0; i < model->variables->len; i++)
    model->ranks[i] = model->n_order;

  for (guint i = 0; i < model->n_order; i++)
    model->ranks[model->order[i]] = i;
}

/* Makes room for the instructions of the formulas that follow a template. */
static void
reserve_instructions (PremiseModelBuilder *self)
{
  PremiseModel *model = self->model;
  guint n = model->program.instructions->len;

  for (guint i = 0; i < model->n_order; i++)
    {
      PremiseVariable *v = premise_model_get_variable (model, model->order[i]);

      if (!premise_model_builder_get (self, model->order[i])->follows)
        continue;

      v->first_instruction = n;
      n += v->n_instructions;
    }

  g_array_set_size (model->program.instructions, n);
}

/* Turns the formulas that were compiled into ones that can be run; the others follow them. */
static void
link_compiled (PremiseModelBuilder *self)
{
  PremiseModel *model = self->model;
  PremiseLinker linker;

  premise_linker_init (&linker, &model->program);

  for (guint i = 0; i < model->n_order; i++)
    {
      PremiseVariable *v = premise_model_get_variable (model, model->order[i]);

      if (premise_model_builder_get (self, model->order[i])->follows)
        continue;

      v->result = premise_linker_link_address (&linker, v->result);
      premise_linker_link (&linker, v->first_instruction, v->n_instructions);
    }
}

/* Each formula has its own place among the instructions. */
static void
follow_part (gpointer user_data,
             guint    part,
             guint    first,
             guint    end)
{
  PremiseModelBuilder *self = user_data;
  PremiseModel *model = self->model;

  for (guint i = first; i < end; i++)
    {
      guint32 variable = model->order[i];
      const PremiseDefinition *definition = premise_model_builder_get (self, variable);

      if (definition->follows)
        premise_templates_apply (&self->templates, definition->template, model,
                                 premise_model_get_variable (model, variable), get_targets (self, variable));
    }
}

/* Makes the program runnable and computes the base case. */
static void
build_base (PremiseModelBuilder *self)
{
  PremiseModel *model = self->model;

  reserve_instructions (self);
  link_compiled (self);
  premise_templates_prepare (&self->templates, model);
  premise_parallel_run (model->n_order, follow_part, self);
  model->base = premise_program_new_memory (&model->program);

  for (guint32 i = 0; i < model->program.n_values; i++)
    model->base[i] = NAN;

  premise_model_builder_fill_values (self);
  premise_model_builder_fill_spreads (self);

  for (guint i = 0; i < model->n_order; i++)
    premise_model_evaluate (model, model->order[i], model->base);

  model->base = g_renew (double, model->base, model->program.n_values + 1);
  premise_names_trim (&model->names);
}

/* Nobody asks for the dependents until the model is ready. */
static gpointer
find_dependents (gpointer data)
{
  PremiseModel *model = data;

  premise_graph_reverse (&model->precedents, &model->dependents);

  return NULL;
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
  GThread *dependents = NULL;
  guint n;

  g_return_val_if_fail (self != NULL && self->model != NULL, NULL);

  n = self->model->variables->len;
  order = g_new (guint32, n + 1);
  components = g_new (guint32, n + 1);
  self->diagnostics = diagnostics;

  for (guint i = 0; i < self->complaints->len && diagnostics != NULL; i++)
    g_ptr_array_add (diagnostics, premise_diagnostic_copy (g_ptr_array_index (self->complaints, i)));

  premise_checker_init (&checker, self->model, &self->expression, diagnostics);
  premise_model_builder_declare_units (self);
  premise_model_builder_declare_shapes (self);
  premise_model_builder_scan (self);
  build_precedents (self, &checker);

  if (premise_parallel_count (n) > 1)
    dependents = g_thread_try_new ("premise-dependents", find_dependents, self->model, NULL);

  if (!premise_graph_sort (&self->model->precedents, order, components))
    build_cycles (self, &checker, components);

  build_formulas (self, &checker, order);
  premise_checker_clear (&checker);
  build_base (self);

  if (dependents != NULL)
    g_thread_join (dependents);
  else
    find_dependents (self->model);

  return g_steal_pointer (&self->model);
}
