/* test-diagram.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart-samples.h"
#include "diagram-samples.h"

#include <math.h>
#include <pango/pangocairo.h>

#define SEED 11
#define N_RANDOM 15
#define N_SINGLE 5
#define MAX_NODES 40
#define SLACK 0.01

static const double widths[] = { 360, 640, 960, 1600 };
static const double scales[] = { 1, 2 };

static gboolean
overlap (const PremiseRect *a,
         const PremiseRect *b)
{
  return a->x + SLACK < b->x + b->width && b->x + SLACK < a->x + a->width
         && a->y + SLACK < b->y + b->height && b->y + SLACK < a->y + a->height;
}

static guint
count_words (PremiseScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      n += shape.text != NULL;
    }

  return n;
}

/* Everything within the canvas; texts apart, boxes apart, words in their own box. */
static void
check_scene (PremiseScene *scene,
             double        width,
             double        height)
{
  guint n = premise_scene_get_n_shapes (scene);

  for (guint i = 0; i < n; i++)
    {
      PremiseShape a;
      PremiseRect box;

      premise_scene_get_shape (scene, i, &a);
      g_assert_cmpfloat (a.bounds.x, >=, -SLACK);
      g_assert_cmpfloat (a.bounds.y, >=, -SLACK);
      g_assert_cmpfloat (a.bounds.x + a.bounds.width, <=, width + SLACK);
      g_assert_cmpfloat (a.bounds.y + a.bounds.height, <=, height + SLACK);

      if (a.text != NULL && a.category != PREMISE_SCENE_NO_POINT)
        {
          g_assert_true (premise_scene_get_point_bounds (scene, 0, a.category, &box));
          g_assert_cmpfloat (a.bounds.x, >=, box.x - SLACK);
          g_assert_cmpfloat (a.bounds.y, >=, box.y - SLACK);
          g_assert_cmpfloat (a.bounds.x + a.bounds.width, <=, box.x + box.width + SLACK);
          g_assert_cmpfloat (a.bounds.y + a.bounds.height, <=, box.y + box.height + SLACK);
        }

      for (guint j = i + 1; j < n; j++)
        {
          PremiseShape b;

          premise_scene_get_shape (scene, j, &b);
          if ((a.text != NULL && b.text != NULL)
              || (a.role == PREMISE_ROLE_MARK && b.role == PREMISE_ROLE_MARK))
            g_assert_false (overlap (&a.bounds, &b.bounds));
        }
    }
}

static void
check_hits (PremiseChart *chart,
            PremiseScene *scene)
{
  for (guint c = 0; c < premise_chart_get_n_categories (chart); c++)
    {
      PremiseRect box;
      guint series, category;

      g_assert_true (premise_scene_get_point_bounds (scene, 0, c, &box));
      g_assert_true (premise_scene_hit (scene, box.x + box.width / 2, box.y + box.height / 2,
                                        &series, &category));
      g_assert_cmpuint (series, ==, 0);
      g_assert_cmpuint (category, ==, c);
    }
}

/* Every size and direction has room for all the words. */
static void
check_chart (PremiseChart *chart,
             guint         n_words)
{
  PangoContext *context = chart_samples_new_context ();

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
        {
          PremiseTheme theme;
          double height;

          premise_theme_init (&theme, PREMISE_THEME_LIGHT, scales[s]);
          height = premise_chart_get_natural_height (chart, widths[w], &theme, context);

          for (guint rtl = 0; rtl < 2; rtl++)
            {
              g_autoptr(PremiseScene) scene = premise_chart_layout (chart, widths[w], height,
                                                                    &theme, context, rtl == 1);

              check_scene (scene, widths[w], height);
              check_hits (chart, scene);
              g_assert_cmpuint (count_words (scene), ==, n_words);
            }
        }
    }

  g_object_unref (context);
}

static void
test_diagram_samples (void)
{
  for (guint i = 0; i < diagram_samples_get_n (); i++)
    {
      for (guint chinese = 0; chinese < 2; chinese++)
        {
          guint n_words;
          g_autoptr(PremiseChart) chart = diagram_samples_new (i, chinese == 1, &n_words);

          check_chart (chart, n_words);
        }
    }
}

static char *
random_words (GRand *rand)
{
  static const char *const words[] = {
    "a", "model", "of", "Donaudampfschifffahrtsgesellschaftskapitän", "人工智能生成内容",
    "2022", "—", "creation,", "内容。",
  };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 1, 30);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s ",
                            words[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (words))]);

  return g_string_free_and_steal (text);
}

static guint
random_below (GRand *rand,
              guint  n)
{
  return (guint) g_rand_int_range (rand, 0, (int) n);
}

