#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the nth write, sync, rename or open of an index file fail, n = 1, 2, 3 ... until none is left to fail: the last
commit stays readable and whole, the command ends with exit code 7, and the same command then succeeds.

fault_test.py FICSEARCH [--steps every|half|double] [--seed N]    by which n grows: by one, and with each error, or by half
                                                                   (the default) or as much again, with one of them (half: but
                                                                   for the first two), so that a run stays short

Needs strace, and leave to trace; says so and skips otherwise.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys

import shelf as shelves

CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate", "rename", "renameat2", "openat")
ERRORS = ("EIO", "ENOSPC")
TABLES = ("docdata", "position", "postlist", "termlist", "synonym", "spelling")
BATCH = 8
NOT_FOUND = 3
EXISTS = 2  # already
REJECTED = 6


def can_trace():
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "-o", "/dev/null", "-e", "trace=none", "true"], capture_output=True,
                          check=False).returncode == 0


class Command:
    """A command to disturb: what it may leave in the index, the last of it when it has succeeded; how its traces go away
    again; and what a second attempt may end with, as the first may have failed when all was done."""

    def __init__(self, name, words, allowed, undo, repeats=(0,)):
        self.name = name
        self.words = words
        self.allowed = allowed
        self.undo = undo
        self.repeats = repeats


