/* premise-interpreter-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-cell-private.h"
#include "premise-program-private.h"

G_BEGIN_DECLS

/**
 * premise_program_run_code:
 * @self: a program
 * @code: the first instruction of a formula
 * @n: how many it has
 * @memory: the memory, with the values of all precedents
 *
 * Runs the instructions of one formula. Nothing is allocated, except by rank() of long lines.
 *
 * Returns: the result of the last instruction, if that is one number
 */
static inline double
premise_program_run_code (const PremiseProgram     *self,
                          const PremiseInstruction *code,
                          guint32                   n,
                          double                   *memory)
{
  const PremiseInstruction *instruction = code;
  const PremiseInstruction *end = code + n;
  const double *third = NULL;
  double last = 0;
  double before = 0;
  double earlier = 0;

#define A       memory[instruction->a]
#define B       memory[instruction->b]
#define CASE(code, value) \
    case PREMISE_CODE_##code: earlier = before; before = last; last = value; break
#define PAIR(first, operation, second, next) \
    case PREMISE_CODE_PAIR (first, operation, second, next): \
      earlier = last; \
      before = premise_cell_basic (operation, (first) ? last : A, B); \
      instruction++; \
      last = premise_cell_basic (next, (second) ? A : before, (second) ? before : B); \
      break
#define PAIRS_OF(first, operation, second) \
    PAIR (first, operation, second, 0); \
    PAIR (first, operation, second, 1); \
    PAIR (first, operation, second, 2); \
    PAIR (first, operation, second, 3)
#define PAIRS(first, operation) \
    PAIRS_OF (first, operation, 0); \
    PAIRS_OF (first, operation, 1)

  for (; instruction < end; instruction++)
    {
      switch (instruction->code)
        {
        CASE (NEGATE, premise_cell_negate (A));
        CASE (NOT, premise_cell_not (A));
        CASE (PERCENT, premise_cell_percent (A));
        CASE (ADD, premise_cell_add (A, B));
        CASE (LAST_ADD, premise_cell_add (last, B));
        CASE (ADD_LAST, premise_cell_add (A, last));
        CASE (BOTH_ADD, premise_cell_add (earlier, before));
        CASE (SUBTRACT, premise_cell_subtract (A, B));
        CASE (LAST_SUBTRACT, premise_cell_subtract (last, B));
        CASE (SUBTRACT_LAST, premise_cell_subtract (A, last));
        CASE (BOTH_SUBTRACT, premise_cell_subtract (earlier, before));
        CASE (MULTIPLY, premise_cell_multiply (A, B));
        CASE (LAST_MULTIPLY, premise_cell_multiply (last, B));
        CASE (MULTIPLY_LAST, premise_cell_multiply (A, last));
        CASE (BOTH_MULTIPLY, premise_cell_multiply (earlier, before));
        CASE (DIVIDE, premise_cell_divide (A, B));
        CASE (LAST_DIVIDE, premise_cell_divide (last, B));
        CASE (DIVIDE_LAST, premise_cell_divide (A, last));
        CASE (BOTH_DIVIDE, premise_cell_divide (earlier, before));
        CASE (LESS, premise_cell_less (A, B));
        CASE (LESS_EQUAL, premise_cell_less_equal (A, B));
        CASE (GREATER, premise_cell_greater (A, B));
        CASE (GREATER_EQUAL, premise_cell_greater_equal (A, B));
        CASE (EQUAL, premise_cell_equal (A, B));
        CASE (NOT_EQUAL, premise_cell_not_equal (A, B));
        CASE (AND, premise_cell_and (A, B));
        CASE (OR, premise_cell_or (A, B));
        CASE (IF, premise_cell_choose (A, B, *third));
        CASE (MIN, premise_cell_min_2 (A, B));
        CASE (LAST_MIN, premise_cell_min_2 (last, B));
        CASE (MAX, premise_cell_max_2 (A, B));
        CASE (LAST_MAX, premise_cell_max_2 (last, B));
        CASE (ABS, fabs (A));
        CASE (SIGN, premise_cell_sign (A));
        CASE (FLOOR, floor (A));
        CASE (CEIL, ceil (A));
        CASE (SQRT, sqrt (A));
        CASE (EXP, premise_cell_exponential (A));
        CASE (LN, premise_cell_logarithm (A));
        CASE (CLAMP, premise_cell_clamp (A, B, *third));

        /* A square is cheaper to compute than to remember. */
        CASE (POWER, B == 2 ? premise_cell_power (A, 2)
                            : premise_program_power (self, memory, A, B));

        /* Nobody else reads what is between the terms of a sum. */
        case PREMISE_CODE_LAST_ADD_2:
          earlier = last;
          before = premise_cell_add (last, B);
          instruction++;
          last = premise_cell_add (before, B);
          break;

        case PREMISE_CODE_LAST_ADD_4:
          last = premise_cell_add (last, B);
          instruction++;
          earlier = premise_cell_add (last, B);
          instruction++;
          before = premise_cell_add (earlier, B);
          instruction++;
          last = premise_cell_add (before, B);
          break;

        case PREMISE_CODE_ADD_PRODUCTS:
          earlier = premise_cell_multiply (A, B);
          instruction++;
          before = premise_cell_multiply (A, B);
          instruction++;
          last = premise_cell_add (earlier, before);
          break;

        PAIRS (0, 0);
        PAIRS (0, 1);
        PAIRS (0, 2);
        PAIRS (0, 3);
        PAIRS (1, 0);
        PAIRS (1, 1);
        PAIRS (1, 2);
        PAIRS (1, 3);

        case PREMISE_CODE_THIRD:
          third = memory + instruction->a;
          continue;

        case PREMISE_CODE_GENERIC:
          if (instruction->operation == PREMISE_OPERATION_THIRD)
            third = memory + instruction->a;
          else
            premise_program_run_generic (self, instruction, memory, third);

          last = memory[instruction->result];
          continue;

        default:
          __builtin_unreachable ();
        }

      memory[instruction->result] = last;
    }

#undef A
#undef B
#undef CASE
#undef PAIR
#undef PAIRS_OF
#undef PAIRS

  return last;
}

G_END_DECLS
