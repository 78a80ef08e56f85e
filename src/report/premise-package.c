/* premise-package.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-package-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where a report begins. */
#define REPORT_FILE "report.json"

G_DEFINE_QUARK (premise-package-error-quark, premise_package_error)

/* Opens one step after the other and follows no symbolic link, so that no file
 * outside of the folder can be read, whatever is changed while we look.
 */
static int
open_inside (int         folder,
             const char *path)
{
  g_auto(GStrv) steps = g_strsplit (path, "/", -1);
  g_autofd int parent = -1;
  guint n = g_strv_length (steps);

  for (guint i = 0; i < n; i++)
    {
      int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
      int fd;

      if (g_str_equal (steps[i], "") || g_str_equal (steps[i], ".") || g_str_equal (steps[i], ".."))
        {
          errno = EACCES;
          return -1;
        }

      if (i + 1 < n)
        flags |= O_DIRECTORY;

      fd = openat (parent >= 0 ? parent : folder, steps[i], flags);
      if (fd < 0 || i + 1 == n)
        return fd;

      g_clear_fd (&parent, NULL);
      parent = fd;
    }

  errno = ENOENT;
  return -1;
}

static GBytes *
read_all (int      fd,
          gsize    maximum,
          GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[16384];

  for (;;)
    {
      gssize n = read (fd, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;

      if (n < 0)
        {
          g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                               g_strerror (errno));
          return NULL;
        }

      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

      if ((gsize) n > maximum - bytes->len)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC,
                       _("the file is larger than %d MiB"), (int) (maximum / (1024 * 1024)));
          return NULL;
        }

      g_byte_array_append (bytes, buffer, n);
    }
}

static GBytes *
read_inside (int          folder,
             const char  *path,
             GError     **error)
{
  g_autofd int fd = open_inside (folder, path);
  int code = errno;
  struct stat status;

  if (fd >= 0 && fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    return read_all (fd, PREMISE_PACKAGE_MAX_FILE, error);

  if (fd >= 0)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("it is not a regular file"));
  else if (code == ELOOP || code == ENOTDIR)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_LOOP,
                         _("a symbolic link or a file stands in the way; "
                           "a report folder holds its files itself"));
  else
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));

  return NULL;
}

static PremisePackage *
package_new (int folder)
{
  PremisePackage *self = g_new0 (PremisePackage, 1);

  self->folder = folder;
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* Tells versions of one report apart, which nobody forges: what is quick will do. */
  self->checksum = g_checksum_new (G_CHECKSUM_MD5);

  return self;
}

/**
 * premise_package_new:
 *
 * Returns: (transfer full): a package in memory, without files
 */
PremisePackage *
premise_package_new (void)
{
  PremisePackage *self = package_new (-1);

  self->contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_bytes_unref);

  return self;
}

/**
 * premise_package_new_from_archive:
 * @archive: the content of a `.premise` file
 * @error: return location for an error
 *
 * Unpacks into memory.
 *
 * Returns: (transfer full) (nullable): the package
 */
PremisePackage *
premise_package_new_from_archive (GBytes  *archive,
                                  GError **error)
{
  g_autoptr(PremisePackage) self = NULL;

  g_return_val_if_fail (archive != NULL, NULL);

  self = premise_package_new ();
  if (!premise_package_unpack (self, archive, error))
    return NULL;

  return g_steal_pointer (&self);
}

static PremisePackage *
open_archive (int      fd,
              GError **error)
{
  g_autoptr(GError) read_error = NULL;
  g_autoptr(GBytes) archive = read_all (fd, PREMISE_PACKAGE_MAX_TOTAL, &read_error);

  if (archive != NULL)
    return premise_package_new_from_archive (archive, error);

  g_set_error_literal (error, PREMISE_PACKAGE_ERROR,
                       g_error_matches (read_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC)
                         ? PREMISE_PACKAGE_ERROR_LIMIT : PREMISE_PACKAGE_ERROR_FILE,
                       read_error->message);

  return NULL;
}

