#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program writes, and the sample project, against data/schemas, by python3-jsonschema. And the other way round: a
file with a mistake is refused, so that the schemas say something. Prints TAP."""
import copy
import glob
import json
import os
import subprocess
import sys
import tempfile

import jsonschema

writer, root = sys.argv[1:]
results = []


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def check(name, problems):
    results.append((name, problems))


def validate(kind, paths):
    problems = []
    for path in paths:
        for error in validators[kind].iter_errors(read(path)):
            problems.append(f"{os.path.basename(path)} {error.json_path}: {error.message[:200]}")
    return problems[:20]


kinds = ["project", "codebook", "actors", "article", "annotations"]
schemas = {kind: read(f"{root}/data/schemas/{kind}.schema.json") for kind in kinds}
for kind, schema in schemas.items():
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
        check(f"the schema of {kind} is one", [])
    except jsonschema.SchemaError as error:
        check(f"the schema of {kind} is one", [str(error)])
validators = {kind: jsonschema.Draft202012Validator(schema) for kind, schema in schemas.items()}

with tempfile.TemporaryDirectory() as folder:
    done = subprocess.run([writer, folder], capture_output=True, text=True)
    seed = done.stderr.strip()
    check("the files are written", [] if done.returncode == 0 else [done.stderr])
    for kind in kinds:
        paths = sorted(glob.glob(f"{folder}/{kind}-*.json"))
        problems = validate(kind, paths)
        check(f"{len(paths)} files of {kind} that the program wrote",
              problems + ([seed] if problems else []) if paths else ["none was written"])

sample = f"{root}/data/sample"
for kind, pattern in (("project", "project.json"), ("actors", "actors.json"), ("article", "articles/*.json"),
                      ("annotations", "annotations/*/*.json")):
    paths = sorted(glob.glob(f"{sample}/{pattern}"))
    check(f"the sample project's {pattern}", validate(kind, paths) if paths else ["there is none"])
check("the embedded codebooks", validate("codebook", sorted(glob.glob(f"{root}/data/codebooks/*.json"))))

# One mistake each: where, and what stands there then (... takes the member away).
annotation = {"id": "a", "label": "claim", "spans": [[0, 3]], "quote": ["the"], "attributes": {"stance": "oppose"},
              "origin": "manual", "modified": "2026-08-26T10:00:00Z"}
sound = {
    "project": {"format": "ascribe-project/1", "name": "x", "coders": ["mia", "Jörg Müller"], "gold_coder": "gold"},
    "article": {"format": "ascribe-article/1", "sha256": "0" * 64, "length": 3, "normalised": ["crlf"],
                "imported": "2026-08-26T10:00:00Z"},
    "actors": {"format": "ascribe-actors/1",
               "actors": [{"id": "a", "name": "A", "aliases": ["B"], "roles": [{"name": "R", "from": "2001"}]}]},
    "codebook": {"format": "ascribe-codebook/1", "revision": 1,
                 "labels": [{"name": "claim", "color": "amber", "key": "c", "form": "bracket", "takes": "sentence",
                             "attributes": [{"name": "stance", "kind": "choice",
                                             "values": [{"name": "pro", "values": [{"name": "1.2"}]}]}]}],
                 "relations": [{"name": "near", "from": ["claim"], "to": ["claim"], "max": 1, "expected": True}]},
    "annotations": {"format": "ascribe-annotations/1", "article": "x", "text_sha256": "0" * 64, "offset_unit": "codepoint",
                    "coder": "mia", "state": "reading", "read_to": 3, "annotations": [annotation],
                    "relations": [{"id": "r", "type": "near", "from": "a", "to": "a"}]},
}
mistakes = {
    "project": [(["format"], "ascribe-project/2"), (["format"], ...), (["name"], ...), (["name"], 5), (["coders"], "mia"),
                (["coders", 0], "a/b"), (["coders", 0], ""), (["coders", 0], ".."), (["gold_coder"], None)],
    "article": [(["format"], "ascribe-project/1"), (["sha256"], ...), (["sha256"], "xyz"), (["length"], -1), (["length"], 1.5),
                (["length"], "3"), (["normalised"], "crlf"), (["imported"], "yesterday")],
    "actors": [(["actors"], ...), (["actors", 0], "a"), (["actors", 0, "id"], "a b"), (["actors", 0, "name"], ...),
               (["actors", 0, "aliases", 0], 1), (["actors", 0, "roles", 0, "name"], ...), (["actors", 0, "roles", 0, "from"], 2001)],
    "codebook": [(["revision"], 0), (["labels", 0, "name"], "1st"), (["labels", 0, "name"], "a" * 65), (["labels", 0, "color"], "#f00"),
                 (["labels", 0, "key"], "cc"), (["labels", 0, "form"], "star"), (["labels", 0, "takes"], "all"),
                 (["labels", 0, "hidden"], "no"), (["labels", 0, "attributes", 0, "kind"], ...),
                 (["labels", 0, "attributes", 0, "kind"], "colour"), (["labels", 0, "attributes", 0, "values", 0, "name"], "a b"),
                 (["labels", 0, "attributes", 0, "values", 0, "values", 0, "name"], ...), (["relations", 0, "from"], []),
                 (["relations", 0, "to"], ...), (["relations", 0, "max"], -1), (["relations", 0, "expected"], 1)],
    "annotations": [(["offset_unit"], "utf16"), (["offset_unit"], ...), (["text_sha256"], "AB"), (["state"], "sleeping"),
                    (["read_to"], -1), (["annotations"], {}), (["annotations", 0], 5), (["annotations", 0, "id"], ""),
                    (["annotations", 0, "label"], "my label"), (["annotations", 0, "spans"], []),
                    (["annotations", 0, "spans", 0], [0]), (["annotations", 0, "spans", 0], [0, 1, 2]),
                    (["annotations", 0, "spans", 0, 0], 0.5), (["annotations", 0, "quote"], "the"),
                    (["annotations", 0, "attributes", "stance"], 0.5), (["annotations", 0, "attributes", "stance"], None),
                    (["annotations", 0, "attributes", "stance"], [1]), (["annotations", 0, "attributes", "a b"], "c"),
                    (["annotations", 0, "origin"], "robot"), (["annotations", 0, "modified"], "2026-08-26"),
                    (["relations", 0, "from"], ...), (["relations", 0, "type"], "near by")],
}
for kind in kinds:
    problems = [f"the sound one is refused: {e.message}" for e in validators[kind].iter_errors(sound[kind])]
    for where, value in mistakes[kind]:
        document = copy.deepcopy(sound[kind])
        place = document
        for step in where[:-1]:
            place = place[step]
        if value is ...:
            del place[where[-1]]
        else:
            place[where[-1]] = value
        if validators[kind].is_valid(document):
            problems.append(f"{value!r} at {where} is let through")
    check(f"{len(mistakes[kind])} mistakes in {kind} are refused", problems)

print(f"1..{len(results)}")
for number, (name, problems) in enumerate(results, 1):
    print("not ok" if problems else "ok", number, "-", name)
    for problem in problems:
        print("#", problem)
sys.exit(any(problems for _, problems in results))
