/* premise-session.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-session.h"

struct _PremiseSession
{
  GObject           parent_instance;

  PremiseReport    *report;
  PremiseScenario  *scenario;
  PremiseEvaluator *evaluator;
  PremiseHistory   *history;
  char             *language;
  gboolean          dragging;
  gboolean          reviewing;
};

enum
{
  PROP_0,
  PROP_REPORT,
  PROP_LANGUAGE,
  PROP_DRAGGING,
  PROP_REVIEWING,
  N_PROPS,
};

enum
{
  VALUES_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseSession, premise_session, G_TYPE_OBJECT)

static void
evaluator_changed_cb (PremiseSession *self,
                      GArray         *variables)
{
  g_signal_emit (self, signals[VALUES_CHANGED], 0, variables);
}

static void
premise_session_constructed (GObject *object)
{
  PremiseSession *self = PREMISE_SESSION (object);
  PremiseModel *model = premise_report_get_model (self->report);

  G_OBJECT_CLASS (premise_session_parent_class)->constructed (object);

  self->scenario = premise_scenario_new (model);
  self->evaluator = premise_evaluator_new (self->scenario);
  self->history = premise_history_new (self->scenario);
  self->language = g_strdup (premise_report_choose_language (self->report,
                                                             g_get_language_names ()));

  g_signal_connect_object (self->evaluator, "changed", G_CALLBACK (evaluator_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
premise_session_finalize (GObject *object)
{
  PremiseSession *self = PREMISE_SESSION (object);

  g_clear_object (&self->history);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->scenario);
  g_clear_object (&self->report);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (premise_session_parent_class)->finalize (object);
}

static void
premise_session_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PremiseSession *self = PREMISE_SESSION (object);

  switch (prop_id)
    {
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;

    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;

    case PROP_DRAGGING:
      g_value_set_boolean (value, self->dragging);
      break;

    case PROP_REVIEWING:
      g_value_set_boolean (value, self->reviewing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
premise_session_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PremiseSession *self = PREMISE_SESSION (object);

  switch (prop_id)
    {
    case PROP_REPORT:
      self->report = g_value_dup_object (value);
      break;

    case PROP_LANGUAGE:
      premise_session_set_language (self, g_value_get_string (value));
      break;

    case PROP_REVIEWING:
      premise_session_set_reviewing (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
premise_session_class_init (PremiseSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = premise_session_constructed;
  object_class->finalize = premise_session_finalize;
  object_class->get_property = premise_session_get_property;
  object_class->set_property = premise_session_set_property;

  properties[PROP_REPORT] =
    g_param_spec_object ("report", NULL, NULL,
                         PREMISE_TYPE_REPORT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * PremiseSession:language:
   *
   * The language that the report is shown in: one of the report's own.
   */
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PremiseSession:dragging:
   *
   * Whether a slider is held.
   */
  properties[PROP_DRAGGING] =
    g_param_spec_boolean ("dragging", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PremiseSession:reviewing:
   *
   * Whether numbers are marked by what they are: facts, assumptions, results, and digits without an origin.
   */
  properties[PROP_REVIEWING] =
    g_param_spec_boolean ("reviewing", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PremiseSession::values-changed:
   * @self: a session
   * @variables: (element-type guint): positions of the variables that changed
   *
   * Emitted once for each change of the scenario, when every value is up to date.
   */
  signals[VALUES_CHANGED] =
    g_signal_new ("values-changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static void
premise_session_init (PremiseSession *self)
{
}

/**
 * premise_session_new:
 * @report: the report to read
 *
 * Opens @report at its base case, in the reader's language where the report has it.
 *
 * Returns: (transfer full): the new session
 */
PremiseSession *
premise_session_new (PremiseReport *report)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (report), NULL);

  return g_object_new (PREMISE_TYPE_SESSION, "report", report, NULL);
}

/**
 * premise_session_get_report:
 * @self: a session
 *
 * Returns: (transfer none): the report that is read
 */
PremiseReport *
premise_session_get_report (PremiseSession *self)
{
  g_return_val_if_fail (PREMISE_IS_SESSION (self), NULL);

  return self->report;
}

/**
 * premise_session_get_model:
 * @self: a session
 *
 * Returns: (transfer none): the model of the report
 */
PremiseModel *
premise_session_get_model (PremiseSession *self)
{
  g_return_val_if_fail (PREMISE_IS_SESSION (self), NULL);

  return premise_report_get_model (self->report);
}

/**
 * premise_session_get_scenario:
 * @self: a session
 *
 * Returns: (transfer none): the current scenario; change it through the history only
 */
PremiseScenario *
premise_session_get_scenario (PremiseSession *self)
{
  g_return_val_if_fail (PREMISE_IS_SESSION (self), NULL);

  return self->scenario;
}

/**
 * premise_session_get_evaluator:
 * @self: a session
 *
 * Returns: (transfer none): the values under the current scenario
 */
PremiseEvaluator *
premise_session_get_evaluator (PremiseSession *self)
{
  g_return_val_if_fail (PREMISE_IS_SESSION (self), NULL);

  return self->evaluator;
}

/**
 * premise_session_get_history:
 * @self: a session
 *
 * Returns: (transfer none): what can be undone
 */
PremiseHistory *
premise_session_get_history (PremiseSession *self)
{
  g_return_val_if_fail (PREMISE_IS_SESSION (self), NULL);

  return self->history;
}

/**
 * premise_session_get_language:
 * @self: a session
 *
 * Returns: (transfer none): the language that the report is shown in
 */
const char *
premise_session_get_language (PremiseSession *self)
{
  g_return_val_if_fail (PREMISE_IS_SESSION (self), NULL);

  return self->language;
}

/**
 * premise_session_set_language:
 * @self: a session
 * @language: one of the report's languages
 *
 * Shows the report in @language. One that the report does not have changes nothing.
 *
 * Returns: whether the report has it
 */
gboolean
premise_session_set_language (PremiseSession *self,
                              const char     *language)
{
  g_return_val_if_fail (PREMISE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (language != NULL, FALSE);

  if (!g_strv_contains (premise_report_get_languages (self->report), language))
    return FALSE;

  if (g_set_str (&self->language, language))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);

  return TRUE;
}

/**
 * premise_session_get_dragging:
 * @self: a session
 *
 * Returns: whether a slider is held
 */
gboolean
premise_session_get_dragging (PremiseSession *self)
{
  g_return_val_if_fail (PREMISE_IS_SESSION (self), FALSE);

  return self->dragging;
}

/**
 * premise_session_begin_drag:
 * @self: a session
 *
 * Says that a slider is held: what follows is one step to undo.
 */
void
premise_session_begin_drag (PremiseSession *self)
{
  g_return_if_fail (PREMISE_IS_SESSION (self));

  if (self->dragging)
    return;

  self->dragging = TRUE;
  premise_history_begin (self->history);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAGGING]);
}

/**
 * premise_session_end_drag:
 * @self: a session
 *
 * Says that the slider was let go.
 */
void
premise_session_end_drag (PremiseSession *self)
{
  g_return_if_fail (PREMISE_IS_SESSION (self));

  if (!self->dragging)
    return;

  self->dragging = FALSE;
  premise_history_end (self->history);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAGGING]);
}

/**
 * premise_session_get_reviewing:
 * @self: a session
 *
 * Returns: whether numbers are marked by what they are
 */
gboolean
premise_session_get_reviewing (PremiseSession *self)
{
  g_return_val_if_fail (PREMISE_IS_SESSION (self), FALSE);

  return self->reviewing;
}

/**
 * premise_session_set_reviewing:
 * @self: a session
 * @reviewing: whether numbers are to be marked by what they are
 *
 * Begins or ends a review.
 */
void
premise_session_set_reviewing (PremiseSession *self,
                               gboolean        reviewing)
{
  g_return_if_fail (PREMISE_IS_SESSION (self));

  reviewing = reviewing != FALSE;
  if (self->reviewing == reviewing)
    return;

  self->reviewing = reviewing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEWING]);
}
