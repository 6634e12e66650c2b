# SPDX-License-Identifier: GPL-3.0-or-later
"""An index, and what it must hold, which is known apart from it.

The model is plain Python: works by id, in the order in which they were added. What a command may leave behind when it
dies is a list of such states; the index must be in one of them, whole.
"""
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile

TWO_WORDS = ("index", "profile", "tags")  # commands of two words
SKIPPED = 77  # the exit code that ctest knows as "skipped"
MACHINE = 7  # the program's exit code for what the machine fails at

# What works bear, as names of one theme each: excluding one must leave out exactly its works.
THEMES = {
    "NTR": ["NTR", "netorare", "寝取られ", "ネトラレ"],
    "slow burn": ["Slow Burn", "slow-burn"],
    "isekai": ["isekai", "異世界"],
    "lanterns": ["Lanterns", "lanterns"],
}


def work(number, version, rng):
    """A small work; another version of it has another summary and other tags."""
    themes = [theme for theme in THEMES if rng.random() < 0.3]
    tags = [rng.choice(THEMES[theme]) for theme in themes] + [f"own {rng.randrange(40)}"]
    return {"id": f"w{number}", "title": f"Work {number}", "summary": f"Version {version} of the {number}th letter.",
            "words": rng.randrange(1, 100000), "tags": {"freeform": tags}}


def theme_of(tag):
    return next((theme for theme, names in THEMES.items() if tag in names), None)


def after(state, works):
    """The state with these works put into it."""
    return {**state, **{one["id"]: one for one in works}}


def prefixes(state, works, batch):
    """Every state that an import can have committed when it dies: a batch is there whole or not at all."""
    return [after(state, works[:end]) for end in [*range(0, len(works), batch), len(works)]]


class Shelf:
    def __init__(self, program, folder):
        self.program = pathlib.Path(program).resolve()
        self.folder = pathlib.Path(folder)
        self.index = self.folder / "index"
        self.state = {}

    def command(self, *words):
        return [str(self.program), *words[:2], "-d", str(self.index), *words[2:]] if words[0] in TWO_WORDS else [
            str(self.program), words[0], "-d", str(self.index), *words[1:]]

    def run(self, *words, prefix=(), **how):
        return subprocess.run([*prefix, *self.command(*words)], capture_output=True, text=True, check=False,
                              timeout=300, **how)

    def make(self):
        """Makes the empty index, which a kill could otherwise leave half made."""
        done = self.run("import", "--quiet", "/dev/null")
        if done.returncode not in (0, 6):  # an empty file is refused
            raise AssertionError(f"no index could be made: {done.stderr}")

    def write(self, works):
        source = self.folder / "source.jsonl"
        source.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in works), encoding="utf-8")
        return str(source)

    def put(self, works):
        """An import that nothing disturbs."""
        done = self.run("import", "--quiet", self.write(works))
        if done.returncode != 0:
            raise AssertionError(f"an import that nothing disturbs failed: {done.stderr}")
        self.state = after(self.state, works)

    def held(self):
        """What the index holds, or a sentence that says why nobody knows."""
        if self.is_half_made():
            return {}
        if not (self.index / "iamglass").exists():
            return {}
        done = self.run("index", "export", "--quiet")
        if done.returncode != 0:
            return f"export failed: {done.stderr}"
        works = [json.loads(line) for line in done.stdout.splitlines()]
        state = {one["id"]: one for one in works}
        return state if len(state) == len(works) else "a work is there twice"

    def is_half_made(self):
        """Whether a first import died before there was an index that a reader knows."""
        return (self.index / "iamglass").exists() and "no index of ficsearch" in self.run("index", "status").stderr

    def settle(self, allowed, deep=False):
        """Sees that the index is whole and in one of the states `allowed`, which it then is known to be in. Returns what
        is wrong, or None."""
        held = self.held()
        if isinstance(held, str):
            return held
        if not any(held == state and list(held) == list(state) for state in allowed):
            return (f"the index holds {len(held)} works, in none of the {len(allowed)} states that are allowed, of "
                    f"{sorted({len(state) for state in allowed})} works")
        self.state = held
        return self.faults(deep) if held or not self.is_half_made() else None

    def faults(self, deep=False):
        if not (self.index / "iamglass").exists():
            return None
        checked = self.run("index", "check", *(["--deep"] if deep else []))
        if checked.returncode != 0:
            return f"index check says: {checked.stdout}{checked.stderr}"
        for theme in THEMES:
            done = self.run("search", "--all", "--format", "ids", "-x", theme)
            found = set(done.stdout.split())
            expected = {id for id, one in self.state.items()
                        if theme not in map(theme_of, one["tags"]["freeform"])}
            if done.returncode != 0 or found != expected:
                return f"without {theme}: {sorted(found ^ expected)} differ; {done.stderr}"
            if not deep:
                break  # one theme a time, but every one now and then
        return None


class Failure(Exception):
    pass


def in_scratch(name, run):
    """Runs run(folder); keeps the folder and says where it is if that fails."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"ficsearch-{name}-"))
    try:
        run(folder)
    except Failure as failure:
        print(f"{name}: FAILED: {failure}\n{name}: the index is kept in {folder}", flush=True)
        return 1
    shutil.rmtree(folder, ignore_errors=True)
    return 0


def seeded(arguments):
    """The random numbers of a run, and its seed, which is printed."""
    seed = arguments.seed if arguments.seed is not None else random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed}", flush=True)
    return random.Random(seed)


def kill(process):
    """Kills the process and whatever it has started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.communicate()


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)
