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
#define N_RANDOM 20
#define N_SINGLE 10
#define MAX_NODES 20
#define MAX_POINTS 12
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

static gboolean
lies_in (const PremiseRect *inner,
         const PremiseRect *outer)
{
  return inner->x >= outer->x - SLACK && inner->y >= outer->y - SLACK
         && inner->x + inner->width <= outer->x + outer->width + SLACK
         && inner->y + inner->height <= outer->y + outer->height + SLACK;
}

/* Whether the text of a node stands in a mark of it. */
static gboolean
is_home (PremiseScene       *scene,
         const PremiseShape *text)
{
  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      if (shape.role == PREMISE_ROLE_MARK && shape.category == text->category
          && lies_in (&text->bounds, &shape.bounds))
        return TRUE;
    }

  return FALSE;
}

/* Marks of different nodes: only the points of a picture may lie on each other, as their places do. */
static gboolean
must_be_apart (const PremiseShape *a,
               const PremiseShape *b)
{
  if (a->text != NULL || b->text != NULL)
    return a->text != NULL && b->text != NULL;

  return a->role == PREMISE_ROLE_MARK && b->role == PREMISE_ROLE_MARK
         && a->category != PREMISE_SCENE_NO_POINT && b->category != PREMISE_SCENE_NO_POINT
         && a->category != b->category && a->bounds.width != a->bounds.height
         && b->bounds.width != b->bounds.height;
}

/* Everything within the canvas; texts apart, boxes apart, words in their own box. */
static void
check_scene (PremiseScene *scene,
             double        width,
             double        height)
{
  PremiseRect canvas = { 0, 0, width, height };
  guint n = premise_scene_get_n_shapes (scene);

  for (guint i = 0; i < n; i++)
    {
      PremiseShape a;

      premise_scene_get_shape (scene, i, &a);
      g_assert_true (lies_in (&a.bounds, &canvas));
      if (a.text != NULL && a.category != PREMISE_SCENE_NO_POINT)
        g_assert_true (is_home (scene, &a));

      for (guint j = i + 1; j < n; j++)
        {
          PremiseShape b;

          premise_scene_get_shape (scene, j, &b);
          if (must_be_apart (&a, &b))
            g_assert_false (overlap (&a.bounds, &b.bounds));
        }
    }
}

/* Each word is seen as often as it was given. */
static void
check_words (PremiseScene *scene,
             GPtrArray    *words)
{
  g_autoptr(GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      if (shape.text != NULL)
        g_hash_table_insert (left, (gpointer) shape.text,
                             (char *) g_hash_table_lookup (left, shape.text) + 1);
    }

  for (guint i = 0; i < words->len; i++)
    {
      char *count = g_hash_table_lookup (left, g_ptr_array_index (words, i));

      if (count == NULL)
        g_test_fail_printf ("“%s” is not seen", (char *) g_ptr_array_index (words, i));
      else
        g_hash_table_insert (left, g_ptr_array_index (words, i), count - 1);
    }
}

static gboolean
is_hit (PremiseScene *scene,
        guint         node)
{
  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;
      guint series, category;

      premise_scene_get_shape (scene, i, &shape);
      if (shape.role == PREMISE_ROLE_MARK && shape.category == node
          && premise_scene_hit (scene, shape.bounds.x + shape.bounds.width / 2,
                                shape.bounds.y + shape.bounds.height / 2, &series, &category)
          && series == 0 && category == node)
        return TRUE;
    }

  return FALSE;
}

/* Of points that lie on each other the names are apart. */
static void
check_hits (PremiseChart *chart,
            PremiseScene *scene)
{
  PremiseRect box;

  for (guint c = 0; c < premise_chart_get_n_categories (chart); c++)
    {
      g_assert_true (premise_scene_get_point_bounds (scene, 0, c, &box));
      g_assert_true (is_hit (scene, c));
    }
}

