/* premise-bulk-groups.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the formulas of a model become groups of one level and shape. */

#include "config.h"

#include "premise-bulk-groups-private.h"

#include <stdlib.h>
#include <string.h>

/* Fewer formulas are evaluated one after the other; also those that fill no vector, if they read so much
 * that collecting it takes longer.
 */
#define MIN_GROUP  3
#define MAX_LEAVES 4

/* What a shape may need at most; longer formulas are evaluated by themselves. */
#define MAX_COLUMNS 255

/* Models that are small enough for groups to be joined across levels; in large ones there are enough
 * formulas at each level.
 */
#define MAX_JOINED        2048
#define MAX_JOINED_SHAPES 64

/* How often levels are moved before that is given up. */
#define MAX_ROUNDS 64

/* What the formulas of one shape have in common. */
typedef struct
{
  guint32 first_code;
  guint32 n_code;
  guint32 n_leaves;
  guint32 result;
} Shape;

/* A formula while the groups are made. */
typedef struct
{
  guint32 level;
  guint32 shape;
  guint32 variable;
} Member;

#define NO_SHAPE ((guint32) -1)

/**
 * Row:
 * @n_uses: how many groups read these positions in this order
 * @is_result: whether a group writes them
 * @place: where they are, once they are anywhere, or NO_PLACE
 *
 * Positions that may be the same for several groups.
 */
typedef struct
{
  guint    n_uses;
  gboolean is_result;
  guint32  place;
} Row;

#define NO_PLACE ((guint32) -1)

typedef struct
{
  PremiseBulk  *bulk;
  GHashTable   *keys;         /* (element-type GBytes guint): shapes by their instructions */
  GArray       *shapes;       /* (element-type Shape) */
  GArray       *shape_code;   /* (element-type PremiseLaneInstruction): columns for all leaves */
  GArray       *code;         /* (element-type PremiseLaneInstruction): of the formula at hand */
  GArray       *leaves;       /* (element-type guint32): the positions it reads */
  GHashTable   *rows;         /* (element-type GBytes Row): by the positions */
  const double *constants;    /* the memory of the program, for what never changes there */
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

      if ((instruction->code & ~PREMISE_CODE_FINAL) == PREMISE_CODE_GENERIC
          || maker->leaves->len > MAX_COLUMNS / 2)
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

      if (to.result >= MAX_COLUMNS / 2)
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

  shape.first_code = maker->shape_code->len;
  shape.n_code = maker->code->len;
  shape.n_leaves = maker->leaves->len;
  shape.result = find_column (maker, v->result);
  g_array_append_vals (maker->shape_code, maker->code->data, maker->code->len);
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

  if (x->shape != y->shape)
    return x->shape < y->shape ? -1 : 1;

  return (x->variable > y->variable) - (x->variable < y->variable);
}

/* How far a formula is from the beginning: one more than the furthest of its precedents. @shape_levels:
 * (nullable): of the shapes whose formulas are all evaluated at once, else 0
 */
static void
find_levels (Maker         *maker,
             Member        *members,
             const guint32 *shape_levels,
             guint32       *levels)
{
  const PremiseModel *model = maker->bulk->model;
  const PremiseGraph *graph = &model->precedents;

  for (guint32 i = 0; i < model->n_order; i++)
    {
      Member *member = &members[i];
      guint32 level = 0;

      for (guint32 e = graph->first[member->variable]; e < graph->first[member->variable + 1]; e++)
        level = MAX (level, levels[graph->edges[e]]);

      member->level = level;
      if (shape_levels != NULL && member->shape != NO_SHAPE)
        level = MAX (level, shape_levels[member->shape]);

      levels[member->variable] = level + 1;
    }
}

static gboolean
has_bit (const guint64 *bits,
         guint32        i)
{
  return (bits[i / 64] >> i % 64 & 1) != 0;
}

