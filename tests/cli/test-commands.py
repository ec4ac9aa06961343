#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each command: what it does, its exit status, its messages."""
import json
import os
import sys

import tap
from project import Folder, ascribe


def test_help():
    out, _ = ascribe("--help")
    for command in "new import export validate stats formats".split():
        assert command in out, command
        assert command in ascribe(command, "--help")[0]


def test_version():
    assert ascribe("--version")[0].startswith("ascribe ")


def test_no_command():
    ascribe(status=2)
    assert "“destroy”" in ascribe("destroy", status=2)[1]


def test_usage():
    for arguments in (["export"], ["export", "P", "Q", "-f", "spans", "-o", "-"], ["export", "P", "-o", "-"], ["export", "P", "-f", "spans"],
                      ["export", "P", "-f", "nothing", "-o", "-"], ["export", "P", "-f", "spans", "-o", "-", "--gold", "--coder", "x"],
                      ["export", "P", "-f", "spans", "-o", "-", "--nonsense"], ["export", "P", "-f", "spans", "-o", "-", "--folder"],
                      ["export", "P", "-f", "spans", "-o", "-", "--option", "novalue"],
                      ["import", "P"], ["import", "P", "x.txt", "--format", "nothing"], ["import", "P", "x.txt", "--coder", "a b"],
                      ["validate"], ["stats"], ["new"], ["new", "P", "--coder", "../x"]):
        _, err = ascribe(*arguments, status=2)
        assert err.startswith("ascribe: ") and f"“ascribe {arguments[0]} --help”" in err, err


def test_formats():
    assert "spans" in ascribe("formats")[0]
    formats = json.loads(ascribe("formats", "--json")[0])
    assert [f["extension"] for f in formats["export"] if f["name"] == "spans"] == [".jsonl"]
    assert "text" in [f["name"] for f in formats["import"]]


def test_new_and_import():
    with Folder() as folder:
        project = folder.path("new", "project")
        ascribe("new", project, "--name", "Mine", "--coder", "mia")
        assert folder.json("new", "project", "project.json")["name"] == "Mine"
        assert [l["name"] for l in folder.json("new", "project", "codebook.json")["labels"]][:3] == ["claim", "actor", "date"]
        assert "project.json" in ascribe("new", project, status=3)[1]

        folder.write("One.\r\nTwo.\r\n", "in", "one.txt")
        folder.write("\ufeffThree 😀\n", "in", "deep", "three.txt")
        folder.write("not a text", "in", "data.bin")
        out, _ = ascribe("import", project, folder.path("in"))
        assert out == "2 new articles\n", out
        assert folder.read("new", "project", "articles", "one.txt") == b"One.\nTwo.\n"
        assert folder.read("new", "project", "articles", "three.txt") == "Three 😀\n".encode()
        assert folder.json("new", "project", "articles", "one.json")["normalised"] == ["crlf"]
        out, _ = ascribe("import", project, "-", stdin="From a pipe.".encode())
        assert out == "1 new article\n", out
        ascribe("validate", project)


def test_new_codebooks():
    with Folder() as folder:
        for name in ("claims", "ner", "polnear"):
            ascribe("new", folder.path(name), "--codebook", name)
            ascribe("validate", folder.path(name))
        names = [l["name"] for l in folder.json("ner", "codebook.json")["labels"]]
        assert names and "claim" not in names
        ascribe("new", folder.path("own"), "--codebook", folder.path("ner", "codebook.json"))
        assert folder.read("own", "codebook.json") == folder.read("ner", "codebook.json")
        assert "nowhere.json" in ascribe("new", folder.path("none"), "--codebook", folder.path("nowhere.json"), status=3)[1]
        assert not os.path.exists(folder.path("none"))


def test_import_goes_on():
    with Folder() as folder:
        project = folder.path("p")
        ascribe("new", project)
        folder.write("", "in", "empty.txt")
        folder.write("Good.", "in", "good.txt")
        _, err = ascribe("import", project, folder.path("in"), status=1)
        assert "empty.txt" in err
        assert os.listdir(folder.path("p", "articles")) and folder.read("p", "articles", "good.txt") == b"Good."
        _, err = ascribe("import", project, folder.path("in", "empty.txt"), folder.path("missing.txt"), status=3)
        assert "empty.txt" in err and "missing.txt" in err
        summary = json.loads(ascribe("import", project, folder.path("in"), "--json", status=3)[0])
        assert summary["articles"] == 0 and sorted(p["code"] for p in summary["problems"]) == ["empty", "exists"]


