#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every test file is built or run, and every public header is verified: a test that no target builds is none.

everything_is_built_test.py BUILD    the build tree that is asked
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import project

BUILD = pathlib.Path(sys.argv[1])


def compiled(build):
    """The sources that a build tree compiles."""
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    return {pathlib.Path(command["directory"], command["file"]).resolve() for command in commands}


def words_of_tests(build):
    """The words of every command line that ctest runs."""
    listed = subprocess.run(["ctest", "--show-only=json-v1"], cwd=build, capture_output=True, text=True, check=True)
    return {word for test in json.loads(listed.stdout)["tests"] for word in test.get("command", [])}


def not_built(root, built, words):
    """Test files below `root`/tests that nothing builds or runs."""
    tests = sorted((root / "tests").rglob("*_test.cc"))
    missing = [path for path in tests if path.resolve() not in built]
    scripts = sorted((root / "tests").rglob("*_test.py"))
    return missing + [path for path in scripts if str(path) not in words]


def not_listed(root):
    """Public headers that src/CMakeLists.txt does not name, which therefore nobody verifies."""
    listed = (root / "src/CMakeLists.txt").read_text(encoding="utf-8")
    names = set(re.findall(r"include/ficsearch/\w+\.h", listed))
    headers = (root / "src/include").rglob("*.h")
    return sorted(path for path in headers if path.relative_to(root / "src").as_posix() not in names)


class EverythingIsBuilt(unittest.TestCase):
    def test_every_test_file_is_built_or_run(self):
        self.assertEqual(not_built(project.ROOT, compiled(BUILD), words_of_tests(BUILD)), [])

    def test_every_public_header_is_listed(self):
        self.assertEqual(not_listed(project.ROOT), [])

    def test_a_test_file_that_nothing_builds_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder).resolve()
            for name in ("built_test.cc", "forgotten_test.cc", "run_test.py", "forgotten_test.py", "support.cc"):
                project.write(root, f"tests/base/{name}", "")
            built, words = {root / "tests/base/built_test.cc"}, {str(root / "tests/base/run_test.py")}
            self.assertEqual([path.name for path in not_built(root, built, words)],
                             ["forgotten_test.cc", "forgotten_test.py"])

    def test_a_public_header_that_is_not_listed_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            project.write(root, "src/CMakeLists.txt", "FILES include/ficsearch/a.h")
            project.write(root, "src/include/ficsearch/a.h", "")
            project.write(root, "src/include/ficsearch/b.h", "")
            self.assertEqual([path.name for path in not_listed(root)], ["b.h"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
