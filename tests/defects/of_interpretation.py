# SPDX-License-Identifier: MIT
"""Defects of the interpreters' day."""
import copy
import datetime

from defect import defect


def interpreted(draft):
    draft.require("interpretation" in draft.event)


def of_day(draft, day):
    return [f"day:{day['date']}", *(slot.about for slot in draft.of(day))]


@defect("interp-day", "a third assignment in the evening")
def third_assignment(draft):
    interpreted(draft)
    day = draft.day()
    draft.insert(day, 19 * 60 + 30, 20 * 60 + 30, "workshop", "Night shift")
    return of_day(draft, day)


@defect("interp-hours", "an interpreted slot out of the interpreters' hours")
def out_of_hours(draft):
    interpreted(draft)
    slot = draft.insert(draft.day(), 18 * 60, 18 * 60 + draft.pick([1, 10]), "presentation", "Late thoughts", speakers=draft.strangers(1))
    return [slot.about]


@defect("interp-language-note", "a side event that does not say its language")
def language_unsaid(draft):
    interpreted(draft)
    slot = draft.slot(lambda slot: slot["interpretation"] is False and slot["languages"])
    slot.drop("languages")
    return [slot.about]


@defect("interp-pause", "the afternoon begins an hour after the morning")
def pause_short(draft):
    interpreted(draft)
    lunch = draft.slot(lambda slot: slot.kind == "lunch")
    after = draft.pick(slot for slot in draft.of(lunch.day) if slot.start == lunch.end and slot.ordinary)
    after.at(after.start - 60, after.end)
    lunch.at(lunch.start, lunch.end - 60)
    return [after.about]


@defect("interp-side-event", "a side event counts as interpreted")
def side_event_interpreted(draft):
    interpreted(draft)
    slot = draft.slot(lambda slot: slot["interpretation"] is False)
    slot.drop("interpretation")
    return [slot.about]


@defect("interp-sitting", "the morning is longer than three hours")
def long_assignment(draft):
    interpreted(draft)
    lunch = draft.slot(lambda slot: slot.kind == "lunch")
    before = draft.pick(slot for slot in draft.of(lunch.day) if slot.end == lunch.start)
    before.at(before.start, before.end + 15)
    lunch.at(lunch.start + 15, lunch.end)
    return of_day(draft, before.day)


@defect("interp-span", "a third whole day")
def third_day(draft):
    interpreted(draft)
    again = copy.deepcopy(draft.days[-1])
    again["date"] = (datetime.date.fromisoformat(again["date"]) + datetime.timedelta(1)).isoformat()
    again["weekday"] = datetime.date.fromisoformat(again["date"]).strftime("%A")
    for table in again["slot"]:
        table["id"] += "-again"
    draft.days.append(again)
    draft.event["dates"][-1] = again["date"]
    return draft.everywhere() + [f"day:{again['date']}", *(f"slot:{table['id']}" for table in again["slot"])]


@defect("interp-team", "one interpreter for all languages")
def team_small(draft):
    interpreted(draft)
    draft.event["interpretation"]["interpreters"] = 1
    return draft.everywhere()


@defect("sign-team", "one interpreter of a sign language for three hours")
def sign_alone(draft):
    interpreted(draft)
    draft.event["interpretation"] |= {"languages": ["en", draft.pick(["ise", "ssr", "fsl"])], "interpreters": 1}
    return draft.everywhere()
