# SPDX-License-Identifier: MIT
"""Defects of times, dates, zones and of the order of slots."""
import datetime

from defect import defect

OPPOSITE = {"Europe/Zurich": "Pacific/Honolulu", "Europe/Helsinki": "Pacific/Honolulu", "America/Bogota": "Asia/Tokyo",
            "Africa/Nairobi": "Pacific/Honolulu", "Asia/Tokyo": "America/New_York"}


def made(draft):
    """The schedules of others have times of all kinds, and findings on most days already."""
    draft.require(draft.event.get("profile"))


@defect("ampm-suspect", "an afternoon slot is written by a 12-hour clock")
def half_day_lost(draft):
    made(draft)
    slot = draft.programme(lambda slot: 13 * 60 <= slot.start < 18 * 60 and slot.end < 19 * 60)
    slot.at(slot.start - 720, slot.end - 720)
    return [slot.about, f"day:{slot.date}"]


@defect("ampm-suspect", "a day is longer than fourteen hours")
def half_day_more(draft):
    made(draft)
    day = draft.day()
    first = min(slot.start for slot in draft.of(day))
    draft.require(first + 15 * 60 < 24 * 60)
    added = draft.insert(day, first + 13 * 60, first + 14 * 60 + 1, "workshop", "Night shift")
    return [added.about, f"day:{added.date}"]


@defect("clock-style-mixed", "a text says pm")
def clock_style(draft):
    slot = draft.programme()
    slot["note"] = draft.pick(["Doors open at 2 pm.", "Until 11:30 a.m. only.", "From 9am on."])
    return [slot.about]


@defect("date-outside-event", "a day a month later than the event")
def date_outside(draft):
    draft.require("dates" in draft.event)
    day = draft.day()
    day.pop("weekday", None)
    day["date"] = (datetime.date.fromisoformat(str(day["date"])) + datetime.timedelta(35)).isoformat()
    return [f"day:{day['date']}"]


@defect("date-outside-event", "the event ends before its last day")
def dates_cut(draft):
    draft.require(len(draft.event.get("dates", [])) == 2 and len(draft.days) > 1)
    draft.event["dates"] = [draft.event["dates"][0]] * 2
    return [f"day:{day['date']}" for day in draft.days[1:]]


@defect("day-bounds", "a slot ends late in the evening")
def late(draft):
    made(draft)
    day = draft.day()
    last = max((slot for slot in draft.of(day) if slot.ordinary), key=lambda slot: slot.end)
    last.at(20 * 60, 21 * 60)
    return [last.about]


@defect("day-bounds", "a slot starts early in the morning")
def early(draft):
    made(draft)
    slot = draft.insert(draft.day(), 7 * 60 + 15, 7 * 60 + 45, "presentation", "Early thoughts", speakers=draft.strangers(1))
    return [slot.about]


def in_zurich(draft, date):
    draft.require(draft.event.get("mode") != "online")
    made(draft)
    draft.event["timezone"] = "Europe/Zurich"
    day = draft.day()
    draft.move_to(day, date)
    return day


@defect("dst-near", "a hybrid event in the week after the change of the clock")
def clock_change_near(draft):
    draft.event["mode"] = "hybrid"
    in_zurich(draft, datetime.date(2026, 3, 31))
    return ["event"]


@defect("dst-transition", "a slot starts in the hour that the clock skips")
def time_skipped(draft):
    day = in_zurich(draft, datetime.date(2026, 3, 29))
    slot = draft.insert(day, 2 * 60 + draft.pick([0, 15, 59]), 4 * 60, "workshop", "Night watch")
    return [slot.about]


@defect("dst-transition", "a slot starts in the hour that comes twice")
def time_repeated(draft):
    day = in_zurich(draft, datetime.date(2026, 10, 25))
    slot = draft.insert(day, 2 * 60 + draft.pick([0, 15, 59]), 4 * 60, "workshop", "Night watch")
    return [slot.about]


@defect("duration-odd", "a slot takes hardly any time")
def short(draft):
    slot = draft.programme(lambda slot: slot.kind in ("session", "keynote", "presentation", "panel", "opening") and slot.minutes >= 10
                           and not slot["items"])
    slot.at(slot.start, slot.start + 3)
    return [slot.about]


@defect("event-day-empty", "a day has lost its slots")
def day_emptied(draft):
    day = draft.day(lambda day: datetime.date.fromisoformat(str(day["date"])).weekday() < 5 and day.get("slot"))
    day["slot"] = []
    draft.slots = [slot for slot in draft.slots if slot.day is not day]
    return [f"day:{day['date']}"]


