/* premise-search-fold.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-search-private.h"

#include <string.h>

/* The longest decomposition that Unicode has. */
#define MAX_DECOMPOSITION G_UNICHAR_MAX_DECOMPOSITION_LENGTH

typedef enum
{
  CLASS_NONE,
  CLASS_SPACE,
  CLASS_OTHER,
  CLASS_LETTER,
  CLASS_DIGIT,
  CLASS_HAN,      /* scripts without spaces between words */
} CharClass;

typedef struct
{
  const char *original;
  GString    *text;
  GByteArray *starts;
  GArray     *offsets;      /* (nullable) */
  CharClass   last;
  CharClass   before_last;
  gboolean    last_lower;
  gboolean    space;        /* seen, and not yet written */
  gboolean    cut;          /* a new word, although nothing is written in between */
} Folder;

static gboolean
is_han (gunichar c)
{
  /* Han, kana, and the punctuation that is set as wide as they are. */
  return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0x20000 && c <= 0x3ffff);
}

static CharClass
classify (gunichar c)
{
  if (is_han (c))
    return CLASS_HAN;
  if (g_unichar_isdigit (c))
    return CLASS_DIGIT;
  if (g_unichar_isalpha (c))
    return CLASS_LETTER;

  return CLASS_OTHER;
}

/* What keeps a number and its unit together, and can be typed with or without. */
static gboolean
is_thin_space (gunichar c)
{
  return c == 0x00a0 || c == 0x2009 || c == 0x200a || c == 0x202f;
}

static gboolean
is_nothing (gunichar c)
{
  return c == 0x00ad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

static gunichar
plain_variant (gunichar c)
{
  switch (c)
    {
    case 0x2018: case 0x2019: case 0x02bc:
      return '\'';
    case 0x201c: case 0x201d:
      return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212:
      return '-';
    case 0x3001:
      return ',';
    case 0x3002:
      return '.';
    case 0x00d7:
      return 'x';
    case 0x03c2:
      return 0x03c3;
    default:
      return g_unichar_tolower (c);
    }
}

/* Of thousands: exactly three digits follow it. */
static gboolean
is_separator (const char *comma)
{
  const char *p = comma + 1;

  for (guint i = 0; i < 3; i++, p = g_utf8_next_char (p))
    if (!g_unichar_isdigit (g_utf8_get_char (p)))
      return FALSE;

  return !g_unichar_isdigit (g_utf8_get_char (p));
}

static void
put (Folder   *self,
     gunichar  c,
     guint8    start,
     gsize     offset)
{
  char bytes[6];
  int n = g_unichar_to_utf8 (c, bytes);
  guint position = (guint) offset;

  g_string_append_len (self->text, bytes, n);
  for (int i = 0; i < n; i++)
    {
      guint8 at = i == 0 ? start : 0;

      g_byte_array_append (self->starts, &at, 1);
      if (self->offsets != NULL)
        g_array_append_val (self->offsets, position);
    }
}

static gboolean
begins_word (const Folder *self,
             CharClass     class,
             gboolean      upper)
{
  if (self->cut || self->last != class)
    {
      /* The decimals of a number are part of it. */
      return !(class == CLASS_DIGIT && self->last == CLASS_OTHER &&
               self->before_last == CLASS_DIGIT && g_str_has_suffix (self->text->str, "."));
    }
  if (class == CLASS_LETTER)
    return self->last_lower && upper;   /* OpenAI, ChatGPT */

  return class != CLASS_DIGIT;
}

static void
fold_char (Folder     *self,
           gunichar    c,
           gboolean    upper,
           const char *place)
{
  CharClass class = classify (c);
  gsize offset = place - self->original;
  gboolean point = c == '.' && self->last == CLASS_DIGIT &&
                   g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (place)));

  if (self->space)
    {
      /* Chinese sets words and numbers off by a space, or does not. */
      if (self->last != CLASS_HAN && class != CLASS_HAN && self->last != CLASS_NONE)
        {
          put (self, ' ', 1, offset);
          self->before_last = self->last;
          self->last = CLASS_SPACE;
        }
      self->cut = TRUE;
      self->space = FALSE;
    }

  put (self, c, !point && begins_word (self, class, upper), offset);
  self->before_last = self->last;
  self->last = class;
  self->last_lower = class == CLASS_LETTER && !upper;
  self->cut = FALSE;
}

