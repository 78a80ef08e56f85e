#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string that the program marks must be in every catalogue, translated and not fuzzy.

usage: check-po.py PO_DIR
Makes a fresh template from POTFILES.in, merges each catalogue with it and counts;
a source file that marks strings but is not in POTFILES.in fails too, and so does a message with
several placeholders that no comment explains: “%s: %s” says nothing to who translates it.
"""
import os
import re
import sys
import tempfile

from catalogues import make_template, merge, potfiles, run

MARKED = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dgettext|g_dngettext|g_dpgettext2)\s*\(|"
                    r"translatable=\"yes\"")
SOURCES = (".c", ".h", ".ui")
MESSAGE = re.compile(r"^msgid (.*?)^msg(?:id_plural|str)", re.DOTALL | re.MULTILINE)
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
PLACEHOLDER = re.compile(r"%[-+ #0]*\d*(?:\.\d+)?(?:h|l|ll|z)?[a-zA-Z]")


def unlisted(root, listed):
    for top in ("src", "data"):
        for folder, _, names in os.walk(os.path.join(root, top)):
            for name in names:
                path = os.path.relpath(os.path.join(folder, name), root)
                if not name.endswith(SOURCES) or path in listed:
                    continue
                with open(os.path.join(root, path), encoding="utf-8") as file:
                    if MARKED.search(file.read()):
                        yield path


def unexplained(template):
    """The messages with several placeholders and without a comment for translators."""
    with open(template, encoding="utf-8") as file:
        entries = file.read().split("\n\n")
    for entry in entries[1:]:
        match = MESSAGE.search(entry)
        message = "".join(QUOTED.findall(match[1])) if match else ""
        if len(PLACEHOLDER.findall(message.replace("%%", ""))) > 1 and "\n#. " not in "\n" + entry:
            yield message


def problems_of(catalogue, template, scratch):
    found = run("msgfmt", "--check", "--statistics", "-o", os.devnull, merge(catalogue, template, scratch),
                env={**os.environ, "LC_ALL": "C"}).stderr
    return [part for part in re.split(r"[,.]\s*", found.strip())
            if "untranslated" in part or "fuzzy" in part]


def main():
    po_dir = sys.argv[1]
    root = os.path.dirname(os.path.abspath(po_dir))
    listed = potfiles(po_dir)
    failed = False
    for path in unlisted(root, listed):
        print(f"{path} marks strings but is not in po/POTFILES.in")
        failed = True
    with tempfile.TemporaryDirectory() as scratch:
        template = make_template(po_dir, scratch)
        for message in unexplained(template):
            print(f"no comment explains the placeholders of “{message}” to translators")
            failed = True
        with open(os.path.join(po_dir, "LINGUAS"), encoding="utf-8") as file:
            languages = file.read().split()
        for language in languages:
            for problem in problems_of(os.path.join(po_dir, language + ".po"), template, scratch):
                print(f"{language}: {problem}")
                if language == "en":
                    print("    po/update-en.py po adds them as they stand in the source")
                failed = True
    sys.exit(1 if failed else 0)


main()
