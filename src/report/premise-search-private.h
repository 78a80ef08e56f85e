/* premise-search-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-search.h"

G_BEGIN_DECLS

/**
 * PremiseFolded:
 * @text: what is compared: lower case, without accents, widths and typographic variants
 * @starts: for each byte of @text, whether a word may begin there
 * @offsets: for each byte of @text, where the character that it comes from begins in the
 *   original
 * @length: bytes in @text
 *
 * A text as the search compares it.
 */
typedef struct
{
  char   *text;
  guint8 *starts;
  guint  *offsets;
  gsize   length;
} PremiseFolded;

/* Where a term was found, and how well. */
typedef struct
{
  gsize    start;       /* bytes of the folded text */
  gboolean whole;       /* whole words */
  gboolean scattered;   /* in pieces: Chinese that was typed without spaces */
} PremiseSearchMatch;

/* What is searched. The index owns text and folded. */
typedef struct
{
  guint               section;
  guint               block;      /* PREMISE_MODEL_NOT_FOUND at the head of the section */
  guint               variable;   /* PREMISE_MODEL_NOT_FOUND but for an assumption */
  PremiseSearchField  field;
  char               *text;
  PremiseFolded       folded;     /* without offsets */
} PremiseSearchEntry;

void      premise_folded_init        (PremiseFolded       *self,
                                      const char          *text,
                                      gboolean             with_offsets);
void      premise_folded_clear       (PremiseFolded       *self);
gboolean  premise_folded_find        (const PremiseFolded *self,
                                      const char          *term,
                                      PremiseSearchMatch  *match);
/* Appends every place of the term. folded needs offsets; ranges: (element-type PremiseSearchRange) */
void      premise_folded_add_ranges  (const PremiseFolded *self,
                                      const char          *original,
                                      const char          *term,
                                      GArray              *ranges);
/* The words of what was typed, folded. */
GStrv     premise_search_split       (const char          *query) G_GNUC_WARN_UNUSED_RESULT;
/* Sorted, without overlaps. */
GArray   *premise_search_dup_ranges  (const char *const   *terms,
                                      const char          *text) G_GNUC_WARN_UNUSED_RESULT;

/* (element-type PremiseSearchEntry): sections in order, the title of each first. */
GArray   *premise_search_dup_entries (PremiseReport       *report,
                                      const char          *language,
                                      PremiseEvaluator    *evaluator) G_GNUC_WARN_UNUSED_RESULT;

/* The piece of text around the first range, and the ranges moved into it. */
char     *premise_search_cut         (const char          *text,
                                      GArray              *ranges) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PremiseFolded, premise_folded_clear)

G_END_DECLS
