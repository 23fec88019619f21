# SPDX-License-Identifier: MIT
"""Runs programs by turns, and says how long they took and how much memory they had. Times of a busy machine mean little by themselves: what counts are ratios of runs that
were made side by side."""
import dataclasses
import os
import pathlib
import signal
import statistics
import subprocess
import sys

LAUNCH = pathlib.Path(__file__).with_name("launch.py")
LONGEST = 900  # seconds, after which a run is ended
ROUNDS = [(0.2, 25), (60, 5), (300, 3)]  # where all programs take up to so many seconds together: so many rounds; else one


@dataclasses.dataclass
class Program:
    command: list  # the program by its path
    cores: int = 0  # on how many it may run; 0: on all
    fine: tuple = (0,)  # exit statuses


@dataclasses.dataclass
class Run:
    seconds: float
    processor: float  # seconds that it kept processors busy
    peak: int  # bytes
    said: str  # on standard error
    ended: bool = False  # it took too long


def run(program):
    command = [str(part) for part in program.command]
    launched = subprocess.Popen([sys.executable, "-I", "-S", LAUNCH, str(program.cores), *command], text=True, errors="replace", stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                process_group=0)
    try:
        told, said = launched.communicate(timeout=LONGEST)
    except BaseException as trouble:
        os.killpg(launched.pid, signal.SIGKILL)
        launched.communicate()
        if not isinstance(trouble, subprocess.TimeoutExpired):
            raise
        return Run(LONGEST, LONGEST, 0, "", ended=True)
    status, *figures = told.split() or [f"{launched.returncode} of launch.py"]
    if status not in map(str, program.fine):
        sys.exit(f"scripts/bench: {' '.join(command)}: exit status {status}\n{said}")
    seconds, processor, peak = figures
    return Run(float(seconds), float(processor), int(peak), said)


class Runs:
    """Of programs by name, in rounds: each program has one run in each."""

    most = max(count for _, count in ROUNDS)  # rounds of anything

    def __init__(self, programs):
        self.rounds = [self.turn(programs)]
        took = sum(one.seconds for one in self.rounds[0].values())
        wanted = min(self.most, next((count for most, count in ROUNDS if took <= most), 1))
        while len(self.rounds) < wanted and not self.ended:
            self.rounds.append(self.turn(programs))

    @staticmethod
    def turn(programs):
        return {name: run(program) for name, program in programs.items()}

    @property
    def ended(self):
        return any(one.ended for turn in self.rounds for one in turn.values())

    def median(self, of):
        """The median over the rounds; `of` makes a number of a round."""
        return statistics.median(of(turn) for turn in self.rounds)

    def ratio(self, a, b, what="seconds"):
        return self.median(lambda turn: getattr(turn[a], what) / getattr(turn[b], what))

    def peak(self, name):
        return int(self.median(lambda turn: turn[name].peak))
