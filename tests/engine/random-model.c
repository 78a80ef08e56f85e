/* random-model.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-math-private.h"
#include "random-model.h"

#include <math.h>
#include <string.h>

#define MAX_ARGS  3
#define MAX_DEPTH 4

static const guint sizes[RANDOM_N_DIMS] = { 3, 4, 2 };
static const guint strides[RANDOM_N_DIMS] = { 8, 2, 1 };

typedef enum
{
  NODE_NUMBER,
  NODE_VARIABLE,
  NODE_CELLS,
  NODE_REDUCE,
  NODE_SPREAD,
  NODE_CUMULATE,
  NODE_PREV,
  NODE_SELECT,
} NodeKind;

struct _RandomNode
{
  NodeKind   kind;
  guint      function;
  guint      mask;
  guint      over;
  guint      index;
  guint      member;
  gboolean   says_over;
  RandomNode *args[MAX_ARGS];
};

static const double numbers[] = { 0, 0.1, 0.5, 1, 2, 3, 7, 1e200 };
static const double inputs[] = { -3, -1, -0.5, 0, 0.1, 0.5, 1, 2, 3, 10, 1e200 };

static const guint permutations[][RANDOM_N_DIMS] = {
  { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 },
};

/* What works cell by cell. An error in an argument is one of the result, except for those
 * that look for themselves.
 */
typedef struct
{
  const char *format;
  guint       n_args;
  gboolean    lazy;
  double    (*call) (double a, double b, double c);
} CellFunction;

static double call_add (double a, double b, double c) { return a + b; }
static double call_subtract (double a, double b, double c) { return a - b; }
static double call_multiply (double a, double b, double c) { return a * b; }
static double call_divide (double a, double b, double c) { return a / b; }
static double call_power (double a, double b, double c) { return premise_power (a, b); }
static double call_negate (double a, double b, double c) { return -a; }
static double call_percent (double a, double b, double c) { return a / 100; }
static double call_not (double a, double b, double c) { return a == 0; }
static double call_less (double a, double b, double c) { return a < b; }
static double call_less_equal (double a, double b, double c) { return a <= b; }
static double call_greater (double a, double b, double c) { return a > b; }
static double call_equal (double a, double b, double c) { return a == b; }
static double call_abs (double a, double b, double c) { return fabs (a); }
static double call_sign (double a, double b, double c) { return (a > 0) - (a < 0); }
static double call_floor (double a, double b, double c) { return floor (a); }
static double call_sqrt (double a, double b, double c) { return sqrt (a); }
static double call_exp (double a, double b, double c) { return premise_exp (a); }
static double call_ln (double a, double b, double c) { return a > 0 ? premise_log (a) : NAN; }
static double call_mean (double a, double b, double c) { return (a + b + c) / 3; }
static double call_min (double a, double b, double c) { return b < a ? b : a; }
static double call_max (double a, double b, double c) { return b > a ? b : a; }

static double
call_clamp (double a,
            double b,
            double c)
{
  if (b > c)
    return NAN;

  return a < b ? b : a > c ? c : a;
}

static double
call_if (double a,
         double b,
         double c)
{
  return isnan (a) ? NAN : a != 0 ? b : c;
}

static double
call_and (double a,
          double b,
          double c)
{
  return a == 0 ? 0 : isnan (a) || isnan (b) ? NAN : b != 0;
}

static double
call_or (double a,
         double b,
         double c)
{
  if (!isnan (a) && a != 0)
    return 1;

  return isnan (a) || isnan (b) ? NAN : b != 0;
}

