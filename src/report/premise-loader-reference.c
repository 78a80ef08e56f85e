/* premise-loader-reference.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* (transfer full) */
static char *
dup_sentence (const char *message,
              const char *nearest)
{
  return nearest != NULL ? g_strdup_printf (_("%s; did you mean “%s”?"), message, nearest)
                         : g_strdup (message);
}

/* The value names one thing only, so the complaint is about the whole of it. */
static void
complain_unknown (PremiseJsonValue  value,
                  const char       *message,
                  const char       *nearest)
{
  g_autofree char *sentence = dup_sentence (message, nearest);

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE, "%s",
                         sentence);
}

/**
 * premise_loader_find_index:
 * @self: a loader with a model
 * @value: the id of an index
 *
 * Returns: its position, %PREMISE_MODEL_NOT_FOUND after a complaint
 */
guint
premise_loader_find_index (PremiseLoader    *self,
                           PremiseJsonValue  value)
{
  PremiseModel *model = self->report->model;
  const char *id = premise_json_get_string (value);
  g_autoptr(GPtrArray) names = NULL;
  g_autofree char *message = NULL;
  guint index;

  if (id == NULL)
    return PREMISE_MODEL_NOT_FOUND;

  index = premise_model_find_index (model, id);
  if (index != PREMISE_MODEL_NOT_FOUND)
    return index;

  if (premise_loader_blame_model (self, value, 0, NULL))
    return PREMISE_MODEL_NOT_FOUND;

  names = g_ptr_array_new ();
  for (guint i = 0; i < premise_model_get_n_indexes (model); i++)
    g_ptr_array_add (names, (gpointer) premise_model_get_index_id (model, i));

  message = g_strdup_printf (_("no model has an index “%s”"), id);
  complain_unknown (value, message,
                    premise_nearest_name (id, (const char *const *) names->pdata, names->len));

  return PREMISE_MODEL_NOT_FOUND;
}

static guint
find_named (PremiseLoader    *self,
            PremiseJsonValue  value,
            const char       *id)
{
  guint variable = premise_model_find (self->report->model, id);
  g_autofree char *message = NULL;

  if (variable != PREMISE_MODEL_NOT_FOUND)
    return variable;

  if (premise_loader_blame_model (self, value, 0, id))
    return PREMISE_MODEL_NOT_FOUND;

  message = g_strdup_printf (_("no model has a variable “%s”"), id);
  complain_unknown (value, message,
                    premise_nearest_name (id, (const char *const *) self->names->pdata,
                                          self->names->len));

  return PREMISE_MODEL_NOT_FOUND;
}

/**
 * premise_loader_find_variable:
 * @self: a loader with a model
 * @value: the full id of a variable
 *
 * Returns: its position, %PREMISE_MODEL_NOT_FOUND after a complaint
 */
guint
premise_loader_find_variable (PremiseLoader    *self,
                              PremiseJsonValue  value)
{
  const char *id = premise_json_get_string (value);

  return id != NULL ? find_named (self, value, id) : PREMISE_MODEL_NOT_FOUND;
}

/**
 * premise_loader_read_assumptions:
 * @self: a loader with a model
 * @value: a list of full ids of assumptions
 *
 * Returns: (transfer full) (element-type guint): their positions; what is no assumption, or does
 *   not exist, is left out after a complaint
 */
GArray *
premise_loader_read_assumptions (PremiseLoader    *self,
                                 PremiseJsonValue  value)
{
  PremiseModel *model = self->report->model;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!premise_json_expect (value, PREMISE_JSON_ARRAY))
    return found;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      guint variable = premise_loader_find_variable (self, entry);

      if (variable == PREMISE_MODEL_NOT_FOUND)
        continue;

      if (premise_model_get_kind (model, variable) == PREMISE_VARIABLE_ASSUMPTION)
        g_array_append_val (found, variable);
      else
        premise_json_complain (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("“%s” is not an assumption and cannot be moved"),
                               premise_model_get_id (model, variable));
    }

  return found;
}

