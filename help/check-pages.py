#!/usr/bin/env python3
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Holds the help against the program: keys, labels, commands and what the commands print.

Usage: check-pages.py PREMISE SOURCE_DIR LOCALE_DIR

- keys.page has every accelerator of the application and every key that the widgets listen to, and
  no other; any other page names only keys of keys.page.
- A <gui> is a label of the interface, in the language of the page.
- A <cmd> that begins with “premise” is a verb with options that its own help lists.
- A <screen> shows lines that the command in it prints, for the report of “premise new”.
- Both languages name the same keys, labels and commands.
"""

import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
MALLARD = "{http://projectmallard.org/1.0/}"
LOCALES = {"C": "C.UTF-8", "zh_CN": "zh_CN.UTF-8"}

# What a page calls a key, and what GDK calls it.
KEY_NAMES = {
    "Enter": "Return", "Space": "space", "Esc": "Escape", "Page Up": "Page_Up", "Page Down": "Page_Down",
    "Backspace": "BackSpace", "?": "question", ",": "comma", "+": "plus", "-": "minus", "=": "equal", "←": "Left", "→": "Right", "↑": "Up", "↓": "Down",
}
MODIFIERS = {"Ctrl": "Control", "Shift": "Shift", "Alt": "Alt"}

# Which files listen to the keys of a section of keys.page. The others are of the application.
LISTENERS = {
    "search": ["premise-search-pane.c", "premise-go-to-dialog.c"],
    "slider": ["premise-assumption-slider.c", "premise-assumption-row.c"],
    "chart": ["premise-chart-view.c"],
    "presenting": ["premise-window-keys.c"],
}
# Whose actions have keys only where that section says.
LOCAL = {"chart": "exhibit"}
# Every widget of GTK has these.
STANDARD = {"Tab", "Shift+Tab", "Return", "space", "Escape", "F10"}

problems = []


def complain(text):
    problems.append(text)
    print(text, file=sys.stderr)


# Keys

def key_name(modifiers, key):
    return "+".join(sorted(modifiers) + [key])


def parse_accelerator(text):
    modifiers = re.findall(r"<(\w+)>", text)
    return key_name(modifiers, re.sub(r"<\w+>", "", text))


def read_accelerators(source, groups="app|win|reading|window"):
    """What tables bind to actions, and the two keys that depend on the direction of the text."""
    accelerators = set()

    for path in (source / "src/ui").glob("*.c"):
        text = path.read_text(encoding="utf-8")
        lists = re.findall(rf'"(?:{groups})\.[a-z-]+",\s*\{{([^}}]*)\}}', text)
        if "app" in groups:
            lists += re.findall(r"\*(?:left|right)\[\] = \{([^}]*)\}", text)
        accelerators |= {parse_accelerator(a) for keys in lists for a in re.findall(r'"([^"]+)"', keys)}

    return accelerators


def read_listeners(source, section):
    """The keys of the main keyboard; those of the numeric pad do the same. F10 is one that every program has."""
    keys = set()

    for name in LISTENERS[section]:
        text = (source / "src/ui" / name).read_text(encoding="utf-8")
        keys |= {k for k in re.findall(r"GDK_KEY_(\w+)", text) if k != "F10" and not k.startswith(("KP_", "ISO_"))}

    return keys


def read_keys(element):
    """Key presses below an element; a modifier may also stand alone."""
    keys = set()
    in_sequences = set()

    for sequence in element.iter(MALLARD + "keyseq"):
        parts = [part.text for part in sequence]
        in_sequences.update(sequence)
        keys.add(key_name([MODIFIERS.get(p, p) for p in parts[:-1]],
                          KEY_NAMES.get(parts[-1], parts[-1].lower() if len(parts[-1]) == 1 else parts[-1])))
    for key in element.iter(MALLARD + "key"):
        if key not in in_sequences and key.text not in MODIFIERS:
            keys.add(KEY_NAMES.get(key.text, key.text))

    return keys


def check_keys_page(page, source):
    of_application = set()

    for section in page.iter(MALLARD + "section"):
        name = section.get("id")
        keys = read_keys(section)
        if name in LISTENERS:
            local = read_accelerators(source, LOCAL[name]) if name in LOCAL else set()
            report_difference(f"keys.page, {name}", keys, read_listeners(source, name) | local)
        elif name == "standard":
            report_difference("keys.page, standard", keys, STANDARD)
        else:
            of_application |= keys

    report_difference("keys.page", of_application, read_accelerators(source))


def report_difference(where, named, real):
    for key in sorted(named - real):
        complain(f"{where}: {key} does nothing in the program")
    for key in sorted(real - named):
        complain(f"{where}: {key} is missing")


# Labels

def unquote(lines):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', lines)).replace('\\"', '"').replace("\\n", "\n")


def plain_label(text):
    """Without what marks the mnemonic and the ellipsis of a menu."""
    return re.sub(r"\(_\w\)|_", "", text).rstrip("…")


def read_labels(source):
    """The strings of the interface as the sources write them."""
    labels = set()

    for path in (source / "data/ui").glob("*.ui"):
        for element in ElementTree.parse(path).iter():
            if element.get("translatable") == "yes":
                labels.add(element.text)
    for path in (source / "src/ui").glob("*.c"):
        for string in re.findall(r'\bN?_ ?\(((?:\s*"(?:[^"\\]|\\.)*")+)\)', path.read_text(encoding="utf-8")):
            labels.add(unquote(string))

    return labels


def read_catalogue(source, language):
    if language == "C":
        return {}

    text = (source / "po" / f"{language}.po").read_text(encoding="utf-8")
    pairs = re.findall(r'^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)', text, re.MULTILINE)

    return {unquote(msgid): unquote(msgstr) for msgid, msgstr in pairs}


def check_labels(where, page, labels, catalogue):
    """Returns the labels that the page names, in English."""
    named = set()

    for gui in page.iter(MALLARD + "gui"):
        originals = {plain_label(l) for l in labels if plain_label(catalogue.get(l, l)) == gui.text}
        if not originals:
            complain(f"{where}: there is no label “{gui.text}”")
        named.add(min(originals, default=gui.text))

    return named


# Commands

def run(premise, arguments, locale_dir, language, cwd):
    environment = {**os.environ, "LC_ALL": LOCALES[language], "LANGUAGE": "", "PREMISE_LOCALE_DIR": locale_dir}
    return subprocess.run([premise, *arguments], capture_output=True, text=True, env=environment, cwd=cwd)


def check_commands(where, page, usage):
    """Returns the verbs and options that the page names; usage is a function of the verb."""
    named = set()

    for command in page.iter(MALLARD + "cmd"):
        words = command.text.split()
        if len(words) < 2 or words[0] != "premise":
            continue
        verb = words[1] if re.fullmatch("[a-z]+", words[1]) else None
        options = [w.split("=")[0] for w in words if w.startswith("--")]
        text = usage(verb)
        if text is None:
            complain(f"{where}: “{command.text}”: there is no such verb")
            continue
        for option in options:
            if option != "--help" and not re.search(re.escape(option) + r"[=\s\"]", text):
                complain(f"{where}: “{command.text}”: there is no option {option}")
        named.add((verb, *options))

    return named


def make_usage(premise, source, locale_dir):
    """Options of the window are read from its table: asking it would need a display."""
    application = (source / "src/ui/premise-application.c").read_text(encoding="utf-8")
    window = "".join(f"--{name} " for name in re.findall(r'^  \{ "([a-z-]+)", (?:\'|0)', application, re.MULTILINE))
    texts = {None: window}

    def usage(verb):
        if verb not in texts:
            # What is no verb is taken for a report, and the help is that of the window.
            result = run(premise, [verb, "--help"], locale_dir, "C", None)
            texts[verb] = result.stdout if f"premise {verb} " in result.stdout else None
        return texts[verb]

    return usage


def plain_spaces(text):
    """Spaces that do not break look like any other."""
    return re.sub(r"[^\S\t\n]", " ", text)


def check_screens(where, page, premise, locale_dir, language, folder):
    n_screens = 0

    for screen in page.iter(MALLARD + "screen"):
        command = screen.find(MALLARD + "input").text
        words = shlex.split(re.sub(r"^premise ", "", command))
        result = run(premise, words, locale_dir, language, folder)
        printed = plain_spaces(result.stdout).splitlines()
        shown = plain_spaces(screen.findall(MALLARD + "output")[-1].text).splitlines()
        wrong = [line for line in shown if line not in printed]
        if wrong:
            complain(f"{where}: “{command}” does not print “{wrong[0]}”, but:\n{result.stdout}{result.stderr}")
        n_screens += 1

    return n_screens


def main(premise, source, locale_dir):
    premise = os.path.abspath(premise)
    source = pathlib.Path(source)
    labels = read_labels(source)
    usage = make_usage(premise, source, locale_dir)
    named = {}

    for language in LOCALES:
        catalogue = read_catalogue(source, language)
        pages = {p.stem: ElementTree.parse(p).getroot() for p in sorted((HERE / language).glob("*.page"))}
        known = read_keys(pages["keys"])
        check_keys_page(pages["keys"], source)

        with tempfile.TemporaryDirectory() as folder:
            n_screens = 0
            run(premise, ["new", "stand"], locale_dir, language, folder)
            for name, page in pages.items():
                where = f"{language}/{name}.page"
                keys = read_keys(page)
                for key in sorted(keys - known):
                    complain(f"{where}: {key} is not in keys.page")
                named[language, name] = (keys, check_labels(where, page, labels, catalogue),
                                         check_commands(where, page, usage))
                n_screens += check_screens(where, page, premise, locale_dir, language, folder)
            print(f"{language}: {len(pages)} pages, {len(known)} keys, {n_screens} examples")

    names = {name for _, name in named}
    for name in sorted(names):
        first, *others = [named.get((language, name)) for language in LOCALES]
        for other in others:
            for what, a, b in zip(("keys", "labels", "commands"), first or ((),) * 3, other or ((),) * 3):
                if set(a) != set(b):
                    complain(f"{name}.page: the languages name different {what}: {set(a) ^ set(b)}")

    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
