/* test-clipping.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-application.h"
#include "premise-assumption-group.h"
#include "premise-plain-label.h"
#include "premise-toast.h"
#include "premise-window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* Whether all text has its place, and its order: with the interface in a language whose words are almost half as long
 * again (po/pseudo.py), at the size of a phone and of a desktop, with text of twice the size, and from right to left. */

#define DPI_ONE 98304
#define QUIET_FRAMES 12

typedef struct
{
  const char *name;
  int         width;
  int         height;
  int         scale;        /* of text */
  gboolean    right_to_left;
  gboolean    plain;        /* words of the usual length: both at once is more than anybody has */
  const char *font;         /* (nullable): of the desktop, where it is not the usual one */
} Setting;

static const Setting settings[] = {
  { "desktop", 1280, 800, 1, FALSE },
  { "phone", 360, 720, 1, FALSE },
  { "large-text", 1280, 800, 2, FALSE },
  { "phone-large-text", 360, 720, 2, FALSE, TRUE },
  { "right-to-left", 1280, 800, 1, TRUE },
  { "wide-letters", 1000, 700, 1, FALSE, TRUE, "DejaVu Sans 11" },
};

typedef struct
{
  const char *place;
  guint       n_labels;
  guint       n_faults;
} Look;

/* What stands for more than there is room for can be had whole, by pointing at it. */
static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;

  return FALSE;
}

/* The title of a page stands there whole too, what is chosen in a row in its list, and the title of a dialog in the
 * menu that it was chosen from. */
static gboolean
is_elsewhere (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, ADW_TYPE_WINDOW_TITLE) != NULL ||
         (gtk_widget_get_ancestor (label, ADW_TYPE_HEADER_BAR) != NULL && gtk_widget_has_css_class (label, "title")) ||
         gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW) != NULL;
}

static gboolean
is_cut_off (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  if (pango_layout_is_ellipsized (layout))
    return !has_tooltip (GTK_WIDGET (label)) && !is_elsewhere (GTK_WIDGET (label));

  pango_layout_get_pixel_size (layout, &width, &height);

  return width > gtk_widget_get_width (GTK_WIDGET (label)) + 1 ||
         height > gtk_widget_get_height (GTK_WIDGET (label)) + 1;
}

/* A card or a button that is lower than what is on it. */
static gboolean
is_over_edge (GtkWidget *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  graphene_rect_t bounds;

  return button != NULL && gtk_widget_compute_bounds (label, button, &bounds) &&
         bounds.origin.y + bounds.size.height > gtk_widget_get_height (button) + 1;
}

/* What a scrolled window hides can be scrolled to; what stands out of the window cannot. */
static gboolean
is_outside (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL ||
      !gtk_widget_compute_bounds (widget, root, &bounds))
    return FALSE;

  return bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (root) + 1;
}

/* The name of an assumption has most of its line, whatever is said beside it. */
static gboolean
is_squeezed (GtkLabel *label)
{
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (label), PREMISE_TYPE_ASSUMPTION_GROUP);

  return group != NULL && gtk_widget_has_css_class (GTK_WIDGET (label), "heading") &&
         pango_layout_get_line_count (gtk_label_get_layout (label)) > 1 &&
         gtk_widget_get_width (GTK_WIDGET (label)) * 3 < gtk_widget_get_width (group) * 2;
}

/* A number without a letter runs the way its label does: from right to left −5 would read 5−. */
static gboolean
turns_sign (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);

  return gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL &&
         g_regex_match_simple ("^[^\\p{L}\u200e]*[−+-]\\d[^\\p{L}]*$", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static void
look_at (GtkWidget *widget,
         Look      *look)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      look->n_labels++;
      if (is_cut_off (GTK_LABEL (widget)) || is_outside (widget))
        {
          look->n_faults++;
          /* What a process inside a test tells as messages is not heard. */
          g_printerr ("%s: “%s” is cut off\n", look->place, gtk_label_get_text (GTK_LABEL (widget)));
        }
      if (is_over_edge (widget))
        {
          look->n_faults++;
          g_printerr ("%s: “%s” goes over the edge\n", look->place, gtk_label_get_text (GTK_LABEL (widget)));
        }
      if (is_squeezed (GTK_LABEL (widget)))
        {
          look->n_faults++;
          g_printerr ("%s: “%s” has too little room\n", look->place, gtk_label_get_text (GTK_LABEL (widget)));
        }
      if (turns_sign (GTK_LABEL (widget)))
        {
          look->n_faults++;
          g_printerr ("%s: “%s” has its sign on the other side\n", look->place,
                      gtk_label_get_text (GTK_LABEL (widget)));
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (child, look);
}

static gboolean
count_frame (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  (*(guint *) user_data)++;

  return G_SOURCE_CONTINUE;
}

/* Some frames: what is added gradually is there, and has its size. */
static void
settle (GtkWidget *window)
{
  guint n = 0;
  guint id = gtk_widget_add_tick_callback (window, count_frame, &n, NULL);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (n < QUIET_FRAMES && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, >=, QUIET_FRAMES);
  gtk_widget_remove_tick_callback (window, id);
}

/* Every kind of block once. */
static gboolean
adds_kinds (const PremiseSection *section,
            GHashTable           *kinds)
{
  gboolean added = FALSE;

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const PremiseBlock *block = g_ptr_array_index (section->blocks, i);

      added |= g_hash_table_add (kinds, g_strdup_printf ("%d %s", block->type,
                                                         block->figure != NULL ? block->figure->mark : ""));
    }

  return added;
}

