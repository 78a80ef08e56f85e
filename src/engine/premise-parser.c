/* premise-parser.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-diagnostic-private.h"
#include "premise-lexer-private.h"
#include "premise-parser-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  PRECEDENCE_NONE,
  PRECEDENCE_OR,
  PRECEDENCE_AND,
  PRECEDENCE_NOT,
  PRECEDENCE_COMPARISON,
  PRECEDENCE_SUM,
  PRECEDENCE_PRODUCT,
  PRECEDENCE_POWER,
} Precedence;

/* The spreadsheet's: a minus sign in front binds tighter than ^, so -2^2 is 4, and all
 * operators group from the left, so 2^3^2 is 64. Comparisons do not group at all.
 * Tighter than all of these: the sign in front, then % behind.
 */
static const struct
{
  PremiseTokenKind token;
  PremiseOperator  operator;
  Precedence       precedence;
} binary_operators[] = {
  { PREMISE_TOKEN_OR, PREMISE_OPERATOR_OR, PRECEDENCE_OR },
  { PREMISE_TOKEN_AND, PREMISE_OPERATOR_AND, PRECEDENCE_AND },
  { PREMISE_TOKEN_LESS, PREMISE_OPERATOR_LESS, PRECEDENCE_COMPARISON },
  { PREMISE_TOKEN_LESS_EQUAL, PREMISE_OPERATOR_LESS_EQUAL, PRECEDENCE_COMPARISON },
  { PREMISE_TOKEN_GREATER, PREMISE_OPERATOR_GREATER, PRECEDENCE_COMPARISON },
  { PREMISE_TOKEN_GREATER_EQUAL, PREMISE_OPERATOR_GREATER_EQUAL, PRECEDENCE_COMPARISON },
  { PREMISE_TOKEN_EQUAL, PREMISE_OPERATOR_EQUAL, PRECEDENCE_COMPARISON },
  { PREMISE_TOKEN_NOT_EQUAL, PREMISE_OPERATOR_NOT_EQUAL, PRECEDENCE_COMPARISON },
  { PREMISE_TOKEN_PLUS, PREMISE_OPERATOR_ADD, PRECEDENCE_SUM },
  { PREMISE_TOKEN_MINUS, PREMISE_OPERATOR_SUBTRACT, PRECEDENCE_SUM },
  { PREMISE_TOKEN_TIMES, PREMISE_OPERATOR_MULTIPLY, PRECEDENCE_PRODUCT },
  { PREMISE_TOKEN_DIVIDE, PREMISE_OPERATOR_DIVIDE, PRECEDENCE_PRODUCT },
  { PREMISE_TOKEN_POWER, PREMISE_OPERATOR_POWER, PRECEDENCE_POWER },
};

typedef struct
{
  const char        *text;
  PremiseLexer       lexer;
  PremiseToken       token;
  PremiseToken       ahead;
  PremiseExpression *expression;
  guint              depth;
  const char        *variable;
  GPtrArray         *diagnostics;
  gboolean           failed;
} Parser;

static guint32 parse_binary (Parser     *self,
                             Precedence  minimum);

/* Reports the first mistake; what follows from it would only confuse. */
static guint32
fail (Parser                *self,
      PremiseDiagnosticCode  code,
      guint32                offset,
      const char            *message)
{
  if (!self->failed)
    premise_diagnostics_add (self->diagnostics, code, self->variable, "formula", offset,
                             "%s", message);

  self->failed = TRUE;

  return PREMISE_NODE_NONE;
}

