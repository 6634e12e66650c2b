#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program as its users do and compares what it prints with recorded sessions.

A session is a text file: lines that begin with "$ " are shell commands, run one after another in
one fresh folder that holds the files of tests/data/cli; below each stands what it printed, "1> "
before a line of standard output and "2> " before one of standard error, and "[N]" if the exit code
was N and not 0. Lines that begin with "#" say why and are kept, and so are empty ones.

    run_sessions.py PROGRAM SESSION...            compares
    run_sessions.py --update PROGRAM SESSION...   records anew; read the diff before you commit it
"""

import argparse
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

DATA = pathlib.Path(__file__).resolve().parent.parent / "data" / "cli"

# What differs from run to run or from build to build, and what stands for it.
CHANGING = [
    (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "UUID"),
    (re.compile(r'"took_(ms|us)":[0-9.eE+-]+'), r'"took_\1":0'),
    (re.compile(r" in [0-9.]+ ms$"), " in 0 ms"),
    (re.compile(r" works, [0-9]+ us$"), " works, 0 us"),
    (re.compile(r'("(bytes|concepts)":)[0-9]+'), r"\g<1>0"),
    (re.compile(r"^((bytes|concepts) +)[0-9,]+"), r"\g<1>0"),
    (re.compile(r"[0-9,]+ bytes, before [0-9,]+$"), "0 bytes, before 0"),
    (re.compile(r"builtin-[0-9]+-[0-9a-f]+"), "DICTIONARY"),
    (re.compile(r"rules=[^\"]*[0-9a-f]{16}"), "NORMALIZER"),
]


def settled(line):
    for pattern, replacement in CHANGING:
        line = pattern.sub(replacement, line)
    return line


def lines_of(output, mark):
    text = output.decode("utf-8", "backslashreplace")
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    else:
        lines[-1] += "(no line end)"
    return [f"{mark}> {settled(line)}".rstrip() for line in lines]


def run(command, folder, program):
    environment = {
        "PATH": f"{program.parent}:{os.environ.get('PATH', '')}",
        "HOME": str(folder),
        "LC_ALL": "C",
        "TERM": "xterm",
    }
    for name, value in os.environ.items():
        if name.endswith("SAN_OPTIONS"):
            environment[name] = value
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=120, check=False)
    recorded = lines_of(done.stdout, "1") + lines_of(done.stderr, "2")
    return recorded + ([f"[{done.returncode}]"] if done.returncode != 0 else [])


def replay(session, program):
    recorded = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for file in sorted(DATA.iterdir()):
            if file.is_file():
                shutil.copy(file, folder)
        for line in session.read_text(encoding="utf-8").splitlines():
            if line.startswith("$ "):
                recorded += [line] + run(line[2:], folder, program)
            elif line.startswith("#") or line == "":
                recorded.append(line)
    return "".join(f"{line}\n" for line in recorded)


def main():
    parser = argparse.ArgumentParser(description="Replays recorded command-line sessions.")
    parser.add_argument("--update", action="store_true", help="record anew instead of comparing")
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("sessions", type=pathlib.Path, nargs="+")
    arguments = parser.parse_args()
    failed = 0
    for session in arguments.sessions:
        replayed = replay(session, arguments.program.resolve())
        expected = session.read_text(encoding="utf-8")
        if arguments.update:
            session.write_text(replayed, encoding="utf-8")
        elif replayed != expected:
            failed += 1
            sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True),
                                                       replayed.splitlines(True),
                                                       f"{session} (recorded)",
                                                       f"{session} (now)"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
