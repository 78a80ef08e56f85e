/* premise-calculator.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-bulk-private.h"
#include "premise-calculator.h"
#include "premise-math-private.h"
#include "premise-trail-private.h"

/* How many steps all kept lists may have together. */
#define MAX_KEPT_STEPS 65536

/* When one formula in so many mentions what has been set, all are evaluated: most depend on
 * those, and side by side each costs much less.
 */
#define BULK_PART 4

/* Who tells what the last update changed. */
typedef enum
{
  CHANGED_BITS,
  CHANGED_TRAIL,
  CHANGED_BULK,
} ChangedIn;

struct _PremiseCalculator
{
  PremiseModel *model;
  double       *memory;         /* of the program; the values come first */
  guint        *set;            /* variables with a new value */
  guint         n_set;
  guint         n_set_allocated;
  guint64      *dirty;          /* a bit for each rank */
  guint32       first_dirty;    /* the first word that may have a bit */
  guint32       last_dirty;
  guint64      *changed_bits;   /* a bit for each variable */
  GHashTable   *trails;        /* (element-type guint PremiseTrail) */
  guint         n_kept_steps;
  guint         last_variable;  /* whose list is at hand */
  PremiseTrail *last_trail;
  PremiseBulk  *bulk;           /* (nullable) */
  double       *before;         /* (nullable): the values before all were evaluated */
  ChangedIn     changed_in;
};

/**
 * premise_calculator_new:
 * @model: a model
 *
 * Creates a calculator with the values of the base case.
 *
 * Returns: (transfer full): the calculator
 */
PremiseCalculator *
premise_calculator_new (PremiseModel *model)
{
  PremiseCalculator *self;

  g_return_val_if_fail (PREMISE_IS_MODEL (model), NULL);

  self = g_new0 (PremiseCalculator, 1);
  self->model = g_object_ref (model);
  self->memory = premise_program_new_memory (&model->program);
  memcpy (self->memory, model->base, model->program.n_values * sizeof (double));
  self->dirty = g_new0 (guint64, model->n_order / 64 + 1);
  self->first_dirty = G_MAXUINT32;
  self->changed_bits = g_new0 (guint64, model->variables->len / 64 + 1);
  self->trails = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) premise_trail_free);
  self->last_variable = PREMISE_MODEL_NOT_FOUND;

  return self;
}

/**
 * premise_calculator_free:
 * @self: (nullable) (transfer full): a calculator
 *
 * Frees it.
 */
void
premise_calculator_free (PremiseCalculator *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->model);
  g_free (self->memory);
  g_free (self->set);
  g_free (self->dirty);
  g_free (self->changed_bits);
  g_hash_table_unref (self->trails);
  premise_bulk_free (self->bulk);
  g_free (self->before);
  g_free (self);
}

/**
 * premise_calculator_set:
 * @self: a calculator
 * @variable: an assumption
 * @cell: a cell of it
 * @value: its new value in base units; the range is not looked at
 *
 * Sets a value. The formulas follow with premise_calculator_update().
 */
void
premise_calculator_set (PremiseCalculator *self,
                        guint              variable,
                        guint              cell,
                        double             value)
{
  double *place = self->memory + premise_model_get_variable (self->model, variable)->first_cell + cell;

  if (premise_bits_of (*place) == premise_bits_of (value))
    return;

  *place = value;

  if (self->n_set > 0 && self->set[self->n_set - 1] == variable)
    return;

  if (self->n_set == self->n_set_allocated)
    {
      self->n_set_allocated = MAX (16, 2 * self->n_set_allocated);
      self->set = g_renew (guint, self->set, self->n_set_allocated);
    }

  self->set[self->n_set++] = variable;
}

