/* premise-model-scan.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-checker-private.h"
#include "premise-model-builder-private.h"
#include "premise-parallel-private.h"

#include <string.h>

/* What was found in a part of the variables. */
typedef struct
{
  PremiseTemplates templates;   /* of this part */
  GArray          *targets;     /* (element-type guint32) */
  GArray          *edges;       /* (element-type guint32): the targets of each formula, ascending */
} Part;

typedef struct
{
  PremiseModelBuilder *builder;
  Part                 parts[PREMISE_PARALLEL_MAX];
} Scan;

/* Finds what the names of a formula stand for: first among those with the prefix of its own id,
 * which is seldom there, then as they stand. All are looked for before the first is wanted, so
 * that they are on their way from memory together. Returns: whether all are known
 */
static gboolean
find_targets (const PremiseNames     *names,
              const PremiseTemplates *templates,
              const char             *id,
              const char             *text,
              guint32                *targets)
{
  const char *dot = strrchr (id, '.');
  gsize n_prefix = dot != NULL ? (gsize) (dot - id) + 1 : 0;
  const PremiseSpan *spans = templates->names;
  guint starts[PREMISE_TEMPLATE_MAX_NAMES];

  for (guint i = 0; i < templates->n_names; i++)
    starts[i] = premise_names_start (names, text + spans[i].offset, spans[i].length);

  for (guint i = 0; i < templates->n_names; i++)
    premise_names_approach (names, starts[i]);

  for (guint i = 0; i < templates->n_names; i++)
    {
      const char *name = text + spans[i].offset;

      targets[i] = premise_names_find_prefixed (names, id, n_prefix, name, spans[i].length);

      if (targets[i] == PREMISE_NAMES_NONE)
        targets[i] = premise_names_finish (names, starts[i], name, spans[i].length);

      if (targets[i] == PREMISE_NAMES_NONE)
        return FALSE;
    }

  return TRUE;
}

static void
note_formula (Part              *part,
              PremiseDefinition *definition,
              guint32            template,
              const guint32     *targets)
{
  guint n = part->templates.n_names;
  guint first_edge = part->edges->len;

  definition->template = template;
  definition->first_target = part->targets->len;

  if (n == 0)
    return;

  g_array_append_vals (part->targets, targets, n);
  g_array_append_vals (part->edges, targets, n);
  premise_positions_make_unique (part->edges, first_edge);
  definition->n_edges = (guint8) (part->edges->len - first_edge);
}

/* The names are all there, and each part writes to the definitions of its own formulas only. */
static void
scan_part (gpointer user_data,
           guint    position,
           guint    first,
           guint    end)
{
  Scan *scan = user_data;
  Part *part = &scan->parts[position];
  const PremiseModel *model = scan->builder->model;
  guint32 targets[PREMISE_TEMPLATE_MAX_NAMES];

  for (guint i = first; i < end; i++)
    {
      const PremiseVariable *variable = premise_model_get_variable (model, i);
      const char *text;
      guint32 template;

      if (variable->kind != PREMISE_VARIABLE_FORMULA)
        continue;

      text = premise_text_get (&model->expressions, variable->expression);
      template = premise_templates_look_up (&part->templates, text);

      if (template != PREMISE_TEMPLATE_NONE
          && find_targets (&model->names, &part->templates, premise_names_get (&model->names, i), text,
                           targets))
        note_formula (part, premise_model_builder_get (scan->builder, i), template, targets);
    }
}

static void
append_all (GArray *array,
            GArray *part)
{
  if (part->len > 0)
    g_array_append_vals (array, part->data, part->len);
}

/* Takes over what a part has found, with the templates of all. */
static void
merge_part (PremiseModelBuilder *self,
            const Part          *part,
            guint                first,
            guint                end)
{
  g_autofree guint32 *positions = g_new (guint32, part->templates.keys.n + 1);

  for (guint i = 0; i < part->templates.keys.n; i++)
    positions[i] = premise_templates_add (&self->templates,
                                          premise_names_get (&part->templates.keys, i),
                                          g_array_index (part->templates.templates, PremiseTemplate, i).n_names);

  for (guint i = first; i < end; i++)
    {
      PremiseDefinition *definition = premise_model_builder_get (self, i);

      if (premise_model_get_variable (self->model, i)->kind != PREMISE_VARIABLE_FORMULA
          || definition->template == PREMISE_TEMPLATE_NONE)
        continue;

      definition->template = positions[definition->template];
      definition->first_target += self->targets->len;
    }

  append_all (self->targets, part->targets);
  append_all (self->edges, part->edges);
}

/**
 * premise_model_builder_scan:
 * @self: a builder to which all variables have been added
 *
 * Finds out, for each formula, which template it has, and what its names stand for. Formulas with
 * names that nobody knows have none. Large models are looked through on all processors.
 */
void
premise_model_builder_scan (PremiseModelBuilder *self)
{
  guint n = self->definitions->len;
  guint n_parts = premise_parallel_count (n);
  Scan scan = { .builder = self };

  for (guint i = 0; i < n_parts; i++)
    {
      premise_templates_init (&scan.parts[i].templates);
      scan.parts[i].targets = g_array_new (FALSE, FALSE, sizeof (guint32));
      scan.parts[i].edges = g_array_new (FALSE, FALSE, sizeof (guint32));
    }

  premise_parallel_run (n, scan_part, &scan);

  for (guint i = 0; i < n_parts; i++)
    {
      merge_part (self, &scan.parts[i], (guint) ((guint64) n * i / n_parts),
                  (guint) ((guint64) n * (i + 1) / n_parts));
      premise_templates_clear (&scan.parts[i].templates);
      g_array_unref (scan.parts[i].targets);
      g_array_unref (scan.parts[i].edges);
    }
}
