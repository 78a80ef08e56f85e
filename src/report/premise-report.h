/* premise-report.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-block.h"
#include "premise-copula.h"
#include "premise-package.h"

G_BEGIN_DECLS

typedef struct
{
  char        *id;
  char        *number;        /* "3.5.1" */
  PremiseText *title;
  PremiseText *key_message;
  PremiseText *notes;         /* (nullable): for the speaker */
  GArray      *pages;         /* (element-type guint) */
  GStrv        refs;          /* (nullable): ids in the source */
  GArray      *headline;      /* (element-type PremiseMetric) */
  GPtrArray   *blocks;        /* (element-type PremiseBlock) */
  GArray      *slide;         /* (element-type guint): positions of the blocks that are shown when
                               * presenting; empty when the section leaves the choice */
  guint        chapter;       /* position of its chapter */
} PremiseSection;

typedef struct
{
  char        *id;
  char        *number;        /* (nullable) */
  PremiseText *title;
  guint        first_section; /* positions in the report's sections */
  guint        n_sections;
} PremiseChapter;

typedef struct
{
  char        *id;
  PremiseText *name;
  PremiseText *short_name;    /* (nullable): for citations, which stand among words */
  char        *kind;          /* (nullable): "deck", "web", "own" … */
  char        *date;          /* (nullable): ISO 8601 */
} PremiseSource;

/* A file of the model: variables whose ids begin with the same word. */
typedef struct
{
  char        *id;
  GStrv        refs;          /* (nullable): ids in the source */
  PremiseText *title;
} PremiseSubmodel;

/* How exact a source is about a number. */
typedef enum
{
  PREMISE_QUALIFIER_EXACT,
  PREMISE_QUALIFIER_APPROXIMATE,
  PREMISE_QUALIFIER_MORE_THAN,
  PREMISE_QUALIFIER_AT_LEAST,
  PREMISE_QUALIFIER_LESS_THAN,
  PREMISE_QUALIFIER_NEARLY,
  PREMISE_QUALIFIER_FROM,               /* the lower end of a range whose upper end is not given */
  PREMISE_QUALIFIER_FORECAST,
  PREMISE_QUALIFIER_ORDER_OF_MAGNITUDE, /* "thousands", "millions" */
} PremiseQualifier;

extern const char *const premise_qualifier_ids[];  /* as reports write them, NULL at the end */

const char *premise_qualifier_get_id    (PremiseQualifier qualifier);
/* In words, in the language of the interface; empty for PREMISE_QUALIFIER_EXACT. */
const char *premise_qualifier_get_words (PremiseQualifier qualifier);

/* What the report says about a variable, beyond what the engine needs. */
typedef struct
{
  PremiseText  *label;
  PremiseText  *rationale;    /* (nullable) */
  PremiseText  *note;         /* (nullable): for its passport */
  gboolean      range_ours;   /* the range is ours, not the source's */
  char         *source;       /* (nullable): source id; where cells differ the first of them */
  char         *date;         /* (nullable): when it holds; ISO 8601, perhaps without day and month */
  PremiseQualifier qualifier; /* how exact the source is about it */
  char         *origin;       /* (nullable): "document", "implied", "ours", "external" */
  guint         page;         /* 0: none; where cells differ the first of them */
  char        **cell_sources; /* (nullable): per cell, each (nullable); NULL when all share source */
  guint        *cell_pages;   /* (nullable): per cell; NULL when all share page */
  GStrv         refs;         /* (nullable): all, those of single cells included */
  GStrv        *cell_refs;    /* (nullable): per cell, each (nullable); NULL when all share refs */
  PremiseFormat format;
  /* Printed values per cell in base units, NaN where none, and half a unit of the last
   * printed digit; NULL when nothing is printed. */
  double       *printed;
  double       *tolerance;
  char         *file;         /* where it is defined */
  guint         line;
  guint         submodel;     /* position of its file among the report's */
} PremiseVariableInfo;

/* Where the number of one cell is from: (nullable), and 0 for no page. */
const char *premise_variable_info_get_source (const PremiseVariableInfo *self,
                                              guint                      cell);
