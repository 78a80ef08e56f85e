# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripts in this folder know of the catalogues."""
import os
import subprocess

# As meson's i18n preset “glib” has them, so that a script sees what the template has.
KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dgettext:2", "g_dcgettext:2",
            "g_dngettext:2,3", "g_dpgettext2:2c,3")


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options)


def potfiles(po_dir):
    """The files with marked strings, from the top of the project."""
    with open(os.path.join(po_dir, "POTFILES.in"), encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def make_template(po_dir, scratch):
    """A fresh template in folder scratch: its path."""
    template = os.path.join(scratch, "premise.pot")
    run("xgettext", "--from-code=UTF-8", "--add-comments=Translators",
        *(f"--keyword={keyword}" for keyword in KEYWORDS),
        f"--directory={os.path.dirname(os.path.abspath(po_dir))}", "-o", template, *potfiles(po_dir))
    return template


def merge(catalogue, template, scratch):
    """The catalogue with exactly the strings of the template, in folder scratch: its path."""
    merged = os.path.join(scratch, "merged.po")
    run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, catalogue, template)
    return merged
