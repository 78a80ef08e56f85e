/* premise-interpreter.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The loop that runs formulas of one cell. Each operation jumps to the next one by itself, through
 * the address of a label, which compilers for GNU C know: a shared jump is a third slower. The
 * method is that of M. Anton Ertl and David Gregg, “The Structure and Performance of Efficient
 * Interpreters”, Journal of Instruction-Level Parallelism 5 (2003): threaded code,
 * superinstructions and, as @last, @before and @earlier, a cached stack.
 */

#include "config.h"

#include "premise-cell-private.h"
#include "premise-interpreter-private.h"
#include "premise-model-private.h"

const PremiseInstruction premise_step_stop = { .code = PREMISE_CODE_STOP };

#define A memory[instruction->a]
#define B memory[instruction->b]

/* A square is cheaper to compute than to remember. */
#define POWER_OF(a, b) \
  ((b) == 2 ? premise_cell_power (a, 2) : premise_program_power (self, memory, a, b))

/* What one instruction computes. */
#define CODES(X) \
  X (NEGATE, premise_cell_negate (A))                                                        \
  X (NOT, premise_cell_not (A))                                                              \
  X (PERCENT, premise_cell_percent (A))                                                      \
  X (ADD, premise_cell_add (A, B))                                                           \
  X (LAST_ADD, premise_cell_add (last, B))                                                   \
  X (ADD_LAST, premise_cell_add (A, last))                                                   \
  X (BOTH_ADD, premise_cell_add (earlier, before))                                           \
  X (SUBTRACT, premise_cell_subtract (A, B))                                                 \
  X (LAST_SUBTRACT, premise_cell_subtract (last, B))                                         \
  X (SUBTRACT_LAST, premise_cell_subtract (A, last))                                         \
  X (BOTH_SUBTRACT, premise_cell_subtract (earlier, before))                                 \
  X (MULTIPLY, premise_cell_multiply (A, B))                                                 \
  X (LAST_MULTIPLY, premise_cell_multiply (last, B))                                         \
  X (MULTIPLY_LAST, premise_cell_multiply (A, last))                                         \
  X (BOTH_MULTIPLY, premise_cell_multiply (earlier, before))                                 \
  X (DIVIDE, premise_cell_divide (A, B))                                                     \
  X (LAST_DIVIDE, premise_cell_divide (last, B))                                             \
  X (DIVIDE_LAST, premise_cell_divide (A, last))                                             \
  X (BOTH_DIVIDE, premise_cell_divide (earlier, before))                                     \
  X (LESS, premise_cell_less (A, B))                                                         \
  X (LESS_EQUAL, premise_cell_less_equal (A, B))                                             \
  X (GREATER, premise_cell_greater (A, B))                                                   \
  X (GREATER_EQUAL, premise_cell_greater_equal (A, B))                                       \
  X (EQUAL, premise_cell_equal (A, B))                                                       \
  X (NOT_EQUAL, premise_cell_not_equal (A, B))                                               \
  X (AND, premise_cell_and (A, B))                                                           \
  X (OR, premise_cell_or (A, B))                                                             \
  X (IF, premise_cell_choose (A, B, *third))                                                 \
  X (MIN, premise_cell_min_2 (A, B))                                                         \
  X (LAST_MIN, premise_cell_min_2 (last, B))                                                 \
  X (MAX, premise_cell_max_2 (A, B))                                                         \
  X (LAST_MAX, premise_cell_max_2 (last, B))                                                 \
  X (ABS, fabs (A))                                                                          \
  X (SIGN, premise_cell_sign (A))                                                            \
  X (FLOOR, floor (A))                                                                       \
  X (CEIL, ceil (A))                                                                         \
  X (SQRT, sqrt (A))                                                                         \
  X (EXP, premise_cell_exponential (A))                                                      \
  X (LN, premise_cell_logarithm (A))                                                         \
  X (CLAMP, premise_cell_clamp (A, B, *third))                                               \
  X (POWER, POWER_OF (A, B))

/* The other codes, of which the handlers differ. */
#define LONG_CODES(X) \
  X (LAST_ADD_2)      \
  X (LAST_ADD_4)      \
  X (ADD_PRODUCTS)    \
  X (GENERIC)

#define PAIRS_OF(X, first, operation, second) \
  X (first, operation, second, 0)             \
  X (first, operation, second, 1)             \
  X (first, operation, second, 2)             \
  X (first, operation, second, 3)
#define PAIRS_WITH(X, first, operation) \
  PAIRS_OF (X, first, operation, 0)     \
  PAIRS_OF (X, first, operation, 1)
#define PAIRS(X)       \
  PAIRS_WITH (X, 0, 0) \
  PAIRS_WITH (X, 0, 1) \
  PAIRS_WITH (X, 0, 2) \
  PAIRS_WITH (X, 0, 3) \
  PAIRS_WITH (X, 1, 0) \
  PAIRS_WITH (X, 1, 1) \
  PAIRS_WITH (X, 1, 2) \
  PAIRS_WITH (X, 1, 3)

