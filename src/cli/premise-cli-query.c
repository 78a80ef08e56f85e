/* premise-cli-query.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Expressions on the command line: what tells them from names, and how their results, or what is
 * wrong with them, are written.
 */

#include "config.h"

#include "premise-cli-query-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How many characters of a long line are shown on either side of a mistake. */
#define NEAR_CHARS 60

/* An id, and maybe members in brackets, which may be written wrong: that is said of a name better. */
static gboolean
is_name (const char *text)
{
  const char *p = text;

  if (g_unichar_isdigit (g_utf8_get_char (p)))
    return FALSE;

  while (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))
         || g_utf8_get_char (p) == 0x3007 || *p == '_' || *p == '.')
    p = g_utf8_next_char (p);

  if (p == text)
    return FALSE;

  while (g_ascii_isspace (*p))
    p++;

  if (*p == '[')
    {
      const char *close = strchr (p, ']');

      p = close != NULL ? close + 1 : p + strlen (p);
    }

  while (g_ascii_isspace (*p))
    p++;

  return *p == '\0';
}

/**
 * premise_cli_is_expression:
 * @argument: what was typed
 *
 * Returns: whether it is to be calculated, and is neither NAME nor NAME=VALUE
 */
gboolean
premise_cli_is_expression (const char *argument)
{
  const char *equals = premise_cli_find_equals (argument);
  g_autofree char *name = g_strstrip (g_strndup (argument, equals != NULL ? (gsize) (equals - argument)
                                                                          : strlen (argument)));

  return *name != '\0' && g_utf8_validate (name, -1, NULL) && !is_name (name);
}

/* Where an offset is, lines and columns counted from 1, columns in characters. */
static void
find_place (const char *text,
            gsize       offset,
            guint      *line,
            guint      *column)
{
  const char *end = text + MIN (offset, strlen (text));
  const char *start = text;

  *line = 1;

  for (const char *p = text; p < end; p++)
    {
      if (*p != '\n')
        continue;

      (*line)++;
      start = p + 1;
    }

  *column = (guint) g_utf8_strlen (start, end - start) + 1;
}

/* The line, or of a long one what is near, and below it a mark under the place; wide characters take
 * the room of two.
 */
static void
print_place (const char *text,
             guint       line,
             guint       column)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  glong n_chars = g_utf8_strlen (lines[line - 1], -1);
  glong first = column > NEAR_CHARS ? (glong) column - NEAR_CHARS : 0;
  glong end = MIN (n_chars, first + 2 * NEAR_CHARS);
  g_autofree char *near = g_utf8_substring (lines[line - 1], first, end);
  const char *before = first > 0 ? "…" : "";
  const char *p = near;

  g_printerr ("  %s%s%s\n  ", before, near, end < n_chars ? "…" : "");
  column -= (guint) first;

  if (first > 0)
    g_printerr (" ");

  for (guint i = 1; i < column && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* A tab stays one, so that the mark moves as far. */
      if (!g_unichar_iszerowidth (c))
        g_printerr ("%s", c == '\t' ? "\t" : g_unichar_iswide (c) ? "  " : " ");
    }

  g_printerr ("^\n");
}

static void
complain (const char      *expression,
          const GPtrArray *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      guint line;
      guint column;

      find_place (expression, diagnostic->offset, &line, &column);
      g_printerr ("%s: ", g_get_prgname ());
      /* Translators: a place in an expression, a code such as E102, and what is wrong there. */
      g_printerr (_("line %u, column %u: E%d: %s"), line, column, diagnostic->code, diagnostic->message);
      g_printerr ("\n");
      print_place (expression, line, column);
    }
}

static void
complain_in_json (const char      *expression,
                  const GPtrArray *diagnostics)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "expression");
  json_builder_add_string_value (builder, expression);
  json_builder_set_member_name (builder, "errors");
  json_builder_begin_array (builder);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      g_autofree char *code = g_strdup_printf ("E%d", diagnostic->code);
      guint line;
      guint column;

      find_place (expression, diagnostic->offset, &line, &column);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "code");
      json_builder_add_string_value (builder, code);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, line);
      json_builder_set_member_name (builder, "column");
      json_builder_add_int_value (builder, column);
      json_builder_set_member_name (builder, "message");
      json_builder_add_string_value (builder, diagnostic->message);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  json_builder_end_object (builder);
  premise_cli_print_json (builder);
}

/**
 * premise_cli_ask:
 * @evaluator: the values of a report
 * @expression: what was typed
 * @json: whether to write JSON
 *
 * Evaluates an expression; what is wrong with it is said, and where.
 *
 * Returns: (transfer full) (nullable): the result
 */
PremiseQuery *
premise_cli_ask (PremiseEvaluator *evaluator,
                 const char       *expression,
                 gboolean          json)
{
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  PremiseQuery *query = premise_query_new (evaluator, expression, diagnostics);

  if (query == NULL && json)
    complain_in_json (expression, diagnostics);
  else if (query == NULL)
    complain (expression, diagnostics);

  return query;
}

/* The member of index @dim of the result that a cell belongs to. */
static const char *
get_member (const PremiseCliQuery *self,
            guint                  cell,
            guint                  dim)
{
  guint n_dims = premise_query_get_n_dims (self->query);

  for (guint i = n_dims; i > dim + 1; i--)
    cell /= premise_model_get_n_members (self->model, premise_query_get_dim (self->query, i - 1));

  return premise_model_get_member_id (self->model, premise_query_get_dim (self->query, dim),
                                      cell % premise_model_get_n_members (self->model,
                                                                          premise_query_get_dim (self->query, dim)));
}

