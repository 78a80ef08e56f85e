/* premise-reloader.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-reloader.h"

#include <gio/gio.h>

#ifdef HAVE_MALLOC_TRIM
#include <malloc.h>
#endif

/* An editor may write a file in several steps, and several files at once. */
#define SETTLE_MS   300
#define POSTPONE_MS 1000

/* A window needs less to be made and drawn. */
#define TIDY_AFTER_MS 120

/* The heap of a thread grows by a page at a time, with a system call for each: five thousand for a report of a
 * megabyte. So it gets its size at once, under a lid that keeps malloc() from giving it back. Nothing of it is in
 * memory before it is written to.
 */
#define HEAP_BLOCK_SIZE (120 * 1024)
#define HEAP_BLOCKS     256

/* What a load came to. */
typedef struct
{
  char           *path;
  PremisePackage *package;      /* (nullable): of a report that could be opened */
  PremiseReport  *report;       /* (nullable) */
  GPtrArray      *diagnostics;
  GPtrArray      *files;        /* (nullable): what was read for it */
} Loaded;

struct _PremiseReloader
{
  GObject     parent_instance;

  char       *path;        /* of the report */
  GThread    *thread;      /* (nullable): loads it the first time */
  char       *digest;      /* (nullable): of what was loaded last */
  GHashTable *monitors;    /* path → GFileMonitor */
  guint       timeout;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseReloader, premise_reloader, G_TYPE_OBJECT)

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->package, premise_package_free);
  g_clear_object (&loaded->report);
  g_ptr_array_unref (loaded->diagnostics);
  g_clear_pointer (&loaded->files, g_ptr_array_unref);
  g_free (loaded->path);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

#ifdef HAVE_MALLOC_TRIM
/* Asks for blocks below the size that malloc() maps one by one, and gives all but the last of them back.
 * Returns: (transfer full) (nullable): the last one, to be kept while the heap is used
 */
static gpointer
widen_heap (void)
{
  gpointer blocks[HEAP_BLOCKS];

  /* In tests malloc() may fill what is freed: that would be nearly all of the heap for each block that grows. */
  if (g_getenv ("MALLOC_PERTURB_") != NULL)
    return NULL;

  for (guint i = 0; i < HEAP_BLOCKS; i++)
    blocks[i] = g_malloc (HEAP_BLOCK_SIZE);
  for (guint i = 0; i + 1 < HEAP_BLOCKS; i++)
    g_free (blocks[i]);

  return blocks[HEAP_BLOCKS - 1];
}
#endif

/* data: (transfer full): the path */
static gpointer
load_thread (gpointer data)
{
  Loaded *loaded = g_new0 (Loaded, 1);
#ifdef HAVE_MALLOC_TRIM
  g_autofree gpointer lid = widen_heap ();
#endif

  loaded->path = data;
  loaded->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  loaded->package = premise_package_open (loaded->path, NULL);
  if (loaded->package != NULL)
    loaded->report = premise_report_load_package (loaded->package, loaded->path, loaded->diagnostics, &loaded->files);
  else
    /* Once more, for what is wrong. */
    loaded->report = premise_report_load (loaded->path, loaded->diagnostics);

  return loaded;
}

/* data: (transfer full) (nullable): files */
static gpointer
tidy_thread (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
#ifdef HAVE_MALLOC_TRIM
  malloc_trim (0);
#endif

  return NULL;
}

static gboolean
tidy_cb (gpointer user_data)
{
  g_thread_unref (g_thread_new ("tidy", tidy_thread, user_data));

  return G_SOURCE_REMOVE;
}

/* Parsing takes several times the memory that is kept, in a heap of its thread that nobody else uses. To give it back
 * takes a third as long as the loading, and interrupts all processors for every piece: it waits until the report can
 * be seen.
 * files: (transfer full) (nullable): what was read
 */
static void
tidy_later (GPtrArray *files)
{
  g_timeout_add_full (G_PRIORITY_LOW, TIDY_AFTER_MS, tidy_cb, files, NULL);
}

static gboolean
timeout_cb (gpointer user_data)
{
  PremiseReloader *self = user_data;

  self->timeout = 0;
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
start_timeout (PremiseReloader *self,
               guint            ms)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (ms, timeout_cb, self);
}

/* Editors leave other files beside those of the report while they write. */
static gboolean
is_of_report (PremiseReloader *self,
              GFile           *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = NULL;

  if (path == NULL)
    return FALSE;

  name = g_path_get_basename (path);

  return g_str_equal (path, self->path) || g_str_has_suffix (name, ".json") ||
         strchr (name, '.') == NULL;
}

static void
changed_cb (PremiseReloader   *self,
            GFile             *file,
            GFile             *other,
            GFileMonitorEvent  event)
{
  if (is_of_report (self, file) || is_of_report (self, other))
    start_timeout (self, SETTLE_MS);
}

