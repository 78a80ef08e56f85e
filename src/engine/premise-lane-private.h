/* premise-lane-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-program-private.h"

G_BEGIN_DECLS

/* Many numbers side by side: of a batch, one of each sample; of a bulk, one of each formula of
 * a shape. They stand in columns, and each instruction is a loop over columns, which the
 * compiler turns into vector instructions. Each loop does what premise-cell-private.h does.
 */

/* How many numbers a column has, and a multiple of which is always computed. */
#define PREMISE_LANES     128
#define PREMISE_LANE_UNIT 8

static inline gsize
premise_lanes_round_up (gsize n)
{
  return (n + PREMISE_LANE_UNIT - 1) / PREMISE_LANE_UNIT * PREMISE_LANE_UNIT;
}

/* @steps: PREMISE_STEP() of the arguments that are columns; the others are one number each.
 * At least one of two arguments is a column, and all of three. @n: a multiple of
 * PREMISE_LANE_UNIT. The result overlaps no argument. */
typedef void (*PremiseLaneKernel) (double       *result,
                                   const double *a,
                                   const double *b,
                                   const double *c,
                                   guint         steps,
                                   gsize         n);

/* ADD, SUBTRACT, MULTIPLY and DIVIDE, each with each: (a ∘ b) ∘ c, then c ∘ (a ∘ b). What is no
 * column is a unit of lanes that are all the same. */
#define PREMISE_N_FUSED 4

/* The codes of fused operations: the first operation, the second, and which side it takes. */
#define PREMISE_CODE_FUSED 64
#define PREMISE_FUSED(first, second, side) \
  (PREMISE_CODE_FUSED + ((first) * PREMISE_N_FUSED + (second)) * 2 + (side))

/**
 * PremiseLaneTable:
 * @kernels: for each #PremiseCode but GENERIC and THIRD
 * @fused: by PREMISE_FUSED() less PREMISE_CODE_FUSED
 * @gather: takes numbers from positions in memory
 * @scatter: puts the first @n numbers there, the one NaN for what is not finite
 *
 * The loops, compiled for one level of the processor.
 */
typedef struct
{
  PremiseLaneKernel kernels[PREMISE_N_CODES];
  PremiseLaneKernel fused[2 * PREMISE_N_FUSED * PREMISE_N_FUSED];
  void             (*gather)  (double        *result,
                               const double  *memory,
                               const guint32 *positions,
                               gsize          n);
  void             (*scatter) (double        *memory,
                               const double  *values,
                               const guint32 *positions,
                               gsize          n);
} PremiseLaneTable;

extern const PremiseLaneTable premise_lane_table_baseline;
extern const PremiseLaneTable premise_lane_table_v3;
extern const PremiseLaneTable premise_lane_table_v4;

#define PREMISE_N_LANE_LEVELS 3

const PremiseLaneTable *premise_lane_table_get       (void);
const PremiseLaneTable *premise_lane_table_get_level (guint level);

/**
 * PremiseLaneInstruction:
 * @code: a #PremiseCode; GENERIC is a call that the owner knows
 * @steps: PREMISE_STEP() of the arguments that are columns
 * @result: a position in the memory of the lanes
 * @a: likewise, or a call
 * @b: likewise
 * @c: likewise
 *
 * One operation on columns.
 */
typedef struct
{
  guint8  code;
  guint8  steps;
  guint32 result;
  guint32 a;
  guint32 b;
  guint32 c;
} PremiseLaneInstruction;

G_END_DECLS
