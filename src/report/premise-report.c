/* premise-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-report-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (PremiseReport, premise_report, G_TYPE_OBJECT)

static void
submodel_free (gpointer data)
{
  PremiseSubmodel *submodel = data;

  g_clear_pointer (&submodel->title, premise_text_unref);
  g_clear_pointer (&submodel->refs, g_strfreev);
  g_free (submodel->id);
  g_free (submodel);
}

static void
chapter_free (gpointer data)
{
  PremiseChapter *chapter = data;

  g_clear_pointer (&chapter->title, premise_text_unref);
  g_free (chapter->id);
  g_free (chapter->number);
  g_free (chapter);
}

static void
source_free (gpointer data)
{
  PremiseSource *source = data;

  g_clear_pointer (&source->name, premise_text_unref);
  g_clear_pointer (&source->short_name, premise_text_unref);
  g_free (source->id);
  g_free (source->kind);
  g_free (source->date);
  g_free (source);
}

static void
index_info_clear (gpointer data)
{
  PremiseIndexInfo *info = data;

  g_clear_pointer (&info->label, premise_text_unref);
  g_clear_pointer (&info->members, g_ptr_array_unref);
}

static void
info_clear (PremiseVariableInfo *info,
            guint                n_cells)
{
  g_clear_pointer (&info->label, premise_text_unref);
  g_clear_pointer (&info->rationale, premise_text_unref);
  g_clear_pointer (&info->note, premise_text_unref);
  g_clear_pointer (&info->refs, g_strfreev);

  for (guint i = 0; info->cell_refs != NULL && i < n_cells; i++)
    g_strfreev (info->cell_refs[i]);

  for (guint i = 0; info->cell_sources != NULL && i < n_cells; i++)
    g_free (info->cell_sources[i]);

  g_free (info->cell_refs);
  g_free (info->cell_sources);
  g_free (info->cell_pages);
  g_free (info->source);
  g_free (info->date);
  g_free (info->origin);
  g_free (info->printed);
  g_free (info->tolerance);
  g_free (info->file);
}

const char *
premise_variable_info_get_source (const PremiseVariableInfo *self,
                                  guint                      cell)
{
  return self->cell_sources != NULL ? self->cell_sources[cell] : self->source;
}

guint
premise_variable_info_get_page (const PremiseVariableInfo *self,
                                guint                      cell)
{
  return self->cell_pages != NULL ? self->cell_pages[cell] : self->page;
}

const char *const premise_qualifier_ids[] = {
  [PREMISE_QUALIFIER_EXACT] = "exact",
  [PREMISE_QUALIFIER_APPROXIMATE] = "approx",
  [PREMISE_QUALIFIER_MORE_THAN] = "more_than",
  [PREMISE_QUALIFIER_AT_LEAST] = "at_least",
  [PREMISE_QUALIFIER_LESS_THAN] = "less_than",
  [PREMISE_QUALIFIER_NEARLY] = "nearly",
  [PREMISE_QUALIFIER_FROM] = "from",
  [PREMISE_QUALIFIER_FORECAST] = "forecast",
  [PREMISE_QUALIFIER_ORDER_OF_MAGNITUDE] = "order_of_magnitude",
  NULL
};

/**
 * premise_qualifier_get_id:
 * @qualifier: how exact a source is about a number
 *
 * Returns: how a report writes it
 */
const char *
premise_qualifier_get_id (PremiseQualifier qualifier)
{
  g_return_val_if_fail (qualifier <= PREMISE_QUALIFIER_ORDER_OF_MAGNITUDE, NULL);

  return premise_qualifier_ids[qualifier];
}

/**
 * premise_qualifier_get_words:
 * @qualifier: how exact a source is about a number
 *
 * Says so in words.
 *
 * Returns: the words, in the language of the interface
 */