static void
fold_original (Folder     *self,
               const char *place)
{
  gunichar c = g_utf8_get_char (place);
  gunichar pieces[MAX_DECOMPOSITION];
  gsize n;

  if (is_nothing (c) || (c == ',' && self->last == CLASS_DIGIT && is_separator (place)))
    return;

  if (is_thin_space (c))
    {
      self->cut = TRUE;
      return;
    }

  if (g_unichar_isspace (c))
    {
      self->space = TRUE;
      return;
    }

  if (c == 0x00df)
    {
      fold_char (self, 's', FALSE, place);
      fold_char (self, 's', FALSE, place);
      return;
    }

  n = g_unichar_fully_decompose (plain_variant (c), TRUE, pieces, MAX_DECOMPOSITION);
  for (gsize i = 0; i < n; i++)
    if (!g_unichar_ismark (pieces[i]))
      fold_char (self, plain_variant (pieces[i]), g_unichar_isupper (c), place);
}

/**
 * premise_folded_init:
 * @self: (out caller-allocates): where to write
 * @text: what is to be searched, or what is searched for
 * @with_offsets: whether matches are to be found again in @text
 *
 * Folds a text: case, accents, widths, kinds of dashes and quotes, and the separators of
 * thousands make no difference, and neither do spaces beside Chinese.
 */
void
premise_folded_init (PremiseFolded *self,
                     const char    *text,
                     gboolean       with_offsets)
{
  Folder folder = {
    .original = text,
    .text = g_string_new (NULL),
    .starts = g_byte_array_new (),
    .offsets = with_offsets ? g_array_new (FALSE, FALSE, sizeof (guint)) : NULL,
  };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    fold_original (&folder, p);

  self->length = folder.text->len;
  self->text = g_string_free_and_steal (folder.text);
  self->starts = g_byte_array_free (folder.starts, FALSE);
  self->offsets = with_offsets ? (guint *) (gpointer) g_array_free (folder.offsets, FALSE) : NULL;
}

/**
 * premise_folded_clear:
 * @self: a folded text
 *
 * Frees what it holds.
 */
void
premise_folded_clear (PremiseFolded *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->offsets, g_free);
}

/* The next place of n bytes where a word may begin. */
static const char *
find_piece (const PremiseFolded *self,
            const char          *from,
            const char          *piece,
            gsize                n)
{
  const char *end = self->text + self->length;

  while (from < end)
    {
      const char *found = memmem (from, end - from, piece, n);

      if (found == NULL || self->starts[found - self->text])
        return found;
      from = found + 1;
    }

  return NULL;
}

static gboolean
ends_word (const PremiseFolded *self,
           gsize                end)
{
  return end == self->length || self->starts[end];
}

/* The end of a character of Chinese, or of a word or number of something else. */
static const char *
next_unit (const char *p)
{
  gboolean han = is_han (g_utf8_get_char (p));

  do
    p = g_utf8_next_char (p);
  while (!han && *p != '\0' && !is_han (g_utf8_get_char (p)));

  return p;
}

/* The longest beginning of a term that is in the text. */
static const char *
longest_piece (const PremiseFolded  *self,
               const char           *term,
               const char          **place)
{
  const char *end = NULL;

  for (const char *p = next_unit (term); ; p = next_unit (p))
    {
      const char *found = find_piece (self, self->text, term, p - term);

      if (found == NULL)
        break;
      end = p;
      *place = found;
      if (*p == '\0')
        break;
    }

  return end;
}

typedef void (*PieceFunc) (const char *piece,
                           gsize       n,
                           gpointer    user_data);

/* Chinese is typed without spaces: 内容市场 also finds 内容的市场. Single characters are
 * everywhere, so at most one of the pieces may be one. */
static gboolean
find_scattered (const PremiseFolded *self,
                const char          *term,
                gsize               *start,
                PieceFunc            func,
                gpointer             user_data)
{
  guint n_single = 0;
  guint n_pieces = 0;

  for (const char *p = term; *p != '\0'; n_pieces++)
    {
      const char *place = NULL;
      const char *end = longest_piece (self, p, &place);

      if (end == NULL)
        return FALSE;
      if (is_han (g_utf8_get_char (p)) && g_utf8_next_char (p) == end && ++n_single > 1)
        return FALSE;
      if (p == term)
        *start = place - self->text;
      if (func != NULL)
        func (p, end - p, user_data);
      p = end;
    }

  return n_pieces > n_single;
}

static gboolean
may_scatter (const char *term)
{
  guint n_units = 0;
  gboolean han = FALSE;

  for (const char *p = term; *p != '\0'; p = next_unit (p), n_units++)
    han = han || is_han (g_utf8_get_char (p));

  return han && n_units >= 3;
}

