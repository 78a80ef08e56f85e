/* premise-loader-info.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More decimals than a double has. */
#define MAX_DECIMALS 15

/* The indexes of a variable as the model has inferred them. */
static void
get_model_dims (PremiseLoader     *self,
                guint              variable,
                PremiseLoaderDims *dims)
{
  PremiseModel *model = self->report->model;

  dims->indexes = g_ptr_array_new ();
  dims->n_cells = premise_model_get_n_cells (model, variable);

  for (guint i = 0; i < premise_model_get_n_dims (model, variable); i++)
    {
      guint index = premise_model_get_dim (model, variable, i);

      g_ptr_array_add (dims->indexes,
                       g_hash_table_lookup (self->index_table,
                                            premise_model_get_index_id (model, index)));
    }
}

static gboolean
is_refs (PremiseJsonValue value)
{
  return premise_json_is (value, PREMISE_JSON_STRING) || premise_json_is (value, PREMISE_JSON_ARRAY);
}

static void
read_refs_leaf (PremiseJsonValue value,
                guint            first_cell,
                guint            n_cells,
                gpointer         user_data)
{
  GStrv *cell_refs = user_data;
  g_auto(GStrv) refs = premise_loader_read_refs (value);

  for (guint i = first_cell; i < first_cell + n_cells; i++)
    {
      g_clear_pointer (&cell_refs[i], g_strfreev);
      cell_refs[i] = g_strdupv (refs);
    }
}

static void
read_refs (PremiseJsonValue         value,
           const PremiseLoaderDims *dims,
           PremiseVariableInfo     *info)
{
  g_autoptr(GStrvBuilder) all = NULL;
  g_autoptr(GHashTable) seen = NULL;

  if (!premise_json_is (value, PREMISE_JSON_OBJECT) || dims->indexes->len == 0)
    {
      info->refs = premise_loader_read_refs (value);
      return;
    }

  info->cell_refs = g_new0 (GStrv, dims->n_cells + 1);
  premise_loader_read_cells (value, dims, 0, is_refs, read_refs_leaf, info->cell_refs);

  all = g_strv_builder_new ();
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint cell = 0; cell < dims->n_cells; cell++)
    {
      for (char **ref = info->cell_refs[cell]; ref != NULL && *ref != NULL; ref++)
        {
          if (g_hash_table_add (seen, *ref))
            g_strv_builder_add (all, *ref);
        }
    }
  info->refs = g_strv_builder_end (all);
}

static gboolean
is_page (PremiseJsonValue value)
{
  return premise_json_is (value, PREMISE_JSON_NUMBER);
}

static void
read_page_leaf (PremiseJsonValue value,
                guint            first_cell,
                guint            n_cells,
                gpointer         user_data)
{
  PremiseVariableInfo *info = user_data;
  guint page = premise_loader_read_page (value);

  for (guint i = first_cell; i < first_cell + n_cells; i++)
    info->cell_pages[i] = page;

  if (info->page == 0)
    info->page = page;
}

static void
read_page (PremiseJsonValue         value,
           const PremiseLoaderDims *dims,
           PremiseVariableInfo     *info)
{
  if (!premise_json_is (value, PREMISE_JSON_OBJECT) || dims->indexes->len == 0)
    {
      info->page = premise_loader_read_page (value);
      return;
    }

  info->cell_pages = g_new0 (guint, dims->n_cells);
  premise_loader_read_cells (value, dims, 0, is_page, read_page_leaf, info);
}

typedef struct
{
  PremiseLoader       *loader;
  PremiseVariableInfo *info;
} Sources;

static gboolean
is_source (PremiseJsonValue value)
{
  return premise_json_is (value, PREMISE_JSON_STRING);
}

static void
read_source_leaf (PremiseJsonValue value,
                  guint            first_cell,
                  guint            n_cells,
                  gpointer         user_data)
{
  Sources *sources = user_data;
  g_autofree char *source = premise_loader_read_source (sources->loader, value);

  for (guint i = first_cell; i < first_cell + n_cells; i++)
    g_set_str (&sources->info->cell_sources[i], source);

  if (sources->info->source == NULL)
    sources->info->source = g_steal_pointer (&source);
}

