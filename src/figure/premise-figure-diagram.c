/* premise-figure-diagram.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-figure-diagram.h"

#include "premise-diagram.h"

/* Both lists of kinds are in one order, which the compiler cannot see. */
G_STATIC_ASSERT ((guint) PREMISE_DIAGRAM_SPEC_COLUMNS == (guint) PREMISE_DIAGRAM_COLUMNS);
G_STATIC_ASSERT (PREMISE_DIAGRAM_SPEC_NONE == PREMISE_DIAGRAM_NONE);

/* The language is that of the report, which need not be the program's. */
typedef struct
{
  const char *kinds[PREMISE_DIAGRAM_COLUMNS + 1];   /* with the number of nodes */
  const char *single[PREMISE_DIAGRAM_COLUMNS + 1];  /* with one */
  const char *before;       /* the first node */
  const char *between;      /* two nodes */
  const char *within;       /* a node and its detail */
  const char *stop;
} Words;

static const Words english = {
  { "Flow of %u steps", "Timeline of %u milestones", "Stack of %u layers", "Tree of %u nodes",
    "Comparison of %u entries" },
  { "Flow of one step", "Timeline of one milestone", "Stack of one layer", "Tree of one node",
    "Comparison of one entry" },
  ": ", "; ", ", ", ".",
};

static const Words chinese = {
  { "流程图，共 %u 步", "时间线，共 %u 个节点", "层级图，共 %u 层", "树状图，共 %u 个节点",
    "对比图，共 %u 项" },
  { "流程图，共一步", "时间线，共一个节点", "层级图，共一层", "树状图，共一个节点",
    "对比图，共一项" },
  "：", "；", "，", "。",
};

static char *
dup_plain (PremiseText      *text,
           PremiseEvaluator *evaluator,
           const char       *language)
{
  return text != NULL ? premise_text_render_plain (text, language, evaluator) : NULL;
}

/**
 * premise_figure_build_diagram:
 * @block: a diagram block
 * @evaluator: gives the live numbers in the words
 * @language: language of the words
 *
 * Returns: (transfer full): the chart that shows the diagram
 */
PremiseChart *
premise_figure_build_diagram (const PremiseBlock *block,
                              PremiseEvaluator   *evaluator,
                              const char         *language)
{
  const PremiseDiagramSpec *spec = block->diagram;
  PremiseDiagram *diagram = premise_diagram_new ((PremiseDiagramKind) spec->kind);

  for (guint i = 0; i < spec->groups->len; i++)
    {
      g_autofree char *label = dup_plain (g_ptr_array_index (spec->groups, i), evaluator, language);

      premise_diagram_add_group (diagram, label);
    }

  for (guint i = 0; i < spec->nodes->len; i++)
    {
      const PremiseDiagramSpecNode *node = &g_array_index (spec->nodes, PremiseDiagramSpecNode, i);
      g_autofree char *label = dup_plain (node->label, evaluator, language);
      g_autofree char *detail = dup_plain (node->detail, evaluator, language);
      g_autofree char *when = dup_plain (node->when, evaluator, language);

      premise_diagram_add_node (diagram, label, detail, when, node->group, node->parent);
    }

  for (guint i = 0; i < spec->edges->len; i++)
    {
      const PremiseDiagramSpecEdge *edge = &g_array_index (spec->edges, PremiseDiagramSpecEdge, i);

      premise_diagram_add_edge (diagram, edge->from, edge->to);
    }

  return premise_chart_new_diagram (diagram,
                                    g_str_has_prefix (language, "zh") ? "zh-cn" : language);
}

/**
 * premise_figure_describe_diagram:
 * @block: a diagram block
 * @chart: the chart that was made of it
 * @language: language of the words
 *
 * Returns: (transfer full): the kind, the number of nodes, and each node in its order
 */
char *
premise_figure_describe_diagram (const PremiseBlock *block,
                                 PremiseChart       *chart,
                                 const char         *language)
{
  const Words *words = g_str_has_prefix (language, "zh") ? &chinese : &english;
  PremiseDiagramSpecKind kind = block->diagram->kind;
  guint n = premise_chart_get_n_categories (chart);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_auto(GStrv) parts = g_strsplit (n == 1 ? words->single[kind] : words->kinds[kind], "%u", 2);
  g_autofree char *head = g_strjoinv (count, parts);
  g_autoptr(GString) text = g_string_new (head);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *detail = premise_chart_dup_node_text (chart, i);

      g_string_append_printf (text, "%s%s", i == 0 ? words->before : words->between,
                              premise_chart_get_category (chart, i));
      if (*detail != '\0')
        g_string_append_printf (text, "%s%s", g_str_has_prefix (detail, "→") ? " " : words->within,
                                detail);
    }

  g_string_append (text, words->stop);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
