#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flips single bits of the files of an index: no search may then show what it excludes, and index check finds each flip,
as the index was sealed.

flip_test.py FICSEARCH [--flips N] [--seed N]    500 flips unless told otherwise; any number by hand

A search may fail, and the program may crash: a damaged table can do that to whoever reads it. It must not leak.
"""
import argparse
import json
import shutil
import subprocess
import sys

import shelf as shelves

EXCLUDED = ["NTR", "slow burn", "isekai", "lanterns", "own 7"]


class FlipTest:
    def __init__(self, program, folder, rng):
        self.shelf = shelves.Shelf(program, folder)
        self.whole = folder / "whole"
        self.rng = rng
        self.failed = 0  # searches that ended with an error
        self.crashed = 0
        self.wrong = 0  # searches that showed less than they should

    def prepare(self):
        works = [shelves.work(number, 1, self.rng) for number in range(150)]
        self.shelf.put(works)
        if self.shelf.run("index", "seal").returncode != 0:
            raise shelves.Failure("the index cannot be sealed")
        shutil.copytree(self.shelf.index, self.whole)
        self.files = [(file.name, file.stat().st_size) for file in sorted(self.whole.glob("*glass"))]
        self.allowed = {tag: set(self.ids(self.searched_once([tag]))) for tag in EXCLUDED}
        everything = set(self.ids(self.searched_once([])))
        for tag, ids in self.allowed.items():
            bears = {one["id"] for one in works if self.bears(one, tag)}
            if ids != everything - bears:
                raise shelves.Failure(f"before any flip, without {tag}: {sorted(ids ^ (everything - bears))} differ")

    @staticmethod
    def bears(one, tag):
        names = shelves.THEMES.get(tag, [tag])
        return any(name in names for name in one["tags"]["freeform"])

    @staticmethod
    def ids(done):
        return done.stdout.split()

    def searched_once(self, tags):
        words = [word for tag in tags for word in ("-x", tag)]
        return self.shelf.run("search", "--all", "--format", "ids", *words)

    def searched_from_memory(self):
        requests = [{"exclude": [tag], "limit": 1000, "fields": fields} for tag in EXCLUDED for fields in (["id"], [])]
        lines = "".join(json.dumps(request) + "\n" for request in requests)
        done = subprocess.run(self.shelf.command("batch", "--warm"), input=lines, capture_output=True, text=True,
                              check=False, timeout=300, errors="replace")
        replies = [json.loads(line) for line in done.stdout.splitlines()]
        shown = [({hit["id"] for hit in reply.get("hits", [])}, request["exclude"][0], "error" in reply)
                 for request, reply in zip(requests, replies)]
        return done, shown

    def judge(self, shown, tag, failed, where):
        leaked = shown - self.allowed[tag]
        if leaked:
            raise shelves.Failure(f"{where}: without {tag}, {sorted(leaked)} is shown")
        if failed:
            self.failed += 1
        elif shown != self.allowed[tag]:
            self.wrong += 1

    def flip(self, number):
        name, size = self.rng.choices(self.files, [size for _, size in self.files])[0]
        if number % 10 == 0:  # the smallest file, which is the root of all, gets its share
            name, size = min(self.files, key=lambda file: file[1])
        bit = self.rng.randrange(size * 8)
        where = f"flip {number}, bit {bit} of {name}"
        file = self.shelf.index / name
        content = bytearray(file.read_bytes())
        content[bit // 8] ^= 1 << bit % 8
        file.write_bytes(content)

        checked = self.shelf.run("index", "check")
        if checked.returncode != 5:
            raise shelves.Failure(f"{where}: index check ends with {checked.returncode}: {checked.stdout}")
        tag = self.rng.choice(EXCLUDED)
        once = self.searched_once([tag])
        self.crashed += once.returncode < 0
        self.judge(set(self.ids(once)), tag, once.returncode != 0, where)
        done, replies = self.searched_from_memory()
        self.crashed += done.returncode < 0
        self.failed += len(replies) == 0
        for shown, tag, failed in replies:
            self.judge(shown, tag, failed, where + ", from memory")
        shutil.copyfile(self.whole / name, file)

    def run(self, flips):
        self.prepare()
        for number in range(flips):
            self.flip(number)
        print(f"{flips} flips: no work leaked, index check found every one; {self.failed} searches failed, "
              f"{self.wrong} missed works, {self.crashed} processes crashed")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--flips", type=int, default=500)
    parser.add_argument("--seed", type=int)
    arguments = parser.parse_args()
    rng = shelves.seeded(arguments)
    return shelves.in_scratch("flip", lambda folder: FlipTest(arguments.program, folder, rng).run(arguments.flips))


sys.exit(main())
