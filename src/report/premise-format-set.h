/* premise-format-set.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-format.h"

G_BEGIN_DECLS

/* How the numbers of a set are compared. */
typedef enum
{
  PREMISE_COMPARE_DIFFERENCES,  /* all as precise: as many decimals */
  PREMISE_COMPARE_RATIOS,       /* all as precise for their size: as many digits */
} PremiseCompare;

/**
 * PremiseFormatSet:
 *
 * Writes numbers that stand beside each other alike: "25.0" beside "30.8". Those in one
 * scale have the decimals that one of them needs; where none needs any there are none.
 */
typedef struct _PremiseFormatSet PremiseFormatSet;

PremiseFormatSet *premise_format_set_new   (const PremiseFormat    *format,
                                            PremiseUnit            *unit,
                                            const char             *language,
                                            PremiseCompare          compare) G_GNUC_WARN_UNUSED_RESULT;
/* Numbers alone, in units of an axis. */
void              premise_format_set_bare  (PremiseFormatSet       *self,
                                            double                  divisor);
void              premise_format_set_free  (PremiseFormatSet       *self);
void              premise_format_set_add   (PremiseFormatSet       *self,
                                            double                  value);
char             *premise_format_set_write (const PremiseFormatSet *self,
                                            double                  value) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseFormatSet, premise_format_set_free)

G_END_DECLS
