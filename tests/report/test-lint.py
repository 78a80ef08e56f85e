#!/usr/bin/env python3
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the linter says about a report that has one thing in it that should be better.

Usage: test-lint.py PREMISE TEMPLATE REPORT
with the program, the small report that new ones are made from, and the report that ships.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

DATA = json.loads((pathlib.Path(__file__).parent / "data" / "lint.json").read_text("utf-8"))
OK, ERRORS = 0, 1

premise = None
template = None
shipped = None


def run(*arguments):
    return subprocess.run([premise, "check", *arguments], capture_output=True, text=True,
                          encoding="utf-8", check=False, timeout=60)


def check(folder):
    return json.loads(run("--json", folder).stdout)["diagnostics"]


class Spoilt:
    """A copy of the template in which something is replaced."""

    def __init__(self, file, find, replace):
        self.scratch = tempfile.TemporaryDirectory(prefix="premise-lint-")
        self.folder = pathlib.Path(self.scratch.name) / "stand"
        shutil.copytree(template, self.folder)

        path = self.folder / file
        text = path.read_text("utf-8")
        if text.count(find) != 1:
            raise AssertionError(f"{find} stands {text.count(find)} times in {file}")
        text = text.replace(find, replace)
        place = text.find("¦")
        self.place = None
        if place >= 0:
            self.place = (text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))
        path.write_text(text.replace("¦", ""), "utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.scratch.cleanup()


class Lint(unittest.TestCase):
    def test_has_nothing_to_say_about_the_template(self):
        result = run("--strict", template)
        self.assertEqual(result.returncode, OK, result.stdout)
        self.assertEqual(check(template), [])

    def test_has_nothing_to_say_about_the_report_that_ships(self):
        self.assertEqual(check(shipped), [])

    def test_finds_one_thing_and_its_place(self):
        for case in DATA["cases"]:
            with self.subTest(case["name"]), \
                    Spoilt(case["file"], case["find"], case["replace"]) as spoilt:
                found = check(spoilt.folder)
                codes = [entry["code"] for entry in found]
                self.assertCountEqual(codes, [case["code"], *case.get("also", [])], found)
                entry = found[codes.index(case["code"])]
                self.assertEqual(entry["file"], case["file"])
                self.assertEqual(entry["path"], case["path"])
                self.assertEqual(entry["severity"], case.get("severity", "warning"))
                self.assertGreater(entry["line"], 0)
                if spoilt.place is not None:
                    self.assertEqual((entry["line"], entry["column"]), spoilt.place)

    def test_finds_a_section_without_blocks(self):
        with Spoilt("chapters/stand/next.json", '"blocks": [', '"blocks": [') as spoilt:
            path = spoilt.folder / "chapters" / "stand" / "next.json"
            section = json.loads(path.read_text("utf-8"))
            section["blocks"] = []
            path.write_text(json.dumps(section), "utf-8")
            found = check(spoilt.folder)
            self.assertEqual([(entry["code"], entry["path"]) for entry in found],
                             [("P308", "$.blocks")])

    def test_takes_numbers_as_each_language_writes_them(self):
        for case in DATA["clean"]:
            find = '{ "zh": "合计", "en": "Total" }'
            text = json.dumps({"zh": case["zh"], "en": case["en"]}, ensure_ascii=False)
            with self.subTest(case["name"]), \
                    Spoilt("chapters/stand/summer.json", find, text) as spoilt:
                self.assertEqual(check(spoilt.folder), [])

    def test_knows_the_scales_and_units_of_other_languages(self):
        find = '{ "zh": "合计", "en": "Total" }'

        def says(tag, written, english):
            text = json.dumps({"zh": written, "en": english}, ensure_ascii=False)
            with Spoilt("chapters/stand/summer.json", find, text) as spoilt:
                for path in spoilt.folder.rglob("*.json"):
                    path.write_text(path.read_text("utf-8").replace('"zh"', f'"{tag}"'), "utf-8")
                # The rest is not in that language, and what is said about it does not count.
                return [(entry["code"], entry["path"]) for entry in check(spoilt.folder)]

        for tag, written, english in (("ja", "12億人、3か月、5 ポイント", "1.2 billion people, 3 months, 5 pp"),
                                      ("ja", "1.5兆円", "JP¥1.5tn"), ("zh-Hant", "12億人，3 週", "1.2 billion people, 3 weeks"),
                                      ("zh-TW", "1.5兆美元，5 個百分點", "US$1.5tn, 5 pp")):
            with self.subTest(written):
                usual = says(tag, "合計", "Total")
                self.assertEqual(says(tag, written, english), usual)
                self.assertEqual({code for code, _ in set(says(tag, written, english.replace(".", ".9"))) - set(usual)},
                                 {"P103"})

    def test_fails_for_warnings_only_when_it_is_to_be_strict(self):
        case = next(case for case in DATA["cases"] if case["code"] == "P303")
        with Spoilt(case["file"], case["find"], case["replace"]) as spoilt:
            self.assertEqual(run(spoilt.folder).returncode, OK)
            self.assertEqual(run("--strict", spoilt.folder).returncode, ERRORS)

    def test_fails_for_errors(self):
        case = next(case for case in DATA["cases"] if case["code"] == "P102")
        with Spoilt(case["file"], case["find"], case["replace"]) as spoilt:
            self.assertEqual(run(spoilt.folder).returncode, ERRORS)

    def test_lists_its_rules_and_keeps_each(self):
        rules = json.loads(run("--rules", "--json").stdout)
        codes = [rule["code"] for rule in rules]
        self.assertEqual(len(set(codes)), len(codes))
        self.assertEqual(len({rule["name"] for rule in rules}), len(rules))
        self.assertEqual(codes, sorted(codes))

        severities = {rule["code"]: rule["severity"] for rule in rules}
        for case in DATA["cases"]:
            self.assertEqual(severities[case["code"]], case.get("severity", "warning"), case)

        tested = {case["code"] for case in DATA["cases"]} | {"P308"}
        self.assertEqual({code for code in codes if code.startswith("P")}, tested)

        lines = run("--rules").stdout.splitlines()
        self.assertEqual([line.split()[0] for line in lines], codes)


if __name__ == "__main__":
    premise = sys.argv[1]
    template = pathlib.Path(sys.argv[2])
    shipped = pathlib.Path(sys.argv[3])
    unittest.main(argv=sys.argv[:1])
