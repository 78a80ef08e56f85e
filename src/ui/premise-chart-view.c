/* premise-chart-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-chart-view.h"

#include "premise-chart-canvas.h"
#include "premise-chart-motion.h"
#include "premise-chart-readout.h"
#include "premise-diagram.h"

#include <math.h>

/**
 * PremiseChartView:
 *
 * ## CSS nodes
 *
 * `premise-chart` with `premise-chart-canvas`. Its font size sets that of the labels, so
 * large text and a slide need nothing more.
 *
 * ## Accessibility
 *
 * Role image; whoever knows the exhibit sets the label and the description. With the focus,
 * the arrow keys, Home and End walk the points and each is announced; Enter activates, Escape
 * leaves the point. When the focus comes back so does the point. An arrow goes where the marks lie
 * on the screen, along rows and columns in a heat map or a matrix, so that right to left needs no
 * rule of its own.
 *
 * The scene is drawn by a child that keeps its drawing while the pointer moves; what changes
 * with the pointer is drawn here, above it.
 */
struct _PremiseChartView
{
  GtkWidget       parent_instance;

  GtkWidget      *canvas;
  PremiseChart   *chart;        /* (nullable) */
  char           *language;
  gboolean        horizontal;

  guint           series;       /* the point that is read out */
  guint           category;
  gboolean        walking;      /* it was reached with the keyboard */
  guint           left[2];      /* series and category where the focus left them */
  double          pointer[2];   /* where the pointer was last, in its window */

  PremiseChartMotion *motion;
};

enum
{
  POINT_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseChartView, premise_chart_view, GTK_TYPE_WIDGET)

#define HIGHLIGHT_MARGIN 16

static PremiseScene *
get_scene (PremiseChartView *self)
{
  return premise_chart_canvas_get_scene (PREMISE_CHART_CANVAS (self->canvas));
}

/* The point that is read out */

static gboolean
has_point (PremiseChartView *self)
{
  return self->series != PREMISE_SCENE_NO_POINT;
}

