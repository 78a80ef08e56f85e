/* premise-checker.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-checker-private.h"
#include "premise-diagnostic-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How many mistakes of one formula are told. */
#define MAX_COMPLAINTS 20

/**
 * premise_checker_init:
 * @self: (out): a checker
 * @model: the model being built, with its indexes and names
 * @expression: the nodes of its formulas
 * @diagnostics: (nullable): appended to
 *
 * Prepares to check formulas.
 */
void
premise_checker_init (PremiseChecker    *self,
                      PremiseModel      *model,
                      PremiseExpression *expression,
                      GPtrArray         *diagnostics)
{
  memset (self, 0, sizeof *self);
  self->model = model;
  self->expression = expression;
  self->diagnostics = diagnostics;
  self->infos = g_array_new (FALSE, TRUE, sizeof (PremiseNodeInfo));
}

/**
 * premise_checker_clear:
 * @self: a checker
 *
 * Frees what it holds.
 */
void
premise_checker_clear (PremiseChecker *self)
{
  g_clear_pointer (&self->infos, g_array_unref);
}

/**
 * premise_checker_start:
 * @self: a checker
 * @id: the id of the variable
 * @text: its formula
 * @first: its first node
 * @root: its last node
 *
 * Turns to another formula.
 */
void
premise_checker_start (PremiseChecker *self,
                       const char     *id,
                       const char     *text,
                       guint32         first,
                       guint32         root)
{
  const char *dot = strrchr (id, '.');

  self->id = id;
  self->n_prefix = dot != NULL ? (gsize) (dot - id) + 1 : 0;
  self->text = text;
  self->first = first;
  self->root = root;
  self->n_errors = 0;
}

/**
 * premise_checker_complain:
 * @self: a checker
 * @code: what is wrong
 * @offset: where, in the formula
 * @format: a sentence, as for printf()
 *
 * Reports a mistake in the formula.
 */
void
premise_checker_complain (PremiseChecker        *self,
                          PremiseDiagnosticCode  code,
                          gsize                  offset,
                          const char            *format,
                          ...)
{
  g_autofree char *message = NULL;
  va_list args;

  /* Who has mended so many looks again; to find the place of each in a long formula takes time. */
  if (self->n_errors++ >= MAX_COMPLAINTS)
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  premise_diagnostics_add (self->diagnostics, code, self->id, "formula", offset, "%s", message);
}

static guint32
unite (PremiseChecker *self,
       guint32         node,
       guint32         a,
       guint32         b)
{
  guint32 shape = premise_shapes_unite (&self->model->shapes, a, b);

  if (shape != PREMISE_SHAPE_NONE)
    return shape;

  premise_checker_complain (self, PREMISE_DIAGNOSTIC_LIMIT,
                            premise_checker_get_node (self, node)->offset,
                            _("a result with more than %d indexes is too large"), PREMISE_MAX_DIMS);

  return PREMISE_SHAPE_SCALAR;
}

/* The index of @shape that has the member, if it is only one. */
static gboolean
find_index_of_member (PremiseChecker *self,
                      guint32         shape,
                      PremiseNode    *node,
                      const char     *name,
                      guint32        *index)
{
  PremiseShape s = *premise_shapes_get (&self->model->shapes, shape);
  guint n_found = 0;

  for (guint i = 0; i < s.n_dims; i++)
    {
      if (premise_names_find (premise_model_get_members (self->model, s.dims[i]), name,
                              strlen (name)) == PREMISE_NAMES_NONE)
        continue;

      *index = s.dims[i];
      n_found++;
    }

  if (n_found == 1)
    return TRUE;

  if (n_found > 1)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX, node->offset,
                              /* Translators: a member, twice. What is in [] is written so into a
                               * formula; “index” stands for its name. */
                              _("“%s” is a member of several indexes; write [index = %s]"),
                              name, name);
  else if (s.n_dims == 0)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX, node->offset,
                              _("there is no index left to pick “%s” from"), name);
  else if (s.n_dims > 1)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX, node->offset,
                              _("“%s” is not a member of any index of this"), name);
  else
    {
      /* With one index, the caller can suggest one of its members. */
      *index = s.dims[0];
      return TRUE;
    }

  return FALSE;
}

static void
complain_unknown_member (PremiseChecker *self,
                         PremiseNode    *node,
                         const char     *name,
                         guint32         index)
{
  const PremiseNames *members = premise_model_get_members (self->model, index);
  g_autofree const char **candidates = g_new (const char *, members->n);
  const char *index_id = premise_names_get (&self->model->indexes, index);
  const char *nearest;

  for (guint i = 0; i < members->n; i++)
    candidates[i] = premise_names_get (members, i);

  nearest = premise_nearest_name (name, candidates, members->n);

  if (nearest != NULL)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX, node->offset,
                              /* Translators: what is written in a formula, an index, and its member
                               * that is most like it. */
                              _("“%s” is not a member of “%s”; did you mean “%s”?"),
                              name, index_id, nearest);
  else
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX, node->offset,
                              /* Translators: what is written in a formula, and an index. */
                              _("“%s” is not a member of “%s”"), name, index_id);
}

