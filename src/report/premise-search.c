/* premise-search.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-search-private.h"

#include <string.h>

#define MAX_TERMS 16

struct _PremiseSearch
{
  GArray *entries;      /* (element-type PremiseSearchEntry) */
  guint   n_sections;
};

/* What an entry is worth. The steps are larger than what the words of a match can add, so that a
 * title comes before a key message, and so on. */
static const int field_scores[PREMISE_SEARCH_N_FIELDS] = {
  [PREMISE_SEARCH_NUMBER] = 1800,
  [PREMISE_SEARCH_TITLE] = 1600,
  [PREMISE_SEARCH_CHAPTER] = 1400,
  [PREMISE_SEARCH_KEY_MESSAGE] = 1200,
  [PREMISE_SEARCH_HEADING] = 1000,
  [PREMISE_SEARCH_VARIABLE] = 800,
  [PREMISE_SEARCH_TEXT] = 600,
  [PREMISE_SEARCH_CELL] = 400,
  [PREMISE_SEARCH_SOURCE] = 200,
};

#define SCORE_WHOLE     60
#define SCORE_PHRASE    240   /* as typed: more than one step */
#define SCORE_EARLY     30    /* at the very beginning; less further on */
#define SCORE_SCATTERED -60
#define SCORE_ELSEWHERE -1000 /* a word is in the title above, not in the text itself: after what holds all */

/* What one query finds in one entry. */
typedef struct
{
  guint32 terms;      /* a bit for each that is in it */
  int     score;
} Finding;

typedef struct
{
  PremiseSearch *search;
  GStrv          terms;
  guint          n_terms;
  char          *phrase;        /* (nullable): all terms in a row, when there are several */
  Finding       *findings;      /* per entry */
  guint32       *titles;        /* per section: the terms that its title holds */
} Query;

/**
 * premise_search_new:
 * @report: a report
 * @language: the language to search
 * @evaluator: the values that are read
 *
 * Reads the whole report, which takes some milliseconds: make it when somebody searches, and
 * again after the values or the language have changed.
 *
 * Returns: (transfer full): the index
 */
PremiseSearch *
premise_search_new (PremiseReport    *report,
                    const char       *language,
                    PremiseEvaluator *evaluator)
{
  PremiseSearch *self;

  g_return_val_if_fail (PREMISE_IS_REPORT (report), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_new0 (PremiseSearch, 1);
  self->entries = premise_search_dup_entries (report, language, evaluator);
  self->n_sections = premise_report_get_n_sections (report);

  return self;
}

/**
 * premise_search_free:
 * @self: an index
 *
 * Frees the index.
 */
void
premise_search_free (PremiseSearch *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * premise_search_hit_free:
 * @hit: (transfer full): a hit
 *
 * Frees a hit.
 */
void
premise_search_hit_free (PremiseSearchHit *hit)
{
  g_free (hit->snippet);
  g_array_unref (hit->ranges);
  g_free (hit);
}

/**
 * premise_search_dup_marks:
 * @query: what was typed
 * @text: a text that is shown
 *
 * Finds the words of a query in @text, to mark them there.
 *
 * Returns: (transfer full) (element-type PremiseSearchRange): the places, in order
 */
GArray *
premise_search_dup_marks (const char *query,
                          const char *text)
{
  g_auto(GStrv) terms = NULL;

  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  terms = premise_search_split (query);

  return premise_search_dup_ranges ((const char *const *) terms, text);
}

static PremiseSearchEntry *
get_entry (PremiseSearch *self,
           guint          i)
{
  return &g_array_index (self->entries, PremiseSearchEntry, i);
}

static int
score_match (const PremiseSearchMatch *match)
{
  int early = SCORE_EARLY - (int) MIN (match->start / 4, SCORE_EARLY);

  return early + (match->scattered ? SCORE_SCATTERED : match->whole ? SCORE_WHOLE : 0);
}

static void
find_in_entry (Query                    *self,
               const PremiseSearchEntry *entry,
               Finding                  *finding)
{
  PremiseSearchMatch match;
  guint n_found = 0;

  for (guint i = 0; i < self->n_terms; i++)
    {
      if (!premise_folded_find (&entry->folded, self->terms[i], &match))
        continue;

      /* "2" is not a word of "3.2": a number of a section is found from its beginning. */
      if (entry->field == PREMISE_SEARCH_NUMBER && match.start > 0)
        continue;

      finding->terms |= 1u << i;
      finding->score += score_match (&match);
      n_found++;
    }

  if (n_found > 0)
    finding->score = field_scores[entry->field] + finding->score / (int) n_found;
  if (self->phrase != NULL && n_found == self->n_terms && n_found > 0 &&
      premise_folded_find (&entry->folded, self->phrase, &match) && !match.scattered)
    finding->score += SCORE_PHRASE;
}

static void
find_everywhere (Query *self)
{
  for (guint i = 0; i < self->search->entries->len; i++)
    {
      const PremiseSearchEntry *entry = get_entry (self->search, i);
      Finding *finding = &self->findings[i];

      find_in_entry (self, entry, finding);
      if (entry->field == PREMISE_SEARCH_TITLE || entry->field == PREMISE_SEARCH_CHAPTER)
        self->titles[entry->section] |= finding->terms;
    }
}

/* Keeps an entry that holds every term, itself or with the titles above it. */
static void
judge (Query *self)
{
  guint32 all = (guint32) ((G_GUINT64_CONSTANT (1) << self->n_terms) - 1);
  guint32 heading = 0;
  guint section = PREMISE_MODEL_NOT_FOUND;
  guint block = PREMISE_MODEL_NOT_FOUND;

  for (guint i = 0; i < self->search->entries->len; i++)
    {
      const PremiseSearchEntry *entry = get_entry (self->search, i);
      Finding *finding = &self->findings[i];
      guint32 terms = finding->terms;

      if (entry->section != section || entry->block != block)
        heading = 0;
      section = entry->section;
      block = entry->block;
      if (entry->field == PREMISE_SEARCH_HEADING)
        heading |= terms;

      if (terms == 0 || (terms | heading | self->titles[section]) != all)
        finding->terms = 0;
      else if (terms != all)
        finding->score += SCORE_ELSEWHERE;
    }
}

typedef struct
{
  guint entry;
  int   score;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a;
  const Candidate *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;

  return x->entry < y->entry ? -1 : 1;
}

static gboolean
same_place (const PremiseSearchEntry *a,
            const PremiseSearchEntry *b)
{
  return a->section == b->section && a->block == b->block && a->variable == b->variable;
}

/* Of each place the best: a table with ten rows that match is one thing to go to. */
static GArray *
dup_candidates (Query *self)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < self->search->entries->len; i++)
    {
      Candidate candidate = { i, self->findings[i].score };
      Candidate *rival = NULL;

      if (self->findings[i].terms == 0)
        continue;

      /* Those of one place stand together. */
      for (guint j = candidates->len; j > 0 && rival == NULL; j--)
        {
          Candidate *other = &g_array_index (candidates, Candidate, j - 1);
          const PremiseSearchEntry *entry = get_entry (self->search, other->entry);

          if (entry->section != get_entry (self->search, i)->section ||
              entry->block != get_entry (self->search, i)->block)
            break;
          if (same_place (entry, get_entry (self->search, i)))
            rival = other;
        }

      if (rival == NULL)
        g_array_append_val (candidates, candidate);
      else if (rival->score < candidate.score)
        *rival = candidate;
    }
  g_array_sort (candidates, compare_candidates);

  return candidates;
}

