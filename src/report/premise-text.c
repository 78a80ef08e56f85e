/* premise-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-text-private.h"

#include "premise-format-range.h"
#include "premise-format-words.h"

#include <math.h>
#include <string.h>

/* What stands for a number where there are no values. */
#define NO_EVALUATOR "\u2026"
#define RIGHT_TO_LEFT_MARK "\u200f"
#define DASH "\u2013"

struct _PremiseText
{
  gatomicrefcount  ref_count;

  PremiseModel    *model;       /* (nullable) (owned) */
  GStrv            languages;   /* of the report, the first is what others fall back to */
  GArray          *versions;    /* (element-type PremiseTextVersion) (owned) */
};

static void
version_clear (gpointer data)
{
  PremiseTextVersion *version = data;

  g_clear_pointer (&version->language, g_free);
  g_clear_pointer (&version->runs, g_array_unref);
}

static gboolean
same_language (const char *a,
               const char *b)
{
  gsize length = strcspn (a, "-_.@");

  return length == strcspn (b, "-_.@") && g_ascii_strncasecmp (a, b, length) == 0;
}

static PremiseTextVersion *
get_version (PremiseText *self,
             guint        i)
{
  return &g_array_index (self->versions, PremiseTextVersion, i);
}

static PremiseTextVersion *
find_version (PremiseText *self,
              const char  *language)
{
  for (guint i = 0; language != NULL && i < self->versions->len; i++)
    {
      if (g_ascii_strcasecmp (get_version (self, i)->language, language) == 0)
        return get_version (self, i);
    }

  for (guint i = 0; language != NULL && i < self->versions->len; i++)
    {
      if (same_language (get_version (self, i)->language, language))
        return get_version (self, i);
    }

  return NULL;
}

/* Spans */

static PremiseSpan *
span_new (const PremiseTextRun *run)
{
  PremiseSpan *span = g_new0 (PremiseSpan, 1);

  span->kind = run->kind;
  span->emphasis = run->emphasis;
  span->variable = run->variable;
  span->cell = run->cell;
  span->target = g_strdup (run->target);
  span->page = run->page;
  span->end = run->end;

  return span;
}

static gboolean
differs (double a,
         double b)
{
  return a != b && !(isnan (a) && isnan (b));
}

static PremiseSpan *
span_new_for_value (PremiseText          *self,
                    const PremiseTextRun *run,
                    const char           *language,
                    PremiseEvaluator     *evaluator)
{
  PremiseSpan *span = span_new (run);
  PremiseUnit *unit;
  double value;
  double base;

  if (evaluator == NULL)
    {
      span->text = g_strdup (NO_EVALUATOR);
      return span;
    }

  unit = premise_model_get_unit (self->model, run->variable);
  value = premise_evaluator_get_value (evaluator, run->variable, run->cell);
  base = premise_evaluator_get_base_value (evaluator, run->variable, run->cell);

  span->text = premise_format_value (&run->format, value, unit, language);
  span->changed = differs (value, base);

  if (span->changed)
    span->base_text = premise_format_value (&run->format, base, unit, language);

  return span;
}

/* Whether the dash stands in a range that is typed: 2016–2021, or beside a live number. */
static gboolean
is_in_range (const char *text,
             const char *dash)
{
  const char *behind = dash + strlen (DASH);

  return (dash == text || g_ascii_isdigit (dash[-1])) &&
         (*behind == '\0' || g_ascii_isdigit (*behind));
}

/* A range that is typed stays on one line as those that are written for a reader do. */
static char *
dup_words (const char *text)
{
  GString *words = g_string_new (NULL);
  const char *at = text;

  for (const char *dash = strstr (at, DASH); dash != NULL; dash = strstr (at, DASH))
    {
      gboolean range = is_in_range (text, dash);

      g_string_append_len (words, at, dash - at);
      g_string_append (words, range ? PREMISE_RANGE_DASH : DASH);
      at = dash + strlen (DASH);
    }
  g_string_append (words, at);

  return g_string_free_and_steal (words);
}

