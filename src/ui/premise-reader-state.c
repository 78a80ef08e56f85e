/* premise-reader-state.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-reader-state.h"

#include "premise-set-aside.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>

#define VERSION 1

#define GROUP_FILE      "Premise"
#define GROUP_PLACE     "Place"
#define GROUP_BOOKMARKS "Bookmarks"
#define GROUP_CHANGES   "Changes"

/* More than a file system takes as a name would be no name of a file. */
#define MAX_NAME 48
#define MAX_CHILD 100000

/* What has changed since it was written. */
typedef enum
{
  PART_PLACE     = 1 << 0,
  PART_LANGUAGE  = 1 << 1,
  PART_BOOKMARKS = 1 << 2,
  PART_CHANGES   = 1 << 3,
  ALL_PARTS      = (1 << 4) - 1,
} Parts;

struct _PremiseReaderState
{
  GObject       parent_instance;

  char         *path;
  char         *report_id;
  char         *section;      /* (nullable) */
  PremisePlace  place;
  char         *language;     /* (nullable) */
  GStrv         changes;
  GPtrArray    *bookmarks;    /* (element-type utf8), ends with NULL */
  gboolean      foreign;      /* the file is not ours to write: newer, or not readable */
  Parts         changed;
};

enum
{
  BOOKMARKS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* path → PremiseReaderState (not owned): two windows of a report must not undo each other. */
static GHashTable *open_states;

G_DEFINE_FINAL_TYPE (PremiseReaderState, premise_reader_state, G_TYPE_OBJECT)

static void
premise_reader_state_finalize (GObject *object)
{
  PremiseReaderState *self = PREMISE_READER_STATE (object);

  if (open_states != NULL && self->path != NULL)
    g_hash_table_remove (open_states, self->path);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->report_id, g_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->changes, g_strfreev);
  g_clear_pointer (&self->bookmarks, g_ptr_array_unref);

  G_OBJECT_CLASS (premise_reader_state_parent_class)->finalize (object);
}

static void
premise_reader_state_class_init (PremiseReaderStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = premise_reader_state_finalize;

  /**
   * PremiseReaderState::bookmarks-changed:
   * @self: a state
   *
   * Emitted after a bookmark was set or taken away.
   */
  signals[BOOKMARKS_CHANGED] =
    g_signal_new ("bookmarks-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
premise_reader_state_init (PremiseReaderState *self)
{
  self->changes = g_new0 (char *, 1);
  self->bookmarks = g_ptr_array_new_null_terminated (0, g_free, TRUE);
}

/* The id comes from a report that anybody may have written: it can hold a slash, dots, or
 * differ from another in a letter that this file system does not tell apart. */
static char *
dup_file_name (const char *report_id)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, report_id, -1);
  GString *name = g_string_new (NULL);

  for (const char *p = report_id; *p != '\0' && name->len < MAX_NAME; p++)
    g_string_append_c (name, g_ascii_isalnum (*p) ? *p : '-');
  g_string_append_printf (name, "-%.12s.ini", sum);

  return g_string_free_and_steal (name);
}

static void
read_place (PremiseReaderState *self,
            GKeyFile           *file)
{
  int child = g_key_file_get_integer (file, GROUP_PLACE, "block", NULL);
  double fraction = g_key_file_get_double (file, GROUP_PLACE, "fraction", NULL);

  self->section = g_key_file_get_string (file, GROUP_PLACE, "section", NULL);
  self->language = g_key_file_get_string (file, GROUP_PLACE, "language", NULL);
  self->place.child = (guint) CLAMP (child, 0, MAX_CHILD);
  self->place.fraction = isfinite (fraction) ? CLAMP (fraction, 0, 1) : 0;
}

static void
read_bookmarks (PremiseReaderState *self,
                GKeyFile           *file)
{
  g_auto(GStrv) sections = g_key_file_get_string_list (file, GROUP_BOOKMARKS, "sections", NULL,
                                                       NULL);

  for (guint i = 0; sections != NULL && sections[i] != NULL; i++)
    if (!premise_reader_state_has_bookmark (self, sections[i]))
      g_ptr_array_add (self->bookmarks, g_strdup (sections[i]));
}

