/* premise-shape.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-shape-private.h"

#include <string.h>

/**
 * premise_shapes_init:
 * @self: (out): shapes
 *
 * Starts with the scalar, and without indexes.
 */
void
premise_shapes_init (PremiseShapes *self)
{
  premise_pool_init (&self->pool, sizeof (PremiseShape));
  self->sizes = g_array_new (FALSE, FALSE, sizeof (guint32));
  premise_shapes_add (self, NULL, 0);
}

/**
 * premise_shapes_clear:
 * @self: shapes
 *
 * Frees all shapes.
 */
void
premise_shapes_clear (PremiseShapes *self)
{
  premise_pool_clear (&self->pool);
  g_clear_pointer (&self->sizes, g_array_unref);
}

/**
 * premise_shapes_add:
 * @self: shapes
 * @dims: positions of indexes, the slowest first, each once
 * @n_dims: how many
 *
 * Gets the shape with these indexes in this order.
 *
 * Returns: the shape, or %PREMISE_SHAPE_NONE if there are too many indexes
 */
guint32
premise_shapes_add (PremiseShapes *self,
                    const guint32 *dims,
                    guint          n_dims)
{
  PremiseShape shape;

  if (n_dims > PREMISE_MAX_DIMS)
    return PREMISE_SHAPE_NONE;

  memset (&shape, 0, sizeof shape);
  shape.n_dims = n_dims;
  shape.n_cells = 1;

  for (guint i = 0; i < n_dims; i++)
    {
      guint64 n_cells = shape.n_cells * g_array_index (self->sizes, guint32, dims[i]);

      shape.dims[i] = dims[i];

      /* Far above what a model may have, and far from overflowing. */
      shape.n_cells = MIN (n_cells, G_MAXUINT32);
    }

  return premise_pool_add (&self->pool, &shape);
}

/**
 * premise_shapes_get:
 * @self: shapes
 * @shape: a shape
 *
 * Gets what is in a shape; it moves when another is added.
 *
 * Returns: (transfer none): the shape
 */
const PremiseShape *
premise_shapes_get (const PremiseShapes *self,
                    guint32              shape)
{
  return premise_pool_get (&self->pool, shape);
}

/**
 * premise_shapes_get_n_cells:
 * @self: shapes
 * @shape: a shape
 *
 * Returns: how many cells it has
 */
guint64
premise_shapes_get_n_cells (const PremiseShapes *self,
                            guint32              shape)
{
  return premise_shapes_get (self, shape)->n_cells;
}

/**
 * premise_shapes_contain:
 * @self: shapes
 * @shape: a shape
 * @index: an index
 *
 * Returns: whether @index is among the indexes of @shape
 */
gboolean
premise_shapes_contain (const PremiseShapes *self,
                        guint32              shape,
                        guint32              index)
{
  const PremiseShape *s = premise_shapes_get (self, shape);

  for (guint i = 0; i < s->n_dims; i++)
    {
      if (s->dims[i] == index)
        return TRUE;
    }

  return FALSE;
}

/**
 * premise_shapes_sort:
 * @self: shapes
 * @shape: a shape
 *
 * Puts the indexes into the order of the model, which is that of all intermediate results.
 *
 * Returns: the shape with the same indexes in that order
 */
guint32
premise_shapes_sort (PremiseShapes *self,
                     guint32        shape)
{
  PremiseShape sorted;

  if (shape == PREMISE_SHAPE_SCALAR)
    return shape;

  sorted = *premise_shapes_get (self, shape);

  for (guint i = 1; i < sorted.n_dims; i++)
    {
      for (guint j = i; j > 0 && sorted.dims[j - 1] > sorted.dims[j]; j--)
        {
          guint32 swap = sorted.dims[j];

          sorted.dims[j] = sorted.dims[j - 1];
          sorted.dims[j - 1] = swap;
        }
    }

  return premise_shapes_add (self, sorted.dims, sorted.n_dims);
}

/**
 * premise_shapes_unite:
 * @self: shapes
 * @a: a shape
 * @b: a shape
 *
 * Gets the shape that both broadcast to: all indexes of either, in the order of the model.
 *
 * Returns: the shape, or %PREMISE_SHAPE_NONE if there are too many indexes
 */
