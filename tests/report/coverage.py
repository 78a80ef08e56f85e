#!/usr/bin/env python3
#
# coverage.py REPORT [--seed FOLDER] [--list FILE] [--exceptions FILE] [--write] [--quiet]
#
# Proves that a report holds what the source holds. Each page of the source has ids: of facts, tables,
# figures, models and notes. An id is present where the report refers to it (`ref`) in the right place:
#
#   a fact    by a variable of a model, and a section of the fact's page shows that variable
#   a table   by a table or a figure of a section of its page
#   a figure  by a figure, a diagram, or another block of a section of its page
#   a model   by a model file with at least one assumption and one formula, and a section shows one of them
#   a note    by a callout or any other block, or by a variable (it is then in the passport)
#
# A number that holds a fact names the page of that fact as its own.
#
# The ids come from the seed's files where they are, else from the list kept beside this script (--write
# makes it); the two must agree. What is missing must be among the exceptions, each with its reason; an exception that is
# not needed is an error too. Every page has a section, and every section says which
# pages it is of, has a key message, speaker notes and prose. Prints a line per page and ends with 1 when
# anything is missing.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

import argparse
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
KINDS = ('facts', 'tables', 'figures', 'models', 'notes')
BLOCKS = {
    'tables': {'table', 'figure', 'diagram', 'comparison', 'steps'},
    'figures': {'figure', 'diagram', 'table', 'comparison', 'steps'},
}
DRAWABLE = {'complete', 'partial', 'redrawable from text'}
OWN_CHAPTER = 'dashboard'
LABEL = 'label_not_quantity'
VARIABLE = re.compile(r'[^\W\d]\w*\.[^\W\d]\w*')


def read(path):
    return json.loads(path.read_text(encoding='utf-8'))


def source_of_seed(seed):
    """The pages of the source with their ids, as they are in the inventory."""
    figures = {f['id']: f['sufficiency'] in DRAWABLE for f in read(seed / 'figures.json')}
    facts = {f['id']: f['qualifier'] != LABEL for f in read(seed / 'facts.json')}
    notes = read(seed / 'issues.json')
    models = read(seed / 'models.json')['models']
    pages = []

    for page in read(seed / 'pages.json'):
        number = page['printed_page']
        here = f'p{number:02}'
        entry = {
            'page': number,
            'title': page['title_en'],
            'facts': [i for i in page['facts'] if facts[i]],
            'tables': page['tables'],
            'figures': [i for i in page['figures'] if figures[i]],
            'models': [m['id'] for m in models if m['pages'][0] == here],
            'notes': [n['id'] for n in notes if n['pages'][0].startswith(here)],
        }
        entry['optional'] = [i for i in page['facts'] + page['figures']
                             if i not in entry['facts'] + entry['figures']]
        if page['missing'] is None or any(entry[kind] for kind in KINDS):
            pages.append(entry)

    return pages


def ids_in(ref):
    """The ids of a ref: one, a list of them, or one or a list per member."""
    if isinstance(ref, str):
        return {ref}
    if isinstance(ref, dict):
        ref = list(ref.values())
    return set().union(*map(ids_in, ref)) if ref else set()


def members(ref, page):
    """The ref and the page of a variable, or of each of its members that have refs of their own."""
    if not isinstance(ref, dict):
        yield '', ref, page
        return
    for member, own in ref.items():
        yield f'[{member}]', own, page.get(member) if isinstance(page, dict) else page


def strings(node):
    if isinstance(node, str):
        yield node
    elif isinstance(node, (list, dict)):
        for value in node.values() if isinstance(node, dict) else node:
            yield from strings(value)


def objects(node):
    if isinstance(node, dict):
        yield node
    if isinstance(node, (list, dict)):
        for value in node.values() if isinstance(node, dict) else node:
            yield from objects(value)


