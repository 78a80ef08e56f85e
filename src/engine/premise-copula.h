/* premise-copula.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-batch.h"

G_BEGIN_DECLS

/**
 * PremiseCorrelation:
 * @a: the position of an input
 * @b: that of another one
 * @rank: how they are correlated, by rank (Spearman's ρ), from −1 to 1
 *
 * Two inputs that tend to be high together, or one high when the other is low.
 */
typedef struct
{
  guint  a;
  guint  b;
  double rank;
} PremiseCorrelation;

/* The same of two numbers of a model. */
typedef struct
{
  PremiseCell a;
  PremiseCell b;
  double      rank;
} PremiseCellCorrelation;

/**
 * PremiseCopula:
 *
 * A Gaussian copula: what correlations do to numbers that were drawn independently.
 * Immutable.
 */
typedef struct _PremiseCopula PremiseCopula;

PremiseCopula *premise_copula_new        (const PremiseCorrelation  *correlations,
                                          guint                      n_correlations,
                                          guint                      n_inputs,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
void           premise_copula_free       (PremiseCopula             *self);
guint          premise_copula_get_n      (const PremiseCopula       *self);
guint          premise_copula_get_member (const PremiseCopula       *self,
                                          guint                      position);
gboolean       premise_copula_contains   (const PremiseCopula       *self,
                                          guint                      input,
                                          guint                     *position);
guint          premise_copula_get_group  (const PremiseCopula       *self,
                                          guint                      input);
void           premise_copula_apply      (const PremiseCopula       *self,
                                          double                    *u,
                                          gsize                      n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseCopula, premise_copula_free)

G_END_DECLS
