/* premise-printout.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-report.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * PremisePrintout:
 *
 * A section of a report, set for paper: its pages, with the values as they were when it was made.
 */
typedef struct _PremisePrintout PremisePrintout;

PremisePrintout *premise_printout_new         (PremiseReport         *report,
                                               guint                  section,
                                               PremiseEvaluator      *evaluator,
                                               const char            *language,
                                               double                 width,
                                               double                 height) G_GNUC_WARN_UNUSED_RESULT;
void             premise_printout_free        (PremisePrintout       *self);
guint            premise_printout_get_n_pages (const PremisePrintout *self);
void             premise_printout_draw_page   (const PremisePrintout *self,
                                               guint                  page,
                                               cairo_t               *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremisePrintout, premise_printout_free)

G_END_DECLS
