/* premise-date.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-unit.h"

G_BEGIN_DECLS

/* A date as a number of a model, in the unit "date": 20221130 for 30 November 2022, with zeros for what
 * is not known, 20221100 and 20220000 (ISO 8601's basic form). Later dates are larger numbers. */

#define PREMISE_DATE_UNIT "date"

/* text: "2022", "2022-11" or "2022-11-30". Returns: whether it is a day, a month or a year that exists. */
gboolean  premise_date_parse        (const char        *text,
                                     double            *number);
/* Returns: (transfer full) (nullable): "2022年11月30日", "30 November 2022"; NULL for what is no date. */
char     *premise_date_format       (double             number,
                                     const char        *language) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) (nullable): "2022-11-30", for other programs; NULL for what is no date. */
char     *premise_date_dup_iso      (double             number) G_GNUC_WARN_UNUSED_RESULT;
/* unit: (nullable). Whether numbers in it are dates. */
gboolean  premise_date_is_unit      (const PremiseUnit *unit);

G_END_DECLS
