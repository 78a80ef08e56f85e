#!/usr/bin/env python3
#
# start.py --premise PROGRAM --hello PROGRAM --reports FOLDER… [--sections N…] [--runs N]
#
# How long Premise takes from its start to the first painted frame with a report, and its proportional
# memory then, beside the smallest libadwaita window, in turns. Several reports show whether either depends
# on the length of the report. Prints medians and ratios. Needs a display; build-aux/headless makes one.
#
# Premise has GTK look for OpenGL only where there is a graphics card and GSK_RENDERER does not say cairo, as on the
# display of build-aux/headless it does, and that window always has: a second row of it, without the look, shows what is
# to be had by that.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SETTLE = 1      # seconds from the first frame to the look at the memory: the section ahead is ready then
PATIENCE = 30


def now():
    return time.clock_gettime(time.CLOCK_MONOTONIC)


def memory(pid):
    """Proportional set size in MiB."""
    with open(f'/proc/{pid}/smaps_rollup', encoding='ascii') as file:
        return int(re.search(r'^Pss:\s+(\d+)', file.read(), re.MULTILINE)[1]) / 1024


def run_hello(program, **environment):
    start = now()
    output = subprocess.run([program], env={**os.environ, 'BENCH_T0': str(int(start * 1e6)), **environment}, check=True,
                            capture_output=True, text=True, timeout=PATIENCE).stdout
    result = json.loads(output)
    return result['first_paint_ms'], result['pss']


def run_premise(program, report):
    start = now()
    with subprocess.Popen([program, '--size', '1000x700', report], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True,
                          env={**os.environ, 'G_MESSAGES_DEBUG': 'Premise', 'G_DEBUG': ''}) as process:
        for line in process.stdout:
            match = re.search(r'first frame at (\d+)', line)
            if match:
                break
        else:
            sys.exit('start: Premise ended before its first frame')
        time.sleep(SETTLE)
        pss = memory(process.pid)
        process.kill()

    return (int(match[1]) / 1e6 - start) * 1e3, pss


def lengthen(report, n, folder):
    """A copy of a report in folder, with its first section n times."""
    path = os.path.join(folder, f'{n} sections')
    shutil.copytree(report, path)
    with open(os.path.join(path, 'report.json'), encoding='utf-8') as file:
        contents = json.load(file)
    chapter = contents['chapters'][0]
    place = os.path.join(path, 'chapters', chapter['id'])
    first = chapter['sections'][0]
    with open(os.path.join(place, f'{first}.json'), encoding='utf-8') as file:
        section = json.load(file)

    chapter['sections'] = [f'copy-{i}' for i in range(n)]
    for name in chapter['sections']:
        with open(os.path.join(place, f'{name}.json'), 'w', encoding='utf-8') as file:
            json.dump(section | {'id': name}, file, ensure_ascii=False)
    with open(os.path.join(path, 'report.json'), 'w', encoding='utf-8') as file:
        json.dump(contents, file, ensure_ascii=False)

    return path


def measure(options):
    results = {'hello': [], 'hello without OpenGL': []} | {report: [] for report in options.reports}

    for i in range(options.runs + 1):
        measured = {'hello': run_hello(options.hello),
                    'hello without OpenGL': run_hello(options.hello, GDK_DISABLE='gl,vulkan')}
        for report in options.reports:
            measured[report] = run_premise(options.premise, report)
        if i > 0:   # the first run fills the caches
            for name, values in measured.items():
                results[name].append(values)

    base = [statistics.median(column) for column in zip(*results['hello'])]
    for name, values in results.items():
        first, pss = (statistics.median(column) for column in zip(*values))
        print(f'{os.path.basename(name):24} {first:7.1f} ms {first / base[0]:5.2f} ×  '
              f'{pss:6.1f} MiB {pss / base[1]:5.2f} ×')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--premise', required=True)
    parser.add_argument('--hello', required=True)
    parser.add_argument('--reports', nargs='+', required=True)
    parser.add_argument('--runs', type=int, default=15)
    parser.add_argument('--sections', type=int, nargs='*', default=[],
                        help='also the first report with its first section so many times')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='premise-start-') as folder:
        options.reports += [lengthen(options.reports[0], n, folder) for n in options.sections]
        measure(options)


main()
