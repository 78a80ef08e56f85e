/* premise-function.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-function-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the units of a row say in words. */
static const struct
{
  const char *units;
  const char *text;
} unit_texts[] = {
  { "u>u", N_("Any unit, the same for all arguments; the result has it.") },
  { "product", N_("Any units, and the result has their product; along an index, plain numbers only.") },
  { "*>1", N_("Any unit; the result is a plain number.") },
  { "u>1", N_("Any unit; the result is a plain number.") },
  { "uu>1", N_("Any unit, the same for all arguments; the result is a plain number.") },
  { "uuu>1", N_("Any unit, the same for all arguments; the result is a plain number.") },
  { "1>1", N_("Plain numbers, and so is the result.") },
  { "sqrt", N_("A unit with a root, as km² has; the result has the root.") },
  { "power", N_("y is a plain number; x has any unit if y is written as a number, and the result has the power.") },
  { "u1>u", N_("x has any unit, which the result has; the second argument is a plain number.") },
  { "u1u>u", N_("x and initial have the same unit, which the result has; n is a plain number.") },
  { "1u>u", N_("The rate is a plain number; x has any unit, which the result has.") },
  { "1*u>u", N_("The rate is a plain number, periods are in any unit; the result has the unit of the present value.") },
  { "uu*>1", N_("first and last have the same unit, periods any; the result is a plain number.") },
  { "uuv>v", N_("x and xs have the same unit; the result has that of ys.") },
  { "uv>u", N_("x and key have any units; the result has that of x.") },
  { "1uu>u", N_("The first argument is a plain number; the others have the same unit, which the result has.") },
  { "uu1>1", N_("x and median have the same unit; sigma is a plain number, and so is the result.") },
  { "1u1>u", N_("p and sigma are plain numbers; the result has the unit of the median.") },
};

/* The examples are about this: sales[year] is 10, 20, 30, 40 and flow[year] −100, 40, 50, 60
 * for the years 2021 to 2024.
 */