/**
 * premise_package_open:
 * @path: a folder, or a `.premise` file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the package
 */
PremisePackage *
premise_package_open (const char  *path,
                      GError     **error)
{
  g_autofd int fd = -1;
  struct stat status;

  g_return_val_if_fail (path != NULL, NULL);

  /* Without waiting: it may be a pipe that nobody writes to. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0 || fstat (fd, &status) != 0)
    {
      g_set_error_literal (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_FILE,
                           g_strerror (errno));
      return NULL;
    }

  if (S_ISDIR (status.st_mode))
    return package_new (g_steal_fd (&fd));

  if (S_ISREG (status.st_mode))
    return open_archive (fd, error);

  g_set_error_literal (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_FILE,
                       _("it is neither a folder nor a file"));

  return NULL;
}

/**
 * premise_package_free:
 * @self: (transfer full): a package
 */
void
premise_package_free (PremisePackage *self)
{
  g_clear_fd (&self->folder, NULL);
  g_clear_pointer (&self->contents, g_hash_table_unref);
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self);
}

/**
 * premise_package_add:
 * @self: a package in memory
 * @path: where the file shall be, with slashes
 * @content: the file
 * @error: return location for an error
 *
 * Adds a file. A path that leads out, a second file of that name and what is beyond the limits
 * are refused.
 *
 * Returns: whether it was added
 */
gboolean
premise_package_add (PremisePackage  *self,
                     const char      *path,
                     GBytes          *content,
                     GError         **error)
{
  g_return_val_if_fail (self != NULL && self->contents != NULL, FALSE);
  g_return_val_if_fail (path != NULL && content != NULL, FALSE);

  if (!premise_package_check_path (path, error))
    return FALSE;

  if (g_hash_table_contains (self->contents, path))
    {
      g_autofree char *shown = premise_package_dup_shown (path);

      g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_UNSAFE,
                   _("it holds “%s” twice"), shown);
      return FALSE;
    }

  if (g_hash_table_size (self->contents) >= PREMISE_PACKAGE_MAX_FILES)
    {
      g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_LIMIT,
                   _("it holds more than %d files"), PREMISE_PACKAGE_MAX_FILES);
      return FALSE;
    }

  g_hash_table_insert (self->contents, g_strdup (path), g_bytes_ref (content));

  return TRUE;
}

/* (transfer full) (nullable): the first folder in one on disk that is a report. */
static char *
find_report_below (int folder)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  int fd = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *directory = fd >= 0 ? fdopendir (fd) : NULL;
  const struct dirent *entry;

  if (directory == NULL)
    {
      g_clear_fd (&fd, NULL);
      return NULL;
    }

  for (guint n = 0; n < PREMISE_PACKAGE_MAX_FILES && (entry = readdir (directory)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (entry->d_name, REPORT_FILE, NULL);
      g_autofd int file = open_inside (folder, path);

      if (file >= 0)
        g_ptr_array_add (found, g_strdup (entry->d_name));
    }
  closedir (directory);
  g_ptr_array_sort_values (found, (GCompareFunc) strcmp);

  return found->len > 0 ? g_strdup (found->pdata[0]) : NULL;
}

/* “No such file” would not say what to do. */
static void
set_no_report (PremisePackage  *self,
               GError         **error)
{
  g_autofree char *below = self->folder >= 0 ? find_report_below (self->folder) : NULL;
  g_autofree char *shown = below != NULL ? premise_package_dup_shown (below) : NULL;

  g_clear_error (error);
  if (shown != NULL)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                 /* Translators: report.json is missing in a folder that was to be opened; a folder in it. */
                 _("it is not there, but “%s” in this folder is a report; open that"), shown);
  else
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                         /* Translators: report.json is missing. */
                         _("it is not there, and every report has one"));
}

