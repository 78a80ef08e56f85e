/* test-names.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-test.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>

/* Walks whatever can be on the screen, in a language that nobody speaks: every string of the
 * program is in brackets there (po/pseudo.py), so that one which is not was never marked for
 * translation. What else there is to read must be words of the report. */

#define SECTION "market-space"
#define SHARE "market_space.ai_share"
#define MEMBER "game"
#define PSEUDO_LANGUAGE "en@pseudo"
#define OPENING "⟦"
#define CLOSING "⟧"
#define MAX_DEPTH 100
#define DIALOG_PARTS 3

typedef struct
{
  UiTest     *test;
  GHashTable *words;      /* (element-type utf8): all that the report says */
  const char *place;
  GPtrArray  *path;       /* (element-type utf8) */
  GHashTable *faults;     /* (element-type utf8): each is told once */
  guint       n_controls;
  guint       n_images;
  guint       n_sliders;
  guint       n_translated;
} Audit;

/* Keys, and a name, which are the same here. */
static const char known_words[] = "Alt Backspace Ctrl Down End Escape Home Left Page Premise Return Right Shift Space Up";

/* What GTK and libadwaita say themselves, and languages by their own names. */
static const char *const foreign[] = {
  "About", "Acknowledgements", "Close", "Close |", "Close | Close the window", "Details", "EN | English",
  "English", "Legal", "Maximize | Maximize the window", "Minimize | Minimize the window", "Preferences",
  "What’s New", NULL,
};

static void
add_fault (Audit      *audit,
           const char *fault,
           const char *text)
{
  g_autofree char *path = NULL;
  g_autofree char *line = NULL;

  g_ptr_array_add (audit->path, NULL);
  path = g_strjoinv (" / ", (char **) audit->path->pdata);
  g_ptr_array_remove_index (audit->path, audit->path->len - 1);
  line = g_strdup_printf ("%s: “%s”", fault, *text != '\0' ? text : path);
  if (g_hash_table_add (audit->faults, g_strdup (line)))
    g_test_message ("%s: %s in %s", audit->place, line, path);
}

/* A control says itself what is in it. */
static gboolean
is_control (AtspiRole role)
{
  static const AtspiRole controls[] = {
    ATSPI_ROLE_BUTTON, ATSPI_ROLE_CHECK_BOX, ATSPI_ROLE_COMBO_BOX, ATSPI_ROLE_ENTRY, ATSPI_ROLE_LINK,
    ATSPI_ROLE_LIST_ITEM, ATSPI_ROLE_MENU_ITEM, ATSPI_ROLE_PAGE_TAB, ATSPI_ROLE_RADIO_BUTTON,
    ATSPI_ROLE_SLIDER, ATSPI_ROLE_SPIN_BUTTON, ATSPI_ROLE_SWITCH, ATSPI_ROLE_TOGGLE_BUTTON,
  };

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    if (controls[i] == role)
      return TRUE;

  return FALSE;
}

static gboolean
is_nothing (AtspiRole role)
{
  return role == ATSPI_ROLE_INVALID || role == ATSPI_ROLE_UNKNOWN || role == ATSPI_ROLE_FILLER ||
         role == ATSPI_ROLE_REDUNDANT_OBJECT || role == ATSPI_ROLE_PANEL;
}

/* libadwaita's own, which has the focus when nothing in a dialog can. */
static gboolean
is_dialog_part (Audit     *audit,
                AtspiRole  role)
{
  return role == ATSPI_ROLE_PANEL && audit->path->len <= DIALOG_PARTS + 1 &&
         g_str_has_prefix (g_ptr_array_index (audit->path, 0), "dialog ");
}

/* Returns: (transfer full): text without what is in brackets */
static char *
dup_rest (const char *text)
{
  g_autoptr(GString) rest = g_string_new (NULL);
  int depth = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_str_has_prefix (p, OPENING))
        depth++;
      else if (g_str_has_prefix (p, CLOSING))
        {
          depth--;
          g_string_append_c (rest, ' ');
        }
      else if (depth <= 0)
        g_string_append_unichar (rest, g_utf8_get_char (p));
    }

  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&rest)));
}

