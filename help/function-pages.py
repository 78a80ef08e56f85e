#!/usr/bin/env python3
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes functions.page in each language, from the table of functions in the engine.

Usage: function-pages.py [--check] PREMISE LOCALE_DIR
With --check, nothing is written: a page that is not what it would be is an error. Run without it
after a function or its translation has changed.
"""

import json
import os
import pathlib
import subprocess
import sys
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent

WORDS = {
    "C": {
        "locale": "C.UTF-8",
        "title": "Functions",
        "desc": "What formulas can calculate with.",
        "intro": "In the examples, the years 2021 to 2024 have <code>sales</code> of 10, 20, 30 and 40 and a "
                 "<code>flow</code> of −100, 40, 50 and 60. An error in an argument is passed on, unless something "
                 "else is said.",
        "units": "Units", "errors": "Errors", "example": "Example",
    },
    "zh_CN": {
        "locale": "zh_CN.UTF-8",
        "title": "函数",
        "desc": "公式可以使用的函数。",
        "intro": "例子中，2021 至 2024 年的 <code>sales</code> 为 10、20、30、40，<code>flow</code> 为 −100、40、50、60。"
                 "除非另有说明，参数中的错误会传给结果。",
        "units": "单位", "errors": "错误", "example": "例子",
    },
}


def read_functions(premise, locale_dir, locale):
    environment = {**os.environ, "LC_ALL": locale, "LANGUAGE": "", "PREMISE_LOCALE_DIR": locale_dir}
    result = subprocess.run([premise, "functions", "--json"], check=True, capture_output=True, text=True,
                            env=environment)
    return json.loads(result.stdout)


def make_section(function, words):
    value = f"{function['value']:.15g}".replace("-", "−")
    return f"""
  <section id="{function['name']}">
    <title><code>{escape(function['name'])}</code></title>
    <p><code>{escape(function['usage'])}</code></p>
    <p>{escape(function['summary'])}</p>
    <terms>
      <item><title>{words['units']}</title><p>{escape(function['units'])}</p></item>
      <item><title>{words['errors']}</title><p>{escape(function['errors'])}</p></item>
      <item><title>{words['example']}</title><p><code>{escape(function['example'])}</code> = {value}</p></item>
    </terms>
  </section>
"""


def make_page(functions, words):
    sections = "".join(make_section(function, words) for function in functions)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!-- Made by help/function-pages.py from the table in src/engine/premise-function.c. -->
<page xmlns="http://projectmallard.org/1.0/" type="topic" id="functions">
  <info>
    <link type="guide" xref="formulas"/>
    <desc>{words['desc']}</desc>
  </info>
  <title>{words['title']}</title>
  <p>{words['intro']}</p>
{sections}</page>
"""


def main():
    check = "--check" in sys.argv
    premise, locale_dir = [argument for argument in sys.argv[1:] if argument != "--check"]
    wrong = 0
    for language, words in WORDS.items():
        path = HERE / language / "functions.page"
        page = make_page(read_functions(premise, locale_dir, words["locale"]), words)
        if not check:
            path.write_text(page, "utf-8")
        elif path.read_text("utf-8") != page:
            print(f"{path} is not what the table of functions says; run help/function-pages.py")
            wrong += 1
    sys.exit(wrong)


main()
