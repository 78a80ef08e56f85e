#!/usr/bin/env python3
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes the completions for fish and zsh, from what the program says of its verbs and options.

Usage: update.py [--check] PREMISE
With --check, nothing is written: a file that is not what it would be is an error. Run without it after a verb or an
option has changed. The completion for bash asks the program itself, each time.
"""

import os
import pathlib
import re
import subprocess
import sys
from collections import namedtuple

HERE = pathlib.Path(__file__).resolve().parent

HEAD = """# Completion of premise for {shell}. Made by update.py from the help of the program.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""

# argument is empty for a switch, choices are what it can be, if they can be counted
Option = namedtuple("Option", "short long argument choices repeats text")


def read_help(premise, *verb):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
    return subprocess.run([premise, *verb, "--help"], check=True, capture_output=True, text=True,
                          env=environment).stdout


def read_options(text):
    options = []
    for short, long, argument, words in re.findall(r"^  (?:-(\w), )?--([a-z-]+)(?:=(\S+))?  +(.+)$", text, re.MULTILINE):
        if long.startswith("help-"):
            continue
        choices = argument.split("|") if "|" in argument else re.findall("“([a-z-]+)”", words) if argument else []
        repeats = re.search(r"may be (given|repeated)", words) is not None
        options.append(Option(short, long, argument, choices, repeats, words))
    return options


# Returns: the verbs with what they do, and the options of each and, as those of “”, of the program itself
def read_program(premise):
    text = read_help(premise)
    verbs = dict(re.findall(r"^  ([a-z]+)  +([A-Z].*)$", text, re.MULTILINE))
    assert len(verbs) > 5, text
    return verbs, {verb: read_options(read_help(premise, *verb.split())) for verb in ["", *verbs]}


def quote(text):
    """For fish."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def quote_zsh(text):
    return "'" + text.replace("'", "'\\''") + "'"


def fish_option(condition, option):
    words = ["complete -c premise", "-n", quote(condition)]
    if option.short:
        words += ["-s", option.short]
    words += ["-l", option.long]
    if option.choices:
        words += ["-x -a", quote(" ".join(option.choices))]
    elif option.argument:
        words.append("-x")
    return " ".join([*words, "-d", quote(option.text)])


def make_fish(verbs, options):
    lines = [HEAD.format(shell="fish")]
    lines += [f"complete -c premise -n __fish_use_subcommand -a {verb} -d {quote(text)}" for verb, text in verbs.items()]
    for verb, found in options.items():
        condition = f"__fish_seen_subcommand_from {verb}" if verb else \
            f"not __fish_seen_subcommand_from {' '.join(verbs)}"
        lines += ["", *(fish_option(condition, option) for option in found)]
    return "\n".join(lines) + "\n"


def zsh_option(option):
    text = re.sub(r"([\[\]:\\])", r"\\\1", option.text).replace("'", "'\\''")
    argument = f":{option.argument.replace(':', '')}:({' '.join(option.choices)})" if option.choices else \
        f":{option.argument}: " if option.argument else ""
    long = f"--{option.long}" + ("=" if option.argument else "")
    short = f"-{option.short}" + ("+" if option.argument else "")
    ahead = "'*'" if option.repeats else f"'(-{option.short} --{option.long})'" if option.short else ""
    names = f"{{{short},{long}}}" if option.short else long
    return f"{ahead}{names}'[{text}]{argument}'"


def zsh_case(verb, options):
    specs = " \\\n        ".join([*(zsh_option(option) for option in options), "'*:report:_files -g \"*.premise\"'"])
    return f"    {verb or '*'})\n      _arguments -s \\\n        {specs}\n      ;;"


def make_zsh(verbs, options):
    described = "\n".join(f"    {quote_zsh(f'{verb}:{text}')}" for verb, text in verbs.items())
    cases = "\n".join(zsh_case(verb, options[verb]) for verb in [*verbs, ""])
    return f"""#compdef premise
{HEAD.format(shell="zsh")}
_premise ()
{{
  local verb=$words[2]
  local -a verbs

  verbs=(
{described}
  )

  if (( CURRENT == 2 )) && [[ $verb != -* ]]; then
    _describe -t verbs verb verbs
    _files -g '*.premise'
    return
  fi

  if (( $+verbs[(r)$verb:*] )); then
    shift words
    (( CURRENT-- ))
  fi
  case $verb in
{cases}
  esac
}}

_premise "$@"
"""


def main():
    arguments = sys.argv[1:]
    check = arguments[:1] == ["--check"]
    if len(arguments) != 1 + check:
        sys.exit(__doc__)
    verbs, options = read_program(arguments[-1])
    wrong = []
    for name, text in (("premise.fish", make_fish(verbs, options)), ("_premise", make_zsh(verbs, options))):
        file = HERE / name
        if not check:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            wrong.append(name)
    if wrong:
        sys.exit(f"{', '.join(wrong)}: not what the program says; run data/completions/update.py PREMISE")


main()
