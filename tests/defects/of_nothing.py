# SPDX-License-Identifier: MIT
"""Edits that are no defect, though they look like one: no new error or warning may come of them."""
import copy

from defect import defect
from of_people import beside
from of_time import clock, made

WAYS = [
    lambda start, end: {"time": f"{clock(start)} – {clock(end)}"},
    lambda start, end: {"time": f"{start // 60}.{start % 60:02}-{end // 60}h{end % 60:02}"},
    lambda start, end: {"start": clock(start), "end": clock(end)},
    lambda start, end: {"start": clock(start), "duration": f"{end - start}m"},
    lambda start, end: {"start": clock(start), "duration": end - start},
    lambda start, end: {"start": clock(start), "duration": f"PT{(end - start) // 60}H{(end - start) % 60}M"},
    lambda start, end: {"time": " to ".join(f"{(each // 60 - 1) % 12 + 1}:{each % 60:02} {'am' if each < 720 else 'pm'}" for each in (start, end))},
]


@defect(None, "a slot says its time in another way")
def said_otherwise(draft):
    slot = draft.slot()
    slot.drop("time")
    slot.table.update(draft.pick(WAYS)(slot.start, slot.end))
    return []


@defect(None, "the file holds one track after the other")
def track_by_track(draft):
    for day in draft.days:
        day["slot"].sort(key=lambda table: table.get("track", table.get("room", "")))
    draft.require("tracks" in draft.data)
    return []


@defect(None, "people stand in another order")
def people_shuffled(draft):
    names = list(draft.people)
    draft.random.shuffle(names)
    draft.data["people"] = {who: draft.people[who] for who in names}
    return []


@defect(None, "every slot has another id")
def ids_changed(draft):
    made(draft)
    for number, slot in enumerate(draft.slots):
        slot["id"] = f"slot-{number}"
    return []


@defect(None, "slots say no id")
def ids_lost(draft):
    made(draft)
    for slot in draft.slots:
        slot.drop("id")
    return []


@defect(None, "somebody speaks twice in one room, one slot after the other")
def twice_in_a_row(draft):
    first, second = draft.pair(lambda first, second: first.day is second.day and first.end == second.start and draft.room(first)
                               and draft.room(first) == draft.room(second))
    who = draft.stranger()
    first.add("speakers", who)
    second.add("speakers", who)
    return []


@defect(None, "somebody is in two rooms in items at other times")
def items_apart(draft):
    first, second = draft.pair(lambda first, second: first.start == second.start and first.end == second.end and first.day is second.day
                               and first.minutes >= 60 and draft.room(first) != draft.room(second)
                               and not first["items"] and not second["items"])
    who = draft.stranger()
    first.drop("discussion")
    second.drop("discussion")
    first["items"] = [{"title": "At the beginning", "time": f"{clock(first.start)}-{clock(first.start + 15)}", "speakers": [who]}]
    second["items"] = [{"title": "At the end", "time": f"{clock(second.end - 15)}-{clock(second.end)}", "speakers": [who]}]
    return []


@defect(None, "a cancelled slot is listed beside its replacement")
def replaced(draft):
    draft.event["show-cancelled"] = True
    slot = draft.programme(lambda slot: slot["title"])
    again = copy.deepcopy(slot.table) | {"id": "replaced", "status": "cancelled", "title": "What was planned first"}
    again.pop("number", None)
    again.pop("description", None)
    again.pop("questions", None)
    slot.day["slot"].insert(slot.day["slot"].index(slot.table), again)
    return []


@defect(None, "a talk is listed inside the block that contains it")
def part_of_block(draft):
    slot = draft.programme(lambda slot: slot.minutes >= 40 and not slot["number"])
    talk = draft.insert(slot.day, slot.start + 10, slot.start + 20, "presentation", "A short talk", speakers=slot["speakers"] or draft.strangers(1))
    talk["part-of"] = slot["id"]
    for key in ("room", "track", "plenary", "interpretation"):
        if slot[key] is not None:
            talk[key] = slot[key]
    return []


