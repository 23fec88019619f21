# SPDX-License-Identifier: MIT
"""What a defect is: a name, the rule that must see it, and an edit of a draft that returns where the finding must be."""
import dataclasses
from collections.abc import Callable

DEFECTS = []


@dataclasses.dataclass
class Defect:
    """`edit` makes the defect at a random place and returns the places of which the finding has to name one (`slot:ID`, `person:ID`, `text:PART`
    of its line, ...); `also` are the rules of which errors are a true consequence. Without a rule the edit is harmless: only hints may come of it."""
    name: str
    rule: str | None
    edit: Callable
    also: tuple


def defect(rule, name, also=()):
    def register(edit):
        DEFECTS.append(Defect(name, rule, edit, also))
        return edit
    return register