static guint32
fail_unexpected (Parser     *self,
                 const char *expected)
{
  g_autofree char *found = g_strndup (self->text + self->token.offset, self->token.length);
  g_autofree char *message = NULL;

  if (self->token.kind == PREMISE_TOKEN_ERROR)
    /* Translators: a piece of a formula, and what is wrong with it. */
    message = g_strdup_printf (_("“%s”: %s"), found, self->token.message);
  else if (self->token.kind == PREMISE_TOKEN_END)
    message = g_strdup_printf (_("the formula ends here, but %s was expected"), expected);
  else if (self->token.kind == PREMISE_TOKEN_UNKNOWN && self->token.message != NULL)
    /* Translators: the same, and what to write instead. */
    message = g_strdup_printf (_("found “%s”, but %s was expected; %s"), found, expected,
                               self->token.message);
  else
    /* Translators: a piece of a formula, and what should stand there, such as “an operator”. */
    message = g_strdup_printf (_("found “%s”, but %s was expected"), found, expected);

  /* The byte itself cannot be quoted in a message that must be UTF-8. */
  if (!g_utf8_validate (message, -1, NULL))
    return fail (self, PREMISE_DIAGNOSTIC_SYNTAX, self->token.offset,
                 _("the formula is not valid UTF-8"));

  return fail (self, PREMISE_DIAGNOSTIC_SYNTAX, self->token.offset, message);
}

static void
advance (Parser *self)
{
  self->token = self->ahead;
  premise_lexer_next (&self->lexer, &self->ahead);
}

static gboolean
take (Parser           *self,
      PremiseTokenKind  kind)
{
  if (self->token.kind != kind)
    return FALSE;

  advance (self);

  return TRUE;
}

static guint32
add_node (Parser          *self,
          PremiseNodeKind  kind,
          PremiseToken    *token)
{
  guint32 node = premise_expression_add (self->expression, kind, token->offset);
  PremiseNode *n = premise_expression_get_node (self->expression, node);

  if (kind == PREMISE_NODE_NUMBER)
    n->number = token->number;
  else
    n->length = token->length;

  return node;
}

static guint32
add_operation (Parser          *self,
               PremiseOperator  operator,
               PremiseToken    *token,
               guint32          left,
               guint32          right)
{
  guint32 node = add_node (self, right != PREMISE_NODE_NONE ? PREMISE_NODE_BINARY : PREMISE_NODE_UNARY,
                           token);

  premise_expression_get_node (self->expression, node)->operator = (guint8) operator;

  if (right != PREMISE_NODE_NONE)
    premise_expression_add_child (self->expression, node, right);

  premise_expression_add_child (self->expression, node, left);

  return node;
}

/* Adds the children from last to first, as add_child() wants them. */
static void
add_children (Parser  *self,
              guint32  parent,
              GArray  *children)
{
  for (guint i = children->len; i > 0; i--)
    premise_expression_add_child (self->expression, parent, g_array_index (children, guint32, i - 1));
}

static guint32
parse_index (Parser *self)
{
  PremiseToken token = self->token;

  if (!take (self, PREMISE_TOKEN_NAME))
    return fail_unexpected (self, _("the name of an index"));

  return add_node (self, PREMISE_NODE_INDEX, &token);
}

/* sum(x over content, year) */
static gboolean
parse_over (Parser *self,
            GArray *children)
{
  do
    {
      guint32 index = parse_index (self);

      if (self->failed)
        return FALSE;

      g_array_append_val (children, index);
    }
  while (take (self, PREMISE_TOKEN_COMMA));

  return TRUE;
}

static guint32
parse_call (Parser *self)
{
  g_autoptr(GArray) children = g_array_new (FALSE, FALSE, sizeof (guint32));
  PremiseToken name = self->token;
  guint32 node;

  advance (self);
  advance (self);

  if (self->token.kind != PREMISE_TOKEN_RIGHT_PAREN)
    {
      do
        {
          guint32 argument = parse_binary (self, PRECEDENCE_OR);

          if (self->failed)
            return PREMISE_NODE_NONE;

          g_array_append_val (children, argument);
        }
      while (take (self, PREMISE_TOKEN_COMMA));

      if (take (self, PREMISE_TOKEN_OVER) && !parse_over (self, children))
        return PREMISE_NODE_NONE;
    }

  if (!take (self, PREMISE_TOKEN_RIGHT_PAREN))
    return fail_unexpected (self, _("“,” or “)”"));

  node = add_node (self, PREMISE_NODE_CALL, &name);
  add_children (self, node, children);

  return node;
}

