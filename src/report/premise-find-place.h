/* premise-find-place.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-evaluator.h"
#include "premise-report.h"

G_BEGIN_DECLS

/* What a reader can call a place by. */
typedef enum
{
  PREMISE_FIND_SECTION,
  PREMISE_FIND_EXHIBIT,
  PREMISE_FIND_PAGE,        /* a page of the source that the section is made from */
} PremiseFindKind;

/**
 * PremiseFindPlace:
 * @kind: what was meant
 * @section: position of the section
 * @block: position of the block in it, %PREMISE_MODEL_NOT_FOUND for its head
 * @number: of the exhibit or the page; 0 for a section
 *
 * A place that what was typed can mean.
 */
typedef struct
{
  PremiseFindKind kind;
  guint           section;
  guint           block;
  guint           number;
} PremiseFindPlace;

GArray *premise_report_find_places (PremiseReport    *report,
                                    const char       *language,
                                    PremiseEvaluator *evaluator,
                                    const char       *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
