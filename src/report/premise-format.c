/* premise-format.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-date.h"
#include "premise-format-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A change below this share of the base is the noise of the calculation. */
#define CHANGE_NOISE 1e-12

G_DEFINE_QUARK (premise-format-error-quark, premise_format_error)

/* Reading a format */

static gboolean
read_count (const char *digits,
            gsize       length,
            guint64     largest,
            int        *count)
{
  guint64 number = 0;

  if (length == 0 || length > 2)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (digits[i]))
        return FALSE;

      number = number * 10 + (guint64) (digits[i] - '0');
    }

  if (number > largest)
    return FALSE;

  *count = (int) number;
  return TRUE;
}

static gboolean
read_scale (PremiseFormat *format,
            const char    *name)
{
  static const char *const names[] = { NULL, "one", "wan", "yi", "wanyi" };

  for (gsize i = 1; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (name, names[i]) == 0)
        {
          format->scale = (PremiseNamedScale) i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_token (PremiseFormat *format,
            const char    *token)
{
  gsize length = strlen (token);

  if (token[0] == '.')
    return read_count (token + 1, length - 1, 9, &format->decimals);

  if (token[0] == '@')
    return read_scale (format, token + 1);

  if (g_ascii_isdigit (token[0]) && token[length - 1] == 's')
    return read_count (token, length - 1, PREMISE_DECIMAL_DIGITS, &format->significant) &&
           format->significant > 0;

  if (strcmp (token, "+") == 0)
    format->sign = TRUE;
  else if (strcmp (token, "bare") == 0)
    format->bare = TRUE;
  else if (strcmp (token, "year") == 0)
    format->year = TRUE;
  else if (strcmp (token, "pp") == 0)
    format->points = TRUE;
  else
    return FALSE;

  return TRUE;
}

/* An axis, or a change, beyond all measure: 1×10³⁰. */
static char *
format_power (const PremiseFormat *format,
              double               value)
{
  PremiseFormat plain;

  premise_format_init (&plain);
  plain.scale = PREMISE_NAMED_SCALE_ONE;
  plain.sign = format->sign;

  return premise_format_value (&plain, value, NULL, NULL);
}

/* Tokens need no separator between them: ".0@yi" is two. */
static gsize
token_length (const char *p)
{
  gsize length = 1;

  if (*p == '+')
    return 1;

  if (*p == '.' || g_ascii_isdigit (*p))
    {
      while (g_ascii_isdigit (p[length]))
        length++;

      return *p != '.' && p[length] == 's' ? length + 1 : length;
    }

  while (p[length] != '\0' && strchr (" ,\t\n.@+", p[length]) == NULL)
    length++;

  return length;
}

/**
 * premise_format_init:
 * @format: (out caller-allocates): a format
 *
 * Sets the default: automatic scale, three significant digits, with the unit.
 */
void
premise_format_init (PremiseFormat *format)
{
  g_return_if_fail (format != NULL);

  *format = (PremiseFormat) { .decimals = -1 };
}

/**
 * premise_format_parse:
 * @format: (out caller-allocates): a format
 * @text: what stands behind the colon of a live number
 * @error_offset: (out) (optional): byte offset of what was not understood
 * @error: return location for an error
 *
 * Reads a format. On failure @format is the default.
 *
 * Returns: whether everything was understood
 */
gboolean
premise_format_parse (PremiseFormat *format,
                      const char    *text,
                      gsize         *error_offset,
                      GError       **error)
{
  static const char separators[] = " ,\t\n";
  PremiseFormat read;

  g_return_val_if_fail (format != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  premise_format_init (format);
  premise_format_init (&read);

  for (const char *p = text + strspn (text, separators); *p != '\0'; p += strspn (p, separators))
    {
      gsize length = token_length (p);
      g_autofree char *token = g_strndup (p, length);

      if (!read_token (&read, token))
        {
          if (error_offset != NULL)
            *error_offset = (gsize) (p - text);

          g_set_error (error, PREMISE_FORMAT_ERROR, PREMISE_FORMAT_ERROR_SYNTAX,
                       _("“%s” is not part of a number format; use .0 to .9, 1s to 15s, "
                         "@one, @wan, @yi, @wanyi, +, bare, year or pp"), token);
          return FALSE;
        }

      p += length;
    }

  *format = read;
  return TRUE;
}

/**
 * premise_format_value:
 * @format: a format
 * @value: a value in base units
 * @unit: (nullable): its unit, %NULL for a plain number
 * @language: (nullable): the language of the report
 *
 * Writes a value as a reader sees it.
 *
 * Returns: (transfer full): the text; "–" when there is no value
 */
char *
premise_format_value (const PremiseFormat *format,
                      double               value,
                      const PremiseUnit   *unit,
                      const char          *language)
{
  PremiseNumberLayout layout;

  g_return_val_if_fail (format != NULL, NULL);

  if (!isfinite (value))
    return g_strdup (PREMISE_NO_VALUE);

  if (premise_date_is_unit (unit))
    {
      char *date = premise_date_format (value, language);

      return date != NULL ? date : g_strdup (PREMISE_NO_VALUE);
    }

  premise_number_layout_init (&layout, format, value, unit, language);

  return premise_number_layout_write (&layout);
}

/**
 * premise_format_unit:
 * @format: a format
 * @value: a value in base units, by which an automatic scale is chosen
 * @unit: (nullable): its unit
 * @language: (nullable): the language of the report
 *
 * Writes the unit alone, for axis titles and table heads. It is written even
 * for a bare format: that is where a reader looks for it.
 *
 * Returns: (transfer full): the text; empty for plain numbers
 */
char *
premise_format_unit (const PremiseFormat *format,
                     double               value,
                     const PremiseUnit   *unit,
                     const char          *language)
{
  PremiseNumberLayout layout;

  g_return_val_if_fail (format != NULL, NULL);

  if (format->year || premise_date_is_unit (unit))
    return g_strdup ("");

  premise_number_layout_init (&layout, format, value, unit, language);

  return premise_number_layout_dup_unit (&layout);
}

/**
 * premise_format_get_divisor:
 * @format: a format
 * @value: a value in base units, by which an automatic scale is chosen
 * @unit: (nullable): its unit
 * @language: (nullable): the language of the report
 *
 * Gets how much one shown unit is in base units: 1e8 when @value is shown in
 * 亿元, 0.01 when it is shown in per cent.
 *
 * Returns: the divisor, above zero
 */
double
premise_format_get_divisor (const PremiseFormat *format,
                            double               value,
                            const PremiseUnit   *unit,
                            const char          *language)
{
  PremiseNumberLayout layout;

  g_return_val_if_fail (format != NULL, 1);

  if (premise_date_is_unit (unit))
    return 1;

  premise_number_layout_init (&layout, format, value, unit, language);

  return premise_power_of_ten (layout.power);
}

/**
 * premise_format_tick:
 * @format: a format; its scale and unit do not count
 * @value: a value in base units
 * @divisor: what one unit of the axis is in base units
 *
 * Writes a value for an axis whose title has the unit. The decimals of @format
 * are the least to write: a tick is never rounded to where it does not stand.
 *
 * Returns: (transfer full): the text; "–" when there is no value
 */
char *
premise_format_tick (const PremiseFormat *format,
                     double               value,
                     double               divisor)
{
  g_autoptr(GString) string = g_string_new (NULL);
  PremiseDecimal decimal;
  int power;

  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (divisor > 0, NULL);

  if (!isfinite (value / divisor))
    return g_strdup (PREMISE_NO_VALUE);

  power = (int) lround (log10 (divisor));

  if (divisor == premise_power_of_ten (power))
    {
      premise_decimal_init (&decimal, value);
      premise_decimal_shift (&decimal, -power);
    }
  else
    {
      premise_decimal_init (&decimal, value / divisor);
    }

  /* Ticks are sums of steps: what stands beyond ten digits is noise. */
  premise_decimal_round (&decimal, 9 - premise_decimal_get_magnitude (&decimal));

  if (abs (premise_decimal_get_magnitude (&decimal)) >= PREMISE_DECIMAL_DIGITS)
    return format_power (format, value / divisor);

  premise_number_append_sign (string, &decimal, format->sign);
  premise_decimal_append (&decimal, string, MAX (format->decimals, 0), !format->year);

  return g_string_free_and_steal (g_steal_pointer (&string));
}

/**
 * premise_format_change:
 * @value: a value in base units
 * @base: what it is in the base case
 * @unit: (nullable): its unit
 * @language: (nullable): the language of the report
 *
 * Writes how far a value is from the base case: percentage points for shares,
 * per cent of the base for everything else; of a date, in which direction.
 *
 * Returns: (transfer full): the text; "–" when there is nothing to compare
 */
char *
premise_format_change (double             value,
                       double             base,
                       const PremiseUnit *unit,
                       const char        *language)
{
  const PremiseWords *words = premise_words_get (language);
  PremiseNotation notation = premise_notation_of_unit (NULL, unit);
  gboolean points = notation == PREMISE_NOTATION_PERCENT || notation == PREMISE_NOTATION_POINTS;
  g_autoptr(GString) string = g_string_new (NULL);
  PremiseDecimal decimal;
  double change;
  int decimals;

  if (!isfinite (value) || !isfinite (base))
    return g_strdup (PREMISE_NO_VALUE);

  if (fabs (value - base) <= CHANGE_NOISE * fabs (base))
    return g_strdup (PREMISE_PLUS_MINUS "0");

  if (premise_date_is_unit (unit))
    return g_strdup (value < base ? words->earlier : words->later);

  if (base == 0 && !points)
    return g_strdup (words->appeared);

  change = points ? (value - base) * 100 : (value - base) / fabs (base) * 100;

  if (!isfinite (change))
    return g_strdup (PREMISE_NO_VALUE);

  premise_decimal_init (&decimal, change);

  if (fabs (change) < 0.05)
    decimals = -premise_decimal_get_magnitude (&decimal);
  else
    decimals = points || fabs (change) < 9.95 ? 1 : 0;

  premise_decimal_round (&decimal, decimals);

  /* Of next to nothing the base may be no measure: nobody counts three hundred zeros. */
  if (premise_decimal_get_magnitude (&decimal) >= PREMISE_DECIMAL_DIGITS)
    {
      g_autofree char *power = format_power (&(PremiseFormat) { .sign = TRUE }, change);

      g_string_append (string, power);
    }
  else
    {
      premise_number_append_sign (string, &decimal, TRUE);
      premise_decimal_append (&decimal, string, decimals, TRUE);
    }

  if (points)
    g_string_append_printf (string, "%s%s", words->gap, words->points);
  else
    g_string_append_c (string, '%');

  return g_string_free_and_steal (g_steal_pointer (&string));
}
