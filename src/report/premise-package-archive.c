/* premise-package-archive.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-package-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* Small reports may pack well: the ratio counts from here on, in bytes. */
#define SMALL (1024 * 1024)

typedef struct archive Archive;
typedef struct archive_entry ArchiveEntry;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveEntry, archive_entry_free)

typedef struct
{
  PremisePackage *package;
  Archive        *archive;
  gsize           packed;        /* bytes of the archive */
  gsize           unpacked;      /* bytes so far */
  guint           n_entries;
} Unpacking;

/* The library makes names with the locale's encoding, whatever that is. */
static locale_t
begin_utf8 (locale_t *utf8)
{
  *utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", duplocale (LC_GLOBAL_LOCALE));

  return *utf8 != (locale_t) 0 ? uselocale (*utf8) : (locale_t) 0;
}

static void
end_utf8 (locale_t utf8,
          locale_t before)
{
  if (utf8 == (locale_t) 0)
    return;

  uselocale (before);
  freelocale (utf8);
}

static gboolean
set_damaged (Archive  *archive,
             GError  **error)
{
  const char *reason = archive_error_string (archive);

  g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_DAMAGED,
               _("it is not a zip archive, or is damaged (%s)"), reason != NULL ? reason : _("it is empty"));

  return FALSE;
}

/* What an archive says about sizes may be a lie: what comes out is counted. */
static gboolean
count_bytes (Unpacking  *self,
             gsize       n,
             gsize       in_file,
             GError    **error)
{
  self->unpacked += n;

  if (in_file > PREMISE_PACKAGE_MAX_FILE)
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_LIMIT,
                 _("a file in it is larger than %d MiB"), PREMISE_PACKAGE_MAX_FILE / (1024 * 1024));
  else if (self->unpacked > PREMISE_PACKAGE_MAX_TOTAL)
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_LIMIT,
                 _("it unpacks to more than %d MiB"), PREMISE_PACKAGE_MAX_TOTAL / (1024 * 1024));
  else if (self->unpacked > SMALL && self->unpacked / PREMISE_PACKAGE_MAX_RATIO > self->packed)
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_LIMIT,
                 _("it unpacks to more than %d times its size, as no report does"),
                 PREMISE_PACKAGE_MAX_RATIO);
  else
    return TRUE;

  return FALSE;
}

static GBytes *
read_data (Unpacking  *self,
           GError    **error)
{
  g_autoptr(GByteArray) content = g_byte_array_new ();
  guint8 buffer[16384];
  la_ssize_t n;

  while ((n = archive_read_data (self->archive, buffer, sizeof buffer)) > 0)
    {
      if (!count_bytes (self, (gsize) n, content->len + (gsize) n, error))
        return NULL;

      g_byte_array_append (content, buffer, (guint) n);
    }

  if (n < 0)
    {
      set_damaged (self->archive, error);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static gboolean
check_kind (ArchiveEntry  *entry,
            const char    *path,
            GError       **error)
{
  g_autofree char *shown = premise_package_dup_shown (path);

  if (archive_entry_is_encrypted (entry))
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_UNSAFE,
                 _("“%s” is locked with a password; zip the report without one"), shown);
  else if (archive_entry_hardlink (entry) != NULL || archive_entry_symlink (entry) != NULL ||
           (archive_entry_filetype (entry) != AE_IFREG && archive_entry_filetype (entry) != AE_IFDIR))
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_UNSAFE,
                 _("“%s” is a link or a device; a report holds plain files and folders"), shown);
  else
    return TRUE;

  return FALSE;
}

static gboolean
unpack_entry (Unpacking     *self,
              ArchiveEntry  *entry,
              GError       **error)
{
  const char *name = archive_entry_pathname (entry);
  g_autofree char *path = g_strdup (name != NULL ? name : "");
  g_autoptr(GBytes) content = NULL;
  gsize length = strlen (path);

  if (++self->n_entries > PREMISE_PACKAGE_MAX_FILES)
    {
      g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_LIMIT,
                   _("it holds more than %d files"), PREMISE_PACKAGE_MAX_FILES);
      return FALSE;
    }

  if (!check_kind (entry, path, error))
    return FALSE;

  /* A folder has a slash at its end. */
  if (archive_entry_filetype (entry) == AE_IFDIR)
    {
      if (length > 0 && path[length - 1] == '/')
        path[length - 1] = '\0';
      return premise_package_check_path (path, error);
    }

  if (!premise_package_check_path (path, error))
    return FALSE;

  content = read_data (self, error);

  return content != NULL && premise_package_add (self->package, path, content, error);
}

static gboolean
unpack_all (Unpacking  *self,
            GError    **error)
{
  g_autoptr(ArchiveEntry) entry = archive_entry_new ();
  int status;

  /* A warning is an error too: a name that could not be read, or two sizes that differ. */
  while ((status = archive_read_next_header2 (self->archive, entry)) == ARCHIVE_OK)
    {
      if (!unpack_entry (self, entry, error))
        return FALSE;
    }

  return status == ARCHIVE_EOF || set_damaged (self->archive, error);
}

/* (element-type utf8) (transfer full): the folders of the reports that lie least deep, an empty one
 * for the archive itself. A report may hold others, such as those it came from.
 */
