/* premise-parallel-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More threads than this wait for the memory. */
#define PREMISE_PARALLEL_MAX 8

/**
 * PremisePartFunc:
 * @user_data: what premise_parallel_run() was given
 * @part: which part it is
 * @first: its first item
 * @end: the item behind its last
 *
 * Works on a part of many items, while others work on other parts.
 */
typedef void (*PremisePartFunc) (gpointer user_data,
                                 guint    part,
                                 guint    first,
                                 guint    end);

guint premise_parallel_count (guint            n);
void  premise_parallel_run   (guint            n,
                              PremisePartFunc  func,
                              gpointer         user_data);

G_END_DECLS
