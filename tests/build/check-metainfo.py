#!/usr/bin/env python3
#
# check-metainfo.py METAINFO
#
# What a software centre shows of Premise: in Chinese to who reads Chinese, in English to all others.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

import sys

try:
    import gi
    gi.require_version('AppStream', '1.0')
    from gi.repository import AppStream, Gio
except (ImportError, ValueError) as error:
    print(f'check-metainfo: {error}', file=sys.stderr)
    sys.exit(77)


def load(path, locale):
    metadata = AppStream.Metadata()
    metadata.set_locale(locale)
    metadata.parse_file(Gio.File.new_for_path(path), AppStream.FormatKind.XML)
    return metadata.get_component()


def is_chinese(text):
    return any('\u4e00' <= letter <= '\u9fff' for letter in text or '')


def texts(component):
    yield 'name', component.get_name()
    yield 'summary', component.get_summary()
    yield 'description', component.get_description()
    for number, picture in enumerate(component.get_screenshots_all(), 1):
        yield f'caption of picture {number}', picture.get_caption()
        for image in picture.get_images():
            yield f'picture {number}', '图' if image.get_url().endswith('-zh.png') else image.get_url()


def main():
    faults = [f'{locale}: {what} is “{text}”'
              for locale, chinese in (('zh_CN', True), ('en_GB', False), ('de', False))
              for what, text in texts(load(sys.argv[1], locale))
              if not text or is_chinese(text) != chinese]

    print('\n'.join(faults), file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
