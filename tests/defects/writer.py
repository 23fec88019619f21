# SPDX-License-Identifier: MIT
"""Writes an agenda, as tomllib reads it, as TOML again: a line for each key of a table, so that a line tells what a finding is at."""
import datetime
import functools
import re

SPECIAL = re.compile(r'["\\\x00-\x1f\x7f]')


def text(agenda):
    lines = [f"{key} = {value(content)}" for key, content in agenda.items() if not is_table(content)]
    for key, content in agenda.items():
        if is_table(content):
            write_table([key], content, lines)
    return "\n".join(lines) + "\n"


def write_table(path, content, lines):
    """A table, or a list of tables, under its own header."""
    for table in content if isinstance(content, list) else [content]:
        name = ".".join(bare(part) for part in path)
        lines.append("")
        lines.append(f"[[{name}]]" if isinstance(content, list) else f"[{name}]")
        nested = [key for key, inner in table.items() if opens_header(path, key, inner)]
        lines += [f"{bare(key)} = {value(inner)}" for key, inner in table.items() if key not in nested]
        for key in nested:
            write_table([*path, key], table[key], lines)


def is_table(content):
    return isinstance(content, dict) or (isinstance(content, list) and content != [] and all(isinstance(part, dict) for part in content))


def opens_header(path, key, inner):
    if path == ["day"]:
        return key == "slot" and is_table(inner)
    return path[0] in ("rules", "event") and isinstance(inner, dict)


@functools.cache
def bare(key):
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else value(key)


def value(content):
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, (int, float)):
        return repr(content)
    if isinstance(content, (datetime.date, datetime.time)):
        return content.isoformat()
    if isinstance(content, list):
        return "[" + ", ".join(value(part) for part in content) + "]"
    if isinstance(content, dict):
        return "{ " + ", ".join(f"{bare(key)} = {value(inner)}" for key, inner in content.items()) + " }"
    return '"' + SPECIAL.sub(escaped, content) + '"'


def escaped(found):
    letter = found.group()
    return "\\" + letter if letter in '"\\' else f"\\u{ord(letter):04x}"
