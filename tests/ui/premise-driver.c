/* premise-driver.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-driver-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

/* No tree that the program shows is deeper; a loop in it must not hang a test. */
#define MAX_DEPTH 100
#define CALL_TIMEOUT_MSEC 10000

G_DEFINE_QUARK (premise-driver-error-quark, premise_driver_error)

static AtspiAccessible *
find_application (PremiseDriver *self)
{
  g_autoptr(AtspiAccessible) desktop = atspi_get_desktop (0);
  int n;

  atspi_accessible_set_cache_mask (desktop, ATSPI_CACHE_NONE);
  n = atspi_accessible_get_child_count (desktop, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr(AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && atspi_accessible_get_process_id (child, NULL) == self->pid)
        return g_steal_pointer (&child);
    }

  return NULL;
}

static gboolean
has_window (PremiseDriver *self,
            gpointer       user_data)
{
  g_autoptr(AtspiAccessible) window = NULL;

  if (self->application == NULL && (self->application = find_application (self)) == NULL)
    return FALSE;
  if (!premise_driver_find_x_window (self))
    return FALSE;

  /* What is remembered here would be what the screen showed some time ago. */
  atspi_accessible_set_cache_mask (self->application, ATSPI_CACHE_NONE);
  window = atspi_accessible_get_child_at_index (self->application, 0, NULL);
  if (window == NULL || atspi_accessible_get_child_count (window, NULL) < 1)
    return FALSE;

  self->window = g_steal_pointer (&window);

  return TRUE;
}

static GSubprocess *
spawn (const char         *app,
       const char *const  *arguments,
       const char *const  *environment,
       GError            **error)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();

  for (guint i = 0; environment != NULL && environment[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (environment[i], "=", 2);

      g_subprocess_launcher_setenv (launcher, pair[0], pair[1] != NULL ? pair[1] : "", TRUE);
    }

  /* Its words must not get between the lines of the test protocol. */
  g_subprocess_launcher_take_stdout_fd (launcher, dup (STDERR_FILENO));

  g_ptr_array_add (argv, (gpointer) app);
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);

  return g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, error);
}

/**
 * premise_driver_forget:
 *
 * Removes what the program has kept of reports, such as the values that a test before changed.
 */
