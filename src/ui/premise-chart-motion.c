/* premise-chart-motion.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-chart-motion.h"

#include "premise-blend.h"

#include <adwaita.h>
#include <math.h>

#define MOVE_MS 200

struct _PremiseChartMotion
{
  PremiseChartCanvas *canvas;     /* (unowned) */
  PremiseChart       *chart;      /* (nullable): where it ends */
  PremiseChart       *before;     /* (nullable): where the marks come from, while they move */
  gboolean            hold;
  double              held[2];    /* the value axis while a slider is held; NaN for none */
  double              from[2];    /* … and at the start and the end of a move */
  double              to[2];
  AdwAnimation       *animation;  /* (nullable) */
};

static gboolean
get_domain (PremiseChartMotion *self,
            double              domain[2])
{
  PremiseScene *scene = premise_chart_canvas_get_scene (self->canvas);

  domain[0] = domain[1] = NAN;
  if (scene == NULL)
    return FALSE;

  premise_scene_get_domain (scene, &domain[0], &domain[1]);
  if (isfinite (domain[0]) && isfinite (domain[1]) && domain[0] < domain[1])
    return TRUE;

  domain[0] = domain[1] = NAN;

  return FALSE;
}

static void
set_domain (PremiseChartMotion *self,
            double              min,
            double              max)
{
  if (self->chart == NULL)
    return;

  premise_chart_set_domain (self->chart, min, max);
  premise_chart_canvas_invalidate (self->canvas);
}

static void
show_cb (double   progress,
         gpointer user_data)
{
  PremiseChartMotion *self = user_data;
  double min = adw_lerp (self->from[0], self->to[0], progress);
  double max = adw_lerp (self->from[1], self->to[1], progress);
  g_autoptr(PremiseChart) frame = NULL;

  if (self->before == NULL)
    {
      set_domain (self, min, max);
      return;
    }

  frame = premise_chart_blend (self->before, self->chart, progress);
  premise_chart_set_domain (frame, min, max);
  premise_chart_canvas_set_frame (self->canvas, frame);
}

static void
finish (PremiseChartMotion *self)
{
  g_clear_pointer (&self->before, premise_chart_unref);
  premise_chart_canvas_set_frame (self->canvas, NULL);
  set_domain (self, NAN, NAN);
}

static void
stop (PremiseChartMotion *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_pointer (&self->before, premise_chart_unref);
}

/* A section has many charts, and each step of each is laid out: only what is seen moves. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds, window, seen;

  if (root == NULL || !gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, root, &bounds))
    return FALSE;

  graphene_rect_init (&window, 0, 0, (float) gtk_widget_get_width (root), (float) gtk_widget_get_height (root));

  return graphene_rect_intersection (&bounds, &window, &seen);
}

static void
play (PremiseChartMotion *self)
{
  if (self->animation == NULL)
    {
      AdwAnimationTarget *target = adw_callback_animation_target_new (show_cb, self, NULL);

      self->animation = adw_timed_animation_new (GTK_WIDGET (self->canvas), 0, 1, MOVE_MS, target);
      g_signal_connect_swapped (self->animation, "done", G_CALLBACK (finish), self);
    }

  /* The first step comes with the next frame; nothing that is drawn or asked for before shows the end. */
  show_cb (0, self);
  adw_animation_play (self->animation);
}

/* Lets marks and axis go to where the values want them, by steps that the eye can follow. */
static void
move_from (PremiseChartMotion *self,
           PremiseChart       *before,
           const double        domain[2])
{
  gboolean has_domain = isfinite (domain[0]);
  gboolean marks_move = before != NULL && premise_chart_can_blend (before, self->chart);

  set_domain (self, NAN, NAN);
  if (!is_in_sight (GTK_WIDGET (self->canvas)) || get_domain (self, self->to) != has_domain
      || (!marks_move && (!has_domain || (self->to[0] == domain[0] && self->to[1] == domain[1]))))
    return;

  self->from[0] = domain[0];
  self->from[1] = domain[1];
  if (marks_move)
    self->before = premise_chart_ref (before);

  play (self);
}

/*< private >
 * premise_chart_motion_new:
 * @canvas: what is moved; it lives longer
 *
 * Returns: (transfer full): the motion of the canvas, at rest
 */
PremiseChartMotion *
premise_chart_motion_new (PremiseChartCanvas *canvas)
{
  PremiseChartMotion *self = g_new0 (PremiseChartMotion, 1);

  self->canvas = canvas;
  self->held[0] = self->held[1] = NAN;

  return self;
}

/*< private >
 * premise_chart_motion_free:
 * @self: (transfer full): a motion
 *
 * Stops and frees @self.
 */
void
premise_chart_motion_free (PremiseChartMotion *self)
{
  stop (self);
  if (self->animation != NULL)
    g_signal_handlers_disconnect_by_data (self->animation, self);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->chart, premise_chart_unref);
  g_free (self);
}

/*< private >
 * premise_chart_motion_set_chart:
 * @self: a motion
 * @chart: the chart, which may be given another domain
 *
 * Brings @chart to the canvas: at once while a slider is held, so that the picture follows the
 * hand; otherwise its marks come from where they are, in 200 milliseconds. Animations that
 * are off in the desktop are off here.
 */
void
premise_chart_motion_set_chart (PremiseChartMotion *self,
                                PremiseChart       *chart)
{
  PremiseChart *drawn = premise_chart_canvas_get_drawn (self->canvas);
  g_autoptr(PremiseChart) before = drawn != NULL ? premise_chart_ref (drawn) : NULL;
  double domain[2];

  get_domain (self, domain);
  stop (self);

  premise_chart_ref (chart);
  g_clear_pointer (&self->chart, premise_chart_unref);
  self->chart = chart;
  premise_chart_canvas_set_chart (self->canvas, chart);

  if (self->hold)
    set_domain (self, self->held[0], self->held[1]);
  else if (before != NULL)
    move_from (self, before, domain);
}

/*< private >
 * premise_chart_motion_set_hold:
 * @self: a motion
 * @hold: whether a slider is held
 *
 * While a slider is held the value axis stays as it is, so that it is the marks that move;
 * afterwards it goes to where the values want it.
 */
void
premise_chart_motion_set_hold (PremiseChartMotion *self,
                               gboolean            hold)
{
  double domain[2];

  if (self->hold == hold)
    return;

  self->hold = hold;
  get_domain (self, domain);
  stop (self);
  premise_chart_canvas_set_frame (self->canvas, NULL);

  if (hold)
    {
      self->held[0] = domain[0];
      self->held[1] = domain[1];
      set_domain (self, domain[0], domain[1]);
    }
  else if (self->chart != NULL)
    {
      move_from (self, NULL, domain);
    }
}