static char *
dup_error (const PremiseCliQuery *self,
           guint                  cell)
{
  PremiseCell origin;
  PremiseValueError error = premise_query_get_error (self->query, cell, &origin.variable, &origin.cell);

  if (error == PREMISE_VALUE_OK)
    return g_strdup ("–");

  return premise_cli_describe_error (self->model, error,
                                     origin.variable != PREMISE_MODEL_NOT_FOUND ? &origin : NULL);
}

static char *
format (const PremiseCliQuery *self,
        guint                  cell,
        double                 value)
{
  PremiseFormat as_usual;

  if (isnan (value))
    return dup_error (self, cell);

  premise_format_init (&as_usual);

  return premise_format_value (&as_usual, value, premise_query_get_unit (self->query), self->language);
}

/* What the cell is, and what it was in the base case if that is something else. */
static char *
dup_cell (const PremiseCliQuery *self,
          guint                  cell)
{
  double base = premise_query_get_base_value (self->query, cell);
  double value = premise_query_get_value (self->query, cell);
  g_autofree char *base_text = format (self, cell, base);
  g_autofree char *value_text = format (self, cell, value);
  g_autofree char *change = NULL;

  if (base == value || (isnan (base) && isnan (value)))
    return g_steal_pointer (&value_text);

  if (isnan (base) || isnan (value))
    return g_strdup_printf ("%s → %s", base_text, value_text);

  change = premise_format_change (value, base, premise_query_get_unit (self->query), self->language);

  return g_strdup_printf ("%s → %s (%s)", base_text, value_text, change);
}

/* A line for each member of all indexes but the last, which go from left to right; or, if there is
 * only one index, a line for each of its members.
 */
static void
print_table (const PremiseCliQuery *self)
{
  guint n_dims = premise_query_get_n_dims (self->query);
  guint n_cells = premise_query_get_n_cells (self->query);
  guint n_columns = n_dims == 1 ? 1 : premise_model_get_n_members (self->model,
                                                                   premise_query_get_dim (self->query, n_dims - 1));

  g_print ("%s:", self->expression);

  for (guint i = 0; n_dims > 1 && i < n_columns; i++)
    g_print ("\t%s", get_member (self, i, n_dims - 1));

  for (guint cell = 0; cell < n_cells; cell++)
    {
      g_autofree char *text = dup_cell (self, cell);

      if (cell % n_columns == 0)
        {
          g_print ("\n%s", get_member (self, cell, 0));

          for (guint dim = 1; dim + 1 < n_dims; dim++)
            g_print (", %s", get_member (self, cell, dim));
        }

      g_print ("\t%s", text);
    }

  g_print ("\n");
}

/**
 * premise_cli_print_query:
 * @self: a result
 *
 * Writes a result for people: a line, or a table whose columns are separated by tabs.
 */
void
premise_cli_print_query (const PremiseCliQuery *self)
{
  g_autofree char *text = NULL;

  if (premise_query_get_n_dims (self->query) > 0)
    {
      print_table (self);
      return;
    }

  text = dup_cell (self, 0);
  g_print ("%s: %s\n", self->expression, text);
}

static void
add_value (const PremiseCliQuery *self,
           JsonBuilder           *builder,
           const char            *key,
           guint                  cell,
           double                 value)
{
  g_autofree char *text = format (self, cell, value);
  g_autofree char *text_key = g_strconcat (key, "_text", NULL);

  premise_cli_add_number (builder, key, premise_query_get_unit (self->query), value);
  json_builder_set_member_name (builder, text_key);
  json_builder_add_string_value (builder, text);
}

static void
add_error (const PremiseCliQuery *self,
           JsonBuilder           *builder,
           guint                  cell)
{
  PremiseCell origin;
  PremiseValueError error = premise_query_get_error (self->query, cell, &origin.variable, &origin.cell);

  if (error == PREMISE_VALUE_OK)
    return;

  json_builder_set_member_name (builder, "error");
  json_builder_add_string_value (builder, premise_value_error_to_string (error));

  if (origin.variable != PREMISE_MODEL_NOT_FOUND)
    premise_cli_add_name (self->model, builder, "origin", &origin);
}

/**
 * premise_cli_add_query:
 * @self: a result
 * @builder: an array being built
 *
 * Adds an object for each cell of a result.
 */
void
premise_cli_add_query (const PremiseCliQuery *self,
                       JsonBuilder           *builder)
{
  for (guint cell = 0; cell < premise_query_get_n_cells (self->query); cell++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "expression");
      json_builder_add_string_value (builder, self->expression);
      json_builder_set_member_name (builder, "members");
      json_builder_begin_object (builder);

      for (guint i = 0; i < premise_query_get_n_dims (self->query); i++)
        {
          json_builder_set_member_name (builder, premise_model_get_index_id (self->model,
                                                                             premise_query_get_dim (self->query, i)));
          json_builder_add_string_value (builder, get_member (self, cell, i));
        }

      json_builder_end_object (builder);
      json_builder_set_member_name (builder, "unit");
      json_builder_add_string_value (builder, premise_unit_get_text (premise_query_get_unit (self->query)));
      add_value (self, builder, "base", cell, premise_query_get_base_value (self->query, cell));
      add_value (self, builder, "value", cell, premise_query_get_value (self->query, cell));
      add_error (self, builder, cell);
      json_builder_end_object (builder);
    }
}
