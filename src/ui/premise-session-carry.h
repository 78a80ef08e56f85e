/* premise-session-carry.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-kept-value.h"
#include "premise-session.h"

G_BEGIN_DECLS

/* kept: (inout) (element-type PremiseKeptValue): values that no report had a place for so far. */
void  premise_session_carry           (PremiseSession     *from,
                                       PremiseSession     *to,
                                       GPtrArray          *kept);
/* What is changed, from one start to the next. */
GStrv premise_session_dup_changes     (PremiseSession     *self,
                                       GPtrArray          *kept) G_GNUC_WARN_UNUSED_RESULT;
guint premise_session_restore_changes (PremiseSession     *self,
                                       const char *const  *changes,
                                       GPtrArray          *kept);

G_END_DECLS
