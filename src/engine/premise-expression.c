/* premise-expression.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-expression-private.h"

static const char *const operator_symbols[PREMISE_N_OPERATORS] = {
  [PREMISE_OPERATOR_NONE] = "",
  [PREMISE_OPERATOR_NEGATE] = "-",
  [PREMISE_OPERATOR_NOT] = "not",
  [PREMISE_OPERATOR_PERCENT] = "%",
  [PREMISE_OPERATOR_ADD] = "+",
  [PREMISE_OPERATOR_SUBTRACT] = "-",
  [PREMISE_OPERATOR_MULTIPLY] = "*",
  [PREMISE_OPERATOR_DIVIDE] = "/",
  [PREMISE_OPERATOR_POWER] = "^",
  [PREMISE_OPERATOR_LESS] = "<",
  [PREMISE_OPERATOR_LESS_EQUAL] = "<=",
  [PREMISE_OPERATOR_GREATER] = ">",
  [PREMISE_OPERATOR_GREATER_EQUAL] = ">=",
  [PREMISE_OPERATOR_EQUAL] = "=",
  [PREMISE_OPERATOR_NOT_EQUAL] = "<>",
  [PREMISE_OPERATOR_AND] = "and",
  [PREMISE_OPERATOR_OR] = "or",
};

/**
 * premise_expression_init:
 * @self: (out): syntax trees
 *
 * Starts without nodes.
 */
void
premise_expression_init (PremiseExpression *self)
{
  self->nodes = g_array_new (FALSE, FALSE, sizeof (PremiseNode));
}

/**
 * premise_expression_clear:
 * @self: syntax trees
 *
 * Frees all nodes.
 */
void
premise_expression_clear (PremiseExpression *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
}

/**
 * premise_expression_add:
 * @self: syntax trees
 * @kind: what the node is
 * @offset: where it stands in its formula
 *
 * Adds a node without children. Pointers to other nodes are not valid any more.
 *
 * Returns: its position
 */
guint32
premise_expression_add (PremiseExpression *self,
                        PremiseNodeKind    kind,
                        guint32            offset)
{
  PremiseNode node = {
    .kind = (guint8) kind,
    .offset = offset,
    .first = PREMISE_NODE_NONE,
    .next = PREMISE_NODE_NONE,
  };

  g_array_append_val (self->nodes, node);

  return self->nodes->len - 1;
}

/**
 * premise_expression_add_child:
 * @self: syntax trees
 * @parent: a node
 * @child: a node without parent
 *
 * Adds a child in front of those there are: children are added from last to first.
 */
void
premise_expression_add_child (PremiseExpression *self,
                              guint32            parent,
                              guint32            child)
{
  premise_expression_get_node (self, child)->next = premise_expression_get_node (self, parent)->first;
  premise_expression_get_node (self, parent)->first = child;
}

/**
 * premise_expression_get_n_nodes:
 * @self: syntax trees
 *
 * Returns: how many nodes there are in all trees
 */
guint
premise_expression_get_n_nodes (const PremiseExpression *self)
{
  return self->nodes->len;
}

/**
 * premise_expression_truncate:
 * @self: syntax trees
 * @n_nodes: how many to keep
 *
 * Drops the nodes of a formula that turned out wrong.
 */
void
premise_expression_truncate (PremiseExpression *self,
                             guint              n_nodes)
{
  g_array_set_size (self->nodes, n_nodes);
}

/**
 * premise_operator_get_symbol:
 * @operator: an operator
 *
 * Returns: how it is written
 */
const char *
premise_operator_get_symbol (PremiseOperator operator)
{
  return operator_symbols[operator];
}

/**
 * premise_expression_to_string:
 * @self: syntax trees
 * @text: the formula
 * @node: a node
 *
 * Writes a tree with all its parentheses, `(+ a (* b c))`, to look at and to test.
 *
 * Returns: (transfer full): the text
 */
char *
premise_expression_to_string (const PremiseExpression *self,
                              const char              *text,
                              guint32                  node)
{
  const PremiseNode *n = premise_expression_get_node (self, node);
  g_autoptr(GString) string = g_string_new (NULL);

  switch ((PremiseNodeKind) n->kind)
    {
    case PREMISE_NODE_NUMBER:
      {
        char buffer[G_ASCII_DTOSTR_BUF_SIZE];

        return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, n->number));
      }

    case PREMISE_NODE_UNARY:
    case PREMISE_NODE_BINARY:
      g_string_append (string, operator_symbols[n->operator]);
      break;

    case PREMISE_NODE_SELECT:
      g_string_append (string, "select");
      break;

    case PREMISE_NODE_NAME:
    case PREMISE_NODE_CALL:
    case PREMISE_NODE_MEMBER:
    case PREMISE_NODE_INDEX:
    default:
      g_string_append_len (string, text + n->offset, n->length);
      break;
    }

  if (n->first == PREMISE_NODE_NONE && n->kind != PREMISE_NODE_CALL)
    return g_strdup (string->str);

  for (guint32 i = n->first; i != PREMISE_NODE_NONE; i = premise_expression_get_node (self, i)->next)
    {
      g_autofree char *child = premise_expression_to_string (self, text, i);
      gboolean is_index = premise_expression_get_node (self, i)->kind == PREMISE_NODE_INDEX;

      g_string_append_printf (string, is_index ? " :%s" : " %s", child);
    }

  g_string_prepend_c (string, '(');
  g_string_append_c (string, ')');

  return g_strdup (string->str);
}
