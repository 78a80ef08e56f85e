/* premise-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-evaluator.h"
#include "premise-format.h"

G_BEGIN_DECLS

/**
 * PremiseText:
 *
 * A text in every language of the report, parsed once: literal runs, live
 * numbers {id}, {id[member]}, {id:format}, ranges {low..high:format}, emphasis *…* and **…**, citations
 * [@source] and [@source:51], and links between sections [words](#section-id).
 * A backslash takes the special sense from the next character.
 */
typedef struct _PremiseText PremiseText;

typedef enum
{
  PREMISE_SPAN_TEXT,
  PREMISE_SPAN_VALUE,
  PREMISE_SPAN_CITATION,
  PREMISE_SPAN_LINK,
  PREMISE_SPAN_LANGUAGE,
} PremiseSpanKind;

typedef enum
{
  PREMISE_EMPHASIS_NONE   = 0,
  PREMISE_EMPHASIS_ITALIC = 1 << 0,
  PREMISE_EMPHASIS_STRONG = 1 << 1,
} PremiseEmphasis;

/* Which end of a range a number is. */
typedef enum
{
  PREMISE_RANGE_END_NONE,
  PREMISE_RANGE_END_LOW,
  PREMISE_RANGE_END_HIGH,
} PremiseRangeEnd;

/**
 * PremiseSpan:
 *
 * A piece of a rendered text. @text is what is read: the formatted number for a
 * value, the source's short name for a citation. @changed: the value is not what
 * it is in the base case; @base_text is then the base value, formatted. @variable is
 * PREMISE_MODEL_NOT_FOUND where there is no value.
 *
 * Before a text that is not there in the language asked for stands a span that says so: @text is
 * “[EN] ”, and @target the language that it falls back to.
 *
 * A range is two values with words between them. @text of each is a part of the whole, such
 * as “US$25”, and @alone the number as it would stand for itself. At the last one,
 * @base_range is the whole as it is in the base case, if that is written otherwise.
 */
typedef struct
{
  PremiseSpanKind  kind;
  PremiseEmphasis  emphasis;
  char            *text;
  guint            variable;
  guint            cell;
  gboolean         changed;
  char            *base_text;   /* (nullable) */
  PremiseRangeEnd  end;
  char            *alone;       /* (nullable) */
  char            *base_range;  /* (nullable) */
  char            *target;      /* (nullable): source id, section id or language */
  guint            page;        /* 0 when none */
} PremiseSpan;

PremiseText *premise_text_ref            (PremiseText       *self);
void         premise_text_unref          (PremiseText       *self);
gboolean     premise_text_has_language   (PremiseText       *self,
                                          const char        *language);
const char  *premise_text_find_language  (PremiseText       *self,
                                          const char        *language);
/* (element-type PremiseSpan) (transfer full). A missing language falls back to the report's
 * first, and is marked. evaluator: (nullable): NULL renders base markers "…" for numbers. */
GPtrArray   *premise_text_render         (PremiseText       *self,
                                          const char        *language,
                                          PremiseEvaluator  *evaluator);
/* The words alone, for titles, search and the accessibility tree. */
char        *premise_text_render_plain   (PremiseText       *self,
                                          const char        *language,
                                          PremiseEvaluator  *evaluator);
/* Positions of the variables the text shows. Adds to variables (element-type guint). */
void         premise_text_add_variables  (PremiseText       *self,
                                          GArray            *variables);
void         premise_span_free           (PremiseSpan       *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseText, premise_text_unref)

G_END_DECLS
