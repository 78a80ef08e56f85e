/* premise-cli-name.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * premise_cli_dup_cell_name:
 * @model: a model
 * @variable: position of a variable
 * @cell: one of its cells
 *
 * Returns: (transfer full): the cell's name, “market_space.ai_share[game]”
 */
char *
premise_cli_dup_cell_name (PremiseModel *model,
                           guint         variable,
                           guint         cell)
{
  guint n = premise_model_get_n_dims (model, variable);
  g_autofree guint *members = g_new0 (guint, n + 1);
  GString *name = g_string_new (premise_model_get_id (model, variable));

  premise_model_get_cell_members (model, variable, cell, members);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (name, "%s%s%s", i == 0 ? "[" : ", ",
                            premise_model_get_member_id (model,
                                                         premise_model_get_dim (model, variable, i),
                                                         members[i]),
                            i + 1 == n ? "]" : "");

  return g_string_free_and_steal (name);
}

/* (transfer none) (nullable): what an unknown id was meant to be. Formulas of a model leave its
 * own id out, so people will, too.
 */
static const char *
find_meant (PremiseModel *model,
            const char   *id)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      const char *name = premise_model_get_id (model, i);
      const char *local = strchr (name, '.');

      if (local != NULL && g_str_equal (local + 1, id))
        return name;

      g_ptr_array_add (names, (gpointer) name);
    }

  return premise_nearest_name (id, (const char *const *) names->pdata, names->len);
}

static gboolean
find_variable (PremiseModel  *model,
               const char    *id,
               guint         *variable,
               GError       **error)
{
  const char *nearest;

  *variable = premise_model_find (model, id);
  if (*variable != PREMISE_MODEL_NOT_FOUND)
    return TRUE;

  nearest = find_meant (model, id);
  if (nearest != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: what was typed, and the variable that is most like it. */
                 _("the report has no variable “%s”; did you mean “%s”?"), id, nearest);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("the report has no variable “%s”"), id);

  return FALSE;
}

static gboolean
find_member (PremiseModel  *model,
             guint          index,
             const char    *id,
             guint         *member,
             GError       **error)
{
  g_autoptr(GPtrArray) names = NULL;
  const char *nearest;

  *member = premise_model_find_member (model, index, id);
  if (*member != PREMISE_MODEL_NOT_FOUND)
    return TRUE;

  names = g_ptr_array_new ();
  for (guint i = 0; i < premise_model_get_n_members (model, index); i++)
    g_ptr_array_add (names, (gpointer) premise_model_get_member_id (model, index, i));

  nearest = premise_nearest_name (id, (const char *const *) names->pdata, names->len);
  if (nearest != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: an index, a name that was looked for in it, and the member that is
                  * most like it. */
                 _("the index “%s” has no member “%s”; did you mean “%s”?"),
                 premise_model_get_index_id (model, index), id, nearest);
  else
    /* Translators: an index, and a name that was looked for in it. */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("the index “%s” has no member “%s”"),
                 premise_model_get_index_id (model, index), id);

  return FALSE;
}

/* Which of its indexes a name in brackets means. */
static gboolean
find_named_dim (PremiseModel  *model,
                guint          variable,
                const char    *name,
                guint         *dim,
                GError       **error)
{
  for (*dim = 0; *dim < premise_model_get_n_dims (model, variable); (*dim)++)
    {
      if (g_str_equal (name, premise_model_get_index_id (model, premise_model_get_dim (model, variable, *dim))))
        return TRUE;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               /* Translators: a variable, and what was typed before an equals sign in its brackets. */
               _("“%s” has no index “%s”"), premise_model_get_id (model, variable), name);

  return FALSE;
}

/* One of the members in brackets, in the place of its index: that which is named, or, once all of
 * those are known, the first that is free.
 */
static gboolean
place_member (PremiseModel  *model,
              guint          variable,
              const char    *typed,
              guint         *members,
              GError       **error)
{
  const char *equals = strchr (typed, '=');
  g_autofree char *name = equals != NULL ? g_strstrip (g_strndup (typed, (gsize) (equals - typed))) : NULL;
  g_autofree char *id = g_strstrip (g_strdup (equals != NULL ? equals + 1 : typed));
  guint dim = 0;

  if (name != NULL && !find_named_dim (model, variable, name, &dim, error))
    return FALSE;

  if (name != NULL && members[dim] != PREMISE_MODEL_NOT_FOUND)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   /* Translators: an index of which a member was given. */
                   _("the index “%s” is named twice"), name);
      return FALSE;
    }

  while (name == NULL && members[dim] != PREMISE_MODEL_NOT_FOUND)
    dim++;

  return find_member (model, premise_model_get_dim (model, variable, dim), id, &members[dim], error);
}

