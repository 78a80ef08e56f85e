/* premise-format-set.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-format-set.h"

#include "premise-date.h"
#include "premise-format-layout.h"

#include <math.h>

/* Where the largest number would have more, decimals alike are noise. */
#define MOST_DIGITS 6

/* As a format that chooses its decimals writes. */
#define AUTOMATIC_DIGITS 3

#define LEAST_DIGITS 2

/* What is known of the numbers in one scale. */
typedef struct
{
  int power;
  int decimals;     /* the most that one of them is written with */
  int digits;       /* … and the most digits of those that have decimals */
  int magnitude;    /* of the largest */
} Group;

struct _PremiseFormatSet
{
  PremiseFormat   format;
  PremiseUnit    *unit;       /* (nullable) (owned) */
  char           *language;   /* (nullable) */
  PremiseCompare  compare;
  gboolean        bare;       /* in units of 10^power, without a word */
  int             power;
  PremiseFormat   number;     /* … written so */
  GArray         *groups;     /* (element-type Group) */
};

/**
 * premise_format_set_new:
 * @format: how one of the numbers would be written
 * @unit: (nullable): their unit
 * @language: (nullable): the language of the report
 * @compare: how a reader compares them
 *
 * Creates a set without numbers, which writes them as @format says.
 *
 * Returns: (transfer full): the set
 */
PremiseFormatSet *
premise_format_set_new (const PremiseFormat *format,
                        PremiseUnit         *unit,
                        const char          *language,
                        PremiseCompare       compare)
{
  PremiseFormatSet *self;

  g_return_val_if_fail (format != NULL, NULL);

  self = g_new0 (PremiseFormatSet, 1);
  self->format = *format;
  self->unit = unit != NULL ? premise_unit_ref (unit) : NULL;
  self->language = g_strdup (language);
  self->compare = compare;
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));

  return self;
}

/**
 * premise_format_set_bare:
 * @self: a set without numbers
 * @divisor: what one unit of the axis is in base units, as premise_format_get_divisor() gives it
 *
 * Lets the set write numbers alone, all in units of an axis whose title has the unit. They are as
 * precise as they would be with their scale: US$500 m is 0.5 beside US$1.3 bn.
 */
void
premise_format_set_bare (PremiseFormatSet *self,
                         double            divisor)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (divisor > 0);

  self->bare = TRUE;
  self->power = (int) lround (log10 (divisor));
  self->number = self->format;
  self->number.bare = TRUE;
  self->number.scale = PREMISE_NAMED_SCALE_ONE;
}

/**
 * premise_format_set_free:
 * @self: (transfer full): a set
 *
 * Frees a set.
 */
void
premise_format_set_free (PremiseFormatSet *self)
{
  g_clear_pointer (&self->unit, premise_unit_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_free (self->language);
  g_free (self);
}

/* As precise as with a scale of its own. */
static void
move_point (const PremiseFormatSet *self,
            PremiseNumberLayout    *layout)
{
  if (layout->power != self->power)
    {
      premise_decimal_shift (&layout->shown, layout->power - self->power);
      layout->min_decimals = 0;
      layout->power = self->power;
    }

  layout->format = &self->number;
}

/* Whether numbers have decimals at all that others could follow. */
static gboolean
lay_out (const PremiseFormatSet *self,
         double                  value,
         PremiseNumberLayout    *layout)
{
  if (!isfinite (value) || self->format.year || premise_date_is_unit (self->unit))
    return FALSE;

  premise_number_layout_init (layout, &self->format, value, self->unit, self->language);
  if (layout->scientific)
    return FALSE;

  if (self->bare)
    move_point (self, layout);

  return TRUE;
}

static int
count_decimals (const PremiseNumberLayout *layout)
{
  return MAX (layout->min_decimals, layout->shown.n_digits - layout->shown.point);
}

/* A number that was not added must not lose what tells it from its neighbours. */
static gboolean
keeps_enough (const PremiseNumberLayout *layout,
              int                        decimals)
{
  return decimals >= count_decimals (layout)
         || premise_decimal_get_magnitude (&layout->shown) + 1 + decimals >= LEAST_DIGITS;
}

static Group *
find_group (const PremiseFormatSet *self,
            int                     power)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = &g_array_index (self->groups, Group, i);

      if (group->power == power)
        return group;
    }

  return NULL;
}

/**
 * premise_format_set_add:
 * @self: a set
 * @value: a value in base units; one that is not finite changes nothing
 *
 * Adds a number that will stand among those of the set.
 */
void
premise_format_set_add (PremiseFormatSet *self,
                        double            value)
{
  PremiseNumberLayout layout;
  Group *group;
  int decimals;
  int magnitude;

  g_return_if_fail (self != NULL);

  if (!lay_out (self, value, &layout) || premise_decimal_is_zero (&layout.shown))
    return;

  group = find_group (self, layout.power);
  magnitude = premise_decimal_get_magnitude (&layout.shown);
  decimals = count_decimals (&layout);

  if (group == NULL)
    {
      Group first = { .power = layout.power, .magnitude = magnitude };

      g_array_append_val (self->groups, first);
      group = find_group (self, layout.power);
    }

  group->magnitude = MAX (group->magnitude, magnitude);
  group->decimals = MAX (group->decimals, decimals);
  if (decimals > 0)
    group->digits = MAX (group->digits, MIN (magnitude + 1 + decimals, AUTOMATIC_DIGITS));
}

/* The decimals of one number of the set; below zero when its format decides. */
static int
choose_decimals (const PremiseFormatSet    *self,
                 const Group               *group,
                 const PremiseNumberLayout *layout)
{
  gboolean said = self->format.decimals >= 0 || self->format.significant > 0;

  if (self->compare == PREMISE_COMPARE_RATIOS && self->format.significant > 0)
    return -1;

  if (self->compare == PREMISE_COMPARE_RATIOS && !said)
    return MAX (0, group->digits - 1 - premise_decimal_get_magnitude (&layout->shown));

  return group->magnitude + 1 + group->decimals <= MOST_DIGITS ? group->decimals : -1;
}

/* No value, a date, a year, or a power of ten. */
static char *
write_alone (const PremiseFormatSet *self,
             double                  value)
{
  if (self->bare && isfinite (value) && !premise_date_is_unit (self->unit))
    return premise_format_value (&self->number, value / premise_power_of_ten (self->power), NULL, self->language);

  return premise_format_value (&self->format, value, self->unit, self->language);
}

/**
 * premise_format_set_write:
 * @self: a set
 * @value: a value in base units
 *
 * Writes a number of the set. One that was not added follows the others as long as two digits
 * of it are left, and in a scale that none of the others has is written as the format says.
 *
 * Returns: (transfer full): the text; "–" when there is no value
 */
char *
premise_format_set_write (const PremiseFormatSet *self,
                          double                  value)
{
  PremiseNumberLayout layout;
  const Group *group;
  int decimals;

  g_return_val_if_fail (self != NULL, NULL);

  if (!lay_out (self, value, &layout))
    return write_alone (self, value);

  group = find_group (self, layout.power);
  decimals = group != NULL ? choose_decimals (self, group, &layout) : -1;

  if (decimals >= 0 && keeps_enough (&layout, decimals))
    {
      premise_decimal_init (&layout.shown, value);
      premise_decimal_shift (&layout.shown, -layout.power);
      premise_decimal_round (&layout.shown, decimals);
      layout.min_decimals = decimals;
    }

  return premise_number_layout_write (&layout);
}
