#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a catalogue whose translations are the English words in odd letters, in brackets and longer.

usage: pseudo.py CATALOGUE.po OUT.mo
Takes the messages of a complete catalogue. With the result, whatever on the screen is not in brackets
was not marked for translation, and what does not fit would not fit in German either. What a formatter
or a widget reads in a message (%s, mnemonics, tags, escapes) stays as it is.
"""
import re
import subprocess
import sys

LETTERS = str.maketrans("abcdeghijklnoprstuwyzACDEGHIJKLNORSTUWYZ",
                        "àƀçđéĝĥîĵķļñöþŕšţûŵýžÀÇĐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ")
KEPT = re.compile(r"""(%(?:\d+\$)?[-+\ #0']*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?[a-zA-Z%]|\\.|<[^>]*>|&\w+;)""")
LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])? )?"(.*)"$')
LONGER = 0.4
WORD = 8
HEADER = ('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
          '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n')


def disguise(text):
    parts = KEPT.split(text)
    words = "".join(part if i % 2 else part.translate(LETTERS) for i, part in enumerate(parts))
    padding = "~" * round(LONGER * sum(len(part) for part in parts[::2]))
    # A sentence gets more words, not one that no line has room for.
    padding = re.sub(f"~{{{WORD}}}(?=~)", lambda match: match[0] + " ", padding)
    end = "\\n" if words.endswith("\\n") else ""

    return f"⟦{words[:len(words) - len(end)]}{padding}⟧{end}"


def read_entries(path):
    """The messages as {"msgid": …, "msgctxt": …, "msgid_plural": …}, still escaped."""
    with open(path, encoding="utf-8") as file:
        matches = [match for match in map(LINE.match, file) if match]
    entry, key = {}, None
    for match in matches:
        if match[1] in ("msgctxt", "msgid") and "msgstr" in entry:
            yield entry
            entry = {}
        key = match[1] or key
        entry[key] = entry.get(key, "") + match[3]
    yield entry


def format_entry(entry):
    lines = [f'{key} "{entry[key]}"' for key in ("msgctxt", "msgid", "msgid_plural") if key in entry]
    if "msgid_plural" in entry:
        lines += [f'msgstr[{i}] "{disguise(entry[key])}"' for i, key in enumerate(("msgid", "msgid_plural"))]
    else:
        lines.append(f'msgstr "{disguise(entry["msgid"])}"')

    return "\n".join(lines)


def main():
    catalogue, out = sys.argv[1:]
    entries = [entry for entry in read_entries(catalogue) if entry["msgid"]]
    text = "\n\n".join([HEADER, *map(format_entry, entries)])
    subprocess.run(["msgfmt", "-o", out, "-"], input=text, text=True, encoding="utf-8", check=True)


main()
