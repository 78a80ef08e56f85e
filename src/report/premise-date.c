/* premise-date.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-date.h"

#include "premise-format-words.h"

#include <math.h>
#include <string.h>

/* The digits that must stand at the beginning of text; −1 if others do. */
static int
read_digits (const char **text,
             guint        n)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return -1;

      number = number * 10 + ((*text)[i] - '0');
    }

  *text += n;
  return number;
}

/* A month or a day behind its hyphen; 0 where the text ends before it, −1 if it is written wrong. */
static int
read_part (const char **text)
{
  int number;

  if (**text == '\0')
    return 0;
  if (**text != '-')
    return -1;

  (*text)++;
  number = read_digits (text, 2);

  return number > 0 ? number : -1;
}

/* Month and day are 0 where they are not known. */
static gboolean
is_date (int year,
         int month,
         int day)
{
  if (year < 1 || month < 0 || day < 0)
    return FALSE;
  if (day > 0)
    return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return month <= G_DATE_DECEMBER;
}

/**
 * premise_date_parse:
 * @text: a date as in ISO 8601, with or without its day and month
 * @number: (out): the date as a number
 *
 * Reads a date.
 *
 * Returns: whether there is such a date
 */
gboolean
premise_date_parse (const char *text,
                    double     *number)
{
  int year, month, day;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  year = read_digits (&text, 4);
  month = year > 0 ? read_part (&text) : 0;
  day = month > 0 ? read_part (&text) : 0;

  if (!is_date (year, month, day) || *text != '\0')
    return FALSE;

  *number = year * 10000.0 + month * 100.0 + day;
  return TRUE;
}

/* What is not known is zero, and what is not even written is neither. */
static gboolean
split (double  number,
       int    *year,
       int    *month,
       int    *day)
{
  int whole;

  if (!(number >= 10000 && number < 1e8) || number != floor (number))
    return FALSE;

  whole = (int) number;
  *year = whole / 10000;
  *month = whole / 100 % 100;
  *day = whole % 100;

  return is_date (*year, *month, *day);
}

/**
 * premise_date_format:
 * @number: a date as a number
 * @language: (nullable): the language of the report
 *
 * Writes a date as precisely as it is known.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL when @number is none
 */
char *
premise_date_format (double      number,
                     const char *language)
{
  const PremiseWords *words = premise_words_get (language);
  int year, month, day;

  if (!split (number, &year, &month, &day))
    return NULL;

  if (words->months == NULL)
    return day > 0 ? g_strdup_printf ("%d年%d月%d日", year, month, day)
                   : month > 0 ? g_strdup_printf ("%d年%d月", year, month)
                               : g_strdup_printf ("%d年", year);

  if (month == 0)
    return g_strdup_printf ("%d", year);

  return day > 0 ? g_strdup_printf ("%d" PREMISE_NO_BREAK_SPACE "%s %d", day, words->months[month - 1], year)
                 : g_strdup_printf ("%s %d", words->months[month - 1], year);
}

/**
 * premise_date_is_unit:
 * @unit: (nullable): a unit
 *
 * Finds whether numbers in a unit are dates.
 *
 * Returns: whether they are
 */
gboolean
premise_date_is_unit (const PremiseUnit *unit)
{
  int exponent;

  return unit != NULL && premise_unit_get_n_factors (unit) == 1 &&
         strcmp (premise_unit_get_factor (unit, 0, &exponent), PREMISE_DATE_UNIT) == 0 && exponent == 1;
}

/**
 * premise_date_dup_iso:
 * @number: a date as a number
 *
 * Writes a date for other programs, as premise_date_parse() reads it.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL when @number is none
 */
char *
premise_date_dup_iso (double number)
{
  int year, month, day;

  if (!split (number, &year, &month, &day))
    return NULL;

  return day > 0 ? g_strdup_printf ("%04d-%02d-%02d", year, month, day)
                 : month > 0 ? g_strdup_printf ("%04d-%02d", year, month)
                             : g_strdup_printf ("%04d", year);
}
