# SPDX-License-Identifier: MIT
"""Defects of the file itself: of its syntax, keys, types, ids, and of what it accepts."""
import re

from defect import defect

ACCEPTED = {"rule": "venue-missing", "about": ["event"], "reason": "the town is small", "by": "the chair"}


def without_venue(draft, **accept):
    """The agenda says no venue, and accepts that it does not."""
    draft.require(draft.event.get("mode") != "online")
    draft.event.pop("venue", None)
    draft.data["accept"] = [ACCEPTED | accept]


@defect("accept-expired", "an accept whose last day is over")
def accept_expired(draft):
    without_venue(draft, until="2025-12-31")
    return ["event"]


@defect("accept-unjustified", "an accept without a reason")
def accept_unjustified(draft):
    without_venue(draft)
    del draft.data["accept"][0]["reason"]
    return ["event", "text:venue-missing"]


@defect("accept-unused", "an accept of what is not there")
def accept_unused(draft):
    slot = draft.programme()
    draft.data["accept"] = [ACCEPTED | {"rule": "slot-nonpositive", "about": [slot.about]}]
    return [slot.about, "text:slot-nonpositive"]


@defect("duplicate-id", "two slots have one id")
def duplicate_id(draft):
    first, second = draft.pair(lambda first, second: True)
    second["id"] = first["id"]
    return [first.about]


@defect("include-unreadable", "an included file is not there")
def include_unreadable(draft):
    draft.data = {"include": ["absent/people.toml"]} | draft.data
    return ["text:absent/people.toml"]


@defect("key-missing", "a day has no date")
def day_undated(draft):
    day = draft.day()
    day.pop("weekday", None)
    del day["date"]
    return ["day:undated"]


def misspelt(draft, word):
    """The word with two of its inner letters the other way round."""
    turn = draft.pick(place for place in range(1, len(word) - 2) if word[place] != word[place + 1])
    return word[:turn] + word[turn + 1] + word[turn] + word[turn + 2:]


@defect("reference-unresolved", "a speaker whom nobody declared")
def speaker_unresolved(draft):
    slot, who = draft.appearance(lambda slot, who: who in (slot["speakers"] or []))
    wrong = f"{who}-nowhere"
    slot["speakers"] = [wrong if entry == who else entry for entry in slot["speakers"]]
    return [slot.about]


@defect("reference-unresolved", "a moderator whose id is misspelt")
def moderator_unresolved(draft):
    slot = draft.programme()
    who = misspelt(draft, draft.pick(who for who in draft.people if len(who) > 4))
    draft.require(who not in draft.people)
    slot.add("moderators", who)
    return [slot.about]


@defect("reference-unresolved", "a room that is not declared")
def room_unresolved(draft):
    draft.require("rooms" in draft.data)
    slot = draft.programme()
    slot["room"] = misspelt(draft, draft.pick(draft.data["rooms"]))
    return [slot.about]


@defect("reference-unresolved", "a track that is not declared")
def track_unresolved(draft):
    draft.require("tracks" in draft.data)
    slot = draft.programme(lambda slot: slot["track"])
    slot["room"] = draft.room(slot)
    slot["track"] = misspelt(draft, slot["track"])
    return [slot.about]


@defect("reference-unresolved", "a slot refers to one that is not there")
def slot_unresolved(draft):
    slot = draft.programme()
    slot[draft.pick(["parallel-with", "repeat-of", "part-of"])] = "no-such-slot"
    return [slot.about]


@defect("reference-unresolved", "who delivers is not declared")
def deliverer_unresolved(draft):
    slot, who = draft.appearance(lambda slot, who: slot["speakers"] == [who])
    slot["speakers"] = [{"person": who, "delivered-by": "nobody-known"}]
    return [slot.about]


@defect("schema-unsupported", "a version of the format that does not exist")
def schema_unsupported(draft):
    draft.data = {"schema": draft.pick([0, 2, 11])} | {key: content for key, content in draft.data.items() if key != "schema"}
    return ["text:schema = "]


@defect("syntax-error", "a closing quotation mark is lost")
def quotation_lost(draft):
    return broken(draft, r'(?m)^(title|time|kind) = ".*"$', lambda line: line[:-1])


@defect("syntax-error", "a key has no value")
def value_lost(draft):
    return broken(draft, r'(?m)^(id|time|kind) = ".*"$', lambda line: line.split(" = ")[0] + " =")


@defect("syntax-error", "a list is not closed")
def list_open(draft):
    return broken(draft, r'(?m)^speakers = \[".*\]$', lambda line: line[:-1], behind=2)


@defect("syntax-error", "a header lacks a bracket")
def header_broken(draft):
    return broken(draft, r"(?m)^\[\[day\.slot\]\]$", lambda line: line[:-1])


def broken(draft, pattern, edit, behind=0):
    def retouch(text):
        found = draft.pick(re.finditer(pattern, text))
        line = text.count("\n", 0, found.start()) + 1
        return text[:found.start()] + edit(found.group()) + text[found.end():], [f"line:{line + more}" for more in range(behind + 1)]
    draft.retouch = retouch
    return []


@defect("unknown-key", "a key of a slot is misspelt")
def key_misspelt(draft):
    slot = draft.programme()
    key = misspelt(draft, draft.pick(["description", "languages", "discussion", "moderators", "optional", "questions"]))
    slot[key] = True
    return [slot.about, f"text:{key}"]