static const PremiseFunction functions[] = {
  {
    .name = "sum", .min_args = 1, .max_args = PREMISE_MANY_ARGS,
    .kind = PREMISE_FUNCTION_REDUCE, .units = "u>u",
    .kernel = premise_kernel_sum, .pair = NULL, .operator = PREMISE_OPERATOR_ADD,
    .usage = "sum(x over index), sum(a, b, …)",
    .summary = N_("The sum over the indexes, or over all of them; "
                   "of several arguments, cell by cell."),
    .errors = N_("#OVERFLOW where it is too large; without cells it is 0."),
    .example = "sum(sales)", .expected = 100,
  },
  {
    .name = "mean", .min_args = 1, .max_args = PREMISE_MANY_ARGS,
    .kind = PREMISE_FUNCTION_REDUCE, .units = "u>u", .averages = TRUE,
    .kernel = premise_kernel_mean, .operator = PREMISE_OPERATOR_ADD,
    .explain = premise_explain_missing,
    .usage = "mean(x over index), mean(a, b, …)",
    .summary = N_("The arithmetic mean, as for sum."),
    .errors = N_("#MISSING without cells, #OVERFLOW where the sum is too large."),
    .example = "mean(sales)", .expected = 25,
  },
  {
    .name = "median", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_REDUCE, .units = "u>u",
    .kernel = premise_kernel_median, .explain = premise_explain_missing,
    .usage = "median(x over index)",
    .summary = N_("The value in the middle; of an even number of cells, the mean of the two there."),
    .errors = N_("#MISSING without cells."),
    .example = "median(flow)", .expected = 45,
  },
  {
    .name = "min", .min_args = 1, .max_args = PREMISE_MANY_ARGS,
    .kind = PREMISE_FUNCTION_REDUCE, .units = "u>u",
    .kernel = premise_kernel_min, .pair = premise_kernel_min_2,
    .explain = premise_explain_missing,
    .usage = "min(x over index), min(a, b, …)",
    .summary = N_("The smallest, as for sum."),
    .errors = N_("#MISSING without cells."),
    .example = "min(flow)", .expected = -100,
  },
  {
    .name = "max", .min_args = 1, .max_args = PREMISE_MANY_ARGS,
    .kind = PREMISE_FUNCTION_REDUCE, .units = "u>u",
    .kernel = premise_kernel_max, .pair = premise_kernel_max_2,
    .explain = premise_explain_missing,
    .usage = "max(x over index), max(a, b, …)",
    .summary = N_("The largest, as for sum."),
    .errors = N_("#MISSING without cells."),
    .example = "max(3, 7, 5)", .expected = 7,
  },
  {
    .name = "product", .min_args = 1, .max_args = PREMISE_MANY_ARGS,
    .kind = PREMISE_FUNCTION_REDUCE, .units = "product",
    .kernel = premise_kernel_product, .operator = PREMISE_OPERATOR_MULTIPLY,
    .explain = premise_explain_missing,
    .usage = "product(x over index), product(a, b, …)",
    .summary = N_("The product, as for sum."),
    .errors = N_("#OVERFLOW where it is too large; without cells it is 1."),
    .example = "product(sales)", .expected = 240000,
  },
  {
    .name = "count", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_REDUCE, .units = "*>1", .reach = PREMISE_REACH_NOTHING,
    .kernel = premise_kernel_count,
    .usage = "count(x over index)",
    .summary = N_("How many cells have a value."),
    .errors = N_("None: cells without a value are not counted."),
    .example = "count(sales)", .expected = 4,
  },
  {
    .name = "abs", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_CELLS, .units = "u>u",
    .kernel = premise_kernel_abs,
    .usage = "abs(x)",
    .summary = N_("The value without its sign."),
    .example = "abs(-3)", .expected = 3,
  },
  {
    .name = "sign", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_CELLS, .units = "u>1",
    .kernel = premise_kernel_sign,
    .usage = "sign(x)",
    .summary = N_("−1, 0 or 1."),
    .example = "sign(-3)", .expected = -1,
  },
  {
    .name = "round", .min_args = 1, .max_args = 2,
    .kind = PREMISE_FUNCTION_CELLS, .units = "u1>u", .fallback = 0,
    .kernel = premise_kernel_round,
    .usage = "round(x), round(x, digits)",
    .summary = N_("Rounded to so many decimals, or tens where digits is negative; "
                   "halves away from zero. A fraction of digits is cut off. "
                   "In base units: 0.25, or 25 %, rounds to 0."),
    .example = "round(2.675, 2)", .expected = 2.68,
  },
  {
    .name = "floor", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_CELLS, .units = "u>u",
    .kernel = premise_kernel_floor,
    .usage = "floor(x)",
    .summary = N_("The whole number below, in base units: 0.25, or 25 %, gives 0."),
    .example = "floor(-1.5)", .expected = -2,
  },
  {
    .name = "ceil", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_CELLS, .units = "u>u",
    .kernel = premise_kernel_ceil,
    .usage = "ceil(x)",
    .summary = N_("The whole number above, in base units: 0.25, or 25 %, gives 1."),
    .example = "ceil(1.2)", .expected = 2,
  },
  {
    .name = "sqrt", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_CELLS, .units = "sqrt",
    .kernel = premise_kernel_sqrt,
    .usage = "sqrt(x)",
    .summary = N_("The square root."),
    .errors = N_("#DOMAIN below 0."),
    .example = "sqrt(9)", .expected = 3,
  },
  {
    .name = "exp", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_CELLS, .units = "1>1",
    .kernel = premise_kernel_exp,
    .usage = "exp(x)",
    .summary = N_("e to the power of x."),
    .errors = N_("#OVERFLOW where it is too large."),
    .example = "exp(1)", .expected = 2.718281828459045,
  },
  {
    .name = "ln", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_CELLS, .units = "1>1",
    .kernel = premise_kernel_ln,
    .usage = "ln(x)",
    .summary = N_("The natural logarithm."),
    .errors = N_("#DOMAIN at 0 and below."),
    .example = "ln(10)", .expected = 2.302585092994046,
  },
  {
    .name = "log10", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_CELLS, .units = "1>1",
    .kernel = premise_kernel_log10,
    .usage = "log10(x)",
    .summary = N_("The logarithm to base ten."),
    .errors = N_("#DOMAIN at 0 and below."),
    .example = "log10(1000)", .expected = 3,
  },
  {
    .name = "pow", .min_args = 2, .max_args = 2,
    .kind = PREMISE_FUNCTION_CELLS, .units = "power", .operator = PREMISE_OPERATOR_POWER,
    .usage = "pow(x, y)",
    .summary = N_("x to the power of y, as x ^ y."),
    .errors = N_("#DOMAIN for a root of a negative number, #DIV/0 for a negative power of 0, #OVERFLOW where it is too large."),
    .example = "pow(2, 10)", .expected = 1024,
  },
  {
    .name = "clamp", .min_args = 3, .max_args = 3,
    .kind = PREMISE_FUNCTION_CELLS, .units = "u>u",
    .kernel = premise_kernel_clamp,
    .usage = "clamp(x, low, high)",
    .summary = N_("x, but not below low and not above high."),
    .errors = N_("#DOMAIN where low is above high."),
    .example = "clamp(12, 0, 10)", .expected = 10,
  },
  {
    .name = "mod", .min_args = 2, .max_args = 2,
    .kind = PREMISE_FUNCTION_CELLS, .units = "u>u",
    .kernel = premise_kernel_mod, .explain = premise_explain_zero_divisor,
    .usage = "mod(x, y)",
    .summary = N_("The remainder of x / y, with the sign of y."),
    .errors = N_("#DIV/0 where y is 0."),
    .example = "mod(-7, 3)", .expected = 2,
  },
  {
    .name = "cagr", .min_args = 3, .max_args = 3,
    .kind = PREMISE_FUNCTION_CELLS, .units = "uu*>1",
    .kernel = premise_kernel_cagr, .explain = premise_explain_cagr,
    .usage = "cagr(first, last, periods)",
    .summary = N_("The growth in each period that leads from the first value to the last."),
    .errors = N_("#DIV/0 where first or periods is 0, #DOMAIN where the values differ in sign, "
                  "#OVERFLOW where it is too large."),
    .example = "cagr(100, 121, 2)", .expected = 0.1,
  },
  {
    .name = "npv", .min_args = 2, .max_args = 2,
    .kind = PREMISE_FUNCTION_VALUE, .units = "1u>u", .outer_args = 1 << 0,
    .kernel = premise_kernel_npv, .explain = premise_explain_npv,
    .usage = "npv(rate, x over index)",
    .summary = N_("The present value of payments, the first of them one period from now."),
    .errors = N_("#DIV/0 at a rate of −100 %, #OVERFLOW where it is too large."),
    .example = "npv(10%, flow)", .expected = 20.695307697561617,
  },
  {
    .name = "irr", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_VALUE, .units = "u>1",
    .kernel = premise_kernel_irr, .explain = premise_explain_no_convergence,
    .usage = "irr(x over index)",
    .summary = N_("The rate at which payments are worth nothing, the first of them now; "
                   "of several, the one nearest to 0."),
    .errors = N_("#NO CONVERGENCE where there is no rate between −99.9 % and 100,000 %, "
                  "as without a change of sign."),
    .example = "irr(flow)", .expected = 0.2164778541842899,
  },
  {
    .name = "pmt", .min_args = 3, .max_args = 3,
    .kind = PREMISE_FUNCTION_CELLS, .units = "1*u>u",
    .kernel = premise_kernel_pmt, .explain = premise_explain_pmt,
    .usage = "pmt(rate, periods, present)",
    .summary = N_("The level payment at the end of each period that pays off a present value; "
                   "outgoing payments are negative, as in the spreadsheet."),
    .errors = N_("#DIV/0 for 0 periods, #DOMAIN for a rate of −1 or less, "
                  "#OVERFLOW where it is too large."),
    .example = "pmt(10%, 2, 2100)", .expected = -1210,
  },
  {
    .name = "interpolate", .min_args = 3, .max_args = 3,
    .kind = PREMISE_FUNCTION_VALUE, .units = "uuv>v", .outer_args = 1 << 0,
    .kernel = premise_kernel_interpolate,
    .usage = "interpolate(x, xs, ys over index)",
    .summary = N_("The height at x of the line through the points (xs, ys), level beyond them."),
    .errors = N_("#DOMAIN where xs do not ascend."),
    .example = "interpolate(25, sales, flow)", .expected = 45,
  },
  {
    .name = "lookup", .min_args = 3, .max_args = 3,
    .kind = PREMISE_FUNCTION_VALUE, .units = "uuv>v", .outer_args = 1 << 0,
    .kernel = premise_kernel_lookup, .explain = premise_explain_lookup,
    .usage = "lookup(x, xs, ys over index)",
    .summary = N_("The member of ys at the last of the ascending xs that is not above x."),
    .errors = N_("#DOMAIN where xs do not ascend, #MISSING below the first of them."),
    .example = "lookup(25, sales, flow)", .expected = 40,
  },
  {
    .name = "index_of", .min_args = 2, .max_args = 2,
    .kind = PREMISE_FUNCTION_VALUE, .units = "uu>1", .outer_args = 1 << 1,
    .kernel = premise_kernel_index_of, .explain = premise_explain_not_found,
    .usage = "index_of(x, value over index)",
    .summary = N_("The place of the first cell that equals the value, from 1 on."),
    .errors = N_("#MISSING where no cell equals the value."),
    .example = "index_of(sales, 30)", .expected = 3,
  },
  {
    .name = "cumulate", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_SERIES, .units = "u>u", .reach = PREMISE_REACH_UP_TO,
    .kernel = premise_kernel_cumulate,
    .usage = "cumulate(x over index)",
    .summary = N_("The sum up to and including each member of the index."),
    .errors = N_("#OVERFLOW where it is too large."),
    .example = "cumulate(sales)[2023]", .expected = 60,
  },
  {
    .name = "prev", .min_args = 2, .max_args = 2,
    .kind = PREMISE_FUNCTION_SERIES, .units = "u>u", .outer_args = 1 << 1,
    .reach = PREMISE_REACH_BEFORE,
    .kernel = premise_kernel_prev,
    .usage = "prev(x, initial over index)",
    .summary = N_("The value at the member before; initial at the first."),
    .example = "prev(sales, 5)[2022]", .expected = 10,
  },
  {
    .name = "lag", .min_args = 3, .max_args = 3,
    .kind = PREMISE_FUNCTION_SERIES, .units = "u1u>u", .outer_args = (1 << 1) | (1 << 2),
    .kernel = premise_kernel_lag,
    .usage = "lag(x, n, initial over index)",
    .summary = N_("The value n members before, or behind where n is negative; "
                   "initial where there is none."),
    .errors = N_("#DOMAIN where n is not a whole number."),
    .example = "lag(sales, 2, 0)[2023]", .expected = 10,
  },
  {
    .name = "sort_by", .min_args = 2, .max_args = 2,
    .kind = PREMISE_FUNCTION_SERIES, .units = "uv>u",
    .kernel = premise_kernel_sort_by,
    .usage = "sort_by(x, key over index)",
    .summary = N_("The values in ascending order of the key; equal keys keep their order."),
    .example = "sort_by(sales, -flow)[2021]", .expected = 40,
  },
  {
    .name = "share", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_SPREAD, .units = "u>1",
    .kernel = premise_kernel_share, .explain = premise_explain_share,
    .usage = "share(x over index)",
    .summary = N_("Each value divided by the sum."),
    .errors = N_("#DIV/0 where the sum is 0, #OVERFLOW where it is too large."),
    .example = "share(sales)[2024]", .expected = 0.4,
  },
  {
    .name = "rank", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_SPREAD, .units = "u>1",
    .kernel = premise_kernel_rank,
    .usage = "rank(x over index)",
    .summary = N_("The place of each value, 1 for the largest."),
    .example = "rank(sales)[2023]", .expected = 2,
  },
  {
    .name = "normal_cdf", .min_args = 3, .max_args = 3,
    .kind = PREMISE_FUNCTION_CELLS, .units = "uuu>1",
    .kernel = premise_kernel_normal_cdf,
    .usage = "normal_cdf(x, mean, sd)",
    .summary = N_("The probability that a normally distributed value is not above x."),
    .errors = N_("#DOMAIN where sd is not above 0."),
    .example = "normal_cdf(12, 10, 2)", .expected = 0.8413447460685429,
  },
  {
    .name = "normal_quantile", .min_args = 3, .max_args = 3,
    .kind = PREMISE_FUNCTION_CELLS, .units = "1uu>u",
    .kernel = premise_kernel_normal_quantile,
    .usage = "normal_quantile(p, mean, sd)",
    .summary = N_("The value below which a normally distributed one lies with probability p."),
    .errors = N_("#DOMAIN where p is not between 0 and 1, or sd not above 0, "
                  "#OVERFLOW where it is too large."),
    .example = "normal_quantile(97.5%, 10, 2)", .expected = 13.919927969080108,
  },
  {
    .name = "lognormal_cdf", .min_args = 3, .max_args = 3,
    .kind = PREMISE_FUNCTION_CELLS, .units = "uu1>1",
    .kernel = premise_kernel_lognormal_cdf,
    .usage = "lognormal_cdf(x, median, sigma)",
    .summary = N_("The probability that a value whose logarithm is normally distributed, "
                   "with standard deviation sigma, is not above x."),
    .errors = N_("#DOMAIN where median or sigma is not above 0."),
    .example = "lognormal_cdf(20, 10, ln(2))", .expected = 0.8413447460685429,
  },
  {
    .name = "lognormal_quantile", .min_args = 3, .max_args = 3,
    .kind = PREMISE_FUNCTION_CELLS, .units = "1u1>u",
    .kernel = premise_kernel_lognormal_quantile,
    .usage = "lognormal_quantile(p, median, sigma)",
    .summary = N_("The value below which one lies with probability p whose logarithm is "
                   "normally distributed with standard deviation sigma."),
    .errors = N_("#DOMAIN where p is not between 0 and 1, or median or sigma not above 0, "
                  "#OVERFLOW where it is too large."),
    .example = "lognormal_quantile(84.13447460685429%, 10, ln(2))", .expected = 20,
  },
  {
    .name = "if", .min_args = 3, .max_args = 3,
    .kind = PREMISE_FUNCTION_CELLS, .units = "1uu>u",
    .kernel = premise_kernel_if,
    .usage = "if(condition, a, b)",
    .summary = N_("a where the condition is not 0, else b; the other one may be an error."),
    .errors = N_("None of its own, and none of the branch that is not taken."),
    .example = "if(2 > 1, 10, 1 / 0)", .expected = 10,
  },
  {
    .name = "and", .min_args = 2, .max_args = PREMISE_MANY_ARGS,
    .kind = PREMISE_FUNCTION_CELLS, .units = "1>1", .operator = PREMISE_OPERATOR_AND,
    .usage = "and(a, b, …)",
    .summary = N_("1 if none is 0, else 0; what stands behind a 0 may be an error."),
    .errors = N_("None of its own, and none from behind a 0."),
    .example = "and(1, 2 > 1)", .expected = 1,
  },
  {
    .name = "or", .min_args = 2, .max_args = PREMISE_MANY_ARGS,
    .kind = PREMISE_FUNCTION_CELLS, .units = "1>1", .operator = PREMISE_OPERATOR_OR,
    .usage = "or(a, b, …)",
    .summary = N_("0 if all are 0, else 1; what stands behind the first other may be an error."),
    .errors = N_("None of its own, and none from behind what is not 0."),
    .example = "or(0, 2 > 1)", .expected = 1,
  },
  {
    .name = "not", .min_args = 1, .max_args = 1,
    .kind = PREMISE_FUNCTION_CELLS, .units = "1>1", .operator = PREMISE_OPERATOR_NOT,
    .usage = "not(a)",
    .summary = N_("1 for 0, else 0."),
    .example = "not(0)", .expected = 1,
  },
};