static gboolean
find_member (PremiseLoader    *self,
             PremiseJsonValue  value,
             guint             variable,
             guint             dim,
             const char       *written,
             gsize             offset,
             guint            *member)
{
  PremiseModel *model = self->report->model;
  guint index = premise_model_get_dim (model, variable, dim);
  g_autofree char *name = g_strstrip (g_strdup (written));
  g_autofree char *message = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr(GPtrArray) names = NULL;

  *member = premise_model_find_member (model, index, name);
  if (*member != PREMISE_MODEL_NOT_FOUND)
    return TRUE;

  names = g_ptr_array_new ();
  for (guint i = 0; i < premise_model_get_n_members (model, index); i++)
    g_ptr_array_add (names, (gpointer) premise_model_get_member_id (model, index, i));

  message = g_strdup_printf (_("the index “%s” has no member “%s”"),
                             premise_model_get_index_id (model, index), name);
  sentence = dup_sentence (message, premise_nearest_name (name, (const char *const *) names->pdata,
                                                          names->len));
  premise_json_complain_in (value, offset, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE,
                            "%s", sentence);

  return FALSE;
}

/* Reads what stands between the brackets: one member per index, in the variable's order. */
static gboolean
find_members (PremiseLoader    *self,
              PremiseJsonValue  value,
              guint             variable,
              const char       *inside,
              guint            *cell)
{
  PremiseModel *model = self->report->model;
  guint n = premise_model_get_n_dims (model, variable);
  g_autofree char *list = g_strndup (inside, strlen (inside) - 1);
  g_auto(GStrv) names = g_strsplit (list, ",", -1);
  g_autofree guint *members = g_new0 (guint, n + 1);
  gsize offset = inside - premise_json_get_string (value);
  guint n_diagnostics = self->diagnostics->len;

  if (g_strv_length (names) != n)
    {
      premise_json_complain_in (value, offset,
                                PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                                g_dngettext (GETTEXT_PACKAGE,
                                             /* Translators: a variable, and how many indexes it
                                              * has. */
                                             "“%s” has %u index; give one member of it",
                                             "“%s” has %u indexes; give a member of each, "
                                             "with commas between", n),
                                premise_model_get_id (model, variable), n);
      premise_loader_blame_shape (self, variable, n_diagnostics);
      return FALSE;
    }

  for (guint i = 0; i < n; i++)
    {
      gsize space = strspn (names[i], " ");

      if (!find_member (self, value, variable, i, names[i], offset + space, &members[i]))
        return FALSE;
      offset += strlen (names[i]) + 1;
    }

  *cell = premise_model_get_cell (model, variable, members);

  return TRUE;
}

/**
 * premise_loader_find_cell:
 * @self: a loader with a model
 * @value: `id` of a scalar, `id[member]` or `id[member, member]`
 * @variable: (out): position of the variable
 * @cell: (out): its cell
 *
 * Returns: whether the value names one number; if not, there was a complaint
 */
gboolean
premise_loader_find_cell (PremiseLoader    *self,
                          PremiseJsonValue  value,
                          guint            *variable,
                          guint            *cell)
{
  const char *text = premise_json_get_string (value);
  g_autofree char *id = NULL;
  const char *open;

  *variable = PREMISE_MODEL_NOT_FOUND;
  *cell = 0;

  if (text == NULL)
    return FALSE;

  open = strchr (text, '[');
  if (open == NULL)
    {
      *variable = premise_loader_find_scalar (self, value);
      return *variable != PREMISE_MODEL_NOT_FOUND;
    }

  if (!g_str_has_suffix (text, "]"))
    {
      premise_json_complain_in (value, strlen (text), PREMISE_SEVERITY_ERROR,
                                PREMISE_DIAGNOSTIC_VALUE, _("“]” is missing at the end"));
      return FALSE;
    }

  id = g_strchomp (g_strndup (text, open - text));
  *variable = find_named (self, value, id);

  return *variable != PREMISE_MODEL_NOT_FOUND && find_members (self, value, *variable, open + 1, cell);
}

/**
 * premise_loader_find_scalar:
 * @self: a loader with a model
 * @value: the full id of a variable without indexes
 *
 * Returns: its position, %PREMISE_MODEL_NOT_FOUND after a complaint
 */
guint
premise_loader_find_scalar (PremiseLoader    *self,
                            PremiseJsonValue  value)
{
  guint variable = premise_loader_find_variable (self, value);
  guint n;

  if (variable == PREMISE_MODEL_NOT_FOUND)
    return variable;

  n = premise_model_get_n_dims (self->report->model, variable);
  if (n == 0)
    return variable;

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                         /* Translators: a variable, and its index. */
                         _("“%s” has one number per member of “%s”; one number is needed here"),
                         premise_model_get_id (self->report->model, variable),
                         premise_model_get_index_id (self->report->model,
                                                     premise_model_get_dim (self->report->model,
                                                                            variable, 0)));

  return PREMISE_MODEL_NOT_FOUND;
}
