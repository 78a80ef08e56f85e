/* premise-file-write.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-file-write.h"

/* A stream that is closed normally takes the place of the old file, however much of it was written. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_output_stream_close (stream, cancellable, NULL);
}

/**
 * premise_file_write:
 * @file: a file, which need not be there yet
 * @bytes: what is to be in it
 * @error: return location for an error of GIO
 *
 * Where not everything can be written, as on a full disk, an older file stays as it was and a new one
 * is not left there by half. g_file_replace_contents() promises neither.
 *
 * Returns: whether @file has all of @bytes
 */
gboolean
premise_file_write (GFile   *file,
                    GBytes  *bytes,
                    GError **error)
{
  g_autoptr(GFileOutputStream) stream = NULL;
  g_autoptr(GError) exists = NULL;
  gboolean is_new;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &exists);
  is_new = stream != NULL;
  if (g_error_matches (exists, G_IO_ERROR, G_IO_ERROR_EXISTS))
    stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  else if (exists != NULL)
    g_propagate_error (error, g_steal_pointer (&exists));

  if (stream == NULL)
    return FALSE;

  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, NULL, error))
    {
      if (g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
        return TRUE;
    }
  else
    abandon (G_OUTPUT_STREAM (stream));

  if (is_new)
    g_file_delete (file, NULL, NULL);

  return FALSE;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      bytes,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (premise_file_write (source, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * premise_file_write_async:
 * @file: a file, which need not be there yet
 * @bytes: what is to be in it
 * @callback: called when it is written, or could not be
 * @user_data: for @callback
 *
 * Does what premise_file_write() does on a thread.
 */
void
premise_file_write_async (GFile               *file,
                          GBytes              *bytes,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (file, NULL, callback, user_data);

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * premise_file_write_finish:
 * @file: the file
 * @result: what the callback was given
 * @error: return location for an error of GIO
 *
 * Returns: whether @file has everything
 */
gboolean
premise_file_write_finish (GFile         *file,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
