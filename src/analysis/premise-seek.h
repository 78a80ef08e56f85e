/* premise-seek.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-batch.h"

G_BEGIN_DECLS

/**
 * PremiseRootKind:
 * @PREMISE_ROOT_CROSSING: the output goes through the target
 * @PREMISE_ROOT_TOUCHING: it reaches the target and turns back
 * @PREMISE_ROOT_JUMP: it leaps over the target, or a Boolean changes
 * @PREMISE_ROOT_BEGIN: from here on it equals the target
 * @PREMISE_ROOT_END: up to here it equals the target
 * @PREMISE_ROOT_EDGE: it reaches the target at an end of the range; what it would do behind is not known
 *
 * How a target is reached.
 */
typedef enum
{
  PREMISE_ROOT_CROSSING,
  PREMISE_ROOT_TOUCHING,
  PREMISE_ROOT_JUMP,
  PREMISE_ROOT_BEGIN,
  PREMISE_ROOT_END,
  PREMISE_ROOT_EDGE,
} PremiseRootKind;

/**
 * PremiseRoot:
 * @value: the value of the assumption, base units; of a jump, the first one behind it
 * @kind: how the target is reached there
 * @rising: whether the output is below the target before, or false, or above it behind; of crossings,
 *   jumps and edges
 *
 * Where a target is reached.
 */
typedef struct
{
  double          value;
  PremiseRootKind kind;
  gboolean        rising;
} PremiseRoot;

/**
 * PremiseSeekStatus:
 * @PREMISE_SEEK_FOUND: there are roots
 * @PREMISE_SEEK_NONE: no value in the range does
 * @PREMISE_SEEK_CONSTANT: the output is the same throughout the range
 * @PREMISE_SEEK_INDEPENDENT: the output does not depend on the assumption
 * @PREMISE_SEEK_NO_RANGE: the assumption has no finite range to look in
 * @PREMISE_SEEK_NO_VALUE: the output is an error throughout the range
 *
 * What came of it.
 */
typedef enum
{
  PREMISE_SEEK_FOUND,
  PREMISE_SEEK_NONE,
  PREMISE_SEEK_CONSTANT,
  PREMISE_SEEK_INDEPENDENT,
  PREMISE_SEEK_NO_RANGE,
  PREMISE_SEEK_NO_VALUE,
} PremiseSeekStatus;

/**
 * PremiseSeek:
 * @status: what came of it
 * @roots: (element-type PremiseRoot): ascending
 * @lowest: the lowest output at any of the samples, base units; NaN if there is none
 * @highest: the highest
 * @more: whether there are more roots than are listed
 * @n_samples: at how many values of the assumption it was looked
 * @gap: how far these are from one another, base units: what happens wholly in between is not seen
 * @has_steps: whether all steps of the slider are among them
 * @has_gaps: whether the output has no value at some of them
 * @is_boolean: whether the output was 0 or 1 at all of them
 *
 * The outcome of a search.
 */
typedef struct
{
  PremiseSeekStatus  status;
  GArray            *roots;
  double             lowest;
  double             highest;
  gboolean           more;
  guint              n_samples;
  double             gap;
  gboolean           has_steps;
  gboolean           has_gaps;
  gboolean           is_boolean;
} PremiseSeek;

/* How many roots are listed; nobody reads more. */
#define PREMISE_SEEK_MAX_ROOTS 256

PremiseSeek *premise_seek_target (PremiseScenario   *scenario,
                                  const PremiseCell *assumption,
                                  const PremiseCell *output,
                                  double             target) G_GNUC_WARN_UNUSED_RESULT;
PremiseSeek *premise_seek_flips  (PremiseScenario   *scenario,
                                  const PremiseCell *assumption,
                                  const PremiseCell *output) G_GNUC_WARN_UNUSED_RESULT;
void         premise_seek_free   (PremiseSeek       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseSeek, premise_seek_free)

G_END_DECLS