/* Picks one member; returns the shape without its index. */
static guint32
check_member (PremiseChecker *self,
              guint32         member,
              guint32         shape)
{
  PremiseNode *node = premise_checker_get_node (self, member);
  PremiseNodeInfo *info = premise_checker_get_info (self, member);
  g_autofree char *name = g_strndup (self->text + node->offset, node->length);
  guint32 removed;

  if (node->first != PREMISE_NODE_NONE)
    {
      PremiseNode *index = premise_checker_get_node (self, node->first);

      info->index = index->target;

      if (!premise_shapes_contain (&self->model->shapes, shape, info->index))
        {
          premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX, index->offset,
                                    _("this has no index “%s” to pick from, "
                                      "or it is picked already"),
                                    premise_names_get (&self->model->indexes, info->index));
          return shape;
        }
    }
  else if (!find_index_of_member (self, shape, node, name, &info->index))
    return shape;

  info->member = premise_names_find (premise_model_get_members (self->model, info->index), name,
                                     strlen (name));

  if (info->member == PREMISE_NAMES_NONE)
    complain_unknown_member (self, node, name, info->index);

  removed = premise_shapes_add (&self->model->shapes, &info->index, 1);

  return premise_shapes_remove (&self->model->shapes, shape, removed);
}

static void
check_select (PremiseChecker *self,
              guint32         select)
{
  guint32 child = premise_checker_get_node (self, select)->first;
  guint32 shape = premise_checker_get_info (self, child)->shape;

  for (child = premise_checker_get_node (self, child)->next;
       child != PREMISE_NODE_NONE;
       child = premise_checker_get_node (self, child)->next)
    shape = check_member (self, child, shape);

  premise_checker_get_info (self, select)->shape = shape;
}

/* The indexes behind “over”, as a shape in the order of the model. */
static guint32
check_over (PremiseChecker        *self,
            guint32                call,
            const PremiseFunction *function,
            guint32                lines)
{
  PremiseShapes *shapes = &self->model->shapes;
  guint32 over = PREMISE_SHAPE_SCALAR;

  for (guint32 i = premise_checker_get_node (self, call)->first;
       i != PREMISE_NODE_NONE;
       i = premise_checker_get_node (self, i)->next)
    {
      PremiseNode *node = premise_checker_get_node (self, i);
      guint32 single;

      if (node->kind != PREMISE_NODE_INDEX)
        continue;

      single = premise_shapes_add (shapes, &node->target, 1);

      if (!premise_shapes_contain (shapes, lines, node->target))
        premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX, node->offset,
                                  /* Translators: a function, and an index. */
                                  _("the argument of “%s” has no index “%s”"), function->name,
                                  premise_names_get (&self->model->indexes, node->target));
      else if (premise_shapes_contain (shapes, over, node->target))
        premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX, node->offset,
                                  _("the index “%s” stands here twice"),
                                  premise_names_get (&self->model->indexes, node->target));
      else
        over = premise_shapes_unite (shapes, over, single);
    }

  return over == PREMISE_SHAPE_SCALAR ? lines : over;
}

/* Arguments with one value a line must not themselves go along it. */
static void
check_outer_args (PremiseChecker        *self,
                  guint32                call,
                  const PremiseFunction *function,
                  guint32                over)
{
  PremiseShapes *shapes = &self->model->shapes;
  guint arg = 0;

  for (guint32 i = premise_checker_get_node (self, call)->first;
       i != PREMISE_NODE_NONE;
       i = premise_checker_get_node (self, i)->next, arg++)
    {
      guint32 shape = premise_checker_get_info (self, i)->shape;

      if ((function->outer_args & (1u << arg)) != 0
          && premise_shapes_remove (shapes, shape, over) != shape)
        premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX,
                                  premise_checker_get_node (self, i)->offset,
                                  /* Translators: which argument, a function, and how the function
                                   * is written. */
                                  _("argument %u of “%s” must not have the index it goes along; "
                                    "write %s"),
                                  arg + 1, function->name, function->usage);
    }
}

static void
check_lines (PremiseChecker        *self,
             guint32                call,
             const PremiseFunction *function)
{
  PremiseShapes *shapes = &self->model->shapes;
  PremiseNodeInfo *info = premise_checker_get_info (self, call);
  guint32 lines = PREMISE_SHAPE_SCALAR;
  guint32 all = PREMISE_SHAPE_SCALAR;
  guint arg = 0;

  for (guint32 i = premise_checker_get_node (self, call)->first;
       i != PREMISE_NODE_NONE;
       i = premise_checker_get_node (self, i)->next, arg++)
    {
      guint32 shape = premise_checker_get_info (self, i)->shape;

      if (premise_checker_get_node (self, i)->kind == PREMISE_NODE_INDEX)
        break;

      all = unite (self, call, all, shape);

      if ((function->outer_args & (1u << arg)) == 0)
        lines = unite (self, call, lines, shape);
    }

  info->over = check_over (self, call, function, lines);

  if ((function->kind == PREMISE_FUNCTION_SERIES || function->kind == PREMISE_FUNCTION_VALUE)
      && premise_shapes_get (shapes, info->over)->n_dims != 1)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX,
                              premise_checker_get_node (self, call)->offset,
                              /* Translators: a function, and how it is written. */
                              _("“%s” goes along one index; write %s"),
                              function->name, function->usage);

  check_outer_args (self, call, function, info->over);

  info->shape = function->kind == PREMISE_FUNCTION_REDUCE || function->kind == PREMISE_FUNCTION_VALUE
                ? premise_shapes_remove (shapes, all, info->over)
                : all;
}

