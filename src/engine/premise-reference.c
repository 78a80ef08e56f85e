/* premise-reference.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-reference.h"

#include "premise-function-private.h"
#include "premise-lexer-private.h"
#include "premise-model-private.h"

#include <string.h>

/* A parenthesis that is open. */
typedef struct
{
  guint    first;      /* the first reference in it */
  guint    n_commas;
  gboolean along;      /* it may work along all indexes */
  gboolean reduces;    /* but of several arguments cell by cell */
  gboolean over;       /* it has said along which ones */
} Scope;

typedef struct
{
  PremiseModel *model;
  const char   *text;
  const char   *id;
  gsize         n_prefix;
  PremiseLexer  lexer;
  PremiseToken  token;
  PremiseToken  before;       /* the token in front of it */
  GArray       *references;
  GArray       *scopes;
} Reader;

static void
clear_reference (gpointer data)
{
  PremiseReference *reference = data;

  g_clear_pointer (&reference->members, g_array_unref);
}

static void
advance (Reader *self)
{
  self->before = self->token;
  premise_lexer_next (&self->lexer, &self->token);
}

/* Without index: all of them. */
static void
take_all (Reader *self,
          guint   first,
          guint   index)
{
  for (guint i = first; i < self->references->len; i++)
    {
      PremiseReference *reference = &g_array_index (self->references, PremiseReference, i);

      for (guint dim = 0; reference->members != NULL && dim < reference->members->len; dim++)
        {
          guint *member = &g_array_index (reference->members, guint, dim);

          if (*member == PREMISE_MEMBER_OWN &&
              (index == PREMISE_MODEL_NOT_FOUND ||
               premise_model_get_dim (self->model, reference->target, dim) == index))
            *member = PREMISE_MEMBER_ALL;
        }
    }
}

static void
open_scope (Reader *self)
{
  Scope scope = { self->references->len, 0, FALSE, FALSE, FALSE };
  guint function = PREMISE_FUNCTION_NONE;

  if (self->before.kind == PREMISE_TOKEN_NAME)
    function = premise_function_find (self->text + self->before.offset, self->before.length);

  if (function != PREMISE_FUNCTION_NONE)
    {
      scope.along = premise_function_get (function)->kind != PREMISE_FUNCTION_CELLS;
      scope.reduces = premise_function_get (function)->kind == PREMISE_FUNCTION_REDUCE;
    }

  g_array_append_val (self->scopes, scope);
}

static void
close_scope (Reader *self)
{
  Scope scope;

  if (self->scopes->len == 0)
    return;

  scope = g_array_index (self->scopes, Scope, self->scopes->len - 1);
  g_array_set_size (self->scopes, self->scopes->len - 1);

  if (scope.along && !scope.over && !(scope.reduces && scope.n_commas > 0))
    take_all (self, scope.first, PREMISE_MODEL_NOT_FOUND);
}

/* The names behind “over”, up to the parenthesis. */
static void
read_over (Reader *self)
{
  Scope *scope;

  if (self->scopes->len == 0)
    return;

  scope = &g_array_index (self->scopes, Scope, self->scopes->len - 1);
  scope->over = TRUE;

  while (self->token.kind == PREMISE_TOKEN_NAME || self->token.kind == PREMISE_TOKEN_COMMA)
    {
      if (self->token.kind == PREMISE_TOKEN_NAME)
        {
          PremiseReference reference = {
            PREMISE_REFERENCE_INDEX, self->token.offset, self->token.length,
            premise_names_find (&self->model->indexes, self->text + self->token.offset,
                                self->token.length),
            NULL,
          };

          if (reference.target != PREMISE_NAMES_NONE)
            {
              take_all (self, scope->first, reference.target);
              g_array_append_val (self->references, reference);
            }
        }
      advance (self);
    }
}

