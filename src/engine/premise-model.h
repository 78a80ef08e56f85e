/* premise-model.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-diagnostic.h"
#include "premise-distribution.h"
#include "premise-unit.h"

G_BEGIN_DECLS

typedef enum
{
  PREMISE_VARIABLE_DATUM,
  PREMISE_VARIABLE_ASSUMPTION,
  PREMISE_VARIABLE_FORMULA,
} PremiseVariableKind;

/* Why a cell has no value. Cells without a value are NaN. */
typedef enum
{
  PREMISE_VALUE_OK,
  PREMISE_VALUE_DIVISION_BY_ZERO,
  PREMISE_VALUE_DOMAIN,          /* sqrt (-1), ln (0) … */
  PREMISE_VALUE_OVERFLOW,
  PREMISE_VALUE_NO_CONVERGENCE,
  PREMISE_VALUE_MISSING,         /* datum without a value, empty mean … */
  PREMISE_VALUE_INVALID,         /* the formula could not be compiled */
} PremiseValueError;

#define PREMISE_MODEL_NOT_FOUND ((guint) -1)

/**
 * PremiseModel:
 *
 * Indexes and variables, checked and compiled. Immutable and safe to share
 * between threads; the values live in #PremiseEvaluator.
 *
 * Variables and indexes are known by a position, 0 … n − 1. A variable has
 * one cell per combination of members of its indexes, the last index fastest;
 * a scalar has one cell.
 */
#define PREMISE_TYPE_MODEL (premise_model_get_type ())
G_DECLARE_FINAL_TYPE (PremiseModel, premise_model, PREMISE, MODEL, GObject)

guint               premise_model_get_n_indexes      (PremiseModel  *self);
guint               premise_model_find_index         (PremiseModel  *self,
                                                      const char    *id);
const char         *premise_model_get_index_id       (PremiseModel  *self,
                                                      guint          index);
guint               premise_model_get_n_members      (PremiseModel  *self,
                                                      guint          index);
const char         *premise_model_get_member_id      (PremiseModel  *self,
                                                      guint          index,
                                                      guint          member);
guint               premise_model_find_member        (PremiseModel  *self,
                                                      guint          index,
                                                      const char    *id);

guint               premise_model_get_n_variables    (PremiseModel  *self);
guint               premise_model_find               (PremiseModel  *self,
                                                      const char    *id);
const char         *premise_model_get_id             (PremiseModel  *self,
                                                      guint          variable);
PremiseVariableKind premise_model_get_kind           (PremiseModel  *self,
                                                      guint          variable);
PremiseUnit        *premise_model_get_unit           (PremiseModel  *self,      /* (transfer none) */
                                                      guint          variable);
guint               premise_model_get_n_dims         (PremiseModel  *self,
                                                      guint          variable);
guint               premise_model_get_dim            (PremiseModel  *self,      /* → index position */
                                                      guint          variable,
                                                      guint          dim);
guint               premise_model_get_n_cells        (PremiseModel  *self,
                                                      guint          variable);
/* members: one member position per dim. */
guint               premise_model_get_cell           (PremiseModel  *self,
                                                      guint          variable,
                                                      const guint   *members);
void                premise_model_get_cell_members   (PremiseModel  *self,
                                                      guint          variable,
                                                      guint          cell,
                                                      guint         *members);
const char         *premise_model_get_expression     (PremiseModel  *self,      /* (nullable) */
                                                      guint          variable);
/* Assumptions; base units. Base value of datum cells too. */
double              premise_model_get_base           (PremiseModel  *self,
                                                      guint          variable,
                                                      guint          cell);
void                premise_model_get_range          (PremiseModel  *self,
                                                      guint          variable,
                                                      guint          cell,
                                                      double        *min,
                                                      double        *max,
                                                      double        *step);
gboolean            premise_model_is_valid           (PremiseModel  *self,      /* compiled without error */
                                                      guint          variable);

/* How an assumption is distributed, if the model says so. */
gboolean            premise_model_has_spread         (PremiseModel  *self,
                                                      guint          variable);
