#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: each gets a message that names the file, exit status 3, and nothing on disk is touched."""
import json
import os
import resource
import signal
import sys

import tap
from project import Folder, ascribe

LAYER = ("project", "annotations", "anna", "demo-B.json")


def export_fails(folder, *mentioned):
    """Exporting stops with a message that mentions all of that, and the destination stays as it was."""
    destination = folder.write("precious", "out", "out.jsonl")
    before = folder.hashes()
    out, err = ascribe("export", folder.path("project"), "-f", "spans", "-o", destination, status=3)
    for word in mentioned:
        assert word in err, f"{word}\n{err}"
    assert out == "" and folder.hashes() == before
    out, err = ascribe("export", folder.path("project"), "-f", "spans", "-o", "-", status=3)
    assert out == "", "nothing goes to a pipe before everything was checked"


def damaged(damage, *mentioned):
    with Folder() as folder:
        folder.copy("demo")
        damage(folder)
        export_fails(folder, *mentioned)


def test_no_project():
    with Folder() as folder:
        for command in (["export", "-f", "spans", "-o", "-"], ["validate"], ["stats"]):
            _, err = ascribe(command[0], folder.path("nowhere"), *command[1:], status=3)
            assert "project.json" in err and "nowhere" in err, err


def test_corrupted_quote():
    damaged(lambda folder: folder.replace('"quote": ["July 4"]', '"quote": ["July 5"]', *LAYER), "annotations/anna/demo-B.json", "/annotations/1")


def test_moved_span():
    damaged(lambda folder: folder.replace('[[30, 36]]', '[[31, 37]]', *LAYER), "demo-B.json")


def test_span_beyond_end():
    damaged(lambda folder: folder.replace('[[30, 36]]', '[[30, 360]]', *LAYER), "demo-B.json")


def test_text_changed():
    damaged(lambda folder: folder.write("Another text.", "project", "articles", "demo-B.txt"), "demo-B")


def test_text_gone_binary():
    damaged(lambda folder: folder.write(b"\xff\xfe\x00\x00\xd8", "project", "articles", "demo-B.txt"), "demo-B.txt")


def test_truncated_json():
    damaged(lambda folder: folder.write(folder.read(*LAYER)[:400], *LAYER), "demo-B.json", "line ")


def test_empty_json():
    damaged(lambda folder: folder.write("", *LAYER), "demo-B.json")


def test_newer_version():
    damaged(lambda folder: folder.replace("ascribe-annotations/1", "ascribe-annotations/9", *LAYER), "demo-B.json", "newer")


def test_utf16_json():
    damaged(lambda folder: folder.write(folder.read(*LAYER).decode().encode("utf-16"), *LAYER), "demo-B.json")


def test_huge_json():
    def damage(folder):
        with open(folder.path(*LAYER), "r+b") as file:
            file.truncate(200 * 1024 * 1024)
    damaged(damage, "demo-B.json", "too large")


def test_huge_text():
    def damage(folder):
        with open(folder.path("project", "articles", "demo-B.txt"), "r+b") as file:
            file.truncate(200 * 1024 * 1024)
    damaged(damage, "demo-B.txt", "too large")


def test_broken_codebook():
    damaged(lambda folder: folder.write('{"format": "ascribe-codebook/1",\n  oops}', "project", "codebook.json"),
            "“codebook.json” is not valid JSON at line 2, column 3", "the default codebook is used until then")


def test_unreadable():
    if os.geteuid() == 0:
        raise tap.Skip("root can read everything")
    damaged(lambda folder: os.chmod(folder.path(*LAYER), 0), "demo-B.json")


def test_validate_tells_all():
    """One broken file never hides another."""
    with Folder() as folder:
        folder.copy("demo")
        folder.write("", *LAYER)
        folder.write('{"format"', "project", "annotations", "anna", "demo-A.json")
        folder.replace("ascribe-annotations/1", "ascribe-annotations/9", "project", "annotations", "anna", "demo-M.json")
        out, _ = ascribe("validate", folder.path("project"), status=1)
        for name in ("demo-A.json:1:", "demo-B.json: ", "demo-M.json: "):
            assert "annotations/anna/" + name in out, out
        stats = json.loads(ascribe("stats", folder.path("project"), "--json", status=1)[0])
        assert len(stats["problems"]) >= 3


def test_broken_texts():
    with Folder() as folder:
        project = folder.path("p")
        ascribe("new", project)
        folder.write("", "empty.txt")
        folder.write(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "picture.txt")
        with open(folder.path("huge.txt"), "wb") as file:
            file.truncate(200 * 1024 * 1024)
        for name in ("empty.txt", "picture.txt", "huge.txt"):
            _, err = ascribe("import", project, folder.path(name), status=3)
            assert name in err, err
        folder.write("Ümläut".encode("utf-16"), "wide.txt")
        folder.write("Ümläut".encode("windows-1252"), "western.txt")
        ascribe("import", project, folder.path("wide.txt"), folder.path("western.txt"))
        assert folder.read("p", "articles", "wide.txt").decode() == folder.read("p", "articles", "western.txt").decode() == "Ümläut"
        ascribe("validate", project)


def test_read_only_destination():
    with Folder() as folder:
        project = folder.copy("demo")
        _, err = ascribe("export", project, "-f", "spans", "-o", folder.path("nowhere", "out.jsonl"), status=3)
        assert "out.jsonl" in err, err
        folder.write("a file", "file")
        _, err = ascribe("export", project, "-f", "spans", "-o", folder.path("file", "out.jsonl"), status=3)
        assert "out.jsonl" in err, err
        _, err = ascribe("export", project, "-f", "spans", "--folder", "-o", folder.path("file"), status=3)
        assert "file" in err and folder.read("file") == b"a file"
        if os.geteuid() != 0:
            os.mkdir(folder.path("closed"), 0o500)
            ascribe("export", project, "-f", "spans", "-o", folder.path("closed", "out.jsonl"), status=3)


def test_full_disk():
    """A file size limit stands for a disk that is full: the export fails as a whole."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))

    with Folder() as folder:
        project = folder.copy("demo")
        destination = folder.write("precious", "out", "out.jsonl")
        _, err = ascribe("export", project, "-f", "spans", "-o", destination, status=3, preexec=limit)
        assert "out.jsonl" in err, err
        assert folder.read("out", "out.jsonl") == b"precious" and os.listdir(folder.path("out")) == ["out.jsonl"]
        os.mkdir(folder.path("set"))
        ascribe("export", project, "-f", "spans", "-o", folder.path("set"), status=3, preexec=limit)
        assert os.listdir(folder.path("set")) == [] and sorted(os.listdir(folder.name)) == ["out", "project", "set"]


def test_link_and_mode_stay():
    with Folder() as folder:
        project = folder.copy("demo")
        folder.write("old", "real.jsonl")
        os.chmod(folder.path("real.jsonl"), 0o600)
        os.symlink("real.jsonl", folder.path("link.jsonl"))
        ascribe("export", project, "-f", "spans", "-o", folder.path("link.jsonl"))
        assert os.path.islink(folder.path("link.jsonl")) and folder.read("real.jsonl").startswith(b'{"id": "demo-A"')
        assert os.stat(folder.path("real.jsonl")).st_mode & 0o777 == 0o600


tap.run(sys.modules[__name__])
