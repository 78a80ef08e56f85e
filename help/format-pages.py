#!/usr/bin/env python3
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes format.page and rules.page in each language, and loads every example of the first.

Usage: format-pages.py [--check] PREMISE LOCALE_DIR TEMPLATE SCHEMAS
The words stand in format-reference.json, the rules in the table of the program. With --check nothing
is written: a page that is not what it would be, an example that does not load, a key of the schema that
is not explained, or a word of it that no example shows, is an error.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
LOCALES = {"C": "C.UTF-8", "zh_CN": "zh_CN.UTF-8"}
# The section of the reference that explains what a definition of the schema says; one that ends with
# a dot is of the whole file.
EXPLAINED = {
    "report.": "report", "report.chapter": "report",
    "sources.": "sources", "sources.source": "sources",
    "model.": "indexes", "model.index": "indexes", "model.member": "indexes",
    "model.correlation": "correlations",
    "section.": "section", "section.metrics": "block-metrics", "section.metrics_block": "block-metrics",
    "section.block": "blocks",
    "section.text": "block-text", "section.list": "block-list", "section.list_items": "block-list",
    "section.quote": "block-quote", "section.highlight": "block-table",
    "section.callout": "block-callout", "section.steps": "block-steps",
    "section.comparison": "block-comparison", "section.compared": "block-comparison",
    "section.assumptions": "block-assumptions",
}
# For what the table above does not name.
EXPLAINED_FILES = {"model": "variables", "diagram": "block-diagram"}
EXPLAINED_WORDS = {"table": "block-table", "column": "block-table", "cell": "block-table"}
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
        if "model" in section:
            page += f'    <p>{marked(reference["with"][language])}</p>\n'
            page += f'    <code mime="application/json">{escape(dump(section["model"]))}</code>\n'
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


def keys_of(schema):
    """The keys that a schema names, without those of its own definitions."""
    if isinstance(schema, list):
        return set().union(*map(keys_of, schema))
    if not isinstance(schema, dict):
        return set()
    properties = schema.get("properties", {})
    return set(properties if isinstance(properties, dict) else ()).union(
        *(keys_of(value) for key, value in schema.items() if key != "$defs"))


def section_for(file, name):
    """The id of the section that explains a definition."""
    if f"{file}.{name}" in EXPLAINED:
        return EXPLAINED[f"{file}.{name}"]
    words = [EXPLAINED_WORDS[word] for word in re.split("_", name) if word in EXPLAINED_WORDS]
    return words[0] if words else EXPLAINED_FILES.get(file, "block-figure")


def explained_in(section):
    """The keys that a section has an entry for, or names in its words."""
    keys = {key for entry in section.get("keys", {}) for key in entry.split(", ")}
    words = [*section["text"]["C"], *(meaning["C"] for meaning in section.get("keys", {}).values())]
    return keys.union(*(re.findall(r"`([a-z_]+)`", text) for text in words))


def check_keys(reference, schemas):
    """Every key that the schemas know is explained."""
    sections = {section["id"]: section for section in reference["sections"]}
    wrong = 0
    for path in sorted(schemas.glob("*.schema.json")):
        schema = json.loads(path.read_text("utf-8"))
        file = path.name.removesuffix(".schema.json")
        for name, definition in {"": schema, **schema.get("$defs", {})}.items():
            keys = keys_of(definition) - {"comment"}
            section = section_for(file, name) if keys else None
            for key in sorted(keys - explained_in(sections[section]) if keys else ()):
                print(f"format-reference.json: “{key}” of {path.name} ({name or 'file'}) is not in {section}")
                wrong += 1
    return wrong


def enum_of(schema, key):
    """The words that a key of a schema may be, the longest list of them."""
    found = []
    if isinstance(schema, dict):
        found.append(schema.get("properties", {}).get(key, {}).get("enum", []))
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        found.append(enum_of(value, key))
    return max(found, key=len, default=[])


def check_shown(reference, schemas):
    """Each kind of block, mark, diagram and callout stands in an example."""
    section_schema = json.loads((schemas / "section.schema.json").read_text("utf-8"))
    definitions = section_schema["$defs"]
    diagrams = json.loads((schemas / "diagram.schema.json").read_text("utf-8"))
    sections = {section["id"]: section for section in reference["sections"]}
    wanted = [("block-" + kind, "type", [kind]) for kind in enum_of(definitions["block"], "type")]
    wanted += [("block-figure", "mark", enum_of(definitions["figure"], "mark")),
               ("block-diagram", "kind", enum_of(diagrams, "kind")),
               ("block-callout", "kind", enum_of(definitions["callout"], "kind"))]
    wrong = 0
    for section, key, words in wanted:
        examples = sections.get(section, {}).get("examples", [])
        for word in sorted(set(words) - {example["json"].get(key) for example in examples}):
            print(f"format-reference.json: no example of {section} has the {key} “{word}”")
            wrong += 1
    return wrong


def load_examples(reference, premise, template):
    wrong = 0
    for section in reference["sections"]:
        for n, example in enumerate(section.get("examples", [])):
            with tempfile.TemporaryDirectory(prefix="premise-help-") as scratch:
                folder = pathlib.Path(scratch) / "stand"
                shutil.copytree(template, folder)
                for where, values in section.get("model", {}).items():
                    for value in values:
                        place(folder, where, value)
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
    premise, locale_dir, template, schemas = [argument for argument in sys.argv[1:] if argument != "--check"]
    reference = json.loads((HERE / "format-reference.json").read_text("utf-8"))
    wrong = load_examples(reference, premise, template)
    wrong += check_keys(reference, pathlib.Path(schemas)) + check_shown(reference, pathlib.Path(schemas))
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
