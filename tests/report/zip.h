/* zip.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes zip archives as no honest program would: any name, any kind of file, any promise. */
typedef struct
{
  GByteArray *bytes;
  GByteArray *directory;
  guint       n_entries;
} Zip;

#define ZIP_FILE    0100644u
#define ZIP_LINK    0120777u
#define ZIP_DEVICE  0020666u
#define ZIP_FOLDER  0040755u

/* Bits of an entry's flags. */
#define ZIP_ENCRYPTED (1 << 0)
#define ZIP_UTF8      (1 << 11)

Zip     *zip_new         (void);
void     zip_add         (Zip        *self,
                          const char *name,
                          const char *text);
void     zip_add_special (Zip        *self,
                          const char *name,
                          const char *data,
                          gsize       size,
                          guint32     mode,
                          guint16     flags);
/* Frees it. */
GBytes  *zip_finish      (Zip        *self);

G_END_DECLS
