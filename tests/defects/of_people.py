# SPDX-License-Identifier: MIT
"""Defects of places and of people who cannot be there."""
import datetime

from defect import defect
from of_time import clock, made


def beside(draft):
    """Two slots that run at once in two rooms."""
    return draft.pair(lambda first, second: first.beside(second) and "" not in (draft.room(first), draft.room(second))
                      and draft.room(first) != draft.room(second))


@defect("break-misaligned", "a track goes on into the coffee of the others")
def track_into_break(draft):
    draft.require("tracks" in draft.data)
    coffee, slot = draft.pick((coffee, slot) for coffee in draft.timed(lambda slot: slot.kind == "coffee")
                              for slot in draft.of(coffee.day) if slot.end == coffee.start and slot["track"])
    slot.at(slot.start, coffee.end - 10)
    return [coffee.about, slot.about]


@defect("delegation-split", "two of a delegation of one are needed at once")
def delegation(draft):
    first, second = beside(draft)
    members = draft.strangers(2)
    first.add("speakers", members[0])
    second.add("speakers", members[1])
    draft.data.setdefault("delegation", []).append({"name": "Delegation of one", "members": members, "size": 1})
    return [first.about, second.about]


@defect("person-changeover", "a speaker goes from room to room in no time")
def no_time_to_walk(draft):
    draft.require(draft.event.get("mode") != "online")
    first, second = draft.pair(lambda first, second: first.date == second.date and first.end == second.start
                               and "" not in (draft.room(first), draft.room(second)) and draft.room(first) != draft.room(second))
    who = draft.stranger()
    first.add("speakers", who)
    second.add("speakers", who)
    return [f"person:{who}"]


def twice(draft, entries):
    """Somebody is in two slots at once, in the second as `entries` says."""
    first, second = beside(draft)
    who = draft.stranger()
    first.add("speakers", who)
    role, entry = entries(who)
    second.add(role, entry)
    return [f"person:{who}"]


@defect("person-double-booked", "a speaker speaks in two rooms at once")
def speaks_twice(draft):
    return twice(draft, lambda who: ("speakers", who))


@defect("person-double-booked", "a speaker moderates elsewhere at the same time")
def moderates_elsewhere(draft):
    return twice(draft, lambda who: ("moderators", who))


@defect("person-double-booked", "a speaker is named with the name elsewhere at the same time")
def named_elsewhere(draft):
    return twice(draft, lambda who: ("speakers", {"name": draft.people[who]["name"]}))


@defect("person-double-booked", "a speaker stands in for somebody elsewhere at the same time")
def stands_in_elsewhere(draft):
    return twice(draft, lambda who: ("speakers", {"person": draft.stranger(), "delivered-by": who}))


@defect("person-double-booked", "a speaker speaks jointly elsewhere at the same time")
def joint_elsewhere(draft):
    return twice(draft, lambda who: ("speakers", {"joint": [draft.stranger(), who]}))


@defect("person-double-booked", "who speaks in the plenary presents in a room beside it")
def added_beside(draft):
    slot, who = draft.appearance(lambda slot, who: slot.minutes >= 10 and not slot["items"])
    added = draft.insert(slot.day, slot.start + 5, slot.end, "presentation", "One thing more", speakers=[who], room="elsewhere")
    if "rooms" in draft.data:
        draft.data["rooms"]["elsewhere"] = {"name": "Elsewhere", "building": "Main Building"}
    return [added.about, f"person:{who}"]


@defect("person-unavailable", "somebody leaves the day before")
def leaves_early(draft):
    slot, who = draft.appearance()
    draft.people[who]["leaves"] = (datetime.date.fromisoformat(slot.date) - datetime.timedelta(1)).isoformat()
    return [f"person:{who}"]


@defect("person-unavailable", "somebody leaves in the midst of the slot")
def leaves_in_it(draft):
    slot, who = draft.appearance(lambda slot, who: not slot["items"])
    draft.people[who]["leaves"] = f"{slot.date} {clock(slot.end - 1)}"
    return [f"person:{who}"]


