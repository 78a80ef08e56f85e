/* premise-loader-model.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const kinds[] = { "datum", "assumption", "formula", NULL };

static const char *const common_keys[] = {
  "id", "kind", "label", "unit", "index", "ref", "page", "source", "format", "note", "date", "qualifier",
  NULL
};
static const char *const value_keys[] = { "value", "values", NULL };
static const char *const assumption_keys[] = {
  "value", "values", "min", "max", "step", "ranges", "distribution", "rationale", "origin", "range_origin",
  NULL
};
static const char *const formula_keys[] = { "formula", "printed", NULL };

/* In the order of PremiseVariableKind. */
static const char *const *const kind_keys[] = { value_keys, assumption_keys, formula_keys };

static void
check_variable_keys (PremiseJsonValue    json,
                     PremiseVariableKind kind)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; common_keys[i] != NULL; i++)
    g_ptr_array_add (keys, (gpointer) common_keys[i]);
  for (guint i = 0; kind_keys[kind][i] != NULL; i++)
    g_ptr_array_add (keys, (gpointer) kind_keys[kind][i]);
  g_ptr_array_add (keys, NULL);

  premise_json_check_keys (json, (const char *const *) keys->pdata);
}

/* An id that formulas can name. */
static const char *
read_name (PremiseJsonValue value)
{
  const char *id = premise_json_get_id (value);
  const char *hyphen;

  if (id == NULL)
    return NULL;

  hyphen = strchr (id, '-');
  if (hyphen == NULL && !g_ascii_isdigit (*id))
    return id;

  premise_json_complain_in (value, hyphen != NULL ? hyphen - id : 0, PREMISE_SEVERITY_ERROR,
                            PREMISE_DIAGNOSTIC_VALUE,
                            _("“%s” cannot be named in a formula: such a name has no “-” in it "
                              "and does not begin with a digit"),
                            id);

  return NULL;
}

static void
complain_duplicate (PremiseJsonValue  value,
                    PremiseJsonValue  earlier,
                    const char       *id)
{
  PremiseJsonPlace place =
    premise_json_positions_locate_value (premise_json_file_get_positions (earlier.file), earlier.at);

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                         /* Translators: a variable, and where it is defined first: file, line and
                          * column. */
                         _("“%s” is defined a second time; it is defined in %s:%u:%u already"), id,
                         premise_json_file_get_path (earlier.file), place.line, place.column);
}

static void
read_members (PremiseLoaderIndex *index,
              PremiseJsonValue    members)
{
  static const char *const keys[] = { "id", "label", NULL };

  if (!premise_json_expect (members, PREMISE_JSON_ARRAY))
    return;

  for (PremiseJsonValue entry = premise_json_first (members); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      PremiseJsonValue id_value;
      const char *id;

      if (!premise_json_expect (entry, PREMISE_JSON_OBJECT))
        continue;

      premise_json_check_keys (entry, keys);
      id_value = premise_json_require (entry, "id");
      id = premise_json_get_id (id_value);
      if (id == NULL)
        continue;

      if (g_hash_table_contains (index->member_table, id))
        {
          premise_json_complain (id_value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                                 /* Translators: an index, and one of its members. */
                                 _("the index “%s” has a member “%s” already"), index->id, id);
          continue;
        }

      g_hash_table_insert (index->member_table, (gpointer) id,
                           GUINT_TO_POINTER (index->members->len));
      g_ptr_array_add (index->members, (gpointer) id);
    }

  if (index->members->len == 0)
    premise_json_complain (members, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("an index needs at least one member"));
}

