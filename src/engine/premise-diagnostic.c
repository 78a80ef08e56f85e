/* premise-diagnostic.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-diagnostic.h"
#include "premise-diagnostic-private.h"

#include <string.h>

/* Names longer than this get no suggestion: the distance costs the square of the length. */
#define MAX_NAME_LENGTH 64

static PremiseDiagnostic * G_GNUC_PRINTF (3, 0)
diagnostic_new_valist (PremiseSeverity        severity,
                       PremiseDiagnosticCode  code,
                       const char            *format,
                       va_list                args)
{
  PremiseDiagnostic *self = g_new0 (PremiseDiagnostic, 1);

  self->severity = severity;
  self->code = code;
  self->message = g_strdup_vprintf (format, args);

  /* What a file has for a name need not be text, and a message must be. */
  if (!g_utf8_validate (self->message, -1, NULL))
    {
      g_autofree char *broken = self->message;

      self->message = g_utf8_make_valid (broken, -1);
    }

  return self;
}

/* How many letters to insert, remove, replace or swap with their neighbour; with an early
 * way out above @limit.
 */
static guint
edit_distance (const gunichar *a,
               glong           n_a,
               const gunichar *b,
               glong           n_b,
               guint           limit)
{
  guint rows[3][MAX_NAME_LENGTH + 1];

  for (glong j = 0; j <= n_b; j++)
    rows[0][j] = (guint) j;

  for (glong i = 1; i <= n_a; i++)
    {
      guint *row = rows[i % 3];
      const guint *above = rows[(i + 2) % 3];
      guint best = row[0] = (guint) i;

      for (glong j = 1; j <= n_b; j++)
        {
          guint cost = above[j - 1] + (a[i - 1] != b[j - 1]);

          cost = MIN (cost, above[j] + 1);
          cost = MIN (cost, row[j - 1] + 1);

          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            cost = MIN (cost, rows[(i + 1) % 3][j - 2] + 1);

          row[j] = cost;
          best = MIN (best, cost);
        }

      if (best > limit)
        return limit + 1;
    }

  return rows[n_a % 3][n_b];
}

static glong
decode (const char *name,
        gunichar    characters[MAX_NAME_LENGTH])
{
  glong n = 0;

  if (!g_utf8_validate (name, -1, NULL))
    return -1;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (n == MAX_NAME_LENGTH)
        return -1;

      characters[n++] = g_unichar_tolower (g_utf8_get_char (p));
    }

  return n;
}

/**
 * premise_diagnostic_new:
 * @severity: how bad it is
 * @code: what is wrong
 * @format: a sentence, as for printf()
 *
 * Creates a diagnostic without a place; the caller fills the fields it knows.
 *
 * Returns: (transfer full): the diagnostic
 */
PremiseDiagnostic *
premise_diagnostic_new (PremiseSeverity        severity,
                        PremiseDiagnosticCode  code,
                        const char            *format,
                        ...)
{
  PremiseDiagnostic *self;
  va_list args;

  g_return_val_if_fail (format != NULL, NULL);

  va_start (args, format);
  self = diagnostic_new_valist (severity, code, format, args);
  va_end (args);

  return self;
}

/**
 * premise_diagnostics_add:
 * @diagnostics: (nullable) (element-type PremiseDiagnostic): appended to
 * @code: what is wrong
 * @variable: (nullable): the id of the variable or index
 * @field: (nullable): the part of its definition
 * @offset: bytes into the text of @field
 * @format: a sentence, as for printf()
 *
 * Appends an error.
 */
void
premise_diagnostics_add (GPtrArray             *diagnostics,
                         PremiseDiagnosticCode  code,
                         const char            *variable,
                         const char            *field,
                         gsize                  offset,
                         const char            *format,
                         ...)
{
  PremiseDiagnostic *diagnostic;
  va_list args;

  if (diagnostics == NULL)
    return;

  va_start (args, format);
  diagnostic = diagnostic_new_valist (PREMISE_SEVERITY_ERROR, code, format, args);
  va_end (args);

  diagnostic->variable = g_strdup (variable);
  diagnostic->field = g_strdup (field);
  diagnostic->offset = offset;
  g_ptr_array_add (diagnostics, diagnostic);
}

