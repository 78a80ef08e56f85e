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
  PremisePositions targets;
  PremisePositions edges;       /* the targets of each formula, ascending */
} Part;

typedef struct
{
  PremiseModelBuilder *builder;
  Part                 parts[PREMISE_PARALLEL_MAX];
} Scan;

/* Finds what the names of a formula stand for: first among those with the prefix of its own id,
 * which is seldom there, then as they stand. Returns: whether all are known
 */
static gboolean
find_targets (const PremiseTemplates *templates,
              const char             *id,
              const char             *text,
              guint32                *targets)
{
  const PremiseNames *names = templates->names;
  const char *dot = strrchr (id, '.');
  gsize n_prefix = dot != NULL ? (gsize) (dot - id) + 1 : 0;

  for (guint i = 0; i < templates->n_spans; i++)
    {
      const PremiseSpan *span = &templates->spans[i];
      const char *name = text + span->offset;

      targets[i] = PREMISE_NAMES_NONE;

      if (n_prefix > 0)
        targets[i] = premise_names_find_prefixed (names, id, n_prefix, name, span->length);

      if (targets[i] == PREMISE_NAMES_NONE)
        targets[i] = premise_names_finish (names, span->start, name, span->length);

      if (targets[i] == PREMISE_NAMES_NONE)
        return FALSE;
    }

  return TRUE;
}

/* Copies positions, each once, ascending: there are few. Returns: how many there are */
static guint
sort_unique (const guint32 *positions,
             guint          n,
             guint32       *sorted)
{
  guint n_sorted = 0;

  for (guint i = 0; i < n; i++)
    {
      guint place = n_sorted;

      while (place > 0 && sorted[place - 1] > positions[i])
        place--;

      if (place > 0 && sorted[place - 1] == positions[i])
        continue;

      for (guint j = n_sorted; j > place; j--)
        sorted[j] = sorted[j - 1];

      sorted[place] = positions[i];
      n_sorted++;
    }

  return n_sorted;
}

static void
note_formula (Part              *part,
              PremiseDefinition *definition,
              guint32            template,
              const guint32     *targets)
{
  guint32 edges[PREMISE_TEMPLATE_MAX_NAMES];
  guint n = part->templates.n_spans;

  definition->template = template;
  definition->first_target = part->targets.n;
  definition->n_edges = (guint8) sort_unique (targets, n, edges);

  premise_positions_add (&part->targets, targets, n);
  premise_positions_add (&part->edges, edges, definition->n_edges);
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
          && find_targets (&part->templates, premise_names_get (&model->names, i), text, targets))
        note_formula (part, premise_model_builder_get (scan->builder, i), template, targets);
    }
}

/* The first part becomes what is found in all. */
static void
take_part (PremiseModelBuilder *self,
           const Part          *part)
{
  premise_templates_clear (&self->templates);
  self->templates = part->templates;
  self->targets = part->targets;
  self->edges = part->edges;
}

/* Adds what a further part has found, with the templates of all. */
static void
merge_part (PremiseModelBuilder *self,
            Part                *part,
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
      definition->first_target += self->targets.n;
    }

  premise_positions_add (&self->targets, part->targets.items, part->targets.n);
  premise_positions_add (&self->edges, part->edges.items, part->edges.n);
  premise_templates_clear (&part->templates);
  premise_positions_clear (&part->targets);
  premise_positions_clear (&part->edges);
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
    premise_templates_init (&scan.parts[i].templates, &self->model->names);

  premise_parallel_run (n, scan_part, &scan);

  take_part (self, &scan.parts[0]);

  for (guint i = 1; i < n_parts; i++)
    merge_part (self, &scan.parts[i], (guint) ((guint64) n * i / n_parts),
                (guint) ((guint64) n * (i + 1) / n_parts));
}
