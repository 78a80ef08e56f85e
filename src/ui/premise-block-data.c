/* premise-block-data.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-data.h"

#include "premise-diagram.h"
#include "premise-figure.h"
#include "premise-markup.h"
#include "premise-table-view.h"

#include <math.h>

/**
 * PremiseBlockData:
 *
 * ## CSS nodes
 *
 * `premise-block-data` with a `premise-table-view`.
 *
 * ## Accessibility
 *
 * See #PremiseTableView.
 */
struct _PremiseBlockData
{
  GtkWidget           parent_instance;

  PremiseSession     *session;
  const PremiseBlock *block;    /* (not owned): of the session's report */
  GtkWidget          *view;
  guint               n_categories;
  guint               n_series;
  PremiseTableCell  **cells;    /* (not owned): n_series + 1 for each category */
};

G_DEFINE_FINAL_TYPE (PremiseBlockData, premise_block_data, GTK_TYPE_WIDGET)

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* What the picture shows by a dash or a hatch, or what a diagram says, is said in words. */
static char *
dup_value_text (PremiseChart *chart,
                guint         category,
                guint         series)
{
  double value = premise_chart_get_value (chart, series, category);
  const char *certainty = premise_chart_get_certainty_label (chart, series, category);
  g_autofree char *words = premise_chart_dup_node_text (chart, category);
  g_autofree char *number = NULL;

  if (words != NULL)
    return g_steal_pointer (&words);

  number = premise_chart_format_series (chart, series, value);
  if (!isfinite (value) || *or_empty (certainty) == '\0')
    return g_steal_pointer (&number);

  return g_strdup_printf ("%s · %s", certainty, number);
}

static void
update_value (PremiseBlockData *self,
              PremiseChart     *chart,
              PremiseTableCell *widget,
              guint             category,
              guint             series)
{
  double value = premise_chart_get_value (chart, series, category);
  double base = premise_chart_get_base (chart, series, category);
  g_autofree char *text = dup_value_text (chart, category, series);
  g_autofree char *shown = premise_chart_format_series (chart, series, value);
  g_autofree char *base_text = NULL;
  g_autofree char *label = NULL;
  g_autofree char *series_label = premise_chart_dup_series_name (chart, series);
  guint variable;
  guint cell;

  if (isfinite (base) && base != value)
    base_text = premise_chart_format_series (chart, series, base);
  /* A change that the format rounds away is none for the reader. */
  if (g_strcmp0 (base_text, shown) == 0)
    g_clear_pointer (&base_text, g_free);

  if (premise_figure_get_point_cell (premise_session_get_report (self->session), self->block,
                                     premise_session_get_evaluator (self->session),
                                     series, category, &variable, &cell))
    {
      premise_table_cell_set_target (widget, variable, cell);
      gtk_widget_add_css_class (GTK_WIDGET (widget), premise_markup_get_kind_class (self->session, variable));
    }

  label = g_strdup_printf ("%s%s%s", or_empty (premise_chart_get_category (chart, category)),
                           *or_empty (series_label) != '\0' ? " · " : "", or_empty (series_label));
  premise_table_cell_set_text (widget, text);
  premise_table_cell_set_description (widget, label, base_text);
}

static void
append_header (PremiseBlockData *self,
               PremiseChart     *chart)
{
  const char *language = premise_session_get_language (self->session);
  g_autofree GtkWidget **cells = g_new0 (GtkWidget *, self->n_series + 1);
  PremiseText *title = self->block->figure != NULL ? self->block->figure->category_title : NULL;
  g_autofree char *corner = NULL;

  if (title != NULL)
    corner = premise_text_render_plain (title, language,
                                        premise_session_get_evaluator (self->session));

  cells[0] = premise_table_cell_new (PREMISE_TABLE_CELL_COLUMN_HEADER, or_empty (corner),
                                     language, FALSE);
  for (guint s = 0; s < self->n_series; s++)
    {
      g_autofree char *name = premise_chart_dup_series_name (chart, s);

      cells[s + 1] = premise_table_cell_new (PREMISE_TABLE_CELL_COLUMN_HEADER, or_empty (name),
                                             language, TRUE);
    }

  premise_table_view_append_row (PREMISE_TABLE_VIEW (self->view), PREMISE_TABLE_ROW_HEADER, cells);
}

static void
append_category (PremiseBlockData *self,
                 PremiseChart     *chart,
                 guint             category)
{
  const char *language = premise_session_get_language (self->session);
  guint n = self->n_series + 1;
  g_autofree GtkWidget **cells = g_new0 (GtkWidget *, n);

  for (guint i = 0; i < n; i++)
    {
      cells[i] = premise_table_cell_new (i == 0 ? PREMISE_TABLE_CELL_ROW_HEADER
                                                : PREMISE_TABLE_CELL_VALUE,
                                         "", language,
                                         i > 0 && self->block->diagram == NULL);
      self->cells[category * n + i] = PREMISE_TABLE_CELL (cells[i]);
    }
  premise_table_view_append_row (PREMISE_TABLE_VIEW (self->view), PREMISE_TABLE_ROW_BODY, cells);
}

static void
premise_block_data_dispose (GObject *object)
{
  PremiseBlockData *self = PREMISE_BLOCK_DATA (object);

  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_pointer (&self->cells, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_block_data_parent_class)->dispose (object);
}

static void
premise_block_data_class_init (PremiseBlockDataClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_block_data_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-block-data");
}

static void
premise_block_data_init (PremiseBlockData *self)
{
}

/**
 * premise_block_data_new:
 * @session: the session whose values are shown
 * @block: a figure or a diagram of its report
 * @chart: the chart that was made of it
 *
 * Returns: (transfer floating): the table; premise_block_data_update() keeps it up to date
 */
GtkWidget *
premise_block_data_new (PremiseSession     *session,
                        const PremiseBlock *block,
                        PremiseChart       *chart)
{
  PremiseBlockData *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  self = g_object_new (PREMISE_TYPE_BLOCK_DATA, NULL);
  self->session = g_object_ref (session);
  self->block = block;
  self->n_categories = premise_chart_get_n_categories (chart);
  self->n_series = premise_chart_get_n_series (chart);
  self->cells = g_new0 (PremiseTableCell *, self->n_categories * (self->n_series + 1));
  self->view = premise_table_view_new (self->n_series + 1);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));

  append_header (self, chart);
  for (guint c = 0; c < self->n_categories; c++)
    append_category (self, chart, c);
  premise_block_data_update (self, chart);

  return GTK_WIDGET (self);
}

/**
 * premise_block_data_update:
 * @self: a data table
 * @chart: the same figure with other values
 *
 * Shows the values of @chart. Its categories may be in another order than before.
 */
void
premise_block_data_update (PremiseBlockData *self,
                           PremiseChart     *chart)
{
  g_return_if_fail (PREMISE_IS_BLOCK_DATA (self));
  g_return_if_fail (premise_chart_get_n_categories (chart) == self->n_categories);
  g_return_if_fail (premise_chart_get_n_series (chart) == self->n_series);

  for (guint c = 0; c < self->n_categories; c++)
    {
      PremiseTableCell **row = &self->cells[c * (self->n_series + 1)];

      premise_table_cell_set_text (row[0], or_empty (premise_chart_get_category (chart, c)));
      for (guint s = 0; s < self->n_series; s++)
        update_value (self, chart, row[s + 1], c, s);
    }
}