static PremiseSpan *
span_new_for_run (PremiseText          *self,
                  const PremiseTextRun *run,
                  const char           *language,
                  PremiseEvaluator     *evaluator)
{
  PremiseSpan *span;

  if (run->kind == PREMISE_SPAN_VALUE)
    return span_new_for_value (self, run, language, evaluator);

  span = span_new (run);
  span->text = dup_words (run->text != NULL ? run->text : run->target);

  return span;
}

/* Spacing */

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN && !g_unichar_ispunct (c);
}

/* Letters, digits and signs of a number; not “…”, which is punctuation. */
static gboolean
is_latin_edge (gunichar c)
{
  return !is_han (c) && c != 0x2026 && !g_unichar_isspace (c);
}

static gunichar
first_char (const char *text)
{
  return *text != '\0' ? g_utf8_get_char (text) : ' ';
}

static gunichar
last_char (const char *text)
{
  return *text != '\0' ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : ' ';
}

static gboolean
needs_space (const PremiseSpan *before,
             const PremiseSpan *after)
{
  if (before->kind == PREMISE_SPAN_CITATION || after->kind == PREMISE_SPAN_CITATION)
    return FALSE;

  if (after->kind == PREMISE_SPAN_VALUE && is_han (last_char (before->text)))
    return is_latin_edge (first_char (after->text));

  if (before->kind == PREMISE_SPAN_VALUE && is_han (first_char (after->text)))
    return is_latin_edge (last_char (before->text));

  return FALSE;
}

static void
replace_text (PremiseSpan *span,
              const char  *before,
              const char  *after)
{
  char *text = g_strconcat (before, span->text, after, NULL);

  g_free (span->text);
  span->text = text;
}

/* Chinese sets numbers and Latin words off by a thin space. It goes into the words, so that
 * what marks the number marks the number alone; between two numbers it is a span. */
static void
append_span (GPtrArray   *spans,
             PremiseSpan *span)
{
  PremiseSpan *last = spans->len > 0 ? g_ptr_array_index (spans, spans->len - 1) : NULL;

  if (last != NULL && needs_space (last, span))
    {
      if (last->kind != PREMISE_SPAN_VALUE)
        {
          replace_text (last, "", PREMISE_THIN_SPACE);
        }
      else if (span->kind != PREMISE_SPAN_VALUE)
        {
          replace_text (span, PREMISE_THIN_SPACE, "");
        }
      else
        {
          PremiseSpan *space = g_new0 (PremiseSpan, 1);

          space->text = g_strdup (PREMISE_THIN_SPACE);
          space->variable = PREMISE_MODEL_NOT_FOUND;
          g_ptr_array_add (spans, space);
        }
    }

  g_ptr_array_add (spans, span);
}

/* Ranges */

static double
get_value (const PremiseTextRun *run,
           PremiseEvaluator     *evaluator,
           gboolean              base)
{
  return base ? premise_evaluator_get_base_value (evaluator, run->variable, run->cell)
              : premise_evaluator_get_value (evaluator, run->variable, run->cell);
}

/* Writes the range with the smaller number first: what was the low end may have been moved past
 * the other one. Gives the run of each.
 */
static void
write_range (PremiseText           *self,
             const PremiseTextRun **low,
             const PremiseTextRun **high,
             const char            *language,
             PremiseEvaluator      *evaluator,
             gboolean               base,
             PremiseFormatRange    *range)
{
  if (get_value (*low, evaluator, base) > get_value (*high, evaluator, base))
    {
      const PremiseTextRun *other = *low;

      *low = *high;
      *high = other;
    }

  premise_format_range (range, &(*low)->format, get_value (*low, evaluator, base),
                        get_value (*high, evaluator, base),
                        premise_model_get_unit (self->model, (*low)->variable),
                        premise_model_get_unit (self->model, (*high)->variable), language);
}

