/* premise-rule.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-rule.h"

#include <glib/gi18n-lib.h>

#define FIRST_LINT 1000

/* In the order of their codes, the loader's first. */
static const PremiseRule rules[] = {
  { PREMISE_DIAGNOSTIC_SYNTAX, "formula-syntax", PREMISE_SEVERITY_ERROR,
    N_("A formula is not written as formulas are.") },
  { PREMISE_DIAGNOSTIC_UNKNOWN_NAME, "unknown-name", PREMISE_SEVERITY_ERROR,
    N_("A formula uses a variable that does not exist.") },
  { PREMISE_DIAGNOSTIC_UNKNOWN_FUNCTION, "unknown-function", PREMISE_SEVERITY_ERROR,
    N_("A formula uses a function that does not exist.") },
  { PREMISE_DIAGNOSTIC_ARITY, "arguments", PREMISE_SEVERITY_ERROR,
    N_("A function has too many or too few arguments.") },
  { PREMISE_DIAGNOSTIC_UNIT, "unit", PREMISE_SEVERITY_ERROR,
    N_("A unit is unknown, or the units of a formula do not fit together.") },
  { PREMISE_DIAGNOSTIC_INDEX, "index", PREMISE_SEVERITY_ERROR,
    N_("Values, or the parts of a formula, do not fit the indexes.") },
  { PREMISE_DIAGNOSTIC_CYCLE, "cycle", PREMISE_SEVERITY_ERROR,
    N_("Formulas depend on each other in a circle.") },
  { PREMISE_DIAGNOSTIC_DUPLICATE, "duplicate-id", PREMISE_SEVERITY_ERROR,
    N_("Two things of one kind have the same id.") },
  { PREMISE_DIAGNOSTIC_LIMIT, "limit", PREMISE_SEVERITY_ERROR,
    N_("Something is larger, deeper or more numerous than a report may be.") },
  { PREMISE_DIAGNOSTIC_RANGE, "range", PREMISE_SEVERITY_ERROR,
    N_("An assumption’s value is outside its range, or its step is no step.") },
  { PREMISE_DIAGNOSTIC_FILE, "file", PREMISE_SEVERITY_ERROR,
    N_("A file is missing or cannot be read.") },
  { PREMISE_DIAGNOSTIC_JSON, "json", PREMISE_SEVERITY_ERROR,
    N_("A file is not JSON.") },
  { PREMISE_DIAGNOSTIC_KEY_MISSING, "missing-key", PREMISE_SEVERITY_ERROR,
    N_("A key that must be there is missing.") },
  { PREMISE_DIAGNOSTIC_KEY_UNKNOWN, "unknown-key", PREMISE_SEVERITY_WARNING,
    N_("A key means nothing in its place, or is a typing mistake.") },
  { PREMISE_DIAGNOSTIC_TYPE, "type", PREMISE_SEVERITY_ERROR,
    N_("A value is of another type than it must be: a number instead of a text, say.") },
  { PREMISE_DIAGNOSTIC_VALUE, "value", PREMISE_SEVERITY_ERROR,
    N_("A value is none of those that are possible in its place.") },
  { PREMISE_DIAGNOSTIC_TEXT, "text", PREMISE_SEVERITY_ERROR,
    N_("A text has a live number, an emphasis, a link or a citation that is not written right.") },
  { PREMISE_DIAGNOSTIC_REFERENCE, "reference", PREMISE_SEVERITY_ERROR,
    N_("A source, section, variable or index that is referred to does not exist.") },
  { PREMISE_DIAGNOSTIC_LANGUAGE, "language", PREMISE_SEVERITY_WARNING,
    N_("A text is missing in one of the report’s languages.") },
  { PREMISE_DIAGNOSTIC_VERSION, "version", PREMISE_SEVERITY_ERROR,
    N_("The report is in a format that this program does not read.") },
  { PREMISE_DIAGNOSTIC_MIGRATED, "older-format", PREMISE_SEVERITY_WARNING,
    N_("The report is written in an older format, and was read as what it is in the present one.") },

  { PREMISE_RULE_TEXT_EMPTY, "empty-text", PREMISE_SEVERITY_ERROR,
    N_("A text is empty in one of the report’s languages.") },
  { PREMISE_RULE_LIVE_NUMBERS, "live-numbers", PREMISE_SEVERITY_ERROR,
    N_("A text shows other live numbers in one language than in another.") },
  { PREMISE_RULE_LITERAL_NUMBERS, "literal-numbers", PREMISE_SEVERITY_WARNING,
    N_("A text has other literal numbers in one language than in another.") },
  { PREMISE_RULE_UNITS, "units", PREMISE_SEVERITY_WARNING,
    N_("A text writes a unit behind a number in one language only.") },
  { PREMISE_RULE_CITATIONS, "citations", PREMISE_SEVERITY_ERROR,
    N_("A text cites other sources in one language than in another.") },
  { PREMISE_RULE_LINKS, "links", PREMISE_SEVERITY_WARNING,
    N_("A text links to other sections in one language than in another.") },
  { PREMISE_RULE_NO_ORIGIN, "no-origin", PREMISE_SEVERITY_WARNING,
    N_("A text of a section has a number typed into it, and cites no source for it.") },
  { PREMISE_RULE_SCALE_DROPPED, "scale-dropped", PREMISE_SEVERITY_WARNING,
    N_("A live number in millions or the like is written without the word, and the text has none behind it.") },

  { PREMISE_RULE_RATIONALE, "rationale", PREMISE_SEVERITY_WARNING,
    N_("An assumption does not say why it is what it is.") },
  { PREMISE_RULE_SOURCE, "source", PREMISE_SEVERITY_WARNING,
    N_("A datum or an assumption names no source, and is not marked as the report’s own.") },
  { PREMISE_RULE_PAGE, "page", PREMISE_SEVERITY_WARNING,
    N_("A datum or an assumption from a source with pages does not say on which it is.") },
  { PREMISE_RULE_OFF_STEP, "off-step", PREMISE_SEVERITY_WARNING,
    N_("An assumption’s value is not a whole number of steps from the start of its range.") },
  { PREMISE_RULE_FIXED, "fixed-assumption", PREMISE_SEVERITY_WARNING,
    N_("An assumption cannot be moved, since its range begins where it ends.") },
  { PREMISE_RULE_UNUSED_VARIABLE, "unused-variable", PREMISE_SEVERITY_WARNING,
    N_("A variable is neither shown nor used by one that is.") },
  { PREMISE_RULE_UNUSED_SOURCE, "unused-source", PREMISE_SEVERITY_WARNING,
    N_("A source is named nowhere.") },
  { PREMISE_RULE_UNUSED_INDEX, "unused-index", PREMISE_SEVERITY_WARNING,
    N_("No variable has values per member of an index.") },
  { PREMISE_RULE_PRINTED_DIFFERS, "printed-differs", PREMISE_SEVERITY_WARNING,
    N_("A formula gives another number than its source prints, and has no note about it.") },
  { PREMISE_RULE_NO_VALUE, "no-value", PREMISE_SEVERITY_WARNING,
    N_("A formula has no value in the base case.") },
  { PREMISE_RULE_ODD_UNIT, "odd-unit", PREMISE_SEVERITY_WARNING,
    N_("A formula’s value is far too small or too large for its unit.") },
  { PREMISE_RULE_BARE_CONSTANT, "bare-constant", PREMISE_SEVERITY_WARNING,
    N_("A formula has a number in it that should be a datum or an assumption.") },

  { PREMISE_RULE_EXHIBIT_TITLE, "exhibit-title", PREMISE_SEVERITY_WARNING,
    N_("A table has no title.") },
  { PREMISE_RULE_EXHIBIT_SOURCE, "exhibit-source", PREMISE_SEVERITY_WARNING,
    N_("A figure or a table names no source.") },
  { PREMISE_RULE_NOTES, "notes", PREMISE_SEVERITY_WARNING,
    N_("A section has no notes for the speaker.") },
  { PREMISE_RULE_PAGES, "pages", PREMISE_SEVERITY_WARNING,
    N_("A section does not say which pages of its source it is about.") },
  { PREMISE_RULE_LONG_MESSAGE, "long-message", PREMISE_SEVERITY_WARNING,
    N_("A key message is too long for a slide: more than 90 Chinese characters or 225 letters.") },
  { PREMISE_RULE_LONG_TITLE, "long-title", PREMISE_SEVERITY_WARNING,
    N_("A title is too long for a slide: more than 44 Chinese characters or 110 letters.") },
  { PREMISE_RULE_HEADLINES, "headlines", PREMISE_SEVERITY_WARNING,
    N_("A section has more headline numbers than fit on a slide: more than 6.") },
  { PREMISE_RULE_EMPTY_SECTION, "empty-section", PREMISE_SEVERITY_WARNING,
    N_("A section has no blocks.") },
};

