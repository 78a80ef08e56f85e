/* test-seek.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-seek.h"

#include <math.h>

/* y = @formula of x, which is 1 in the base case and lies between @min and @max. */
static PremiseSeek *
seek (const char *formula,
      double      min,
      double      max,
      gboolean    flips,
      double      target)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  const double one = 1;
  const double step = 0.25;
  PremiseCell x = { 0 };
  PremiseCell y = { 0 };

  premise_model_builder_add_assumption (builder, "x", NULL, NULL, &one, 1, &min, &max, &step, 1);
  premise_model_builder_add_assumption (builder, "z", NULL, NULL, &one, 1, NULL, NULL, NULL, 0);
  premise_model_builder_add_formula (builder, "y", NULL, NULL, formula);
  model = premise_model_builder_build (builder, diagnostics);
  g_assert_cmpuint (diagnostics->len, ==, 0);
  scenario = premise_scenario_new (model);
  x.variable = premise_model_find (model, "x");
  y.variable = premise_model_find (model, "y");

  return flips ? premise_seek_flips (scenario, &x, &y) : premise_seek_target (scenario, &x, &y, target);
}

static void
assert_root (const PremiseSeek *found,
             guint              i,
             double             value,
             PremiseRootKind    kind)
{
  const PremiseRoot *root;

  g_assert_cmpint (found->status, ==, PREMISE_SEEK_FOUND);
  g_assert_cmpuint (i, <, found->roots->len);
  root = &g_array_index (found->roots, PremiseRoot, i);
  g_assert_cmpfloat_with_epsilon (root->value, value, 1e-12 * fmax (1, fabs (value)));
  g_assert_cmpint (root->kind, ==, kind);
}

static void
test_crossings (void)
{
  g_autoptr(PremiseSeek) one = seek ("x * 3", -10, 10, FALSE, 10);
  g_autoptr(PremiseSeek) three = seek ("(x - 1.1) * (x + 2.3) * (x - 7.7)", -10, 10, FALSE, 0);
  g_autoptr(PremiseSeek) close = seek ("(x - 3.0001) * (x - 3.0002)", -10, 10, FALSE, 0);
  g_autoptr(PremiseSeek) steep = seek ("exp(x * 30)", -10, 10, FALSE, 1e50);
  g_autoptr(PremiseSeek) edge = seek ("x", -10, 10, FALSE, 10);

  g_assert_cmpuint (one->roots->len, ==, 1);
  assert_root (one, 0, 10 / 3.0, PREMISE_ROOT_CROSSING);
  g_assert_true (g_array_index (one->roots, PremiseRoot, 0).rising);

  g_assert_cmpuint (three->roots->len, ==, 3);
  assert_root (three, 0, -2.3, PREMISE_ROOT_CROSSING);
  assert_root (three, 1, 1.1, PREMISE_ROOT_CROSSING);
  assert_root (three, 2, 7.7, PREMISE_ROOT_CROSSING);
  g_assert_false (g_array_index (three->roots, PremiseRoot, 1).rising);

  /* Both between two samples. */
  g_assert_cmpuint (close->roots->len, ==, 2);
  assert_root (close, 0, 3.0001, PREMISE_ROOT_CROSSING);
  assert_root (close, 1, 3.0002, PREMISE_ROOT_CROSSING);

  assert_root (steep, 0, 50 * log (10) / 30, PREMISE_ROOT_CROSSING);
  assert_root (edge, 0, 10, PREMISE_ROOT_EDGE);
}

static void
test_touching (void)
{
  g_autoptr(PremiseSeek) smooth = seek ("(x - 1.2345)^2 + 5", -10, 10, FALSE, 5);
  g_autoptr(PremiseSeek) sharp = seek ("5 - abs(x - 1.2345)", -10, 10, FALSE, 5);
  g_autoptr(PremiseSeek) sampled = seek ("x^2", -10, 10, FALSE, 0);
  g_autoptr(PremiseSeek) nearly = seek ("(x - 1.2345)^2 + 5", -10, 10, FALSE, 4.9999);

  g_assert_cmpuint (smooth->roots->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (smooth->roots, PremiseRoot, 0).value, 1.2345, 1e-5);
  g_assert_cmpint (g_array_index (smooth->roots, PremiseRoot, 0).kind, ==, PREMISE_ROOT_TOUCHING);
  g_assert_cmpuint (sharp->roots->len, ==, 1);
  assert_root (sharp, 0, 1.2345, PREMISE_ROOT_TOUCHING);
  g_assert_cmpuint (sampled->roots->len, ==, 1);
  assert_root (sampled, 0, 0, PREMISE_ROOT_TOUCHING);
  g_assert_cmpint (nearly->status, ==, PREMISE_SEEK_NONE);
  g_assert_cmpfloat_with_epsilon (nearly->lowest, 5, 1e-4);
}