/* A member is a name, a number or both without a space between them (2030E), or quoted. */
static gboolean
parse_member_name (Parser       *self,
                   PremiseToken *name)
{
  *name = self->token;

  if (take (self, PREMISE_TOKEN_STRING))
    {
      name->offset++;
      name->length -= 2;
      return TRUE;
    }

  if (self->token.kind != PREMISE_TOKEN_NUMBER && self->token.kind != PREMISE_TOKEN_NAME)
    {
      fail_unexpected (self, _("a member of an index"));
      return FALSE;
    }

  do
    {
      name->length = self->token.offset + self->token.length - name->offset;
      advance (self);
    }
  while ((self->token.kind == PREMISE_TOKEN_NUMBER || self->token.kind == PREMISE_TOKEN_NAME)
         && self->token.offset == name->offset + name->length);

  return TRUE;
}

static guint32
parse_member (Parser *self)
{
  guint32 index = PREMISE_NODE_NONE;
  guint32 node;
  PremiseToken name;

  if (self->token.kind == PREMISE_TOKEN_NAME && self->ahead.kind == PREMISE_TOKEN_EQUAL)
    {
      index = parse_index (self);
      advance (self);
    }

  if (!parse_member_name (self, &name))
    return PREMISE_NODE_NONE;

  node = add_node (self, PREMISE_NODE_MEMBER, &name);

  if (index != PREMISE_NODE_NONE)
    premise_expression_add_child (self->expression, node, index);

  return node;
}

static guint32
parse_select (Parser  *self,
              guint32  operand)
{
  g_autoptr(GArray) children = g_array_new (FALSE, FALSE, sizeof (guint32));
  PremiseToken bracket = self->token;
  guint32 node;

  g_array_append_val (children, operand);
  advance (self);

  do
    {
      guint32 member = parse_member (self);

      if (self->failed)
        return PREMISE_NODE_NONE;

      g_array_append_val (children, member);
    }
  while (take (self, PREMISE_TOKEN_COMMA));

  if (!take (self, PREMISE_TOKEN_RIGHT_BRACKET))
    return fail_unexpected (self, _("“,” or “]”"));

  node = add_node (self, PREMISE_NODE_SELECT, &bracket);
  add_children (self, node, children);

  return node;
}

static guint32
parse_primary (Parser *self)
{
  PremiseToken token = self->token;
  gboolean call = self->ahead.kind == PREMISE_TOKEN_LEFT_PAREN;
  guint32 node;

  if (call && (token.kind == PREMISE_TOKEN_NAME || token.kind == PREMISE_TOKEN_AND
               || token.kind == PREMISE_TOKEN_OR || token.kind == PREMISE_TOKEN_NOT))
    return parse_call (self);

  if (take (self, PREMISE_TOKEN_NUMBER))
    return add_node (self, PREMISE_NODE_NUMBER, &token);

  if (take (self, PREMISE_TOKEN_NAME))
    return add_node (self, PREMISE_NODE_NAME, &token);

  if (!take (self, PREMISE_TOKEN_LEFT_PAREN))
    return fail_unexpected (self, _("a number, a name or “(”"));

  node = parse_binary (self, PRECEDENCE_OR);

  if (!self->failed && !take (self, PREMISE_TOKEN_RIGHT_PAREN))
    return fail_unexpected (self, _("an operator or “)”"));

  return node;
}

static guint32
parse_postfix (Parser *self)
{
  guint32 node = parse_primary (self);

  while (!self->failed)
    {
      PremiseToken token = self->token;

      if (token.kind == PREMISE_TOKEN_LEFT_BRACKET)
        node = parse_select (self, node);
      else if (take (self, PREMISE_TOKEN_PERCENT))
        node = add_operation (self, PREMISE_OPERATOR_PERCENT, &token, node, PREMISE_NODE_NONE);
      else
        break;
    }

  return node;
}

