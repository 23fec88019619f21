#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""profile.py BUILD [SLOTS]: counts the instructions of a check of an ordinary agenda with valgrind, and prints as a table in Markdown which steps they went into, as multiples of
toml++'s parse. Unlike times, the counts are nearly the same on each run, whatever else the machine does."""
import pathlib
import re
import subprocess
import sys
import tempfile

STEPS = [  # (what, its functions, those that are in them and are other steps)
    ("toml++ parses the text", [r"toml::v3::ex::parse\("], []),
    ("the document besides: lines, places, depth of keys", [r"agenda::source::Document::Document\(std::shared_ptr", r"agenda::source::Text::Text\("],
     [r"toml::v3::ex::parse\(", r"toml::v3::table::~table\("]),
    ("the model besides", [r"agenda::load::load\("], [r"agenda::source::Document::Document\(std::shared_ptr"]),
    ("rules, with the messages of their findings", [r"agenda::engine::run\("], []),
    ("the text report", [r"agenda::report::write_text\("], []),
    ("the parsed tree is let go", [r"toml::v3::table::~table\("], []),
]
CHECK = re.compile(r"agenda::checks::(\w+)_check::run\(")


def counted(tool, agenda, folder):
    """Instructions by function, with those of what it calls, and of all."""
    out = folder / "callgrind.out"
    subprocess.run(["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={out}", tool, "check", "--no-config", "-j", "1", agenda], stdout=subprocess.DEVNULL)
    told = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", out], check=True, capture_output=True, text=True).stdout
    lines = re.findall(r"^\s*([\d,]+) \([^)]*\)\s+(?:\S*?:)?(.*)$", told, re.MULTILINE)
    by_function = {}
    for count, function in lines:
        by_function.setdefault(function, int(count.replace(",", "")))
    return by_function


def main():
    build, slots = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    with tempfile.TemporaryDirectory() as folder:
        agenda = pathlib.Path(folder) / "agenda.toml"
        subprocess.run([sys.executable, pathlib.Path(__file__).with_name("generate.py"), "ordinary", str(slots), agenda], check=True)
        by_function = counted(build / "agenda-lint", agenda, pathlib.Path(folder))

    def count(*patterns):
        return sum(max((many for function, many in by_function.items() if re.match(pattern, function)), default=0) for pattern in patterns)

    whole, parse = by_function["PROGRAM TOTALS"], count(STEPS[0][1][0])
    if not parse:
        sys.exit("profile.py: toml++ does not parse in this program")
    rest = whole
    print("| step | parses | of the check |\n| --- | --- | --- |")

    def row(what, many):
        print(f"| {what} | {many / parse:.2f} | {many / whole:.1%} |")

    for what, functions, without in STEPS:
        many = count(*functions) - count(*without)
        rest -= many
        row(what, many)
    row("what else there is: start, freeing, writing", rest)
    row("the whole check", whole)
    checks = sorted(((many, CHECK.match(function)[1]) for function, many in by_function.items() if CHECK.match(function) and "'" not in function and "{lambda" not in function), reverse=True)
    print("\n| check (all rules that call upon it) | parses | of the check |\n| --- | --- | --- |")
    for many, name in checks[:12]:
        row(f"`{name.replace('_', '-')}`", many)


main()
