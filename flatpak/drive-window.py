#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the installed application as a new user would; prints one line per thing proved.

drive-window.py WHAT FOLDER ANSWERS: WHAT is "first" (sample, annotate by keyboard, open FOLDER through the portal, annotate there) or "again"
(after a restart: FOLDER is still there)."""
import glob
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import atspi as a  # noqa: E402

what, folder, answers = sys.argv[1:4]
data = os.path.expanduser("~/.var/app/io.github.ascribe.Ascribe/data")


def annotations(root):
    """Every annotation id of the project folders under root."""
    found = set()
    for path in glob.glob(root + "/**/annotations/*/*.json", recursive=True):
        with open(path, encoding="utf-8") as file:
            found |= {(path, entry["id"]) for entry in json.load(file)["annotations"]}
    return found


def xdotool(*arguments):
    window_id = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "ascribe"], capture_output=True, text=True).stdout.split()[-1]
    subprocess.run(["xdotool", "windowfocus", "--sync", window_id, *(argument.replace("WINDOW", window_id) for argument in arguments)], check=True)


def key(*keys):
    xdotool("key", "--delay", "120", *keys)


def click(node):
    """With the pointer: a row of a list has no action of its own."""
    extents = node.get_component_iface().get_extents(a.Atspi.CoordType.WINDOW)
    xdotool("mousemove", "--window", "WINDOW", str(extents.x + extents.width // 2), str(extents.y + extents.height // 2), "click", "1")


def annotate(root, letter="c"):
    """A claim by keyboard alone, or what LETTER makes; the ids that are new on disk afterwards."""
    before = annotations(root)
    view = a.find(window, ("text",), contains="")
    assert view, "no article view"
    a.activate(window, "win.focus-text")
    key("ctrl+Home", "Down", "Down", letter)
    return a.wait(lambda: annotations(root) - before)


app = a.application("ascribe")
assert app, "not on the accessibility bus"
window = app.get_child_at_index(0)

if what == "first":
    button = a.find(window, a.BUTTON, contains="Sample")
    assert button, "no button for the sample"
    a.press(button)
    assert a.wait(lambda: annotations(data)), "the sample was not made"
    print("SAMPLE")
    assert annotate(data), "nothing was saved"
    print("ANNOTATED")
    with open(answers, "w") as file:
        file.write(folder + "\n")
    a.activate(window, "win.open")
    assert a.wait(lambda: any("Own Project" in (n.get_name() or "") for n in a.walk(window))), "the folder did not open"
    print("FOLDER-READ")
    assert annotate(folder), "nothing was written to the folder"
    print("FOLDER-WRITTEN")
else:
    row = a.find(window, "list item", contains="Own Project")
    assert row, "not among the recent projects"
    click(row)
    assert a.wait(lambda: a.find(window, ("list item", "label"), contains="Harbour", timeout=1)), "the folder was forgotten"
    print("FOLDER-REMEMBERED")
    # The claim is there already, and the same one twice is refused: the mayor, this time.
    assert annotate(folder, "a"), "nothing was written after the restart"
    print("FOLDER-WRITTEN-AGAIN")
