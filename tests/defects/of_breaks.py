# SPDX-License-Identifier: MIT
"""Defects of breaks, meals and the length of days."""
from defect import defect
from of_time import made


def stretched(draft, pause, minutes):
    """The programme before a pause goes on into it, and the pause starts later."""
    for slot in draft.of(pause.day):
        if slot.end == pause.start:
            slot.at(slot.start, slot.end + minutes)
    pause.at(pause.start + minutes, pause.end)


def place_of(slot):
    return {key: slot[key] for key in ("room", "plenary") if slot[key]}


def pause_of(draft, *kinds):
    made(draft)
    return draft.slot(lambda slot: slot.kind in kinds)


@defect("break-at-edge", "a coffee break before everything else")
def break_first(draft):
    made(draft)
    day = draft.pick(draft.days[1:])
    first = min(draft.of(day), key=lambda slot: slot.start)
    return [draft.insert(day, first.start - 20, first.start, "coffee", "Tea").about]


@defect("break-at-edge", "a break follows on a break")
def break_twice(draft):
    coffee = pause_of(draft, "coffee")
    half = coffee.start + coffee.minutes // 2
    again = draft.insert(coffee.day, half, coffee.end, "pause", "Pause again", **place_of(coffee))
    coffee.at(coffee.start, half)
    return [coffee.about, again.about]


@defect("break-label", "a break is named for another part of the day")
def label_of_break(draft):
    coffee = pause_of(draft, "coffee")
    coffee["title"] = "Afternoon coffee" if coffee.start < 12 * 60 else "Morning coffee"
    return [coffee.about]


@defect("break-pattern", "lunch is half an hour later on one day")
def lunch_later(draft):
    lunch = pause_of(draft, "lunch")
    draft.require(len(draft.days) > 1)
    stretched(draft, lunch, 30)
    return [slot.about for slot in draft.slots if slot.kind == "lunch"]


@defect("break-too-long", "a coffee break goes on and on")
def coffee_long(draft):
    coffee = pause_of(draft, "coffee")
    draft.require(all(slot.minutes >= 40 for slot in draft.of(coffee.day) if slot.end == coffee.start))
    stretched(draft, coffee, -20)
    return [coffee.about]


@defect("break-too-short", "a coffee break of five minutes")
def coffee_short(draft):
    coffee = pause_of(draft, "coffee")
    stretched(draft, coffee, coffee.minutes - draft.pick([5, 9]))
    return [coffee.about]


@defect("day-too-long", "a day goes on until late")
def day_long(draft):
    made(draft)
    day = draft.day()
    draft.insert(day, 20 * 60 + 30, 22 * 60, "workshop", "Night shift")
    return [f"day:{day['date']}"]


@defect("graveyard-slot", "a panel is the first after lunch")
def panel_after_lunch(draft):
    lunch = pause_of(draft, "lunch")
    slot = draft.pick(slot for slot in draft.of(lunch.day) if slot.start == lunch.end and slot.ordinary)
    slot["kind"] = "panel"
    return [slot.about]


@defect("lunch-misplaced", "a lunch in the afternoon")
def lunch_late(draft):
    coffee = draft.slot(lambda slot: slot.kind == "coffee" and slot.start > 15 * 60)
    coffee["kind"] = "lunch"
    return [coffee.about]


@defect("lunch-missing", "lunch has become work")
def lunch_lost(draft):
    lunch = pause_of(draft, "lunch")
    draft.require(all(slot.ordinary or slot["catered"] for slot in draft.of(lunch.day) if lunch.start < slot.end <= 15 * 60 and slot is not lunch))
    lunch["kind"] = "workshop"
    return [f"day:{lunch.date}", lunch.about]


@defect("lunch-occupied", "a side event takes lunch from those who go there")
def lunch_taken(draft):
    draft.without_profile("un-meeting")
    lunch = pause_of(draft, "lunch")
    side = draft.insert(lunch.day, lunch.start + 5, lunch.end - 10, "side-event", "Side thoughts", room="studio",
                        speakers=draft.strangers(2), moderators=draft.strangers(1))
    for other in [slot for slot in draft.of(lunch.day) if slot["room"] == "studio" and slot is not side]:
        draft.remove(other)
    return [side.about, lunch.about, f"day:{lunch.date}"]


@defect("lunch-too-short", "the morning goes on into lunch")
def lunch_short(draft):
    lunch = pause_of(draft, "lunch")
    draft.require(lunch.minutes > 40)
    stretched(draft, lunch, lunch.minutes - 40)
    return [lunch.about, *(slot.about for slot in draft.of(lunch.day) if slot.end == lunch.start)]


@defect("overnight-rest", "the evening is long, and the next day starts as ever")
def night_short(draft):
    made(draft)
    draft.require(len(draft.days) > 1)
    evening = draft.insert(draft.pick(draft.days[:-1]), 22 * 60 + 30, 23 * 60 + 45, "workshop", "Night shift")
    return [evening.about, f"day:{evening.date}"]


@defect("prayer-window", "a slot takes time that is kept for prayer")
def prayer(draft):
    slot = draft.programme(lambda slot: not slot["breaks-inside"] and not slot["items"] and slot.minutes >= 20)
    draft.rule("prayer-window", windows=[f"{slot.start // 60:02}:{slot.start % 60:02}-{(slot.start + 10) // 60:02}:{(slot.start + 10) % 60:02}"])
    return [slot.about]


@defect("sitting-too-long", "a break has become work")
def no_break(draft):
    pause = pause_of(draft, "coffee", "lunch")
    pause["kind"] = "workshop"
    return [slot.about for slot in draft.of(pause.day)]


@defect("break-pattern", "a coffee break is longer on one day")
def coffee_longer(draft):
    coffee = pause_of(draft, "coffee")
    counts = [sum(slot.kind == "coffee" for slot in draft.of(day)) for day in draft.days]
    draft.require(len(draft.days) > 1 and len(set(counts)) == 1)
    stretched(draft, coffee, -20)
    return [slot.about for slot in draft.slots if slot.kind == "coffee"]


@defect("graveyard-slot", "a panel is the last of the event")
def panel_last(draft):
    made(draft)
    day = max(draft.days, key=lambda day: str(day["date"]))
    _, end = draft.ends(day)
    return [draft.insert(day, end + 15, end + 60, "panel", "One more panel", speakers=draft.strangers(2), moderators=draft.strangers(1)).about]
