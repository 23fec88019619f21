#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the inputs with which each fuzz target begins: seeds.py DIRECTORY makes a folder of them for each.

They are the examples of the rule files, the rule files themselves, the agendas and configurations of the tree, what stands
in quotes in the tests of each reader, and tests/fuzz/seeds.
"""
import hashlib
import re
import sys
import tomllib
from pathlib import Path

root = Path(__file__).resolve().parents[2]
longest = 4096  # what libFuzzer takes of an input
next_file = "#-- next file\n"

# The tests from whose texts the seeds of a target are taken.
tests = {
    "agenda": ["unit/load/*.cpp", "unit/source/toml*.cpp", "unit/checks/*.cpp"],
    "rule": ["unit/engine/rule_reader_test.cpp", "unit/engine/own_rules_test.cpp"],
    "config": ["unit/engine/config_test.cpp", "unit/engine/settings_test.cpp"],
    "baseline": ["unit/gate/baseline_test.cpp"],
    "time": ["unit/time/*_text_test.cpp", "unit/time/instant_test.cpp", "unit/finding/parameters_test.cpp"],
    "cell": ["unit/load/csv_test.cpp"],
    "xml": ["unit/load/formats_test.cpp"],
    "json": ["unit/load/formats_test.cpp", "unit/source/json_test.cpp"],
    "ics": ["unit/load/icalendar_test.cpp"],
    "csv": ["unit/load/csv_test.cpp"],
    "devopsdays": ["unit/load/devopsdays_test.cpp"],
}
literal = r'"(?:[^"\\\n]|\\.)*"'
escapes = {"n": b"\n", "t": b"\t", "r": b"\r", "0": b"\0"}


def bytes_of(literals):
    """What C++ makes of string literals that stand beside one another."""
    result = b""
    for one in re.findall(literal, literals):
        for code, letter, plain in re.findall(r"\\(?:x([0-9A-Fa-f]{1,2})|(.))|([^\\]+)", one[1:-1]):
            if code:
                result += bytes([int(code, 16)])
            elif letter:
                result += escapes.get(letter, letter.encode())
            else:
                result += plain.encode()
    return result


def texts_of(source):
    code = "\n".join(line for line in source.splitlines() if not line.startswith("#include"))
    for raw in re.findall(r'R"(\w*)\((.*?)\)\1"', code, re.DOTALL):
        yield raw[1].encode()
    for literals in re.findall(rf"{literal}(?:\s*{literal})*", code):
        yield bytes_of(literals)


def rule_files():
    return sorted([*root.glob("rules/*/*.toml"), *root.glob("docs/house-rules/*.toml")])


def examples():
    """The first three of each rule, and those with more than an agenda."""
    for path in rule_files():
        for number, example in enumerate(tomllib.loads(path.read_text()).get("example", [])):
            if number < 3 or {"before", "shared", "baseline"} & example.keys():
                yield example


def joined(first, second):
    return (first.rstrip("\n") + "\n" + next_file + second).encode()


def seeds():
    """The target and the bytes of each."""
    for example in examples():
        agenda = example.get("agenda", "")
        yield "agenda", joined(agenda, example["shared"]) if "shared" in example else agenda.encode()
        if "before" in example:
            yield "diff", joined(example["before"], agenda)
        if "baseline" in example:
            yield "baseline", example["baseline"].encode()
    for path in rule_files():
        parts = path.read_text().split("[[example]]")
        whole = [n for n in range(len(parts)) if len("[[example]]".join(parts[: n + 1]).encode()) <= longest]
        yield "rule", "[[example]]".join(parts[: whole[-1] + 1] if whole else parts[:1]).encode()
    for path in sorted(root.glob("starter/*.toml")):
        yield "config" if path.name == "agenda-lint.toml" else "agenda", path.read_bytes()
    for path in sorted(root.glob("rules/profiles/*.toml")):
        yield "config", re.sub(rb"(?m)^(summary|overlay) .*\n", b"", path.read_bytes())
    days = {}
    for path in sorted([*root.glob("data/*.toml"), *root.glob("data/revisions/*.toml")]):
        for number, day in enumerate(re.split(r"(?m)^(?=\[\[day\]\])", path.read_text())):
            yield "agenda", day.encode()
            if number in days:
                yield "diff", joined(days[number][: longest // 2].rpartition("\n\n")[0], day)
            days[number] = day
    for target, patterns in tests.items():
        for pattern in patterns:
            for path in sorted((root / "tests").glob(pattern)):
                for text in texts_of(path.read_text()):
                    if len(text) < 64 if target in ("time", "cell") else len(text) >= 24:
                        yield target, text
    for path in sorted((root / "tests/fuzz/seeds").glob("*/*")):
        yield path.parent.name, path.read_bytes()


def main():
    for target, text in seeds():
        folder = Path(sys.argv[1]) / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashlib.sha256(text).hexdigest()[:16]).write_bytes(text[:longest])


main()
