/* premise-scene-halo.c: Rims of texts, only where something lies under them
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-scene-private.h"

/* What of a shape lies under a text. */
typedef enum
{
  UNDER_NOTHING,
  UNDER_GRID,     /* a line that can be interrupted instead */
  UNDER_GROUND,   /* all of it, in the colour of the rim: what is below is hidden */
  UNDER_SHAPE,
} Under;

static PremiseRect
get_rim (const PremiseItem *item)
{
  PangoRectangle ink, logical;
  double reach = item->style.line_width / 2;

  pango_layout_get_extents (item->text, &ink, &logical);

  return (PremiseRect) {
    item->bounds.x + (ink.x - logical.x) / (double) PANGO_SCALE - reach,
    item->bounds.y + (ink.y - logical.y) / (double) PANGO_SCALE - reach,
    ink.width / (double) PANGO_SCALE + 2 * reach,
    ink.height / (double) PANGO_SCALE + 2 * reach,
  };
}

static PremiseRect
grow (const PremiseRect *rect,
      double             by)
{
  return (PremiseRect) { rect->x - by, rect->y - by, rect->width + 2 * by, rect->height + 2 * by };
}

static gboolean
meet (const PremiseRect *a,
      const PremiseRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
contains (const PremiseRect *outer,
          const PremiseRect *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y
         && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

static gboolean
is_ground (const PremiseItem  *item,
           const PremiseRect  *rim,
           const PremiseColor *color)
{
  const PremiseStyle *style = &item->style;

  return item->kind == PREMISE_ITEM_RECT && style->texture == PREMISE_TEXTURE_NONE && style->hatch.alpha <= 0
         && style->fill.alpha >= 1 && style->fill.red == color->red && style->fill.green == color->green
         && style->fill.blue == color->blue && contains (&item->bounds, rim);
}

static gboolean
is_grid_line (const PremiseItem *item)
{
  return item->kind == PREMISE_ITEM_LINE && item->role == PREMISE_ROLE_GRID && item->points->len == 2
         && (item->bounds.width <= 0 || item->bounds.height <= 0);
}

static Under
get_under (const PremiseItem  *item,
           const PremiseRect  *rim,
           const PremiseColor *color)
{
  PremiseRect bounds = item->bounds;

  if (item->kind == PREMISE_ITEM_TEXT || item->kind == PREMISE_ITEM_AREA || item->kind == PREMISE_ITEM_POINTS)
    return UNDER_NOTHING;

  /* The outline of a rectangle stays inside it, the others run along their edges. */
  if (item->kind != PREMISE_ITEM_RECT)
    bounds = grow (&bounds, item->style.line_width / 2);
  if (!meet (&bounds, rim))
    return UNDER_NOTHING;

  if (is_grid_line (item))
    return UNDER_GRID;
  if ((item->kind == PREMISE_ITEM_LINE || item->kind == PREMISE_ITEM_COLUMNS)
      && !premise_scene_line_meets (item->points, rim))
    return UNDER_NOTHING;

  return is_ground (item, rim, color) ? UNDER_GROUND : UNDER_SHAPE;
}

/* Puts what is left of a grid line after a text, if anything, behind what is left before it. */
static void
cut_grid_line (PremiseScene      *self,
               guint              i,
               const PremiseRect *rim)
{
  PremiseItem *item = &g_array_index (self->items, PremiseItem, i);
  gboolean level = item->bounds.height <= 0;
  double from = level ? item->bounds.x : item->bounds.y;
  double to = from + (level ? item->bounds.width : item->bounds.height);
  double gap_from = CLAMP (level ? rim->x : rim->y, from, to);
  double gap_to = CLAMP (level ? rim->x + rim->width : rim->y + rim->height, from, to);
  double at = level ? item->bounds.y : item->bounds.x;
  double parts[][2] = { { from, gap_from }, { gap_to, to } };
  PremiseStyle style = item->style;

  g_array_remove_index (self->items, i);

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    {
      double a = parts[p][0];
      double b = parts[p][1];

      if (b - a <= 0)
        continue;
      premise_scene_insert_segment (self, i, level ? a : at, level ? at : a, level ? b : at, level ? at : b,
                                    &style);
      i++;
    }
}

/* Cuts every grid line at a text, also those that were drawn over it, such as a rule through all rows.
 * Returns: where the text is now */
static guint
cut_grid (PremiseScene       *self,
          guint               text,
          const PremiseRect  *rim,
          const PremiseColor *color)
{
  gboolean hidden = FALSE;

  for (guint i = self->items->len; i > 0; i--)
    {
      const PremiseItem *item = &g_array_index (self->items, PremiseItem, i - 1);
      Under under = get_under (item, rim, color);
      guint before = self->items->len;

      hidden = hidden || (i <= text && under == UNDER_GROUND);
      if (under != UNDER_GRID || hidden)
        continue;

      cut_grid_line (self, i - 1, rim);
      if (i <= text)
        text = text + self->items->len - before;
    }

  return text;
}

/* Whether there is more under a text than lines that can be interrupted. */
static gboolean
needs_rim (PremiseScene       *self,
           guint               text,
           const PremiseRect  *rim,
           const PremiseColor *color)
{
  for (guint i = text; i > 0; i--)
    {
      const PremiseItem *item = &g_array_index (self->items, PremiseItem, i - 1);
      Under under = get_under (item, rim, color);

      if (under == UNDER_GROUND)
        return FALSE;
      if (under == UNDER_SHAPE)
        return TRUE;
    }

  return FALSE;
}

void
premise_scene_settle_halos (PremiseScene *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      PremiseItem *item = &g_array_index (self->items, PremiseItem, i);
      PremiseColor color = item->style.stroke;
      PremiseRect rim;

      if (item->kind != PREMISE_ITEM_TEXT || color.alpha <= 0)
        continue;

      rim = get_rim (item);
      if (!needs_rim (self, i, &rim, &color))
        {
          item->style.stroke.alpha = 0;
          item->style.line_width = 0;
        }

      i = cut_grid (self, i, &rim, &color);
    }
}
