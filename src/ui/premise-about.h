/* premise-about.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* session: (nullable): the report that is open, whose sources are named. */
AdwDialog *premise_about_new (PremiseSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
