/* premise-model-builder-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-expression-private.h"
#include "premise-model-private.h"
#include "premise-template-private.h"

G_BEGIN_DECLS

/* What is known about a variable only while the model is built. */
typedef struct
{
  guint32 unit_text;
  guint32 first_dim;     /* among the names of indexes */
  guint32 n_dims;
  union
    {
      struct
        {
          guint32 first_value;
          guint32 n_values;
          guint32 first_range;
          guint32 n_ranges;
        };
      struct             /* of formulas */
        {
          guint32 first_node;
          guint32 root;          /* or PREMISE_NODE_NONE */
          guint32 template;      /* or PREMISE_TEMPLATE_NONE */
          guint32 first_target;  /* what its names stand for, if it has a template */
        };
    };
  guint8  infers_shape;
  guint8  infers_unit;
  guint8  n_edges;       /* how many of the edges that were scanned are its own */
  guint8  follows;       /* its template, instead of being compiled itself */
} PremiseDefinition;

/* The model is filled while definitions arrive, so that no text is kept twice. */
struct _PremiseModelBuilder
{
  PremiseModel      *model;
  GArray            *definitions;   /* (element-type PremiseDefinition): by position */
  PremiseNames       unit_texts;
  PremiseNames       index_texts;
  GArray            *dims;          /* (element-type guint32): positions in index_texts */
  GArray            *values;        /* (element-type double): as written */
  GArray            *ranges;        /* (element-type PremiseRange): as written */
  GPtrArray         *complaints;    /* about what could not be added */
  PremiseExpression  expression;
  PremiseTemplates   templates;
  PremisePositions   targets;       /* variables that the names of formulas stand for */
  PremisePositions   edges;         /* those of each formula once, ascending */
  guint              next_edge;
  GPtrArray         *diagnostics;
};

static inline PremiseDefinition *
premise_model_builder_get (PremiseModelBuilder *self,
                           guint                variable)
{
  return &g_array_index (self->definitions, PremiseDefinition, variable);
}

static inline const char *
premise_model_builder_get_id (PremiseModelBuilder *self,
                              guint                variable)
{
  return premise_names_get (&self->model->names, variable);
}

static inline void
premise_model_builder_invalidate (PremiseModelBuilder *self,
                                  guint                variable)
{
  premise_model_get_variable (self->model, variable)->valid = FALSE;
}

/* Give variables the units and the indexes that are declared of them. */
void premise_model_builder_declare_units  (PremiseModelBuilder *self);
void premise_model_builder_declare_shapes (PremiseModelBuilder *self);

/* Finds out which formulas are written alike, and what the names in them stand for. */
void premise_model_builder_scan (PremiseModelBuilder *self);

/* Gives data and assumptions their values and ranges, in base units. Units and shapes are known. */
void premise_model_builder_fill_values (PremiseModelBuilder *self);

/* Checks what was said of distributions, and drops what is wrong. Values and ranges are known. */
void premise_model_builder_fill_spreads (PremiseModelBuilder *self);

G_END_DECLS