const char *
premise_qualifier_get_words (PremiseQualifier qualifier)
{
  static const char *const words[] = {
    [PREMISE_QUALIFIER_EXACT] = "",
    /* Translators: before a number: the source gives it roughly. */
    [PREMISE_QUALIFIER_APPROXIMATE] = N_("about"),
    [PREMISE_QUALIFIER_MORE_THAN] = N_("more than"),
    [PREMISE_QUALIFIER_AT_LEAST] = N_("at least"),
    [PREMISE_QUALIFIER_LESS_THAN] = N_("less than"),
    /* Translators: before a number: the source says that it is a little less. */
    [PREMISE_QUALIFIER_NEARLY] = N_("nearly"),
    [PREMISE_QUALIFIER_FROM] = N_("from this on"),
    [PREMISE_QUALIFIER_FORECAST] = N_("a forecast"),
    [PREMISE_QUALIFIER_ORDER_OF_MAGNITUDE] = N_("only the order of magnitude is given"),
  };

  return qualifier == PREMISE_QUALIFIER_EXACT ? "" : _(words[qualifier]);
}

/* With all its lists, empty. */
PremiseSection *
premise_section_new (void)
{
  PremiseSection *self = g_new0 (PremiseSection, 1);

  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->headline = premise_metrics_new ();
  self->slide = g_array_new (FALSE, FALSE, sizeof (guint));
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_block_free);

  return self;
}

void
premise_section_free (PremiseSection *self)
{
  g_clear_pointer (&self->title, premise_text_unref);
  g_clear_pointer (&self->key_message, premise_text_unref);
  g_clear_pointer (&self->notes, premise_text_unref);
  g_clear_pointer (&self->refs, g_strfreev);
  g_array_unref (self->pages);
  g_array_unref (self->headline);
  g_array_unref (self->slide);
  g_ptr_array_unref (self->blocks);
  g_free (self->id);
  g_free (self->number);
  g_free (self);
}

static void
premise_report_finalize (GObject *object)
{
  PremiseReport *self = PREMISE_REPORT (object);

  for (guint i = 0; i < self->infos->len; i++)
    info_clear (&g_array_index (self->infos, PremiseVariableInfo, i),
                premise_model_get_n_cells (self->model, i));

  g_clear_pointer (&self->infos, g_array_unref);
  g_clear_pointer (&self->indexes, g_array_unref);
  g_clear_pointer (&self->correlations, g_array_unref);
  g_clear_pointer (&self->submodels, g_ptr_array_unref);
  g_clear_pointer (&self->chapters, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->source_table, g_hash_table_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_clear_pointer (&self->title, premise_text_unref);
  g_clear_pointer (&self->disclaimer, premise_text_unref);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->incomplete, g_hash_table_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (premise_report_parent_class)->finalize (object);
}

static void
premise_report_class_init (PremiseReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = premise_report_finalize;
}

static void
premise_report_init (PremiseReport *self)
{
  self->submodels = g_ptr_array_new_with_free_func (submodel_free);
  self->chapters = g_ptr_array_new_with_free_func (chapter_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_section_free);
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->source_table = g_hash_table_new (g_str_hash, g_str_equal);
  self->incomplete = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->infos = g_array_new (FALSE, TRUE, sizeof (PremiseVariableInfo));
  self->indexes = g_array_new (FALSE, TRUE, sizeof (PremiseIndexInfo));
  self->correlations = g_array_new (FALSE, FALSE, sizeof (PremiseCellCorrelation));
  g_array_set_clear_func (self->indexes, index_info_clear);
}

/**
 * premise_report_get_id:
 * @self: a report
 *
 * Returns: its id
 */
const char *
premise_report_get_id (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);

  return self->id;
}

/**
 * premise_report_get_folder:
 * @self: a report
 *
 * Returns: the path it was loaded from
 */
const char *
premise_report_get_folder (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);

  return self->folder;
}

/**
 * premise_report_get_title:
 * @self: a report
 *
 * Returns: (transfer none): its title
 */
PremiseText *
premise_report_get_title (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);

  return self->title;
}

/**
 * premise_report_get_disclaimer:
 * @self: a report
 *
 * Returns: (transfer none) (nullable): what must be said about the whole report
 */
PremiseText *
premise_report_get_disclaimer (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);

  return self->disclaimer;
}

