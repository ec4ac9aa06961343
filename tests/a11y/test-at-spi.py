#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-at-spi.py PROGRAM: what a screen reader hears of annotations, over the real accessibility bus. Prints TAP.
import os
import subprocess
import sys
import tempfile

# As the program has it; here, the client's own complaints about objects that have just gone must not end it.
environment = dict(os.environ)
environment.pop("GTK_A11Y", None)
os.environ.pop("G_DEBUG", None)

try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

TEXT = "Officials leave\n\nAccording to Le Monde, the officials left on July 2.\n"
PATIENCE = 45_000  # milliseconds until a condition is given up

announcements = []


def wait(condition):
    """The first true value of condition, which is asked again after each event and each tenth of a second; None when it stays false."""
    loop = GLib.MainLoop()
    found = []

    def ask():
        try:
            value = condition()
        except GLib.Error:  # the object went away while it was asked
            value = None
        if value and not found:
            found.append(value)
            loop.quit()
        return not found

    if not ask():
        return found[0]
    ticks = GLib.timeout_add(100, ask)
    end = GLib.timeout_add(PATIENCE, loop.quit)
    loop.run()
    if not found:
        GLib.source_remove(ticks)
        return None
    GLib.source_remove(end)
    return found[0]


def find(accessible, test):
    if accessible is None:
        return None
    if test(accessible):
        return accessible
    for i in range(accessible.get_child_count()):
        found = find(accessible.get_child_at_index(i), test)
        if found is not None:
            return found
    return None


def get_application(process):
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is not None and application.get_process_id() == process.pid:
            return application
    return None


def attributes_at(view, offset):
    # GLib's own hash table: name to value.
    return view.get_text_iface().get_attribute_run(offset, False)


def drive(*keys):
    subprocess.run(["xdotool", *keys], check=True)


def said(words):
    return wait(lambda: next((each for each in announcements if words in each), None))


n = 0


def check(name, value):
    global n
    n += 1
    print(f"{'ok' if value else 'not ok'} {n} - {name}", flush=True)
    if not value:
        print(f"# heard: {announcements}", flush=True)
    return bool(value)


def main():
    Atspi.init()
    listener = Atspi.EventListener.new(lambda event: announcements.append(str(event.any_data)))
    listener.register("object:announcement")

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "officials.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(TEXT)
        process = subprocess.Popen([sys.argv[1], path], env=environment)
        try:
            print("1..7")

            def get_view():
                application = get_application(process)
                view = find(application, lambda each: each.get_name() == "Article text"
                            and each.get_state_set().contains(Atspi.StateType.SHOWING))
                return view if view is not None and TEXT.strip() in Atspi.Text.get_text(view, 0, -1) else None

            view = wait(get_view)
            if not check("the text is there, under its name", view):
                return
            check("it has the keyboard", wait(lambda: view.get_state_set().contains(Atspi.StateType.FOCUSED)
                                              or (drive("key", "Tab"), False)[1]))
            start = TEXT.index("Le Monde")
            drive("key", "ctrl+Home", "Down", "Down", "ctrl+Right", "ctrl+Right", "ctrl+Right")
            wait(lambda: Atspi.Text.get_caret_offset(view) == start + len("Le"))
            drive("key", "a")
            check("an annotation made is said: label and text", said("Actor: “Le Monde”"))

            def get_kind(offset):
                return attributes_at(view, offset)[0].get("annotation")

            check("its kind is an attribute of the text", wait(lambda: get_kind(start + 2) == "Actor"))
            check("and of no other text", get_kind(start - 3) is None)
            run = attributes_at(view, start + 2)
            check("the run is the annotation", (run[1], run[2]) == (start, start + len("Le Monde")))

            drive("key", "c")
            check("what stands in it is said, too", said("1 annotation in it"))
        finally:
            process.terminate()
            process.wait()


main()
