/* premise-preferences-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *premise_preferences_dialog_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
