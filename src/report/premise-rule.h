/* premise-rule.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-diagnostic.h"

G_BEGIN_DECLS

/* What the linter looks for, beyond what keeps a report from being read. P101 is 1101: the
 * numbers are printed and never reused. They share a type with the loader's codes, so that
 * one list holds both. */
typedef enum
{
  PREMISE_RULE_TEXT_EMPTY       = 1101,
  PREMISE_RULE_LIVE_NUMBERS     = 1102,
  PREMISE_RULE_LITERAL_NUMBERS  = 1103,
  PREMISE_RULE_UNITS            = 1104,
  PREMISE_RULE_CITATIONS        = 1105,
  PREMISE_RULE_LINKS            = 1106,
  PREMISE_RULE_NO_ORIGIN        = 1107,
  PREMISE_RULE_SCALE_DROPPED    = 1108,

  PREMISE_RULE_RATIONALE        = 1201,
  PREMISE_RULE_SOURCE           = 1202,
  PREMISE_RULE_PAGE             = 1203,
  PREMISE_RULE_OFF_STEP         = 1204,
  PREMISE_RULE_FIXED            = 1205,
  PREMISE_RULE_UNUSED_VARIABLE  = 1206,
  PREMISE_RULE_UNUSED_SOURCE    = 1207,
  PREMISE_RULE_UNUSED_INDEX     = 1208,
  PREMISE_RULE_PRINTED_DIFFERS  = 1209,
  PREMISE_RULE_NO_VALUE         = 1210,
  PREMISE_RULE_ODD_UNIT         = 1211,
  PREMISE_RULE_BARE_CONSTANT    = 1212,

  PREMISE_RULE_EXHIBIT_TITLE    = 1301,
  PREMISE_RULE_EXHIBIT_SOURCE   = 1302,
  PREMISE_RULE_NOTES            = 1303,
  PREMISE_RULE_PAGES            = 1304,
  PREMISE_RULE_LONG_MESSAGE     = 1305,
  PREMISE_RULE_LONG_TITLE       = 1306,
  PREMISE_RULE_HEADLINES        = 1307,
  PREMISE_RULE_EMPTY_SECTION    = 1308,
} PremiseRuleCode;

/**
 * PremiseRule:
 * @code: a #PremiseDiagnosticCode or a #PremiseRuleCode
 * @name: for people who write about it: "live-numbers"
 * @severity: how bad it is
 * @summary: a line of what is wrong, not translated
 *
 * Something that a report is checked for.
 */
typedef struct
{
  guint            code;
  const char      *name;
  PremiseSeverity  severity;
  const char      *summary;
} PremiseRule;

guint              premise_rule_get_n       (void);
const PremiseRule *premise_rule_get         (guint              i);
const PremiseRule *premise_rule_find        (guint              code);
const char        *premise_rule_get_summary (const PremiseRule *self);
char              *premise_rule_dup_code    (guint              code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
