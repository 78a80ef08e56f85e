/* premise-reference.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-batch.h"

G_BEGIN_DECLS

typedef enum
{
  PREMISE_REFERENCE_VARIABLE,
  PREMISE_REFERENCE_INDEX,      /* behind “over” */
} PremiseReferenceKind;

/* What a formula takes of an index of a variable, instead of a position of a member. */
#define PREMISE_MEMBER_OWN ((guint) -1)   /* the member of the cell that is calculated */
#define PREMISE_MEMBER_ALL ((guint) -2)   /* every member */

/**
 * PremiseReference:
 * @kind: what is named
 * @offset: where the name stands in the formula, in bytes
 * @length: how long it is, with the members picked in brackets
 * @target: position of the variable or the index
 * @members: (element-type guint) (nullable): of a variable, for each of its indexes a member,
 *   %PREMISE_MEMBER_OWN or %PREMISE_MEMBER_ALL
 *
 * A place of a formula that names something of the model.
 */
typedef struct
{
  PremiseReferenceKind  kind;
  guint                 offset;
  guint                 length;
  guint                 target;
  GArray               *members;
} PremiseReference;

GArray *premise_model_dup_references      (PremiseModel           *self,
                                           guint                   variable) G_GNUC_WARN_UNUSED_RESULT;
GArray *premise_model_dup_reference_cells (PremiseModel           *self,
                                           guint                   variable,
                                           guint                   cell,
                                           const PremiseReference *reference,
                                           guint                   limit) G_GNUC_WARN_UNUSED_RESULT;
GArray *premise_model_dup_cells_before    (PremiseModel           *self,
                                           guint                   variable,
                                           guint                   cell,
                                           guint                   limit) G_GNUC_WARN_UNUSED_RESULT;
GArray *premise_model_dup_cells_after     (PremiseModel           *self,
                                           guint                   variable,
                                           guint                   cell,
                                           guint                   limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