/**
 * premise_report_get_languages:
 * @self: a report
 *
 * Returns: (transfer none) (array zero-terminated=1): its languages, the main one first
 */
const char *const *
premise_report_get_languages (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);

  return (const char *const *) self->languages;
}

/**
 * premise_report_is_complete:
 * @self: a report
 * @language: one of its languages
 *
 * Returns: whether every text is there in that language, so that none is shown in another
 */
gboolean
premise_report_is_complete (PremiseReport *self,
                            const char    *language)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), TRUE);
  g_return_val_if_fail (language != NULL, TRUE);

  return !g_hash_table_contains (self->incomplete, language);
}

static const char *
find_language (PremiseReport *self,
               const char    *name,
               gsize          length)
{
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      if (strlen (self->languages[i]) == length &&
          g_ascii_strncasecmp (self->languages[i], name, length) == 0)
        return self->languages[i];
    }

  return NULL;
}

/**
 * premise_report_choose_language:
 * @self: a report
 * @locales: (array zero-terminated=1): locale names, the best first, such as
 *   g_get_language_names() gives
 *
 * Returns: the report's language that suits best; English, or else its first one, when
 *   none does
 */
const char *
premise_report_choose_language (PremiseReport     *self,
                                const char *const *locales)
{
  const char *language;

  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (locales != NULL, NULL);

  for (guint i = 0; locales[i] != NULL; i++)
    {
      g_autofree char *tag = g_strndup (locales[i], strcspn (locales[i], ".@"));

      g_strdelimit (tag, "_", '-');
      language = find_language (self, tag, strlen (tag));
      if (language == NULL)
        language = find_language (self, tag, strcspn (tag, "-"));
      if (language != NULL)
        return language;
    }

  language = find_language (self, "en", 2);

  return language != NULL ? language : self->languages[0];
}

/**
 * premise_report_get_model:
 * @self: a report
 *
 * Returns: (transfer none): its model
 */
PremiseModel *
premise_report_get_model (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);

  return self->model;
}

/**
 * premise_report_get_n_submodels:
 * @self: a report
 *
 * Returns: how many files the model is made of
 */
guint
premise_report_get_n_submodels (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), 0);

  return self->submodels->len;
}

/**
 * premise_report_get_submodel:
 * @self: a report
 * @submodel: a position
 *
 * Returns: (transfer none): what is known about that file of the model
 */
const PremiseSubmodel *
premise_report_get_submodel (PremiseReport *self,
                             guint          submodel)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (submodel < self->submodels->len, NULL);

  return g_ptr_array_index (self->submodels, submodel);
}

/**
 * premise_report_get_n_chapters:
 * @self: a report
 *
 * Returns: how many chapters it has
 */
guint
premise_report_get_n_chapters (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), 0);

  return self->chapters->len;
}

/**
 * premise_report_get_chapter:
 * @self: a report
 * @chapter: a position
 *
 * Returns: (transfer none): the chapter
 */
const PremiseChapter *
premise_report_get_chapter (PremiseReport *self,
                            guint          chapter)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (chapter < self->chapters->len, NULL);

  return g_ptr_array_index (self->chapters, chapter);
}

/**
 * premise_report_get_n_sections:
 * @self: a report
 *
 * Returns: how many sections its chapters have together
 */
guint
premise_report_get_n_sections (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), 0);

  return self->sections->len;
}

/**
 * premise_report_get_section:
 * @self: a report
 * @section: a position
 *
 * Returns: (transfer none): the section
 */
const PremiseSection *
premise_report_get_section (PremiseReport *self,
                            guint          section)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (section < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, section);
}

/**
 * premise_report_find_section:
 * @self: a report
 * @id: the id of a section
 *
 * Returns: its position, or %PREMISE_MODEL_NOT_FOUND
 */
guint
premise_report_find_section (PremiseReport *self,
                             const char    *id)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), PREMISE_MODEL_NOT_FOUND);
  g_return_val_if_fail (id != NULL, PREMISE_MODEL_NOT_FOUND);

  for (guint i = 0; i < self->sections->len; i++)
    {
      if (g_str_equal (((PremiseSection *) g_ptr_array_index (self->sections, i))->id, id))
        return i;
    }

  return PREMISE_MODEL_NOT_FOUND;
}

