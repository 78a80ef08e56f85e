/* premise-function.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The functions of the formula language, for help, completion and tests. */
guint       premise_function_get_n_functions (void);
const char *premise_function_get_name        (guint       function);
const char *premise_function_get_usage       (guint       function);
const char *premise_function_get_summary     (guint       function);
const char *premise_function_get_units   (guint       function);
const char *premise_function_get_errors  (guint       function);
const char *premise_function_get_example     (guint       function,
                                              double     *expected);

G_END_DECLS
