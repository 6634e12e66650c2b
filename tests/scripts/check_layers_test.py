#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests scripts/check_layers: the project keeps to its layers, and an include that does not is found."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import project


def check(root):
    return subprocess.run([sys.executable, project.ROOT / "scripts/check_layers", root],
                          capture_output=True, text=True, check=False)


class CheckLayers(unittest.TestCase):
    def planted(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in files.items():
                project.write(pathlib.Path(folder), path, text)
            return check(folder)

    def assert_found(self, path, include, reason):
        answer = self.planted({path: f"// A file.\n#include {include}\n", "src/base/a.h": ""})
        self.assertEqual(answer.returncode, 1, answer.stdout)
        self.assertIn(f"{path}:2: ", answer.stdout)
        self.assertIn(reason, answer.stdout)

    def test_the_project_keeps_to_its_layers(self):
        answer = check(project.ROOT)
        self.assertEqual(answer.returncode, 0, answer.stdout)

    def test_a_tree_that_keeps_to_them_passes(self):
        answer = self.planted({"src/store/a.cc": '#include <xapian.h>\n#include "base/a.h"\n#include "store/a.h"\n',
                               "src/cli/a.cc": '#include "ficsearch/index.h"\n#include <vector>\n'})
        self.assertEqual(answer.returncode, 0, answer.stdout)

    def test_an_include_against_an_arrow_is_found(self):
        self.assert_found("src/query/a.cc", '"search/plan.h"', "query/ may not include search/")

    def test_a_front_end_that_reaches_behind_the_public_headers_is_found(self):
        self.assert_found("src/cli/a.cc", '"engine/a.h"', "cli/ may not include engine/")

    def test_a_public_header_that_shows_a_layer_is_found(self):
        self.assert_found("src/include/ficsearch/a.h", '"base/a.h"', "include/ may not include base/")

    def test_a_foreign_header_away_from_home_is_found(self):
        self.assert_found("src/query/a.cc", "<xapian.h>", "<xapian.h> stays in search, snapshot, store")
        self.assert_found("src/search/a.cc", "<unicode/uchar.h>", "stays in text")

    def test_an_include_of_no_layer_is_found(self):
        self.assert_found("src/base/a.cc", '"helpers/a.h"', "is in no layer")

    def test_a_folder_that_is_no_layer_is_found(self):
        answer = self.planted({"src/helpers/a.h": ""})
        self.assertEqual(answer.returncode, 1)
        self.assertIn("helpers/ is no layer", answer.stdout)

    def test_a_tree_without_sources_is_no_clean_tree(self):
        answer = self.planted({"README.md": ""})
        self.assertEqual(answer.returncode, 1)
        self.assertIn("no sources", answer.stdout)


if __name__ == "__main__":
    unittest.main()