def test_stats():
    with Folder() as folder:
        project = folder.copy("awkward")
        out, _ = ascribe("stats", project)
        assert "4 articles" in out and "Done, no claims" in out
        stats = json.loads(ascribe("stats", project, "--json")[0])
        anna = stats["coders"][0]
        assert anna["coder"] == "anna" and anna["labels"] == {"actor": 3, "claim": 6, "date": 1}
        assert anna["states"] == {"unread": 1, "reading": 1, "done": 0, "done-no-claims": 1, "set-aside": 1}
        assert stats["articles"] == 4 and stats["problems"] == []


def test_export_summary():
    with Folder() as folder:
        project = folder.copy("awkward")
        before = folder.hashes("project")
        summary = json.loads(ascribe("export", project, "-f", "spans", "-o", folder.path("x.jsonl"), "--json")[0])
        assert summary["written"] and summary["articles"] == 2 and summary["annotations"] == 9 and summary["losses"] == {}
        assert summary["left_out"] == {"unread": 0, "set-aside": 1}
        out, err = ascribe("export", project, "-f", "spans", "-o", "-", "--json")
        assert out.encode() == folder.read("x.jsonl") and json.loads(err)["output"] == "-"
        summary = json.loads(ascribe("export", project, "-f", "spans", "--dry-run", "--json")[0])
        assert not summary["written"]
        assert folder.hashes("project") == before


def test_export_coders():
    with Folder() as folder:
        project = folder.copy("awkward")
        for arguments, coders in ((["--gold"], {"ben"}), (["--coder=anna"], {"anna"}), (["--each-coder"], {"anna", "ben"}), ([], {"anna", "ben"})):
            out, _ = ascribe("export", project, "-f", "spans", "-o", "-", *arguments)
            assert {json.loads(line)["annotator"] for line in out.splitlines()} == coders
        assert "anna, ben" in ascribe("export", project, "-f", "spans", "-o", "-", "--coder=carl", status=2)[1]
        folder.replace('"gold_coder": "ben"', '"gold_coder": "carl"', "project", "project.json")
        ascribe("export", project, "-f", "spans", "-o", "-", "--gold", status=2)


def test_export_folder():
    with Folder() as folder:
        project = folder.copy("demo")
        os.mkdir(folder.path("there"))
        folder.write("mine", "there", "LICENSE")
        for name in ("there", "new/"):
            ascribe("export", project, "-f", "spans", "-o", folder.path(name))
        ascribe("export", project, "-f", "spans", "--folder", "-o", folder.path("asked"))
        assert folder.read("there", "LICENSE") == b"mine"
        assert folder.hashes("new").values() == folder.hashes("asked").values() or sorted(folder.hashes("new").values()) == sorted(folder.hashes("asked").values())
        assert sorted(os.listdir(folder.path("there"))) == ["LICENSE", "README.md", "data"]
        assert sorted(os.listdir(folder.path("there", "data"))) == ["actors.jsonl", "articles.jsonl", "spans.jsonl"]
        assert not [name for name in os.listdir(folder.name) if name.endswith(".part")]


def test_validate_finds():
    with Folder() as folder:
        folder.copy("awkward")
        pieces = ("project", "annotations", "anna", "pieces.json")
        folder.replace('"label": "date"', '"label": "datum"', *pieces)
        folder.replace('"stance": "oppose"', '"stance": "hate"', *pieces)
        folder.replace('"actor": "she"', '"actor": "he"', *pieces)
        folder.replace('"type": "quoted-in"', '"type": "uttered"', *pieces)
        folder.replace('"type": "source", "from": "c1"', '"type": "nonsense", "from": "c1"', *pieces)
        folder.write("Nothing was claimed here.\r\n", "project", "articles", "empty-handed.txt")
        folder.write(b"{}", "project", "annotations", "ben", "gone.json")
        folder.write(b"{}", "project", "articles", "orphan.json")
        out, _ = ascribe("validate", folder.path("project"), status=1)
        for expected in ("annotations/anna/pieces.json: /annotations/", "/label: not in the codebook (datum)", "/attributes/stance: ", "/attributes/actor: ",
                         "uttered: claim → claim", "(nonsense)", "articles/empty-handed.txt: not what it should be (CR)", "articles/empty-handed.json: /sha256: ",
                         "annotations/ben/gone.json: /article: ", "articles/orphan.json: "):
            assert expected in out, f"{expected}\n{out}"
        findings = json.loads(ascribe("validate", folder.path("project"), "--json", status=1)[0])
        assert not findings["valid"]
        places = [finding.get("pointer", "") for finding in findings["findings"]]
        position = [a["id"] for a in folder.json(*pieces)["annotations"]].index("d1")
        assert f"/annotations/{position}/label" in places, places


tap.run(sys.modules[__name__])
