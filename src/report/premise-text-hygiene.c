/* premise-text-hygiene.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-text-hygiene.h"

/* Control characters draw as boxes or nothing. Embeddings and overrides of the direction, and
 * the isolates, turn the order of what is read around, so that a number or a name says something
 * else than the file does. Marks (U+200E, U+200F) only place neighbours and stay.
 */
static gboolean
is_harmful (gunichar c)
{
  if (c == '\n' || c == '\t')
    return FALSE;

  return g_unichar_iscntrl (c) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb);
}

/**
 * premise_text_find_harmful:
 * @text: a text in UTF-8
 *
 * Returns: (transfer none) (nullable): where the first character stands that is not seen itself
 *   and changes how others are
 */
const char *
premise_text_find_harmful (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      /* Most are ASCII, and seen. */
      if ((*p < 0x20 || *p > 0x7e) && is_harmful (g_utf8_get_char (p)))
        return p;
    }

  return NULL;
}

/**
 * premise_text_is_harmless:
 * @text: a text in UTF-8
 *
 * Returns: whether it has no character of premise_text_find_harmful()
 */
gboolean
premise_text_is_harmless (const char *text)
{
  return premise_text_find_harmful (text) == NULL;
}

/**
 * premise_text_dup_harmless:
 * @text: a text in UTF-8
 *
 * Returns: (transfer full): the text with a visible mark for each such character
 */
char *
premise_text_dup_harmless (const char *text)
{
  g_autoptr(GString) safe = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  safe = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (safe, is_harmful (c) ? 0xfffd : c);
    }

  return g_string_free_and_steal (g_steal_pointer (&safe));
}
