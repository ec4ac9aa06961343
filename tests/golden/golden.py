#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports of the projects beside this file, compared byte by byte with golden/<case>. Prints TAP.

    golden.py ASCRIBE            compare
    golden.py ASCRIBE --update   write what is exported now; read the difference before you commit it
"""
import difflib
import os
import re
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
ascribe = sys.argv[1]
update = "--update" in sys.argv

# Name of the file or folder in golden/, project, exit status, arguments. A name with "/" at the end is a folder.
CASES = [
    ("demo.spans.jsonl", "demo", 0, ["-f", "spans"]),
    ("demo.spans/", "demo", 0, ["-f", "spans"]),
    ("awkward.spans.jsonl", "awkward", 0, ["-f", "spans"]),
    ("awkward.spans/", "awkward", 0, ["-f", "spans", "--coder", "anna"]),
    ("awkward.gold.spans.jsonl", "awkward", 0, ["-f", "spans", "--gold"]),
    ("demo.tokens.jsonl", "demo", 1, ["-f", "tokens"]),
    ("demo.tokens.documents.jsonl", "demo", 1, ["-f", "tokens", "--option=rows=document"]),
    ("awkward.tokens/", "awkward", 1, ["-f", "tokens", "--coder=anna"]),
    ("demo.conll", "demo", 1, ["-f", "conll"]),
    ("demo.claim.conll", "demo", 1, ["-f", "conll", "--option=label=claim", "--option=scheme=iobes"]),
    ("awkward.conll/", "awkward", 1, ["-f", "conll", "--coder=anna", "--option=pieces=fragments", "--option=align=contract"]),
    ("demo.tsv", "demo", 1, ["-f", "conll-tsv"]),
    ("awkward.tsv", "awkward", 1, ["-f", "conll-tsv", "--coder=anna", "--option=nesting=innermost"]),
    ("demo.brat/", "demo", 0, ["-f", "brat"]),
    ("demo.utf16.brat/", "demo", 0, ["-f", "brat", "--option=offsets=utf-16"]),
    ("awkward.brat/", "awkward", 0, ["-f", "brat"]),
    ("demo.label-studio.json", "demo", 0, ["-f", "label-studio"]),
    ("awkward.label-studio/", "awkward", 0, ["-f", "label-studio", "--include-suggested"]),
    ("demo.csv", "demo", 1, ["-f", "csv", "--option=layout=wide", "--option=lines=mark"]),
    ("awkward.csv/", "awkward", 0, ["-f", "csv"]),
    ("demo.chat.jsonl", "demo", 1, ["-f", "chat"]),
    ("awkward.chat/", "awkward", 1, ["-f", "chat", "--coder=anna", "--option=prompt=Find “claims”."]),
    ("demo.doccano.jsonl", "demo", 1, ["-f", "doccano"]),
    ("demo.doccano.sequence.jsonl", "demo", 1, ["-f", "doccano", "--option=project=sequence", "--option=offsets=utf-16"]),
    ("awkward.doccano/", "awkward", 1, ["-f", "doccano"]),
    ("demo.w3c.jsonld", "demo", 1, ["-f", "w3c"]),
    ("demo.w3c/", "demo", 0, ["-f", "w3c", "--option=items=lines", "--option=offsets=utf-16"]),
    ("awkward.w3c/", "awkward", 0, ["-f", "w3c"]),
    ("demo.xmi/", "demo", 0, ["-f", "xmi"]),
    ("awkward.xmi/", "awkward", 0, ["-f", "xmi"]),
    ("demo.graphml", "demo", 1, ["-f", "graphml"]),
    ("awkward.graphml", "awkward", 1, ["-f", "graphml", "--option=concept=none"]),
    ("awkward.parquet", "awkward", 0, ["-f", "parquet"]),
    ("demo.gliner.json", "demo", 1, ["-f", "gliner"]),
    ("awkward.gliner.json", "awkward", 1, ["-f", "gliner", "--option=rows=document"]),
    ("demo.dygie.jsonl", "demo", 1, ["-f", "dygie"]),
    ("awkward.dygie.jsonl", "awkward", 1, ["-f", "dygie", "--coder=anna"]),
    ("demo.docred.json", "demo", 1, ["-f", "docred"]),
    ("awkward.docred.json", "awkward", 1, ["-f", "docred"]),
    ("awkward.suggested.spans.jsonl", "awkward", 0, ["-f", "spans", "--coder=anna", "--include-suggested", "--without-imported", "--all-states"]),
]


def files(path):
    """Relative name → bytes; one with the name "" for a file."""
    if os.path.isfile(path):
        with open(path, "rb") as file:
            return {"": file.read()}
    found = {}
    for folder, _, names in os.walk(path):
        for name in names:
            full = os.path.join(folder, name)
            with open(full, "rb") as file:
                found[os.path.relpath(full, path)] = file.read()
    return found


def difference(golden, made):
    # ICU's version is in what is written about tokens; the tokens of these texts are the same in all of them.
    golden, made = ({name: re.sub(rb"icu-[0-9.]+-", b"icu-", data) for name, data in files.items()} for files in (golden, made))
    lines = []
    for name in sorted(golden.keys() | made.keys()):
        if name not in made:
            lines.append(f"not written: {name}")
        elif name not in golden:
            lines.append(f"too many: {name}")
        elif golden[name] != made[name]:
            lines += list(difflib.unified_diff(golden[name].decode(errors="replace").splitlines(), made[name].decode(errors="replace").splitlines(),
                                               "golden " + name, "exported " + name, lineterm="", n=1))[:40]
            lines = lines or [f"{name}: bytes differ"]
    return lines


print(f"1..{len(CASES)}")
failed = False
for number, (name, project, status, arguments) in enumerate(CASES, 1):
    golden = os.path.join(here, "golden", name)
    with tempfile.TemporaryDirectory() as folder:
        output = golden if update else os.path.join(folder, os.path.basename(name.rstrip("/"))) + ("/" if name.endswith("/") else "")
        os.makedirs(os.path.dirname(output.rstrip("/")), exist_ok=True)
        run = subprocess.run([ascribe, "export", os.path.join(here, "projects", project), *arguments, "-o", output],
                             capture_output=True, text=True, timeout=60)
        problems = [] if update else difference(files(golden), files(output))
    if run.returncode != status:
        problems = [f"exit status {run.returncode}, not {status}", *run.stderr.splitlines()] + problems
    failed |= bool(problems)
    print("not ok" if problems else "ok", number, "-", name)
    for problem in problems:
        print("#", problem)
sys.exit(failed)
