# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Flatpak's test needs of the accessibility bus: find a widget by role and name, press it, read it. Every wait is for a condition."""
import time
import warnings

import gi

warnings.simplefilter("ignore", DeprecationWarning)
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

BUTTON = ("button", "push button")  # at-spi2-core before 2.53 says "push button"


def wait(condition, timeout=30, step=0.05):
    """The first true value of condition(), or None after the timeout."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        try:
            value = condition()
        except Exception:  # an object that went away while it was looked at
            value = None
        if value:
            return value
        time.sleep(step)
    return None


def application(name):
    def find():
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_name() == name and child.get_child_count():
                return child
        return None

    return wait(find)


def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child:
            yield from walk(child)


def find(root, roles, name=None, contains=None, timeout=30):
    roles = (roles,) if isinstance(roles, str) else roles

    def look():
        for node in walk(root):
            label = node.get_name() or ""
            if node.get_role_name() in roles and (name is None or label == name) and (contains is None or contains in label):
                return node
        return None

    return wait(look, timeout)


def press(node):
    return node.get_action_iface().do_action(0)


def activate(window, name):
    """Any GAction of the window, by name."""
    actions = window.get_action_iface()
    for i in range(actions.get_n_actions()):
        if actions.get_action_name(i) == name:
            return actions.do_action(i)
    raise KeyError(name)


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, text.get_character_count())