static PremiseDiagram *
random_diagram (GRand              *rand,
                PremiseDiagramKind  kind,
                guint               n,
                guint              *n_words)
{
  gboolean grouped = kind == PREMISE_DIAGRAM_TIMELINE || kind == PREMISE_DIAGRAM_COLUMNS;
  guint n_groups = grouped ? 1 + random_below (rand, 6) : 0;
  PremiseDiagram *diagram = premise_diagram_new (kind);

  *n_words = n_groups;
  for (guint g = 0; g < n_groups; g++)
    premise_diagram_add_group (diagram, "Group");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_rand_boolean (rand) ? random_words (rand) : g_strdup ("");
      g_autofree char *detail = g_rand_boolean (rand) ? random_words (rand) : NULL;

      *n_words += (*label != '\0') + (detail != NULL);
      premise_diagram_add_node (diagram, label, detail, NULL,
                                grouped ? random_below (rand, n_groups) : PREMISE_DIAGRAM_NONE,
                                kind == PREMISE_DIAGRAM_TREE && i > 0
                                ? random_below (rand, i) : PREMISE_DIAGRAM_NONE);
    }

  /* Circles among them. */
  for (guint i = 0; kind == PREMISE_DIAGRAM_FLOW && i < n; i++)
    premise_diagram_add_edge (diagram, random_below (rand, n), random_below (rand, n));

  return diagram;
}

static void
test_diagram_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      guint kind = i % (PREMISE_DIAGRAM_COLUMNS + 1);
      guint n = i < N_SINGLE ? 1 : (guint) g_rand_int_range (rand, 2, MAX_NODES + 1);
      guint n_words;
      PremiseDiagram *diagram = random_diagram (rand, kind, n, &n_words);
      g_autoptr(PremiseChart) chart = premise_chart_new_diagram (diagram, "en");

      check_chart (chart, n_words);
    }
}

static void
test_diagram_node_text (void)
{
  PremiseDiagram *diagram = premise_diagram_new (PREMISE_DIAGRAM_FLOW);
  g_autoptr(PremiseChart) chart = NULL;
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;

  premise_diagram_add_node (diagram, "Ask", "in words", "2022", PREMISE_DIAGRAM_NONE,
                            PREMISE_DIAGRAM_NONE);
  premise_diagram_add_node (diagram, "Answer", NULL, NULL, PREMISE_DIAGRAM_NONE,
                            PREMISE_DIAGRAM_NONE);
  premise_diagram_add_edge (diagram, 0, 1);
  premise_diagram_add_edge (diagram, 1, 1);
  premise_diagram_add_edge (diagram, 1, 9);
  chart = premise_chart_new_diagram (diagram, "en");

  text = premise_chart_dup_node_text (chart, 0);
  last = premise_chart_dup_node_text (chart, 1);
  g_assert_cmpstr (text, ==, "2022 · in words → Answer");
  g_assert_cmpstr (last, ==, "");
  g_assert_cmpstr (premise_chart_get_category (chart, 1), ==, "Answer");
}

/* A straight flow lies down where there is room, and stands where there is none. */
static void
test_diagram_turns (void)
{
  PangoContext *context = chart_samples_new_context ();
  g_autoptr(PremiseChart) chart = diagram_samples_new (0, FALSE, NULL);
  PremiseTheme theme;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1);

  for (guint narrow = 0; narrow < 2; narrow++)
    {
      double width = narrow ? 360 : 960;
      double height = premise_chart_get_natural_height (chart, width, &theme, context);
      g_autoptr(PremiseScene) scene = premise_chart_layout (chart, width, height, &theme, context,
                                                            FALSE);
      PremiseRect first, last;

      g_assert_true (premise_scene_get_point_bounds (scene, 0, 0, &first));
      g_assert_true (premise_scene_get_point_bounds (scene, 0, 3, &last));
      if (narrow)
        g_assert_cmpfloat (last.y, >, first.y + first.height);
      else
        g_assert_cmpfloat (last.x, >, first.x + first.width);
      g_assert_true (narrow ? last.x == first.x : last.y == first.y);
    }

  g_object_unref (context);
}

/* With less room than it asks for the words become smaller, and none is lost. */
static void
test_diagram_shrinks (void)
{
  PangoContext *context = chart_samples_new_context ();
  PremiseTheme theme;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1);

  for (guint i = 0; i < diagram_samples_get_n (); i++)
    {
      guint n_words;
      g_autoptr(PremiseChart) chart = diagram_samples_new (i, FALSE, &n_words);
      double height = premise_chart_get_natural_height (chart, 960, &theme, context) * 0.7;
      g_autoptr(PremiseScene) scene = premise_chart_layout (chart, 960, height, &theme, context,
                                                            FALSE);

      check_scene (scene, 960, height);
      g_assert_cmpuint (count_words (scene), ==, n_words);
    }

  g_object_unref (context);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/diagram/samples", test_diagram_samples);
  g_test_add_func ("/chart/diagram/random", test_diagram_random);
  g_test_add_func ("/chart/diagram/node-text", test_diagram_node_text);
  g_test_add_func ("/chart/diagram/turns", test_diagram_turns);
  g_test_add_func ("/chart/diagram/shrinks", test_diagram_shrinks);

  return g_test_run ();
}
