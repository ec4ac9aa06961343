# SPDX-License-Identifier: GPL-3.0-or-later
"""Test functions → TAP. A function named test_… fails by an exception, and is skipped by raising Skip."""
import sys
import traceback


class Skip(Exception):
    pass


def run(module):
    tests = [(name[5:].replace("_", "-"), function) for name, function in vars(module).items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = False
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f"ok {number} - {name}")
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}")
        except Exception:
            failed = True
            print(f"not ok {number} - {name}")
            for line in traceback.format_exc().splitlines():
                print("#", line)
        sys.stdout.flush()
    sys.exit(failed)