static void
read_index (PremiseLoader    *self,
            PremiseJsonValue  json)
{
  static const char *const keys[] = { "id", "label", "members", NULL };
  PremiseJsonValue id_value;
  PremiseLoaderIndex *index;
  PremiseLoaderIndex *earlier;
  const char *id;

  if (!premise_json_expect (json, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (json, keys);
  id_value = premise_json_require (json, "id");
  id = read_name (id_value);
  if (id == NULL)
    return;

  earlier = g_hash_table_lookup (self->index_table, id);
  if (earlier != NULL)
    {
      complain_duplicate (id_value, premise_json_get (earlier->json, "id"), id);
      return;
    }

  index = g_new0 (PremiseLoaderIndex, 1);
  index->id = g_strdup (id);
  index->json = json;
  index->members = g_ptr_array_new ();
  index->member_table = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->indexes, index);
  g_hash_table_insert (self->index_table, index->id, index);

  read_members (index, premise_json_require (json, "members"));
  if (index->members->len == 0)
    {
      /* Nothing can be kept per member of it; it is as good as not there. */
      g_hash_table_remove (self->index_table, index->id);
      return;
    }

  premise_model_builder_add_index (self->builder, index->id,
                                   (const char *const *) index->members->pdata,
                                   index->members->len);
}

static void
read_variable (PremiseLoader    *self,
               PremiseJsonValue  json,
               const char       *prefix,
               guint             submodel)
{
  PremiseLoaderVariable *variable;
  PremiseLoaderVariable *earlier;
  PremiseJsonValue id_value;
  g_autofree char *id = NULL;
  const char *name;
  guint kind = PREMISE_VARIABLE_DATUM;
  gboolean known_kind;

  if (!premise_json_expect (json, PREMISE_JSON_OBJECT))
    return;

  known_kind = premise_json_get_choice (premise_json_require (json, "kind"), kinds, &kind);
  if (known_kind)
    check_variable_keys (json, kind);

  id_value = premise_json_require (json, "id");
  name = read_name (id_value);
  if (name == NULL)
    return;

  id = g_strconcat (prefix, ".", name, NULL);
  earlier = g_hash_table_lookup (self->variable_table, id);
  if (earlier != NULL)
    {
      complain_duplicate (id_value, premise_json_get (earlier->json, "id"), id);
      return;
    }

  variable = g_new0 (PremiseLoaderVariable, 1);
  variable->id = g_steal_pointer (&id);
  variable->kind = kind;
  variable->json = json;
  variable->submodel = submodel;
  variable->broken = !known_kind;
  g_ptr_array_add (self->variables, variable);
  g_hash_table_insert (self->variable_table, variable->id, variable);
}

/* First all indexes of all files, since the values of one file may be per member of an
 * index that a later one defines.
 */
static void
read_file (PremiseLoader    *self,
           PremiseJsonValue  root,
           const char       *id)
{
  static const char *const keys[] = { "id", "ref", "title", "indexes", "variables", "correlations", NULL };
  PremiseSubmodel *submodel;
  PremiseJsonValue own = premise_json_require (root, "id");
  PremiseJsonValue indexes = premise_json_get (root, "indexes");
  PremiseJsonValue variables = premise_json_require (root, "variables");
  PremiseJsonValue correlations = premise_json_get (root, "correlations");
  const char *own_id = read_name (own);

  premise_json_check_keys (root, keys);

  if (own_id != NULL && !g_str_equal (own_id, id))
    premise_json_complain (own, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           /* Translators: of a model or a section: both are names. */
                           _("the id is “%s” and the file is named “%s.json”; they must agree"),
                           own_id, id);

  if (premise_json_is_present (correlations))
    g_array_append_val (self->correlations, correlations);

  submodel = g_new0 (PremiseSubmodel, 1);
  submodel->id = g_strdup (id);
  submodel->refs = premise_loader_read_refs (premise_json_get (root, "ref"));
  g_ptr_array_add (self->report->submodels, submodel);

  if (premise_json_is_present (indexes) && premise_json_expect (indexes, PREMISE_JSON_ARRAY))
    {
      for (PremiseJsonValue entry = premise_json_first (indexes); premise_json_is_present (entry);
           entry = premise_json_next (entry))
        read_index (self, entry);
    }

  if (premise_json_expect (variables, PREMISE_JSON_ARRAY))
    {
      for (PremiseJsonValue entry = premise_json_first (variables); premise_json_is_present (entry);
           entry = premise_json_next (entry))
        read_variable (self, entry, id, self->report->submodels->len - 1);
    }
  else
    premise_loader_add_unread (self, premise_json_file_get_path (root.file));
}

static gboolean
has_submodel (PremiseLoader *self,
              const char    *id)
{
  for (guint i = 0; i < self->report->submodels->len; i++)
    {
      const PremiseSubmodel *submodel = g_ptr_array_index (self->report->submodels, i);

      if (g_str_equal (submodel->id, id))
        return TRUE;
    }

  return FALSE;
}

static void
load_file (PremiseLoader    *self,
           PremiseJsonValue  asked_by)
{
  const char *id = read_name (asked_by);
  g_autofree char *path = NULL;
  PremiseJsonFile *file;

  if (id == NULL)
    return;

  if (has_submodel (self, id))
    {
      premise_json_complain (asked_by, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                             _("the model “%s” is named twice"), id);
      return;
    }

  path = g_strdup_printf ("model/%s.json", id);
  file = premise_loader_load_file (self, path, asked_by);
  if (file == NULL)
    return;

  if (premise_json_expect (premise_json_file_get_root (file), PREMISE_JSON_OBJECT))
    read_file (self, premise_json_file_get_root (file), id);
  else
    premise_loader_add_unread (self, path);
}

/* Whether a formula cannot know a name because the model that has it could not be read. */
static gboolean
names_unread_model (PremiseLoader           *self,
                    const PremiseDiagnostic *diagnostic,
                    PremiseJsonValue         field)
{
  g_autofree char *path = NULL;
  const char *text;

  if (diagnostic->code != PREMISE_DIAGNOSTIC_UNKNOWN_NAME || g_strcmp0 (diagnostic->field, "formula") != 0)
    return FALSE;

  text = premise_json_get_string (field);
  if (text != NULL && diagnostic->offset < strlen (text))
    path = premise_loader_dup_unread_model (self, text + diagnostic->offset);

  return path != NULL;
}

/* The engine knows the variable or index, the field and the byte; the loader where that is. */
static void
place_diagnostic (PremiseLoader     *self,
                  PremiseDiagnostic *diagnostic)
{
  PremiseLoaderVariable *variable = NULL;
  PremiseLoaderIndex *index = NULL;
  PremiseJsonValue json = PREMISE_JSON_ABSENT;
  PremiseJsonValue field = PREMISE_JSON_ABSENT;

  if (diagnostic->variable != NULL)
    {
      variable = g_hash_table_lookup (self->variable_table, diagnostic->variable);
      index = g_hash_table_lookup (self->index_table, diagnostic->variable);
    }

  if (variable != NULL)
    json = variable->json;
  else if (index != NULL)
    json = index->json;

  if (diagnostic->field != NULL)
    {
      field = premise_json_get (json, diagnostic->field);
      if (!premise_json_is_present (field) && g_str_equal (diagnostic->field, "values"))
        field = premise_json_get (json, "value");
      if (!premise_json_is_present (field) && g_str_equal (diagnostic->field, "range"))
        field = premise_json_get (json, "ranges");
    }

  /* What could not be read has been complained about; that it is missing need not be said. */
  if (names_unread_model (self, diagnostic, field) ||
      (variable != NULL && variable->broken &&
       (!premise_json_is_present (field) || diagnostic->code == PREMISE_DIAGNOSTIC_RANGE)))
    {
      premise_diagnostic_free (diagnostic);
      return;
    }

  if (!premise_json_is_present (field))
    field = premise_json_is_present (premise_json_get (json, "id")) ? premise_json_get (json, "id")
                                                                    : json;

  if (!premise_json_is_present (field))
    {
      g_ptr_array_add (self->diagnostics, diagnostic);
      return;
    }

  premise_json_locate_in (field, diagnostic->offset, diagnostic);
  premise_json_file_take (field.file, diagnostic);
}

static void
build_model (PremiseLoader *self)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  PremiseModel *model;

  for (guint i = 0; i < self->variables->len; i++)
    premise_loader_add_variable (self, g_ptr_array_index (self->variables, i));

  model = premise_model_builder_build (self->builder, found);
  self->report->model = model;

  for (guint i = 0; i < found->len; i++)
    place_diagnostic (self, g_ptr_array_index (found, i));

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    g_ptr_array_add (self->names, (gpointer) premise_model_get_id (model, i));
}

/**
 * premise_loader_load_models:
 * @self: a loader
 * @models: the list of models in report.json, or an absent value
 *
 * Reads all model files and makes the report's model of them. There is always a model
 * afterwards, an empty one at worst.
 */
void
premise_loader_load_models (PremiseLoader    *self,
                            PremiseJsonValue  models)
{
  if (premise_json_expect (models, PREMISE_JSON_ARRAY))
    {
      for (PremiseJsonValue entry = premise_json_first (models); premise_json_is_present (entry);
           entry = premise_json_next (entry))
        load_file (self, entry);
    }

  build_model (self);
  premise_loader_read_correlations (self);
}
