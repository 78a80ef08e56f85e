/* premise-package.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* No report comes near these; what does is a mistake or an attack. */
#define PREMISE_PACKAGE_MAX_FILES  2000
#define PREMISE_PACKAGE_MAX_FILE   (16 * 1024 * 1024)   /* bytes */
#define PREMISE_PACKAGE_MAX_TOTAL  (64 * 1024 * 1024)   /* bytes, unpacked */
#define PREMISE_PACKAGE_MAX_RATIO  200                  /* unpacked to packed */
#define PREMISE_PACKAGE_MAX_DEPTH  16                   /* steps of a path */
#define PREMISE_PACKAGE_MAX_NAME   255                  /* bytes of a step */

#define PREMISE_PACKAGE_ERROR (premise_package_error_quark ())
typedef enum
{
  PREMISE_PACKAGE_ERROR_FILE,      /* it cannot be read */
  PREMISE_PACKAGE_ERROR_DAMAGED,   /* it is no zip archive, or a broken one */
  PREMISE_PACKAGE_ERROR_UNSAFE,    /* a path or a kind of file that no report needs */
  PREMISE_PACKAGE_ERROR_LIMIT,     /* too large, too many, too deep */
  PREMISE_PACKAGE_ERROR_SEVERAL,   /* more than one report */
} PremisePackageError;
GQuark          premise_package_error_quark     (void);

/**
 * PremisePackage:
 *
 * Where the files of a report come from: a folder, or a `.premise` file, which is such a folder
 * zipped and is unpacked into memory only. Nothing outside of it can be read through it, whatever
 * its files say.
 */
typedef struct _PremisePackage PremisePackage;

PremisePackage *premise_package_open            (const char           *path,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
PremisePackage *premise_package_new             (void) G_GNUC_WARN_UNUSED_RESULT;
PremisePackage *premise_package_new_from_archive (GBytes              *archive,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void            premise_package_free            (PremisePackage       *self);

gboolean        premise_package_add             (PremisePackage       *self,
                                                 const char           *path,
                                                 GBytes               *content,
                                                 GError              **error);
GBytes         *premise_package_read            (PremisePackage       *self,
                                                 const char           *path,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv           premise_package_dup_paths       (PremisePackage       *self) G_GNUC_WARN_UNUSED_RESULT;
GStrv           premise_package_dup_asked       (PremisePackage       *self) G_GNUC_WARN_UNUSED_RESULT;
char           *premise_package_dup_digest      (PremisePackage       *self) G_GNUC_WARN_UNUSED_RESULT;
GBytes         *premise_package_pack            (PremisePackage       *self,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremisePackage, premise_package_free)

G_END_DECLS
