/* premise-loader-cells.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const PremiseLoaderDims *dims;
  PremiseLoaderCellFlags   flags;
  PremiseLoaderIsLeaf      is_leaf;
  PremiseLoaderReadLeaf    read_leaf;
  gpointer                 user_data;
} Walk;

static void walk_value (const Walk       *walk,
                        PremiseJsonValue  value,
                        guint             dim,
                        guint             first_cell,
                        guint             n_cells);

static void
complain_missing (PremiseJsonValue          value,
                  const PremiseLoaderIndex *index,
                  const gboolean           *seen)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < index->members->len; i++)
    {
      if (seen[i])
        continue;
      if (n < 3)
        {
          /* Translators: between two names of a list. */
          g_string_append (names, n > 0 ? C_("list", ", ") : "");
          g_string_append_printf (names, "“%s”",
                                  (const char *) g_ptr_array_index (index->members, i));
        }
      n++;
    }

  if (n > 3)
    g_string_append (names, " …");

  if (n > 0)
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_KEY_MISSING,
                           /* Translators: names of members, and their index. */
                           _("no entry for %s of the index “%s”; write null where there is no value"),
                           names->str, index->id);
}

static void
walk_object (const Walk       *walk,
             PremiseJsonValue  value,
             guint             dim,
             guint             first_cell,
             guint             n_cells)
{
  const PremiseLoaderIndex *index = g_ptr_array_index (walk->dims->indexes, dim);
  g_autofree gboolean *seen = g_new0 (gboolean, index->members->len + 1);
  guint n_below = n_cells / MAX (index->members->len, 1);

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      const char *key = premise_json_get_key (entry);
      g_autofree char *message = NULL;
      gpointer position;

      if (g_hash_table_lookup_extended (index->member_table, key, NULL, &position))
        {
          guint member = GPOINTER_TO_UINT (position);

          seen[member] = TRUE;
          walk_value (walk, entry, dim + 1, first_cell + member * n_below, n_below);
          continue;
        }

      message = g_strdup_printf (_("the index “%s” has no member “%s”"), index->id, key);
      premise_json_complain_name (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX, message,
                                  key, (const char *const *) index->members->pdata,
                                  index->members->len);
    }

  if (walk->flags & PREMISE_LOADER_ALL_MEMBERS)
    complain_missing (value, index, seen);
}

static void
walk_array (const Walk       *walk,
            PremiseJsonValue  value,
            guint             dim,
            guint             first_cell,
            guint             n_cells)
{
  const PremiseLoaderIndex *index = g_ptr_array_index (walk->dims->indexes, dim);
  guint n_below = n_cells / MAX (index->members->len, 1);
  guint member = 0;

  if (premise_json_get_n (value) != index->members->len)
    {
      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                             /* Translators: how many values there are; an index, and how many
                              * members it has. */
                             _("values in the array: %u, members of the index “%s”: %u; "
                               "give one value for each member"),
                             premise_json_get_n (value), index->id, index->members->len);
      return;
    }

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    walk_value (walk, entry, dim + 1, first_cell + member++ * n_below, n_below);
}

static void
walk_value (const Walk       *walk,
            PremiseJsonValue  value,
            guint             dim,
            guint             first_cell,
            guint             n_cells)
{
  if (dim == walk->dims->indexes->len || (walk->is_leaf != NULL && walk->is_leaf (value)))
    walk->read_leaf (value, first_cell, n_cells, walk->user_data);
  else if (premise_json_is (value, PREMISE_JSON_ARRAY) && (walk->flags & PREMISE_LOADER_ARRAYS))
    walk_array (walk, value, dim, first_cell, n_cells);
  else if (premise_json_expect (value, PREMISE_JSON_OBJECT))
    walk_object (walk, value, dim, first_cell, n_cells);
}

/**
 * premise_loader_read_cells:
 * @value: what is given per cell; for two indexes nested
 * @dims: the indexes, the outermost first
 * @flags: what is allowed
 * @is_leaf: (nullable): whether a value stands for all cells below it
 * @read_leaf: called for every cell, or for all cells below a leaf
 * @user_data: for @read_leaf
 *
 * Walks through what is given per member.
 */
void
premise_loader_read_cells (PremiseJsonValue         value,
                           const PremiseLoaderDims *dims,
                           PremiseLoaderCellFlags   flags,
                           PremiseLoaderIsLeaf      is_leaf,
                           PremiseLoaderReadLeaf    read_leaf,
                           gpointer                 user_data)
{
  Walk walk = { dims, flags, is_leaf, read_leaf, user_data };

  if (premise_json_is_present (value))
    walk_value (&walk, value, 0, 0, dims->n_cells);
}

static PremiseLoaderIndex *
find_index (PremiseLoader    *self,
            PremiseJsonValue  value)
{
  const char *id = premise_json_get_id (value);
  g_autofree char *message = NULL;
  g_autoptr(GPtrArray) names = NULL;
  PremiseLoaderIndex *index;

  if (id == NULL)
    return NULL;

  index = g_hash_table_lookup (self->index_table, id);
  if (index != NULL)
    return index;

  if (premise_loader_blame_model (self, value, 0, NULL))
    return NULL;

  names = g_ptr_array_new ();
  for (guint i = 0; i < self->indexes->len; i++)
    g_ptr_array_add (names, ((PremiseLoaderIndex *) g_ptr_array_index (self->indexes, i))->id);

  message = g_strdup_printf (_("no model has an index “%s”"), id);
  premise_json_complain_name (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX, message, id,
                              (const char *const *) names->pdata, names->len);

  return NULL;
}

/**
 * premise_loader_find_dims:
 * @self: a loader
 * @value: the list of index ids, or an absent value for a scalar
 * @dims: (out): the indexes; to be cleared in any case
 *
 * Returns: whether all indexes are known and the cells not too many
 */
gboolean
premise_loader_find_dims (PremiseLoader     *self,
                          PremiseJsonValue   value,
                          PremiseLoaderDims *dims)
{
  dims->indexes = g_ptr_array_new ();
  dims->n_cells = 1;

  if (!premise_json_is_present (value))
    return TRUE;

  if (!premise_json_expect (value, PREMISE_JSON_ARRAY))
    return FALSE;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      PremiseLoaderIndex *index = find_index (self, entry);

      if (index == NULL)
        return FALSE;

      if (g_ptr_array_find (dims->indexes, index, NULL))
        {
          premise_json_complain (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                                 _("the index “%s” is named twice"), index->id);
          return FALSE;
        }

      if (index->members->len > 0 && dims->n_cells > PREMISE_LOADER_MAX_CELLS / index->members->len)
        {
          premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_LIMIT,
                                 _("the indexes make more than %d cells"), PREMISE_LOADER_MAX_CELLS);
          return FALSE;
        }

      g_ptr_array_add (dims->indexes, index);
      dims->n_cells *= index->members->len;
    }

  if (dims->n_cells > PREMISE_LOADER_MAX_TOTAL - self->n_cells)
    {
      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_LIMIT,
                             _("the variables together have more than %d cells"),
                             PREMISE_LOADER_MAX_TOTAL);
      return FALSE;
    }

  self->n_cells += dims->n_cells;

  return TRUE;
}

/**
 * premise_loader_dims_clear:
 * @dims: the indexes of a variable
 *
 * Frees what premise_loader_find_dims() has made.
 */
void
premise_loader_dims_clear (PremiseLoaderDims *dims)
{
  g_clear_pointer (&dims->indexes, g_ptr_array_unref);
}