/* Which shapes have no formula that depends on another of its own shape: a bit for each. */
static guint64 *
find_independent_shapes (Maker        *maker,
                         const Member *members)
{
  const PremiseModel *model = maker->bulk->model;
  const PremiseGraph *graph = &model->precedents;
  guint n_words = maker->shapes->len / 64 + 1;
  g_autofree guint64 *reached = g_new0 (guint64, (gsize) (model->variables->len + 1) * n_words);
  guint64 *independent = g_new (guint64, n_words);

  memset (independent, 0xff, n_words * sizeof *independent);

  for (guint32 i = 0; i < model->n_order; i++)
    {
      const Member *member = &members[i];
      guint64 *own = reached + (gsize) member->variable * n_words;

      for (guint32 e = graph->first[member->variable]; e < graph->first[member->variable + 1]; e++)
        {
          for (guint word = 0; word < n_words; word++)
            own[word] |= reached[(gsize) graph->edges[e] * n_words + word];
        }

      if (member->shape == NO_SHAPE)
        continue;

      independent[member->shape / 64] &= ~(own[member->shape / 64] & G_GUINT64_CONSTANT (1) << member->shape % 64);
      own[member->shape / 64] |= G_GUINT64_CONSTANT (1) << member->shape % 64;
    }

  return independent;
}

/* Moves formulas to later levels until those of each joined shape are at the same. @shape_levels: (out):
 * these levels. Returns: whether there are such levels; none if one shape has to wait for another
 * that waits for it.
 */
static gboolean
level_shapes (Maker         *maker,
              Member        *members,
              const guint64 *joined,
              guint32       *shape_levels,
              guint32       *levels)
{
  guint32 n = maker->bulk->model->n_order;
  gboolean moved = TRUE;

  memset (shape_levels, 0, maker->shapes->len * sizeof *shape_levels);

  for (guint round = 0; moved && round < MAX_ROUNDS; round++)
    {
      moved = FALSE;
      find_levels (maker, members, shape_levels, levels);

      for (guint32 i = 0; i < n; i++)
        {
          guint32 shape = members[i].shape;

          if (shape == NO_SHAPE || !has_bit (joined, shape) || shape_levels[shape] >= members[i].level)
            continue;

          shape_levels[shape] = members[i].level;
          moved = TRUE;
        }
    }

  return !moved;
}

/* The formulas of a shape that do not depend on one another can wait for the last of them, and be
 * evaluated at once: one shape after the other, as long as they do not wait for each other.
 */
static void
join_levels (Maker   *maker,
             Member  *members,
             guint32 *levels)
{
  guint n_shapes = maker->shapes->len;
  g_autofree guint64 *independent = find_independent_shapes (maker, members);
  g_autofree guint64 *joined = g_new0 (guint64, n_shapes / 64 + 1);
  g_autofree guint32 *shape_levels = g_new0 (guint32, n_shapes + 1);

  for (guint32 shape = 0; shape < n_shapes; shape++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << shape % 64;

      if (!has_bit (independent, shape))
        continue;

      joined[shape / 64] |= bit;
      if (!level_shapes (maker, members, joined, shape_levels, levels))
        joined[shape / 64] &= ~bit;
    }

  level_shapes (maker, members, joined, shape_levels, levels);

  for (guint32 i = 0; i < maker->bulk->model->n_order; i++)
    {
      if (members[i].shape != NO_SHAPE)
        members[i].level = MAX (members[i].level, shape_levels[members[i].shape]);
    }
}

/* All formulas by level and shape. */
static Member *
find_members (Maker *maker)
{
  const PremiseModel *model = maker->bulk->model;
  g_autofree guint32 *levels = g_new0 (guint32, model->variables->len + 1);
  Member *members = g_new (Member, model->n_order + 1);

  for (guint32 i = 0; i < model->n_order; i++)
    members[i] = (Member) { 0, find_shape (maker, model->order[i]), model->order[i] };

  find_levels (maker, members, NULL, levels);

  if (model->n_order <= MAX_JOINED && maker->shapes->len <= MAX_JOINED_SHAPES)
    join_levels (maker, members, levels);

  qsort (members, model->n_order, sizeof *members, compare_members);

  return members;
}