static void
read_changes (PremiseReaderState *self,
              GKeyFile           *file)
{
  GStrv changes = g_key_file_get_string_list (file, GROUP_CHANGES, "values", NULL, NULL);

  if (changes == NULL)
    return;

  g_strfreev (self->changes);
  self->changes = changes;
}

static char *
say_corrupt (PremiseReaderState *self,
             const GError       *error)
{
  g_autofree char *aside = premise_set_aside (self->path);
  g_autofree char *name = NULL;

  g_warning ("%s: %s", self->path, error->message);
  if (aside == NULL)
    {
      self->foreign = TRUE;
      return g_strdup (_("The bookmarks and changes of this report cannot be read, and new ones will not "
                         "be kept"));
    }

  name = g_path_get_basename (aside);

  return g_strdup_printf (_("The bookmarks and changes of this report could not be read; they were set "
                            "aside as “%s”"), name);
}

static gboolean
is_missing (const GError *error)
{
  return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
         g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR) ||
         g_error_matches (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_NOT_FOUND);
}

/* Returns: (nullable): what the reader has to know */
static char *
read_file (PremiseReaderState *self)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  int version;

  if (!g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, &error))
    {
      if (is_missing (error))
        return NULL;
      if (error->domain == G_KEY_FILE_ERROR)
        return say_corrupt (self, error);

      /* It may be whole: nothing may be written over it. */
      self->foreign = TRUE;
      return g_strdup_printf (_("The bookmarks and changes of this report cannot be read: %s"),
                              error->message);
    }

  version = g_key_file_get_integer (file, GROUP_FILE, "version", &error);
  if (error != NULL)
    return say_corrupt (self, error);

  read_place (self, file);
  read_bookmarks (self, file);
  read_changes (self, file);
  if (version <= VERSION)
    return NULL;

  self->foreign = TRUE;

  return g_strdup (_("The bookmarks and changes of this report were kept by a newer Premise; they are left "
                     "as they are, and new ones will not be kept"));
}

/**
 * premise_reader_state_open:
 * @folder: (nullable): where the files are, %NULL for the user's data folder
 * @report_id: id of a report
 * @notice: (out) (nullable) (transfer full): what the reader has to know, as a sentence
 *
 * Reads what was kept of a report. A file that is damaged is set aside, never overwritten; one
 * of a newer version is read as far as it is understood and left alone.
 *
 * Returns: (transfer full): the state, empty when nothing was kept
 */
PremiseReaderState *
premise_reader_state_open (const char  *folder,
                           const char  *report_id,
                           char       **notice)
{
  g_autofree char *own = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  PremiseReaderState *self;

  g_return_val_if_fail (report_id != NULL, NULL);
  g_return_val_if_fail (notice != NULL, NULL);

  own = g_build_filename (g_get_user_data_dir (), "premise", "reading", NULL);
  name = dup_file_name (report_id);
  path = g_build_filename (folder != NULL ? folder : own, name, NULL);

  *notice = NULL;
  if (open_states == NULL)
    open_states = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (open_states, path);
  if (self != NULL)
    return g_object_ref (self);

  self = g_object_new (PREMISE_TYPE_READER_STATE, NULL);
  self->path = g_steal_pointer (&path);
  self->report_id = g_strdup (report_id);
  *notice = read_file (self);
  g_hash_table_insert (open_states, self->path, self);

  return self;
}

/* Returns: (transfer full): what is in the file, nothing when there is none; %NULL when it is not ours to write */
static GKeyFile *
load_newest (PremiseReaderState  *self,
             GError             **error)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) own = NULL;

  if (g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, &own) &&
      g_key_file_get_integer (file, GROUP_FILE, "version", &own) > VERSION)
    self->foreign = TRUE;
  if (own == NULL)
    return self->foreign ? NULL : g_steal_pointer (&file);

  if (!is_missing (own))
    {
      g_autofree char *aside = own->domain == G_KEY_FILE_ERROR ? premise_set_aside (self->path) : NULL;

      if (aside == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return NULL;
        }
      g_warning ("%s: set aside as %s", self->path, aside);
    }

  self->changed = ALL_PARTS;

  return g_key_file_new ();
}

