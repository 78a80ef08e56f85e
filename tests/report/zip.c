/* zip.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "zip.h"

#include <string.h>

#define DEFLATED 8

static void
append_16 (GByteArray *bytes,
           guint16     value)
{
  guint16 little = GUINT16_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
append_32 (GByteArray *bytes,
           guint32     value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static guint32
get_checksum (const char *data,
              gsize       size)
{
  static guint32 table[256];
  guint32 sum = 0xffffffff;

  for (guint32 i = 0; i < 256 && table[255] == 0; i++)
    {
      table[i] = i;
      for (guint j = 0; j < 8; j++)
        table[i] = (table[i] & 1) != 0 ? (table[i] >> 1) ^ 0xedb88320 : table[i] >> 1;
    }

  for (gsize i = 0; i < size; i++)
    sum = table[(sum ^ (guint8) data[i]) & 0xff] ^ (sum >> 8);

  return sum ^ 0xffffffff;
}

static GBytes *
deflate (const char *data,
         gsize       size)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  GBytes *packed = g_converter_convert_bytes (G_CONVERTER (compressor), bytes, &error);

  g_assert_no_error (error);

  return packed;
}

/* What a local header and an entry of the directory have in common. */
static void
append_entry (GByteArray *bytes,
              guint16     flags,
              guint32     checksum,
              gsize       packed,
              gsize       size,
              const char *name)
{
  append_16 (bytes, 20);
  append_16 (bytes, flags);
  append_16 (bytes, DEFLATED);
  append_32 (bytes, 0x00210000);
  append_32 (bytes, checksum);
  append_32 (bytes, (guint32) packed);
  append_32 (bytes, (guint32) size);
  append_16 (bytes, (guint16) strlen (name));
  append_16 (bytes, 0);
}

Zip *
zip_new (void)
{
  Zip *self = g_new0 (Zip, 1);

  self->bytes = g_byte_array_new ();
  self->directory = g_byte_array_new ();

  return self;
}

void
zip_add (Zip        *self,
         const char *name,
         const char *text)
{
  zip_add_special (self, name, text, strlen (text), ZIP_FILE, ZIP_UTF8);
}

void
zip_add_special (Zip        *self,
                 const char *name,
                 const char *data,
                 gsize       size,
                 guint32     mode,
                 guint16     flags)
{
  g_autoptr(GBytes) packed = deflate (data, size);
  gsize n_packed = g_bytes_get_size (packed);
  guint32 checksum = get_checksum (data, size);
  guint32 offset = self->bytes->len;

  g_byte_array_append (self->bytes, (const guint8 *) "PK\3\4", 4);
  append_entry (self->bytes, flags, checksum, n_packed, size, name);
  g_byte_array_append (self->bytes, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->bytes, g_bytes_get_data (packed, NULL), (guint) n_packed);

  g_byte_array_append (self->directory, (const guint8 *) "PK\1\2", 4);
  append_16 (self->directory, (3 << 8) | 20);     /* made on Unix: the mode counts */
  append_entry (self->directory, flags, checksum, n_packed, size, name);
  append_16 (self->directory, 0);
  append_16 (self->directory, 0);
  append_16 (self->directory, 0);
  append_32 (self->directory, mode << 16);
  append_32 (self->directory, offset);
  g_byte_array_append (self->directory, (const guint8 *) name, (guint) strlen (name));
  self->n_entries++;
}

GBytes *
zip_finish (Zip *self)
{
  GByteArray *bytes = self->bytes;
  guint32 offset = bytes->len;

  g_byte_array_append (bytes, self->directory->data, self->directory->len);
  g_byte_array_append (bytes, (const guint8 *) "PK\5\6", 4);
  append_32 (bytes, 0);
  append_16 (bytes, (guint16) self->n_entries);
  append_16 (bytes, (guint16) self->n_entries);
  append_32 (bytes, self->directory->len);
  append_32 (bytes, offset);
  append_16 (bytes, 0);

  g_byte_array_unref (self->directory);
  g_free (self);

  return g_byte_array_free_to_bytes (bytes);
}
