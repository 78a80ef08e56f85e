/* premise-linker.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-linker-private.h"

#include <string.h>

/**
 * premise_linker_init:
 * @self: (out): a linker
 * @program: a program; from now on, only instructions may be added to it
 *
 * Lays out the memory of the program.
 */
void
premise_linker_init (PremiseLinker  *self,
                     PremiseProgram *program)
{
  memset (self->codes, 0, sizeof self->codes);
  self->program = program;
  program->first_power = (guint32) premise_program_get_memory_size (program) - 3 * PREMISE_N_POWERS;
}

/**
 * premise_linker_link_address:
 * @self: a linker
 * @address: an address in one of the spaces
 *
 * Returns: the position in the memory of the program
 */
guint32
premise_linker_link_address (const PremiseLinker *self,
                             guint32              address)
{
  guint32 offset = address & ~PREMISE_SPACE_MASK;

  switch (address & PREMISE_SPACE_MASK)
    {
    case PREMISE_SPACE_CONSTANT:
      return self->program->n_values + offset;

    case PREMISE_SPACE_TEMP:
      return self->program->n_values + self->program->constants.n + offset;

    default:
      return offset;
    }
}

/* How an instruction is run; each operation is looked up once. */
static guint8
find_code (PremiseLinker            *self,
           const PremiseInstruction *instruction)
{
  guint8 *code = &self->codes[instruction->operation];

  if (instruction->extent != PREMISE_EXTENT_CELL)
    return PREMISE_CODE_GENERIC;

  if (*code == 0)
    *code = (guint8) (premise_operation_get_code (instruction->operation) + 1);

  return (guint8) (*code - 1);
}

static gboolean
is_plain (const PremiseInstruction *instruction)
{
  return instruction->code != PREMISE_CODE_GENERIC && instruction->code != PREMISE_CODE_THIRD;
}

/* The code of an instruction that has an argument from the one or two before. */
static guint
find_last_code (const PremiseInstruction *earlier,
                const PremiseInstruction *before,
                const PremiseInstruction *instruction)
{
  static const guint8 both[PREMISE_N_CODES] = {
    [PREMISE_CODE_ADD] = PREMISE_CODE_BOTH_ADD,
    [PREMISE_CODE_SUBTRACT] = PREMISE_CODE_BOTH_SUBTRACT,
    [PREMISE_CODE_MULTIPLY] = PREMISE_CODE_BOTH_MULTIPLY,
    [PREMISE_CODE_DIVIDE] = PREMISE_CODE_BOTH_DIVIDE,
  };
  static const guint8 first[PREMISE_N_CODES] = {
    [PREMISE_CODE_ADD] = PREMISE_CODE_LAST_ADD,
    [PREMISE_CODE_SUBTRACT] = PREMISE_CODE_LAST_SUBTRACT,
    [PREMISE_CODE_MULTIPLY] = PREMISE_CODE_LAST_MULTIPLY,
    [PREMISE_CODE_DIVIDE] = PREMISE_CODE_LAST_DIVIDE,
    [PREMISE_CODE_MIN] = PREMISE_CODE_LAST_MIN,
    [PREMISE_CODE_MAX] = PREMISE_CODE_LAST_MAX,
  };
  static const guint8 second[PREMISE_N_CODES] = {
    [PREMISE_CODE_ADD] = PREMISE_CODE_ADD_LAST,
    [PREMISE_CODE_SUBTRACT] = PREMISE_CODE_SUBTRACT_LAST,
    [PREMISE_CODE_MULTIPLY] = PREMISE_CODE_MULTIPLY_LAST,
    [PREMISE_CODE_DIVIDE] = PREMISE_CODE_DIVIDE_LAST,
  };

  if (!is_plain (before))
    return instruction->code;

  if (earlier != NULL && is_plain (earlier) && earlier->result != before->result
      && earlier->result == instruction->a && before->result == instruction->b
      && both[instruction->code] != 0)
    return both[instruction->code];

  if (before->result == instruction->a && before->result != instruction->b
      && first[instruction->code] != 0)
    return first[instruction->code];

  if (before->result == instruction->b && before->result != instruction->a
      && second[instruction->code] != 0)
    return second[instruction->code];

  return instruction->code;
}

