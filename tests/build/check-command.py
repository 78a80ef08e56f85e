#!/usr/bin/env python3
#
# check-command.py PREMISE FILE…
#
# Every verb that `premise --help` lists must be in each of these files, the manual page's options must be
# those of the program, and bash must be able to read the completion.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import re
import subprocess
import sys


def help_of(premise):
    return subprocess.run([premise, '--help'], check=True, capture_output=True, text=True).stdout


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
            check = subprocess.run(['bash', '-n', file], capture_output=True, text=True)
            if check.returncode != 0:
                bad.append(check.stderr)

    print('\n'.join(bad) or f'{len(verbs)} verbs are in {len(files)} files')
    return 1 if bad else 0


sys.exit(main())