/**
 * premise_report_get_n_sources:
 * @self: a report
 *
 * Returns: how many sources it names
 */
guint
premise_report_get_n_sources (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), 0);

  return self->sources->len;
}

/**
 * premise_report_get_source:
 * @self: a report
 * @position: less than premise_report_get_n_sources()
 *
 * Returns: (transfer none): the source at that place in the report's list
 */
const PremiseSource *
premise_report_get_source (PremiseReport *self,
                           guint          position)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (position < self->sources->len, NULL);

  return g_ptr_array_index (self->sources, position);
}

/**
 * premise_report_find_source:
 * @self: a report
 * @id: the id of a source
 *
 * Returns: (transfer none) (nullable): the source
 */
const PremiseSource *
premise_report_find_source (PremiseReport *self,
                            const char    *id)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->source_table, id);
}

/**
 * premise_report_get_info:
 * @self: a report
 * @variable: position of a variable
 *
 * Returns: (transfer none): what the report says about it
 */
const PremiseVariableInfo *
premise_report_get_info (PremiseReport *self,
                         guint          variable)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (variable < self->infos->len, NULL);

  return &g_array_index (self->infos, PremiseVariableInfo, variable);
}

/**
 * premise_report_get_member_label:
 * @self: a report
 * @index: position of an index
 * @member: position of a member
 *
 * Returns: (transfer none): the member's label
 */
PremiseText *
premise_report_get_member_label (PremiseReport *self,
                                 guint          index,
                                 guint          member)
{
  const PremiseIndexInfo *info;

  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (index < self->indexes->len, NULL);

  info = &g_array_index (self->indexes, PremiseIndexInfo, index);
  g_return_val_if_fail (member < info->members->len, NULL);

  return g_ptr_array_index (info->members, member);
}

/**
 * premise_report_get_index_label:
 * @self: a report
 * @index: position of an index
 *
 * Returns: (transfer none): its label
 */
PremiseText *
premise_report_get_index_label (PremiseReport *self,
                                guint          index)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (index < self->indexes->len, NULL);

  return g_array_index (self->indexes, PremiseIndexInfo, index).label;
}

/**
 * premise_report_dup_cell_label:
 * @self: a report
 * @variable: position of a variable
 * @cell: one of its cells
 * @language: a language
 *
 * Returns: (transfer full): what the number is called: the variable's label and those of
 *   the members, “AI-able share · Games”
 */
char *
premise_report_dup_cell_label (PremiseReport *self,
                               guint          variable,
                               guint          cell,
                               const char    *language)
{
  g_autofree guint *members = NULL;
  g_autofree char *first = NULL;
  GString *label;
  guint n;

  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (variable < self->infos->len, NULL);
  g_return_val_if_fail (cell < premise_model_get_n_cells (self->model, variable), NULL);

  first = premise_text_render_plain (premise_report_get_info (self, variable)->label, language, NULL);
  label = g_string_new (first);

  n = premise_model_get_n_dims (self->model, variable);
  members = g_new0 (guint, n + 1);
  premise_model_get_cell_members (self->model, variable, cell, members);

  for (guint i = 0; i < n; i++)
    {
      guint index = premise_model_get_dim (self->model, variable, i);
      PremiseText *text = premise_report_get_member_label (self, index, members[i]);
      g_autofree char *member = premise_text_render_plain (text, language, NULL);

      g_string_append_printf (label, " · %s", member);
    }

  return g_string_free_and_steal (label);
}

/**
 * premise_report_format_cell:
 * @self: a report
 * @variable: position of a variable
 * @value: a value of it, in base units
 * @format: (nullable): how to write it; %NULL for the variable's own format
 * @language: a language
 *
 * Returns: (transfer full): the value as the report writes it
 */