/* A member without its index is looked for in all indexes of the variable. */
static void
pick_member (Reader           *self,
             PremiseReference *reference,
             guint             index,
             const char       *name,
             gsize             length)
{
  for (guint dim = 0; dim < reference->members->len; dim++)
    {
      guint own = premise_model_get_dim (self->model, reference->target, dim);
      guint member;

      if (index != PREMISE_MODEL_NOT_FOUND && index != own)
        continue;

      member = premise_names_find (premise_model_get_members (self->model, own), name, length);
      if (member != PREMISE_NAMES_NONE)
        {
          g_array_index (reference->members, guint, dim) = member;
          return;
        }
    }
}

/* What is picked in brackets behind a name: [games], [year = 2030E, "a b"] */
static void
read_members (Reader           *self,
              PremiseReference *reference)
{
  guint index = PREMISE_MODEL_NOT_FOUND;

  do
    {
      PremiseToken name;

      advance (self);
      name = self->token;
      while (self->token.kind == PREMISE_TOKEN_NUMBER || self->token.kind == PREMISE_TOKEN_NAME ||
             self->token.kind == PREMISE_TOKEN_STRING)
        {
          name.length = self->token.offset + self->token.length - name.offset;
          advance (self);
        }

      if (self->token.kind == PREMISE_TOKEN_EQUAL)
        {
          index = premise_names_find (&self->model->indexes, self->text + name.offset, name.length);
          continue;
        }

      if (name.kind == PREMISE_TOKEN_STRING)
        {
          name.offset++;
          name.length -= 2;
        }
      pick_member (self, reference, index, self->text + name.offset, name.length);
      index = PREMISE_MODEL_NOT_FOUND;
    }
  while (self->token.kind == PREMISE_TOKEN_COMMA || self->token.kind == PREMISE_TOKEN_EQUAL);

  if (self->token.kind == PREMISE_TOKEN_RIGHT_BRACKET)
    {
      reference->length = self->token.offset + self->token.length - reference->offset;
      advance (self);
    }
}

static void
read_name (Reader *self)
{
  const PremiseNames *names = &self->model->names;
  const char *name = self->text + self->token.offset;
  PremiseReference reference = { PREMISE_REFERENCE_VARIABLE, self->token.offset,
                                 self->token.length, 0, NULL };

  advance (self);
  if (self->token.kind == PREMISE_TOKEN_LEFT_PAREN)
    return;

  reference.target = premise_names_find_prefixed (names, self->id, self->n_prefix, name,
                                                  reference.length);
  if (reference.target == PREMISE_NAMES_NONE)
    reference.target = premise_names_find (names, name, reference.length);
  if (reference.target == PREMISE_NAMES_NONE)
    return;

  reference.members = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint dim = 0; dim < premise_model_get_n_dims (self->model, reference.target); dim++)
    g_array_append_vals (reference.members, &(guint) { PREMISE_MEMBER_OWN }, 1);

  while (self->token.kind == PREMISE_TOKEN_LEFT_BRACKET)
    {
      guint length = reference.length;

      read_members (self, &reference);
      if (reference.length == length)
        break;
    }
  g_array_append_val (self->references, reference);
}

static void
read_token (Reader *self)
{
  if (self->token.kind == PREMISE_TOKEN_NAME)
    {
      read_name (self);
      return;
    }

  if (self->token.kind == PREMISE_TOKEN_LEFT_PAREN)
    open_scope (self);
  else if (self->token.kind == PREMISE_TOKEN_RIGHT_PAREN)
    close_scope (self);
  else if (self->token.kind == PREMISE_TOKEN_COMMA && self->scopes->len > 0)
    g_array_index (self->scopes, Scope, self->scopes->len - 1).n_commas++;

  if (self->token.kind == PREMISE_TOKEN_OVER)
    {
      advance (self);
      read_over (self);
    }
  else
    {
      advance (self);
    }
}

/* An index that the result does not have is gone through as a whole. */
static void
take_foreign (Reader *self,
              guint   variable)
{
  guint n_dims = premise_model_get_n_dims (self->model, variable);

  for (guint i = 0; i < self->references->len; i++)
    {
      PremiseReference *reference = &g_array_index (self->references, PremiseReference, i);

      for (guint dim = 0; reference->members != NULL && dim < reference->members->len; dim++)
        {
          guint *member = &g_array_index (reference->members, guint, dim);
          guint own = 0;

          while (own < n_dims && premise_model_get_dim (self->model, variable, own) !=
                                 premise_model_get_dim (self->model, reference->target, dim))
            own++;
          if (*member == PREMISE_MEMBER_OWN && own == n_dims)
            *member = PREMISE_MEMBER_ALL;
        }
    }
}

