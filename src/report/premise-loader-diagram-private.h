/* premise-loader-diagram-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-loader.h"

G_BEGIN_DECLS

/* Shared between the files that read diagrams only. */

/* Ids in the order of what they name. */
typedef struct
{
  GPtrArray  *names;    /* (element-type utf8): borrowed from the file */
  GHashTable *table;    /* id → position */
} PremiseDiagramIds;

void     premise_diagram_ids_init    (PremiseDiagramIds       *self);
void     premise_diagram_ids_clear   (PremiseDiagramIds       *self);
/* Complains about an id that is there already. An absent one names nothing. */
void     premise_diagram_ids_add     (PremiseDiagramIds       *self,
                                      PremiseJsonValue         value);
/* Returns: the position; PREMISE_DIAGRAM_SPEC_NONE when absent, or complained about. */
guint    premise_diagram_ids_find    (const PremiseDiagramIds *self,
                                      PremiseJsonValue         value);

/* Whether there is a list, neither empty nor too long; complains otherwise. */
gboolean premise_diagram_check_list  (PremiseJsonValue         value,
                                      guint                    minimum,
                                      guint                    maximum);

/* What only pictures on two axes and triangles have. */
void     premise_diagram_read_axes   (PremiseLoader           *self,
                                      PremiseJsonValue         value,
                                      PremiseDiagramSpec      *spec);
void     premise_diagram_read_curves (PremiseLoader           *self,
                                      PremiseJsonValue         value,
                                      PremiseDiagramSpec      *spec,
                                      PremiseDiagramIds       *curves);
void     premise_diagram_read_place  (PremiseJsonValue         node,
                                      PremiseDiagramSpec      *spec,
                                      const PremiseDiagramIds *curves,
                                      PremiseDiagramSpecNode  *place);
void     premise_diagram_read_sides  (PremiseLoader           *self,
                                      PremiseJsonValue         value,
                                      PremiseDiagramSpec      *spec,
                                      const PremiseDiagramIds *ids);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PremiseDiagramIds, premise_diagram_ids_clear)

G_END_DECLS
