/* premise-pool.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-pool-private.h"

#include <string.h>

#define MIN_SLOTS 16

/* Eight bytes at a time, each mixed by a multiplication with an odd number (that of the golden
 * ratio) and a fold of the upper half, which knows most, onto the lower.
 */
static inline guint64
mix (guint64 hash,
     guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return hash ^ hash >> 32;
}

static inline guint64
load_8 (const guint8 *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);

  return word;
}

static inline guint32
load_4 (const guint8 *bytes)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);

  return word;
}

/* Bits of the last character of so many as fit into a word, loaded as they stand in memory. */
static inline guint64
load_last (guint bits)
{
  return GUINT64_TO_LE ((guint64) bits << 56);
}

/* The last part overlaps with the one before where it is not a whole one: loads of a size that is
 * known are much faster than copies of one that is not.
 */
static guint
hash_bytes (gconstpointer data,
            gsize         length)
{
  const guint8 *bytes = data;
  guint64 hash = length;

  if (length >= 8)
    {
      for (gsize i = 0; i + 8 < length; i += 8)
        hash = mix (hash, load_8 (bytes + i));

      return (guint) mix (hash, load_8 (bytes + length - 8));
    }

  if (length >= 4)
    return (guint) mix (hash, (guint64) load_4 (bytes) << 32 | load_4 (bytes + length - 4));

  if (length > 0)
    hash = mix (hash, (guint64) bytes[0] << 16 | (guint64) bytes[length / 2] << 8 | bytes[length - 1]);

  return (guint) hash;
}

/* Grows a table that is two thirds full; TRUE if it has to be filled again. */
static gboolean
grow_slots (guint32 **slots,
            guint    *n_slots,
            guint     n)
{
  if (*n_slots > 0 && n < *n_slots / 3 * 2)
    return FALSE;

  *n_slots = MAX (MIN_SLOTS, *n_slots * 2);
  g_free (*slots);
  *slots = g_new0 (guint32, *n_slots);

  return TRUE;
}

static void
insert_slot (guint32 *slots,
             guint    n_slots,
             guint    hash,
             guint    position)
{
  guint i = hash & (n_slots - 1);

  while (slots[i] != 0)
    i = (i + 1) & (n_slots - 1);

  slots[i] = position + 1;
}

/* Room for so many bytes more. */
static char *
extend_text (PremiseText *self,
             gsize        size)
{
  gsize offset = self->length;

  if (offset + size > self->allocated)
    {
      self->allocated = MAX (64, MAX (self->allocated + self->allocated / 2, offset + size));
      self->data = g_realloc (self->data, self->allocated);
    }

  self->length = offset + size;

  return self->data + offset;
}

/**
 * premise_text_reserve:
 * @self: a text block
 * @size: how many bytes to expect
 *
 * Makes room for strings to come.
 */
void
premise_text_reserve (PremiseText *self,
                      gsize        size)
{
  if (size <= self->allocated)
    return;

  self->allocated = size;
  self->data = g_realloc (self->data, size);
}

/**
 * premise_text_add:
 * @self: a text block
 * @text: what to add
 * @length: its length in bytes
 *
 * Adds a string, and a NUL behind it.
 *
 * Returns: the offset to get it back with
 */
guint32
premise_text_add (PremiseText *self,
                  const char  *text,
                  gsize        length)
{
  char *place = extend_text (self, length + 1);

  if (length > 0)
    memcpy (place, text, length);

  place[length] = '\0';

  return (guint32) (place - self->data);
}

/**
 * premise_text_get:
 * @self: a text block
 * @offset: what premise_text_add() returned
 *
 * Gets a string; it moves when another is added.
 *
 * Returns: (transfer none): the string
 */
const char *
premise_text_get (const PremiseText *self,
                  guint32            offset)
{
  return self->data + offset;
}

/**
 * premise_text_clear:
 * @self: a text block
 *
 * Frees all strings.
 */
void
premise_text_clear (PremiseText *self)
{
  g_free (self->data);
  memset (self, 0, sizeof *self);
}