static void
watch (PremiseReloader *self,
       GHashTable      *monitors,
       const char      *path)
{
  GFileMonitor *monitor = g_hash_table_lookup (self->monitors, path);
  g_autoptr(GFile) file = NULL;

  if (g_hash_table_contains (monitors, path))
    return;

  if (monitor != NULL)
    {
      g_hash_table_insert (monitors, g_strdup (path), g_object_ref (monitor));
      return;
    }

  /* Where nothing can be watched the report is read all the same. */
  file = g_file_new_for_path (path);
  monitor = g_file_monitor (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (monitor == NULL)
    return;

  g_signal_connect_object (monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (monitors, g_strdup (path), monitor);
}

/* All folders on the way to a file, as far as they are there. */
static void
watch_folders_of (PremiseReloader *self,
                  GHashTable      *monitors,
                  const char      *path)
{
  for (const char *slash = strchr (path, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      g_autofree char *part = g_strndup (path, (gsize) (slash - path));
      g_autofree char *folder = g_build_filename (self->path, part, NULL);

      if (!g_file_test (folder, G_FILE_TEST_IS_DIR) || g_file_test (folder, G_FILE_TEST_IS_SYMLINK))
        return;
      watch (self, monitors, folder);
    }
}

/* package: (nullable): %NULL when there is none */
static void
watch_all (PremiseReloader *self,
           PremisePackage  *package)
{
  g_autoptr(GHashTable) monitors =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  watch (self, monitors, self->path);
  if (package != NULL && g_file_test (self->path, G_FILE_TEST_IS_DIR))
    {
      g_auto(GStrv) paths = premise_package_dup_asked (package);

      for (guint i = 0; paths[i] != NULL; i++)
        watch_folders_of (self, monitors, paths[i]);
    }

  g_hash_table_unref (self->monitors);
  self->monitors = g_steal_pointer (&monitors);
}

static void
premise_reloader_dispose (GObject *object)
{
  PremiseReloader *self = PREMISE_RELOADER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_hash_table_remove_all (self->monitors);
  if (self->thread != NULL)
    loaded_free (g_thread_join (g_steal_pointer (&self->thread)));

  G_OBJECT_CLASS (premise_reloader_parent_class)->dispose (object);
}

static void
premise_reloader_finalize (GObject *object)
{
  PremiseReloader *self = PREMISE_RELOADER (object);

  g_hash_table_unref (self->monitors);
  g_free (self->digest);
  g_free (self->path);

  G_OBJECT_CLASS (premise_reloader_parent_class)->finalize (object);
}

static void
premise_reloader_class_init (PremiseReloaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = premise_reloader_dispose;
  object_class->finalize = premise_reloader_finalize;

  /**
   * PremiseReloader::changed:
   * @self: a reloader
   *
   * Emitted when files may have changed: it is time for premise_reloader_load().
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
premise_reloader_init (PremiseReloader *self)
{
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * premise_reloader_new:
 * @path: a report: its folder, or a `.premise` file
 *
 * Returns: (transfer full): a reloader that has loaded nothing yet
 */
PremiseReloader *
premise_reloader_new (const char *path)
{
  PremiseReloader *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (PREMISE_TYPE_RELOADER, NULL);
  self->path = g_canonicalize_filename (path, NULL);

  return self;
}

/**
 * premise_reloader_start:
 * @self: a reloader that has loaded nothing yet
 *
 * Begins to load the report on a thread, for the first premise_reloader_load() to have it sooner.
 */
void
premise_reloader_start (PremiseReloader *self)
{
  g_return_if_fail (PREMISE_IS_RELOADER (self));
  g_return_if_fail (self->thread == NULL);

  self->thread = g_thread_new ("load", load_thread, g_strdup (self->path));
}

/**
 * premise_reloader_get_path:
 * @self: a reloader
 *
 * Returns: the absolute path of the report
 */
const char *
premise_reloader_get_path (PremiseReloader *self)
{
  g_return_val_if_fail (PREMISE_IS_RELOADER (self), NULL);

  return self->path;
}

/**
 * premise_reloader_load:
 * @self: a reloader
 * @diagnostics: (element-type PremiseDiagnostic): what is wrong is appended
 * @changed: (out): whether it is another content than last time
 *
 * Loads the report, and watches its files from now on.
 *
 * Returns: (transfer full) (nullable): the report, as from premise_report_load()
 */
PremiseReport *
premise_reloader_load (PremiseReloader *self,
                       GPtrArray       *diagnostics,
                       gboolean        *changed)
{
  g_autoptr(Loaded) loaded = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (PREMISE_IS_RELOADER (self), NULL);
  g_return_val_if_fail (diagnostics != NULL && changed != NULL, NULL);

  loaded = self->thread != NULL ? g_thread_join (g_steal_pointer (&self->thread))
                                : load_thread (g_strdup (self->path));
  tidy_later (g_steal_pointer (&loaded->files));
  if (loaded->package != NULL)
    digest = premise_package_dup_digest (loaded->package);
  g_ptr_array_extend_and_steal (diagnostics, g_ptr_array_ref (loaded->diagnostics));

  watch_all (self, loaded->package);
  *changed = g_strcmp0 (digest, self->digest) != 0 || digest == NULL;
  g_set_str (&self->digest, digest);

  return g_steal_pointer (&loaded->report);
}

/**
 * premise_reloader_postpone:
 * @self: a reloader that said “changed”
 *
 * Has it said again after a while: now is no good time.
 */
void
premise_reloader_postpone (PremiseReloader *self)
{
  g_return_if_fail (PREMISE_IS_RELOADER (self));

  start_timeout (self, POSTPONE_MS);
}
