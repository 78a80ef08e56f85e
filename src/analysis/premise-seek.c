/* premise-seek.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The range is sampled, and what lies between two samples is looked into where they say that there
 * is something. What happens entirely between two samples, and leaves no trace in them, is not seen;
 * so the result says how far apart they are. The steps of the slider are always among them, unless
 * there are very many.
 */

#include "config.h"

#include "premise-seek-private.h"

#include <math.h>

static gboolean
depends_on (PremiseModel *model,
            guint         output,
            guint         assumption)
{
  g_autoptr(GArray) assumptions = premise_model_dup_assumptions_of (model, &output, 1);

  for (guint i = 0; i < assumptions->len; i++)
    {
      if (g_array_index (assumptions, guint, i) == assumption)
        return TRUE;
    }

  return FALSE;
}

static PremiseSeekStatus
run (PremiseSeeker     *self,
     PremiseScenario   *scenario,
     const PremiseCell *assumption,
     const PremiseCell *output)
{
  PremiseModel *model = premise_scenario_get_model (scenario);
  g_autoptr(PremiseBatch) batch = NULL;
  g_autoptr(PremiseLanes) lanes = NULL;
  double min;
  double max;

  if (!depends_on (model, output->variable, assumption->variable))
    return PREMISE_SEEK_INDEPENDENT;

  premise_model_get_range (model, assumption->variable, assumption->cell, &min, &max, NULL);

  if (!isfinite (min) || !isfinite (max))
    return PREMISE_SEEK_NO_RANGE;

  batch = premise_batch_new_with_bends (scenario, assumption, 1, output, 1);

  if (!premise_batch_varies (batch, 0))
    return PREMISE_SEEK_INDEPENDENT;

  lanes = premise_lanes_new (batch);
  self->lanes = lanes;
  premise_seeker_sample (self, scenario, assumption);

  if (isnan (self->result->lowest))
    return PREMISE_SEEK_NO_VALUE;

  premise_seeker_find_roots (self);

  if (self->result->roots->len > 0)
    return PREMISE_SEEK_FOUND;

  return self->result->lowest == self->result->highest && !self->result->has_gaps
         ? PREMISE_SEEK_CONSTANT : PREMISE_SEEK_NONE;
}

static PremiseSeek *
seek (PremiseScenario   *scenario,
      const PremiseCell *assumption,
      const PremiseCell *output,
      gboolean           boolean,
      double             target)
{
  PremiseSeek *self = g_new0 (PremiseSeek, 1);
  PremiseSeeker search = { .result = self, .boolean = boolean, .target = target };

  self->roots = g_array_new (FALSE, FALSE, sizeof (PremiseRoot));
  self->lowest = NAN;
  self->highest = NAN;
  self->status = run (&search, scenario, assumption, output);
  g_free (search.x);
  g_free (search.y);

  return self;
}

/**
 * premise_seek_target:
 * @scenario: where all other assumptions have their values from
 * @assumption: a cell of an assumption
 * @output: a cell of any variable
 * @target: what it is to reach, base units
 *
 * Finds all values of the assumption within its range at which the output reaches the target:
 * where it goes through it, touches it, leaps over it, or rests on it. Where it comes out of an
 * error on the target, as a square root out of 0, it touches it; any other edge of errors is no
 * root, nor is a pole. It is looked at samples that the result tells of: what happens wholly between
 * two of them is not seen. The scenario stays as it is.
 *
 * Returns: (transfer full): what was found
 */
PremiseSeek *
premise_seek_target (PremiseScenario   *scenario,
                     const PremiseCell *assumption,
                     const PremiseCell *output,
                     double             target)
{
  g_return_val_if_fail (PREMISE_IS_SCENARIO (scenario), NULL);

  return seek (scenario, assumption, output, FALSE, target);
}

/**
 * premise_seek_flips:
 * @scenario: where all other assumptions have their values from
 * @assumption: a cell of an assumption
 * @output: a cell of a Boolean formula: of one that is 0 or not
 *
 * Finds all values of the assumption within its range at which the conclusion changes.
 *
 * Returns: (transfer full): what was found
 */
PremiseSeek *
premise_seek_flips (PremiseScenario   *scenario,
                    const PremiseCell *assumption,
                    const PremiseCell *output)
{
  g_return_val_if_fail (PREMISE_IS_SCENARIO (scenario), NULL);

  return seek (scenario, assumption, output, TRUE, 0);
}

/**
 * premise_seek_free:
 * @self: (nullable) (transfer full): an outcome
 *
 * Frees it.
 */
void
premise_seek_free (PremiseSeek *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->roots);
  g_free (self);
}
