/* fuzz-run.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs a target without libFuzzer over the inputs in files: a NAME.seeds has many, with an
 * empty line between them, any other file is one. So the corpus is tested with every compiler,
 * and a crash can be looked at in a debugger.
 */

#include "config.h"

#include "fuzz.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static const char *current_path;
static int current_line;

static void
name_input (int signal_number)
{
  char message[512];
  int length = g_snprintf (message, sizeof message, "%s:%d: this input breaks the target\n",
                           current_path, current_line);

  if (write (STDERR_FILENO, message, (gsize) MIN (length, (int) sizeof message - 1)) < 0)
    _exit (1);

  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

static void
run_input (const char *data,
           gsize       size)
{
  /* Memory of its own, so that a sanitizer sees a step beyond the end. */
  g_autofree guint8 *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (copy, size);
}

static guint
run_seeds (const char *text)
{
  const char *start = text;
  guint n = 0;

  current_line = 1;

  while (*start != '\0')
    {
      const char *end = strstr (start, "\n\n");
      gsize length = end != NULL ? (gsize) (end - start) : strlen (start);

      run_input (start, length);
      n++;

      for (gsize i = 0; i < length; i++)
        current_line += start[i] == '\n';

      current_line += 2;
      start += length + (end != NULL ? 2 : 0);
    }

  return n;
}

static guint
run_file (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }

  current_path = path;
  current_line = 1;

  if (g_str_has_suffix (path, ".seeds"))
    return run_seeds (text);

  run_input (text, length);

  return 1;
}

int
main (int   argc,
      char *argv[])
{
  guint n = 0;

  LLVMFuzzerInitialize (&argc, &argv);
  signal (SIGABRT, name_input);
  signal (SIGSEGV, name_input);

  for (int i = 1; i < argc; i++)
    n += run_file (argv[i]);

  g_print ("%u inputs\n", n);

  return n > 0 ? 0 : 1;
}