/* (transfer full) */
static char *
dup_base_range (PremiseText          *self,
                const PremiseTextRun *low,
                const PremiseTextRun *high,
                const char           *language,
                PremiseEvaluator     *evaluator)
{
  g_auto(PremiseFormatRange) range = { NULL };

  write_range (self, &low, &high, language, evaluator, TRUE, &range);

  return g_strconcat (range.low, range.between, range.high, NULL);
}

/* The number at one end; text is what is written of it in the range. */
static PremiseSpan *
span_new_for_end (PremiseText          *self,
                  const PremiseTextRun *run,
                  PremiseRangeEnd       end,
                  char                 *text,
                  const char           *language,
                  PremiseEvaluator     *evaluator)
{
  PremiseSpan *span = span_new_for_value (self, run, language, evaluator);

  span->end = end;
  span->alone = span->text;
  span->text = text;

  return span;
}

static PremiseSpan *
span_new_between (const PremiseTextRun *run,
                  char                 *text)
{
  PremiseSpan *span = g_new0 (PremiseSpan, 1);

  span->kind = run->target != NULL ? PREMISE_SPAN_LINK : PREMISE_SPAN_TEXT;
  span->emphasis = run->emphasis;
  span->variable = PREMISE_MODEL_NOT_FOUND;
  span->target = g_strdup (run->target);
  span->text = text;

  return span;
}

static void
append_range (GPtrArray            *spans,
              PremiseText          *self,
              const PremiseTextRun *low,
              const PremiseTextRun *high,
              const char           *language,
              PremiseEvaluator     *evaluator)
{
  PremiseFormatRange range = { NULL };
  g_autofree char *base_range = NULL;
  g_autofree char *whole = NULL;
  PremiseSpan *span;

  if (evaluator == NULL)
    {
      append_span (spans, span_new_for_value (self, low, language, NULL));
      append_span (spans, span_new_between (low, g_strdup (PREMISE_RANGE_DASH)));
      append_span (spans, span_new_for_value (self, high, language, NULL));
      return;
    }

  base_range = dup_base_range (self, low, high, language, evaluator);
  write_range (self, &low, &high, language, evaluator, FALSE, &range);
  whole = g_strconcat (range.low, range.between, range.high, NULL);

  span = span_new_for_end (self, low, PREMISE_RANGE_END_LOW, range.low, language, evaluator);
  append_span (spans, span);

  if (range.high != NULL)
    {
      append_span (spans, span_new_between (low, range.between));
      span = span_new_for_end (self, high, PREMISE_RANGE_END_HIGH, range.high, language, evaluator);
      append_span (spans, span);
    }

  if (strcmp (whole, base_range) != 0)
    span->base_range = g_steal_pointer (&base_range);
}

/**
 * premise_text_parse:
 * @model: (nullable): the model that live numbers come from
 * @languages: (array zero-terminated=1): the languages of the report
 * @texts: the markup in each of @languages; %NULL where a language is missing
 * @complaint: (nullable) (scope call): called for everything that is wrong
 * @user_data: data for @complaint
 *
 * Parses a text in every language.
 *
 * What is not understood is kept as it is written, so that a reader sees it in
 * its place and the rest can be read.
 *
 * Returns: (transfer full): the text
 */
PremiseText *
premise_text_parse (PremiseModel         *model,
                    const char *const    *languages,
                    const char *const    *texts,
                    PremiseTextComplaint  complaint,
                    gpointer              user_data)
{
  PremiseText *self;

  g_return_val_if_fail (languages != NULL, NULL);
  g_return_val_if_fail (texts != NULL, NULL);

  self = g_new0 (PremiseText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->model = model != NULL ? g_object_ref (model) : NULL;
  self->languages = g_strdupv ((GStrv) languages);
  self->versions = g_array_new (FALSE, TRUE, sizeof (PremiseTextVersion));
  g_array_set_clear_func (self->versions, version_clear);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (texts[i] != NULL)
        {
          PremiseTextVersion version = {
            .language = g_strdup (languages[i]),
            .runs = premise_text_parse_runs (model, languages[i], texts[i], complaint, user_data),
          };

          g_array_append_val (self->versions, version);
        }
    }

  return self;
}

