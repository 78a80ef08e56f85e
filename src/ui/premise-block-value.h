/* premise-block-value.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"
#include "premise-table-cell.h"

G_BEGIN_DECLS

char *premise_block_value_dup_text      (PremiseSession      *session,
                                         guint                variable,
                                         guint                cell,
                                         const PremiseFormat *format) G_GNUC_WARN_UNUSED_RESULT;
char *premise_block_value_dup_base_text (PremiseSession      *session,
                                         guint                variable,
                                         guint                cell,
                                         const PremiseFormat *format) G_GNUC_WARN_UNUSED_RESULT;
void  premise_block_value_show          (PremiseSession      *session,
                                         guint                variable,
                                         guint                cell,
                                         const PremiseFormat *format,
                                         PremiseTableCell    *widget);

G_END_DECLS