@defect("event-day-empty", "the event is a day longer than its programme")
def day_undeclared(draft):
    made(draft)
    last = datetime.date.fromisoformat(str(draft.days[-1]["date"]))
    draft.require(last.weekday() < 4 and len(draft.event["dates"]) == 2)
    draft.event["dates"] = [draft.event["dates"][0], (last + datetime.timedelta(1)).isoformat()]
    return ["event", f"day:{last + datetime.timedelta(1)}", f"text:{draft.event['dates'][1]}"]


@defect("item-outside-slot", "an item ends after its slot")
def item_late(draft):
    slot = draft.programme(lambda slot: not slot["items"] and slot.end < 23 * 60)
    slot["items"] = [{"title": "Afterthoughts", "time": f"{clock(slot.end - 1)}-{clock(slot.end + 10)}"}]
    return [slot.about]


@defect("item-outside-slot", "an item starts before its slot")
def item_early(draft):
    slot = draft.programme(lambda slot: not slot["items"] and slot.start > 60)
    slot["items"] = [{"title": "Forethoughts", "time": f"{clock(slot.start - 5)}-{clock(slot.start + 1)}"}]
    return [slot.about]


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


@defect("items-overrun", "the items of a slot take longer than it does")
def items_long(draft):
    slot = draft.programme()
    minutes = slot.minutes // 2 + draft.pick([3, 10, 40])
    slot["items"] = [{"title": title, "minutes": minutes} for title in ("The first half", "The second half")]
    return [slot.about]


@defect("items-underrun", "an item leaves time that nothing explains")
def items_short(draft):
    slot = draft.programme(lambda slot: slot.minutes >= 40 and not slot["breaks-inside"])
    slot.drop("discussion", "open-floor")
    slot["items"] = [{"title": "The only part", "minutes": 10}]
    return [slot.about]


@defect("meeting-hours", "a slot of the plenary is out of hours")
def out_of_hours(draft):
    draft.profile("un-meeting")
    slot = draft.insert(draft.day(), 18 * 60 + 5, 18 * 60 + 20, "presentation", "Late thoughts", speakers=draft.strangers(1))
    return [slot.about]


@defect("remote-hours", "the audience lives on the other side of the earth")
def night_elsewhere(draft):
    draft.require(draft.event.get("timezone") in OPPOSITE)
    draft.event.update(mode="hybrid", zones=[OPPOSITE[draft.event["timezone"]]])
    return draft.everywhere()


@defect("slot-crosses-midnight", "a slot ends at five in the morning")
def through_the_night(draft):
    day = draft.day()
    last = draft.pick([max((slot for slot in draft.of(day) if slot.ordinary), key=lambda slot: slot.end, default=None)])
    draft.require(last and all(slot.timed for slot in draft.slots if slot.day is day))
    draft.require(not any(slot.end > last.start for slot in draft.of(day) if slot is not last and draft.room(slot) == draft.room(last)))
    draft.require(not any(slot.start >= last.start for slot in draft.of(day) if slot is not last and set(slot.people()) & set(last.people())))
    last["time"] = f"{clock(last.start)}-{draft.pick(['29:00', '28:30'])}"
    return [last.about]


@defect("slot-end-missing", "a slot has lost its end")
def end_lost(draft):
    slot = draft.slot()
    slot.drop("time")
    slot["start"] = clock(slot.start)
    return [slot.about]


@defect("slot-nonpositive", "the start and the end of a slot have changed places")
def reversed_time(draft):
    slot = draft.slot()
    slot["time"] = f"{clock(slot.end)}-{clock(slot.start)}"
    return [slot.about]


@defect("slot-nonpositive", "a slot ends when it starts")
def no_time_at_all(draft):
    slot = draft.slot()
    slot["time"] = f"{clock(slot.start)}-{clock(slot.start)}"
    return [slot.about]


@defect("slot-nonpositive", "an item ends before it starts")
def reversed_item(draft):
    slot = draft.programme(lambda slot: not slot["items"] and slot.minutes >= 10)
    slot["items"] = [{"title": "Backwards", "time": f"{clock(slot.start + 9)}-{clock(slot.start + 2)}"}]
    return [slot.about]


@defect("slot-order", "two neighbours have changed places in the file")
def slots_swapped(draft):
    def line(slot):
        return slot["track"] or draft.room(slot)
    first, second = draft.pair(lambda first, second: first.day is second.day and line(first) == line(second) and first["track"] == second["track"]
                               and first.end <= second.start and not any(first.start < other.start < second.start and line(other) == line(first)
                                                                         for other in draft.of(first.day)))
    slots = first.day["slot"]
    one, other = slots.index(first.table), slots.index(second.table)
    slots[one], slots[other] = slots[other], slots[one]
    return [first.about, second.about]


