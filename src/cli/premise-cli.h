/* premise-cli.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a verb ends with. */
typedef enum
{
  PREMISE_CLI_NO_VERB = -1,   /* no verb: the window may open */
  PREMISE_CLI_OK      = 0,
  PREMISE_CLI_ERRORS  = 1,    /* something in the report or in a value is wrong */
  PREMISE_CLI_USAGE   = 2,    /* wrong arguments, no report to read, or nowhere to write */
} PremiseCliStatus;

int   premise_cli_run       (int    argc,
                             char **argv);
char *premise_cli_dup_verbs (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
