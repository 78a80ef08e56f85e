/* premise-reader-state.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-navigation.h"

G_BEGIN_DECLS

/**
 * PremiseReaderState:
 *
 * What is kept of a report between starts: bookmarks, the place that was read last, the
 * language it was switched to and the assumptions that were changed. Each report has a file of its own below the user's data folder. Windows that show the same
 * report share one state.
 *
 * Signal "bookmarks-changed".
 */
#define PREMISE_TYPE_READER_STATE (premise_reader_state_get_type ())
G_DECLARE_FINAL_TYPE (PremiseReaderState, premise_reader_state, PREMISE, READER_STATE, GObject)

/* folder: (nullable): NULL for the user's own. notice: (out) (nullable): a sentence for the
 * reader when something is wrong with what was kept. */
PremiseReaderState *premise_reader_state_open            (const char          *folder,
                                                          const char          *report_id,
                                                          char               **notice) G_GNUC_WARN_UNUSED_RESULT;
gboolean            premise_reader_state_save            (PremiseReaderState  *self,
                                                          GError             **error);
const char         *premise_reader_state_get_path        (PremiseReaderState  *self);
const char         *premise_reader_state_get_section     (PremiseReaderState  *self);
PremisePlace        premise_reader_state_get_place       (PremiseReaderState  *self);
void                premise_reader_state_set_place       (PremiseReaderState  *self,
                                                          const char          *section,
                                                          const PremisePlace  *place);
/* What premise_session_dup_changes() wrote down. */
const char *const  *premise_reader_state_get_changes     (PremiseReaderState  *self);
void                premise_reader_state_set_changes     (PremiseReaderState  *self,
                                                          const char *const   *changes);
/* (nullable): the language that the reader switched the report to, NULL for what is preferred. */
const char         *premise_reader_state_get_language    (PremiseReaderState  *self);
void                premise_reader_state_set_language    (PremiseReaderState  *self,
                                                          const char          *language);
const char *const  *premise_reader_state_get_bookmarks   (PremiseReaderState  *self);
gboolean            premise_reader_state_has_bookmark    (PremiseReaderState  *self,
                                                          const char          *section);
void                premise_reader_state_set_bookmark    (PremiseReaderState  *self,
                                                          const char          *section,
                                                          gboolean             marked);

G_END_DECLS
