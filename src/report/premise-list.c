/* premise-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-list.h"

static void
item_clear (gpointer data)
{
  PremiseListItem *item = data;

  g_clear_pointer (&item->text, premise_text_unref);
  g_clear_pointer (&item->list, premise_list_free);
}

/**
 * premise_list_new:
 * @ordered: whether the items are numbered
 *
 * Returns: (transfer full): a list without items
 */
PremiseList *
premise_list_new (gboolean ordered)
{
  PremiseList *self = g_new0 (PremiseList, 1);

  self->ordered = ordered;
  self->items = g_array_new (FALSE, TRUE, sizeof (PremiseListItem));
  g_array_set_clear_func (self->items, item_clear);

  return self;
}

/**
 * premise_list_free:
 * @self: (transfer full): a list
 *
 * Frees it and the lists in it.
 */
void
premise_list_free (PremiseList *self)
{
  g_array_unref (self->items);
  g_free (self);
}

/**
 * premise_list_append:
 * @self: a list
 * @text: (transfer full): what the item says
 * @list: (transfer full) (nullable): what belongs to the item
 *
 * Adds an item at the end.
 */
void
premise_list_append (PremiseList *self,
                     PremiseText *text,
                     PremiseList *list)
{
  PremiseListItem item = { text, list };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  g_array_append_val (self->items, item);
}

/**
 * premise_list_foreach_text:
 * @self: a list
 * @func: (scope call): called for each text
 * @user_data: data for @func
 *
 * Visits what is read in the list and the lists in it, in order.
 */
void
premise_list_foreach_text (const PremiseList *self,
                           PremiseListFunc    func,
                           gpointer           user_data)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const PremiseListItem *item = &g_array_index (self->items, PremiseListItem, i);

      func (item->text, user_data);
      if (item->list != NULL)
        premise_list_foreach_text (item->list, func, user_data);
    }
}
