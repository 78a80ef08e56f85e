/* premise-picture-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-report.h"
#include "premise-scene.h"

G_BEGIN_DECLS

/* A figure or a diagram with what stands around it on paper: its number, title, unit and source. */
typedef struct
{
  PremiseChart *chart;
  PremiseTheme  theme;
  PangoContext *context;
  PangoLayout  *head;
  PangoLayout  *unit;
  PangoLayout  *source;
  double        head_height;
  double        unit_height;
  double        source_height;
  double        chart_height;
  double        width;
  double        margin;
} PremisePicture;

PremisePicture *premise_picture_new        (PremiseReport        *report,
                                            const PremiseBlock   *block,
                                            PremiseEvaluator     *evaluator,
                                            const char           *language,
                                            double                width,
                                            double                margin) G_GNUC_WARN_UNUSED_RESULT;
void            premise_picture_free       (PremisePicture       *self);
double          premise_picture_get_height (const PremisePicture *self);
void            premise_picture_draw       (const PremisePicture *self,
                                            cairo_t              *cr,
                                            GString              *texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremisePicture, premise_picture_free)

G_END_DECLS
