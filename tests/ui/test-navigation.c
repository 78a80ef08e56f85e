/* test-navigation.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-navigation.h"

static const PremisePlace top = { 0, 0 };

static void
assert_at (PremiseNavigation *trail,
           const char        *section,
           gboolean           back,
           gboolean           forward)
{
  g_assert_cmpstr (premise_navigation_get_section (trail), ==, section);
  g_assert_cmpint (premise_navigation_get_can_go_back (trail), ==, back);
  g_assert_cmpint (premise_navigation_get_can_go_forward (trail), ==, forward);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_trail (void)
{
  PremiseNavigation *trail = premise_navigation_new ();
  guint n_back = 0;

  g_signal_connect_swapped (trail, "notify::can-go-back", G_CALLBACK (count_cb), &n_back);
  assert_at (trail, NULL, FALSE, FALSE);
  g_assert_false (premise_navigation_go (trail, -1));
  g_assert_false (premise_navigation_go (trail, 1));

  premise_navigation_visit (trail, "a", &top);
  assert_at (trail, "a", FALSE, FALSE);
  premise_navigation_visit (trail, "a", &top);
  assert_at (trail, "a", FALSE, FALSE);
  premise_navigation_visit (trail, "b", &top);
  premise_navigation_visit (trail, "c", &top);
  assert_at (trail, "c", TRUE, FALSE);
  g_assert_cmpuint (n_back, ==, 1);

  g_assert_true (premise_navigation_go (trail, -1));
  assert_at (trail, "b", TRUE, TRUE);
  g_assert_true (premise_navigation_go (trail, -1));
  assert_at (trail, "a", FALSE, TRUE);
  g_assert_false (premise_navigation_go (trail, -1));
  assert_at (trail, "a", FALSE, TRUE);
  g_assert_cmpuint (n_back, ==, 2);

  /* Somewhere else: forward is forgotten. */
  g_assert_true (premise_navigation_go (trail, 1));
  premise_navigation_visit (trail, "d", &top);
  assert_at (trail, "d", TRUE, FALSE);
  g_assert_true (premise_navigation_go (trail, -1));
  assert_at (trail, "b", TRUE, TRUE);

  g_assert_finalize_object (trail);
}

static void
test_place (void)
{
  g_autoptr(PremiseNavigation) trail = premise_navigation_new ();
  PremisePlace place = { 3, 0.25 };
  PremisePlace other = { 5, 0 };

  premise_navigation_visit (trail, "a", &top);
  premise_navigation_set_place (trail, &place);
  premise_navigation_visit (trail, "b", &top);
  g_assert_true (premise_navigation_go (trail, -1));
  g_assert_cmpuint (premise_navigation_get_place (trail).child, ==, 3);
  g_assert_cmpfloat (premise_navigation_get_place (trail).fraction, ==, 0.25);

  /* Another block of the same section is a stop of its own. */
  premise_navigation_visit (trail, "a", &other);
  assert_at (trail, "a", TRUE, FALSE);
  g_assert_true (premise_navigation_go (trail, -1));
  g_assert_cmpuint (premise_navigation_get_place (trail).child, ==, 3);
}

static void
test_long (void)
{
  g_autoptr(PremiseNavigation) trail = premise_navigation_new ();
  guint n = 0;

  for (guint i = 0; i < 1000; i++)
    premise_navigation_visit (trail, i % 2 ? "a" : "b", &top);
  while (premise_navigation_go (trail, -1))
    n++;
  g_assert_cmpuint (n, ==, 99);
  assert_at (trail, "b", FALSE, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/navigation/trail", test_trail);
  g_test_add_func ("/navigation/place", test_place);
  g_test_add_func ("/navigation/long", test_long);

  return g_test_run ();
}
