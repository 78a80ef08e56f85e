/* premise-loader.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include "premise-date.h"
#include "premise-migration.h"

#include <glib/gi18n-lib.h>

#define MAX_PAGE 100000

static void
index_free (gpointer data)
{
  PremiseLoaderIndex *index = data;

  g_ptr_array_unref (index->members);
  g_hash_table_unref (index->member_table);
  g_free (index->id);
  g_free (index);
}

static void
variable_free (gpointer data)
{
  PremiseLoaderVariable *variable = data;

  g_free (variable->id);
  g_free (variable);
}

static void
loader_init (PremiseLoader *self,
             const char    *folder)
{
  self->report = g_object_new (PREMISE_TYPE_REPORT, NULL);
  self->report->folder = g_strdup (folder);
  self->version = PREMISE_FORMAT_VERSION;   /* until report.json says otherwise */
  self->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_json_file_free);
  self->file_order = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->consequences = g_hash_table_new (NULL, NULL);
  self->builder = premise_model_builder_new ();
  self->indexes = g_ptr_array_new_with_free_func (index_free);
  self->index_table = g_hash_table_new (g_str_hash, g_str_equal);
  self->correlations = g_array_new (FALSE, FALSE, sizeof (PremiseJsonValue));
  self->variables = g_ptr_array_new_with_free_func (variable_free);
  self->variable_table = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new ();
  self->section_ids = g_ptr_array_new ();
  self->section_table = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
loader_clear (PremiseLoader *self)
{
  g_clear_object (&self->report);
  g_clear_pointer (&self->section_table, g_hash_table_unref);
  g_clear_pointer (&self->section_ids, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->variable_table, g_hash_table_unref);
  g_clear_pointer (&self->variables, g_ptr_array_unref);
  g_clear_pointer (&self->index_table, g_hash_table_unref);
  g_clear_pointer (&self->correlations, g_array_unref);
  g_clear_pointer (&self->indexes, g_ptr_array_unref);
  g_clear_pointer (&self->builder, premise_model_builder_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->file_order, g_hash_table_unref);
  g_clear_pointer (&self->unread, g_hash_table_unref);
  g_clear_pointer (&self->consequences, g_hash_table_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
}

/**
 * premise_loader_load_file:
 * @self: a loader
 * @path: a path inside the report folder
 * @asked_by: the value that names the file, or an absent one
 *
 * Returns: (transfer none) (nullable): the file, or %NULL after a complaint
 */
PremiseJsonFile *
premise_loader_load_file (PremiseLoader    *self,
                          const char       *path,
                          PremiseJsonValue  asked_by)
{
  PremiseJsonFile *file;

  g_hash_table_insert (self->file_order, g_strdup (path),
                       GUINT_TO_POINTER (g_hash_table_size (self->file_order)));
  file = premise_json_file_load (self->package, path, asked_by, self->diagnostics);
  if (file == NULL)
    {
      premise_loader_add_unread (self, path);
      return NULL;
    }

  g_ptr_array_add (self->files, file);
  premise_migration_apply (file, self->version);

  return file;
}

/**
 * premise_loader_read_refs:
 * @value: an id in a source document or a list of them, or an absent value
 *
 * Returns: (transfer full) (nullable): the ids
 */
GStrv
premise_loader_read_refs (PremiseJsonValue value)
{
  g_autoptr(GStrvBuilder) refs = NULL;
  const char *ref;

  if (!premise_json_is_present (value))
    return NULL;

  refs = g_strv_builder_new ();

  if (!premise_json_is (value, PREMISE_JSON_ARRAY))
    {
      ref = premise_json_get_string (value);
      if (ref == NULL)
        return NULL;

      g_strv_builder_add (refs, ref);
      return g_strv_builder_end (refs);
    }

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      ref = premise_json_get_string (entry);
      if (ref != NULL)
        g_strv_builder_add (refs, ref);
    }

  return g_strv_builder_end (refs);
}

/**
 * premise_loader_read_source:
 * @self: a loader that knows the sources
 * @value: the id of a source, or an absent value
 *
 * Returns: (transfer full) (nullable): the id, or %NULL after a complaint, which is that of
 *   sources.json itself where that could not be read
 */
char *
premise_loader_read_source (PremiseLoader    *self,
                            PremiseJsonValue  value)
{
  const char *id = premise_json_get_string (value);
  g_autofree char *message = NULL;
  g_autoptr(GPtrArray) names = NULL;

  if (id == NULL)
    return NULL;

  if (g_hash_table_contains (self->report->source_table, id))
    return g_strdup (id);

  if (premise_loader_is_unread (self, PREMISE_LOADER_SOURCES))
    {
      self->report->n_consequences++;
      return NULL;
    }

  names = g_ptr_array_new ();
  for (guint i = 0; i < self->report->sources->len; i++)
    g_ptr_array_add (names, ((PremiseSource *) g_ptr_array_index (self->report->sources, i))->id);

  message = g_strdup_printf (_("sources.json has no source “%s”"), id);
  premise_json_complain_name (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE, message,
                              id, (const char *const *) names->pdata, names->len);

  return NULL;
}

