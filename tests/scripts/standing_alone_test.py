#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The project stands alone: no file names a path of somebody's machine or a file outside the project, and every
script says at its top what it is for and when to run it."""
import pathlib
import re
import tempfile
import unittest

import project

# Absolute paths that exist on one machine only, and ways out of the project.
OUTSIDE = re.compile(r"(?<![\w.:/$}-])/(?:home|root|work|Users|mnt)/\w|\.\./(?:\.\./)*shared\b")
WHEN = re.compile(r"\b[Rr]uns?\b")


def leading_outside(root):
    """Lines that name a path outside the project, each as "file:line: text"."""
    found = []
    for path in project.files(root):
        for number, line in enumerate((project.text_of(path) or "").splitlines(), 1):
            if OUTSIDE.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {line.strip()[:80]}")
    return found


def opening(text):
    """The comment that a script opens with, behind the interpreter and the licence."""
    lines = text.splitlines()[2:]
    if lines and lines[0].startswith('"""'):
        return text.split('"""')[1]
    comment = []
    for line in lines:
        if not line.startswith("#"):
            break
        comment.append(line)
    return "\n".join(comment)


def unexplained(root):
    """Programs in scripts/ and .ci/ that do not open with a licence and a comment that says when they run."""
    found = []
    for path in sorted([*(root / "scripts").iterdir(), *(root / ".ci").iterdir()]):
        text = project.text_of(path) or "" if path.is_file() else ""
        if not text.startswith("#!"):
            continue
        licensed = "SPDX-License-Identifier" in text.splitlines()[1]
        if not licensed or not WHEN.search(opening(text)):
            found.append(str(path.relative_to(root)))
    return found


class StandingAlone(unittest.TestCase):
    def planted(self, check, files):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "scripts").mkdir()
            (root / ".ci").mkdir()
            for path, text in files.items():
                project.write(root, path, text)
            return check(root)

    def test_no_file_of_the_project_leads_outside(self):
        self.assertEqual(leading_outside(project.ROOT), [])

    def test_every_script_of_the_project_says_when_to_run_it(self):
        self.assertEqual(unexplained(project.ROOT), [])

    def test_a_path_of_a_machine_is_found(self):
        path = "/" + "home/anna/fic"
        self.assertEqual(self.planted(leading_outside, {"src/a.cc": f'x\nopen("{path}")\n'}),
                         [f'src/a.cc:2: open("{path}")'])

    def test_a_path_out_of_the_project_is_found(self):
        path = ".." + "/shared/a.md"
        self.assertEqual(self.planted(leading_outside, {"guide/a.md": f"see {path}\n"}), [f"guide/a.md:1: see {path}"])

    def test_addresses_and_paths_of_debian_pass(self):
        text = "https://a.example/" + "home/b /usr/share/mecab /tmp/a works/" + "home/x\n"
        self.assertEqual(self.planted(leading_outside, {"README.md": text}), [])

    def test_scripts_that_say_when_to_run_them_pass(self):
        licence = "# SPDX-License-Identifier: GPL-3.0-or-later\n"
        self.assertEqual(self.planted(unexplained, {
            "scripts/a": f"#!/bin/sh\n{licence}# Run it before a release.\n",
            "scripts/b": f'#!/usr/bin/env python3\n{licence}"""Counts.\n\nRun it by hand."""\n',
            "scripts/list": "no program\n"}), [])

    def test_a_script_that_does_not_say_when_to_run_it_is_found(self):
        licence = "# SPDX-License-Identifier: GPL-3.0-or-later\n"
        self.assertEqual(self.planted(unexplained, {
            "scripts/a": f"#!/bin/sh\n{licence}# Counts.\nset -e  # run\n",
            ".ci/b": "#!/bin/sh\n# Run it before a release.\ntrue\n"}), [".ci/b", "scripts/a"])


if __name__ == "__main__":
    unittest.main()
