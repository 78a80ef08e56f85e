/* premise-markup.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PREMISE_MARKUP_NONE    = 0,
  PREMISE_MARKUP_NO_BASE = 1 << 0,  /* the base value only in the tooltip: titles, table cells */
} PremiseMarkupFlags;

/* A live number in the text that the markup shows. */
typedef struct
{
  guint    start;       /* bytes, without the tags */
  guint    end;
  guint    variable;
  guint    cell;
  gboolean assumption;  /* the reader may move it */
} PremiseMarkupRange;

typedef enum
{
  PREMISE_LINK_VALUE,
  PREMISE_LINK_SECTION,
  PREMISE_LINK_SOURCE,
} PremiseLinkKind;

typedef struct
{
  PremiseLinkKind  kind;
  guint            variable;
  guint            cell;
  char            *id;          /* of the section or the source */
  guint            page;        /* 0 when none */
} PremiseLink;

char       *premise_markup_render             (PremiseSession      *session,
                                               PremiseText         *text,
                                               PremiseMarkupFlags   flags,
                                               GArray              *ranges) G_GNUC_WARN_UNUSED_RESULT;
char       *premise_markup_dup_source         (PremiseSession      *session,
                                               const char          *source,
                                               guint                page) G_GNUC_WARN_UNUSED_RESULT;
char       *premise_markup_dup_with_base      (const char          *value,
                                               const char          *base,
                                               const char          *language) G_GNUC_WARN_UNUSED_RESULT;
const char *premise_markup_get_kind_class     (PremiseSession      *session,
                                               guint                variable);
const char *premise_markup_get_pango_language (const char          *language);
GtkTextDirection premise_markup_get_direction (const char          *language);

gboolean    premise_link_parse                (const char          *uri,
                                               PremiseLink         *link);
void        premise_link_clear                (PremiseLink         *link);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PremiseLink, premise_link_clear)

G_END_DECLS
