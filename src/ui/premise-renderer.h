/* premise-renderer.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean premise_renderer_needs_gl      (const char         *devices,
                                         const char * const *environment);
void     premise_renderer_choose        (void);
void     premise_renderer_forget_choice (void);

G_END_DECLS
