/* premise-markup.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-markup.h"

#include "premise-figure-words.h"
#include "premise-format-words.h"
#include "premise-literal.h"

#include <pango/pango.h>

#define URI_VALUE   "premise:value/"
#define URI_SECTION "premise:section/"
#define URI_SOURCE  "premise:source/"

/* Between a number and its unit. */
#define NARROW_SPACE "\u202f"

/* Words that stand among the report's own, so they follow its language and not the desktop's. */
typedef struct
{
  const char *language;
  const char *base;
  const char *page_open;      /* around a page number behind the name of a source */
  const char *page_close;
  const char *page_alone;     /* before a page number that stands for itself */
} Words;

static const Words all_words[] = {
  { "zh", "基准 ", "，第\u202f", "\u202f页", "第\u202f" },
  { "en", "base ", ", p.\u00a0", "", "p.\u00a0" },
};

static const Words *
get_words (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_words); i++)
    {
      if (g_str_has_prefix (language, all_words[i].language))
        return &all_words[i];
    }

  return &all_words[G_N_ELEMENTS (all_words) - 1];
}

/* Length of the base value without the unit, when the value beside it has the same unit. */
static gsize
bare_length (const char *value,
             const char *base)
{
  const char *value_unit = strstr (value, NARROW_SPACE);
  const char *base_unit = strstr (base, NARROW_SPACE);

  if (value_unit != NULL && base_unit != NULL && strcmp (value_unit, base_unit) == 0)
    return base_unit - base;

  return strlen (base);
}

static void
append_escaped (GString    *markup,
                const char *text,
                gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

/* A label reads the title of a link as markup in its turn, so it is escaped twice. */
static void
append_title (GString    *markup,
              const char *title)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  g_string_append (markup, " title=\"");
  append_escaped (markup, escaped, -1);
  g_string_append_c (markup, '"');
}

/**
 * premise_markup_get_kind_class:
 * @session: a session
 * @variable: position of a variable of its model
 *
 * Gets the style class of a number by what it is, which a review makes visible.
 *
 * Returns: (transfer none): the name of the class
 */
const char *
premise_markup_get_kind_class (PremiseSession *session,
                               guint           variable)
{
  static const char *const classes[] = {
    [PREMISE_VARIABLE_DATUM] = "premise-fact",
    [PREMISE_VARIABLE_ASSUMPTION] = "premise-assumption",
    [PREMISE_VARIABLE_FORMULA] = "premise-result",
  };

  return classes[premise_model_get_kind (premise_session_get_model (session), variable)];
}

/* In a review, digits that nothing vouches for are underlined as a wrong word is. A text that cites a source
 * says where its numbers come from. */
static void
append_words (GString        *markup,
              const char     *words,
              PremiseSession *session,
              gboolean        vouched)
{
  g_autoptr(GArray) literals = NULL;
  gsize at = 0;

  if (!vouched && premise_session_get_reviewing (session))
    literals = premise_literal_find (words, premise_session_get_language (session));

  for (guint i = 0; literals != NULL && i < literals->len; i++)
    {
      const PremiseLiteral *literal = &g_array_index (literals, PremiseLiteral, i);

      append_escaped (markup, words + at, (gssize) (literal->start - at));
      g_string_append (markup, "<span underline=\"error\" underline_color=\"#e01b24\" weight=\"bold\">");
      append_escaped (markup, words + literal->start, (gssize) (literal->end - literal->start));
      g_string_append (markup, "</span>");
      at = literal->end;
    }

  append_escaped (markup, words + at, -1);
}

static gboolean
cites (const GPtrArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      if (((const PremiseSpan *) g_ptr_array_index (spans, i))->kind == PREMISE_SPAN_CITATION)
        return TRUE;
    }

  return FALSE;
}

/* Behind a range stands what all of it was. */
static void
append_base (GString                  *markup,
             GString                  *plain,
             const PremiseSpan        *span,
             const PremiseFigureWords *words)
{
  g_autofree char *base = span->base_range != NULL
                            ? g_strdup (span->base_range)
                            : g_strndup (span->base_text,
                                         bare_length (span->text, span->base_text));

  g_string_append (markup, "<span size=\"smaller\" fgalpha=\"65%\">");
  append_escaped (markup, words->base_open, -1);
  append_escaped (markup, base, -1);
  append_escaped (markup, words->base_close, -1);
  g_string_append (markup, "</span>");

  g_string_append_printf (plain, "%s%s%s", words->base_open, base, words->base_close);
}

