#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the goals of docs/performance.md and prints them as a table in Markdown.

goals.py BUILD [--quick] [GROUP...]: BUILD is the folder that scripts/bench has built in; without a group all are measured but `build`, which compiles everything anew."""
import argparse
import inspect
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

from measure import LONGEST, Program, Runs

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEAD = """| what | goal | measured | of processor time | peak memory | met |
| --- | --- | --- | --- | --- | --- |"""


class Goals:
    def __init__(self, build, sizes):
        self.build, self.tool = build, build / "agenda-lint"
        self.small, self.middle, self.large, self.many = sizes
        self.agendas = build / "agendas"
        self.agendas.mkdir(exist_ok=True)

    # What is measured.

    def made(self, shape, slots):
        """An agenda, or a folder of them, made where this generator has not made it yet."""
        generator = ROOT / "bench/generate.py"
        path = self.agendas / f"{shape}-{slots}-{zlib.crc32(generator.read_bytes()):x}{'' if shape == 'directory' else '.toml'}"
        if not path.exists():
            print(f"making {shape} {slots}", file=sys.stderr)
            begun = path.with_name("begun")
            shutil.rmtree(begun, ignore_errors=True)
            subprocess.run([sys.executable, generator, shape, str(slots), begun], check=True)
            begun.rename(path)
        return path

    def checks(self, path, *options, cores=0):
        threads = ["-j", cores] if cores else []
        return Program([self.tool, "check", "--no-config", *threads, *options, path], cores, (0, 1))

    def bare(self, path, cores=0):
        return Program([self.build / "bench/bare_parse", path], cores)

    # How it is told.

    def row(self, what, goal, runs, measured, processor=None, memory=""):
        """`goal` is "<= 0.75" or the like, with a unit or without."""
        sense, limit, *unit = goal.split()
        unit = "".join(f" {one}" for one in unit)
        over = measured / float(limit) if sense == "<=" else float(limit) / measured
        if runs.ended:
            met = f"no: ended after {LONGEST} s"
        else:
            met = "yes" if over <= 1 else f"no, {over:.2f} times the goal"
        times = " (one run)" if len(runs.rounds) == 1 else f" (median of {len(runs.rounds)})"
        print(f"| {what} | {goal.replace('<=', '≤').replace('>=', '≥')} | {measured:.3g}{unit}{times} | {'' if processor is None else f'{processor:.3g}{unit}'} | {memory} | {met} |",
              flush=True)

    def memory(self, runs, name, path):
        peak = runs.peak(name)
        return f"{peak / 1e6:.0f} MB, {peak / path.stat().st_size:.2f} times the file"

    def ratio(self, what, goal, runs, a, b, memory=""):
        self.row(what, goal, runs, runs.ratio(a, b), runs.ratio(a, b, "processor"), memory)

    # The goals, by group.

    def parse(self):
        """a check against toml++ alone, and its memory"""
        for slots in (self.middle, self.large):
            path = self.made("ordinary", slots)
            cores = len(os.sched_getaffinity(0))
            runs = Runs({"check": self.checks(path), "bare": self.bare(path), "check on one": self.checks(path, cores=1), "bare on one": self.bare(path, cores=1)})
            self.ratio(f"`check` of {slots:,} slots / bare toml++ parse, {cores} cores", "<= 0.75", runs, "check", "bare", self.memory(runs, "check", path))
            self.ratio("the same on one core", "<= 1.15", runs, "check on one", "bare on one", self.memory(runs, "check on one", path))
            self.row(f"peak memory / file, {slots:,} slots", "<= 2.5", runs, runs.peak("check") / path.stat().st_size)
            print(f"{slots:,} slots: bare parse {self.memory(runs, 'bare', path)}", file=sys.stderr)

    def python(self):
        """a check with all rules on against bench/baseline.py"""
        told = subprocess.run([self.tool, "rules", "--no-config", "--format", "json"], check=True, capture_output=True).stdout
        rules = json.loads(told)
        config = self.agendas / "all-rules.toml"
        config.write_text("".join(f'[rules.{rule["id"]}]\nseverity = "info"\n' for rule in rules if rule["severity"] == "off"))
        for slots in (self.small, self.middle, self.large):
            path = self.made("ordinary", slots)
            runs = Runs({"check": Program([self.tool, "check", "--config", config, path], fine=(0, 1)), "python": Program([sys.executable, ROOT / "bench/baseline.py", path])})
            self.ratio(f"Python baseline / `check` of {slots:,} slots, all {len(rules)} rules on", ">= 15", runs, "python", "check", self.memory(runs, "check", path))

    def start(self):
        """the seed agenda against a program that does nothing"""
        seed = ROOT / "data/agenda.toml"
        zoned = self.agendas / "seed-with-zone.toml"
        zoned.write_text(seed.read_text().replace("[event]\n", '[event]\ntimezone = "Europe/Zurich"\n'))
        runs = Runs({"empty": Program([self.build / "bench/empty"]), "seed": self.checks(seed), "zoned": self.checks(zoned)})
        self.ratio("the seed agenda / an empty C++ program", "<= 4", runs, "seed", "empty")
        self.ratio("the same with a zone", "<= 7", runs, "zoned", "empty")

    def growth(self):
        """time a slot of large agendas against small ones, ordinary and adversarial"""
        shapes = {"ordinary": "", "one-room": ", one room and hour for all", "one-speaker": ", one speaker for all", "one-title": ", one title for all",
                  "all-found": ", a finding for every slot", "nest": ", each slot a part of the one before", "200-days": ", over 200 days"}
        for shape, what in shapes.items():
            small, large = self.made(shape, self.small), self.made(shape, self.large)
            runs = Runs({"large": self.checks(large), "small": self.checks(small)})
            each = self.small / self.large
            self.row(f"a slot of {self.large:,} / of {self.small:,}{what}", "<= 1.5", runs, runs.ratio("large", "small") * each, runs.ratio("large", "small", "processor") * each,
                     self.memory(runs, "large", large))

    def reports(self):
        """what rules and reports take against the parse, in the same process"""

        def took(run, *steps):
            return LONGEST if run.ended else sum(float(re.search(step + r" ([\d.]+) ms", run.said)[1]) / 1000 for step in steps)

        path = self.made("ordinary", self.large)
        runs = Runs({"check": self.checks(path, "-v"), "bare": self.bare(path)})
        self.row(f"rules and text report / bare parse, {self.large:,} slots", "<= 0.1", runs,
                 runs.median(lambda turn: took(turn["check"], "checking", "standard output") / turn["bare"].seconds))
        path = self.made("all-found", self.large)
        for name in ("json", "sarif"):
            runs = Runs({"check": self.checks(path, "-v", "-f", name), "bare": self.bare(path)})
            self.row(f"writing {name} of at least {self.large:,} findings / bare parse", "<= 1", runs,
                     runs.median(lambda turn: took(turn["check"], "standard output") / turn["bare"].seconds), memory=self.memory(runs, "check", path))

    def diff(self):
        """two revisions against one bare parse"""
        before = self.made("ordinary", self.middle)
        for shape, what in {"revised": "", "renamed": ", no id matches"}.items():
            after = self.made(shape, self.middle)
            runs = Runs({"diff": Program([self.tool, "diff", "--no-config", before, after], fine=(0, 1)), "bare": self.bare(after)})
            self.ratio(f"`diff` of two revisions of {self.middle:,} slots{what} / one bare parse", "<= 2.5", runs, "diff", "bare", self.memory(runs, "diff", after))

    def directory(self):
        """many small agendas in one call, on one core against two"""
        folder = self.made("directory", self.many)
        runs = Runs({"one": self.checks(folder, cores=1), "two": self.checks(folder, cores=2)})
        self.row(f"{self.many:,} agendas in one call, one core / two", ">= 1.8", runs, runs.ratio("one", "two"), None, f"{runs.peak('two') / 1e6:.0f} MB")

    def whole_build(self):
        """compiles everything anew, as scripts/check does"""
        with tempfile.TemporaryDirectory() as folder:
            environment = ["/usr/bin/env", "CCACHE_DISABLE=1", "CMAKE_CXX_COMPILER_LAUNCHER=", "cmake"]
            subprocess.run([*environment, "-S", ROOT, "--preset", "release", "-B", folder], check=True, stdout=subprocess.DEVNULL)
            runs = Runs({"build": Program([*environment, "--build", folder, "--parallel", "2"], cores=2)})
        seconds = runs.median(lambda turn: turn["build"].seconds)
        self.row("full build on two cores", "<= 90 s", runs, seconds, runs.median(lambda turn: turn["build"].processor), f"{runs.peak('build') / 1e6:.0f} MB")


GROUPS = {"parse": Goals.parse, "python": Goals.python, "start": Goals.start, "growth": Goals.growth, "reports": Goals.reports, "diff": Goals.diff, "directory": Goals.directory,
          "build": Goals.whole_build}


def main():
    lines = "\n".join(f"  {name:<10} {inspect.getdoc(group)}" for name, group in GROUPS.items())
    options = argparse.ArgumentParser(prog="scripts/bench", formatter_class=argparse.RawDescriptionHelpFormatter, description="Measures the goals of docs/performance.md.",
                                      epilog="groups:\n" + lines)
    options.add_argument("build", type=pathlib.Path, help=argparse.SUPPRESS)
    options.add_argument("groups", nargs="*", metavar="GROUP", help="what is measured; none: all but build")
    options.add_argument("--quick", action="store_true", help="small agendas: to see that it works, not how fast it is")
    options.add_argument("--rounds", type=int, default=Runs.most, metavar="N", help="at most so many runs of each program; the table says how many there were")
    options.add_argument("--large", type=int, metavar="SLOTS", help="what takes the place of 100,000 slots, on a slow machine")
    chosen = options.parse_intermixed_args()
    Runs.most = chosen.rounds
    for group in chosen.groups:
        if group not in GROUPS:
            options.error(f"there is no group `{group}`")
    small, middle, large, many = (200, 500, 2_000, 50) if chosen.quick else (1_000, 10_000, 100_000, 1_000)
    goals = Goals(chosen.build.resolve(), (small, middle, chosen.large or large, many))
    print(HEAD)
    for name in chosen.groups or [name for name in GROUPS if name != "build"]:
        print(f"measuring {name}", file=sys.stderr)
        GROUPS[name](goals)


main()
