/* random-model.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-model.h"

G_BEGIN_DECLS

#define RANDOM_N_VARIABLES 30
#define RANDOM_N_INPUTS    8
#define RANDOM_N_DIMS      3
#define RANDOM_N_GRID      (3 * 4 * 2)

typedef struct _RandomNode RandomNode;

/* The indexes it has, a bit for each, and its values on the grid of all indexes: along one
 * that it does not have, they are all the same.
 */
typedef struct
{
  guint  mask;
  double cells[RANDOM_N_GRID];
} RandomValue;

/* A random model: inputs, then formulas over what comes before them. It is computed by a
 * walk over the tree, with nothing in common with the engine but the meaning.
 */
typedef struct
{
  RandomNode  *nodes[RANDOM_N_VARIABLES];     /* NULL for inputs */
  guint        masks[RANDOM_N_VARIABLES];
  guint        orders[RANDOM_N_VARIABLES];    /* in which it declares its indexes */
  RandomValue  values[RANDOM_N_VARIABLES];
} RandomModel;

RandomModel *random_model_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void         random_model_free          (RandomModel       *self);
gboolean     random_model_is_assumption (guint              variable);
double       random_model_pick_value    (void);
/* For sample_build(), with the inputs as they are now; the formulas come last to first. */
char        *random_model_describe      (const RandomModel *self);
/* The place on the grid of a cell of a variable of the engine. */
guint        random_model_get_place     (PremiseModel      *model,
                                         guint              variable,
                                         guint              cell);
void         random_model_set           (RandomModel       *self,
                                         guint              input,
                                         guint              place,
                                         double             value);
void         random_model_evaluate      (RandomModel       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RandomModel, random_model_free)

G_END_DECLS