static void
write_parts (PremiseReaderState *self,
             GKeyFile           *file)
{
  g_key_file_set_integer (file, GROUP_FILE, "version", VERSION);
  g_key_file_set_string (file, GROUP_FILE, "report", self->report_id);
  if ((self->changed & PART_PLACE) != 0 && self->section != NULL)
    {
      g_key_file_set_string (file, GROUP_PLACE, "section", self->section);
      g_key_file_set_integer (file, GROUP_PLACE, "block", (int) self->place.child);
      g_key_file_set_double (file, GROUP_PLACE, "fraction", self->place.fraction);
    }
  if ((self->changed & PART_LANGUAGE) != 0 && self->language != NULL)
    g_key_file_set_string (file, GROUP_PLACE, "language", self->language);
  else if ((self->changed & PART_LANGUAGE) != 0)
    g_key_file_remove_key (file, GROUP_PLACE, "language", NULL);
  if ((self->changed & PART_BOOKMARKS) != 0)
    g_key_file_set_string_list (file, GROUP_BOOKMARKS, "sections",
                                (const char *const *) self->bookmarks->pdata, self->bookmarks->len);
  if ((self->changed & PART_CHANGES) != 0)
    g_key_file_set_string_list (file, GROUP_CHANGES, "values", (const char *const *) self->changes,
                                g_strv_length (self->changes));
}

