/* premise-linker-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-program-private.h"

G_BEGIN_DECLS

/**
 * PremiseLinker:
 * @program: a program that is complete but for formulas that are written like others
 * @codes: of each operation, the #PremiseCode + 1, or 0 if nobody has asked yet
 *
 * Turns formulas as they were compiled into formulas that can be run.
 */
typedef struct
{
  PremiseProgram *program;
  guint8          codes[G_MAXUINT8 + 1];
} PremiseLinker;

void    premise_linker_init         (PremiseLinker       *self,
                                     PremiseProgram      *program);
guint32 premise_linker_link_address (const PremiseLinker *self,
                                     guint32              address);
void    premise_linker_link         (PremiseLinker       *self,
                                     guint32              first,
                                     guint32              n);

G_END_DECLS