class Report:
    def __init__(self, folder):
        report = read(folder / 'report.json')
        self.models = [read(folder / 'model' / f'{name}.json') for name in report['models']]
        self.sections = [read(folder / 'chapters' / chapter['id'] / f'{section}.json')
                         for chapter in report['chapters'] for section in chapter['sections']]
        # What only builds on a page does not count as telling what is on it.
        self.own = {i for i, section in enumerate(self.sections)
                    if any(section['id'] in chapter['sections'] for chapter in report['chapters']
                           if chapter['id'] == OWN_CHAPTER)}
        self.variables = {f"{m['id']}.{v['id']}": v for m in self.models for v in m['variables']}
        self.shown = [self.variables_of(section) for section in self.sections]
        self.by_ref = {}
        for name, variable in self.variables.items():
            for ref in ids_in(variable.get('ref', [])):
                self.by_ref.setdefault(ref, set()).add(name)

    def variables_of(self, section):
        return {name for text in strings(section) for name in VARIABLE.findall(text)
                if name in self.variables}

    def on_page(self, page):
        return [i for i, section in enumerate(self.sections)
                if page in section.get('pages', []) and i not in self.own]

    def blocks_with(self, ref, sections):
        return {o['type'] for i in sections for o in objects(self.sections[i])
                if 'type' in o and ref in ids_in(o.get('ref', []))}

    def has_fact(self, ref, page):
        names = self.by_ref.get(ref, set())
        return any(names & self.shown[i] for i in self.on_page(page))

    def has_block(self, ref, page, kind):
        return bool(self.blocks_with(ref, self.on_page(page)) & BLOCKS[kind])

    def has_model(self, ref):
        for model in self.models:
            names = {f"{model['id']}.{v['id']}" for v in model['variables']}
            kinds = {v['kind'] for v in model['variables']}
            if (ref in ids_in(model.get('ref', [])) and {'assumption', 'formula'} <= kinds
                    and any(names & shown for shown in self.shown)):
                return True
        return False

    def incomplete(self):
        """Sections without what every one of them has."""
        for section in self.sections:
            lacks = [key for key in ('pages', 'key_message', 'notes') if not section.get(key)]
            if not any(block['type'] == 'text' for block in section['blocks']):
                lacks.append('a text')
            if lacks:
                yield section['id'], lacks

    def misplaced(self, pages_of):
        """Numbers that name another page than that of the facts that they hold."""
        for name, variable in self.variables.items():
            if variable['kind'] == 'formula':
                continue
            for member, ref, page in members(variable.get('ref', []), variable.get('page')):
                there = {pages_of[i] for i in ids_in(ref) if i in pages_of}
                if there and page not in there:
                    yield name + member, page, there

    def has(self, ref, page, kind):
        if kind == 'facts':
            return self.has_fact(ref, page)
        if kind == 'models':
            return self.has_model(ref)
        if kind == 'notes':
            return ref in self.by_ref or bool(self.blocks_with(ref, range(len(self.sections))))
        return self.has_block(ref, page, kind)

    def refs(self):
        """Every id that the report refers to, and where."""
        for part in self.models + self.sections:
            for node in objects(part):
                for ref in ids_in(node.get('ref', [])):
                    yield ref, part['id']


def check_page(report, page, exceptions, used):
    """What is missing on one page, and how many are there, for each kind."""
    missing, counts = [], []

    if not report.on_page(page['page']) and f"p{page['page']}" not in exceptions:
        missing.append('section')
    elif not report.on_page(page['page']):
        used.add(f"p{page['page']}")
    for kind in KINDS:
        there = 0
        for ref in page[kind]:
            if report.has(ref, page['page'], kind):
                there += 1
            elif ref in exceptions:
                used.add(ref)
            else:
                missing.append(ref)
        counts.append(f'{kind} {there}/{len(page[kind])}')

    return missing, counts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('report', type=pathlib.Path)
    parser.add_argument('--seed', type=pathlib.Path)
    parser.add_argument('--list', type=pathlib.Path, default=HERE / 'coverage.json')
    parser.add_argument('--exceptions', type=pathlib.Path, default=HERE / 'coverage-exceptions.json')
    parser.add_argument('--write', action='store_true', help='write the list from the seed')
    parser.add_argument('--quiet', action='store_true', help='only pages where something is missing')
    options = parser.parse_args()

    if options.seed is not None and options.seed.is_dir():
        pages = source_of_seed(options.seed)
        if not options.write and read(options.list) != pages:
            sys.exit(f'{options.list.name} is not what the seed says; make it with --write')
        if options.write:
            lines = ',\n'.join('  ' + json.dumps(page, ensure_ascii=False) for page in pages)
            options.list.write_text(f'[\n{lines}\n]\n', encoding='utf-8')
    else:
        pages = read(options.list)

    report = Report(options.report)
    exceptions = read(options.exceptions)
    known = {ref for page in pages for kind in (*KINDS, 'optional') for ref in page[kind]}
    used, bad = set(), 0
    n_ids = sum(len(page[kind]) for page in pages for kind in KINDS)

    for page in pages:
        missing, counts = check_page(report, page, exceptions, used)
        bad += len(missing)
        if missing or not options.quiet:
            print(f"p{page['page']:02} {page['title']}: {', '.join(counts)}"
                  + (f"; missing: {' '.join(missing)}" if missing else ''))
    for ref, where in sorted(set(report.refs())):
        if ref not in known:
            print(f'{where}: there is no {ref} in the source')
            bad += 1
    for section, lacks in report.incomplete():
        print(f"{section} lacks {', '.join(lacks)}")
        bad += 1
    pages_of = {ref: page['page'] for page in pages for ref in page['facts']}
    for name, page, there in report.misplaced(pages_of):
        print(f"{name} is said to be on p. {page}, and its facts are on p. {', '.join(map(str, sorted(there)))}")
        bad += 1
    for ref in sorted(set(exceptions) - used):
        print(f'{ref} is an exception that is not needed: it is present, or not in the source')
        bad += 1
    print(f'{len(pages)} pages, {n_ids} ids, {bad} missing or wrong, {len(used)} excepted')

    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
