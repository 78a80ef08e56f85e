/* premise-unit.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-unit.h"
#include "premise-unit-private.h"

#include <math.h>

struct _PremiseUnit
{
  gatomicrefcount   ref_count;
  int               power;      /* of ten */
  PremiseDimension  dimension;
  char             *text;
};

G_DEFINE_QUARK (premise-unit-error-quark, premise_unit_error)

G_DEFINE_BOXED_TYPE (PremiseUnit, premise_unit, premise_unit_ref, premise_unit_unref)

/* Powers of ten up to 1e22 are exact, so that a scale is one rounding at most. */
static double
power_of_ten (int power)
{
  double value = 1;

  for (int i = 0; i < ABS (power); i++)
    value *= 10;

  return value;
}

/**
 * premise_unit_new:
 * @text: as declared
 * @dimension: the dimension
 * @power: the power of ten
 *
 * Creates a unit whose meaning is known.
 *
 * Returns: (transfer full): the unit
 */
PremiseUnit *
premise_unit_new (const char             *text,
                  const PremiseDimension *dimension,
                  int                     power)
{
  PremiseUnit *self = g_new0 (PremiseUnit, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup (text);
  self->dimension = *dimension;
  self->power = power;

  return self;
}

/**
 * premise_unit_get_dimension:
 * @self: a unit
 *
 * Gets what the unit measures, without its scale.
 *
 * Returns: (transfer none): the dimension
 */
const PremiseDimension *
premise_unit_get_dimension (const PremiseUnit *self)
{
  return &self->dimension;
}

/**
 * premise_unit_parse:
 * @text: a unit: words, glued (亿元) or spaced (billion USD), with `*`, `·`, `/`, “per”,
 *   parentheses and exponents (`^2`, `²`)
 * @error_offset: (out) (optional): the byte in @text where it is not understood
 * @error: return location for an error
 *
 * Parses a unit. A `/` takes what is glued to the word behind it, and a scale in front of
 * that word: 元/千字 and CNY/thousand word are 0.001 CNY/word.
 *
 * Returns: (transfer full) (nullable): the unit, or %NULL with @error set
 */
PremiseUnit *
premise_unit_parse (const char  *text,
                    gsize       *error_offset,
                    GError     **error)
{
  PremiseDimension dimension;
  gsize offset = 0;
  int power;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!premise_unit_text_parse (text, &dimension, &power, &offset, error))
    {
      if (error_offset != NULL)
        *error_offset = offset;

      return NULL;
    }

  return premise_unit_new (text, &dimension, power);
}

/**
 * premise_unit_ref:
 * @self: a unit
 *
 * Returns: (transfer full): @self
 */
PremiseUnit *
premise_unit_ref (PremiseUnit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * premise_unit_unref:
 * @self: (transfer full): a unit
 *
 * Drops a reference, and frees the unit with the last one.
 */
void
premise_unit_unref (PremiseUnit *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->text);
  g_free (self);
}

/**
 * premise_unit_get_text:
 * @self: a unit
 *
 * Gets the unit as it was declared.
 *
 * Returns: (transfer none): the text
 */
const char *
premise_unit_get_text (const PremiseUnit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * premise_unit_get_scale:
 * @self: a unit
 *
 * Gets what a written value is to be multiplied with. Use premise_unit_to_base() to do so.
 *
 * Returns: the scale, a power of ten
 */
double
premise_unit_get_scale (const PremiseUnit *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return premise_unit_to_base (self, 1);
}

/**
 * premise_unit_to_base:
 * @self: a unit
 * @written: a number as written in the unit
 *
 * Converts to base units. A scale below one divides, so that 7 % is the number 0.07.
 *
 * Returns: the value in base units
 */
double
premise_unit_to_base (const PremiseUnit *self,
                      double             written)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->power >= 0 ? written * power_of_ten (self->power)
                          : written / power_of_ten (self->power);
}

/**
 * premise_unit_from_base:
 * @self: a unit
 * @value: a value in base units
 *
 * Converts from base units.
 *
 * Returns: the number as written in the unit
 */
double
premise_unit_from_base (const PremiseUnit *self,
                        double             value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double converted;
  double shorter;

  g_return_val_if_fail (self != NULL, NAN);

  if (self->power == 0)
    return value;

  converted = self->power > 0 ? value / power_of_ten (self->power)
                              : value * power_of_ten (self->power);

  /* What was written as 7 % is the number 0.07, of which the hundredfold is 7.000000000000001. */
  shorter = g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.15g", converted), NULL);

  return premise_unit_to_base (self, shorter) == value ? shorter : converted;
}

/**
 * premise_unit_is_dimensionless:
 * @self: a unit
 *
 * Returns: whether it is a plain number, such as %, × and 1
 */
gboolean
premise_unit_is_dimensionless (const PremiseUnit *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->dimension.n_factors == 0;
}

/**
 * premise_unit_is_date:
 * @self: a unit
 *
 * Returns: whether values in it are calendar dates, which can be compared but not calculated with
 */
gboolean
premise_unit_is_date (const PremiseUnit *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return premise_dimension_has_date (&self->dimension);
}

/**
 * premise_unit_same_dimension:
 * @a: a unit
 * @b: a unit
 *
 * Returns: whether values in @a and @b can be added
 */
gboolean
premise_unit_same_dimension (const PremiseUnit *a,
                             const PremiseUnit *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return premise_dimension_equal (&a->dimension, &b->dimension);
}

/**
 * premise_unit_get_n_factors:
 * @self: a unit
 *
 * Returns: how many base dimensions it has
 */
guint
premise_unit_get_n_factors (const PremiseUnit *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->dimension.n_factors;
}

/**
 * premise_unit_get_factor:
 * @self: a unit
 * @i: which factor
 * @exponent: (out) (optional): its exponent
 *
 * Gets a base dimension, in canonical order: those above the line first, each part in the
 * order of the built-in table.
 *
 * Returns: (transfer none): the name of the base dimension
 */
const char *
premise_unit_get_factor (const PremiseUnit *self,
                         guint              i,
                         int               *exponent)
{
  int power;
  guint base;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->dimension.n_factors, NULL);

  base = premise_dimension_get_factor (&self->dimension, i, &power);

  if (exponent != NULL)
    *exponent = power;

  return premise_dimension_get_base_name (base);
}

/**
 * premise_unit_to_string:
 * @self: a unit
 *
 * Writes the dimension without the scale: “CNY/hour”, “1”.
 *
 * Returns: (transfer full): the text, which is a unit again
 */
char *
premise_unit_to_string (const PremiseUnit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return premise_dimension_to_string (&self->dimension);
}
