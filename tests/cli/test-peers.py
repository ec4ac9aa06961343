#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The known bugs of the programs of the field, each as a test against ourselves, by their number in the catalogue.

Not here: 12 (WebAnno TSV) and 17 (DocBin), formats that the program does not have, and 20 (a type of GATE's)."""
import json
import os
import sys
import tempfile

import parquet
import tap
from project import Folder, ascribe

# Hundreds of small projects: not worth a wait for the disk each.
if os.access("/dev/shm", os.W_OK):
    tempfile.tempdir = "/dev/shm"

FACE = "😀".encode()
# Format, whether it is a folder: everything that can be written.
FORMATS = {"spans": False, "parquet": False, "tokens": False, "conll": False, "conll-tsv": False, "brat": True, "label-studio": False, "doccano": False,
           "w3c": True, "xmi": True, "csv": False, "xlsx": False, "chat": False, "gliner": False, "dygie": False, "docred": False, "graphml": False}
READABLE = {"spans": "out.jsonl", "brat": "out", "label-studio": "out.json", "doccano": "out.jsonl", "w3c": "out", "xmi": "out"}


def project(folder, text, annotations, name="project", coders=("anna",), state="done"):
    """A project of one article, with the same annotations for each coder: (label, [spans])."""
    codebook = folder.copy("demo", name)
    for kind in ("articles", "annotations"):
        for base, _, files in os.walk(os.path.join(codebook, kind)):
            for file in files:
                os.remove(os.path.join(base, file))
    folder.write(text, "in", "a.txt")
    ascribe("import", codebook, folder.path("in", "a.txt"))
    clean = folder.read(name, "articles", "a.txt").decode()
    sha256 = folder.json(name, "articles", "a.json")["sha256"]
    for coder in coders:
        folder.write(json.dumps({
            "format": "ascribe-annotations/1", "article": "a", "text_sha256": sha256, "offset_unit": "codepoint", "coder": coder, "state": state, "read_to": 0,
            "annotations": [{"id": f"s{i}", "label": label, "spans": spans, "quote": [clean[start:end] for start, end in spans], "origin": "manual",
                             "modified": "2026-01-02T03:04:05Z"} for i, (label, spans) in enumerate(annotations)],
            "relations": []}), name, "annotations", coder, "a.json")
    return codebook, clean


def export(path, form, output, *arguments):
    """Exit status 1 is a loss that was told."""
    for status in (0, 1):
        try:
            return ascribe("export", path, "-f", form, "-o", output, *arguments, status=status)
        except AssertionError:
            if status:
                raise


def rows(path, *arguments):
    return [json.loads(line) for line in ascribe("export", path, "-f", "spans", "-o", "-", *arguments)[0].splitlines()]


def returns(folder, path, form, *arguments):
    """What a project is after it was written and read as @form: the rows of span JSON Lines without ids."""
    output = folder.path(READABLE[form]) + ("/" if FORMATS[form] else "")
    export(path, form, output, *arguments)
    ascribe("new", folder.path("again"))
    done = json.loads(ascribe("import", folder.path("again"), output.rstrip("/"), "--json", "--coder=anna")[0])
    assert not done["lost"] and not done["problems"], done
    return [(row["text"], [(s["start"], s["end"], s["label"], s["text"]) for s in row["spans"]]) for row in rows(folder.path("again"))]


def same(text, annotations):
    """Through every format that is read."""
    with Folder() as source:
        path, clean = project(source, text, annotations)
        expected = [(row["text"], [(s["start"], s["end"], s["label"], s["text"]) for s in row["spans"]]) for row in rows(path)]
        assert expected[0][0] == clean and len(expected[0][1]) == sum(len(spans) for _, spans in annotations)
        for form in READABLE:
            if form == "doccano" and any(len(spans) > 1 for _, spans in annotations):
                continue
            with Folder() as folder:
                assert returns(folder, path, form) == expected, form


def losses(path, form, output, *arguments):
    out, _ = ascribe("export", path, "-f", form, "-o", output, "--json", *arguments, status=1)
    return json.loads(out)


def test_01_offsets_after_an_emoji():
    same("😀 one 👨‍🚒 two", [("claim", [[2, 5]]), ("actor", [[10, 13]])])


def test_02_crlf_is_one():
    same("one\r\ntwo\rthree", [("claim", [[4, 7]]), ("actor", [[8, 13]])])


def test_03_white_space_and_markup_keep_their_length():
    same("a\tb  c <b>&amp;</b> \"q\" \\n 'x' \u2028 e\u0301nd", [("claim", [[3, 6]]), ("actor", [[7, 19]]), ("date", [[33, 37]])])


def test_04_the_last_character():
    same("all of it", [("claim", [[0, 9]]), ("actor", [[7, 9]])])


def test_05_nested_is_never_silently_lost():
    same("the two officials held roles", [("claim", [[0, 28]]), ("claim", [[0, 17]])])
    with Folder() as folder:
        path, _ = project(folder, "the two officials held roles", [("claim", [[0, 28]]), ("claim", [[0, 17]])])
        for form in ("conll", "conll-tsv", "tokens"):
            assert losses(path, form, folder.path(form))["losses"]["nested"] == 1, form
        for form in ("gliner", "dygie", "docred"):
            export(path, form, folder.path(form))
            text = folder.read(form).decode()
            assert text.count('"claim"') == 2, form


def test_06_chinese_is_not_one_token():
    with Folder() as folder:
        path, text = project(folder, "王志胜7月4日表示,两名官员身兼两职。 roles.", [("claim", [[10, 18]]), ("actor", [[20, 25]])])
        export(path, "tokens", folder.path("out.jsonl"))
        made = [json.loads(line) for line in folder.read("out.jsonl").decode().splitlines()]
        tagged = ["".join(word for word, tag in zip(row["tokens"], row[label + "_tags"]) if tag) for row in made for label in ("claim", "actor")]
        assert text[10:18] in tagged and "roles" in tagged and max(len(row["tokens"]) for row in made) > 5


def test_07_several_annotators_are_never_a_mix():
    for form, folder_output in FORMATS.items():
        if form in READABLE or form in ("dygie", "docred"):
            with Folder() as folder:
                path, _ = project(folder, "one two", [("claim", [[0, 3]])], coders=("anna", "ben"))
                if form in READABLE:
                    returned = returns(folder, path, form)
                    assert len(returned) == 2 and returned[0] == returned[1], form
                else:
                    export(path, form, folder.path("out"))
                    text = folder.read("out").decode()
                    assert "a:anna" in text and "a:ben" in text


def test_08_set_aside_is_not_exported():
    for form, folder_output in FORMATS.items():
        with Folder() as folder:
            path, _ = project(folder, "Unmistakable", [("claim", [[0, 12]])], state="set-aside")
            export(path, form, folder.path("out") + ("/" if folder_output else ""))
            found = b"".join(folder.read(os.path.relpath(os.path.join(base, name), folder.name))
                             for base, _, names in os.walk(folder.path("out")) for name in names) if folder_output else folder.read("out")
            assert b"Unmistakable" not in found, form
    with Folder() as folder:
        ascribe("new", folder.path("new"))
        task = {"data": {"text": "x"}, "annotations": [{"was_cancelled": True, "result": [
            {"id": "a", "type": "labels", "value": {"start": 0, "end": 1, "labels": ["claim"]}}]}]}
        folder.write(json.dumps([task]), "in.json")
        done = json.loads(ascribe("import", folder.path("new"), folder.path("in.json"), "--json", status=1)[0])
        assert done["annotations"] == 0 and done["problems"]


def test_09_over_two_lines():
    same("one two\nthree\n\nfour", [("claim", [[4, 19]]), ("actor", [[4, 13]])])


def test_10_discontinuous():
    same("one two three four", [("claim", [[0, 3], [8, 13]])])
    with Folder() as folder:
        path, _ = project(folder, "one two three four", [("claim", [[0, 3], [8, 13]])])
        for form, folder_output in FORMATS.items():
            export(path, form, folder.path("out." + form) + ("/" if folder_output else ""))


def test_11_the_bytes_of_an_emoji():
    for form, folder_output in FORMATS.items():
        if form in ("xlsx", "csv", "graphml"):
            continue
        with Folder() as folder:
            path, _ = project(folder, "😀 one", [("claim", [[0, 5]])])
            output = folder.path("out") + ("/" if folder_output else "")
            export(path, form, output)
            found = [folder.read(os.path.relpath(os.path.join(base, name), folder.name)) for base, _, names in os.walk(folder.path("out")) for name in names]
            assert FACE in b"".join(found or [folder.read("out")]), form
    for form in ("csv", "graphml"):
        with Folder() as folder:
            export(folder.copy("awkward"), form, folder.path("out"))
            assert "两名官员身兼两职".encode() in folder.read("out")


def test_13_relations_are_not_dropped():
    for form in READABLE:
        with Folder() as folder:
            path = folder.copy("awkward")
            export(path, form, folder.path(READABLE[form]) + ("/" if FORMATS[form] else ""))
            ascribe("new", folder.path("again"))
            done = json.loads(ascribe("import", folder.path("again"), folder.path(READABLE[form]), "--json", "--coder=anna")[0])
            assert done["relations"] == sum(len(row["relations"]) for row in rows(path)), form


def test_14_inclusive_ends():
    """The quotes tell."""
    with Folder() as folder:
        folder.write("one two three", "in", "a.txt")
        folder.write("T1\tclaim 0 2\tone\nT2\tactor 4 6\ttwo\n", "in", "a.ann")
        ascribe("new", folder.path("new"))
        ascribe("import", folder.path("new"), folder.path("in"), "--format", "brat")
        (row,) = rows(folder.path("new"))
        assert [span["text"] for span in row["spans"]] == ["one", "two"]


def test_15_dates_stay_text():
    with Folder() as folder:
        for row in rows(folder.copy("demo")):
            assert {"target": "s2", "name": "value", "value": "timex3:2021-07-04"} in row["attributes"]
        export(folder.path("project"), "parquet", folder.path("out"))
        for row in parquet.read(folder.read("out")):
            assert {"target": "s2", "name": "value", "value": "2021-07-04"} in row["attributes"]


def test_16_spreadsheets_get_text():
    try:
        import openpyxl
    except ImportError:
        raise tap.Skip("python3-openpyxl is not there")
    with Folder() as folder:
        export(folder.copy("demo"), "xlsx", folder.path("out.xlsx"))
        cells = [cell for sheet in openpyxl.load_workbook(folder.path("out.xlsx")) for row in sheet.iter_rows() for cell in row]
        assert any(cell.value == "July 4" and cell.data_type == "s" for cell in cells)
        assert not any(cell.data_type == "d" for cell in cells)


def test_18_too_long_for_a_model_is_told():
    words = "one two three four five six seven eight nine ten eleven twelve thirteen"
    with Folder() as folder:
        path, _ = project(folder, words, [("claim", [[0, len(words)]])])
        assert losses(path, "gliner", folder.path("out"))["losses"]["alignment"] == 1


def test_19_nothing_is_normalised():
    """Decomposed letters, ligatures, wide and no-break spaces, quotation marks: as they were."""
    text = "e\u0301 é ﬁ Ａ\u3000b\u00a0c “q” … ½"
    with Folder() as folder:
        path, clean = project(folder, text, [("claim", [[3, 4]])])
        assert clean == text
    same(text, [("claim", [[3, 4]]), ("actor", [[0, 2]])])


tap.run(sys.modules[__name__])
