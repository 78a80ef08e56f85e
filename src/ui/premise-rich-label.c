/* premise-rich-label.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-rich-label.h"

#include "premise-block-live.h"
#include "premise-format-words.h"
#include "premise-preferences.h"

#include <glib/gi18n.h>
#include <math.h>

/* In bytes; nobody reads such a text in a column of a few letters, but at twice the size even a few
 * are wide.
 */
#define LONG_TEXT 80
/* In bytes: wider than any column, by how much does not matter. */
#define WIDE_TEXT 250

/* In ems: what is left of a long and of a short text at least, and what a letter and a Chinese character take. */
#define LONG_LEAST   2.25
#define SHORT_LEAST  1.25
#define LETTER_WIDTH 0.55
#define WIDE_WIDTH   1.0

/**
 * PremiseRichLabel:
 *
 * A text of the report: emphasis, live numbers, citations and links to sections. It follows
 * the values; a change of language makes a new one.
 *
 * ## CSS nodes
 *
 * `premise-rich-label` with a `label`; its `link` nodes have one class, since a label takes no more: a number
 * `.premise-fact`, `.premise-assumption`, `.premise-result` or, off the base case, `.premise-changed`; other
 * links `.premise-citation` or `.premise-section-link`. The
 * style class `.premise-ideographic` asks for more room between the lines.
 *
 * ## Accessibility
 *
 * The text is in the #GtkLabel, so that it is read and walked like any other; links are
 * reached with Tab. What the dotted line under an assumption says is in its passport.
 */
struct _PremiseRichLabel
{
  GtkWidget           parent_instance;

  PremiseSession     *session;
  PremiseText        *text;
  PremiseMarkupFlags  flags;
  GtkWidget          *label;
  GtkWidget          *popover;  /* (nullable): names a source */
  char               *markup;
  GArray             *ranges;   /* (element-type PremiseMarkupRange) */
  PremiseLive        *live;
};

G_DEFINE_FINAL_TYPE (PremiseRichLabel, premise_rich_label, GTK_TYPE_WIDGET)

/* A text in another language than the page is heard as noise by who does not expect it. */
static void
describe_language (PremiseRichLabel *self)
{
  const char *language = premise_session_get_language (self->session);
  const char *shown = premise_text_find_language (self->text, language);
  g_autofree char *description = NULL;

  if (shown == NULL || premise_text_has_language (self->text, language))
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  /* Translators: two languages, by their own names. */
  description = g_strdup_printf (_("Not written in %s; shown in %s"),
                                 premise_preferences_get_language_name (language),
                                 premise_preferences_get_language_name (shown));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
update (PremiseRichLabel *self)
{
  g_autofree char *markup = NULL;

  g_array_set_size (self->ranges, 0);
  markup = premise_markup_render (self->session, self->text, self->flags, self->ranges);

  /* To set the same text again would lay the page out again. */
  if (g_set_str (&self->markup, markup))
    {
      gtk_label_set_markup (GTK_LABEL (self->label), markup);
      describe_language (self);
    }
}

/* A label looks at the style of its links when it is given another text, and not again. */
static void
reviewing_cb (PremiseRichLabel *self)
{
  g_clear_pointer (&self->markup, g_free);
  gtk_label_set_label (GTK_LABEL (self->label), "");
  update (self);
}

static void
live_cb (GtkWidget *widget)
{
  update (PREMISE_RICH_LABEL (widget));
}

/* A tooltip is out of reach for the keyboard and for a finger. */
static void
show_source (PremiseRichLabel  *self,
             const PremiseLink *link)
{
  g_autofree char *name = premise_markup_dup_source (self->session, link->id, link->page);
  GtkWidget *label = gtk_label_new (name);
  double x = 0;
  double y = 0;
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
  GdkDevice *pointer = gdk_seat_get_pointer (gdk_display_get_default_seat (
    gtk_widget_get_display (GTK_WIDGET (self))));
  graphene_point_t point;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_child (GTK_POPOVER (self->popover), label);

  if (pointer != NULL && gdk_surface_get_device_position (surface, pointer, &x, &y, NULL) &&
      gtk_widget_compute_point (GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (self))),
                                GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &point) &&
      gtk_widget_contains (GTK_WIDGET (self), point.x, point.y))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  else
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), NULL);

  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
