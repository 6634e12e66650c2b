#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flips single bits of the files of an index: no search may then show what it excludes, and index check finds each flip,
as the index was sealed.

flip_test.py FICSEARCH [--flips N] [--seed N]    500 flips unless told otherwise; any number by hand

A search may fail, and the program may crash: a damaged table can do that to whoever reads it. It must not leak.
"""
import argparse
import collections
import json
import re
import shutil
import subprocess
import sys

import shelf as shelves

CHANGING = re.compile(r'"(took_[mu]s|snapshot)":("[^"]*"|[0-9.e+-]+)')  # the uuid is in no sum, and decides nothing
EXCLUDED = ["NTR", "slow burn", "isekai", "lanterns", "own 7"]


def settled(answer):
    """The answer without what differs from run to run, or may."""
    return CHANGING.sub(r'"\1":0', answer)


def profile_of(tag):
    return tag.replace(" ", "-")


class FlipTest:
    def __init__(self, program, folder, rng):
        self.shelf = shelves.Shelf(program, folder)
        self.whole = folder / "whole"
        self.rng = rng
        self.failed = 0  # answers that are errors
        self.crashed = 0
        self.wrong = collections.Counter()  # answers that miss what they should show, where no sum could tell

    def prepare(self):
        self.works = [shelves.work(number, 1, self.rng) for number in range(150)]
        self.shelf.put(self.works)
        for tag in EXCLUDED:
            if self.shelf.run("profile", "set", profile_of(tag), "-x", tag).returncode != 0:
                raise shelves.Failure("a profile cannot be saved")
        if self.shelf.run("index", "seal").returncode != 0:
            raise shelves.Failure("the index cannot be sealed")
        shutil.copytree(self.shelf.index, self.whole)
        self.files = [(file.name, file.stat().st_size) for file in sorted(self.whole.glob("*glass"))]
        self.hidden = {tag: {one["id"] for one in self.works if self.bears(one, tag)} for tag in EXCLUDED}
        self.commands = [command for tag in EXCLUDED for command in self.commands_without(tag)]
        self.requests = [request for tag in EXCLUDED for request in self.requests_without(tag)]
        self.once = [self.answer_of(command) for command in self.commands]
        self.from_memory = self.replies()[1]
        self.check_truth()

    @staticmethod
    def bears(one, tag):
        names = shelves.THEMES.get(tag, [tag])
        return any(name in names for name in one["tags"]["freeform"])

    def commands_without(self, tag):
        """Commands that a reader gives who excludes the tag, of which none may show a work that bears it."""
        shown = next(one["id"] for one in self.works if one["id"] not in self.hidden[tag])
        return [(tag, command) for command in (
            ("search", "--all", "--format", "ids", "-x", tag),
            ("search", "--json", "--limit", "1000", "--facet", "freeform", "--facet", "trope", "-x", tag),
            ("search", "--json", "--limit", "20", "--sort", "words", "-x", tag, "letter"),
            ("facets", "--json", "--facet", "freeform", "-x", tag),
            ("suggest", "--json", "-x", tag, "own"),
            ("get", "--json", "--profile", profile_of(tag), min(self.hidden[tag])),
            ("get", "--json", "--profile", profile_of(tag), shown))]

    @staticmethod
    def requests_without(tag):
        return [(tag, {"exclude": [tag], **request}) for request in (
            {"limit": 1000, "fields": ["id"]},
            {"limit": 1000, "fields": [], "facets": ["freeform", "trope"]},
            {"limit": 20, "q": "letter", "sort": ["words"], "fields": ["words"]},
            {"suggest": "own"})]

    def answer_of(self, command):
        done = self.shelf.run(*command[1])
        return done.returncode, settled(done.stdout)

    def replies(self):
        lines = "".join(json.dumps(request) + "\n" for _, request in self.requests)
        done = subprocess.run(self.shelf.command("batch", "--warm"), input=lines, capture_output=True, text=True,
                              check=False, timeout=300, errors="replace")
        return done, [settled(line) for line in done.stdout.splitlines()]

    def check_truth(self):
        """What the whole index answers is what the works say: ids, totals, and how often each tag is counted."""
        everything = {one["id"] for one in self.works}
        for (tag, command), (code, answer) in zip(self.commands, self.once):
            hidden = self.hidden[tag]
            if code != (3 if command[0] == "get" and command[-1] in hidden else 0):
                raise shelves.Failure(f"before any flip, {command} ends with {code}")
            if command[:2] == ("search", "--all") and set(answer.split()) != everything - hidden:
                raise shelves.Failure(f"before any flip, without {tag}: {set(answer.split()) ^ (everything - hidden)} differ")
            self.judge_shown(answer, tag, f"before any flip, {command}")
        for (tag, request), reply in zip(self.requests, self.from_memory, strict=True):
            left = [one for one in self.works if one["id"] not in self.hidden[tag]]
            if request.get("limit") == 1000 and json.loads(reply)["total"]["value"] != len(left):
                raise shelves.Failure(f"before any flip, the total of {request} is wrong: {reply[:200]}")
            counts = {value["label"]: value["count"] for value in json.loads(reply).get("facets", {}).get("freeform", [])}
            own = {name for one in left for name in one["tags"]["freeform"] if name.startswith("own")}
            if counts and any(counts.get(name, 0) != sum(name in one["tags"]["freeform"] for one in left)
                              for name in own if name in counts):
                raise shelves.Failure(f"before any flip, the counts of {request} are wrong: {counts}")

    def judge_shown(self, answer, tag, where):
        """No answer, right or wrong, may name a work that bears what was excluded."""
        leaked = {id for id in self.hidden[tag] if re.search(rf'(?<![a-z]){id}(?![0-9])', answer)}
        if leaked:
            raise shelves.Failure(f"{where}: without {tag}, {sorted(leaked)} is shown")

    def judge_once(self, where):
        """One process that answers once reads little, and may miss works or count too few, but never show too much."""
        number = self.rng.randrange(len(self.commands))
        tag, command = self.commands[number]
        code, answer = self.answer_of(self.commands[number])
        self.crashed += code < 0
        self.judge_shown(answer, tag, f"{where}, {command}")
        if code not in (0, 3) or code != self.once[number][0]:
            self.failed += 1
        elif answer != self.once[number][1]:
            self.wrong[command[0]] += 1

    def judge_from_memory(self, where):
        """What is kept of tags in memory was held against sums: each answer is right, or an error. The posting lists of
        words and the columns to sort by have no sum."""
        done, replies = self.replies()
        self.crashed += done.returncode < 0
        self.failed += len(self.requests) - len(replies)
        for (tag, request), reply, right in zip(self.requests, replies, self.from_memory):
            self.judge_shown(reply, tag, f"{where}, {request}")
            if reply.startswith('{"error"'):
                self.failed += 1
            elif reply != right and "q" in request:
                self.wrong["words"] += 1
            elif reply != right:
                raise shelves.Failure(f"{where}: to {request} the answer is\n{reply}\nand not\n{right}")

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
        self.judge_once(where)
        self.judge_from_memory(where)
        shutil.copyfile(self.whole / name, file)

    def run(self, flips):
        self.prepare()
        for number in range(flips):
            self.flip(number)
        print(f"{flips} flips: no work leaked, index check found every one, and tags were answered from memory rightly or "
              f"not at all; {self.failed} answers were errors, {self.crashed} processes crashed; of those that no sum "
              f"could tell, {dict(self.wrong)} were wrong")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--flips", type=int, default=500)
    parser.add_argument("--seed", type=int)
    arguments = parser.parse_args()
    rng = shelves.seeded(arguments)
    return shelves.in_scratch("flip", lambda folder: FlipTest(arguments.program, folder, rng).run(arguments.flips))


sys.exit(main())