static void
test_jumps (void)
{
  g_autoptr(PremiseSeek) step = seek ("if(x > 3.3, 10, 0)", -10, 10, FALSE, 5);
  g_autoptr(PremiseSeek) stairs = seek ("floor(x)", 0, 5, FALSE, 2.5);
  g_autoptr(PremiseSeek) rest = seek ("clamp(x, 2.2, 4.4)", -10, 10, FALSE, 4.4);
  g_autoptr(PremiseSeek) floor_2 = seek ("floor(x)", 0, 5, FALSE, 2);

  g_assert_cmpuint (step->roots->len, ==, 1);
  assert_root (step, 0, 3.3, PREMISE_ROOT_JUMP);
  g_assert_cmpuint (stairs->roots->len, ==, 1);
  assert_root (stairs, 0, 3, PREMISE_ROOT_JUMP);
  g_assert_cmpuint (rest->roots->len, ==, 2);
  assert_root (rest, 0, 4.4, PREMISE_ROOT_BEGIN);
  assert_root (rest, 1, 10, PREMISE_ROOT_END);
  g_assert_cmpuint (floor_2->roots->len, ==, 2);
  assert_root (floor_2, 0, 2, PREMISE_ROOT_BEGIN);
  assert_root (floor_2, 1, 3, PREMISE_ROOT_END);
}

/* Neither a pole nor the edge of what has a value is where a target is reached. */
static void
test_errors (void)
{
  g_autoptr(PremiseSeek) pole = seek ("1 / x", -10, 10, FALSE, 0);
  g_autoptr(PremiseSeek) hidden = seek ("1 / (x - 0.1234567)", -10, 10, FALSE, 0);
  g_autoptr(PremiseSeek) behind = seek ("1 / (x - 0.1234567)", -10, 10, FALSE, 2);
  g_autoptr(PremiseSeek) root = seek ("sqrt(x) - 1", -10, 10, FALSE, 0);
  g_autoptr(PremiseSeek) nothing = seek ("ln(0 - x * x)", -10, 10, FALSE, 0);

  g_assert_cmpint (pole->status, ==, PREMISE_SEEK_NONE);
  g_assert_cmpint (hidden->status, ==, PREMISE_SEEK_NONE);
  g_assert_cmpuint (behind->roots->len, ==, 1);
  assert_root (behind, 0, 0.6234567, PREMISE_ROOT_CROSSING);
  g_assert_cmpuint (root->roots->len, ==, 1);
  assert_root (root, 0, 1, PREMISE_ROOT_CROSSING);
  g_assert_cmpint (nothing->status, ==, PREMISE_SEEK_NO_VALUE);
}

/* What the output does elsewhere in the range says nothing of what it does here. */
static void
test_local (void)
{
  g_autoptr(PremiseSeek) steep = seek ("(x - 4.2)^2 * (1 + x)^14 + 30", 0, 10, FALSE, 0);
  g_autoptr(PremiseSeek) cliff = seek ("if(x > 9, 1e12, (x - 4.2)^2 + 0.5)", 0, 10, FALSE, 0);
  g_autoptr(PremiseSeek) leap = seek ("if(x > 9, 1e12, if(x < 4.2, -1, 1))", 0, 10, FALSE, 0);
  g_autoptr(PremiseSeek) far = seek ("x + 100", 0, 10, FALSE, 1e20);
  g_autoptr(PremiseSeek) zero = seek ("(x - 1.2345)^2", -10, 10, FALSE, 0);

  g_assert_cmpint (steep->status, ==, PREMISE_SEEK_NONE);
  g_assert_cmpfloat (steep->lowest, >=, 30);
  g_assert_cmpfloat (steep->lowest, <, 60);
  g_assert_cmpint (cliff->status, ==, PREMISE_SEEK_NONE);
  g_assert_cmpuint (leap->roots->len, ==, 1);
  assert_root (leap, 0, 4.2, PREMISE_ROOT_JUMP);
  g_assert_cmpint (far->status, ==, PREMISE_SEEK_NONE);
  g_assert_cmpfloat (far->lowest, ==, 100);
  g_assert_cmpfloat (far->highest, ==, 110);
  g_assert_cmpuint (zero->roots->len, ==, 1);
  g_assert_cmpint (g_array_index (zero->roots, PremiseRoot, 0).kind, ==, PREMISE_ROOT_TOUCHING);
}

