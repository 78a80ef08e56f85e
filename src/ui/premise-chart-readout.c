/* premise-chart-readout.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-chart-readout.h"

#include "premise-diagram.h"
#include "premise-markup.h"

#include <math.h>

#define PADDING_X 12
#define PADDING_Y 6
#define GAP       8
#define MAX_WIDTH 320
#define RADIUS    9

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/**
 * premise_chart_readout_dup_text:
 * @chart: a chart
 * @series: position of a series
 * @category: position of a category
 * @language: language of the report
 *
 * Says what a point is and is worth, with the base value where it differs. The first line is
 * the category, or the series where there are no categories.
 *
 * Returns: (transfer full): two lines or more
 */
char *
premise_chart_readout_dup_text (PremiseChart *chart,
                                guint         series,
                                guint         category,
                                const char   *language)
{
  double value = premise_chart_get_value (chart, series, category);
  double base = premise_chart_get_base (chart, series, category);
  const char *category_label = premise_chart_get_category (chart, category);
  const char *series_label = premise_chart_get_series_label (chart, series);
  g_autofree char *shown = premise_chart_format_series (chart, series, value);
  g_autofree char *shown_base = NULL;
  g_autofree char *with_base = NULL;
  g_autofree char *words = premise_chart_dup_node_text (chart, category);
  const char *certainty = premise_chart_get_certainty_label (chart, series, category);
  const char *panel = premise_chart_get_panel (chart, series);
  g_autoptr(GString) text = g_string_new (category_label);

  if (words != NULL)
    {
      if (!is_empty (words))
        g_string_append_printf (text, "\n%s", words);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  if (!is_empty (panel))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", panel);

  if (!is_empty (series_label) && premise_chart_get_n_series (chart) > 1)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", series_label);

  /* A change that the format rounds away is none for the reader. */
  if (isfinite (base) && base != value)
    shown_base = premise_chart_format_series (chart, series, base);
  if (shown_base != NULL && strcmp (shown, shown_base) != 0)
    with_base = premise_markup_dup_with_base (shown, shown_base, language);

  if (isfinite (value) && !is_empty (certainty))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", certainty);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                          with_base != NULL ? with_base : shown);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static PangoLayout *
create_layout (GtkWidget  *widget,
               const char *text,
               const char *language)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  const char *tag = premise_markup_get_pango_language (language);
  const char *last = strrchr (text, '\n');

  /* The value is what the eye looks for. */
  bold->start_index = last != NULL ? (guint) (last + 1 - text) : 0;
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (tag)));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, PANGO_SCALE * MAX (1, MIN (MAX_WIDTH,
                                                             gtk_widget_get_width (widget)
                                                             - 2 * PADDING_X)));

  return layout;
}

/**
 * premise_chart_readout_snapshot:
 * @widget: the chart
 * @snapshot: where to draw
 * @mark: bounds of the mark that is read out
 * @text: what to say
 * @language: language of the report
 *
 * Draws a small card beside the mark: above it where there is room, else below, and always
 * inside the chart.
 */
void
premise_chart_readout_snapshot (GtkWidget         *widget,
                                GtkSnapshot       *snapshot,
                                const PremiseRect *mark,
                                const char        *text,
                                const char        *language)
{
  g_autoptr(PangoLayout) layout = create_layout (widget, text, language);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  PangoRectangle extents;
  graphene_rect_t card;
  GskRoundedRect outline;
  double x;
  double y;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  graphene_rect_init (&card, 0, 0, (float) (extents.width + 2 * PADDING_X),
                      (float) (extents.height + 2 * PADDING_Y));

  x = mark->x + mark->width / 2 - card.size.width / 2;
  y = mark->y - GAP - card.size.height;
  if (y < 0)
    y = mark->y + mark->height + GAP;
  x = CLAMP (x, 0, MAX (0, width - card.size.width));
  y = CLAMP (y, 0, MAX (0, height - card.size.height));
  card.origin.x = roundf ((float) x);
  card.origin.y = roundf ((float) y);

  gsk_rounded_rect_init_from_rect (&outline, &card, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0.12f, 0.12f, 0.13f, 0.94f }, &card);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { 1, 1, 1, 1 },
                              (GdkRGBA[]) { { 1, 1, 1, 0.15f }, { 1, 1, 1, 0.15f },
                                            { 1, 1, 1, 0.15f }, { 1, 1, 1, 0.15f } });

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (card.origin.x + PADDING_X
                                                          - (float) extents.x,
                                                          card.origin.y + PADDING_Y));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA) { 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
}
