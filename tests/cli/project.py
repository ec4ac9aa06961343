# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the commands share: running them, and a copy of a golden project to damage."""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

ASCRIBE = sys.argv[1]
PROJECTS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "golden", "projects")
TIMEOUT = 120


def ascribe(*arguments, status=0, stdin=None, preexec=None, env=None):
    """Runs a command, checks its exit status, and gives (standard output, standard error)."""
    run = subprocess.run([ASCRIBE, *map(str, arguments)], input=stdin, capture_output=True, timeout=TIMEOUT, preexec_fn=preexec,
                         env={**os.environ, **(env or {})})
    out, err = run.stdout.decode(), run.stderr.decode()
    assert run.returncode == status, f"exit status {run.returncode}, not {status}\n{out}\n{err}"
    return out, err


class Folder(tempfile.TemporaryDirectory):
    """A folder of its own; path (), read () and write () take names in it."""

    def __enter__(self):
        return self

    def path(self, *names):
        return os.path.join(self.name, *names)

    def copy(self, project, name="project"):
        shutil.copytree(os.path.join(PROJECTS, project), self.path(name))
        return self.path(name)

    def read(self, *names):
        with open(self.path(*names), "rb") as file:
            return file.read()

    def write(self, data, *names):
        os.makedirs(os.path.dirname(self.path(*names)), exist_ok=True)
        with open(self.path(*names), "wb") as file:
            file.write(data if isinstance(data, bytes) else data.encode())
        return self.path(*names)

    def replace(self, old, new, *names):
        text = self.read(*names).decode()
        assert old in text, f"{old} is not in {names}"
        self.write(text.replace(old, new, 1), *names)

    def json(self, *names):
        return json.loads(self.read(*names))

    def hashes(self, *names):
        """Every file under a folder, with its hash, or its times and size where it cannot be read: equal when nothing was touched."""
        found = {}
        for folder, _, files in os.walk(self.path(*names)):
            for name in files:
                full = os.path.join(folder, name)
                try:
                    with open(full, "rb") as file:
                        found[os.path.relpath(full, self.name)] = hashlib.sha256(file.read()).hexdigest()
                except PermissionError:
                    status = os.stat(full)
                    found[os.path.relpath(full, self.name)] = (status.st_ino, status.st_size, status.st_mtime_ns)
        return found