/* Where errors end, and between samples that a wide range has far apart. */
static void
test_hidden (void)
{
  g_autoptr(PremiseSeek) edge = seek ("sqrt(x - 1.3)", 0, 10, FALSE, 0);
  g_autoptr(PremiseSeek) third = seek ("sqrt(3 * x - 4)", 0, 10, FALSE, 0);
  g_autoptr(PremiseSeek) above = seek ("sqrt(x - 1.3) + 1", 0, 10, FALSE, 0);
  g_autoptr(PremiseSeek) before = seek ("sqrt(x - 1.3)", 0, 10, FALSE, 0.001);
  g_autoptr(PremiseSeek) window = seek ("x > 4.2 and x < 4.2001", 0, 10, TRUE, 0);
  g_autoptr(PremiseSeek) wide = seek ("(x - 0.1) * (x - 0.2) * (x - 0.3)", -1000, 1000, FALSE, 0);
  g_autoptr(PremiseSeek) saw = seek ("mod(x, 0.001)", 0, 10, FALSE, 0.0005);

  g_assert_cmpuint (edge->roots->len, ==, 1);
  assert_root (edge, 0, 1.3, PREMISE_ROOT_TOUCHING);
  g_assert_cmpuint (third->roots->len, ==, 1);
  assert_root (third, 0, 4 / 3.0, PREMISE_ROOT_TOUCHING);
  g_assert_cmpint (above->status, ==, PREMISE_SEEK_NONE);
  g_assert_cmpfloat (above->lowest, <, 1 + 1e-7);
  g_assert_cmpuint (before->roots->len, ==, 1);
  assert_root (before, 0, 1.300001, PREMISE_ROOT_CROSSING);
  g_assert_cmpuint (window->roots->len, ==, 2);
  assert_root (window, 1, 4.2001, PREMISE_ROOT_JUMP);
  g_assert_cmpuint (wide->roots->len, ==, 3);
  g_assert_cmpuint (saw->roots->len, ==, PREMISE_SEEK_MAX_ROOTS);
  g_assert_true (saw->more);
  g_assert_true (wide->has_steps);
  g_assert_cmpfloat (wide->gap, <, 0.01);
}

/* What has a value in a millionth of the range only, between two edges. */
static void
test_narrow_domain (void)
{
  g_autoptr(PremiseSeek) seen = seek ("sqrt(x - 0.5) + sqrt(0.500001 - x)", 0, 1, FALSE, 0.0012);
  g_autoptr(PremiseSeek) same = seek ("0 * sqrt(x - 0.5) * sqrt(0.500001 - x)", 0, 1, FALSE, 1);

  g_assert_cmpint (seen->status, ==, PREMISE_SEEK_FOUND);
  g_assert_cmpuint (seen->roots->len, ==, 2);
  g_assert_true (seen->has_gaps);
  /* Not “always 0”: mostly it has no value. */
  g_assert_cmpint (same->status, ==, PREMISE_SEEK_NONE);
}

