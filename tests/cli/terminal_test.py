#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program does only on a terminal: colour, its width, the progress line, --no-input."""

import fcntl
import os
import pathlib
import pty
import struct
import subprocess
import sys
import tempfile
import termios
import unittest

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
WORKS = pathlib.Path(__file__).resolve().parent.parent / "data" / "cli" / "works.jsonl"
ESCAPE = "\x1b["


def on_terminal(*words, columns=80, **variables):
    """Runs the program on a new terminal; gives its exit code and all that it shows there."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {"PATH": os.environ.get("PATH", ""), "TERM": "xterm", **variables}
    process = subprocess.Popen([PROGRAM, *words], stdin=slave, stdout=slave, stderr=slave,
                               env=environment)
    os.close(slave)
    shown = b""
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:  # Linux says EIO when the other end is closed.
            break
        if not piece:
            break
        shown += piece
    os.close(master)
    return process.wait(timeout=60), shown.decode().replace("\r\n", "\n")


class TerminalTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.shelf = os.path.join(cls.folder.name, "shelf")
        subprocess.run([PROGRAM, "import", "-q", "-d", cls.shelf, WORKS], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_colour_is_for_terminals(self):
        code, shown = on_terminal("search", "-d", self.shelf, "garden")
        self.assertEqual(code, 0)
        self.assertIn(ESCAPE, shown)

    def test_colour_can_be_refused(self):
        for words, variables in [
            (["--color", "never"], {}),
            ([], {"NO_COLOR": "1"}),
            ([], {"TERM": "dumb"}),
        ]:
            with self.subTest(words=words, variables=variables):
                _, shown = on_terminal("search", "-d", self.shelf, "garden", *words, **variables)
                self.assertNotIn(ESCAPE, shown)

    def test_text_is_wrapped_to_the_width_of_the_terminal(self):
        _, shown = on_terminal("search", "-d", self.shelf, "-q", "garden", "--color", "never",
                               columns=40)
        lines = shown.splitlines()
        self.assertIn("  He sets out to win somebody who is", lines)
        self.assertTrue(all(len(line) <= 40 for line in lines), lines)

    def test_an_import_shows_progress_and_then_its_last_line(self):
        code, shown = on_terminal("import", "-d", self.shelf, str(WORKS))
        self.assertEqual(code, 0)
        self.assertIn("8 works  0.0 MB", shown)
        self.assertEqual(shown.splitlines()[-1],
                         "imported 8 (added 0, replaced 0, unchanged 8), rejected 0")

    def test_a_quiet_import_shows_nothing(self):
        self.assertEqual(on_terminal("import", "-q", "-d", self.shelf, str(WORKS)), (0, ""))

    def test_no_input_refuses_to_wait_for_a_person(self):
        for words in [["batch", "-d", self.shelf], ["import", "-d", self.shelf, "-"]]:
            with self.subTest(words=words):
                code, shown = on_terminal(*words, "--no-input")
                self.assertEqual(code, 2)
                self.assertIn("--no-input", shown)


if __name__ == "__main__":
    unittest.main()
