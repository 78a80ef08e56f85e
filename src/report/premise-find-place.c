/* premise-find-place.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-find-place.h"

#include "premise-search-private.h"

#include <string.h>

/* What stands before and behind the number, in any language that a reader may think in;
 * folded. */
static const struct
{
  PremiseFindKind kind;
  const char     *before;
  const char     *after;
} forms[] = {
  { PREMISE_FIND_PAGE, "pages", "" },
  { PREMISE_FIND_PAGE, "page", "" },
  { PREMISE_FIND_PAGE, "pp.", "" },
  { PREMISE_FIND_PAGE, "pp", "" },
  { PREMISE_FIND_PAGE, "p.", "" },
  { PREMISE_FIND_PAGE, "p", "" },
  { PREMISE_FIND_PAGE, "第", "页" },
  { PREMISE_FIND_PAGE, "", "页" },
  { PREMISE_FIND_EXHIBIT, "exhibit", "" },
  { PREMISE_FIND_EXHIBIT, "ex.", "" },
  { PREMISE_FIND_EXHIBIT, "figure", "" },
  { PREMISE_FIND_EXHIBIT, "fig.", "" },
  { PREMISE_FIND_EXHIBIT, "table", "" },
  { PREMISE_FIND_EXHIBIT, "图表", "" },
  { PREMISE_FIND_EXHIBIT, "图", "" },
  { PREMISE_FIND_EXHIBIT, "表", "" },
  { PREMISE_FIND_EXHIBIT, "#", "" },
};

static void
add_place (GArray          *places,
           PremiseFindKind  kind,
           guint            section,
           guint            block,
           guint            number)
{
  PremiseFindPlace place = { kind, section, block, number };

  g_array_append_val (places, place);
}

/* The number between before and after; 0 when there is something else. */
static guint
parse_number (const char *text,
              const char *before,
              const char *after)
{
  g_autofree char *digits = NULL;
  guint64 number;
  gsize length = strlen (text);

  if (!g_str_has_prefix (text, before) || !g_str_has_suffix (text, after) ||
      length < strlen (before) + strlen (after))
    return 0;

  digits = g_strndup (text + strlen (before), length - strlen (before) - strlen (after));
  g_strstrip (digits);

  return g_ascii_string_to_unsigned (digits, 10, 1, G_MAXUINT32 - 1, &number, NULL)
         ? (guint) number : 0;
}

static void
add_exhibit (PremiseReport *report,
             guint          number,
             GArray        *places)
{
  for (guint i = 0; i < premise_report_get_n_sections (report); i++)
    {
      const PremiseSection *section = premise_report_get_section (report, i);

      for (guint j = 0; j < section->blocks->len; j++)
        {
          const PremiseBlock *block = g_ptr_array_index (section->blocks, j);

          if (block->exhibit == number)
            add_place (places, PREMISE_FIND_EXHIBIT, i, j, number);
        }
    }
}

/* The block that is made from the page, else the head of the section. */
static guint
find_block_of_page (const PremiseSection *section,
                    guint                 page)
{
  for (guint i = 0; i < section->blocks->len; i++)
    if (((const PremiseBlock *) g_ptr_array_index (section->blocks, i))->page == page)
      return i;

  return PREMISE_MODEL_NOT_FOUND;
}

static void
add_page (PremiseReport *report,
          guint          page,
          GArray        *places)
{
  for (guint i = 0; i < premise_report_get_n_sections (report); i++)
    {
      const PremiseSection *section = premise_report_get_section (report, i);
      guint block = find_block_of_page (section, page);
      gboolean found = block != PREMISE_MODEL_NOT_FOUND;

      for (guint j = 0; j < section->pages->len && !found; j++)
        found = g_array_index (section->pages, guint, j) == page;
      if (found)
        add_place (places, PREMISE_FIND_PAGE, i, block, page);
    }
}

static gboolean
has_every_term (const char        *text,
                const char *const *terms)
{
  g_auto(PremiseFolded) folded = { 0 };
  PremiseSearchMatch match;

  premise_folded_init (&folded, text, FALSE);
  for (guint i = 0; terms[i] != NULL; i++)
    if (!premise_folded_find (&folded, terms[i], &match))
      return FALSE;

  return TRUE;
}

/* The number itself first, then what begins with it, then titles. */
static void
add_sections (PremiseReport    *report,
              const char       *language,
              PremiseEvaluator *evaluator,
              const char       *text,
              GArray           *places)
{
  g_auto(GStrv) terms = premise_search_split (text);
  guint n = premise_report_get_n_sections (report);

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < n; i++)
      {
        const PremiseSection *section = premise_report_get_section (report, i);
        const char *number = section->number != NULL ? section->number : "";
        g_autofree char *title = NULL;
        guint rank = 2;

        if (g_str_equal (number, text))
          rank = 0;
        else if (g_str_has_prefix (number, text))
          rank = 1;
        if (rank != pass)
          continue;

        title = premise_text_render_plain (section->title, language, evaluator);
        if (rank < 2 || has_every_term (title, (const char *const *) terms))
          add_place (places, PREMISE_FIND_SECTION, i, PREMISE_MODEL_NOT_FOUND, 0);
      }
}

/**
 * premise_report_find_places:
 * @report: a report
 * @language: the language of the titles
 * @evaluator: (nullable): the values in the titles
 * @text: what was typed: "3.5.1", "51", "p. 51", "第51页", "Exhibit 12", "图12", or words of a
 *   title; empty for every section
 *
 * Finds what a reader can mean. A bare number is the number of a section, of an exhibit, and
 * of a page, in this order.
 *
 * Returns: (transfer full) (element-type PremiseFindPlace): the places
 */
GArray *
premise_report_find_places (PremiseReport    *report,
                            const char       *language,
                            PremiseEvaluator *evaluator,
                            const char       *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PremiseFindPlace));
  g_auto(PremiseFolded) folded = { 0 };
  g_autofree char *stripped = NULL;
  guint number;

  g_return_val_if_fail (PREMISE_IS_REPORT (report), places);
  g_return_val_if_fail (text != NULL, places);

  stripped = g_strstrip (g_strdup (text));
  premise_folded_init (&folded, stripped, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      number = parse_number (folded.text, forms[i].before, forms[i].after);
      if (number == 0)
        continue;

      if (forms[i].kind == PREMISE_FIND_PAGE)
        add_page (report, number, places);
      else
        add_exhibit (report, number, places);
      return places;
    }

  add_sections (report, language, evaluator, folded.text, places);
  number = parse_number (folded.text, "", "");
  if (number > 0)
    {
      add_exhibit (report, number, places);
      add_page (report, number, places);
    }

  return places;
}