/**
 * premise_function_find:
 * @name: a name, not necessarily ended by NUL
 * @length: its length in bytes
 *
 * Looks a function up.
 *
 * Returns: its position, or %PREMISE_FUNCTION_NONE
 */
guint
premise_function_find (const char *name,
                       gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      if (strncmp (functions[i].name, name, length) == 0 && functions[i].name[length] == '\0')
        return i;
    }

  return PREMISE_FUNCTION_NONE;
}

/**
 * premise_function_get:
 * @function: a position
 *
 * Gets a row of the table.
 *
 * Returns: (transfer none): the row
 */
const PremiseFunction *
premise_function_get (guint function)
{
  return &functions[function];
}

/**
 * premise_function_get_n_functions:
 *
 * Returns: how many functions there are
 */
guint
premise_function_get_n_functions (void)
{
  return G_N_ELEMENTS (functions);
}

/**
 * premise_function_get_name:
 * @function: a position
 *
 * Returns: (transfer none): the name of a function
 */
const char *
premise_function_get_name (guint function)
{
  g_return_val_if_fail (function < G_N_ELEMENTS (functions), NULL);

  return functions[function].name;
}

/**
 * premise_function_get_usage:
 * @function: a position
 *
 * Returns: (transfer none): how a function is written
 */
const char *
premise_function_get_usage (guint function)
{
  g_return_val_if_fail (function < G_N_ELEMENTS (functions), NULL);

  return functions[function].usage;
}

