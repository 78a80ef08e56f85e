/* premise-export.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-report.h"

G_BEGIN_DECLS

#define PREMISE_EXPORT_ERROR (premise_export_error_quark ())

/**
 * PremiseExportError:
 * @PREMISE_EXPORT_ERROR_NOT_A_FIGURE: the block holds no figure
 * @PREMISE_EXPORT_ERROR_NOT_A_TABLE: the block holds no table
 * @PREMISE_EXPORT_ERROR_FORMAT: the file name ends in none of the formats
 * @PREMISE_EXPORT_ERROR_WRITE: cairo could not write the picture
 *
 * Why something was not exported.
 */
typedef enum
{
  PREMISE_EXPORT_ERROR_NOT_A_FIGURE,
  PREMISE_EXPORT_ERROR_NOT_A_TABLE,
  PREMISE_EXPORT_ERROR_FORMAT,
  PREMISE_EXPORT_ERROR_WRITE,
} PremiseExportError;

GQuark    premise_export_error_quark (void);

GBytes   *premise_export_figure      (PremiseReport       *report,
                                      const PremiseBlock  *block,
                                      PremiseEvaluator    *evaluator,
                                      const char          *language,
                                      double               width,
                                      double               scale,
                                      const char          *name,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *premise_export_figure_png  (PremiseReport       *report,
                                      const PremiseBlock  *block,
                                      PremiseEvaluator    *evaluator,
                                      const char          *language,
                                      double               width,
                                      double               scale,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *premise_export_figure_svg  (PremiseReport       *report,
                                      const PremiseBlock  *block,
                                      PremiseEvaluator    *evaluator,
                                      const char          *language,
                                      double               width,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;
char     *premise_export_table_csv   (PremiseReport       *report,
                                      const PremiseBlock  *block,
                                      PremiseEvaluator    *evaluator,
                                      const char          *language,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