char *
premise_report_format_cell (PremiseReport       *self,
                            guint                variable,
                            double               value,
                            const PremiseFormat *format,
                            const char          *language)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (variable < self->infos->len, NULL);

  if (format == NULL)
    format = &premise_report_get_info (self, variable)->format;

  return premise_format_value (format, value, premise_model_get_unit (self->model, variable),
                               language);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

static void
add_section_variables (const PremiseSection *section,
                       GArray               *variables)
{
  premise_text_add_variables (section->title, variables);
  premise_text_add_variables (section->key_message, variables);
  if (section->notes != NULL)
    premise_text_add_variables (section->notes, variables);

  for (guint i = 0; i < section->headline->len; i++)
    {
      const PremiseMetric *metric = &g_array_index (section->headline, PremiseMetric, i);

      premise_text_add_variables (metric->label, variables);
      g_array_append_val (variables, metric->variable);
    }

  for (guint i = 0; i < section->blocks->len; i++)
    premise_block_add_variables (g_ptr_array_index (section->blocks, i), variables);
}

/**
 * premise_report_dup_section_assumptions:
 * @self: a report
 * @section: position of a section
 *
 * Finds the assumptions that move a number the section shows, those it shows themselves
 * included.
 *
 * Returns: (transfer full) (element-type guint): their positions, in the order of the model
 */
GArray *
premise_report_dup_section_assumptions (PremiseReport *self,
                                        guint          section)
{
  g_autoptr(GArray) variables = NULL;
  g_autoptr(GArray) found = NULL;
  GArray *assumptions;

  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);
  g_return_val_if_fail (section < self->sections->len, NULL);

  variables = g_array_new (FALSE, FALSE, sizeof (guint));
  add_section_variables (premise_report_get_section (self, section), variables);

  found = premise_model_dup_assumptions_of (self->model, (const guint *) (gpointer) variables->data,
                                            variables->len);
  for (guint i = 0; i < variables->len; i++)
    {
      guint variable = g_array_index (variables, guint, i);

      if (premise_model_get_kind (self->model, variable) == PREMISE_VARIABLE_ASSUMPTION)
        g_array_append_val (found, variable);
    }
  g_array_sort (found, compare_positions);

  assumptions = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < found->len; i++)
    {
      if (i == 0 || g_array_index (found, guint, i) != g_array_index (found, guint, i - 1))
        g_array_append_val (assumptions, g_array_index (found, guint, i));
    }

  return assumptions;
}

/**
 * premise_report_get_correlations:
 * @self: a report
 *
 * Returns: (transfer none) (element-type PremiseCellCorrelation): how its assumptions are
 *   correlated; they do not contradict one another
 */
GArray *
premise_report_get_correlations (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);

  return self->correlations;
}

/**
 * premise_report_get_diagnostics:
 * @self: a report
 *
 * Returns: (transfer none) (element-type PremiseDiagnostic): what was wrong when it was loaded
 */
GPtrArray *
premise_report_get_diagnostics (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), NULL);

  return self->diagnostics;
}

static guint
count_damage (PremiseReport *self)
{
  guint n = self->n_consequences;

  for (guint i = 0; self->diagnostics != NULL && i < self->diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (self->diagnostics, i);

      n += diagnostic->severity == PREMISE_SEVERITY_ERROR;
    }

  return n;
}

/**
 * premise_report_is_worse:
 * @self: a version of a report
 * @other: another one
 *
 * Of a file that cannot be read nothing more is said than that, whatever was in it: such files
 * count first, then everything that is wrong.
 *
 * Returns: whether more is lost in @self than in @other
 */
gboolean
premise_report_is_worse (PremiseReport *self,
                         PremiseReport *other)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), FALSE);
  g_return_val_if_fail (PREMISE_IS_REPORT (other), FALSE);

  if (self->n_unread != other->n_unread)
    return self->n_unread > other->n_unread;

  return count_damage (self) > count_damage (other);
}

/**
 * premise_report_has_broken_correlations:
 * @self: a report
 *
 * Returns: whether it states correlations that no numbers have; then it has none
 */
gboolean
premise_report_has_broken_correlations (PremiseReport *self)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (self), FALSE);

  return self->correlations_broken;
}
