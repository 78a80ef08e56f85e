/* premise-list.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-text.h"

G_BEGIN_DECLS

/* A list, with lists below its items. Owned by the report and read-only. */

typedef struct _PremiseList PremiseList;

typedef struct
{
  PremiseText *text;
  PremiseList *list;      /* (nullable): what belongs to it */
} PremiseListItem;

struct _PremiseList
{
  GArray   *items;        /* (element-type PremiseListItem) */
  gboolean  ordered;
};

/* Called for each text, in the order in which they are read. */
typedef void (*PremiseListFunc) (PremiseText *text,
                                 gpointer     user_data);

PremiseList *premise_list_new          (gboolean           ordered) G_GNUC_WARN_UNUSED_RESULT;
void         premise_list_free         (PremiseList       *self);
/* text: (transfer full). list: (transfer full) (nullable). */
void         premise_list_append       (PremiseList       *self,
                                        PremiseText       *text,
                                        PremiseList       *list);
void         premise_list_foreach_text (const PremiseList *self,
                                        PremiseListFunc    func,
                                        gpointer           user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseList, premise_list_free)

G_END_DECLS
