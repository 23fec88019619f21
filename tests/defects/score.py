# SPDX-License-Identifier: MIT
"""Makes known defects in clean agendas, has the tool check them, and says by rule how many it found and how many errors it told that are none.

score.py BINARY [--seed N] [--rounds N] [--only DEFECT|RULE] [--keep DIR]; AGENDA_LINT_CORPUS names a folder of real schedules, which are mutated too."""
import argparse
import collections
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import pickle
import random
import subprocess
import sys
import tempfile
import tomllib

import clean
import table
import writer
from draft import SOURCE, Draft, NoPlace

REAL = ["fosdem/fosdem-2013.xml", "voc/frab-camp2019.json", "voc/pretalx-rc3.json"]
CALL = 50  # agendas in one call of the tool
TRIES = 3  # with other random choices, where the first find no place for a defect
LARGE = 200  # slots from which on a schedule has one mutant of each defect only


@dataclasses.dataclass
class Base:
    name: str
    data: dict
    real: bool
    turns: bool = False  # there is but one of it, which has a mutant of each defect in every round

    def __post_init__(self):
        self.pickled = pickle.dumps(self.data)


@dataclasses.dataclass
class Mutant:
    defect: table.Defect
    base: Base
    text: str
    places: list


class Tool:
    """The binary, and where the agendas lie that it reads."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder
        rules = json.loads(self.run("rules", "--no-config", "--format", "json"))
        self.rules = [rule["id"] for rule in rules]
        self.off = [rule["id"] for rule in rules if rule["severity"] == "off"]  # unless somebody asks for them

    def run(self, *arguments):
        done = subprocess.run([self.binary, *arguments], capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"{' '.join(arguments)[:200]}: status {done.returncode}\n{done.stderr}")
        return done.stdout

    def findings(self, texts, on=()):
        """What is found in each of these agendas, with some rules switched on that are off."""
        switches = [word for rule in on for word in ("--severity", f"{rule}=info")]
        chunks = [texts[first:first + CALL] for first in range(0, len(texts), CALL)]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            return [found for chunk in pool.map(lambda chunk: self.check(chunk, switches), chunks) for found in chunk]

    def check(self, texts, switches):
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            paths = [pathlib.Path(folder, f"{number}.toml") for number in range(len(texts))]
            for path, text in zip(paths, texts):
                path.write_text(text, encoding="utf-8")
            report = json.loads(self.run("check", "--no-config", "--as-of", "2026-01-01", "--format", "json", *switches, *map(str, paths)))
        by_path = collections.defaultdict(list)
        for finding in report["findings"]:
            by_path[finding["path"]].append(finding)
        return [by_path[str(path)] for path in paths]


def bases(tool, seed, rounds):
    made = [Base(f"{shape} {number}", make(random.Random(f"{seed} {shape} {number}")), False)
            for number in range(rounds) for shape, make in clean.SHAPES.items()]
    made.append(Base("data/agenda.toml", tomllib.loads((SOURCE / "data/agenda.toml").read_text()), False, True))
    corpus = os.environ.get("AGENDA_LINT_CORPUS")
    for name in REAL:
        path = pathlib.Path(corpus or "", name)
        if corpus and path.exists():
            data = tomllib.loads(tool.run("import", str(path)))
            made.append(Base(name, data, True, sum(len(day.get("slot", [])) for day in data["day"]) < LARGE))
        else:
            print(f"skipped: {name} ({'not there' if corpus else 'AGENDA_LINT_CORPUS is not set'})")
    return made


def mutants(defects, agendas, seed, rounds):
    """Of a made agenda one mutant for each defect, of the others as many as there are rounds; none where there is no place for it."""
    made = []
    for base in agendas:
        for defect in defects:
            for turn in range(rounds if base.turns else 1):
                mutant = mutate(base, defect, f"{seed} {base.name} {defect.name} {turn}")
                if not mutant:
                    break
                made.append(mutant)
    return made


def mutate(base, defect, seed):
    for attempt in range(TRIES):
        draft = Draft(base.pickled, random.Random(f"{seed} {attempt}"))
        try:
            places = defect.edit(draft)
        except NoPlace:
            continue
        text = writer.text(draft.data)
        return Mutant(defect, base, *(draft.retouch(text) if draft.retouch else (text, places)))
    return None


def identity(finding):
    return finding["rule"], tuple(finding["about"]), finding["message"]


def is_at(finding, places, lines):
    """A place is what the finding is about, a line by its number, or a part of the finding's line."""
    line = finding["line"]
    return any(place in finding["about"] or place == f"line:{line}" or (place.startswith("text:") and place[5:] in lines[line - 1])
               for place in places)