static guint32
parse_prefix (Parser *self)
{
  PremiseToken token = self->token;
  guint32 node;

  if (++self->depth > PREMISE_MAX_DEPTH)
    return fail (self, PREMISE_DIAGNOSTIC_LIMIT, token.offset,
                 _("the formula is nested too deeply; split it into several variables"));

  if (take (self, PREMISE_TOKEN_MINUS))
    {
      node = parse_prefix (self);

      if (!self->failed)
        node = add_operation (self, PREMISE_OPERATOR_NEGATE, &token, node, PREMISE_NODE_NONE);
    }
  else if (take (self, PREMISE_TOKEN_PLUS))
    node = parse_prefix (self);
  else if (token.kind == PREMISE_TOKEN_NOT && self->ahead.kind != PREMISE_TOKEN_LEFT_PAREN)
    {
      advance (self);
      node = parse_binary (self, PRECEDENCE_COMPARISON);

      if (!self->failed)
        node = add_operation (self, PREMISE_OPERATOR_NOT, &token, node, PREMISE_NODE_NONE);
    }
  else
    node = parse_postfix (self);

  self->depth--;

  return node;
}

static int
find_operator (PremiseTokenKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (binary_operators); i++)
    {
      if (binary_operators[i].token == kind)
        return (int) i;
    }

  return -1;
}

static guint32
parse_binary (Parser     *self,
              Precedence  minimum)
{
  guint32 left = parse_prefix (self);
  gboolean compared = FALSE;

  while (!self->failed)
    {
      PremiseToken token = self->token;
      int i = find_operator (token.kind);
      Precedence precedence = i >= 0 ? binary_operators[i].precedence : PRECEDENCE_NONE;
      guint32 right;

      if (precedence < minimum)
        break;

      if (precedence == PRECEDENCE_COMPARISON && compared)
        return fail (self, PREMISE_DIAGNOSTIC_SYNTAX, token.offset,
                     _("comparisons do not chain; write a < b and b < c"));

      compared = precedence == PRECEDENCE_COMPARISON;
      advance (self);
      right = parse_binary (self, precedence + 1);

      if (!self->failed)
        left = add_operation (self, binary_operators[i].operator, &token, left, right);
    }

  return left;
}

static void
expect_end (Parser *self)
{
  guint n_nodes = premise_expression_get_n_nodes (self->expression);
  PremiseNode *last = premise_expression_get_node (self->expression, n_nodes - 1);

  if (self->token.kind == PREMISE_TOKEN_END)
    return;

  if (last->operator == PREMISE_OPERATOR_PERCENT && self->token.kind != PREMISE_TOKEN_ERROR)
    /* xgettext:no-c-format */
    fail_unexpected (self, _("an operator (“%” means per cent; the remainder is mod(a, b))"));
  else
    fail_unexpected (self, _("an operator"));
}

/**
 * premise_parser_parse:
 * @text: a formula
 * @expression: where its nodes go
 * @variable: (nullable): the variable to name in a diagnostic
 * @diagnostics: (nullable): appended to
 *
 * Parses a formula, and reports the first mistake if there is one.
 *
 * Returns: the root, or %PREMISE_NODE_NONE
 */
guint32
premise_parser_parse (const char        *text,
                      PremiseExpression *expression,
                      const char        *variable,
                      GPtrArray         *diagnostics)
{
  guint n_nodes = premise_expression_get_n_nodes (expression);
  guint32 root;
  Parser self = {
    .text = text,
    .expression = expression,
    .variable = variable,
    .diagnostics = diagnostics,
  };

  if (strlen (text) > PREMISE_MAX_FORMULA_LENGTH)
    return fail (&self, PREMISE_DIAGNOSTIC_LIMIT, 0,
                 _("the formula is too long; split it into several variables"));

  premise_lexer_init (&self.lexer, text);
  advance (&self);
  advance (&self);

  root = parse_binary (&self, PRECEDENCE_OR);

  if (!self.failed)
    expect_end (&self);

  if (!self.failed)
    return root;

  premise_expression_truncate (expression, n_nodes);

  return PREMISE_NODE_NONE;
}
