/* premise-diagnostic.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  PREMISE_SEVERITY_WARNING,
  PREMISE_SEVERITY_ERROR,
} PremiseSeverity;

/* What is wrong; the numbers are printed (E101) and never reused. */
typedef enum
{
  PREMISE_DIAGNOSTIC_SYNTAX           = 101,  /* formula */
  PREMISE_DIAGNOSTIC_UNKNOWN_NAME     = 102,
  PREMISE_DIAGNOSTIC_UNKNOWN_FUNCTION = 103,
  PREMISE_DIAGNOSTIC_ARITY            = 104,
  PREMISE_DIAGNOSTIC_UNIT             = 105,
  PREMISE_DIAGNOSTIC_INDEX            = 106,
  PREMISE_DIAGNOSTIC_CYCLE            = 107,
  PREMISE_DIAGNOSTIC_DUPLICATE        = 108,
  PREMISE_DIAGNOSTIC_LIMIT            = 109,
  PREMISE_DIAGNOSTIC_RANGE            = 110,  /* base outside min..max, bad step */
  PREMISE_DIAGNOSTIC_FILE             = 201,  /* missing or unreadable file */
  PREMISE_DIAGNOSTIC_JSON             = 202,
  PREMISE_DIAGNOSTIC_KEY_MISSING      = 203,
  PREMISE_DIAGNOSTIC_KEY_UNKNOWN      = 204,
  PREMISE_DIAGNOSTIC_TYPE             = 205,
  PREMISE_DIAGNOSTIC_VALUE            = 206,
  PREMISE_DIAGNOSTIC_TEXT             = 207,  /* live text syntax */
  PREMISE_DIAGNOSTIC_REFERENCE        = 208,  /* unknown source, section, variable in a block */
  PREMISE_DIAGNOSTIC_LANGUAGE         = 209,
  PREMISE_DIAGNOSTIC_VERSION          = 210,
  PREMISE_DIAGNOSTIC_MIGRATED         = 211,  /* was written in an older format */
} PremiseDiagnosticCode;

/**
 * PremiseDiagnostic:
 * @file: (nullable): path inside the report folder
 * @line: 1-based, 0 when there is no place
 * @column: 1-based, in characters, not bytes
 * @path: (nullable): JSON path, "$.variables[3].formula"
 * @message: (not nullable): a sentence: what was found, what was expected, what to do
 *
 * One complaint about a report. The engine fills @variable, @field and @offset
 * (bytes into the text of that field); the report loader adds file, line, column and path.
 */
typedef struct
{
  PremiseSeverity        severity;
  PremiseDiagnosticCode  code;
  char                  *variable;
  char                  *field;     /* "formula", "unit", "index", "values" … */
  gsize                  offset;
  char                  *file;
  guint                  line;
  guint                  column;
  char                  *path;
  char                  *message;
} PremiseDiagnostic;

PremiseDiagnostic *premise_diagnostic_new       (PremiseSeverity        severity,
                                                 PremiseDiagnosticCode  code,
                                                 const char            *format,
                                                 ...) G_GNUC_PRINTF (3, 4) G_GNUC_WARN_UNUSED_RESULT;
PremiseDiagnostic *premise_diagnostic_copy      (const PremiseDiagnostic *self);
void               premise_diagnostic_free      (PremiseDiagnostic     *self);
/* "model/copilot.json:12:31: E102: …" */
char              *premise_diagnostic_to_string (const PremiseDiagnostic *self);
/* The candidate within an edit distance of a third of its length, or NULL. */
const char        *premise_nearest_name         (const char            *name,
                                                 const char *const     *candidates,
                                                 gsize                  n_candidates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseDiagnostic, premise_diagnostic_free)

G_END_DECLS
