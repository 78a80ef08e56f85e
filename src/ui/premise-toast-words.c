/* premise-toast-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-toast-words.h"

/* A longer line is hard to read. */
#define MAX_WIDTH_SP 600

/**
 * PremiseToastWords:
 *
 * What a toast says, on as many lines as it needs.
 *
 * An overlay asks a toast how large it would like to be, and in a narrow window makes it narrower than that, but no
 * higher. Words that were given less than they asked for therefore ask for that width, and for its height.
 */
struct _PremiseToastWords
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  int        natural;         /* what was asked for */
  int        room;            /* what there is, or G_MAXINT as long as it suffices */
  int        overlay_width;   /* where that was found */
  guint      resize_id;
};

G_DEFINE_FINAL_TYPE (PremiseToastWords, premise_toast_words, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
premise_toast_words_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
premise_toast_words_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  PremiseToastWords *self = PREMISE_TOAST_WORDS (widget);

  gtk_widget_measure (self->label, orientation, for_size, minimum, natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      double most = adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, MAX_WIDTH_SP, gtk_widget_get_settings (widget));

      *natural = MAX (*minimum, MIN (*natural, MIN (self->room, (int) most)));
      self->natural = *natural;
    }
}

static void
resize_cb (gpointer user_data)
{
  PremiseToastWords *self = user_data;

  self->resize_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_room (PremiseToastWords *self,
          int                room)
{
  if (self->room == room)
    return;

  self->room = room;
  /* While sizes are given, nobody listens. */
  if (self->resize_id == 0)
    self->resize_id = g_idle_add_once (resize_cb, self);
}

static void
premise_toast_words_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  PremiseToastWords *self = PREMISE_TOAST_WORDS (widget);
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  int overlay_width = overlay != NULL ? gtk_widget_get_width (overlay) : 0;
  int needed;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, &needed, NULL, NULL, NULL);
  gtk_widget_allocate (self->label, width, MAX (needed, height), baseline, NULL);

  if (width < self->natural)
    set_room (self, width);
  else if (overlay_width > self->overlay_width)
    set_room (self, G_MAXINT);
  self->overlay_width = overlay_width;
}

/* Of a toast with a title of its own, libadwaita says no more than that it is there. */
static void
premise_toast_words_map (GtkWidget *widget)
{
  PremiseToastWords *self = PREMISE_TOAST_WORDS (widget);
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  GTK_WIDGET_CLASS (premise_toast_words_parent_class)->map (widget);

  /* What is only now on the screen is not known to a screen reader yet. */
  gtk_accessible_announce (GTK_ACCESSIBLE (overlay != NULL ? overlay : widget),
                           gtk_label_get_text (GTK_LABEL (self->label)),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
premise_toast_words_dispose (GObject *object)
{
  PremiseToastWords *self = PREMISE_TOAST_WORDS (object);

  g_clear_handle_id (&self->resize_id, g_source_remove);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (premise_toast_words_parent_class)->dispose (object);
}

static void
premise_toast_words_class_init (PremiseToastWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_toast_words_dispose;

  widget_class->map = premise_toast_words_map;
  widget_class->get_request_mode = premise_toast_words_get_request_mode;
  widget_class->measure = premise_toast_words_measure;
  widget_class->size_allocate = premise_toast_words_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "premise-toast-words");
}

static void
premise_toast_words_init (PremiseToastWords *self)
{
  self->room = G_MAXINT;
}

/**
 * premise_toast_words_new:
 * @words: what a toast says
 *
 * Returns: (transfer floating): the custom title of a toast
 */
GtkWidget *
premise_toast_words_new (const char *words)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PremiseToastWords *self;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (PREMISE_TYPE_TOAST_WORDS, NULL);
  self->label = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  /* The name of a file has none that are not its own. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
