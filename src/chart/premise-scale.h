/* premise-scale.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PremiseScale PremiseScale;

/* One kind of scale. map() and invert() go between a value and a position from 0 to 1. */
typedef struct
{
  double   (*map)     (const PremiseScale *self,
                       double              value);
  double   (*invert)  (const PremiseScale *self,
                       double              position);
  void     (*nice)    (PremiseScale       *self,
                       guint               n_ticks);
  /* About n_ticks values inside the domain, ascending. (element-type double) */
  GArray  *(*ticks)   (const PremiseScale *self,
                       guint               n_ticks);
  gboolean (*accepts) (const PremiseScale *self,
                       double              value);
} PremiseScaleClass;

struct _PremiseScale
{
  const PremiseScaleClass *klass;
  double                   min;
  double                   max;
  double                   unit;     /* ticks are round multiples of it */
  double                   step;     /* linear: between ticks, once nice() chose it; else 0 */
  double                   padding;  /* band: part of a band that stays empty */
};

void     premise_scale_init_linear (PremiseScale       *self,
                                    double              min,
                                    double              max,
                                    double              unit);
void     premise_scale_init_log    (PremiseScale       *self,
                                    double              min,
                                    double              max,
                                    double              unit);
void     premise_scale_init_band   (PremiseScale       *self,
                                    guint               n_bands,
                                    double              padding);
double   premise_scale_map         (const PremiseScale *self,
                                    double              value);
double   premise_scale_invert      (const PremiseScale *self,
                                    double              position);
void     premise_scale_nice        (PremiseScale       *self,
                                    guint               n_ticks);
GArray  *premise_scale_ticks       (const PremiseScale *self,
                                    guint               n_ticks);
gboolean premise_scale_accepts     (const PremiseScale *self,
                                    double              value);
/* 1, 2 or 5 times a power of ten, not below step. */
double   premise_scale_round_step  (double              step);

G_END_DECLS