/* Calls back for each run of three or more Latin letters, in lower case. */
static void
each_word (const char *text,
           void      (*func) (const char *word,
                              gpointer    user_data),
           gpointer    user_data)
{
  const char *p = text;

  while (*p != '\0')
    {
      gsize n = 0;

      while (g_ascii_isalpha (p[n]))
        n++;
      if (n >= 3)
        {
          g_autofree char *word = g_ascii_strdown (p, (gssize) n);

          func (word, user_data);
        }
      p += MAX (n, 1);
    }
}

typedef struct
{
  GHashTable *words;
  char       *unknown;
} Unknown;

static void
find_unknown (const char *word,
              gpointer    user_data)
{
  Unknown *unknown = user_data;

  if (unknown->unknown == NULL && !g_hash_table_contains (unknown->words, word))
    unknown->unknown = g_strdup (word);
}

static void
audit_words (Audit      *audit,
             const char *text)
{
  g_autofree char *rest = dup_rest (text);
  Unknown unknown = { audit->words, NULL };

  if (strstr (text, OPENING) != NULL)
    audit->n_translated++;
  each_word (rest, find_unknown, &unknown);
  if (unknown.unknown != NULL && !g_strv_contains (foreign, rest))
    add_fault (audit, "not translated", text);
  g_free (unknown.unknown);
}

static void
audit_one (Audit           *audit,
           AtspiAccessible *accessible,
           const char      *text,
           gboolean         in_control)
{
  AtspiRole role = atspi_accessible_get_role (accessible, NULL);
  gboolean focusable = premise_driver_has_state (accessible, ATSPI_STATE_FOCUSABLE);

  if (focusable && !is_dialog_part (audit, role))
    {
      audit->n_controls++;
      /* One gets into a list through what is in it, and what a control is made of is not read. */
      if (*text == '\0' && role != ATSPI_ROLE_LIST && role != ATSPI_ROLE_SCROLL_PANE && !in_control)
        add_fault (audit, "a control without a name", "");
      if (is_nothing (role))
        add_fault (audit, "a control without a role", text);
    }
  if ((role == ATSPI_ROLE_IMAGE || role == ATSPI_ROLE_ICON) && !in_control)
    {
      audit->n_images++;
      if (*text == '\0')
        add_fault (audit, "an image without a description", "");
    }
  if (role == ATSPI_ROLE_SLIDER)
    {
      g_autofree char *value = premise_driver_dup_value_text (accessible);

      audit->n_sliders++;
      if (*value == '\0')
        add_fault (audit, "a slider that does not say its value", text);
      audit_words (audit, value);
    }
  audit_words (audit, text);
}

static void
audit_tree (Audit           *audit,
            AtspiAccessible *accessible,
            gboolean         in_control)
{
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);
  g_autofree char *text = premise_driver_dup_text (accessible);
  int n = atspi_accessible_get_child_count (accessible, NULL);

  g_ptr_array_add (audit->path, g_strdup_printf ("%s “%s”", role, text));
  audit_one (audit, accessible, text, in_control);
  in_control |= *text != '\0' && is_control (atspi_accessible_get_role (accessible, NULL));

  for (int i = 0; i < n && audit->path->len < MAX_DEPTH; i++)
    {
      g_autoptr(AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

      if (child != NULL)
        audit_tree (audit, child, in_control);
    }

  g_ptr_array_remove_index (audit->path, audit->path->len - 1);
}

static void
audit_place (Audit           *audit,
             const char      *place,
             AtspiAccessible *root)
{
  audit->place = place;
  audit_tree (audit, root != NULL ? root : premise_driver_get_window (audit->test->driver), FALSE);
}

