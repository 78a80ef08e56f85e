/* premise-batch.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-batch-private.h"
#include "premise-evaluator.h"

#include <math.h>
#include <string.h>

struct _PremiseLanes
{
  PremiseBatch           *batch;
  const PremiseLaneTable *table;
  double                 *memory;     /* of the program, one sample at a time */
  double                 *columns;    /* of the code */
  double                 *inputs;     /* where there is no code: a column for each */
  double                 *outputs;    /* a column for each */
};

static guint32
get_position (PremiseModel      *model,
              const PremiseCell *cell)
{
  return premise_model_get_variable (model, cell->variable)->first_cell + cell->cell;
}

static guint32 *
get_positions (PremiseModel      *model,
               const PremiseCell *cells,
               guint              n)
{
  guint32 *positions = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    positions[i] = get_position (model, &cells[i]);

  return positions;
}

/* Marks what lies behind the marked nodes. */
static void
spread_marks (const PremiseGraph *graph,
              guint8             *marks)
{
  g_autoptr(GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < graph->n; i++)
    {
      if (marks[i])
        g_array_append_val (waiting, i);
    }

  while (waiting->len > 0)
    {
      guint32 node = g_array_index (waiting, guint32, waiting->len - 1);

      g_array_set_size (waiting, waiting->len - 1);

      for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
        {
          guint32 next = graph->edges[e];

          if (!marks[next])
            {
              marks[next] = TRUE;
              g_array_append_val (waiting, next);
            }
        }
    }
}

/* The formulas that lie between the inputs and the outputs, precedents first. */
static GArray *
find_formulas (PremiseModel      *model,
               const PremiseCell *inputs,
               guint              n_inputs,
               const PremiseCell *outputs,
               guint              n_outputs)
{
  guint n = model->variables->len;
  g_autofree guint8 *changes = g_new0 (guint8, n);
  g_autofree guint8 *needed = g_new0 (guint8, n);
  GArray *formulas = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n_inputs; i++)
    changes[inputs[i].variable] = TRUE;

  for (guint i = 0; i < n_outputs; i++)
    needed[outputs[i].variable] = TRUE;

  spread_marks (&model->dependents, changes);
  spread_marks (&model->precedents, needed);

  for (guint32 rank = 0; rank < model->n_order; rank++)
    {
      guint32 variable = model->order[rank];

      if (changes[variable] && needed[variable])
        g_array_append_val (formulas, variable);
    }

  return formulas;
}

/* The memory of the program with all values under the scenario. */
static double *
copy_values (PremiseScenario *scenario)
{
  PremiseModel *model = premise_scenario_get_model (scenario);
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);
  double *values = premise_program_new_memory (&model->program);

  for (guint i = 0; i < model->variables->len; i++)
    memcpy (values + premise_model_get_variable (model, i)->first_cell,
            premise_evaluator_get_values (evaluator, i),
            premise_model_get_n_cells (model, i) * sizeof (double));

  return values;
}

