/* premise-kept-value.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-model.h"
#include "premise-scenario.h"

G_BEGIN_DECLS

/**
 * PremiseKeptValue:
 *
 * A value that the reader set, by names: positions are others in another version of a report.
 */
typedef struct _PremiseKeptValue PremiseKeptValue;

PremiseKeptValue *premise_kept_value_new       (PremiseModel           *model,
                                                const PremiseOverride  *override) G_GNUC_WARN_UNUSED_RESULT;
PremiseKeptValue *premise_kept_value_copy      (const PremiseKeptValue *self) G_GNUC_WARN_UNUSED_RESULT;
void              premise_kept_value_free      (PremiseKeptValue       *self);
gboolean          premise_kept_value_locate    (const PremiseKeptValue *self,
                                                PremiseModel           *model,
                                                PremiseOverride        *override);
/* What cannot be read is no error: it is written again as it was. */
PremiseKeptValue *premise_kept_value_from_text (const char             *text) G_GNUC_WARN_UNUSED_RESULT;
char             *premise_kept_value_to_text   (const PremiseKeptValue *self) G_GNUC_WARN_UNUSED_RESULT;
/* A list that owns them. */
GPtrArray        *premise_kept_values_new      (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
