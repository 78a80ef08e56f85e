/* premise-program-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-function-private.h"
#include "premise-shape-private.h"

G_BEGIN_DECLS

/* Operations are the operators, these two, and from FIRST_FUNCTION on two for each function:
 * its kernel and its kernel for pairs. */
typedef enum
{
  PREMISE_OPERATION_GATHER = PREMISE_N_OPERATORS,  /* result ← a, seen through view b */
  PREMISE_OPERATION_THIRD,                         /* a is the third argument of what follows */
  PREMISE_OPERATION_FIRST_FUNCTION = 32,
} PremiseOperation;

/* How an instruction that works on one cell is run. */
typedef enum
{
  PREMISE_CODE_GENERIC,     /* by its kernel */
  PREMISE_CODE_THIRD,
  PREMISE_CODE_NEGATE,
  PREMISE_CODE_NOT,
  PREMISE_CODE_PERCENT,
  PREMISE_CODE_ADD,
  PREMISE_CODE_SUBTRACT,
  PREMISE_CODE_MULTIPLY,
  PREMISE_CODE_DIVIDE,
  PREMISE_CODE_POWER,
  PREMISE_CODE_LESS,
  PREMISE_CODE_LESS_EQUAL,
  PREMISE_CODE_GREATER,
  PREMISE_CODE_GREATER_EQUAL,
  PREMISE_CODE_EQUAL,
  PREMISE_CODE_NOT_EQUAL,
  PREMISE_CODE_AND,
  PREMISE_CODE_OR,
  PREMISE_CODE_IF,
  PREMISE_CODE_MIN,
  PREMISE_CODE_MAX,
  PREMISE_CODE_ABS,
  PREMISE_CODE_SIGN,
  PREMISE_CODE_FLOOR,
  PREMISE_CODE_CEIL,
  PREMISE_CODE_SQRT,
  PREMISE_CODE_EXP,
  PREMISE_CODE_LN,
  PREMISE_CODE_CLAMP,
  PREMISE_N_CODES,
} PremiseCode;

/* Where the first or the second argument is what the instruction before has just computed, it
 * need not come from memory, which takes longer than to add it.
 */
typedef enum
{
  PREMISE_CODE_LAST_ADD = PREMISE_N_CODES,
  PREMISE_CODE_LAST_SUBTRACT,
  PREMISE_CODE_LAST_MULTIPLY,
  PREMISE_CODE_LAST_DIVIDE,
  PREMISE_CODE_LAST_MIN,
  PREMISE_CODE_LAST_MAX,
  PREMISE_CODE_ADD_LAST,
  PREMISE_CODE_SUBTRACT_LAST,
  PREMISE_CODE_MULTIPLY_LAST,
  PREMISE_CODE_DIVIDE_LAST,
  PREMISE_CODE_BOTH_ADD,        /* of the last two */
  PREMISE_CODE_BOTH_SUBTRACT,
  PREMISE_CODE_BOTH_MULTIPLY,
  PREMISE_CODE_BOTH_DIVIDE,
  PREMISE_CODE_LAST_ADD_2,      /* and the next one in one go */
  PREMISE_CODE_LAST_ADD_4,      /* and the next three */
  PREMISE_CODE_ADD_PRODUCTS,    /* a multiplication, the next one, and the sum of both */
  PREMISE_CODE_FIRST_PAIR,      /* the first of the codes of PREMISE_CODE_PAIR() */
} PremiseLastCode;

/* Two of the four basic operations in one go. Choosing what to do next takes longer than doing
 * it, and most formulas are made of these. @first: whether the first argument of the first is what
 * came out last; @second: whether what comes out of the first is the second argument of the
 * other. The operations count from PREMISE_CODE_ADD.
 */
#define PREMISE_N_BASIC 4
#define PREMISE_CODE_PAIR(first, operation, second, next) \
  (PREMISE_CODE_FIRST_PAIR \
   + (((first) * PREMISE_N_BASIC + (operation)) * 2 + (second)) * PREMISE_N_BASIC + (next))

/* Added to the code with which a formula ends, so that nobody has to count. */
#define PREMISE_CODE_FINAL 0x80

