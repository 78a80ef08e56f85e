/* premise-application.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PremiseApplication:
 *
 * The application: its command line, its actions and its windows, one for each open report.
 */
#define PREMISE_TYPE_APPLICATION (premise_application_get_type ())
G_DECLARE_FINAL_TYPE (PremiseApplication, premise_application, PREMISE, APPLICATION, AdwApplication)

GApplication *premise_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
