/* premise-checker-units.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-checker-private.h"
#include "premise-unit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A unit that several arguments have in common. */
typedef struct
{
  PremiseDimension unit;
  gboolean         any;
} Shared;

static void
set_plain (PremiseNodeInfo *info)
{
  info->unit = (PremiseDimension) { 0 };
  info->any_unit = FALSE;
}

/* What a mistake leaves behind, and all that is made of it, fits everything, so that the
 * mistake is reported once.
 */
static void
set_unknown (PremiseNodeInfo *info)
{
  info->unit = (PremiseDimension) { 0 };
  info->any_unit = TRUE;
  info->unit_unknown = TRUE;
}

static gboolean
share (Shared                *shared,
       const PremiseNodeInfo *info)
{
  if (info->any_unit)
    return TRUE;

  if (!shared->any)
    return premise_dimension_equal (&shared->unit, &info->unit);

  shared->unit = info->unit;
  shared->any = FALSE;

  return TRUE;
}

static void
complain_operands (PremiseChecker  *self,
                   guint32          node,
                   PremiseNodeInfo *left,
                   PremiseNodeInfo *right)
{
  PremiseNode *n = premise_checker_get_node (self, node);
  g_autofree char *a = premise_dimension_to_string (&left->unit);
  g_autofree char *b = premise_dimension_to_string (&right->unit);
  const char *advice = premise_dimension_is_currency (&left->unit)
                       && premise_dimension_is_currency (&right->unit)
                       ? _("multiply by an exchange rate first")
                       : _("both must have the same unit");

  if (n->operator == PREMISE_OPERATOR_ADD)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNIT, n->offset,
                              /* Translators: two units, and advice. */
                              _("cannot add %s to %s: %s"), b, a, advice);
  else if (n->operator == PREMISE_OPERATOR_SUBTRACT)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNIT, n->offset,
                              /* Translators: two units, and advice. */
                              _("cannot subtract %s from %s: %s"), b, a, advice);
  else
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNIT, n->offset,
                              /* Translators: two units, and advice. */
                              _("cannot compare %s with %s: %s"), a, b, advice);
}

static void
check_same (PremiseChecker  *self,
            guint32          node,
            PremiseNodeInfo *left,
            PremiseNodeInfo *right)
{
  PremiseNodeInfo *info = premise_checker_get_info (self, node);
  Shared shared = { .any = TRUE };

  share (&shared, left);

  if (!share (&shared, right))
    {
      complain_operands (self, node, left, right);
      set_unknown (info);
      return;
    }

  info->unit = shared.unit;
  info->any_unit = shared.any;
}

static void
check_product (PremiseChecker        *self,
               guint32                node,
               const PremiseNodeInfo *factor,
               int                    exponent)
{
  if (!premise_dimension_multiply (&premise_checker_get_info (self, node)->unit, &factor->unit,
                                   exponent))
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNIT,
                              premise_checker_get_node (self, node)->offset,
                              _("the unit of this has more than %d factors"),
                              PREMISE_DIMENSION_MAX_FACTORS);
}

static gboolean
check_plain (PremiseChecker *self,
             guint32         node,
             const char     *what)
{
  PremiseNodeInfo *info = premise_checker_get_info (self, node);
  g_autofree char *unit = NULL;

  if (info->any_unit || info->unit.n_factors == 0)
    return TRUE;

  unit = premise_dimension_to_string (&info->unit);
  premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNIT,
                            premise_checker_get_node (self, node)->offset,
                            /* Translators: “an exponent”, “a condition” …, and a unit. */
                            _("%s must be a plain number, but this is %s"), what, unit);

  return FALSE;
}

static void
check_power (PremiseChecker *self,
             guint32         node,
             guint32         base,
             guint32         exponent)
{
  PremiseNodeInfo *info = premise_checker_get_info (self, node);
  PremiseNodeInfo *base_info = premise_checker_get_info (self, base);
  PremiseNodeInfo *exponent_info = premise_checker_get_info (self, exponent);
  g_autofree char *unit = NULL;

  set_plain (info);

  if (!check_plain (self, exponent, _("an exponent")) || base_info->unit.n_factors == 0)
    return;

  info->unit = base_info->unit;

  if (exponent_info->is_constant && premise_dimension_raise (&info->unit, exponent_info->constant))
    return;

  unit = premise_dimension_to_string (&base_info->unit);
  premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNIT,
                            premise_checker_get_node (self, node)->offset,
                            exponent_info->is_constant
                            ? _("this power of %s is not a unit")
                            : _("%s to the power of a variable is not a unit; "
                                "divide by a unit first"),
                            unit);
  set_unknown (info);
}

