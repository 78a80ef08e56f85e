#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string that the program marks must be in every catalogue, translated and not fuzzy.

usage: check-po.py PO_DIR
Makes a fresh template from POTFILES.in, merges each catalogue with it and counts;
a source file that marks strings but is not in POTFILES.in fails too.
"""
import os
import re
import subprocess
import sys
import tempfile

MARKED = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dgettext|g_dngettext|g_dpgettext2)\s*\(|"
                    r"translatable=\"yes\"")
SOURCES = (".c", ".h", ".ui")
# As meson's i18n preset “glib” has them, so that the check sees what the template has.
KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dgettext:2", "g_dcgettext:2",
            "g_dngettext:2,3", "g_dpgettext2:2c,3")


def potfiles(po_dir):
    with open(os.path.join(po_dir, "POTFILES.in"), encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


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


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options)


def problems_of(catalogue, template, scratch):
    merged = os.path.join(scratch, "merged.po")
    run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, catalogue, template)
    found = run("msgfmt", "--check", "--statistics", "-o", os.devnull, merged,
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
        template = os.path.join(scratch, "premise.pot")
        run("xgettext", "--from-code=UTF-8", "--add-comments=Translators",
            *(f"--keyword={keyword}" for keyword in KEYWORDS),
            f"--directory={root}", "-o", template, *listed)
        with open(os.path.join(po_dir, "LINGUAS"), encoding="utf-8") as file:
            languages = file.read().split()
        for language in languages:
            for problem in problems_of(os.path.join(po_dir, language + ".po"), template, scratch):
                print(f"{language}: {problem}")
                failed = True
    sys.exit(1 if failed else 0)


main()