/* Long sums go several terms at a time. */
static void
link_sums (PremiseInstruction *code,
           guint32             n)
{
  for (guint32 i = 0; i < n; )
    {
      guint32 length = 0;

      while (i + length < n && length < 4 && code[i + length].code == PREMISE_CODE_LAST_ADD)
        length++;

      if (length == 4)
        code[i].code = PREMISE_CODE_LAST_ADD_4;
      else if (length >= 2)
        code[i].code = PREMISE_CODE_LAST_ADD_2;

      i += length == 4 ? 4 : length >= 2 ? 2 : 1;
    }
}

/* Weighted means are everywhere. */
static void
link_products (PremiseInstruction *code,
               guint32             n)
{
  for (guint32 i = 0; i + 2 < n; i++)
    {
      if (code[i].code == PREMISE_CODE_MULTIPLY && code[i + 1].code == PREMISE_CODE_MULTIPLY
          && code[i + 2].code == PREMISE_CODE_BOTH_ADD)
        code[i].code = PREMISE_CODE_ADD_PRODUCTS;
    }
}

/* Whether an instruction is one of four codes that follow one another; @which: which. */
static gboolean
is_one_of_four (const PremiseInstruction *instruction,
                guint                     first,
                guint                    *which)
{
  *which = instruction->code - first;

  return instruction->code >= first && *which < PREMISE_N_BASIC;
}

/* Two in one go where the second goes on with what came out of the first. */
static void
link_pairs (PremiseInstruction *code,
            guint32             n)
{
  for (guint32 i = 0; i + 1 < n; i++)
    {
      guint operation, next;
      gboolean first = is_one_of_four (&code[i], PREMISE_CODE_LAST_ADD, &operation);
      gboolean second;

      if (!first && !is_one_of_four (&code[i], PREMISE_CODE_ADD, &operation))
        continue;

      second = is_one_of_four (&code[i + 1], PREMISE_CODE_ADD_LAST, &next);

      if (!second && !is_one_of_four (&code[i + 1], PREMISE_CODE_LAST_ADD, &next))
        continue;

      code[i].code = (guint8) PREMISE_CODE_PAIR (first, operation, second, next);
      i++;
    }
}

/* How many instructions are run in one go. */
static guint32
get_width (guint8 code)
{
  if (code == PREMISE_CODE_LAST_ADD_4)
    return 4;

  if (code == PREMISE_CODE_ADD_PRODUCTS)
    return 3;

  return code == PREMISE_CODE_LAST_ADD_2 || code >= PREMISE_CODE_FIRST_PAIR ? 2 : 1;
}

static void
link_end (PremiseInstruction *code,
          guint32             n)
{
  guint32 i = 0;

  while (i + get_width (code[i].code) < n)
    i += get_width (code[i].code);

  code[i].code |= PREMISE_CODE_FINAL;
}

/**
 * premise_linker_link:
 * @self: a linker
 * @first: the first instruction of a formula
 * @n: how many it has
 *
 * Turns the addresses of a formula into positions in memory, chooses how each instruction is run,
 * and lets them take over results from one another.
 */
void
premise_linker_link (PremiseLinker *self,
                     guint32        first,
                     guint32        n)
{
  PremiseInstruction *code;

  /* A formula that is but a name has none. */
  if (n == 0)
    return;

  code = &g_array_index (self->program->instructions, PremiseInstruction, first);

  for (guint32 i = 0; i < n; i++)
    {
      code[i].code = find_code (self, &code[i]);
      code[i].result = premise_linker_link_address (self, code[i].result);
      code[i].a = premise_linker_link_address (self, code[i].a);

      if (code[i].operation != PREMISE_OPERATION_GATHER)
        code[i].b = premise_linker_link_address (self, code[i].b);
    }

  for (guint32 i = n; i > 1; i--)
    {
      if (code[i - 1].code < PREMISE_N_CODES && code[i - 2].code < PREMISE_N_CODES)
        code[i - 1].code = (guint8) find_last_code (i > 2 ? &code[i - 3] : NULL, &code[i - 2],
                                                    &code[i - 1]);
    }

  link_sums (code, n);
  link_products (code, n);
  link_pairs (code, n);
  link_end (code, n);
}
