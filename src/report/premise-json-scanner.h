/* premise-json-scanner.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-json-positions.h"

G_BEGIN_DECLS

/* Shared between premise-json-positions.c and premise-json-scanner.c only. */

typedef struct
{
  PremiseJsonKind kind;
  guint           parent;
  guint           first;
  guint           last;
  guint           next;
  guint           n;          /* members or elements */
  guint           position;   /* among the elements of its parent */
  char           *key;        /* decoded, NULL for elements */
  gsize           key_offset;
  gsize           offset;
  gsize           end;        /* behind the last byte */
} PremiseJsonEntry;

struct _PremiseJsonPositions
{
  GBytes     *bytes;
  const char *text;
  gsize       length;
  gsize       start;          /* behind the byte order mark */
  gboolean    complete;
  GArray     *entries;        /* (element-type PremiseJsonEntry) */
  GArray     *lines;          /* (element-type gsize): where each line begins */
  GArray     *n_chars;        /* (element-type gsize): characters before each block of the text */
  GHashTable *keys;           /* PremiseJsonEntry (by parent and key) → its number */
  GHashTable *written;        /* (nullable): number of a renamed member → its key in the text */
};

gboolean premise_json_scan   (PremiseJsonPositions *positions,
                              GPtrArray            *diagnostics);
gsize    premise_json_decode (const char           *text,
                              const char           *end,
                              char                  buffer[6],
                              gsize                *n_decoded);

G_END_DECLS
