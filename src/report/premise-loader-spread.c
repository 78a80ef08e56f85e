/* premise-loader-spread.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-copula.h"
#include "premise-loader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* More numbers than that correlated with one another are a mistake. */
#define MAX_CORRELATED 500

static const char *const kinds[] = {
  "uniform", "triangular", "pert", "normal", "lognormal", "discrete", NULL
};

static const char *const limit_keys[] = { "kind", "low", "high", NULL };
static const char *const normal_keys[] = { "kind", "sd", NULL };
static const char *const lognormal_keys[] = { "kind", "sigma", NULL };
static const char *const discrete_keys[] = { "kind", "values", "weights", NULL };

/* In the order of PremiseDistributionKind. */
static const char *const *const kind_keys[] = {
  limit_keys, limit_keys, limit_keys, normal_keys, lognormal_keys, discrete_keys
};

/* (element-type double) (nullable): %NULL after a complaint */
static GArray *
read_numbers (PremiseJsonValue value)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  if (!premise_json_expect (value, PREMISE_JSON_ARRAY))
    return NULL;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      double number;

      if (!premise_json_get_number (entry, &number))
        return NULL;

      g_array_append_val (numbers, number);
    }

  return g_steal_pointer (&numbers);
}

static void
add_discrete (PremiseLoader    *self,
              const char       *id,
              PremiseJsonValue  json)
{
  PremiseJsonValue weights_value = premise_json_require (json, "weights");
  g_autoptr(GArray) values = read_numbers (premise_json_require (json, "values"));
  g_autoptr(GArray) weights = read_numbers (weights_value);
  PremiseSpread spread = { .kind = PREMISE_DISTRIBUTION_DISCRETE, .low = NAN, .high = NAN };

  if (values == NULL || weights == NULL)
    return;

  if (values->len != weights->len)
    {
      premise_json_complain (weights_value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                             /* Translators: of a distribution that assumptions are drawn from. */
                             _("each value needs a weight: there are %u values and %u weights"),
                             values->len, weights->len);
      return;
    }

  spread.values = (const double *) (gpointer) values->data;
  spread.weights = (const double *) (gpointer) weights->data;
  spread.n_values = values->len;
  premise_model_builder_set_spread (self->builder, id, &spread);
}

static gboolean
read_deviation (PremiseJsonValue  json,
                const char       *key,
                double           *deviation)
{
  return premise_json_get_number (premise_json_require (json, key), deviation);
}

/**
 * premise_loader_read_spread:
 * @self: a loader
 * @variable: an assumption that the model builder has
 *
 * Reads how it is distributed, if its file says so. The engine complains of what the numbers
 * say.
 */
void
premise_loader_read_spread (PremiseLoader               *self,
                            const PremiseLoaderVariable *variable)
{
  PremiseJsonValue json = premise_json_get (variable->json, "distribution");
  PremiseSpread spread = { .low = NAN, .high = NAN };
  guint kind;

  if (!premise_json_is_present (json) || !premise_json_expect (json, PREMISE_JSON_OBJECT)
      || !premise_json_get_choice (premise_json_require (json, "kind"), kinds, &kind))
    return;

  premise_json_check_keys (json, kind_keys[kind]);
  spread.kind = kind;

  if (kind == PREMISE_DISTRIBUTION_DISCRETE)
    {
      add_discrete (self, variable->id, json);
      return;
    }

  if ((kind == PREMISE_DISTRIBUTION_NORMAL && !read_deviation (json, "sd", &spread.deviation))
      || (kind == PREMISE_DISTRIBUTION_LOGNORMAL && !read_deviation (json, "sigma", &spread.deviation)))
    return;

  if (kind_keys[kind] == limit_keys)
    {
      premise_json_get_number (premise_json_get (json, "low"), &spread.low);
      premise_json_get_number (premise_json_get (json, "high"), &spread.high);
    }

  premise_model_builder_set_spread (self->builder, variable->id, &spread);
}

/* One side of a correlation: a number, or all of an assumption. */
typedef struct
{
  guint    variable;
  guint    cell;
  gboolean whole;
} Side;

static gboolean
read_side (PremiseLoader    *self,
           PremiseJsonValue  value,
           Side             *side)
{
  const char *text = premise_json_get_string (value);

  if (text == NULL)
    return FALSE;

  if (strchr (text, '[') != NULL && !premise_loader_find_cell (self, value, &side->variable, &side->cell))
    return FALSE;

  if (strchr (text, '[') == NULL)
    side->variable = premise_loader_find_variable (self, value);

  if (side->variable == PREMISE_MODEL_NOT_FOUND)
    return FALSE;

  side->whole = strchr (text, '[') == NULL && premise_model_get_n_dims (self->report->model, side->variable) > 0;

  if (premise_model_get_kind (self->report->model, side->variable) == PREMISE_VARIABLE_ASSUMPTION)
    return TRUE;

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                         _("“%s” is not an assumption; only these are drawn at random"), text);

  return FALSE;
}

