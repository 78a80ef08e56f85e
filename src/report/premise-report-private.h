/* premise-report-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-report.h"

G_BEGIN_DECLS

/* Labels of an index and of its members. */
typedef struct
{
  PremiseText *label;
  GPtrArray   *members;       /* (element-type PremiseText) */
} PremiseIndexInfo;

/* The loader fills it in; then nothing writes to it any more. */
struct _PremiseReport
{
  GObject              parent_instance;

  char                *id;
  char                *folder;
  PremiseText         *title;
  PremiseText         *disclaimer;   /* (nullable) */
  GStrv                languages;
  GHashTable          *incomplete;   /* languages in which some text is missing */
  PremiseModel        *model;
  GPtrArray           *submodels;    /* (element-type PremiseSubmodel) */
  GPtrArray           *chapters;     /* (element-type PremiseChapter) */
  GPtrArray           *sections;     /* (element-type PremiseSection) */
  GPtrArray           *sources;      /* (element-type PremiseSource) */
  GHashTable          *source_table; /* id → PremiseSource */
  GArray              *infos;        /* (element-type PremiseVariableInfo): per variable */
  GArray              *correlations; /* (element-type PremiseCellCorrelation) */
  guint                n_unread;         /* files that could not be read */
  guint                n_consequences;   /* what is wrong and not among the diagnostics */
  gboolean             correlations_broken;
  GArray              *indexes;      /* (element-type PremiseIndexInfo): per index */
  GPtrArray           *diagnostics;  /* (element-type PremiseDiagnostic) */
};

PremiseSection *premise_section_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            premise_section_free (PremiseSection *self);
PremiseBlock   *premise_block_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void            premise_block_free   (PremiseBlock   *self);
PremiseTable   *premise_table_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void            premise_table_free   (PremiseTable   *self);
PremiseFigure  *premise_figure_new   (void) G_GNUC_WARN_UNUSED_RESULT;
GArray         *premise_metrics_new  (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseBlock, premise_block_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseSection, premise_section_free)

G_END_DECLS
