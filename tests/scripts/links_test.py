#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every relative link of a document leads somewhere, and every document that a source names exists."""
import pathlib
import re
import tempfile
import unittest

import project

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
# Documents as comments and help texts name them.
NAMED = re.compile(r"(?<![\w./-])(?:docs|schema|dict|samples)/[\w./-]+\.(?:md|json)\b")


def anchors(text):
    """What the headings of a document are linked by."""
    names = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(CODE.sub("", text)))
    return {name.strip().replace(" ", "-") for name in names}


def broken_links(root):
    """Relative links of Markdown files to nothing, each as "file: link"."""
    broken = []
    for path in project.files(root):
        if path.suffix != ".md":
            continue
        for link in LINK.findall(CODE.sub("", path.read_text(encoding="utf-8"))):
            if re.match(r"[a-z]+:", link):
                continue
            target, _, anchor = link.partition("#")
            file = path.parent / target if target else path
            found = file.exists() and (not anchor or anchor in anchors(file.read_text(encoding="utf-8")))
            if not found:
                broken.append(f"{path.relative_to(root)}: {link}")
    return broken


def missing_documents(root):
    """Documents that a file names and that are not there, each as "file: document"."""
    missing = []
    for path in project.files(root):
        for name in NAMED.findall(project.text_of(path) or ""):
            if not (root / name).exists():
                missing.append(f"{path.relative_to(root)}: {name}")
    return missing


class Links(unittest.TestCase):
    def planted(self, check, files):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in files.items():
                project.write(pathlib.Path(folder), path, text)
            return check(pathlib.Path(folder))

    def test_every_link_of_the_project_leads_somewhere(self):
        self.assertEqual(broken_links(project.ROOT), [])

    def test_every_document_that_is_named_exists(self):
        self.assertEqual(missing_documents(project.ROOT), [])

    def test_good_links_pass(self):
        text = "# A b: c\n[a](guide/b.md#two-words) [b](#a-b-c) [c](https://x.example) `[d](none)`\n```\n[e](none)\n```\n"
        self.assertEqual(self.planted(broken_links, {"README.md": text, "guide/b.md": "## Two words\n"}), [])

    def test_a_link_to_a_missing_file_is_found(self):
        self.assertEqual(self.planted(broken_links, {"guide/a.md": "see [b](b.md)"}), ["guide/a.md: b.md"])

    def test_a_link_to_a_missing_heading_is_found(self):
        self.assertEqual(self.planted(broken_links, {"a.md": "[b](b.md#two)", "b.md": "# One"}), ["a.md: b.md#two"])

    def test_a_comment_that_names_a_missing_document_is_found(self):
        source = "// See docs" + "/lost.md.\n"
        self.assertEqual(self.planted(missing_documents, {"src/a.h": source}), ["src/a.h: docs" + "/lost.md"])


if __name__ == "__main__":
    unittest.main()
