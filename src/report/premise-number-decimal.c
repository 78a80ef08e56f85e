/* premise-number-decimal.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-number-decimal.h"

#include <math.h>
#include <string.h>

static void
trim (PremiseDecimal *self)
{
  while (self->n_digits > 0 && self->digits[self->n_digits - 1] == '0')
    self->n_digits--;

  self->digits[self->n_digits] = '\0';

  if (self->n_digits == 0)
    {
      self->point = 0;
      self->negative = FALSE;
    }
}

/**
 * premise_decimal_init:
 * @self: (out caller-allocates): a decimal
 * @value: a finite number
 *
 * Writes @value with fifteen significant digits, as spreadsheets do.
 *
 * Fifteen digits are what every decimal survives in a double; the noise of a
 * calculation (7892499999.999999 for 225.5 × 35 %) stands behind them and is dropped.
 */
void
premise_decimal_init (PremiseDecimal *self,
                      double          value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *exponent;

  g_return_if_fail (isfinite (value));

  g_ascii_formatd (text, sizeof text, "%.14e", fabs (value));
  exponent = strchr (text, 'e');
  g_assert (exponent != NULL);

  self->negative = value < 0;
  self->n_digits = 0;
  self->point = (int) g_ascii_strtoll (exponent + 1, NULL, 10) + 1;

  for (const char *p = text; p < exponent && self->n_digits < PREMISE_DECIMAL_DIGITS; p++)
    {
      if (g_ascii_isdigit (*p))
        self->digits[self->n_digits++] = *p;
    }

  trim (self);
}

/**
 * premise_decimal_is_zero:
 * @self: a decimal
 *
 * Returns: whether no digit is left
 */
gboolean
premise_decimal_is_zero (const PremiseDecimal *self)
{
  return self->n_digits == 0;
}

/**
 * premise_decimal_get_magnitude:
 * @self: a decimal
 *
 * Returns: the power of ten of the first digit; 0 for zero
 */
int
premise_decimal_get_magnitude (const PremiseDecimal *self)
{
  return premise_decimal_is_zero (self) ? 0 : self->point - 1;
}

/**
 * premise_decimal_shift:
 * @self: a decimal
 * @power: a power of ten
 *
 * Multiplies by 10^@power, exactly.
 */
void
premise_decimal_shift (PremiseDecimal *self,
                       int             power)
{
  if (!premise_decimal_is_zero (self))
    self->point += power;
}

/**
 * premise_decimal_round:
 * @self: a decimal
 * @decimals: digits to keep behind the point; negative rounds to tens, hundreds …
 *
 * Rounds half away from zero.
 */
void
premise_decimal_round (PremiseDecimal *self,
                       int             decimals)
{
  int keep = self->point + decimals;
  gboolean up;

  if (keep >= self->n_digits)
    return;

  up = keep >= 0 && self->digits[keep] >= '5';
  self->n_digits = MAX (keep, 0);

  if (up)
    {
      int i = keep - 1;

      while (i >= 0 && self->digits[i] == '9')
        self->digits[i--] = '0';

      if (i >= 0)
        {
          self->digits[i]++;
        }
      else
        {
          /* 9.99 has become 10: what was kept is zeros. */
          self->digits[0] = '1';
          self->n_digits = 1;
          self->point++;
        }
    }

  trim (self);
}

static void
append_whole (const PremiseDecimal *self,
              GString              *string,
              gboolean              grouped)
{
  if (self->point <= 0)
    g_string_append_c (string, '0');

  for (int i = 0; i < self->point; i++)
    {
      int left = self->point - i;

      if (grouped && i > 0 && left % 3 == 0)
        g_string_append_c (string, ',');

      g_string_append_c (string, i < self->n_digits ? self->digits[i] : '0');
    }
}

/**
 * premise_decimal_append:
 * @self: a decimal
 * @string: where to write
 * @min_decimals: how many decimals to write at least, with zeros
 * @grouped: whether commas separate the thousands
 *
 * Writes the digits without a sign, whatever the locale.
 */
void
premise_decimal_append (const PremiseDecimal *self,
                        GString              *string,
                        int                   min_decimals,
                        gboolean              grouped)
{
  int decimals = MAX (self->n_digits - self->point, min_decimals);

  append_whole (self, string, grouped);

  if (decimals > 0)
    g_string_append_c (string, '.');

  for (int i = 0; i < decimals; i++)
    {
      int digit = self->point + i;
      gboolean inside = digit >= 0 && digit < self->n_digits;

      g_string_append_c (string, inside ? self->digits[digit] : '0');
    }
}
