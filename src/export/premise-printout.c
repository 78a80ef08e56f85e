/* premise-printout.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-printout-private.h"

#include <pango/pangocairo.h>

#define BETWEEN_BLOCKS 14
#define FOOT_HEIGHT    24
#define FOOT_BASELINE  4
#define BAR_WIDTH      2
#define OVERLAP        0.5

/* A row on a page. */
typedef struct
{
  guint  row;
  double y;
  double scale;   /* below 1 for what is higher than a page */
} Placed;

struct _PremisePrintout
{
  double        width;
  double        height;
  PangoContext *context;
  PremiseTheme  theme;
  char         *foot;     /* markup: what this is a part of */
  GArray       *rows;     /* (element-type PremisePrintRow) */
  GArray       *placed;   /* (element-type Placed) */
  GArray       *pages;    /* (element-type guint): the first of @placed on each */
};

static void
clear_row (gpointer data)
{
  PremisePrintRow *row = data;

  g_array_unref (row->pieces);
  g_clear_pointer (&row->picture, premise_picture_free);
}

static const PremisePrintRow *
get_row (const PremisePrintout *self,
         guint                  row)
{
  return &g_array_index (self->rows, PremisePrintRow, row);
}

/* Content */

/* Every assumption that is not what it is in the base case: whoever reads the paper does not see the sliders. */
static void
add_changes (PremisePrintBuilder *builder)
{
  PremiseModel *model = premise_report_get_model (builder->report);
  gboolean first = TRUE;

  for (guint variable = 0; variable < premise_model_get_n_variables (model); variable++)
    {
      if (premise_model_get_kind (model, variable) != PREMISE_VARIABLE_ASSUMPTION
          || !premise_evaluator_differs (builder->evaluator, variable))
        continue;

      for (guint cell = 0; cell < premise_model_get_n_cells (model, variable); cell++)
        {
          g_autofree char *name = NULL;
          g_autofree char *escaped = NULL;
          g_autofree char *value = NULL;
          g_autofree char *line = NULL;

          if (premise_evaluator_get_value (builder->evaluator, variable, cell)
              == premise_evaluator_get_base_value (builder->evaluator, variable, cell))
            continue;

          name = premise_report_dup_cell_label (builder->report, variable, cell, builder->language);
          escaped = g_markup_escape_text (name, -1);
          value = premise_print_dup_value (builder, variable, cell, NULL);
          line = g_strdup_printf ("%s  %s", escaped, value);
          if (first)
            premise_print_builder_add (builder, builder->words->changed_note, PREMISE_PRINT_HEADING);
          first = FALSE;
          premise_print_builder_add (builder, line, PREMISE_PRINT_BODY);
        }
    }
}

static void
add_section (PremisePrintBuilder  *builder,
             const PremiseSection *section)
{
  if (section->number != NULL)
    {
      g_autofree char *number = g_markup_escape_text (section->number, -1);

      premise_print_builder_add (builder, number, PREMISE_PRINT_SMALL);
      g_array_index (builder->rows, PremisePrintRow, 0).keep = TRUE;
    }
  premise_print_builder_add_text (builder, section->title, PREMISE_PRINT_TITLE);
  builder->above = BETWEEN_BLOCKS / 2;
  premise_print_builder_add_text (builder, section->key_message, PREMISE_PRINT_KEY_MESSAGE);

  builder->above = BETWEEN_BLOCKS;
  builder->bar = TRUE;
  builder->left += BETWEEN_BLOCKS;
  builder->width -= BETWEEN_BLOCKS;
  add_changes (builder);
  builder->bar = FALSE;
  builder->left -= BETWEEN_BLOCKS;
  builder->width += BETWEEN_BLOCKS;

  for (guint i = 0; i < section->blocks->len; i++)
    {
      builder->above = BETWEEN_BLOCKS;
      premise_print_builder_add_block (builder, g_ptr_array_index (section->blocks, i));
    }
}

static char *
dup_foot (PremisePrintBuilder  *builder,
          const PremiseSection *section)
{
  g_autofree char *title = premise_print_dup_markup (builder, premise_report_get_title (builder->report));
  g_autofree char *number = NULL;

  if (section->number == NULL)
    return g_steal_pointer (&title);

  number = g_markup_escape_text (section->number, -1);

  return g_strdup_printf ("%s  ·  %s", title, number);
}

