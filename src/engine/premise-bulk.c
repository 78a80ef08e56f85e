/* premise-bulk.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-bulk-private.h"
#include "premise-lane-private.h"

#include <stdlib.h>
#include <string.h>

/* Fewer formulas are evaluated one after the other. */
#define MIN_GROUP 3

/* What a shape may need at most; longer formulas are evaluated by themselves. */
#define MAX_COLUMNS 255

/**
 * Group:
 * @n: how many formulas
 * @first_code: where the instructions of the shape begin
 * @n_code: how many; 0 for formulas that are evaluated one after the other
 * @n_leaves: how many numbers each formula reads
 * @result: the column of the results
 * @first: where the positions begin, a row for each leaf, then one for the results; or the
 *   variables that are evaluated one after the other
 *
 * Formulas of one level and shape.
 */
typedef struct
{
  guint32 n;
  guint32 first_code;
  guint32 n_code;
  guint32 n_leaves;
  guint32 result;
  guint32 first;
} Group;

/* What the formulas of one shape have in common. */
typedef struct
{
  guint32 first_code;
  guint32 n_code;
  guint32 n_leaves;
  guint32 result;
} Shape;

struct _PremiseBulk
{
  PremiseModel           *model;      /* unowned: the owner holds it */
  const PremiseLaneTable *table;
  GArray                 *groups;     /* (element-type Group): in the order of evaluation */
  GArray                 *code;       /* (element-type PremiseLaneInstruction) */
  GArray                 *positions;  /* (element-type guint32) */
  double                 *columns;
};

/* A formula while the groups are made. */
typedef struct
{
  guint32 level;
  guint32 shape;
  guint32 variable;
} Member;

#define NO_SHAPE ((guint32) -1)

typedef struct
{
  PremiseBulk  *bulk;
  GHashTable   *keys;         /* (element-type GBytes guint): shapes by their instructions */
  GArray       *shapes;       /* (element-type Shape) */
  GArray       *code;         /* (element-type PremiseLaneInstruction): of the formula at hand */
  GArray       *leaves;       /* (element-type guint32): the positions it reads */
  guint32       first_temp;   /* from here on, memory holds what is in between */
} Maker;

static void
add_leaf (Maker   *maker,
          guint32  position)
{
  if (position >= maker->first_temp)
    return;

  for (guint32 i = 0; i < maker->leaves->len; i++)
    {
      if (g_array_index (maker->leaves, guint32, i) == position)
        return;
    }

  g_array_append_val (maker->leaves, position);
}

/* The positions that a formula reads, in the order in which it first does; %FALSE if it does
 * something that has no loop over columns.
 */
static gboolean
find_leaves (Maker   *maker,
             guint32  variable)
{
  const PremiseModel *model = maker->bulk->model;
  const PremiseVariable *v = premise_model_get_variable (model, variable);

  g_array_set_size (maker->leaves, 0);

  if (v->shape != PREMISE_SHAPE_SCALAR || v->n_instructions == 0)
    return FALSE;

  for (guint32 i = 0; i < v->n_instructions; i++)
    {
      const PremiseInstruction *instruction = premise_program_get (&model->program,
                                                                   v->first_instruction + i);

      if (instruction->code == PREMISE_CODE_GENERIC || maker->leaves->len > MAX_COLUMNS)
        return FALSE;

      add_leaf (maker, instruction->a);
      add_leaf (maker, instruction->b);
    }

  return TRUE;
}

/* Leaves first, then what is in between. */
static guint32
find_column (Maker   *maker,
             guint32  position)
{
  if (position >= maker->first_temp)
    return maker->leaves->len + (position - maker->first_temp);

  for (guint32 i = 0; ; i++)
    {
      if (g_array_index (maker->leaves, guint32, i) == position)
        return i;
    }
}

