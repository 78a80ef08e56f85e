/* test-shipped-figures.c: Every figure of the report that is shipped, at every size
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart-samples.h"

#include "premise-figure.h"


/* A slide of 1280 × 800, of which an exhibit has about so much, in the type of slides. */
#define SLIDE_HEIGHT 800
#define SLIDE_TEXT   2.27

/* On a slide no line of text is lower than this part of it: 24 pixels of 800, 32 of 1080. */
#define LEAST_TEXT   (1.0 / 34)

typedef enum
{
  PAGE  = 1 << 0,   /* as it likes to be, at the usual size of text */
  SLIDE = 1 << 1,
  OTHER = 1 << 2,
} Kind;

static const struct
{
  double   width;
  double   height;      /* 0: the natural one */
  double   text_scale;
  Kind     kind;
} sizes[] = {
  { 324, 0, 1, PAGE }, { 324, 0, 2, OTHER },
  { 640, 360, 1, OTHER }, { 640, 360, 2, OTHER },
  { 900, 0, 1, PAGE }, { 900, 0, 2, OTHER },
  { 1180, 400, SLIDE_TEXT, SLIDE },
  { 1600, 900, 1, OTHER }, { 1600, 900, 2, OTHER },
};

static const char *const languages[] = { "en", "zh" };

typedef struct
{
  PremiseReport    *report;
  PremiseScenario  *scenario;
  PremiseEvaluator *evaluator;
  PangoContext     *context;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("PREMISE_DATA_DIR"), "reports", "generative-ai", NULL);
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);

  self->report = premise_report_load (path, diagnostics);
  g_assert_nonnull (self->report);
  self->scenario = premise_scenario_new (premise_report_get_model (self->report));
  self->evaluator = premise_evaluator_new (self->scenario);
  self->context = chart_samples_new_context ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->context);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->scenario);
  g_clear_object (&self->report);
}

typedef void (*Check) (const PremiseBlock *block,
                       PremiseScene       *scene,
                       guint               size,
                       double              height);

static void
check_figure (Fixture            *self,
              const PremiseBlock *block,
              const char         *section,
              Kind                kinds,
              Check               check)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr(PremiseChart) chart = premise_figure_build_chart (self->report, block, self->evaluator, languages[l]);

      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          double height = sizes[i].height;
          g_autoptr(PremiseScene) scene = NULL;
          PremiseTheme theme;

          if ((sizes[i].kind & kinds) == 0)
            continue;

          premise_theme_init (&theme, PREMISE_THEME_LIGHT, sizes[i].text_scale);
          if (height <= 0)
            height = premise_chart_get_natural_height (chart, sizes[i].width, &theme, self->context);
          scene = premise_chart_layout (chart, sizes[i].width, height, &theme, self->context, FALSE);

          g_test_message ("%s, exhibit %u, %s, %.0f × %.0f, text × %.2f", section, block->exhibit, languages[l],
                          sizes[i].width, height, sizes[i].text_scale);
          check (block, scene, i, height);
        }
    }
}

static gboolean
has_figure (const PremiseSection *section)
{
  for (guint i = 0; i < section->blocks->len; i++)
    {
      if (((const PremiseBlock *) g_ptr_array_index (section->blocks, i))->type == PREMISE_BLOCK_FIGURE)
        return TRUE;
    }

  return FALSE;
}

/* Where a section names nothing for its slide, a figure is rather shown than a diagram. */
static gboolean
may_be_on_slide (const PremiseSection *section,
                 guint                 block)
{
  const PremiseBlock *own = g_ptr_array_index (section->blocks, block);

  for (guint i = 0; i < section->slide->len; i++)
    {
      if (g_array_index (section->slide, guint, i) == block)
        return TRUE;
    }

  return section->slide->len == 0 && (own->type == PREMISE_BLOCK_FIGURE || !has_figure (section));
}

static void
check_all (Fixture *self,
           Kind     kinds,
           Check    check)
{
  for (guint s = 0; s < premise_report_get_n_sections (self->report); s++)
    {
      const PremiseSection *section = premise_report_get_section (self->report, s);

      for (guint i = 0; i < section->blocks->len; i++)
        {
          const PremiseBlock *block = g_ptr_array_index (section->blocks, i);

          if (block->type != PREMISE_BLOCK_FIGURE && block->type != PREMISE_BLOCK_DIAGRAM)
            continue;
          if (kinds != SLIDE || may_be_on_slide (section, i))
            check_figure (self, block, section->id, kinds, check);
        }
    }
}

