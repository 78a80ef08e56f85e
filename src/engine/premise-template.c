/* premise-template.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-template-private.h"

#include <string.h>

/* Longer formulas are compiled one by one. */
#define MAX_KEY 512

/* Marks a name in a key; the character behind it says which. */
#define NAME_MARK '\x01'

/**
 * premise_templates_init:
 * @self: (out): templates
 *
 * Starts without any.
 */
void
premise_templates_init (PremiseTemplates *self)
{
  memset (self, 0, sizeof *self);
  self->templates = g_array_new (FALSE, TRUE, sizeof (PremiseTemplate));
}

/**
 * premise_templates_clear:
 * @self: templates
 *
 * Frees them.
 */
void
premise_templates_clear (PremiseTemplates *self)
{
  premise_names_clear (&self->keys);
  g_clear_pointer (&self->templates, g_array_unref);
}

/* What a character is to a key. One look at a table is much of the time of a large model. */
enum
{
  IS_START = 1 << 0,     /* of a name */
  IS_PART = 1 << 1,      /* of a name, or of a number behind its first digit */
  IS_DIGIT = 1 << 2,
  IS_REFUSED = 1 << 3,
};

static const guint8 classes[256] = {
  [0x00 ... 0x1f] = IS_REFUSED,
  ['"'] = IS_REFUSED,
  ['['] = IS_REFUSED,
  ['.'] = IS_PART,
  ['0' ... '9'] = IS_PART | IS_DIGIT,
  ['A' ... 'Z'] = IS_START | IS_PART,
  ['_'] = IS_START | IS_PART,
  ['a' ... 'z'] = IS_START | IS_PART,
  [0x80 ... 0xff] = IS_REFUSED,
};

static inline gboolean
is (char   c,
    guint8 class)
{
  return (classes[(guchar) c] & class) != 0;
}

static gboolean
is_keyword (const char *name,
            gsize       length)
{
  return (length == 2 && memcmp (name, "or", 2) == 0)
         || (length == 3 && (memcmp (name, "and", 3) == 0 || memcmp (name, "not", 3) == 0));
}

/* Which of the different names it is, or PREMISE_TEMPLATE_MAX_NAMES if there are too many. */
static guint
find_name (PremiseTemplates *self,
           const char       *text,
           guint32           offset,
           guint32           length)
{
  guint i;

  for (i = 0; i < self->n_names; i++)
    {
      /* Names that differ mostly do so at the end. */
      if (self->names[i].length == length
          && text[self->names[i].offset + length - 1] == text[offset + length - 1]
          && memcmp (text + self->names[i].offset, text + offset, length) == 0)
        return i;
    }

  if (i < PREMISE_TEMPLATE_MAX_NAMES)
    self->names[self->n_names++] = (PremiseSpan) { offset, length };

  return i;
}

/* Writes the key of a formula; 0 if it has anything but numbers, names, operators and calls:
 * indexes have no place in a template, and characters beyond ASCII are read with more care.
 */
static gsize
write_key (PremiseTemplates *self,
           const char       *text,
           char             *key)
{
  gsize n = 0;
  gsize i = 0;

  self->n_names = 0;

  while (text[i] != '\0')
    {
      guint32 start = (guint32) i;
      guint name;

      if (n > MAX_KEY - 40 || is (text[i], IS_REFUSED))
        return 0;

      if (!is (text[i], IS_START))
        {
          /* A number goes on to its exponent, which is no name. */
          do
            key[n++] = text[i++];
          while (n < MAX_KEY - 40 && is (text[i - 1], IS_DIGIT) && is (text[i], IS_PART));

          continue;
        }

      while (is (text[i], IS_PART))
        i++;

      if (i - start == 4 && memcmp (text + start, "over", 4) == 0)
        return 0;

      if (text[i] == '(' || is_keyword (text + start, i - start))
        {
          if (i - start > 32)
            return 0;

          memcpy (key + n, text + start, i - start);
          n += i - start;
          continue;
        }

      /* A blank before the parenthesis of a call, or a dot at the end of a name. */
      if (text[i] == ' ' || text[i - 1] == '.')
        {
          gsize next = i;

          while (text[next] == ' ')
            next++;

          if (text[next] == '(' || text[i - 1] == '.')
            return 0;
        }

      name = find_name (self, text, start, (guint32) i - start);

      if (name == PREMISE_TEMPLATE_MAX_NAMES)
        return 0;

      key[n++] = NAME_MARK;
      key[n++] = (char) ('A' + name);
    }

  return n;
}

