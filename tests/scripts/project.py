# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's own files, for tests that look at all of them."""
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Made on this machine and kept out of version control.
NOT_OURS = {".git", "build", "quickstart-index"}


def files(root=ROOT):
    """Every file below `root` that belongs to the project, in the order of paths."""
    for top in sorted(root.iterdir()):
        if top.name in NOT_OURS:
            continue
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def text_of(path):
    """The text of a file, or None for one that is not UTF-8, such as a sample in Shift_JIS."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def write(root, path, text):
    """Puts a file into a tree that a test plants."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
