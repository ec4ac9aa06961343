#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page and --help list the same commands and options, and the same formats."""
import json
import os
import re
import shutil
import subprocess
import sys

import tap
from project import ascribe

PAGE = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "data", "ascribe.1")
with open(PAGE, encoding="utf-8") as page:
    TEXT = page.read()


def section(name, macro="Sh"):
    return re.search(rf"^\.{macro} {name}\n(.*?)(?=^\.S[hs] |\Z)", TEXT, re.M | re.S).group(1)


def commands_of_help():
    return re.findall(r"^  ([a-z]+) ", ascribe("--help")[0].split("Commands:")[1].split("Options:")[0], re.M)


def test_commands():
    listed = re.findall(r"^\.Ss ([a-z]+)$", TEXT.split(".Sh COMMANDS")[1].split(".Sh FORMATS")[0], re.M)
    assert listed == commands_of_help(), listed
    assert re.findall(r"^\.Cm ([a-z]+)$", section("SYNOPSIS"), re.M) == listed


def test_options():
    for command in commands_of_help():
        helped = set(re.findall(r"(?<![\w-])--([a-z-]+)", ascribe(command, "--help")[0].split("Application Options:")[1])) - {"help"}
        in_page = set(re.findall(r"Fl -([a-z-]+)", "\n".join(re.findall(r"^\.It (.*)$", section(command, "Ss"), re.M))))
        assert in_page == helped, (command, in_page ^ helped)


def test_formats():
    formats = json.loads(ascribe("formats", "--json")[0])
    names = {f["name"] for f in formats["export"] + formats["import"]}
    assert set(re.findall(r"^\.It Cm ([a-z0-9-]+)$", section("FORMATS"), re.M)) == names
    for exporter in formats["export"]:
        for option, choices in exporter["options"].items():
            line = re.search(rf"^\.It Cm {option} Ns = Ns (.*)$", section("FORMATS"), re.M)
            assert line, option
            assert not choices or line.group(1) == "Cm " + " | ".join(choices), (option, choices)


def test_renders():
    if shutil.which("man") is None:
        raise tap.Skip("man is not there")
    run = subprocess.run(["man", "--warnings", "-l", PAGE], capture_output=True, text=True, env={**os.environ, "MANWIDTH": "80", "MANPAGER": "cat"})
    assert run.returncode == 0 and run.stderr == "", run.stderr
    assert "EXIT STATUS" in run.stdout


tap.run(sys.modules[__name__])