static guint32
add_template (PremiseTemplates *self,
              const char       *key,
              gsize             length,
              guint             n_names)
{
  gboolean is_new;
  guint32 position = premise_names_add (&self->keys, key, length, &is_new);

  if (is_new)
    {
      PremiseTemplate template = { .n_names = n_names };

      g_array_append_val (self->templates, template);
    }

  return position;
}

/**
 * premise_templates_look_up:
 * @self: templates
 * @text: a formula
 *
 * Finds out what kind of formula it is. Its different names are in @names afterwards.
 *
 * Returns: the template, or %PREMISE_TEMPLATE_NONE if it has to be looked at by itself
 */
guint32
premise_templates_look_up (PremiseTemplates *self,
                           const char       *text)
{
  char key[MAX_KEY];
  gsize length = write_key (self, text, key);

  return length > 0 ? add_template (self, key, length, self->n_names) : PREMISE_TEMPLATE_NONE;
}

/**
 * premise_templates_add:
 * @self: templates
 * @key: the key of a template of other templates
 * @n_names: how many names it has
 *
 * Takes a template over from others.
 *
 * Returns: its position here
 */
guint32
premise_templates_add (PremiseTemplates *self,
                       const char       *key,
                       guint             n_names)
{
  return add_template (self, key, strlen (key), n_names);
}

/**
 * premise_template_learn:
 * @self: a template
 * @model: the model
 * @variable: a formula of this kind that has just been compiled
 * @targets: the variables that its names stand for
 *
 * Takes a formula for the model of those to come, if it is one of scalars.
 */
void
premise_template_learn (PremiseTemplate       *self,
                        const PremiseModel    *model,
                        guint32                variable,
                        const guint32         *targets)
{
  const PremiseVariable *v = premise_model_get_variable (model, variable);

  if (v->shape != PREMISE_SHAPE_SCALAR)
    return;

  for (guint32 i = 0; i < self->n_names; i++)
    {
      const PremiseVariable *target = premise_model_get_variable (model, targets[i]);

      if (target->shape != PREMISE_SHAPE_SCALAR)
        return;

      /* Two names of one variable would be taken for one another. */
      for (guint32 j = 0; j < i; j++)
        {
          if (targets[j] == targets[i])
            return;
        }

      self->cells[i] = target->first_cell;
      self->units[i] = target->unit;
    }

  self->compiled = TRUE;
  self->unit = v->unit;
  self->variable = variable;
}

/**
 * premise_template_fits:
 * @self: a template
 * @model: the model
 * @targets: the variables that the names of a formula stand for
 *
 * Returns: whether the formula can be compiled by this template
 */
gboolean
premise_template_fits (const PremiseTemplate *self,
                       const PremiseModel    *model,
                       const guint32         *targets)
{
  if (!self->compiled)
    return FALSE;

  for (guint32 i = 0; i < self->n_names; i++)
    {
      const PremiseVariable *target = premise_model_get_variable (model, targets[i]);

      if (target->shape != PREMISE_SHAPE_SCALAR || target->unit != self->units[i])
        return FALSE;
    }

  return TRUE;
}

/* The position that takes the place of one of the model formula. */
static inline guint32
replace (const PremiseTemplate *self,
         const guint32         *cells,
         guint32                position)
{
  for (guint32 i = 0; i < self->n_names; i++)
    {
      if (self->cells[i] == position)
        return cells[i];
    }

  return position;
}

/**
 * premise_template_apply:
 * @self: a template that fits, whose model formula is linked
 * @model: the model
 * @variable: a formula of this kind, which has its place among the instructions
 * @targets: the variables that its names stand for
 *
 * Compiles a formula: the same instructions on other variables.
 */
void
premise_template_apply (const PremiseTemplate *self,
                        PremiseModel          *model,
                        PremiseVariable       *variable,
                        const guint32         *targets)
{
  const PremiseVariable *v = premise_model_get_variable (model, self->variable);
  GArray *instructions = model->program.instructions;
  const PremiseInstruction *from;
  PremiseInstruction *to;
  guint32 cells[PREMISE_TEMPLATE_MAX_NAMES];

  for (guint32 i = 0; i < self->n_names; i++)
    cells[i] = premise_model_get_variable (model, targets[i])->first_cell;

  variable->result = replace (self, cells, v->result);

  if (v->n_instructions == 0)
    return;

  from = &g_array_index (instructions, PremiseInstruction, v->first_instruction);
  to = &g_array_index (instructions, PremiseInstruction, variable->first_instruction);

  for (guint32 i = 0; i < v->n_instructions; i++)
    {
      to[i] = from[i];

      /* What no variable has, is the same for all of them. */
      if (from[i].a < model->program.n_values)
        to[i].a = replace (self, cells, from[i].a);

      if (from[i].b < model->program.n_values)
        to[i].b = replace (self, cells, from[i].b);
    }
}
