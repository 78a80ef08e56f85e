/* premise-loader-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"
#include "premise-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  PremiseLoader    *loader;
  PremiseJsonValue  value;     /* the object with one entry per language */
} Reading;

/* (transfer full): the name of the live number that a complaint is about: what stands behind the
 * brace, or behind the dots of a range.
 */
static char *
dup_live_name (const char *text,
               gsize       offset)
{
  gsize begin = MIN (offset, strlen (text));
  gsize length;
  const char *dots;

  while (begin > 0 && text[begin - 1] != '{' &&
         !(begin > 1 && text[begin - 1] == '.' && text[begin - 2] == '.'))
    begin--;

  begin += strspn (text + begin, " \t");
  length = strcspn (text + begin, "[:} \t");
  dots = g_strstr_len (text + begin, (gssize) length, "..");
  if (dots != NULL)
    length = (gsize) (dots - text) - begin;

  return g_strndup (text + begin, length);
}

static void
text_complaint_cb (const char            *language,
                   gsize                  offset,
                   PremiseDiagnosticCode  code,
                   const char            *message,
                   gpointer               user_data)
{
  const Reading *reading = user_data;
  PremiseJsonValue value = premise_json_get (reading->value, language);
  const char *text = premise_json_get_string (value);
  g_autofree char *name = text != NULL && code == PREMISE_DIAGNOSTIC_REFERENCE ? dup_live_name (text, offset)
                                                                              : NULL;
  guint n_diagnostics = reading->loader->diagnostics->len;
  guint variable;

  if (name != NULL && premise_loader_blame_model (reading->loader, value, offset, name))
    return;

  premise_json_complain_in (value, offset, PREMISE_SEVERITY_ERROR, code, "%s", message);

  variable = name != NULL ? premise_model_find (reading->loader->report->model, name)
                          : PREMISE_MODEL_NOT_FOUND;
  if (variable != PREMISE_MODEL_NOT_FOUND)
    premise_loader_blame_shape (reading->loader, variable, n_diagnostics);
}

static const PremiseFormat *
get_format_cb (guint    variable,
               gpointer user_data)
{
  const Reading *reading = user_data;
  GArray *infos = reading->loader->report->infos;

  return variable < infos->len ? &g_array_index (infos, PremiseVariableInfo, variable).format : NULL;
}

static char *
dup_source_name_cb (const char *source,
                    const char *language,
                    gpointer    user_data)
{
  const Reading *reading = user_data;
  const PremiseSource *found = g_hash_table_lookup (reading->loader->report->source_table, source);

  if (found == NULL)
    return NULL;

  return premise_text_render_plain (found->short_name != NULL ? found->short_name : found->name,
                                    language, NULL);
}

static void
complain_target (PremiseJsonValue  value,
                 gsize             offset,
                 const char       *message,
                 const char       *nearest)
{
  if (nearest != NULL)
    premise_json_complain_in (value, offset, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE,
                              _("%s; did you mean “%s”?"), message, nearest);
  else
    premise_json_complain_in (value, offset, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE,
                              "%s", message);
}

static void
check_target_cb (PremiseSpanKind  kind,
                 const char      *target,
                 const char      *language,
                 gsize            offset,
                 gpointer         user_data)
{
  const Reading *reading = user_data;
  PremiseLoader *loader = reading->loader;
  PremiseJsonValue value = premise_json_get (reading->value, language);
  g_autoptr(GPtrArray) names = NULL;
  g_autofree char *message = NULL;

  if (kind == PREMISE_SPAN_LINK)
    {
      if (g_hash_table_contains (loader->section_table, target))
        return;

      message = g_strdup_printf (_("the report has no section “%s”"), target);
      names = g_ptr_array_ref (loader->section_ids);
    }
  else
    {
      if (g_hash_table_contains (loader->report->source_table, target))
        return;

      if (premise_loader_is_unread (loader, PREMISE_LOADER_SOURCES))
        {
          loader->report->n_consequences++;
          return;
        }

      message = g_strdup_printf (_("sources.json has no source “%s”"), target);
      names = g_ptr_array_new ();
      for (guint i = 0; i < loader->report->sources->len; i++)
        g_ptr_array_add (names,
                         ((PremiseSource *) g_ptr_array_index (loader->report->sources, i))->id);
    }

  complain_target (value, offset, message,
                   premise_nearest_name (target, (const char *const *) names->pdata, names->len));
}

