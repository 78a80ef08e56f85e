/* premise-bulk-groups-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-bulk-private.h"
#include "premise-lane-private.h"
#include "premise-trail-private.h"

G_BEGIN_DECLS

/* Where numbers are: in a column, in the memory of the program, among the rows of constants, or
 * among the rows that several groups have in common. The upper bits tell which, the others the
 * position.
 */
#define PREMISE_BULK_MASK     0xc0000000u
#define PREMISE_BULK_COLUMN   0x00000000u
#define PREMISE_BULK_MEMORY   0x40000000u
#define PREMISE_BULK_CONSTANT 0x80000000u
#define PREMISE_BULK_ROW      0xc0000000u

/**
 * PremiseBulkLoad:
 * @place: where numbers go
 * @row: the positions where they are
 *
 * What has to be collected before a group can be evaluated.
 */
typedef struct
{
  guint32 place;
  guint32 row;
} PremiseBulkLoad;

/**
 * PremiseBulkGroup:
 * @n: how many formulas
 * @first_code: where its instructions begin
 * @n_code: how many; 0 for formulas that are evaluated one after the other
 * @first_load: where its loads begin
 * @n_loads: how many
 * @result: the place of the results
 * @first: where the positions of the results begin; or the formulas that are evaluated one
 *   after the other
 *
 * Formulas of one level and shape.
 */
typedef struct
{
  guint32 n;
  guint32 first_code;
  guint32 n_code;
  guint32 first_load;
  guint32 n_loads;
  guint32 result;
  guint32 first;
} PremiseBulkGroup;

struct _PremiseBulk
{
  PremiseModel           *model;      /* unowned: the owner holds it */
  const PremiseLaneTable *table;
  GArray                 *groups;     /* (element-type PremiseBulkGroup): in the order of evaluation */
  GArray                 *code;       /* (element-type PremiseLaneInstruction): of the groups */
  GArray                 *loads;      /* (element-type PremiseBulkLoad) */
  GArray                 *positions;  /* (element-type guint32): rows */
  GArray                 *constants;  /* (element-type double): rows */
  GArray                 *singles;    /* (element-type PremiseStep) */
  double                 *columns;
  double                 *rows;
  guint32                 n_rows;     /* how many numbers they have */
};

G_END_DECLS
