/* premise-shape-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-pool-private.h"

G_BEGIN_DECLS

#define PREMISE_MAX_DIMS 8

/**
 * PremiseShape:
 * @n_dims: how many indexes
 * @dims: their positions, the slowest first; zero behind the last
 * @n_cells: the product of their sizes, saturated
 *
 * The indexes of a variable or of an intermediate result.
 */
typedef struct
{
  guint64 n_cells;
  guint32 n_dims;
  guint32 dims[PREMISE_MAX_DIMS];
  guint32 padding;
} PremiseShape;

/**
 * PremiseView:
 * @base: the first cell
 * @counts: the size of each dimension, the slowest first
 * @strides: how far apart its members are, 0 to repeat
 *
 * A way to walk over the cells of an operand: repeated, turned or cut.
 */
typedef struct
{
  guint32 base;
  guint32 n_dims;
  guint32 counts[PREMISE_MAX_DIMS];
  guint32 strides[PREMISE_MAX_DIMS];
} PremiseView;

/**
 * PremiseShapes:
 * @sizes: (element-type guint32): the number of members of each index
 *
 * The distinct shapes of a model. The first is the scalar.
 */
typedef struct
{
  PremisePool  pool;
  GArray      *sizes;
} PremiseShapes;

#define PREMISE_SHAPE_SCALAR 0
#define PREMISE_SHAPE_NONE   ((guint32) -1)

void                premise_shapes_init     (PremiseShapes       *self);
void                premise_shapes_clear    (PremiseShapes       *self);
guint32             premise_shapes_add      (PremiseShapes       *self,
                                             const guint32       *dims,
                                             guint                n_dims);
const PremiseShape *premise_shapes_get      (const PremiseShapes *self,
                                             guint32              shape);
guint64             premise_shapes_get_n_cells (const PremiseShapes *self,
                                                guint32              shape);
gboolean            premise_shapes_contain  (const PremiseShapes *self,
                                             guint32              shape,
                                             guint32              index);
guint32             premise_shapes_sort     (PremiseShapes       *self,
                                             guint32              shape);
guint32             premise_shapes_unite    (PremiseShapes       *self,
                                             guint32              a,
                                             guint32              b);
guint32             premise_shapes_remove   (PremiseShapes       *self,
                                             guint32              shape,
                                             guint32              removed);
guint32             premise_shapes_append   (PremiseShapes       *self,
                                             guint32              outer,
                                             guint32              inner);
void                premise_shapes_get_view (const PremiseShapes *self,
                                             guint32              from,
                                             guint32              to,
                                             PremiseView         *view);
guint32             premise_shapes_get_stride (const PremiseShapes *self,
                                               guint32              shape,
                                               guint32              index);

G_END_DECLS
