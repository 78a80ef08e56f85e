#!/usr/bin/env python3
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The schema in data/schema and the loader must be of one mind about a report.

Usage: test-schema.py PREMISE SCHEMAS REPORT
with the program, the folder of the schemas and the report that ships.
"""

import copy
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

try:
    import jsonschema
    import referencing
except ImportError:
    print("python3-jsonschema is not there")
    sys.exit(77)

DATA = pathlib.Path(__file__).parent / "data"
SHOP = DATA / "shop"
BAD = json.loads((DATA / "bad.json").read_text("utf-8"))["cases"]

# JSON itself, a key or a type; the loader's other codes are about what numbers, names and
# other files say.
SYNTAX = "E202"
STRUCTURE = ("E203", "E204", "E205")

# What stands per member follows from the indexes, which another file may define, and so does
# whether the ranges of members leave any cell without one.
PER_MEMBER = re.compile(r"E\d+ \$\.variables\[\d+\]"
                        r"(\.(values|ref|page|source|ranges|printed)\b|: .*“(min|max|step)”)")

premise = None
shipped = None
schemas = {}
validators = {}

# Of a list whose entries say nothing about each other.
LIST_KEYWORDS = {"type", "items", "minItems", "maxItems", "description"}


def load_schemas(folder):
    for path in sorted(folder.glob("*.schema.json")):
        schemas[path.name] = json.loads(path.read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schemas[path.name])

    registry = referencing.Registry().with_resources(
        (name, referencing.Resource.from_contents(schema)) for name, schema in schemas.items())
    for name, schema in schemas.items():
        refs = [name] + [f"{name}#/properties/{key}/items" for key, value in schema["properties"].items()
                         if "items" in value and set(value) <= LIST_KEYWORDS] if "properties" in schema else []
        for ref in refs:
            validators[ref] = jsonschema.Draft202012Validator({"$ref": ref}, registry=registry)


def find_schema(file):
    parts = pathlib.PurePosixPath(file).parts
    kind = {"model": "model", "chapters": "section"}.get(parts[0], pathlib.PurePath(file).stem)
    return kind + ".schema.json"


def errors(file, value, path=()):
    """What the schema says about a file that was good before something changed at the path: the
    way to each error, and the error. Where the change is in an entry of one of the file's lists,
    only that entry is looked at, for the schema judges each by itself."""
    name = find_schema(file)
    part = validators.get(f"{name}#/properties/{path[0]}/items") if len(path) > 1 else None
    if part is not None:
        for error in part.iter_errors(value[path[0]][path[1]]):
            yield (*path[:2], *error.absolute_path), error
        return
    for error in validators[name].iter_errors(value):
        yield tuple(error.absolute_path), error


def complaints(file, value, path=()):
    """The same as lines."""
    return [f"{file}: {where}: {error.message}" for where, error in errors(file, value, path)]


def files_of(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.json"))


def read(folder, file):
    return (folder / file).read_text("utf-8")


def check(folders):
    """What the loader says about some reports."""
    result = subprocess.run([premise, "check", "--json", *folders], capture_output=True, text=True,
                            encoding="utf-8", check=False, timeout=300)
    if result.stderr:
        raise AssertionError(result.stderr)
    found = json.loads(result.stdout)
    return [report["diagnostics"] for report in (found if len(folders) > 1 else [found])]


class Damaged:
    """Copies of the small report, each with one file in it that is not as it was. What did not
    change is the same file in all of them, and so many are checked at once."""

    AT_ONCE = 200

    def __init__(self, scratch, judge):
        self.scratch = pathlib.Path(scratch)
        self.files = files_of(SHOP)
        self.judge = judge
        self.waiting = []
        shutil.copytree(SHOP, self.scratch / "good")

    def add(self, file, damaged, *about):
        """About what is damaged, judge() is told in the end what the loader says."""
        folder = self.scratch / str(len(self.waiting))
        for other in self.files:
            (folder / other).parent.mkdir(parents=True, exist_ok=True)
            if other == file:
                (folder / other).write_text(json.dumps(damaged), "utf-8")
            else:
                os.link(self.scratch / "good" / other, folder / other)
        self.waiting.append((folder, about))
        if len(self.waiting) == self.AT_ONCE:
            self.finish()

    def finish(self):
        if not self.waiting:
            return
        found = check([folder for folder, about in self.waiting])
        for (folder, about), diagnostics in zip(self.waiting, found, strict=True):
            self.judge(diagnostics, *about)
            shutil.rmtree(folder)
        self.waiting.clear()


def walk(value, path=()):
    """Every value inside another one, with the way to it; what a comment holds is skipped."""
    children = value.items() if isinstance(value, dict) else \
        enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        if key != "comment":
            yield (*path, key), child
            yield from walk(child, (*path, key))


def other_type(value, n):
    """A value of another type; of which one goes round with n."""
    others = [other for other in ({}, [], "word", 12.5, True, None)
              if type(other) is not type(value)
              and not (isinstance(other, float) and type(value) is int)]
    return others[n % len(others)]


def change(root, path, value):
    """A copy with another value at the path, or with nothing there when it is absent."""
    root = copy.deepcopy(root)
    parent = root
    for step in path[:-1]:
        parent = parent[step]
    if value is ABSENT:
        del parent[path[-1]]
    else:
        parent[path[-1]] = value
    return root


ABSENT = object()


def changes(root):
    """Ways to damage the structure of a file: what was done, where, and the damaged file."""
    for n, (path, value) in enumerate((((), root), *walk(root))):
        where = "".join(f"[{step!r}]" for step in path)
        if isinstance(value, dict):
            yield f"a key more in {where}", (*path, "stray"), change(root, (*path, "stray"), 1)
        if not path:
            continue
        if isinstance(path[-1], str):
            yield f"without {where}", path, change(root, path, ABSENT)
        other = other_type(value, n)
        yield f"{json.dumps(other)} at {where}", path, change(root, path, other)


# What is nearly right in some place: what random damage is made of, beside what stands elsewhere.
ODD = ["", " ", "a b", "-", ".", "名称", "comment", "a.b", "a.b[c", "a.b [c, d]", "a.b[]", "shop.price ", "shop.total",
       "1s", "16s", "0s", ".10", ".05", "@wan .0", "@wan@yi", "yearbare", "2022-13", "2022-02-31", "0000", "date", "%",
       "\u0001", "\u202e", "\ufeff", "\t", "a\n", "x" * 20001, "{", "[a](#)", "😀", "１", "\u3007", "\u2000",
       0, -1, 3.0, -0.0, 0.5, 15.5, 16, 1e308, 100000, 100001, 2 ** 31, 2 ** 64, 10 ** 30,
       {}, [], [[]], [{}], [None], {"comment": 1}, {"zh": "x"}, {"en": "x", "comment": {}}, None, True, False]


def damage(rnd, root, values):
    """A copy of a file with one to three things in it that are not as they were, and what they are."""
    root = copy.deepcopy(root)
    done = []
    for _ in range(rnd.choice((1, 1, 2, 3))):
        path, old = rnd.choice(list(walk(root)))
        parent = root
        for step in path[:-1]:
            parent = parent[step]
        new = copy.deepcopy(rnd.choice(ODD) if rnd.random() < 0.4 else
                            rnd.choice(values[path[-1]]) if rnd.random() < 0.7 and path[-1] in values else
                            rnd.choice(rnd.choice(list(values.values()))))
        way = rnd.choice(("set", "set", "set", "remove", "add", "repeat"))
        if way == "remove":
            del parent[path[-1]]
        elif way == "add" and isinstance(parent, dict):
            parent[rnd.choice([key for key in values if isinstance(key, str)])] = new
        elif way == "repeat" and isinstance(parent, list):
            parent.extend(copy.deepcopy(old) for _ in range(rnd.choice((1, 3, 10, 51, 201))))
        else:
            parent[path[-1]] = new
        done.append((way, path, str(new)[:60]))
        if not root or root == {"comment": 1}:
            break
    return root, done


class Schema(unittest.TestCase):
    def accepts(self, folder):
        files = files_of(folder)
        self.assertGreater(len(files), 3)
        for file in files:
            self.assertEqual(complaints(file, json.loads(read(folder, file))), [])

    def test_accepts_the_report_that_ships(self):
        self.accepts(shipped)

    def test_accepts_every_kind_of_block(self):
        self.accepts(SHOP)

    def test_refuses_what_the_loader_refuses(self):
        for case in BAD:
            with self.subTest(case["name"]):
                before = read(SHOP, case["file"])
                self.assertEqual(before.count(case["find"]), 1)
                text = before.replace(case["find"], case["replace"]).replace("¦", "")
                try:
                    found = complaints(case["file"], json.loads(text))
                except json.JSONDecodeError:
                    self.assertEqual(f"E{case['code']}", SYNTAX)
                    continue
                if case.get("schema", False):
                    self.assertNotEqual(found, [])
                else:
                    self.assertEqual(found, [])

    def test_agrees_with_the_loader_on_structure(self):
        with tempfile.TemporaryDirectory(prefix="premise-schema-") as scratch:
            reports = Damaged(scratch, self.agree)
            for file in files_of(SHOP):
                for what, path, damaged in changes(json.loads(read(SHOP, file))):
                    reports.add(file, damaged, file, what, complaints(file, damaged, path))
            reports.finish()

    def test_agrees_with_the_loader_on_random_damage(self):
        rnd = random.Random(os.environ.get("PREMISE_TEST_SEED", "20230117"))
        roots = {file: json.loads(read(SHOP, file)) for file in files_of(SHOP)}
        values = {}
        for root in roots.values():
            for path, value in walk(root):
                values.setdefault(path[-1], []).append(value)
        with tempfile.TemporaryDirectory(prefix="premise-schema-") as scratch:
            reports = Damaged(scratch, self.agree_but_for_keys)
            for n in range(600):
                file = rnd.choice(list(roots))
                damaged, done = damage(rnd, roots[file], values)
                reports.add(file, damaged, file, f"{n}: {done}", complaints(file, damaged))
            reports.finish()

    def test_knows_the_words_of_the_loader(self):
        seen = set()
        with tempfile.TemporaryDirectory(prefix="premise-schema-") as scratch:
            reports = Damaged(scratch, self.says)
            for file in files_of(SHOP):
                root = json.loads(read(SHOP, file))
                for path, value in walk(root):
                    damaged = change(root, path, "stray")
                    words = [error.validator_value for where, error in errors(file, damaged, path)
                             if error.validator == "enum" and where == path]
                    if isinstance(value, str) and words and str(words) not in seen:
                        seen.add(str(words))
                        reports.add(file, damaged, file, path, words[0])
            reports.finish()
        self.assertGreaterEqual(len(seen), 8)

    def says(self, diagnostics, file, path, words):
        said = [found["message"] for found in diagnostics if "expected one of" in found["message"]]
        with self.subTest(file=file, path=path):
            self.assertEqual(re.findall("“(.*?)”", said[0])[1:], words)

    def agree_but_for_keys(self, diagnostics, *about):
        """Which keys of a text are languages stands in another file."""
        self.agree(diagnostics, *about, ("E203", "E205"))

    def agree(self, diagnostics, file, what, schema, codes=STRUCTURE):
        loader = [f"{found['code']} {found.get('path')}: {found['message']}"
                  for found in diagnostics if found.get("file") == file]
        structure = [line for line in loader
                     if line.startswith(codes) and not PER_MEMBER.match(line)]
        with self.subTest(file=file, damage=what):
            if schema:
                self.assertNotEqual(loader, [], schema)
            if structure:
                self.assertNotEqual(schema, [], structure)


if __name__ == "__main__":
    premise = sys.argv[1]
    shipped = pathlib.Path(sys.argv[3])
    load_schemas(pathlib.Path(sys.argv[2]))
    unittest.main(argv=sys.argv[:1])
