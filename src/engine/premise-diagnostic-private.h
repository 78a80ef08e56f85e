/* premise-diagnostic-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-diagnostic.h"

G_BEGIN_DECLS

/* Appends an error about a field of a variable; a NULL array drops it. */
void premise_diagnostics_add (GPtrArray             *diagnostics,
                              PremiseDiagnosticCode  code,
                              const char            *variable,
                              const char            *field,
                              gsize                  offset,
                              const char            *format,
                              ...) G_GNUC_PRINTF (6, 7);

G_END_DECLS
