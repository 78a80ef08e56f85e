/* premise-lint-usage.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-lint-private.h"

#include <glib/gi18n-lib.h>

static void
add_text (PremiseText *text,
          GArray      *variables)
{
  if (text != NULL)
    premise_text_add_variables (text, variables);
}

static void
add_section (const PremiseSection *section,
             GArray               *variables)
{
  add_text (section->title, variables);
  add_text (section->key_message, variables);
  add_text (section->notes, variables);

  for (guint i = 0; i < section->headline->len; i++)
    g_array_append_val (variables, g_array_index (section->headline, PremiseMetric, i).variable);

  for (guint i = 0; i < section->blocks->len; i++)
    premise_block_add_variables (g_ptr_array_index (section->blocks, i), variables);
}

/* What a reader sees: in the sections, in texts about the model, and, where a source prints
 * the number, in the audit. */
static GArray *
dup_shown (PremiseLint *self)
{
  GArray *variables = g_array_new (FALSE, FALSE, sizeof (guint));

  add_text (self->report->title, variables);
  add_text (self->report->disclaimer, variables);

  for (guint i = 0; i < self->report->chapters->len; i++)
    add_text (((PremiseChapter *) g_ptr_array_index (self->report->chapters, i))->title, variables);
  for (guint i = 0; i < self->report->sections->len; i++)
    add_section (g_ptr_array_index (self->report->sections, i), variables);

  for (guint i = 0; i < self->report->infos->len; i++)
    {
      const PremiseVariableInfo *info = premise_report_get_info (self->report, i);

      add_text (info->note, variables);
      add_text (info->rationale, variables);
      if (info->printed != NULL)
        g_array_append_val (variables, i);
    }

  return variables;
}

/* Marks what is shown and, from there, everything that it is calculated from. */
static gboolean *
dup_used (PremiseLint *self)
{
  g_autoptr(GArray) open = dup_shown (self);
  gboolean *used = g_new0 (gboolean, premise_model_get_n_variables (self->model) + 1);

  while (open->len > 0)
    {
      guint variable = g_array_index (open, guint, open->len - 1);
      g_autoptr(GArray) precedents = NULL;

      g_array_set_size (open, open->len - 1);
      if (used[variable])
        continue;

      used[variable] = TRUE;
      precedents = premise_model_dup_precedents (self->model, variable);
      g_array_append_vals (open, precedents->data, precedents->len);
    }

  return used;
}

static void
check_variables (PremiseLint *self)
{
  g_autofree gboolean *used = dup_used (self);

  for (guint i = 0; i < self->loader->variables->len; i++)
    {
      const PremiseLoaderVariable *variable = g_ptr_array_index (self->loader->variables, i);

      if (!used[premise_model_find (self->model, variable->id)])
        premise_lint_complain (premise_json_get (variable->json, "id"),
                               PREMISE_RULE_UNUSED_VARIABLE,
                               _("“%s” is not shown, nor used by anything that is"), variable->id);
    }
}

static void
check_indexes (PremiseLint *self)
{
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < premise_model_get_n_variables (self->model); i++)
    {
      for (guint j = 0; j < premise_model_get_n_dims (self->model, i); j++)
        g_hash_table_add (used, GUINT_TO_POINTER (premise_model_get_dim (self->model, i, j)));
    }

  for (guint i = 0; i < self->loader->indexes->len; i++)
    {
      const PremiseLoaderIndex *index = g_ptr_array_index (self->loader->indexes, i);
      guint position = premise_model_find_index (self->model, index->id);

      if (!g_hash_table_contains (used, GUINT_TO_POINTER (position)))
        premise_lint_complain (premise_json_get (index->json, "id"), PREMISE_RULE_UNUSED_INDEX,
                               _("no variable has values per member of “%s”"), index->id);
    }
}

static PremiseJsonValue
find_sources (PremiseLint *self)
{
  for (guint i = 0; i < self->loader->files->len; i++)
    {
      PremiseJsonFile *file = g_ptr_array_index (self->loader->files, i);

      if (g_str_equal (premise_json_file_get_path (file), "sources.json"))
        return premise_json_get (premise_json_file_get_root (file), "sources");
    }

  return PREMISE_JSON_ABSENT;
}

static void
check_sources (PremiseLint *self)
{
  PremiseJsonValue sources = find_sources (self);

  for (PremiseJsonValue entry = premise_json_first (sources); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      PremiseJsonValue id = premise_json_get (entry, "id");

      if (!g_hash_table_contains (self->cited, premise_json_get_string (id)))
        premise_lint_complain (id, PREMISE_RULE_UNUSED_SOURCE,
                               _("the source “%s” is named nowhere"), premise_json_get_string (id));
    }
}

/**
 * premise_lint_usage:
 * @self: a linter that has seen all texts
 *
 * Looks for what nothing uses.
 */
void
premise_lint_usage (PremiseLint *self)
{
  check_variables (self);
  check_indexes (self);
  check_sources (self);
}
