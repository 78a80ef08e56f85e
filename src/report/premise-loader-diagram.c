/* premise-loader-diagram.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader-diagram-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_NODES  200
#define MAX_EDGES  200
#define MAX_GROUPS 50
#define MAX_COLUMNS 20    /* of a matrix */
#define MAX_STAGES 7
#define MAX_PLACES 30     /* in a picture: more cannot be told apart */

/* In the order of PremiseDiagramSpecKind. */
static const char *const kinds[] = {
  "flow", "timeline", "layers", "tree", "columns", "matrix", "cycle", "curve", "triangle",
  "quadrant", NULL
};

/* The ids of each part of a diagram. */
typedef struct
{
  PremiseDiagramIds nodes;
  PremiseDiagramIds groups;     /* or columns */
  PremiseDiagramIds rows;
  PremiseDiagramIds stages;
  PremiseDiagramIds curves;
} Names;

static void
names_init (Names *self)
{
  premise_diagram_ids_init (&self->nodes);
  premise_diagram_ids_init (&self->groups);
  premise_diagram_ids_init (&self->rows);
  premise_diagram_ids_init (&self->stages);
  premise_diagram_ids_init (&self->curves);
}

static void
names_clear (Names *self)
{
  premise_diagram_ids_clear (&self->nodes);
  premise_diagram_ids_clear (&self->groups);
  premise_diagram_ids_clear (&self->rows);
  premise_diagram_ids_clear (&self->stages);
  premise_diagram_ids_clear (&self->curves);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

void
premise_diagram_ids_init (PremiseDiagramIds *self)
{
  self->names = g_ptr_array_new ();
  self->table = g_hash_table_new (g_str_hash, g_str_equal);
}

void
premise_diagram_ids_clear (PremiseDiagramIds *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->table, g_hash_table_unref);
}

void
premise_diagram_ids_add (PremiseDiagramIds *self,
                         PremiseJsonValue   value)
{
  const char *id = premise_json_get_id (value);

  if (id != NULL && g_hash_table_contains (self->table, id))
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                           _("the diagram has “%s” already"), id);
  else if (id != NULL)
    g_hash_table_insert (self->table, (gpointer) id, GUINT_TO_POINTER (self->names->len));

  g_ptr_array_add (self->names, (gpointer) (id != NULL ? id : ""));
}

guint
premise_diagram_ids_find (const PremiseDiagramIds *self,
                          PremiseJsonValue         value)
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

gboolean
premise_diagram_check_list (PremiseJsonValue value,
                            guint            minimum,
                            guint            maximum)
{
  guint n;

  if (!premise_json_expect (value, PREMISE_JSON_ARRAY))
    return FALSE;

  n = premise_json_get_n (value);
  if (n >= minimum && n <= maximum)
    return TRUE;

  if (minimum == maximum)
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           /* Translators: entries of a list in a file. */
                           _("expected %u entries, found %u"), minimum, n);
  else
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           /* Translators: entries of a list in a file: least, most, and how many
                            * there are. */
                           _("expected %u to %u entries, found %u"), minimum, maximum, n);

  return FALSE;
}

/* A list of things that have an id and a name. */
static void
read_labels (PremiseLoader     *self,
             PremiseJsonValue   value,
             guint              maximum,
             GPtrArray         *labels,
             PremiseDiagramIds *ids)
{
  static const char *const keys[] = { "id", "label", NULL };

  if (!premise_json_is_present (value) || !premise_diagram_check_list (value, 1, maximum))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      PremiseText *label;

      if (!premise_json_expect (entry, PREMISE_JSON_OBJECT))
        continue;

      premise_json_check_keys (entry, keys);
      premise_diagram_ids_add (ids, premise_json_require (entry, "id"));
      label = premise_loader_read_text (self, premise_json_require (entry, "label"));
      if (label != NULL)
        g_ptr_array_add (labels, label);
    }
}

static gboolean
has_cell (PremiseDiagramSpec           *spec,
          const PremiseDiagramSpecNode *cell)
{
  for (guint i = 0; i < spec->nodes->len; i++)
    {
      const PremiseDiagramSpecNode *node = &g_array_index (spec->nodes, PremiseDiagramSpecNode, i);

      if (node->row == cell->row && node->group == cell->group)
        return TRUE;
    }

  return FALSE;
}

static void
read_cell (PremiseJsonValue        value,
           PremiseDiagramSpec     *spec,
           const Names            *names,
           PremiseDiagramSpecNode *node)
{
  node->row = premise_diagram_ids_find (&names->rows, premise_json_require (value, "row"));
  node->group = premise_diagram_ids_find (&names->groups, premise_json_require (value, "column"));
  node->stage = premise_diagram_ids_find (&names->stages, premise_json_get (value, "stage"));

  if (node->row != PREMISE_DIAGRAM_SPEC_NONE && node->group != PREMISE_DIAGRAM_SPEC_NONE
      && has_cell (spec, node))
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                           _("the matrix has a cell in this row and column already"));
}

