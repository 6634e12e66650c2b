#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports every broken or hostile source that make_malformed writes: none may crash, hang or fill the memory, and each
is refused with the codes of its row.

malformed_test.py FICSEARCH MIB [FOLDER]    no import may take more memory than MIB; FOLDER keeps the sources, else they
                                            are written to a temporary one
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent
LEAST_FILES = 200
MOST_SECONDS = 30  # a limit against hanging, far above what a source takes
OURS = ("imported ", "warning: ")  # how what the program prints begins


def rows_of(folder):
    lines = (folder / "expected.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")  # names hold other breaks
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def run(command, scratch):
    """The exit code, the peak of memory in bytes and what was printed; the code is None if it had to be killed."""
    with open(scratch / "printed", "w+b") as printed:
        process = subprocess.Popen(command, stdout=printed, stderr=printed)
        killed = threading.Event()
        timer = threading.Timer(MOST_SECONDS, lambda: (killed.set(), process.kill()))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        text = printed.read().decode("utf-8", "replace")
    return (None if killed.is_set() else process.returncode), usage.ru_maxrss * 1024, text


def problems_of(program, most_bytes, folder, row, scratch):
    """What is wrong with the import of a source, and its peak of memory."""
    rejects = scratch / "rejects.jsonl"
    command = [program, "import", "-d", str(scratch / "index"), "--format", row["format"], "--rejects", str(rejects),
               str(folder / row["file"])]
    code, memory, printed = run(command, scratch)
    if code is None:
        return ["it hangs"], memory
    if code not in (0, 6):
        return [f"exit code {code}: {printed[:400]}"], memory
    refusals = [json.loads(line) for line in rejects.read_text(encoding="utf-8").split("\n") if line]
    codes, expected = {refusal["code"] for refusal in refusals} or {"works"}, set(row["codes"].split("|"))
    problems = [] if codes == expected else [f"{sorted(codes)}, not {sorted(expected)}: {printed[:200]}"]
    foreign = [line for line in printed.splitlines() if line and not line.startswith(OURS)]
    if foreign:
        problems.append(f"it prints {foreign[0]!r}")
    if memory > most_bytes:
        problems.append(f"{memory >> 20} MiB of memory")
    if any(not refusal["message"] or refusal["source"] != str(folder / row["file"]) for refusal in refusals):
        problems.append("a refusal without message or place")
    return problems, memory


def main():
    problems, peak = [], 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else temporary) / "sources"
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-B", str(HERE / "make_malformed"), str(folder)], check=True)
        rows = rows_of(folder)
        if len(rows) < LEAST_FILES:
            problems.append(f"only {len(rows)} sources")
        for row in rows:
            with tempfile.TemporaryDirectory() as scratch:
                found, memory = problems_of(sys.argv[1], int(sys.argv[2]) << 20, folder, row, pathlib.Path(scratch))
            problems += [f"{row['file']}: {problem}" for problem in found]
            peak = max(peak, memory)
    print("\n".join([*problems, f"{len(rows)} sources, {len(problems)} problems, at most {peak >> 20} MiB"]))
    return 1 if problems else 0


sys.exit(main())