/* Every size and direction has room for all the words. */
static void
check_chart (PremiseChart *chart,
             GPtrArray    *words)
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
              check_words (scene, words);
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
          g_autoptr(GPtrArray) words = g_ptr_array_new ();
          g_autoptr(PremiseChart) chart = diagram_samples_new (i, chinese == 1, words);

          check_chart (chart, words);
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

static void
random_cells (GRand          *rand,
              PremiseDiagram *diagram,
              guint           n,
              GPtrArray      *words)
{
  guint n_rows = 1 + n / 4;

  for (guint i = 0; i < n_rows; i++)
    {
      char *row = random_words (rand);

      premise_diagram_add_row (diagram, row);
      g_free (row);
    }
  for (guint i = 0; i < 3; i++)
    {
      premise_diagram_add_stage (diagram, "Stage");
      g_ptr_array_add (words, g_strdup ("Stage"));
    }
  for (guint i = 0; i < n; i++)
    premise_diagram_set_cell (diagram, i, i / 4, g_rand_boolean (rand) ? random_below (rand, 3)
                                                                       : PREMISE_DIAGRAM_NONE);
}

/* Points that may lie close to each other, and not in their order. */
static void
random_places (GRand          *rand,
               PremiseDiagram *diagram,
               guint           n)
{
  double points[6][2];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      points[i][0] = i / 5.0;
      points[i][1] = g_rand_double_range (rand, -1, 1);
    }

  premise_diagram_add_curve (diagram, NULL, points, G_N_ELEMENTS (points));
  premise_diagram_add_curve (diagram, "Another", points, 2);
  for (guint i = 0; i < n; i++)
    premise_diagram_set_place (diagram, i, i % 2, (i + g_rand_double (rand)) / n,
                               g_rand_double_range (rand, -1, 1));
  premise_diagram_set_axes (diagram, "Few", "Many", "Slow", "Donaudampfschifffahrtsgesellschaft");
}

static PremiseDiagram *
random_diagram (GRand              *rand,
                PremiseDiagramKind  kind,
                guint               n,
                GPtrArray          *words)
{
  gboolean matrix = kind == PREMISE_DIAGRAM_MATRIX;
  gboolean grouped = kind == PREMISE_DIAGRAM_TIMELINE || kind == PREMISE_DIAGRAM_COLUMNS || matrix;
  guint n_groups = matrix ? 4 : grouped ? 1 + random_below (rand, 6) : 0;
  PremiseDiagram *diagram = premise_diagram_new (kind);

  for (guint g = 0; g < n_groups; g++)
    {
      premise_diagram_add_group (diagram, "Group");
      if (!matrix || g < n)
        g_ptr_array_add (words, g_strdup ("Group"));
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_rand_boolean (rand) ? random_words (rand) : g_strdup ("");
      g_autofree char *detail = g_rand_boolean (rand) ? random_words (rand) : NULL;

      if (*label != '\0')
        g_ptr_array_add (words, g_strdup (label));
      if (detail != NULL)
        g_ptr_array_add (words, g_strdup (detail));
      premise_diagram_add_node (diagram, label, detail, NULL,
                                matrix ? i % 4
                                : grouped ? random_below (rand, n_groups) : PREMISE_DIAGRAM_NONE,
                                kind == PREMISE_DIAGRAM_TREE && i > 0
                                ? random_below (rand, i) : PREMISE_DIAGRAM_NONE);
    }

  for (guint i = 0; kind == PREMISE_DIAGRAM_TIMELINE && i < n; i++)
    premise_diagram_set_time (diagram, i, g_rand_boolean (rand) ? NAN
                                          : exp (g_rand_double_range (rand, -9, 9)));

  /* Circles among them; of a triangle the sides have names. */
  for (guint i = 0; (kind == PREMISE_DIAGRAM_FLOW || kind == PREMISE_DIAGRAM_TRIANGLE) && i < n; i++)
    premise_diagram_add_edge (diagram, random_below (rand, n), random_below (rand, n), "between");
  if (matrix)
    random_cells (rand, diagram, n, words);
  if (kind == PREMISE_DIAGRAM_CURVE || kind == PREMISE_DIAGRAM_QUADRANT)
    random_places (rand, diagram, n);
  if (kind == PREMISE_DIAGRAM_CYCLE || kind == PREMISE_DIAGRAM_TRIANGLE)
    {
      g_autofree char *inner = random_words (rand);

      premise_diagram_set_inner (diagram, inner);
    }

  return diagram;
}

