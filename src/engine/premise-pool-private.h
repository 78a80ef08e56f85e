/* premise-pool-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

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
  guint64     *slots;      /* the hash, and below it the offset; or 0 */
  guint        n_slots;    /* a power of two, or 0 */
} PremiseNames;

#define PREMISE_NAMES_NONE ((guint) -1)

void        premise_names_reserve  (PremiseNames       *self,
                                    guint               n);
guint       premise_names_start    (const PremiseNames *self,
                                    const char         *name,
                                    gsize               length);
void        premise_names_approach (const PremiseNames *self,
                                    guint               start);
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
