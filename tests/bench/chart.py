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
ROUNDS = 3


def run(*command):
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def find(lines, workload, measure, peer):
    """The best of the rounds: what else the machine does only adds."""
    return min(l["value"] for l in lines if (l["workload"], l["measure"], l["peer"]) == (workload, measure, peer))


def best_of_figures(lines):
    best = {}
    for line in lines:
        if line["measure"] == "layout_of":
            place = (line["section"], line["block"])
            best[place] = min(line["value"], best.get(place, line["value"]))
    return sorted(((ms, *place) for place, ms in best.items()), reverse=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--premise", required=True)
    parser.add_argument("--limit", required=True)
    parser.add_argument("--report", required=True)
    options = parser.parse_args()

    limit, ours = [], []
    for _ in range(ROUNDS):
        limit += run(options.limit)
        ours += run(options.premise, options.report)
    for workload, measure, peer, target in RATIOS:
        value = find(ours, workload, measure, "premise")
        other = find(limit, workload, "redraw", peer)
        reach = "" if target is None else f"  ≤ {target}" + ("" if value / other <= target else " MISSED")
        print(f"{workload:16} {measure:16} {value:8.3f} ms  {other:8.3f} ms  {value / other:6.2f}{reach}")

    figures = best_of_figures(ours)
    over = [figure for figure in figures if figure[0] > LAYOUT_MS]
    print(f"{len(figures)} figures: layout {find(ours, 'report', 'layout', 'premise'):.2f} ms, the longest "
          f"{figures[0][0]:.2f} ms ({figures[0][1]})  ≤ {LAYOUT_MS}"
          + ("" if not over else f" MISSED by {len(over)}"))
    for ms, section, block in over:
        print(f"  {ms:6.2f} ms  {section}, block {block}")


main()
