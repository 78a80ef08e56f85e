/* premise-model-scan.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-model-builder-private.h"

#include <string.h>

/* So many formulas are worth a thread. */
#define PART_SIZE 8192

/* More threads than this wait for the memory. */
#define MAX_PARTS 8

/* A stretch of the variables, looked through by one thread. */
typedef struct
{
  PremiseModelBuilder *builder;
  guint                first;
  guint                end;
  PremiseTemplates     templates;   /* of this stretch */
  GArray              *targets;     /* (element-type guint32) */
  GThread             *thread;      /* (nullable) */
} Part;

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

/* The names are all there, and each part writes to the definitions of its own formulas only. */
static gpointer
scan_part (gpointer data)
{
  Part *part = data;
  const PremiseModel *model = part->builder->model;
  guint32 targets[PREMISE_TEMPLATE_MAX_NAMES];

  for (guint i = part->first; i < part->end; i++)
    {
      const PremiseVariable *variable = premise_model_get_variable (model, i);
      PremiseDefinition *definition = premise_model_builder_get (part->builder, i);
      const char *text;
      guint32 template;

      if (variable->kind != PREMISE_VARIABLE_FORMULA)
        continue;

      text = premise_text_get (&model->expressions, variable->expression);
      template = premise_templates_look_up (&part->templates, text);

      if (template == PREMISE_TEMPLATE_NONE
          || !find_targets (&model->names, &part->templates, premise_names_get (&model->names, i), text,
                            targets))
        continue;

      definition->template = template;
      definition->first_target = part->targets->len;

      if (part->templates.n_names > 0)
        g_array_append_vals (part->targets, targets, part->templates.n_names);
    }

  return NULL;
}

/* Takes over what a part has found, with the templates of all. */
static void
merge_part (PremiseModelBuilder *self,
            Part                *part)
{
  g_autofree guint32 *positions = g_new (guint32, part->templates.keys.n + 1);

  for (guint i = 0; i < part->templates.keys.n; i++)
    positions[i] = premise_templates_add (&self->templates,
                                          premise_names_get (&part->templates.keys, i),
                                          premise_templates_get (&part->templates, i)->n_names);

  for (guint i = part->first; i < part->end; i++)
    {
      PremiseDefinition *definition = premise_model_builder_get (self, i);

      if (definition->template == PREMISE_TEMPLATE_NONE)
        continue;

      definition->template = positions[definition->template];
      definition->first_target += self->targets->len;
    }

  if (part->targets->len > 0)
    g_array_append_vals (self->targets, part->targets->data, part->targets->len);
}

/**
 * premise_model_builder_scan:
 * @self: a builder to which all variables have been added
 *
 * Finds out, for each formula, which template it has and what its names stand for. Formulas with
 * names that nobody knows have none. Large models are looked through on all processors.
 */
void
premise_model_builder_scan (PremiseModelBuilder *self)
{
  guint n = self->definitions->len;
  guint n_parts = CLAMP (n / PART_SIZE, 1, MIN (MAX_PARTS, g_get_num_processors ()));
  Part parts[MAX_PARTS];

  for (guint i = 0; i < n_parts; i++)
    {
      parts[i] = (Part) {
        .builder = self,
        .first = (guint) ((guint64) n * i / n_parts),
        .end = (guint) ((guint64) n * (i + 1) / n_parts),
      };
      premise_templates_init (&parts[i].templates);
      parts[i].targets = g_array_new (FALSE, FALSE, sizeof (guint32));
    }

  for (guint i = 1; i < n_parts; i++)
    parts[i].thread = g_thread_try_new ("premise-scan", scan_part, &parts[i], NULL);

  for (guint i = 0; i < n_parts; i++)
    {
      if (parts[i].thread != NULL)
        g_thread_join (parts[i].thread);
      else
        scan_part (&parts[i]);

      merge_part (self, &parts[i]);
      premise_templates_clear (&parts[i].templates);
      g_array_unref (parts[i].targets);
    }
}
