/* premise-normal.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The standard normal distribution. */

double premise_normal_cdf      (double x);
double premise_normal_quantile (double probability);

G_END_DECLS