static AtspiAccessible *
find (Audit      *audit,
      AtspiRole   role,
      const char *name)
{
  g_autoptr(GError) error = NULL;
  AtspiAccessible *found = premise_driver_find (audit->test->driver, NULL, role, name, &error);

  g_assert_no_error (error);

  return found;
}

/* What a key opens, until Escape closes it. */
static void
audit_opened (Audit      *audit,
              const char *place,
              const char *keys,
              AtspiRole   role)
{
  g_autoptr(AtspiAccessible) opened = NULL;
  g_autoptr(GError) error = NULL;

  ui_test_press (audit->test, keys);
  opened = find (audit, role, "*");
  audit_place (audit, place, opened);
  ui_test_press (audit->test, "Escape");
  premise_driver_wait_gone (audit->test->driver, role, "*", &error);
  g_assert_no_error (error);
}

static void
audit_dialogs (Audit *audit)
{
  static const struct { const char *place, *keys; AtspiRole role; } opened[] = {
    { "Go to", "Control+g", ATSPI_ROLE_DIALOG },
    { "Audit", "Control+Shift+a", ATSPI_ROLE_DIALOG },
    { "Preferences", "Control+comma", ATSPI_ROLE_DIALOG },
    { "Keyboard shortcuts", "Control+Shift+question", ATSPI_ROLE_DIALOG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (opened); i++)
    audit_opened (audit, opened[i].place, opened[i].keys, opened[i].role);
}

/* What has no key of its own: the last items of the menu. */
static void
audit_menu (Audit *audit)
{
  static const struct { const char *place; guint n_up; } items[] = { { "About", 1 }, { "Welcome", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr(AtspiAccessible) menu = NULL;

      ui_test_press (audit->test, "F10");
      menu = find (audit, ATSPI_ROLE_MENU, "*");
      for (guint k = 0; k < items[i].n_up; k++)
        ui_test_press (audit->test, "Up");
      audit_opened (audit, items[i].place, "Return", ATSPI_ROLE_DIALOG);
    }
}

static void
audit_passport (Audit *audit)
{
  g_autofree char *label = NULL;
  g_autofree char *headline = ui_test_dup_headline (audit->test, SECTION, 0, &label);
  g_autofree char *button = g_strdup_printf ("%s: %s*", label, headline);
  g_autoptr(AtspiAccessible) dialog = NULL;
  g_autoptr(GError) error = NULL;

  ui_test_click (audit->test, NULL, ATSPI_ROLE_BUTTON, button);
  dialog = find (audit, ATSPI_ROLE_DIALOG, "*");
  audit_place (audit, "Passport", dialog);
  ui_test_press (audit->test, "Escape");
  premise_driver_wait_gone (audit->test->driver, ATSPI_ROLE_DIALOG, "*", &error);
  g_assert_no_error (error);
}

static gboolean
add_with_popup (AtspiAccessible *accessible,
                gpointer         user_data)
{
  if (premise_driver_has_state (accessible, ATSPI_STATE_HAS_POPUP)
      && premise_driver_has_state (accessible, ATSPI_STATE_SHOWING))
    g_ptr_array_add (user_data, g_object_ref (accessible));

  return FALSE;
}

/* Whatever opens a menu or a popover: the main menu, the bookmarks, the list of changes. */
static void
audit_popovers (Audit *audit)
{
  g_autoptr(GPtrArray) buttons = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_controls = audit->n_controls;

  premise_driver_walk (audit->test->driver, NULL, add_with_popup, buttons);
  g_assert_cmpuint (buttons->len, >=, 3);
  for (guint i = 0; i < buttons->len; i++)
    {
      /* What it opens stands beside it in the tree. */
      g_autoptr(AtspiAccessible) both = atspi_accessible_get_parent (g_ptr_array_index (buttons, i), NULL);
      g_autoptr(GError) error = NULL;

      premise_driver_click (audit->test->driver, g_ptr_array_index (buttons, i), &error);
      g_assert_no_error (error);
      g_usleep (G_USEC_PER_SEC / 2);
      audit_place (audit, "Popover", both);
      ui_test_press (audit->test, "Escape");
    }
  /* The items of the menu at least. */
  g_assert_cmpuint (audit->n_controls, >, n_controls + buttons->len + 12);
}

/* Off the base case there are more buttons, and the numbers say so. */
static void
audit_what_if (Audit *audit)
{
  g_autoptr(AtspiAccessible) slider = ui_test_show_slider (audit->test, SHARE, MEMBER);
  g_autoptr(AtspiAccessible) status = NULL;
  g_autoptr(GError) error = NULL;
  double value = ui_test_drag_slider (audit->test, slider, 0.8);

  ui_test_assert_value (audit->test, slider, value);
  audit_place (audit, "What if", NULL);
  audit_popovers (audit);
  ui_test_press (audit->test, "F8");
  ui_test_press (audit->test, "Control+f");
  premise_driver_type (audit->test->driver, "AI", &error);
  g_assert_no_error (error);
  status = find (audit, ATSPI_ROLE_STATUS_BAR, "*");
  /* The results of a letter give way to those of the next: a row that goes while it is read has no name. */
  g_usleep (G_USEC_PER_SEC);
  audit_place (audit, "Search", NULL);
  ui_test_press (audit->test, "Escape");
  ui_test_press (audit->test, "Escape");
}

/* What a block is, and of which kind. */
static char *
dup_kind (const PremiseBlock *block)
{
  return g_strdup_printf ("%d %s", block->type, block->figure != NULL ? block->figure->mark : "");
}

static gboolean
adds_kinds (const PremiseSection *section,
            GHashTable           *kinds)
{
  gboolean added = FALSE;

  for (guint i = 0; i < section->blocks->len; i++)
    added |= g_hash_table_add (kinds, dup_kind (g_ptr_array_index (section->blocks, i)));

  return added;
}

/* The sections of the whole report that have a kind of block which none of ours has. */
static void
audit_whole (Audit *audit)
{
  g_autofree char *folder = ui_test_dup_whole_folder ();
  g_autofree char *ours = ui_test_dup_shipped_folder ();
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) whole = premise_report_load (folder, diagnostics);
  g_autoptr(PremiseReport) small = premise_report_load (ours, diagnostics);
  g_autoptr(GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < premise_report_get_n_sections (small); i++)
    adds_kinds (premise_report_get_section (small, i), kinds);

  for (guint i = 0; i < premise_report_get_n_sections (whole); i++)
    {
      const PremiseSection *section = premise_report_get_section (whole, i);
      g_autoptr(AtspiAccessible) article = NULL;

      if (!adds_kinds (section, kinds))
        continue;

      audit->test = ui_test_open_folder (folder, "zh", section->id);
      article = find (audit, ATSPI_ROLE_ARTICLE, "*");
      audit_place (audit, section->id, article);
      g_clear_object (&article);
      ui_test_close (audit->test);
      n++;
    }
  g_test_message ("%u sections of the whole report", n);
  g_assert_cmpuint (n, >, 0);
}

/* Every section, by its key; what stands around it was seen with the first one. */
static void
audit_sections (Audit *audit)
{
  guint n = premise_report_get_n_sections (audit->test->report);

  for (guint i = 0; i < n; i++)
    {
      const char *id = premise_report_get_section (audit->test->report, i)->id;
      g_autofree char *title = ui_test_dup_title (audit->test, id);
      g_autoptr(AtspiAccessible) heading = find (audit, ATSPI_ROLE_HEADING, title);
      g_autoptr(AtspiAccessible) article = find (audit, ATSPI_ROLE_ARTICLE, "*");
      g_autoptr(AtspiAccessible) pane = ui_test_find_pane (audit->test);

      audit_place (audit, id, i > 0 ? article : NULL);
      if (i > 0)
        audit_place (audit, id, pane);
      if (g_str_equal (id, SECTION))
        {
          audit_passport (audit);
          audit_what_if (audit);
        }
      ui_test_press (audit->test, "Control+Next");
    }
}

static void
audit_presenting (Audit *audit)
{
  ui_test_press (audit->test, "F5");
  g_usleep (G_USEC_PER_SEC);
  audit_place (audit, "Presenting", NULL);
  ui_test_press (audit->test, "F9");
  audit_place (audit, "Presenting, with assumptions", NULL);
}

static void
add_word (const char *word,
          gpointer    user_data)
{
  g_hash_table_add (user_data, g_strdup (word));
}

static void
add_strings (JsonNode   *node,
             GHashTable *words)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *child;
      const char *name;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &child))
        if (!g_str_equal (name, "en"))
          add_strings (child, words);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        add_strings (json_array_get_element (array, i), words);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      each_word (json_node_get_string (node), add_word, words);
    }
}

