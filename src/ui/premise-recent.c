/* premise-recent.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-recent.h"

#include "premise-paths.h"

#include <glib/gi18n.h>

#define MAX_REPORTS 8

/* By what the list of the desktop, which all programs share, knows the reports. */
#define OWNER       PREMISE_APPLICATION_ID
#define FILE_TYPE   "application/vnd.premise.report+zip"
#define FOLDER_TYPE "inode/directory"

/* Where a menu has the list. */
typedef struct
{
  guint     position;
  gboolean  shown;      /* not without a report in it */
} Place;

/* A report that was opened. */
typedef struct
{
  char *path;
  char *title;
} Opened;

static GQuark place_quark;      /* of a menu: its Place */

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_free (opened->path);
  g_free (opened->title);
  g_free (opened);
}

static int
compare_visited (gconstpointer a,
                 gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_visited (*(GtkRecentInfo **) a);
  GDateTime *second = gtk_recent_info_get_visited (*(GtkRecentInfo **) b);

  return g_date_time_compare (second, first);
}

/* Returns: (element-type GtkRecentInfo): what is still there, the last one first */
static GPtrArray *
dup_reports (void)
{
  GPtrArray *reports = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = items; l != NULL; l = l->next)
    {
      GtkRecentInfo *info = l->data;

      if (gtk_recent_info_has_application (info, OWNER) && gtk_recent_info_is_local (info) &&
          gtk_recent_info_exists (info))
        g_ptr_array_add (reports, info);
      else
        gtk_recent_info_unref (info);
    }
  g_list_free (items);

  g_ptr_array_sort (reports, compare_visited);
  if (reports->len > MAX_REPORTS)
    g_ptr_array_set_size (reports, MAX_REPORTS);

  return reports;
}

static gboolean
is_title_of_several (GPtrArray  *reports,
                     const char *title)
{
  guint n = 0;

  for (guint i = 0; i < reports->len; i++)
    n += g_str_equal (gtk_recent_info_get_display_name (g_ptr_array_index (reports, i)), title);

  return n > 1;
}

/* Two versions of a report have one title. */
static char *
dup_label (GPtrArray     *reports,
           GtkRecentInfo *info)
{
  const char *title = gtk_recent_info_get_display_name (info);
  g_autofree char *text = g_strdup (title);
  g_auto(GStrv) parts = NULL;

  if (is_title_of_several (reports, title))
    {
      g_autoptr(GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *shown = g_filename_display_name (name);

      g_free (text);
      /* Translators: the title of a report, and the name of its file or folder. */
      text = g_strdup_printf (_("%s (%s)"), title, shown);
    }

  /* One alone would mark the key of a letter. */
  parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenuModel *
dup_list (GPtrArray *reports)
{
  GMenu *list = g_menu_new ();
  g_autoptr(GMenu) opened = g_menu_new ();
  g_autoptr(GMenu) rest = g_menu_new ();

  for (guint i = 0; i < reports->len; i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (reports, i);
      g_autofree char *label = dup_label (reports, info);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-recent", "s",
                                         gtk_recent_info_get_uri (info));
      g_menu_append_item (opened, item);
    }

  g_menu_append (rest, _("_Clear List"), "app.clear-recent");
  g_menu_append_section (list, NULL, G_MENU_MODEL (opened));
  g_menu_append_section (list, NULL, G_MENU_MODEL (rest));

  return G_MENU_MODEL (list);
}

static void
fill (GMenu *section)
{
  Place *place = g_object_get_qdata (G_OBJECT (section), place_quark);
  g_autoptr(GPtrArray) reports = dup_reports ();

  if (place->shown)
    g_menu_remove (section, (int) place->position);
  place->shown = reports->len > 0;

  if (place->shown)
    {
      g_autoptr(GMenuModel) list = dup_list (reports);

      g_menu_insert_submenu (section, (int) place->position, _("Open _Recent"), list);
    }
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  g_application_open (user_data, &file, 1, "");
}

/* Only what is ours: the list has the files of other programs too. */
static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *l = items; l != NULL; l = l->next)
    {
      if (gtk_recent_info_has_application (l->data, OWNER))
        gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (l->data), NULL);
      gtk_recent_info_unref (l->data);
    }
  g_list_free (items);
}

static const GActionEntry actions[] = {
  { .name = "open-recent", .activate = open_cb, .parameter_type = "s" },
  { .name = "clear-recent", .activate = clear_cb },
};

/**
 * premise_recent_start:
 * @application: the application
 *
 * Adds the actions that the list uses.
 */
void
premise_recent_start (GtkApplication *application)
{
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
}

static gboolean
add_cb (gpointer user_data)
{
  const Opened *opened = user_data;
  g_autoptr(GFile) file = g_file_new_for_path (opened->path);
  g_autofree char *uri = g_file_get_uri (file);
  gboolean folder = g_file_test (opened->path, G_FILE_TEST_IS_DIR);
  GtkRecentData data = {
    .display_name = opened->title,
    .mime_type = (char *) (folder ? FOLDER_TYPE : FILE_TYPE),
    .app_name = (char *) OWNER,
    .app_exec = (char *) "premise %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);

  return G_SOURCE_REMOVE;
}

/**
 * premise_recent_add:
 * @path: a report that could be opened: its folder or its file
 * @title: its title
 *
 * Puts the report at the head of the list, once the window is drawn. The report that comes with
 * the program has a place of its own in the menu, and none in the list.
 */
void
premise_recent_add (const char *path,
                    const char *title)
{
  g_autofree char *shipped = NULL;
  Opened *opened;

  g_return_if_fail (path != NULL);
  g_return_if_fail (title != NULL);

  shipped = premise_paths_dup_shipped_report ();
  opened = g_new0 (Opened, 1);
  opened->path = g_canonicalize_filename (path, NULL);
  opened->title = g_strdup (title);

  if (g_strcmp0 (opened->path, shipped) == 0)
    opened_free (opened);
  else
    g_idle_add_full (G_PRIORITY_LOW, add_cb, opened, opened_free);
}

static gboolean
show_cb (gpointer user_data)
{
  GMenu *section = user_data;

  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill), section,
                           G_CONNECT_SWAPPED);
  fill (section);

  return G_SOURCE_REMOVE;
}

/**
 * premise_recent_show_in:
 * @section: a section of a menu
 * @position: how many entries are before the list
 *
 * Puts a menu of the reports that were opened last into @section, and keeps it up to date. There
 * is none while there are no such reports. The list is read once the window is drawn: it has what
 * all programs have opened.
 */
void
premise_recent_show_in (GMenu *section,
                        guint  position)
{
  Place *place;

  g_return_if_fail (G_IS_MENU (section));

  place = g_new0 (Place, 1);
  place->position = position;
  place_quark = g_quark_from_static_string ("premise-recent-place");
  g_object_set_qdata_full (G_OBJECT (section), place_quark, place, g_free);
  g_idle_add_full (G_PRIORITY_LOW, show_cb, g_object_ref (section), g_object_unref);
}
