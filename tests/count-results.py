#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sums meson's JUnit logs into the one line that CI reads: N passed, N failed[, N skipped].

A program that speaks TAP counts as its cases; a program that died or reported nothing counts as one."""
import sys
import xml.etree.ElementTree as ET

passed = failed = skipped = 0
for path in sys.argv[1:]:
    for suite in ET.parse(path).getroot().iter("testsuite"):
        for case in suite.iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
                print("failed:", suite.get("name"), case.get("name"))
            elif case.find("skipped") is not None:
                skipped += 1
                print("skipped:", suite.get("name"), case.get("name"))
            else:
                passed += 1
print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
sys.exit(1 if failed or not passed else 0)
