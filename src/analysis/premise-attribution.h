/* premise-attribution.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-batch.h"

G_BEGIN_DECLS

/* With so many cells that differ, all ways to get from one scenario to the other are taken;
 * with more, a sample of them. */
#define PREMISE_ATTRIBUTION_EXACT 12

/**
 * PremiseAttributionPart:
 * @cell: a cell of an assumption
 * @from: its value in the first scenario, base units
 * @to: its value in the second
 * @part: how much of the difference of the output is due to it, base units
 *
 * A bar of a bridge between two scenarios.
 */
typedef struct
{
  PremiseCell cell;
  double      from;
  double      to;
  double      part;
} PremiseAttributionPart;

/**
 * PremiseAttribution:
 * @from: the output in the first scenario, base units
 * @to: the output in the second
 * @parts: (element-type PremiseAttributionPart): largest first, of those that matter; added up
 *   in this order they are @to − @from, bit for bit
 * @n_orders: how many orders were sampled, 0 if all were taken
 * @failed: whether the output is an error somewhere on the way, so that there are no parts
 *
 * The difference between two scenarios, split over the assumptions that differ.
 */
typedef struct
{
  double    from;
  double    to;
  GArray   *parts;
  guint     n_orders;
  gboolean  failed;
} PremiseAttribution;

PremiseAttribution *premise_attribution_new  (PremiseScenario    *from,
                                              PremiseScenario    *to,
                                              const PremiseCell  *output) G_GNUC_WARN_UNUSED_RESULT;
void                premise_attribution_convert (PremiseAttribution *self,
                                                 const PremiseUnit  *unit);
void                premise_attribution_free (PremiseAttribution *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseAttribution, premise_attribution_free)

G_END_DECLS
