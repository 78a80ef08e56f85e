/* premise-interpreter-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-program-private.h"

G_BEGIN_DECLS

/**
 * PremiseStep:
 * @code: its first instruction; the one that stops, for what is no formula of one cell
 * @value: where its value belongs
 * @variable: the formula
 * @end_edge: where the edges of the next step begin, if the list has any
 * @last_reader: the last step that reads the value, or 0
 *
 * A formula on a list of those that are run one after the other.
 */
typedef struct
{
  const PremiseInstruction *code;
  guint32                   value;
  guint32                   variable;
  guint32                   end_edge;
  guint32                   last_reader;
} PremiseStep;

/* What a list ends with. */
extern const PremiseInstruction premise_step_stop;

const PremiseStep *premise_program_run_steps (const PremiseProgram *self,
                                              const PremiseStep    *steps,
                                              double               *memory,
                                              gboolean              compare,
                                              gboolean             *unchanged);

G_END_DECLS
