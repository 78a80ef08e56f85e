/* premise-renderer.c
 *
 * What draws the windows. GTK looks for OpenGL and Vulkan whatever the machine has, loads Mesa with its
 * compiler for that, and where there is no graphics card it then draws by OpenGL on the processor. Drawing by
 * the processor without that detour starts sooner, takes less memory and shows sections faster
 * (tests/bench/README.md). So GTK is told not to look where there is nothing to be found.
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "premise-renderer.h"

/* Read by GDK once, when GTK starts. */
#define GDK_SWITCHES "GDK_DISABLE"

static gboolean chosen = FALSE;

/* Cards that can draw have a render node in the kernel's graphics layer; one that can only show what is drawn
 * elsewhere, as those of many virtual machines, has none. */
static gboolean
has_render_node (const char *devices)
{
  g_autofree char *layer = g_build_filename (devices, "dri", NULL);
  g_autoptr(GDir) dir = g_dir_open (layer, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;

  return FALSE;
}

/* Drivers that go without that layer: NVIDIA's, on a card or on a chip, Windows' below Linux, and the makers' own
 * for Mali, Adreno, PowerVR and Vivante. One too many costs the look for OpenGL, one too few costs a user the
 * graphics card. */
static gboolean
has_other_device (const char *devices)
{
  static const char *nodes[] = { "nvidiactl", "nvhost-ctrl-gpu", "nvmap", "dxg", "mali0", "mali", "kgsl-3d0",
                                 "pvrsrvkm", "pvr_sync", "galcore" };

  for (gsize i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      g_autofree char *path = g_build_filename (devices, nodes[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_set (const char * const *environment,
        const char         *variable)
{
  return g_environ_getenv ((char **) environment, variable) != NULL;
}

/**
 * premise_renderer_needs_gl:
 * @devices: the folder of the device nodes, `/dev` but in tests
 * @environment: (array zero-terminated=1): the environment of the process, “NAME=value” each
 *
 * Whether GTK is to look for OpenGL and Vulkan as it would by itself. Who set a renderer or a switch of GDK
 * decides; else the devices do. The renderer `cairo` is the one that uses neither.
 */
gboolean
premise_renderer_needs_gl (const char         *devices,
                           const char * const *environment)
{
  if (is_set (environment, GDK_SWITCHES) || is_set (environment, "GDK_DEBUG"))
    return TRUE;
  if (is_set (environment, "GSK_RENDERER"))
    return g_ascii_strcasecmp (g_environ_getenv ((char **) environment, "GSK_RENDERER"), "cairo") != 0;

  return has_render_node (devices) || has_other_device (devices);
}

/**
 * premise_renderer_choose:
 *
 * Has GTK draw by the processor without looking for OpenGL and Vulkan where they are of no use. It must be
 * called before GTK starts and before any other thread is there.
 */
void
premise_renderer_choose (void)
{
  g_auto(GStrv) environment = g_get_environ ();

  chosen = !premise_renderer_needs_gl ("/dev", (const char * const *) environment);
  if (chosen)
    g_setenv (GDK_SWITCHES, "gl,vulkan", TRUE);
}

/**
 * premise_renderer_forget_choice:
 *
 * Takes the choice out of the environment again, once GTK has started: it is not for the programs that Premise
 * starts, such as the help viewer.
 */
void
premise_renderer_forget_choice (void)
{
  /* Threads that GTK or the loading started may read the environment meanwhile. glibc only moves
   * pointers in it and frees nothing, and since 2.41 says so. */
  if (chosen)
    g_unsetenv (GDK_SWITCHES);
  chosen = FALSE;
}