@defect("unknown-key", "a key of the event is misspelt")
def event_key_misspelt(draft):
    key = misspelt(draft, draft.pick(["timezone", "holidays", "organizer", "frozen-on"]))
    draft.event[key] = "x"
    return [f"text:{key} ="]


@defect("unknown-kind", "a kind that does not exist")
def kind_unknown(draft):
    slot = draft.slot()
    slot["kind"] = misspelt(draft, draft.pick(["session", "keynote", "presentation", "lunch", "coffee", "registration"]))
    return [slot.about]


@defect("unknown-rule", "a setting of a rule that does not exist")
def rule_unknown(draft):
    draft.rule("slot-overlaps", severity="warning")
    return ["text:slot-overlaps"]


@defect("unknown-rule", "a parameter that its rule does not have")
def parameter_unknown(draft):
    draft.rule("break-too-short", least="10m")
    return ["text:least"]


@defect("unknown-rule", "an accept of a rule that does not exist")
def accepted_rule_unknown(draft):
    draft.data["accept"] = [ACCEPTED | {"rule": "slot-overlapping"}]
    return ["text:slot-overlapping"]


@defect("wrong-type", "a value of a slot is of another type")
def type_of_slot(draft):
    slot = draft.programme()
    key, wrong = draft.pick([("title", 5), ("description", ["a text"]), ("optional", "yes"), ("number", True),
                             ("expected", "many"), ("questions", 3), ("plenary", 1)])
    slot[key] = wrong
    return [slot.about]


@defect("wrong-type", "a value of the event is of another type")
def type_of_event(draft):
    key, wrong = draft.pick([("title", 2026), ("venue", ["here"]), ("zones", 7), ("mode", "outdoors"), ("status", "printed")])
    draft.event[key] = wrong
    return [f"text:{key} ="]


@defect("wrong-type", "a parameter is of another type")
def type_of_parameter(draft):
    draft.rule("break-too-short", min="soon")
    return ["text:min ="]


@defect("reference-unresolved", "a table refers to what is not declared")
def table_unresolved(draft):
    draft.require("tracks" in draft.data)
    table, key = draft.pick([(draft.data["walk"][0], "from"), (draft.data["walk"][0], "to"), (draft.data["rooms"]["studio"], "part-of"),
                             (draft.pick(draft.data["tracks"].values()), "room")])
    table[key] = "attic-of-nowhere"
    return ["text:attic-of-nowhere"]


@defect("reference-unresolved", "a list of people refers to nobody")
def list_unresolved(draft):
    draft.require("delegation" in draft.data)
    table, key = draft.pick([(draft.data["delegation"][0], "members"), (draft.people[draft.pick(draft.people)], "distinct-from")])
    table[key] = ["nobody-of-nowhere"]
    return ["text:nobody-of-nowhere"]


@defect("key-missing", "a table lacks what it cannot do without")
def key_lost(draft):
    header, table = draft.pick([("walk", {"from": "hall", "to": "hall", "minutes": 5}), ("delegation", {"name": "Coast", "members": []}),
                                ("accept", {"rule": "slot-overlap", "about": ["event"]})])
    draft.require(header != "walk" or "rooms" in draft.data)
    del table[draft.pick(table)]
    draft.data[header] = [table]
    return [f"text:[[{header}]]"]


@defect("key-missing", "a speaker has a title and no name")
def name_lost(draft):
    slot = draft.programme(lambda slot: not slot["items"])
    slot.add("speakers", {"title": "Director of nothing"})
    return [slot.about]


@defect("unknown-key", "a key of a table is misspelt")
def table_key_misspelt(draft):
    draft.require("tracks" in draft.data)
    slot = draft.programme(lambda slot: not slot["items"])
    slot["items"] = [{"title": "An item", "minutes": 5}]
    table = draft.pick([slot["items"][0], draft.people[draft.pick(draft.people)], draft.data["rooms"]["hall"], draft.day(), draft.data["walk"][0],
                        draft.data["tracks"][draft.pick(draft.data["tracks"])], draft.data["delegation"][0]])
    table["lable"] = "x"
    return ["text:lable ="]


@defect("wrong-type", "a value of a table is of another type")
def type_of_table(draft):
    draft.require("tracks" in draft.data)
    slot = draft.programme(lambda slot: not slot["items"])
    slot["items"] = [{"title": "An item", "minutes": 5}]
    room, person, day, walk = draft.data["rooms"]["hall"], draft.people[draft.pick(draft.people)], draft.day(), draft.data["walk"][0]
    table, key, wrong = draft.pick([(slot["items"][0], "parallel", "x-wrong"), (room, "capacity", "x-wrong"), (room, "shared", "x-wrong"),
                                    (person, "mononym", "x-wrong"), (person, "status", "x-wrong"), (day, "outside", "x-wrong"),
                                    (draft.data["delegation"][0], "size", "x-wrong"), (draft.event, "show-cancelled", "x-wrong"),
                                    (draft.event, "text-format", "x-wrong"), (person, "arrives", "x-wrong"), (person, "leaves", "x-wrong"), (person, "affiliation", "x-wrong")])
    table[key] = wrong
    return ["text:x-wrong"]