/**
 * premise_model_dup_references:
 * @self: a model
 * @variable: position of a variable
 *
 * Finds what the formula of a variable names, in the order of the text, so that it can be
 * written with other names or with numbers. Anything but a valid formula names nothing.
 *
 * Returns: (transfer full) (element-type PremiseReference): the places
 */
GArray *
premise_model_dup_references (PremiseModel *self,
                              guint         variable)
{
  GArray *references = g_array_new (FALSE, FALSE, sizeof (PremiseReference));
  g_autoptr(GArray) scopes = g_array_new (FALSE, FALSE, sizeof (Scope));
  Reader reader = { .model = self, .references = references, .scopes = scopes };
  const char *dot;

  g_array_set_clear_func (references, clear_reference);
  g_return_val_if_fail (PREMISE_IS_MODEL (self), references);

  reader.text = premise_model_get_expression (self, variable);
  if (reader.text == NULL || !premise_model_is_valid (self, variable))
    return references;

  reader.id = premise_model_get_id (self, variable);
  dot = strrchr (reader.id, '.');
  reader.n_prefix = dot != NULL ? (gsize) (dot - reader.id) + 1 : 0;

  premise_lexer_init (&reader.lexer, reader.text);
  premise_lexer_next (&reader.lexer, &reader.token);
  while (reader.token.kind != PREMISE_TOKEN_END && reader.token.kind != PREMISE_TOKEN_ERROR
         && reader.token.kind != PREMISE_TOKEN_UNKNOWN)
    read_token (&reader);
  take_foreign (&reader, variable);

  return references;
}

/* The member that a cell of the variable has of an index. */
static guint
get_own_member (PremiseModel *self,
                guint         variable,
                const guint  *members,
                guint         index)
{
  for (guint dim = 0; dim < premise_model_get_n_dims (self, variable); dim++)
    {
      if (premise_model_get_dim (self, variable, dim) == index)
        return members[dim];
    }

  return PREMISE_MEMBER_ALL;
}

/* Whether the reference takes a cell when the cell with @own members is calculated. */
static gboolean
takes_cell (PremiseModel           *self,
            guint                   variable,
            const guint            *own,
            const PremiseReference *reference,
            const guint            *members)
{
  for (guint dim = 0; dim < reference->members->len; dim++)
    {
      guint member = g_array_index (reference->members, guint, dim);

      if (member == PREMISE_MEMBER_OWN)
        member = get_own_member (self, variable, own,
                                 premise_model_get_dim (self, reference->target, dim));
      if (member != PREMISE_MEMBER_ALL && member != members[dim])
        return FALSE;
    }

  return TRUE;
}

static guint *
dup_members (PremiseModel *self,
             guint         variable,
             guint         cell)
{
  guint *members = g_new0 (guint, premise_model_get_n_dims (self, variable) + 1);

  premise_model_get_cell_members (self, variable, cell, members);

  return members;
}

/* Adds a cell unless it is there. Returns: whether there is room for another. */
static gboolean
add_cell (GArray *cells,
          guint   first,
          guint   variable,
          guint   cell,
          guint   limit)
{
  PremiseCell found = { variable, cell };

  for (guint i = first; i < cells->len; i++)
    {
      const PremiseCell *other = &g_array_index (cells, PremiseCell, i);

      if (other->variable == variable && other->cell == cell)
        return TRUE;
    }
  g_array_append_val (cells, found);

  return cells->len < limit;
}

