/* premise-lint-section.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-lint-private.h"

#include <glib/gi18n-lib.h>

/* What fits on a slide, in letters. A Chinese character takes the room of two and a half. The
 * help and the table of rules say these numbers. */
#define MAX_MESSAGE   225
#define MAX_TITLE     110
#define WIDE          2.5
#define MAX_HEADLINES 6

static PremiseJsonValue
find_root (PremiseLint          *self,
           const PremiseSection *section)
{
  const PremiseChapter *chapter = premise_report_get_chapter (self->report, section->chapter);
  g_autofree char *path = g_strdup_printf ("chapters/%s/%s.json", chapter->id, section->id);

  for (guint i = 0; i < self->loader->files->len; i++)
    {
      PremiseJsonFile *file = g_ptr_array_index (self->loader->files, i);

      if (g_str_equal (premise_json_file_get_path (file), path))
        return premise_json_file_get_root (file);
    }

  return PREMISE_JSON_ABSENT;
}

static double
measure (const char *text)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? WIDE : 1;

  return width;
}

/* With the numbers as they are in the base case. */
static void
check_length (PremiseLint      *self,
              PremiseJsonValue  value,
              PremiseText      *text,
              double            limit,
              PremiseRuleCode   rule)
{
  for (guint i = 0; self->report->languages[i] != NULL; i++)
    {
      const char *language = self->report->languages[i];
      g_autofree char *plain = NULL;

      if (!premise_text_has_language (text, language))
        continue;

      plain = premise_text_render_plain (text, language, self->evaluator);
      if (measure (plain) > limit)
        premise_lint_complain (premise_json_get (value, language), rule,
                               /* Translators: the code of a language, and the length of its
                                * text. */
                               _("the text is too long for a slide in the language “%s”: %ld "
                                 "characters"),
                               language, g_utf8_strlen (plain, -1));
    }
}

static void
check_block (const PremiseBlock *block,
             PremiseJsonValue    value)
{
  if (block->type != PREMISE_BLOCK_TABLE && block->type != PREMISE_BLOCK_FIGURE)
    return;

  if (block->title == NULL)
    premise_lint_complain (value, PREMISE_RULE_EXHIBIT_TITLE,
                           _("the table has no title; add “title”"));

  if (block->source == NULL)
    premise_lint_complain (value, PREMISE_RULE_EXHIBIT_SOURCE,
                           _("the exhibit names no source; add “source”"));
}

static void
check_section (PremiseLint          *self,
               const PremiseSection *section,
               PremiseJsonValue      root)
{
  PremiseJsonValue blocks = premise_json_get (root, "blocks");
  guint i = 0;

  check_length (self, premise_json_get (root, "title"), section->title, MAX_TITLE,
                PREMISE_RULE_LONG_TITLE);
  check_length (self, premise_json_get (root, "key_message"), section->key_message, MAX_MESSAGE,
                PREMISE_RULE_LONG_MESSAGE);

  if (section->notes == NULL)
    premise_lint_complain (premise_json_get (root, "id"), PREMISE_RULE_NOTES,
                           _("the section has no notes for the speaker; add “notes”"));

  if (section->pages->len == 0 && self->has_pages)
    premise_lint_complain (premise_json_get (root, "id"), PREMISE_RULE_PAGES,
                           _("the section does not say which pages it is about; add “pages”"));

  if (section->headline->len > MAX_HEADLINES)
    premise_lint_complain (premise_json_get (root, "headline"), PREMISE_RULE_HEADLINES,
                           /* Translators: the most there can be, and how many there are. */
                           _("a slide has room for %d headline numbers, and there are %u"),
                           MAX_HEADLINES, section->headline->len);

  if (section->blocks->len == 0)
    premise_lint_complain (blocks, PREMISE_RULE_EMPTY_SECTION, _("the section has no blocks"));

  for (PremiseJsonValue entry = premise_json_first (blocks); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    check_block (g_ptr_array_index (section->blocks, i++), entry);
}

/**
 * premise_lint_sections:
 * @self: a linter
 *
 * Looks at every section as a slide, and at its figures and tables.
 */
void
premise_lint_sections (PremiseLint *self)
{
  for (guint i = 0; i < self->report->sections->len; i++)
    {
      const PremiseSection *section = g_ptr_array_index (self->report->sections, i);
      PremiseJsonValue root = find_root (self, section);

      if (premise_json_is_present (root))
        check_section (self, section, root);
    }
}
