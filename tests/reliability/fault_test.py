#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the nth write, sync, rename or open of an index file fail, n = 1, 2, 3 ... until none is left to fail: the last
commit stays readable and whole, the command ends with exit code 7, and the same command then succeeds.

fault_test.py FICSEARCH [--steps every|half|double] [--seed N]    by which n grows: by one, or by half (the default) or as
                                                                   much again, so that a run stays short

Needs strace, and leave to trace; says so and skips otherwise.
"""
import argparse
import os
import shutil
import subprocess
import sys

import shelf as shelves

CALLS = ("pwrite64", "fdatasync", "rename", "openat")
ERRORS = ("EIO", "ENOSPC")
TABLES = ("docdata", "position", "postlist", "termlist", "synonym", "spelling")
BATCH = 8


def can_trace():
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "-o", "/dev/null", "-e", "trace=none", "true"], capture_output=True,
                          check=False).returncode == 0


class FaultTest:
    def __init__(self, program, folder, rng, steps):
        self.shelf = shelves.Shelf(program, folder)
        self.log = folder / "trace"
        self.rng = rng
        self.steps = steps
        self.faults = 0

    def strace(self, call, error, n):
        words = ["strace", "-f", "-qq", "-o", str(self.log), "-e", f"trace={call}", "-e",
                 f"inject={call}:error={error}:when={n}"]
        if call == "openat":  # programs open a hundred files that are none of the index
            for file in ["iamglass", "v.tmp", "flintlock", *(f"{table}.glass" for table in TABLES)]:
                words += ["-P", str(self.shelf.index / file)]
        return words

    def disturbed(self, command, call, error, n):
        """The result of a command whose nth call fails; None once there is no nth call."""
        # Nobody can look for leaks in a process that is traced.
        sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        done = self.shelf.run(*command, prefix=self.strace(call, error, n), env={**os.environ, "ASAN_OPTIONS": sanitizer})
        return done if "(INJECTED)" in self.log.read_text(encoding="utf-8", errors="replace") else None

    def try_all(self, name, command, allowed, undo):
        for call in CALLS:
            for error in ERRORS:
                n = 1
                while (done := self.disturbed(command, call, error, n)) is not None:
                    self.faults += 1
                    where = f"{name}, {call} {n} fails with {error}"
                    # What fails after a commit, or is tried again, fails nothing.
                    if done.returncode not in (0, shelves.MACHINE):
                        raise shelves.Failure(f"{where}: exit code {done.returncode}: {done.stderr}")
                    if done.returncode != 0 and not done.stderr.startswith("ficsearch: "):
                        raise shelves.Failure(f"{where}: it says {done.stderr!r}")
                    wrong = self.shelf.settle(allowed if done.returncode else allowed[-1:])
                    if wrong:
                        raise shelves.Failure(f"{where}: {wrong}")
                    undo()
                    n = {"every": n + 1, "half": n + max(1, n // 2), "double": 2 * n}[self.steps]
                undo()

    def run(self):
        base = [shelves.work(number, 1, self.rng) for number in range(30)]
        self.shelf.put(base)
        state = self.shelf.state
        saved = self.shelf.folder / "saved"
        shutil.copytree(self.shelf.index, saved)

        def undo():
            shutil.rmtree(self.shelf.index)
            shutil.copytree(saved, self.shelf.index)
            self.shelf.state = state

        works = [shelves.work(number, 2, self.rng) for number in range(20, 40)]
        self.try_all("import", ["import", "--quiet", "--jobs", "1", "--batch", str(BATCH), self.shelf.write(works)],
                     shelves.prefixes(state, works, BATCH), undo)
        left = {id: one for id, one in state.items() if id not in ("w3", "w7")}
        self.try_all("delete", ["delete", "--yes", "w3", "w7"], [state, left], undo)
        self.try_all("compact", ["index", "compact"], [state], undo)
        self.shelf.put(works)  # and it goes on
        print(f"{self.faults} faults: the last commit stayed whole after each")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--steps", choices=["every", "half", "double"], default="half")
    parser.add_argument("--seed", type=int)
    arguments = parser.parse_args()
    if not can_trace():
        shelves.skip("strace is missing or may not trace here")
    rng = shelves.seeded(arguments)
    return shelves.in_scratch("fault",
                              lambda folder: FaultTest(arguments.program, folder, rng, arguments.steps).run())


sys.exit(main())
