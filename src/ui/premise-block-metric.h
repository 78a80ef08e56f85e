/* premise-block-metric.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PREMISE_METRIC_PLAIN,
  PREMISE_METRIC_CARD,      /* in the page: its name may take two lines */
  PREMISE_METRIC_FIRST,     /* the one that the section is about: larger */
  PREMISE_METRIC_NARROW,    /* in a column of given width: its name may be cut short */
  PREMISE_METRIC_COMPACT,   /* on one line, not a button */
} PremiseMetricSize;

/**
 * PremiseMetricView:
 *
 * A headline number with its name and its change against the base case.
 */
#define PREMISE_TYPE_METRIC_VIEW (premise_metric_view_get_type ())
G_DECLARE_FINAL_TYPE (PremiseMetricView, premise_metric_view, PREMISE, METRIC_VIEW, GtkWidget)

GtkWidget *premise_metric_view_new (PremiseSession      *session,
                                    const PremiseMetric *metric,
                                    PremiseMetricSize    size);
char      *premise_metric_dup_text (PremiseSession      *session,
                                    const PremiseMetric *metric);

G_END_DECLS
