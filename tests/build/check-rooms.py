#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of the program sees only what the design lets it include.

usage: check-rooms.py BUILD_DIR
Takes the compiler's own command for a file of each room from compile_commands.json and
compiles one include with it: the allowed ones must be found, the forbidden ones must not.
"""
import json
import os
import shlex
import subprocess
import sys

# room: (includes that must work, includes that must not)
RULES = {
    "engine": (["premise-model.h"],
               ["gtk/gtk.h", "json-glib/json-glib.h", "cairo.h", "premise-report.h",
                "premise-chart.h", "premise-sensitivity.h"]),
    "analysis": (["premise-model.h"], ["premise-report.h", "premise-chart.h", "gtk/gtk.h"]),
    "report": (["premise-model.h", "json-glib/json-glib.h"],
               ["premise-chart.h", "premise-figure.h", "gtk/gtk.h"]),
    "chart": (["cairo.h", "pango/pango.h"],
              ["premise-model.h", "premise-report.h", "premise-figure.h", "gtk/gtk.h",
               "json-glib/json-glib.h"]),
    "figure": (["premise-report.h", "premise-chart.h"],
               ["premise-export.h", "premise-window.h", "gtk/gtk.h"]),
    "export": (["premise-figure.h", "cairo.h"], ["premise-window.h", "premise-cli.h", "gtk/gtk.h"]),
    "cli": (["premise-report.h"], ["premise-window.h", "gtk/gtk.h"]),
}


def command_of(build_dir, room):
    with open(os.path.join(build_dir, "compile_commands.json"), encoding="utf-8") as file:
        for entry in json.load(file):
            path = entry["file"].replace("\\", "/")
            if f"src/{room}/" in path and f"libpremise-{room}.a.p" in entry["output"]:
                words = shlex.split(entry["command"])
                return [word for i, word in enumerate(words)
                        if word not in ("-c", "-o", "-MD", "-MQ", "-MF", entry["file"])
                        and words[i - 1] not in ("-o", "-MQ", "-MF")], entry["directory"]
    sys.exit(f"no file of src/{room} is compiled")


def compiles(command, directory, header):
    source = f'#include <glib.h>\n#include "{header}"\n'
    result = subprocess.run(command + ["-fsyntax-only", "-x", "c", "-"], input=source, text=True,
                            cwd=directory, capture_output=True, check=False)
    if result.returncode != 0 and header not in result.stderr:
        sys.exit(f"unexpected failure: {result.stderr}")
    return result.returncode == 0


def main():
    failures = 0
    number = 0
    print(f"1..{sum(len(a) + len(f) for a, f in RULES.values())}")
    for room, (allowed, forbidden) in RULES.items():
        command, directory = command_of(sys.argv[1], room)
        for header in allowed + forbidden:
            number += 1
            wanted = header in allowed
            good = compiles(command, directory, header) == wanted
            failures += not good
            print(f"{'ok' if good else 'not ok'} {number} - {room} "
                  f"{'includes' if wanted else 'cannot include'} {header}")
    sys.exit(1 if failures else 0)


main()