static GPtrArray *
find_tops (PremisePackage *self)
{
  GPtrArray *tops = g_ptr_array_new_with_free_func (g_free);
  guint least = G_MAXUINT;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->contents);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *path = key;
      const char *slash = strrchr (path, '/');
      guint depth = 0;

      if (!g_str_equal (slash != NULL ? slash + 1 : path, "report.json"))
        continue;

      for (const char *p = path; *p != '\0'; p++)
        depth += *p == '/';

      if (depth < least)
        g_ptr_array_set_size (tops, 0);
      least = MIN (least, depth);
      if (depth == least)
        g_ptr_array_add (tops, g_strndup (path, slash != NULL ? (gsize) (slash - path) : 0));
    }

  return tops;
}

/* Which of several reports is meant is not for us to say. */
static gboolean
set_several (GPtrArray  *tops,
             GError    **error)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_ptr_array_sort_values (tops, (GCompareFunc) strcmp);
  first = premise_package_dup_shown (tops->pdata[0]);
  second = premise_package_dup_shown (tops->pdata[1]);
  if (tops->len == 2)
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_SEVERAL,
                 /* Translators: of a zip archive; the names are those of two folders in it. */
                 _("it holds two reports, “%s” and “%s”; unpack it and open the folder of one of them"),
                 first, second);
  else
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_SEVERAL,
                 /* Translators: of a zip archive; the names are those of two folders in it. */
                 _("it holds several reports, such as “%s” and “%s”; unpack it and open the folder of "
                   "one of them"), first, second);

  return FALSE;
}

/* Leaves only what is in a folder of the archive. */
static void
strip_folder (PremisePackage *self,
              const char     *folder)
{
  g_autofree char *top = g_strconcat (folder, "/", NULL);
  GHashTable *contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) g_bytes_unref);
  gsize n = strlen (top);
  GHashTableIter iter;
  gpointer path, content;

  g_hash_table_iter_init (&iter, self->contents);
  while (g_hash_table_iter_next (&iter, &path, &content))
    {
      if (g_str_has_prefix (path, top))
        g_hash_table_insert (contents, g_strdup ((char *) path + n), g_bytes_ref (content));
    }

  g_hash_table_unref (self->contents);
  self->contents = contents;
}

/* A folder that was zipped, rather than what is in it, is a step more. */
static gboolean
find_report (PremisePackage  *self,
             GError         **error)
{
  g_autoptr(GPtrArray) tops = find_tops (self);

  if (tops->len > 1)
    return set_several (tops, error);

  if (tops->len == 1 && *(char *) tops->pdata[0] != '\0')
    strip_folder (self, tops->pdata[0]);

  return TRUE;
}

/**
 * premise_package_unpack:
 * @self: an empty package in memory
 * @archive: the content of a zip file
 * @error: return location for an error
 *
 * Adds the files of an archive, which may be hostile.
 *
 * Returns: whether all could be added
 */
gboolean
premise_package_unpack (PremisePackage  *self,
                        GBytes          *archive,
                        GError         **error)
{
  g_autoptr(Archive) reader = archive_read_new ();
  Unpacking unpacking = { self, reader, g_bytes_get_size (archive), 0, 0 };
  gsize size;
  const void *data = g_bytes_get_data (archive, &size);
  locale_t utf8;
  locale_t before = begin_utf8 (&utf8);
  gboolean done;

  /* No other format and no filter: the less is read, the less can be wrong with it. */
  archive_read_support_format_zip_seekable (reader);

  if (size > 0 && archive_read_open_memory (reader, data, size) == ARCHIVE_OK)
    done = unpack_all (&unpacking, error);
  else
    done = set_damaged (reader, error);

  end_utf8 (utf8, before);

  return done && find_report (self, error);
}

static la_ssize_t
append_cb (Archive    *archive,
           void       *user_data,
           const void *data,
           size_t      size)
{
  g_byte_array_append (user_data, data, (guint) size);

  return (la_ssize_t) size;
}

/* No date, owner or mode that depends on who packs, when and where: the same report is the same
 * bytes. A date that is not set is the first of those that the format knows.
 */
static gboolean
pack_file (Archive     *archive,
           const char  *path,
           GBytes      *content,
           GError     **error)
{
  g_autoptr(ArchiveEntry) entry = archive_entry_new ();
  gsize size;
  const void *data = g_bytes_get_data (content, &size);

  archive_entry_set_pathname_utf8 (entry, path);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);

  if (archive_write_header (archive, entry) != ARCHIVE_OK ||
      archive_write_data (archive, data, size) != (la_ssize_t) size)
    {
      g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_FILE,
                   /* Translators: a file, and the system's reason. */
                   _("cannot pack “%s”: %s"), path, archive_error_string (archive));
      return FALSE;
    }

  return TRUE;
}

/**
 * premise_package_pack:
 * @self: a package that a report was loaded from
 * @error: return location for an error
 *
 * Packs the files that were read, so what a report does not use stays out. The same files give
 * the same bytes.
 *
 * Returns: (transfer full) (nullable): the content of a `.premise` file
 */
GBytes *
premise_package_pack (PremisePackage  *self,
                      GError         **error)
{
  g_autoptr(GByteArray) bytes = NULL;
  g_autoptr(Archive) archive = NULL;
  g_auto(GStrv) paths = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  bytes = g_byte_array_new ();
  archive = archive_write_new ();
  paths = premise_package_dup_paths (self);
  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=deflate,zip:hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block (archive, 1);
  archive_write_open (archive, bytes, NULL, append_cb, NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr(GBytes) content = premise_package_read (self, paths[i], error);

      if (content == NULL || !pack_file (archive, paths[i], content, error))
        return NULL;
    }

  if (archive_write_close (archive) != ARCHIVE_OK)
    {
      g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_FILE,
                   _("cannot pack the report: %s"), archive_error_string (archive));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
