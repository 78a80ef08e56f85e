#!/usr/bin/env python3
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Makes web pages of the help, for where there is no help viewer.

Usage: html-pages.py LANGUAGE OUTPUT_DIR PAGE…

Each PAGE.page of one language becomes PAGE.LANGUAGE.html. A guide lists the pages that ask for it in their
info, in the order of Mallard: group #first, those without a group, #last, each by title. What of Mallard our
pages do not use is an error, so that nothing gets lost unseen.
"""

import html
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

MALLARD = "{http://projectmallard.org/1.0/}"
GROUPS = ["#first", None, "#last"]

# What a <gui>, a <file> and so on become; an element without attributes of its own.
INLINE = {"code": "code", "cmd": "code", "file": "code", "key": "kbd", "gui": "b", "input": "b", "output": "span"}
BLOCKS = {"p": "p", "table": "table", "tr": "tr", "td": "td", "list": "ul", "terms": "dl"}

STYLE = """
:root { color-scheme: light dark; --dim: #5e5c64; --line: #d5d3d1; --fill: #f3f2f1; --link: #0a58b8; }
@media (prefers-color-scheme: dark) {
  :root { --dim: #b0aeb4; --line: #4a484e; --fill: #2c2b30; --link: #81b5f2; }
}
body { font: 16px/1.6 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 24px 18px 72px;
  background: Canvas; color: CanvasText; }
h1 { font-size: 1.8rem; line-height: 1.25; margin: 24px 0; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 42px 0 12px; }
a { color: var(--link); }
nav, .desc { color: var(--dim); }
dt { font-weight: 600; margin-top: 12px; }
dd { margin: 0 0 0 24px; }
dt p, dd p, li p, td p { margin: 0; }
kbd { font: 0.875em system-ui, sans-serif; padding: 1px 6px; border: 1px solid var(--line); border-radius: 6px;
  background: var(--fill); white-space: nowrap; }
code, pre { font: 0.9em ui-monospace, monospace; background: var(--fill); border-radius: 4px; padding: 1px 4px; }
pre { padding: 12px; overflow-x: auto; line-height: 1.5; }
pre code { padding: 0; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
td { border-bottom: 1px solid var(--line); padding: 6px 18px 6px 0; vertical-align: top; }
"""


def tag_of(element):
    return element.tag.removeprefix(MALLARD)


def text_of(element):
    return "".join(element.itertext())


class Book:
    def __init__(self, language, paths):
        self.language = language
        self.pages = {p.stem: ElementTree.parse(p).getroot() for p in paths}

    def title(self, xref):
        """Of a page, or of a section of it: “keys”, “keys#slider”."""
        page, _, section = xref.partition("#")
        element = self.pages[page]
        if section:
            element = next(s for s in element.iter(MALLARD + "section") if s.get("id") == section)

        return element.find(MALLARD + "title")

    def address(self, xref):
        page, _, section = xref.partition("#")

        return f"{page}.{self.language}.html" + (f"#{section}" if section else "")

    def guides_of(self, name):
        """The pages that list this one, with the group it is in."""
        links = self.pages[name].iterfind(f"{MALLARD}info/{MALLARD}link")

        return {link.get("xref"): link.get("group") for link in links if link.get("type") == "guide"}

    def topics_of(self, name):
        found = [(GROUPS.index(self.guides_of(n)[name]), text_of(self.title(n)), n)
                 for n in self.pages if name in self.guides_of(n)]

        return [n for _, _, n in sorted(found)]


class Writer:
    def __init__(self, book, name):
        self.book = book
        self.name = name

    def content(self, element):
        """The text of an element and what is in it."""
        parts = [html.escape(element.text or "", quote=False)]
        for child in element:
            parts += [self.element(child), html.escape(child.tail or "", quote=False)]

        return "".join(parts)

    def element(self, element):
        tag = tag_of(element)
        if tag in INLINE:
            return f"<{INLINE[tag]}>{self.content(element)}</{INLINE[tag]}>"
        if tag in BLOCKS:
            return f"<{BLOCKS[tag]}>{self.content(element)}</{BLOCKS[tag]}>"

        return getattr(self, "write_" + tag)(element)

    def write_info(self, element):
        return ""

    def write_title(self, element):
        return f"<h1>{self.content(element)}</h1>"

    def write_section(self, element):
        body = "".join(self.element(c) for c in element if tag_of(c) != "title")
        title = self.content(element.find(MALLARD + "title"))

        return f'<section id="{html.escape(element.get("id"))}"><h2>{title}</h2>{body}</section>\n'

    def write_item(self, element):
        title = element.find(MALLARD + "title")
        body = "".join(self.element(c) for c in element if c is not title)
        if title is None:
            return f"<li>{body}</li>\n"

        return f"<dt>{self.content(title)}</dt><dd>{body}</dd>\n"

    def write_keyseq(self, element):
        return "+".join(self.element(key) for key in element)

    def write_screen(self, element):
        return f"<pre>{self.content(element)}</pre>"

    def write_link(self, element):
        xref = element.get("xref")
        xref = self.name + xref if xref.startswith("#") else xref
        title = self.content(self.book.title(xref))
        words = self.content(element) or title

        return f'<a href="{self.book.address(xref)}">{words}</a>'

    def topics(self):
        rows = []
        for name in self.book.topics_of(self.name):
            page = self.book.pages[name]
            desc = self.content(page.find(f"{MALLARD}info/{MALLARD}desc"))
            title = self.content(page.find(MALLARD + "title"))
            rows.append(f'<dt><a href="{self.book.address(name)}">{title}</a></dt><dd class="desc">{desc}</dd>\n')

        return f"<dl>{''.join(rows)}</dl>" if rows else ""

    def way(self):
        """Links to the pages above this one."""
        links = [f'<a href="{self.book.address(n)}">{self.content(self.book.title(n))}</a>'
                 for n in self.book.guides_of(self.name)]

        return f"<nav>{' · '.join(links)}</nav>" if links else ""

    def page(self):
        root = self.book.pages[self.name]
        language = "en" if self.book.language == "C" else self.book.language.replace("_", "-")
        body = "".join(self.element(child) for child in root)
        title = html.escape(text_of(root.find(MALLARD + "title")), quote=False)

        return (f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
                '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
                f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n"
                f"<body>\n{self.way()}\n<main>{body}{self.topics()}</main>\n</body>\n</html>\n")


def main(language, folder, *paths):
    book = Book(language, [pathlib.Path(p) for p in paths])

    for name in book.pages:
        path = pathlib.Path(folder) / f"{name}.{language}.html"
        path.write_text(Writer(book, name).page(), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
