#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports until the disk is full, then makes room: the last commit stays whole, and the import goes on from there.

disk_full_test.py FICSEARCH [--seed N]

A small tmpfs is the disk, where one may be mounted; a limit on the size of files stands for one everywhere.
"""
import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

import shelf as shelves

BATCH = 10
INSIDE = "--inside"  # in a mount namespace of its own


def fill(shelf, rng, **how):
    """Imports more than there is room for, into an index that has works, so that each batch counts. What it tried, and
    what the program said."""
    shelf.put([shelves.work(number, 1, rng) for number in range(BATCH)])
    works = [shelves.work(number, 1, rng) for number in range(BATCH, 600)]
    done = shelf.run("import", "--quiet", "--batch", str(BATCH), shelf.write(works), **how)
    if done.returncode != shelves.MACHINE:
        raise shelves.Failure(f"without room the exit code is {done.returncode}: {done.stderr}")
    wrong = shelf.settle(shelves.prefixes(shelf.state, works, BATCH))
    if wrong:
        raise shelves.Failure(f"without room: {wrong}")
    return works, done.stderr


def fill_at_once(shelf, rng, **how):
    """A first import, for which there is no room either: the next one succeeds."""
    works = [shelves.work(number, 1, rng) for number in range(BATCH)]
    done = shelf.run("import", "--quiet", shelf.write(works), **how)
    if done.returncode != shelves.MACHINE:
        raise shelves.Failure(f"a first import without room ends with {done.returncode}: {done.stderr}")
    wrong = shelf.settle([{}])
    if wrong:
        raise shelves.Failure(f"after a first import without room: {wrong}")


def go_on(shelf, works):
    kept = len(shelf.state)
    shelf.put(works)
    wrong = shelf.settle([shelf.state], deep=True)
    if wrong:
        raise shelves.Failure(f"with room again: {wrong}")
    print(f"{kept} works were kept, and {len(shelf.state) - kept} came when there was room again")


def limit_files(most_bytes):
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))


def run_limited(program, rng, folder):
    shelf = shelves.Shelf(program, folder)
    # Without the signal, which Python ignores, a write beyond the limit is an error.
    for most_bytes in (0, 1000, 9000):
        fill_at_once(shelf, rng, preexec_fn=lambda most=most_bytes: limit_files(most), restore_signals=False)
    works, _ = fill(shelf, rng, preexec_fn=lambda: limit_files(120_000), restore_signals=False)
    go_on(shelf, works)


def run_on_small_disk(program, rng, folder):
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk], check=True)
    shelf = shelves.Shelf(program, folder)
    shelf.index = disk / "index"
    works, said = fill(shelf, rng)
    if "no space left" not in said.lower() or str(disk) not in said:
        raise shelves.Failure(f"a full disk is not named: {said}")
    subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
    go_on(shelf, works)


def may_mount():
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run([*own_namespace(), "mount", "-t", "tmpfs", "tmpfs", folder], capture_output=True,
                              check=False).returncode == 0


def own_namespace():
    return ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seed", type=int)
    parser.add_argument(INSIDE, action="store_true")
    arguments = parser.parse_args()
    rng = shelves.seeded(arguments)
    if arguments.inside:
        return shelves.in_scratch("disk-full", lambda folder: run_on_small_disk(arguments.program, rng, folder))
    code = shelves.in_scratch("file-limit", lambda folder: run_limited(arguments.program, rng, folder))
    if code != 0 or shutil.which("unshare") is None or not may_mount():
        print("a small disk was not tried: no tmpfs may be mounted here" if code == 0 else "")
        return code
    here = pathlib.Path(__file__).resolve()
    return subprocess.run([*own_namespace(), sys.executable, "-B", here, arguments.program, INSIDE],
                          check=False).returncode


sys.exit(main())