/* Who looks for 3.5.1 wants to see what it is called. */
static const char *
get_shown_text (PremiseSearch *self,
                guint          i)
{
  const PremiseSearchEntry *entry = get_entry (self, i);

  if (entry->field == PREMISE_SEARCH_NUMBER && i + 1 < self->entries->len &&
      get_entry (self, i + 1)->field == PREMISE_SEARCH_TITLE)
    return get_entry (self, i + 1)->text;

  return entry->text;
}

static PremiseSearchHit *
hit_new (Query           *self,
         const Candidate *candidate)
{
  const PremiseSearchEntry *entry = get_entry (self->search, candidate->entry);
  const char *text = get_shown_text (self->search, candidate->entry);
  PremiseSearchHit *hit = g_new0 (PremiseSearchHit, 1);

  hit->section = entry->section;
  hit->block = entry->block;
  hit->variable = entry->variable;
  hit->field = entry->field;
  hit->score = candidate->score;
  hit->ranges = premise_search_dup_ranges ((const char *const *) self->terms, text);
  hit->snippet = premise_search_cut (text, hit->ranges);

  return hit;
}

static void
query_init (Query         *self,
            PremiseSearch *search,
            const char    *text)
{
  g_auto(PremiseFolded) folded = { 0 };
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  self->search = search;
  self->terms = premise_search_split (text);
  self->n_terms = g_strv_length (self->terms);
  while (self->n_terms > MAX_TERMS)
    g_clear_pointer (&self->terms[--self->n_terms], g_free);
  self->findings = g_new0 (Finding, MAX (1, search->entries->len));
  self->titles = g_new0 (guint32, MAX (1, search->n_sections));

  premise_folded_init (&folded, stripped, FALSE);
  if (self->n_terms > 1)
    self->phrase = g_steal_pointer (&folded.text);
}

static void
query_clear (Query *self)
{
  g_clear_pointer (&self->terms, g_strfreev);
  g_clear_pointer (&self->phrase, g_free);
  g_clear_pointer (&self->findings, g_free);
  g_clear_pointer (&self->titles, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

/**
 * premise_search_query:
 * @self: an index
 * @query: words, all of which must be found
 * @limit: at most so many hits
 * @n_found: (out) (optional): how many there are in all
 *
 * Finds the places that hold every word of @query, at the beginning of a word or, in Chinese,
 * anywhere. A word may also stand in the title above the text that holds the others.
 *
 * Returns: (transfer full) (element-type PremiseSearchHit): the hits, the best first
 */
GPtrArray *
premise_search_query (PremiseSearch *self,
                      const char    *query,
                      guint          limit,
                      guint         *n_found)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_search_hit_free);
  g_autoptr(GArray) candidates = NULL;
  g_auto(Query) run = { 0 };

  g_return_val_if_fail (self != NULL, hits);
  g_return_val_if_fail (query != NULL, hits);

  query_init (&run, self, query);
  if (run.n_terms > 0)
    {
      find_everywhere (&run);
      judge (&run);
    }

  candidates = dup_candidates (&run);
  for (guint i = 0; i < MIN (limit, candidates->len); i++)
    g_ptr_array_add (hits, hit_new (&run, &g_array_index (candidates, Candidate, i)));
  if (n_found != NULL)
    *n_found = candidates->len;

  return hits;
}
