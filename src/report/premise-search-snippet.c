/* premise-search-snippet.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-search-private.h"

#include <string.h>

/* In columns: a Chinese character takes two. */
#define MAX_COLUMNS    96
#define COLUMNS_BEFORE 24
/* Less than this is not worth an ellipsis. */
#define COLUMNS_SPARED 8

#define ELLIPSIS "…"

static int
columns_of (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static int
count_columns (const char *start,
               const char *end)
{
  int columns = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    columns += columns_of (g_utf8_get_char (p));

  return columns;
}

/* Whether a line may be broken before the character at p. */
static gboolean
is_boundary (const char *text,
             const char *p)
{
  gunichar before;

  if (p == text)
    return TRUE;

  before = g_utf8_get_char (g_utf8_find_prev_char (text, p));

  return g_unichar_isspace (before) || g_unichar_iswide (before) ||
         g_unichar_iswide (g_utf8_get_char (p));
}

static gboolean
ends_clause (const char *text,
             const char *p)
{
  static const char *const marks[] = { "。", "；", "，", "：", "、", ". ", "; ", ", ", " · " };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize n = strlen (marks[i]);

      if ((gsize) (p - text) >= n && memcmp (p - n, marks[i], n) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Where a clause begins not too far before the match, else a word. */
static const char *
find_start (const char *text,
            const char *match)
{
  const char *start = match;
  int columns = 0;

  for (const char *p = match; p > text; )
    {
      if (ends_clause (text, p) && columns > COLUMNS_BEFORE / 4)
        return p;
      if (columns > COLUMNS_BEFORE)
        return start;
      p = g_utf8_find_prev_char (text, p);
      columns += columns_of (g_utf8_get_char (p));
      if (is_boundary (text, p))
        start = p;
    }

  return text;
}

static const char *
find_end (const char *text,
          const char *start,
          const char *at_least)
{
  const char *end = at_least;
  int columns = 0;

  for (const char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (columns >= MAX_COLUMNS && end >= at_least)
        return end;
      if (p >= at_least && is_boundary (text, p))
        end = p;
      columns += columns_of (g_utf8_get_char (p));
    }

  return text + strlen (text);
}

static char *
dup_line (const char *start,
          gsize       n)
{
  char *line = g_strndup (start, n);

  for (char *p = line; *p != '\0'; p++)
    if (*p == '\n' || *p == '\t' || *p == '\r')
      *p = ' ';

  return line;
}

/* Moves the ranges into the piece and drops those outside. */
static void
move_ranges (GArray *ranges,
             guint   start,
             guint   end,
             guint   shift)
{
  guint n = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      PremiseSearchRange range = g_array_index (ranges, PremiseSearchRange, i);

      if (range.start < start || range.end > end)
        continue;

      range.start = range.start - start + shift;
      range.end = range.end - start + shift;
      g_array_index (ranges, PremiseSearchRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

/**
 * premise_search_cut:
 * @text: a text of any length
 * @ranges: (element-type PremiseSearchRange) (inout): the matches in it, changed to those in
 *   what is returned
 *
 * Cuts out what is around the first match. What is left out is marked by an ellipsis.
 *
 * Returns: (transfer full): a line or two
 */
char *
premise_search_cut (const char *text,
                    GArray     *ranges)
{
  const char *last = text + strlen (text);
  const PremiseSearchRange *first = ranges->len > 0 ? &g_array_index (ranges, PremiseSearchRange, 0)
                                                    : NULL;
  const char *start = text;
  const char *end;
  g_autofree char *line = NULL;

  if (count_columns (text, last) <= MAX_COLUMNS)
    return dup_line (text, last - text);

  if (first != NULL)
    start = find_start (text, text + first->start);
  if (count_columns (text, start) <= COLUMNS_SPARED)
    start = text;
  end = find_end (text, start, first != NULL ? text + first->end : start);
  if (count_columns (end, last) <= COLUMNS_SPARED)
    end = last;
  while (end > start && end < last && g_ascii_isspace (end[-1]) &&
         (first == NULL || end > text + first->end))
    end--;

  line = dup_line (start, end - start);
  move_ranges (ranges, (guint) (start - text), (guint) (end - text),
               start > text ? strlen (ELLIPSIS) : 0);

  return g_strconcat (start > text ? ELLIPSIS : "", line, end < last ? ELLIPSIS : "", NULL);
}
