/* premise-loader-section.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>

#define MAX_PAGE 100000

static void
read_metric (PremiseLoader    *self,
             PremiseJsonValue  value,
             GArray           *metrics)
{
  static const char *const keys[] = { "value", "label", "format", NULL };
  PremiseMetric metric = { 0 };

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);
  if (!premise_loader_find_cell (self, premise_json_require (value, "value"), &metric.variable,
                                 &metric.cell))
    return;

  metric.format = g_array_index (self->report->infos, PremiseVariableInfo, metric.variable).format;
  premise_loader_read_format (premise_json_get (value, "format"), &metric.format);
  metric.label = premise_loader_require_text (self, value, "label",
                                              premise_model_get_id (self->report->model,
                                                                    metric.variable));
  g_array_append_val (metrics, metric);
}

/**
 * premise_loader_read_metrics:
 * @self: a loader with a model
 * @value: a list of headline numbers, or an absent value
 * @metrics: (element-type PremiseMetric): those that could be read are appended
 *
 * Reads headline numbers.
 */
void
premise_loader_read_metrics (PremiseLoader    *self,
                             PremiseJsonValue  value,
                             GArray           *metrics)
{
  if (!premise_json_expect (value, PREMISE_JSON_ARRAY))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    read_metric (self, entry, metrics);
}

static void
read_pages (PremiseJsonValue  value,
            GArray           *pages)
{
  if (!premise_json_expect (value, PREMISE_JSON_ARRAY))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      guint page;

      if (premise_json_get_uint (entry, MAX_PAGE, &page))
        g_array_append_val (pages, page);
    }
}

static void
read_blocks (PremiseLoader    *self,
             PremiseJsonValue  value,
             PremiseSection   *section)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = premise_loader_count (value, PREMISE_LOADER_MAX_BLOCKS);

  for (PremiseJsonValue entry = premise_json_first (value); n-- > 0;
       entry = premise_json_next (entry))
    {
      guint n_diagnostics = self->diagnostics->len;
      PremiseBlock *block = premise_loader_read_block (self, entry);

      if (block->id != NULL && !g_hash_table_add (ids, g_strdup (block->id)))
        {
          premise_json_complain (premise_json_get (entry, "id"), PREMISE_SEVERITY_ERROR,
                                 PREMISE_DIAGNOSTIC_DUPLICATE,
                                 _("the section has a block “%s” already"), block->id);
          if (block->exhibit != 0)
            self->n_exhibits--;
          premise_block_free (block);
          block = premise_loader_error_block (self, n_diagnostics);
        }

      g_ptr_array_add (section->blocks, block);
    }
}

/* A block that could not be read is known by its id too, so that its mistake is said once. */
static gboolean
find_block (PremiseJsonValue  blocks,
            const char       *id,
            GPtrArray        *ids,
            guint            *position)
{
  guint i = 0;

  g_ptr_array_set_size (ids, 0);
  for (PremiseJsonValue block = premise_json_first (blocks); premise_json_is_present (block);
       block = premise_json_next (block), i++)
    {
      PremiseJsonValue own = premise_json_get (block, "id");

      if (!premise_json_is (own, PREMISE_JSON_STRING))
        continue;

      if (g_str_equal (premise_json_get_string (own), id))
        {
          *position = i;
          return TRUE;
        }
      g_ptr_array_add (ids, (gpointer) premise_json_get_string (own));
    }

  return FALSE;
}

static void
read_slide_entry (PremiseJsonValue  entry,
                  PremiseJsonValue  blocks,
                  GArray           *slide)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *message = NULL;
  const char *id = premise_json_get_id (entry);
  guint position;

  if (id == NULL)
    return;

  if (!find_block (blocks, id, ids, &position))
    {
      message = g_strdup_printf (_("the section has no block “%s”"), id);
      premise_json_complain_name (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE,
                                  message, id, (const char *const *) ids->pdata, ids->len);
      return;
    }

  for (guint i = 0; i < slide->len; i++)
    {
      if (g_array_index (slide, guint, i) == position)
        {
          premise_json_complain (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                                 _("the slide shows “%s” already"), id);
          return;
        }
    }

  g_array_append_val (slide, position);
}

static void
read_slide (PremiseJsonValue  value,
            PremiseJsonValue  blocks,
            GArray           *slide)
{
  guint n;

  if (!premise_json_expect (value, PREMISE_JSON_ARRAY) ||
      !premise_json_is (blocks, PREMISE_JSON_ARRAY))
    return;

  n = premise_loader_count (value, PREMISE_LOADER_MAX_ON_SLIDE);
  for (PremiseJsonValue entry = premise_json_first (value); n-- > 0;
       entry = premise_json_next (entry))
    read_slide_entry (entry, blocks, slide);
}

static void
read_section (PremiseLoader    *self,
              PremiseJsonValue  root,
              const char       *id,
              PremiseSection   *section)
{
  static const char *const keys[] = { "id", "number", "pages", "ref", "title", "key_message",
                                      "headline", "notes", "blocks", "slide", NULL };
  PremiseJsonValue own = premise_json_require (root, "id");
  PremiseJsonValue blocks = premise_json_require (root, "blocks");
  const char *own_id = premise_json_get_id (own);
  const char *number;

  premise_json_check_keys (root, keys);

  if (own_id != NULL && !g_str_equal (own_id, id))
    premise_json_complain (own, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("the id is “%s” and the file is named “%s.json”; they must agree"),
                           own_id, id);

  number = premise_json_get_string (premise_json_require (root, "number"));
  g_set_str (&section->number, number != NULL ? number : "");
  read_pages (premise_json_get (root, "pages"), section->pages);
  section->refs = premise_loader_read_refs (premise_json_get (root, "ref"));
  section->title = premise_loader_require_text (self, root, "title", id);
  section->key_message = premise_loader_require_text (self, root, "key_message", id);
  section->notes = premise_loader_read_text (self, premise_json_get (root, "notes"));
  premise_loader_read_metrics (self, premise_json_get (root, "headline"), section->headline);

  if (premise_json_expect (blocks, PREMISE_JSON_ARRAY))
    read_blocks (self, blocks, section);
  read_slide (premise_json_get (root, "slide"), blocks, section->slide);
}

/**
 * premise_loader_load_section:
 * @self: a loader with a model
 * @asked_by: the entry of report.json that names the section
 * @chapter: id of its chapter
 * @id: id of the section
 *
 * Reads the file of a section. When it cannot be used, the section holds one error block.
 *
 * Returns: (transfer full): the section
 */
PremiseSection *
premise_loader_load_section (PremiseLoader    *self,
                             PremiseJsonValue  asked_by,
                             const char       *chapter,
                             const char       *id)
{
  g_autofree char *path = g_strdup_printf ("chapters/%s/%s.json", chapter, id);
  PremiseSection *section = premise_section_new ();
  guint n_diagnostics = self->diagnostics->len;
  PremiseJsonFile *file;

  section->id = g_strdup (id);
  section->number = g_strdup ("");
  file = premise_loader_load_file (self, path, asked_by);

  if (file != NULL && premise_json_expect (premise_json_file_get_root (file), PREMISE_JSON_OBJECT))
    {
      read_section (self, premise_json_file_get_root (file), id, section);
      return section;
    }

  premise_loader_add_unread (self, path);
  section->title = premise_loader_require_text (self, PREMISE_JSON_ABSENT, "title", id);
  section->key_message = premise_loader_require_text (self, PREMISE_JSON_ABSENT, "key_message", id);
  g_ptr_array_add (section->blocks, premise_loader_error_block (self, n_diagnostics));

  return section;
}