static guint32
unite_children (PremiseChecker *self,
                guint32         parent)
{
  guint32 shape = PREMISE_SHAPE_SCALAR;

  for (guint32 i = premise_checker_get_node (self, parent)->first;
       i != PREMISE_NODE_NONE;
       i = premise_checker_get_node (self, i)->next)
    shape = unite (self, parent, shape, premise_checker_get_info (self, i)->shape);

  return shape;
}

static void
check_call (PremiseChecker *self,
            guint32         call)
{
  PremiseNode *node = premise_checker_get_node (self, call);
  const PremiseFunction *function = premise_function_get (node->target);
  PremiseNode *first = premise_checker_get_node (self, node->first);

  /* Several arguments of a reduction are taken cell by cell. */
  if (function->kind == PREMISE_FUNCTION_CELLS
      || (function->kind == PREMISE_FUNCTION_REDUCE && first->next != PREMISE_NODE_NONE
          && premise_checker_get_node (self, first->next)->kind != PREMISE_NODE_INDEX))
    premise_checker_get_info (self, call)->shape = unite_children (self, call);
  else
    check_lines (self, call, function);
}

static double
fold (PremiseOperator operator,
      double          a,
      double          b)
{
  switch ((int) operator)
    {
    case PREMISE_OPERATOR_NEGATE:
      return -a;

    case PREMISE_OPERATOR_PERCENT:
      return a / 100;

    case PREMISE_OPERATOR_ADD:
      return a + b;

    case PREMISE_OPERATOR_SUBTRACT:
      return a - b;

    case PREMISE_OPERATOR_MULTIPLY:
      return a * b;

    case PREMISE_OPERATOR_DIVIDE:
      return a / b;

    default:
      return NAN;
    }
}

/* Numbers that are worked out here come out as they would at run time: the same operations
 * in the same order. What is not finite is left for run time, which can say why.
 */
static void
check_constant (PremiseChecker *self,
                guint32         node)
{
  PremiseNode *n = premise_checker_get_node (self, node);
  PremiseNodeInfo *info = premise_checker_get_info (self, node);
  double operands[2] = { 0, 0 };
  guint n_operands = 0;

  for (guint32 i = n->first; i != PREMISE_NODE_NONE; i = premise_checker_get_node (self, i)->next)
    {
      PremiseNodeInfo *operand = premise_checker_get_info (self, i);

      if (!operand->is_constant)
        return;

      operands[n_operands++] = operand->constant;
    }

  info->constant = fold (n->operator, operands[0], operands[1]);
  info->is_constant = isfinite (info->constant);
}

static void
check_node (PremiseChecker *self,
            guint32         node)
{
  PremiseNode *n = premise_checker_get_node (self, node);
  PremiseNodeInfo *info = premise_checker_get_info (self, node);

  memset (info, 0, sizeof *info);

  switch ((PremiseNodeKind) n->kind)
    {
    case PREMISE_NODE_NUMBER:
      info->is_constant = TRUE;
      info->constant = n->number;
      break;

    case PREMISE_NODE_NAME:
      info->shape = premise_shapes_sort (&self->model->shapes,
                                         premise_model_get_variable (self->model, n->target)->shape);
      break;

    case PREMISE_NODE_UNARY:
    case PREMISE_NODE_BINARY:
      info->shape = unite_children (self, node);
      check_constant (self, node);
      break;

    case PREMISE_NODE_CALL:
      check_call (self, node);
      break;

    case PREMISE_NODE_SELECT:
      check_select (self, node);
      break;

    case PREMISE_NODE_MEMBER:
    case PREMISE_NODE_INDEX:
    default:
      return;
    }

  premise_checker_check_unit (self, node);
}

/**
 * premise_checker_check:
 * @self: a checker, started on a formula whose names are resolved and valid
 *
 * Finds the indexes and the unit of a formula and of all its parts. All mistakes are
 * reported, but not what follows from them.
 *
 * Returns: whether there were none
 */
gboolean
premise_checker_check (PremiseChecker *self)
{
  g_array_set_size (self->infos, self->root - self->first + 1);

  for (guint32 i = self->first; i <= self->root; i++)
    check_node (self, i);

  return self->n_errors == 0;
}
