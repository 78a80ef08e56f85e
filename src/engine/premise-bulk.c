/* premise-bulk.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The formulas of a model, group by group. */

#include "config.h"

#include "premise-bulk-groups-private.h"

/**
 * premise_bulk_free:
 * @self: (nullable) (transfer full): groups
 *
 * Frees them.
 */
void
premise_bulk_free (PremiseBulk *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->groups);
  g_array_unref (self->code);
  g_array_unref (self->loads);
  g_array_unref (self->positions);
  g_array_unref (self->constants);
  g_array_unref (self->singles);
  g_aligned_free (self->columns);
  g_aligned_free (self->rows);
  g_free (self);
}

static inline const double *
get_place (const PremiseBulk *self,
           const double      *memory,
           guint32            place,
           gsize              first,
           gboolean           uniform)
{
  guint32 position = place & ~PREMISE_BULK_MASK;

  if ((place & PREMISE_BULK_MASK) == PREMISE_BULK_COLUMN)
    return self->columns + position;

  if ((place & PREMISE_BULK_MASK) == PREMISE_BULK_ROW)
    return self->rows + position + first;

  if ((place & PREMISE_BULK_MASK) == PREMISE_BULK_MEMORY)
    return memory + position + (uniform ? 0 : first);

  return &g_array_index (self->constants, double, position + first);
}

static inline double *
get_target (PremiseBulk *self,
            guint32      place,
            gsize        first)
{
  guint32 position = place & ~PREMISE_BULK_MASK;

  return (place & PREMISE_BULK_MASK) == PREMISE_BULK_ROW ? self->rows + position + first
                                           : self->columns + position;
}

static void
spread (double *column,
        double  value,
        gsize   n)
{
  for (gsize i = 0; i < n; i++)
    column[i] = value;
}

/* What all formulas share is computed once, in a unit of lanes that are all the same. */
static void
run_uniform (PremiseBulk                  *self,
             const PremiseLaneInstruction *instruction,
             const double                 *memory)
{
  const guint32 places[3] = { instruction->a, instruction->b, instruction->c };
  double units[3][PREMISE_LANE_UNIT];

  for (guint i = 0; i < 3; i++)
    spread (units[i], *get_place (self, memory, places[i], 0, TRUE), PREMISE_LANE_UNIT);

  self->table->kernels[instruction->code] (self->columns + instruction->result,
                                           units[0], units[1], units[2],
                                           PREMISE_STEP (0) | PREMISE_STEP (1) | PREMISE_STEP (2),
                                           PREMISE_LANE_UNIT);
}

static void
run_instruction (PremiseBulk                  *self,
                 const PremiseLaneInstruction *instruction,
                 gsize                         first,
                 gsize                         n,
                 const double                 *memory)
{
  guint steps = instruction->steps;
  const double *a = get_place (self, memory, instruction->a, first, (steps & PREMISE_STEP (0)) == 0);

  if (instruction->code == PREMISE_CODE_GENERIC)
    spread (self->columns + instruction->result, *a, n);
  else if (steps == 0)
    run_uniform (self, instruction, memory);
  else
    self->table->kernels[instruction->code]
      (get_target (self, instruction->result, first), a,
       get_place (self, memory, instruction->b, first, (steps & PREMISE_STEP (1)) == 0),
       get_place (self, memory, instruction->c, first, (steps & PREMISE_STEP (2)) == 0),
       steps, n);
}

/* At most PREMISE_LANES formulas of a group. */
static void
run_part (PremiseBulk            *self,
          const PremiseBulkGroup *group,
          gsize                   first,
          gsize                   n,
          double                 *memory)
{
  const PremiseLaneInstruction *code = &g_array_index (self->code, PremiseLaneInstruction,
                                                       group->first_code);
  const PremiseBulkLoad *loads = &g_array_index (self->loads, PremiseBulkLoad, group->first_load);
  gsize padded = premise_lanes_round_up (n);

  for (guint32 i = 0; i < group->n_loads; i++)
    self->table->gather (get_target (self, loads[i].place, first), memory,
                         &g_array_index (self->positions, guint32, loads[i].row + first), padded);

  for (guint32 i = 0; i < group->n_code; i++)
    run_instruction (self, &code[i], first, padded, memory);

  self->table->scatter (memory, get_target (self, group->result, first),
                        &g_array_index (self->positions, guint32, group->first + first), n);
}

static void
run_singles (PremiseBulk            *self,
             const PremiseBulkGroup *group,
             double                 *memory)
{
  const PremiseStep *step = &g_array_index (self->singles, PremiseStep, group->first);
  gboolean unchanged;

  for (const PremiseStep *end = step + group->n; ; step++)
    {
      step = premise_program_run_steps (&self->model->program, step, memory, FALSE, &unchanged);

      if (step == end)
        return;

      premise_model_evaluate (self->model, step->variable, memory);
    }
}

/**
 * premise_bulk_is_dense:
 * @self: groups
 *
 * Returns: whether most formulas are in groups
 */
gboolean
premise_bulk_is_dense (PremiseBulk *self)
{
  return self->singles->len < self->model->n_order / 4;
}

/**
 * premise_bulk_run:
 * @self: groups
 * @memory: the memory of the program
 *
 * Evaluates all formulas.
 */
void
premise_bulk_run (PremiseBulk *self,
                  double      *memory)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const PremiseBulkGroup *group = &g_array_index (self->groups, PremiseBulkGroup, i);

      if (group->n_code == 0)
        {
          run_singles (self, group, memory);
          continue;
        }

      for (gsize first = 0; first < group->n; first += PREMISE_LANES)
        run_part (self, group, first, MIN (PREMISE_LANES, group->n - first), memory);
    }
}