@defect("person-unavailable", "somebody arrives too late")
def arrives_late(draft):
    slot, who = draft.appearance(lambda slot, who: not slot["items"])
    draft.people[who]["arrives"] = datetime.datetime.fromisoformat(f"{slot.date} {clock(slot.start + 1)}")
    return [f"person:{who}"]


@defect("person-unavailable", "somebody is away for the day")
def away(draft):
    slot, who = draft.appearance()
    draft.people[who]["unavailable"] = [{"from": slot.date, "to": slot.date}]
    return [f"person:{who}"]


@defect("plenary-parallel", "one of several parallel slots is for everybody")
def for_everybody(draft):
    first, _ = beside(draft)
    first["plenary"] = True
    return [first.about]


@defect("room-capacity", "more are expected than the room holds")
def too_many(draft):
    draft.require("rooms" in draft.data)
    slot = draft.slot(lambda slot: draft.data["rooms"].get(draft.room(slot), {}).get("capacity"))
    slot["expected"] = draft.data["rooms"][draft.room(slot)]["capacity"] + draft.pick([1, 100])
    return [slot.about]


@defect("room-changeover", "a track changes its room between two talks")
def track_moves(draft):
    draft.require("tracks" in draft.data)
    first, second = draft.pair(lambda first, second: first.day is second.day and first["track"] and first["track"] == second["track"]
                               and first.end == second.start)
    second["room"] = "studio"
    return [first.about, second.about]


def move_into(draft, first, second):
    """The second slot is in the room of the first."""
    second["room"] = draft.room(first)
    return [second.about]


@defect("room-double-booked", "a slot is moved into a room that is taken")
def room_taken(draft):
    first, second = beside(draft)
    return move_into(draft, first, second)


@defect("room-double-booked", "a slot runs into the next one of its room")
def room_overrun(draft):
    first, second = draft.pair(lambda first, second: first.day is second.day and first.end == second.start and draft.room(first)
                               and draft.room(first) == draft.room(second) and not set(first.people()) & set(second.people()))
    first.at(first.start, first.end + draft.pick([1, 5]))
    return [first.about, second.about]


@defect("room-double-booked", "a slot is moved into a part of a room that is taken")
def part_taken(draft):
    draft.require("rooms" in draft.data)
    first, second = beside(draft)
    draft.data["rooms"]["corner"] = {"name": "Corner", "building": "Main Building", "part-of": draft.room(first)}
    second["room"] = "corner"
    return [second.about]


@defect("room-double-booked", "a slot is copied with its room, and with other people")
def room_copied(draft):
    slot = draft.programme(lambda slot: draft.room(slot) and not draft.shared(draft.room(slot)) and slot.minutes >= 10)
    added = draft.insert(slot.day, slot.start, slot.end, "presentation", "One thing more", speakers=draft.strangers(1), room=draft.room(slot))
    return [added.about]


@defect("room-missing", "a track has no room")
def track_without_room(draft):
    draft.require("tracks" in draft.data)
    track = draft.pick(draft.data["tracks"])
    del draft.data["tracks"][track]["room"]
    return [f"track:{track}", *(slot.about for slot in draft.slots if slot["track"] == track)]


@defect("room-missing", "a slot beside others has no room")
def slot_without_room(draft):
    first, _ = beside(draft)
    first.drop("room", "track")
    return [first.about]


@defect("room-unavailable", "a room is closed when a slot is in it")
def room_closed(draft):
    draft.require("rooms" in draft.data)
    slot = draft.programme(lambda slot: draft.room(slot) in draft.data["rooms"])
    draft.data["rooms"][draft.room(slot)]["available"] = draft.pick([[f"05:00-{clock(slot.end - 1)}"], f"{clock(slot.start + 1)}-23:00",
                                                                     [f"05:00-{clock(slot.start)}", f"{clock(slot.end)}-23:00"]])
    return [other.about for other in draft.slots if draft.room(other) == draft.room(slot)]


