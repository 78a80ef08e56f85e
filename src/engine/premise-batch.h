/* premise-batch.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-scenario.h"

G_BEGIN_DECLS

/**
 * PremiseCell:
 * @variable: a position
 * @cell: a cell of it
 *
 * One number of a model.
 */
typedef struct
{
  guint variable;
  guint cell;
} PremiseCell;

/* How many samples one block holds. */
#define PREMISE_BATCH_LANES 128

/**
 * PremiseBatch:
 *
 * What computes some cells of a model for many samples side by side: for each sample the
 * inputs have values of their own, and all other assumptions those of a scenario.
 *
 * Immutable and safe to share between threads; each thread has its own #PremiseLanes.
 */
typedef struct _PremiseBatch PremiseBatch;
typedef struct _PremiseLanes PremiseLanes;

PremiseBatch *premise_batch_new           (PremiseScenario   *scenario,
                                           const PremiseCell *inputs,
                                           guint              n_inputs,
                                           const PremiseCell *outputs,
                                           guint              n_outputs) G_GNUC_WARN_UNUSED_RESULT;
PremiseBatch *premise_batch_new_with_bends
                                          (PremiseScenario   *scenario,
                                           const PremiseCell *inputs,
                                           guint              n_inputs,
                                           const PremiseCell *outputs,
                                           guint              n_outputs) G_GNUC_WARN_UNUSED_RESULT;
PremiseBatch *premise_batch_ref           (PremiseBatch      *self);
void          premise_batch_unref         (PremiseBatch      *self);
guint         premise_batch_get_n_inputs  (PremiseBatch      *self);
guint         premise_batch_get_n_outputs (PremiseBatch      *self);
gboolean      premise_batch_varies        (PremiseBatch      *self,
                                           guint              output);

PremiseLanes *premise_lanes_new           (PremiseBatch      *batch) G_GNUC_WARN_UNUSED_RESULT;
void          premise_lanes_free          (PremiseLanes      *self);
double       *premise_lanes_get_input     (PremiseLanes      *self,
                                           guint              input);
const double *premise_lanes_get_output    (PremiseLanes      *self,
                                           guint              output);
guint         premise_lanes_get_n_bends   (PremiseLanes      *self);
void          premise_lanes_run           (PremiseLanes      *self,
                                           guint              n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseBatch, premise_batch_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseLanes, premise_lanes_free)

G_END_DECLS