/* An argument of a group: its place, and whether it is one number for all formulas. */
typedef struct
{
  guint32  place;
  gboolean uniform;
} Argument;

static gboolean
is_constant (const Maker *maker,
             guint32      position)
{
  return position >= maker->bulk->model->program.n_values && position < maker->first_temp;
}

static guint32
find_end (const Member *members,
          guint32       first,
          guint32       n)
{
  guint32 end = first + 1;

  while (end < n && members[end].level == members[first].level
         && members[end].shape == members[first].shape)
    end++;

  return end;
}

static gboolean
is_group (const Maker  *maker,
          const Member *members,
          guint32       n)
{
  return members->shape != NO_SHAPE && n >= MIN_GROUP
         && (n >= PREMISE_LANE_UNIT || g_array_index (maker->shapes, Shape, members->shape).n_leaves <= MAX_LEAVES);
}

static Row *
find_row (Maker         *maker,
          const guint32 *row,
          gsize          n)
{
  GBytes *key = g_bytes_new (row, n * sizeof *row);
  Row *found = g_hash_table_lookup (maker->rows, key);

  if (found != NULL)
    {
      g_bytes_unref (key);
      return found;
    }

  found = g_new0 (Row, 1);
  found->place = NO_PLACE;
  g_hash_table_insert (maker->rows, key, found);

  return found;
}

/* A place for a row that stays as long as all groups are evaluated. */
static guint32
take_row (Maker *maker,
          gsize  n)
{
  guint32 place = PREMISE_BULK_ROW | maker->bulk->n_rows;

  maker->bulk->n_rows += (guint32) premise_lanes_round_up (n);

  return place;
}

/* Chooses how a leaf is read. @row: its positions, filled up so that whole vectors can be read */
static Argument
place_leaf (Maker            *maker,
            PremiseBulkGroup *group,
            guint32           leaf,
            const guint32    *row,
            gsize             n)
{
  PremiseBulk *bulk = maker->bulk;
  PremiseBulkLoad load = { leaf * PREMISE_LANES, bulk->positions->len };
  gboolean uniform = TRUE;
  gboolean consecutive = TRUE;
  gboolean constant = TRUE;
  Row *shared;

  for (gsize i = 0; i < n; i++)
    {
      uniform = uniform && row[i] == row[0];
      consecutive = consecutive && (i >= group->n || row[i] == row[0] + i);
      constant = constant && is_constant (maker, row[i]);
    }

  if (uniform || consecutive)
    return (Argument) { PREMISE_BULK_MEMORY | row[0], uniform };

  if (constant)
    {
      guint32 first = bulk->constants->len;

      for (gsize i = 0; i < n; i++)
        g_array_append_val (bulk->constants, maker->constants[row[i]]);

      return (Argument) { PREMISE_BULK_CONSTANT | first, FALSE };
    }

  shared = find_row (maker, row, group->n);

  if (shared->place != NO_PLACE)
    return (Argument) { shared->place, FALSE };

  if (shared->n_uses > 1)
    load.place = shared->place = take_row (maker, group->n);

  g_array_append_vals (bulk->positions, row, (guint) n);
  g_array_append_val (bulk->loads, load);
  group->n_loads++;

  return (Argument) { load.place, FALSE };
}

/* The positions that the members of a group read, a row for each leaf, and the positions of
 * their results: filled up with the last, so that whole vectors can be read.
 */
static guint32 *
read_rows (Maker        *maker,
           const Member *members,
           guint32       n)
{
  const Shape *shape = &g_array_index (maker->shapes, Shape, members->shape);
  gsize padded = premise_lanes_round_up (n);
  guint32 *rows = g_new (guint32, padded * (shape->n_leaves + 1));

  for (gsize i = 0; i < padded; i++)
    {
      guint32 variable = members[MIN (i, n - 1)].variable;

      find_leaves (maker, variable);

      for (guint32 j = 0; j < shape->n_leaves; j++)
        rows[j * padded + i] = g_array_index (maker->leaves, guint32, j);

      rows[shape->n_leaves * padded + i] =
        premise_model_get_variable (maker->bulk->model, variable)->first_cell;
    }

  return rows;
}