static void
read_source (PremiseLoader           *self,
             PremiseJsonValue         value,
             const PremiseLoaderDims *dims,
             PremiseVariableInfo     *info)
{
  Sources sources = { self, info };

  if (!premise_json_is (value, PREMISE_JSON_OBJECT) || dims->indexes->len == 0)
    {
      info->source = premise_loader_read_source (self, value);
      return;
    }

  info->cell_sources = g_new0 (char *, dims->n_cells);
  premise_loader_read_cells (value, dims, 0, is_source, read_source_leaf, &sources);
}

typedef struct
{
  PremiseVariableInfo *info;
  const PremiseUnit   *unit;
} Printed;

static gboolean
is_printed (PremiseJsonValue value)
{
  return premise_json_is (premise_json_get (value, "value"), PREMISE_JSON_NUMBER);
}

static void
read_printed_leaf (PremiseJsonValue value,
                   guint            first_cell,
                   guint            n_cells,
                   gpointer         user_data)
{
  static const char *const keys[] = { "value", "decimals", NULL };
  Printed *printed = user_data;
  guint decimals = 0;
  double number;

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);

  /* One printed number for many cells would be a number for none of them. */
  if (n_cells > 1)
    {
      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                             _("the variable has more than one value; "
                               "give a printed one per member"));
      return;
    }

  if (!premise_json_get_number (premise_json_require (value, "value"), &number) ||
      !premise_json_get_uint (premise_json_require (value, "decimals"), MAX_DECIMALS, &decimals))
    return;

  printed->info->printed[first_cell] = premise_unit_to_base (printed->unit, number);
  printed->info->tolerance[first_cell] =
    premise_unit_to_base (printed->unit, 0.5 * pow (10, -(double) decimals));
}

static void
read_printed (PremiseJsonValue         value,
              const PremiseLoaderDims *dims,
              PremiseUnit             *unit,
              PremiseVariableInfo     *info)
{
  Printed printed = { info, unit };

  if (!premise_json_is_present (value) || unit == NULL)
    return;

  info->printed = g_new (double, dims->n_cells);
  info->tolerance = g_new (double, dims->n_cells);
  for (guint i = 0; i < dims->n_cells; i++)
    info->printed[i] = info->tolerance[i] = NAN;

  premise_loader_read_cells (value, dims, 0, is_printed, read_printed_leaf, &printed);
}

static char *
dup_choice (PremiseJsonValue   value,
            const char *const *choices)
{
  guint choice;

  if (!premise_json_get_choice (value, choices, &choice))
    return NULL;

  return g_strdup (choices[choice]);
}

/* Formats come before all texts: a text shows another variable's number in its format. */
static void
read_numbers (PremiseLoader               *self,
              const PremiseLoaderVariable *variable,
              guint                        position,
              PremiseVariableInfo         *info)
{
  static const char *const origins[] = { "document", "implied", "ours", "external", NULL };
  static const char *const range_origins[] = { "ours", "document", NULL };
  PremiseJsonPlace place =
    premise_json_positions_locate_value (premise_json_file_get_positions (variable->json.file),
                                         variable->json.at);
  PremiseLoaderDims dims;
  double date;
  guint range_origin = 0, qualifier = PREMISE_QUALIFIER_EXACT;

  info->file = g_strdup (premise_json_file_get_path (variable->json.file));
  info->line = place.line;
  info->submodel = variable->submodel;

  get_model_dims (self, position, &dims);
  read_refs (premise_json_get (variable->json, "ref"), &dims, info);

  if (variable->kind == PREMISE_VARIABLE_FORMULA)
    {
      /* Of a formula that does not compile the indexes are not known. */
      if (premise_model_is_valid (self->report->model, position))
        read_printed (premise_json_get (variable->json, "printed"), &dims,
                      premise_model_get_unit (self->report->model, position), info);
    }
  else if (variable->kind == PREMISE_VARIABLE_ASSUMPTION)
    {
      info->origin = dup_choice (premise_json_get (variable->json, "origin"), origins);
      premise_json_get_choice (premise_json_get (variable->json, "range_origin"), range_origins,
                               &range_origin);
      info->range_ours = range_origin == 0;
    }

  premise_json_get_choice (premise_json_get (variable->json, "qualifier"), premise_qualifier_ids, &qualifier);
  info->qualifier = (PremiseQualifier) qualifier;
  info->date = g_strdup (premise_loader_read_date (premise_json_get (variable->json, "date"), &date));
  read_page (premise_json_get (variable->json, "page"), &dims, info);
  read_source (self, premise_json_get (variable->json, "source"), &dims, info);
  premise_loader_read_format (premise_json_get (variable->json, "format"), &info->format);

  premise_loader_dims_clear (&dims);
}