@defect("slot-order", "two days have changed places in the file")
def days_swapped(draft):
    draft.require(len(draft.days) > 1)
    draft.days[:2] = [draft.days[1], draft.days[0]]
    return [f"day:{day['date']}" for day in draft.days[:2]]


def one_room(draft):
    """Neither rooms nor tracks are declared, and everything is in the plenary but side events."""
    made(draft)
    draft.require("rooms" not in draft.data)


@defect("slot-overlap", "a slot of the plenary runs into the next")
def runs_over(draft):
    one_room(draft)
    first, second = draft.pair(lambda first, second: first.day is second.day and first.end == second.start and not first["room"] and not second["room"])
    first.at(first.start, second.start + draft.pick([1, 5, min(20, second.minutes)]))
    return [first.about, second.about]


@defect("slot-overlap", "a slot of the plenary starts before the one before it has ended")
def starts_early(draft):
    one_room(draft)
    first, second = draft.pair(lambda first, second: first.day is second.day and first.end == second.start and not first["room"] and not second["room"])
    second.at(first.end - draft.pick([1, 5, min(20, first.minutes)]), second.end)
    return [first.about, second.about]


@defect("slot-overlap", "a slot is added where another one is")
def added_over(draft):
    one_room(draft)
    other = draft.programme(lambda slot: not slot["room"] and slot.minutes >= 15)
    added = draft.insert(other.day, other.start + 5, other.end - 5, "presentation", "One thing more", speakers=draft.strangers(1))
    return [added.about]


@defect("slot-overlap", "two slots of a track without a room overlap")
def track_twice(draft):
    draft.require("tracks" in draft.data)
    slot = draft.programme(lambda slot: slot["track"])
    added = draft.insert(slot.day, slot.start + 5, slot.end, "presentation", "One thing more", speakers=draft.strangers(1), track=slot["track"])
    del draft.data["tracks"][slot["track"]]["room"]
    return [slot.about, added.about]


@defect("slot-time-missing", "a slot has lost its time")
def time_lost(draft):
    slot = draft.slot()
    slot.drop("time")
    return [slot.about]


@defect("time-granularity", "a slot ends at an odd minute")
def odd_minute(draft):
    slot = draft.programme(lambda slot: slot.minutes >= 20 and slot.end % 5 == 0 and not slot["items"])
    slot.at(slot.start, slot.end - draft.pick([1, 2, 3, 4]))
    return [slot.about]


@defect("time-unparsable", "a time that is none")
def no_time(draft):
    slot = draft.slot()
    slot["time"] = draft.pick(["10:60-11:00", "tomorrow", "10:00", "31:00-32:00", "", "10:00-11:00-12:00", "10:00 bis 11:00", "9-10", "25h99-26h"])
    return [slot.about]


@defect("time-unparsable", "a duration that is none")
def no_duration(draft):
    slot = draft.programme()
    slot["discussion"] = draft.pick(["half an hour", "30 parsecs", "-10m", "1h90m0"])
    return [slot.about]


@defect("time-unparsable", "a slot says its time twice")
def time_twice(draft):
    slot = draft.slot()
    slot["start"] = clock(slot.start)
    return [slot.about]


@defect("timezone-invalid", "a zone that does not exist")
def zone_unknown(draft):
    draft.event["timezone"] = draft.pick(["Europe/Zuerich", "CEST", "localtime", "+02:00", "Mars/Olympus"])
    return ["event", "text:timezone ="]


@defect("timezone-missing", "the zone is not named")
def zone_missing(draft):
    draft.require("timezone" in draft.event)
    del draft.event["timezone"]
    return ["event"]


@defect("unexplained-gap", "a break has been forgotten")
def break_forgotten(draft):
    made(draft)
    gone = draft.slot(lambda slot: slot.group in ("break", "meal"))
    draft.require(not any(slot.beside(gone) for slot in draft.of(gone.day) if slot is not gone))
    draft.remove(gone)
    return [slot.about for slot in draft.of(gone.day) if slot.end == gone.start or slot.start == gone.end]


@defect("unexplained-gap", "a slot of the plenary ends early")
def ends_early(draft):
    made(draft)
    slot = draft.programme(lambda slot: slot.minutes >= 45 and not slot["items"])
    draft.require(any(other.start == slot.end for other in draft.of(slot.day)))
    draft.require(not any(slot.beside(other) for other in draft.of(slot.day) if other is not slot))
    slot.at(slot.start, slot.end - 20)
    return [slot.about]


WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def another_weekday(draft, day):
    right = datetime.date.fromisoformat(str(day["date"])).weekday()
    return draft.pick(name for number, name in enumerate(WEEKDAYS) if number != right)


@defect("weekday-mismatch", "a weekday that is not the date's")
def weekday_wrong(draft):
    day = draft.day()
    day["weekday"] = another_weekday(draft, day)
    return [f"day:{day['date']}"]


@defect("weekday-mismatch", "a label with a weekday that is not the date's")
def label_wrong(draft):
    day = draft.day()
    day["label"] = f"{day.get('label', 'Programme')}, {another_weekday(draft, day)}"
    return [f"day:{day['date']}"]


@defect("weekday-mismatch", "the dates of another year")
def year_wrong(draft):
    day = draft.day(lambda day: "weekday" in day)
    weekday = day["weekday"]
    draft.move_to(day, datetime.date.fromisoformat(str(day["date"])) - datetime.timedelta(365))
    for each in draft.days:
        each["weekday"] = WEEKDAYS[(WEEKDAYS.index(each["weekday"]) + 1) % 7]
    assert day["weekday"] == weekday
    return [f"day:{each['date']}" for each in draft.days]


@defect("weekday-missing", "a day without its weekday")
def weekday_missing(draft):
    day = draft.day(lambda day: "weekday" in day)
    del day["weekday"]
    return [f"day:{day['date']}"]


@defect("weekend-or-holiday", "a day falls on a holiday")
def holiday(draft):
    draft.without_profile("conference")
    day = draft.day()
    draft.event["holidays"] = [str(day["date"])]
    return [f"day:{day['date']}"]


@defect("weekend-or-holiday", "a day falls on a Sunday")
def sunday(draft):
    made(draft)
    draft.without_profile("conference")
    day = draft.day()
    draft.move_to(day, datetime.date(2026, 6, 14))
    return [f"day:{day['date']}"]


@defect("time-unparsable", "a time of a table is none")
def time_of_table(draft):
    draft.require("tracks" in draft.data)
    slot = draft.programme(lambda slot: not slot["items"])
    slot["items"] = [{"title": "An item", "time": f"{clock(slot.start)}-{clock(slot.end)}"}]
    day = draft.day()
    table, key = draft.pick([(slot["items"][0], "time"), (day, "start"), (day, "end"), (draft.data["rooms"]["hall"], "available"),
                             (slot["items"][0], "minutes"), (draft.data["walk"][0], "minutes")])
    table[key] = "x-wrong"
    return ["text:x-wrong"]


@defect("slot-time-missing", "a slot says only how long it is, and nothing is before it")
def duration_alone(draft):
    day = draft.day(lambda day: draft.of(day))
    first = min(draft.of(day), key=lambda slot: day["slot"].index(slot.table))
    draft.require(day["slot"][0] is first.table)
    first.drop("time")
    first["duration"] = f"{first.minutes}m"
    return [first.about]


@defect("day-bounds", "a slot lies behind the end that its day says")
def day_shorter(draft):
    made(draft)
    day = draft.day()
    last = max((slot for slot in draft.of(day) if slot.ordinary), key=lambda slot: slot.end)
    day["end"] = clock(last.end - draft.pick([1, 20]))
    return [slot.about for slot in draft.of(day) if slot.end > last.end - 20]


@defect("duration-odd", "a slot takes too long for its kind")
def long_opening(draft):
    made(draft)
    day = draft.day()
    return [draft.insert(day, 19 * 60, 20 * 60 + draft.pick([0, 10]), "opening", "Another opening").about]


@defect("ampm-suspect", "the first slot of a day is written for the evening")
def half_day_later(draft):
    draft.profile("workshop")
    day = draft.day()
    slots = draft.of(day)
    first = min((slot for slot in slots if slot.ordinary), key=lambda slot: slot.start)
    draft.require(first is slots[0] and max(slot.end for slot in slots) + 240 < first.start + 735 and first.end + 720 < 24 * 60)
    first.at(first.start + 735, first.end + 720)
    return [first.about]


@defect("date-outside-event", "a day is none of the dates that are listed")
def date_unlisted(draft):
    draft.require(len(draft.days) >= 2)
    first = datetime.date.fromisoformat(str(draft.days[0]["date"]))
    day = draft.pick(draft.days[1:])
    draft.event["dates"] = [str(other["date"]) for other in draft.days if other is not day]
    draft.event["dates"] += [(first + datetime.timedelta(number)).isoformat() for number in (60, 61, 62)]
    return [f"day:{day['date']}"]
