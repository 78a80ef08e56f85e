#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds to en.po what the program says and it does not have, as it stands in the source.

usage: update-en.py PO_DIR
What en.po has already stays as it is, so that wording can be mended there without touching the sources.
"""
import os
import sys
import tempfile

from catalogues import make_template, merge, run


def main():
    catalogue = os.path.join(sys.argv[1], "en.po")
    with tempfile.TemporaryDirectory() as scratch:
        merged = merge(catalogue, make_template(sys.argv[1], scratch), scratch)
        # Where in the source a string stands changes with every line above it.
        run("msgattrib", "--no-obsolete", "--no-location", "-o", merged, merged)
        run("msgen", "--no-location", "-o", catalogue, merged)


main()
