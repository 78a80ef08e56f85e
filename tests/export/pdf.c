/* pdf.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pdf.h"

#include <string.h>

/* There may be zeros between. Returns: (nullable): where the words stand */
static const char *
find (const char *at,
      const char *end,
      const char *words)
{
  gsize length = strlen (words);

  for (; at + length <= end; at++)
    if (memcmp (at, words, length) == 0)
      return at;

  return NULL;
}

GByteArray *
pdf_unpack (const char *pdf,
            gsize       length)
{
  GByteArray *all = g_byte_array_new ();
  const char *end = pdf + length;
  const char *at = pdf;

  g_byte_array_append (all, (const guint8 *) pdf, length);

  while ((at = find (at, end, "\nstream")) != NULL)
    {
      g_autoptr(GConverter) inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
      g_autofree guint8 *buffer = g_malloc (1 << 20);
      gsize n_read, n_written;

      at += strlen ("\nstream");
      at += *at == '\r';
      at += *at == '\n';

      /* Not every stream is packed. */
      if (g_converter_convert (inflate, at, end - at, buffer, 1 << 20, G_CONVERTER_NO_FLAGS, &n_read, &n_written,
                               NULL) != G_CONVERTER_ERROR)
        g_byte_array_append (all, buffer, n_written);
    }

  return all;
}

guint
pdf_count (GByteArray *bytes,
           const char *words)
{
  const char *at = (const char *) bytes->data;
  const char *end = at + bytes->len;
  guint n = 0;

  while ((at = find (at, end, words)) != NULL)
    {
      at++;
      n++;
    }

  return n;
}