/**
 * premise_loader_read_date:
 * @value: "2022", "2022-11" or "2022-11-30"
 * @number: (out): the date as premise_date_parse() gives it
 *
 * Reads a date, and complains about one that does not exist.
 *
 * Returns: (transfer none) (nullable): how it is written
 */
const char *
premise_loader_read_date (PremiseJsonValue  value,
                          double           *number)
{
  const char *text = premise_json_get_string (value);

  if (text == NULL || premise_date_parse (text, number))
    return text;

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                         _("“%s” is not a date; write it as 2022, 2022-11 or 2022-11-30"), text);

  return NULL;
}

/**
 * premise_loader_read_page:
 * @value: a page number, or an absent value
 *
 * Returns: the page, 0 for none
 */
guint
premise_loader_read_page (PremiseJsonValue value)
{
  guint page = 0;

  premise_json_get_uint (value, MAX_PAGE, &page);

  return page;
}

static void
read_source (PremiseLoader    *self,
             PremiseJsonValue  value)
{
  static const char *const keys[] = { "id", "name", "short", "kind", "date", NULL };
  PremiseJsonValue id_value = premise_json_require (value, "id");
  const char *id = premise_json_get_id (id_value);
  PremiseSource *source;

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);
  if (id == NULL)
    return;

  if (g_hash_table_contains (self->report->source_table, id))
    {
      premise_json_complain (id_value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                             _("there is a source “%s” already"), id);
      return;
    }

  source = g_new0 (PremiseSource, 1);
  source->id = g_strdup (id);
  source->name = premise_loader_require_text (self, value, "name", id);
  source->short_name = premise_loader_read_text (self, premise_json_get (value, "short"));
  source->kind = g_strdup (premise_json_get_string (premise_json_get (value, "kind")));
  source->date = g_strdup (premise_json_get_string (premise_json_get (value, "date")));
  g_ptr_array_add (self->report->sources, source);
  g_hash_table_insert (self->report->source_table, source->id, source);
}

