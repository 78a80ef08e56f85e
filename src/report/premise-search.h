/* premise-search.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-evaluator.h"
#include "premise-report.h"

G_BEGIN_DECLS

/* What was found, the most telling first. */
typedef enum
{
  PREMISE_SEARCH_NUMBER,        /* of a section */
  PREMISE_SEARCH_TITLE,
  PREMISE_SEARCH_CHAPTER,       /* its title: leads to its first section */
  PREMISE_SEARCH_KEY_MESSAGE,
  PREMISE_SEARCH_HEADING,       /* of a figure, a table, a callout */
  PREMISE_SEARCH_VARIABLE,      /* what an assumption or another number is called */
  PREMISE_SEARCH_TEXT,          /* prose, list, quote, note */
  PREMISE_SEARCH_CELL,          /* a row of a table, a category of a figure, a headline number */
  PREMISE_SEARCH_SOURCE,
} PremiseSearchField;

#define PREMISE_SEARCH_N_FIELDS 9

/* Bytes of a text: [start, end). */
typedef struct
{
  guint start;
  guint end;
} PremiseSearchRange;

/**
 * PremiseSearchHit:
 * @section: position of the section to go to
 * @block: position of the block in it, %PREMISE_MODEL_NOT_FOUND for its head
 * @variable: the assumption whose label was found, else %PREMISE_MODEL_NOT_FOUND
 * @field: what was found
 * @score: how well, to compare hits of one query
 * @snippet: the text around what was found
 * @ranges: (element-type PremiseSearchRange): the matches in @snippet, in order
 *
 * A place where something was found.
 */
typedef struct
{
  guint               section;
  guint               block;
  guint               variable;
  PremiseSearchField  field;
  int                 score;
  char               *snippet;
  GArray             *ranges;
} PremiseSearchHit;

/**
 * PremiseSearch:
 *
 * Everything that is to be read in a report in one language, with the numbers as they were
 * when it was made.
 */
typedef struct _PremiseSearch PremiseSearch;

PremiseSearch *premise_search_new        (PremiseReport    *report,
                                          const char       *language,
                                          PremiseEvaluator *evaluator) G_GNUC_WARN_UNUSED_RESULT;
void           premise_search_free       (PremiseSearch    *self);
GPtrArray     *premise_search_query      (PremiseSearch    *self,
                                          const char       *query,
                                          guint             limit,
                                          guint            *n_found) G_GNUC_WARN_UNUSED_RESULT;
/* Where the words of a query are in another text. (element-type PremiseSearchRange) */
GArray        *premise_search_dup_marks  (const char       *query,
                                          const char       *text) G_GNUC_WARN_UNUSED_RESULT;
void           premise_search_hit_free   (PremiseSearchHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseSearch, premise_search_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseSearchHit, premise_search_hit_free)

G_END_DECLS
