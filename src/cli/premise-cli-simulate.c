/* premise-cli-simulate.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include "premise-inputs.h"
#include "premise-variance.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_QUANTILES 5
#define N_BINS      20
#define MAX_SAMPLES 100000000

static const double probabilities[N_QUANTILES] = { 0.05, 0.25, 0.5, 0.75, 0.95 };

/* In the order of PremiseSampling. */
static const char *const methods[] = { "monte-carlo", "sobol" };

typedef struct
{
  PremiseReport   *report;
  PremiseModel    *model;
  PremiseScenario *scenario;
  const char      *language;
  PremiseCell      output;
  PremiseInputs   *inputs;
} Simulate;

static void
print_number (const Simulate *self,
              const char     *label,
              double          value)
{
  g_autofree char *text = isnan (value) ? g_strdup ("–")
                                        : premise_report_format_cell (self->report, self->output.variable,
                                                                      value, NULL, self->language);

  g_print ("%s: %s\n", label, text);
}

static void
print_text (const Simulate                 *self,
            PremiseSimulation              *simulation,
            const PremiseSimulationOptions *options)
{
  const PremiseMoments *moments = premise_simulation_get_moments (simulation, 0);
  double quantiles[N_QUANTILES];

  premise_simulation_get_quantiles (simulation, 0, probabilities, quantiles, N_QUANTILES);
  /* Translators: of a result, over all samples of a simulation. */
  print_number (self, _("mean"), moments->n > 0 ? moments->mean : NAN);
  print_number (self, _("standard error of the mean"), premise_simulation_get_error (simulation, 0));
  print_number (self, _("standard deviation"), premise_moments_get_deviation (moments));

  for (guint i = 0; i < N_QUANTILES; i++)
    {
      g_autofree char *label = g_strdup_printf ("%g%%", probabilities[i] * 100);

      print_number (self, label, quantiles[i]);
    }

  if (options->sampling == PREMISE_SAMPLING_SOBOL && premise_inputs_get_n (self->inputs) > PREMISE_SOBOL_INPUTS)
    {
      g_print (_("A Sobol sequence reaches %u inputs; the others are drawn at random."), PREMISE_SOBOL_INPUTS);
      g_print ("\n");
    }

  if (moments->n_errors > 0)
    {
      g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, moments->n_errors);

      g_print (_("samples without a value: %s"), n);
      g_print ("\n");
    }
}

static void
add_count (JsonBuilder *builder,
           const char  *key,
           guint64      n)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, (gint64) n);
}

static void
add_quantiles (const Simulate    *self,
               JsonBuilder       *builder,
               PremiseSimulation *simulation)
{
  PremiseUnit *unit = premise_model_get_unit (self->model, self->output.variable);
  double quantiles[N_QUANTILES];

  premise_simulation_get_quantiles (simulation, 0, probabilities, quantiles, N_QUANTILES);
  json_builder_set_member_name (builder, "quantiles");
  json_builder_begin_object (builder);

  for (guint i = 0; i < N_QUANTILES; i++)
    {
      char key[G_ASCII_DTOSTR_BUF_SIZE];

      premise_cli_add_number (builder, g_ascii_formatd (key, sizeof key, "%g", probabilities[i]), unit,
                              quantiles[i]);
    }

  json_builder_end_object (builder);
}

static void
add_histogram (JsonBuilder       *builder,
               PremiseSimulation *simulation)
{
  guint64 counts[N_BINS];

  premise_simulation_get_histogram (simulation, 0, counts, N_BINS);
  json_builder_set_member_name (builder, "histogram");
  json_builder_begin_array (builder);

  for (guint i = 0; i < N_BINS; i++)
    json_builder_add_int_value (builder, (gint64) counts[i]);

  json_builder_end_array (builder);
}