/* What stands around a number: its currency, its scale, its unit. */
static char *
dup_words (const char *text)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr ("0123456789.,", *p) == NULL)
        g_string_append_c (words, *p);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* Numbers in one unit have the same number of decimals, but where a reader compares their ratios. */
static void
check_alike (const PremiseBlock *block,
             PremiseScene       *scene)
{
  g_autoptr(GHashTable) decimals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (block->type != PREMISE_BLOCK_FIGURE || g_strcmp0 (block->figure->scale, "log") == 0)
    return;

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      g_autofree char *words = NULL;
      gpointer others;
      const char *point;
      guint n = 0;
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      if (shape.role != PREMISE_ROLE_VALUE_LABEL || shape.text == NULL)
        continue;

      point = strchr (shape.text, '.');
      while (point != NULL && g_ascii_isdigit (point[n + 1]))
        n++;

      words = dup_words (shape.text);
      if (g_hash_table_lookup_extended (decimals, words, NULL, &others))
        g_assert_cmpuint (n, ==, GPOINTER_TO_UINT (others));
      else
        g_hash_table_insert (decimals, g_steal_pointer (&words), GUINT_TO_POINTER (n));
    }
}

static void
check_sound (const PremiseBlock *block,
             PremiseScene       *scene,
             guint               size,
             double              height)
{
  chart_samples_assert_sound (scene, sizes[size].width, height);
  check_alike (block, scene);
}

/* No text overlaps another or leaves the canvas, and numbers are written alike. */
static void
test_sound (Fixture       *self,
            gconstpointer  data)
{
  check_all (self, PAGE | SLIDE | OTHER, check_sound);
}

static void
check_slide (const PremiseBlock *block,
             PremiseScene       *scene,
             guint               size,
             double              height)
{
  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      if (shape.text != NULL)
        g_assert_cmpfloat (shape.bounds.height, >=, SLIDE_HEIGHT * LEAST_TEXT);
    }
}

/* What is shown is read from the back of a room. */
static void
test_slides (Fixture       *self,
             gconstpointer  data)
{
  check_all (self, SLIDE, check_slide);
}

/* A telephone is too narrow for the numbers of every line. */
#define NARROW 400

/* Steps, bars that are not stacked, and a single line. */
static gboolean
has_numbers (const PremiseBlock *block,
             double              width)
{
  if (block->type != PREMISE_BLOCK_FIGURE || block->figure->panel_index != PREMISE_MODEL_NOT_FOUND)
    return FALSE;

  if (g_str_equal (block->figure->mark, "line"))
    return block->figure->series->len == 1 && block->figure->row_index == PREMISE_MODEL_NOT_FOUND && width > NARROW;

  return g_str_equal (block->figure->mark, "waterfall")
         || (g_str_equal (block->figure->mark, "bar") && g_strcmp0 (block->figure->stack, "stacked") != 0
             && g_strcmp0 (block->figure->stack, "percent") != 0);
}

static void
check_numbers (const PremiseBlock *block,
               PremiseScene       *scene,
               guint               size,
               double              height)
{
  guint n_values = 0;
  guint n_numbers = 0;
  guint64 shown = 0;    /* a bit for each category */
  guint64 named = 0;

  if (!has_numbers (block, sizes[size].width))
    return;

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      n_numbers += shape.role == PREMISE_ROLE_VALUE_LABEL;
      n_values += shape.role == PREMISE_ROLE_MARK && shape.category != PREMISE_SCENE_NO_POINT;
      if (shape.category < 64 && shape.role == PREMISE_ROLE_MARK)
        shown |= G_GUINT64_CONSTANT (1) << shape.category;
      if (shape.category < 64 && shape.role == PREMISE_ROLE_CATEGORY_LABEL)
        named |= G_GUINT64_CONSTANT (1) << shape.category;
    }

  g_assert_cmpuint (n_numbers, >=, n_values);
  g_assert_cmphex (shown & ~named, ==, 0);
}

/* Every bar has its number and its name, on a telephone and on a slide too. */
static void
test_numbers (Fixture       *self,
              gconstpointer  data)
{
  check_all (self, PAGE | SLIDE, check_numbers);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/figure/shipped/sound", Fixture, NULL, set_up, test_sound, tear_down);
  g_test_add ("/figure/shipped/slides", Fixture, NULL, set_up, test_slides, tear_down);
  g_test_add ("/figure/shipped/numbers", Fixture, NULL, set_up, test_numbers, tear_down);

  return g_test_run ();
}