activate_link_cb (PremiseRichLabel *self,
                  const char       *uri)
{
  g_auto(PremiseLink) link = { 0 };

  /* Whatever the link says, it is never given to the desktop to open. */
  if (!premise_link_parse (uri, &link))
    return TRUE;

  switch (link.kind)
    {
    case PREMISE_LINK_VALUE:
      gtk_widget_activate_action (GTK_WIDGET (self), PREMISE_ACTION_SHOW_VALUE, "(uu)",
                                  link.variable, link.cell);
      break;

    case PREMISE_LINK_SECTION:
      gtk_widget_activate_action (GTK_WIDGET (self), PREMISE_ACTION_SHOW_SECTION, "s", link.id);
      break;

    case PREMISE_LINK_SOURCE:
      show_source (self, &link);
      break;

    default:
      g_assert_not_reached ();
    }

  return TRUE;
}

static gboolean
is_underlined (const PremiseMarkupRange *range,
               const char               *current_uri)
{
  g_auto(PremiseLink) link = { 0 };

  if (range->assumption)
    return TRUE;

  return current_uri != NULL && premise_link_parse (current_uri, &link) &&
         link.kind == PREMISE_LINK_VALUE &&
         link.variable == range->variable && link.cell == range->cell;
}

/* Adds the piece of the range that is on one line of the layout. */
static void
add_underline (GskPathBuilder           *builder,
               PangoLayoutIter          *iter,
               const PremiseMarkupRange *range,
               float                     offset_x,
               float                     offset_y)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  int start = pango_layout_line_get_start_index (line);
  int end = start + pango_layout_line_get_length (line);
  int baseline = pango_layout_iter_get_baseline (iter);
  float y = offset_y + (float) baseline / PANGO_SCALE + 3.5f;
  PangoRectangle extents;
  int *pieces;
  int n_pieces;

  if ((int) range->end <= start || (int) range->start >= end)
    return;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_line_get_x_ranges (line, MAX ((int) range->start, start),
                                  MIN ((int) range->end, end), &pieces, &n_pieces);
  for (int i = 0; i < n_pieces; i++)
    {
      gsk_path_builder_move_to (builder, offset_x + (float) pieces[2 * i] / PANGO_SCALE, y);
      gsk_path_builder_line_to (builder, offset_x + (float) pieces[2 * i + 1] / PANGO_SCALE, y);
    }
  g_free (pieces);
}

/* CSS has no dotted underline, so it is drawn here. */
static void
snapshot_underlines (PremiseRichLabel *self,
                     GtkSnapshot      *snapshot)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));
  const char *uri = gtk_label_get_current_uri (GTK_LABEL (self->label));
  g_autoptr(PangoLayoutIter) iter = NULL;
  GskPathBuilder *builder;
  g_autoptr(GskPath) path = NULL;
  g_autoptr(GskStroke) stroke = NULL;
  graphene_point_t origin;
  GdkRGBA color;
  int x;
  int y;

  if (self->ranges->len == 0 ||
      !gtk_widget_compute_point (self->label, GTK_WIDGET (self), graphene_point_zero (), &origin))
    return;

  builder = gsk_path_builder_new ();
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &x, &y);
  iter = pango_layout_get_iter (layout);
  do
    {
      for (guint i = 0; i < self->ranges->len; i++)
        {
          const PremiseMarkupRange *range = &g_array_index (self->ranges, PremiseMarkupRange, i);

          if (is_underlined (range, uri))
            add_underline (builder, iter, range, origin.x + x, origin.y + y);
        }
    }
  while (pango_layout_iter_next_line (iter));

  path = gsk_path_builder_free_to_path (builder);
  if (gsk_path_is_empty (path))
    return;

  stroke = gsk_stroke_new (1.5f);
  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_dash (stroke, (float[]) { 0.01f, 3.5f }, 2);
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= 0.6f;
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
}

static void
premise_rich_label_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PremiseRichLabel *self = PREMISE_RICH_LABEL (widget);

  gtk_widget_snapshot_child (widget, self->label, snapshot);
  snapshot_underlines (self, snapshot);
}

static void
premise_rich_label_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PremiseRichLabel *self = PREMISE_RICH_LABEL (widget);

  gtk_widget_allocate (self->label, width, height, baseline, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static double
estimate_ems (const char *text)
{
  double ems = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    ems += g_unichar_iswide (g_utf8_get_char (p)) ? WIDE_WIDTH : LETTER_WIDTH;

  return ems;
}

static void
measure_width (PremiseRichLabel *self,
               int              *minimum,
               int              *natural)
{
  PangoContext *context = gtk_widget_get_pango_context (self->label);
  double em = (double) pango_font_description_get_size (pango_context_get_font_description (context)) / PANGO_SCALE;
  const char *text = gtk_label_get_text (GTK_LABEL (self->label));
  gsize length = strlen (text);
  double least = length >= LONG_TEXT ? LONG_LEAST : SHORT_LEAST;

  if (length >= WIDE_TEXT)
    *natural = (int) ceil (em * estimate_ems (text));
  else
    {
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));

      pango_layout_set_width (layout, -1);
      pango_layout_get_size (layout, natural, NULL);
      *natural = PANGO_PIXELS_CEIL (*natural);
    }
  *minimum = MIN (*natural, (int) ceil (em * least));
}

