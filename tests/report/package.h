/* package.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-report.h"

G_BEGIN_DECLS

/* A copy of the small report in data/shop that a test may spoil. */
typedef struct
{
  char      *folder;
  GPtrArray *diagnostics;
} Package;

extern const char *const package_files[];

Package    *package_new     (void);
void        package_free    (Package       *self);
char       *package_read    (const char    *file);
void        package_write   (const Package *self,
                             const char    *file,
                             const char    *text,
                             gssize         length);
void        package_replace (const Package *self,
                             const char    *file,
                             const char    *find,
                             const char    *replace);
PremiseReport *package_load (Package       *self);
/* The only complaint, or the test fails. */
const PremiseDiagnostic *package_get_only (const Package *self);
void        package_assert_clean (const Package *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Package, package_free)

G_END_DECLS
