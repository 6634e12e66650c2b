#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills imports, deletions, compactions and rebuilds at random moments and looks at what is left: every batch whole or
not at all, nothing twice, no damage, and exclusion exact. Kills first imports, too, which are built in parts: what has
been finished is never lost, and the import that comes to its end has everything once, in the order of the source.

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
            self.took[kind] = 1.1 * usual  # on a slow machine, too, some have to come to their end
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
        self.shelf.make()
        while self.kills < kills:
            self.kill_once()
        print(f"{self.kills} kills, {self.ended} commands that came to their end: nothing lost, nothing twice, no damage")


class FirstImportTest:
    """One import after another into a new index, each killed, until one comes to its end; then a new index."""
    WORKS = 1200
    MERGED = 32  # parts that make one of the next level

    def __init__(self, program, folder, rng):
        self.shelf = shelves.Shelf(program, folder)
        self.rng = rng
        self.took = 1.0  # seconds that an import takes
        self.kills = 0
        self.indexes = 0
        self.most_finished = 0

    def finished(self):
        """The last document of the finished parts beside the index, up to the first gap."""
        listed = self.shelf.folder / ".index.import" / "finished"
        if not listed.exists():
            return 0
        parts = [list(map(int, line.split()[1:4])) for line in listed.read_text().splitlines() if line.startswith("part")]
        last, batches = 0, 0
        for level, place, last_document in sorted(parts, key=lambda part: part[1] * self.MERGED ** part[0]):
            if place * self.MERGED ** level != batches:
                break
            last, batches = last_document, batches + self.MERGED ** level
        return last

    def new_index(self):
        for path in (self.shelf.index, self.shelf.folder / ".index.import"):
            shutil.rmtree(path, ignore_errors=True)
        self.shelf.make()
        self.shelf.state = {}
        self.works = [shelves.work(number, self.indexes, self.rng) for number in range(self.WORKS)]
        self.states = [dict(zip((one["id"] for one in self.works[:count]), self.works)) for count in
                       range(self.WORKS + 1)]  # every one that parts and batches can make
        self.command = ["import", "--quiet", "--batch", str(self.rng.choice([1, 2, 3])), "--jobs",
                        str(self.rng.choice([1, 2])), self.shelf.write(self.works)]
        self.indexes += 1

    def interrupted(self):
        """Runs the import, and tells whether it was killed before its end."""
        began = time.monotonic()
        process = subprocess.Popen(self.shelf.command(*self.command), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            code = process.wait(self.rng.uniform(0, 1.1 * self.took))
        except subprocess.TimeoutExpired:
            shelves.kill(process)
            self.kills += 1
            self.took *= 1.1
            return True
        self.took = 0.5 * self.took + 0.5 * (time.monotonic() - began)
        if code != 0:
            raise shelves.Failure(f"after kill {self.kills}, an import ended with {code}")
        return False

    def kill_once(self, reached):
        """Returns how many works are safe, which are no fewer than the `reached` before it."""
        if not self.interrupted():
            reached = self.WORKS
        committed = self.shelf.settle(self.states)
        if committed:
            raise shelves.Failure(f"after kill {self.kills}, of a first import: {committed}")
        finished = self.finished()
        self.most_finished = max(self.most_finished, finished)
        now = max(len(self.shelf.state), finished)
        if now < reached:
            raise shelves.Failure(f"after kill {self.kills}, of a first import: {now} works are left of {reached}")
        return now

    def run(self, kills):
        while self.kills < kills:
            self.new_index()
            reached = 0
            while reached < self.WORKS and self.kills < kills:
                reached = self.kill_once(reached)
        if self.most_finished == 0 and kills >= 50:
            raise shelves.Failure("no kill found finished parts, so nothing was tested")
        print(f"{self.kills} kills of first imports into {self.indexes} indexes: what was finished is never lost")


class ChangedDumpTest(FirstImportTest):
    """A first import that is killed, and then, under the same kills, one of a dump in which some works have changed, which
    goes on in parts: whatever was new or changed first, the index comes to hold the second dump in its order."""

    def new_index(self):
        super().new_index()
        changed = set(self.rng.sample(range(self.WORKS), self.WORKS // 10))
        self.new_works = [shelves.work(number, 1000 + self.indexes, self.rng) if number in changed else one
                          for number, one in enumerate(self.works)]

    def look(self):
        """Each work is there in its old or its new version, in the order of the dumps."""
        held = self.shelf.held()
        if isinstance(held, str):
            raise shelves.Failure(f"after kill {self.kills}, of a changed dump: {held}")
        versions = {old["id"]: (old, new) for old, new in zip(self.works, self.new_works)}
        order = [id for id in versions if id in held]
        if list(held) != order or any(one not in versions[id] for id, one in held.items()):
            raise shelves.Failure(f"after kill {self.kills}, of a changed dump: another order or other works")
        self.shelf.state = held
        wrong = self.shelf.faults()
        if wrong:
            raise shelves.Failure(f"after kill {self.kills}, of a changed dump: {wrong}")

    def run(self, kills):
        while self.kills < kills:
            self.new_index()
            if self.interrupted():
                self.look()
            self.shelf.write(self.new_works)
            while self.interrupted():
                self.look()
            self.look()
            if list(self.shelf.state.values()) != self.new_works:
                raise shelves.Failure(f"after {self.kills} kills the index does not hold the changed dump")
        print(f"{self.kills} kills of imports of changed dumps into {self.indexes} indexes: all of it is there, in order")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int)
    arguments = parser.parse_args()
    rng = shelves.seeded(arguments)
    first, changed = arguments.kills // 5, arguments.kills // 20

    def run(folder):
        CrashTest(arguments.program, folder, rng).run(arguments.kills - first - changed)
        FirstImportTest(arguments.program, folder, rng).run(first)
        ChangedDumpTest(arguments.program, folder, rng).run(changed)

    return shelves.in_scratch("crash", run)


sys.exit(main())