/* Counts who reads and writes which rows. */
static void
count_rows (Maker        *maker,
            const Member *members,
            guint32       n)
{
  const Shape *shape = &g_array_index (maker->shapes, Shape, members->shape);
  gsize padded = premise_lanes_round_up (n);
  g_autofree guint32 *rows = read_rows (maker, members, n);

  for (guint32 j = 0; j < shape->n_leaves; j++)
    find_row (maker, rows + j * padded, n)->n_uses++;

  find_row (maker, rows + shape->n_leaves * padded, n)->is_result = TRUE;
}

/* Makes a column of one number. */
static Argument
add_spread (Maker    *maker,
            Argument  argument,
            guint32  *next_column)
{
  PremiseLaneInstruction spread = { .code = PREMISE_CODE_GENERIC, .a = argument.place };

  spread.result = --*next_column * PREMISE_LANES;
  g_array_append_val (maker->bulk->code, spread);

  return (Argument) { spread.result, FALSE };
}

/* The instructions of the shape, with the places of this group. Operations of three arguments
 * need columns, unless all are one number.
 */
static void
add_code (Maker            *maker,
          PremiseBulkGroup *group,
          const Shape      *shape,
          Row              *result_row,
          Argument         *arguments)
{
  guint32 next_column = MAX_COLUMNS;

  for (guint32 i = 0; i < shape->n_code; i++)
    {
      PremiseLaneInstruction to = g_array_index (maker->shape_code, PremiseLaneInstruction,
                                                 shape->first_code + i);
      guint32 *places[3] = { &to.a, &to.b, &to.c };
      guint n_args = to.code == PREMISE_CODE_IF || to.code == PREMISE_CODE_CLAMP ? 3 : 2;
      gboolean all_uniform = TRUE;
      guint32 result = to.result;

      for (guint j = 0; j < n_args; j++)
        all_uniform = all_uniform && arguments[*places[j]].uniform;

      to.steps = 0;
      to.c = n_args == 3 ? to.c : 0;

      for (guint j = 0; j < n_args; j++)
        {
          Argument argument = arguments[*places[j]];

          if (argument.uniform && !all_uniform && n_args == 3)
            argument = add_spread (maker, argument, &next_column);

          *places[j] = argument.place;
          to.steps |= (guint8) (argument.uniform ? 0 : PREMISE_STEP (j));
        }

      arguments[result] = (Argument) { result * PREMISE_LANES, all_uniform };
      to.result = result * PREMISE_LANES;

      /* What the groups behind this one read in this order, is written where they read it. */
      if (i == shape->n_code - 1 && result_row->n_uses > 0 && !all_uniform)
        {
          result_row->place = take_row (maker, group->n);
          to.result = result_row->place;
          arguments[result].place = result_row->place;
        }

      g_array_append_val (maker->bulk->code, to);
    }

  if (arguments[shape->result].uniform)
    arguments[shape->result] = add_spread (maker, arguments[shape->result], &next_column);

  group->n_code = maker->bulk->code->len - group->first_code;
  group->result = arguments[shape->result].place;
}

/* A list of formulas that are evaluated one after the other has an end. */
static void
end_singles (Maker *maker)
{
  const PremiseStep stop = { .code = &premise_step_stop };
  GArray *groups = maker->bulk->groups;

  if (groups->len > 0 && g_array_index (groups, PremiseBulkGroup, groups->len - 1).n_code == 0)
    g_array_append_val (maker->bulk->singles, stop);
}

