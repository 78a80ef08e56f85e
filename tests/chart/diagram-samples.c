/* diagram-samples.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram-samples.h"

#define NONE PREMISE_DIAGRAM_NONE

/* Words in English and in Chinese. */
typedef const char *Words[2];

typedef struct
{
  Words label;
  Words detail;
  Words when;
  guint group;
  guint parent;
} Node;

typedef struct
{
  const char         *name;
  PremiseDiagramKind  kind;
  const Words        *groups;
  const Node         *nodes;
  const guint       (*edges)[2];
  guint               n_groups;
  guint               n_nodes;
  guint               n_edges;
} Sample;

static const Node steps[] = {
  { { "Collect", "收集" }, { "Text, pictures and sound", "文字、图片与声音" }, { 0 }, NONE, NONE },
  { { "Train", "训练" }, { "Weeks on many processors", "在大量处理器上训练数周" }, { 0 }, NONE, NONE },
  { { "Adjust", "调整" }, { "People rate what comes out", "由人评价输出结果" }, { 0 }, NONE, NONE },
  { { "Publish", "发布" }, { NULL, NULL }, { 0 }, NONE, NONE },
};
static const guint chain[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 } };

static const Node branches[] = {
  { { "A request", "一项请求" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "Words", "文字" }, { "Reports, letters, code", "报告、信件、代码" }, { 0 }, NONE, NONE },
  { { "Pictures", "图像" }, { "Sketches and posters", "草图与海报" }, { 0 }, NONE, NONE },
  { { "Sound", "声音" }, { "Speech and music", "语音与音乐" }, { 0 }, NONE, NONE },
  { { "An editor decides", "由编辑取舍" }, { NULL, NULL }, { 0 }, NONE, NONE },
};
static const guint fan[][2] = { { 0, 1 }, { 0, 2 }, { 0, 3 }, { 1, 4 }, { 2, 4 }, { 3, 4 } };

static const guint circle[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 0 }, { 0, 2 } };

static const Words eras[] = {
  { "First experiments", "早期试验" }, { "Slow gathering", "缓慢积累" },
  { "Everyday use", "走向日常" },
};
static const Node milestones[] = {
  { { "A test for machines", "机器测试的提出" }, { "Can a conversation tell them apart?", "对话能否分辨人与机器？" }, { "1950", "1950 年" }, 0, NONE },
  { { "A computer composes", "计算机作曲" }, { "Four movements for strings", "弦乐四重奏四个乐章" }, { "1957", "1957 年" }, 0, NONE },
  { { "A talking program", "会聊天的程序" }, { NULL, NULL }, { "1966", "1966 年" }, 0, NONE },
  { { "Dictation by machine", "机器听写" }, { "Twenty thousand words", "两万个单词" }, { "1986", "1986 年" }, 0, NONE },
  { { "A novel by a network", "神经网络写成的小说" }, { NULL, NULL }, { "2007", "2007 年" }, 1, NONE },
  { { "Spoken translation, live", "实时口译" }, { "English to Chinese on a stage", "台上英译中" }, { "2012", "2012 年" }, 1, NONE },
  { { "Adversarial networks", "对抗网络" }, { "One paints, one judges", "一个作画，一个评判" }, { "2014", "2014 年" }, 1, NONE },
  { { "A book of poems", "一本诗集" }, { NULL, NULL }, { "2017", "2017 年" }, 1, NONE },
  { { "Faces of no one", "不存在的面孔" }, { NULL, NULL }, { "2018", "2018 年" }, 2, NONE },
  { { "Moving pictures", "动态影像" }, { "Frames that follow from others", "由前帧推出后帧" }, { "2019", "2019 年" }, 2, NONE },
  { { "Pictures from words", "由文字生成图像" }, { NULL, NULL }, { "2021", "2021 年" }, 2, NONE },
  { { "A conversation for everyone", "人人可用的对话" }, { NULL, NULL }, { "2022", "2022 年" }, 2, NONE },
};

static const Node layers[] = {
  { { "Applications", "应用层" }, { "Writing, design, games and films: what people pay for", "写作、设计、游戏与影视：人们为之付费" }, { 0 }, NONE, NONE },
  { { "Models for one trade", "中间层" }, { "Adjusted to a style or a profession", "按风格或行业调整" }, { 0 }, NONE, NONE },
  { { "General models", "基础层" }, { "Few, large, costly to train", "数量少、规模大、训练昂贵" }, { 0 }, NONE, NONE },
  { { "Data and machines", "数据与算力" }, { NULL, NULL }, { 0 }, NONE, NONE },
};