static const CellFunction cell_functions[] = {
  { "(%s + %s)", 2, FALSE, call_add },
  { "(%s - %s)", 2, FALSE, call_subtract },
  { "(%s * %s)", 2, FALSE, call_multiply },
  { "(%s / %s)", 2, FALSE, call_divide },
  { "(%s ^ %s)", 2, FALSE, call_power },
  { "(-%s)", 1, FALSE, call_negate },
  { "(%s%%)", 1, FALSE, call_percent },
  { "(not %s)", 1, FALSE, call_not },
  { "(%s < %s)", 2, FALSE, call_less },
  { "(%s <= %s)", 2, FALSE, call_less_equal },
  { "(%s > %s)", 2, FALSE, call_greater },
  { "(%s = %s)", 2, FALSE, call_equal },
  { "abs(%s)", 1, FALSE, call_abs },
  { "sign(%s)", 1, FALSE, call_sign },
  { "floor(%s)", 1, FALSE, call_floor },
  { "sqrt(%s)", 1, FALSE, call_sqrt },
  { "exp(%s)", 1, FALSE, call_exp },
  { "ln(%s)", 1, FALSE, call_ln },
  { "mean(%s, %s, %s)", 3, FALSE, call_mean },
  { "min(%s, %s)", 2, FALSE, call_min },
  { "max(%s, %s)", 2, FALSE, call_max },
  { "clamp(%s, %s, %s)", 3, FALSE, call_clamp },
  { "if(%s, %s, %s)", 3, TRUE, call_if },
  { "(%s and %s)", 2, TRUE, call_and },
  { "(%s or %s)", 2, TRUE, call_or },
};

static const char *const reductions[] = { "sum", "mean", "min", "max", "product", "count" };
static const char *const spreads[] = { "share", "rank" };

double
random_model_pick_value (void)
{
  return inputs[g_test_rand_int_range (0, G_N_ELEMENTS (inputs))];
}

static guint
get_member (guint cell,
            guint dim)
{
  return cell / strides[dim] % sizes[dim];
}

/* Whether two places on the grid have the same members of the indexes in @mask. */
static gboolean
same_members (guint mask,
              guint a,
              guint b)
{
  for (guint dim = 0; dim < RANDOM_N_DIMS; dim++)
    {
      if ((mask & (1u << dim)) != 0 && get_member (a, dim) != get_member (b, dim))
        return FALSE;
    }

  return TRUE;
}

static double
normalize (double value)
{
  return isfinite (value) ? value : NAN;
}

/* The values along the indexes in @over through @cell, the last index fastest. */
static guint
get_line (const RandomValue *value,
          guint              over,
          guint              cell,
          double            *line)
{
  guint n = 0;

  for (guint i = 0; i < RANDOM_N_GRID; i++)
    {
      if (same_members (~over, i, cell))
        line[n++] = value->cells[i];
    }

  return n;
}

static double
reduce (const char   *name,
        const double *line,
        guint         n)
{
  gboolean is_product = strcmp (name, "product") == 0;
  double result = is_product ? 1 : 0;
  guint n_errors = 0;

  for (guint i = 0; i < n; i++)
    {
      n_errors += isnan (line[i]) != 0;

      if (strcmp (name, "min") == 0)
        result = i == 0 || line[i] < result ? line[i] : result;
      else if (strcmp (name, "max") == 0)
        result = i == 0 || line[i] > result ? line[i] : result;
      else if (is_product)
        result *= line[i];
      else
        result += line[i];
    }

  if (strcmp (name, "count") == 0)
    return n - n_errors;

  if (strcmp (name, "mean") == 0)
    result /= n;

  return n_errors > 0 ? NAN : normalize (result);
}

static double
spread (const char   *name,
        const double *line,
        guint         n,
        double        value)
{
  double sum = reduce ("sum", line, n);
  guint rank = 1;

  if (strcmp (name, "share") == 0)
    return isnan (sum) ? NAN : normalize (value / sum);

  for (guint i = 0; i < n; i++)
    {
      if (isnan (line[i]))
        return NAN;

      rank += line[i] > value;
    }

  return rank;
}

static void evaluate (const RandomModel *random,
                      const RandomNode  *node,
                      RandomValue       *value);