static void
read_texts (PremiseLoader               *self,
            const PremiseLoaderVariable *variable,
            PremiseVariableInfo         *info)
{
  info->label = premise_loader_require_text (self, variable->json, "label", variable->id);
  info->note = premise_loader_read_text (self, premise_json_get (variable->json, "note"));

  if (variable->kind == PREMISE_VARIABLE_ASSUMPTION)
    info->rationale = premise_loader_read_text (self, premise_json_get (variable->json, "rationale"));
}

static void
read_index (PremiseLoader            *self,
            const PremiseLoaderIndex *index)
{
  guint position = premise_model_find_index (self->report->model, index->id);
  PremiseJsonValue members = premise_json_get (index->json, "members");
  PremiseIndexInfo *info;
  guint member = 0;

  if (position == PREMISE_MODEL_NOT_FOUND)
    return;

  info = &g_array_index (self->report->indexes, PremiseIndexInfo, position);
  info->label = premise_loader_require_text (self, index->json, "label", index->id);

  for (PremiseJsonValue entry = premise_json_first (members); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      const char *id;

      if (member >= index->members->len)
        break;

      /* Of two members with one id the second was left out. */
      id = g_ptr_array_index (index->members, member);
      if (!premise_json_is (premise_json_get (entry, "id"), PREMISE_JSON_STRING) ||
          !g_str_equal (premise_json_get_string (premise_json_get (entry, "id")), id))
        continue;

      g_ptr_array_add (info->members, premise_loader_require_text (self, entry, "label", id));
      member++;
    }
}

static void
read_titles (PremiseLoader *self)
{
  for (guint i = 0; i < self->report->submodels->len; i++)
    {
      PremiseSubmodel *submodel = g_ptr_array_index (self->report->submodels, i);
      g_autofree char *path = g_strdup_printf ("model/%s.json", submodel->id);

      for (guint j = 0; j < self->files->len; j++)
        {
          PremiseJsonFile *file = g_ptr_array_index (self->files, j);

          if (g_str_equal (premise_json_file_get_path (file), path))
            submodel->title = premise_loader_require_text (self, premise_json_file_get_root (file),
                                                           "title", submodel->id);
        }
    }
}

/**
 * premise_loader_load_infos:
 * @self: a loader with a model
 *
 * Reads what the model files say beyond what the model needs.
 */
void
premise_loader_load_infos (PremiseLoader *self)
{
  PremiseModel *model = self->report->model;
  GArray *infos = self->report->infos;

  g_array_set_size (infos, premise_model_get_n_variables (model));
  g_array_set_size (self->report->indexes, premise_model_get_n_indexes (model));

  for (guint i = 0; i < infos->len; i++)
    premise_format_init (&g_array_index (infos, PremiseVariableInfo, i).format);
  for (guint i = 0; i < self->report->indexes->len; i++)
    g_array_index (self->report->indexes, PremiseIndexInfo, i).members =
      g_ptr_array_new_with_free_func ((GDestroyNotify) premise_text_unref);

  for (guint i = 0; i < self->variables->len; i++)
    {
      const PremiseLoaderVariable *variable = g_ptr_array_index (self->variables, i);
      guint position = premise_model_find (model, variable->id);

      if (position != PREMISE_MODEL_NOT_FOUND)
        read_numbers (self, variable, position,
                      &g_array_index (infos, PremiseVariableInfo, position));
    }

  read_titles (self);
  for (guint i = 0; i < self->indexes->len; i++)
    read_index (self, g_ptr_array_index (self->indexes, i));

  for (guint i = 0; i < self->variables->len; i++)
    {
      const PremiseLoaderVariable *variable = g_ptr_array_index (self->variables, i);
      guint position = premise_model_find (model, variable->id);

      if (position != PREMISE_MODEL_NOT_FOUND)
        read_texts (self, variable, &g_array_index (infos, PremiseVariableInfo, position));
    }
}
