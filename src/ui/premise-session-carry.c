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

/* A value that the reader set, by names: positions are others in another version of a report. */
typedef struct
{
  char  *variable;
  char  *unit;
  GStrv  members;      /* index and member, one pair after the other */
  double value;        /* base units */
} PremiseKeptValue;

static void
kept_value_free (gpointer data)
{
  PremiseKeptValue *self = data;

  g_free (self->variable);
  g_free (self->unit);
  g_strfreev (self->members);
  g_free (self);
}

/**
 * premise_kept_values_new:
 *
 * Returns: (transfer full) (element-type PremiseKeptValue): an empty list
 */
GPtrArray *
premise_kept_values_new (void)
{
  return g_ptr_array_new_with_free_func (kept_value_free);
}

static PremiseKeptValue *
kept_value_new (PremiseModel          *model,
                const PremiseOverride *override)
{
  PremiseKeptValue *self = g_new0 (PremiseKeptValue, 1);
  guint n_dims = premise_model_get_n_dims (model, override->variable);
  g_autofree guint *members = g_new0 (guint, n_dims + 1);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  premise_model_get_cell_members (model, override->variable, override->cell, members);
  for (guint i = 0; i < n_dims; i++)
    {
      guint index = premise_model_get_dim (model, override->variable, i);

      g_strv_builder_add (names, premise_model_get_index_id (model, index));
      g_strv_builder_add (names, premise_model_get_member_id (model, index, members[i]));
    }

  self->variable = g_strdup (premise_model_get_id (model, override->variable));
  self->unit = g_strdup (premise_unit_get_text (premise_model_get_unit (model, override->variable)));
  self->members = g_strv_builder_end (names);
  self->value = override->value;

  return self;
}

/* Returns: (nullable): the member that the value is for. */
static const char *
find_member (const PremiseKeptValue *self,
             const char             *index)
{
  for (guint i = 0; self->members[i] != NULL; i += 2)
    {
      if (g_str_equal (self->members[i], index))
        return self->members[i + 1];
    }

  return NULL;
}

/* Returns whether the model has a place for the value. */
static gboolean
locate (const PremiseKeptValue *self,
        PremiseModel           *model,
        PremiseOverride        *override)
{
  guint variable = premise_model_find (model, self->variable);
  g_autofree guint *members = NULL;
  double min, max, step;
  guint n_dims;

  if (variable == PREMISE_MODEL_NOT_FOUND ||
      premise_model_get_kind (model, variable) != PREMISE_VARIABLE_ASSUMPTION ||
      !g_str_equal (premise_unit_get_text (premise_model_get_unit (model, variable)), self->unit))
    return FALSE;

  n_dims = premise_model_get_n_dims (model, variable);
  if (g_strv_length (self->members) != 2 * n_dims)
    return FALSE;

  members = g_new0 (guint, n_dims + 1);
  for (guint i = 0; i < n_dims; i++)
    {
      guint index = premise_model_get_dim (model, variable, i);
      const char *member = find_member (self, premise_model_get_index_id (model, index));

      members[i] = member != NULL ? premise_model_find_member (model, index, member)
                                  : PREMISE_MODEL_NOT_FOUND;
      if (members[i] == PREMISE_MODEL_NOT_FOUND)
        return FALSE;
    }

  override->variable = variable;
  override->cell = premise_model_get_cell (model, variable, members);
  override->value = self->value;
  premise_model_get_range (model, variable, override->cell, &min, &max, &step);

  return self->value >= min && self->value <= max;
}

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

      if (!locate (value, model, &override))
        {
          if (rest != NULL)
            {
              PremiseKeptValue *copy = g_new0 (PremiseKeptValue, 1);

              copy->variable = g_strdup (value->variable);
              copy->unit = g_strdup (value->unit);
              copy->members = g_strdupv (value->members);
              copy->value = value->value;
              g_ptr_array_add (rest, copy);
            }
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
    g_ptr_array_add (values, kept_value_new (premise_session_get_model (from),
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