static void
add_group (Maker        *maker,
           const Member *members,
           guint32       n)
{
  PremiseBulk *bulk = maker->bulk;
  const Shape *shape = &g_array_index (maker->shapes, Shape, members->shape);
  Argument arguments[MAX_COLUMNS] = { { 0 } };
  PremiseBulkGroup group = {
    .n = n,
    .first_code = bulk->code->len,
    .first_load = bulk->loads->len,
  };
  gsize padded = premise_lanes_round_up (n);
  g_autofree guint32 *rows = read_rows (maker, members, n);
  const guint32 *results = rows + shape->n_leaves * padded;

  for (guint32 j = 0; j < shape->n_leaves; j++)
    arguments[j] = place_leaf (maker, &group, j, rows + j * padded, padded);

  add_code (maker, &group, shape, find_row (maker, results, n), arguments);
  group.first = bulk->positions->len;
  g_array_append_vals (bulk->positions, results, n);
  g_array_append_val (bulk->groups, group);
}

/* Those that follow one another are one group, whatever their level. */
static void
add_singles (Maker        *maker,
             const Member *members,
             guint32       n)
{
  GArray *groups = maker->bulk->groups;
  GArray *singles = maker->bulk->singles;

  if (groups->len == 0 || g_array_index (groups, PremiseBulkGroup, groups->len - 1).n_code != 0)
    {
      PremiseBulkGroup group = { .first = singles->len };

      g_array_append_val (groups, group);
    }

  for (guint32 i = 0; i < n; i++)
    {
      PremiseStep step;

      premise_step_init (&step, maker->bulk->model, members[i].variable);
      g_array_append_val (singles, step);
    }

  g_array_index (groups, PremiseBulkGroup, groups->len - 1).n += n;
}

static void
add_groups (Maker        *maker,
            const Member *members)
{
  guint32 n = maker->bulk->model->n_order;

  for (guint32 i = 0, end; i < n; i = end)
    {
      end = find_end (members, i, n);

      if (is_group (maker, members + i, end - i))
        count_rows (maker, members + i, end - i);
    }

  for (guint32 i = 0, end; i < n; i = end)
    {
      end = find_end (members, i, n);

      if (is_group (maker, members + i, end - i))
        {
          end_singles (maker);
          add_group (maker, members + i, end - i);
        }
      else
        add_singles (maker, members + i, end - i);
    }

  end_singles (maker);
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
  g_autofree double *memory = premise_program_new_memory (&model->program);
  Maker maker = {
    .bulk = self,
    .rows = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free),
    .keys = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL),
    .shapes = g_array_new (FALSE, FALSE, sizeof (Shape)),
    .shape_code = g_array_new (FALSE, FALSE, sizeof (PremiseLaneInstruction)),
    .code = g_array_new (FALSE, FALSE, sizeof (PremiseLaneInstruction)),
    .constants = memory,
    .leaves = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .first_temp = model->program.n_values + model->program.constants.n,
  };

  self->model = model;
  self->table = premise_lane_table_get ();
  self->groups = g_array_new (FALSE, FALSE, sizeof (PremiseBulkGroup));
  self->code = g_array_new (FALSE, FALSE, sizeof (PremiseLaneInstruction));
  self->loads = g_array_new (FALSE, FALSE, sizeof (PremiseBulkLoad));
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->constants = g_array_new (FALSE, FALSE, sizeof (double));
  self->singles = g_array_new (FALSE, FALSE, sizeof (PremiseStep));
  self->columns = g_aligned_alloc (MAX_COLUMNS * PREMISE_LANES, sizeof (double), 64);

  members = find_members (&maker);
  add_groups (&maker, members);

  g_hash_table_unref (maker.keys);
  g_hash_table_unref (maker.rows);
  self->rows = g_aligned_alloc0 (self->n_rows + PREMISE_LANES, sizeof (double), 64);
  g_array_unref (maker.shapes);
  g_array_unref (maker.shape_code);
  g_array_unref (maker.code);
  g_array_unref (maker.leaves);

  return self;
}