static double
evaluate_cell (const RandomNode  *node,
               const RandomValue *args,
               guint              cell)
{
  const CellFunction *function = &cell_functions[node->function];
  guint dim = node->index;
  guint moved = cell - get_member (cell, dim) * strides[dim];
  double a = args[0].cells[cell];
  double b = args[1].cells[cell];
  double c = args[2].cells[cell];
  double line[RANDOM_N_GRID];
  double sum = 0;
  guint n;

  switch (node->kind)
    {
    case NODE_CELLS:
      if (!function->lazy && (isnan (a) || (function->n_args > 1 && isnan (b))
                              || (function->n_args > 2 && isnan (c))))
        return NAN;

      return normalize (function->call (a, b, c));

    case NODE_REDUCE:
      n = get_line (&args[0], node->over, cell, line);
      return reduce (reductions[node->function], line, n);

    case NODE_SPREAD:
      n = get_line (&args[0], node->over, cell, line);
      return spread (spreads[node->function], line, n, a);

    case NODE_CUMULATE:
      for (guint i = 0; i <= get_member (cell, dim); i++)
        sum += args[0].cells[moved + i * strides[dim]];

      return normalize (sum);

    case NODE_PREV:
      return get_member (cell, dim) == 0 ? b : args[0].cells[cell - strides[dim]];

    case NODE_SELECT:
      return args[0].cells[moved + node->member * strides[dim]];

    case NODE_NUMBER:
    case NODE_VARIABLE:
    default:
      g_assert_not_reached ();
    }
}

static void
evaluate (const RandomModel *random,
          const RandomNode  *node,
          RandomValue       *value)
{
  RandomValue args[MAX_ARGS] = { 0 };

  if (node->kind == NODE_VARIABLE)
    {
      *value = random->values[node->index];
      return;
    }

  for (guint i = 0; i < MAX_ARGS && node->args[i] != NULL; i++)
    evaluate (random, node->args[i], &args[i]);

  value->mask = node->mask;

  for (guint i = 0; i < RANDOM_N_GRID; i++)
    value->cells[i] = node->kind == NODE_NUMBER ? numbers[node->index]
                                                : evaluate_cell (node, args, i);
}

static void
node_free (RandomNode *node)
{
  for (guint i = 0; i < MAX_ARGS && node->args[i] != NULL; i++)
    node_free (node->args[i]);

  g_free (node);
}

/* One of the indexes in @mask, which must not be empty. */
static guint
pick_dim (guint mask)
{
  guint dim;

  do
    dim = g_test_rand_int_range (0, RANDOM_N_DIMS);
  while ((mask & (1u << dim)) == 0);

  return dim;
}

static RandomNode *generate (const RandomModel *random,
                             guint              variable,
                             guint              depth);

static void
generate_cells (const RandomModel *random,
                RandomNode        *node,
                guint              variable,
                guint              depth)
{
  node->kind = NODE_CELLS;
  node->function = g_test_rand_int_range (0, G_N_ELEMENTS (cell_functions));

  for (guint i = 0; i < cell_functions[node->function].n_args; i++)
    {
      node->args[i] = generate (random, variable, depth + 1);
      node->mask |= node->args[i]->mask;
    }
}

/* What goes along an index, or several: @mask has those of the first argument. */
static void
generate_lines (const RandomModel *random,
                RandomNode        *node,
                guint              variable,
                guint              depth)
{
  guint mask = node->args[0]->mask;

  node->index = pick_dim (mask);
  node->over = 1u << node->index;
  node->says_over = TRUE;
  node->mask = mask;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      node->kind = NODE_CUMULATE;
      break;

    case 1:
      node->kind = NODE_PREV;
      node->args[1] = generate (random, variable, depth + 1);
      node->mask |= node->args[1]->mask;
      break;

    case 2:
      node->kind = NODE_SELECT;
      node->member = g_test_rand_int_range (0, sizes[node->index]);
      node->mask &= ~node->over;
      break;

    case 3:
      node->kind = NODE_SPREAD;
      node->function = g_test_rand_int_range (0, G_N_ELEMENTS (spreads));
      node->over |= mask & g_test_rand_int_range (0, 1 << RANDOM_N_DIMS);
      break;

    default:
      node->kind = NODE_REDUCE;
      node->function = g_test_rand_int_range (0, G_N_ELEMENTS (reductions));
      node->over |= mask & g_test_rand_int_range (0, 1 << RANDOM_N_DIMS);
      node->says_over = node->over != mask || g_test_rand_bit ();
      node->mask &= ~node->over;
    }

  /* The initial value must not go along the index: pick a member of it. */
  if (node->kind == NODE_PREV && (node->args[1]->mask & node->over) != 0)
    {
      RandomNode *select = g_new0 (RandomNode, 1);

      select->kind = NODE_SELECT;
      select->index = node->index;
      select->args[0] = node->args[1];
      select->mask = node->args[1]->mask & ~node->over;
      node->args[1] = select;
    }
}

