/* premise-text-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-text.h"

G_BEGIN_DECLS

/* How the loader makes a text, in two steps:
 *
 *   1. premise_text_parse() with the model, which resolves every live number and complains
 *      about what it does not understand. Labels that are read before there is a model
 *      are parsed with NULL; a live number in them is a complaint.
 *   2. When all variables and sources are known: premise_text_resolve(), which looks up the
 *      variables' own formats and the sources' names, and premise_text_foreach_target()
 *      to check that sources and sections exist.
 *
 * Without step 2 a number is written in the default format and a citation as its id.
 * From then on the text is immutable. */

/* offset: bytes into the text of that language. */
typedef void                 (*PremiseTextComplaint)  (const char            *language,
                                                       gsize                  offset,
                                                       PremiseDiagnosticCode  code,
                                                       const char            *message,
                                                       gpointer               user_data);
/* Returns: (transfer none) (nullable): the variable's own format, copied at once. */
typedef const PremiseFormat *(*PremiseTextFormatFunc) (guint                  variable,
                                                       gpointer               user_data);
/* Returns: (transfer full) (nullable): the source's name in a language. */
typedef char                *(*PremiseTextSourceFunc) (const char            *source,
                                                       const char            *language,
                                                       gpointer               user_data);
/* kind: PREMISE_SPAN_CITATION with a source id, or PREMISE_SPAN_LINK with a section id. */
typedef void                 (*PremiseTextTargetFunc) (PremiseSpanKind        kind,
                                                       const char            *target,
                                                       const char            *language,
                                                       gsize                  offset,
                                                       gpointer               user_data);

PremiseText *premise_text_parse          (PremiseModel          *model,
                                          const char *const     *languages,
                                          const char *const     *texts,
                                          PremiseTextComplaint   complaint,
                                          gpointer               user_data) G_GNUC_WARN_UNUSED_RESULT;
void         premise_text_resolve        (PremiseText           *self,
                                          PremiseTextFormatFunc  format_of,
                                          PremiseTextSourceFunc  source_name,
                                          gpointer               user_data);
void         premise_text_foreach_target (PremiseText           *self,
                                          PremiseTextTargetFunc  func,
                                          gpointer               user_data);

/* The runs of one language, between parser and renderer. */

/* A piece of the markup: words, a live number, a citation. In a link, words and numbers
 * have its target. */
typedef struct
{
  PremiseSpanKind  kind;
  PremiseEmphasis  emphasis;
  gsize            offset;      /* where it begins in the markup */
  char            *text;        /* words; name of a citation's source once resolved */
  char            *target;      /* (nullable): source or section */
  guint            page;
  guint            variable;
  guint            cell;
  PremiseRangeEnd  end;         /* the run of a low end is followed by that of the high one */
  gboolean         own_format;  /* written in the text, not the variable's */
  PremiseFormat    format;
} PremiseTextRun;

typedef struct
{
  char   *language;
  GArray *runs;       /* (element-type PremiseTextRun) */
} PremiseTextVersion;

/* Returns: (transfer full) (element-type PremiseTextRun) */
GArray *premise_text_parse_runs (PremiseModel         *model,
                                 const char           *language,
                                 const char           *text,
                                 PremiseTextComplaint  complaint,
                                 gpointer              user_data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