/* Marks the formulas that mention a variable. */
static void
mark_dependents (PremiseCalculator *self,
                 guint              variable)
{
  const PremiseGraph *graph = &self->model->dependents;

  for (guint32 i = graph->first[variable]; i < graph->first[variable + 1]; i++)
    {
      guint32 rank = self->model->ranks[graph->edges[i]];
      guint32 word = rank / 64;

      if (rank == self->model->n_order)
        continue;

      self->dirty[word] |= G_GUINT64_CONSTANT (1) << rank % 64;
      self->first_dirty = MIN (self->first_dirty, word);
      self->last_dirty = MAX (self->last_dirty, word);
    }
}

static void
note_changed (PremiseCalculator *self,
              guint              variable)
{
  self->changed_bits[variable / 64] |= G_GUINT64_CONSTANT (1) << variable % 64;
}

/* Evaluates what is dirty, precedents first: a formula marks only formulas behind it. */
static guint
update_dirty (PremiseCalculator *self)
{
  guint n_evaluated = 0;

  for (guint i = 0; i < self->n_set; i++)
    {
      note_changed (self, self->set[i]);
      mark_dependents (self, self->set[i]);
    }

  for (guint32 word = self->first_dirty; word <= self->last_dirty; word++)
    {
      while (self->dirty[word] != 0)
        {
          guint32 bit = (guint32) __builtin_ctzll (self->dirty[word]);
          guint32 variable = self->model->order[word * 64 + bit];

          self->dirty[word] &= self->dirty[word] - 1;
          n_evaluated++;

          if (premise_model_evaluate (self->model, variable, self->memory))
            {
              note_changed (self, variable);
              mark_dependents (self, variable);
            }
        }
    }

  self->first_dirty = G_MAXUINT32;
  self->last_dirty = 0;
  self->changed_in = CHANGED_BITS;

  return n_evaluated;
}

/* The list of a variable, as it was kept or made now. */
static PremiseTrail *
find_trail (PremiseCalculator *self,
            guint              variable)
{
  gpointer trail;

  if (variable == self->last_variable)
    return self->last_trail;

  if (!g_hash_table_lookup_extended (self->trails, GUINT_TO_POINTER (variable), NULL, &trail))
    {
      trail = premise_trail_new (self->model, variable);

      if (self->n_kept_steps > MAX_KEPT_STEPS)
        {
          g_hash_table_remove_all (self->trails);
          self->n_kept_steps = 0;
        }

      g_hash_table_insert (self->trails, GUINT_TO_POINTER (variable), trail);
      self->n_kept_steps += ((PremiseTrail *) trail)->too_long ? 1 : ((PremiseTrail *) trail)->n;
    }

  self->last_variable = variable;
  self->last_trail = trail;

  return trail;
}

/* Whether so many formulas mention what was set that all may as well be evaluated. */
static gboolean
is_worth_bulk (PremiseCalculator *self)
{
  const PremiseGraph *graph = &self->model->dependents;
  gsize n_mentions = 0;

  for (guint i = 0; i < self->n_set; i++)
    {
      guint variable = self->set[i];

      n_mentions += graph->first[variable + 1] - graph->first[variable];
    }

  return n_mentions > self->model->n_order / BULK_PART;
}

/* Groups what is to be evaluated together, when this is first wanted. */
static PremiseBulk *
get_bulk (PremiseCalculator *self)
{
  if (self->bulk == NULL)
    {
      self->bulk = premise_bulk_new (self->model);
      self->before = g_malloc (self->model->program.n_values * sizeof (double) + 1);
    }

  return self->bulk;
}

static guint
update_all (PremiseCalculator *self)
{
  PremiseBulk *bulk = get_bulk (self);

  memcpy (self->before, self->memory, self->model->program.n_values * sizeof (double));
  premise_bulk_run (bulk, self->memory);
  self->changed_in = CHANGED_BULK;

  for (guint i = 0; i < self->n_set; i++)
    note_changed (self, self->set[i]);

  return self->model->n_order;
}

/* One variable: by its list; or, if that is too long, by a search as we go, unless nearly as
 * much depends on it as can be evaluated side by side in the same time.
 */
