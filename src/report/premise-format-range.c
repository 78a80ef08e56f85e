/* premise-format-range.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-format-range.h"

#include "premise-date.h"
#include "premise-format-layout.h"

#include <math.h>
#include <string.h>

/* Two years and no more have the word for a year once: 2021–2023年. */
#define IS_YEAR(date) (fmod ((date), 10000) == 0)

static gboolean
same_scale (const PremiseNumberLayout *low,
            const PremiseNumberLayout *high)
{
  return low->scale->power == high->scale->power &&
         strcmp (low->scale->name, high->scale->name) == 0;
}

static gboolean
has_scale_name (const PremiseNumberLayout *self)
{
  return self->scales == self->words->scales && *self->scale->name != '\0';
}

/* Whether the unit may stand behind the second number alone. “US$500–2 m” would not be what it
 * says, and between two minus signs a dash is lost.
 */
static gboolean
shares_unit (const PremiseNumberLayout *low,
             const PremiseNumberLayout *high)
{
  if (low->notation != high->notation || low->scientific || high->scientific ||
      low->per_thousand != high->per_thousand || low->shown.negative || high->shown.negative ||
      low->format->sign)
    return FALSE;

  return same_scale (low, high) || premise_decimal_is_zero (&low->shown) ||
         (has_scale_name (low) && has_scale_name (high));
}

/* 2,500万–4,000万: a scale that is part of how a language counts belongs to each number. */
static PremiseNumberParts
choose_low_parts (const PremiseNumberLayout *low,
                  const PremiseNumberLayout *high)
{
  gboolean zero = premise_decimal_is_zero (&low->shown);
  gboolean scale = !zero && has_scale_name (low) &&
                   (low->words->scale_touches_unit || !same_scale (low, high));

  return PREMISE_NUMBER_BEFORE | (scale ? PREMISE_NUMBER_SCALE : 0);
}

static void
write_both (PremiseFormatRange  *self,
            const PremiseFormat *format,
            double               low,
            double               high,
            const PremiseUnit   *low_unit,
            const PremiseUnit   *high_unit,
            const char          *language)
{
  self->low = premise_format_value (format, low, low_unit, language);
  self->between = g_strdup (premise_words_get (language)->to);
  self->high = premise_format_value (format, high, high_unit, language);
}

static void
write_years (PremiseFormatRange  *self,
             const PremiseFormat *format,
             double               low,
             double               high,
             const PremiseUnit   *unit,
             const char          *language)
{
  self->low = g_strdup_printf ("%.0f", low / 10000);
  self->between = g_strdup (PREMISE_RANGE_DASH);
  self->high = premise_format_value (format, high, unit, language);
}

static void
write_shared (PremiseFormatRange        *self,
              const PremiseNumberLayout *low,
              const PremiseNumberLayout *high)
{
  self->low = premise_number_layout_write_parts (low, choose_low_parts (low, high));
  self->between = g_strdup (PREMISE_RANGE_DASH);
  self->high = premise_number_layout_write_parts (high, PREMISE_NUMBER_SCALE | PREMISE_NUMBER_UNIT);
}

static void
write_range (PremiseFormatRange  *self,
             const PremiseFormat *format,
             double               low,
             double               high,
             const PremiseUnit   *low_unit,
             const PremiseUnit   *high_unit,
             const char          *language)
{
  PremiseNumberLayout low_layout;
  PremiseNumberLayout high_layout;

  if (!isfinite (low) || !isfinite (high))
    {
      write_both (self, format, low, high, low_unit, high_unit, language);
      return;
    }

  if (premise_date_is_unit (low_unit))
    {
      if (IS_YEAR (low) && IS_YEAR (high))
        write_years (self, format, low, high, high_unit, language);
      else
        write_both (self, format, low, high, low_unit, high_unit, language);
      return;
    }

  premise_number_layout_init (&low_layout, format, low, low_unit, language);
  premise_number_layout_init (&high_layout, format, high, high_unit, language);

  if (shares_unit (&low_layout, &high_layout))
    write_shared (self, &low_layout, &high_layout);
  else
    write_both (self, format, low, high, low_unit, high_unit, language);
}

/**
 * premise_format_range:
 * @self: (out caller-allocates): what is written; to be cleared
 * @format: how both numbers are written
 * @low: a value in base units
 * @high: another one, not below @low
 * @low_unit: (nullable): the unit of @low
 * @high_unit: (nullable): the unit of @high, of the same dimension
 * @language: (nullable): the language of the report
 *
 * Writes two numbers as one range with its unit once: “US$25–40 m”, “2,500万–4,000万美元”,
 * “20–30%”. Where that could be read as something else, both have their unit. Of two numbers
 * that are written alike one is enough: then there is no @between and no @high.
 */
void
premise_format_range (PremiseFormatRange  *self,
                      const PremiseFormat *format,
                      double               low,
                      double               high,
                      const PremiseUnit   *low_unit,
                      const PremiseUnit   *high_unit,
                      const char          *language)
{
  g_autofree char *alone = NULL;
  g_autofree char *other = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (format != NULL);

  *self = (PremiseFormatRange) { NULL, NULL, NULL };
  alone = premise_format_value (format, low, low_unit, language);
  other = premise_format_value (format, high, high_unit, language);

  if (strcmp (alone, other) == 0)
    self->low = g_steal_pointer (&alone);
  else
    write_range (self, format, low, high, low_unit, high_unit, language);
}

/**
 * premise_format_range_clear:
 * @self: what premise_format_range() has written
 *
 * Frees it.
 */
void
premise_format_range_clear (PremiseFormatRange *self)
{
  g_clear_pointer (&self->low, g_free);
  g_clear_pointer (&self->between, g_free);
  g_clear_pointer (&self->high, g_free);
}
