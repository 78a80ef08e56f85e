/* test-renderer.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-renderer.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;   /* in the place of /dev */
} Devices;

static void
set_up (Devices       *devices,
        gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  devices->folder = g_dir_make_tmp ("premise-devices-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Devices       *devices,
           gconstpointer  user_data)
{
  g_assert_cmpint (g_rmdir (devices->folder), ==, 0);
  g_free (devices->folder);
}

static void
assert_gl (const Devices *devices,
           const char    *setting,
           gboolean       expected)
{
  const char *environment[] = { "HOME=/", setting, NULL };

  g_assert_cmpint (premise_renderer_needs_gl (devices->folder, environment), ==, expected);
}

/* A card that can draw has a render node in /dev/dri; one that only shows has none. */
static void
test_card (Devices       *devices,
           gconstpointer  user_data)
{
  g_autofree char *layer = g_build_filename (devices->folder, "dri", NULL);
  g_autofree char *shows = g_build_filename (layer, "card0", NULL);
  g_autofree char *draws = g_build_filename (layer, "renderD128", NULL);
  g_autoptr(GError) error = NULL;

  assert_gl (devices, NULL, FALSE);
  g_assert_cmpint (g_mkdir (layer, 0700), ==, 0);
  assert_gl (devices, NULL, FALSE);
  g_file_set_contents (shows, "", 0, &error);
  g_assert_no_error (error);
  assert_gl (devices, NULL, FALSE);
  g_file_set_contents (draws, "", 0, &error);
  g_assert_no_error (error);
  assert_gl (devices, NULL, TRUE);
  assert_gl (devices, "GSK_RENDERER=cairo", FALSE);

  g_assert_cmpint (g_remove (draws), ==, 0);
  g_assert_cmpint (g_remove (shows), ==, 0);
  g_assert_cmpint (g_rmdir (layer), ==, 0);
}

static void
test_other_driver (Devices       *devices,
                   gconstpointer  user_data)
{
  g_autofree char *node = g_build_filename (devices->folder, user_data, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (node, "", 0, &error);
  g_assert_no_error (error);
  assert_gl (devices, NULL, TRUE);
  g_assert_cmpint (g_remove (node), ==, 0);
}

/* Who says what GTK is to use gets it, with a card or without. */
static void
test_said (Devices       *devices,
           gconstpointer  user_data)
{
  assert_gl (devices, "GSK_RENDERER=ngl", TRUE);
  assert_gl (devices, "GSK_RENDERER=vulkan", TRUE);
  assert_gl (devices, "GSK_RENDERER=cairo", FALSE);
  assert_gl (devices, "GDK_DISABLE=dmabuf", TRUE);
  assert_gl (devices, "GDK_DEBUG=opengl", TRUE);
}

/* The variable is for GTK, not for what Premise starts. */
static void
test_environment (void)
{
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_unsetenv ("GDK_DEBUG");

  g_unsetenv ("GDK_DISABLE");
  premise_renderer_choose ();
  g_assert_cmpstr (g_getenv ("GDK_DISABLE"), ==, "gl,vulkan");
  premise_renderer_forget_choice ();
  g_assert_null (g_getenv ("GDK_DISABLE"));

  g_setenv ("GDK_DISABLE", "dmabuf", TRUE);
  premise_renderer_choose ();
  premise_renderer_forget_choice ();
  g_assert_cmpstr (g_getenv ("GDK_DISABLE"), ==, "dmabuf");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/renderer/card", Devices, NULL, set_up, test_card, tear_down);
  g_test_add ("/renderer/nvidia", Devices, "nvidiactl", set_up, test_other_driver, tear_down);
  g_test_add ("/renderer/windows", Devices, "dxg", set_up, test_other_driver, tear_down);
  g_test_add ("/renderer/said", Devices, NULL, set_up, test_said, tear_down);
  g_test_add_func ("/renderer/environment", test_environment);

  return g_test_run ();
}
