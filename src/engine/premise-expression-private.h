/* premise-expression-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PREMISE_NODE_NUMBER,
  PREMISE_NODE_NAME,
  PREMISE_NODE_UNARY,
  PREMISE_NODE_BINARY,
  PREMISE_NODE_CALL,    /* arguments, then the INDEX nodes of “over” */
  PREMISE_NODE_SELECT,  /* the operand, then MEMBER nodes */
  PREMISE_NODE_MEMBER,  /* an INDEX node, or nothing where the index is to be found */
  PREMISE_NODE_INDEX,
} PremiseNodeKind;

typedef enum
{
  PREMISE_OPERATOR_NONE,
  PREMISE_OPERATOR_NEGATE,
  PREMISE_OPERATOR_NOT,
  PREMISE_OPERATOR_PERCENT,
  PREMISE_OPERATOR_ADD,
  PREMISE_OPERATOR_SUBTRACT,
  PREMISE_OPERATOR_MULTIPLY,
  PREMISE_OPERATOR_DIVIDE,
  PREMISE_OPERATOR_POWER,
  PREMISE_OPERATOR_LESS,
  PREMISE_OPERATOR_LESS_EQUAL,
  PREMISE_OPERATOR_GREATER,
  PREMISE_OPERATOR_GREATER_EQUAL,
  PREMISE_OPERATOR_EQUAL,
  PREMISE_OPERATOR_NOT_EQUAL,
  PREMISE_OPERATOR_AND,
  PREMISE_OPERATOR_OR,
  PREMISE_N_OPERATORS,
} PremiseOperator;

#define PREMISE_NODE_NONE ((guint32) -1)

/**
 * PremiseNode:
 * @kind: a #PremiseNodeKind
 * @operator: a #PremiseOperator
 * @offset: bytes into the formula: where the name, the number or the operator stands
 * @first: the first child, or %PREMISE_NODE_NONE
 * @next: the next child of the same parent, or %PREMISE_NODE_NONE
 * @number: the value of a number
 * @length: the length of a name in bytes
 * @target: what the resolver found: the position of a variable, a function or an index
 *
 * A node of the syntax tree.
 */
typedef struct
{
  guint8  kind;
  guint8  operator;
  guint32 offset;
  guint32 first;
  guint32 next;
  union
    {
      double number;
      struct
        {
          guint32 length;
          guint32 target;
        };
    };
} PremiseNode;

/**
 * PremiseExpression:
 * @nodes: (element-type PremiseNode): the nodes of all formulas of a model
 *
 * Syntax trees in one array, each in postorder: children stand before their parent, and a
 * tree is a run of nodes that ends with its root. What walks a tree is therefore a loop,
 * and a long sum cannot use up the stack.
 */
typedef struct
{
  GArray *nodes;
} PremiseExpression;

/* A node moves when another is added. */
static inline PremiseNode *
premise_expression_get_node (const PremiseExpression *self,
                             guint32                  node)
{
  return &g_array_index (self->nodes, PremiseNode, node);
}

void         premise_expression_init        (PremiseExpression       *self);
void         premise_expression_clear       (PremiseExpression       *self);
guint32      premise_expression_add         (PremiseExpression       *self,
                                             PremiseNodeKind          kind,
                                             guint32                  offset);
void         premise_expression_add_child   (PremiseExpression       *self,
                                             guint32                  parent,
                                             guint32                  child);
guint        premise_expression_get_n_nodes (const PremiseExpression *self);
void         premise_expression_truncate    (PremiseExpression       *self,
                                             guint                    n_nodes);
char        *premise_expression_to_string   (const PremiseExpression *self,
                                             const char              *text,
                                             guint32                  node);
const char  *premise_operator_get_symbol    (PremiseOperator          operator);

G_END_DECLS
