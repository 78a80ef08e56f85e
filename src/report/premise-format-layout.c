/* premise-format-layout.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-format-layout.h"

#include <math.h>
#include <string.h>

/* From here on a number is written as 1.23×10¹⁵: nobody counts more digits. */
#define LARGEST_MAGNITUDE   15
#define LARGEST_EXPLICIT    21
#define SMALLEST_MAGNITUDE (-6)

/**
 * premise_power_of_ten:
 * @power: an exponent
 *
 * Returns: the double nearest to 10^@power
 */
double
premise_power_of_ten (int power)
{
  char text[16];

  /* strtod rounds correctly; pow() need not. */
  g_snprintf (text, sizeof text, "1e%d", power);

  return g_ascii_strtod (text, NULL);
}

static gboolean
is_scale (double scale,
          int    power)
{
  return fabs (scale / premise_power_of_ten (power) - 1) < 1e-12;
}

/* ‰ and bp are shown in per cent too. */
static gboolean
is_share (double scale)
{
  return is_scale (scale, -2) || is_scale (scale, -3) || is_scale (scale, -4);
}

static gboolean
has_factor (const PremiseUnit *unit,
            int                sign)
{
  for (guint i = 0; i < premise_unit_get_n_factors (unit); i++)
    {
      int exponent;

      premise_unit_get_factor (unit, i, &exponent);

      if ((exponent > 0) == (sign > 0))
        return TRUE;
    }

  return FALSE;
}

/**
 * premise_notation_of_unit:
 * @format: (nullable): a format, whose points count
 * @unit: (nullable): a unit, %NULL for plain numbers
 *
 * Finds what kind of unit a reader sees. A share and a multiple are both
 * without dimension; how the unit was declared tells them apart.
 *
 * Returns: the notation
 */
PremiseNotation
premise_notation_of_unit (const PremiseFormat *format,
                          const PremiseUnit   *unit)
{
  gboolean points = format != NULL && format->points;
  const char *text;

  if (unit == NULL)
    return points ? PREMISE_NOTATION_POINTS : PREMISE_NOTATION_NUMBER;

  text = premise_unit_get_text (unit);

  /* Points of money would be a hundred times too many: only shares have them. */
  if (points && premise_unit_is_dimensionless (unit))
    return PREMISE_NOTATION_POINTS;

  if (!has_factor (unit, +1) && is_share (premise_unit_get_scale (unit)))
    {
      if (points || strcmp (text, "pp") == 0 || strstr (text, "百分点") != NULL)
        return PREMISE_NOTATION_POINTS;

      return PREMISE_NOTATION_PERCENT;
    }

  if (!premise_unit_is_dimensionless (unit))
    return PREMISE_NOTATION_QUANTITY;

  if (strstr (text, "×") != NULL || strstr (text, "倍") != NULL ||
      g_ascii_strcasecmp (text, "x") == 0)
    return PREMISE_NOTATION_TIMES;

  return PREMISE_NOTATION_NUMBER;
}

/* Scales */

static gboolean
has_scales (const PremiseNumberLayout *self)
{
  return self->notation == PREMISE_NOTATION_QUANTITY || self->notation == PREMISE_NOTATION_NUMBER;
}

/* The largest scale up to a power of ten. */
static const PremiseScaleWord *
scale_for (const PremiseScaleWord *scales,
           int                     power)
{
  const PremiseScaleWord *scale = &scales[0];

  for (gsize i = 1; i < PREMISE_N_SCALES; i++)
    {
      if (scales[i].power <= power)
        scale = &scales[i];
    }

  return scale;
}

/* What a unit counts, when that has scales of its own: bytes. */
static const PremiseNoun *
find_metric_noun (const PremiseNumberLayout *self)
{
  const PremiseNoun *noun;
  int exponent;

  if (self->notation != PREMISE_NOTATION_QUANTITY)
    return NULL;

  noun = premise_words_find_noun (self->words, premise_unit_get_factor (self->unit, 0, &exponent));

  return noun != NULL && noun->scales != NULL && exponent == 1 ? noun : NULL;
}