static const char *const *
get_node_keys (PremiseDiagramSpecKind kind)
{
  static const char *const keys[] = { "id", "label", "detail", NULL };
  static const char *const timeline_keys[] = { "id", "label", "detail", "when", "time", "group", NULL };
  static const char *const column_keys[] = { "id", "label", "detail", "group", NULL };
  static const char *const tree_keys[] = { "id", "label", "detail", "parent", NULL };
  static const char *const cell_keys[] = { "id", "label", "detail", "row", "column", "stage", NULL };
  static const char *const curve_keys[] = { "id", "label", "detail", "curve", "at", NULL };
  static const char *const place_keys[] = { "id", "label", "detail", "at", NULL };

  switch (kind)
    {
    case PREMISE_DIAGRAM_SPEC_TIMELINE: return timeline_keys;
    case PREMISE_DIAGRAM_SPEC_COLUMNS: return column_keys;
    case PREMISE_DIAGRAM_SPEC_TREE: return tree_keys;
    case PREMISE_DIAGRAM_SPEC_MATRIX: return cell_keys;
    case PREMISE_DIAGRAM_SPEC_CURVE: return curve_keys;
    case PREMISE_DIAGRAM_SPEC_QUADRANT: return place_keys;
    case PREMISE_DIAGRAM_SPEC_FLOW:
    case PREMISE_DIAGRAM_SPEC_LAYERS:
    case PREMISE_DIAGRAM_SPEC_CYCLE:
    case PREMISE_DIAGRAM_SPEC_TRIANGLE:
    default: return keys;
    }
}

static void
read_node (PremiseLoader      *self,
           PremiseJsonValue    value,
           PremiseDiagramSpec *spec,
           Names              *names)
{
  PremiseDiagramSpecNode node = {
    .group = PREMISE_DIAGRAM_SPEC_NONE, .parent = PREMISE_DIAGRAM_SPEC_NONE,
    .row = PREMISE_DIAGRAM_SPEC_NONE, .stage = PREMISE_DIAGRAM_SPEC_NONE,
    .time = NAN,
  };
  gboolean matrix = spec->kind == PREMISE_DIAGRAM_SPEC_MATRIX;

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, get_node_keys (spec->kind));

  if (spec->kind == PREMISE_DIAGRAM_SPEC_TIMELINE)
    {
      node.when = premise_loader_read_text (self, premise_json_require (value, "when"));
      node.group = premise_diagram_ids_find (&names->groups, premise_json_get (value, "group"));
      premise_json_get_number (premise_json_get (value, "time"), &node.time);
    }
  else if (spec->kind == PREMISE_DIAGRAM_SPEC_COLUMNS)
    node.group = premise_diagram_ids_find (&names->groups, premise_json_require (value, "group"));
  else if (matrix)
    read_cell (value, spec, names, &node);
  else if (spec->kind == PREMISE_DIAGRAM_SPEC_CURVE || spec->kind == PREMISE_DIAGRAM_SPEC_QUADRANT)
    premise_diagram_read_place (value, spec, &names->curves, &node);

  /* A cell is known by its row and its column. */
  premise_diagram_ids_add (&names->nodes, matrix ? premise_json_get (value, "id")
                                                 : premise_json_require (value, "id"));
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
              const PremiseDiagramIds *ids)
{
  PremiseJsonValue entry = premise_json_first (nodes);

  for (guint i = 0; i < spec->nodes->len; i++, entry = premise_json_next (entry))
    {
      PremiseJsonValue parent = premise_json_get (entry, "parent");

      g_array_index (spec->nodes, PremiseDiagramSpecNode, i).parent = premise_diagram_ids_find (ids, parent);
      if (is_in_circle (spec, i))
        premise_json_complain (parent, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("“%s” is a part of itself: a tree has no circles"),
                               (const char *) g_ptr_array_index (ids->names, i));
    }
}

static void
read_edge (PremiseJsonValue    value,
           PremiseDiagramSpec *spec,
           const PremiseDiagramIds *ids)
{
  PremiseDiagramSpecEdge edge = { 0 };
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
  edge.from = premise_diagram_ids_find (ids, from);
  edge.to = premise_diagram_ids_find (ids, to);

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
            const PremiseDiagramIds *ids)
{
  if (!premise_diagram_check_list (value, 1, MAX_EDGES))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    read_edge (entry, spec, ids);
}

