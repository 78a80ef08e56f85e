/* premise-session-carry.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-session-carry.h"

#include <string.h>

/* Steps of undo, and of redo, that are carried over. */
#define MAX_STEPS 100

static gboolean
has_cell (GArray                *overrides,
          const PremiseOverride *override)
{
  for (guint i = 0; i < overrides->len; i++)
    {
      const PremiseOverride *other = &g_array_index (overrides, PremiseOverride, i);

      if (other->variable == override->variable && other->cell == override->cell)
        return TRUE;
    }

  return FALSE;
}

/* Adds what the model has a place for; the rest stays in the list. */
static void
place (GPtrArray    *values,
       PremiseModel *model,
       GArray       *overrides,
       GPtrArray    *rest)
{
  for (guint i = 0; i < values->len; i++)
    {
      PremiseKeptValue *value = g_ptr_array_index (values, i);
      PremiseOverride override;

      if (!premise_kept_value_locate (value, model, &override))
        {
          if (rest != NULL)
            g_ptr_array_add (rest, premise_kept_value_copy (value));
          continue;
        }

      if (!has_cell (overrides, &override))
        g_array_append_val (overrides, override);
    }
}

/* What the reader has changed now, for the other model.
 * kept: values without a place so far; rest: (nullable): gets those that have none now. */
static GArray *
take_snapshot (PremiseSession *from,
               PremiseModel   *to,
               GPtrArray      *kept,
               GPtrArray      *rest)
{
  g_autoptr(GArray) changed =
    premise_scenario_dup_overrides (premise_session_get_scenario (from));
  g_autoptr(GPtrArray) values = premise_kept_values_new ();
  GArray *overrides = g_array_new (FALSE, FALSE, sizeof (PremiseOverride));

  for (guint i = 0; i < changed->len; i++)
    g_ptr_array_add (values, premise_kept_value_new (premise_session_get_model (from),
                                                     &g_array_index (changed, PremiseOverride, i)));
  place (values, to, overrides, rest);
  place (kept, to, overrides, rest);

  return overrides;
}

/* From the first step that can be undone to the last that can be done again.
 * current: (out): which one it is now. */
static GPtrArray *
take_snapshots (PremiseSession *from,
                PremiseModel   *to,
                GPtrArray      *kept,
                guint          *current)
{
  PremiseHistory *history = premise_session_get_history (from);
  GPtrArray *snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n_undone = 0;
  guint n_redone = 0;

  while (n_undone < MAX_STEPS && premise_history_undo (history))
    n_undone++;
  g_ptr_array_add (snapshots, take_snapshot (from, to, kept, NULL));

  while (n_redone < n_undone + MAX_STEPS && premise_history_redo (history))
    {
      n_redone++;
      g_ptr_array_add (snapshots, take_snapshot (from, to, kept, NULL));
    }

  while (n_redone > n_undone && premise_history_undo (history))
    n_redone--;
  *current = n_undone;

  return snapshots;
}

/* Goes from what the scenario has to what a snapshot has, in one step.
 * Returns whether anything changed. */
static gboolean
replay (PremiseSession *to,
        GArray         *snapshot)
{
  PremiseHistory *history = premise_session_get_history (to);
  PremiseScenario *scenario = premise_session_get_scenario (to);
  g_autoptr(GArray) before = premise_scenario_dup_overrides (scenario);
  g_autoptr(GArray) after = NULL;

  premise_history_begin (history);
  for (guint i = 0; i < before->len; i++)
    {
      const PremiseOverride *override = &g_array_index (before, PremiseOverride, i);

      if (!has_cell (snapshot, override))
        premise_history_reset (history, override->variable, override->cell);
    }
  for (guint i = 0; i < snapshot->len; i++)
    {
      const PremiseOverride *override = &g_array_index (snapshot, PremiseOverride, i);

      premise_history_set_value (history, override->variable, override->cell, override->value,
                                 NULL);
    }
  premise_history_end (history);

  after = premise_scenario_dup_overrides (scenario);

  return after->len != before->len ||
         (after->len > 0 &&
          memcmp (after->data, before->data, after->len * sizeof (PremiseOverride)) != 0);
}

