/* premise-resolver.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-checker-private.h"
#include "premise-diagnostic-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Looking through all names of a large model for every one that is unknown would take long. */
#define MAX_SUGGESTIONS 100

/* Looks a name up: first among those with the prefix of the formula's own id, then as it is. */
static guint
find_variable (PremiseChecker    *self,
               const PremiseNode *node)
{
  const PremiseNames *names = &self->model->names;
  const char *name = self->text + node->offset;
  guint found = premise_names_find_prefixed (names, self->id, self->n_prefix, name, node->length);

  return found != PREMISE_NAMES_NONE ? found : premise_names_find (names, name, node->length);
}

/* The nearest name as it could be written here: without the common prefix. */
static const char *
suggest_variable (PremiseChecker *self,
                  const char     *name)
{
  const PremiseNames *names = &self->model->names;
  gsize n_prefix = self->n_prefix;
  g_autofree const char **candidates = NULL;

  if (self->n_suggestions++ >= MAX_SUGGESTIONS)
    return NULL;

  candidates = g_new (const char *, names->n);

  for (guint i = 0; i < names->n; i++)
    {
      const char *id = premise_names_get (names, i);

      const char *dot = strrchr (id, '.');

      if (strcmp (dot != NULL ? dot + 1 : id, name) == 0)
        return id;

      candidates[i] = n_prefix > 0 && strncmp (id, self->id, n_prefix) == 0 ? id + n_prefix : id;
    }

  return premise_nearest_name (name, candidates, names->n);
}

static void
complain_unknown_name (PremiseChecker    *self,
                       const PremiseNode *node)
{
  g_autofree char *name = g_strndup (self->text + node->offset, node->length);
  const char *suggestion;

  if (premise_names_find (&self->model->indexes, name, node->length) != PREMISE_NAMES_NONE)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNKNOWN_NAME, node->offset,
                              /* Translators: an index, twice. sum and over are words of formulas
                               * and stay as they are. */
                              _("“%s” is an index, which has no value; "
                                "use it as in sum(x over %s)"),
                              name, name);
  else if (premise_function_find (name, node->length) != PREMISE_FUNCTION_NONE)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNKNOWN_NAME, node->offset,
                              /* Translators: a function, and an example of its use. */
                              _("“%s” is a function; write its arguments behind it, as in %s"),
                              name,
                              premise_function_get_example (premise_function_find (name, node->length),
                                                            NULL));
  else if ((suggestion = suggest_variable (self, name)) != NULL)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNKNOWN_NAME, node->offset,
                              /* Translators: what is written in a formula, and the variable that is
                               * most like it. */
                              _("unknown name “%s”; did you mean “%s”?"), name, suggestion);
  else
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNKNOWN_NAME, node->offset,
                              _("unknown name “%s”; define a variable with this id"), name);
}

static void
complain_unknown_function (PremiseChecker    *self,
                           const PremiseNode *node)
{
  g_autofree char *name = g_strndup (self->text + node->offset, node->length);
  guint n = premise_function_get_n_functions ();
  g_autofree const char **candidates = g_new (const char *, n);
  const char *nearest;

  for (guint i = 0; i < n; i++)
    candidates[i] = premise_function_get_name (i);

  nearest = premise_nearest_name (name, candidates, n);

  if (nearest != NULL)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNKNOWN_FUNCTION, node->offset,
                              /* Translators: what is written in a formula, and the function that is
                               * most like it. */
                              _("unknown function “%s”; did you mean “%s”?"), name, nearest);
  else if (find_variable (self, node) != PREMISE_NAMES_NONE)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNKNOWN_FUNCTION, node->offset,
                              _("“%s” is a variable, not a function; "
                                "write * to multiply, [ ] to pick a member"),
                              name);
  else
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_UNKNOWN_FUNCTION, node->offset,
                              _("unknown function “%s”"), name);
}