/* A formula that mentions variables before @variable only. */
static RandomNode *
generate (const RandomModel *random,
          guint              variable,
          guint              depth)
{
  RandomNode *node = g_new0 (RandomNode, 1);
  int choice = g_test_rand_int_range (0, depth >= MAX_DEPTH ? 4 : 12);

  if (choice == 0)
    {
      node->kind = NODE_NUMBER;
      node->index = g_test_rand_int_range (0, G_N_ELEMENTS (numbers));
    }
  else if (choice < 4)
    {
      node->kind = NODE_VARIABLE;
      node->index = g_test_rand_int_range (0, variable);
      node->mask = random->masks[node->index];
    }
  else if (choice < 8)
    generate_cells (random, node, variable, depth);
  else
    {
      node->args[0] = generate (random, variable, depth + 1);

      if (node->args[0]->mask == 0)
        {
          RandomNode *scalar = node->args[0];

          g_free (node);
          return scalar;
        }

      generate_lines (random, node, variable, depth);
    }

  return node;
}

static char *print (const RandomNode *node);

static char *
print_over (const RandomNode *node,
            const char       *name)
{
  g_autofree char *a = print (node->args[0]);
  g_autofree char *b = node->args[1] != NULL ? print (node->args[1]) : NULL;
  GString *text = g_string_new (name);
  const char *separator = " over ";

  g_string_append_printf (text, "(%s%s%s", a, b != NULL ? ", " : "", b != NULL ? b : "");

  for (guint dim = 0; dim < RANDOM_N_DIMS && node->says_over; dim++)
    {
      if ((node->over & (1u << dim)) == 0)
        continue;

      g_string_append_printf (text, "%si%u", separator, dim);
      separator = ", ";
    }

  g_string_append_c (text, ')');

  return g_string_free (text, FALSE);
}

/* Puts the arguments where the format of the function says %s. */
static char *
print_cells (const RandomNode *node)
{
  g_auto(GStrv) parts = g_strsplit (cell_functions[node->function].format, "%s", -1);
  GString *text = g_string_new (parts[0]);

  for (guint i = 0; parts[i + 1] != NULL; i++)
    {
      g_autofree char *arg = print (node->args[i]);

      g_string_append_printf (text, "%s%s", arg, parts[i + 1]);
    }

  g_string_replace (text, "%%", "%", 0);

  return g_string_free (text, FALSE);
}

static char *
print (const RandomNode *node)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *a = NULL;

  switch (node->kind)
    {
    case NODE_NUMBER:
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, numbers[node->index]));

    case NODE_VARIABLE:
      return g_strdup_printf ("v%u", node->index);

    case NODE_CELLS:
      return print_cells (node);

    case NODE_REDUCE:
      return print_over (node, reductions[node->function]);

    case NODE_SPREAD:
      return print_over (node, spreads[node->function]);

    case NODE_CUMULATE:
      return print_over (node, "cumulate");

    case NODE_PREV:
      return print_over (node, "prev");

    case NODE_SELECT:
      a = print (node->args[0]);
      return g_strdup_printf ("%s[i%u = m%u]", a, node->index, node->member);

    default:
      g_assert_not_reached ();
    }
}

gboolean
random_model_is_assumption (guint variable)
{
  return variable < RANDOM_N_INPUTS && variable % 4 != 3;
}

/* Gives an input a value in every cell; along what it does not have, the same. */
static void
fill_input (RandomModel *self,
            guint        variable)
{
  RandomValue *value = &self->values[variable];

  value->mask = self->masks[variable];

  for (guint i = 0; i < RANDOM_N_GRID; i++)
    {
      guint first = 0;

      for (guint dim = 0; dim < RANDOM_N_DIMS; dim++)
        {
          if ((value->mask & (1u << dim)) != 0)
            first += get_member (i, dim) * strides[dim];
        }

      value->cells[i] = first < i ? value->cells[first] : random_model_pick_value ();

      /* Only facts may be missing. */
      if (first == i && !random_model_is_assumption (variable) && g_test_rand_int_range (0, 10) == 0)
        value->cells[i] = NAN;
    }
}

