/* premise-cli-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-batch.h"
#include "premise-cli.h"
#include "premise-report.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* @args: (inout): the verb and what follows it; what a verb leaves is freed by the caller. */
PremiseCliStatus  premise_cli_check          (GStrv             *args);
PremiseCliStatus  premise_cli_eval           (GStrv             *args);
PremiseCliStatus  premise_cli_attribute      (GStrv             *args);
PremiseCliStatus  premise_cli_functions      (GStrv             *args);
PremiseCliStatus  premise_cli_pack           (GStrv             *args);
PremiseCliStatus  premise_cli_new            (GStrv             *args);
PremiseCliStatus  premise_cli_seek           (GStrv             *args);
PremiseCliStatus  premise_cli_sensitivity    (GStrv             *args);
PremiseCliStatus  premise_cli_simulate       (GStrv             *args);
PremiseCliStatus  premise_cli_table          (GStrv             *args);
PremiseCliStatus  premise_cli_trace          (GStrv             *args);

char             *premise_cli_dup_quoted     (const char        *path) G_GNUC_WARN_UNUSED_RESULT;
char             *premise_cli_dup_report     (const char        *argument) G_GNUC_WARN_UNUSED_RESULT;
PremiseReport    *premise_cli_load           (const char        *argument) G_GNUC_WARN_UNUSED_RESULT;
gboolean          premise_cli_open           (const char        *folder,
                                              const char        *wanted,
                                              PremiseReport    **report,
                                              const char       **language);
void              premise_cli_complain       (const char        *argument,
                                              gboolean           json,
                                              const GError      *error);
gboolean          premise_cli_assign         (PremiseReport     *report,
                                              PremiseScenario   *scenario,
                                              const char        *language,
                                              const char        *argument,
                                              GError           **error);

gboolean          premise_cli_parse_number   (PremiseReport     *report,
                                              const PremiseCell *cell,
                                              const char        *language,
                                              const char        *text,
                                              double            *value,
                                              GError           **error);
const char       *premise_cli_find_equals    (const char        *argument);

gboolean          premise_cli_parse          (GStrv             *args,
                                              const char        *parameters,
                                              const char        *summary,
                                              const GOptionEntry *entries,
                                              PremiseCliStatus  *status);
const char       *premise_cli_find_language  (PremiseReport     *report,
                                              const char        *wanted);
void              premise_cli_print_json     (JsonBuilder       *builder);
char             *premise_cli_dup_error      (PremiseEvaluator  *evaluator,
                                              guint              variable,
                                              guint              cell) G_GNUC_WARN_UNUSED_RESULT;
void              premise_cli_add_error      (PremiseEvaluator  *evaluator,
                                              JsonBuilder       *builder,
                                              guint              variable,
                                              guint              cell);
char             *premise_cli_describe_error (PremiseModel      *model,
                                              PremiseValueError  error,
                                              const PremiseCell *origin) G_GNUC_WARN_UNUSED_RESULT;
char             *premise_cli_dup_cell_name  (PremiseModel      *model,
                                              guint              variable,
                                              guint              cell) G_GNUC_WARN_UNUSED_RESULT;
gboolean          premise_cli_find_cells     (PremiseModel      *model,
                                              const char        *name,
                                              guint             *variable,
                                              guint             *cell,
                                              GError           **error);

gboolean          premise_cli_find_cell      (PremiseModel      *model,
                                              const char        *name,
                                              PremiseCell       *cell,
                                              GError           **error);
/* In the declared unit; null for what is no number; a date as ISO 8601 writes it. */
void              premise_cli_add_number     (JsonBuilder       *builder,
                                              const char        *key,
                                              PremiseUnit       *unit,
                                              double             value);
void              premise_cli_add_name       (PremiseModel      *model,
                                              JsonBuilder       *builder,
                                              const char        *key,
                                              const PremiseCell *cell);

/* premise_cli_find_cells() gives this for a variable without brackets that has indexes. */
#define PREMISE_CLI_ALL_CELLS ((guint) -1)

G_END_DECLS