static guint
update_one (PremiseCalculator *self)
{
  PremiseTrail *trail = find_trail (self, self->set[0]);

  if (trail->too_long)
    return trail->n > self->model->n_order / PREMISE_WIDE_PART
           && premise_bulk_is_dense (get_bulk (self)) ? update_all (self) : update_dirty (self);

  self->changed_in = CHANGED_TRAIL;

  return premise_trail_run (trail, self->model, self->memory);
}

/**
 * premise_calculator_update:
 * @self: a calculator
 *
 * Brings all values up to date.
 *
 * Returns: how many formulas were evaluated
 */
guint
premise_calculator_update (PremiseCalculator *self)
{
  guint n_evaluated;

  if (self->n_set == 0)
    {
      self->changed_in = CHANGED_BITS;
      return 0;
    }

  if (self->n_set == 1)
    n_evaluated = update_one (self);
  else if (is_worth_bulk (self))
    n_evaluated = update_all (self);
  else
    n_evaluated = update_dirty (self);

  self->n_set = 0;

  return n_evaluated;
}

static gboolean
differs (PremiseCalculator *self,
         guint              variable)
{
  guint32 first = premise_model_get_variable (self->model, variable)->first_cell;

  return memcmp (self->before + first, self->memory + first,
                 premise_model_get_n_cells (self->model, variable) * sizeof (double)) != 0;
}

static void
note_all_changed (PremiseCalculator *self)
{
  if (self->changed_in == CHANGED_TRAIL)
    {
      note_changed (self, self->last_variable);

      for (guint i = 0; i < self->last_trail->n; i++)
        {
          if (self->last_trail->changed[i + 1])
            note_changed (self, self->last_trail->steps[i].variable);
        }
    }
  else if (self->changed_in == CHANGED_BULK)
    {
      for (guint i = 0; i < self->model->n_order; i++)
        {
          if (differs (self, self->model->order[i]))
            note_changed (self, self->model->order[i]);
        }
    }

  self->changed_in = CHANGED_BITS;
}

/**
 * premise_calculator_get_changed:
 * @self: a calculator
 * @changed: (element-type guint): appended to
 *
 * Gets the variables that have a new value in some cell since this was last asked, the
 * assumptions that were set included. It must be asked after each update.
 */
void
premise_calculator_get_changed (PremiseCalculator *self,
                                GArray            *changed)
{
  guint n_words = self->model->variables->len / 64 + 1;

  note_all_changed (self);

  for (guint word = 0; word < n_words; word++)
    {
      while (self->changed_bits[word] != 0)
        {
          guint variable = word * 64 + (guint) __builtin_ctzll (self->changed_bits[word]);

          self->changed_bits[word] &= self->changed_bits[word] - 1;
          g_array_append_val (changed, variable);
        }
    }
}

/**
 * premise_calculator_reset:
 * @self: a calculator
 *
 * Goes back to the base case.
 */
void
premise_calculator_reset (PremiseCalculator *self)
{
  for (guint i = 0; i < self->model->variables->len; i++)
    {
      const PremiseVariable *v = premise_model_get_variable (self->model, i);

      if (v->kind != PREMISE_VARIABLE_ASSUMPTION || !v->valid)
        continue;

      for (guint cell = 0; cell < premise_model_get_n_cells (self->model, i); cell++)
        premise_calculator_set (self, i, cell, self->model->base[v->first_cell + cell]);
    }

  premise_calculator_update (self);
}

/**
 * premise_calculator_get_memory:
 * @self: a calculator
 *
 * Gets the memory of the program, of which what lies behind the values may be overwritten.
 *
 * Returns: (transfer none): the memory
 */
double *
premise_calculator_get_memory (PremiseCalculator *self)
{
  return self->memory;
}

/**
 * premise_calculator_get_values:
 * @self: a calculator
 * @variable: a position
 *
 * Gets the values of all cells, in base units and NaN where there is an error.
 *
 * Returns: (transfer none): as many values as the variable has cells
 */
const double *
premise_calculator_get_values (PremiseCalculator *self,
                               guint              variable)
{
  return self->memory + premise_model_get_variable (self->model, variable)->first_cell;
}
