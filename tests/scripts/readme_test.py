#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the README: each ```sh block in order, in one folder, with the samples beside it.

A block must succeed. A ```text block right behind it is what it prints on standard output, to the letter, save that a
line "…" stands for any number of lines. The ```cpp block is readme_example.cc, which is built and run as well. Other
blocks (```console, ```cmake) are for reading only.

readme_test.py PROGRAM EXAMPLE    the ficsearch to test, and the program that readme_example.cc became
"""
import pathlib
import re
import sys
import tempfile
import unittest

import project
from sample_commands import Session

PROGRAM, EXAMPLE = (pathlib.Path(argument) for argument in sys.argv[1:3])
README = (project.ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANY_LINES = "…\n"


def examples(document):
    """The (commands, expected output or None) of a document."""
    blocks = list(BLOCK.finditer(document))
    for block, following in zip(blocks, [*blocks[1:], None]):
        if block[1] != "sh":
            continue
        answered = following and following[1] == "text" and not document[block.end():following.start()].strip()
        yield block[2], following[2] if answered else None


def is_as_expected(output, expected):
    pieces = [re.escape(piece) for piece in re.split(f"^{ANY_LINES}", expected, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(pieces), output) is not None


def problems(document, program):
    """What does not go as a document says."""
    found, count = [], 0
    with Session(program) as session:
        for commands, expected in examples(document):
            count += 1
            answer = session.run(commands)
            if answer.returncode != 0:
                found.append(f"{commands}exit code {answer.returncode}\n{answer.stderr}")
            elif expected is not None and not is_as_expected(answer.stdout, expected):
                found.append(f"{commands}prints\n{answer.stdout}instead of\n{expected}")
    return found if count else ["there is no example"]


class Readme(unittest.TestCase):
    def test_every_example_of_the_readme_goes_as_written(self):
        found = problems(README, PROGRAM)
        self.assertFalse(found, "\n".join(found))

    def test_the_library_example_is_the_one_that_is_built(self):
        source = (project.ROOT / "tests/scripts/readme_example.cc").read_text(encoding="utf-8")
        shown = [block[2] for block in BLOCK.finditer(README) if block[1] == "cpp"]
        self.assertEqual(shown, [source.partition("\n")[2]])

    def test_the_library_example_finds_what_the_command_line_finds(self):
        with Session(PROGRAM) as session:
            session.run("ficsearch import -d shelf samples/invented.jsonl").check_returncode()
            titles = session.run("ficsearch search -d shelf drama -x NTR --format tsv | cut -f2").stdout
            self.assertTrue(titles)
            self.assertEqual(session.run(str(EXAMPLE.resolve())).stdout, titles)

    def check(self, document):
        with tempfile.TemporaryDirectory() as folder:
            return problems(document, pathlib.Path(folder, "ficsearch"))

    def test_what_goes_as_written_passes(self):
        self.assertEqual(self.check("```sh\necho a >f\nls -d samples\n```\n\n```text\nsamples\n```\n"
                                    "then\n```console\n$ false\n```\n```sh\ncat f f f\n```\n```text\n…\na\n```\n"), [])

    def test_a_command_that_fails_is_found(self):
        self.assertEqual(len(self.check("```sh\nfalse\ntrue\n```\n")), 1)

    def test_another_output_is_found(self):
        self.assertEqual(len(self.check("```sh\nprintf 'a\\nb\\n'\n```\n\n```text\na\n```\n")), 1)
        self.assertEqual(len(self.check("```sh\nprintf 'a\\nb\\n'\n```\n\n```text\n…\na\n```\n")), 1)

    def test_a_document_without_examples_is_found(self):
        self.assertEqual(self.check("```console\n$ true\n```\n"), ["there is no example"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
