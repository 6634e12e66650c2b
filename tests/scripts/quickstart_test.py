#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests what scripts/quickstart shows, without its installing and building: every example finds something.

quickstart_test.py PROGRAM    PROGRAM is the ficsearch to test
"""
import json
import pathlib
import re
import subprocess
import sys
import unittest

import project
from sample_commands import Session

PROGRAM = pathlib.Path(sys.argv[1])
SCRIPT = project.ROOT / "scripts/quickstart"
IMPORT = "ficsearch import -d shelf samples/*.jsonl samples/aozora"


class Quickstart(unittest.TestCase):
    def test_every_example_finds_something(self):
        examples = re.findall(r"^show (.+)$", SCRIPT.read_text(encoding="utf-8"), re.MULTILINE)
        self.assertEqual(len(examples), 5)
        with Session(PROGRAM) as session:
            session.run(IMPORT).check_returncode()
            for example in examples:
                searching = " --exit-status" if " search " in example else ""
                answer = session.run(f"export FICSEARCH_INDEX=shelf\n{example}{searching}")
                self.assertEqual(answer.returncode, 0, f"{example}\n{answer.stderr}")
                self.assertTrue(answer.stdout, example)

    def test_a_second_import_of_the_samples_changes_nothing(self):
        with Session(PROGRAM) as session:
            first, second = (session.run(f"{IMPORT} --json") for _ in range(2))
            first, second = json.loads(first.stdout), json.loads(second.stdout)
            self.assertEqual(second["added"] + second["replaced"] + second["rejected"], 0)
            self.assertEqual(second["unchanged"], first["added"])

    def test_arguments_that_it_does_not_know_are_refused(self):
        for arguments in (["--index"], ["a", "b"]):
            answer = subprocess.run([SCRIPT, *arguments], capture_output=True, text=True, check=False)
            self.assertEqual(answer.returncode, 2)
            self.assertIn("usage", answer.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
