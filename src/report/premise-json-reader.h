/* premise-json-reader.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-json-file.h"

G_BEGIN_DECLS

/* Typed reading of JSON values. What is not as asked is reported with its place; then
 * the function gives nothing. An absent value gives nothing silently. */

#define PREMISE_JSON_ABSENT ((PremiseJsonValue) { NULL, PREMISE_JSON_NONE })

gboolean         premise_json_is_present  (PremiseJsonValue       value);
gboolean         premise_json_is          (PremiseJsonValue       value,
                                           PremiseJsonKind        kind);
gboolean         premise_json_expect      (PremiseJsonValue       value,
                                           PremiseJsonKind        kind);

PremiseJsonValue premise_json_get         (PremiseJsonValue       object,
                                           const char            *key);
PremiseJsonValue premise_json_require     (PremiseJsonValue       object,
                                           const char            *key);
const char      *premise_json_get_key     (PremiseJsonValue       value);
PremiseJsonValue premise_json_first       (PremiseJsonValue       container);
PremiseJsonValue premise_json_next        (PremiseJsonValue       value);
guint            premise_json_get_n       (PremiseJsonValue       container);

const char      *premise_json_get_string  (PremiseJsonValue       value);
const char      *premise_json_get_id      (PremiseJsonValue       value);
gboolean         premise_json_get_number  (PremiseJsonValue       value,
                                           double                *number);
gboolean         premise_json_get_uint    (PremiseJsonValue       value,
                                           guint                  maximum,
                                           guint                 *number);
gboolean         premise_json_get_boolean (PremiseJsonValue       value,
                                           gboolean               fallback);
gboolean         premise_json_get_choice  (PremiseJsonValue       value,
                                           const char *const     *choices,
                                           guint                 *choice);
void             premise_json_check_keys  (PremiseJsonValue       object,
                                           const char *const     *known);

void             premise_json_locate      (PremiseJsonValue       value,
                                           PremiseDiagnostic     *diagnostic);
void             premise_json_locate_in   (PremiseJsonValue       value,
                                           gsize                  offset,
                                           PremiseDiagnostic     *diagnostic);
void             premise_json_complain    (PremiseJsonValue       value,
                                           PremiseSeverity        severity,
                                           PremiseDiagnosticCode  code,
                                           const char            *format,
                                           ...) G_GNUC_PRINTF (4, 5);
void             premise_json_complain_key (PremiseJsonValue       value,
                                            PremiseSeverity        severity,
                                            PremiseDiagnosticCode  code,
                                            const char            *format,
                                            ...) G_GNUC_PRINTF (4, 5);
void             premise_json_complain_in (PremiseJsonValue       value,
                                           gsize                  offset,
                                           PremiseSeverity        severity,
                                           PremiseDiagnosticCode  code,
                                           const char            *format,
                                           ...) G_GNUC_PRINTF (5, 6);
void             premise_json_complain_name (PremiseJsonValue       value,
                                             PremiseSeverity        severity,
                                             PremiseDiagnosticCode  code,
                                             const char            *message,
                                             const char            *name,
                                             const char *const     *candidates,
                                             gsize                  n_candidates);

G_END_DECLS