/* Wholly between two samples, which are 0.00008 apart. */
static void
test_between (void)
{
  static const struct
  {
    const char *formula;
    double      target;
    guint       n;
    double      values[4];
    int         kinds[4];
  } cases[] = {
    /* Beside a sample that is on the target itself. */
    { "x * (x - 1e-7)", 0, 2, { 0, 1e-7 }, { PREMISE_ROOT_CROSSING, PREMISE_ROOT_CROSSING } },
    { "x * (x + 1e-7)", 0, 2, { -1e-7, 0 }, { PREMISE_ROOT_CROSSING, PREMISE_ROOT_CROSSING } },
    { "x * (x - 2e-5) * (x + 3e-5)", 0, 3, { -3e-5, 0, 2e-5 },
      { PREMISE_ROOT_CROSSING, PREMISE_ROOT_CROSSING, PREMISE_ROOT_CROSSING } },
    { "x * abs(x - 1e-5)", 0, 2, { 0, 1e-5 }, { PREMISE_ROOT_CROSSING, PREMISE_ROOT_TOUCHING } },
    { "x^2 * (x - 1e-6)", 0, 2, { 0, 1e-6 }, { PREMISE_ROOT_TOUCHING, PREMISE_ROOT_CROSSING } },
    { "x^2", 0, 1, { 0 }, { PREMISE_ROOT_TOUCHING } },
    { "x^3", 0, 1, { 0 }, { PREMISE_ROOT_CROSSING } },
    { "(x - 1.25)^2 + 5", 5, 1, { 1.25 }, { PREMISE_ROOT_TOUCHING } },
    { "x^3 - 3 * x^2 + 3 * x - 1", 0, 1, { 1 }, { PREMISE_ROOT_CROSSING } },

    /* Pulses, steps there and back, and corners, where a condition or an operand changes. */
    { "if(x > 0.5012 and x < 0.501201, 10, 0)", 5, 2, { 0.5012, 0.501201 },
      { PREMISE_ROOT_JUMP, PREMISE_ROOT_JUMP } },
    { "if(abs(x - 0.3) < 1e-9, 10, 0)", 5, 2, { 0.3 - 1e-9, 0.3 + 1e-9 },
      { PREMISE_ROOT_JUMP, PREMISE_ROOT_JUMP } },
    { "max(0, 1e-7 - abs(x - 0.30001))", 5e-8, 2, { 0.30001 - 5e-8, 0.30001 + 5e-8 },
      { PREMISE_ROOT_CROSSING, PREMISE_ROOT_CROSSING } },
    { "min(abs(x - 0.30001), abs(x - 0.30002)) + 2", 2, 2, { 0.30001, 0.30002 },
      { PREMISE_ROOT_TOUCHING, PREMISE_ROOT_TOUCHING } },
    { "clamp(x, 3.000001, 3.000002)", 3.0000015, 1, { 3.0000015 }, { PREMISE_ROOT_CROSSING } },
    { "max(x, 3.000001) - max(x, 3.000002)", -5e-7, 1, { 3.0000015 }, { PREMISE_ROOT_CROSSING } },
    { "sign(x - 2.00001) + sign(2.00002 - x)", 1.5, 2, { 2.00001, 2.00002 },
      { PREMISE_ROOT_JUMP, PREMISE_ROOT_JUMP } },

    /* Steps, remainders, and a condition that is true only where something comes near to 0. */
    { "floor(x / 20 + 0.50001) - floor(x / 20 + 0.500010001)", -0.5, 2, { 9.99979998, 9.9998 },
      { PREMISE_ROOT_JUMP, PREMISE_ROOT_JUMP } },
    { "ceil(-x / 20 - 0.50001) - ceil(-x / 20 - 0.500010001)", 0.5, 2, { 9.99979998, 9.9998 },
      { PREMISE_ROOT_JUMP, PREMISE_ROOT_JUMP } },
    { "round(x / 20 + 0.00001) - round(x / 20 + 0.000010001)", -0.5, 2, { 9.99979998, 9.9998 },
      { PREMISE_ROOT_JUMP, PREMISE_ROOT_JUMP } },
    { "mod(x + 10, 15)", 14.9999999, 2, { 4.9999999, 5 }, { PREMISE_ROOT_CROSSING, PREMISE_ROOT_JUMP } },
    { "if((x - 1.23456)^2 < 1e-16, 10, 0)", 5, 2, { 1.23456 - 1e-8, 1.23456 + 1e-8 },
      { PREMISE_ROOT_JUMP, PREMISE_ROOT_JUMP } },
    { "if(max(0, 1e-7 - abs(x - 2.34567)), 10, 0)", 5, 2, { 2.34567 - 1e-7, 2.34567 + 1e-7 },
      { PREMISE_ROOT_JUMP, PREMISE_ROOT_JUMP } },
    { "1 / (x - 1.23456)^2", 1e16, 2, { 1.23456 - 1e-8, 1.23456 + 1e-8 },
      { PREMISE_ROOT_CROSSING, PREMISE_ROOT_CROSSING } },
    { "exp(0 - ((x - 0.30001) / 1e-7)^2)", 0.5, 2, { 0.30001 - 8.3255461115769769e-8, 0.30001 + 8.3255461115769769e-8 },
      { PREMISE_ROOT_CROSSING, PREMISE_ROOT_CROSSING } },
    { "(x - 0.3)^2", 0, 1, { 0.3 }, { PREMISE_ROOT_TOUCHING } },
    { "-abs(x - 0.123)", 0, 1, { 0.123 }, { PREMISE_ROOT_TOUCHING } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PremiseSeek) found = seek (cases[i].formula, -10, 10, FALSE, cases[i].target);

      g_test_message ("%s", cases[i].formula);
      g_assert_cmpuint (found->roots->len, ==, cases[i].n);
      for (guint k = 0; k < cases[i].n; k++)
        {
          const PremiseRoot *root = &g_array_index (found->roots, PremiseRoot, k);

          g_assert_cmpfloat_with_epsilon (root->value, cases[i].values[k], 1e-12);
          g_assert_cmpint (root->kind, ==, cases[i].kinds[k]);
        }
    }
}