void
premise_driver_forget (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "premise", "reading", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  /* Never those of somebody who is at home here. */
  if (!g_str_has_prefix (folder, g_get_tmp_dir ()))
    return;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

/**
 * premise_driver_start:
 * @app: path of the program
 * @arguments: (nullable): its arguments
 * @environment: (nullable): what to add to its environment, NAME=VALUE
 * @error: return location for an error
 *
 * Starts the program and waits for its window, on the screen and in the tree.
 *
 * Returns: (nullable) (transfer full): the driver
 */
PremiseDriver *
premise_driver_start (const char         *app,
                      const char *const  *arguments,
                      const char *const  *environment,
                      GError            **error)
{
  g_autoptr(PremiseDriver) self = g_new0 (PremiseDriver, 1);

  if (!premise_driver_open_display (self, error))
    return NULL;
  if (atspi_init () > 1)
    {
      g_set_error_literal (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_START,
                           "The accessibility bus cannot be reached.");
      return NULL;
    }
  atspi_set_timeout (CALL_TIMEOUT_MSEC, CALL_TIMEOUT_MSEC);
  /* A program that is just starting or ending makes the library warn; that is no failure. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  self->process = spawn (app, arguments, environment, error);
  if (self->process == NULL)
    return NULL;
  self->pid = (guint) g_ascii_strtoull (g_subprocess_get_identifier (self->process), NULL, 10);

  if (!premise_driver_wait (self, has_window, NULL, "the window of the program", error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * premise_driver_free:
 * @self: a driver
 *
 * Ends the program.
 */
void
premise_driver_free (PremiseDriver *self)
{
  premise_driver_stop_listening (self);
  g_clear_object (&self->window);
  g_clear_object (&self->application);
  if (self->process != NULL)
    {
      if (g_subprocess_get_identifier (self->process) != NULL)
        g_subprocess_force_exit (self->process);
      g_subprocess_wait (self->process, NULL, NULL);
    }
  g_clear_object (&self->process);
  if (self->display != NULL)
    XCloseDisplay (self->display);
  g_free (self);
}

/**
 * premise_driver_terminate:
 * @self: a driver
 *
 * Asks the program to end, as the end of a session does.
 */
void
premise_driver_terminate (PremiseDriver *self)
{
  g_subprocess_send_signal (self->process, SIGTERM);
}

/**
 * premise_driver_is_running:
 * @self: a driver
 *
 * Returns: whether the program has neither ended nor crashed
 */
gboolean
premise_driver_is_running (PremiseDriver *self)
{
  /* A subprocess is reaped by the main context, which nothing else here runs. */
  while (g_main_context_iteration (NULL, FALSE))
    ;

  return kill ((pid_t) self->pid, 0) == 0
         && g_subprocess_get_identifier (self->process) != NULL;
}

/**
 * premise_driver_get_window:
 * @self: a driver
 *
 * Returns: (transfer none): the window in the tree
 */
AtspiAccessible *
premise_driver_get_window (PremiseDriver *self)
{
  return self->window;
}

/* What a person would have seen when it failed, for whoever asks. */
static void
keep_screen (PremiseDriver *self)
{
  const char *path = g_getenv ("PREMISE_TEST_SCREEN");

  if (path != NULL)
    premise_driver_screenshot (self, path, NULL);
}

/**
 * premise_driver_wait:
 * @self: a driver
 * @condition: what to wait for
 * @user_data: its data
 * @what: what it is, for the error
 * @error: return location for an error
 *
 * Asks again and again, until the condition is met, the program has ended or
 * the time is up.
 *
 * Returns: whether it came true
 */
gboolean
premise_driver_wait (PremiseDriver          *self,
                     PremiseDriverCondition  condition,
                     gpointer                user_data,
                     const char             *what,
                     GError                **error)
{
  gint64 end = g_get_monotonic_time () + PREMISE_DRIVER_TIMEOUT_USEC;

  do
    {
      if (condition (self, user_data))
        return TRUE;
      if (!premise_driver_is_running (self))
        {
          g_set_error (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_ENDED,
                       "The program ended before %s was there.", what);
          return FALSE;
        }
      g_usleep (PREMISE_DRIVER_POLL_USEC);
    }
  while (g_get_monotonic_time () < end);

  keep_screen (self);
  g_set_error (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_TIMEOUT,
               "Waited %d seconds for %s in vain.",
               (int) (PREMISE_DRIVER_TIMEOUT_USEC / G_USEC_PER_SEC), what);

  return FALSE;
}

static gboolean
walk (AtspiAccessible    *accessible,
      PremiseDriverVisit  visit,
      gpointer            user_data,
      guint               depth)
{
  int n;

  if (visit (accessible, user_data))
    return TRUE;
  if (depth >= MAX_DEPTH)
    return FALSE;

  n = atspi_accessible_get_child_count (accessible, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr(AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

      if (child != NULL && walk (child, visit, user_data, depth + 1))
        return TRUE;
    }

  return FALSE;
}

/**
 * premise_driver_walk:
 * @self: a driver
 * @root: (nullable): where to begin, the window when %NULL
 * @visit: called for each, parents first
 * @user_data: its data
 *
 * Walks the tree until @visit says so or it ends.
 */
void
premise_driver_walk (PremiseDriver      *self,
                     AtspiAccessible    *root,
                     PremiseDriverVisit  visit,
                     gpointer            user_data)
{
  walk (root != NULL ? root : self->window, visit, user_data, 0);
}

typedef struct
{
  AtspiAccessible *root;
  AtspiRole        role;
  const char      *name;      /* glob */
  const char      *part;      /* of any text */
  gboolean         expandable;
  AtspiAccessible *found;
} Search;

static gboolean
search_visit (AtspiAccessible *accessible,
              gpointer         user_data)
{
  Search *search = user_data;

  if (search->role != ATSPI_ROLE_INVALID
      && atspi_accessible_get_role (accessible, NULL) != search->role)
    return FALSE;

  if (search->name != NULL)
    {
      g_autofree char *name = premise_driver_dup_name (accessible);

      if (!g_pattern_match_simple (search->name, name))
        return FALSE;
    }

  if (search->expandable && !premise_driver_has_state (accessible, ATSPI_STATE_EXPANDABLE))
    return FALSE;

  if (search->part != NULL)
    {
      g_autofree char *text = premise_driver_dup_text (accessible);

      if (strstr (text, search->part) == NULL)
        return FALSE;
    }

  search->found = g_object_ref (accessible);

  return TRUE;
}

static gboolean
is_found (PremiseDriver *self,
          gpointer       user_data)
{
  Search *search = user_data;

  premise_driver_walk (self, search->root, search_visit, search);

  return search->found != NULL;
}

static gboolean
is_gone (PremiseDriver *self,
         gpointer       user_data)
{
  Search *search = user_data;

  if (!is_found (self, search))
    return TRUE;

  g_clear_object (&search->found);

  return FALSE;
}

/**
 * premise_driver_find:
 * @self: a driver
 * @root: (nullable): where to look, the window when %NULL
 * @role: its role, or %ATSPI_ROLE_INVALID for any
 * @name: a glob that its name matches
 * @error: return location for an error
 *
 * Waits for something on the screen.
 *
 * Returns: (nullable) (transfer full): the first one
 */
AtspiAccessible *
premise_driver_find (PremiseDriver    *self,
                     AtspiAccessible  *root,
                     AtspiRole         role,
                     const char       *name,
                     GError          **error)
{
  Search search = { .root = root, .role = role, .name = name };
  g_autofree char *role_name = atspi_role_get_name (role);
  g_autofree char *what = g_strdup_printf ("a %s named “%s”", role_name, name);

  premise_driver_wait (self, is_found, &search, what, error);

  return search.found;
}

/**
 * premise_driver_peek:
 * @self: a driver
 * @root: (nullable): where to look, the window when %NULL
 * @role: its role, or %ATSPI_ROLE_INVALID for any
 * @name: a glob that its name matches
 *
 * As premise_driver_find(), without waiting.
 *
 * Returns: (nullable) (transfer full): the first one
 */
AtspiAccessible *
premise_driver_peek (PremiseDriver   *self,
                     AtspiAccessible *root,
                     AtspiRole        role,
                     const char      *name)
{
  Search search = { .root = root, .role = role, .name = name };

  is_found (self, &search);

  return search.found;
}

/**
 * premise_driver_find_header:
 * @self: a driver
 * @root: (nullable): where to look, the window when %NULL
 * @name: a glob that its name matches
 * @error: return location for an error
 *
 * Waits for a button that folds what is below it.
 *
 * Returns: (nullable) (transfer full): the first one
 */
AtspiAccessible *
premise_driver_find_header (PremiseDriver    *self,
                            AtspiAccessible  *root,
                            const char       *name,
                            GError          **error)
{
  Search search = { .root = root, .role = ATSPI_ROLE_BUTTON, .name = name, .expandable = TRUE };
  g_autofree char *what = g_strdup_printf ("a group named “%s”", name);

  premise_driver_wait (self, is_found, &search, what, error);

  return search.found;
}

/**
 * premise_driver_wait_gone:
 * @self: a driver
 * @role: its role, or %ATSPI_ROLE_INVALID for any
 * @name: a glob that its name matches
 * @error: return location for an error
 *
 * Waits until nothing of that name is on the screen.
 *
 * Returns: whether that came true
 */
gboolean
premise_driver_wait_gone (PremiseDriver  *self,
                          AtspiRole       role,
                          const char     *name,
                          GError        **error)
{
  Search search = { .role = role, .name = name };
  g_autofree char *what = g_strdup_printf ("“%s” to go", name);

  return premise_driver_wait (self, is_gone, &search, what, error);
}

/**
 * premise_driver_find_text:
 * @self: a driver
 * @root: (nullable): where to look, the window when %NULL
 * @role: its role, or %ATSPI_ROLE_INVALID for any
 * @part: what it says somewhere in its name, text or description
 * @error: return location for an error
 *
 * Waits for something to be read on the screen.
 *
 * Returns: (nullable) (transfer full): the first that says it
 */
AtspiAccessible *
premise_driver_find_text (PremiseDriver    *self,
                          AtspiAccessible  *root,
                          AtspiRole         role,
                          const char       *part,
                          GError          **error)
{
  Search search = { .root = root, .role = role, .part = part };
  g_autofree char *role_name = atspi_role_get_name (role);
  g_autofree char *what = g_strdup_printf ("the text “%s” in a %s", part,
                                           role != ATSPI_ROLE_INVALID ? role_name : "place");

  premise_driver_wait (self, is_found, &search, what, error);

  return search.found;
}

/**
 * premise_driver_dup_name:
 * @accessible: something on the screen
 *
 * Returns: (transfer full): its name, empty when it has none
 */
char *
premise_driver_dup_name (AtspiAccessible *accessible)
{
  char *name = atspi_accessible_get_name (accessible, NULL);

  return name != NULL ? name : g_strdup ("");
}

/**
 * premise_driver_dup_text:
 * @accessible: something on the screen
 *
 * Returns: (transfer full): its name, what it shows as text, and its description
 */
char *
premise_driver_dup_text (AtspiAccessible *accessible)
{
  g_autofree char *name = premise_driver_dup_name (accessible);
  g_autofree char *description = atspi_accessible_get_description (accessible, NULL);
  g_autofree char *content = NULL;
  g_autoptr(AtspiText) text = atspi_accessible_get_text_iface (accessible);
  g_autoptr(GString) all = g_string_new (name);

  if (text != NULL)
    content = atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
  if (content != NULL && *content != '\0' && !g_str_equal (content, name))
    g_string_append_printf (all, "%s%s", all->len > 0 ? " | " : "", content);
  if (description != NULL && *description != '\0')
    g_string_append_printf (all, "%s%s", all->len > 0 ? " | " : "", description);

  return g_string_free_and_steal (g_steal_pointer (&all));
}

static gboolean
page_visit (AtspiAccessible *accessible,
            gpointer         user_data)
{
  GString *page = user_data;
  g_autofree char *text = premise_driver_dup_text (accessible);
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);

  if (*text != '\0')
    g_string_append_printf (page, "%s: %s\n", role, text);

  return FALSE;
}

/**
 * premise_driver_dup_page:
 * @self: a driver
 * @root: (nullable): where to begin, the window when %NULL
 *
 * Returns: (transfer full): all that is to be read, a line for each thing
 */
char *
premise_driver_dup_page (PremiseDriver   *self,
                         AtspiAccessible *root)
{
  GString *page = g_string_new (NULL);

  premise_driver_walk (self, root, page_visit, page);

  return g_string_free_and_steal (page);
}

/**
 * premise_driver_get_value:
 * @accessible: a slider
 *
 * Returns: where it stands, or 0
 */
double
premise_driver_get_value (AtspiAccessible *accessible)
{
  g_autoptr(AtspiValue) value = atspi_accessible_get_value_iface (accessible);

  return value != NULL ? atspi_value_get_current_value (value, NULL) : 0.0;
}

/**
 * premise_driver_dup_value_text:
 * @accessible: a slider
 *
 * Returns: (transfer full): where it stands, in words, empty when it does not say
 */
char *
premise_driver_dup_value_text (AtspiAccessible *accessible)
{
  g_autoptr(AtspiValue) value = atspi_accessible_get_value_iface (accessible);
  char *text = value != NULL ? atspi_value_get_text (value, NULL) : NULL;

  return text != NULL ? text : g_strdup ("");
}

/**
 * premise_driver_has_state:
 * @accessible: something on the screen
 * @state: a state
 *
 * Returns: whether it is in that state
 */
gboolean
premise_driver_has_state (AtspiAccessible *accessible,
                          AtspiStateType   state)
{
  g_autoptr(AtspiStateSet) states = atspi_accessible_get_state_set (accessible);

  return states != NULL && atspi_state_set_contains (states, state);
}

/* Such a link is a child of its label from GTK 4.22 on; before, it is only text. */
static gboolean
is_link_in_text (AtspiAccessible *accessible)
{
  g_autoptr(AtspiAccessible) parent = NULL;

  if (atspi_accessible_get_role (accessible, NULL) != ATSPI_ROLE_LINK)
    return FALSE;

  parent = atspi_accessible_get_parent (accessible, NULL);

  return parent != NULL && atspi_accessible_get_role (parent, NULL) == ATSPI_ROLE_LABEL;
}

/* GTK says from 4.22 on that the first link of every label has the focus. */
static gboolean
focus_visit (AtspiAccessible *accessible,
             gpointer         user_data)
{
  AtspiAccessible **found = user_data;

  if (premise_driver_has_state (accessible, ATSPI_STATE_FOCUSED) && !is_link_in_text (accessible))
    g_set_object (found, accessible);

  return FALSE;
}

/**
 * premise_driver_get_focus:
 * @self: a driver
 *
 * Returns: (nullable) (transfer full): the innermost thing that has the focus
 */
AtspiAccessible *
premise_driver_get_focus (PremiseDriver *self)
{
  AtspiAccessible *found = NULL;

  premise_driver_walk (self, NULL, focus_visit, &found);

  return found;
}