/* How a name is hashed: all but the lower half of its last character chooses sixteen slots that lie
 * side by side, and that half one of them. Names of a kind, which differ in their last digit, are
 * added and looked for together, so that they are found in memory together. Where a slot is taken,
 * the next one is tried in the sixteen behind, where those of a kind meet again.
 */
#define LINE_BITS 4
#define LINE_MASK ((1u << LINE_BITS) - 1)
#define STEP      ((1u << LINE_BITS) + 1)

static inline guint
hash_name (const char *name,
           gsize       length)
{
  const guint8 *bytes = (const guint8 *) name;
  guint64 hash = length;
  guint place;
  guint line;

  if (length == 0)
    return 0;

  place = bytes[length - 1] & LINE_MASK;

  if (length > 8)
    {
      for (gsize i = 0; i + 8 < length; i += 8)
        hash = mix (hash, load_8 (bytes + i));

      /* The last character alone is not to be hashed as it is. */
      hash = mix (hash, load_8 (bytes + length - 8) ^ load_last (place));
    }
  else if (length > 4)
    {
      guint64 ends = (guint64) load_4 (bytes + length - 4) << 32 | load_4 (bytes);

      hash = mix (hash, ends ^ load_last (place));
    }
  else
    {
      for (gsize i = 0; i + 1 < length; i++)
        hash = hash << 8 | bytes[i];

      hash = mix (length, hash << 8 | (bytes[length - 1] ^ place));
    }

  /* The last characters have reached the upper bits only. Where a line begins is any of its slots,
   * as all names may end alike. Those of a line are to be told apart, too.
   */
  hash = mix (hash, 0) >> 28;
  line = (guint) (hash >> LINE_BITS) << LINE_BITS;

  return (line | (((guint) hash + place) & LINE_MASK)) ^ place << (32 - LINE_BITS);
}

/* What a slot has of a hash, above the position: as many bits as are free. */
static inline guint32
get_tag (const PremiseNames *self,
         guint               hash)
{
  return hash & ~(self->n_slots - 1);
}

/* Part of the hash decides nearly always, so that the text of another name is seldom read. */
static guint
find_name (const PremiseNames *self,
           guint               hash,
           const char         *name,
           gsize               length)
{
  guint mask = self->n_slots - 1;
  guint32 tag;

  if (self->n_slots == 0)
    return PREMISE_NAMES_NONE;

  tag = get_tag (self, hash);

  for (guint i = hash & mask; self->slots[i] != 0; i = (i + STEP) & mask)
    {
      guint32 difference = self->slots[i] ^ tag;
      guint32 offset;
      const char *text;

      if (difference > mask)
        continue;

      offset = self->offsets[difference - 1];

      if (offset + length >= self->text.length)
        continue;

      text = self->text.data + offset;

      if (text[length] == '\0' && premise_bytes_equal (text, name, length))
        return difference - 1;
    }

  return PREMISE_NAMES_NONE;
}

/* Of equal names, the one that is inserted first is found. */
static void
insert_name (PremiseNames *self,
             guint         hash,
             guint         position)
{
  guint mask = self->n_slots - 1;
  guint i = hash & mask;

  while (self->slots[i] != 0)
    i = (i + STEP) & mask;

  self->slots[i] = get_tag (self, hash) | (position + 1);
}

/* As many slots as leave a third of them free. */
static void
grow_names (PremiseNames *self,
            guint         n)
{
  if (self->n_slots > 0 && n < self->n_slots / 3 * 2)
    return;

  self->n_slots = MAX (MIN_SLOTS, self->n_slots);

  while (n >= self->n_slots / 3 * 2)
    self->n_slots *= 2;

  g_free (self->slots);
  self->slots = g_new0 (guint32, self->n_slots);

  for (guint i = 0; i < self->n; i++)
    {
      const char *name = premise_names_get (self, i);

      insert_name (self, hash_name (name, strlen (name)), i);
    }
}

