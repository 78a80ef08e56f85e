/* premise-found.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-found.h"

#include "premise-search.h"

/* As long as the animation in the style sheet. */
#define MOMENT_MS 1800

#define CSS_CLASS       "premise-found"
#define CSS_CLASS_STILL "premise-found-still"

struct _PremiseFound
{
  GtkWidget *block;         /* (nullable) */
  char      *query;
  GPtrArray *marks;         /* (element-type Mark) */
  guint      timeout;
  guint      tick;
};

/* A label with marked words. Other words may come into it while they are marked. */
typedef struct
{
  PremiseFound  *found;
  GtkLabel      *label;       /* (nullable) */
  PangoAttrList *before;      /* (nullable) */
  gulong         handler;
} Mark;

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  if (mark->label != NULL)
    {
      g_clear_signal_handler (&mark->handler, mark->label);
      gtk_label_set_attributes (mark->label, mark->before);
      g_clear_weak_pointer (&mark->label);
    }
  g_clear_pointer (&mark->before, pango_attr_list_unref);
  g_free (mark);
}

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* Behind the words a yellow that leaves them readable on light and on dark; underlined, since
 * a colour alone may not be seen. */
static void
mark_words (Mark *mark)
{
  g_autoptr(GArray) ranges = premise_search_dup_marks (mark->found->query,
                                                       gtk_label_get_text (mark->label));
  g_autoptr(PangoAttrList) list = mark->before != NULL ? pango_attr_list_copy (mark->before)
                                                       : pango_attr_list_new ();

  for (guint i = 0; i < ranges->len; i++)
    {
      const PremiseSearchRange *range = &g_array_index (ranges, PremiseSearchRange, i);

      add_attribute (list, pango_attr_background_new (0xf6f6, 0xd3d3, 0x2d2d), range->start,
                     range->end);
      add_attribute (list, pango_attr_background_alpha_new (0x6666), range->start, range->end);
      add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), range->start,
                     range->end);
    }
  gtk_label_set_attributes (mark->label, list);
}

static void
add_mark (PremiseFound *self,
          GtkLabel     *label)
{
  g_autoptr(GArray) ranges = premise_search_dup_marks (self->query, gtk_label_get_text (label));
  Mark *mark;

  if (ranges->len == 0)
    return;

  mark = g_new0 (Mark, 1);
  mark->found = self;
  g_set_weak_pointer (&mark->label, label);
  if (gtk_label_get_attributes (label) != NULL)
    mark->before = pango_attr_list_ref (gtk_label_get_attributes (label));
  mark->handler = g_signal_connect_swapped (label, "notify::label", G_CALLBACK (mark_words), mark);
  g_ptr_array_add (self->marks, mark);
  mark_words (mark);
}

static void
mark_below (PremiseFound *self,
            GtkWidget    *widget)
{
  if (GTK_IS_LABEL (widget))
    add_mark (self, GTK_LABEL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mark_below (self, child);
}

static void
clear_light (PremiseFound *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->block != NULL)
    {
      gtk_widget_remove_css_class (self->block, CSS_CLASS);
      gtk_widget_remove_css_class (self->block, CSS_CLASS_STILL);
    }
}

static gboolean
timeout_cb (gpointer user_data)
{
  PremiseFound *self = user_data;

  self->timeout = 0;
  clear_light (self);

  return G_SOURCE_REMOVE;
}

/* The block is at the top, but the word may be far down in it, in the row of a long table. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  PremiseFound *self = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  for (guint i = 0; i < self->marks->len && viewport != NULL; i++)
    {
      Mark *mark = g_ptr_array_index (self->marks, i);

      if (mark->label != NULL && gtk_widget_get_mapped (GTK_WIDGET (mark->label)))
        {
          gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (mark->label), NULL);
          break;
        }
    }

  return G_SOURCE_REMOVE;
}

/**
 * premise_found_new:
 * @block: the widget of a block on a page
 * @query: what was searched for; empty only lights up the block
 *
 * Lights @block up, marks the words of @query in it and scrolls to the first of them.
 *
 * Returns: (transfer full): what takes it all back when it is freed
 */
PremiseFound *
premise_found_new (GtkWidget  *block,
                   const char *query)
{
  PremiseFound *self = g_new0 (PremiseFound, 1);
  gboolean animate = TRUE;

  self->query = g_strdup (query);
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  g_set_weak_pointer (&self->block, block);

  g_object_get (gtk_widget_get_settings (block), "gtk-enable-animations", &animate, NULL);
  gtk_widget_add_css_class (block, animate ? CSS_CLASS : CSS_CLASS_STILL);
  self->timeout = g_timeout_add (MOMENT_MS, timeout_cb, self);

  mark_below (self, block);
  self->tick = gtk_widget_add_tick_callback (block, tick_cb, self, NULL);

  return self;
}

/**
 * premise_found_free:
 * @self: (transfer full): what is shown
 *
 * Takes the light and the marks away. The page may be gone already.
 */
void
premise_found_free (PremiseFound *self)
{
  clear_light (self);
  if (self->block != NULL && self->tick != 0)
    gtk_widget_remove_tick_callback (self->block, self->tick);
  g_ptr_array_unref (self->marks);
  g_clear_weak_pointer (&self->block);
  g_free (self->query);
  g_free (self);
}
