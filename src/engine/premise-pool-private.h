/* premise-pool-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Small compact containers: a model of a hundred thousand formulas has to fit into
 * a few dozen bytes a formula, which rules out a heap block for each name. */

/**
 * PremiseText:
 *
 * Strings one behind the other in one block, known by their offset.
 */
typedef struct
{
  char  *data;
  gsize  length;
  gsize  allocated;
} PremiseText;

void        premise_text_reserve   (PremiseText       *self,
                                    gsize              size);
guint32     premise_text_add       (PremiseText       *self,
                                    const char        *text,
                                    gsize              length);
const char *premise_text_get       (const PremiseText *self,
                                    guint32            offset);
void        premise_text_clear     (PremiseText       *self);

/**
 * PremiseNames:
 *
 * Distinct names, known by their position, and found by hash.
 */
typedef struct
{
  PremiseText  text;
  guint32     *offsets;
  guint        n;
  guint        allocated;
  guint32     *slots;      /* part of the hash, and below it the position and 1; or 0 */
  guint        n_slots;    /* a power of two, or 0 */
} PremiseNames;

#define PREMISE_NAMES_NONE ((guint) -1)

void        premise_names_reserve  (PremiseNames       *self,
                                    guint               n);
guint       premise_names_start    (const PremiseNames *self,
                                    const char         *name,
                                    gsize               length);
guint       premise_names_finish   (const PremiseNames *self,
                                    guint               start,
                                    const char         *name,
                                    gsize               length);
guint       premise_names_find     (const PremiseNames *self,
                                    const char         *name,
                                    gsize               length);
guint       premise_names_find_prefixed (const PremiseNames *self,
                                         const char         *prefix,
                                         gsize               n_prefix,
                                         const char         *name,
                                         gsize               length);
guint       premise_names_add      (PremiseNames       *self,
                                    const char         *name,
                                    gsize               length,
                                    gboolean           *is_new);
guint       premise_names_append   (PremiseNames       *self,
                                    const char         *name,
                                    gsize               length);
const char *premise_names_get      (const PremiseNames *self,
                                    guint               position);
void        premise_names_trim     (PremiseNames       *self);
void        premise_names_clear    (PremiseNames       *self);

/* Loads of a size that is known are much faster than calls for one that is not; the last part
 * overlaps with the one before where it is not a whole one.
 */
static inline gboolean
premise_bytes_equal (const char *a,
                     const char *b,
                     gsize       length)
{
  guint64 x, y;
  guint32 u, v;

  if (length >= 8)
    {
      for (gsize i = 0; i + 8 < length; i += 8)
        {
          memcpy (&x, a + i, 8);
          memcpy (&y, b + i, 8);

          if (x != y)
            return FALSE;
        }

      memcpy (&x, a + length - 8, 8);
      memcpy (&y, b + length - 8, 8);

      return x == y;
    }

  if (length >= 4)
    {
      memcpy (&u, a, 4);
      memcpy (&v, b, 4);

      if (u != v)
        return FALSE;

      memcpy (&u, a + length - 4, 4);
      memcpy (&v, b + length - 4, 4);

      return u == v;
    }

  for (gsize i = 0; i < length; i++)
    {
      if (a[i] != b[i])
        return FALSE;
    }

  return TRUE;
}

/**
 * PremisePositions:
 *
 * Positions of something, one behind the other.
 */
typedef struct
{
  guint32 *items;
  guint    n;
  guint    allocated;
} PremisePositions;

void premise_positions_reserve (PremisePositions *self,
                                guint             n);
void premise_positions_clear   (PremisePositions *self);

/* Adds a few positions; how many is known only where it is called. */
static inline void
premise_positions_add (PremisePositions *self,
                       const guint32    *items,
                       guint             n)
{
  if (n > self->allocated - self->n)
    premise_positions_reserve (self, MAX (self->n + n, self->allocated * 2));

  for (guint i = 0; i < n; i++)
    self->items[self->n + i] = items[i];

  self->n += n;
}

/**
 * PremisePool:
 *
 * Distinct records of one size, compared byte by byte and known by their position.
 */
typedef struct
{
  gsize     record_size;
  guint8   *records;
  guint     n;
  guint     allocated;
  guint32  *slots;
  guint     n_slots;
} PremisePool;

void          premise_pool_init    (PremisePool        *self,
                                    gsize               record_size);
guint         premise_pool_add     (PremisePool        *self,
                                    gconstpointer       record);
gconstpointer premise_pool_get     (const PremisePool  *self,
                                    guint               position);
void          premise_pool_clear   (PremisePool        *self);

G_END_DECLS
