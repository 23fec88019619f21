# SPDX-License-Identifier: MIT
# validate.py SCHEMA FILE...: holds TOML and JSON files against a JSON Schema (Debian's python3-jsonschema) and prints a
# line for each thing that does not fit: "file: path: what".
import datetime
import json
import sys
import tomllib

import jsonschema


def as_json(value):
    """Dates and times are what TOML has and JSON has not: they are texts there."""
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value


def load(path):
    with open(path, "rb") as file:
        return as_json(tomllib.load(file)) if path.endswith(".toml") else json.load(file)


schema = load(sys.argv[1])
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for path in sys.argv[2:]:
    for error in validator.iter_errors(load(path)):
        print(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message.splitlines()[0][:200]}")