/* How many decimals more than in Chinese: its scales are four digits apart. */
static int
extra_decimals (const PremiseNumberLayout *self,
                const PremiseScaleWord    *scale,
                const PremiseDecimal      *value)
{
  const PremiseWords *reference = premise_words_get ("zh");
  int power;

  if (!has_scales (self) || self->words == reference || self->scales != self->words->scales ||
      self->format->year)
    return 0;

  if (self->format->scale != PREMISE_NAMED_SCALE_AUTO)
    power = reference->named[self->format->scale].power;
  else
    power = scale_for (reference->scales, premise_decimal_get_magnitude (value))->power;

  return scale->power - power;
}

/* Decimals */

static void
choose_automatic (const PremiseNumberLayout *self,
                  const PremiseDecimal      *shown,
                  int                        extra,
                  int                       *decimals,
                  int                       *min_decimals)
{
  int magnitude = premise_decimal_get_magnitude (shown);

  *min_decimals = 0;

  /* Billions are ten 亿: a decimal stands for the digit that Chinese writes. */
  if (extra == 1)
    {
      *decimals = magnitude >= 2 ? 1 : 2 - magnitude;
      *min_decimals = magnitude >= 2 ? 0 : 1;
    }
  else if (magnitude <= 2)
    {
      *decimals = 2 - magnitude;
    }
  else if (magnitude == 3 || self->format->scale != PREMISE_NAMED_SCALE_AUTO ||
           self->format->year)
    {
      *decimals = 0;
    }
  else
    {
      *decimals = 2 - magnitude;
    }
}

static void
choose_decimals (const PremiseNumberLayout *self,
                 const PremiseDecimal      *shown,
                 int                        extra,
                 int                       *decimals,
                 int                       *min_decimals)
{
  const PremiseFormat *format = self->format;

  if (format->significant > 0)
    {
      *decimals = format->significant - 1 - premise_decimal_get_magnitude (shown);
      *min_decimals = MAX (*decimals, 0);
    }
  else if (format->decimals >= 0)
    {
      *decimals = MAX (format->decimals + extra, 0);
      /* What was added only to be as precise as Chinese need not end in zeros. */
      *min_decimals = extra > 1 ? format->decimals : *decimals;
    }
  else
    {
      choose_automatic (self, shown, extra, decimals, min_decimals);
    }
}

/* Rounds value in a scale; rounding may add a digit, and the digits decide the decimals. */
static void
round_in_scale (PremiseNumberLayout    *self,
                const PremiseDecimal   *value,
                const PremiseScaleWord *scale,
                int                     power)
{
  int extra = extra_decimals (self, scale, value);
  PremiseDecimal exact = *value;
  int decimals;

  premise_decimal_shift (&exact, -power);

  self->scale = scale;
  self->power = power;
  self->shown = exact;
  choose_decimals (self, &self->shown, extra, &decimals, &self->min_decimals);
  premise_decimal_round (&self->shown, decimals);

  if (premise_decimal_get_magnitude (&self->shown) != premise_decimal_get_magnitude (&exact) &&
      !premise_decimal_is_zero (&self->shown))
    choose_decimals (self, &self->shown, extra, &decimals, &self->min_decimals);
}

/* Where an automatic scale starts: at the value, or for zero at the unit it was declared in. */
static const PremiseScaleWord *
first_scale (const PremiseNumberLayout *self,
             const PremiseDecimal      *value)
{
  if (!premise_decimal_is_zero (value))
    return scale_for (self->scales, premise_decimal_get_magnitude (value));

  if (self->unit == NULL)
    return &self->scales[0];

  return scale_for (self->scales, (int) lround (log10 (premise_unit_get_scale (self->unit))));
}

