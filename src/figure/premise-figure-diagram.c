/* premise-figure-diagram.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-figure-diagram.h"

#include "premise-diagram.h"
#include "premise-figure-words.h"
#include "premise-format-words.h"

/* Both lists of kinds are in one order, which the compiler cannot see. */
G_STATIC_ASSERT ((guint) PREMISE_DIAGRAM_SPEC_COLUMNS == (guint) PREMISE_DIAGRAM_COLUMNS);
G_STATIC_ASSERT ((guint) PREMISE_DIAGRAM_SPEC_QUADRANT == (guint) PREMISE_DIAGRAM_QUADRANT);
G_STATIC_ASSERT (PREMISE_DIAGRAM_SPEC_NONE == PREMISE_DIAGRAM_NONE);

/* The language is that of the report, which need not be the program's. */
typedef struct
{
  const char *kinds[PREMISE_N_DIAGRAMS];   /* with the number of nodes */
  const char *single[PREMISE_N_DIAGRAMS];  /* with one */
  const char *before;       /* the first node */
  const char *between;      /* two nodes */
  const char *within;       /* a node and its detail */
  const char *stop;
} Words;

static const Words english = {
  { "Flow of %u steps", "Timeline of %u milestones", "Stack of %u layers", "Tree of %u nodes",
    "Comparison of %u entries", "Matrix of %u cells", "Cycle of %u steps",
    "Concept curve with %u points, without a scale", "Triangle of %u corners",
    "Field of two axes with %u entries, without a scale" },
  { "Flow of one step", "Timeline of one milestone", "Stack of one layer", "Tree of one node",
    "Comparison of one entry", "Matrix of one cell", "Cycle of one step",
    "Concept curve with one point, without a scale", "Triangle of one corner",
    "Field of two axes with one entry, without a scale" },
  ": ", "; ", ", ", ".",
};

static const Words chinese = {
  { "流程图，共 %u 步", "时间线，共 %u 个节点", "层级图，共 %u 层", "树状图，共 %u 个节点",
    "对比图，共 %u 项", "矩阵图，共 %u 格", "循环图，共 %u 步", "概念曲线，共 %u 个点，无刻度",
    "三角图，共 %u 个角", "四象限图，共 %u 项，无刻度" },
  { "流程图，共一步", "时间线，共一个节点", "层级图，共一层", "树状图，共一个节点",
    "对比图，共一项", "矩阵图，共一格", "循环图，共一步", "概念曲线，共一个点，无刻度",
    "三角图，共一个角", "四象限图，共一项，无刻度" },
  "：", "；", "，", "。",
};

static char *
dup_plain (PremiseText      *text,
           PremiseEvaluator *evaluator,
           const char       *language)
{
  return text != NULL ? premise_text_render_plain (text, language, evaluator) : NULL;
}

typedef struct
{
  const PremiseDiagramSpec *spec;
  PremiseDiagram           *diagram;
  PremiseEvaluator         *evaluator;
  const char               *language;
} Builder;

static char *
dup_words (const Builder *self,
           PremiseText   *text)
{
  return dup_plain (text, self->evaluator, self->language);
}

static void
add_parts (const Builder  *self,
           GPtrArray      *texts,
           guint         (*add) (PremiseDiagram *diagram, const char *label))
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *label = dup_words (self, g_ptr_array_index (texts, i));

      add (self->diagram, label);
    }
}

static void
add_curves (const Builder *self)
{
  /* Both are two numbers. */
  G_STATIC_ASSERT (sizeof (PremiseDiagramSpecPoint) == sizeof (double[2]));

  for (guint i = 0; i < self->spec->curves->len; i++)
    {
      const PremiseDiagramSpecCurve *curve = &g_array_index (self->spec->curves,
                                                             PremiseDiagramSpecCurve, i);
      g_autofree char *label = dup_words (self, curve->label);

      premise_diagram_add_curve (self->diagram, label, (const double (*)[2]) (gpointer) curve->points->data,
                                 curve->points->len);
    }
}

static void
add_nodes (const Builder *self)
{
  for (guint i = 0; i < self->spec->nodes->len; i++)
    {
      const PremiseDiagramSpecNode *node = &g_array_index (self->spec->nodes,
                                                           PremiseDiagramSpecNode, i);
      g_autofree char *label = dup_words (self, node->label);
      g_autofree char *detail = dup_words (self, node->detail);
      g_autofree char *when = dup_words (self, node->when);

      premise_diagram_add_node (self->diagram, label, detail, when, node->group, node->parent);
      premise_diagram_set_cell (self->diagram, i, node->row, node->stage);
      premise_diagram_set_time (self->diagram, i, node->time);
      premise_diagram_set_place (self->diagram, i, node->curve, node->at[0], node->at[1]);
    }
}

static void
add_edges (const Builder *self)
{
  for (guint i = 0; i < self->spec->edges->len; i++)
    {
      const PremiseDiagramSpecEdge *edge = &g_array_index (self->spec->edges,
                                                           PremiseDiagramSpecEdge, i);
      g_autofree char *label = dup_words (self, edge->label);

      premise_diagram_add_edge (self->diagram, edge->from, edge->to, label);
    }
}

static void
add_rest (const Builder *self)
{
  char *poles[PREMISE_DIAGRAM_SPEC_N_POLES];
  g_autofree char *inner = dup_words (self, self->spec->inner);

  for (guint i = 0; i < G_N_ELEMENTS (poles); i++)
    poles[i] = dup_words (self, self->spec->poles[i]);

  premise_diagram_set_inner (self->diagram, inner);
  premise_diagram_set_axes (self->diagram, poles[PREMISE_DIAGRAM_SPEC_X_LOW],
                            poles[PREMISE_DIAGRAM_SPEC_X_HIGH], poles[PREMISE_DIAGRAM_SPEC_Y_LOW],
                            poles[PREMISE_DIAGRAM_SPEC_Y_HIGH]);

  for (guint i = 0; i < G_N_ELEMENTS (poles); i++)
    g_free (poles[i]);
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
  const PremiseFigureWords *words = premise_figure_words_get (language);
  Builder builder = {
    spec, premise_diagram_new ((PremiseDiagramKind) spec->kind), evaluator, language,
  };
  PremiseChart *chart;

  add_parts (&builder, spec->groups, premise_diagram_add_group);
  add_parts (&builder, spec->rows, premise_diagram_add_row);
  add_parts (&builder, spec->stages, premise_diagram_add_stage);
  add_curves (&builder);
  add_nodes (&builder);
  add_edges (&builder);
  add_rest (&builder);

  chart = premise_chart_new_diagram (builder.diagram, premise_words_get_pango_language (language));
  if (spec->kind == PREMISE_DIAGRAM_SPEC_CURVE || spec->kind == PREMISE_DIAGRAM_SPEC_QUADRANT)
    premise_chart_set_stamp (chart, words->illustrative);

  return chart;
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
        g_string_append_printf (text, "%s%s", g_str_has_prefix (detail, "→") || g_str_has_prefix (detail, "↔") ? " " : words->within,
                                detail);
    }

  g_string_append (text, words->stop);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