/**
 * premise_folded_find:
 * @self: a folded text
 * @term: folded, not empty
 * @match: (out caller-allocates): the best place
 *
 * Looks for @term at the beginning of a word; in Chinese, anywhere.
 *
 * Returns: whether it is there
 */
gboolean
premise_folded_find (const PremiseFolded *self,
                     const char          *term,
                     PremiseSearchMatch  *match)
{
  gsize n = strlen (term);
  const char *first = find_piece (self, self->text, term, n);

  *match = (PremiseSearchMatch) { 0 };
  for (const char *p = first; p != NULL; p = find_piece (self, p + 1, term, n))
    {
      if (ends_word (self, p - self->text + n))
        {
          match->whole = TRUE;
          match->start = p - self->text;
          return TRUE;
        }
    }

  if (first != NULL)
    {
      match->start = first - self->text;
      return TRUE;
    }

  match->scattered = TRUE;

  return may_scatter (term) && find_scattered (self, term, &match->start, NULL, NULL);
}

typedef struct
{
  const PremiseFolded *folded;
  const char          *original;
  GArray              *ranges;
} RangeData;

static void
add_piece (const char *piece,
           gsize       n,
           gpointer    user_data)
{
  RangeData *data = user_data;
  const PremiseFolded *self = data->folded;

  for (const char *p = find_piece (self, self->text, piece, n);
       p != NULL;
       p = find_piece (self, p + n, piece, n))
    {
      gsize start = p - self->text;
      const char *last = data->original + self->offsets[start + n - 1];
      PremiseSearchRange range = {
        .start = self->offsets[start],
        .end = (guint) (g_utf8_next_char (last) - data->original),
      };

      g_array_append_val (data->ranges, range);
    }
}

/**
 * premise_folded_add_ranges:
 * @self: a folded text with offsets
 * @original: what it was made of
 * @term: folded, not empty
 * @ranges: (element-type PremiseSearchRange): where to add
 *
 * Adds every place of @term as bytes of @original.
 */
void
premise_folded_add_ranges (const PremiseFolded *self,
                           const char          *original,
                           const char          *term,
                           GArray              *ranges)
{
  RangeData data = { self, original, ranges };
  gsize n = strlen (term);
  gsize start;

  g_return_if_fail (self->offsets != NULL);

  if (find_piece (self, self->text, term, n) != NULL)
    add_piece (term, n, &data);
  else if (may_scatter (term) && find_scattered (self, term, &start, NULL, NULL))
    find_scattered (self, term, &start, add_piece, &data);
}

/**
 * premise_search_split:
 * @query: what was typed
 *
 * Returns: (transfer full): its words, folded; none for a query of nothing but spaces
 */
GStrv
premise_search_split (const char *query)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *p = query; ; p = g_utf8_next_char (p))
    {
      gboolean space = *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));

      if (!space && start == NULL)
        start = p;
      if (space && start != NULL)
        {
          g_autofree char *word = g_strndup (start, p - start);
          g_auto(PremiseFolded) folded = { 0 };

          premise_folded_init (&folded, word, FALSE);
          if (folded.length > 0)
            g_strv_builder_add (builder, folded.text);
          start = NULL;
        }
      if (*p == '\0')
        break;
    }

  return g_strv_builder_end (builder);
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const PremiseSearchRange *x = a;
  const PremiseSearchRange *y = b;

  return x->start != y->start ? (x->start < y->start ? -1 : 1)
                              : (x->end > y->end) - (x->end < y->end);
}

/**
 * premise_search_dup_ranges:
 * @terms: folded words
 * @text: any text
 *
 * Returns: (transfer full) (element-type PremiseSearchRange): every place of every term in
 *   @text, in order; what overlaps is one
 */
GArray *
premise_search_dup_ranges (const char *const *terms,
                           const char        *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (PremiseSearchRange));
  g_auto(PremiseFolded) folded = { 0 };
  guint n = 0;

  premise_folded_init (&folded, text, TRUE);
  for (guint i = 0; terms[i] != NULL; i++)
    premise_folded_add_ranges (&folded, text, terms[i], ranges);
  g_array_sort (ranges, compare_ranges);

  for (guint i = 0; i < ranges->len; i++)
    {
      PremiseSearchRange range = g_array_index (ranges, PremiseSearchRange, i);
      PremiseSearchRange *before = n > 0 ? &g_array_index (ranges, PremiseSearchRange, n - 1)
                                         : NULL;

      if (before != NULL && range.start <= before->end)
        before->end = MAX (before->end, range.end);
      else
        g_array_index (ranges, PremiseSearchRange, n++) = range;
    }
  g_array_set_size (ranges, n);

  return ranges;
}