@defect(None, "two slots share an area", also=("room-changeover",))
def area(draft):
    draft.require("rooms" in draft.data)
    first, second = draft.pair(lambda first, second: first.start == second.start and first.end == second.end and first.day is second.day
                               and first["track"] != second["track"])
    draft.data["rooms"][draft.room(first)]["shared"] = True
    second["room"] = draft.room(first)
    return []


@defect(None, "a desk is open all day")
def desk(draft):
    made(draft)
    day = draft.day()
    draft.insert(day, 9 * 60 + 15, 16 * 60, "desk", "Help desk")
    return []


@defect(None, "a note without a time")
def note(draft):
    draft.day()["slot"].append({"kind": "note", "title": "Please return your badges"})
    return []


@defect(None, "a talk is relayed into another room")
def relayed(draft):
    slot = draft.programme(lambda slot: slot["track"] and slot["speakers"])
    relay = draft.insert(slot.day, slot.start, slot.end, slot.kind, "Relay", room="cinema", optional=True, speakers=list(slot["speakers"]),
                         moderators=list(slot["moderators"] or []), description="Watch it on the screen.")
    relay["repeat-of"] = slot["id"]
    relay["title"] = slot["title"]
    draft.data["rooms"]["cinema"] = {"name": "Cinema", "building": "Main Building"}
    return []


@defect(None, "the event is in another zone")
def another_zone(draft):
    made(draft)
    draft.event["timezone"] = draft.pick(["Europe/Lisbon", "Asia/Kolkata", "Australia/Sydney", "Pacific/Chatham", "UTC"])
    return []


@defect(None, "two people of one name are in two rooms at once")
def namesakes(draft):
    first, second = beside(draft)
    one = draft.stranger()
    two = draft.stranger()
    draft.people[two] |= {"name": draft.people[one]["name"], "distinct-from": [one]}
    first.add("speakers", one)
    second.add("speakers", two)
    return []


@defect(None, "nobody in particular is in two rooms at once", also=("placeholder",))
def placeholders(draft):
    first, second = beside(draft)
    name = draft.pick(["N.N.", "TBC", "To be announced"])
    first.add("speakers", {"name": name})
    second.add("speakers", {"name": name})
    return []


@defect(None, "somebody who has left speaks from afar")
def from_afar(draft):
    slot, who = draft.appearance(lambda slot, who: who in (slot["speakers"] or []) and len(draft.appearances(who)) == 1)
    draft.people[who]["leaves"] = "2000-01-01"
    slot["speakers"] = [{"person": who, "mode": "remote"} if entry == who else entry for entry in slot["speakers"]]
    return []


@defect(None, "keys and kinds of one's own")
def own_keys(draft):
    slot = draft.programme(lambda slot: not slot["number"])
    slot["x-colour"] = {"name": "green", "shades": [1, 2.5, True]}
    draft.data["x-printer"] = "the usual one"
    slot["kind"] = "x-hackathon"
    return []


@defect(None, "texts of all scripts")
def scripts(draft):
    slot = draft.programme()
    slot["title"] = draft.pick(["Título «con» “comillas” y más", "水の管理と橋", "إدارة المياه والجسور", "Bridges 🎉 and <more> & \\ \"canals\"",
                                "Ünïçødé — ½ of it"])
    return []


@defect(None, "a party goes on after midnight")
def party(draft):
    made(draft)
    day = draft.day()
    party = draft.insert(day, 21 * 60, 22 * 60, "social", "Party")
    party["time"] = draft.pick(["21:00-26:00", "21:00-24:00"])
    if draft.pick([True, False]):
        party["time"], party["next-day"] = "21:00-02:00", True
    return []


@defect(None, "an optional open house beside all else")
def optional_beside(draft):
    made(draft)
    slot = draft.programme(lambda slot: slot.minutes >= 45)
    draft.insert(slot.day, slot.start, slot.end, "workshop", "Open house", optional=True, room="lobby", interpretation=False, languages=["en"])
    if "rooms" in draft.data:
        draft.data["rooms"]["lobby"] = {"name": "Lobby", "building": "Main Building"}
    return []