/**
 * premise_reader_state_save:
 * @self: a state
 * @error: return location
 *
 * Writes what has changed, all of it or nothing; what has not, but was changed in the file, stays there. Without
 * a change, and over a file that is not ours to write, it does nothing.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
premise_reader_state_save (PremiseReaderState  *self,
                           GError             **error)
{
  g_autoptr(GKeyFile) file = NULL;
  g_autoptr(GError) own = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (PREMISE_IS_READER_STATE (self), FALSE);

  if (self->changed == 0 || self->foreign)
    return TRUE;

  /* Another Premise may have written since: what did not change here stays as it is there. */
  file = load_newest (self, &own);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (file == NULL)
    return TRUE;

  write_parts (self, file);
  text = g_key_file_to_data (file, &length, NULL);

  parent = g_path_get_dirname (self->path);
  if (g_mkdir_with_parents (parent, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", parent,
                   g_strerror (code));
      return FALSE;
    }

  if (!g_file_set_contents_full (self->path, text, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return FALSE;

  self->changed = 0;

  return TRUE;
}

/**
 * premise_reader_state_get_path:
 * @self: a state
 *
 * Returns: (transfer none): the file that it is kept in
 */
const char *
premise_reader_state_get_path (PremiseReaderState *self)
{
  g_return_val_if_fail (PREMISE_IS_READER_STATE (self), NULL);

  return self->path;
}

/**
 * premise_reader_state_get_section:
 * @self: a state
 *
 * Returns: (nullable) (transfer none): id of the section that was read last; the report may
 *   not have it any more
 */
const char *
premise_reader_state_get_section (PremiseReaderState *self)
{
  g_return_val_if_fail (PREMISE_IS_READER_STATE (self), NULL);

  return self->section;
}

/**
 * premise_reader_state_get_place:
 * @self: a state
 *
 * Returns: where in that section
 */
PremisePlace
premise_reader_state_get_place (PremiseReaderState *self)
{
  PremisePlace top = { 0, 0 };

  g_return_val_if_fail (PREMISE_IS_READER_STATE (self), top);

  return self->place;
}

/**
 * premise_reader_state_set_place:
 * @self: a state
 * @section: id of a section
 * @place: where in it
 *
 * Keeps where the reader is. It is written by premise_reader_state_save().
 */
void
premise_reader_state_set_place (PremiseReaderState *self,
                                const char         *section,
                                const PremisePlace *place)
{
  g_return_if_fail (PREMISE_IS_READER_STATE (self));
  g_return_if_fail (section != NULL);
  g_return_if_fail (place != NULL);

  if (g_set_str (&self->section, section) || self->place.child != place->child ||
      self->place.fraction != place->fraction)
    self->changed |= PART_PLACE;
  self->place = *place;
}

/**
 * premise_reader_state_get_language:
 * @self: a state
 *
 * Returns: (nullable) (transfer none): the language that the report was switched to; the report
 *   may not have it any more
 */
const char *
premise_reader_state_get_language (PremiseReaderState *self)
{
  g_return_val_if_fail (PREMISE_IS_READER_STATE (self), NULL);

  return self->language;
}

/**
 * premise_reader_state_set_language:
 * @self: a state
 * @language: (nullable): a language, or %NULL for that of the preferences
 *
 * Keeps the language that the reader switched to. It is written by premise_reader_state_save().
 */
void
premise_reader_state_set_language (PremiseReaderState *self,
                                   const char         *language)
{
  g_return_if_fail (PREMISE_IS_READER_STATE (self));

  if (g_set_str (&self->language, language))
    self->changed |= PART_LANGUAGE;
}

/**
 * premise_reader_state_get_changes:
 * @self: a state
 *
 * Returns: (transfer none): the assumptions that were changed, for premise_session_restore_changes()
 */
const char *const *
premise_reader_state_get_changes (PremiseReaderState *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (PREMISE_IS_READER_STATE (self), none);

  return (const char *const *) self->changes;
}

/**
 * premise_reader_state_set_changes:
 * @self: a state
 * @changes: what premise_session_dup_changes() wrote down
 *
 * Keeps what is changed. It is written by premise_reader_state_save().
 */
void
premise_reader_state_set_changes (PremiseReaderState *self,
                                  const char *const  *changes)
{
  g_return_if_fail (PREMISE_IS_READER_STATE (self));
  g_return_if_fail (changes != NULL);

  if (g_strv_equal ((const char *const *) self->changes, changes))
    return;

  g_strfreev (self->changes);
  self->changes = g_strdupv ((GStrv) changes);
  self->changed |= PART_CHANGES;
}

/**
 * premise_reader_state_get_bookmarks:
 * @self: a state
 *
 * Returns: (transfer none): ids of the marked sections, the oldest mark first; the report may
 *   not have all of them any more
 */
const char *const *
premise_reader_state_get_bookmarks (PremiseReaderState *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (PREMISE_IS_READER_STATE (self), none);

  return self->bookmarks->len > 0 ? (const char *const *) self->bookmarks->pdata : none;
}

/**
 * premise_reader_state_has_bookmark:
 * @self: a state
 * @section: id of a section
 *
 * Returns: whether it is marked
 */
gboolean
premise_reader_state_has_bookmark (PremiseReaderState *self,
                                   const char         *section)
{
  g_return_val_if_fail (PREMISE_IS_READER_STATE (self), FALSE);
  g_return_val_if_fail (section != NULL, FALSE);

  return g_ptr_array_find_with_equal_func (self->bookmarks, section, g_str_equal, NULL);
}

/**
 * premise_reader_state_set_bookmark:
 * @self: a state
 * @section: id of a section
 * @marked: whether it is to be marked
 *
 * Sets a bookmark or takes it away. It is written by premise_reader_state_save().
 */
void
premise_reader_state_set_bookmark (PremiseReaderState *self,
                                   const char         *section,
                                   gboolean            marked)
{
  guint position;
  gboolean is_marked;

  g_return_if_fail (PREMISE_IS_READER_STATE (self));
  g_return_if_fail (section != NULL);

  is_marked = g_ptr_array_find_with_equal_func (self->bookmarks, section, g_str_equal, &position);
  if (is_marked == (marked != FALSE))
    return;

  if (marked)
    g_ptr_array_add (self->bookmarks, g_strdup (section));
  else
    g_ptr_array_remove_index (self->bookmarks, position);
  self->changed |= PART_BOOKMARKS;
  g_signal_emit (self, signals[BOOKMARKS_CHANGED], 0);
}
