/* premise-loader-consequence.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is wrong only because something else is. Of one comma too many in a model every number
 * that shows it would complain: the block in question does so in its place, but the list of what
 * is to be mended has the comma alone.
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * premise_loader_add_unread:
 * @self: a loader
 * @path: a file of the report
 *
 * Notes that nothing is known of what the file should define; why has been said.
 */
void
premise_loader_add_unread (PremiseLoader *self,
                           const char    *path)
{
  if (g_hash_table_add (self->unread, g_strdup (path)))
    self->report->n_unread++;
}

/**
 * premise_loader_is_unread:
 * @self: a loader
 * @path: a file of the report
 *
 * Returns: whether the file could not be read
 */
gboolean
premise_loader_is_unread (PremiseLoader *self,
                          const char    *path)
{
  return g_hash_table_contains (self->unread, path);
}

/**
 * premise_loader_dup_unread_model:
 * @self: a loader
 * @name: (nullable): what begins with the full id of a variable; %NULL for an index, which any
 *   model may define
 *
 * Returns: (transfer full) (nullable): the file that should define it and could not be read
 */
char *
premise_loader_dup_unread_model (PremiseLoader *self,
                                 const char    *name)
{
  GHashTableIter iter;
  gpointer path;

  if (name != NULL)
    {
      g_autofree char *model = g_strndup (name, strcspn (name, "."));
      g_autofree char *wanted = g_strdup_printf ("model/%s.json", model);

      return premise_loader_is_unread (self, wanted) ? g_steal_pointer (&wanted) : NULL;
    }

  g_hash_table_iter_init (&iter, self->unread);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      if (g_str_has_prefix (path, "model/"))
        return g_strdup (path);
    }

  return NULL;
}

/**
 * premise_loader_blame_model:
 * @self: a loader
 * @value: a text of the report
 * @offset: where in it the name stands, in bytes
 * @name: (nullable): as for premise_loader_dup_unread_model()
 *
 * Says that a variable or an index is not known because its model could not be read, if that is why.
 *
 * Returns: whether it is
 */
gboolean
premise_loader_blame_model (PremiseLoader    *self,
                            PremiseJsonValue  value,
                            gsize             offset,
                            const char       *name)
{
  g_autofree char *path = premise_loader_dup_unread_model (self, name);
  guint n = self->diagnostics->len;

  if (path == NULL)
    return FALSE;

  premise_json_complain_in (value, offset, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE,
                            /* Translators: a file of the report. */
                            _("“%s”, which this needs, could not be read"), path);
  premise_loader_add_consequences (self, n);

  return TRUE;
}

/**
 * premise_loader_blame_shape:
 * @self: a loader with a model
 * @variable: position of a variable whose indexes are not those that are needed
 * @first_diagnostic: where in the loader's list the complaints about that begin
 *
 * Of a variable that could not be made its indexes are not known: it is what is to be mended.
 */
void
premise_loader_blame_shape (PremiseLoader *self,
                            guint          variable,
                            guint          first_diagnostic)
{
  PremiseModel *model = self->report->model;
  const PremiseLoaderVariable *defined = g_hash_table_lookup (self->variable_table,
                                                              premise_model_get_id (model, variable));

  if (!premise_model_is_valid (model, variable) || (defined != NULL && defined->broken))
    premise_loader_add_consequences (self, first_diagnostic);
}

/**
 * premise_loader_add_consequences:
 * @self: a loader
 * @first_diagnostic: a position in the loader's list
 *
 * Notes that the complaints from there on follow from others.
 */
void
premise_loader_add_consequences (PremiseLoader *self,
                                 guint          first_diagnostic)
{
  for (guint i = first_diagnostic; i < self->diagnostics->len; i++)
    g_hash_table_add (self->consequences, g_ptr_array_index (self->diagnostics, i));
}

/**
 * premise_loader_drop_consequences:
 * @self: a loader that has read everything
 *
 * Leaves in the list what is to be mended.
 */
void
premise_loader_drop_consequences (PremiseLoader *self)
{
  for (guint i = self->diagnostics->len; i-- > 0;)
    {
      if (g_hash_table_contains (self->consequences, g_ptr_array_index (self->diagnostics, i)))
        g_ptr_array_remove_index (self->diagnostics, i);
    }

  self->report->n_consequences += g_hash_table_size (self->consequences);
  g_hash_table_remove_all (self->consequences);
}
