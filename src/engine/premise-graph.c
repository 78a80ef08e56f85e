/* premise-graph.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-graph-private.h"

#include <string.h>

#define UNVISITED G_MAXUINT32

/* The state of Tarjan's algorithm, with a stack of its own: a chain of formulas may be as
 * long as the model.
 */
typedef struct
{
  const PremiseGraph *graph;
  guint32            *number;      /* in order of discovery */
  guint32            *low;
  guint32            *next_edge;
  guint32            *calls;       /* the nodes being visited */
  guint32            *stack;       /* the nodes whose component is not known */
  guint8             *on_stack;
  guint               n_calls;
  guint               n_stack;
  guint32             n_numbered;
  guint32             n_ordered;
  guint32            *order;
  guint32            *components;
} Search;

/**
 * premise_graph_clear:
 * @self: a graph
 *
 * Frees the arrays.
 */
void
premise_graph_clear (PremiseGraph *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->edges, g_free);
}

/**
 * premise_graph_reverse:
 * @self: a graph
 * @reversed: (out): the graph with all edges turned round
 *
 * Finds the dependents from the precedents. They come out ascending.
 */
void
premise_graph_reverse (const PremiseGraph *self,
                       PremiseGraph       *reversed)
{
  guint32 n_edges = self->first[self->n];
  g_autofree guint32 *next = g_new (guint32, self->n + 1);

  reversed->n = self->n;
  reversed->first = g_new0 (guint32, self->n + 1);
  reversed->edges = g_new (guint32, n_edges);

  for (guint32 i = 0; i < n_edges; i++)
    reversed->first[self->edges[i] + 1]++;

  for (guint i = 0; i < self->n; i++)
    reversed->first[i + 1] += reversed->first[i];

  memcpy (next, reversed->first, (self->n + 1) * sizeof *next);

  for (guint32 node = 0; node < self->n; node++)
    {
      for (guint32 i = self->first[node]; i < self->first[node + 1]; i++)
        reversed->edges[next[self->edges[i]]++] = node;
    }
}

static void
enter (Search  *search,
       guint32  node)
{
  search->number[node] = search->low[node] = search->n_numbered++;
  search->next_edge[node] = search->graph->first[node];
  search->stack[search->n_stack++] = node;
  search->on_stack[node] = TRUE;
  search->calls[search->n_calls++] = node;
}

/* All precedents are ordered: the component of the node, if it is the root of one, is next. */
static void
leave (Search  *search,
       guint32  node)
{
  guint32 member;

  search->n_calls--;

  if (search->n_calls > 0)
    {
      guint32 caller = search->calls[search->n_calls - 1];

      search->low[caller] = MIN (search->low[caller], search->low[node]);
    }

  if (search->low[node] != search->number[node])
    return;

  do
    {
      member = search->stack[--search->n_stack];
      search->on_stack[member] = FALSE;
      search->components[member] = node;
      search->order[search->n_ordered++] = member;
    }
  while (member != node);
}

static void
visit (Search  *search,
       guint32  root)
{
  enter (search, root);

  while (search->n_calls > 0)
    {
      guint32 node = search->calls[search->n_calls - 1];
      guint32 target;

      if (search->next_edge[node] == search->graph->first[node + 1])
        {
          leave (search, node);
          continue;
        }

      target = search->graph->edges[search->next_edge[node]++];

      if (search->number[target] == UNVISITED)
        enter (search, target);
      else if (search->on_stack[target])
        search->low[node] = MIN (search->low[node], search->number[target]);
    }
}

/* Whether no node has a precedent behind it, or itself: most models are written that way. */
static gboolean
is_sorted (const PremiseGraph *self)
{
  for (guint32 node = 0; node < self->n; node++)
    {
      for (guint32 i = self->first[node]; i < self->first[node + 1]; i++)
        {
          if (self->edges[i] >= node)
            return FALSE;
        }
    }

  return TRUE;
}

/* Tarjan's algorithm. */
static void
search_components (const PremiseGraph *self,
                   guint32            *order,
                   guint32            *components)
{
  g_autofree guint32 *buffer = g_new (guint32, 5 * (gsize) self->n + 1);
  g_autofree guint8 *on_stack = g_new0 (guint8, self->n + 1);
  Search search = {
    .graph = self,
    .number = buffer,
    .low = buffer + self->n,
    .next_edge = buffer + 2 * (gsize) self->n,
    .calls = buffer + 3 * (gsize) self->n,
    .stack = buffer + 4 * (gsize) self->n,
    .on_stack = on_stack,
    .order = order,
    .components = components,
  };

  for (guint i = 0; i < self->n; i++)
    search.number[i] = UNVISITED;

  for (guint32 i = 0; i < self->n; i++)
    {
      if (search.number[i] == UNVISITED)
        visit (&search, i);
    }
}

/**
 * premise_graph_sort:
 * @self: a graph
 * @order: (out caller-allocates): all nodes, precedents first
 * @components: (out caller-allocates): for each node, one node of its strongly connected
 *   component, the same for all of them
 *
 * Sorts topologically and finds what depends on itself. The result depends on nothing but
 * the graph.
 *
 * Returns: whether nothing depends on itself; if not, something may
 */
gboolean
premise_graph_sort (const PremiseGraph *self,
                    guint32            *order,
                    guint32            *components)
{
  if (!is_sorted (self))
    {
      search_components (self, order, components);
      return FALSE;
    }

  for (guint32 i = 0; i < self->n; i++)
    order[i] = components[i] = i;

  return TRUE;
}

/**
 * premise_graph_has_edge:
 * @self: a graph
 * @from: a node
 * @to: a node
 *
 * Returns: whether @to is a precedent of @from
 */
gboolean
premise_graph_has_edge (const PremiseGraph *self,
                        guint32             from,
                        guint32             to)
{
  for (guint32 i = self->first[from]; i < self->first[from + 1]; i++)
    {
      if (self->edges[i] == to)
        return TRUE;
    }

  return FALSE;
}

/**
 * premise_graph_find_cycle:
 * @self: a graph
 * @components: what premise_graph_sort() found
 * @node: a node
 *
 * Finds a shortest way from @node along its precedents back to it.
 *
 * Returns: (transfer full) (element-type guint32) (nullable): the nodes from @node to the
 *   one before it comes again, or %NULL if @node does not depend on itself
 */
GArray *
premise_graph_find_cycle (const PremiseGraph *self,
                          const guint32      *components,
                          guint32             node)
{
  g_autofree guint32 *from = g_new (guint32, self->n);
  g_autofree guint32 *queue = g_new (guint32, self->n);
  guint head = 0;
  guint tail = 0;
  guint length = 1;
  GArray *path;

  for (guint i = 0; i < self->n; i++)
    from[i] = UNVISITED;

  queue[tail++] = node;

  while (head < tail && !premise_graph_has_edge (self, queue[head], node))
    {
      guint32 current = queue[head++];

      for (guint32 i = self->first[current]; i < self->first[current + 1]; i++)
        {
          guint32 target = self->edges[i];

          if (components[target] != components[node] || target == node || from[target] != UNVISITED)
            continue;

          from[target] = current;
          queue[tail++] = target;
        }
    }

  if (head == tail)
    return NULL;

  for (guint32 i = queue[head]; i != node; i = from[i])
    length++;

  path = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_set_size (path, length);

  /* The way is known from its end; the node itself comes first. */
  for (guint32 i = queue[head]; i != node; i = from[i])
    g_array_index (path, guint32, --length) = i;

  g_array_index (path, guint32, 0) = node;

  return path;
}
