/* test-parser.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "premise-parser-private.h"

#include <string.h>

static void
check_tree (const char *text,
            const char *expected)
{
  PremiseExpression expression;
  g_autofree char *tree = NULL;
  guint32 root;

  premise_expression_init (&expression);
  root = premise_parser_parse (text, &expression, "it", NULL);
  g_assert_cmpuint (root, !=, PREMISE_NODE_NONE);
  tree = premise_expression_to_string (&expression, text, root);
  g_assert_cmpstr (tree, ==, expected);
  premise_expression_clear (&expression);
}

static void
test_parser_trees (void)
{
  check_tree ("1", "1");
  check_tree ("a - b - c", "(- (- a b) c)");
  check_tree ("a + b * c", "(+ a (* b c))");
  check_tree ("-a ^ b ^ c", "(^ (^ (- a) b) c)");
  check_tree ("a ^ -b", "(^ a (- b))");
  check_tree ("-30%", "(- (% 30))");
  check_tree ("a < b + 1 and not c = d or e", "(or (and (< a (+ b 1)) (not (= c d))) e)");
  check_tree ("if(a, b, -c)", "(if a b (- c))");
  check_tree ("not(a) and or(b, c)", "(and (not a) (or b c))");
}

static void
test_parser_indexes (void)
{
  check_tree ("sum(x over content, year)", "(sum x :content :year)");
  check_tree ("x[game]", "(select x game)");
  check_tree ("x[content = game, 2023]", "(select x (game :content) 2023)");
  check_tree ("x[2023E]", "(select x 2023E)");
  check_tree ("x[\"GPT-4\"][a]", "(select (select x GPT-4) a)");
  check_tree ("(a + b)[game]%", "(% (select (+ a b) game))");
}

/* A tree is a run of nodes, children first: what follows relies on it. */
static void
test_parser_postorder (void)
{
  PremiseExpression expression;
  const char *text = "sum(a * b over i) + if(x[m] > 1, c, d) ^ 2";
  guint32 root;

  premise_expression_init (&expression);
  g_assert_cmpuint (premise_parser_parse ("1 + 1", &expression, "first", NULL), ==, 2);
  root = premise_parser_parse (text, &expression, "second", NULL);
  g_assert_cmpuint (root, ==, premise_expression_get_n_nodes (&expression) - 1);

  for (guint32 i = 3; i <= root; i++)
    {
      const PremiseNode *node = premise_expression_get_node (&expression, i);

      if (node->kind == PREMISE_NODE_NUMBER)
        continue;

      for (guint32 child = node->first;
           child != PREMISE_NODE_NONE;
           child = premise_expression_get_node (&expression, child)->next)
        {
          g_assert_cmpuint (child, <, i);
          g_assert_cmpuint (child, >=, 3);
        }
    }

  premise_expression_clear (&expression);
}

static void
check_failure (const char            *text,
               PremiseDiagnosticCode  code,
               gsize                  offset)
{
  PremiseExpression expression;
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  const PremiseDiagnostic *diagnostic;

  premise_expression_init (&expression);
  premise_parser_parse ("1", &expression, "before", NULL);
  g_assert_cmpuint (premise_parser_parse (text, &expression, "it", diagnostics), ==,
                    PREMISE_NODE_NONE);
  g_assert_cmpuint (premise_expression_get_n_nodes (&expression), ==, 1);
  g_assert_cmpuint (diagnostics->len, ==, 1);

  diagnostic = g_ptr_array_index (diagnostics, 0);
  g_assert_cmpint (diagnostic->code, ==, code);
  g_assert_cmpuint (diagnostic->offset, ==, offset);
  g_assert_cmpstr (diagnostic->variable, ==, "it");
  g_assert_true (g_utf8_validate (diagnostic->message, -1, NULL));
  premise_expression_clear (&expression);
}

static void
test_parser_failures (void)
{
  check_failure ("", PREMISE_DIAGNOSTIC_SYNTAX, 0);
  check_failure ("1 +", PREMISE_DIAGNOSTIC_SYNTAX, 3);
  check_failure ("规模 + * 2", PREMISE_DIAGNOSTIC_SYNTAX, strlen ("规模 + "));
  check_failure ("a \xff", PREMISE_DIAGNOSTIC_SYNTAX, 2);
  check_failure ("x[1", PREMISE_DIAGNOSTIC_SYNTAX, 3);
  check_failure ("sum(x over)", PREMISE_DIAGNOSTIC_SYNTAX, 10);
  check_failure ("x over y", PREMISE_DIAGNOSTIC_SYNTAX, 2);
}

static char *
repeat (const char *left,
        const char *middle,
        const char *right,
        guint       n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, left);

  g_string_append (text, middle);

  for (guint i = 0; i < n; i++)
    g_string_append (text, right);

  return g_string_free (text, FALSE);
}

/* Hostile nesting ends with a diagnostic; a long sum is no nesting at all. */
static void
test_parser_limits (void)
{
  static const struct
  {
    const char *left;
    const char *right;
  } nestings[] = {
    { "(", ")" },
    { "-", "" },
    { "not ", "" },
    { "sum(", ")" },
    { "if(1, 2, ", ")" },
    { "2 ^ (", ")" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nestings); i++)
    {
      g_autofree char *fits = repeat (nestings[i].left, "1", nestings[i].right, 90);
      g_autofree char *deep = repeat (nestings[i].left, "1", nestings[i].right, 5000);
      PremiseExpression expression;
      g_autoptr(GPtrArray) diagnostics =
        g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
      const PremiseDiagnostic *diagnostic;

      premise_expression_init (&expression);
      g_assert_cmpuint (premise_parser_parse (fits, &expression, "it", NULL), !=, PREMISE_NODE_NONE);
      g_assert_cmpuint (premise_parser_parse (deep, &expression, "it", diagnostics), ==,
                        PREMISE_NODE_NONE);
      g_assert_cmpuint (diagnostics->len, ==, 1);
      diagnostic = g_ptr_array_index (diagnostics, 0);
      g_assert_cmpint (diagnostic->code, ==, PREMISE_DIAGNOSTIC_LIMIT);
      premise_expression_clear (&expression);
    }
}

static void
test_parser_long (void)
{
  g_autofree char *sum = repeat ("1 + ", "1", "", 10000);
  g_autofree char *longer = repeat ("1 + ", "1", "", 20000);
  PremiseExpression expression;

  premise_expression_init (&expression);
  g_assert_cmpuint (premise_parser_parse (sum, &expression, "it", NULL), ==, 20000);
  premise_expression_clear (&expression);

  check_failure (longer, PREMISE_DIAGNOSTIC_LIMIT, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/parser/trees", test_parser_trees);
  g_test_add_func ("/engine/parser/indexes", test_parser_indexes);
  g_test_add_func ("/engine/parser/postorder", test_parser_postorder);
  g_test_add_func ("/engine/parser/failures", test_parser_failures);
  g_test_add_func ("/engine/parser/limits", test_parser_limits);
  g_test_add_func ("/engine/parser/long", test_parser_long);

  return g_test_run ();
}