static void
append_value (GString            *markup,
              GString            *plain,
              const PremiseSpan  *span,
              PremiseSession     *session,
              PremiseMarkupFlags  flags,
              GArray             *ranges)
{
  PremiseReport *report = premise_session_get_report (session);
  const char *language = premise_session_get_language (session);
  g_autofree char *label = premise_report_dup_cell_label (report, span->variable, span->cell,
                                                          language);
  /* A change that the format rounds away is none for the reader. */
  const char *value = span->alone != NULL ? span->alone : span->text;
  gboolean changed = span->changed && g_strcmp0 (span->base_text, value) != 0;
  gboolean has_base = changed && span->base_text != NULL;
  gboolean shows_base = span->base_range != NULL || (has_base && span->end == PREMISE_RANGE_END_NONE);
  PremiseMarkupRange range = {
    .start = plain->len,
    .end = plain->len + strlen (span->text),
    .variable = span->variable,
    .cell = span->cell,
  };

  range.assumption = premise_model_get_kind (premise_report_get_model (report), span->variable)
                     == PREMISE_VARIABLE_ASSUMPTION;
  if (ranges != NULL)
    g_array_append_val (ranges, range);

  g_string_append_printf (markup, "<a href=\"" URI_VALUE "%u/%u\" class=\"%s\"",
                          span->variable, span->cell,
                          changed ? "premise-changed"
                                  : premise_markup_get_kind_class (session, span->variable));
  if (has_base)
    {
      g_autofree char *title = g_strdup_printf ("%s\n%s → %s", label, span->base_text, value);

      append_title (markup, title);
    }
  else
    {
      append_title (markup, label);
    }
  /* A number stays on one line with its unit, and a change shows without colour too. */
  g_string_append (markup, changed ? "><span allow_breaks=\"false\" weight=\"bold\">"
                                   : "><span allow_breaks=\"false\">");
  append_escaped (markup, span->text, -1);
  g_string_append (markup, "</span></a>");
  g_string_append (plain, span->text);

  if (shows_base && (flags & PREMISE_MARKUP_NO_BASE) == 0)
    append_base (markup, plain, span, premise_figure_words_get (language));
}

/* A report is made from one document, whose name behind every paragraph would be noise: a page
 * of it is enough. The tooltip has the rest. */
static char *
dup_citation (const PremiseSpan *span,
              PremiseSession    *session)
{
  const Words *words = get_words (premise_session_get_language (session));
  const PremiseSource *source = NULL;

  if (span->target != NULL)
    source = premise_report_find_source (premise_session_get_report (session), span->target);

  if (span->page > 0 && source != NULL && g_strcmp0 (source->kind, "deck") == 0)
    return g_strdup_printf ("%s%u%s", words->page_alone, span->page, words->page_close);

  return g_strdup (span->text);
}

static void
append_citation (GString           *markup,
                 GString           *plain,
                 const PremiseSpan *span,
                 PremiseSession    *session)
{
  g_autofree char *id = g_uri_escape_string (span->target != NULL ? span->target : "", NULL, FALSE);
  g_autofree char *title = premise_markup_dup_source (session, span->target, span->page);
  g_autofree char *text = dup_citation (span, session);

  g_string_append_printf (markup, "<a href=\"" URI_SOURCE "%s/%u\" class=\"premise-citation\"",
                          id, span->page);
  append_title (markup, title);
  g_string_append (markup, "><span size=\"75%\" rise=\"3pt\">");
  append_escaped (markup, text, -1);
  g_string_append (markup, "</span></a>");
  g_string_append (plain, text);
}

/* The words of a link need not be the title of the section, which is what a screen reader has to say of it. */
static char *
dup_section_title (PremiseSession *session,
                   const char     *id)
{
  PremiseReport *report = premise_session_get_report (session);
  guint position = id != NULL ? premise_report_find_section (report, id) : PREMISE_MODEL_NOT_FOUND;
  const PremiseSection *section;
  g_autofree char *title = NULL;

  if (position == PREMISE_MODEL_NOT_FOUND)
    return NULL;

  section = premise_report_get_section (report, position);
  title = premise_text_render_plain (section->title, premise_session_get_language (session),
                                     premise_session_get_evaluator (session));

  return section->number != NULL ? g_strdup_printf ("%s %s", section->number, title) : g_steal_pointer (&title);
}

