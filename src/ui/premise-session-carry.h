/* premise-session-carry.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

G_BEGIN_DECLS

/* kept: (inout) (element-type PremiseKeptValue): values that no report had a place for so far. */
void       premise_session_carry    (PremiseSession *from,
                                     PremiseSession *to,
                                     GPtrArray      *kept);
GPtrArray *premise_kept_values_new  (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