static gboolean
have_same_dims (PremiseModel *model,
                guint         a,
                guint         b)
{
  guint n = premise_model_get_n_dims (model, a);

  if (premise_model_get_n_dims (model, b) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (premise_model_get_dim (model, a, i) != premise_model_get_dim (model, b, i))
        return FALSE;
    }

  return TRUE;
}

/* Both as they stand, or cell by cell. */
static void
add_correlation (PremiseLoader    *self,
                 PremiseJsonValue  between,
                 const Side       *sides,
                 double            rank)
{
  PremiseModel *model = self->report->model;
  guint n_cells = 1;

  if (sides[0].whole != sides[1].whole
      || (sides[0].whole && !have_same_dims (model, sides[0].variable, sides[1].variable)))
    {
      premise_json_complain (between, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                             /* Translators: two variables. id[member] is how one number of a
                              * variable is named. */
                             _("“%s” and “%s” do not have the same indexes; name a member, as in id[member]"),
                             premise_model_get_id (model, sides[0].variable),
                             premise_model_get_id (model, sides[1].variable));
      return;
    }

  if (sides[0].whole)
    n_cells = premise_model_get_n_cells (model, sides[0].variable);

  for (guint cell = 0; cell < n_cells; cell++)
    {
      PremiseCellCorrelation correlation = { { sides[0].variable, sides[0].cell + cell },
                                             { sides[1].variable, sides[1].cell + cell }, rank };

      g_array_append_val (self->report->correlations, correlation);
    }
}

static void
read_correlation (PremiseLoader    *self,
                  PremiseJsonValue  json)
{
  static const char *const keys[] = { "between", "rank", NULL };
  PremiseJsonValue between;
  PremiseJsonValue entry;
  Side sides[2] = { { 0 } };
  double rank;

  if (!premise_json_expect (json, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (json, keys);
  between = premise_json_require (json, "between");

  if (!premise_json_get_number (premise_json_require (json, "rank"), &rank)
      || !premise_json_expect (between, PREMISE_JSON_ARRAY))
    return;

  if (premise_json_get_n (between) != 2)
    {
      premise_json_complain (between, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                             _("a correlation is between two assumptions"));
      return;
    }

  entry = premise_json_first (between);

  if (read_side (self, entry, &sides[0]) && read_side (self, premise_json_next (entry), &sides[1]))
    add_correlation (self, between, sides, rank);
}

/* The position of a cell among those seen so far. */
static guint
number_cell (GHashTable        *cells,
             const PremiseCell *cell)
{
  gint64 key = (gint64) cell->variable << 32 | cell->cell;
  gpointer found;

  if (g_hash_table_lookup_extended (cells, &key, NULL, &found))
    return GPOINTER_TO_UINT (found);

  g_hash_table_insert (cells, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (g_hash_table_size (cells)));

  return g_hash_table_size (cells) - 1;
}

/* Whether there can be numbers that are all correlated so. */
static void
check_correlations (PremiseLoader    *self,
                    PremiseJsonValue  place)
{
  g_autoptr(GHashTable) cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PremiseCorrelation));
  g_autoptr(PremiseCopula) copula = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->report->correlations->len; i++)
    {
      const PremiseCellCorrelation *own = &g_array_index (self->report->correlations,
                                                          PremiseCellCorrelation, i);
      PremiseCorrelation pair = { number_cell (cells, &own->a), number_cell (cells, &own->b), own->rank };

      g_array_append_val (pairs, pair);
    }

  if (g_hash_table_size (cells) > MAX_CORRELATED)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _("no more than %d numbers can be correlated"), MAX_CORRELATED);
  else
    copula = premise_copula_new ((const PremiseCorrelation *) (gpointer) pairs->data, pairs->len,
                                 g_hash_table_size (cells), &error);

  if (copula != NULL)
    return;

  premise_json_complain (place, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE, "%s", error->message);
  g_array_set_size (self->report->correlations, 0);
  self->report->correlations_broken = TRUE;
}

/**
 * premise_loader_read_correlations:
 * @self: a loader with a model
 *
 * Reads how assumptions are correlated, from all model files.
 */
void
premise_loader_read_correlations (PremiseLoader *self)
{
  PremiseJsonValue last = PREMISE_JSON_ABSENT;

  for (guint i = 0; i < self->correlations->len; i++)
    {
      PremiseJsonValue list = g_array_index (self->correlations, PremiseJsonValue, i);

      if (!premise_json_expect (list, PREMISE_JSON_ARRAY))
        continue;

      for (PremiseJsonValue entry = premise_json_first (list); premise_json_is_present (entry);
           entry = premise_json_next (entry))
        read_correlation (self, entry);

      last = list;
    }

  if (self->report->correlations->len > 0)
    check_correlations (self, last);
}
