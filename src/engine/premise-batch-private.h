/* premise-batch-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-batch.h"
#include "premise-lane-private.h"
#include "premise-model-private.h"

G_BEGIN_DECLS

/**
 * PremiseLaneCall:
 * @instruction: what has no loop over columns
 * @third: the position of its third argument, or %PREMISE_ADDRESS_NONE
 * @first_move: where its moves begin: arguments, then results
 * @n_args: how many numbers it reads
 * @n_results: how many it writes
 *
 * An operation that is done one sample at a time, in the memory of the program.
 */
typedef struct
{
  const PremiseInstruction *instruction;
  guint32                   third;
  guint32                   first_move;
  guint32                   n_args;
  guint32                   n_results;
} PremiseLaneCall;

/**
 * PremiseLaneMove:
 * @position: in the memory of the program
 * @column: in the memory of the lanes
 * @step: whether there is a column, or one number for all samples
 *
 * A number of a call.
 */
typedef struct
{
  guint32  position;
  guint32  column;
  gboolean step;
} PremiseLaneMove;

/**
 * PremiseLaneCode:
 * @instructions: (element-type PremiseLaneInstruction): what to do, in order
 * @calls: (element-type PremiseLaneCall): what GENERIC instructions mean by @a
 * @moves: (element-type PremiseLaneMove): of the calls
 * @inputs: where the column of each input is
 * @outputs: (element-type PremiseLaneMove): the column of each output, then of each bend; without
 *   @step, what is in it is the same for all samples
 * @constants: (element-type PremiseLaneMove): where the constants go; @position is one of @values
 * @values: (element-type double): the constants
 * @size: how many numbers the memory of the lanes has
 *
 * A batch as a linear program over columns.
 */
typedef struct
{
  GArray  *instructions;
  GArray  *calls;
  GArray  *moves;
  guint32 *inputs;
  GArray  *outputs;
  GArray  *constants;
  GArray  *values;
  gsize    size;
} PremiseLaneCode;

/**
 * PremiseBatch:
 * @values: the memory of the program under the scenario
 * @inputs: where the inputs are there
 * @outputs: where the outputs are there
 * @with_bends: whether the bends are wanted too
 * @formulas: (element-type guint32): what must be computed, precedents first
 * @code: (nullable): how; %NULL if that would be too long
 */
struct _PremiseBatch
{
  gatomicrefcount  ref_count;
  PremiseModel    *model;
  double          *values;
  guint32         *inputs;
  guint            n_inputs;
  guint32         *outputs;
  guint            n_outputs;
  gboolean         with_bends;
  GArray          *formulas;
  PremiseLaneCode *code;
};

PremiseLaneCode *premise_lane_code_new  (const PremiseBatch *batch) G_GNUC_WARN_UNUSED_RESULT;
void             premise_lane_code_free (PremiseLaneCode    *self);

G_END_DECLS
