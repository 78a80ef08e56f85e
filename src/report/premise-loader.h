/* premise-loader.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-json-reader.h"
#include "premise-report-private.h"

G_BEGIN_DECLS

/* Shared between the premise-loader files only. */

/* More cells than that in one variable are a mistake or an attack. */
#define PREMISE_LOADER_MAX_CELLS 1000000
/* And so are more in all given variables together. */
#define PREMISE_LOADER_MAX_TOTAL (4 * PREMISE_LOADER_MAX_CELLS)

#define PREMISE_LOADER_SOURCES "sources.json"

/* An index as its file defines it. */
typedef struct
{
  char             *id;
  GPtrArray        *members;       /* (element-type utf8): ids */
  GHashTable       *member_table;  /* id → position */
  PremiseJsonValue  json;
} PremiseLoaderIndex;

/* A variable as its file defines it. */
typedef struct
{
  char                *id;         /* full */
  PremiseVariableKind  kind;
  guint                submodel;
  PremiseJsonValue     json;
  gboolean             broken;     /* what could not be read stands for no value */
} PremiseLoaderVariable;

/* The indexes of a variable. */
typedef struct
{
  GPtrArray *indexes;              /* (element-type PremiseLoaderIndex): borrowed */
  guint      n_cells;
} PremiseLoaderDims;

typedef struct
{
  PremiseReport       *report;     /* being filled in */
  PremisePackage      *package;    /* borrowed */
  GPtrArray           *diagnostics;
  GPtrArray           *files;      /* (element-type PremiseJsonFile): kept, since the model is
                                    * built before the texts that show it are read */
  GHashTable          *file_order; /* path → position */
  GHashTable          *unread;     /* paths of what could not be read */
  GHashTable          *consequences;   /* of the diagnostics, those that follow from others */
  PremiseModelBuilder *builder;
  GPtrArray           *indexes;    /* (element-type PremiseLoaderIndex) */
  GHashTable          *index_table;
  GPtrArray           *variables;  /* (element-type PremiseLoaderVariable) */
  GHashTable          *variable_table;
  GArray              *correlations;   /* (element-type PremiseJsonValue): a list per model file */
  GPtrArray           *names;      /* (element-type utf8): ids of the model's variables, borrowed */
  GPtrArray           *section_ids;   /* (element-type utf8): borrowed from report.json */
  GHashTable          *section_table;
  guint                n_cells;    /* of the variables so far */
  guint                n_exhibits;
  guint                version;    /* of the format the files are written in */
} PremiseLoader;

/* premise-loader.c */
typedef void      (*PremiseLoaderLook)            (PremiseLoader           *self);