static void
load_sources (PremiseLoader *self)
{
  static const char *const keys[] = { "sources", NULL };
  PremiseJsonFile *file = premise_loader_load_file (self, PREMISE_LOADER_SOURCES, PREMISE_JSON_ABSENT);
  PremiseJsonValue root = file != NULL ? premise_json_file_get_root (file) : PREMISE_JSON_ABSENT;
  PremiseJsonValue sources = PREMISE_JSON_ABSENT;

  if (premise_json_expect (root, PREMISE_JSON_OBJECT))
    {
      premise_json_check_keys (root, keys);
      sources = premise_json_require (root, "sources");
    }

  if (!premise_json_expect (sources, PREMISE_JSON_ARRAY))
    {
      premise_loader_add_unread (self, PREMISE_LOADER_SOURCES);
      return;
    }

  for (PremiseJsonValue entry = premise_json_first (sources); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    read_source (self, entry);
}

/* The ids of all sections are in report.json, so links can be checked as they are read.
 * Complains of what is wrong with them, once.
 */
static void
collect_sections (PremiseLoader    *self,
                  PremiseJsonValue  chapters)
{
  if (!premise_json_expect (chapters, PREMISE_JSON_ARRAY))
    return;

  for (PremiseJsonValue chapter = premise_json_first (chapters); premise_json_is_present (chapter);
       chapter = premise_json_next (chapter))
    {
      PremiseJsonValue sections = premise_json_require (chapter, "sections");

      if (!premise_json_expect (chapter, PREMISE_JSON_OBJECT) ||
          !premise_json_expect (sections, PREMISE_JSON_ARRAY))
        continue;

      for (PremiseJsonValue entry = premise_json_first (sections); premise_json_is_present (entry);
           entry = premise_json_next (entry))
        {
          const char *id = premise_json_get_id (entry);

          if (id == NULL)
            continue;

          if (g_hash_table_contains (self->section_table, id))
            {
              premise_json_complain (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                                     _("the report has a section “%s” already"), id);
              continue;
            }

          /* The entry, to tell the first of two from the second later. */
          g_hash_table_insert (self->section_table, (gpointer) id, GUINT_TO_POINTER (entry.at));
          g_ptr_array_add (self->section_ids, (gpointer) id);
        }
    }
}

static void
load_chapter (PremiseLoader    *self,
              PremiseJsonValue  value)
{
  static const char *const keys[] = { "id", "number", "title", "sections", NULL };
  PremiseJsonValue sections = premise_json_get (value, "sections");
  const char *id = premise_json_get_id (premise_json_require (value, "id"));
  PremiseChapter *chapter;

  if (!premise_json_is (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);
  if (id == NULL)
    return;

  chapter = g_new0 (PremiseChapter, 1);
  chapter->id = g_strdup (id);
  chapter->number = g_strdup (premise_json_get_string (premise_json_get (value, "number")));
  chapter->title = premise_loader_require_text (self, value, "title", id);
  chapter->first_section = self->report->sections->len;
  g_ptr_array_add (self->report->chapters, chapter);

  if (!premise_json_is (sections, PREMISE_JSON_ARRAY))
    return;

  for (PremiseJsonValue entry = premise_json_first (sections); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      const char *section_id;
      PremiseSection *section;
      gpointer known;

      if (!premise_json_is (entry, PREMISE_JSON_STRING))
        continue;

      section_id = premise_json_get_string (entry);
      if (!g_hash_table_lookup_extended (self->section_table, section_id, NULL, &known) ||
          GPOINTER_TO_UINT (known) != entry.at)
        continue;

      section = premise_loader_load_section (self, entry, id, section_id);
      section->chapter = self->report->chapters->len - 1;
      g_ptr_array_add (self->report->sections, section);
      chapter->n_sections++;
    }
}

/* Beside its languages an object may have a comment. */
static gboolean
is_language (PremiseJsonValue  entry,
             const char       *language,
             GHashTable       *seen)
{
  if (g_str_equal (language, "comment"))
    premise_json_complain (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("“%s” cannot be a language: under that key every object may have a remark"),
                           language);
  else if (!g_hash_table_add (seen, (gpointer) language))
    premise_json_complain (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                           _("the language “%s” is named twice"), language);
  else
    return TRUE;

  return FALSE;
}

/* Returns whether there is a language: without one no text can be shown. */
static gboolean
read_languages (PremiseLoader    *self,
                PremiseJsonValue  value)
{
  g_autoptr(GStrvBuilder) languages = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (premise_json_expect (value, PREMISE_JSON_ARRAY))
    {
      for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
           entry = premise_json_next (entry))
        {
          const char *language = premise_json_get_id (entry);

          if (language != NULL && is_language (entry, language, seen))
            g_strv_builder_add (languages, language);
        }

      if (premise_json_get_n (value) == 0)
        premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("a report needs at least one language"));
    }

  self->report->languages = g_strv_builder_end (languages);

  return self->report->languages[0] != NULL;
}

/* Returns whether the report is in a format that can be read. */
static gboolean
read_version (PremiseLoader    *self,
              PremiseJsonValue  value)
{
  if (!premise_migration_read_version (value, &self->version))
    return FALSE;

  if (self->version < PREMISE_FORMAT_VERSION)
    premise_json_complain (value, PREMISE_SEVERITY_WARNING, PREMISE_DIAGNOSTIC_MIGRATED,
                           /* Translators: two versions of the format of reports, and the second
                            * again. */
                           _("the report is in format %u and was read as format %d; write %d here, "
                             "and the new names that other warnings give"),
                           self->version, PREMISE_FORMAT_VERSION, PREMISE_FORMAT_VERSION);
  premise_migration_apply (value.file, self->version);

  return TRUE;
}

/* Returns whether the report can be used at all. */
static gboolean
read_report (PremiseLoader    *self,
             PremiseJsonValue  root)
{
  static const char *const keys[] = { "format", "id", "title", "languages", "disclaimer", "models",
                                      "chapters", NULL };
  PremiseJsonValue chapters;
  const char *id;

  if (!premise_json_expect (root, PREMISE_JSON_OBJECT) ||
      !read_version (self, premise_json_require (root, "format")) ||
      !read_languages (self, premise_json_require (root, "languages")))
    return FALSE;

  premise_json_check_keys (root, keys);
  id = premise_json_get_id (premise_json_require (root, "id"));
  self->report->id = id != NULL ? g_strdup (id) : g_path_get_basename (self->report->folder);
  chapters = premise_json_require (root, "chapters");

  load_sources (self);
  collect_sections (self, chapters);
  premise_loader_load_models (self, premise_json_require (root, "models"));
  premise_loader_load_infos (self);

  self->report->title = premise_loader_require_text (self, root, "title", self->report->id);
  self->report->disclaimer = premise_loader_read_text (self, premise_json_get (root, "disclaimer"));

  if (premise_json_is (chapters, PREMISE_JSON_ARRAY))
    {
      for (PremiseJsonValue chapter = premise_json_first (chapters);
           premise_json_is_present (chapter); chapter = premise_json_next (chapter))
        load_chapter (self, chapter);
    }

  return TRUE;
}