/* Its Chinese words that are no Chinese: names, units, formulas. */
static void
add_report (const char *folder,
            GHashTable *words)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(JsonParser) parser = json_parser_new ();

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        add_report (path, words);
      else if (g_str_has_suffix (name, ".json") && json_parser_load_from_file (parser, path, NULL))
        add_strings (json_parser_get_root (parser), words);
    }
}

/* The pseudo-language takes the place of the translations. */
static char *
install_language (void)
{
  const char *catalogue = g_getenv ("PREMISE_TEST_PSEUDO");
  char *folder = g_dir_make_tmp ("premise-pseudo.XXXXXX", NULL);
  g_autofree char *messages = g_build_filename (folder, PSEUDO_LANGUAGE, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, "premise.mo", NULL);
  g_autoptr(GFile) from = g_file_new_for_path (catalogue);
  g_autoptr(GFile) to = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  g_setenv ("PREMISE_LOCALE_DIR", folder, TRUE);
  g_setenv ("LANGUAGE", PSEUDO_LANGUAGE, TRUE);
  g_setenv ("LC_ALL", "en_GB.UTF-8", TRUE);

  return folder;
}

static void
remove_language (const char *folder)
{
  g_autofree char *language = g_build_filename (folder, PSEUDO_LANGUAGE, NULL);
  g_autofree char *messages = g_build_filename (language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, "premise.mo", NULL);

  g_unlink (path);
  g_rmdir (messages);
  g_rmdir (language);
  g_rmdir (folder);
}

