# What the checks of the Flatpak see: the accessibility tree of the window.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import sys
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60   # seconds
# Before AT-SPI 2.52 a button has its other name only; it is the same number.
BUTTON = Atspi.Role.PUSH_BUTTON


def wait_for(what, look):
    """The first thing other than None or False that look() finds."""
    end = time.monotonic() + PATIENCE

    while time.monotonic() < end:
        try:
            found = look()
        except GLib.Error:
            found = None
        if found:
            return found
        # Who plays a part in the test answers meanwhile.
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.2)
    sys.exit(f'{os.path.basename(sys.argv[0])}: there was no {what} within {PATIENCE} seconds')


def application():
    desktop = Atspi.get_desktop(0)

    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child is not None and 'premise' in (child.get_name() or '').lower():
            return child
    return None


def descendants(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from descendants(child)


def find(root, role, words=''):
    for node in descendants(root):
        if (node.get_role() == role and words in (node.get_name() or '')
                and node.get_state_set().contains(Atspi.StateType.SHOWING)):
            return node
    return None