def judge(mutant, found, before):
    """Whether the defect is found, and the errors that it does not explain; of a harmless edit of an agenda without warnings those too."""
    known = {identity(finding) for finding in before}
    new = [finding for finding in found if identity(finding) not in known]
    lines = mutant.text.splitlines() + [""]
    hits = [finding for finding in new if finding["rule"] == mutant.defect.rule and is_at(finding, mutant.places, lines)]
    false = [finding for finding in new if finding["severity"] == "error" and finding["rule"] not in mutant.defect.also and finding not in hits]
    if not mutant.defect.rule and not mutant.base.real:
        false += [finding for finding in new if finding["severity"] == "warning" and finding["rule"] not in mutant.defect.also]
    return bool(hits) or not mutant.defect.rule, false, new


def tell(mutant, number, what, findings, keep):
    where = ""
    if keep:
        where = keep / f"{mutant.defect.name.replace(' ', '-').replace('/', '-')}-{number}.toml"
        where.write_text(mutant.text, encoding="utf-8")
    print(f"{what}: {mutant.defect.name} ({mutant.defect.rule or 'harmless'}) in {mutant.base.name}, at {mutant.places[:6]} {where}")
    for finding in findings[:8]:
        print(f"    {finding['severity']} {finding['rule']} line {finding['line']} {finding['about'][:4]}: {finding['message']}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("binary")
    arguments.add_argument("--seed", default="1")
    arguments.add_argument("--rounds", type=int, default=2)
    arguments.add_argument("--only", default="")
    arguments.add_argument("--keep", type=pathlib.Path)
    given = arguments.parse_args()
    defects = [defect for defect in table.DEFECTS if given.only in ("", defect.name, defect.rule)]
    with tempfile.TemporaryDirectory() as folder:
        tool = Tool(given.binary, pathlib.Path(folder))
        agendas = bases(tool, given.seed, given.rounds)
        failed = not coverage(tool.rules)
        before = dict(zip([base.name for base in agendas], tool.findings([writer.text(base.data) for base in agendas], tool.off)))
        failed |= not are_clean(agendas, before)
        made = sorted(mutants(defects, agendas, given.seed, given.rounds), key=lambda mutant: mutant.defect.rule in tool.off)
        plain = [mutant.text for mutant in made if mutant.defect.rule not in tool.off]
        found = tool.findings(plain) + tool.findings([mutant.text for mutant in made[len(plain):]], tool.off)
    rows = collections.defaultdict(lambda: [0, 0, 0])
    for number, (mutant, findings) in enumerate(zip(made, found)):
        seen, false, new = judge(mutant, findings, before[mutant.base.name])
        row = rows[mutant.defect.rule or "(harmless edits)"]
        row[0] += 1
        row[1] += seen
        row[2] += len(false)
        if not seen:
            tell(mutant, number, "not found", new, given.keep)
        if false:
            tell(mutant, number, "false alarm", false, given.keep)
        failed |= not seen or bool(false)
    for defect in defects:
        if all(mutant.defect is not defect for mutant in made):
            print(f"never made: {defect.name} ({defect.rule})")
            failed = True
    show(rows)
    return 1 if failed else 0


def coverage(rules):
    """Whether every rule has a defect or a reason to have none, and every name is a rule's."""
    covered = {defect.rule for defect in table.DEFECTS if defect.rule}
    missing = sorted(set(rules) - covered - set(table.NOT_COVERED))
    wrong = sorted((covered | set(table.NOT_COVERED) | {rule for defect in table.DEFECTS for rule in defect.also}) - set(rules))
    both = sorted(covered & set(table.NOT_COVERED))
    for rule, reason in table.NOT_COVERED.items():
        print(f"not covered: {rule} ({reason})")
    for names, fault in ((missing, "has neither a defect nor a reason to have none"), (wrong, "is no rule"),
                         (both, "has a defect and a reason to have none")):
        for name in names:
            print(f"{name} {fault}")
    return not (missing or wrong or both)


def are_clean(agendas, before):
    clean_all = True
    for base in agendas:
        bad = [finding for finding in before[base.name] if finding["severity"] == "error" or (finding["severity"] == "warning" and not base.real)]
        for finding in bad:
            print(f"{base.name} is not clean: {finding['rule']}: {finding['message']}")
            clean_all = False
    return clean_all


def show(rows):
    print(f"{'rule':28} {'made':>6} {'found':>6} {'recall':>7} {'false alarms':>13}")
    total = [sum(row[column] for row in rows.values()) for column in range(3)]
    for rule, (made, found, false) in [*sorted(rows.items()), (f"all {len(rows)}", total)]:
        print(f"{rule:28} {made:6} {found:6} {100 * found / max(made, 1):6.1f}% {false:13}")


if __name__ == "__main__":
    sys.exit(main())
