#!/usr/bin/env python3
#
# Makes expression.seeds: the formulas of the specification and of the report that ships, and
# report.seeds: the files of the small report of the tests, good and spoilt, which a fuzzer begins
# with. Run it when the specification or the format has grown.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import re

here = pathlib.Path(__file__).resolve().parent
top = here.parent.parent

# What the fixed model of the target calls the variables of the specification.
NAMES = {
    "sales": "flow", "up": "flow", "dollars": "yuan", "market": "规模", "growth": "flow",
    "share": "a.b", "times": "a.b", "wage": "a.rate", "rate": "a.rate", "area": "side",
    "price": "a.rate", "scalar": "x", "x1": "x", "region": "content", "south": "game",
}


def rename(formula):
    def replace(match):
        return NAMES.get(match.group(), match.group())

    return re.sub(r"[A-Za-z_][\w.]*(?!\w*\()", replace, formula)


def formulas():
    for path in sorted((top / "tests/engine/spec").glob("*.spec")):
        for line in path.read_text(encoding="utf-8").splitlines():
            parts = re.split(r" [=~]> ", line)
            if len(parts) == 2 and not line.startswith("#"):
                yield rename(parts[0].strip())
    for path in sorted((top / "data/reports").glob("*/model/*.json")):
        for variable in json.loads(path.read_text(encoding="utf-8"))["variables"]:
            if "formula" in variable:
                yield rename(variable["formula"])


seeds = sorted({formula for formula in formulas() if formula})
seeds.append("yuan * 2\n万元\ncontent")
seeds.append("grid / flow * 1\n%\ncontent year")
(here / "expression.seeds").write_text("\n\n".join(seeds) + "\n", encoding="utf-8")


def report_files(folder):
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*.json"))}


def report_seed(files):
    """Files of a package, without the empty lines that part seeds."""
    return "\n".join(f"@ {name}\n" + "\n".join(line for line in text.splitlines() if line.strip())
                     for name, text in files.items())


def report_seeds():
    shop = report_files(top / "tests/report/data/shop")
    yield report_seed(shop)
    for case in json.loads((top / "tests/report/data/bad.json").read_text(encoding="utf-8"))["cases"]:
        spoilt = shop[case["file"]].replace(case["find"], case["replace"].replace("¦", ""))
        # With the model, since the rest means nothing without it.
        names = {"model/shop.json", "report.json", case["file"]}
        if case["code"] in (107, 206, 207, 208):
            yield report_seed({name: spoilt if name == case["file"] else shop[name]
                               for name in sorted(names)})
    yield report_seed({"../outside.json": "{}", "report.json": "[]"})


(here / "report.seeds").write_text("\n\n".join(report_seeds()) + "\n", encoding="utf-8")
