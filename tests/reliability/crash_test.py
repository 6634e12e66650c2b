#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills imports, deletions, compactions and rebuilds at random moments and looks at what is left: every batch whole or
not at all, nothing twice, no damage, and exclusion exact.

crash_test.py FICSEARCH [--kills N] [--seed N]    300 kills unless told otherwise; any number by hand

The same seed gives the same commands; when exactly a process dies is the machine's affair.
"""
import argparse
import shutil
import subprocess
import sys
import time

import shelf as shelves

MOST_WORKS = 240
FIRST_IMPORTS = 0.2  # of all commands: into no index


class CrashTest:
    def __init__(self, program, folder, rng):
        self.shelf = shelves.Shelf(program, folder)
        self.rng = rng
        self.versions = 0
        self.took = {}  # seconds that each kind of command takes
        self.kills = 0
        self.ended = 0  # before they could be killed

    def operation(self):
        """A command, and the states that it may leave behind: the last of them if it comes to its end."""
        rng, state = self.rng, self.shelf.state
        kind = rng.choices(["import", "delete", "compact", "rebuild"], [8, 2 if state else 0, 1, 1])[0]
        if kind in ("compact", "rebuild") and state:
            return kind, ["index", kind], [state]
        if kind == "delete" and state or len(state) > MOST_WORKS:
            gone = set(rng.sample(sorted(state), rng.randrange(1, len(state) + 1)))
            left = {id: one for id, one in state.items() if id not in gone}
            return "delete", ["delete", "--yes", *sorted(gone)], [state, left]
        works = self.works()
        batch = rng.choice([1, 3, 7, 20, 1000])
        command = ["import", "--quiet", "--batch", str(batch), "--jobs", str(rng.choice([1, 2])), self.shelf.write(works)]
        return "import", command, shelves.prefixes(state, works, batch)

    def works(self):
        """New works and new versions of old ones, each once, so that every one of them counts in a batch."""
        self.versions += 1
        known = [int(id[1:]) for id in self.shelf.state]
        old = self.rng.sample(known, min(len(known), self.rng.randrange(12)))
        first = 1000 * self.versions
        numbers = old + list(range(first, first + self.rng.randrange(1, 30)))
        self.rng.shuffle(numbers)
        return [shelves.work(number, self.versions, self.rng) for number in numbers]

    def start_anew(self):
        shutil.rmtree(self.shelf.index, ignore_errors=True)
        self.shelf.state = {}

    def kill_once(self):
        if self.rng.random() < FIRST_IMPORTS:
            self.start_anew()
        kind, command, allowed = self.operation()
        usual = self.took.get(kind, 0.2)
        began = time.monotonic()
        process = subprocess.Popen(self.shelf.command(*command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True)
        try:
            code = process.wait(self.rng.uniform(0, 1.1 * usual))
        except subprocess.TimeoutExpired:
            shelves.kill(process)
            self.kills += 1
        else:
            self.ended += 1
            self.took[kind] = 0.7 * usual + 0.3 * (time.monotonic() - began)
            allowed = allowed[-1:]
            if code != 0:
                raise shelves.Failure(f"{kind} ended with {code}")
        wrong = self.shelf.settle(allowed, deep=self.kills % 20 == 0)
        if wrong:
            raise shelves.Failure(f"after kill {self.kills}, of {kind}: {wrong}")

    def run(self, kills):
        while self.kills < kills:
            self.kill_once()
        print(f"{self.kills} kills, {self.ended} commands that came to their end: nothing lost, nothing twice, no damage")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int)
    arguments = parser.parse_args()
    rng = shelves.seeded(arguments)
    return shelves.in_scratch("crash", lambda folder: CrashTest(arguments.program, folder, rng).run(arguments.kills))


sys.exit(main())
