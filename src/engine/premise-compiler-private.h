/* premise-compiler-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-checker-private.h"

G_BEGIN_DECLS

/* How many cells one formula may use for what is in between. */
#define PREMISE_MAX_TEMPS 40000000

/* How much all formulas of a model may have to do, counted in additions of a cell: about a second
 * for each pass.
 */
#define PREMISE_MAX_WORK G_GUINT64_CONSTANT (1000000000)

typedef struct
{
  guint32  address;       /* PREMISE_ADDRESS_NONE: a constant that has none yet */
  guint32  shape;
  double   constant;
} PremiseOperand;

typedef struct
{
  guint32  offset;
  guint32  n_cells;
  gboolean used;
} PremiseTemp;

/**
 * PremiseCompiler:
 * @checker: the checker of the same formula
 * @operands: (element-type PremiseOperand): where the result of each node is
 * @temps: (element-type PremiseTemp): the blocks for intermediate results of this formula
 * @n_temps: how many cells they have
 * @work: what all formulas so far have to do, in additions
 * @failed: whether the formula is too large
 *
 * Turns checked formulas into instructions.
 */
typedef struct
{
  PremiseChecker *checker;
  PremiseProgram *program;
  PremiseShapes  *shapes;
  GArray         *operands;
  GArray         *temps;
  guint64         n_temps;
  guint64         work;
  gboolean        extents_full;
  gboolean        failed;
} PremiseCompiler;

void     premise_compiler_init    (PremiseCompiler *self,
                                   PremiseChecker  *checker);
void     premise_compiler_clear   (PremiseCompiler *self);
gboolean premise_compiler_compile (PremiseCompiler *self,
                                   PremiseVariable *variable);

G_END_DECLS