/* Not of a formula: behind the last one. */
#define PREMISE_CODE_STOP  0x7f

G_STATIC_ASSERT (PREMISE_CODE_PAIR (1, 3, 1, 3) < PREMISE_CODE_STOP);

/* Flags of an instruction: arguments that have a step of 1. */
#define PREMISE_STEP(i) (1u << (i))

/* While a model is built, addresses name one of three spaces; premise_linker_link()
 * then lays them one behind the other. */
#define PREMISE_SPACE_MASK     0xc0000000u
#define PREMISE_SPACE_VALUE    0x00000000u
#define PREMISE_SPACE_CONSTANT 0x40000000u
#define PREMISE_SPACE_TEMP     0x80000000u
#define PREMISE_ADDRESS_NONE   0xffffffffu

/**
 * PremiseInstruction:
 * @operation: a #PremiseOperation or #PremiseOperator
 * @steps: PREMISE_STEP() of the arguments
 * @code: a #PremiseCode or #PremiseLastCode, once the program is linked; with
 *   #PREMISE_CODE_FINAL where the formula ends
 * @extent: how many cells: a position among the extents
 * @result: where the result goes
 * @a: the first argument
 * @b: the second argument, or a view
 *
 * One operation on blocks of cells.
 */
typedef struct
{
  guint8  operation;
  guint8  code;
  guint16 steps : 3;
  guint16 extent : 13;
  guint32 result;
  guint32 a;
  guint32 b;
} PremiseInstruction;

typedef struct
{
  guint32 n;
  guint32 length;
} PremiseExtent;

/* The position of one cell among the extents, and how many there may be. */
#define PREMISE_EXTENT_CELL  0
#define PREMISE_MAX_EXTENTS  (1 << 13)

/* Powers are remembered, by their arguments, in so many places behind the rest of the memory:
 * growth and discount factors are the same in many formulas, and what is edited is seldom
 * one of them. A place holds base, exponent and power.
 */
#define PREMISE_N_POWERS 256

/**
 * PremiseProgram:
 * @instructions: (element-type PremiseInstruction): of all formulas
 * @extents: of #PremiseExtent
 * @views: of #PremiseView
 * @constants: of double
 * @n_values: how many cells all variables have
 * @n_temps: how many cells the formula that needs most has for what is in between
 * @first_power: where in memory the powers are
 *
 * The formulas of a model in a linear form. It works on one block of memory: first the
 * values, then the constants, then the intermediate results, then powers that were computed.
 */
typedef struct
{
  GArray      *instructions;
  PremisePool  extents;
  PremisePool  views;
  PremisePool  constants;
  guint32      n_values;
  guint32      n_temps;
  guint32      first_power;
} PremiseProgram;

void                      premise_program_init            (PremiseProgram           *self);
void                      premise_program_clear           (PremiseProgram           *self);
gsize                     premise_program_get_memory_size (const PremiseProgram     *self);
double                   *premise_program_new_memory      (const PremiseProgram     *self);
const PremiseInstruction *premise_program_get             (const PremiseProgram     *self,
                                                           guint32                   i);
void                      premise_program_get_block       (const PremiseProgram     *self,
                                                           const PremiseInstruction *instruction,
                                                           double                   *memory,
                                                           PremiseBlock             *block);
gboolean                  premise_program_run             (const PremiseProgram     *self,
                                                           guint32                   first,
                                                           guint32                   place,
                                                           double                   *memory);
void                      premise_program_run_generic     (const PremiseProgram     *self,
                                                           const PremiseInstruction *instruction,
                                                           double                   *memory,
                                                           const double             *third);
double                    premise_program_power           (const PremiseProgram     *self,
                                                           double                   *memory,
                                                           double                    base,
                                                           double                    exponent);
PremiseKernel             premise_operation_get_kernel    (guint                     operation);
PremiseCode               premise_operation_get_code      (guint                     operation);
PremiseExplain            premise_operation_get_explain   (guint                     operation);
gboolean                  premise_operation_is_line       (guint                     operation);
const PremiseFunction    *premise_operation_get_function  (guint                     operation);
guint32                   premise_view_get_cell           (const PremiseView        *view,
                                                           guint32                   cell);

G_END_DECLS