/* Pages */

static double
get_room (const PremisePrintout *self)
{
  return self->height - FOOT_HEIGHT;
}

/* Returns: how many rows from there on stay together, and how high they are */
static guint
measure_group (const PremisePrintout *self,
               guint                  first,
               double                *height)
{
  guint i = first;

  *height = get_row (self, first)->height;
  while (get_row (self, i)->keep && i + 1 < self->rows->len)
    {
      i++;
      *height += get_row (self, i)->above + get_row (self, i)->height;
    }

  return i + 1 - first;
}

static void
begin_page (PremisePrintout *self,
            double          *y)
{
  g_array_append_val (self->pages, self->placed->len);
  *y = 0;
}

static void
place (PremisePrintout *self,
       guint            row,
       double          *y)
{
  double height = get_row (self, row)->height;
  Placed placed = { row, *y, 1 };

  if (height > get_room (self) - *y)
    placed.scale = (get_room (self) - *y) / height;
  g_array_append_val (self->placed, placed);
  *y += height * placed.scale;
}

static void
begin_page_with (PremisePrintout *self,
                 guint            row,
                 double          *y)
{
  guint head = get_row (self, row)->head;

  begin_page (self, y);
  if (head != PREMISE_PRINT_NO_HEAD)
    place (self, head, y);
}

static void
paginate (PremisePrintout *self)
{
  double y;
  guint group = 0;

  begin_page (self, &y);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PremisePrintRow *row = get_row (self, i);
      double height = row->height;

      if (group == 0)
        group = measure_group (self, i, &height);
      /* What does not fit on any page is cut between its rows. */
      if (height > get_room (self))
        height = row->height;
      group--;

      if (y > 0 && y + row->above + height > get_room (self))
        begin_page_with (self, i, &y);
      else if (y > 0)
        y += row->above;
      place (self, i, &y);
    }
}

/* Returns: the first of @placed that is behind the page */
static guint
get_end (const PremisePrintout *self,
         guint                  page)
{
  return page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->placed->len;
}

/* Drawing */

static void
set_color (cairo_t            *cr,
           const PremiseColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
draw_piece (const PremisePrintout   *self,
            const PremisePrintPiece *piece,
            cairo_t                 *cr)
{
  set_color (cr, piece->muted ? &self->theme.muted : &self->theme.foreground);
  cairo_move_to (cr, piece->x, piece->y);
  if (piece->line < 0)
    pango_cairo_show_layout (cr, piece->layout);
  else
    pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (piece->layout, piece->line));
}

static void
draw_row (const PremisePrintout *self,
          const Placed          *placed,
          gboolean               joined,
          cairo_t               *cr)
{
  const PremisePrintRow *row = get_row (self, placed->row);

  cairo_save (cr);
  cairo_translate (cr, 0, placed->y);
  cairo_scale (cr, placed->scale, placed->scale);

  set_color (cr, &self->theme.muted);
  if (row->rule > 0)
    {
      cairo_rectangle (cr, 0, -row->rule / 2, row->rule_length, row->rule);
      cairo_fill (cr);
    }
  if (row->bar)
    {
      /* It overlaps with that of the row above, so that no seam is seen. */
      double start = joined ? -row->above - OVERLAP : 0;

      cairo_rectangle (cr, 0, start, BAR_WIDTH, row->height - start);
      cairo_fill (cr);
    }

  for (guint i = 0; i < row->pieces->len; i++)
    draw_piece (self, &g_array_index (row->pieces, PremisePrintPiece, i), cr);
  if (row->picture != NULL)
    {
      cairo_scale (cr, PREMISE_POINTS_PER_PIXEL, PREMISE_POINTS_PER_PIXEL);
      premise_picture_draw (row->picture, cr, NULL);
    }
  cairo_restore (cr);
}

static void
show_at_baseline (cairo_t     *cr,
                  PangoLayout *layout,
                  double       y)
{
  cairo_move_to (cr, 0, y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_foot (const PremisePrintout *self,
           guint                  page,
           cairo_t               *cr)
{
  g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, self->pages->len);
  g_autoptr(PangoLayout) right =
    premise_print_layout_new (self->context, number, PREMISE_PRINT_SMALL, 1, self->width);
  g_autoptr(PangoLayout) left =
    premise_print_layout_new (self->context, self->foot, PREMISE_PRINT_SMALL, 1, self->width * 0.8);

  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);
  pango_layout_set_height (left, -1);
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  set_color (cr, &self->theme.muted);
  show_at_baseline (cr, left, self->height - FOOT_BASELINE);
  show_at_baseline (cr, right, self->height - FOOT_BASELINE);
}