/**
 * premise_diagnostic_copy:
 * @self: a diagnostic
 *
 * Copies a diagnostic with all its texts.
 *
 * Returns: (transfer full): the copy
 */
PremiseDiagnostic *
premise_diagnostic_copy (const PremiseDiagnostic *self)
{
  PremiseDiagnostic *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->variable = g_strdup (self->variable);
  copy->field = g_strdup (self->field);
  copy->file = g_strdup (self->file);
  copy->path = g_strdup (self->path);
  copy->message = g_strdup (self->message);

  return copy;
}

/**
 * premise_diagnostic_free:
 * @self: (nullable): a diagnostic
 *
 * Frees a diagnostic with all its texts.
 */
void
premise_diagnostic_free (PremiseDiagnostic *self)
{
  if (self == NULL)
    return;

  g_free (self->variable);
  g_free (self->field);
  g_free (self->file);
  g_free (self->path);
  g_free (self->message);
  g_free (self);
}

/**
 * premise_diagnostic_to_string:
 * @self: a diagnostic
 *
 * Formats a diagnostic as one line, `model/copilot.json:12:31: E102: …`. Without a
 * file, the variable and its field stand in the place of it.
 *
 * Returns: (transfer full): the line, without a line end
 */
char *
premise_diagnostic_to_string (const PremiseDiagnostic *self)
{
  GString *line;

  g_return_val_if_fail (self != NULL, NULL);

  line = g_string_new (NULL);

  if (self->file != NULL)
    {
      g_string_append (line, self->file);

      if (self->line > 0)
        g_string_append_printf (line, ":%u:%u", self->line, self->column);

      g_string_append (line, ": ");
    }
  else if (self->variable != NULL)
    {
      g_string_append (line, self->variable);

      if (self->field != NULL)
        g_string_append_printf (line, " (%s)", self->field);

      g_string_append (line, ": ");
    }

  g_string_append_printf (line, "%c%d: %s",
                          self->severity == PREMISE_SEVERITY_ERROR ? 'E' : 'W',
                          (int) self->code, self->message);

  return g_string_free (line, FALSE);
}

/**
 * premise_nearest_name:
 * @name: a name that nobody knows
 * @candidates: (array length=n_candidates): the known names
 * @n_candidates: how many
 *
 * Finds the candidate that @name may have been meant to be: the smallest edit distance, the
 * first of equals, and none above a third of the length of @name (one letter at least). Two
 * letters swapped are one edit; upper and lower case count as equal.
 *
 * Returns: (nullable) (transfer none): the candidate
 */
const char *
premise_nearest_name (const char        *name,
                      const char *const *candidates,
                      gsize              n_candidates)
{
  gunichar a[MAX_NAME_LENGTH];
  const char *nearest = NULL;
  glong n_a;
  guint limit;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (candidates != NULL || n_candidates == 0, NULL);

  n_a = decode (name, a);

  if (n_a <= 0)
    return NULL;

  limit = (guint) MAX (1, n_a / 3);

  for (gsize i = 0; i < n_candidates; i++)
    {
      gunichar b[MAX_NAME_LENGTH];
      glong n_b = decode (candidates[i], b);
      guint distance;

      /* What is there and still not found is no misspelling. */
      if (strcmp (candidates[i], name) == 0)
        continue;

      /* A name of one letter is within one edit of every other. */
      if (n_b <= 0 || ABS (n_a - n_b) > (glong) limit || (n_a == 1 && a[0] != b[0]))
        continue;

      distance = edit_distance (a, n_a, b, n_b, limit);

      if (distance > limit || (nearest != NULL && distance == limit))
        continue;

      nearest = candidates[i];
      limit = distance;
    }

  return nearest;
}
