#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the nth allocation of an import fail, alone or with all that follow it, n = FIRST, and about half as much again until
none is left to fail: the last commit stays readable and whole, the message names the index, the exit code is 7, and the
same import then succeeds.

memory_test.py FICSEARCH FAILING_NEW [--seed N]    FAILING_NEW is the library of failing_new.cc, which is preloaded
"""
import argparse
import os
import shutil
import sys

import shelf as shelves

FIRST = 1000  # those before make the program ready
BATCH = 8


class MemoryTest:
    def __init__(self, program, library, folder, rng):
        self.shelf = shelves.Shelf(program, folder)
        self.library = library
        self.rng = rng
        self.failures = 0

    def try_once(self, works, n, and_later):
        """False if the import makes no n allocations."""
        words = ["import", "--quiet", "--jobs", "2", "--batch", str(BATCH), self.shelf.write(works)]
        before = self.shelf.state
        failing = {"LD_PRELOAD": self.library, "FAILING_NEW": f"{n}+" if and_later else str(n)}
        done = self.shelf.run(*words, env={**os.environ, **failing})
        where = f"allocation {n}{' and all that follow' if and_later else ''}"
        if done.returncode not in (0, shelves.MACHINE):
            raise shelves.Failure(f"{where}: exit code {done.returncode}: {done.stderr}")
        if done.returncode != 0:
            self.failures += 1
            if not done.stderr.startswith(f"ficsearch: out of memory while working with {self.shelf.index}\nhint: "):
                raise shelves.Failure(f"{where}: it says {done.stderr!r}")
        allowed = shelves.prefixes(before, works, BATCH)
        wrong = self.shelf.settle(allowed if done.returncode != 0 else allowed[-1:])
        if wrong:
            raise shelves.Failure(f"{where}: {wrong}")
        if done.returncode != 0:
            self.shelf.put(works)
            wrong = self.shelf.settle(allowed[-1:])
            if wrong:
                raise shelves.Failure(f"{where}, and then again: {wrong}")
        return done.returncode != 0

    def try_all(self, base):
        """Imports into an index that holds the works of `base`, or into none."""
        works = [shelves.work(number, 2, self.rng) for number in range(20, 60)]
        for and_later in (False, True):
            n = FIRST
            fails = True
            before = self.failures
            while fails:
                shutil.rmtree(self.shelf.index, ignore_errors=True)
                self.shelf.state = {}
                if base:
                    self.shelf.put(base)
                fails = self.try_once(works, n, and_later)
                n += self.rng.randrange(n // 2, n)
            if self.failures == before:
                raise shelves.Failure("no allocation failed, so nothing was tested")

    def run(self):
        self.try_all([])
        self.try_all([shelves.work(number, 1, self.rng) for number in range(30)])
        print(f"{self.failures} failed allocations: the last commit stayed whole after each, and the import then succeeded")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("library")
    parser.add_argument("--seed", type=int)
    arguments = parser.parse_args()
    rng = shelves.seeded(arguments)
    return shelves.in_scratch("memory",
                              lambda folder: MemoryTest(arguments.program, arguments.library, folder, rng).run())


sys.exit(main())