guint       premise_variable_info_get_page   (const PremiseVariableInfo *self,
                                              guint                      cell);

/**
 * PremiseReport:
 *
 * A report package as loaded: model, chapters, sections, sources. Immutable.
 */
#define PREMISE_TYPE_REPORT (premise_report_get_type ())
G_DECLARE_FINAL_TYPE (PremiseReport, premise_report, PREMISE, REPORT, GObject)

/* path: a folder or a `.premise` file. diagnostics: (element-type PremiseDiagnostic): everything
 * that is wrong, in the order of files and lines; appended to.
 * Returns: (nullable): NULL only when report.json cannot be used at all. */
PremiseReport             *premise_report_load            (const char    *path,
                                                           GPtrArray     *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
PremiseReport             *premise_report_load_package    (PremisePackage *package,
                                                           const char    *folder,
                                                           GPtrArray     *diagnostics,
                                                           GPtrArray    **files) G_GNUC_WARN_UNUSED_RESULT;
const char                *premise_report_get_id          (PremiseReport *self);
const char                *premise_report_get_folder      (PremiseReport *self);
PremiseText               *premise_report_get_title       (PremiseReport *self);
PremiseText               *premise_report_get_disclaimer  (PremiseReport *self);  /* (nullable) */
const char *const         *premise_report_get_languages   (PremiseReport *self);
gboolean                   premise_report_is_complete     (PremiseReport *self,
                                                           const char    *language);
/* The best of the report's languages for a locale list such as g_get_language_names(). */
const char                *premise_report_choose_language (PremiseReport *self,
                                                           const char *const *locales);
PremiseModel              *premise_report_get_model       (PremiseReport *self);
guint                      premise_report_get_n_submodels (PremiseReport *self);
const PremiseSubmodel     *premise_report_get_submodel    (PremiseReport *self,
                                                           guint          submodel);
guint                      premise_report_get_n_chapters  (PremiseReport *self);
const PremiseChapter      *premise_report_get_chapter     (PremiseReport *self,
                                                           guint          chapter);
guint                      premise_report_get_n_sections  (PremiseReport *self);
const PremiseSection      *premise_report_get_section     (PremiseReport *self,
                                                           guint          section);
guint                      premise_report_find_section    (PremiseReport *self,
                                                           const char    *id);
guint                      premise_report_get_n_sources   (PremiseReport *self);
const PremiseSource       *premise_report_get_source      (PremiseReport *self,
                                                           guint          position);
const PremiseSource       *premise_report_find_source     (PremiseReport *self,   /* (nullable) */
                                                           const char    *id);
const PremiseVariableInfo *premise_report_get_info        (PremiseReport *self,
                                                           guint          variable);
PremiseText               *premise_report_get_member_label (PremiseReport *self,
                                                            guint          index,
                                                            guint          member);
PremiseText               *premise_report_get_index_label (PremiseReport *self,
                                                           guint          index);
/* "AI-able share · Games": label of a cell in a language. */
char                      *premise_report_dup_cell_label  (PremiseReport *self,
                                                           guint          variable,
                                                           guint          cell,
                                                           const char    *language);
/* A value as the report writes it, in the variable's own format. format: (nullable). */
char                      *premise_report_format_cell     (PremiseReport       *self,
                                                           guint                variable,
                                                           double               value,
                                                           const PremiseFormat *format,
                                                           const char          *language);
/* The assumptions a section's numbers depend on, in the order of the model. */
GArray                    *premise_report_dup_section_assumptions (PremiseReport *self,
                                                                   guint          section);
/* (element-type PremiseCellCorrelation) */
GArray                    *premise_report_get_correlations (PremiseReport *self);
gboolean                   premise_report_is_worse        (PremiseReport *self,
                                                           PremiseReport *other);
gboolean                   premise_report_has_broken_correlations (PremiseReport *self);
GPtrArray                 *premise_report_get_diagnostics (PremiseReport *self);

G_END_DECLS
