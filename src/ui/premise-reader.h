/* premise-reader.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-reader-state.h"
#include "premise-search-pane.h"
#include "premise-section-view.h"
#include "premise-session-carry.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PremiseReader:
 *
 * How a reader moves through a report: search, Go to Section, Back and Forward, bookmarks, and
 * the place that is there again at the next start.
 *
 * It adds the actions "reading.back", "reading.forward", "reading.find", "reading.find-next",
 * "reading.find-previous", "reading.go-to" and "reading.bookmark" to the window. The window
 * shows sections; it tells the reader before with premise_reader_leave(), after with
 * premise_reader_arrive().
 *
 * Signals: "section-requested" (string id), "assumption-requested" (uint variable, uint cell).
 */
#define PREMISE_TYPE_READER (premise_reader_get_type ())
G_DECLARE_FINAL_TYPE (PremiseReader, premise_reader, PREMISE, READER, GObject)

/* Of the window, which outlives the reader. */
typedef struct
{
  GtkWindow              *window;         /* an AdwApplicationWindow */
  PremiseSectionView     *view;
  PremiseSearchPane      *search;
  AdwNavigationSplitView *split;
  AdwToastOverlay        *toasts;
  AdwBin                 *bookmarks_bin;
  GPtrArray              *kept;           /* (element-type PremiseKeptValue): changes without a place now */
} PremiseReaderParts;

PremiseReader *premise_reader_new       (PremiseSession           *session,
                                         PremiseReaderState       *state,
                                         const PremiseReaderParts *parts) G_GNUC_WARN_UNUSED_RESULT;
/* Back and Forward go on through what was read with another reader, of the same report. */
void           premise_reader_take_trail (PremiseReader           *self,
                                         PremiseReader            *from);
/* The section to begin with: the one that was read last. */
guint          premise_reader_get_start (PremiseReader            *self);
void           premise_reader_start     (PremiseReader            *self);
void           premise_reader_leave     (PremiseReader            *self);
void           premise_reader_arrive    (PremiseReader            *self,
                                         guint                     section);

G_END_DECLS