static int
compare_diagnostics (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  const PremiseDiagnostic *left = *(const PremiseDiagnostic *const *) a;
  const PremiseDiagnostic *right = *(const PremiseDiagnostic *const *) b;
  GHashTable *order = user_data;
  guint left_file = 0;
  guint right_file = 0;

  if (left->file != NULL)
    left_file = GPOINTER_TO_UINT (g_hash_table_lookup (order, left->file));
  if (right->file != NULL)
    right_file = GPOINTER_TO_UINT (g_hash_table_lookup (order, right->file));

  if (left_file != right_file)
    return left_file < right_file ? -1 : 1;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;

  return left->column < right->column ? -1 : left->column > right->column;
}

static gboolean
load_report (PremiseLoader *self)
{
  PremiseJsonFile *file = premise_loader_load_file (self, "report.json", PREMISE_JSON_ABSENT);

  return file != NULL && read_report (self, premise_json_file_get_root (file));
}

static PremiseReport *
load_package (PremisePackage    *package,
              const char        *folder,
              PremiseLoaderLook  look,
              GPtrArray         *diagnostics,
              GPtrArray        **files)
{
  PremiseReport *report = NULL;
  PremiseLoader loader = { 0 };

  loader_init (&loader, folder);
  loader.package = package;

  if (load_report (&loader))
    {
      report = g_object_ref (loader.report);
      if (look != NULL)
        look (&loader);
    }

  premise_loader_drop_consequences (&loader);
  g_ptr_array_sort_with_data (loader.diagnostics, compare_diagnostics, loader.file_order);
  for (guint i = 0; i < loader.diagnostics->len; i++)
    g_ptr_array_add (diagnostics,
                     premise_diagnostic_copy (g_ptr_array_index (loader.diagnostics, i)));

  if (report != NULL)
    report->diagnostics = g_ptr_array_ref (loader.diagnostics);
  if (files != NULL)
    *files = g_ptr_array_ref (loader.files);

  loader_clear (&loader);

  return report;
}

/**
 * premise_report_load_package:
 * @package: where its files are
 * @folder: what it is called: the path of the package
 * @diagnostics: (element-type PremiseDiagnostic): everything that is wrong is appended, in
 *   the order of files and lines
 * @files: (out) (optional) (transfer full): what was read, and is of no more use. To let go of it takes a
 *   fifth of the time that the loading takes, on any thread; who has nobody waiting need not ask for it.
 *
 * Loads a report. What is wrong is left out, or shows as an error in its place, and the
 * rest can be used.
 *
 * Returns: (transfer full) (nullable): the report, %NULL only when report.json cannot be
 *   used at all
 */
PremiseReport *
premise_report_load_package (PremisePackage *package,
                             const char     *folder,
                             GPtrArray      *diagnostics,
                             GPtrArray     **files)
{
  g_return_val_if_fail (package != NULL, NULL);
  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  return load_package (package, folder, NULL, diagnostics, files);
}

/**
 * premise_loader_load:
 * @path: a report: its folder, or a `.premise` file
 * @look: (nullable): looks at the report while its files are still there
 * @diagnostics: (element-type PremiseDiagnostic): everything that is wrong is appended, in
 *   the order of files and lines
 *
 * Loads a report and lets @look complain about it too.
 *
 * Returns: (transfer full) (nullable): the report
 */
PremiseReport *
premise_loader_load (const char        *path,
                     PremiseLoaderLook  look,
                     GPtrArray         *diagnostics)
{
  g_autoptr(PremisePackage) package = NULL;
  g_autoptr(GError) error = NULL;
  PremiseDiagnosticCode code = PREMISE_DIAGNOSTIC_FILE;

  package = premise_package_open (path, &error);
  if (package != NULL)
    return load_package (package, path, look, diagnostics, NULL);

  if (g_error_matches (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_LIMIT))
    code = PREMISE_DIAGNOSTIC_LIMIT;
  g_ptr_array_add (diagnostics,
                   /* Translators: a file or folder, and the system's reason. */
                   premise_diagnostic_new (PREMISE_SEVERITY_ERROR, code, _("cannot open “%s”: %s"),
                                           path, error->message));

  return NULL;
}

/**
 * premise_report_load:
 * @path: a report: its folder, or a `.premise` file
 * @diagnostics: (element-type PremiseDiagnostic): everything that is wrong is appended, in
 *   the order of files and lines
 *
 * Loads a report as premise_report_load_package() does.
 *
 * Returns: (transfer full) (nullable): the report
 */
PremiseReport *
premise_report_load (const char *path,
                     GPtrArray  *diagnostics)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  return premise_loader_load (path, NULL, diagnostics);
}
