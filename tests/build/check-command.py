#!/usr/bin/env python3
#
# check-command.py PREMISE FILE…
#
# Every verb that `premise --help` lists must be in each of these files, the manual page's options must be
# those of the program, and so must those that bash completes.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import re
import subprocess
import sys


def help_of(premise):
    return subprocess.run([premise, '--help'], check=True, capture_output=True, text=True).stdout


# Returns: what is offered for the last of the words
def complete(file, premise, *words):
    script = f'source {file}; COMP_WORDS=({" ".join(words)}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _premise; ' \
             'printf "%s\\n" "${COMPREPLY[@]}"'
    path = f'{pathlib.Path(premise).resolve().parent}:{os.environ["PATH"]}'
    run = subprocess.run(['bash', '-c', script], capture_output=True, text=True, env={**os.environ, 'PATH': path})
    return run.stdout.split() if run.returncode == 0 and not run.stderr else [run.stderr]


def complete_wrongly(file, premise, verbs):
    wanted = {'premise --color-scheme = l': ['light'], 'premise --color-scheme =': ['light', 'dark'],
              'premise simulate --method so': ['sobol']}

    for verb in verbs:
        text = subprocess.run([premise, verb, '--help'], check=True, capture_output=True, text=True).stdout
        wanted[f'premise {verb} --'] = re.findall(r'^  (?:-\w, )?(--[a-z-]+)', text, re.MULTILINE)
    return [f'“{line}” completes to {offered}, not {want}' for line, want in wanted.items()
            if sorted(set(offered := complete(file, premise, *line.split()))) != sorted(want)]


def main():
    premise, files = sys.argv[1], [pathlib.Path(name) for name in sys.argv[2:]]
    text = help_of(premise)
    verbs = re.findall(r'^  ([a-z]+)  +[A-Z]', text, re.MULTILINE)
    bad = []

    assert len(verbs) > 5, text
    for file in files:
        content = file.read_text(encoding='utf-8')
        bad += [f'{file.name} does not know the verb {verb}' for verb in verbs
                if not re.search(rf'\b{verb}\b', content)]
        if file.suffix == '.1':
            options = set(re.findall(r'--([a-z-]+)', content.replace('\\-', '-')))
            shown = set(re.findall(r'--([a-z-]+)', text))
            bad += [f'{file.name} does not know --{name}' for name in shown - options
                    if not name.startswith('help') and name != 'gapplication-service']
        if file.parent.name == 'completions':
            bad += complete_wrongly(file, premise, verbs)

    print('\n'.join(bad) or f'{len(verbs)} verbs are in {len(files)} files')
    return 1 if bad else 0


sys.exit(main())