static void
check_binary (PremiseChecker *self,
              guint32         node)
{
  PremiseNode *n = premise_checker_get_node (self, node);
  guint32 left = n->first;
  guint32 right = premise_checker_get_node (self, left)->next;
  PremiseNodeInfo *a = premise_checker_get_info (self, left);
  PremiseNodeInfo *b = premise_checker_get_info (self, right);

  switch ((int) n->operator)
    {
    case PREMISE_OPERATOR_ADD:
    case PREMISE_OPERATOR_SUBTRACT:
      check_same (self, node, a, b);
      break;

    case PREMISE_OPERATOR_MULTIPLY:
    case PREMISE_OPERATOR_DIVIDE:
      check_product (self, node, a, 1);
      check_product (self, node, b, n->operator == PREMISE_OPERATOR_MULTIPLY ? 1 : -1);
      break;

    case PREMISE_OPERATOR_POWER:
      check_power (self, node, left, right);
      break;

    case PREMISE_OPERATOR_AND:
    case PREMISE_OPERATOR_OR:
      check_plain (self, left, _("a condition"));
      check_plain (self, right, _("a condition"));
      break;

    default:
      check_same (self, node, a, b);
      set_plain (premise_checker_get_info (self, node));
      break;
    }
}

static void
check_unary (PremiseChecker *self,
             guint32         node)
{
  PremiseNode *n = premise_checker_get_node (self, node);
  PremiseNodeInfo *info = premise_checker_get_info (self, node);
  PremiseNodeInfo *operand = premise_checker_get_info (self, n->first);

  if (n->operator == PREMISE_OPERATOR_NOT)
    {
      check_plain (self, n->first, _("a condition"));
      return;
    }

  info->unit = operand->unit;
  info->any_unit = operand->any_unit;
}

static void
complain_argument (PremiseChecker        *self,
                   guint32                argument,
                   const PremiseFunction *function,
                   const Shared          *shared)
{
  g_autofree char *expected = premise_dimension_to_string (&shared->unit);
  g_autofree char *found =
    premise_dimension_to_string (&premise_checker_get_info (self, argument)->unit);

  premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNIT,
                            premise_checker_get_node (self, argument)->offset,
                            /* Translators: a function, and two units. */
                            _("the arguments of “%s” must have the same unit, "
                              "but this is %s and not %s"),
                            function->name, found, expected);
}

/* Follows the pattern of units in the function table. */
static void
check_pattern (PremiseChecker        *self,
               guint32                call,
               const PremiseFunction *function)
{
  PremiseNodeInfo *info = premise_checker_get_info (self, call);
  const char *pattern = function->units;
  Shared shared[2] = { { .any = TRUE }, { .any = TRUE } };
  char result = strchr (pattern, '>')[1];
  g_autofree char *what = g_strdup_printf (_("this argument of “%s”"), function->name);

  for (guint32 i = premise_checker_get_node (self, call)->first;
       i != PREMISE_NODE_NONE && premise_checker_get_node (self, i)->kind != PREMISE_NODE_INDEX;
       i = premise_checker_get_node (self, i)->next)
    {
      if (*pattern == '1')
        check_plain (self, i, what);
      else if (*pattern != '*' && !share (&shared[*pattern == 'v'], premise_checker_get_info (self, i)))
        {
          complain_argument (self, i, function, &shared[*pattern == 'v']);
          set_unknown (info);
          return;
        }

      if (pattern[1] != '>')
        pattern++;
    }

  if (result != '1')
    {
      info->unit = shared[result == 'v'].unit;
      info->any_unit = shared[result == 'v'].any;
    }
}

static void
check_call (PremiseChecker *self,
            guint32         call)
{
  PremiseNode *n = premise_checker_get_node (self, call);
  PremiseNodeInfo *info = premise_checker_get_info (self, call);
  const PremiseFunction *function = premise_function_get (n->target);
  guint32 second = premise_checker_get_node (self, n->first)->next;

  if (second != PREMISE_NODE_NONE && premise_checker_get_node (self, second)->kind == PREMISE_NODE_INDEX)
    second = PREMISE_NODE_NONE;

  if (strcmp (function->units, "power") == 0)
    check_power (self, call, n->first, second);
  else if (strcmp (function->units, "product") == 0 && second != PREMISE_NODE_NONE)
    {
      for (guint32 i = n->first; i != PREMISE_NODE_NONE; i = premise_checker_get_node (self, i)->next)
        check_product (self, call, premise_checker_get_info (self, i), 1);
    }
  else if (strcmp (function->units, "product") == 0)
    check_plain (self, n->first, _("what is multiplied along an index"));
  else if (strcmp (function->units, "sqrt") == 0)
    {
      info->unit = premise_checker_get_info (self, n->first)->unit;

      if (!premise_dimension_raise (&info->unit, 0.5))
        {
          g_autofree char *unit = premise_dimension_to_string (&info->unit);

          premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNIT, n->offset,
                                    _("the square root of %s is not a unit"), unit);
          set_unknown (info);
        }
    }
  else
    check_pattern (self, call, function);
}

