/* premise-loader-diagram.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>

#define MAX_NODES  200
#define MAX_EDGES  200
#define MAX_GROUPS 50

/* In the order of PremiseDiagramSpecKind. */
static const char *const kinds[] = { "flow", "timeline", "layers", "tree", "columns", NULL };

/* Ids in the order of what they name. */
typedef struct
{
  GPtrArray  *names;    /* (element-type utf8): borrowed from the file */
  GHashTable *table;    /* id → position */
} Ids;

static void
ids_init (Ids *self)
{
  self->names = g_ptr_array_new ();
  self->table = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
ids_clear (Ids *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->table, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ids, ids_clear)

static void
ids_add (Ids              *self,
         PremiseJsonValue  value)
{
  const char *id = premise_json_get_id (value);

  if (id != NULL && g_hash_table_contains (self->table, id))
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                           _("the diagram has “%s” already"), id);
  else if (id != NULL)
    g_hash_table_insert (self->table, (gpointer) id, GUINT_TO_POINTER (self->names->len));

  g_ptr_array_add (self->names, (gpointer) (id != NULL ? id : ""));
}

static guint
ids_find (const Ids        *self,
          PremiseJsonValue  value)
{
  const char *id = premise_json_get_string (value);
  gpointer place;

  if (id == NULL)
    return PREMISE_DIAGRAM_SPEC_NONE;

  if (g_hash_table_lookup_extended (self->table, id, NULL, &place))
    return GPOINTER_TO_UINT (place);

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE,
                         _("the diagram has no “%s”"), id);

  return PREMISE_DIAGRAM_SPEC_NONE;
}

/* Whether there is a list, neither empty nor too long. */
static gboolean
check_list (PremiseJsonValue value,
            guint            maximum)
{
  if (!premise_json_expect (value, PREMISE_JSON_ARRAY))
    return FALSE;

  if (premise_json_get_n (value) > 0 && premise_json_get_n (value) <= maximum)
    return TRUE;

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                         _("expected 1 to %u entries, found %u"), maximum,
                         premise_json_get_n (value));

  return FALSE;
}

static void
read_groups (PremiseLoader      *self,
             PremiseJsonValue    value,
             PremiseDiagramSpec *spec,
             Ids                *ids)
{
  static const char *const keys[] = { "id", "label", NULL };

  if (!premise_json_is_present (value) || !check_list (value, MAX_GROUPS))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      PremiseText *label;

      if (!premise_json_expect (entry, PREMISE_JSON_OBJECT))
        continue;

      premise_json_check_keys (entry, keys);
      ids_add (ids, premise_json_require (entry, "id"));
      label = premise_loader_read_text (self, premise_json_require (entry, "label"));
      if (label != NULL)
        g_ptr_array_add (spec->groups, label);
    }
}

static void
read_node (PremiseLoader      *self,
           PremiseJsonValue    value,
           PremiseDiagramSpec *spec,
           const Ids          *groups,
           Ids                *ids)
{
  static const char *const keys[] = { "id", "label", "detail", NULL };
  static const char *const timeline_keys[] = { "id", "label", "detail", "when", "group", NULL };
  static const char *const column_keys[] = { "id", "label", "detail", "group", NULL };
  static const char *const tree_keys[] = { "id", "label", "detail", "parent", NULL };
  PremiseDiagramSpecNode node = { NULL, NULL, NULL, PREMISE_DIAGRAM_SPEC_NONE,
                                  PREMISE_DIAGRAM_SPEC_NONE };

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  if (spec->kind == PREMISE_DIAGRAM_SPEC_TIMELINE)
    {
      premise_json_check_keys (value, timeline_keys);
      node.when = premise_loader_read_text (self, premise_json_require (value, "when"));
      node.group = ids_find (groups, premise_json_get (value, "group"));
    }
  else if (spec->kind == PREMISE_DIAGRAM_SPEC_COLUMNS)
    {
      premise_json_check_keys (value, column_keys);
      node.group = ids_find (groups, premise_json_require (value, "group"));
    }
  else
    {
      premise_json_check_keys (value, spec->kind == PREMISE_DIAGRAM_SPEC_TREE ? tree_keys : keys);
    }

  ids_add (ids, premise_json_require (value, "id"));
  node.label = premise_loader_read_text (self, premise_json_require (value, "label"));
  node.detail = premise_loader_read_text (self, premise_json_get (value, "detail"));
  g_array_append_val (spec->nodes, node);
}