void
random_model_evaluate (RandomModel *self)
{
  for (guint i = RANDOM_N_INPUTS; i < RANDOM_N_VARIABLES; i++)
    evaluate (self, self->nodes[i], &self->values[i]);
}

RandomModel *
random_model_new (void)
{
  RandomModel *self = g_new0 (RandomModel, 1);

  for (guint i = 0; i < RANDOM_N_VARIABLES; i++)
    {
      self->orders[i] = g_test_rand_int_range (0, G_N_ELEMENTS (permutations));

      if (i < RANDOM_N_INPUTS)
        {
          self->masks[i] = g_test_rand_int_range (0, 1 << RANDOM_N_DIMS);
          fill_input (self, i);
        }
      else
        {
          self->nodes[i] = generate (self, i, 0);
          self->masks[i] = self->nodes[i]->mask;
        }
    }

  random_model_evaluate (self);

  return self;
}

void
random_model_free (RandomModel *self)
{
  for (guint i = RANDOM_N_INPUTS; i < RANDOM_N_VARIABLES; i++)
    node_free (self->nodes[i]);

  g_free (self);
}

guint
random_model_get_place (PremiseModel *model,
                        guint         variable,
                        guint         cell)
{
  guint members[RANDOM_N_DIMS] = { 0 };
  guint place = 0;

  premise_model_get_cell_members (model, variable, cell, members);

  for (guint i = 0; i < premise_model_get_n_dims (model, variable); i++)
    place += members[i] * strides[premise_model_get_dim (model, variable, i)];

  return place;
}

static void
append_values (GString           *text,
               const RandomModel *self,
               guint              variable,
               const guint       *dims,
               guint              n_dims)
{
  guint n_cells = 1;

  for (guint i = 0; i < n_dims; i++)
    n_cells *= sizes[dims[i]];

  for (guint cell = 0; cell < n_cells; cell++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];
      guint rest = cell;
      guint place = 0;

      for (guint i = n_dims; i > 0; i--)
        {
          place += rest % sizes[dims[i - 1]] * strides[dims[i - 1]];
          rest /= sizes[dims[i - 1]];
        }

      g_string_append_printf (text, " %s",
                              g_ascii_dtostr (buffer, sizeof buffer,
                                              self->values[variable].cells[place]));
    }
}

static const char *
get_kind (guint variable)
{
  if (variable >= RANDOM_N_INPUTS)
    return "formula";

  return random_model_is_assumption (variable) ? "assumption" : "datum";
}

char *
random_model_describe (const RandomModel *self)
{
  GString *text = g_string_new ("index i0 m0 m1 m2\nindex i1 m0 m1 m2 m3\nindex i2 m0 m1\n");

  for (guint i = RANDOM_N_VARIABLES; i > 0; i--)
    {
      guint variable = i - 1;
      guint dims[RANDOM_N_DIMS];
      guint n_dims = 0;

      g_string_append_printf (text, "%s v%u 1", get_kind (variable), variable);

      for (guint j = 0; j < RANDOM_N_DIMS; j++)
        {
          guint dim = permutations[self->orders[variable]][j];

          if ((self->masks[variable] & (1u << dim)) == 0)
            continue;

          dims[n_dims++] = dim;
          g_string_append_printf (text, " i%u", dim);
        }

      g_string_append (text, " :");

      if (variable < RANDOM_N_INPUTS)
        append_values (text, self, variable, dims, n_dims);
      else
        {
          g_autofree char *formula = print (self->nodes[variable]);

          g_string_append_printf (text, " %s", formula);
        }

      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

void
random_model_set (RandomModel *self,
                  guint        input,
                  guint        place,
                  double       value)
{
  for (guint i = 0; i < RANDOM_N_GRID; i++)
    {
      if (same_members (self->masks[input], i, place))
        self->values[input].cells[i] = value;
    }
}