static PremiseBatch *
new_batch (PremiseScenario   *scenario,
           const PremiseCell *inputs,
           guint              n_inputs,
           const PremiseCell *outputs,
           guint              n_outputs,
           gboolean           with_bends)
{
  PremiseBatch *self;

  self = g_new0 (PremiseBatch, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->model = g_object_ref (premise_scenario_get_model (scenario));
  self->values = copy_values (scenario);
  self->inputs = get_positions (self->model, inputs, n_inputs);
  self->n_inputs = n_inputs;
  self->outputs = get_positions (self->model, outputs, n_outputs);
  self->n_outputs = n_outputs;
  self->with_bends = with_bends;
  self->formulas = find_formulas (self->model, inputs, n_inputs, outputs, n_outputs);
  self->code = premise_lane_code_new (self);

  return self;
}

/**
 * premise_batch_new:
 * @scenario: where all other assumptions have their values from, as they are now
 * @inputs: (array length=n_inputs): cells of assumptions, each once
 * @n_inputs: how many
 * @outputs: (array length=n_outputs): cells of any variables
 * @n_outputs: how many
 *
 * Compiles what computes the outputs from the inputs.
 *
 * Returns: (transfer full): the batch
 */
PremiseBatch *
premise_batch_new (PremiseScenario   *scenario,
                   const PremiseCell *inputs,
                   guint              n_inputs,
                   const PremiseCell *outputs,
                   guint              n_outputs)
{
  g_return_val_if_fail (PREMISE_IS_SCENARIO (scenario), NULL);

  return new_batch (scenario, inputs, n_inputs, outputs, n_outputs, FALSE);
}

/**
 * premise_batch_new_with_bends:
 * @scenario: where all other assumptions have their values from, as they are now
 * @inputs: (array length=n_inputs): cells of assumptions, each once
 * @n_inputs: how many
 * @outputs: (array length=n_outputs): cells of any variables
 * @n_outputs: how many
 *
 * Compiles what computes the outputs from the inputs, and the bends on the way: numbers that
 * change their sign where the outputs may bend or jump, as where a condition changes, another operand of min
 * or max becomes the one that counts, or floor goes a step. They are got like outputs, behind those.
 *
 * Returns: (transfer full): the batch
 */
PremiseBatch *
premise_batch_new_with_bends (PremiseScenario   *scenario,
                              const PremiseCell *inputs,
                              guint              n_inputs,
                              const PremiseCell *outputs,
                              guint              n_outputs)
{
  g_return_val_if_fail (PREMISE_IS_SCENARIO (scenario), NULL);

  return new_batch (scenario, inputs, n_inputs, outputs, n_outputs, TRUE);
}

/**
 * premise_batch_ref:
 * @self: a batch
 *
 * Returns: (transfer full): the batch
 */
PremiseBatch *
premise_batch_ref (PremiseBatch *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * premise_batch_unref:
 * @self: (transfer full): a batch
 *
 * Frees it with the last reference.
 */
void
premise_batch_unref (PremiseBatch *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->model);
  g_free (self->values);
  g_free (self->inputs);
  g_free (self->outputs);
  g_array_unref (self->formulas);
  premise_lane_code_free (self->code);
  g_free (self);
}

/**
 * premise_batch_get_n_inputs:
 * @self: a batch
 *
 * Returns: how many inputs it has
 */
guint
premise_batch_get_n_inputs (PremiseBatch *self)
{
  return self->n_inputs;
}

/**
 * premise_batch_varies:
 * @self: a batch
 * @output: a position among the outputs
 *
 * Returns: whether the output may depend on any input; %TRUE in doubt
 */
gboolean
premise_batch_varies (PremiseBatch *self,
                      guint         output)
{
  g_return_val_if_fail (output < self->n_outputs, FALSE);

  return self->code == NULL || g_array_index (self->code->outputs, PremiseLaneMove, output).step;
}

/**
 * premise_batch_get_n_outputs:
 * @self: a batch
 *
 * Returns: how many outputs it has
 */
guint
premise_batch_get_n_outputs (PremiseBatch *self)
{
  return self->n_outputs;
}

static double *
new_columns (gsize size)
{
  double *columns = g_aligned_alloc0 (size + PREMISE_LANES, sizeof (double), 64);

  return columns;
}

static void
fill (double *column,
      double  value,
      guint   n)
{
  for (guint lane = 0; lane < n; lane++)
    column[lane] = value;
}

static void
init_columns (PremiseLanes *self)
{
  const PremiseLaneCode *code = self->batch->code;

  self->columns = new_columns (code->size);

  for (guint i = 0; i < code->constants->len; i++)
    {
      const PremiseLaneMove *move = &g_array_index (code->constants, PremiseLaneMove, i);
      double value = g_array_index (code->values, double, move->position);

      fill (self->columns + move->column, value,
            move->step ? PREMISE_BATCH_LANES : PREMISE_LANE_UNIT);
    }
}

/**
 * premise_lanes_new:
 * @batch: a batch
 *
 * Allocates what one thread needs to run a batch. All inputs start with the values of the
 * scenario.
 *
 * Returns: (transfer full): the lanes
 */
PremiseLanes *
premise_lanes_new (PremiseBatch *batch)
{
  PremiseLanes *self = g_new0 (PremiseLanes, 1);
  gsize size = premise_program_get_memory_size (&batch->model->program);

  G_STATIC_ASSERT (PREMISE_BATCH_LANES == PREMISE_LANES);

  self->batch = premise_batch_ref (batch);
  self->table = premise_lane_table_get ();
  self->outputs = new_columns ((gsize) (batch->n_outputs + premise_lanes_get_n_bends (self)) *
                               PREMISE_BATCH_LANES);

  if (batch->code != NULL)
    init_columns (self);
  else
    self->inputs = new_columns ((gsize) batch->n_inputs * PREMISE_BATCH_LANES);

  if (batch->code == NULL || batch->code->calls->len > 0)
    self->memory = g_memdup2 (batch->values, (size + 1) * sizeof (double));

  for (guint i = 0; i < batch->n_inputs; i++)
    fill (premise_lanes_get_input (self, i), batch->values[batch->inputs[i]], PREMISE_BATCH_LANES);

  return self;
}

/**
 * premise_lanes_free:
 * @self: (transfer full): lanes
 *
 * Frees them.
 */
void
premise_lanes_free (PremiseLanes *self)
{
  premise_batch_unref (self->batch);
  g_free (self->memory);
  g_aligned_free (self->columns);
  g_aligned_free (self->inputs);
  g_aligned_free (self->outputs);
  g_free (self);
}

/**
 * premise_lanes_get_input:
 * @self: lanes
 * @input: a position among the inputs
 *
 * Gets where the values of an input are to be written, in base units. They stay as they are
 * from one run to the next.
 *
 * Returns: (transfer none): PREMISE_BATCH_LANES values
 */
double *
premise_lanes_get_input (PremiseLanes *self,
                         guint         input)
{
  if (self->batch->code != NULL)
    return self->columns + self->batch->code->inputs[input];

  return self->inputs + (gsize) input * PREMISE_BATCH_LANES;
}

/**
 * premise_lanes_get_output:
 * @self: lanes
 * @output: a position among the outputs, and the bends behind them
 *
 * Gets the values of an output after the last run, in base units and NaN where there is an
 * error.
 *
 * Returns: (transfer none): PREMISE_BATCH_LANES values
 */
const double *
premise_lanes_get_output (PremiseLanes *self,
                          guint         output)
{
  return self->outputs + (gsize) output * PREMISE_BATCH_LANES;
}

/**
 * premise_lanes_get_n_bends:
 * @self: lanes
 *
 * Returns: how many bends there are behind the outputs; none where they were not asked for, or
 *   the batch is too long to be compiled
 */
guint
premise_lanes_get_n_bends (PremiseLanes *self)
{
  const PremiseLaneCode *code = self->batch->code;

  return code != NULL ? code->outputs->len - self->batch->n_outputs : 0;
}

/* One sample after the other through the formulas. */
static void
run_formulas (PremiseLanes *self,
              guint         n)
{
  const PremiseBatch *batch = self->batch;

  for (guint lane = 0; lane < n; lane++)
    {
      for (guint i = 0; i < batch->n_inputs; i++)
        self->memory[batch->inputs[i]] = premise_lanes_get_input (self, i)[lane];

      for (guint i = 0; i < batch->formulas->len; i++)
        premise_model_evaluate (batch->model, g_array_index (batch->formulas, guint32, i),
                                self->memory);

      for (guint i = 0; i < batch->n_outputs; i++)
        self->outputs[(gsize) i * PREMISE_BATCH_LANES + lane] = self->memory[batch->outputs[i]];
    }
}

/* What has no loop over columns, in the memory of the program, one sample at a time. */
static void
run_call (PremiseLanes          *self,
          const PremiseLaneCall *call,
          guint                  n)
{
  const PremiseProgram *program = &self->batch->model->program;
  const PremiseLaneMove *moves = &g_array_index (self->batch->code->moves, PremiseLaneMove,
                                                 call->first_move);
  PremiseBlock block = { 0 };

  premise_program_get_block (program, call->instruction, self->memory, &block);

  if (call->third != PREMISE_ADDRESS_NONE)
    block.args[2] = self->memory + call->third;

  for (guint lane = 0; lane < n; lane++)
    {
      for (guint32 i = 0; i < call->n_args; i++)
        self->memory[moves[i].position] = self->columns[moves[i].column + (moves[i].step ? lane : 0)];

      premise_operation_get_kernel (call->instruction->operation) (&block);

      for (guint32 i = call->n_args; i < call->n_args + call->n_results; i++)
        self->columns[moves[i].column + lane] = self->memory[moves[i].position];
    }
}

static inline PremiseLaneKernel
get_kernel (const PremiseLaneTable *table,
            guint                   code)
{
  return code >= PREMISE_CODE_FUSED ? table->fused[code - PREMISE_CODE_FUSED] : table->kernels[code];
}

static void
run_code (PremiseLanes *self,
          guint         n)
{
  const PremiseLaneCode *code = self->batch->code;
  gsize padded = premise_lanes_round_up (n);
  double *columns = self->columns;

  for (guint i = 0; i < code->instructions->len; i++)
    {
      const PremiseLaneInstruction *instruction = &g_array_index (code->instructions,
                                                                  PremiseLaneInstruction, i);

      if (instruction->code == PREMISE_CODE_GENERIC)
        run_call (self, &g_array_index (code->calls, PremiseLaneCall, instruction->a), n);
      else
        get_kernel (self->table, instruction->code) (columns + instruction->result,
                                                     columns + instruction->a,
                                                     columns + instruction->b,
                                                     columns + instruction->c,
                                                     instruction->steps, padded);
    }

  for (guint i = 0; i < code->outputs->len; i++)
    {
      const double *from = columns + g_array_index (code->outputs, PremiseLaneMove, i).column;
      double *to = self->outputs + (gsize) i * PREMISE_BATCH_LANES;

      for (guint lane = 0; lane < n; lane++)
        to[lane] = isfinite (from[lane]) ? from[lane] : NAN;
    }
}

/**
 * premise_lanes_run:
 * @self: lanes
 * @n: how many, at most PREMISE_BATCH_LANES
 *
 * Computes the outputs of the first @n samples, bit for bit what a #PremiseEvaluator computes.
 */
void
premise_lanes_run (PremiseLanes *self,
                   guint         n)
{
  g_return_if_fail (n <= PREMISE_BATCH_LANES);

  if (self->batch->code != NULL)
    run_code (self, n);
  else
    run_formulas (self, n);
}