static void
set_point (PremiseChartView *self,
           guint             series,
           guint             category,
           gboolean          walking)
{
  if (self->series == series && self->category == category && self->walking == walking)
    return;

  self->series = series;
  self->category = category;
  self->walking = walking;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   has_point (self) && !walking ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clear_point (PremiseChartView *self)
{
  set_point (self, PREMISE_SCENE_NO_POINT, PREMISE_SCENE_NO_POINT, FALSE);
}

static gboolean
is_in_chart (PremiseChart *chart,
             guint         series,
             guint         category)
{
  return series < premise_chart_get_n_series (chart)
         && category < premise_chart_get_n_categories (chart);
}

static void
forget_left (PremiseChartView *self)
{
  self->left[0] = self->left[1] = PREMISE_SCENE_NO_POINT;
}

static void
announce_point (PremiseChartView *self)
{
  g_autofree char *text = premise_chart_readout_dup_text (self->chart, self->series,
                                                          self->category, self->language);

  g_strdelimit (text, "\n", ' ');
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
activate_point (PremiseChartView *self)
{
  if (has_point (self))
    g_signal_emit (self, signals[POINT_ACTIVATED], 0, self->series, self->category);
}

/* Walking with the keyboard */

static gboolean
get_center (PremiseChartView *self,
            guint             series,
            guint             category,
            double            center[2])
{
  PremiseScene *scene = get_scene (self);
  PremiseRect bounds;

  if (scene == NULL || !premise_scene_get_point_bounds (scene, series, category, &bounds))
    return FALSE;

  center[0] = bounds.x + bounds.width / 2;
  center[1] = bounds.y + bounds.height / 2;

  return TRUE;
}

/* A narrow chart may lie down by itself. */
static gboolean
is_horizontal (PremiseChartView *self)
{
  PremiseScene *scene = get_scene (self);

  return scene != NULL ? premise_scene_get_horizontal (scene) : self->horizontal;
}

/* Whether the next category lies to the right (below, when horizontal). */
static gboolean
categories_ascend (PremiseChartView *self)
{
  guint n = premise_chart_get_n_categories (self->chart);
  guint axis = is_horizontal (self) ? 1 : 0;
  double first[2];
  double last[2];

  for (guint s = 0; s < premise_chart_get_n_series (self->chart); s++)
    {
      guint a = 0;
      guint b = n;

      while (a < n && !get_center (self, s, a, first))
        a++;
      while (b > a + 1 && !get_center (self, s, b - 1, last))
        b--;
      if (b > a + 1)
        return last[axis] >= first[axis];
    }

  return TRUE;
}

/* Walks from a category on, itself excluded, to the first that has a mark. */
static gboolean
step_category (PremiseChartView *self,
               int               start,
               int               step)
{
  int n = (int) premise_chart_get_n_categories (self->chart);
  double center[2];

  for (int c = start + step; c >= 0 && c < n; c += step)
    {
      guint series = has_point (self) ? self->series : 0;

      for (guint s = 0; s < premise_chart_get_n_series (self->chart); s++)
        {
          guint candidate = (series + s) % premise_chart_get_n_series (self->chart);

          if (get_center (self, candidate, (guint) c, center))
            {
              set_point (self, candidate, (guint) c, TRUE);
              return TRUE;
            }
        }
    }

  return FALSE;
}

/* Goes to the series whose mark is the next in a direction across the categories. */
static gboolean
step_series (PremiseChartView *self,
             int               step)
{
  guint axis = is_horizontal (self) ? 0 : 1;
  guint best = PREMISE_SCENE_NO_POINT;
  double best_distance = INFINITY;
  double here[2];
  double there[2];

  if (!get_center (self, self->series, self->category, here))
    return FALSE;

  for (guint s = 0; s < premise_chart_get_n_series (self->chart); s++)
    {
      double distance;

      if (s == self->series || !get_center (self, s, self->category, there))
        continue;

      /* Marks at the same height are told apart by their order. */
      distance = step * (there[axis] - here[axis])
                 + 1e-6 * step * ((double) s - (double) self->series);
      if (distance > 0 && distance < best_distance)
        {
          best = s;
          best_distance = distance;
        }
    }

  if (best == PREMISE_SCENE_NO_POINT)
    return FALSE;

  set_point (self, best, self->category, TRUE);

  return TRUE;
}

static gboolean
step_in_grid (PremiseChartView *self,
              int               dx,
              int               dy)
{
  PremiseScene *scene = get_scene (self);
  guint series = self->series;
  guint category = self->category;

  if (scene == NULL || !premise_scene_find_beside (scene, &series, &category, dx, dy))
    return FALSE;

  set_point (self, series, category, TRUE);

  return TRUE;
}

static gboolean
walk (PremiseChartView *self,
      guint             keyval)
{
  int n = (int) premise_chart_get_n_categories (self->chart);
  gboolean along_x = keyval == GDK_KEY_Left || keyval == GDK_KEY_Right;
  int step = keyval == GDK_KEY_Left || keyval == GDK_KEY_Up ? -1 : 1;
  gboolean along_categories = along_x != is_horizontal (self);

  if (keyval == GDK_KEY_Home)
    return step_category (self, -1, 1);

  if (keyval == GDK_KEY_End)
    return step_category (self, n, -1);

  if (has_point (self) && premise_chart_is_grid (self->chart)
      && step_in_grid (self, along_x ? step : 0, along_x ? 0 : step))
    return TRUE;

  if (along_categories && !categories_ascend (self))
    step = -step;

  if (!has_point (self))
    return step > 0 ? step_category (self, -1, 1) : step_category (self, n, -1);

  if (along_categories || premise_chart_get_n_series (self->chart) == 1)
    return step_category (self, (int) self->category, step);

  return step_series (self, step);
}

static guint
plain_keyval (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_KP_Left: return GDK_KEY_Left;
    case GDK_KEY_KP_Right: return GDK_KEY_Right;
    case GDK_KEY_KP_Up: return GDK_KEY_Up;
    case GDK_KEY_KP_Down: return GDK_KEY_Down;
    case GDK_KEY_KP_Home: return GDK_KEY_Home;
    case GDK_KEY_KP_End: return GDK_KEY_End;
    case GDK_KEY_KP_Enter: return GDK_KEY_Return;
    default: return keyval;
    }
}

static gboolean
key_pressed_cb (PremiseChartView *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  if (self->chart == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  keyval = plain_keyval (keyval);
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Home:
    case GDK_KEY_End:
      if (walk (self, keyval))
        announce_point (self);
      else
        gtk_widget_error_bell (GTK_WIDGET (self));
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_space:
      activate_point (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      if (!has_point (self))
        return GDK_EVENT_PROPAGATE;
      clear_point (self);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* GTK also tells of a pointer that rests while something appears, goes or moves under it. */
static gboolean
has_moved (PremiseChartView   *self,
           GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  double x = 0;
  double y = 0;
  gboolean moved;

  if (event != NULL)
    gdk_event_get_position (event, &x, &y);
  moved = x != self->pointer[0] || y != self->pointer[1];
  self->pointer[0] = x;
  self->pointer[1] = y;

  return moved;
}

static void
motion_cb (PremiseChartView   *self,
           double              x,
           double              y,
           GtkEventController *controller)
{
  PremiseScene *scene = get_scene (self);
  gboolean moved = has_moved (self, controller);
  guint series;
  guint category;

  /* Only a hand takes the point from the keys. */
  if (self->walking && !moved)
    return;

  if (scene != NULL && premise_scene_hit (scene, x, y, &series, &category))
    set_point (self, series, category, FALSE);
  else if (!self->walking)
    clear_point (self);
}

static void
leave_cb (PremiseChartView *self)
{
  if (!self->walking)
    clear_point (self);
}

static void
released_cb (PremiseChartView *self,
             int               n_press,
             double            x,
             double            y)
{
  PremiseScene *scene = get_scene (self);
  guint series;
  guint category;

  if (scene == NULL || !premise_scene_hit (scene, x, y, &series, &category))
    return;

  /* Who comes back from there goes on with the keys where the mouse was. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  set_point (self, series, category, FALSE);
  activate_point (self);
}

/* What opens from a point takes the focus and gives it back: the keys go on from there. */
static void
focus_leave_cb (PremiseChartView *self)
{
  forget_left (self);
  if (self->walking)
    {
      self->left[0] = self->series;
      self->left[1] = self->category;
    }
  clear_point (self);
}

static void
focus_enter_cb (PremiseChartView *self)
{
  double center[2];

  if (!get_center (self, self->left[0], self->left[1], center))
    return;

  set_point (self, self->left[0], self->left[1], TRUE);
  announce_point (self);
}

/* Widget */

static void
snapshot_point (PremiseChartView *self,
                GtkSnapshot      *snapshot)
{
  PremiseScene *scene = get_scene (self);
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  PremiseRect bounds;
  graphene_rect_t area;
  cairo_t *cr;

  if (scene == NULL ||
      !premise_scene_get_point_bounds (scene, self->series, self->category, &bounds))
    return;

  graphene_rect_init (&area, (float) bounds.x, (float) bounds.y,
                      (float) bounds.width, (float) bounds.height);
  graphene_rect_inset (&area, -HIGHLIGHT_MARGIN, -HIGHLIGHT_MARGIN);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  premise_scene_draw_highlight (scene, cr, self->series, self->category);
  cairo_destroy (cr);

  /* The words of a diagram are seen as they are: a read-out would only cover them. */
  words = premise_chart_dup_node_text (self->chart, self->category);
  if (words != NULL)
    return;

  text = premise_chart_readout_dup_text (self->chart, self->series, self->category,
                                         self->language);
  premise_chart_readout_snapshot (GTK_WIDGET (self), snapshot, &bounds, text, self->language);
}

static void
premise_chart_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PremiseChartView *self = PREMISE_CHART_VIEW (widget);

  gtk_widget_snapshot_child (widget, self->canvas, snapshot);
  if (self->chart != NULL && has_point (self))
    snapshot_point (self, snapshot);
}

static void
premise_chart_view_dispose (GObject *object)
{
  PremiseChartView *self = PREMISE_CHART_VIEW (object);

  g_clear_pointer (&self->motion, premise_chart_motion_free);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_pointer (&self->chart, premise_chart_unref);

  G_OBJECT_CLASS (premise_chart_view_parent_class)->dispose (object);
}

static void
premise_chart_view_finalize (GObject *object)
{
  PremiseChartView *self = PREMISE_CHART_VIEW (object);

  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (premise_chart_view_parent_class)->finalize (object);
}

static void
premise_chart_view_class_init (PremiseChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_chart_view_dispose;
  object_class->finalize = premise_chart_view_finalize;

  widget_class->snapshot = premise_chart_view_snapshot;

  /**
   * PremiseChartView::point-activated:
   * @self: a chart view
   * @series: position of the series
   * @category: position of the category
   *
   * Emitted when the reader asks where a point comes from.
   */
  signals[POINT_ACTIVATED] =
    g_signal_new ("point-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (PremiseChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
premise_chart_view_init (PremiseChartView *self)
{
  self->series = self->category = PREMISE_SCENE_NO_POINT;
  forget_left (self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->canvas = premise_chart_canvas_new ();
  self->motion = premise_chart_motion_new (PREMISE_CHART_CANVAS (self->canvas));
  gtk_widget_set_parent (self->canvas, GTK_WIDGET (self));
  add_controllers (self);
}

/**
 * premise_chart_view_new:
 * @language: language of the report
 * @horizontal: whether the categories lie along y
 *
 * Returns: (transfer floating): a view without a chart
 */
GtkWidget *
premise_chart_view_new (const char *language,
                        gboolean    horizontal)
{
  PremiseChartView *self = g_object_new (PREMISE_TYPE_CHART_VIEW, NULL);

  self->language = g_strdup (language);
  self->horizontal = horizontal;

  return GTK_WIDGET (self);
}

/**
 * premise_chart_view_get_chart:
 * @self: a chart view
 *
 * Returns: (nullable) (transfer none): the chart that is shown
 */
PremiseChart *
premise_chart_view_get_chart (PremiseChartView *self)
{
  g_return_val_if_fail (PREMISE_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * premise_chart_view_set_chart:
 * @self: a chart view
 * @chart: the chart, which the view may give another domain
 *
 * Shows @chart. If another was shown, its marks and its value axis go over into the new ones,
 * except while a slider is held.
 */
void
premise_chart_view_set_chart (PremiseChartView *self,
                              PremiseChart     *chart)
{
  g_return_if_fail (PREMISE_IS_CHART_VIEW (self));
  g_return_if_fail (chart != NULL);

  if (!is_in_chart (chart, self->series, self->category))
    clear_point (self);
  if (!is_in_chart (chart, self->left[0], self->left[1]))
    forget_left (self);

  premise_chart_ref (chart);
  g_clear_pointer (&self->chart, premise_chart_unref);
  self->chart = chart;
  premise_chart_motion_set_chart (self->motion, chart);
}

/**
 * premise_chart_view_set_hold_domain:
 * @self: a chart view
 * @hold_domain: whether a slider is held
 *
 * While a slider is held the value axis stays as it is, so that it is the marks that move;
 * afterwards it goes to where the values want it.
 */
void
premise_chart_view_set_hold_domain (PremiseChartView *self,
                                    gboolean          hold_domain)
{
  g_return_if_fail (PREMISE_IS_CHART_VIEW (self));

  premise_chart_motion_set_hold (self->motion, hold_domain);
}

/**
 * premise_chart_view_set_fill:
 * @self: a chart view
 * @fill: whether to take whatever height there is
 *
 * For a dialog or a slide, where the room is given and not asked for.
 */
void
premise_chart_view_set_fill (PremiseChartView *self,
                             gboolean          fill)
{
  g_return_if_fail (PREMISE_IS_CHART_VIEW (self));

  premise_chart_canvas_set_fill (PREMISE_CHART_CANVAS (self->canvas), fill);
  gtk_widget_set_vexpand (GTK_WIDGET (self), fill);
}