static void
add_convergence (const Simulate    *self,
                 JsonBuilder       *builder,
                 PremiseSimulation *simulation)
{
  PremiseUnit *unit = premise_model_get_unit (self->model, self->output.variable);
  g_autoptr(GArray) convergence = premise_simulation_dup_convergence (simulation, 0);

  json_builder_set_member_name (builder, "convergence");
  json_builder_begin_array (builder);

  for (guint i = 0; i < convergence->len; i++)
    {
      const PremiseConvergence *point = &g_array_index (convergence, PremiseConvergence, i);

      json_builder_begin_object (builder);
      add_count (builder, "samples", point->n_samples);
      premise_cli_add_number (builder, "mean", unit, point->mean);
      premise_cli_add_number (builder, "standard_error", unit, point->standard_error);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/* Without a sign where nothing is left of the number. */
static double
percent (double share)
{
  return fabs (share) < 0.0005 ? 0 : 100 * share;
}

/* Whether an input is correlated with others, so that its share is that of them all. */
static gboolean
is_in_group (const PremiseCopula *copula,
             guint                input,
             guint                n_inputs)
{
  for (guint i = 0; i < n_inputs; i++)
    {
      if (i != input && premise_copula_get_group (copula, i) == premise_copula_get_group (copula, input))
        return TRUE;
    }

  return FALSE;
}

static void
print_indices (const Simulate *self,
               GArray         *indices)
{
  const PremiseCopula *copula = premise_inputs_get_copula (self->inputs);

  g_print ("%s\n", _("share of the variance, by itself and in all:"));

  for (guint i = 0; i < indices->len; i++)
    {
      const PremiseSobolIndex *index = &g_array_index (indices, PremiseSobolIndex, i);
      const PremiseCell *cell = &premise_inputs_get_cells (self->inputs)[i];
      g_autofree char *name = premise_cli_dup_cell_name (self->model, cell->variable, cell->cell);

      if (isnan (index->total))
        g_print ("%s: –", name);
      else
        g_print ("%s: %.1f %% ± %.1f, %.1f %% ± %.1f", name, percent (index->first),
                 percent (index->first_error), percent (index->total), percent (index->total_error));

      /* Translators: what stands before is the share of an assumption in the variance. */
      if (is_in_group (copula, i, indices->len))
        g_print (" %s", _("(together with those that it is correlated with)"));

      g_print ("\n");
    }
}

static void
add_indices (const Simulate *self,
             JsonBuilder    *builder,
             GArray         *indices)
{
  json_builder_set_member_name (builder, "indices");
  json_builder_begin_array (builder);

  for (guint i = 0; i < indices->len; i++)
    {
      const PremiseSobolIndex *index = &g_array_index (indices, PremiseSobolIndex, i);

      json_builder_begin_object (builder);
      premise_cli_add_name (self->model, builder, "assumption", &premise_inputs_get_cells (self->inputs)[i]);
      premise_cli_add_number (builder, "first", NULL, index->first);
      premise_cli_add_number (builder, "first_error", NULL, index->first_error);
      premise_cli_add_number (builder, "total", NULL, index->total);
      premise_cli_add_number (builder, "total_error", NULL, index->total_error);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/* @indices: (nullable) */
static void
print_json (const Simulate                 *self,
            PremiseSimulation              *simulation,
            const PremiseSimulationOptions *options,
            GArray                         *indices)
{
  PremiseUnit *unit = premise_model_get_unit (self->model, self->output.variable);
  const PremiseMoments *moments = premise_simulation_get_moments (simulation, 0);
  gboolean any = moments->n > 0;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  premise_cli_add_name (self->model, builder, "output", &self->output);
  add_count (builder, "inputs", premise_inputs_get_n (self->inputs));
  json_builder_set_member_name (builder, "method");
  json_builder_add_string_value (builder, methods[options->sampling]);
  if (options->sampling == PREMISE_SAMPLING_SOBOL)
    add_count (builder, "sobol_inputs", MIN (premise_inputs_get_n (self->inputs), PREMISE_SOBOL_INPUTS));
  add_count (builder, "samples", premise_simulation_get_n_samples (simulation));
  add_count (builder, "seed", options->seed);
  add_count (builder, "errors", moments->n_errors);
  premise_cli_add_number (builder, "mean", unit, any ? moments->mean : NAN);
  premise_cli_add_number (builder, "standard_error", unit, premise_simulation_get_error (simulation, 0));
  premise_cli_add_number (builder, "standard_deviation", unit, premise_moments_get_deviation (moments));
  premise_cli_add_number (builder, "min", unit, any ? moments->min : NAN);
  premise_cli_add_number (builder, "max", unit, any ? moments->max : NAN);
  add_quantiles (self, builder, simulation);
  add_histogram (builder, simulation);
  add_convergence (self, builder, simulation);

  if (indices != NULL)
    add_indices (self, builder, indices);

  json_builder_end_object (builder);
  premise_cli_print_json (builder);
}

/* Reads the output and what to set, and finds what is drawn. */
static gboolean
prepare (Simulate          *self,
         const char *const *arguments,
         gboolean           json)
{
  g_autoptr(GError) error = NULL;
  GArray *correlations = premise_report_get_correlations (self->report);

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      gboolean ok = i == 0 ? premise_cli_find_cell (self->model, arguments[i], &self->output, &error)
                    : premise_cli_assign (self->report, self->scenario, self->language, arguments[i],
                                          &error);

      if (!ok)
        {
          premise_cli_complain (arguments[i], json, error);
          return FALSE;
        }
    }

  /* Other numbers than the report means are worse than none. */
  if (premise_report_has_broken_correlations (self->report))
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("the correlations of the report cannot hold together; mend them first"));
      premise_cli_complain ("correlations", json, error);
      return FALSE;
    }

  self->inputs = premise_inputs_new (self->scenario, self->output.variable,
                                     (const PremiseCellCorrelation *) (gpointer) correlations->data,
                                     correlations->len);

  return TRUE;
}

static PremiseCliStatus
run (Simulate                 *self,
     PremiseSimulationOptions *options,
     gboolean                  with_indices,
     gboolean                  json)
{
  PremiseDistribution *const *distributions = premise_inputs_get_distributions (self->inputs);
  g_autoptr(PremiseBatch) batch = premise_batch_new (self->scenario, premise_inputs_get_cells (self->inputs),
                                                     premise_inputs_get_n (self->inputs), &self->output, 1);
  g_autoptr(PremiseSimulation) simulation = NULL;
  g_autoptr(GArray) indices = NULL;

  options->copula = premise_inputs_get_copula (self->inputs);
  simulation = premise_simulation_run (batch, distributions, options, NULL, NULL);

  if (with_indices)
    indices = premise_variance_run (batch, 0, distributions, options, NULL, NULL);

  if (json)
    {
      print_json (self, simulation, options, indices);
      return PREMISE_CLI_OK;
    }

  print_text (self, simulation, options);

  if (indices != NULL)
    print_indices (self, indices);

  return PREMISE_CLI_OK;
}

static gboolean
find_method (const char      *name,
             PremiseSampling *sampling)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      if (g_strcmp0 (name, methods[i]) == 0)
        {
          *sampling = i;
          return TRUE;
        }
    }

  return name == NULL;
}

