#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file chooser portal without a dialog: each question is answered from a file, so that nothing has to be clicked. The real portal and
the real document portal stand before it, so the application gets what a person's choice would give it.

fake-portal.py ANSWERS LOG: ANSWERS has a line for each coming dialog, a path or "cancel"."""
import json
import sys

from gi.repository import Gio, GLib

ARGUMENTS = "".join(f'<arg type="{kind}" direction="{way}"/>'
                    for kind, way in (("o", "in"), ("s", "in"), ("s", "in"), ("s", "in"), ("a{sv}", "in"), ("u", "out"), ("a{sv}", "out")))
METHODS = "".join(f'<method name="{name}">{ARGUMENTS}</method>' for name in ("OpenFile", "SaveFile", "SaveFiles"))
INTERFACE = f'<node><interface name="org.freedesktop.impl.portal.FileChooser">{METHODS}</interface></node>'
answers, log = sys.argv[1:3]


def next_answer():
    with open(answers) as file:
        lines = file.read().splitlines()
    if not lines:
        return "cancel"
    with open(answers, "w") as file:
        file.write("".join(line + "\n" for line in lines[1:]))
    return lines[0]


def called(connection, sender, path, interface, method, parameters, invocation):
    _handle, app_id, _parent, title, options = parameters.unpack()
    answer = next_answer()
    with open(log, "a") as file:
        file.write(json.dumps({"method": method, "app_id": app_id, "title": title, "directory": bool(options.get("directory")), "answer": answer}) + "\n")
    if answer == "cancel":
        invocation.return_value(GLib.Variant("(ua{sv})", (1, {})))
    else:
        uri = Gio.File.new_for_path(answer).get_uri()
        result = {"uris": GLib.Variant("as", [uri]), "writable": GLib.Variant("b", True)}
        invocation.return_value(GLib.Variant("(ua{sv})", (0, result)))


def on_bus(connection, name):
    connection.register_object("/org/freedesktop/portal/desktop", Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], called, None, None)


Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.impl.portal.desktop.fake", Gio.BusNameOwnerFlags.NONE, on_bus, None, lambda *_: sys.exit("lost the name"))
GLib.MainLoop().run()