static guint
random_size (GRand              *rand,
             PremiseDiagramKind  kind,
             guint               i)
{
  if (kind == PREMISE_DIAGRAM_TRIANGLE)
    return 3;
  if (i < N_SINGLE)
    return 1;

  return (guint) g_rand_int_range (rand, 2, kind == PREMISE_DIAGRAM_CURVE
                                            || kind == PREMISE_DIAGRAM_QUADRANT
                                            ? MAX_POINTS + 1 : MAX_NODES + 1);
}

static void
test_diagram_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      guint kind = i % PREMISE_N_DIAGRAMS;
      guint n = random_size (rand, kind, i);
      g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
      PremiseDiagram *diagram = random_diagram (rand, kind, n, words);
      g_autoptr(PremiseChart) chart = premise_chart_new_diagram (diagram, "en");

      check_chart (chart, words);
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
  premise_diagram_add_edge (diagram, 0, 1, NULL);
  premise_diagram_add_edge (diagram, 1, 1, NULL);
  premise_diagram_add_edge (diagram, 1, 9, NULL);
  chart = premise_chart_new_diagram (diagram, "en");

  text = premise_chart_dup_node_text (chart, 0);
  last = premise_chart_dup_node_text (chart, 1);
  g_assert_cmpstr (text, ==, "2022 · in words → Answer");
  g_assert_cmpstr (last, ==, "");
  g_assert_cmpstr (premise_chart_get_category (chart, 1), ==, "Answer");
}

/* A span that is longer is drawn longer, up to a limit. */
static void
test_diagram_spans (void)
{
  static const double times[] = { 0, 1, 2, 4, 100, 101 };
  PangoContext *context = chart_samples_new_context ();
  PremiseDiagram *diagram = premise_diagram_new (PREMISE_DIAGRAM_TIMELINE);
  g_autoptr(PremiseChart) chart = NULL;
  g_autoptr(PremiseScene) scene = NULL;
  double tops[G_N_ELEMENTS (times)];
  PremiseTheme theme;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      premise_diagram_add_node (diagram, "Milestone", NULL, "then", PREMISE_DIAGRAM_NONE,
                                PREMISE_DIAGRAM_NONE);
      premise_diagram_set_time (diagram, i, times[i]);
    }

  chart = premise_chart_new_diagram (diagram, "en");
  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1);
  scene = premise_chart_layout (chart, 400, premise_chart_get_natural_height (chart, 400, &theme,
                                                                              context),
                                &theme, context, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      PremiseRect box;

      g_assert_true (premise_scene_get_point_bounds (scene, 0, i, &box));
      tops[i] = box.y;
    }

  g_assert_cmpfloat_with_epsilon (tops[1] - tops[0], tops[2] - tops[1], SLACK);
  g_assert_cmpfloat (tops[3] - tops[2], >, tops[2] - tops[1] + 1);
  g_assert_cmpfloat (tops[4] - tops[3], >, tops[3] - tops[2] + 1);
  g_assert_cmpfloat (tops[4] - tops[3], <, 3 * (tops[1] - tops[0]));
  g_assert_cmpfloat_with_epsilon (tops[5] - tops[4], tops[1] - tops[0], SLACK);

  g_object_unref (context);
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

/* In one column two strands that join stand one below the other, and do not take turns: only one arrow
 * has to pass boxes. More room is left where the second begins. */