static PremiseText *
make_text (PremiseLoader     *self,
           PremiseJsonValue   value,
           const char *const *texts)
{
  Reading reading = { self, value };
  PremiseText *text;

  text = premise_text_parse (self->report->model, (const char *const *) self->report->languages,
                             texts, text_complaint_cb, &reading);
  premise_text_resolve (text, get_format_cb, dup_source_name_cb, &reading);
  premise_text_foreach_target (text, check_target_cb, &reading);

  return text;
}

/* Warns of the languages in which a text is missing; returns whether it is there in any. */
static gboolean
check_languages (PremiseLoader    *self,
                 PremiseJsonValue  value)
{
  const char *const *languages = (const char *const *) self->report->languages;
  gboolean any = FALSE;

  for (guint i = 0; languages[i] != NULL; i++)
    any |= premise_json_is_present (premise_json_get (value, languages[i]));

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (premise_json_is_present (premise_json_get (value, languages[i])))
        continue;

      g_hash_table_add (self->report->incomplete, g_strdup (languages[i]));
      if (any)
        premise_json_complain (value, PREMISE_SEVERITY_WARNING, PREMISE_DIAGNOSTIC_LANGUAGE,
                               _("the text is not there in the language “%s”"), languages[i]);
    }

  if (!any)
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_KEY_MISSING,
                           _("the text is in none of the report’s languages"));

  return any;
}

/**
 * premise_loader_read_text:
 * @self: a loader that knows the languages
 * @value: an object with one entry per language, or an absent value
 *
 * Reads a text. A missing language is a warning; what is there and wrong is complained about once.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when it is in no language
 */
PremiseText *
premise_loader_read_text (PremiseLoader    *self,
                          PremiseJsonValue  value)
{
  const char *const *languages = (const char *const *) self->report->languages;
  guint n = g_strv_length (self->report->languages);
  g_autoptr(GPtrArray) texts = NULL;
  guint n_found = 0;

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return NULL;

  premise_json_check_keys (value, languages);
  if (!check_languages (self, value))
    return NULL;

  texts = g_ptr_array_new_full (n + 1, g_free);
  g_ptr_array_set_size (texts, (int) n + 1);

  for (guint i = 0; i < n; i++)
    {
      PremiseJsonValue entry = premise_json_get (value, languages[i]);
      const char *text = premise_json_get_string (entry);

      if (text != NULL)
        texts->pdata[i] = premise_loader_dup_text (entry, text);
      if (texts->pdata[i] != NULL)
        n_found++;
    }

  if (n_found == 0)
    return NULL;

  return make_text (self, value, (const char *const *) texts->pdata);
}

/**
 * premise_loader_require_text:
 * @self: a loader that knows the languages
 * @object: an object
 * @key: a key of it
 * @fallback: what to show when there is no such text: an id, without markup
 *
 * Reads a text that must be there.
 *
 * Returns: (transfer full): the text
 */
PremiseText *
premise_loader_require_text (PremiseLoader    *self,
                             PremiseJsonValue  object,
                             const char       *key,
                             const char       *fallback)
{
  PremiseText *text = premise_loader_read_text (self, premise_json_require (object, key));
  g_autofree const char **texts = NULL;
  guint n = g_strv_length (self->report->languages);

  if (text != NULL)
    return text;

  texts = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    texts[i] = fallback;

  return make_text (self, object, texts);
}

/**
 * premise_loader_read_format:
 * @value: a format, or an absent value
 * @format: (inout): the format, unchanged when there is none
 *
 * Returns: whether there was a format
 */
gboolean
premise_loader_read_format (PremiseJsonValue  value,
                            PremiseFormat    *format)
{
  const char *text = premise_json_get_string (value);
  g_autoptr(GError) error = NULL;
  PremiseFormat found;
  gsize offset = 0;

  if (text == NULL)
    return FALSE;

  premise_format_init (&found);
  if (!premise_format_parse (&found, text, &offset, &error))
    {
      premise_json_complain_in (value, offset, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                                "%s", error->message);
      return FALSE;
    }

  *format = found;

  return TRUE;
}