/* Describes a formula by columns; %FALSE if it needs too many. */
static gboolean
describe (Maker   *maker,
          guint32  variable)
{
  const PremiseModel *model = maker->bulk->model;
  const PremiseVariable *v = premise_model_get_variable (model, variable);
  guint32 third = 0;

  g_array_set_size (maker->code, 0);

  for (guint32 i = 0; i < v->n_instructions; i++)
    {
      const PremiseInstruction *from = premise_program_get (&model->program, v->first_instruction + i);
      PremiseLaneInstruction to;

      if (from->code == PREMISE_CODE_THIRD)
        {
          third = find_column (maker, from->a);
          continue;
        }

      /* The padding takes part in the comparison of shapes. */
      memset (&to, 0, sizeof to);
      to.code = (guint8) premise_operation_get_code (from->operation);
      to.steps = PREMISE_STEP (0) | PREMISE_STEP (1) | PREMISE_STEP (2);
      to.result = find_column (maker, from->result);
      to.a = find_column (maker, from->a);
      to.b = find_column (maker, from->b);
      to.c = third;
      third = 0;

      if (to.result >= MAX_COLUMNS)
        return FALSE;

      g_array_append_val (maker->code, to);
    }

  return TRUE;
}

/* The shape of a formula, a new one if it is the first of its kind. */
static guint32
find_shape (Maker   *maker,
            guint32  variable)
{
  const PremiseVariable *v = premise_model_get_variable (maker->bulk->model, variable);
  gsize size;
  g_autoptr(GBytes) key = NULL;
  gpointer known;
  Shape shape;

  if (!find_leaves (maker, variable) || !describe (maker, variable))
    return NO_SHAPE;

  size = maker->code->len * sizeof (PremiseLaneInstruction);
  key = g_bytes_new_static (maker->code->data, size);

  if (g_hash_table_lookup_extended (maker->keys, key, NULL, &known))
    return GPOINTER_TO_UINT (known);

  shape.first_code = maker->bulk->code->len;
  shape.n_code = maker->code->len;
  shape.n_leaves = maker->leaves->len;
  shape.result = find_column (maker, v->result);
  g_array_append_vals (maker->bulk->code, maker->code->data, maker->code->len);
  g_array_append_val (maker->shapes, shape);
  g_hash_table_insert (maker->keys, g_bytes_new (maker->code->data, size),
                       GUINT_TO_POINTER (maker->shapes->len - 1));

  return maker->shapes->len - 1;
}

static int
compare_members (const void *a,
                 const void *b)
{
  const Member *x = a;
  const Member *y = b;

  if (x->level != y->level)
    return x->level < y->level ? -1 : 1;

  return (x->shape > y->shape) - (x->shape < y->shape);
}

/* All formulas by level and shape. */
static Member *
find_members (Maker *maker)
{
  const PremiseModel *model = maker->bulk->model;
  const PremiseGraph *graph = &model->precedents;
  g_autofree guint32 *levels = g_new0 (guint32, model->variables->len + 1);
  Member *members = g_new (Member, model->n_order + 1);

  for (guint32 i = 0; i < model->n_order; i++)
    {
      guint32 variable = model->order[i];
      guint32 level = 0;

      for (guint32 e = graph->first[variable]; e < graph->first[variable + 1]; e++)
        level = MAX (level, levels[graph->edges[e]]);

      levels[variable] = level + 1;
      members[i] = (Member) { level, find_shape (maker, variable), variable };
    }

  qsort (members, model->n_order, sizeof *members, compare_members);

  return members;
}

/* Rows are filled up with the last position, so that whole vectors can be read. */
static void
add_rows (Maker        *maker,
          const Group  *group,
          const Member *members)
{
  PremiseBulk *bulk = maker->bulk;
  gsize row = premise_lanes_round_up (group->n);

  g_array_set_size (bulk->positions, group->first + (guint) row * (group->n_leaves + 1));

  for (gsize i = 0; i < row; i++)
    {
      guint32 variable = members[MIN (i, group->n - 1)].variable;
      guint32 *position = &g_array_index (bulk->positions, guint32, group->first + i);

      find_leaves (maker, variable);

      for (guint32 j = 0; j < group->n_leaves; j++)
        position[j * row] = g_array_index (maker->leaves, guint32, j);

      position[group->n_leaves * row] = premise_model_get_variable (bulk->model, variable)->first_cell;
    }
}

static void
add_group (Maker        *maker,
           const Member *members,
           guint32       n)
{
  const Shape *shape = &g_array_index (maker->shapes, Shape, members->shape);
  Group group = {
    .n = n,
    .first_code = shape->first_code,
    .n_code = shape->n_code,
    .n_leaves = shape->n_leaves,
    .result = shape->result,
    .first = maker->bulk->positions->len,
  };

  g_array_append_val (maker->bulk->groups, group);
  add_rows (maker, &group, members);
}

