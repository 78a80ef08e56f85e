/* premise-bench-load.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-package.h"
#include "premise-report.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

/* Loading a report against parsing the same bytes with json-glib and nothing more, in one run.
 * README.md says what is printed. */

#define N_RUNS 15

typedef struct
{
  const char     *name;
  PremisePackage *package;
  GPtrArray      *texts;    /* (element-type GBytes) */
  gsize           size;
  guint           n_sections;
} Report;

static void
add_file (Report     *self,
          const char *path,
          const char *text,
          gsize       length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);
  g_autoptr(GError) error = NULL;

  if (!premise_package_add (self->package, path, bytes, &error))
    g_error ("%s: %s", path, error->message);

  self->size += length;
  if (g_str_has_prefix (path, "chapters/"))
    self->n_sections++;
  g_ptr_array_add (self->texts, g_steal_pointer (&bytes));
}

static void
report_init (Report     *self,
             const char *name)
{
  *self = (Report) {
    .name = name,
    .package = premise_package_new (),
    .texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref),
  };
}

static void
report_clear (Report *self)
{
  g_clear_pointer (&self->package, premise_package_free);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}

static char *
read_file (const char *folder,
           const char *path)
{
  g_autofree char *name = g_build_filename (folder, path, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  if (!g_file_get_contents (name, &text, NULL, &error))
    g_error ("%s", error->message);

  return text;
}

static void
add_folder (Report     *self,
            const char *folder,
            const char *inside)
{
  g_autofree char *path = g_build_filename (folder, inside, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  if (dir == NULL)
    g_error ("%s", error->message);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = *inside != '\0' ? g_build_filename (inside, name, NULL)
                                               : g_strdup (name);
      g_autofree char *full = g_build_filename (folder, child, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        {
          add_folder (self, folder, child);
          continue;
        }

      text = read_file (folder, child);
      add_file (self, child, text, strlen (text));
    }
}

/* The template's model, and its first section as often as is asked for. */
static void
add_sections (Report     *self,
              const char *template,
              guint       n_sections)
{
  g_autofree char *sources = read_file (template, "sources.json");
  g_autofree char *model = read_file (template, "model/stand.json");
  g_autofree char *summer = read_file (template, "chapters/stand/summer.json");
  g_autoptr(GString) report = g_string_new (NULL);

  g_string_append (report, "{\"format\": 1, \"id\": \"bench\", \"title\": {\"zh\": \"量\", \"en\": "
                           "\"Bench\"}, \"languages\": [\"zh\", \"en\"], \"models\": [\"stand\"], "
                           "\"chapters\": [{\"id\": \"stand\", \"number\": \"1\", \"title\": "
                           "{\"zh\": \"章\", \"en\": \"Chapter\"}, \"sections\": [");

  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *path = g_strdup_printf ("chapters/stand/s%u.json", i);
      g_autofree char *id = g_strdup_printf ("\"id\": \"s%u\"", i);
      g_autoptr(GString) section = g_string_new (summer);

      g_string_replace (section, "\"id\": \"summer\"", id, 1);
      add_file (self, path, section->str, section->len);
      g_string_append_printf (report, "%s\"s%u\"", i > 0 ? ", " : "", i);
    }

  g_string_append (report, "]}]}");
  add_file (self, "report.json", report->str, report->len);
  add_file (self, "sources.json", sources, strlen (sources));
  add_file (self, "model/stand.json", model, strlen (model));
}

static double
time_parse (const Report *self)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < self->texts->len; i++)
    {
      GBytes *bytes = g_ptr_array_index (self->texts, i);
      g_autoptr(JsonParser) parser = json_parser_new_immutable ();
      g_autoptr(GError) error = NULL;
      gsize length;
      const char *text = g_bytes_get_data (bytes, &length);

      if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
        g_error ("%s", error->message);
    }

  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static double
time_load (const Report *self)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) report = premise_report_load_package (self->package, self->name,
                                                                 diagnostics, NULL);
  double duration = (double) (g_get_monotonic_time () - start) / 1e3;

  if (report == NULL || diagnostics->len > 0)
    g_error ("%s does not load", self->name);

  return duration;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* By turns, so that what slows the machine slows both. */
static void
measure (const Report *self)
{
  double parse[N_RUNS];
  double load[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      parse[i] = time_parse (self);
      load[i] = time_load (self);
    }

  qsort (parse, N_RUNS, sizeof parse[0], compare);
  qsort (load, N_RUNS, sizeof load[0], compare);

  g_print ("%-14s %8u %10.1f %12.3f %12.3f %8.2f\n", self->name, self->n_sections,
           (double) self->size / 1024, parse[N_RUNS / 2], load[N_RUNS / 2],
           load[N_RUNS / 2] / parse[N_RUNS / 2]);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 10, 100, 1000 };
  Report shipped;

  if (argc != 3)
    {
      g_printerr ("usage: %s REPORT TEMPLATE\n", argv[0]);
      return 2;
    }

  g_print ("%-14s %8s %10s %12s %12s %8s\n", "report", "sections", "KiB", "json-glib ms", "premise ms",
           "ratio");

  report_init (&shipped, "shipped");
  add_folder (&shipped, argv[1], "");
  measure (&shipped);
  report_clear (&shipped);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Report generated;

      report_init (&generated, "generated");
      add_sections (&generated, argv[2], sizes[i]);
      measure (&generated);
      report_clear (&generated);
    }

  return 0;
}
