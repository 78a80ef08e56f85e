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

/* Adds what only this kind has. words: (nullable): what was added. */
typedef void (*Finish) (PremiseDiagram *diagram,
                        guint           language,
                        GPtrArray      *words);

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
  Finish              finish;   /* (nullable) */
} Sample;

static void
note (GPtrArray  *words,
      const char *text)
{
  if (words != NULL && text != NULL)
    g_ptr_array_add (words, (gpointer) text);
}

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

static void
finish_timeline (PremiseDiagram *diagram,
                 guint           language,
                 GPtrArray      *words)
{
  static const double times[] = { 1950, 1957, 1966, 1986, 2007, 2012, 2014, 2017, 2018, 2019,
                                  2021, 2022 };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    premise_diagram_set_time (diagram, i, times[i]);
}

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

static const Words years[] = {
  { "Before 2020", "2020 年前" }, { "2020", "2020 年" }, { "2023", "2023 年" }, { "2030", "2030 年" },
};
static const Words media[] = {
  { "Text", "文本" }, { "Code", "代码" }, { "Pictures", "图像" }, { "Film and games", "影视与游戏" },
};
static const Words stages[] = {
  { "First attempts", "初步尝试" }, { "Almost usable", "接近可用" }, { "Everyday use", "日常使用" },
};
static const Node cells[] = {
  { { "Letters and filters", "信件与过滤" }, { NULL, NULL }, { 0 }, 0, NONE },
  { { "Short pieces, first drafts", "短文与初稿" }, { NULL, NULL }, { 0 }, 1, NONE },
  { { "Longer drafts", "较长的文稿" }, { "For one trade at a time", "逐行业适配" }, { 0 }, 2, NONE },
  { { "Better than most writers", "优于多数作者" }, { NULL, NULL }, { 0 }, 3, NONE },
  { { "The end of a line", "单行补全" }, { NULL, NULL }, { 0 }, 0, NONE },
  { { "Several lines", "多行生成" }, { NULL, NULL }, { 0 }, 1, NONE },
  { { "From words to a program", "由文字到程序" }, { NULL, NULL }, { 0 }, 3, NONE },
  { { "Sketches, logos", "草图与标志" }, { NULL, NULL }, { 0 }, 2, NONE },
  { { "Finished design", "成品设计" }, { NULL, NULL }, { 0 }, 3, NONE },
  { { "Short scenes", "短片段" }, { NULL, NULL }, { 0 }, 2, NONE },
};
static const guint cell_places[][2] = {
  { 0, 2 }, { 0, 1 }, { 0, 2 }, { 0, NONE }, { 1, 0 }, { 1, 1 }, { 1, 2 }, { 2, 1 }, { 2, 2 }, { 3, 0 },
};