@defect("side-event-clash", "two side events of one organisation at once")
def side_events(draft):
    draft.profile("un-meeting")
    side = draft.slot(lambda slot: slot.kind == "side-event")
    who = draft.pick(who for who in side.people() if draft.people[who].get("org"))
    added = draft.insert(side.day, side.start, side.end, "side-event", "Another side", room="Room C", optional=True, interpretation=False,
                         speakers=[draft.stranger(org=draft.people[who]["org"]), draft.stranger()], moderators=draft.strangers(1))
    return [added.about, side.about]


@defect("track-misaligned", "a track starts five minutes later than the others")
def out_of_step(draft):
    made(draft)
    draft.without_profile("workshop")
    first = draft.programme(lambda first: first["track"] and not any(slot.end == first.start and slot["track"] == first["track"]
                                                                     for slot in draft.of(first.day)))
    first.at(first.start + 5, first.end)
    return [first.about]


@defect("person-changeover", "a speaker has five minutes to another building")
def far_away(draft):
    draft.require("rooms" in draft.data)
    slot, who = draft.appearance(lambda slot, who: slot.end < 22 * 60 and slot["track"])
    draft.require(not any(other.start < slot.end + 30 and other.end > slot.end for other in draft.appearances(who, slot.date)))
    draft.data["rooms"]["annexe"] = {"name": "Reading Room", "building": "Annexe"}
    draft.insert(slot.day, slot.end + draft.pick([0, 5, 14]), slot.end + 30, "presentation", "One thing more", speakers=[who], room="annexe")
    return [f"person:{who}"]


@defect("person-unavailable", "somebody is away for an hour")
def away_for_an_hour(draft):
    slot, who = draft.appearance(lambda slot, who: not slot["items"] and slot.start > 60)
    draft.people[who]["unavailable"] = [{"from": "2001-01-01", "to": "2001-01-02"},
                                        {"from": f"{slot.date} {clock(slot.start - 50)}", "to": f"{slot.date} {clock(slot.start + 1)}"}]
    return [f"person:{who}"]


@defect("plenary-parallel", "a slot for everybody is put beside the tracks")
def plenary_added(draft):
    draft.require("tracks" in draft.data)
    slot = draft.programme(lambda slot: slot["track"])
    return [draft.insert(slot.day, slot.start, slot.end, "presentation", "One thing for all", speakers=draft.strangers(1)).about]


@defect("room-changeover", "a room has no time to be set up in another way")
def set_up_anew(draft):
    draft.require("tracks" in draft.data)
    first, second = draft.pair(lambda first, second: first.day is second.day and first["track"] and first["track"] == second["track"]
                               and first.end == second.start)
    second["kind"] = "workshop"
    return [first.about, second.about]


@defect("room-double-booked", "a slot is moved into the room of which another has a part")
def whole_taken(draft):
    draft.require("rooms" in draft.data)
    first, second = beside(draft)
    draft.data["rooms"]["wing"] = {"name": "Wing", "building": "Main Building"}
    draft.data["rooms"][draft.room(first)]["part-of"] = "wing"
    second["room"] = "wing"
    return [second.about]


@defect("break-misaligned", "a track goes on into the lunch of the others")
def track_into_lunch(draft):
    draft.require("tracks" in draft.data)
    lunch, slot = draft.pick((lunch, slot) for lunch in draft.timed(lambda slot: slot.kind == "lunch")
                             for slot in draft.of(lunch.day) if slot.end == lunch.start and slot["track"])
    slot.at(slot.start, lunch.end - 10)
    return [lunch.about, slot.about]


@defect("side-event-clash", "two side events at once have one guest", also=("person-double-booked",))
def side_events_of_one(draft):
    draft.profile("un-meeting")
    side = draft.slot(lambda slot: slot.kind == "side-event")
    draft.insert(side.day, side.start, side.end, "side-event", "Another side", room="Room C", optional=True, interpretation=False,
                 speakers=[side["speakers"][0], draft.stranger()], moderators=draft.strangers(1))
    return [side.about]