static void
choose_scale (PremiseNumberLayout  *self,
              const PremiseDecimal *value)
{
  const PremiseScaleWord *last = &self->scales[PREMISE_N_SCALES - 1];
  const PremiseScaleWord *scale = &self->scales[0];

  if (!has_scales (self))
    {
      round_in_scale (self, value, scale, self->notation == PREMISE_NOTATION_TIMES ? 0 : -2);
    }
  else if (self->per_thousand)
    {
      round_in_scale (self, value, scale, -3);
    }
  else if (self->format->year)
    {
      round_in_scale (self, value, scale, 0);
    }
  else if (self->format->scale != PREMISE_NAMED_SCALE_AUTO && self->scales == self->words->scales)
    {
      scale = &self->words->named[self->format->scale];
      round_in_scale (self, value, scale, scale->power);
    }
  else
    {
      scale = first_scale (self, value);
      round_in_scale (self, value, scale, scale->power);

      /* 9,999.96万 rounds to 10,000万, which is called 1亿. */
      if (scale < last &&
          premise_decimal_get_magnitude (&self->shown) + scale->power >= scale[1].power)
        round_in_scale (self, value, scale + 1, scale[1].power);
    }
}

static void
choose_exponent (PremiseNumberLayout  *self,
                 const PremiseDecimal *value)
{
  PremiseDecimal exact = *value;
  int significant = self->format->significant > 0 ? self->format->significant : 3;
  gboolean automatic = self->format->decimals < 0 && self->format->significant <= 0;
  gboolean follows_digits = self->format->decimals < 0 || self->format->significant > 0;
  int magnitude;

  premise_decimal_shift (&exact, -self->power);
  magnitude = premise_decimal_get_magnitude (&exact);

  if (magnitude < (automatic ? LARGEST_MAGNITUDE : LARGEST_EXPLICIT) &&
      !(follows_digits && magnitude < SMALLEST_MAGNITUDE))
    return;

  self->scientific = TRUE;
  self->shown = exact;
  premise_decimal_round (&self->shown, significant - 1 - magnitude);
  self->exponent = premise_decimal_get_magnitude (&self->shown);
  premise_decimal_shift (&self->shown, -self->exponent);
  self->min_decimals = 0;
}

/**
 * premise_number_layout_init:
 * @self: (out caller-allocates): a layout
 * @format: a format
 * @value: a value in base units
 * @unit: (nullable): its unit
 * @language: (nullable): the language of the report
 *
 * Chooses scale and decimals for @value and rounds it. Without a finite value
 * the layout is that of zero.
 */
void
premise_number_layout_init (PremiseNumberLayout *self,
                            const PremiseFormat *format,
                            double               value,
                            const PremiseUnit   *unit,
                            const char          *language)
{
  const PremiseNoun *noun;
  PremiseDecimal decimal;

  *self = (PremiseNumberLayout) {
    .format = format,
    .words = premise_words_get (language),
    .unit = unit,
    .notation = premise_notation_of_unit (format, unit),
  };

  noun = find_metric_noun (self);
  self->scales = noun != NULL ? noun->scales : self->words->scales;
  self->per_thousand = self->notation == PREMISE_NOTATION_QUANTITY &&
                       format->scale == PREMISE_NAMED_SCALE_AUTO &&
                       is_scale (premise_unit_get_scale (unit), -3) && has_factor (unit, +1) &&
                       has_factor (unit, -1);

  premise_decimal_init (&decimal, isfinite (value) ? value : 0);
  choose_scale (self, &decimal);
  choose_exponent (self, &decimal);
}

/* Units */

