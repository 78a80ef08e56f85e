/* premise-literal.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number that is typed into words and measures something, in bytes: no year, page, rank or name. */
typedef struct
{
  gsize start;
  gsize end;
} PremiseLiteral;

/* (transfer full) (element-type PremiseLiteral): in the order of the words. */
GArray *premise_literal_find (const char *words,
                              const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
