/* premise-sobol-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many dimensions there are direction numbers for. */
#define PREMISE_SOBOL_DIMENSIONS 1024

/* Points are drawn in runs of this many, from a multiple of it on. */
#define PREMISE_SOBOL_RUN 128

/**
 * PremiseSobol:
 *
 * A Sobol sequence, whose points fill the unit cube more evenly than random ones, and its
 * scrambled versions. Immutable.
 */
typedef struct _PremiseSobol PremiseSobol;

PremiseSobol *premise_sobol_new  (guint               n_dimensions) G_GNUC_WARN_UNUSED_RESULT;
void          premise_sobol_free (PremiseSobol       *self);
void          premise_sobol_draw (const PremiseSobol *self,
                                  guint               dimension,
                                  guint32             scramble,
                                  guint32             first,
                                  double             *u);

/* The list of S. Joe and F. Y. Kuo: degree, polynomial and initial numbers, a dimension after
 * another from the second on. */
extern const guint16 premise_sobol_directions[];

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseSobol, premise_sobol_free)

G_END_DECLS
