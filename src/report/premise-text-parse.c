/* premise-text-parse.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Looking for the nearest name is for a typing mistake, not for a text of nothing else. */
#define MAX_SUGGESTIONS 16

#define NO_RUN ((guint) -1)

/* An emphasis that has been opened: the first run inside, and where its star stands. */
typedef struct
{
  PremiseEmphasis emphasis;
  const char     *stars;
  guint           run;
  gsize           offset;
} Opening;

enum
{
  OPENING_ITALIC,
  OPENING_STRONG,
  N_OPENINGS,
};

typedef struct
{
  PremiseModel         *model;
  const char           *language;
  const char           *text;
  PremiseTextComplaint  complaint;
  gpointer              user_data;
  guint                 n_suggestions;

  GArray               *runs;
  GString              *words;          /* literal text not yet in a run */
  gsize                 words_offset;
  PremiseEmphasis       emphasis;
  Opening               openings[N_OPENINGS];
  char                 *link;           /* (nullable): target of the link we are in */
  const char           *link_end;       /* its closing bracket */
  const char           *link_rest;      /* behind the link */
} Parser;

static void
run_clear (gpointer data)
{
  PremiseTextRun *run = data;

  g_clear_pointer (&run->text, g_free);
  g_clear_pointer (&run->target, g_free);
}

static void G_GNUC_PRINTF (4, 5)
complain (Parser                *self,
          const char            *place,
          PremiseDiagnosticCode  code,
          const char            *format,
          ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (self->complaint == NULL)
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  self->complaint (self->language, (gsize) (place - self->text), code, message, self->user_data);
}

/* Runs */

static void
flush (Parser *self)
{
  PremiseTextRun run = {
    .kind = self->link != NULL ? PREMISE_SPAN_LINK : PREMISE_SPAN_TEXT,
    .emphasis = self->emphasis,
    .offset = self->words_offset,
    .variable = PREMISE_MODEL_NOT_FOUND,
  };

  if (self->words->len == 0)
    return;

  run.text = g_strndup (self->words->str, self->words->len);
  run.target = g_strdup (self->link);
  g_array_append_val (self->runs, run);
  g_string_truncate (self->words, 0);
}

static void
append_words (Parser     *self,
              const char *begin,
              const char *end)
{
  if (self->words->len == 0)
    self->words_offset = (gsize) (begin - self->text);

  g_string_append_len (self->words, begin, end - begin);
}

static void
append_run (Parser         *self,
            PremiseTextRun *run)
{
  flush (self);
  run->emphasis = self->emphasis;
  g_array_append_vals (self->runs, run, 1);
}

/* Live numbers */

