/* premise-json-positions.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-diagnostic.h"

G_BEGIN_DECLS

#define PREMISE_JSON_NONE      ((guint) -1)
#define PREMISE_JSON_MAX_DEPTH 64

typedef enum
{
  PREMISE_JSON_OBJECT,
  PREMISE_JSON_ARRAY,
  PREMISE_JSON_STRING,
  PREMISE_JSON_NUMBER,
  PREMISE_JSON_BOOLEAN,
  PREMISE_JSON_NULL,
} PremiseJsonKind;

/**
 * PremiseJsonPlace:
 * @offset: in bytes from the start of the file
 * @line: 1-based
 * @column: 1-based, in characters
 *
 * A place in a JSON file.
 */
typedef struct
{
  gsize offset;
  guint line;
  guint column;
} PremiseJsonPlace;

/**
 * PremiseJsonPositions:
 *
 * Where every key and value of a JSON text stands. The scan is strict (RFC 8259,
 * no duplicate keys, no NUL), so a text that it takes is one that every JSON
 * reader understands in the same way.
 *
 * Values are known by a number, in the order of the text; the root is 0.
 */
typedef struct _PremiseJsonPositions PremiseJsonPositions;

PremiseJsonPositions *premise_json_positions_new          (GBytes                     *bytes,
                                                           GPtrArray                  *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
void                  premise_json_positions_free         (PremiseJsonPositions       *self);

gboolean              premise_json_positions_is_complete  (const PremiseJsonPositions *self);
guint                 premise_json_positions_get_n_values (const PremiseJsonPositions *self);

PremiseJsonKind       premise_json_positions_get_kind     (const PremiseJsonPositions *self,
                                                           guint                       value);
const char           *premise_json_positions_get_key      (const PremiseJsonPositions *self,
                                                           guint                       value);
guint                 premise_json_positions_get_parent   (const PremiseJsonPositions *self,
                                                           guint                       value);
guint                 premise_json_positions_get_first    (const PremiseJsonPositions *self,
                                                           guint                       value);
guint                 premise_json_positions_get_next     (const PremiseJsonPositions *self,
                                                           guint                       value);
guint                 premise_json_positions_get_n        (const PremiseJsonPositions *self,
                                                           guint                       value);
guint                 premise_json_positions_get_member   (const PremiseJsonPositions *self,
                                                           guint                       object,
                                                           const char                 *key);
gsize                 premise_json_positions_get_end      (const PremiseJsonPositions *self,
                                                           guint                       value);
double                premise_json_positions_get_number   (const PremiseJsonPositions *self,
                                                           guint                       value);
void                  premise_json_positions_rename       (PremiseJsonPositions       *self,
                                                           guint                       value,
                                                           const char                 *key);

char                 *premise_json_positions_dup_path     (const PremiseJsonPositions *self,
                                                           guint                       value) G_GNUC_WARN_UNUSED_RESULT;
guint                 premise_json_positions_lookup       (const PremiseJsonPositions *self,
                                                           const char                 *path);

PremiseJsonPlace      premise_json_positions_locate       (const PremiseJsonPositions *self,
                                                           gsize                       offset);
PremiseJsonPlace      premise_json_positions_locate_value (const PremiseJsonPositions *self,
                                                           guint                       value);
PremiseJsonPlace      premise_json_positions_locate_key   (const PremiseJsonPositions *self,
                                                           guint                       value);
PremiseJsonPlace      premise_json_positions_locate_in    (const PremiseJsonPositions *self,
                                                           guint                       value,
                                                           gsize                       offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseJsonPositions, premise_json_positions_free)

G_END_DECLS
