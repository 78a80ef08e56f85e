/* premise-loader-picture.c: What is placed in a diagram, not joined
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader-diagram-private.h"

#include <glib/gi18n-lib.h>

#define MAX_CURVES 9
#define MAX_POINTS 50

/* A place on an axis that has no numbers of its own. */
static gboolean
read_share (PremiseJsonValue  value,
            double            minimum,
            double           *share)
{
  if (!premise_json_get_number (value, share))
    return FALSE;

  if (*share >= minimum && *share <= 1)
    return TRUE;

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                         minimum < 0 ? _("expected a number from -1 to 1")
                                     : _("expected a number from 0 to 1"));

  return FALSE;
}

static gboolean
read_pair (PremiseJsonValue value,
           double           minimum,
           double           pair[2])
{
  PremiseJsonValue first;

  if (!premise_json_expect (value, PREMISE_JSON_ARRAY))
    return FALSE;

  if (premise_json_get_n (value) != 2)
    {
      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                             _("expected two numbers: how far to the right, and how far up"));
      return FALSE;
    }

  first = premise_json_first (value);

  return read_share (first, minimum, &pair[0]) && read_share (premise_json_next (first), -1, &pair[1]);
}

static void
read_poles (PremiseLoader    *self,
            PremiseJsonValue  value,
            PremiseText     **low,
            PremiseText     **high)
{
  static const char *const keys[] = { "low", "high", NULL };

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);
  *low = premise_loader_read_text (self, premise_json_require (value, "low"));
  *high = premise_loader_read_text (self, premise_json_require (value, "high"));
}

void
premise_diagram_read_axes (PremiseLoader      *self,
                           PremiseJsonValue    value,
                           PremiseDiagramSpec *spec)
{
  PremiseJsonValue x = premise_json_require (value, "x");
  PremiseJsonValue y = premise_json_require (value, "y");

  if (spec->kind == PREMISE_DIAGRAM_SPEC_CURVE)
    {
      spec->poles[PREMISE_DIAGRAM_SPEC_X_HIGH] = premise_loader_read_text (self, x);
      spec->poles[PREMISE_DIAGRAM_SPEC_Y_HIGH] = premise_loader_read_text (self, y);
      return;
    }

  read_poles (self, x, &spec->poles[PREMISE_DIAGRAM_SPEC_X_LOW],
              &spec->poles[PREMISE_DIAGRAM_SPEC_X_HIGH]);
  read_poles (self, y, &spec->poles[PREMISE_DIAGRAM_SPEC_Y_LOW],
              &spec->poles[PREMISE_DIAGRAM_SPEC_Y_HIGH]);
}

static void
read_points (PremiseJsonValue         value,
             PremiseDiagramSpecCurve *curve)
{
  if (!premise_diagram_check_list (value, 2, MAX_POINTS))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      PremiseDiagramSpecPoint point;
      double pair[2];

      if (!read_pair (entry, 0, pair))
        continue;

      point = (PremiseDiagramSpecPoint) { pair[0], pair[1] };
      if (curve->points->len > 0
          && point.x <= g_array_index (curve->points, PremiseDiagramSpecPoint,
                                       curve->points->len - 1).x)
        premise_json_complain (premise_json_first (entry), PREMISE_SEVERITY_ERROR,
                               PREMISE_DIAGNOSTIC_VALUE,
                               _("expected a point to the right of the one before"));
      else
        g_array_append_val (curve->points, point);
    }
}

void
premise_diagram_read_curves (PremiseLoader      *self,
                             PremiseJsonValue    value,
                             PremiseDiagramSpec *spec,
                             PremiseDiagramIds  *curves)
{
  static const char *const keys[] = { "id", "label", "points", NULL };

  if (!premise_json_is_present (value) || !premise_diagram_check_list (value, 1, MAX_CURVES))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      PremiseDiagramSpecCurve curve = { NULL };

      if (!premise_json_expect (entry, PREMISE_JSON_OBJECT))
        continue;

      premise_json_check_keys (entry, keys);
      premise_diagram_ids_add (curves, premise_json_require (entry, "id"));
      /* One curve alone is what the title speaks of. */
      curve.label = premise_loader_read_text (self, premise_json_get_n (value) > 1
                                                    ? premise_json_require (entry, "label")
                                                    : premise_json_get (entry, "label"));
      curve.points = g_array_new (FALSE, FALSE, sizeof (PremiseDiagramSpecPoint));
      read_points (premise_json_require (entry, "points"), &curve);
      g_array_append_val (spec->curves, curve);
    }
}

void
premise_diagram_read_place (PremiseJsonValue         node,
                            PremiseDiagramSpec      *spec,
                            const PremiseDiagramIds *curves,
                            PremiseDiagramSpecNode  *place)
{
  PremiseJsonValue at = premise_json_require (node, "at");

  if (spec->kind == PREMISE_DIAGRAM_SPEC_QUADRANT)
    {
      if (premise_json_is_present (at))
        read_pair (at, -1, place->at);
      return;
    }

  place->curve = premise_diagram_ids_find (curves, spec->curves->len > 1
                                                   ? premise_json_require (node, "curve")
                                                   : premise_json_get (node, "curve"));
  if (place->curve == PREMISE_DIAGRAM_SPEC_NONE)
    place->curve = 0;
  if (premise_json_is_present (at))
    read_share (at, 0, &place->at[0]);
}

static gboolean
has_side (PremiseDiagramSpec           *spec,
          const PremiseDiagramSpecEdge *side)
{
  for (guint i = 0; i < spec->edges->len; i++)
    {
      const PremiseDiagramSpecEdge *edge = &g_array_index (spec->edges, PremiseDiagramSpecEdge, i);

      if ((edge->from == side->from && edge->to == side->to)
          || (edge->from == side->to && edge->to == side->from))
        return TRUE;
    }

  return FALSE;
}

static void
read_side (PremiseLoader           *self,
           PremiseJsonValue         value,
           PremiseDiagramSpec      *spec,
           const PremiseDiagramIds *ids)
{
  static const char *const keys[] = { "between", "label", NULL };
  PremiseDiagramSpecEdge side = { PREMISE_DIAGRAM_SPEC_NONE, PREMISE_DIAGRAM_SPEC_NONE, NULL };
  PremiseJsonValue between;
  g_autoptr(PremiseText) label = NULL;

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);
  label = premise_loader_read_text (self, premise_json_require (value, "label"));
  between = premise_json_require (value, "between");
  if (!premise_json_is_present (between) || !premise_diagram_check_list (between, 2, 2))
    return;

  side.from = premise_diagram_ids_find (ids, premise_json_first (between));
  side.to = premise_diagram_ids_find (ids, premise_json_next (premise_json_first (between)));
  if (side.from == PREMISE_DIAGRAM_SPEC_NONE || side.to == PREMISE_DIAGRAM_SPEC_NONE)
    return;

  if (side.from == side.to || has_side (spec, &side))
    {
      premise_json_complain (between, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                             side.from == side.to
                             ? _("a side lies between two corners")
                             : _("there is a side between these corners already"));
      return;
    }

  side.label = g_steal_pointer (&label);
  g_array_append_val (spec->edges, side);
}

void
premise_diagram_read_sides (PremiseLoader           *self,
                            PremiseJsonValue         value,
                            PremiseDiagramSpec      *spec,
                            const PremiseDiagramIds *ids)
{
  if (!premise_json_is_present (value) || !premise_diagram_check_list (value, 1, 3))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    read_side (self, entry, spec, ids);
}