static void
check_arity (PremiseChecker    *self,
             const PremiseNode *node)
{
  const PremiseFunction *function = premise_function_get (node->target);
  guint n_args = 0;
  gboolean has_over = FALSE;

  for (guint32 i = node->first; i != PREMISE_NODE_NONE; i = premise_checker_get_node (self, i)->next)
    {
      if (premise_checker_get_node (self, i)->kind == PREMISE_NODE_INDEX)
        has_over = TRUE;
      else
        n_args++;
    }

  if (n_args > PREMISE_MANY_ARGS)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_ARITY, node->offset,
                              /* Translators: a function, how many it was given, and the most. */
                              _("“%s” was given %u arguments; the limit is %d"), function->name,
                              n_args, PREMISE_MANY_ARGS);
  else if (n_args < function->min_args || n_args > function->max_args)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_ARITY, node->offset,
                              /* Translators: a function, how many it was given, and how it is
                               * written. */
                              g_dngettext (GETTEXT_PACKAGE, "“%s” was given %u argument; write %s",
                                           "“%s” was given %u arguments; write %s", n_args),
                              function->name, n_args, function->usage);
  else if (has_over && (function->kind == PREMISE_FUNCTION_CELLS
                        || (function->kind == PREMISE_FUNCTION_REDUCE && n_args > 1)))
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_ARITY, node->offset,
                              /* Translators: a function, and how it is written. The word “over”
                               * stays as it is: it is one of formulas. */
                              _("“%s” works cell by cell here and has no “over”; write %s"),
                              function->name, function->usage);
}

static void
resolve_index (PremiseChecker *self,
               PremiseNode    *node)
{
  const PremiseNames *indexes = &self->model->indexes;
  const char *name = self->text + node->offset;
  g_autofree char *copy = NULL;
  g_autofree const char **candidates = NULL;
  const char *nearest;

  node->target = premise_names_find (indexes, name, node->length);

  if (node->target != PREMISE_NAMES_NONE)
    return;

  copy = g_strndup (name, node->length);
  candidates = g_new (const char *, indexes->n);

  for (guint i = 0; i < indexes->n; i++)
    candidates[i] = premise_names_get (indexes, i);

  nearest = premise_nearest_name (copy, candidates, indexes->n);

  if (nearest != NULL)
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX, node->offset,
                              _("unknown index “%s”; did you mean “%s”?"), copy, nearest);
  else
    premise_checker_complain (self, PREMISE_DIAGNOSTIC_INDEX, node->offset,
                              _("unknown index “%s”"), copy);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* Most formulas mention a handful of names. */
static void
sort_positions (guint32 *positions,
                guint    n)
{
  if (n > 16)
    {
      qsort (positions, n, sizeof *positions, compare_positions);
      return;
    }

  for (guint i = 1; i < n; i++)
    {
      guint32 position = positions[i];
      guint j = i;

      for (; j > 0 && positions[j - 1] > position; j--)
        positions[j] = positions[j - 1];

      positions[j] = position;
    }
}

/* Sorts what was added from @start on, and leaves each position once. */
static void
make_unique (GArray *positions,
             guint   start)
{
  guint n = positions->len - start;
  guint kept = 0;
  guint32 *p;

  if (n < 2)
    return;

  p = &g_array_index (positions, guint32, start);
  sort_positions (p, n);

  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || p[i] != p[kept - 1])
        p[kept++] = p[i];
    }

  g_array_set_size (positions, start + kept);
}

/**
 * premise_checker_resolve:
 * @self: a checker, started on a formula
 * @precedents: (element-type guint32): the variables it mentions are appended, ascending
 *
 * Finds what the names of a formula stand for.
 *
 * Returns: whether all are known
 */
gboolean
premise_checker_resolve (PremiseChecker *self,
                         GArray         *precedents)
{
  guint start = precedents->len;

  for (guint32 i = self->first; i <= self->root; i++)
    {
      PremiseNode *node = premise_checker_get_node (self, i);

      if (node->kind == PREMISE_NODE_NAME)
        {
          node->target = find_variable (self, node);

          if (node->target != PREMISE_NAMES_NONE)
            g_array_append_val (precedents, node->target);
          else
            complain_unknown_name (self, node);
        }
      else if (node->kind == PREMISE_NODE_CALL)
        {
          node->target = premise_function_find (self->text + node->offset, node->length);

          if (node->target != PREMISE_FUNCTION_NONE)
            check_arity (self, node);
          else
            complain_unknown_function (self, node);
        }
      else if (node->kind == PREMISE_NODE_INDEX)
        resolve_index (self, node);
    }

  make_unique (precedents, start);

  return self->n_errors == 0;
}