/**
 * premise_rule_get_n:
 *
 * Returns: how many rules there are
 */
guint
premise_rule_get_n (void)
{
  return G_N_ELEMENTS (rules);
}

/**
 * premise_rule_get:
 * @i: a position in the table
 *
 * Returns: (transfer none): a rule
 */
const PremiseRule *
premise_rule_get (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (rules), NULL);

  return &rules[i];
}

/**
 * premise_rule_find:
 * @code: a #PremiseDiagnosticCode or a #PremiseRuleCode
 *
 * Returns: (transfer none) (nullable): the rule with that code
 */
const PremiseRule *
premise_rule_find (guint code)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (rules[i].code == code)
        return &rules[i];
    }

  return NULL;
}

/**
 * premise_rule_get_summary:
 * @self: a rule
 *
 * Returns: (transfer none): what is wrong, in the user's language
 */
const char *
premise_rule_get_summary (const PremiseRule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->summary);
}

/**
 * premise_rule_dup_code:
 * @code: a #PremiseDiagnosticCode or a #PremiseRuleCode
 *
 * Returns: (transfer full): how it is printed: "E203" for what the loader says, "P101" for
 *   what the linter does
 */
char *
premise_rule_dup_code (guint code)
{
  if (code > FIRST_LINT)
    return g_strdup_printf ("P%u", code - FIRST_LINT);

  return g_strdup_printf ("E%u", code);
}