PremiseReport      *premise_loader_load           (const char              *folder,
                                                   PremiseLoaderLook        look,
                                                   GPtrArray               *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
PremiseJsonFile    *premise_loader_load_file      (PremiseLoader           *self,
                                                   const char              *path,
                                                   PremiseJsonValue         asked_by);
GStrv               premise_loader_read_refs      (PremiseJsonValue         value);
char               *premise_loader_read_source    (PremiseLoader           *self,
                                                   PremiseJsonValue         value);
guint               premise_loader_read_page      (PremiseJsonValue         value);
/* Returns: (nullable): the text of the date, borrowed; NULL where there is none or it is none. */
const char         *premise_loader_read_date      (PremiseJsonValue         value,
                                                   double                  *number);

/* premise-loader-text.c */
PremiseText        *premise_loader_read_text      (PremiseLoader           *self,
                                                   PremiseJsonValue         value);
PremiseText        *premise_loader_require_text   (PremiseLoader           *self,
                                                   PremiseJsonValue         object,
                                                   const char              *key,
                                                   const char              *fallback);
gboolean            premise_loader_read_format    (PremiseJsonValue         value,
                                                   PremiseFormat           *format);

/* premise-loader-limits.c */
#define PREMISE_LOADER_MAX_BLOCKS  500    /* of a section */
#define PREMISE_LOADER_MAX_ON_SLIDE 4
#define PREMISE_LOADER_MAX_ROWS    2000   /* of a table */
#define PREMISE_LOADER_MAX_COLUMNS 50
#define PREMISE_LOADER_MAX_HIGHLIGHTS 50   /* of a table */
char               *premise_loader_dup_text       (PremiseJsonValue         value,
                                                   const char              *text) G_GNUC_WARN_UNUSED_RESULT;
guint               premise_loader_count          (PremiseJsonValue         list,
                                                   guint                    maximum);

/* premise-loader-cells.c */
typedef gboolean  (*PremiseLoaderIsLeaf)          (PremiseJsonValue         value);
typedef void      (*PremiseLoaderReadLeaf)        (PremiseJsonValue         value,
                                                   guint                    first_cell,
                                                   guint                    n_cells,
                                                   gpointer                 user_data);
typedef enum
{
  PREMISE_LOADER_ALL_MEMBERS = 1 << 0,   /* each must have an entry */
  PREMISE_LOADER_ARRAYS      = 1 << 1,   /* an array in the order of the members will do */
} PremiseLoaderCellFlags;

void                premise_loader_read_cells     (PremiseJsonValue         value,
                                                   const PremiseLoaderDims *dims,
                                                   PremiseLoaderCellFlags   flags,
                                                   PremiseLoaderIsLeaf      is_leaf,
                                                   PremiseLoaderReadLeaf    read_leaf,
                                                   gpointer                 user_data);
gboolean            premise_loader_find_dims      (PremiseLoader           *self,
                                                   PremiseJsonValue         value,
                                                   PremiseLoaderDims       *dims);
void                premise_loader_dims_clear     (PremiseLoaderDims       *dims);

/* premise-loader-model.c */
void                premise_loader_load_models    (PremiseLoader           *self,
                                                   PremiseJsonValue         models);

/* premise-loader-variable.c */
void                premise_loader_add_variable   (PremiseLoader           *self,
                                                   PremiseLoaderVariable   *variable);

/* premise-loader-consequence.c */
void                premise_loader_add_unread     (PremiseLoader           *self,
                                                   const char              *path);
gboolean            premise_loader_is_unread      (PremiseLoader           *self,
                                                   const char              *path);
char               *premise_loader_dup_unread_model (PremiseLoader         *self,
                                                     const char            *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean            premise_loader_blame_model    (PremiseLoader           *self,
                                                   PremiseJsonValue         value,
                                                   gsize                    offset,
                                                   const char              *name);
void                premise_loader_blame_shape    (PremiseLoader           *self,
                                                   guint                    variable,
                                                   guint                    first_diagnostic);
void                premise_loader_add_consequences (PremiseLoader         *self,
                                                     guint                  first_diagnostic);
void                premise_loader_drop_consequences (PremiseLoader        *self);

/* premise-loader-spread.c */
void                premise_loader_read_spread    (PremiseLoader               *self,
                                                   const PremiseLoaderVariable *variable);
void                premise_loader_read_correlations (PremiseLoader            *self);

/* premise-loader-info.c */
void                premise_loader_load_infos     (PremiseLoader           *self);

/* premise-loader-reference.c */
guint               premise_loader_find_index     (PremiseLoader           *self,
                                                   PremiseJsonValue         value);
guint               premise_loader_find_variable  (PremiseLoader           *self,
                                                   PremiseJsonValue         value);
/* (element-type guint): what cannot be moved is left out after a complaint */
GArray             *premise_loader_read_assumptions (PremiseLoader         *self,
                                                   PremiseJsonValue         value);
gboolean            premise_loader_find_cell      (PremiseLoader           *self,
                                                   PremiseJsonValue         value,
                                                   guint                   *variable,
                                                   guint                   *cell);
guint               premise_loader_find_scalar    (PremiseLoader           *self,
                                                   PremiseJsonValue         value);

/* premise-loader-section.c */
PremiseSection     *premise_loader_load_section   (PremiseLoader           *self,
                                                   PremiseJsonValue         asked_by,
                                                   const char              *chapter,
                                                   const char              *id);
void                premise_loader_read_metrics   (PremiseLoader           *self,
                                                   PremiseJsonValue         value,
                                                   GArray                  *metrics);

/* premise-loader-block.c */
PremiseBlock       *premise_loader_read_block     (PremiseLoader           *self,
                                                   PremiseJsonValue         value);
PremiseBlock       *premise_loader_error_block    (PremiseLoader           *self,
                                                   guint                    first_diagnostic);

/* premise-loader-diagram.c */
PremiseDiagramSpec *premise_loader_read_diagram   (PremiseLoader           *self,
                                                   PremiseJsonValue         value) G_GNUC_WARN_UNUSED_RESULT;

/* premise-loader-list.c */
PremiseList        *premise_loader_read_list      (PremiseLoader           *self,
                                                   PremiseJsonValue         value) G_GNUC_WARN_UNUSED_RESULT;

/* premise-loader-steps.c */
GArray             *premise_loader_read_steps     (PremiseLoader           *self,
                                                   PremiseJsonValue         value) G_GNUC_WARN_UNUSED_RESULT;
PremiseComparison  *premise_loader_read_comparison (PremiseLoader          *self,
                                                    PremiseJsonValue        value) G_GNUC_WARN_UNUSED_RESULT;

/* premise-loader-table-highlight.c */
void                premise_loader_read_highlights (PremiseLoader          *self,
                                                    PremiseJsonValue        value,
                                                    PremiseTable           *table);

/* premise-loader-table.c, premise-loader-figure.c */
PremiseTable       *premise_loader_read_table     (PremiseLoader           *self,
                                                   PremiseJsonValue         value);
PremiseFigure      *premise_loader_read_figure    (PremiseLoader           *self,
                                                   PremiseJsonValue         value);

G_END_DECLS