/**
 * premise_function_get_summary:
 * @function: a position
 *
 * Returns: (transfer none): what a function does, in one line in the user's language
 */
const char *
premise_function_get_summary (guint function)
{
  g_return_val_if_fail (function < G_N_ELEMENTS (functions), NULL);

  return _(functions[function].summary);
}

/**
 * premise_function_get_units:
 * @function: a position
 *
 * Returns: (transfer none): what units it takes and gives, in the user's language
 */
const char *
premise_function_get_units (guint function)
{
  g_return_val_if_fail (function < G_N_ELEMENTS (functions), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (unit_texts); i++)
    {
      if (strcmp (unit_texts[i].units, functions[function].units) == 0)
        return _(unit_texts[i].text);
    }

  g_return_val_if_reached (NULL);
}

/**
 * premise_function_get_errors:
 * @function: a position
 *
 * Returns: (transfer none): what errors it makes itself, in the user's language
 */
const char *
premise_function_get_errors (guint function)
{
  g_return_val_if_fail (function < G_N_ELEMENTS (functions), NULL);

  return functions[function].errors != NULL ? _(functions[function].errors) : _("None of its own.");
}

/**
 * premise_function_get_example:
 * @function: a position
 * @expected: (out) (optional): its value
 *
 * Gets an example. It is about two variables over the years 2021 to 2024: sales is 10, 20,
 * 30, 40 and flow −100, 40, 50, 60.
 *
 * Returns: (transfer none): a formula with the function
 */
const char *
premise_function_get_example (guint   function,
                              double *expected)
{
  g_return_val_if_fail (function < G_N_ELEMENTS (functions), NULL);

  if (expected != NULL)
    *expected = functions[function].expected;

  return functions[function].example;
}
