/* premise-template.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-template-private.h"

#include <string.h>

/* Longer formulas are compiled one by one, and so are those that call what has a longer name. */
#define MAX_KEY  512
#define MAX_WORD 32

/* Marks a name in a key; the character behind it says which. */
#define NAME_MARK '\x01'

/**
 * premise_templates_init:
 * @self: (out): templates
 * @names: (transfer none): what the names of formulas are to be looked up in
 *
 * Starts without any.
 */
void
premise_templates_init (PremiseTemplates   *self,
                        const PremiseNames *names)
{
  memset (self, 0, sizeof *self);
  self->names = names;
  self->templates = g_array_new (FALSE, TRUE, sizeof (PremiseTemplate));
  self->operands = g_byte_array_new ();
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
  g_clear_pointer (&self->operands, g_byte_array_unref);
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
  guint start = premise_names_start (self->names, text + offset, length);
  guint i;

  for (i = 0; i < self->n_spans; i++)
    {
      const PremiseSpan *span = &self->spans[i];

      if (span->start == start && span->length == length
          && premise_bytes_equal (text + span->offset, text + offset, length))
        return i;
    }

  if (i < PREMISE_TEMPLATE_MAX_NAMES)
    self->spans[self->n_spans++] = (PremiseSpan) { offset, length, start };

  return i;
}

/* Whether what ends at @end is a call in spite of the blanks before its parenthesis, or has a dot
 * at its end, which is no name.
 */
static gboolean
is_doubtful (const char *end)
{
  const char *next = end;

  while (*next == ' ')
    next++;

  return *next == '(' || end[-1] == '.';
}

/* Writes what begins with a letter: its text, or which of the different names it is. Returns: the
 * length written, or 0 if it has no place in a key
 */
static gsize
write_word (PremiseTemplates *self,
            const char       *text,
            guint32           offset,
            guint32           length,
            char             *key)
{
  const char *word = text + offset;
  const char *end = word + length;
  guint name;

  if (length == 4 && memcmp (word, "over", 4) == 0)
    return 0;

  if (*end == '(' || (length <= 3 && is_keyword (word, length)))
    {
      if (length > MAX_WORD)
        return 0;

      memcpy (key, word, length);
      return length;
    }

  if ((*end == ' ' || end[-1] == '.') && is_doubtful (end))
    return 0;

  name = find_name (self, text, offset, length);
  key[0] = NAME_MARK;
  key[1] = (char) ('A' + name);

  return name < PREMISE_TEMPLATE_MAX_NAMES ? 2 : 0;
}

/* Writes the key of a formula; 0 if it has anything but numbers, names, operators and calls:
 * indexes have no place in a template, and characters beyond ASCII are read with more care.
 */
static gsize
write_key (PremiseTemplates *self,
           const char       *text,
           char             *key)
{
  const char *p = text;
  gsize n = 0;

  self->n_spans = 0;

  while (n <= MAX_KEY - MAX_WORD)
    {
      if (is (*p, IS_START))
        {
          const char *word = p;
          gsize length;

          while (is (*p, IS_PART))
            p++;

          length = write_word (self, text, (guint32) (word - text), (guint32) (p - word), key + n);

          if (length == 0)
            return 0;

          n += length;
        }
      else if (is (*p, IS_REFUSED))
        {
          return *p == '\0' ? n : 0;
        }
      else
        {
          /* A number goes on to its exponent, which is no name. */
          do
            key[n++] = *p++;
          while (n <= MAX_KEY - MAX_WORD && is (p[-1], IS_DIGIT) && is (*p, IS_PART));
        }
    }

  return 0;
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
 * Finds out what kind of formula it is. Its different names are in @spans afterwards, on their way
 * from memory.
 *
 * Returns: the template, or %PREMISE_TEMPLATE_NONE if it has to be looked at by itself
 */
guint32
premise_templates_look_up (PremiseTemplates *self,
                           const char       *text)
{
  char key[MAX_KEY];
  gsize length = write_key (self, text, key);

  return length > 0 ? add_template (self, key, length, self->n_spans) : PREMISE_TEMPLATE_NONE;
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

/* Which of the names of a template the value at @position belongs to. */
static guint8
find_operand (const PremiseTemplate *self,
              guint32                position)
{
  guint8 i = 0;

  while (i < self->n_names && self->cells[i] != position)
    i++;

  return i < self->n_names ? i : PREMISE_TEMPLATE_MAX_NAMES;
}

/* What no variable has, is the same for all formulas of a kind. */
static void
add_operand (PremiseTemplates      *self,
             const PremiseTemplate *template,
             const PremiseModel    *model,
             guint32                position)
{
  guint8 operand = position < model->program.n_values ? find_operand (template, position)
                                                      : PREMISE_TEMPLATE_MAX_NAMES;

  g_byte_array_append (self->operands, &operand, 1);
}

/**
 * premise_templates_prepare:
 * @self: templates
 * @model: the model, whose compiled formulas are linked
 *
 * Finds out what in the program of each template is another in each formula of its kind.
 */
void
premise_templates_prepare (PremiseTemplates   *self,
                           const PremiseModel *model)
{
  for (guint i = 0; i < self->templates->len; i++)
    {
      PremiseTemplate *template = premise_templates_get (self, i);
      const PremiseVariable *v;

      if (!template->compiled)
        continue;

      v = premise_model_get_variable (model, template->variable);
      template->first_operand = self->operands->len;
      add_operand (self, template, model, v->result);

      for (guint32 j = 0; j < v->n_instructions; j++)
        {
          const PremiseInstruction *instruction = &g_array_index (model->program.instructions, PremiseInstruction,
                                                                  v->first_instruction + j);

          add_operand (self, template, model, instruction->a);
          add_operand (self, template, model, instruction->b);
        }
    }
}

/**
 * premise_templates_apply:
 * @self: templates that are prepared
 * @position: one that fits
 * @model: the model
 * @variable: a formula of this kind, which has its place among the instructions
 * @targets: the variables that its names stand for
 *
 * Compiles a formula: the same instructions on other variables.
 */
void
premise_templates_apply (const PremiseTemplates *self,
                         guint32                 position,
                         PremiseModel           *model,
                         PremiseVariable        *variable,
                         const guint32          *targets)
{
  const PremiseTemplate *template = &g_array_index (self->templates, PremiseTemplate, position);
  const PremiseVariable *v = premise_model_get_variable (model, template->variable);
  const guint8 *operands = self->operands->data + template->first_operand;
  GArray *instructions = model->program.instructions;
  const PremiseInstruction *from;
  PremiseInstruction *to;
  guint32 cells[PREMISE_TEMPLATE_MAX_NAMES + 1];

  for (guint32 i = 0; i < template->n_names; i++)
    cells[i] = premise_model_get_variable (model, targets[i])->first_cell;

  cells[PREMISE_TEMPLATE_MAX_NAMES] = v->result;
  variable->result = cells[operands[0]];

  if (v->n_instructions == 0)
    return;

  from = &g_array_index (instructions, PremiseInstruction, v->first_instruction);
  to = &g_array_index (instructions, PremiseInstruction, variable->first_instruction);

  for (guint32 i = 0; i < v->n_instructions; i++)
    {
      PremiseInstruction instruction = from[i];

      cells[PREMISE_TEMPLATE_MAX_NAMES] = instruction.a;
      instruction.a = cells[operands[2 * i + 1]];
      cells[PREMISE_TEMPLATE_MAX_NAMES] = instruction.b;
      instruction.b = cells[operands[2 * i + 2]];
      to[i] = instruction;
    }
}