/* The number of a date is no count of days: of it only the order means something. */
static gboolean
may_take_dates (const PremiseNode *node)
{
  static const char *const functions[] = {
    "if", "min", "max", "median", "count", "prev", "lag", "sort_by", "rank", "lookup", "index_of"
  };

  if (node->kind == PREMISE_NODE_BINARY)
    return node->operator >= PREMISE_OPERATOR_LESS && node->operator <= PREMISE_OPERATOR_NOT_EQUAL;

  if (node->kind != PREMISE_NODE_CALL)
    return node->kind != PREMISE_NODE_UNARY;

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      if (strcmp (premise_function_get (node->target)->name, functions[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_dates (PremiseChecker *self,
             guint32         node)
{
  PremiseNode *n = premise_checker_get_node (self, node);

  for (guint32 i = n->first; i != PREMISE_NODE_NONE; i = premise_checker_get_node (self, i)->next)
    {
      if (!premise_dimension_has_date (&premise_checker_get_info (self, i)->unit))
        continue;

      if (may_take_dates (n))
        return TRUE;

      premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNIT,
                                premise_checker_get_node (self, i)->offset,
                                _("a date cannot be calculated with; it can be compared, and min, "
                                  "max and if take it"));
      return FALSE;
    }

  return TRUE;
}

/**
 * premise_checker_check_unit:
 * @self: a checker
 * @node: a node whose children are checked
 *
 * Finds the unit of a part of a formula. A number is a plain number, except 0, which can be
 * added to and compared with anything.
 */
void
premise_checker_check_unit (PremiseChecker *self,
                            guint32         node)
{
  PremiseNode *n = premise_checker_get_node (self, node);
  PremiseNodeInfo *info = premise_checker_get_info (self, node);

  for (guint32 i = n->first; i != PREMISE_NODE_NONE; i = premise_checker_get_node (self, i)->next)
    {
      if (premise_checker_get_info (self, i)->unit_unknown)
        {
          set_unknown (info);
          return;
        }
    }

  if (!check_dates (self, node))
    {
      set_unknown (info);
      return;
    }

  switch ((PremiseNodeKind) n->kind)
    {
    case PREMISE_NODE_NUMBER:
      info->any_unit = n->number == 0;
      break;

    case PREMISE_NODE_NAME:
      {
        const PremiseVariable *variable = premise_model_get_variable (self->model, n->target);

        info->unit = *premise_unit_get_dimension (g_ptr_array_index (self->model->units,
                                                                     variable->unit));
        break;
      }

    case PREMISE_NODE_UNARY:
      check_unary (self, node);
      break;

    case PREMISE_NODE_BINARY:
      check_binary (self, node);
      break;

    case PREMISE_NODE_CALL:
      check_call (self, node);
      break;

    case PREMISE_NODE_SELECT:
      info->unit = premise_checker_get_info (self, n->first)->unit;
      info->any_unit = premise_checker_get_info (self, n->first)->any_unit;
      break;

    case PREMISE_NODE_MEMBER:
    case PREMISE_NODE_INDEX:
    default:
      break;
    }
}

/**
 * premise_checker_compare_unit:
 * @self: a checker that has checked a formula
 * @declared: the unit of the variable
 *
 * Compares the unit of the formula with the declared one.
 *
 * Returns: whether they are the same
 */
gboolean
premise_checker_compare_unit (PremiseChecker         *self,
                              const PremiseDimension *declared)
{
  PremiseNodeInfo *info = premise_checker_get_info (self, self->root);
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  if (info->any_unit || premise_dimension_equal (&info->unit, declared))
    return TRUE;

  found = premise_dimension_to_string (&info->unit);
  expected = premise_dimension_to_string (declared);
  premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNIT, 0,
                            /* Translators: two units: the one that comes out, and the one that is
                             * written. */
                            _("the formula gives %s but the unit says %s"), found, expected);

  return FALSE;
}