static guint
append_name (PremiseNames *self,
             guint         hash,
             const char   *name,
             gsize         length,
             gboolean      known)
{
  if (self->n == self->allocated)
    {
      self->allocated = MAX (8, self->allocated + self->allocated / 2);
      self->offsets = g_renew (guint32, self->offsets, self->allocated);
    }

  self->offsets[self->n] = premise_text_add (&self->text, name, length);

  if (!known)
    {
      grow_names (self, self->n + 1);
      insert_name (self, hash, self->n);
    }

  return self->n++;
}

/**
 * premise_names_reserve:
 * @self: names
 * @n: how many to expect
 *
 * Makes room for names to come.
 */
void
premise_names_reserve (PremiseNames *self,
                       guint         n)
{
  if (n <= self->allocated)
    return;

  self->allocated = n;
  self->offsets = g_renew (guint32, self->offsets, n);
  grow_names (self, n);
}

/**
 * premise_names_start:
 * @self: names
 * @name: a name, not necessarily ended by NUL
 * @length: its length in bytes
 *
 * Starts to look a name up, so that several can be on their way from memory at the same time.
 *
 * Returns: what premise_names_finish() has to be told
 */
guint
premise_names_start (const PremiseNames *self,
                     const char         *name,
                     gsize               length)
{
  guint hash = hash_name (name, length);

  if (self->n_slots > 0)
    __builtin_prefetch (&self->slots[hash & (self->n_slots - 1)]);

  return hash;
}

/**
 * premise_names_finish:
 * @self: names
 * @start: what premise_names_start() returned for this name
 * @name: a name, not necessarily ended by NUL
 * @length: its length in bytes
 *
 * Returns: its position, or PREMISE_NAMES_NONE
 */
guint
premise_names_finish (const PremiseNames *self,
                      guint               start,
                      const char         *name,
                      gsize               length)
{
  return find_name (self, start, name, length);
}

/**
 * premise_names_find:
 * @self: names
 * @name: the name, not necessarily ended by NUL
 * @length: its length in bytes
 *
 * Looks a name up.
 *
 * Returns: its position, or %PREMISE_NAMES_NONE
 */
guint
premise_names_find (const PremiseNames *self,
                    const char         *name,
                    gsize               length)
{
  return find_name (self, hash_name (name, length), name, length);
}

/**
 * premise_names_find_prefixed:
 * @self: names
 * @prefix: the beginning of a name
 * @n_prefix: how much of it, in bytes
 * @name: the rest of it
 * @length: its length in bytes
 *
 * Looks up a name that stands in two pieces.
 *
 * Returns: its position, or %PREMISE_NAMES_NONE, as for no prefix
 */
guint
premise_names_find_prefixed (const PremiseNames *self,
                             const char         *prefix,
                             gsize               n_prefix,
                             const char         *name,
                             gsize               length)
{
  char buffer[256];
  g_autofree char *heap = NULL;
  char *full = buffer;

  if (n_prefix == 0)
    return PREMISE_NAMES_NONE;

  if (n_prefix + length > sizeof buffer)
    full = heap = g_malloc (n_prefix + length);

  memcpy (full, prefix, n_prefix);
  memcpy (full + n_prefix, name, length);

  return premise_names_find (self, full, n_prefix + length);
}

/**
 * premise_names_append:
 * @self: names
 * @name: the name
 * @length: its length in bytes
 *
 * Adds a name even if there is one like it; premise_names_find() finds the first.
 *
 * Returns: the position of the new name
 */
guint
premise_names_append (PremiseNames *self,
                      const char   *name,
                      gsize         length)
{
  guint hash = hash_name (name, length);
  gboolean known = find_name (self, hash, name, length) != PREMISE_NAMES_NONE;

  return append_name (self, hash, name, length, known);
}

/**
 * premise_names_add:
 * @self: names
 * @name: the name
 * @length: its length in bytes
 * @is_new: (out): whether the name was not known
 *
 * Adds a name unless it is there already.
 *
 * Returns: its position
 */