/* A new label has then the layout that it is going to have, and need not set its text once more. */
static void
measure_height (PremiseRichLabel *self,
                int               width,
                int              *height,
                int              *baseline)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));

  pango_layout_set_width (layout, width >= 0 ? width * PANGO_SCALE : -1);
  pango_layout_get_size (layout, NULL, height);
  *height = PANGO_PIXELS_CEIL (*height);
  *baseline = PANGO_PIXELS_CEIL (pango_layout_get_baseline (layout));
}

/* Who asks need not give the label another size: what is drawn, and where its links are, stays as it was. */
static void
keep_width (PremiseRichLabel *self)
{
  int width = gtk_widget_get_width (self->label);

  if (width > 0)
    pango_layout_set_width (gtk_label_get_layout (GTK_LABEL (self->label)), width * PANGO_SCALE);
}

/* Not by the label, which breaks its text at every letter to say how narrow it can be, even if it is asked for its
 * height. That takes longer than everything else that a paragraph needs.
 */
static void
premise_rich_label_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  PremiseRichLabel *self = PREMISE_RICH_LABEL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    {
      measure_height (self, for_size, minimum, minimum_baseline);
      *natural = *minimum;
      *natural_baseline = *minimum_baseline;
    }
  keep_width (self);
}

static GtkSizeRequestMode
premise_rich_label_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
premise_rich_label_dispose (GObject *object)
{
  PremiseRichLabel *self = PREMISE_RICH_LABEL (object);

  g_clear_pointer (&self->live, premise_live_free);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->text, premise_text_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_rich_label_parent_class)->dispose (object);
}

static void
premise_rich_label_finalize (GObject *object)
{
  PremiseRichLabel *self = PREMISE_RICH_LABEL (object);

  g_clear_pointer (&self->markup, g_free);
  g_clear_pointer (&self->ranges, g_array_unref);

  G_OBJECT_CLASS (premise_rich_label_parent_class)->finalize (object);
}

static void
premise_rich_label_class_init (PremiseRichLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_rich_label_dispose;
  object_class->finalize = premise_rich_label_finalize;

  widget_class->get_request_mode = premise_rich_label_get_request_mode;
  widget_class->measure = premise_rich_label_measure;
  widget_class->size_allocate = premise_rich_label_size_allocate;
  widget_class->snapshot = premise_rich_label_snapshot;

  gtk_widget_class_set_css_name (widget_class, "premise-rich-label");
}

static void
premise_rich_label_init (PremiseRichLabel *self)
{
  self->ranges = g_array_new (FALSE, FALSE, sizeof (PremiseMarkupRange));

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_yalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  g_signal_connect_swapped (self->label, "activate-link", G_CALLBACK (activate_link_cb), self);
}

/**
 * premise_rich_label_new:
 * @session: the session whose language and values are shown
 * @text: a text of its report
 * @flags: how numbers are shown
 *
 * Creates a label that shows @text and follows the values.
 *
 * Returns: (transfer floating): the new label
 */
GtkWidget *
premise_rich_label_new (PremiseSession     *session,
                        PremiseText        *text,
                        PremiseMarkupFlags  flags)
{
  PremiseRichLabel *self;
  g_autoptr(GArray) variables = NULL;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (PREMISE_TYPE_RICH_LABEL, NULL);
  self->session = g_object_ref (session);
  self->text = premise_text_ref (text);
  self->flags = flags;

  if (premise_words_get (premise_session_get_language (session))->ideographic)
    gtk_widget_add_css_class (GTK_WIDGET (self), "premise-ideographic");
  gtk_widget_set_direction (self->label, premise_markup_get_direction (premise_session_get_language (session)));

  variables = g_array_new (FALSE, FALSE, sizeof (guint));
  premise_text_add_variables (text, variables);
  g_signal_connect_object (session, "notify::reviewing", G_CALLBACK (reviewing_cb), self, G_CONNECT_SWAPPED);
  self->live = premise_live_new (session, variables, live_cb, GTK_WIDGET (self));
  update (self);

  return GTK_WIDGET (self);
}

/**
 * premise_rich_label_get_label:
 * @self: a rich label
 *
 * Gets the label inside, to set how it is aligned and what it labels.
 *
 * Returns: (transfer none): a #GtkLabel
 */
GtkWidget *
premise_rich_label_get_label (PremiseRichLabel *self)
{
  g_return_val_if_fail (PREMISE_IS_RICH_LABEL (self), NULL);

  return self->label;
}