/**
 * premise_session_carry:
 * @from: a session that nothing shows any more
 * @to: a new session of another version of its report
 * @kept: (inout) (element-type PremiseKeptValue): values that no version had a place for so far
 *
 * Brings the reader's language, changed values and their history from one version of a report
 * to the next. A value whose assumption is gone, or does not take it any more, is kept in @kept:
 * a later version may have a place for it again.
 */
void
premise_session_carry (PremiseSession *from,
                       PremiseSession *to,
                       GPtrArray      *kept)
{
  PremiseModel *model;
  g_autoptr(GPtrArray) snapshots = NULL;
  g_autoptr(GPtrArray) rest = NULL;
  g_autoptr(GArray) now = NULL;
  GArray *first;
  guint current;
  guint n_later = 0;

  g_return_if_fail (PREMISE_IS_SESSION (from));
  g_return_if_fail (PREMISE_IS_SESSION (to));
  g_return_if_fail (kept != NULL);

  model = premise_session_get_model (to);
  rest = premise_kept_values_new ();
  premise_session_set_language (to, premise_session_get_language (from));
  now = take_snapshot (from, model, kept, rest);
  snapshots = take_snapshots (from, model, kept, &current);

  first = g_ptr_array_index (snapshots, 0);
  premise_scenario_set_values (premise_session_get_scenario (to),
                               (const PremiseOverride *) (gpointer) first->data, first->len, NULL);
  for (guint i = 1; i < snapshots->len; i++)
    {
      if (replay (to, g_ptr_array_index (snapshots, i)) && i > current)
        n_later++;
    }
  while (n_later-- > 0)
    premise_history_undo (premise_session_get_history (to));

  g_ptr_array_set_size (kept, 0);
  g_ptr_array_extend_and_steal (kept, g_steal_pointer (&rest));
}

/**
 * premise_session_dup_changes:
 * @self: a session
 * @kept: (element-type PremiseKeptValue): values that the report has no place for
 *
 * Writes down what the reader has changed, by names, so that it can be kept.
 *
 * Returns: (transfer full): a text for each value, those of @kept included
 */
GStrv
premise_session_dup_changes (PremiseSession *self,
                             GPtrArray      *kept)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr(GArray) overrides = NULL;

  g_return_val_if_fail (PREMISE_IS_SESSION (self), NULL);
  g_return_val_if_fail (kept != NULL, NULL);

  overrides = premise_scenario_dup_overrides (premise_session_get_scenario (self));
  for (guint i = 0; i < overrides->len; i++)
    {
      PremiseKeptValue *value = premise_kept_value_new (premise_session_get_model (self),
                                                        &g_array_index (overrides, PremiseOverride, i));

      g_strv_builder_take (texts, premise_kept_value_to_text (value));
      premise_kept_value_free (value);
    }
  for (guint i = 0; i < kept->len; i++)
    g_strv_builder_take (texts, premise_kept_value_to_text (g_ptr_array_index (kept, i)));

  return g_strv_builder_end (texts);
}

/**
 * premise_session_restore_changes:
 * @self: a session
 * @changes: what premise_session_dup_changes() wrote
 * @kept: (inout) (element-type PremiseKeptValue): gets the values that the report has no place for
 *
 * Changes the assumptions as they were, in one step that can be undone.
 *
 * Returns: how many values were changed
 */
guint
premise_session_restore_changes (PremiseSession    *self,
                                 const char *const *changes,
                                 GPtrArray         *kept)
{
  g_autoptr(GPtrArray) values = premise_kept_values_new ();
  g_autoptr(GPtrArray) rest = premise_kept_values_new ();
  g_autoptr(GArray) overrides = g_array_new (FALSE, FALSE, sizeof (PremiseOverride));

  g_return_val_if_fail (PREMISE_IS_SESSION (self), 0);
  g_return_val_if_fail (changes != NULL, 0);
  g_return_val_if_fail (kept != NULL, 0);

  for (guint i = 0; changes[i] != NULL; i++)
    g_ptr_array_add (values, premise_kept_value_from_text (changes[i]));
  place (values, premise_session_get_model (self), overrides, rest);
  if (overrides->len > 0)
    replay (self, overrides);
  g_ptr_array_extend_and_steal (kept, g_steal_pointer (&rest));

  return overrides->len;
}