static GBytes *
read_content (PremisePackage  *self,
              const char      *path,
              GError         **error)
{
  GBytes *content = g_hash_table_lookup (self->contents, path);

  if (content != NULL)
    return g_bytes_ref (content);

  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, g_strerror (ENOENT));

  return NULL;
}

/* content: (nullable): %NULL when it could not be read. */
static void
note_asked (PremisePackage *self,
            const char     *path,
            GBytes         *content)
{
  if (g_hash_table_contains (self->asked, path))
    return;

  g_checksum_update (self->checksum, (const guchar *) path, (gssize) strlen (path) + 1);
  if (content != NULL)
    {
      gsize size;
      const guchar *data = g_bytes_get_data (content, &size);

      g_checksum_update (self->checksum, (const guchar *) &size, sizeof size);
      g_checksum_update (self->checksum, data, (gssize) size);
    }
}

/**
 * premise_package_read:
 * @self: a package
 * @path: a path in it, with slashes
 * @error: return location for a #GFileError; %G_FILE_ERROR_NOSPC for what is beyond the limits
 *
 * Reads a file. Symbolic links are not followed, wherever they lead, and neither are paths that
 * lead out.
 *
 * Returns: (transfer full) (nullable): its content
 */
GBytes *
premise_package_read (PremisePackage  *self,
                      const char      *path,
                      GError         **error)
{
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GError) local = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (g_hash_table_size (self->asked) >= PREMISE_PACKAGE_MAX_FILES)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC,
                   _("the report has more than %d files"), PREMISE_PACKAGE_MAX_FILES);
      return NULL;
    }

  content = self->contents != NULL ? read_content (self, path, &local)
                                   : read_inside (self->folder, path, &local);
  if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT) && g_str_equal (path, REPORT_FILE))
    set_no_report (self, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  note_asked (self, path, content);
  if (content == NULL)
    {
      g_hash_table_insert (self->asked, g_strdup (path), GINT_TO_POINTER (FALSE));
      return NULL;
    }

  if (g_bytes_get_size (content) > PREMISE_PACKAGE_MAX_TOTAL - self->n_bytes)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC,
                   _("the files of the report are larger than %d MiB together"),
                   PREMISE_PACKAGE_MAX_TOTAL / (1024 * 1024));
      return NULL;
    }

  if (!g_hash_table_contains (self->asked, path))
    self->n_bytes += g_bytes_get_size (content);
  g_hash_table_insert (self->asked, g_strdup (path), GINT_TO_POINTER (TRUE));

  return g_steal_pointer (&content);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GStrv
dup_asked (PremisePackage *self,
           gboolean        only_read)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  GHashTableIter iter;
  gpointer path, read;

  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, &path, &read))
    {
      if (GPOINTER_TO_INT (read) || !only_read)
        g_ptr_array_add (paths, g_strdup (path));
    }
  g_ptr_array_sort (paths, compare_paths);

  return (GStrv) g_ptr_array_steal (paths, NULL);
}

/**
 * premise_package_dup_paths:
 * @self: a package
 *
 * Returns: (transfer full): the paths of the files that were read, in the order of their bytes
 */
GStrv
premise_package_dup_paths (PremisePackage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_asked (self, TRUE);
}

/**
 * premise_package_dup_asked:
 * @self: a package
 *
 * Returns: (transfer full): the paths that were asked for, those of files that are not there too
 */
GStrv
premise_package_dup_asked (PremisePackage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_asked (self, FALSE);
}

/**
 * premise_package_dup_digest:
 * @self: a package
 *
 * Returns: (transfer full): a text that is another one when a file that was read, or was not
 *   there, is another one
 */
char *
premise_package_dup_digest (PremisePackage *self)
{
  g_autoptr(GChecksum) copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_checksum_copy (self->checksum);

  return g_strdup (g_checksum_get_string (copy));
}