static void
test_diagram_strands (void)
{
  static const guint edges[][2] = { { 0, 2 }, { 1, 3 }, { 2, 4 }, { 3, 4 } };
  static const guint below[] = { 0, 2, 1, 3, 4 };
  PangoContext *context = chart_samples_new_context ();
  PremiseDiagram *diagram = premise_diagram_new (PREMISE_DIAGRAM_FLOW);
  g_autoptr(PremiseChart) chart = NULL;
  g_autoptr(PremiseScene) scene = NULL;
  PremiseTheme theme;
  double last = -1;
  double gaps[G_N_ELEMENTS (below)];

  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    premise_diagram_add_node (diagram, "A step with a name", NULL, NULL, PREMISE_DIAGRAM_NONE, PREMISE_DIAGRAM_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    premise_diagram_add_edge (diagram, edges[i][0], edges[i][1], NULL);
  chart = premise_chart_new_diagram (diagram, "en-gb");

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1);
  scene = premise_chart_layout (chart, 320, 400, &theme, context, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    {
      PremiseRect box;

      g_assert_true (premise_scene_get_point_bounds (scene, 0, below[i], &box));
      g_assert_cmpfloat (box.y, >, last);
      gaps[i] = box.y - last;
      last = box.y + box.height;
    }

  g_assert_cmpfloat (gaps[2], >, gaps[1] * 1.3);
  g_assert_cmpfloat_with_epsilon (gaps[3], gaps[1], 0.01);

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
      g_autoptr(GPtrArray) words = g_ptr_array_new ();
      g_autoptr(PremiseChart) chart = diagram_samples_new (i, FALSE, words);
      double height = premise_chart_get_natural_height (chart, 960, &theme, context) * 0.7;
      g_autoptr(PremiseScene) scene = premise_chart_layout (chart, 960, height, &theme, context,
                                                            FALSE);

      check_scene (scene, 960, height);
      check_words (scene, words);
    }

  g_object_unref (context);
}

/* From cell to cell of a matrix, by rows and columns, and no further than the last. */
static void
test_diagram_beside (void)
{
  PangoContext *context = chart_samples_new_context ();
  g_autoptr(PremiseChart) chart = NULL;
  g_autoptr(PremiseScene) scene = NULL;
  PremiseTheme theme;
  PremiseRect first, right, below;
  guint sample = 0;
  guint series = 0;
  guint category = 0;

  while (!g_str_equal (diagram_samples_get_name (sample), "matrix-plain"))
    sample++;
  chart = diagram_samples_new (sample, FALSE, NULL);
  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1);
  scene = premise_chart_layout (chart, 960, 600, &theme, context, FALSE);
  g_assert_true (premise_chart_is_grid (chart));

  g_assert_true (premise_scene_get_point_bounds (scene, 0, 0, &first));
  g_assert_false (premise_scene_find_beside (scene, &series, &category, -1, 0));
  g_assert_true (premise_scene_find_beside (scene, &series, &category, 1, 0));
  g_assert_true (premise_scene_get_point_bounds (scene, series, category, &right));
  g_assert_cmpfloat (right.x, >=, first.x + first.width);
  g_assert_cmpfloat_with_epsilon (right.y, first.y, SLACK);

  g_assert_true (premise_scene_find_beside (scene, &series, &category, 0, 1));
  g_assert_true (premise_scene_get_point_bounds (scene, series, category, &below));
  g_assert_cmpfloat_with_epsilon (below.x, right.x, SLACK);
  g_assert_cmpfloat (below.y, >=, right.y + right.height);

  g_assert_true (premise_scene_find_beside (scene, &series, &category, 0, -1));
  g_assert_true (premise_scene_find_beside (scene, &series, &category, -1, 0));
  g_assert_cmpuint (category, ==, 0);

  g_object_unref (context);
}

static double
get_tallest_word (PremiseScene *scene)
{
  double tallest = 0;

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      if (shape.text != NULL && shape.role == PREMISE_ROLE_CATEGORY_LABEL
          && g_utf8_strlen (shape.text, -1) <= 4)
        tallest = fmax (tallest, shape.bounds.height);
    }

  return tallest;
}