/**
 * premise_text_resolve:
 * @self: a text
 * @format_of: (nullable) (scope call): finds a variable's own format
 * @source_name: (nullable) (scope call): finds the name of a source
 * @user_data: data for both
 *
 * Fills in what was not known when the text was parsed. Only the loader calls
 * it, before anything else sees the text.
 */
void
premise_text_resolve (PremiseText           *self,
                      PremiseTextFormatFunc  format_of,
                      PremiseTextSourceFunc  source_name,
                      gpointer               user_data)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->versions->len; i++)
    {
      PremiseTextVersion *version = get_version (self, i);

      for (guint j = 0; j < version->runs->len; j++)
        {
          PremiseTextRun *run = &g_array_index (version->runs, PremiseTextRun, j);

          if (run->kind == PREMISE_SPAN_VALUE && !run->own_format && format_of != NULL)
            {
              const PremiseFormat *format = format_of (run->variable, user_data);

              if (run->end == PREMISE_RANGE_END_HIGH)
                run->format = run[-1].format;
              else if (format != NULL)
                run->format = *format;
            }

          if (run->kind == PREMISE_SPAN_CITATION && source_name != NULL)
            {
              g_free (run->text);
              run->text = source_name (run->target, version->language, user_data);
            }
        }
    }
}

/**
 * premise_text_foreach_target:
 * @self: a text
 * @func: (scope call): called for each citation and each link
 * @user_data: data for @func
 *
 * Visits what the text refers to, in every language.
 */
void
premise_text_foreach_target (PremiseText           *self,
                             PremiseTextTargetFunc  func,
                             gpointer               user_data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  for (guint i = 0; i < self->versions->len; i++)
    {
      PremiseTextVersion *version = get_version (self, i);
      const char *link = NULL;

      for (guint j = 0; j < version->runs->len; j++)
        {
          PremiseTextRun *run = &g_array_index (version->runs, PremiseTextRun, j);
          gboolean citation = run->kind == PREMISE_SPAN_CITATION;

          /* The runs of one link follow each other. */
          if (run->target != NULL && (citation || g_strcmp0 (link, run->target) != 0))
            func (citation ? PREMISE_SPAN_CITATION : PREMISE_SPAN_LINK, run->target,
                  version->language, run->offset, user_data);

          link = citation ? NULL : run->target;
        }
    }
}

/**
 * premise_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self with one more reference
 */
PremiseText *
premise_text_ref (PremiseText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * premise_text_unref:
 * @self: (transfer full): a text
 *
 * Releases a reference.
 */
void
premise_text_unref (PremiseText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->versions, g_array_unref);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_object (&self->model);
  g_free (self);
}

/**
 * premise_text_has_language:
 * @self: a text
 * @language: a language tag
 *
 * Returns: whether the text is there in that language, without falling back
 */
gboolean
premise_text_has_language (PremiseText *self,
                           const char  *language)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return find_version (self, language) != NULL;
}

/* What is shown to somebody who reads a language. */
static PremiseTextVersion *
choose_version (PremiseText *self,
                const char  *language)
{
  PremiseTextVersion *version = find_version (self, language);

  if (version == NULL)
    version = find_version (self, self->languages[0]);

  if (version == NULL && self->versions->len > 0)
    version = get_version (self, 0);

  return version;
}

/**
 * premise_text_find_language:
 * @self: a text
 * @language: a language tag
 *
 * Finds in which language the text is shown to somebody who reads @language: that one, or the one
 * to fall back to.
 *
 * Returns: (transfer none) (nullable): a language; %NULL for a text in none
 */
const char *
premise_text_find_language (PremiseText *self,
                            const char  *language)
{
  const PremiseTextVersion *version;

  g_return_val_if_fail (self != NULL, NULL);

  version = choose_version (self, language);

  return version != NULL ? version->language : NULL;
}

static gboolean
is_right_to_left (const char *language)
{
  static const char *const languages[] = {
    "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi", NULL
  };

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (same_language (language, languages[i]))
        return TRUE;
    }

  return FALSE;
}