guint
premise_names_add (PremiseNames *self,
                   const char   *name,
                   gsize         length,
                   gboolean     *is_new)
{
  guint hash = hash_name (name, length);
  guint position = find_name (self, hash, name, length);

  *is_new = position == PREMISE_NAMES_NONE;

  return *is_new ? append_name (self, hash, name, length, FALSE) : position;
}

/**
 * premise_names_get:
 * @self: names
 * @position: a position
 *
 * Gets a name; it moves when another is added.
 *
 * Returns: (transfer none): the name
 */
const char *
premise_names_get (const PremiseNames *self,
                   guint               position)
{
  return self->text.data + self->offsets[position];
}

/**
 * premise_names_trim:
 * @self: names
 *
 * Gives back what was allocated for names to come.
 */
void
premise_names_trim (PremiseNames *self)
{
  self->text.allocated = self->text.length;
  self->text.data = g_realloc (self->text.data, self->text.allocated);
  self->allocated = self->n;
  self->offsets = g_renew (guint32, self->offsets, self->n);
}

/**
 * premise_names_clear:
 * @self: names
 *
 * Frees all names.
 */
void
premise_names_clear (PremiseNames *self)
{
  premise_text_clear (&self->text);
  g_free (self->offsets);
  g_free (self->slots);
  memset (self, 0, sizeof *self);
}

/**
 * premise_positions_reserve:
 * @self: positions
 * @n: how many to expect
 *
 * Makes room for positions to come.
 */
void
premise_positions_reserve (PremisePositions *self,
                           guint             n)
{
  if (n <= self->allocated)
    return;

  self->allocated = n;
  self->items = g_renew (guint32, self->items, n);
}

/**
 * premise_positions_clear:
 * @self: positions
 *
 * Frees all positions.
 */
void
premise_positions_clear (PremisePositions *self)
{
  g_free (self->items);
  memset (self, 0, sizeof *self);
}

/**
 * premise_pool_init:
 * @self: a pool
 * @record_size: the size of a record; its padding must be zeroed by who adds
 *
 * Starts an empty pool.
 */
void
premise_pool_init (PremisePool *self,
                   gsize        record_size)
{
  memset (self, 0, sizeof *self);
  self->record_size = record_size;
}

/**
 * premise_pool_add:
 * @self: a pool
 * @record: a record
 *
 * Adds a copy of the record unless an equal one is there already.
 *
 * Returns: its position
 */
guint
premise_pool_add (PremisePool   *self,
                  gconstpointer  record)
{
  guint hash = hash_bytes (record, self->record_size);

  if (grow_slots (&self->slots, &self->n_slots, self->n + 1))
    {
      for (guint i = 0; i < self->n; i++)
        insert_slot (self->slots, self->n_slots,
                     hash_bytes (premise_pool_get (self, i), self->record_size), i);
    }

  for (guint i = hash & (self->n_slots - 1); self->slots[i] != 0; i = (i + 1) & (self->n_slots - 1))
    {
      if (memcmp (premise_pool_get (self, self->slots[i] - 1), record, self->record_size) == 0)
        return self->slots[i] - 1;
    }

  if (self->n == self->allocated)
    {
      self->allocated = MAX (8, self->allocated + self->allocated / 2);
      self->records = g_realloc_n (self->records, self->allocated, self->record_size);
    }

  memcpy (self->records + self->n * self->record_size, record, self->record_size);
  insert_slot (self->slots, self->n_slots, hash, self->n);

  return self->n++;
}

/**
 * premise_pool_get:
 * @self: a pool
 * @position: a position
 *
 * Gets a record; it moves when another is added.
 *
 * Returns: (transfer none): the record
 */
gconstpointer
premise_pool_get (const PremisePool *self,
                  guint              position)
{
  return self->records + position * self->record_size;
}

/**
 * premise_pool_clear:
 * @self: a pool
 *
 * Frees all records.
 */
void
premise_pool_clear (PremisePool *self)
{
  g_free (self->records);
  g_free (self->slots);
  premise_pool_init (self, self->record_size);
}