/* Where each code is handled. */
#define LABEL(code, value)                   \
  [PREMISE_CODE_##code] = &&do_##code,       \
  [PREMISE_CODE_##code | PREMISE_CODE_FINAL] = &&end_##code,
#define LONG_LABEL(code) LABEL (code, 0)
#define PAIR_LABEL(first, operation, second, next) \
  [PREMISE_CODE_PAIR (first, operation, second, next)] = &&do_##first##_##operation##_##second##_##next, \
  [PREMISE_CODE_PAIR (first, operation, second, next) | PREMISE_CODE_FINAL] \
    = &&end_##first##_##operation##_##second##_##next,

#define JUMP goto *labels[instruction->code]
#define NEXT                                \
    memory[instruction->result] = last;     \
    instruction++;                          \
    JUMP

/* The registers turn: what came out last, the one before, and the one before that. */
#define HANDLER(code, value) \
  do_##code:                 \
    earlier = before;        \
    before = last;           \
    last = value;            \
    NEXT;                    \
  end_##code:                \
    earlier = before;        \
    before = last;           \
    last = value;            \
    goto finish;
#define COMPUTE_PAIR(first, operation, second, next)                  \
    before = premise_cell_basic (operation, (first) ? last : A, B);   \
    instruction++;                                                    \
    last = premise_cell_basic (next, (second) ? A : before, (second) ? before : B)
#define PAIR_HANDLER(first, operation, second, next) \
  do_##first##_##operation##_##second##_##next:      \
    earlier = last;                                  \
    COMPUTE_PAIR (first, operation, second, next);   \
    NEXT;                                            \
  end_##first##_##operation##_##second##_##next:     \
    COMPUTE_PAIR (first, operation, second, next);   \
    goto finish;

/**
 * premise_program_run_steps:
 * @self: a program
 * @steps: formulas, the last with the instruction that stops
 * @memory: the memory, with the values of all precedents
 * @compare: whether to stop behind a formula whose value is the same bit for bit as before
 * @unchanged: (out): whether that was why it stopped
 *
 * Runs formulas of one cell and stores their values; what is not finite, as the one NaN. There
 * is one loop for all of them, as most formulas take less time than a call. Nothing is
 * allocated, except by rank() of long lines.
 *
 * Returns: the step that is next
 */
const PremiseStep *
premise_program_run_steps (const PremiseProgram *self,
                           const PremiseStep    *steps,
                           double               *memory,
                           gboolean              compare,
                           gboolean             *unchanged)
{
  static const void *const labels[256] = {
    CODES (LABEL)
    PAIRS (PAIR_LABEL)
    LONG_CODES (LONG_LABEL)
    [PREMISE_CODE_THIRD] = &&do_THIRD,
    [PREMISE_CODE_STOP] = &&stop,
  };
  const PremiseStep *step = steps;
  const PremiseInstruction *instruction = step->code;
  const double *third = NULL;
  double last = 0;
  double before = 0;
  double earlier = 0;

  JUMP;

  CODES (HANDLER)
  PAIRS (PAIR_HANDLER)

  /* Nobody else reads what is between the terms of a sum. */
do_LAST_ADD_2:
  earlier = last;
  before = premise_cell_add (last, B);
  instruction++;
  last = premise_cell_add (before, B);
  NEXT;

end_LAST_ADD_2:
  last = premise_cell_add (last, B);
  instruction++;
  last = premise_cell_add (last, B);
  goto finish;

do_LAST_ADD_4:
  last = premise_cell_add (last, B);
  instruction++;
  earlier = premise_cell_add (last, B);
  instruction++;
  before = premise_cell_add (earlier, B);
  instruction++;
  last = premise_cell_add (before, B);
  NEXT;

end_LAST_ADD_4:
  for (guint i = 0; i < 4; i++)
    last = premise_cell_add (last, memory[instruction[i].b]);

  goto finish;

do_ADD_PRODUCTS:
  earlier = premise_cell_multiply (A, B);
  instruction++;
  before = premise_cell_multiply (A, B);
  instruction++;
  last = premise_cell_add (earlier, before);
  NEXT;

end_ADD_PRODUCTS:
  before = premise_cell_multiply (A, B);
  instruction++;
  last = premise_cell_add (before, premise_cell_multiply (A, B));
  goto finish;

do_THIRD:
  third = memory + instruction->a;
  instruction++;
  JUMP;

do_GENERIC:
  if (instruction->operation == PREMISE_OPERATION_THIRD)
    third = memory + instruction->a;
  else
    premise_program_run_generic (self, instruction, memory, third);

  last = memory[instruction->result];
  instruction++;
  JUMP;

end_GENERIC:
  premise_program_run_generic (self, instruction, memory, third);
  last = memory[instruction->result];

finish:
  /* In a chain, the next formula waits for the store: what is likely is guessed, if it does not
   * share the store.
   */
  if (G_UNLIKELY (!isfinite (last)))
    {
      if (!premise_store_value (memory + step->value, last) && compare)
        goto unchanged;
    }
  else
    {
      if (compare && premise_bits_of (memory[step->value]) == premise_bits_of (last))
        goto unchanged;

      memory[step->value] = last;
    }

  step++;
  instruction = step->code;
  JUMP;

unchanged:
  *unchanged = TRUE;
  return step + 1;

stop:
  *unchanged = FALSE;
  return step;
}
