#!/usr/bin/env python3
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes format.page and rules.page in each language, and loads every example of the first.

Usage: format-pages.py [--check] PREMISE LOCALE_DIR TEMPLATE
The words stand in format-reference.json, the rules in the table of the program. With --check nothing
is written: a page that is not what it would be, or an example that does not load, is an error.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
LOCALES = {"C": "C.UTF-8", "zh_CN": "zh_CN.UTF-8"}
HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!-- Made by help/format-pages.py. -->
<page xmlns="http://projectmallard.org/1.0/" type="topic" id="{id}">
  <info>
    <link type="guide" xref="index"/>
    <desc>{desc}</desc>
  </info>
  <title>{title}</title>
  <p>{intro}</p>
"""


def marked(text):
    """Words with `code` in them."""
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if n % 2 else part for n, part in enumerate(parts))


def dump(example):
    return json.dumps(example, ensure_ascii=False, indent=2)


def format_page(reference, language):
    page = HEAD.format(id="format", **{key: marked(text) for key, text in reference["words"][language].items()})
    for section in reference["sections"]:
        page += f'\n  <section id="{section["id"]}">\n    <title>{marked(section["title"][language])}</title>\n'
        for text in section["text"][language]:
            page += f"    <p>{marked(text)}</p>\n"
        if "keys" in section:
            page += "    <terms>\n"
            for key, meaning in section["keys"].items():
                page += (f"      <item><title><code>{escape(key)}</code></title>"
                         f"<p>{marked(meaning[language])}</p></item>\n")
            page += "    </terms>\n"
        for example in section.get("examples", []):
            page += f'    <code mime="application/json">{escape(dump(example["json"]))}</code>\n'
        page += "  </section>\n"
    return page + "</page>\n"


def rules_page(reference, language, premise, locale_dir):
    environment = {**os.environ, "LC_ALL": LOCALES[language], "LANGUAGE": "", "PREMISE_LOCALE_DIR": locale_dir}
    rules = json.loads(subprocess.run([premise, "check", "--rules", "--json"], check=True, capture_output=True,
                                      text=True, env=environment).stdout)
    words = reference["rules"][language]
    page = HEAD.format(id="rules", **{key: marked(words[key]) for key in ("title", "desc", "intro")})
    page += "  <terms>\n"
    for rule in rules:
        page += (f'    <item><title><code>{rule["code"]}</code> <code>{rule["name"]}</code> '
                 f'({words[rule["severity"]]})</title><p>{escape(rule["summary"])}</p></item>\n')
    return page + "  </terms>\n</page>\n"


def place(folder, where, example):
    """Puts an example where it belongs in a copy of the template."""
    paths = {"report": "report.json", "sources": "sources.json", "section": "chapters/stand/next.json",
             "block": "chapters/stand/next.json", "text": "chapters/stand/next.json"}
    path = folder / paths.get(where, "model/stand.json")
    root = json.loads(path.read_text("utf-8"))
    if where in ("report", "sources", "section"):
        root = example
    elif where == "block":
        root["blocks"].append(example)
    elif where == "text":
        root["blocks"].append({"type": "text", "text": example})
    else:
        root.setdefault(where, []).append(example)
    path.write_text(json.dumps(root, ensure_ascii=False), "utf-8")


def load_examples(reference, premise, template):
    wrong = 0
    for section in reference["sections"]:
        for n, example in enumerate(section.get("examples", [])):
            with tempfile.TemporaryDirectory(prefix="premise-help-") as scratch:
                folder = pathlib.Path(scratch) / "stand"
                shutil.copytree(template, folder)
                place(folder, example["in"], example["json"])
                result = subprocess.run([premise, "check", "--json", folder], capture_output=True, text=True,
                                        encoding="utf-8", check=False)
                for found in json.loads(result.stdout)["diagnostics"]:
                    if found["code"].startswith("E") or found["severity"] == "error":
                        print(f"{section['id']}, example {n + 1}: {found['code']} {found['path']}: "
                              f"{found['message']}")
                        wrong += 1
    return wrong


def main():
    check = "--check" in sys.argv
    premise, locale_dir, template = [argument for argument in sys.argv[1:] if argument != "--check"]
    reference = json.loads((HERE / "format-reference.json").read_text("utf-8"))
    wrong = load_examples(reference, premise, template)
    for language in LOCALES:
        for name, page in (("format", format_page(reference, language)),
                           ("rules", rules_page(reference, language, premise, locale_dir))):
            path = HERE / language / f"{name}.page"
            if not check:
                path.write_text(page, "utf-8")
            elif path.read_text("utf-8") != page:
                print(f"{path} is not what it should be; run help/format-pages.py")
                wrong += 1
    sys.exit(wrong > 0)


main()
