/* premise-loader-limits.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"
#include "premise-text-hygiene.h"

#include <glib/gi18n-lib.h>

/* Characters. Nobody reads a longer paragraph, and setting one takes its time. */
#define MAX_TEXT 20000

/**
 * premise_loader_dup_text:
 * @value: a string of a text
 * @text: what it says
 *
 * Says what is wrong with a text from anywhere before it is parsed: too long, or with characters
 * that hide or turn around what is read.
 *
 * Returns: (transfer full) (nullable): what can be shown of it
 */
char *
premise_loader_dup_text (PremiseJsonValue  value,
                         const char       *text)
{
  const char *harmful;

  if (g_utf8_strlen (text, -1) > MAX_TEXT)
    {
      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_LIMIT,
                             _("the text is longer than %d characters; make it several blocks"),
                             MAX_TEXT);
      return NULL;
    }

  harmful = premise_text_find_harmful (text);
  if (harmful == NULL)
    return g_strdup (text);

  premise_json_complain_in (value, harmful - text, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_TEXT,
                            _("the character U+%04X is not seen and changes how others are read; "
                              "leave it out"),
                            g_utf8_get_char (harmful));

  return premise_text_dup_harmless (text);
}

/**
 * premise_loader_count:
 * @list: an array
 * @maximum: how many can be shown
 *
 * Complains of a list that is too long.
 *
 * Returns: how many of its entries to read
 */
guint
premise_loader_count (PremiseJsonValue list,
                      guint            maximum)
{
  guint n = premise_json_get_n (list);

  if (n <= maximum)
    return n;

  premise_json_complain (list, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_LIMIT,
                         /* Translators: how many there are, and the most. */
                         _("the list has %u entries, and no more than %u can be shown"), n, maximum);

  return maximum;
}
