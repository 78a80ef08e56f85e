/* premise-block-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-view.h"

#include "premise-assumptions-pane.h"
#include "premise-block-callout.h"
#include "premise-block-error.h"
#include "premise-block-list.h"
#include "premise-block-metric.h"
#include "premise-block-steps.h"
#include "premise-block-table-view.h"
#include "premise-comparison-view.h"
#include "premise-exhibit.h"
#include "premise-rich-label.h"

#include <adwaita.h>

static GtkWidget *
text_new (PremiseSession     *session,
          const PremiseBlock *block)
{
  GtkWidget *label = premise_rich_label_new (session, block->text, PREMISE_MARKUP_NONE);

  g_object_set (label, "accessible-role", GTK_ACCESSIBLE_ROLE_PARAGRAPH, NULL);
  gtk_widget_add_css_class (label, "premise-prose");

  return label;
}

static GtkWidget *
quote_new (PremiseSession     *session,
           const PremiseBlock *block)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 6,
                                 NULL);
  GtkWidget *by;

  gtk_widget_add_css_class (box, "premise-quote");
  gtk_box_append (GTK_BOX (box), text_new (session, block));
  if (block->by != NULL)
    {
      by = premise_rich_label_new (session, block->by, PREMISE_MARKUP_NONE);
      gtk_widget_add_css_class (by, "premise-quote-by");
      gtk_box_append (GTK_BOX (box), by);
    }

  return box;
}

static GtkWidget *
metrics_new (PremiseSession     *session,
             const PremiseBlock *block)
{
  GtkWidget *box = adw_wrap_box_new ();

  gtk_widget_add_css_class (box, "premise-metrics");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (box), ADW_JUSTIFY_FILL);
  for (guint i = 0; i < block->metrics->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (box),
                         premise_metric_view_new (session,
                                                  &g_array_index (block->metrics, PremiseMetric, i),
                                                  PREMISE_METRIC_CARD));

  return box;
}

/* With the title of the block above it, if it has one. */
static GtkWidget *
titled_new (PremiseSession     *session,
            const PremiseBlock *block,
            GtkWidget          *content)
{
  GtkWidget *box;
  GtkWidget *title;

  if (block->title == NULL)
    return content;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  title = premise_rich_label_new (session, block->title, PREMISE_MARKUP_NONE);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), content);

  return box;
}

static GtkWidget *
assumptions_new (PremiseSession     *session,
                 const PremiseBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pane = premise_assumptions_pane_new (session, FALSE);

  gtk_widget_add_css_class (box, "premise-assumptions-block");
  premise_assumptions_pane_set_variables (PREMISE_ASSUMPTIONS_PANE (pane), block->variables);
  gtk_box_append (GTK_BOX (box), titled_new (session, block, pane));

  return box;
}

static GtkWidget *
steps_new (PremiseSession     *session,
           const PremiseBlock *block)
{
  return titled_new (session, block, premise_block_steps_new (session, block));
}

static GtkWidget *
comparison_new (PremiseSession     *session,
                const PremiseBlock *block)
{
  return titled_new (session, block, premise_comparison_view_new (session, block));
}

/* A table without a title stands in the text without a frame. */
static GtkWidget *
table_new (PremiseSession     *session,
           const PremiseBlock *block)
{
  GtkWidget *box;
  GtkWidget *note;

  if (block->exhibit > 0)
    return premise_exhibit_new (session, block, PREMISE_EXHIBIT_PAGE);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), premise_block_table_view_new (session, block->table));
  if (block->table->note != NULL)
    {
      note = premise_rich_label_new (session, block->table->note, PREMISE_MARKUP_NONE);
      gtk_widget_add_css_class (note, "premise-exhibit-note");
      gtk_box_append (GTK_BOX (box), note);
    }

  return box;
}

static GtkWidget *
figure_new (PremiseSession     *session,
            const PremiseBlock *block)
{
  return premise_exhibit_new (session, block, PREMISE_EXHIBIT_PAGE);
}

static GtkWidget *(*const builders[]) (PremiseSession     *session,
                                       const PremiseBlock *block) = {
  [PREMISE_BLOCK_TEXT] = text_new,
  [PREMISE_BLOCK_LIST] = premise_block_list_new,
  [PREMISE_BLOCK_TABLE] = table_new,
  [PREMISE_BLOCK_FIGURE] = figure_new,
  [PREMISE_BLOCK_DIAGRAM] = figure_new,
  [PREMISE_BLOCK_ASSUMPTIONS] = assumptions_new,
  [PREMISE_BLOCK_METRICS] = metrics_new,
  [PREMISE_BLOCK_CALLOUT] = premise_block_callout_new,
  [PREMISE_BLOCK_QUOTE] = quote_new,
  [PREMISE_BLOCK_STEPS] = steps_new,
  [PREMISE_BLOCK_COMPARISON] = comparison_new,
  [PREMISE_BLOCK_ERROR] = premise_block_error_new,
};

/**
 * premise_block_view_new:
 * @session: the session whose language and values are shown
 * @block: a block of its report
 *
 * Returns: (transfer floating): a widget that shows @block
 */
GtkWidget *
premise_block_view_new (PremiseSession     *session,
                        const PremiseBlock *block)
{
  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (block != NULL && block->type < G_N_ELEMENTS (builders), NULL);

  return builders[block->type] (session, block);
}

/**
 * premise_block_view_new_for_slide:
 * @session: the session whose language and values are shown
 * @block: a block of its report
 *
 * Returns: (transfer floating): a widget that shows @block on a slide
 */
GtkWidget *
premise_block_view_new_for_slide (PremiseSession     *session,
                                  const PremiseBlock *block)
{
  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  if (block->exhibit > 0)
    return premise_exhibit_new (session, block, PREMISE_EXHIBIT_SLIDE);
  if (block->type == PREMISE_BLOCK_STEPS)
    return titled_new (session, block, premise_block_steps_new_for_slide (session, block));

  return premise_block_view_new (session, block);
}

/**
 * premise_block_view_is_wide:
 * @block: a block
 *
 * Returns: whether the block may be wider than a line of prose should be
 */
gboolean
premise_block_view_is_wide (const PremiseBlock *block)
{
  g_return_val_if_fail (block != NULL, FALSE);

  return block->type == PREMISE_BLOCK_FIGURE || block->type == PREMISE_BLOCK_DIAGRAM
         || block->type == PREMISE_BLOCK_TABLE || block->type == PREMISE_BLOCK_COMPARISON;
}