typedef void (*Walk) (Audit *audit);

/* Our sections, and whatever can lie over them. */
static void
audit_program (Audit *audit)
{
  g_autoptr(UiTest) test = ui_test_open ("zh", NULL, NULL);

  audit->test = test;
  audit_sections (audit);
  audit_dialogs (audit);
  audit_menu (audit);
  audit_presenting (audit);

  g_assert_cmpuint (audit->n_images, >, 0);
  g_assert_cmpuint (audit->n_sliders, >, 0);
}

static void
run_walk (gconstpointer data)
{
  Walk walk = *(const Walk *) data;
  g_autofree char *folder = ui_test_dup_whole_folder ();
  g_autofree char *locale_folder = install_language ();
  g_autoptr(GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) faults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) path = g_ptr_array_new_with_free_func (g_free);
  Audit audit = { .words = words, .faults = faults, .path = path };

  add_report (folder, words);
  each_word (known_words, add_word, words);
  walk (&audit);
  g_test_message ("%u controls, %u images, %u sliders, %u translated texts", audit.n_controls,
                  audit.n_images, audit.n_sliders, audit.n_translated);

  g_assert_cmpuint (audit.n_controls, >, 0);
  g_assert_cmpuint (audit.n_translated, >, 0);
  g_assert_cmpuint (g_hash_table_size (faults), ==, 0);
  remove_language (locale_folder);
}

int
main (int   argc,
      char *argv[])
{
  static const Walk walks[] = { audit_program, audit_whole };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/names/tree", &walks[0], run_walk);
  g_test_add_data_func ("/names/blocks", &walks[1], run_walk);

  return g_test_run ();
}