static gboolean
is_in_circle (PremiseDiagramSpec *spec,
              guint               node)
{
  guint parent = g_array_index (spec->nodes, PremiseDiagramSpecNode, node).parent;

  for (guint steps = 0; parent < spec->nodes->len && steps < spec->nodes->len; steps++)
    {
      if (parent == node)
        return TRUE;
      parent = g_array_index (spec->nodes, PremiseDiagramSpecNode, parent).parent;
    }

  return FALSE;
}

/* A parent may come after its parts. */
static void
read_parents (PremiseJsonValue    nodes,
              PremiseDiagramSpec *spec,
              const Ids          *ids)
{
  PremiseJsonValue entry = premise_json_first (nodes);

  for (guint i = 0; i < spec->nodes->len; i++, entry = premise_json_next (entry))
    {
      PremiseJsonValue parent = premise_json_get (entry, "parent");

      g_array_index (spec->nodes, PremiseDiagramSpecNode, i).parent = ids_find (ids, parent);
      if (is_in_circle (spec, i))
        premise_json_complain (parent, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("“%s” is a part of itself: a tree has no circles"),
                               (const char *) g_ptr_array_index (ids->names, i));
    }
}

static void
read_edge (PremiseJsonValue    value,
           PremiseDiagramSpec *spec,
           const Ids          *ids)
{
  PremiseDiagramSpecEdge edge;
  PremiseJsonValue from;
  PremiseJsonValue to;

  if (!premise_json_expect (value, PREMISE_JSON_ARRAY))
    return;

  if (premise_json_get_n (value) != 2)
    {
      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                             _("expected two ids, the step and what it leads to"));
      return;
    }

  from = premise_json_first (value);
  to = premise_json_next (from);
  edge.from = ids_find (ids, from);
  edge.to = ids_find (ids, to);

  if (edge.from == PREMISE_DIAGRAM_SPEC_NONE || edge.to == PREMISE_DIAGRAM_SPEC_NONE)
    return;

  if (edge.from == edge.to)
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("a step cannot lead to itself"));
  else
    g_array_append_val (spec->edges, edge);
}

static void
read_edges (PremiseJsonValue    value,
            PremiseDiagramSpec *spec,
            const Ids          *ids)
{
  if (!check_list (value, MAX_EDGES))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    read_edge (entry, spec, ids);
}

static void
check_keys (PremiseJsonValue        value,
            PremiseDiagramSpecKind  kind)
{
  static const char *const keys[] = { "type", "id", "ref", "page", "source", "kind", "title",
                                      "nodes", NULL };
  static const char *const group_keys[] = { "type", "id", "ref", "page", "source", "kind", "title",
                                            "nodes", "groups", NULL };
  static const char *const edge_keys[] = { "type", "id", "ref", "page", "source", "kind", "title",
                                           "nodes", "edges", NULL };

  if (kind == PREMISE_DIAGRAM_SPEC_FLOW)
    premise_json_check_keys (value, edge_keys);
  else if (kind == PREMISE_DIAGRAM_SPEC_TIMELINE || kind == PREMISE_DIAGRAM_SPEC_COLUMNS)
    premise_json_check_keys (value, group_keys);
  else
    premise_json_check_keys (value, keys);
}

/**
 * premise_loader_read_diagram:
 * @self: a loader with a model
 * @value: a diagram block
 *
 * Returns: (transfer full): what could be read of it; the rest was complained about
 */
PremiseDiagramSpec *
premise_loader_read_diagram (PremiseLoader    *self,
                             PremiseJsonValue  value)
{
  PremiseDiagramSpec *spec = premise_diagram_spec_new ();
  PremiseJsonValue nodes = premise_json_require (value, "nodes");
  g_auto(Ids) groups = { 0 };
  g_auto(Ids) ids = { 0 };
  guint kind = PREMISE_DIAGRAM_SPEC_FLOW;

  ids_init (&groups);
  ids_init (&ids);

  if (!premise_json_get_choice (premise_json_require (value, "kind"), kinds, &kind))
    return spec;

  spec->kind = kind;
  check_keys (value, kind);
  read_groups (self, kind == PREMISE_DIAGRAM_SPEC_COLUMNS ? premise_json_require (value, "groups")
                                                          : premise_json_get (value, "groups"),
               spec, &groups);

  if (!check_list (nodes, MAX_NODES))
    return spec;

  for (PremiseJsonValue entry = premise_json_first (nodes); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    read_node (self, entry, spec, &groups, &ids);

  if (kind == PREMISE_DIAGRAM_SPEC_TREE && spec->nodes->len == premise_json_get_n (nodes))
    read_parents (nodes, spec, &ids);
  if (kind == PREMISE_DIAGRAM_SPEC_FLOW)
    read_edges (premise_json_require (value, "edges"), spec, &ids);

  return spec;
}