class FaultTest:
    def __init__(self, program, folder, rng, steps):
        self.shelf = shelves.Shelf(program, folder)
        self.copy = folder / "copy"  # a backup
        self.log = folder / "trace"
        self.rng = rng
        self.steps = steps
        self.faults = 0

    def strace(self, call, error, n):
        words = ["strace", "-f", "-qq", "-o", str(self.log), "-e", f"trace={call}", "-e",
                 f"inject={call}:error={error}:when={n}"]
        if call == "openat":  # programs open a hundred files that are none of the index
            for folder in (self.shelf.index, f"{self.shelf.index}.new", f"{self.shelf.index}.partial",
                           f"{self.copy}.partial"):
                for file in ["iamglass", "v.tmp", "flintlock", "ficsearch.seal", "ficsearch.seal.new",
                             *(f"{table}.glass" for table in TABLES)]:
                    words += ["-P", f"{folder}/{file}"]
        return words

    def disturbed(self, words, call, error, n):
        """The result of a command whose nth call fails; None once there is no nth call."""
        done = self.traced(words, self.strace(call, error, n))
        return done if "(INJECTED)" in self.log.read_text(encoding="utf-8", errors="replace") else None

    def traced(self, words, strace):
        # Nobody can look for leaks in a process that is traced.
        sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        return self.shelf.run(*words, prefix=strace, env={**os.environ, "ASAN_OPTIONS": sanitizer})

    def errors(self, n):
        both = self.steps == "every" or self.steps == "half" and n <= 2
        return ERRORS if both else (ERRORS[n % len(ERRORS)],)

    def try_all(self, command):
        for call in CALLS:
            n = 1
            while all([self.try_once(command, call, error, n) for error in self.errors(n)]):
                n = {"every": n + 1, "half": n + max(1, n // 2), "double": 2 * n}[self.steps]

    def try_once(self, command, call, error, n):
        """False if the command makes no n such calls."""
        done = self.disturbed(command.words, call, error, n)
        if done is None:
            command.undo()
            return False
        self.faults += 1
        where = f"{command.name}, {call} {n} fails with {error}"
        # What fails after a commit, or is tried again, fails nothing.
        if done.returncode not in (0, shelves.MACHINE):
            raise shelves.Failure(f"{where}: exit code {done.returncode}: {done.stderr}")
        if done.returncode != 0 and not done.stderr.startswith("ficsearch: "):
            raise shelves.Failure(f"{where}: it says {done.stderr!r}")
        wrong = self.shelf.settle(command.allowed if done.returncode else command.allowed[-1:]) or self.fault_of_copy()
        if wrong:
            raise shelves.Failure(f"{where}: {wrong}")
        if done.returncode != 0:
            again = self.shelf.run(*command.words)
            wrong = self.shelf.settle(command.allowed[-1:]) or self.fault_of_copy()
            if again.returncode not in command.repeats or wrong:
                raise shelves.Failure(f"{where}, and then again: {again.returncode}, {again.stderr}{wrong}")
        command.undo()
        return True

    def fault_of_copy(self):
        """What is wrong with the backup, if there is one: it is whole, or not there."""
        if not self.copy.exists():
            return None
        checked = subprocess.run([self.shelf.program, "index", "check", "-d", self.copy], capture_output=True, text=True,
                                 check=False)
        return None if checked.returncode == 0 else f"the backup is damaged: {checked.stdout}"

    def try_unreadable_folder(self):
        """What a source holds in a folder that cannot be listed is told as missed, and so is never pruned. Whoever runs
        this may be root, who can list all, unless the call fails."""
        root = self.shelf.folder / "books"
        works = [shelves.work(number, 1, self.rng) for number in range(2)]
        for name, one in zip(("a", "b"), works):
            (root / name).mkdir(parents=True)
            (root / name / "works.jsonl").write_text(json.dumps(one, ensure_ascii=False) + "\n", encoding="utf-8")
        rejects = self.shelf.folder / "rejects.jsonl"
        words = ["import", "--quiet", "--prune", "--yes", "--rejects", str(rejects), str(root)]
        if self.shelf.run(*words).returncode != 0:
            raise shelves.Failure("a folder cannot be imported")
        strace = ["strace", "-f", "-qq", "-o", str(self.log), "-P", str(root / "b"), "-e", "trace=openat", "-e",
                  "inject=openat:error=EACCES"]
        done = self.traced(words, strace)
        refused = [json.loads(line) for line in rejects.read_text(encoding="utf-8").splitlines()]
        if done.returncode != REJECTED or [(one["source"], one["code"]) for one in refused] != [(str(root / "b"), "io")]:
            raise shelves.Failure(f"a folder that cannot be listed: exit code {done.returncode}, {refused}")
        wrong = self.shelf.settle([shelves.after({}, works)])
        if wrong:
            raise shelves.Failure(f"a folder that cannot be listed: {wrong}")
        shutil.rmtree(self.shelf.index)

    def run(self):
        self.try_unreadable_folder()
        base = [shelves.work(number, 1, self.rng) for number in range(30)]
        self.shelf.put(base)
        state = self.shelf.state
        saved = self.shelf.folder / "saved"
        shutil.copytree(self.shelf.index, saved)

        def undo():
            for folder in (self.shelf.index, self.copy):
                shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(saved, self.shelf.index)
            self.shelf.state = state

        def undo_all():
            shutil.rmtree(self.shelf.index, ignore_errors=True)
            self.shelf.state = {}

        works = [shelves.work(number, 2, self.rng) for number in range(20, 40)]
        source = self.shelf.write(works)
        words = ["import", "--quiet", "--jobs", "1", "--batch", str(BATCH), source]
        left = {id: one for id, one in state.items() if id not in ("w3", "w7")}
        for command in (
                Command("import", words, shelves.prefixes(state, works, BATCH), undo),
                Command("delete", ["delete", "--yes", "w3", "w7"], [state, left], undo, (0, NOT_FOUND)),
                Command("compact", ["index", "compact"], [state], undo),
                Command("rebuild", ["index", "rebuild"], [state], undo),
                Command("seal", ["index", "seal"], [state], undo),
                Command("backup", ["index", "backup", str(self.copy)], [state], undo, (0, EXISTS)),
                Command("profile set", ["profile", "set", "mine", "-x", "isekai"], [state], undo),
                Command("tags add", ["tags", "add", "trope:ours", "--alias", "own 7"], [state], undo)):
            self.try_all(command)
        backup = self.shelf.folder / "backup"
        self.shelf.run("index", "backup", str(backup))
        for command in (
                Command("restore", ["index", "restore", str(backup)], [{}, state], undo_all, (0, EXISTS)),
                Command("a first import", words, shelves.prefixes({}, works, BATCH), undo_all)):
            undo_all()
            self.try_all(command)
        print(f"{self.faults} faults: the last commit stayed whole after each, and the command then succeeded")


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