/* As in a formula, an index may be named, and then stands anywhere. */
static gboolean
place_members (PremiseModel        *model,
               guint                variable,
               const char *const   *names,
               guint               *members,
               GError             **error)
{
  for (guint named = 2; named-- > 0;)
    {
      for (guint i = 0; names[i] != NULL; i++)
        {
          if ((strchr (names[i], '=') != NULL) == (named == 1)
              && !place_member (model, variable, names[i], members, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
find_members (PremiseModel  *model,
              guint          variable,
              const char    *list,
              guint         *cell,
              GError       **error)
{
  g_auto(GStrv) names = g_strsplit (list, ",", -1);
  guint n = premise_model_get_n_dims (model, variable);
  g_autofree guint *members = g_new (guint, n + 1);

  if (n == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“%s” is a single number; leave the brackets out"),
                   premise_model_get_id (model, variable));
      return FALSE;
    }

  if (g_strv_length (names) != n)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   /* Translators: a variable. Its number of indexes decides the form of the
                    * word. */
                   g_dngettext (GETTEXT_PACKAGE, "“%s” has %u index; name one member of each",
                                "“%s” has %u indexes; name one member of each", n),
                   premise_model_get_id (model, variable), n);
      return FALSE;
    }

  for (guint i = 0; i < n; i++)
    members[i] = PREMISE_MODEL_NOT_FOUND;

  if (!place_members (model, variable, (const char *const *) names, members, error))
    return FALSE;

  *cell = premise_model_get_cell (model, variable, members);

  return TRUE;
}

/**
 * premise_cli_describe_error:
 * @model: a model
 * @error: why there is no value
 * @origin: (nullable): the cell where that began, if it is another
 *
 * Returns: (transfer full): that in words: “#DIV/0 from m.rate[x]”
 */
char *
premise_cli_describe_error (PremiseModel      *model,
                            PremiseValueError  error,
                            const PremiseCell *origin)
{
  g_autofree char *name = NULL;

  if (origin == NULL)
    return g_strdup (premise_value_error_to_string (error));

  name = premise_cli_dup_cell_name (model, origin->variable, origin->cell);

  /* Translators: an error such as #DIV/0, and the number where it began. */
  return g_strdup_printf (_("%s from %s"), premise_value_error_to_string (error), name);
}

/**
 * premise_cli_dup_error:
 * @evaluator: an evaluator
 * @variable: a position
 * @cell: a cell of it
 *
 * Returns: (transfer full): why it has no value, with the cell where that began if it is another;
 *   a dash if it is only missing
 */
char *
premise_cli_dup_error (PremiseEvaluator *evaluator,
                       guint             variable,
                       guint             cell)
{
  PremiseCell origin;
  PremiseValueError error = premise_evaluator_get_error (evaluator, variable, cell, &origin.variable,
                                                         &origin.cell);

  if (error == PREMISE_VALUE_OK)
    return g_strdup ("–");

  return premise_cli_describe_error (premise_evaluator_get_model (evaluator), error,
                                     origin.variable == variable && origin.cell == cell ? NULL : &origin);
}

/**
 * premise_cli_add_error:
 * @evaluator: an evaluator
 * @builder: an object being built
 * @variable: a position
 * @cell: a cell of it
 *
 * Adds what there is instead of a value, and the cell where that began; nothing if there is one.
 */
void
premise_cli_add_error (PremiseEvaluator *evaluator,
                       JsonBuilder      *builder,
                       guint             variable,
                       guint             cell)
{
  PremiseCell origin;
  PremiseValueError error = premise_evaluator_get_error (evaluator, variable, cell, &origin.variable,
                                                         &origin.cell);

  if (error == PREMISE_VALUE_OK)
    return;

  json_builder_set_member_name (builder, "error");
  json_builder_add_string_value (builder, premise_value_error_to_string (error));
  premise_cli_add_name (premise_evaluator_get_model (evaluator), builder, "origin", &origin);
}

/**
 * premise_cli_find_cells:
 * @model: a model
 * @name: “id”, “id[member]”, “id[member, member]” or “id[index = member, index = member]”
 * @variable: (out): position of the variable
 * @cell: (out): the cell, or %PREMISE_CLI_ALL_CELLS when only the variable is named
 * @error: return location for an error
 *
 * Returns: whether there is what is named
 */
gboolean
premise_cli_find_cells (PremiseModel  *model,
                        const char    *name,
                        guint         *variable,
                        guint         *cell,
                        GError       **error)
{
  const char *open = strchr (name, '[');
  g_autofree char *id = g_strstrip (g_strndup (name, open != NULL ? (gsize) (open - name)
                                                                  : strlen (name)));
  g_autofree char *list = NULL;

  *cell = PREMISE_CLI_ALL_CELLS;

  if (!find_variable (model, id, variable, error))
    return FALSE;

  if (open == NULL)
    return TRUE;

  list = g_strstrip (g_strdup (open + 1));
  if (!g_str_has_suffix (list, "]"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“]” is missing at the end of “%s”"), name);
      return FALSE;
    }

  list[strlen (list) - 1] = '\0';

  return find_members (model, *variable, list, cell, error);
}