/* The letters of the mark would make a paragraph run from left to right that does not. */
static PremiseSpan *
span_new_for_language (const char *language)
{
  PremiseSpan *span = g_new0 (PremiseSpan, 1);
  g_autofree char *name = g_ascii_strup (language, -1);

  span->kind = PREMISE_SPAN_LANGUAGE;
  span->variable = PREMISE_MODEL_NOT_FOUND;
  span->target = g_strdup (language);
  span->text = g_strdup_printf ("%s[%s]" PREMISE_NO_BREAK_SPACE,
                                is_right_to_left (language) ? RIGHT_TO_LEFT_MARK : "", name);

  return span;
}

/**
 * premise_text_render:
 * @self: a text
 * @language: (nullable): the language to read
 * @evaluator: (nullable): the values; %NULL writes “…” for numbers
 *
 * Writes the text with the numbers as they are now. Spans hold plain words:
 * whoever draws them with markup has to escape them.
 *
 * Returns: (transfer full) (element-type PremiseSpan): the pieces in order
 */
GPtrArray *
premise_text_render (PremiseText      *self,
                     const char       *language,
                     PremiseEvaluator *evaluator)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_span_free);
  PremiseTextVersion *version;

  g_return_val_if_fail (self != NULL, spans);

  version = choose_version (self, language);

  if (version != NULL && language != NULL && version != find_version (self, language))
    g_ptr_array_add (spans, span_new_for_language (version->language));

  for (guint i = 0; version != NULL && i < version->runs->len; i++)
    {
      const PremiseTextRun *run = &g_array_index (version->runs, PremiseTextRun, i);

      if (run->end == PREMISE_RANGE_END_LOW)
        append_range (spans, self, run, &g_array_index (version->runs, PremiseTextRun, ++i),
                      version->language, evaluator);
      else
        append_span (spans, span_new_for_run (self, run, version->language, evaluator));
    }

  return spans;
}

/**
 * premise_text_render_plain:
 * @self: a text
 * @language: (nullable): the language to read
 * @evaluator: (nullable): the values; %NULL writes “…” for numbers
 *
 * Writes the words alone, without emphasis and citations.
 *
 * Returns: (transfer full): the words
 */
char *
premise_text_render_plain (PremiseText      *self,
                           const char       *language,
                           PremiseEvaluator *evaluator)
{
  g_autoptr(GPtrArray) spans = premise_text_render (self, language, evaluator);
  g_autoptr(GString) string = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const PremiseSpan *span = g_ptr_array_index (spans, i);

      if (span->kind != PREMISE_SPAN_CITATION)
        g_string_append (string, span->text);
      else if (g_str_has_suffix (string->str, " "))
        /* The space before the citation would now stand before a full stop. */
        g_string_truncate (string, string->len - 1);
    }

  return g_string_free_and_steal (g_steal_pointer (&string));
}

/**
 * premise_text_add_variables:
 * @self: a text
 * @variables: (element-type guint): where to add
 *
 * Adds the variables that the text shows in any language, each once.
 */
void
premise_text_add_variables (PremiseText *self,
                            GArray      *variables)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (variables != NULL);

  for (guint i = 0; i < self->versions->len; i++)
    {
      GArray *runs = get_version (self, i)->runs;

      for (guint j = 0; j < runs->len; j++)
        {
          const PremiseTextRun *run = &g_array_index (runs, PremiseTextRun, j);
          gboolean known = run->kind != PREMISE_SPAN_VALUE;

          for (guint k = 0; !known && k < variables->len; k++)
            known = g_array_index (variables, guint, k) == run->variable;

          if (!known)
            g_array_append_val (variables, run->variable);
        }
    }
}

/**
 * premise_span_free:
 * @span: (transfer full) (nullable): a span
 *
 * Frees a span.
 */
void
premise_span_free (PremiseSpan *span)
{
  if (span == NULL)
    return;

  g_free (span->text);
  g_free (span->base_text);
  g_free (span->alone);
  g_free (span->base_range);
  g_free (span->target);
  g_free (span);
}