static guint
find_sample (const char *name)
{
  for (guint i = 0; i < diagram_samples_get_n (); i++)
    {
      if (g_str_equal (diagram_samples_get_name (i), name))
        return i;
    }

  g_assert_not_reached ();
}

static double
get_lowest_word (PremiseScene *scene)
{
  double lowest = INFINITY;

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      if (shape.text != NULL)
        lowest = fmin (lowest, shape.bounds.height);
    }

  return lowest;
}

/* Where there is more height than a diagram asks for its words are larger; where there is a little less,
 * things come closer before words become smaller. */
static void
test_diagram_fills (void)
{
  PangoContext *context = chart_samples_new_context ();
  PremiseTheme theme;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1);

  for (guint i = 0; i < diagram_samples_get_n (); i++)
    {
      g_autoptr(PremiseChart) chart = diagram_samples_new (i, TRUE, NULL);
      double height = premise_chart_get_natural_height (chart, 960, &theme, context);
      g_autoptr(PremiseScene) natural = premise_chart_layout (chart, 960, height, &theme, context, FALSE);
      g_autoptr(PremiseScene) roomy = premise_chart_layout (chart, 960, 2 * height, &theme, context, FALSE);
      g_autoptr(PremiseScene) mirrored = premise_chart_layout (chart, 960, 2 * height, &theme, context, TRUE);
      g_autoptr(PremiseScene) tight = premise_chart_layout (chart, 960, floor (0.9 * height), &theme, context, FALSE);

      check_scene (roomy, 960, 2 * height);
      check_scene (mirrored, 960, 2 * height);
      check_scene (tight, 960, floor (0.9 * height));

      if (!g_str_equal (diagram_samples_get_name (i), "columns")
          && !g_str_equal (diagram_samples_get_name (i), "tree"))
        continue;

      g_assert_cmpfloat (get_tallest_word (roomy), >, 1.15 * get_tallest_word (natural));
      g_assert_cmpfloat (get_tallest_word (tight), ==, get_tallest_word (natural));
    }

  g_object_unref (context);
}

/* Where a slide is lower than a diagram likes to be, its steps, levels and dates are arranged in another
 * way before its words are made smaller. */
static void
test_diagram_arranges (void)
{
  static const struct { const char *name; double width, part; } cases[] = {
    { "flow", 700, 0.6 }, { "timeline", 900, 0.7 }, { "tree", 700, 0.6 }, { "columns", 900, 0.6 },
    { "cycle", 1100, 0.9 },
  };
  PangoContext *context = chart_samples_new_context ();
  PremiseTheme theme;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) words = g_ptr_array_new ();
      g_autoptr(PremiseChart) chart = diagram_samples_new (find_sample (cases[i].name), FALSE, words);
      double height = premise_chart_get_natural_height (chart, cases[i].width, &theme, context);
      double low = floor (height * cases[i].part);
      g_autoptr(PremiseScene) natural = NULL;
      g_autoptr(PremiseScene) lower = NULL;

      natural = premise_chart_layout (chart, cases[i].width, height, &theme, context, FALSE);
      lower = premise_chart_layout (chart, cases[i].width, low, &theme, context, FALSE);
      check_scene (lower, cases[i].width, low);
      check_words (lower, words);
      g_assert_cmpfloat (get_lowest_word (lower), >, 0.98 * get_lowest_word (natural));
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
  g_test_add_func ("/chart/diagram/spans", test_diagram_spans);
  g_test_add_func ("/chart/diagram/turns", test_diagram_turns);
  g_test_add_func ("/chart/diagram/strands", test_diagram_strands);
  g_test_add_func ("/chart/diagram/shrinks", test_diagram_shrinks);
  g_test_add_func ("/chart/diagram/beside", test_diagram_beside);
  g_test_add_func ("/chart/diagram/fills", test_diagram_fills);
  g_test_add_func ("/chart/diagram/arranges", test_diagram_arranges);

  return g_test_run ();
}