guint32
premise_shapes_unite (PremiseShapes *self,
                      guint32        a,
                      guint32        b)
{
  const PremiseShape *left = premise_shapes_get (self, a);
  const PremiseShape *right = premise_shapes_get (self, b);
  guint32 dims[2 * PREMISE_MAX_DIMS];
  guint n_dims = left->n_dims;
  guint32 united;

  if (a == PREMISE_SHAPE_SCALAR || b == PREMISE_SHAPE_SCALAR)
    return premise_shapes_sort (self, a == PREMISE_SHAPE_SCALAR ? b : a);

  memcpy (dims, left->dims, sizeof left->dims);

  for (guint i = 0; i < right->n_dims; i++)
    {
      if (!premise_shapes_contain (self, a, right->dims[i]))
        dims[n_dims++] = right->dims[i];
    }

  united = premise_shapes_add (self, dims, n_dims);

  return united == PREMISE_SHAPE_NONE ? united : premise_shapes_sort (self, united);
}

/**
 * premise_shapes_remove:
 * @self: shapes
 * @shape: a shape
 * @removed: the indexes to remove, where they are there
 *
 * Removes indexes.
 *
 * Returns: the shape with those left, in the same order
 */
guint32
premise_shapes_remove (PremiseShapes *self,
                       guint32        shape,
                       guint32        removed)
{
  const PremiseShape *s = premise_shapes_get (self, shape);
  guint32 dims[PREMISE_MAX_DIMS];
  guint n_dims = 0;

  for (guint i = 0; i < s->n_dims; i++)
    {
      if (!premise_shapes_contain (self, removed, s->dims[i]))
        dims[n_dims++] = s->dims[i];
    }

  return premise_shapes_add (self, dims, n_dims);
}

/**
 * premise_shapes_append:
 * @self: shapes
 * @outer: the slow indexes
 * @inner: the fast indexes, none of them among @outer
 *
 * Puts one shape behind another, so that the cells over @inner lie in one line.
 *
 * Returns: the shape, or %PREMISE_SHAPE_NONE if there are too many indexes
 */
guint32
premise_shapes_append (PremiseShapes *self,
                       guint32        outer,
                       guint32        inner)
{
  const PremiseShape *a = premise_shapes_get (self, outer);
  const PremiseShape *b = premise_shapes_get (self, inner);
  guint32 dims[2 * PREMISE_MAX_DIMS];

  memcpy (dims, a->dims, sizeof a->dims);
  memcpy (dims + a->n_dims, b->dims, sizeof b->dims);

  return premise_shapes_add (self, dims, a->n_dims + b->n_dims);
}

/**
 * premise_shapes_get_stride:
 * @self: shapes
 * @shape: a shape
 * @index: an index
 *
 * Returns: how far apart the members of @index are in @shape, 0 if it is not among them
 */
guint32
premise_shapes_get_stride (const PremiseShapes *self,
                           guint32              shape,
                           guint32              index)
{
  const PremiseShape *s = premise_shapes_get (self, shape);
  guint32 stride = 1;

  for (guint i = s->n_dims; i > 0; i--)
    {
      if (s->dims[i - 1] == index)
        return stride;

      stride *= g_array_index (self->sizes, guint32, s->dims[i - 1]);
    }

  return 0;
}

/**
 * premise_shapes_get_view:
 * @self: shapes
 * @from: the shape of an operand
 * @to: the shape to see it in
 * @view: (out): the view
 *
 * Gets the view that broadcasts and turns @from into @to. Indexes of @from that are not in
 * @to stay at their first member.
 */
void
premise_shapes_get_view (const PremiseShapes *self,
                         guint32              from,
                         guint32              to,
                         PremiseView         *view)
{
  const PremiseShape *s = premise_shapes_get (self, to);

  memset (view, 0, sizeof *view);
  view->n_dims = s->n_dims;

  for (guint i = 0; i < s->n_dims; i++)
    {
      view->counts[i] = g_array_index (self->sizes, guint32, s->dims[i]);
      view->strides[i] = premise_shapes_get_stride (self, from, s->dims[i]);
    }
}