/* Those that follow one another are one group, whatever their level. */
static void
add_singles (Maker        *maker,
             const Member *members,
             guint32       n)
{
  GArray *groups = maker->bulk->groups;
  GArray *positions = maker->bulk->positions;

  if (groups->len == 0 || g_array_index (groups, Group, groups->len - 1).n_code != 0)
    {
      Group group = { .first = positions->len };

      g_array_append_val (groups, group);
    }

  for (guint32 i = 0; i < n; i++)
    g_array_append_val (positions, members[i].variable);

  g_array_index (groups, Group, groups->len - 1).n += n;
}

static void
add_groups (Maker        *maker,
            const Member *members)
{
  guint32 n = maker->bulk->model->n_order;

  for (guint32 i = 0, end; i < n; i = end)
    {
      for (end = i + 1; end < n && compare_members (&members[i], &members[end]) == 0; end++)
        continue;

      if (members[i].shape == NO_SHAPE || end - i < MIN_GROUP)
        add_singles (maker, members + i, end - i);
      else
        add_group (maker, members + i, end - i);
    }
}

/**
 * premise_bulk_new:
 * @model: a model, which must stay as long as this
 *
 * Groups the formulas of a model.
 *
 * Returns: (transfer full): the groups
 */
PremiseBulk *
premise_bulk_new (PremiseModel *model)
{
  PremiseBulk *self = g_new0 (PremiseBulk, 1);
  g_autofree Member *members = NULL;
  Maker maker = {
    .bulk = self,
    .keys = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL),
    .shapes = g_array_new (FALSE, FALSE, sizeof (Shape)),
    .code = g_array_new (FALSE, FALSE, sizeof (PremiseLaneInstruction)),
    .leaves = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .first_temp = model->program.n_values + model->program.constants.n,
  };

  self->model = model;
  self->table = premise_lane_table_get ();
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  self->code = g_array_new (FALSE, FALSE, sizeof (PremiseLaneInstruction));
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->columns = g_aligned_alloc (MAX_COLUMNS * PREMISE_LANES, sizeof (double), 64);

  members = find_members (&maker);
  add_groups (&maker, members);

  g_hash_table_unref (maker.keys);
  g_array_unref (maker.shapes);
  g_array_unref (maker.code);
  g_array_unref (maker.leaves);

  return self;
}

/**
 * premise_bulk_free:
 * @self: (nullable) (transfer full): groups
 *
 * Frees them.
 */
void
premise_bulk_free (PremiseBulk *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->groups);
  g_array_unref (self->code);
  g_array_unref (self->positions);
  g_aligned_free (self->columns);
  g_free (self);
}

/* At most PREMISE_LANES formulas of a group. */
static void
run_part (PremiseBulk *self,
          const Group *group,
          gsize        first,
          gsize        n,
          double      *memory)
{
  const PremiseLaneInstruction *code = &g_array_index (self->code, PremiseLaneInstruction,
                                                       group->first_code);
  const guint32 *positions = &g_array_index (self->positions, guint32, group->first + first);
  gsize row = premise_lanes_round_up (group->n);
  gsize padded = premise_lanes_round_up (n);
  double *columns = self->columns;

  for (guint32 i = 0; i < group->n_leaves; i++)
    self->table->gather (columns + i * PREMISE_LANES, memory, positions + i * row, padded);

  for (guint32 i = 0; i < group->n_code; i++)
    self->table->kernels[code[i].code] (columns + code[i].result * PREMISE_LANES,
                                        columns + code[i].a * PREMISE_LANES,
                                        columns + code[i].b * PREMISE_LANES,
                                        columns + code[i].c * PREMISE_LANES,
                                        code[i].steps, padded);

  self->table->scatter (memory, columns + group->result * PREMISE_LANES,
                        positions + group->n_leaves * row, n);
}

/**
 * premise_bulk_run:
 * @self: groups
 * @memory: the memory of the program
 *
 * Evaluates all formulas.
 */
void
premise_bulk_run (PremiseBulk *self,
                  double      *memory)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = &g_array_index (self->groups, Group, i);

      if (group->n_code == 0)
        {
          for (guint32 j = 0; j < group->n; j++)
            premise_model_evaluate (self->model,
                                    g_array_index (self->positions, guint32, group->first + j),
                                    memory);
          continue;
        }

      for (gsize first = 0; first < group->n; first += PREMISE_LANES)
        run_part (self, group, first, MIN (PREMISE_LANES, group->n - first), memory);
    }
}