static void
test_flips (void)
{
  g_autoptr(PremiseSeek) band = seek ("x > 1.5 and x < 6.25", -10, 10, TRUE, 0);
  g_autoptr(PremiseSeek) never = seek ("x > 11", -10, 10, TRUE, 0);
  g_autoptr(PremiseSeek) point = seek ("x = 0.123456789", -10, 10, TRUE, 0);
  g_autoptr(PremiseSeek) narrow = seek ("x > 4.2 and x < 4.2000000001", -10, 10, TRUE, 0);

  g_assert_cmpuint (band->roots->len, ==, 2);
  assert_root (band, 0, 1.5, PREMISE_ROOT_JUMP);
  assert_root (band, 1, 6.25, PREMISE_ROOT_JUMP);
  g_assert_true (g_array_index (band->roots, PremiseRoot, 0).rising);
  g_assert_false (g_array_index (band->roots, PremiseRoot, 1).rising);
  /* The first value behind it. */
  g_assert_cmpfloat (g_array_index (band->roots, PremiseRoot, 0).value, >, 1.5);
  g_assert_cmpfloat (g_array_index (band->roots, PremiseRoot, 1).value, ==, 6.25);
  g_assert_cmpint (never->status, ==, PREMISE_SEEK_CONSTANT);
  g_assert_cmpuint (point->roots->len, ==, 2);
  assert_root (point, 0, 0.123456789, PREMISE_ROOT_JUMP);
  assert_root (point, 1, 0.123456789, PREMISE_ROOT_JUMP);
  g_assert_cmpuint (narrow->roots->len, ==, 2);
  assert_root (narrow, 0, 4.2, PREMISE_ROOT_JUMP);
  assert_root (narrow, 1, 4.2000000001, PREMISE_ROOT_JUMP);
}

static void
test_status (void)
{
  g_autoptr(PremiseSeek) independent = seek ("z + 1", -10, 10, FALSE, 5);
  g_autoptr(PremiseSeek) constant = seek ("z + x * 0", -10, 10, FALSE, 5);
  g_autoptr(PremiseSeek) none = seek ("x", -10, 10, FALSE, 11);
  g_autoptr(PremiseSeek) endless = seek ("x", -10, INFINITY, FALSE, 11);

  g_assert_cmpint (independent->status, ==, PREMISE_SEEK_INDEPENDENT);
  g_assert_cmpint (constant->status, ==, PREMISE_SEEK_CONSTANT);
  g_assert_cmpint (none->status, ==, PREMISE_SEEK_NONE);
  g_assert_cmpfloat (none->highest, ==, 10);
  g_assert_cmpint (endless->status, ==, PREMISE_SEEK_NO_RANGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/seek/crossings", test_crossings);
  g_test_add_func ("/analysis/seek/narrow-domain", test_narrow_domain);
  g_test_add_func ("/analysis/seek/touching", test_touching);
  g_test_add_func ("/analysis/seek/jumps", test_jumps);
  g_test_add_func ("/analysis/seek/errors", test_errors);
  g_test_add_func ("/analysis/seek/local", test_local);
  g_test_add_func ("/analysis/seek/hidden", test_hidden);
  g_test_add_func ("/analysis/seek/between", test_between);
  g_test_add_func ("/analysis/seek/flips", test_flips);
  g_test_add_func ("/analysis/seek/status", test_status);

  return g_test_run ();
}
