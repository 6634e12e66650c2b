#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/format.md names every feature, metadata key, value slot and term prefix that src/store writes."""
import re
import unittest

import project

DOCUMENT = (project.ROOT / "docs/format.md").read_text(encoding="utf-8")


def found_in(file, pattern):
    """What `pattern` finds in a file of src/store; nothing at all means that the pattern is out of date."""
    found = re.findall(pattern, (project.ROOT / "src/store" / file).read_text(encoding="utf-8"))
    if not found:
        raise AssertionError(f"{file} holds nothing like {pattern}")
    return found


class FormatDocument(unittest.TestCase):
    def assert_described(self, names, first_cell):
        undescribed = [name for name in names
                       if not re.search(first_cell.format(re.escape(name)), DOCUMENT, re.MULTILINE)]
        self.assertEqual(undescribed, [])

    def test_every_feature_is_described(self):
        self.assert_described(found_in("format.cc", r'"([a-z-]+-\d+)"'), r"^\| `{}` \|")

    def test_every_metadata_key_is_described(self):
        self.assert_described(found_in("metadata.h", r'"([a-z]+/?)";'), r"^\| `{}`")

    def test_every_term_prefix_is_described(self):
        prefixes = found_in("terms.cc", r'return "([A-Z])"') + found_in("terms.h", r"= '([A-Z])'")
        self.assert_described(prefixes + found_in("terms.cc", r'joined\("([A-Z])"'), r"^\| `{}` ")

    def test_every_value_slot_is_described(self):
        rows = re.findall(r"^\| (\d+)(?:(?:,| to) (\d+))? \|", DOCUMENT, re.MULTILINE)
        described = {slot for first, last in rows for slot in range(int(first), int(last or first) + 1)}
        self.assertEqual(described, {int(slot) for slot in found_in("slots.h", r"\n  [a-z_]+ = (\d+)")})


if __name__ == "__main__":
    unittest.main()