static void
check_keys (PremiseJsonValue       value,
            PremiseDiagramSpecKind kind)
{
  static const char *const common[] = { "type", "id", "ref", "page", "source", "kind", "title",
                                        "nodes" };
  static const char *const own[][4] = {
    [PREMISE_DIAGRAM_SPEC_FLOW] = { "edges" },
    [PREMISE_DIAGRAM_SPEC_TIMELINE] = { "groups" },
    [PREMISE_DIAGRAM_SPEC_LAYERS] = { NULL },
    [PREMISE_DIAGRAM_SPEC_TREE] = { NULL },
    [PREMISE_DIAGRAM_SPEC_COLUMNS] = { "groups" },
    [PREMISE_DIAGRAM_SPEC_MATRIX] = { "rows", "columns", "stages" },
    [PREMISE_DIAGRAM_SPEC_CYCLE] = { "inner" },
    [PREMISE_DIAGRAM_SPEC_CURVE] = { "x", "y", "curves" },
    [PREMISE_DIAGRAM_SPEC_TRIANGLE] = { "sides", "inner" },
    [PREMISE_DIAGRAM_SPEC_QUADRANT] = { "x", "y" },
  };
  const char *keys[G_N_ELEMENTS (common) + G_N_ELEMENTS (own[0])];
  guint n = G_N_ELEMENTS (common);

  memcpy (keys, common, sizeof common);
  memcpy (keys + n, own[kind], sizeof own[kind]);
  premise_json_check_keys (value, keys);
}

/* What the nodes name. */
static void
read_parts (PremiseLoader      *self,
            PremiseJsonValue    value,
            PremiseDiagramSpec *spec,
            Names              *names)
{
  switch (spec->kind)
    {
    case PREMISE_DIAGRAM_SPEC_TIMELINE:
      read_labels (self, premise_json_get (value, "groups"), MAX_GROUPS, spec->groups,
                   &names->groups);
      break;

    case PREMISE_DIAGRAM_SPEC_COLUMNS:
      read_labels (self, premise_json_require (value, "groups"), MAX_GROUPS, spec->groups,
                   &names->groups);
      break;

    case PREMISE_DIAGRAM_SPEC_MATRIX:
      read_labels (self, premise_json_require (value, "rows"), MAX_GROUPS, spec->rows, &names->rows);
      read_labels (self, premise_json_require (value, "columns"), MAX_COLUMNS, spec->groups,
                   &names->groups);
      read_labels (self, premise_json_get (value, "stages"), MAX_STAGES, spec->stages,
                   &names->stages);
      break;

    case PREMISE_DIAGRAM_SPEC_CURVE:
      premise_diagram_read_curves (self, premise_json_require (value, "curves"), spec,
                                   &names->curves);
      premise_diagram_read_axes (self, value, spec);
      break;

    case PREMISE_DIAGRAM_SPEC_QUADRANT:
      premise_diagram_read_axes (self, value, spec);
      break;

    case PREMISE_DIAGRAM_SPEC_CYCLE:
    case PREMISE_DIAGRAM_SPEC_TRIANGLE:
      spec->inner = premise_loader_read_text (self, premise_json_get (value, "inner"));
      break;

    case PREMISE_DIAGRAM_SPEC_FLOW:
    case PREMISE_DIAGRAM_SPEC_LAYERS:
    case PREMISE_DIAGRAM_SPEC_TREE:
    default:
      break;
    }
}

static gboolean
check_nodes (PremiseJsonValue       nodes,
             PremiseDiagramSpecKind kind)
{
  switch (kind)
    {
    case PREMISE_DIAGRAM_SPEC_TRIANGLE:
      return premise_diagram_check_list (nodes, 3, 3);

    case PREMISE_DIAGRAM_SPEC_CYCLE:
      return premise_diagram_check_list (nodes, 2, MAX_NODES);

    case PREMISE_DIAGRAM_SPEC_CURVE:
    case PREMISE_DIAGRAM_SPEC_QUADRANT:
      return premise_diagram_check_list (nodes, 1, MAX_PLACES);

    case PREMISE_DIAGRAM_SPEC_FLOW:
    case PREMISE_DIAGRAM_SPEC_TIMELINE:
    case PREMISE_DIAGRAM_SPEC_LAYERS:
    case PREMISE_DIAGRAM_SPEC_TREE:
    case PREMISE_DIAGRAM_SPEC_COLUMNS:
    case PREMISE_DIAGRAM_SPEC_MATRIX:
    default:
      return premise_diagram_check_list (nodes, 1, MAX_NODES);
    }
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
  g_auto(Names) names = { 0 };
  guint kind = PREMISE_DIAGRAM_SPEC_FLOW;

  names_init (&names);

  if (!premise_json_get_choice (premise_json_require (value, "kind"), kinds, &kind))
    return spec;

  spec->kind = kind;
  check_keys (value, kind);
  read_parts (self, value, spec, &names);

  if (!check_nodes (nodes, kind))
    return spec;

  for (PremiseJsonValue entry = premise_json_first (nodes); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    read_node (self, entry, spec, &names);

  if (kind == PREMISE_DIAGRAM_SPEC_TREE && spec->nodes->len == premise_json_get_n (nodes))
    read_parents (nodes, spec, &names.nodes);
  if (kind == PREMISE_DIAGRAM_SPEC_FLOW)
    read_edges (premise_json_require (value, "edges"), spec, &names.nodes);
  if (kind == PREMISE_DIAGRAM_SPEC_TRIANGLE)
    premise_diagram_read_sides (self, premise_json_get (value, "sides"), spec, &names.nodes);

  return spec;
}
