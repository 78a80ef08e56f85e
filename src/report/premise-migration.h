/* premise-migration.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-json-file.h"

G_BEGIN_DECLS

/* The format that is written today, and that the schemas in data/schema describe. */
#define PREMISE_FORMAT_VERSION 1

gboolean premise_migration_read_version (PremiseJsonValue  value,
                                         guint            *version);
void     premise_migration_apply        (PremiseJsonFile  *file,
                                         guint             version);

G_END_DECLS
