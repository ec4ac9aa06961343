#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Export, import into a new project, and compare: what comes back is what went out, but for what the format says it loses. Prints TAP."""
import json
import os
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
ascribe = sys.argv[1]

# Format, output ("/": a folder), arguments of the export, and what is not the same afterwards:
#   text        the text is put together from tokens, and spans are compared by their words
#   coder       the file does not say whose the annotations are
#   hull        an annotation in several pieces becomes one, with the gaps
#   relations, attributes, notes, dates (attributes that are dates), nesting (of one label), pieces
CASES = [
    ("spans", "out.jsonl", [], set()),
    ("spans", "set/", [], set()),
    ("brat", "out/", [], set()),
    ("brat", "utf16/", ["--option=offsets=utf-16"], set()),
    ("label-studio", "out.json", [], set()),
    ("label-studio", "out/", ["--option=offsets=utf-16"], set()),
    ("doccano", "out.jsonl", [], {"attributes", "hull"}),
    ("doccano", "out/", ["--option=offsets=utf-16"], {"attributes", "hull"}),
    ("doccano", "sequence.jsonl", ["--option=project=sequence"], {"attributes", "relations", "hull"}),
    ("w3c", "out/", [], set()),
    ("w3c", "utf16/", ["--option=offsets=utf-16", "--option=items=lines"], set()),
    ("xmi", "out/", [], set()),
    ("conll-tsv", "out.tsv", ["--coder=anna"], {"text", "coder", "relations", "attributes", "nesting", "pieces", "ends"}),
    ("conll-tsv", "iobes.tsv", ["--coder=anna", "--option=scheme=iobes"], {"text", "coder", "relations", "attributes", "nesting", "pieces", "ends"}),
]


def run(*arguments):
    done = subprocess.run([ascribe, *arguments], capture_output=True, text=True, timeout=120)
    assert done.returncode in (0, 1), f"ascribe {' '.join(arguments)}: exit status {done.returncode}\n{done.stderr}"
    return done.stdout


def words(text):
    """A text that was put together from tokens has other white space."""
    return "".join(text.split())


def meaning(project, coder, lost):
    """What a project says, without ids: {article: (text, annotations, relations)} for each layer."""
    found = {}
    for line in run("export", project, "-f", "spans", "-o", "-", *([f"--coder={coder}"] if coder else [])).splitlines():
        row = json.loads(line)
        annotations = {}
        for span in row["spans"]:
            place = (span["start"], span["end"]) if "text" not in lost else words(span["text"])
            annotations.setdefault(span["id"], (span["label"], []))[1].append(place)
        for label, places in annotations.values():
            if "hull" in lost:
                places[:] = [(places[0][0], places[-1][1])]
            if "pieces" in lost and len(places) > 1:
                places[:] = ["…"]
        key = {name: (label, tuple(places)) for name, (label, places) in annotations.items()}
        attributes = sorted((key[a["target"]], a["name"], a["value"]) for a in row["attributes"] if "attributes" not in lost)
        relations = sorted((r["type"], key[r["head"]], key[r["tail"]]) for r in row["relations"] if "relations" not in lost)
        text = row["text"] if "text" not in lost else words(row["text"])
        found[row["id"], "" if "coder" in lost else row["annotator"]] = (text, sorted(key.values()), relations, attributes)
    return found


def difference(before, after, lost):
    problems = []
    for layer in sorted(before.keys() | after.keys()):
        if layer not in before or layer not in after:
            problems.append(f"{layer}: only {'before' if layer in before else 'after'}")
            continue
        for name, one, other in zip(("text", "annotations", "relations", "attributes"), before[layer], after[layer]):
            if name == "annotations" and "ends" in lost:
                # Nothing new comes back, and all but what the report lists does.
                one, other = [a for a in one if a in other], [a for a in other if a in one]
                if len(one) < 0.5 * len(before[layer][1]):
                    problems.append(f"{layer}: {len(one)} of {len(before[layer][1])} annotations came back")
            if one != other:
                problems.append(f"{layer} {name}:\n  {one}\n  {other}")
    return problems


tests = [(project, *case) for project in ("demo", "awkward") for case in CASES]
print(f"1..{len(tests)}")
failed = False
for number, (project, form, name, arguments, lost) in enumerate(tests, 1):
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            source = os.path.join(here, "projects", project)
            output = os.path.join(folder, name)
            new = os.path.join(folder, "new")
            run("export", source, "-f", form, "-o", output, *arguments)
            run("new", new, "--coder", "somebody")
            imported = json.loads(run("import", new, output.rstrip("/"), "--json", "--coder=anna"))
            if imported["lost"] or imported["problems"]:
                problems.append(json.dumps(imported, indent=1, ensure_ascii=False))
            coder = next((a.split("=")[1] for a in arguments if a.startswith("--coder")), None)
            problems += difference(meaning(source, coder, lost), meaning(new, None, lost), lost)
        except Exception as error:
            problems.append(repr(error))
    failed |= bool(problems)
    print("not ok" if problems else "ok", number, "-", project, form, *arguments)
    for problem in "\n".join(problems).splitlines():
        print("#", problem)
sys.exit(failed)