static void
append_section_link (GString           *markup,
                     GString           *plain,
                     const PremiseSpan *span,
                     PremiseSession    *session)
{
  g_autofree char *id = g_uri_escape_string (span->target != NULL ? span->target : "", NULL, FALSE);
  g_autofree char *title = dup_section_title (session, span->target);

  g_string_append_printf (markup, "<a href=\"" URI_SECTION "%s\" class=\"premise-section-link\"",
                          id);
  if (title != NULL)
    append_title (markup, title);
  g_string_append_c (markup, '>');
  append_escaped (markup, span->text, -1);
  g_string_append (markup, "</a>");
  g_string_append (plain, span->text);
}

static void
append_span (GString            *markup,
             GString            *plain,
             const PremiseSpan  *span,
             PremiseSession     *session,
             PremiseMarkupFlags  flags,
             gboolean            vouched,
             GArray             *ranges)
{
  gboolean italic = (span->emphasis & PREMISE_EMPHASIS_ITALIC) != 0;
  gboolean strong = (span->emphasis & PREMISE_EMPHASIS_STRONG) != 0;

  g_string_append (markup, italic ? "<i>" : "");
  g_string_append (markup, strong ? "<b>" : "");

  switch (span->kind)
    {
    case PREMISE_SPAN_TEXT:
      append_words (markup, span->text, session, vouched);
      g_string_append (plain, span->text);
      break;

    case PREMISE_SPAN_VALUE:
      append_value (markup, plain, span, session, flags, ranges);
      break;

    case PREMISE_SPAN_CITATION:
      append_citation (markup, plain, span, session);
      break;

    case PREMISE_SPAN_LINK:
      append_section_link (markup, plain, span, session);
      break;

    case PREMISE_SPAN_LANGUAGE:
      g_string_append (markup, "<span size=\"75%\" weight=\"bold\" fgalpha=\"65%\">");
      append_escaped (markup, span->text, -1);
      g_string_append (markup, "</span>");
      g_string_append (plain, span->text);
      break;

    default:
      g_assert_not_reached ();
    }

  g_string_append (markup, strong ? "</b>" : "");
  g_string_append (markup, italic ? "</i>" : "");
}

/**
 * premise_markup_render:
 * @session: the session whose language and values are shown
 * @text: a text of its report
 * @flags: how
 * @ranges: (nullable) (element-type PremiseMarkupRange): where the live numbers are is added here
 *
 * Writes @text as markup for a #GtkLabel. Whatever stands in the report is escaped: a report
 * cannot bring markup of its own.
 *
 * Returns: (transfer full): the markup
 */
