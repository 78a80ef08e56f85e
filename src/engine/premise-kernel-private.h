/* premise-kernel-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-expression-private.h"
#include "premise-model.h"

G_BEGIN_DECLS

/**
 * PremiseBlock:
 * @result: where the results go; overlaps no argument
 * @args: the arguments
 * @steps: 0 where the same value serves all, else 1
 * @n: how many cells, or how many lines
 * @length: how many cells in a line
 *
 * What a kernel works on. An argument that is read by the line has @length cells for each
 * of the @n lines; a result has as many, or one for each line.
 *
 * A value that is not finite stands for an error on its way. No kernel makes a finite
 * result of one, except where the value does not matter: if() and the operators “and” and
 * “or” do not look at what they do not need, and count() counts the others.
 */
typedef struct
{
  double       *result;
  const double *args[3];
  gsize         steps[3];
  gsize         n;
  gsize         length;
} PremiseBlock;

typedef void              (*PremiseKernel) (const PremiseBlock *block);

/* Why the kernel gave no value for @cell of the result though all arguments had one. */
typedef PremiseValueError (*PremiseExplain) (const PremiseBlock *block,
                                             gsize               cell);

extern const PremiseKernel  premise_operator_kernels[PREMISE_N_OPERATORS];
extern const PremiseExplain premise_operator_explains[PREMISE_N_OPERATORS];

void premise_kernel_if       (const PremiseBlock *block);
void premise_kernel_min_2    (const PremiseBlock *block);
void premise_kernel_max_2    (const PremiseBlock *block);
void premise_kernel_abs      (const PremiseBlock *block);
void premise_kernel_sign     (const PremiseBlock *block);
void premise_kernel_round    (const PremiseBlock *block);
void premise_kernel_floor    (const PremiseBlock *block);
void premise_kernel_ceil     (const PremiseBlock *block);
void premise_kernel_sqrt     (const PremiseBlock *block);
void premise_kernel_exp      (const PremiseBlock *block);
void premise_kernel_ln       (const PremiseBlock *block);
void premise_kernel_log10    (const PremiseBlock *block);
void premise_kernel_clamp    (const PremiseBlock *block);
void premise_kernel_mod      (const PremiseBlock *block);
void premise_kernel_cagr     (const PremiseBlock *block);
void premise_kernel_pmt      (const PremiseBlock *block);

void premise_kernel_normal_cdf         (const PremiseBlock *block);
void premise_kernel_normal_quantile    (const PremiseBlock *block);
void premise_kernel_lognormal_cdf      (const PremiseBlock *block);
void premise_kernel_lognormal_quantile (const PremiseBlock *block);

void premise_kernel_sum         (const PremiseBlock *block);
void premise_kernel_mean        (const PremiseBlock *block);
void premise_kernel_min         (const PremiseBlock *block);
void premise_kernel_max         (const PremiseBlock *block);
void premise_kernel_product     (const PremiseBlock *block);
void premise_kernel_count       (const PremiseBlock *block);
void premise_kernel_share       (const PremiseBlock *block);
void premise_kernel_rank        (const PremiseBlock *block);
void premise_kernel_cumulate    (const PremiseBlock *block);
void premise_kernel_prev        (const PremiseBlock *block);
void premise_kernel_npv         (const PremiseBlock *block);
void premise_kernel_irr         (const PremiseBlock *block);
void premise_kernel_interpolate (const PremiseBlock *block);
void premise_kernel_median      (const PremiseBlock *block);
void premise_kernel_sort_by     (const PremiseBlock *block);
void premise_kernel_lag         (const PremiseBlock *block);
void premise_kernel_lookup      (const PremiseBlock *block);
void premise_kernel_index_of    (const PremiseBlock *block);

/* Whether no cell of a line is an error. */
static inline gboolean
premise_line_is_finite (const double *values,
                        gsize         n)
{
  double poison = 0;

  for (gsize i = 0; i < n; i++)
    poison += values[i] - values[i];

  return poison == 0;
}

PremiseValueError premise_explain_zero_divisor   (const PremiseBlock *block,
                                                  gsize               cell);
PremiseValueError premise_explain_power          (const PremiseBlock *block,
                                                  gsize               cell);
PremiseValueError premise_explain_cagr           (const PremiseBlock *block,
                                                  gsize               cell);
PremiseValueError premise_explain_missing        (const PremiseBlock *block,
                                                  gsize               cell);
PremiseValueError premise_explain_no_convergence (const PremiseBlock *block,
                                                  gsize               cell);
PremiseValueError premise_explain_lookup         (const PremiseBlock *block,
                                                  gsize               cell);
PremiseValueError premise_explain_not_found      (const PremiseBlock *block,
                                                  gsize               cell);
PremiseValueError premise_explain_pmt            (const PremiseBlock *block,
                                                  gsize               cell);
PremiseValueError premise_explain_npv            (const PremiseBlock *block,
                                                  gsize               cell);
PremiseValueError premise_explain_share          (const PremiseBlock *block,
                                                  gsize               cell);

G_END_DECLS