static void
add_reference_cells (PremiseModel           *self,
                     guint                   variable,
                     const guint            *own,
                     const PremiseReference *reference,
                     guint                   limit,
                     GArray                 *cells)
{
  guint n_cells = premise_model_get_n_cells (self, reference->target);
  g_autofree guint *members = g_new0 (guint, reference->members->len + 1);

  for (guint cell = 0; cell < n_cells && cells->len < limit; cell++)
    {
      premise_model_get_cell_members (self, reference->target, cell, members);
      if (takes_cell (self, variable, own, reference, members))
        add_cell (cells, 0, reference->target, cell, limit);
    }
}

/**
 * premise_model_dup_reference_cells:
 * @self: a model
 * @variable: position of a formula
 * @cell: its cell
 * @reference: a reference of the formula to a variable
 * @limit: the most cells to look for
 *
 * Finds the cells of the other variable that are taken to calculate this one.
 *
 * Returns: (transfer full) (element-type PremiseCell): the first of them
 */
GArray *
premise_model_dup_reference_cells (PremiseModel           *self,
                                   guint                   variable,
                                   guint                   cell,
                                   const PremiseReference *reference,
                                   guint                   limit)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (PremiseCell));
  g_autofree guint *own = NULL;

  g_return_val_if_fail (PREMISE_IS_MODEL (self), cells);
  g_return_val_if_fail (reference->kind == PREMISE_REFERENCE_VARIABLE, cells);

  own = dup_members (self, variable, cell);
  add_reference_cells (self, variable, own, reference, limit, cells);

  return cells;
}

/**
 * premise_model_dup_cells_before:
 * @self: a model
 * @variable: position of a variable
 * @cell: its cell
 * @limit: the most cells to look for
 *
 * Finds the cells that a cell is calculated from, in the order in which the formula names them.
 *
 * Returns: (transfer full) (element-type PremiseCell): the first of them
 */
GArray *
premise_model_dup_cells_before (PremiseModel *self,
                                guint         variable,
                                guint         cell,
                                guint         limit)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (PremiseCell));
  g_autoptr(GArray) references = premise_model_dup_references (self, variable);
  g_autofree guint *own = dup_members (self, variable, cell);

  for (guint i = 0; i < references->len; i++)
    {
      const PremiseReference *reference = &g_array_index (references, PremiseReference, i);

      if (reference->kind == PREMISE_REFERENCE_VARIABLE)
        add_reference_cells (self, variable, own, reference, limit, cells);
    }

  return cells;
}

static void
add_cells_after (PremiseModel *self,
                 guint         dependent,
                 guint         variable,
                 const guint  *members,
                 guint         limit,
                 GArray       *cells)
{
  g_autoptr(GArray) references = premise_model_dup_references (self, dependent);
  g_autofree guint *own = g_new0 (guint, premise_model_get_n_dims (self, dependent) + 1);
  guint n_cells = premise_model_get_n_cells (self, dependent);
  guint first = cells->len;

  for (guint cell = 0; cell < n_cells && cells->len < limit; cell++)
    {
      premise_model_get_cell_members (self, dependent, cell, own);
      for (guint i = 0; i < references->len; i++)
        {
          const PremiseReference *reference = &g_array_index (references, PremiseReference, i);

          if (reference->kind == PREMISE_REFERENCE_VARIABLE && reference->target == variable &&
              takes_cell (self, dependent, own, reference, members) &&
              !add_cell (cells, first, dependent, cell, limit))
            break;
        }
    }
}

/**
 * premise_model_dup_cells_after:
 * @self: a model
 * @variable: position of a variable
 * @cell: its cell
 * @limit: the most cells to look for
 *
 * Finds the cells whose formulas take a cell, in the order of the model.
 *
 * Returns: (transfer full) (element-type PremiseCell): the first of them
 */
GArray *
premise_model_dup_cells_after (PremiseModel *self,
                               guint         variable,
                               guint         cell,
                               guint         limit)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (PremiseCell));
  g_autoptr(GArray) dependents = premise_model_dup_dependents (self, variable);
  g_autofree guint *members = dup_members (self, variable, cell);

  for (guint i = 0; i < dependents->len && cells->len < limit; i++)
    add_cells_after (self, g_array_index (dependents, guint, i), variable, members, limit, cells);

  return cells;
}
