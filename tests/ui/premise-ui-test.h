/* premise-ui-test.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-driver.h"
#include "premise-evaluator.h"
#include "premise-report.h"

G_BEGIN_DECLS

/**
 * UiTest:
 * @driver: the running program
 * @report: the same report, loaded here
 * @scenario: what the reader is expected to have changed
 * @evaluator: the values that must be on the screen then
 *
 * The program under test, and what it ought to show. The numbers are recalculated
 * here from the same report, so that a test can set the scenario to what was done
 * with the mouse and compare.
 */
typedef struct
{
  PremiseDriver    *driver;
  PremiseReport    *report;
  PremiseScenario  *scenario;
  PremiseEvaluator *evaluator;
  const char       *language;
} UiTest;

/* Opens the shipped report in a language at a section; further options, then NULL. */
UiTest          *ui_test_open               (const char      *language,
                                             const char      *section,
                                             ...) G_GNUC_NULL_TERMINATED;
/* The same with another folder. */
UiTest          *ui_test_open_folder        (const char      *folder,
                                             const char      *language,
                                             const char      *section);
void             ui_test_close              (UiTest          *self);
/* Quits it first. */
void             ui_test_quit               (UiTest          *self);
void             ui_test_wait_for_end       (UiTest          *self);
/* The program may have ended by itself. */
void             ui_test_end                (UiTest          *self);
/* The program named by PREMISE_TEST_APP. */
const char      *ui_test_get_app            (void);
char            *ui_test_dup_shipped_folder (void);
char            *ui_test_dup_whole_folder   (void);

guint            ui_test_get_variable       (UiTest          *self,
                                             const char      *id);
guint            ui_test_get_cell           (UiTest          *self,
                                             guint            variable,
                                             const char      *member);
char            *ui_test_dup_label          (UiTest          *self,
                                             guint            variable,
                                             guint            cell);
/* As the report writes it now. format: (nullable). */
char            *ui_test_dup_value          (UiTest          *self,
                                             const char      *id,
                                             const char      *member,
                                             const char      *format);
/* Title of a section as it must be read. */
char            *ui_test_dup_title          (UiTest          *self,
                                             const char      *section);
/* Headline number i of a section. */
char            *ui_test_dup_headline       (UiTest          *self,
                                             const char      *section,
                                             guint            i,
                                             char           **label);

/* The pane of assumptions, which may stand in the page too. */
AtspiAccessible *ui_test_find_pane          (UiTest          *self) G_GNUC_WARN_UNUSED_RESULT;
/* Unfolds its group in the pane and scrolls to it. */
AtspiAccessible *ui_test_show_slider        (UiTest          *self,
                                             const char      *id,
                                             const char      *member);
/* Drags the knob to a fraction of the range. Returns the value that it has then. */
double           ui_test_drag_slider        (UiTest          *self,
                                             AtspiAccessible *slider,
                                             double           fraction);
/* What was done with the mouse is done to the scenario. */
void             ui_test_expect             (UiTest          *self,
                                             const char      *id,
                                             const char      *member,
                                             double           value);
void             ui_test_assert_text        (UiTest          *self,
                                             AtspiRole        role,
                                             const char      *text);
void             ui_test_assert_value       (UiTest          *self,
                                             AtspiAccessible *slider,
                                             double           value);
void             ui_test_click              (UiTest          *self,
                                             AtspiAccessible *root,
                                             AtspiRole        role,
                                             const char      *name);
void             ui_test_press              (UiTest          *self,
                                             const char      *keys);

/* What the desktop keeps for the programs that are started from now on: lines of a key file. */
void             ui_test_set_settings       (const char      *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiTest, ui_test_close)

G_END_DECLS
