# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs shell commands as a reader of the documents would: in a folder with the samples, with the program on PATH."""
import os
import pathlib
import subprocess
import tempfile

import project


class Session:
    """A folder of its own with samples/ in it, removed at the end."""

    def __init__(self, program):
        self._folder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self._folder.name)
        (self.folder / "samples").symlink_to(project.ROOT / "samples")
        self._environment = {name: value for name, value in os.environ.items() if name != "FICSEARCH_INDEX"}
        self._environment["PATH"] = f"{program.resolve().parent}{os.pathsep}{os.environ['PATH']}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def run(self, commands):
        """Runs lines of shell; the first one that fails ends them."""
        return subprocess.run(["bash", "-euo", "pipefail", "-c", commands], cwd=self.folder, env=self._environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False)
