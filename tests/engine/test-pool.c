/* test-pool.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-pool-private.h"

#include <string.h>

static void
test_pool_names (void)
{
  PremiseNames names = { 0 };
  gboolean is_new;

  g_assert_cmpuint (premise_names_find (&names, "x", 1), ==, PREMISE_NAMES_NONE);

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("name%u", i);

      g_assert_cmpuint (premise_names_add (&names, name, strlen (name), &is_new), ==, i);
      g_assert_true (is_new);
      g_assert_cmpuint (premise_names_add (&names, name, strlen (name), &is_new), ==, i);
      g_assert_false (is_new);
    }

  /* Growing and trimming loses none. */
  premise_names_trim (&names);

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("name%u", i);

      g_assert_cmpstr (premise_names_get (&names, i), ==, name);
      g_assert_cmpuint (premise_names_find (&names, name, strlen (name)), ==, i);
    }

  /* A part of a name is another name. */
  g_assert_cmpuint (premise_names_find (&names, "name12", 5), ==, 1);
  g_assert_cmpuint (premise_names_find (&names, "name", 4), ==, PREMISE_NAMES_NONE);
  premise_names_clear (&names);
}

/* Names of all lengths, of which each differs from another in one character, at any place. */
static void
test_pool_names_alike (void)
{
  PremiseNames names = { 0 };
  char name[40];
  gboolean is_new;
  guint n = 0;

  for (guint round = 0; round < 2; round++)
    {
      guint position = 0;

      for (gsize length = 1; length < sizeof name; length++)
        {
          for (gsize i = 0; i < length; i++)
            {
              for (char c = 'b'; c <= 'z'; c++)
                {
                  memset (name, 'a', length);
                  name[i] = c;

                  if (round == 1)
                    g_assert_cmpuint (premise_names_find (&names, name, length), ==, position++);
                  else
                    g_assert_cmpuint (premise_names_add (&names, name, length, &is_new), ==, n++);
                }
            }
        }
    }

  g_assert_cmpuint (names.n, ==, n);
  premise_names_clear (&names);
}

/* All end alike, so that only what is before chooses their place. */
static void
test_pool_names_same_end (void)
{
  PremiseNames names = { 0 };
  gboolean is_new;

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *name = g_strdup_printf ("section%u.price", i);

      g_assert_cmpuint (premise_names_add (&names, name, strlen (name), &is_new), ==, i);
    }

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *name = g_strdup_printf ("section%u.price", i);

      g_assert_cmpuint (premise_names_find (&names, name, strlen (name)), ==, i);
      g_assert_cmpuint (premise_names_find (&names, name, strlen (name) - 1), ==, PREMISE_NAMES_NONE);
    }

  premise_names_clear (&names);
}

/* Of equal names, the first is found. */
static void
test_pool_names_append (void)
{
  PremiseNames names = { 0 };

  for (guint i = 0; i < 100; i++)
    premise_names_append (&names, i % 2 == 0 ? "a" : "b", 1);

  g_assert_cmpuint (names.n, ==, 100);
  g_assert_cmpuint (premise_names_find (&names, "a", 1), ==, 0);
  g_assert_cmpuint (premise_names_find (&names, "b", 1), ==, 1);
  premise_names_clear (&names);
}

/* 0 and −0 are two constants. */
static void
test_pool_records (void)
{
  PremisePool pool;
  double zeros[] = { 0.0, -0.0 };

  premise_pool_init (&pool, sizeof (double));
  g_assert_cmpuint (premise_pool_add (&pool, &zeros[0]), ==, 0);
  g_assert_cmpuint (premise_pool_add (&pool, &zeros[1]), ==, 1);

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 1; i < 3000; i++)
        {
          double value = i / 7.0;
          guint position = premise_pool_add (&pool, &value);

          g_assert_cmpuint (position, ==, i + 1);
          g_assert_cmpmem (premise_pool_get (&pool, position), sizeof value, &value, sizeof value);
        }
    }

  premise_pool_clear (&pool);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/pool/names", test_pool_names);
  g_test_add_func ("/engine/pool/names-alike", test_pool_names_alike);
  g_test_add_func ("/engine/pool/names-same-end", test_pool_names_same_end);
  g_test_add_func ("/engine/pool/names-append", test_pool_names_append);
  g_test_add_func ("/engine/pool/records", test_pool_records);

  return g_test_run ();
}