static void
finish_matrix (PremiseDiagram *diagram,
               guint           language,
               GPtrArray      *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (media); i++)
    {
      premise_diagram_add_row (diagram, media[i][language]);
      note (words, media[i][language]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      premise_diagram_add_stage (diagram, stages[i][language]);
      note (words, stages[i][language]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    premise_diagram_set_cell (diagram, i, cell_places[i][0], cell_places[i][1]);
}

/* Rows and columns alone. */
static void
finish_grid (PremiseDiagram *diagram,
             guint           language,
             GPtrArray      *words)
{
  static const Words rows[] = { { "First step", "第一步" }, { "Second step", "第二步" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      premise_diagram_add_row (diagram, rows[i][language]);
      note (words, rows[i][language]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (traits); i++)
    premise_diagram_set_cell (diagram, i, i % 2, NONE);
}

static void
finish_cycle (PremiseDiagram *diagram,
              guint           language,
              GPtrArray      *words)
{
  static const Words inner = { "More use, better answers", "越用越好" };

  premise_diagram_set_inner (diagram, inner[language]);
  note (words, inner[language]);
}

static const Node likenesses[] = {
  { { "Industrial robot", "工业机器人" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "Humanoid robot", "类人机器人" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "Uncanny valley", "恐怖谷" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "Generated people", "生成的人物" }, { NULL, NULL }, { 0 }, NONE, NONE },
};

static void
finish_valley (PremiseDiagram *diagram,
               guint           language,
               GPtrArray      *words)
{
  static const double valley[][2] = {
    { 0, 0 }, { 0.3, 0.3 }, { 0.62, 0.7 }, { 0.78, -0.6 }, { 0.92, 0.5 }, { 1, 0.95 },
  };
  static const double places[] = { 0.2, 0.55, 0.78, 0.95 };
  static const Words axes[] = { { "Likeness to people", "与人的相似程度" }, { "Affinity", "好感" } };

  premise_diagram_add_curve (diagram, NULL, valley, G_N_ELEMENTS (valley));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    premise_diagram_set_place (diagram, i, 0, places[i], 0);
  premise_diagram_set_axes (diagram, NULL, axes[0][language], NULL, axes[1][language]);
  note (words, axes[0][language]);
  note (words, axes[1][language]);
}

static const Node turns[] = {
  { { "Made by few", "少数人制作" }, { "Studios with large teams, and years for one work", "大团队花数年做一部作品" }, { 0 }, NONE, NONE },
  { { "Tools for everyone", "人人可用的工具" }, { "A telephone is enough", "有手机就够" }, { 0 }, NONE, NONE },
  { { "Generated", "由模型生成" }, { "What one can say one can have", "说得出就做得出" }, { 0 }, NONE, NONE },
  { { "Too much to read", "多到读不完" }, { NULL, NULL }, { 0 }, NONE, NONE },
};

static void
finish_curves (PremiseDiagram *diagram,
               guint           language,
               GPtrArray      *words)
{
  static const double volume[][2] = { { 0, 0.05 }, { 0.5, 0.2 }, { 1, 0.95 } };
  static const double cost[][2] = { { 0, 0.9 }, { 0.4, 0.5 }, { 1, 0.08 } };
  static const double places[][2] = { { 1, 0.08 }, { 0, 0.55 }, { 0, 0.8 }, { 0, 0.84 } };
  static const Words names[] = { { "How much there is", "内容数量" }, { "What a piece costs", "单件成本" },
                                 { "Time", "时间" }, { "Amount", "数量" } };

  premise_diagram_add_curve (diagram, names[0][language], volume, G_N_ELEMENTS (volume));
  premise_diagram_add_curve (diagram, names[1][language], cost, G_N_ELEMENTS (cost));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    premise_diagram_set_place (diagram, i, (guint) places[i][0], places[i][1], 0);
  premise_diagram_set_axes (diagram, NULL, names[2][language], NULL, names[3][language]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    note (words, names[i][language]);
}

static const Node corners[] = {
  { { "Quality", "质量" }, { "Worlds that hold together", "经得起推敲的世界" }, { 0 }, NONE, NONE },
  { { "Speed", "速度" }, { "Months, not years", "以月计，不以年计" }, { 0 }, NONE, NONE },
  { { "Cost", "成本" }, { "A small team", "小团队" }, { 0 }, NONE, NONE },
};

static void
finish_triangle (PremiseDiagram *diagram,
                 guint           language,
                 GPtrArray      *words)
{
  static const Words edges[] = { { "good and fast: dear", "好而快：贵" },
                                 { "good and cheap: slow", "好而省：慢" },
                                 { "fast and cheap: poor", "快而省：差" } };
  static const Words inner = { "Two of three", "三者取二" };

  premise_diagram_add_edge (diagram, 0, 1, edges[0][language]);
  premise_diagram_add_edge (diagram, 2, 0, edges[1][language]);
  premise_diagram_add_edge (diagram, 1, 2, edges[2][language]);
  premise_diagram_set_inner (diagram, inner[language]);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    note (words, edges[i][language]);
  note (words, inner[language]);
}

static const Node works[] = {
  { { "Books", "书" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "Art", "美术" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "Television", "电视节目" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "Animation", "动画电影" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "Live film", "真人电影" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "Games", "游戏" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "Music", "音乐" }, { NULL, NULL }, { 0 }, NONE, NONE },
  { { "News", "新闻" }, { NULL, NULL }, { 0 }, NONE, NONE },
};

static void
finish_quadrant (PremiseDiagram *diagram,
                 guint           language,
                 GPtrArray      *words)
{
  static const double places[][2] = {
    { -0.8, -0.6 }, { -0.6, -0.3 }, { 0.2, 0.1 }, { 0.5, -0.4 }, { 0.6, -0.1 }, { 0.9, 0.9 },
    { -0.4, 0.2 }, { -0.7, 0.6 },
  };
  static const Words poles[] = { { "Simple", "简单" }, { "Complex", "复杂" },
                                 { "Made once", "一次制成" }, { "Made as it is used", "实时生成" } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    premise_diagram_set_place (diagram, i, NONE, places[i][0], places[i][1]);
  premise_diagram_set_axes (diagram, poles[0][language], poles[1][language], poles[2][language],
                            poles[3][language]);
  for (guint i = 0; i < G_N_ELEMENTS (poles); i++)
    note (words, poles[i][language]);
}

static const Sample samples[] = {
  { "flow", PREMISE_DIAGRAM_FLOW, NULL, steps, chain, 0, G_N_ELEMENTS (steps),
    G_N_ELEMENTS (chain) },
  { "flow-branching", PREMISE_DIAGRAM_FLOW, NULL, branches, fan, 0, G_N_ELEMENTS (branches),
    G_N_ELEMENTS (fan) },
  { "flow-circle", PREMISE_DIAGRAM_FLOW, NULL, steps, circle, 0, G_N_ELEMENTS (steps),
    G_N_ELEMENTS (circle) },
  { "timeline", PREMISE_DIAGRAM_TIMELINE, eras, milestones, NULL, G_N_ELEMENTS (eras),
    G_N_ELEMENTS (milestones), 0, finish_timeline },
  { "layers", PREMISE_DIAGRAM_LAYERS, NULL, layers, NULL, 0, G_N_ELEMENTS (layers), 0 },
  { "tree", PREMISE_DIAGRAM_TREE, NULL, parts, NULL, 0, G_N_ELEMENTS (parts), 0 },
  { "columns", PREMISE_DIAGRAM_COLUMNS, sides, traits, NULL, G_N_ELEMENTS (sides),
    G_N_ELEMENTS (traits), 0 },
  { "matrix", PREMISE_DIAGRAM_MATRIX, years, cells, NULL, G_N_ELEMENTS (years),
    G_N_ELEMENTS (cells), 0, finish_matrix },
  { "matrix-plain", PREMISE_DIAGRAM_MATRIX, sides, traits, NULL, G_N_ELEMENTS (sides),
    G_N_ELEMENTS (traits), 0, finish_grid },
  { "cycle", PREMISE_DIAGRAM_CYCLE, NULL, steps, NULL, 0, G_N_ELEMENTS (steps), 0, finish_cycle },
  { "cycle-five", PREMISE_DIAGRAM_CYCLE, NULL, branches, NULL, 0, G_N_ELEMENTS (branches), 0 },
  { "curve", PREMISE_DIAGRAM_CURVE, NULL, likenesses, NULL, 0, G_N_ELEMENTS (likenesses), 0,
    finish_valley },
  { "curves", PREMISE_DIAGRAM_CURVE, NULL, turns, NULL, 0, G_N_ELEMENTS (turns), 0,
    finish_curves },
  { "triangle", PREMISE_DIAGRAM_TRIANGLE, NULL, corners, NULL, 0, G_N_ELEMENTS (corners), 0,
    finish_triangle },
  { "quadrant", PREMISE_DIAGRAM_QUADRANT, NULL, works, NULL, 0, G_N_ELEMENTS (works), 0,
    finish_quadrant },
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
diagram_samples_new (guint      i,
                     gboolean   chinese,
                     GPtrArray *words)
{
  const Sample *sample = &samples[i];
  PremiseDiagram *diagram = premise_diagram_new (sample->kind);
  PremiseChart *chart;
  guint language = chinese ? 1 : 0;

  for (guint g = 0; g < sample->n_groups; g++)
    {
      premise_diagram_add_group (diagram, sample->groups[g][language]);
      note (words, sample->groups[g][language]);
    }

  for (guint j = 0; j < sample->n_nodes; j++)
    {
      const Node *node = &sample->nodes[j];

      note (words, node->label[language]);
      note (words, node->detail[language]);
      note (words, node->when[language]);
      premise_diagram_add_node (diagram, node->label[language], node->detail[language],
                                node->when[language], node->group, node->parent);
    }

  for (guint e = 0; e < sample->n_edges; e++)
    premise_diagram_add_edge (diagram, sample->edges[e][0], sample->edges[e][1], NULL);

  if (sample->finish != NULL)
    sample->finish (diagram, language, words);

  chart = premise_chart_new_diagram (diagram, chinese ? "zh-cn" : "en");
  if (sample->kind == PREMISE_DIAGRAM_CURVE || sample->kind == PREMISE_DIAGRAM_QUADRANT)
    {
      premise_chart_set_stamp (chart, chinese ? "示意" : "Illustrative");
      note (words, chinese ? "示意" : "Illustrative");
    }

  return chart;
}
