/* premise-loader-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>

/* A list below the items of a list below the items of a list: deeper ones are not understood, and
 * a narrow window has no room for them. */
#define MAX_LEVELS 3

static PremiseList *read_items (PremiseLoader    *self,
                                PremiseJsonValue  value,
                                gboolean          ordered,
                                guint             level);

/* A text, or an object with a text and the items that belong to it. */
static void
read_item (PremiseLoader    *self,
           PremiseJsonValue  value,
           PremiseList      *list,
           guint             level)
{
  static const char *const keys[] = { "text", "items", "ordered", NULL };
  PremiseJsonValue items = premise_json_get (value, "items");
  g_autoptr(PremiseText) text = NULL;
  g_autoptr(PremiseList) below = NULL;

  if (!premise_json_is_present (items) && !premise_json_is_present (premise_json_get (value, "text")))
    {
      text = premise_loader_read_text (self, value);
    }
  else
    {
      premise_json_check_keys (value, keys);
      text = premise_loader_read_text (self, premise_json_require (value, "text"));
      below = read_items (self, premise_json_require (value, "items"),
                          premise_json_get_boolean (premise_json_get (value, "ordered"), FALSE),
                          level + 1);
    }

  if (text != NULL)
    premise_list_append (list, g_steal_pointer (&text), g_steal_pointer (&below));
}

static PremiseList *
read_items (PremiseLoader    *self,
            PremiseJsonValue  value,
            gboolean          ordered,
            guint             level)
{
  PremiseList *list = premise_list_new (ordered);

  if (!premise_json_expect (value, PREMISE_JSON_ARRAY))
    return list;

  if (level > MAX_LEVELS)
    {
      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_LIMIT,
                             _("lists are shown %d levels deep; make this one a text of its own"),
                             MAX_LEVELS);
      return list;
    }

  for (PremiseJsonValue item = premise_json_first (value); premise_json_is_present (item);
       item = premise_json_next (item))
    read_item (self, item, list, level);

  return list;
}

/**
 * premise_loader_read_list:
 * @self: a loader with a model
 * @value: a list block
 *
 * Reads a list. An item is a text, or an object with a text and items of its own.
 *
 * Returns: (transfer full): the list, incomplete after a complaint
 */
PremiseList *
premise_loader_read_list (PremiseLoader    *self,
                          PremiseJsonValue  value)
{
  static const char *const keys[] = { "type", "id", "ref", "page", "source", "items", "ordered",
                                      NULL };

  premise_json_check_keys (value, keys);

  return read_items (self, premise_json_require (value, "items"),
                     premise_json_get_boolean (premise_json_get (value, "ordered"), FALSE), 1);
}