static void
append_exponent (GString *string,
                 int      exponent)
{
  static const char *const superscripts[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  char digits[16];

  g_snprintf (digits, sizeof digits, "%d", exponent);

  for (const char *p = digits; *p != '\0'; p++)
    g_string_append (string, *p == '-' ? "⁻" : superscripts[*p - '0']);
}

static const PremiseCurrencyWord *
get_currency (const PremiseNumberLayout *self)
{
  if (self->notation != PREMISE_NOTATION_QUANTITY)
    return NULL;

  for (guint i = 0; i < premise_unit_get_n_factors (self->unit); i++)
    {
      int exponent;
      const char *dimension = premise_unit_get_factor (self->unit, i, &exponent);

      if (exponent == 1)
        {
          const PremiseCurrencyWord *currency =
            premise_words_find_currency (self->words, dimension);

          if (currency != NULL)
            return currency;
        }
    }

  return NULL;
}

/* The words of a factor: a currency in a denominator is written like a noun. */
static void
append_factor (const PremiseNumberLayout *self,
               GString                   *string,
               const char                *dimension,
               int                        exponent,
               gboolean                   many)
{
  const PremiseCurrencyWord *currency = premise_words_find_currency (self->words, dimension);
  const PremiseNoun *noun = premise_words_find_noun (self->words, dimension);

  if (currency != NULL)
    g_string_append (string, currency->after != NULL ? currency->after : currency->code);
  else if (noun != NULL)
    g_string_append (string, many ? noun->many : noun->one);
  else
    g_string_append (string, dimension);

  if (exponent > 1)
    append_exponent (string, exponent);
}

/* Whether what is written is just "1". */
static gboolean
is_one (const PremiseNumberLayout *self)
{
  return self->scale->power == 0 && !self->scientific && self->min_decimals == 0 &&
         self->shown.n_digits == 1 && self->shown.point == 1 && self->shown.digits[0] == '1';
}

/* What is counted, without currency and denominator: "people", "hours". */
static char *
dup_noun (const PremiseNumberLayout *self,
          gboolean                   many)
{
  const PremiseCurrencyWord *currency = get_currency (self);
  g_autoptr(GString) string = g_string_new (NULL);

  if (self->notation != PREMISE_NOTATION_QUANTITY || self->scales != self->words->scales)
    return g_strdup ("");

  if (currency != NULL && currency->after != NULL)
    g_string_append (string, currency->after);

  for (guint i = 0; i < premise_unit_get_n_factors (self->unit); i++)
    {
      int exponent;
      const char *dimension = premise_unit_get_factor (self->unit, i, &exponent);

      if (exponent < 0 || (currency != NULL && strcmp (dimension, currency->code) == 0))
        continue;

      if (string->len > 0)
        g_string_append (string, "·");

      append_factor (self, string, dimension, exponent, many);
    }

  return g_string_free_and_steal (g_steal_pointer (&string));
}

static void
append_denominator (const PremiseNumberLayout *self,
                    GString                   *string)
{
  gboolean first = TRUE;

  if (self->unit == NULL)
    return;

  for (guint i = 0; i < premise_unit_get_n_factors (self->unit); i++)
    {
      int exponent;
      const char *dimension = premise_unit_get_factor (self->unit, i, &exponent);

      if (exponent > 0)
        continue;

      g_string_append_c (string, '/');

      if (first && self->per_thousand)
        g_string_append (string, self->words->thousand);

      append_factor (self, string, dimension, -exponent, first && self->per_thousand);
      first = FALSE;
    }
}

static void
append_with_gap (const PremiseNumberLayout *self,
                 GString                   *string,
                 const char                *word)
{
  if (*word == '\0')
    return;

  if (string->len > 0)
    g_string_append (string, self->words->gap);

  g_string_append (string, word);
}

/* Appends scale and noun. string ends with the number, or with nothing for a unit alone. */
static void
append_words (const PremiseNumberLayout *self,
              GString                   *string,
              gboolean                   alone)
{
  g_autofree char *noun = dup_noun (self, alone || !is_one (self));

  if (self->words->scale_touches_unit)
    {
      g_autofree char *joined = g_strconcat (self->scale->name, noun, NULL);

      append_with_gap (self, string, joined);
    }
  else
    {
      append_with_gap (self, string, self->scale->name);
      append_with_gap (self, string, noun);
    }
}

static void
append_unit (const PremiseNumberLayout *self,
             GString                   *string,
             gboolean                   alone)
{
  switch (self->notation)
    {
    case PREMISE_NOTATION_PERCENT:
      g_string_append_c (string, '%');
      break;

    case PREMISE_NOTATION_POINTS:
      append_with_gap (self, string, alone ? self->words->points_unit : self->words->points);
      break;

    case PREMISE_NOTATION_TIMES:
      g_string_append (string, self->words->times);
      break;

    case PREMISE_NOTATION_NUMBER:
    case PREMISE_NOTATION_QUANTITY:
    default:
      append_words (self, string, alone);
      break;
    }

  append_denominator (self, string);
}

/**
 * premise_number_append_sign:
 * @string: where to write
 * @decimal: a number
 * @always: whether to write + and ± too
 *
 * Writes the sign of a number.
 */
void
premise_number_append_sign (GString              *string,
                            const PremiseDecimal *decimal,
                            gboolean              always)
{
  if (decimal->negative)
    g_string_append (string, PREMISE_MINUS);
  else if (always)
    g_string_append (string, premise_decimal_is_zero (decimal) ? PREMISE_PLUS_MINUS : "+");
}

static void
append_number (const PremiseNumberLayout *self,
               GString                   *string)
{
  premise_decimal_append (&self->shown, string, self->min_decimals, !self->format->year);

  if (self->scientific)
    {
      g_string_append (string, "×10");
      append_exponent (string, self->exponent);
    }
}

/**
 * premise_number_layout_write_parts:
 * @self: a layout
 * @parts: what of that which its format asks for is written
 *
 * Writes the number, or one end of a range.
 *
 * Returns: (transfer full): the text
 */
char *
premise_number_layout_write_parts (const PremiseNumberLayout *self,
                                   PremiseNumberParts         parts)
{
  gboolean bare = self->format->bare || self->format->year;
  const PremiseCurrencyWord *currency = bare ? NULL : get_currency (self);
  g_autoptr(GString) string = g_string_new (NULL);

  premise_number_append_sign (string, &self->shown, self->format->sign);

  if (currency != NULL && (parts & PREMISE_NUMBER_BEFORE))
    g_string_append (string, currency->before);

  append_number (self, string);

  /* Without its name an automatic scale would be a different number. */
  if (bare && self->format->scale != PREMISE_NAMED_SCALE_AUTO)
    return g_string_free_and_steal (g_steal_pointer (&string));

  if (!bare && (parts & PREMISE_NUMBER_UNIT))
    append_unit (self, string, FALSE);
  else if (parts & PREMISE_NUMBER_SCALE)
    append_with_gap (self, string, self->scale->name);

  return g_string_free_and_steal (g_steal_pointer (&string));
}

/**
 * premise_number_layout_write:
 * @self: a layout
 *
 * Writes the number with what its format asks for around it.
 *
 * Returns: (transfer full): the text
 */
char *
premise_number_layout_write (const PremiseNumberLayout *self)
{
  return premise_number_layout_write_parts (self, PREMISE_NUMBER_BEFORE | PREMISE_NUMBER_SCALE |
                                                  PREMISE_NUMBER_UNIT);
}

/**
 * premise_number_layout_dup_unit:
 * @self: a layout
 *
 * Writes the unit alone.
 *
 * Returns: (transfer full): the text
 */
char *
premise_number_layout_dup_unit (const PremiseNumberLayout *self)
{
  const PremiseCurrencyWord *currency = get_currency (self);
  g_autoptr(GString) string = g_string_new (NULL);

  if (currency != NULL)
    {
      g_string_append (string, currency->before);

      if (g_str_has_suffix (string->str, self->words->gap))
        g_string_truncate (string, string->len - strlen (self->words->gap));
    }

  append_unit (self, string, TRUE);

  return g_string_free_and_steal (g_steal_pointer (&string));
}