/**
 * premise_cli_simulate:
 * @args: (inout): the verb and what follows it
 *
 * `premise simulate FOLDER OUTPUT [NAME=VALUE…]`: what an output comes to when all assumptions
 * it depends on are drawn at random, as the report says they are distributed and correlated, and
 * else from their ranges.
 *
 * Returns: what the program ends with
 */
PremiseCliStatus
premise_cli_simulate (GStrv *args)
{
  gboolean json = FALSE;
  gint64 n_samples = 100000;
  gint64 seed = 1;
  int n_threads = 0;
  gboolean indices = FALSE;
  g_autofree char *method = NULL;
  g_autofree char *wanted = NULL;
  const GOptionEntry entries[] = {
    { "samples", 'n', 0, G_OPTION_ARG_INT64, &n_samples, N_("How many samples to draw (100000)"),
      /* Translators: what stands on a command line in the place of a number. */
      N_("NUMBER") },
    { "seed", 's', 0, G_OPTION_ARG_INT64, &seed, N_("What makes the draw another (1)"), N_("NUMBER") },
    { "threads", 't', 0, G_OPTION_ARG_INT, &n_threads,
      N_("How many threads; the numbers do not depend on it"), N_("NUMBER") },
    { "method", 'm', 0, G_OPTION_ARG_STRING, &method,
      N_("“monte-carlo” (random, the default) or “sobol” (evenly spread)"),
      /* Translators: what stands on a command line in the place of monte-carlo or sobol. */
      N_("METHOD") },
    { "indices", 'i', 0, G_OPTION_ARG_NONE, &indices,
      N_("Also say how much of the variance each assumption explains"), NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &wanted, N_("Language of the report to write in"),
      N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(PremiseReport) report = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  PremiseSimulationOptions options = { 0 };
  Simulate self = { 0 };
  PremiseCliStatus status;

  if (!premise_cli_parse (args, _("FOLDER OUTPUT [NAME=VALUE…]"),
                          _("Draws all assumptions that an output depends on at random, as the report says "
                            "they are distributed, else from their ranges and most often near their "
                            "values, and says what the output comes to."),
                          entries, &status))
    return status;

  if (n_samples < 1 || n_samples > MAX_SAMPLES)
    {
      /* Translators: the program, and the most samples there can be. --samples stays as it is. */
      g_printerr (_("%s: --samples can be from 1 to %d"), g_get_prgname (), MAX_SAMPLES);
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (!find_method (method, &options.sampling))
    {
      /* Translators: the program, and what was typed. The names of the methods stay as they are. */
      g_printerr (_("%s: there is no method “%s”; it can be monte-carlo or sobol"), g_get_prgname (), method);
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (g_strv_length (*args) < 3 || n_threads < 0)
    {
      g_printerr (_("Usage: %s simulate [--samples NUMBER] [--seed NUMBER] [--threads NUMBER] "
                    "[--method monte-carlo|sobol] [--indices] [--json] [--language LANGUAGE] FOLDER OUTPUT [NAME=VALUE…]"), g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (!premise_cli_open ((*args)[1], wanted, &report, &self.language))
    return PREMISE_CLI_USAGE;

  self.report = report;
  self.model = premise_report_get_model (report);
  self.scenario = scenario = premise_scenario_new (self.model);

  options.n_samples = (guint64) n_samples;
  options.seed = (guint64) seed;
  options.n_threads = (guint) n_threads;

  status = prepare (&self, (const char *const *) *args + 2, json) ? run (&self, &options, indices, json)
                                                            : PREMISE_CLI_ERRORS;
  premise_inputs_free (self.inputs);

  return status;
}