static const char *
suggest (Parser      *self,
         const char  *name,
         guint        n,
         const char *(*get_name) (Parser *self, guint i, gpointer data),
         gpointer     data)
{
  g_autofree const char **names = NULL;

  if (self->n_suggestions >= MAX_SUGGESTIONS)
    return NULL;

  self->n_suggestions++;
  names = g_new (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = get_name (self, i, data);

  return premise_nearest_name (name, names, n);
}

static const char *
get_variable_name (Parser   *self,
                   guint     i,
                   gpointer  data)
{
  return premise_model_get_id (self->model, i);
}

static const char *
get_member_name (Parser   *self,
                 guint     i,
                 gpointer  data)
{
  return premise_model_get_member_id (self->model, GPOINTER_TO_UINT (data), i);
}

static guint
find_variable (Parser     *self,
               const char *place,
               const char *name)
{
  guint variable = premise_model_find (self->model, name);
  const char *nearest;

  if (variable != PREMISE_MODEL_NOT_FOUND)
    return variable;

  nearest = suggest (self, name, premise_model_get_n_variables (self->model),
                     get_variable_name, NULL);

  if (nearest != NULL)
    complain (self, place, PREMISE_DIAGNOSTIC_REFERENCE,
              /* Translators: what is written in a text, and the variable that is most like it. */
              _("there is no variable “%s”; did you mean “%s”?"), name, nearest);
  else
    complain (self, place, PREMISE_DIAGNOSTIC_REFERENCE,
              _("there is no variable “%s”; write its full id, model.name"), name);

  return PREMISE_MODEL_NOT_FOUND;
}

static guint
find_member (Parser     *self,
             const char *place,
             guint       index,
             const char *name)
{
  guint member = premise_model_find_member (self->model, index, name);
  const char *nearest;

  if (member != PREMISE_MODEL_NOT_FOUND)
    return member;

  nearest = suggest (self, name, premise_model_get_n_members (self->model, index),
                     get_member_name, GUINT_TO_POINTER (index));

  if (nearest != NULL)
    complain (self, place, PREMISE_DIAGNOSTIC_REFERENCE,
              _("the index “%s” has no member “%s”; did you mean “%s”?"),
              premise_model_get_index_id (self->model, index), name, nearest);
  else
    complain (self, place, PREMISE_DIAGNOSTIC_REFERENCE, _("the index “%s” has no member “%s”"),
              premise_model_get_index_id (self->model, index), name);

  return PREMISE_MODEL_NOT_FOUND;
}

static const char *
skip_spaces (const char *p)
{
  return p + strspn (p, " \t");
}

static char *
dup_trimmed (const char *begin,
             const char *end)
{
  return g_strstrip (g_strndup (begin, (gsize) (end - begin)));
}

static void
complain_about_members (Parser     *self,
                        const char *place,
                        guint       variable)
{
  guint n_dims = premise_model_get_n_dims (self->model, variable);
  g_autoptr(GString) indexes = g_string_new (NULL);

  for (guint dim = 0; dim < n_dims; dim++)
    {
      if (dim > 0)
        g_string_append (indexes, ", ");

      g_string_append (indexes, premise_model_get_index_id (
                                  self->model, premise_model_get_dim (self->model, variable, dim)));
    }

  if (n_dims == 0)
    complain (self, place, PREMISE_DIAGNOSTIC_REFERENCE,
              /* Translators: a variable, twice. What is in {} is written so into a text. */
              _("“%s” is a single value; write {%s} without a member"),
              premise_model_get_id (self->model, variable),
              premise_model_get_id (self->model, variable));
  else
    complain (self, place, PREMISE_DIAGNOSTIC_REFERENCE,
              /* Translators: a variable, its indexes, and the variable again. What is in {} is
               * written so into a text. */
              _("“%s” has a value for every member of %s; write {%s[…]} with one member of each"),
              premise_model_get_id (self->model, variable), indexes->str,
              premise_model_get_id (self->model, variable));
}

/* Reads "m1, m2" between begin and end. */
static gboolean
read_members (Parser     *self,
              const char *begin,
              const char *end,
              guint       variable,
              guint      *cell)
{
  guint n_dims = premise_model_get_n_dims (self->model, variable);
  g_autofree guint *members = g_new0 (guint, n_dims + 1);
  guint dim = 0;

  for (const char *p = begin; p != NULL && begin < end; dim++)
    {
      const char *comma = memchr (p, ',', (gsize) (end - p));
      g_autofree char *name = dup_trimmed (p, comma != NULL ? comma : end);

      if (dim < n_dims)
        {
          members[dim] = find_member (self, skip_spaces (p),
                                      premise_model_get_dim (self->model, variable, dim), name);

          if (members[dim] == PREMISE_MODEL_NOT_FOUND)
            return FALSE;
        }

      p = comma != NULL ? comma + 1 : NULL;
    }

  if (dim != n_dims)
    {
      complain_about_members (self, begin, variable);
      return FALSE;
    }

  *cell = n_dims == 0 ? 0 : premise_model_get_cell (self->model, variable, members);
  return TRUE;
}

/* Reads "id" or "id[members]" between begin and end. */
static gboolean
read_reference (Parser         *self,
                const char     *begin,
                const char     *end,
                PremiseTextRun *run)
{
  const char *open = memchr (begin, '[', (gsize) (end - begin));
  const char *close = open != NULL ? memchr (open, ']', (gsize) (end - open)) : NULL;
  g_autofree char *name = dup_trimmed (begin, open != NULL ? open : end);

  if (*name == '\0')
    {
      complain (self, begin, PREMISE_DIAGNOSTIC_TEXT,
                _("there is no variable between the braces; write {model.name}, or \\{ for one"));
      return FALSE;
    }

  if (open != NULL && (close == NULL || skip_spaces (close + 1) < end))
    {
      complain (self, open, PREMISE_DIAGNOSTIC_TEXT,
                _("the member is not closed; write {%s[member]}"), name);
      return FALSE;
    }

  run->variable = find_variable (self, skip_spaces (begin), name);

  if (run->variable == PREMISE_MODEL_NOT_FOUND)
    return FALSE;

  if (open == NULL)
    return read_members (self, begin, begin, run->variable, &run->cell);

  return read_members (self, open + 1, close, run->variable, &run->cell);
}

static gboolean
read_format (Parser         *self,
             const char     *begin,
             const char     *end,
             PremiseTextRun *run)
{
  g_autofree char *text = g_strndup (begin, (gsize) (end - begin));
  g_autoptr(GError) error = NULL;
  gsize offset = 0;

  run->own_format = TRUE;

  if (premise_format_parse (&run->format, text, &offset, &error))
    return TRUE;

  complain (self, begin + offset, PREMISE_DIAGNOSTIC_TEXT, "%s", error->message);
  return FALSE;
}

static gboolean
same_dimension (Parser               *self,
                const char           *place,
                const PremiseTextRun *low,
                const PremiseTextRun *high)
{
  const PremiseUnit *low_unit = premise_model_get_unit (self->model, low->variable);
  const PremiseUnit *high_unit = premise_model_get_unit (self->model, high->variable);

  if (premise_unit_same_dimension (low_unit, high_unit))
    return TRUE;

  complain (self, place, PREMISE_DIAGNOSTIC_UNIT,
            /* Translators: a range in a text, such as 3–5 %; a variable and its unit, twice. */
            _("a range has one unit, but “%s” is in %s and “%s” in %s"),
            premise_model_get_id (self->model, low->variable), premise_unit_get_text (low_unit),
            premise_model_get_id (self->model, high->variable), premise_unit_get_text (high_unit));

  return FALSE;
}

/* Reads "id[member]", or "id[member]..id[member]", between begin and end. */
static gboolean
read_references (Parser         *self,
                 const char     *begin,
                 const char     *end,
                 PremiseTextRun *low,
                 PremiseTextRun *high)
{
  const char *dots = g_strstr_len (begin, end - begin, "..");

  if (dots == NULL)
    return read_reference (self, begin, end, low);

  low->end = PREMISE_RANGE_END_LOW;
  high->end = PREMISE_RANGE_END_HIGH;

  return read_reference (self, begin, dots, low) && read_reference (self, dots + 2, end, high) &&
         same_dimension (self, skip_spaces (dots + 2), low, high);
}

static gboolean
read_value (Parser         *self,
            const char     *open,
            const char     *close,
            PremiseTextRun *run,
            PremiseTextRun *high)
{
  const char *colon = memchr (open, ':', (gsize) (close - open));

  if (self->model == NULL)
    {
      complain (self, open, PREMISE_DIAGNOSTIC_TEXT,
                _("a live number cannot stand in this text; write \\{ for a brace"));
      return FALSE;
    }

  premise_format_init (&run->format);

  if (!read_references (self, open + 1, colon != NULL ? colon : close, run, high) ||
      (colon != NULL && !read_format (self, colon + 1, close, run)))
    return FALSE;

  /* One format for both, also when it is that of a variable. */
  high->format = run->format;
  high->own_format = run->own_format;

  return TRUE;
}

static const char *
parse_value (Parser     *self,
             const char *p)
{
  PremiseTextRun run = { .kind = PREMISE_SPAN_VALUE, .offset = (gsize) (p - self->text) };
  PremiseTextRun high = run;
  const char *close = p + 1 + strcspn (p + 1, "{}\n");
  gboolean leaves_link = p < self->link_end && close > self->link_end;

  if (*close != '}' || leaves_link)
    {
      complain (self, p, PREMISE_DIAGNOSTIC_TEXT,
                _("“{” is never closed; write } behind the number, or \\{ for a brace"));
      append_words (self, p, p + 1);
      return p + 1;
    }

  if (read_value (self, p, close, &run, &high))
    {
      run.target = g_strdup (self->link);
      append_run (self, &run);
      if (high.end == PREMISE_RANGE_END_HIGH)
        {
          high.target = g_strdup (self->link);
          append_run (self, &high);
        }
    }
  else
    {
      append_words (self, p, close + 1);
    }

  return close + 1;
}

/* Citations and links */

static const char *
skip_name (const char *p)
{
  while (g_ascii_isalnum (*p) || *p == '_' || *p == '-' || *p == '.'
         || ((guchar) *p >= 0x80 && g_unichar_isalpha (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);

  return p;
}

static const char *
parse_citation (Parser     *self,
                const char *p)
{
  const char *name = p + 2;
  const char *end = skip_name (name);
  const char *close = end;
  PremiseTextRun run = {
    .kind = PREMISE_SPAN_CITATION,
    .offset = (gsize) (p - self->text),
    .variable = PREMISE_MODEL_NOT_FOUND,
  };

  if (*close == ':')
    {
      close++;

      while (g_ascii_isdigit (*close) && run.page < 1000000)
        run.page = run.page * 10 + (guint) (*close++ - '0');

      if (run.page == 0)
        close = end;
    }

  if (end == name || *close != ']')
    {
      complain (self, p, PREMISE_DIAGNOSTIC_TEXT,
                _("this is not a citation; write [@source] or [@source:51] with a page, "
                "or \\[ for a bracket"));
      append_words (self, p, p + 2);
      return p + 2;
    }

  run.target = g_strndup (name, (gsize) (end - name));
  append_run (self, &run);

  return close + 1;
}

static const char *
parse_bracket (Parser     *self,
               const char *p)
{
  const char *close = p + 1;
  const char *end;

  if (p[1] == '@')
    return parse_citation (self, p);

  while (*close != '\0' && *close != ']' && *close != '[')
    close += *close == '\\' && close[1] != '\0' ? 2 : 1;

  /* A bracket that is not a link is a bracket; links do not hold links. */
  if (*close != ']' || close[1] != '(' || self->link != NULL)
    {
      append_words (self, p, p + 1);
      return p + 1;
    }

  end = close[2] == '#' ? skip_name (close + 3) : close + 2;

  if (*end != ')' || end <= close + 3)
    {
      complain (self, close + 1, PREMISE_DIAGNOSTIC_TEXT,
                _("a link leads to a section of this report; write [words](#section-id)"));
      append_words (self, p, p + 1);
      return p + 1;
    }

  flush (self);
  self->link = g_strndup (close + 3, (gsize) (end - close - 3));
  self->link_end = close;
  self->link_rest = end + 1;

  return p + 1;
}

static const char *
end_link (Parser *self)
{
  flush (self);
  g_clear_pointer (&self->link, g_free);
  self->link_end = NULL;

  return self->link_rest;
}

/* Emphasis */

static const char *
toggle (Parser     *self,
        const char *p,
        Opening    *opening)
{
  flush (self);

  if (opening->run == NO_RUN)
    {
      opening->run = self->runs->len;
      opening->offset = (gsize) (p - self->text);
    }
  else
    {
      opening->run = NO_RUN;
    }

  self->emphasis ^= opening->emphasis;

  return p + strlen (opening->stars);
}

static gboolean
is_space_or_end (char c)
{
  return c == '\0' || g_ascii_isspace (c);
}

static const char *
parse_star (Parser     *self,
            const char *p)
{
  gboolean strong = p[1] == '*';
  const char *end = p + (strong ? 2 : 1);

  /* A star between spaces is a star. */
  if ((p == self->text || is_space_or_end (p[-1])) && is_space_or_end (*end))
    {
      append_words (self, p, end);
      return end;
    }

  return toggle (self, p, &self->openings[strong ? OPENING_STRONG : OPENING_ITALIC]);
}

/* What was opened and never closed was no emphasis: puts the stars back as they were written. */
static void
undo_opening (Parser  *self,
              Opening *opening)
{
  PremiseTextRun stars = {
    .kind = PREMISE_SPAN_TEXT,
    .offset = opening->offset,
    .text = g_strdup (opening->stars),
    .variable = PREMISE_MODEL_NOT_FOUND,
  };

  complain (self, self->text + opening->offset, PREMISE_DIAGNOSTIC_TEXT,
            _("“%s” opens an emphasis that is never closed; write \\* for a star"), opening->stars);

  for (guint i = opening->run; i < self->runs->len; i++)
    g_array_index (self->runs, PremiseTextRun, i).emphasis &= ~opening->emphasis;

  if (opening->run < self->runs->len)
    stars.emphasis = g_array_index (self->runs, PremiseTextRun, opening->run).emphasis;

  g_array_insert_val (self->runs, opening->run, stars);
  opening->run = NO_RUN;
}

static void
close_openings (Parser *self)
{
  Opening *italic = &self->openings[OPENING_ITALIC];
  Opening *strong = &self->openings[OPENING_STRONG];

  flush (self);

  /* From the back, so that the other one's run stays where it is. */
  if (italic->run != NO_RUN && strong->run != NO_RUN && strong->offset > italic->offset)
    undo_opening (self, strong);

  if (italic->run != NO_RUN)
    undo_opening (self, italic);

  if (strong->run != NO_RUN)
    undo_opening (self, strong);
}

static const char *
parse_piece (Parser     *self,
             const char *p)
{
  gsize length;

  if (p == self->link_end)
    return end_link (self);

  switch (*p)
    {
    case '\\':
      if (p[1] == '\0')
        {
          complain (self, p, PREMISE_DIAGNOSTIC_TEXT,
                    _("there is nothing behind the backslash; write \\\\ for a backslash"));
          append_words (self, p, p + 1);
          return p + 1;
        }

      length = (gsize) (g_utf8_next_char (p + 1) - p);
      append_words (self, p + 1, p + length);
      return p + length;

    case '{':
      return parse_value (self, p);

    case '}':
      complain (self, p, PREMISE_DIAGNOSTIC_TEXT,
                _("“}” without a “{” before it; write \\} for a brace"));
      append_words (self, p, p + 1);
      return p + 1;

    case '[':
      return parse_bracket (self, p);

    case '*':
      return parse_star (self, p);

    default:
      length = MAX (strcspn (p, "\\{}[]*"), 1);
      append_words (self, p, p + length);
      return p + length;
    }
}

/**
 * premise_text_parse_runs:
 * @model: (nullable): the model that live numbers come from
 * @language: the language of @text, for complaints
 * @text: the markup
 * @complaint: (nullable) (scope call): called for everything that is wrong
 * @user_data: data for @complaint
 *
 * Parses the markup of one language. Takes time in proportion to the length of
 * @text, whatever it holds.
 *
 * Returns: (transfer full) (element-type PremiseTextRun): the runs
 */
GArray *
premise_text_parse_runs (PremiseModel         *model,
                         const char           *language,
                         const char           *text,
                         PremiseTextComplaint  complaint,
                         gpointer              user_data)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) words = g_string_new (NULL);
  Parser self = {
    .model = model,
    .language = language,
    .text = valid,
    .complaint = complaint,
    .user_data = user_data,
    .runs = g_array_new (FALSE, TRUE, sizeof (PremiseTextRun)),
    .words = words,
    .openings = {
      [OPENING_ITALIC] = { PREMISE_EMPHASIS_ITALIC, "*", NO_RUN, 0 },
      [OPENING_STRONG] = { PREMISE_EMPHASIS_STRONG, "**", NO_RUN, 0 },
    },
  };

  g_array_set_clear_func (self.runs, run_clear);

  for (const char *p = valid; *p != '\0';)
    p = parse_piece (&self, p);

  close_openings (&self);
  g_free (self.link);

  return self.runs;
}
