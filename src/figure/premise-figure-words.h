/* premise-figure-words.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-block.h"
#include "premise-describe.h"

G_BEGIN_DECLS

/* What stands around a figure, in the language of the report: that is data like the
 * report's own texts and does not follow the desktop. */
typedef struct
{
  const char           *language;       /* primary subtag */
  const char           *exhibit;        /* before the number */
  const char           *source;         /* before the names */
  const char           *calculated;     /* before the names when the figure is worked out */
  const char           *list_comma;     /* between names */
  const char           *comma;          /* before the page */
  const char           *page_before;
  const char           *page_after;
  const char           *full_stop;
  const char           *illustrative;
  const char           *base_case;
  const char           *base_open;      /* around the base value behind a changed one */
  const char           *base_close;
  const char           *low;
  const char           *high;
  const char           *total;
  const char           *now;            /* the output as it stands */
  const char           *swing_low;      /* a tornado's assumption at its low end */
  const char           *swing_high;
  const char           *share_of_runs;  /* of a simulation */
  const char           *cumulative;
  const char           *median;
  const char           *certainties[PREMISE_N_CERTAINTIES];  /* of the legend */
  const char           *changed_note;   /* over what is printed with changed assumptions */
  const char           *callouts[PREMISE_N_CALLOUTS];
  const char           *marks[PREMISE_N_MARKS];  /* "Bar chart" */
  const PremisePhrases *phrases;
} PremiseFigureWords;

const PremiseFigureWords *premise_figure_words_get (const char *language);

G_END_DECLS
