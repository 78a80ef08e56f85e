/* premise-lexer-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PREMISE_TOKEN_END,
  PREMISE_TOKEN_ERROR,
  PREMISE_TOKEN_UNKNOWN,
  PREMISE_TOKEN_NUMBER,
  PREMISE_TOKEN_NAME,
  PREMISE_TOKEN_STRING,
  PREMISE_TOKEN_AND,
  PREMISE_TOKEN_OR,
  PREMISE_TOKEN_NOT,
  PREMISE_TOKEN_OVER,
  PREMISE_TOKEN_PLUS,
  PREMISE_TOKEN_MINUS,
  PREMISE_TOKEN_TIMES,
  PREMISE_TOKEN_DIVIDE,
  PREMISE_TOKEN_POWER,
  PREMISE_TOKEN_PERCENT,
  PREMISE_TOKEN_LESS,
  PREMISE_TOKEN_LESS_EQUAL,
  PREMISE_TOKEN_GREATER,
  PREMISE_TOKEN_GREATER_EQUAL,
  PREMISE_TOKEN_EQUAL,
  PREMISE_TOKEN_NOT_EQUAL,
  PREMISE_TOKEN_LEFT_PAREN,
  PREMISE_TOKEN_RIGHT_PAREN,
  PREMISE_TOKEN_LEFT_BRACKET,
  PREMISE_TOKEN_RIGHT_BRACKET,
  PREMISE_TOKEN_COMMA,
} PremiseTokenKind;

/**
 * PremiseToken:
 * @offset: bytes into the text
 * @length: in bytes; a string with its quotes
 * @number: the value of a number
 * @message: (nullable): what is wrong with an error; what to write instead of something unknown;
 *   a constant text
 */
typedef struct
{
  PremiseTokenKind  kind;
  guint32           offset;
  guint32           length;
  double            number;
  const char       *message;
} PremiseToken;

typedef struct
{
  const char *text;
  gsize       position;
} PremiseLexer;

void     premise_lexer_init  (PremiseLexer *self,
                              const char   *text);
void     premise_lexer_next  (PremiseLexer *self,
                              PremiseToken *token);
gboolean premise_name_is_valid (const char *name);

G_END_DECLS
