/* premise-loader-block.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>

static void
read_text (PremiseLoader    *self,
           PremiseJsonValue  value,
           PremiseBlock     *block)
{
  static const char *const keys[] = { "type", "id", "ref", "page", "source", "text", NULL };

  premise_json_check_keys (value, keys);
  block->text = premise_loader_read_text (self, premise_json_require (value, "text"));
}

static void
read_list (PremiseLoader    *self,
           PremiseJsonValue  value,
           PremiseBlock     *block)
{
  block->list = premise_loader_read_list (self, value);
}

static void
read_quote (PremiseLoader    *self,
            PremiseJsonValue  value,
            PremiseBlock     *block)
{
  static const char *const keys[] = { "type", "id", "ref", "page", "source", "text", "by", NULL };

  premise_json_check_keys (value, keys);
  block->text = premise_loader_read_text (self, premise_json_require (value, "text"));
  block->by = premise_loader_read_text (self, premise_json_get (value, "by"));
}

static void
read_callout (PremiseLoader    *self,
              PremiseJsonValue  value,
              PremiseBlock     *block)
{
  static const char *const keys[] = { "type", "id", "ref", "page", "source", "kind", "title", "text",
                                      NULL };
  /* In the order of PremiseCalloutKind. */
  static const char *const kinds[] = { "note", "warning", "correction", NULL };
  guint kind = PREMISE_CALLOUT_NOTE;

  premise_json_check_keys (value, keys);
  premise_json_get_choice (premise_json_require (value, "kind"), kinds, &kind);
  block->callout = kind;
  block->title = premise_loader_read_text (self, premise_json_get (value, "title"));
  block->text = premise_loader_read_text (self, premise_json_require (value, "text"));
}

static void
read_metrics (PremiseLoader    *self,
              PremiseJsonValue  value,
              PremiseBlock     *block)
{
  static const char *const keys[] = { "type", "id", "ref", "page", "source", "items", NULL };

  premise_json_check_keys (value, keys);
  block->metrics = premise_metrics_new ();
  premise_loader_read_metrics (self, premise_json_require (value, "items"), block->metrics);
}

static void
read_assumptions (PremiseLoader    *self,
                  PremiseJsonValue  value,
                  PremiseBlock     *block)
{
  static const char *const keys[] = { "type", "id", "ref", "page", "source", "title", "variables",
                                      NULL };

  premise_json_check_keys (value, keys);
  block->title = premise_loader_read_text (self, premise_json_get (value, "title"));
  block->variables = premise_loader_read_assumptions (self, premise_json_require (value, "variables"));
}

static void
read_table (PremiseLoader    *self,
            PremiseJsonValue  value,
            PremiseBlock     *block)
{
  block->title = premise_loader_read_text (self, premise_json_get (value, "title"));
  block->table = premise_loader_read_table (self, value);

  if (block->title != NULL)
    block->table->title = premise_text_ref (block->title);
}

static void
read_figure (PremiseLoader    *self,
             PremiseJsonValue  value,
             PremiseBlock     *block)
{
  block->title = premise_loader_read_text (self, premise_json_require (value, "title"));
  block->figure = premise_loader_read_figure (self, value);

  premise_json_require (value, "id");
  block->figure->id = g_strdup (block->id);
}

static void
read_diagram (PremiseLoader    *self,
              PremiseJsonValue  value,
              PremiseBlock     *block)
{
  premise_json_require (value, "id");
  block->title = premise_loader_read_text (self, premise_json_require (value, "title"));
  block->diagram = premise_loader_read_diagram (self, value);
}

static void
read_steps (PremiseLoader    *self,
            PremiseJsonValue  value,
            PremiseBlock     *block)
{
  block->title = premise_loader_read_text (self, premise_json_get (value, "title"));
  block->steps = premise_loader_read_steps (self, value);
}

static void
read_comparison (PremiseLoader    *self,
                 PremiseJsonValue  value,
                 PremiseBlock     *block)
{
  block->title = premise_loader_read_text (self, premise_json_get (value, "title"));
  block->comparison = premise_loader_read_comparison (self, value);
}

typedef void (*ReadBlock) (PremiseLoader    *self,
                           PremiseJsonValue  value,
                           PremiseBlock     *block);

/* In the order of PremiseBlockType. */
static const char *const types[] = {
  "text", "list", "table", "figure", "assumptions", "metrics", "callout", "quote",
  "diagram", "steps", "comparison", NULL
};

static const ReadBlock readers[] = {
  read_text, read_list, read_table, read_figure, read_assumptions, read_metrics, read_callout,
  read_quote, read_diagram, read_steps, read_comparison,
};

G_STATIC_ASSERT (G_N_ELEMENTS (readers) == PREMISE_BLOCK_ERROR);
G_STATIC_ASSERT (G_N_ELEMENTS (types) == PREMISE_BLOCK_ERROR + 1);

/* A table whose model is lost says so once, not for each of its columns. */
static gboolean
is_said (PremiseLoader           *self,
         const PremiseBlock      *block,
         const PremiseDiagnostic *diagnostic)
{
  if (!g_hash_table_contains (self->consequences, diagnostic))
    return FALSE;

  for (guint i = 0; i < block->diagnostics->len; i++)
    {
      const PremiseDiagnostic *earlier = g_ptr_array_index (block->diagnostics, i);

      if (g_str_equal (earlier->message, diagnostic->message))
        return TRUE;
    }

  return FALSE;
}

/**
 * premise_loader_error_block:
 * @self: a loader
 * @first_diagnostic: where in the loader's list its complaints begin
 *
 * Returns: (transfer full): a block that shows the complaints from there on
 */
PremiseBlock *
premise_loader_error_block (PremiseLoader *self,
                            guint          first_diagnostic)
{
  PremiseBlock *block = premise_block_new ();

  block->type = PREMISE_BLOCK_ERROR;
  block->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);

  for (guint i = first_diagnostic; i < self->diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (self->diagnostics, i);

      if (!is_said (self, block, diagnostic))
        g_ptr_array_add (block->diagnostics, premise_diagnostic_copy (diagnostic));
    }

  return block;
}

/**
 * premise_loader_read_block:
 * @self: a loader with a model
 * @value: a block
 *
 * Returns: (transfer full): the block, or an error block when anything in it is wrong
 */
PremiseBlock *
premise_loader_read_block (PremiseLoader    *self,
                           PremiseJsonValue  value)
{
  g_autoptr(PremiseBlock) block = premise_block_new ();
  guint n_errors = premise_json_file_get_n_errors (value.file);
  guint n_diagnostics = self->diagnostics->len;
  guint type = PREMISE_BLOCK_ERROR;

  if (premise_json_expect (value, PREMISE_JSON_OBJECT) &&
      premise_json_get_choice (premise_json_require (value, "type"), types, &type))
    {
      block->type = type;
      block->id = g_strdup (premise_json_get_id (premise_json_get (value, "id")));
      block->refs = premise_loader_read_refs (premise_json_get (value, "ref"));
      block->page = premise_loader_read_page (premise_json_get (value, "page"));
      block->source = premise_loader_read_source (self, premise_json_get (value, "source"));
      readers[type] (self, value, block);
    }

  if (premise_json_file_get_n_errors (value.file) > n_errors)
    return premise_loader_error_block (self, n_diagnostics);

  if (type == PREMISE_BLOCK_FIGURE || type == PREMISE_BLOCK_DIAGRAM ||
      (type == PREMISE_BLOCK_TABLE && block->title != NULL))
    block->exhibit = ++self->n_exhibits;

  return g_steal_pointer (&block);
}
