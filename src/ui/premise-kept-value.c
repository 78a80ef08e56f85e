/* premise-kept-value.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-kept-value.h"

#include <math.h>

/* Between the parts of a text: no name has one. */
#define SEPARATOR "\t"
/* Variable, unit and value come before the members. */
#define N_FIXED 3

struct _PremiseKeptValue
{
  char  *variable;
  char  *unit;
  GStrv  members;      /* index and member, one pair after the other */
  double value;        /* base units */
  char  *unread;       /* (nullable): a text that says none of this */
};

/**
 * premise_kept_value_free:
 * @self: (transfer full): a value
 */
void
premise_kept_value_free (PremiseKeptValue *self)
{
  g_free (self->variable);
  g_free (self->unit);
  g_strfreev (self->members);
  g_free (self->unread);
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
  return g_ptr_array_new_with_free_func ((GDestroyNotify) premise_kept_value_free);
}

/**
 * premise_kept_value_new:
 * @model: the model that @override is of
 * @override: a value that differs from base
 *
 * Returns: (transfer full): the value, by its names
 */
PremiseKeptValue *
premise_kept_value_new (PremiseModel          *model,
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

/**
 * premise_kept_value_copy:
 * @self: a value
 *
 * Returns: (transfer full): another one
 */
PremiseKeptValue *
premise_kept_value_copy (const PremiseKeptValue *self)
{
  PremiseKeptValue *copy = g_new0 (PremiseKeptValue, 1);

  copy->variable = g_strdup (self->variable);
  copy->unit = g_strdup (self->unit);
  copy->members = g_strdupv (self->members);
  copy->value = self->value;
  copy->unread = g_strdup (self->unread);

  return copy;
}

/**
 * premise_kept_value_from_text:
 * @text: what premise_kept_value_to_text() wrote, or anything else
 *
 * Returns: (transfer full): the value; no model has a place for it when @text cannot be read
 */
PremiseKeptValue *
premise_kept_value_from_text (const char *text)
{
  PremiseKeptValue *self = g_new0 (PremiseKeptValue, 1);
  g_auto(GStrv) parts = g_strsplit (text, SEPARATOR, -1);
  guint n = g_strv_length (parts);
  char *end = NULL;

  if (n >= N_FIXED)
    self->value = g_ascii_strtod (parts[2], &end);
  if (n < N_FIXED || (n - N_FIXED) % 2 != 0 || end == parts[2] || *end != '\0' || !isfinite (self->value))
    {
      self->unread = g_strdup (text);
      return self;
    }

  self->variable = g_strdup (parts[0]);
  self->unit = g_strdup (parts[1]);
  self->members = g_strdupv (parts + N_FIXED);

  return self;
}

/**
 * premise_kept_value_to_text:
 * @self: a value
 *
 * Returns: (transfer full): the value as a line of text, the same in every locale
 */
char *
premise_kept_value_to_text (const PremiseKeptValue *self)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *members = NULL;

  if (self->unread != NULL)
    return g_strdup (self->unread);

  g_ascii_dtostr (number, sizeof number, self->value);
  members = g_strjoinv (SEPARATOR, self->members);

  return g_strjoin (SEPARATOR, self->variable, self->unit, number, *members != '\0' ? members : NULL, NULL);
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

/**
 * premise_kept_value_locate:
 * @self: a value
 * @model: a model
 * @override: (out caller-allocates): where the value is in @model
 *
 * Returns: whether the model has a place for the value, which takes it
 */
gboolean
premise_kept_value_locate (const PremiseKeptValue *self,
                           PremiseModel           *model,
                           PremiseOverride        *override)
{
  guint variable = self->unread == NULL ? premise_model_find (model, self->variable) : PREMISE_MODEL_NOT_FOUND;
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
