/* premise-json-file.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-json-positions.h"
#include "premise-package.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define PREMISE_JSON_MAX_SIZE PREMISE_PACKAGE_MAX_FILE

/**
 * PremiseJsonFile:
 *
 * A JSON file of a report folder: its tree, where everything in it stands, and
 * the list that takes the complaints about it.
 */
typedef struct _PremiseJsonFile PremiseJsonFile;

/**
 * PremiseJsonValue:
 * @file: (nullable): %NULL when there is no such value
 * @at: its number in the file's positions
 *
 * A value in a file, passed by value. One that is absent may be asked for
 * anything: it has nothing and complains about nothing.
 */
typedef struct
{
  PremiseJsonFile *file;
  guint            at;
} PremiseJsonValue;

PremiseJsonFile            *premise_json_file_load          (PremisePackage    *package,
                                                             const char        *path,
                                                             PremiseJsonValue   asked_by,
                                                             GPtrArray         *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
PremiseJsonFile            *premise_json_file_new           (GBytes            *bytes,
                                                             const char        *path,
                                                             GPtrArray         *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
void                        premise_json_file_free          (PremiseJsonFile   *self);

const char                 *premise_json_file_get_path      (PremiseJsonFile   *self);
PremiseJsonValue            premise_json_file_get_root      (PremiseJsonFile   *self);
const PremiseJsonPositions *premise_json_file_get_positions (PremiseJsonFile   *self);
guint                       premise_json_file_get_n_errors  (PremiseJsonFile   *self);
JsonNode                   *premise_json_file_get_node      (PremiseJsonFile   *self,
                                                             guint              value);
void                        premise_json_file_rename        (PremiseJsonFile   *self,
                                                             guint              value,
                                                             const char        *key);
/* For the reader: @diagnostic gets the file's name; beyond a limit it is only counted. */
void                        premise_json_file_take          (PremiseJsonFile   *self,
                                                             PremiseDiagnostic *diagnostic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseJsonFile, premise_json_file_free)

G_END_DECLS
