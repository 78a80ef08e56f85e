#!/usr/bin/env python3
#
# chart.py --premise PROGRAM --limit PROGRAM --report FOLDER
#
# Charts drawn by Premise beside the same ones drawn with bare cairo and Pango, in one run; prints ratios.
# And how long the figures of a report take to be laid out.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

import argparse
import json
import subprocess

# workload, ours, the limit's, what to reach
RATIOS = [
    ("chart_bar9", "redraw", "limit-cairo", 1.5),
    ("chart_bar9", "layout_and_draw", "limit-cairo-newlayouts", None),
    ("chart_line100k", "redraw", "limit-cairo", 1.5),
    ("chart_line100k", "layout_and_draw", "limit-cairo-newlayouts", None),
]
LAYOUT_MS = 2


def run(*command):
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def find(lines, workload, measure, peer):
    return next(l["value"] for l in lines if (l["workload"], l["measure"], l["peer"]) == (workload, measure, peer))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--premise", required=True)
    parser.add_argument("--limit", required=True)
    parser.add_argument("--report", required=True)
    options = parser.parse_args()

    limit = run(options.limit)
    ours = run(options.premise, options.report)
    for workload, measure, peer, target in RATIOS:
        value = find(ours, workload, measure, "premise")
        other = find(limit, workload, "redraw", peer)
        reach = "" if target is None else f"  ≤ {target}" + ("" if value / other <= target else " MISSED")
        print(f"{workload:16} {measure:16} {value:8.3f} ms  {other:8.3f} ms  {value / other:6.2f}{reach}")

    figures = sorted((l for l in ours if l["measure"] == "layout_of"), key=lambda l: -l["value"])
    over = [l for l in figures if l["value"] > LAYOUT_MS]
    print(f"{len(figures)} figures: layout {find(ours, 'report', 'layout', 'premise'):.2f} ms, the longest "
          f"{figures[0]['value']:.2f} ms ({figures[0]['section']})  ≤ {LAYOUT_MS}"
          + ("" if not over else f" MISSED by {len(over)}"))
    for line in over:
        print(f"  {line['value']:6.2f} ms  {line['section']}, block {line['block']}")


main()
