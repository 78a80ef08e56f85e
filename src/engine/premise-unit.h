/* premise-unit.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PremiseUnit:
 *
 * A product of dimensions with integer exponents and a scale, such as
 * 亿元 (1e8 CNY), USD/hour, % (0.01) or × (1). Immutable and reference-counted.
 *
 * Values are kept in base units; the scale only says how a number was written
 * in the report: base value = written value × scale.
 */
typedef struct _PremiseUnit PremiseUnit;

#define PREMISE_TYPE_UNIT (premise_unit_get_type ())
#define PREMISE_UNIT_ERROR (premise_unit_error_quark ())

typedef enum
{
  PREMISE_UNIT_ERROR_SYNTAX,
  PREMISE_UNIT_ERROR_UNKNOWN,
} PremiseUnitError;

GQuark       premise_unit_error_quark      (void);
GType        premise_unit_get_type         (void);

/* text: "CNY", "亿元", "billion USD", "USD/hour", "万人", "%", "×", "1", "CNY/image".
 * error_offset: byte offset in text of what was not understood. */
PremiseUnit *premise_unit_parse            (const char         *text,
                                            gsize              *error_offset,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
PremiseUnit *premise_unit_ref              (PremiseUnit        *self);
void         premise_unit_unref            (PremiseUnit        *self);

const char  *premise_unit_get_text         (const PremiseUnit  *self);   /* as declared */
double       premise_unit_get_scale        (const PremiseUnit  *self);
/* Rather than multiplying by the scale: 7 % is 0.07, but 7 * 0.01 is not. */
double       premise_unit_to_base          (const PremiseUnit  *self,
                                            double              written);
double       premise_unit_from_base        (const PremiseUnit  *self,
                                            double              value);
gboolean     premise_unit_is_dimensionless (const PremiseUnit  *self);
/* A calendar date: the number YYYYMMDD, with zeros for what is not known. */
gboolean     premise_unit_is_date          (const PremiseUnit  *self);
gboolean     premise_unit_same_dimension   (const PremiseUnit  *a,
                                            const PremiseUnit  *b);
guint        premise_unit_get_n_factors    (const PremiseUnit  *self);
/* Factor i in canonical order, e.g. "CNY", 1 then "hour", -1. */
const char  *premise_unit_get_factor       (const PremiseUnit  *self,
                                            guint               i,
                                            int                *exponent);
char        *premise_unit_to_string        (const PremiseUnit  *self);   /* dimension only: "CNY/hour", "1" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseUnit, premise_unit_unref)

G_END_DECLS
