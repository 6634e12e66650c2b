#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl-C in the middle of an import: what was read is committed, and the next import goes on.

The import reads from a pipe. A bad record's line on standard error shows that the signal is caught
by then, so nothing here waits for a while.
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()


def record(number):
    return json.dumps({"id": f"w{number}", "title": f"Work {number}"}).encode() + b"\n"


def start_import(directory):
    return subprocess.Popen([PROGRAM, "import", "-d", directory, "-"], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)


def feed_until_reading(process):
    """Feeds two works and a bad record, and waits for the line that refuses it."""
    process.stdin.write(record(1) + record(2) + b"{}\n")
    line = process.stderr.readline()
    assert line.startswith(b"rejected: -:3 "), line


class InterruptTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.directory = os.path.join(folder.name, "shelf")

    def interrupt_with(self, number):
        process = start_import(self.directory)
        feed_until_reading(process)
        process.send_signal(number)
        process.stdin.write(record(3) + record(4))
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)
        self.assertEqual(out, b"")
        return err.decode().splitlines()

    def check_next_import_goes_on(self, lines):
        self.assertIn("interrupted: the works counted here are committed", lines[-2])
        committed = int(lines[-1].split()[1])
        again = subprocess.run([PROGRAM, "import", "-d", self.directory, "-"],
                               input=b"".join(map(record, range(1, 5))), capture_output=True,
                               timeout=60, check=False)
        self.assertEqual(again.returncode, 0)
        self.assertEqual(
            again.stderr.decode().splitlines()[-1],
            f"imported 4 (added {4 - committed}, replaced 0, unchanged {committed}), rejected 0")

    def test_the_first_signal_commits_and_says_so(self):
        lines = self.interrupt_with(signal.SIGINT)
        self.check_next_import_goes_on(lines)

    def test_a_request_to_terminate_does_the_same(self):
        lines = self.interrupt_with(signal.SIGTERM)
        self.check_next_import_goes_on(lines)

    def test_an_input_that_ends_with_the_signal_is_not_taken_for_whole(self):
        process = start_import(self.directory)
        feed_until_reading(process)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)
        self.check_next_import_goes_on(err.decode().splitlines())

    def test_the_second_signal_ends_at_once(self):
        process = start_import(self.directory)
        feed_until_reading(process)
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGTERM)
        # Standard input stays open: only leaving at once can end the program.
        self.assertEqual(process.wait(timeout=60), 130)
        process.communicate()

    def test_a_watch_that_waits_ends_well(self):
        folder = os.path.join(os.path.dirname(self.directory), "books")
        os.mkdir(folder)
        with open(os.path.join(folder, "works.jsonl"), "wb") as dump:
            dump.write(record(1))
        process = subprocess.Popen([PROGRAM, "import", "-d", self.directory, "--watch", folder],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(process.stderr.readline(),
                         b"imported 1 (added 1, replaced 0, unchanged 0), rejected 0\n")
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        self.assertEqual(err, b"")
        self.assertEqual(process.returncode, 0)

    def test_a_watch_keeps_what_was_refused(self):
        place = os.path.dirname(self.directory)
        folder, rejects = os.path.join(place, "books"), os.path.join(place, "bad.jsonl")
        os.mkdir(folder)
        works = os.path.join(folder, "works.jsonl")
        with open(works, "wb") as dump:
            dump.write(record(1) + b"{}\n")
        process = subprocess.Popen([PROGRAM, "import", "-d", self.directory, "--watch", "--rejects", rejects, folder],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(process.stderr.readline(),
                         b"imported 1 (added 1, replaced 0, unchanged 0), rejected 1\n")
        with open(rejects, "rb") as bad:
            self.assertIn(b"missing_id", bad.read())
        with open(works, "wb") as dump:
            dump.write(record(1) + record(2))
        self.assertEqual(process.stderr.readline(),
                         b"imported 2 (added 1, replaced 0, unchanged 1), rejected 0\n")
        self.assertEqual(os.path.getsize(rejects), 0)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0)


if __name__ == "__main__":
    unittest.main()
