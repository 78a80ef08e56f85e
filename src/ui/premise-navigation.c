/* premise-navigation.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-navigation.h"

/* Longer than anybody remembers. */
#define MAX_STOPS 100

typedef struct
{
  char         *section;
  PremisePlace  place;
} Stop;

struct _PremiseNavigation
{
  GObject  parent_instance;

  GArray  *stops;       /* (element-type Stop) */
  guint    at;          /* the stop that is shown, when there is one */
};

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PremiseNavigation, premise_navigation, G_TYPE_OBJECT)

static void
stop_clear (gpointer data)
{
  g_clear_pointer (&((Stop *) data)->section, g_free);
}

static Stop *
get_stop (PremiseNavigation *self)
{
  return self->stops->len > 0 ? &g_array_index (self->stops, Stop, self->at) : NULL;
}

static void
notify (PremiseNavigation *self,
        gboolean           could_go_back,
        gboolean           could_go_forward)
{
  if (premise_navigation_get_can_go_back (self) != could_go_back)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  if (premise_navigation_get_can_go_forward (self) != could_go_forward)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_FORWARD]);
}

static void
premise_navigation_finalize (GObject *object)
{
  g_array_unref (PREMISE_NAVIGATION (object)->stops);

  G_OBJECT_CLASS (premise_navigation_parent_class)->finalize (object);
}

static void
premise_navigation_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PremiseNavigation *self = PREMISE_NAVIGATION (object);

  switch (prop_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, premise_navigation_get_can_go_back (self));
      break;

    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, premise_navigation_get_can_go_forward (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
premise_navigation_class_init (PremiseNavigationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = premise_navigation_finalize;
  object_class->get_property = premise_navigation_get_property;

  /**
   * PremiseNavigation:can-go-back:
   *
   * Whether something was read before.
   */
  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PremiseNavigation:can-go-forward:
   *
   * Whether the reader went back and can return.
   */
  properties[PROP_CAN_GO_FORWARD] =
    g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
premise_navigation_init (PremiseNavigation *self)
{
  self->stops = g_array_new (FALSE, TRUE, sizeof (Stop));
  g_array_set_clear_func (self->stops, stop_clear);
}

/**
 * premise_navigation_new:
 *
 * Returns: (transfer full): an empty trail
 */
PremiseNavigation *
premise_navigation_new (void)
{
  return g_object_new (PREMISE_TYPE_NAVIGATION, NULL);
}

/**
 * premise_navigation_visit:
 * @self: a trail
 * @section: id of the section that is shown now
 * @place: where in it
 *
 * Adds a stop after the current one; what could be gone forward to is forgotten. The block
 * that is shown already is no new stop.
 */
void
premise_navigation_visit (PremiseNavigation  *self,
                          const char         *section,
                          const PremisePlace *place)
{
  gboolean back;
  gboolean forward;
  Stop stop;
  Stop *now;

  g_return_if_fail (PREMISE_IS_NAVIGATION (self));
  g_return_if_fail (section != NULL);
  g_return_if_fail (place != NULL);

  now = get_stop (self);
  if (now != NULL && g_str_equal (now->section, section) && now->place.child == place->child)
    {
      now->place = *place;
      return;
    }

  back = premise_navigation_get_can_go_back (self);
  forward = premise_navigation_get_can_go_forward (self);
  if (now != NULL)
    g_array_set_size (self->stops, self->at + 1);
  if (self->stops->len == MAX_STOPS)
    g_array_remove_index (self->stops, 0);

  stop = (Stop) { .section = g_strdup (section), .place = *place };
  g_array_append_val (self->stops, stop);
  self->at = self->stops->len - 1;
  notify (self, back, forward);
}

/**
 * premise_navigation_set_place:
 * @self: a trail
 * @place: where the reader is in the section that is shown
 *
 * Keeps the place for coming back, before something else is shown.
 */
void
premise_navigation_set_place (PremiseNavigation  *self,
                              const PremisePlace *place)
{
  Stop *stop;

  g_return_if_fail (PREMISE_IS_NAVIGATION (self));
  g_return_if_fail (place != NULL);

  stop = get_stop (self);
  if (stop != NULL)
    stop->place = *place;
}

/**
 * premise_navigation_go:
 * @self: a trail
 * @step: −1 for back, 1 for forward
 *
 * Moves to the stop before or after.
 *
 * Returns: whether there was one
 */
gboolean
premise_navigation_go (PremiseNavigation *self,
                       int                step)
{
  gboolean back;
  gboolean forward;

  g_return_val_if_fail (PREMISE_IS_NAVIGATION (self), FALSE);
  g_return_val_if_fail (step == -1 || step == 1, FALSE);

  back = premise_navigation_get_can_go_back (self);
  forward = premise_navigation_get_can_go_forward (self);
  if (step < 0 ? !back : !forward)
    return FALSE;

  self->at += (guint) step;
  notify (self, back, forward);

  return TRUE;
}

/**
 * premise_navigation_get_section:
 * @self: a trail
 *
 * Returns: (nullable) (transfer none): id of the section of the stop that is shown
 */
const char *
premise_navigation_get_section (PremiseNavigation *self)
{
  g_return_val_if_fail (PREMISE_IS_NAVIGATION (self), NULL);

  return self->stops->len > 0 ? get_stop (self)->section : NULL;
}

/**
 * premise_navigation_get_place:
 * @self: a trail
 *
 * Returns: the place that was kept for the stop that is shown
 */
PremisePlace
premise_navigation_get_place (PremiseNavigation *self)
{
  PremisePlace top = { 0, 0 };

  g_return_val_if_fail (PREMISE_IS_NAVIGATION (self), top);

  return self->stops->len > 0 ? get_stop (self)->place : top;
}

/**
 * premise_navigation_get_can_go_back:
 * @self: a trail
 *
 * Returns: whether something was read before
 */
gboolean
premise_navigation_get_can_go_back (PremiseNavigation *self)
{
  g_return_val_if_fail (PREMISE_IS_NAVIGATION (self), FALSE);

  return self->at > 0;
}

/**
 * premise_navigation_get_can_go_forward:
 * @self: a trail
 *
 * Returns: whether the reader went back and can return
 */
gboolean
premise_navigation_get_can_go_forward (PremiseNavigation *self)
{
  g_return_val_if_fail (PREMISE_IS_NAVIGATION (self), FALSE);

  return self->at + 1 < self->stops->len;
}