static const Node parts[] = {
  { { "Generated content", "生成内容" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "Text", "文本" }, { "The oldest and the most used", "最早也最常用" }, { 0 }, NONE, 0 },
  { { "Interactive", "交互式" }, { "Conversations, games", "对话与游戏" }, { 0 }, NONE, 1 },
  { { "Not interactive", "非交互式" }, { "Reports, stories", "报告与故事" }, { 0 }, NONE, 1 },
  { { "Pictures", "图像" }, { NULL, NULL }, { 0 }, NONE, 0 },
  { { "Made anew", "全新生成" }, { NULL, NULL }, { 0 }, NONE, 4 },
  { { "Changed", "修改已有" }, { NULL, NULL }, { 0 }, NONE, 4 },
};

static const Words sides[] = {
  { "By professionals", "专业生产" }, { "By users", "用户生产" }, { "By machines", "机器生成" },
};
static const Node traits[] = {
  { { "Few makers", "生产者少" }, { "Trained and paid", "受过训练并领取报酬" }, { 0 }, 0, NONE },
  { { "High quality", "质量高" }, { NULL, NULL }, { 0 }, 0, NONE },
  { { "Many makers", "生产者众" }, { "Anyone with a telephone", "有手机即可" }, { 0 }, 1, NONE },
  { { "Uneven quality", "质量不一" }, { NULL, NULL }, { 0 }, 1, NONE },
  { { "As many as wanted", "数量不限" }, { "Limited by machines and by attention", "受限于算力与注意力" }, { 0 }, 2, NONE },
  { { "Rising quality", "质量渐升" }, { NULL, NULL }, { 0 }, 2, NONE },
};

static const Sample samples[] = {
  { "flow", PREMISE_DIAGRAM_FLOW, NULL, steps, chain, 0, G_N_ELEMENTS (steps),
    G_N_ELEMENTS (chain) },
  { "flow-branching", PREMISE_DIAGRAM_FLOW, NULL, branches, fan, 0, G_N_ELEMENTS (branches),
    G_N_ELEMENTS (fan) },
  { "flow-circle", PREMISE_DIAGRAM_FLOW, NULL, steps, circle, 0, G_N_ELEMENTS (steps),
    G_N_ELEMENTS (circle) },
  { "timeline", PREMISE_DIAGRAM_TIMELINE, eras, milestones, NULL, G_N_ELEMENTS (eras),
    G_N_ELEMENTS (milestones), 0 },
  { "layers", PREMISE_DIAGRAM_LAYERS, NULL, layers, NULL, 0, G_N_ELEMENTS (layers), 0 },
  { "tree", PREMISE_DIAGRAM_TREE, NULL, parts, NULL, 0, G_N_ELEMENTS (parts), 0 },
  { "columns", PREMISE_DIAGRAM_COLUMNS, sides, traits, NULL, G_N_ELEMENTS (sides),
    G_N_ELEMENTS (traits), 0 },
};

guint
diagram_samples_get_n (void)
{
  return G_N_ELEMENTS (samples);
}

const char *
diagram_samples_get_name (guint i)
{
  return samples[i].name;
}

PremiseChart *
diagram_samples_new (guint     i,
                     gboolean  chinese,
                     guint    *n_words)
{
  const Sample *sample = &samples[i];
  PremiseDiagram *diagram = premise_diagram_new (sample->kind);
  guint language = chinese ? 1 : 0;
  guint n = sample->n_groups;

  for (guint g = 0; g < sample->n_groups; g++)
    premise_diagram_add_group (diagram, sample->groups[g][language]);

  for (guint j = 0; j < sample->n_nodes; j++)
    {
      const Node *node = &sample->nodes[j];

      n += 1 + (node->detail[language] != NULL) + (node->when[language] != NULL);
      premise_diagram_add_node (diagram, node->label[language], node->detail[language],
                                node->when[language], node->group, node->parent);
    }

  for (guint e = 0; e < sample->n_edges; e++)
    premise_diagram_add_edge (diagram, sample->edges[e][0], sample->edges[e][1]);

  if (n_words != NULL)
    *n_words = n;

  return premise_chart_new_diagram (diagram, chinese ? "zh-cn" : "en");
}
