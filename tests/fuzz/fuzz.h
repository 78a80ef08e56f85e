/* fuzz.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-batch.h"
#include "premise-evaluator.h"

G_BEGIN_DECLS

/* What libFuzzer calls, and the runner where there is no libFuzzer. */
int     LLVMFuzzerInitialize   (int           *argc,
                                char        ***argv);
int     LLVMFuzzerTestOneInput (const guint8  *data,
                                size_t         size);

char   *fuzz_dup_text          (const guint8  *data,
                                gsize          size);
guint64 fuzz_get_bits          (double         value);
void    fuzz_check_diagnostics (GPtrArray     *diagnostics);
void    fuzz_check_errors      (PremiseEvaluator *evaluator,
                                guint          variable);
GArray *fuzz_dup_values        (PremiseEvaluator *evaluator);
void    fuzz_check_same        (const GArray  *expected,
                                const GArray  *found);

/* A claim that no input may break. It ends in abort(), which a fuzzer reports with the input;
 * an assertion of GLib ends in a trap, which libFuzzer does not catch.
 */
#define fuzz_check(claim)                                                       \
  G_STMT_START {                                                                \
    if (!(claim))                                                               \
      {                                                                         \
        g_printerr ("%s:%d: not so: %s\n", __FILE__, __LINE__, #claim);         \
        abort ();                                                               \
      }                                                                         \
  } G_STMT_END

G_END_DECLS