char *
premise_markup_render (PremiseSession     *session,
                       PremiseText        *text,
                       PremiseMarkupFlags  flags,
                       GArray             *ranges)
{
  const char *language;
  const char *shown;
  gboolean vouched;
  g_autoptr(GPtrArray) spans = NULL;
  g_autoptr(GString) markup = NULL;
  g_autoptr(GString) plain = NULL;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  language = premise_session_get_language (session);
  spans = premise_text_render (text, language, premise_session_get_evaluator (session));
  vouched = cites (spans);
  markup = g_string_new (NULL);
  plain = g_string_new (NULL);

  shown = premise_text_find_language (text, language);
  g_string_append_printf (markup, "<span lang=\"%s\">",
                          premise_markup_get_pango_language (shown != NULL ? shown : language));
  for (guint i = 0; i < spans->len; i++)
    append_span (markup, plain, g_ptr_array_index (spans, i), session, flags, vouched, ranges);
  g_string_append (markup, "</span>");

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/**
 * premise_markup_dup_source:
 * @session: a session
 * @source: (nullable): id of a source
 * @page: a page in it, 0 for none
 *
 * Names a source in the language of the report: "The deck, p. 51".
 *
 * Returns: (transfer full): the name, or @source itself when the report does not list it
 */
char *
premise_markup_dup_source (PremiseSession *session,
                           const char     *source,
                           guint           page)
{
  const char *language = premise_session_get_language (session);
  const Words *words = get_words (language);
  const PremiseSource *found = NULL;
  g_autofree char *name = NULL;

  if (source != NULL)
    found = premise_report_find_source (premise_session_get_report (session), source);

  if (found != NULL)
    name = premise_text_render_plain (found->name, language, NULL);
  else
    name = g_strdup (source != NULL ? source : "");

  if (page == 0)
    return g_steal_pointer (&name);

  return g_strdup_printf ("%s%s%u%s", name, words->page_open, page, words->page_close);
}

/**
 * premise_markup_dup_with_base:
 * @value: a formatted value
 * @base: the base value, formatted
 * @language: language of the report
 *
 * Says a value together with its base value, for the accessibility tree and tooltips.
 *
 * Returns: (transfer full): "1,150 bn, base 1,023 bn"
 */
char *
premise_markup_dup_with_base (const char *value,
                              const char *base,
                              const char *language)
{
  const Words *words = get_words (language);

  return g_strdup_printf (g_str_has_prefix (language, "zh") ? "%s，%s%s" : "%s, %s%s",
                          value, words->base, base);
}

/**
 * premise_markup_get_direction:
 * @language: language of the report
 *
 * Gets which way the report runs, whatever the interface does: lines of English that stand at the right, as those of
 * an Arabic interface do, would be ragged on both sides.
 *
 * Returns: the direction of the script that @language is written in
 */
GtkTextDirection
premise_markup_get_direction (const char *language)
{
  int n_scripts = 0;
  const PangoScript *scripts = pango_language_get_scripts (pango_language_from_string (language), &n_scripts);

  /* The main one is first. */
  if (n_scripts > 0 &&
      (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW || scripts[0] == PANGO_SCRIPT_SYRIAC ||
       scripts[0] == PANGO_SCRIPT_THAANA || scripts[0] == PANGO_SCRIPT_NKO))
    return GTK_TEXT_DIR_RTL;

  return GTK_TEXT_DIR_LTR;
}

/**
 * premise_markup_get_pango_language:
 * @language: language of the report
 *
 * Gets the language tag that makes Pango choose the right glyphs, as premise_words_get_pango_language().
 *
 * Fonts are looked up and measured anew for each tag: one tag does for the English of the report and that of the
 * interface around it, which is English too in the C locale.
 *
 * Returns: (transfer none): a language tag
 */
const char *
premise_markup_get_pango_language (const char *language)
{
  const char *interface = pango_language_to_string (pango_language_get_default ());

  if (g_str_has_prefix (language, "en") && (g_str_equal (interface, "c") || g_str_has_prefix (interface, "en-")))
    return interface;

  return premise_words_get_pango_language (language);
}

static gboolean
parse_number (const char  *text,
              char         end,
              guint       *number,
              const char **rest)
{
  char *stop = NULL;
  guint64 value;

  if (!g_ascii_isdigit (*text))
    return FALSE;

  value = g_ascii_strtoull (text, &stop, 10);
  if (value > G_MAXUINT || *stop != end)
    return FALSE;

  *number = (guint) value;
  if (rest != NULL)
    *rest = stop + 1;

  return TRUE;
}

/**
 * premise_link_parse:
 * @uri: target of a link
 * @link: (out caller-allocates): what it means; clear it with premise_link_clear()
 *
 * Reads the target of a link that premise_markup_render() wrote.
 *
 * Returns: whether it is one
 */
gboolean
premise_link_parse (const char  *uri,
                    PremiseLink *link)
{
  const char *rest;

  g_return_val_if_fail (uri != NULL, FALSE);
  g_return_val_if_fail (link != NULL, FALSE);

  *link = (PremiseLink) { 0 };

  if (g_str_has_prefix (uri, URI_VALUE))
    {
      link->kind = PREMISE_LINK_VALUE;
      return parse_number (uri + strlen (URI_VALUE), '/', &link->variable, &rest) &&
             parse_number (rest, '\0', &link->cell, NULL);
    }

  if (g_str_has_prefix (uri, URI_SECTION))
    {
      link->kind = PREMISE_LINK_SECTION;
      link->id = g_uri_unescape_string (uri + strlen (URI_SECTION), NULL);
      return link->id != NULL;
    }

  if (g_str_has_prefix (uri, URI_SOURCE))
    {
      const char *id = uri + strlen (URI_SOURCE);
      const char *slash = strrchr (id, '/');

      if (slash == NULL || !parse_number (slash + 1, '\0', &link->page, NULL))
        return FALSE;

      link->kind = PREMISE_LINK_SOURCE;
      link->id = g_uri_unescape_segment (id, slash, NULL);
      return link->id != NULL;
    }

  return FALSE;
}

/**
 * premise_link_clear:
 * @link: a link
 *
 * Frees what @link holds, not @link itself.
 */
void
premise_link_clear (PremiseLink *link)
{
  g_clear_pointer (&link->id, g_free);
}
