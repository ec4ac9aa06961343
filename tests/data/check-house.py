#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the house promises of its files: a licence line in each, none too long to read, translatable ones listed, Blueprint
formatted. Prints TAP."""
import os
import re
import subprocess
import sys

root = sys.argv[1]
results = []


def check(name, problems):
    results.append((name, problems))


def sources(*tops, endings=(".c", ".h", ".py", ".sh", ".blp")):
    for top in tops:
        for folder, folders, files in os.walk(os.path.join(root, top)):
            folders[:] = [f for f in folders if not f.startswith((".", "_build"))]
            for name in sorted(files):
                if name.endswith(endings):
                    yield os.path.relpath(os.path.join(folder, name), root)


def text(path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


everything = list(sources("src", "tests", "resources", "flatpak", "data"))
check("a licence line in each source file",
      [p for p in everything if "SPDX-License-Identifier: GPL-3.0-or-later" not in text(p)[:400]])
check("no source file of 1,000 lines",
      [f"{p}: {text(p).count(chr(10))} lines" for p in everything if text(p).count("\n") >= 1000])

# Translatable: a call of _(), C_(), N_(), ngettext () or the like in C or Blueprint.
marked = re.compile(r"(?<![A-Za-z0-9_])(_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s?\(\s*(GETTEXT_PACKAGE,\s*)?\"")
listed = {line.strip() for line in text("po/POTFILES.in").splitlines() if line.strip() and not line.startswith("#")}
check("every file with translatable text is in po/POTFILES.in",
      [p for p in sources("src", "resources", endings=(".c", ".blp")) if marked.search(text(p)) and p not in listed])
check("every file of po/POTFILES.in exists", [p for p in sorted(listed) if not os.path.exists(os.path.join(root, p))])

# Each release of the formatter breaks long lines in its own way: the one of the platform floor decides.
blueprints = list(sources("resources", endings=(".blp",)))
version = subprocess.run(["blueprint-compiler", "--version"], capture_output=True, text=True).stdout.strip()
if version.startswith("0.16."):
    formatted = subprocess.run(["blueprint-compiler", "format", *blueprints], cwd=root, capture_output=True, text=True)
    check("Blueprint files are formatted", [] if formatted.returncode == 0 else formatted.stdout.splitlines()[:40])
else:
    check(f"Blueprint files are formatted # SKIP by the formatter of 0.16, this is {version}", [])

# Layers: what a folder may include of the others.
layers = {"text": set(), "model": {"text"}, "store": {"text", "model"}, "exchange": {"text", "model", "store"},
          "suggest": {"text", "model"}, "measure": {"text", "model"},
          "messages": {"text", "model", "store", "exchange"},
          "cli": {"text", "model", "store", "exchange", "suggest", "measure", "messages"},
          "app": {"text", "model", "store", "exchange", "suggest", "measure", "messages", "cli"}}
home = {os.path.basename(p): p.split("/")[1] for p in sources("src", endings=(".h",))}
wrong = []
for path in sources("src", endings=(".c", ".h")):
    layer = path.split("/")[1]
    for name in re.findall(r'#include "([^"]+)"', text(path)):
        target = home.get(os.path.basename(name))
        if target and target != layer and target not in layers[layer]:
            wrong.append(f"{path} includes {name} of {target}")
check("arrows run one way between the layers", wrong)

# The one gate: what can change an annotation set or a register is the history. The store's files that are named here fill new ones
# (reading, merging, freezing for a thread) or say that one is read-only. Whoever adds another must be sure that it does no more.
gates = {"asc-annotation-set-private.h": {"asc-annotation-set.c", "asc-history.c", "asc-annotation-file.c",
                                          "asc-annotation-document.c", "asc-annotation-merge.c",
                                          "asc-project-store-load.c", "asc-project-store-save.c"},
         "asc-actor-register-private.h": {"asc-actor-register.c", "asc-history.c", "asc-actor-file.c",
                                          "asc-json-documents.c"},
         "asc-history-private.h": {"asc-history.c", "asc-history-edits.c"}}
check("only the history changes annotation sets and registers",
      [f"{p} includes {name}" for p in sources("src", endings=(".c", ".h"))
       for name in re.findall(r'#\s*include\s+["<](?:[^">]*/)?([^">/]+)[">]', text(p))
       if name in gates and os.path.basename(p) not in gates[name]])

print(f"1..{len(results)}")
for number, (name, problems) in enumerate(results, 1):
    print(("not ok" if problems else "ok"), number, "-", name)
    for problem in problems:
        print("#", problem)
sys.exit(any(problems for _, problems in results))
