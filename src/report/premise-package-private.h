/* premise-package-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-package.h"

G_BEGIN_DECLS

struct _PremisePackage
{
  int         folder;      /* descriptor, −1 for one in memory */
  GHashTable *contents;    /* (nullable): path → GBytes, of one in memory */
  GHashTable *asked;       /* path → whether it was read */
  GChecksum  *checksum;    /* of all that was asked for, in its order */
  gsize       n_bytes;     /* of the files that were added or read */
};

/* premise-package-path.c */
gboolean  premise_package_check_path     (const char      *path,
                                          GError         **error);
char     *premise_package_dup_shown      (const char      *path) G_GNUC_WARN_UNUSED_RESULT;

/* premise-package-archive.c */
gboolean  premise_package_unpack         (PremisePackage  *self,
                                          GBytes          *archive,
                                          GError         **error);

G_END_DECLS