PremiseDistribution *premise_model_dup_distribution  (PremiseModel  *self,
                                                      guint          variable,
                                                      guint          cell,
                                                      double         value,
                                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* Direct precedents and dependents: ascending positions. (element-type guint) (transfer full) */
GArray             *premise_model_dup_precedents     (PremiseModel  *self,
                                                      guint          variable);
GArray             *premise_model_dup_dependents     (PremiseModel  *self,
                                                      guint          variable);
/* The assumptions that any of the variables depends on, in model order. */
GArray             *premise_model_dup_assumptions_of (PremiseModel  *self,
                                                      const guint   *variables,
                                                      guint          n_variables);

/**
 * PremiseSpread:
 * @kind: the kind of the distribution
 * @low: the lowest value that occurs, NaN for the end of the range; of a uniform, triangular or
 *   PERT distribution
 * @high: the highest
 * @deviation: of a normal distribution the standard deviation, of a lognormal one that of the
 *   logarithm, a plain number
 * @values: (array length=n_values): of a discrete distribution, its values
 * @weights: (array length=n_values): and how often each occurs
 * @n_values: how many
 *
 * How an assumption is distributed around its value, which is the mode of a triangular or PERT
 * distribution, the mean of a normal and the median of a lognormal one. In the declared unit.
 */
typedef struct
{
  PremiseDistributionKind  kind;
  double                   low;
  double                   high;
  double                   deviation;
  const double            *values;
  const double            *weights;
  guint                    n_values;
} PremiseSpread;

/**
 * PremiseModelBuilder:
 *
 * Collects definitions in any order; premise_model_builder_build() resolves,
 * checks and compiles them.
 */
typedef struct _PremiseModelBuilder PremiseModelBuilder;

PremiseModelBuilder *premise_model_builder_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void                 premise_model_builder_free           (PremiseModelBuilder *self);
void                 premise_model_builder_reserve        (PremiseModelBuilder *self,
                                                           guint                n_variables,
                                                           gsize                n_bytes);
void                 premise_model_builder_add_index      (PremiseModelBuilder *self,
                                                           const char          *id,
                                                           const char *const   *member_ids,
                                                           guint                n_members);
/* indexes: NULL-terminated index ids, or NULL for a scalar. values: in the declared
 * unit, NaN where missing; n_values is 1 (every cell) or the number of cells. */
void                 premise_model_builder_add_datum      (PremiseModelBuilder *self,
                                                           const char          *id,
                                                           const char          *unit,
                                                           const char *const   *indexes,
                                                           const double        *values,
                                                           guint                n_values);
/* minima, maxima, steps: as values, n_ranges is 1 or the number of cells. */
void                 premise_model_builder_add_assumption (PremiseModelBuilder *self,
                                                           const char          *id,
                                                           const char          *unit,
                                                           const char *const   *indexes,
                                                           const double        *values,
                                                           guint                n_values,
                                                           const double        *minima,
                                                           const double        *maxima,
                                                           const double        *steps,
                                                           guint                n_ranges);
/* After the assumption itself. */
void                 premise_model_builder_set_spread     (PremiseModelBuilder *self,
                                                           const char          *id,
                                                           const PremiseSpread *spread);
/* indexes: (nullable): NULL infers them; else they are compared with the inferred ones.
 * Names in the expression resolve first among those sharing the id's prefix up to its
 * last dot, then as full ids. */
void                 premise_model_builder_add_formula    (PremiseModelBuilder *self,
                                                           const char          *id,
                                                           const char          *unit,
                                                           const char *const   *indexes,
                                                           const char          *expression);
/* Always returns a model: what is wrong is left invalid and reported, the rest works.
 * diagnostics: (element-type PremiseDiagnostic): appended to. */
PremiseModel        *premise_model_builder_build          (PremiseModelBuilder *self,
                                                           GPtrArray           *diagnostics) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseModelBuilder, premise_model_builder_free)

G_END_DECLS
