#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a program that annotates, at random moments, and looks at what is on the disk: it can always be read, it holds what was said to
be saved, and all that was done more than a second before. Half of the moments are chosen so that a file is likely being written. Every
other round two programs annotate the same file, and one of them is killed first. Prints TAP.

    test-kill.py ASCRIBE ANNOTATE_FOREVER [ROUNDS]
"""
import concurrent.futures
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

ASCRIBE, PROGRAM = sys.argv[1:3]
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 20
SERIES = 4                       # at the same time, each on a project of its own, round after round
SHOWN_SECONDS = 1.0
WRITING_SECONDS = 0.150, 0.185   # after all was saved: when the next change is on its way to the disk
TEXT = "Ferrer said on Tuesday 🎉 that a fee will be charged. Brandt denied this. " * 12 + "\n"

seed = int(os.environ.get("SEED") or random.randrange(1 << 32))
print(f"# SEED={seed}")
random.seed(seed)


class Annotator:
    """The program, and what it has told so far."""

    def __init__(self, folder, prefix):
        self.prefix = prefix
        self.operations = []       # (sign, id, time in seconds)
        self.n_saved = 0           # so many of them are acknowledged
        self.n_acknowledgements = 0
        self.problems = []
        self.process = subprocess.Popen([PROGRAM, folder, prefix], stdout=subprocess.PIPE, text=True)
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            if not line.endswith("\n"):
                break
            words = line.split()
            if words[0] == "saved":
                self.n_saved = len(self.operations)
                self.n_acknowledgements += 1
            elif words[0] == "problem":
                self.problems.append(line.strip())
            else:
                self.operations.append((words[0], words[1], int(words[2]) / 1e6))

    def kill(self):
        assert self.process.poll() is None, "the program ended by itself"
        self.killed = time.monotonic()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.reader.join()

    def certain(self):
        """So many operations are to be on the disk."""
        shown = sum(moment < self.killed - SHOWN_SECONDS for _, _, moment in self.operations)
        return max(self.n_saved, shown)


def check(path, before, annotators):
    """The ids on the disk, after comparing them with what was there and what was done since."""
    if not os.path.exists(path):
        assert not before and all(annotator.certain() == 0 for annotator in annotators), "there is no file"
        return set()
    with open(path, encoding="utf-8", newline="") as file:
        content = json.load(file)
    there = {annotation["id"] for annotation in content["annotations"]}
    for annotation in content["annotations"]:
        assert [TEXT[start:end] for start, end in annotation["spans"]] == annotation["quote"], annotation
    for name in "conflicts", "orphans":
        assert name not in content, content[name]

    must, may = set(before), set()
    for annotator in annotators:
        assert not annotator.problems, annotator.problems
        for number, (sign, id, _) in enumerate(annotator.operations):
            if number < annotator.certain():
                (must.add if sign == "+" else must.discard)(id)
            else:
                may.add(id)
    lost = must - may - there
    unknown = there - must - may
    assert not lost, f"{len(lost)} lost of {len(must)}: {sorted(lost)[:5]}"
    assert not unknown, f"{len(unknown)} are there that were removed: {sorted(unknown)[:5]}"
    return there


def wait_to_kill(annotator):
    time.sleep(random.uniform(0.05, 1.6))
    if random.random() < 0.5:
        before, end = annotator.n_acknowledgements, time.monotonic() + 2
        while annotator.n_acknowledgements == before and time.monotonic() < end:
            time.sleep(0.001)
        time.sleep(random.uniform(*WRITING_SECONDS))


def make_project(folder):
    os.makedirs(os.path.join(folder, "articles"))
    for name, content in {
            "project.json": {"format": "ascribe-project/1", "name": "kill", "coders": ["mia"]},
            "articles/a.json": {"format": "ascribe-article/1", "title": "A", "length": len(TEXT),
                                "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}}.items():
        with open(os.path.join(folder, name), "w") as file:
            json.dump(content, file)
    with open(os.path.join(folder, "articles/a.txt"), "w", newline="") as file:
        file.write(TEXT)


def series(n_rounds):
    """So many rounds on one project: (operations, acknowledgements, annotations in the end, files half written)."""
    n_operations = n_acknowledgements = 0
    with tempfile.TemporaryDirectory() as folder:
        make_project(folder)
        path = os.path.join(folder, "annotations/mia/a.json")
        there = set()
        for number in range(n_rounds):
            annotators = [Annotator(folder, prefix) for prefix in (("p", "q") if number % 2 else ("p",))]
            for annotator in annotators:
                wait_to_kill(annotator)
                annotator.kill()
            there = check(path, there, annotators)
            n_operations += sum(len(annotator.operations) for annotator in annotators)
            n_acknowledgements += sum(annotator.n_acknowledgements for annotator in annotators)
        run = subprocess.run([ASCRIBE, "validate", folder], capture_output=True, text=True)
        assert run.returncode in (0, 1), run.stderr
        leftovers = [name for name in os.listdir(os.path.dirname(path)) if name != "a.json"]
    return n_operations, n_acknowledgements, len(there), len(leftovers)


def main():
    shares = [ROUNDS // SERIES + (i < ROUNDS % SERIES) for i in range(SERIES)]
    with concurrent.futures.ThreadPoolExecutor(SERIES) as pool:
        totals = [sum(column) for column in zip(*pool.map(series, shares))]
    print("# {} kills, {} operations, {} times saved, {} annotations in the end, {} half-written files beside".format(ROUNDS, *totals))


print("1..1")
try:
    main()
    print("ok 1 - killed", ROUNDS, "times")
except Exception as problem:
    print("not ok 1 - killed", ROUNDS, "times")
    print("#", type(problem).__name__, problem)
    sys.exit(1)