/**
 * premise_printout_new:
 * @report: the report
 * @section: position of a section
 * @evaluator: the values to print
 * @language: the language of every text
 * @width: width of a page between its margins, in points
 * @height: height of a page between its margins, in points
 *
 * Sets a section for paper. Where assumptions are not those of the base case, it says so over
 * the content and at each number.
 *
 * Returns: (transfer full): the pages
 */
PremisePrintout *
premise_printout_new (PremiseReport    *report,
                      guint             section,
                      PremiseEvaluator *evaluator,
                      const char       *language,
                      double            width,
                      double            height)
{
  PremisePrintout *self;
  const PremiseSection *content;
  PremisePrintBuilder builder = { .report = report, .evaluator = evaluator, .language = language };

  g_return_val_if_fail (PREMISE_IS_REPORT (report), NULL);
  g_return_val_if_fail (section < premise_report_get_n_sections (report), NULL);
  g_return_val_if_fail (width > 0 && height > 2 * FOOT_HEIGHT, NULL);

  self = g_new0 (PremisePrintout, 1);
  self->width = width;
  self->height = height;
  self->context = premise_print_context_new (language);
  self->rows = g_array_new (FALSE, FALSE, sizeof (PremisePrintRow));
  self->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_clear_func (self->rows, clear_row);
  premise_theme_init (&self->theme, PREMISE_THEME_PRINT, 1);

  builder.words = premise_figure_words_get (language);
  builder.context = self->context;
  builder.rows = self->rows;
  builder.width = width;
  content = premise_report_get_section (report, section);
  add_section (&builder, content);
  self->foot = dup_foot (&builder, content);
  paginate (self);

  return self;
}

void
premise_printout_free (PremisePrintout *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->placed, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->foot, g_free);
  g_clear_object (&self->context);
  g_free (self);
}

guint
premise_printout_get_n_pages (const PremisePrintout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

static void
append_piece (GString                 *text,
              const PremisePrintPiece *piece)
{
  const char *words = pango_layout_get_text (piece->layout);
  PangoLayoutLine *line;

  if (piece->line < 0)
    {
      g_string_append_printf (text, "%s\n", words);
      return;
    }

  line = pango_layout_get_line_readonly (piece->layout, piece->line);
  g_string_append_len (text, words + pango_layout_line_get_start_index (line),
                       pango_layout_line_get_length (line));
  g_string_append_c (text, '\n');
}

/**
 * premise_printout_dup_text:
 * @self: the pages
 * @page: position of one of them
 *
 * Returns: (transfer full): the words of the page without those of its charts, a line for each line or cell
 */
char *
premise_printout_dup_text (const PremisePrintout *self,
                           guint                  page)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint end;

  g_return_val_if_fail (self != NULL && page < self->pages->len, NULL);

  end = get_end (self, page);
  for (guint i = g_array_index (self->pages, guint, page); i < end; i++)
    {
      const PremisePrintRow *row = get_row (self, g_array_index (self->placed, Placed, i).row);

      for (guint j = 0; j < row->pieces->len; j++)
        append_piece (text, &g_array_index (row->pieces, PremisePrintPiece, j));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * premise_printout_draw_page:
 * @self: the pages
 * @page: position of one of them
 * @cr: in points; the upper left corner of what is between the margins is at 0, 0
 *
 * Draws a page on paper that is white.
 */
void
premise_printout_draw_page (const PremisePrintout *self,
                            guint                  page,
                            cairo_t               *cr)
{
  guint first, end;

  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->pages->len);

  first = g_array_index (self->pages, guint, page);
  end = get_end (self, page);
  for (guint i = first; i < end; i++)
    {
      const Placed *placed = &g_array_index (self->placed, Placed, i);
      gboolean joined = i > first && get_row (self, (placed - 1)->row)->bar;

      draw_row (self, placed, joined, cr);
    }
  draw_foot (self, page, cr);
}