static void
look_at_dialogs (GtkWidget *window,
                 Look      *look)
{
  static const char *const actions[] = {
    "app.preferences", "app.shortcuts", "app.about", "app.welcome", "win.show-audit", "reading.go-to",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      AdwDialog *dialog;

      look->place = actions[i];
      g_assert_true (gtk_widget_activate_action (window, actions[i], NULL));
      settle (window);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      g_assert_nonnull (dialog);
      look_at (GTK_WIDGET (dialog), look);
      adw_dialog_force_close (dialog);
      settle (window);
    }
}

/* The longest. */
static void
look_at_toast (GtkWidget *window,
               Look      *look)
{
  g_autofree char *words = g_strdup_printf (_("The bookmarks and changes of this report could not be read; they were set "
                                              "aside as “%s”"), "generative-ai.corrupt-12");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  look->place = "toast";
  g_assert_nonnull (focus);
  premise_toast_say_bad_news (focus, words);
  settle (window);
  look_at (window, look);
}

static void
look_at_report (GtkWidget *window,
                Look      *look)
{
  PremiseReport *report = premise_session_get_report (premise_window_get_session (PREMISE_WINDOW (window)));
  g_autoptr(GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < premise_report_get_n_sections (report); i++)
    {
      const PremiseSection *section = premise_report_get_section (report, i);

      if (!adds_kinds (section, kinds))
        continue;

      look->place = section->id;
      premise_window_go_to (PREMISE_WINDOW (window), section->id);
      settle (window);
      look_at (window, look);
    }
}

/* What was, and by how much it is less now, is shown too. */
static void
change_something (GtkWidget *window)
{
  PremiseSession *session = premise_window_get_session (PREMISE_WINDOW (window));
  guint variable = premise_model_find (premise_session_get_model (session), "market_space.ai_share");
  g_autoptr(GError) error = NULL;

  premise_history_set_value (premise_session_get_history (session), variable, 0, 0.05, &error);
  g_assert_no_error (error);
}

/* The order on the screen is that of the letters in between, whichever way the interface runs. */
static void
look_at_numbers (Look *look)
{
  static const char *const numbers[] = { "−5%", "+12%", "30% → 40%", "−8% … 3%" };

  look->place = "numbers";
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(GtkWidget) label = g_object_ref_sink (premise_plain_label_new (NULL, "en"));
      PangoLayout *layout;
      PangoRectangle first, last;

      premise_plain_label_set_number (GTK_LABEL (label), numbers[i]);
      layout = gtk_label_get_layout (GTK_LABEL (label));
      g_assert_true (g_str_has_suffix (pango_layout_get_text (layout), numbers[i]));
      pango_layout_index_to_pos (layout, (int) (strlen (pango_layout_get_text (layout)) - strlen (numbers[i])), &first);
      pango_layout_index_to_pos (layout, (int) strlen (pango_layout_get_text (layout)) - 1, &last);
      if (MIN (first.x, first.x + first.width) > MIN (last.x, last.x + last.width))
        {
          look->n_faults++;
          g_printerr ("“%s” is turned round\n", numbers[i]);
        }
    }
}

static void
test_setting (gconstpointer data)
{
  const Setting *setting = data;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "reports", "generative-ai", NULL);
  g_autoptr(GApplication) application = premise_application_new ();
  g_autoptr(GError) error = NULL;
  GtkWidget *window;
  Look look = { NULL, 0, 0 };

  if (setting->plain)
    g_setenv ("LANGUAGE", "en", TRUE);
  g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  gtk_widget_set_default_direction (setting->right_to_left ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", DPI_ONE * setting->scale, NULL);
  if (setting->font != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-font-name", setting->font, NULL);

  window = premise_window_new (GTK_APPLICATION (application));
  premise_window_open (PREMISE_WINDOW (window), folder, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), setting->width, setting->height);
  gtk_window_present (GTK_WINDOW (window));
  change_something (window);
  settle (window);
  look_at_report (window, &look);
  look_at_toast (window, &look);
  look_at_numbers (&look);
  look_at_dialogs (window, &look);
  g_assert_cmpuint (look.n_labels, >, 500);
  g_assert_cmpuint (look.n_faults, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Only in processes of their own: an application, and the direction of text, are for good. */
static void
test_in_process (gconstpointer data)
{
  const Setting *setting = data;
  g_autofree char *path = g_strdup_printf ("/clipping/%s/subprocess", setting->name);
  g_autofree char *kept = g_build_filename (g_get_user_cache_dir (), setting->name, NULL);

  /* What one changes, another would be told of. */
  g_setenv ("XDG_DATA_HOME", kept, TRUE);
  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_INHERIT_STDOUT | G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* The pseudo-language takes the place of the translations. */
static void
install_language (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "en@pseudo", "LC_MESSAGES", "premise.mo", NULL);
  g_autofree char *messages = g_path_get_dirname (path);
  g_autofree char *catalogue = NULL;
  gsize length;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_file_get_contents (g_getenv ("PREMISE_TEST_PSEUDO"), &catalogue, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, catalogue, (gssize) length, &error);
  g_assert_no_error (error);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "pseudo", NULL);

  g_setenv ("LANGUAGE", "en@pseudo", TRUE);
  setlocale (LC_ALL, "en_GB.UTF-8");
  g_test_init (&argc, &argv, NULL);
  install_language (folder);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *path = g_strconcat ("/clipping/", settings[i].name, NULL);
      g_autofree char *inner = g_strconcat (path, "/subprocess", NULL);

      g_test_add_data_func (path, &settings[i], test_in_process);
      g_test_add_data_func (inner, &settings[i], test_setting);
    }

  return g_test_run ();
}
