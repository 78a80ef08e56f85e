/* premise-batch-compiler-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-batch-private.h"

#include <string.h>

G_BEGIN_DECLS

#define PREMISE_NO_BATCH_NODE ((guint32) -1)

/* What nodes have for codes beside those of the program. */
enum
{
  PREMISE_BATCH_NODE_CONSTANT = PREMISE_N_CODES,   /* a and b: the bits */
  PREMISE_BATCH_NODE_INPUT,                        /* a: which */
  PREMISE_BATCH_NODE_RESULT,                       /* a: of which call, b: which of its results */
};

/* A number that a batch computes of others. */
typedef struct
{
  guint32 code;
  guint32 a;
  guint32 b;
  guint32 c;
} PremiseBatchNode;

/**
 * PremiseBatchCompiler:
 * @nodes: (element-type PremiseBatchNode): operands before what uses them
 * @node_of: of each position in memory, %PREMISE_NO_BATCH_NODE: a constant
 * @bends: (element-type guint32): nodes that are read like outputs
 * @call_nodes: (element-type guint32): of the moves of all calls
 * @last_use: of each node: the last that reads it
 * @n_uses: of each node: how often it is read
 * @fusible: whose instruction is the last, if it can be fused
 * @columns: of each node: where it is
 * @failed: whether the batch is too long to be compiled
 *
 * The work on a batch: its formulas as a graph, then the program that is made of it.
 */
typedef struct
{
  const PremiseBatch     *batch;
  const PremiseLaneTable *table;
  PremiseLaneCode        *code;
  PremisePool             nodes;
  guint32                *node_of;
  GArray                 *bends;
  GArray                 *call_nodes;
  guint32                *last_use;
  guint32                *n_uses;
  guint32                 fusible;
  guint32                *columns;
  GArray                 *free_columns;
  guint32                 n_columns;
  gboolean                failed;
} PremiseBatchCompiler;

static inline const PremiseBatchNode *
premise_batch_compiler_get_node (const PremiseBatchCompiler *self,
                                 guint32                     node)
{
  return premise_pool_get (&self->nodes, node);
}

static inline gboolean
premise_batch_compiler_is_constant (const PremiseBatchCompiler *self,
                                    guint32                     node)
{
  return premise_batch_compiler_get_node (self, node)->code == PREMISE_BATCH_NODE_CONSTANT;
}

static inline double
premise_batch_compiler_get_constant (const PremiseBatchCompiler *self,
                                     guint32                     node)
{
  const PremiseBatchNode *n = premise_batch_compiler_get_node (self, node);
  guint32 halves[2] = { n->a, n->b };
  double value;

  memcpy (&value, halves, sizeof value);

  return value;
}

guint32 premise_batch_compiler_add_node       (PremiseBatchCompiler *self,
                                               guint32               code,
                                               guint32               a,
                                               guint32               b,
                                               guint32               c);
guint32 premise_batch_compiler_add_constant   (PremiseBatchCompiler *self,
                                               double                value);
guint32 premise_batch_compiler_add_operation  (PremiseBatchCompiler *self,
                                               guint32               code,
                                               guint32               a,
                                               guint32               b,
                                               guint32               c);
guint32 premise_batch_compiler_find_node      (PremiseBatchCompiler *self,
                                               guint32               position);
void    premise_batch_compiler_expand_formula (PremiseBatchCompiler *self,
                                               guint32               variable);
void    premise_batch_compiler_find_bends     (PremiseBatchCompiler *self);
guint   premise_batch_count_code_args         (guint32               code);

G_END_DECLS
