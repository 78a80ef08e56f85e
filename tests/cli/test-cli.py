#!/usr/bin/env python3
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a person sees who runs the program in a terminal.

Usage: test-cli.py PREMISE REPORT DATA
with the program, the report that ships, and the folder of the small report and the ways to
spoil it. No display is needed: where the program has a window, no test here opens it.
"""

import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

OK, ERRORS, USAGE = 0, 1, 2
COMMA_LOCALE = "de_DE.UTF-8"

premise = None
shipped = None
data = None
cases = {}


LABEL = {"zh": "试", "en": "A try"}


def assumption(name, value, low, high, step):
    return {"id": name, "kind": "assumption", "label": LABEL, "value": value, "min": low, "max": high,
            "step": step, "rationale": LABEL}


def formula(name, text, **more):
    return {"id": name, "kind": "formula", "label": LABEL, "formula": text, **more}


@contextlib.contextmanager
def changed_shop(added, changed=None):
    """The shop, with more variables in some of its models, and other formulas for some that are there."""
    with tempfile.TemporaryDirectory(prefix="premise-cli-") as folder:
        shutil.copytree(data / "shop", folder, dirs_exist_ok=True)
        for name in {*added, *(changed or {})}:
            path = pathlib.Path(folder, f"model/{name}.json")
            model = json.loads(path.read_text("utf-8"))
            for variable in model["variables"]:
                if variable["id"] in (changed or {}).get(name, {}):
                    variable["formula"] = changed[name][variable["id"]]
            model["variables"] += added.get(name, [])
            path.write_text(json.dumps(model), "utf-8")
        yield folder


def broken_shop():
    """The shop, with a due that divides by zero at the base case, and twice that."""
    return changed_shop({"tax": [assumption("lever", 1, 0, 2, 0.5), formula("double", "2 * due", unit="CNY")]},
                        {"tax": {"due": "shop.total / (lever - 1)"}})


def run(*arguments, language=None, locale=None):
    env = {name: value for name, value in os.environ.items()
           if name not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE")}
    if language is not None:
        env["LANGUAGE"] = language
    if locale is not None:
        env["LC_ALL"] = locale
    result = subprocess.run([premise, *arguments], capture_output=True, text=True,
                            encoding="utf-8", env=env, check=False, timeout=60)
    # Nothing breaks between a number and its unit; what is compared here is the words.
    result.stdout = result.stdout.replace("\u00a0", " ").replace("\u202f", " ")
    return result


class Spoilt:
    """A copy of the small report with a mistake from bad.json in it."""

    def __init__(self, case):
        self.case = case
        self.scratch = tempfile.TemporaryDirectory(prefix="premise-cli-")
        self.folder = os.path.join(self.scratch.name, "shop")
        shutil.copytree(data / "shop", self.folder)

        path = pathlib.Path(self.folder, case["file"])
        text = path.read_text("utf-8").replace(case["find"], case["replace"])
        self.line, self.column = self.find_place(text)
        path.write_text(text.replace("¦", ""), "utf-8")

    def find_place(self, text):
        place = text.find("¦")
        if place < 0 and "at" in self.case:
            place = text.index(self.case["at"])
        if place < 0:
            return None, None
        return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.scratch.cleanup()

    def is_told_by(self, found):
        """Whether an entry of --json is about the mistake."""
        return (found["code"] == f"E{self.case['code']}"
                and found.get("file") == self.case["file"]
                and found.get("path") == self.case["path"]
                and found["severity"] == self.case.get("severity", "error")
                and (self.line is None
                     or (found["line"], found["column"]) == (self.line, self.column)))


class Check(unittest.TestCase):
    def test_finds_nothing_wrong_with_a_good_report(self):
        result = run("check", shipped)

        self.assertEqual(result.returncode, OK)
        self.assertEqual(result.stderr, "")
        lines = result.stdout.splitlines()
        self.assertEqual(lines[0], "Errors: 0, warnings: 0")
        self.assertRegex(lines[1], r"^Printed numbers recomputed: \d+ ")
        self.assertIn("match: ", lines[1])

        # What differs in the source is followed by the reason.
        for line, following in zip(lines[2:], lines[3:] + [""]):
            if not line.startswith("    "):
                self.assertRegex(line, r"^  (about the same|differs): ")
                self.assertRegex(following, r"^    \S")

    def test_prints_the_audit_as_json(self):
        result = run("check", "--json", shipped)

        self.assertEqual(result.returncode, OK)
        found = json.loads(result.stdout)
        self.assertEqual(found["report"], "generative-ai")
        self.assertEqual(found["diagnostics"], [])
        audit = {entry["name"]: entry for entry in found["audit"]}
        total = audit["market_space.space_total"]
        self.assertEqual((total["printed"], total["unit"], total["status"]),
                         (1023, "亿元", "match"))
        self.assertAlmostEqual(total["computed"], 1023.38, 6)
        self.assertAlmostEqual(audit["market_space.production_cost[game]"]["printed"], 741)

    def test_prints_what_differs_from_the_source(self):
        result = run("check", data / "shop")

        self.assertEqual(result.returncode, OK)
        self.assertIn("match: 3, about the same: 1, differ: 1)", result.stdout)
        self.assertIn("differs: shop.revenue[coffee, y2]: printed 150 CNY, computed 120 CNY\n"
                      "    Elsewhere the source has ", result.stdout)
        self.assertNotIn("…", result.stdout)

    def test_notes_stand_with_what_differs_only(self):
        found = json.loads(run("check", "--json", data / "shop").stdout)
        audit = {entry["name"]: entry for entry in found["audit"]}

        self.assertTrue(audit["shop.revenue[coffee, y2]"]["note"].startswith("Elsewhere"))
        self.assertNotIn("note", audit["shop.revenue[tea, y1]"])

    def test_tells_every_mistake_with_its_place(self):
        for case in cases.values():
            with self.subTest(case["name"]), Spoilt(case) as spoilt:
                result = run("check", spoilt.folder)
                machine = run("check", "--json", spoilt.folder)
                found = json.loads(machine.stdout)["diagnostics"]
                told = [entry for entry in found if spoilt.is_told_by(entry)]

                self.assertNotEqual(told, [], found)
                wrong = any(entry["severity"] == "error" for entry in found)
                self.assertEqual(result.returncode, ERRORS if wrong else OK)
                self.assertEqual(machine.returncode, result.returncode)
                self.assertEqual(result.stderr + machine.stderr, "")
                for entry in found:
                    self.assertIn(f"{spoilt.folder}/{entry['file']}:{entry['line']}:"
                                  f"{entry['column']}: {entry['severity']} {entry['code']}: "
                                  f"{entry['message']}", result.stdout.splitlines())

    def says(self, name, *words):
        with Spoilt(cases[name]) as spoilt:
            result = run("check", spoilt.folder)

        self.assertEqual(result.returncode, ERRORS)
        first = result.stdout.splitlines()[0]
        for word in words:
            self.assertIn(word, first)
        self.assertRegex(result.stdout, r"(?m)^Errors: [1-9]")

    def test_says_which_file_is_missing(self):
        self.says("model file missing", "report.json:", "model/rent.json", "No such file")

    def test_says_where_the_syntax_is_wrong(self):
        self.says("comma missing", "tax.json:")

    def test_says_which_name_is_unknown_and_what_was_meant(self):
        self.says("unknown name", "“rat”", "did you mean “rate”?")

    def test_says_which_formulas_go_in_a_circle(self):
        self.says("cycle", "tax.due")

    def test_says_which_units_do_not_fit(self):
        self.says("wrong unit", "CNY", "E105")

    def test_needs_a_folder_to_read(self):
        result = run("check", "/nowhere")
        self.assertEqual(result.returncode, USAGE)
        self.assertTrue(result.stdout.startswith("/nowhere: error E201: "))

        self.assertEqual(run("check", data).returncode, USAGE)
        machine = run("check", "--json", "/nowhere")
        self.assertEqual(machine.returncode, USAGE)
        self.assertEqual(json.loads(machine.stdout)["diagnostics"][0]["code"], "E201")

    def test_the_first_file_stands_for_its_folder(self):
        for verb, *more in (("check",), ("eval", "shop.total"), ("trace", "shop.total")):
            with self.subTest(verb):
                result = run(verb, data / "shop" / "report.json", *more)
                self.assertEqual((result.returncode, result.stdout), (OK, run(verb, data / "shop", *more).stdout))

    def test_checks_several_reports_one_after_the_other(self):
        folders = [str(data / "shop"), "/nowhere", str(shipped)]
        alone = [run("check", folder) for folder in folders]
        together = run("check", *folders)

        # The worst counts, and a report that cannot be read does not keep the next from it.
        self.assertEqual(together.returncode, USAGE)
        self.assertEqual(together.stderr, "")
        self.assertEqual(together.stdout, "\n".join(f"{folder}:\n{result.stdout}"
                                                    for folder, result in zip(folders, alone)))

    def test_prints_several_reports_as_an_array(self):
        with Spoilt(cases["cycle"]) as spoilt:
            folders = [str(data / "shop"), spoilt.folder]
            together = run("check", "--json", *folders)
            alone = [json.loads(run("check", "--json", folder).stdout) for folder in folders]

        self.assertEqual(together.returncode, ERRORS)
        self.assertEqual(json.loads(together.stdout), alone)
        self.assertEqual([entry["folder"] for entry in alone], folders)

    def test_warnings_in_any_report_fail_a_strict_check(self):
        folders = [shipped, data / "shop"]

        self.assertEqual(run("check", *folders).returncode, OK)
        self.assertEqual(run("check", "--strict", *folders).returncode, ERRORS)

    def test_refuses_other_arguments(self):
        for arguments in ((), ("--rules", shipped), (shipped, "--nonsense")):
            with self.subTest(arguments):
                result = run("check", *arguments)
                self.assertEqual(result.returncode, USAGE)
                self.assertEqual(result.stdout, "")
                self.assertNotEqual(result.stderr, "")


class Eval(unittest.TestCase):
    def prints(self, arguments, *lines):
        result = run("eval", shipped, *arguments)
        self.assertEqual(result.returncode, OK)
        self.assertEqual(result.stderr, "")
        self.assertEqual(result.stdout.splitlines(), list(lines))

    def refuses(self, argument, *words):
        result = run("eval", shipped, argument)
        self.assertEqual(result.returncode, ERRORS)
        self.assertEqual(result.stdout, "")
        self.assertTrue(result.stderr.startswith(f"premise: {argument}: "), result.stderr)
        for word in words:
            self.assertIn(word, result.stderr)

    def test_prints_the_base_case(self):
        self.prints(("market_space.market_total", "market_space.cost_total",
                     "market_space.space_total", "market_space.weighted_cost_share",
                     "market_space.weighted_ai_share"),
                    "market_space.market_total: CNY 1,013.4 bn",
                    "market_space.cost_total: CNY 376.0 bn",
                    "market_space.space_total: CNY 102.3 bn",
                    "market_space.weighted_cost_share: 37%",
                    "market_space.weighted_ai_share: 27%")

    def test_prints_in_the_language_asked_for(self):
        wanted = "market_space.space_total: 1,023 亿元"
        self.prints(("--language", "zh", "market_space.space_total"), wanted)

        result = run("eval", shipped, "market_space.space_total", language="zh_CN")
        self.assertEqual(result.stdout.splitlines(), [wanted])

        result = run("eval", "--language", "fr", shipped, "market_space.space_total")
        self.assertEqual(result.returncode, USAGE)
        self.assertIn("zh, en", result.stderr)

    def test_prints_every_cell_of_a_variable(self):
        result = run("eval", shipped, "market_space.ai_share")
        lines = result.stdout.splitlines()
        self.assertEqual(len(lines), 9)
        self.assertEqual(lines[0], "market_space.ai_share[game]: 30%")
        self.assertEqual(lines[8], "market_space.ai_share[literature]: 20%")

    # 2965 × 25 % × (50 % − 30 %) = 148.25: 1023.38 becomes 1171.63.
    def test_prints_what_a_moved_assumption_changes(self):
        self.prints(("market_space.ai_share[game]=50%", "market_space.space_total",
                     "market_space.cost_total"),
                    "market_space.ai_share[game]: 30% → 50% (+20.0 pp)",
                    "market_space.space_total: CNY 102.3 bn → CNY 117.2 bn (+14%)",
                    "market_space.cost_total: CNY 376.0 bn")

    def test_moves_all_cells_at_once(self):
        result = run("eval", "--json", shipped, "market_space.ai_share=50%",
                     "market_space.weighted_ai_share")
        values = {entry["name"]: entry for entry in json.loads(result.stdout)}
        self.assertEqual(len(values), 10)
        self.assertEqual(values["market_space.ai_share[drama]"]["value"], 50)
        self.assertAlmostEqual(values["market_space.weighted_ai_share"]["value"], 50)

    def test_takes_numbers_as_people_write_them(self):
        for written in ("0.3万亿", "3,000", "3000 亿元", "300bn", "CNY 300 bn"):
            with self.subTest(written):
                result = run("eval", "--language", "zh", shipped,
                             f"market_space.market_size[game]={written}")
                self.assertIn("→ 3,000 亿元", result.stdout)

    def test_prints_json(self):
        result = run("eval", "--json", shipped, "market_space.ai_share[game]=50%",
                     "market_space.space_total")
        self.assertEqual(result.returncode, OK)
        share, total = json.loads(result.stdout)
        self.assertEqual(share, {"name": "market_space.ai_share[game]",
                                 "label": "AI-able share · Games", "unit": "%",
                                 "base": 30, "base_text": "30%",
                                 "value": 50, "value_text": "50%"})
        self.assertEqual(total["base_text"], "CNY 102.3 bn")
        self.assertAlmostEqual(total["value"], 1171.63, 6)

    def test_says_which_name_is_unknown_and_what_was_meant(self):
        self.refuses("market_space.space_totl", "did you mean “market_space.space_total”?")
        self.refuses("space_total", "did you mean “market_space.space_total”?")
        self.refuses("market_space.ai_share[gam]=40%", "“gam”", "did you mean “game”?")
        self.refuses("qqqqqqqq", "has no variable “qqqqqqqq”")

    def test_says_what_is_wrong_with_a_value(self):
        self.refuses("market_space.ai_share[game]=99%", "“99%”", "from 0% to 95%")
        self.refuses("market_space.ai_share[game]=-1", "from 0% to 95%")
        self.refuses("market_space.ai_share=96", "market_space.ai_share[game]", "from 0% to 95%")
        self.refuses("market_space.ai_share[game]=", "is not a number")
        self.refuses("market_space.ai_share[game]=lots", "“lots” is not a number")
        self.refuses("market_space.space_total=5", "is not an assumption")

        result = run("eval", "--set", "market_space.ai_share[game]", shipped, "1 + 1")
        self.assertEqual(result.returncode, ERRORS)
        self.assertIn("sets nothing", result.stderr)

    def test_says_what_is_wrong_with_a_cell(self):
        self.refuses("market_space.space_total[game]", "leave the brackets out")
        self.refuses("market_space.ai_share[game", "“]” is missing")
        self.refuses("market_space.ai_share[game, y2017]", "has 1 index")
        self.refuses("market_space.ai_share[year = game]", "has no index “year”")

    def test_tells_programs_what_is_wrong_with_an_argument(self):
        total, share = "market_space.space_total", "market_space.ai_share[game]"
        for arguments, wrong in ((("eval", "market_space.total"), "market_space.total"),
                                 (("eval", total, share + "=x"), share + "=x"),
                                 (("seek", total + "=1", "nowhere"), "nowhere"),
                                 (("sensitivity", "nowhere"), "nowhere"), (("simulate", "nowhere"), "nowhere"),
                                 (("table", total, share, "nowhere"), "nowhere"),
                                 (("attribute", total, "nowhere=1"), "nowhere=1"), (("trace", "nowhere"), "nowhere"),
                                 (("seek", total, share), total), (("seek", total + "=1", share, share), share),
                                 (("attribute", total, share), share)):
            with self.subTest(arguments):
                result = run(arguments[0], "--json", shipped, *arguments[1:])
                self.assertEqual((result.returncode, result.stderr), (ERRORS, ""))
                found = json.loads(result.stdout)
                self.assertEqual(found["argument"], wrong)
                self.assertEqual([list(error) for error in found["errors"]], [["message"]])

    def test_says_where_an_error_began(self):
        with changed_shop({"shop": [formula("rest", "total - tax.due", unit="CNY")]},
                          {"tax": {"due": "shop.total / (rate - 25%)"}}) as folder:
            self.assertIn("#DIV/0 from tax.due", run("eval", folder, "shop.rest").stdout)
            self.assertIn("#DIV/0 from tax.due", run("trace", folder, "shop.rest").stdout)
            value = json.loads(run("eval", "--json", folder, "shop.rest").stdout)[0]
        self.assertEqual((value["value"], value["error"], value["origin"]), (None, "#DIV/0", "tax.due"))

    def test_a_long_wrong_expression_is_answered_briefly(self):
        result = run("eval", shipped, " + ".join(["nowhere"] * 4000))
        self.assertEqual(result.returncode, ERRORS)
        self.assertEqual(result.stderr.count("E102"), 20)
        self.assertLess(len(result.stderr), 20000)

    def test_picks_a_member_of_one_of_two_indexes(self):
        whole = json.loads(run("eval", "--json", data / "shop", "shop.sold").stdout)
        for written in ("shop.sold[tea]", "shop.sold[product = tea]"):
            with self.subTest(written):
                result = run("eval", "--json", data / "shop", written)
                self.assertEqual(result.returncode, OK, result.stderr)
                found = json.loads(result.stdout)
                self.assertEqual([one["value"] for one in found],
                                 [one["value"] for one in whole if "[tea, " in one["name"]])

    def test_named_members_stand_in_any_order(self):
        grid = assumption("grid", [[1, 2], [3, 4]], 0, 9, 1)
        grid["values"], grid["index"] = grid.pop("value"), ["product", "year"]
        with changed_shop({"shop": [grid, formula("first", "sum(grid[year = y1])")]}) as folder:
            for written in ("tea, y2", "product = tea, year = y2", "year=y2,product=tea", "year = y2, tea",
                            "y2, product = tea"):
                with self.subTest(written):
                    result = run("eval", "--json", folder, f"shop.grid[{written}] = 7")
                    self.assertEqual(result.returncode, OK, result.stderr)
                    found = json.loads(result.stdout)
                    self.assertEqual([(one["name"], one["base"], one["value"]) for one in found],
                                     [("shop.grid[tea, y2]", 2, 7)])
            result = run("seek", "--json", folder, "shop.first=6", "shop.grid[year = y1, product = coffee]")
            self.assertEqual([root["value"] for root in json.loads(result.stdout)["roots"]], [5])
            for written, words in (("year = y1, year = y2", "“year” is named twice"),
                                   ("year = y1, coffe", "did you mean “coffee”"), ("y2, tea", "no member “y2”")):
                with self.subTest(written):
                    result = run("eval", folder, f"shop.grid[{written}]=7")
                    self.assertEqual(result.returncode, ERRORS)
                    self.assertIn(words, result.stderr)

    # 30 % and 25 % of the first two members; 102.338 bn in all.
    def test_calculates_an_expression(self):
        self.prints(("2 * market_space.space_total", "market_space.space_total > market_space.cost_total",
                     "1 + 2 * 3"),
                    "2 * market_space.space_total: CNY 204.7 bn",
                    "market_space.space_total > market_space.cost_total: 0",
                    "1 + 2 * 3: 7")

    def test_an_expression_follows_what_is_set(self):
        self.prints(("--set", "market_space.ai_share[game]=50%", "2 * market_space.space_total"),
                    "2 * market_space.space_total: CNY 204.7 bn → CNY 234.3 bn (+14%)")

    def test_an_expression_may_begin_with_a_minus(self):
        result = run("eval", shipped, "--", "-market_space.space_total")
        self.assertEqual(result.stdout, "-market_space.space_total: −CNY 102.3 bn\n")

    def test_an_expression_with_an_index_is_a_table(self):
        result = run("eval", shipped, "1 - market_space.ai_share")
        self.assertEqual(result.returncode, OK)
        lines = result.stdout.splitlines()
        self.assertEqual(lines[0], "1 - market_space.ai_share:")
        self.assertEqual(lines[1], "game\t0.7")
        self.assertEqual(len(lines), 10)

    def test_an_expression_in_json(self):
        result = run("eval", "--json", shipped, "1 - market_space.ai_share", "market_space.space_total")
        self.assertEqual(result.returncode, OK)
        found = json.loads(result.stdout)
        self.assertEqual(len(found), 10)
        self.assertEqual(found[0]["expression"], "1 - market_space.ai_share")
        self.assertEqual(list(found[0]["members"].values()), ["game"])
        self.assertEqual((found[0]["unit"], found[0]["value_text"]), ("1", "0.7"))
        self.assertAlmostEqual(found[0]["value"], 0.7)
        self.assertEqual(found[9]["name"], "market_space.space_total")

    def test_says_where_an_expression_is_wrong(self):
        result = run("eval", "--language", "zh", shipped, "1 +\n2 * market_space.space_totl")
        self.assertEqual(result.returncode, ERRORS)
        self.assertEqual(result.stdout, "")
        self.assertIn("line 2, column 5: E102", result.stderr)
        self.assertIn("did you mean “market_space.space_total”?", result.stderr)
        self.assertIn("\n  2 * market_space.space_totl\n      ^\n", result.stderr)

    def test_the_mark_under_wide_characters(self):
        result = run("eval", shipped, "价格 + 2")
        self.assertEqual(result.returncode, ERRORS)
        self.assertIn("column 1: E102", result.stderr)
        result = run("eval", shipped, "1 + 价格 ^^ 2")
        self.assertIn("line 1, column 9: E101", result.stderr)
        self.assertIn("\n  1 + 价格 ^^ 2\n            ^\n", result.stderr)

    def test_says_where_an_expression_is_wrong_in_json(self):
        result = run("eval", "--json", shipped, "market_space.space_total + market_space.ai_share[game]")
        self.assertEqual(result.returncode, ERRORS)
        found = json.loads(result.stdout)
        self.assertEqual(found["expression"], "market_space.space_total + market_space.ai_share[game]")
        self.assertEqual([(one["code"], one["line"], one["column"]) for one in found["errors"]],
                         [("E105", 1, 26)])
        self.assertIn("CNY", found["errors"][0]["message"])

    def test_an_expression_says_where_an_error_began(self):
        result = run("eval", "--json", shipped, "1 / (market_space.space_total - market_space.space_total)")
        found = json.loads(result.stdout)[0]
        self.assertEqual((found["value"], found["error"]), (None, "#DIV/0"))
        self.assertNotIn("origin", found)

    def test_calculates_what_a_spoilt_report_still_has(self):
        with Spoilt(cases["unknown name"]) as spoilt:
            result = run("eval", spoilt.folder, "shop.total", "tax.due")
        self.assertEqual(result.returncode, OK)
        self.assertIn("check", result.stderr)
        self.assertRegex(result.stdout, r"(?m)^shop\.total: CNY 290$")
        self.assertNotRegex(result.stdout, r"(?m)^tax\.due: .*\d")

    def test_refuses_other_arguments(self):
        for arguments in ((), (shipped,), ("/nowhere", "a.b"), ("--nonsense", shipped, "a.b")):
            with self.subTest(arguments):
                result = run("eval", *arguments)
                self.assertEqual(result.returncode, USAGE)
                self.assertEqual(result.stdout, "")
                self.assertNotEqual(result.stderr, "")


class New(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory(prefix="premise-cli-")
        self.addCleanup(self.scratch.cleanup)
        self.folder = pathlib.Path(self.scratch.name, "My lemonade 2")

    def files(self):
        return sorted(path.relative_to(self.folder).as_posix()
                      for path in self.folder.rglob("*") if path.is_file())

    def test_makes_a_report_that_the_linter_likes(self):
        for languages in ((), ("zh",), ("en",), ("en", "zh"), ("fr", "zh-TW")):
            with self.subTest(languages):
                arguments = [f"--language={language}" for language in languages]
                result = run("new", *arguments, self.folder)
                self.assertEqual((result.returncode, result.stderr), (OK, ""))
                self.assertIn(str(self.folder), result.stdout)

                checked = run("check", "--strict", self.folder)
                self.assertEqual(checked.returncode, OK, checked.stdout)
                self.assertIn("match: 1,", checked.stdout)

                report = json.loads((self.folder / "report.json").read_text("utf-8"))
                self.assertEqual(report["id"], "my-lemonade-2")
                if languages:
                    self.assertEqual(report["languages"], list(languages))
                self.assertEqual(list(report["title"]), report["languages"])
                self.assertIsInstance(report["comment"], str)
                self.assertEqual(len(self.files()), 6)
                shutil.rmtree(self.folder)

    def test_speaks_the_language_of_its_author(self):
        run("new", "--language=zh", self.folder)
        self.assertIn("柠檬水摊的一个夏天", (self.folder / "report.json").read_text("utf-8"))
        self.assertNotIn("lemonade.\"", (self.folder / "report.json").read_text("utf-8"))

    def test_what_it_tells_to_type_can_be_typed(self):
        with tempfile.TemporaryDirectory(prefix="premise-cli-") as scratch:
            folder = os.path.join(scratch, "my report")
            self.assertIn(f"check '{folder}'”", run("new", folder).stdout)
            os.remove(os.path.join(folder, "sources.json"))
            self.assertIn(f"check '{folder}'”", run("eval", folder, "1").stderr)
            self.assertIn(f"check '{folder}'”", run("pack", folder, os.path.join(scratch, "x.premise")).stderr)

    def test_takes_an_empty_folder(self):
        self.folder.mkdir()
        self.assertEqual(run("new", self.folder).returncode, OK)
        self.assertEqual(len(self.files()), 6)

    def test_leaves_a_folder_with_something_in_it_alone(self):
        self.folder.mkdir()
        (self.folder / "mine").write_text("mine")
        result = run("new", self.folder)
        self.assertEqual(result.returncode, ERRORS)
        self.assertIn("is not empty", result.stderr)
        self.assertEqual(self.files(), ["mine"])

    def test_leaves_nothing_behind_when_it_fails(self):
        result = run("new", self.folder / "no" / "folder")
        self.assertEqual(result.returncode, ERRORS)
        self.assertIn("cannot make", result.stderr)
        self.assertFalse(self.folder.exists())

    def test_refuses_other_arguments(self):
        for arguments in ((), (self.folder, self.folder), ("--language=e n", self.folder),
                          ("--language=en", "--language=en", self.folder)):
            with self.subTest(arguments):
                result = run("new", *arguments)
                self.assertEqual(result.returncode, USAGE)
                self.assertNotEqual(result.stderr, "")
                self.assertFalse(self.folder.exists())


@unittest.skipUnless(os.path.exists("/dev/full"), "There is no full disk to write to")
class FullDisk(unittest.TestCase):
    def test_what_cannot_be_written_is_no_success(self):
        for arguments in (["eval", shipped, "market_space.space_total"],
                          ["simulate", "--json", shipped, "market_space.space_total", "--samples", "1000"],
                          ["check", shipped], ["functions"], ["--version"]):
            with self.subTest(arguments[0]), open("/dev/full", "w", encoding="utf-8") as full:
                result = subprocess.run([premise, *arguments], stdout=full, stderr=subprocess.PIPE, text=True,
                                        check=False, timeout=60)
                self.assertEqual(result.returncode, USAGE)
                self.assertIn("could be written", result.stderr)


def has_locale(name):
    return name.replace("-", "").lower() in subprocess.run(
        ["locale", "-a"], capture_output=True, text=True, check=False).stdout.replace("-", "").lower().split()


class Encoding(unittest.TestCase):
    """Of what is printed: scripts run with LC_ALL=C, and JSON is UTF-8 in every locale."""

    def test_c_locale(self):
        arguments = ("eval", shipped, "market_space.space_total")
        result = run(*arguments, "--language", "zh", locale="C")

        self.assertIn("1,023 亿元", result.stdout)
        self.assertEqual(result.stdout, run(*arguments, "--language", "zh", locale="C.UTF-8").stdout)
        self.assertEqual(json.loads(run(*arguments, "--json", locale="C").stdout),
                         json.loads(run(*arguments, "--json", locale="C.UTF-8").stdout))

    def test_error(self):
        self.assertEqual(run("evall", shipped, locale="C").stderr, run("evall", shipped, locale="C.UTF-8").stderr)


@unittest.skipUnless(has_locale(COMMA_LOCALE), f"There is no locale {COMMA_LOCALE} here")
class DecimalComma(unittest.TestCase):
    """Where people write 0,5, files and formulas still have 0.5."""

    def assert_same(self, *arguments):
        results = [run(*arguments, locale=locale) for locale in (COMMA_LOCALE, "C.UTF-8")]
        self.assertEqual(results[0].returncode, OK, results[0].stderr)
        self.assertEqual(results[0].stdout, results[1].stdout)
        return results[0].stdout

    def test_reports_are_read_and_numbers_written_as_ever(self):
        self.assert_same("check", "--json", shipped)
        self.assert_same("eval", shipped, "market_space.space_total")
        self.assert_same("sensitivity", shipped, "market_space.space_total")
        values = json.loads(self.assert_same("eval", "--json", shipped, "market_space.ai_share[game]=12.5%",
                                             "market_space.space_total"))
        self.assertGreater(len(values), 0)

    def test_a_comma_is_not_taken_for_another_number(self):
        argument = "market_space.ai_share[game]=12,5%"
        result = run("eval", shipped, argument, "market_space.space_total", locale=COMMA_LOCALE)
        self.assertEqual(result.returncode, ERRORS)
        self.assertIn("12,5", result.stderr)

    def test_a_new_report_is_written_with_points(self):
        with tempfile.TemporaryDirectory(prefix="premise-cli-") as scratch:
            folders = [pathlib.Path(scratch, name, "own") for name in ("comma", "point")]
            for folder, locale in zip(folders, (COMMA_LOCALE, "C.UTF-8")):
                folder.parent.mkdir()
                self.assertEqual(run("new", folder, locale=locale).returncode, OK)
            for path in folders[1].rglob("*.json"):
                self.assertEqual(folders[0].joinpath(path.relative_to(folders[1])).read_text("utf-8"),
                                 path.read_text("utf-8"))
            self.assertEqual(run("check", "--strict", folders[0], locale=COMMA_LOCALE).returncode, OK)


class Pack(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory(prefix="premise-cli-")
        self.file = os.path.join(self.scratch.name, "shop.premise")
        self.addCleanup(self.scratch.cleanup)

    def test_what_was_packed_is_read_by_every_verb(self):
        result = run("pack", shipped, self.file)

        self.assertEqual((result.returncode, result.stdout, result.stderr), (OK, "", ""))
        for verb in (["check", "--json"], ["eval"], ["trace"]):
            name = [] if verb[0] == "check" else ["market_space.space_total"]
            folder = run(*verb, shipped, *name)
            packed = run(*verb, self.file, *name)
            self.assertEqual(packed.returncode, OK)
            self.assertEqual(packed.stdout.replace(self.file, str(shipped)), folder.stdout)
            self.assertEqual(packed.stderr, "")

    def test_the_same_report_gives_the_same_bytes(self):
        other = os.path.join(self.scratch.name, "other.premise")
        copy = os.path.join(self.scratch.name, "copy")
        shutil.copytree(data / "shop", copy)
        for name in ("report.json", "model/shop.json"):
            os.utime(os.path.join(copy, name), (1e9, 1e9))
            os.chmod(os.path.join(copy, name), 0o600)

        self.assertEqual(run("pack", str(data / "shop"), self.file).returncode, OK)
        self.assertEqual(run("pack", copy, other).returncode, OK)
        self.assertEqual(pathlib.Path(self.file).read_bytes(), pathlib.Path(other).read_bytes())

    def test_other_programs_read_it(self):
        self.assertEqual(run("pack", str(data / "shop"), self.file).returncode, OK)
        with zipfile.ZipFile(self.file) as archive:
            self.assertIsNone(archive.testzip())
            self.assertIn("report.json", archive.namelist())
            self.assertEqual(archive.read("sources.json"),
                             (data / "shop" / "sources.json").read_bytes())

    def test_a_report_that_others_zipped_is_read(self):
        with zipfile.ZipFile(self.file, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted((data / "shop").rglob("*")):
                archive.write(path, pathlib.Path("shop", path.relative_to(data / "shop")))

        said = run("check", self.file).stdout.replace(str(self.file), str(data / "shop"))
        self.assertEqual(said, run("check", data / "shop").stdout)

    def test_a_report_with_errors_is_not_packed(self):
        with Spoilt(cases["comma missing"]) as spoilt:
            result = run("pack", spoilt.folder, self.file)

        self.assertEqual(result.returncode, ERRORS)
        self.assertIn("was not packed", result.stderr)
        self.assertFalse(os.path.exists(self.file))

    def test_says_what_is_wrong_with_an_archive(self):
        pathlib.Path(self.file).write_text("PK no")
        result = run("check", self.file)

        self.assertEqual(result.returncode, USAGE)
        self.assertIn("not a zip archive", result.stdout)

    def test_refuses_other_arguments(self):
        for arguments in ([], [shipped], [shipped, "/nonexistent/file.premise"],
                          [shipped, self.file + ".zip"], ["/nonexistent", self.file]):
            with self.subTest(arguments):
                self.assertEqual(run("pack", *arguments).returncode, USAGE)


class Seek(unittest.TestCase):
    share = "market_space.ai_share[game]"

    def test_finds_the_value_and_eval_agrees(self):
        result = run("seek", "--json", shipped, "market_space.space_total=1200亿元", self.share)
        self.assertEqual(result.returncode, OK)
        found = json.loads(result.stdout)
        self.assertEqual(found["status"], "found")
        self.assertEqual(len(found["roots"]), 1)
        self.assertEqual(found["roots"][0]["kind"], "crossing")
        self.assertTrue(found["roots"][0]["rising"])
        value = found["roots"][0]["value"]
        again = json.loads(run("eval", "--json", shipped, f"{self.share}={value!r}%",
                               "market_space.space_total").stdout)
        self.assertAlmostEqual(again[-1]["value"], found["target"], places=6)

    def test_speaks_the_language_of_the_report(self):
        result = run("seek", "-l", "zh", shipped, "market_space.space_total=1200亿元", self.share)
        self.assertEqual(result.returncode, OK)
        self.assertRegex(result.stdout, r"^market_space\.space_total comes to 1,200 亿元 at:\n"
                                        r"market_space\.ai_share\[game\] = [\d.]+% \(rising\)\n"
                                        r"Looked at \d+ values, .*\n$")

    def test_says_that_nothing_does(self):
        result = run("seek", "-l", "en", shipped, "market_space.space_total=99999亿元", self.share)
        self.assertEqual(result.returncode, OK)
        self.assertRegex(result.stdout, r"^No value of .* in its range brings .* to CNY 9,999\.9 bn: "
                                        r"it is between CNY .* and CNY .*\.\n"
                                        r"Looked at \d+ values, no further apart than one in \d+ parts of the range\. "
                                        r"All steps of the slider are among them\.\n$")

    def test_says_that_nothing_depends_on_it(self):
        result = run("seek", "--json", shipped, "market_space.cost_total=1亿元", self.share)
        self.assertEqual(json.loads(result.stdout)["status"], "independent")

    def test_bare_numbers_are_in_the_declared_unit(self):
        """Whatever scale the value is shown in, and so that JSON can be fed back."""
        bare, words = (json.loads(run("seek", "--json", shipped, f"market_space.space_total={target}",
                                      self.share).stdout) for target in ("1200", "1200亿元"))
        self.assertEqual(bare, words)

    def test_cells_are_named_as_in_formulas(self):
        result = run("seek", "--json", shipped, "market_space.space_total=1200", "market_space.ai_share[content = game]")
        self.assertEqual(json.loads(result.stdout)["assumption"], self.share)
        result = run("seek", shipped, "market_space.space_total=1200", "market_space.ai_share[year = game]")
        self.assertEqual(result.returncode, ERRORS)
        self.assertIn("has no index “year”", result.stderr)

    def test_a_number_needs_a_target(self):
        result = run("seek", shipped, "market_space.space_total", self.share)
        self.assertEqual(result.returncode, ERRORS)
        self.assertIn("not a condition", result.stderr)

    def test_refuses_what_is_no_single_assumption(self):
        for assumption, words in (("market_space.ai_share", "several values"),
                                  ("market_space.cost_total", "not an assumption"),
                                  ("market_space.nothing", "no variable")):
            with self.subTest(assumption):
                result = run("seek", shipped, "market_space.space_total=1200亿元", assumption)
                self.assertEqual(result.returncode, ERRORS)
                self.assertIn(words, result.stderr)


class Sensitivity(unittest.TestCase):
    def test_the_widest_comes_first_and_eval_agrees(self):
        result = run("sensitivity", "--json", shipped, "market_space.space_total")
        self.assertEqual(result.returncode, OK)
        found = json.loads(result.stdout)
        widths = [one["output_highest"] - one["output_lowest"] for one in found["assumptions"]]
        self.assertGreater(len(widths), 9)
        self.assertEqual(widths, sorted(widths, reverse=True))
        first = next(one for one in found["assumptions"] if one["assumption_unit"] == "%")
        again = json.loads(run("eval", "--json", shipped, f"{first['assumption']}={first['high']!r}%",
                               "market_space.space_total").stdout)
        self.assertAlmostEqual(again[-1]["value"], first["output_high"], places=6)

    def test_tells_near_roots_and_targets_apart(self):
        with changed_shop({"tax": [assumption("lever", 900, 0, 2000, 1), assumption("z", 0.5, -1, 1, 0.5),
                                   formula("positive", "z > 0"), formula("far", "lever / 1000"),
                                   formula("twice", "(lever - 1000.0003) * (lever - 1000.0006)")]}) as folder:
            near = run("seek", "-l", "en", folder, "tax.twice=0", "tax.lever").stdout
            far = run("seek", "-l", "en", folder, "tax.far=0.123456789", "tax.lever").stdout
            flip = json.loads(run("seek", "--json", folder, "tax.positive", "tax.z").stdout)
        self.assertIn("1,000.0003", near)
        self.assertIn("1,000.0006", near)
        self.assertIn("comes to 0.123456789 at", far)
        self.assertEqual([root["value"] for root in flip["roots"]], [0])

    def test_writes_a_root_with_the_digits_it_needs(self):
        found = json.loads(run("seek", "--json", shipped, "market_space.space_total=1100亿元",
                               "market_space.ai_share[game]").stdout)
        value = found["roots"][0]["value"]
        self.assertIn(f"{value:.4f}"[:5], found["roots"][0]["value_text"])

    def test_says_why_there_is_no_value(self):
        with broken_shop() as folder:
            found = json.loads(run("sensitivity", "--json", folder, "tax.double", "tax.lever=1.5").stdout)
            by_half = json.loads(run("sensitivity", "--by", "50", "--json", folder, "tax.double", "tax.lever=2").stdout)
            text = run("sensitivity", "--by", "50", folder, "tax.double", "tax.lever=2").stdout
        self.assertNotIn("output_low_error", found["assumptions"][0])
        lever = next(one for one in by_half["assumptions"] if one["assumption"] == "tax.lever")
        self.assertIsNone(lever["output_low"])
        self.assertEqual(lever["output_low_error"]["error"], "#DIV/0")
        self.assertEqual(lever["output_low_error"]["origin"], "tax.due")
        self.assertIn("#DIV/0 from tax.due", text)

    def test_says_what_turns_back_between_the_ends(self):
        with changed_shop({"shop": [assumption("bend", 1, -2, 2, 0.5), formula("square", "bend ^ 2"),
                                    formula("cube", "bend ^ 3")]}) as folder:
            square = run("sensitivity", "--range", "-l", "en", folder, "shop.square")
            cube = run("sensitivity", "--range", "-l", "en", folder, "shop.cube")
            found = json.loads(run("sensitivity", "--range", "--json", folder, "shop.square").stdout)["assumptions"]
        self.assertIn("→ 4 … 4", square.stdout)
        self.assertIn("not monotone: lowest 0 at 0, highest 4 at", square.stdout)
        self.assertNotIn("monotone", cube.stdout)
        self.assertEqual([one["monotone"] for one in found], [False])
        self.assertAlmostEqual(found[0]["output_lowest"], 0)
        self.assertAlmostEqual(found[0]["output_lowest_at"], 0)
        self.assertEqual((found[0]["output_highest"], found[0]["gaps"]), (4, False))

    def test_prints_a_line_for_each(self):
        result = run("sensitivity", "--range", "-l", "en", shipped, "market_space.space_total")
        self.assertEqual(result.returncode, OK)
        self.assertRegex(result.stdout, r"(?m)^market_space\.ai_share\[game\]: .* … .* → CNY .* … CNY .* \(elasticity 0\.\d\d\)$")

    def test_refuses_other_arguments(self):
        for arguments in ((), (shipped,), ("--by", "0", shipped, "market_space.space_total")):
            with self.subTest(arguments):
                self.assertEqual(run("sensitivity", *arguments).returncode, USAGE)
        self.assertEqual(run("sensitivity", shipped, "market_space.nothing").returncode, ERRORS)


class Simulate(unittest.TestCase):
    def simulate(self, *arguments):
        result = run("simulate", "--json", *arguments, shipped, "market_space.space_total")
        self.assertEqual(result.returncode, OK)
        return result.stdout

    def test_the_seed_decides_and_threads_do_not(self):
        one = self.simulate("--samples", "5000", "--threads", "1")
        self.assertEqual(one, self.simulate("--samples", "5000", "--threads", "3"))
        self.assertNotEqual(one, self.simulate("--samples", "5000", "--seed", "2"))

    def test_says_what_it_comes_to(self):
        found = json.loads(self.simulate("--samples", "20000"))
        self.assertEqual(found["samples"], 20000)
        self.assertEqual(found["errors"], 0)
        self.assertEqual(sum(found["histogram"]), 20000)
        self.assertEqual(found["convergence"][-1]["samples"], 20000)
        quantiles = list(found["quantiles"].values())
        self.assertEqual(quantiles, sorted(quantiles))
        self.assertLess(found["min"], quantiles[0])
        self.assertLess(quantiles[0], found["mean"])
        self.assertLess(found["mean"], quantiles[-1])
        self.assertAlmostEqual(found["standard_error"], found["standard_deviation"] / 20000 ** 0.5, places=6)

    def test_sobol_sequences_settle_sooner(self):
        random = json.loads(self.simulate("--samples", "16384"))
        even = json.loads(self.simulate("--samples", "16384", "--method", "sobol"))
        self.assertEqual([random["method"], even["method"]], ["monte-carlo", "sobol"])
        self.assertEqual(even["samples"], 16384)
        self.assertLess(even["standard_error"], random["standard_error"] / 5)
        self.assertLess(abs(even["mean"] - random["mean"]), 5 * random["standard_error"])

    def test_says_what_explains_the_variance(self):
        found = json.loads(self.simulate("--method", "sobol", "--indices"))
        self.assertEqual(len(found["indices"]), found["inputs"])
        # Factors of a product share a part of the variance: counted by all, or by none.
        self.assertLess(sum(index["first"] for index in found["indices"]), 1)
        self.assertGreater(sum(index["total"] for index in found["indices"]), 1)
        for index in found["indices"]:
            self.assertGreater(index["total"], index["first"] - 0.01)
            self.assertLess(index["total_error"], 0.01)

    def test_correlations_are_those_of_the_report(self):
        def simulate(output):
            result = run("simulate", "--json", "--samples", "50000", "--indices", data / "shop", output)
            self.assertEqual(result.returncode, OK, result.stderr)
            return json.loads(result.stdout)

        # The tax rate is normal, 25 % ± 5 %.
        rate = simulate("tax.rate")
        self.assertAlmostEqual(rate["mean"], 25, delta=0.1)
        self.assertAlmostEqual(rate["standard_deviation"], 5, delta=0.1)
        # Prices go together with the rate, directly or not, and nothing else is drawn.
        indices = simulate("tax.due")["indices"]
        self.assertEqual(len(indices), 3)
        for index in indices:
            self.assertAlmostEqual(index["first"], 1, delta=0.04)
            self.assertEqual(index["first"], indices[0]["first"])

    def test_speaks_the_language_of_the_report(self):
        result = run("simulate", "-l", "zh", shipped, "market_space.space_total")
        self.assertRegex(result.stdout, r"(?m)^50%: [\d,]+ 亿元$")

    def test_says_what_a_sobol_sequence_does_not_reach(self):
        names = [f"a{i}" for i in range(1030)]
        with changed_shop({"tax": [*(assumption(name, 1, 0, 2, 0.5) for name in names),
                                   formula("all", " + ".join(names))]}) as folder:
            text = run("simulate", "-l", "en", "--method", "sobol", "--samples", "1024", folder, "tax.all").stdout
            found = json.loads(run("simulate", "--json", "--method", "sobol", "--samples", "1024", folder,
                                   "tax.all").stdout)
        self.assertIn("reaches 1024 inputs", text)
        self.assertEqual((found["inputs"], found["sobol_inputs"]), (1030, 1024))

    def test_refuses_other_arguments(self):
        for arguments in ((), (shipped,), ("--samples", "0", shipped, "market_space.space_total"),
                          ("--method", "dice", shipped, "market_space.space_total")):
            with self.subTest(arguments):
                self.assertEqual(run("simulate", *arguments).returncode, USAGE)


class Trace(unittest.TestCase):
    def trace(self, *arguments):
        result = run("trace", "--json", *arguments)
        self.assertEqual(result.returncode, OK, result.stderr)
        return {step["id"]: step for step in json.loads(result.stdout)}

    def test_ends_at_sources(self):
        steps = self.trace(shipped, "market_space.space_total")
        total = steps["market_space.space_total"]
        self.assertEqual(total["precedents"], ["market_space.ai_space"])
        self.assertAlmostEqual(total["values"]["market_space.space_total"], 1023.3, delta=1)
        for step in steps.values():
            for name in step["precedents"]:
                self.assertIn(name, steps)
                self.assertIn(step["id"], steps[name]["dependents"])
            # What is not calculated says where it is from.
            if step["kind"] != "formula":
                self.assertIn("source", step)
                self.assertGreater(step["page"], 0)

    def test_values_are_those_of_the_scenario(self):
        steps = self.trace(shipped, "market_space.space_total", "market_space.ai_share[game]=40%")
        share = steps["market_space.ai_share"]
        self.assertAlmostEqual(share["values"]["market_space.ai_share[game]"], 40)

    def test_goes_the_other_way(self):
        steps = self.trace("--dependents", shipped, "market_space.market_size")
        self.assertIn("market_space.space_total", steps)
        self.assertNotIn("market_space.ai_share", steps)

    def test_dates_are_written_as_such(self):
        steps = self.trace(data / "shop", "tax.introduced")
        self.assertEqual(steps["tax.introduced"]["values"], {"tax.introduced": "2019-05"})
        self.assertEqual(steps["tax.introduced"]["qualifier"], "approx")

    def test_says_where_members_are_from(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(data / "shop", folder, dirs_exist_ok=True)
            path = pathlib.Path(folder, "model/shop.json")
            model = json.loads(path.read_text("utf-8"))
            price = next(variable for variable in model["variables"] if variable["id"] == "price")
            price["source"], price["page"] = {"tea": "ledger", "coffee": "own"}, {"tea": 7}
            path.write_text(json.dumps(model), "utf-8")
            step = self.trace(folder, "shop.price")["shop.price"]
            text = run("trace", "-l", "en", folder, "shop.price").stdout
        self.assertEqual(step["origins"], {"shop.price[tea]": {"source": "ledger", "page": 7},
                                           "shop.price[coffee]": {"source": "own"}})
        self.assertNotIn("source", step)
        self.assertIn("[Ledger, page 7; Own]", text)

    def test_says_why_there_is_no_value(self):
        with broken_shop() as folder:
            steps = self.trace(folder, "tax.double")
        double = steps["tax.double"]
        self.assertEqual(double["values"], {"tax.double": None})
        self.assertEqual(double["errors"]["tax.double"]["error"], "#DIV/0")
        self.assertEqual(double["errors"]["tax.double"]["origin"], "tax.due")
        self.assertNotIn("errors", steps["tax.lever"])

    def test_is_written_as_a_tree(self):
        result = run("trace", shipped, "market_space.space_total")
        self.assertRegex(result.stdout, r"(?m)^market_space.space_total: .*CNY.* = sum\(ai_space over content\)")
        self.assertRegex(result.stdout, r"(?m)^    market_space.ai_share: 9 values \[.*page 51\]$")


class Table(unittest.TestCase):
    def test_agrees_with_eval(self):
        output, row, column = ("market_space.space_total", "market_space.ai_share[game]",
                               "market_space.cost_share[game]")
        result = run("table", "--json", "--steps", "4", shipped, output, row, column)
        self.assertEqual(result.returncode, OK, result.stderr)
        table = json.loads(result.stdout)
        self.assertEqual([len(line) for line in table["values"]], [4] * 4)
        found = run("eval", "--json", shipped, output, f"{row}={table['row_values'][3]}%",
                    f"{column}={table['column_values'][1]}%")
        self.assertIn(f'{table["values"][3][1]:.6f}'[:8], found.stdout)

    def test_says_why_there_is_no_value(self):
        with broken_shop() as folder:
            arguments = (folder, "tax.double", "tax.lever", "tax.rate")
            found = json.loads(run("table", "--json", "--steps", "3", *arguments).stdout)
            text = run("table", "--steps", "3", *arguments).stdout
        holes = [(one["row"], one["column"]) for one in found["errors"]]
        self.assertEqual(holes, [(row, column) for row, line in enumerate(found["values"])
                                 for column, value in enumerate(line) if value is None])
        self.assertNotEqual(holes, [])
        for one in found["errors"]:
            self.assertEqual((one["error"], one["origin"]), ("#DIV/0", "tax.due"))
        self.assertEqual(text.count("#DIV/0"), len(holes))

    def test_refuses_what_is_no_axis(self):
        for arguments in (("market_space.space_total", "market_space.market_size[game]"),
                          ("market_space.ai_share[game]", "market_space.ai_share[game]")):
            with self.subTest(arguments):
                result = run("table", shipped, "market_space.space_total", *arguments)
                self.assertEqual(result.returncode, ERRORS)
        self.assertEqual(run("table", shipped, "market_space.space_total").returncode, USAGE)


class Attribute(unittest.TestCase):
    def test_parts_add_up_exactly(self):
        result = run("attribute", "--json", shipped, "market_space.space_total",
                     "market_space.ai_share[game]=40%", "market_space.cost_share[game]=40%")
        self.assertEqual(result.returncode, OK, result.stderr)
        found = json.loads(result.stdout)
        self.assertEqual(found["orders"], 0)
        self.assertEqual(len(found["parts"]), 2)
        # To the last bit, in the unit it is printed in.
        self.assertEqual(sum(part["part"] for part in found["parts"]), found["to"] - found["from"])

    def test_starts_from_another_scenario(self):
        def attribute(*arguments):
            result = run("attribute", "--json", *arguments)
            self.assertEqual(result.returncode, OK, result.stderr)
            return json.loads(result.stdout)
        game = "market_space.ai_share[game]"
        there = attribute(shipped, "market_space.space_total", f"{game}=40%")
        back = attribute("--from", f"{game}=40%", shipped, "market_space.space_total", f"{game}=30%")
        self.assertEqual((there["from"], there["to"]), (back["to"], back["from"]))
        self.assertEqual(there["parts"][0]["part"], -back["parts"][0]["part"])
        self.assertEqual(run("attribute", "--from", "nonsense", shipped, "market_space.space_total",
                             f"{game}=40%").returncode, ERRORS)

    def test_parts_of_a_share_are_percentage_points(self):
        with changed_shop({"tax": [assumption("lever", 1, 0, 2, 0.5),
                                   formula("share", "20% * lever", unit="%")]}) as folder:
            result = run("attribute", folder, "tax.share", "tax.lever=1.5")
            self.assertEqual(result.stdout, "20% → 30%\ntax.lever: +10 pp (1 → 1.5)\n")
            result = run("attribute", "--language", "zh", folder, "tax.share", "tax.lever=0.5")
            self.assertIn("−10 个百分点", result.stdout)

    def test_says_in_either_form_that_there_is_no_value(self):
        with broken_shop() as folder:
            self.assertIn("tax.double: it has no value somewhere on the way",
                          run("attribute", folder, "tax.double", "tax.lever=2").stderr)
            result = run("attribute", "--json", folder, "tax.double", "tax.lever=2")
        self.assertEqual(result.returncode, ERRORS)
        self.assertEqual(json.loads(result.stdout)["argument"], "tax.double")

    def test_needs_a_difference(self):
        self.assertEqual(run("attribute", shipped, "market_space.space_total").returncode, USAGE)


class Functions(unittest.TestCase):
    def test_lists_them_in_either_form(self):
        listed = json.loads(run("functions", "--json").stdout)
        text = run("functions").stdout
        self.assertIn("npv", [function["name"] for function in listed])
        for function in listed:
            for key in ("usage", "summary", "units", "errors"):
                self.assertIn(function[key], text)


class Verbs(unittest.TestCase):
    def test_help_names_the_verbs(self):
        for word in ("help", "--help"):
            with self.subTest(word):
                result = run(word)
                self.assertEqual(result.returncode, OK)
                self.assertRegex(result.stdout, r"(?m)^  check  ")
                self.assertRegex(result.stdout, r"(?m)^  eval  ")

    def test_every_verb_has_help(self):
        for verb, options in (("attribute", ("--json", "--language")), ("functions", ("--json",)),
                              ("table", ("--steps", "--json", "--language")),
                              ("trace", ("--dependents", "--json", "--language")),
                              ("check", ("--json", "--rules", "--strict")), ("eval", ("--json", "--language", "--set")),
                              ("seek", ("--json", "--language")),
                              ("sensitivity", ("--by", "--range", "--json", "--language")),
                              ("simulate", ("--samples", "--seed", "--threads", "--method", "--indices", "--json"))):
            with self.subTest(verb):
                result = run(verb, "--help")
                self.assertEqual(result.returncode, OK)
                self.assertIn(f"premise {verb} [", result.stdout)
                for option in options:
                    self.assertIn(option, result.stdout)

    def test_prints_its_version(self):
        result = run("--version")
        self.assertEqual(result.returncode, OK)
        self.assertRegex(result.stdout, r"^premise \d+\.\d+\.\d+\n$")

    def test_a_mistyped_verb_opens_no_window(self):
        result = run("chek", shipped)
        self.assertEqual(result.returncode, USAGE)
        self.assertEqual(result.stdout, "")
        self.assertIn("“chek”", result.stderr)
        self.assertIn("did you mean “check”?", result.stderr)


if __name__ == "__main__":
    premise = sys.argv[1]
    shipped = sys.argv[2]
    data = pathlib.Path(sys.argv[3])
    for one in json.loads((data / "bad.json").read_text("utf-8"))["cases"]:
        cases[one["name"]] = one
    unittest.main(argv=sys.argv[:1])
