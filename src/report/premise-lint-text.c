/* premise-lint-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-lint-number.h"
#include "premise-lint-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Numbers that are the same but for the last bits of a multiplication. */
#define SAME_NUMBER 1e-9

/* A text in one language. */
typedef struct
{
  const char       *language;
  PremiseJsonValue  value;
  const char       *markup;
  GArray           *runs;       /* (element-type PremiseTextRun) */
  GArray           *numbers;    /* (element-type PremiseLintNumber) */
} Version;

static void
version_clear (gpointer data)
{
  Version *version = data;

  g_array_unref (version->runs);
  g_array_unref (version->numbers);
}

static const PremiseTextRun *
get_run (const Version *version,
         guint          i)
{
  return &g_array_index (version->runs, PremiseTextRun, i);
}

static const PremiseLintNumber *
get_number (const Version *version,
            guint          i)
{
  return &g_array_index (version->numbers, PremiseLintNumber, i);
}

static char *
dup_written (const PremiseLintNumber *number)
{
  return g_strndup (number->written, number->length);
}

/* Spaces, and what joins or parts letters and has no width, are nothing to read. */
static gboolean
is_blank (const char *text)
{
  const char *p = text;

  while (*p != '\0' && (g_unichar_isspace (g_utf8_get_char (p)) || g_unichar_iszerowidth (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);

  return *p == '\0';
}

/* The languages that the text is in, the report's first one first. */
static GArray *
read_versions (PremiseLint      *self,
               PremiseJsonValue  value)
{
  GArray *versions = g_array_new (FALSE, FALSE, sizeof (Version));

  g_array_set_clear_func (versions, version_clear);

  for (guint i = 0; self->report->languages[i] != NULL; i++)
    {
      const char *language = self->report->languages[i];
      Version version = { .language = language, .value = premise_json_get (value, language) };

      if (!premise_json_is_present (version.value))
        continue;

      version.markup = premise_json_get_string (version.value);
      if (is_blank (version.markup))
        {
          premise_lint_complain (version.value, PREMISE_RULE_TEXT_EMPTY,
                                 _("the text is empty in the language “%s”"), language);
          continue;
        }

      version.runs = premise_text_parse_runs (self->model, language, version.markup, NULL, NULL);
      version.numbers = premise_lint_find_numbers (version.runs, language);
      g_array_append_val (versions, version);
    }

  return versions;
}

/* Whether a run says what another one does; a citation without a page is one of any page. */
static gboolean
says_same (const PremiseTextRun *run,
           const PremiseTextRun *wanted)
{
  if (run->kind != wanted->kind)
    return FALSE;

  if (run->kind == PREMISE_SPAN_VALUE)
    return run->variable == wanted->variable && run->cell == wanted->cell;

  return g_strcmp0 (run->target, wanted->target) == 0 &&
         (run->kind != PREMISE_SPAN_CITATION || wanted->page == 0 || run->page == wanted->page);
}

static gboolean
shows (const Version        *version,
       const PremiseTextRun *wanted)
{
  for (guint i = 0; i < version->runs->len; i++)
    {
      if (says_same (get_run (version, i), wanted))
        return TRUE;
    }

  return FALSE;
}

/* As it is written in the text: {shop.price[tea]:.0} */
static char *
dup_markup (const Version        *version,
            const PremiseTextRun *run)
{
  const char *begin = version->markup + run->offset;
  const char *end = strchr (begin, '}');

  return end != NULL ? g_strndup (begin, (gsize) (end - begin) + 1) : g_strdup (begin);
}

static void
complain_run (const Version        *version,
              const PremiseTextRun *run,
              const char           *other)
{
  if (run->kind == PREMISE_SPAN_VALUE)
    {
      g_autofree char *markup = dup_markup (version, run);

      premise_lint_complain_in (version->value, run->offset, PREMISE_RULE_LIVE_NUMBERS,
                                /* Translators: a variable, and the code of a language whose text
                                 * lacks it. */
                                _("the live number “%s” is not in the language “%s”"), markup,
                                other);
    }
  else if (run->kind == PREMISE_SPAN_CITATION && run->page != 0)
    {
      premise_lint_complain_in (version->value, run->offset, PREMISE_RULE_CITATIONS,
                                /* Translators: a page, the source it is in, and the code of a
                                 * language whose text lacks it. */
                                _("page %u of the source “%s” is not cited in the language “%s”"),
                                run->page, run->target, other);
    }
  else if (run->kind == PREMISE_SPAN_CITATION)
    {
      premise_lint_complain_in (version->value, run->offset, PREMISE_RULE_CITATIONS,
                                /* Translators: a source, and the code of a language whose text
                                 * lacks it. */
                                _("the source “%s” is not cited in the language “%s”"),
                                run->target, other);
    }
  else
    {
      premise_lint_complain_in (version->value, run->offset, PREMISE_RULE_LINKS,
                                /* Translators: a section, and the code of a language whose text
                                 * lacks it. */
                                _("the link to “%s” is not in the language “%s”"), run->target,
                                other);
    }
}

/* What one language has and the other has not: once, where it is for the first time. */
static void
compare_runs (const Version *version,
              const Version *other)
{
  for (guint i = 0; i < version->runs->len; i++)
    {
      const PremiseTextRun *run = get_run (version, i);
      gboolean again = FALSE;

      if (run->kind == PREMISE_SPAN_TEXT || shows (other, run))
        continue;

      /* Of a range the whole has been complained about. */
      if (run->end == PREMISE_RANGE_END_HIGH && !shows (other, get_run (version, i - 1)))
        continue;

      for (guint j = 0; j < i && !again; j++)
        again = says_same (get_run (version, j), run);

      if (!again)
        complain_run (version, run, other->language);
    }
}

static gboolean
has_number (const Version *version,
            double         value)
{
  for (guint i = 0; i < version->numbers->len; i++)
    {
      double other = get_number (version, i)->value;

      if (fabs (other - value) <= fabs (value) * SAME_NUMBER)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_unit (const Version *version,
          const char    *unit)
{
  for (guint i = 0; i < version->numbers->len; i++)
    {
      if (g_strcmp0 (get_number (version, i)->unit, unit) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
says_unit_before (const Version *version,
                  guint          n,
                  const char    *unit)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (get_number (version, i)->unit, unit) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A unit is asked for where the number is: otherwise the number alone is complained about. */
static void
compare_numbers (const Version *version,
                 const Version *other)
{
  for (guint i = 0; i < version->numbers->len; i++)
    {
      const PremiseLintNumber *number = get_number (version, i);

      if (number->length > 0 && !has_number (other, number->value))
        {
          g_autofree char *written = dup_written (number);

          premise_lint_complain_in (version->value, number->offset, PREMISE_RULE_LITERAL_NUMBERS,
                                    /* Translators: a number in a text, and the code of a language
                                     * whose text lacks it. */
                                    _("the number “%s” is not in the language “%s”"), written,
                                    other->language);
        }
      else if (number->unit != NULL && !has_unit (other, number->unit) &&
               !says_unit_before (version, i, number->unit))
        {
          premise_lint_complain_in (version->value, number->offset, PREMISE_RULE_UNITS,
                                    /* Translators: a unit, and the code of a language whose text
                                     * lacks it. */
                                    _("the unit %s stands beside a number here, and not in the "
                                      "language “%s”"),
                                    number->unit, other->language);
        }
    }
}

/* Prose, as against a label in a table or a chart. */
static gboolean
is_prose (PremiseJsonValue value)
{
  static const char *const keys[] = { "title", "key_message", "text", NULL };
  const char *key = premise_json_get_key (value);

  return g_str_has_prefix (premise_json_file_get_path (value.file), "chapters/") &&
         (key == NULL || g_strv_contains (keys, key));
}

static gboolean
cites (const Version *version)
{
  for (guint i = 0; i < version->runs->len; i++)
    {
      if (get_run (version, i)->kind == PREMISE_SPAN_CITATION)
        return TRUE;
    }

  return FALSE;
}

/* A number that is typed into prose cannot follow a slider, nor say where it comes from. One
 * that names a member of an index, a year or a page is no quantity.
 */
static void
check_origin (PremiseLint      *self,
              PremiseJsonValue  value,
              const Version    *version)
{
  gboolean label = g_strcmp0 (premise_json_get_key (value), "label") == 0;

  for (guint i = 0; i < version->numbers->len; i++)
    {
      const PremiseLintNumber *number = get_number (version, i);
      g_autofree char *written = NULL;

      if (number->length == 0)
        continue;

      written = dup_written (number);
      if (label)
        g_hash_table_add (self->labels, g_steal_pointer (&written));
      else if (is_prose (value) && !number->names && !cites (version) &&
               !g_hash_table_contains (self->labels, written))
        premise_lint_complain_in (version->value, number->offset, PREMISE_RULE_NO_ORIGIN,
                                  _("nothing says where the number “%s” comes from; show a "
                                    "variable, or cite a source"),
                                  written);
    }
}

/* A cell of a table, whose head may say in what its numbers are. */
static gboolean
is_cell (PremiseJsonValue value)
{
  const PremiseJsonPositions *positions = premise_json_file_get_positions (value.file);

  for (guint at = value.at; at != PREMISE_JSON_NONE; at = premise_json_positions_get_parent (positions, at))
    {
      if (g_strcmp0 (premise_json_positions_get_key (positions, at), "rows") == 0)
        return TRUE;
    }

  return FALSE;
}

/* 25亿 that is written as a bare 25 is another number, unless the text goes on with the word. */
static void
check_scales (const Version *version)
{
  for (guint i = 0; i < version->runs->len; i++)
    {
      const PremiseTextRun *run = get_run (version, i);
      const PremiseTextRun *next = i + 1 < version->runs->len ? get_run (version, i + 1) : NULL;
      g_autofree char *markup = NULL;

      /* Of a range the end is what the word stands behind. */
      if (run->kind != PREMISE_SPAN_VALUE || run->end == PREMISE_RANGE_END_LOW ||
          !(run->format.bare || run->format.year) || run->format.scale <= PREMISE_NAMED_SCALE_ONE)
        continue;

      if (next != NULL && next->kind == PREMISE_SPAN_TEXT &&
          premise_lint_has_scale (next->text, version->language))
        continue;

      markup = dup_markup (version, run);
      premise_lint_complain_in (version->value, run->offset, PREMISE_RULE_SCALE_DROPPED,
                                _("“%s” is written without the word for its scale, so it reads as a far "
                                  "smaller number; leave “bare” out, or write the word behind it"),
                                markup);
    }
}

static void
note_citations (PremiseLint   *self,
                const Version *version)
{
  for (guint i = 0; i < version->runs->len; i++)
    {
      const PremiseTextRun *run = get_run (version, i);

      if (run->kind == PREMISE_SPAN_CITATION)
        {
          const PremiseSource *source = premise_report_find_source (self->report, run->target);

          if (source != NULL)
            g_hash_table_add (self->cited, source->id);
        }
    }
}

/**
 * premise_lint_text:
 * @self: a linter
 * @value: an object with one entry per language
 *
 * Compares each language of a text with the first one, both ways.
 */
void
premise_lint_text (PremiseLint      *self,
                   PremiseJsonValue  value)
{
  g_autoptr(GArray) versions = read_versions (self, value);

  for (guint i = 0; i < versions->len; i++)
    {
      const Version *first = &g_array_index (versions, Version, 0);
      const Version *version = &g_array_index (versions, Version, i);

      note_citations (self, version);
      check_origin (self, value, version);
      if (!is_cell (value))
        check_scales (version);
      if (i == 0)
        continue;

      compare_runs (first, version);
      compare_runs (version, first);
      compare_numbers (first, version);
      compare_numbers (version, first);
    }
}
