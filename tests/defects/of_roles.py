# SPDX-License-Identifier: MIT
"""Defects of who speaks and who moderates, and for how long."""
from defect import defect
from of_time import made


def debate(draft, fits=lambda slot: True):
    """A slot of several speakers with a moderator."""
    return draft.programme(lambda slot: slot.kind in ("session", "panel") and len(slot["speakers"] or []) > 1 and slot["moderators"] and fits(slot))


@defect("discussion-share", "five minutes of discussion")
def discussion_short(draft):
    slot = debate(draft, lambda slot: slot.minutes >= 45 and not slot["items"])
    slot["discussion"] = "5m"
    return [slot.about]


@defect("discussion-untimed", "a discussion of unknown length")
def discussion_untimed(draft):
    slot = draft.programme(lambda slot: slot["discussion"] is not True and not slot["items"] and not slot["open-floor"])
    slot["discussion"] = True
    return [slot.about]


@defect("joint-inconsistent", "somebody speaks jointly with nobody")
def joint_alone(draft):
    slot, who = draft.appearance(lambda slot, who: who in (slot["speakers"] or []))
    slot["speakers"] = [{"joint": [who]} if entry == who else entry for entry in slot["speakers"]]
    return [slot.about]


@defect("joint-inconsistent", "an item of two speakers who are not joint")
def item_of_two(draft):
    slot = draft.programme(lambda slot: not slot["items"] and slot.minutes >= 20)
    slot["items"] = [{"title": "A talk of two", "kind": "presentation", "minutes": 15, "speakers": draft.strangers(2)}]
    return [slot.about]


@defect("moderator-is-speaker", "the moderator speaks as well")
def moderator_speaks(draft):
    slot = debate(draft)
    slot.add("speakers", draft.pick(who for who in slot["moderators"] if isinstance(who, str)))
    return [slot.about]


@defect("moderator-missing", "nobody moderates")
def nobody_moderates(draft):
    slot = debate(draft)
    slot.drop("moderators")
    return [slot.about]


@defect("moderator-missing", "the moderator has withdrawn")
def moderator_withdrew(draft):
    slot = debate(draft, lambda slot: len(slot["moderators"]) == 1 and isinstance(slot["moderators"][0], str))
    draft.people[slot["moderators"][0]]["status"] = "withdrawn"
    return [slot.about]


@defect("moderator-overload", "somebody moderates four times on a day")
def moderates_all_day(draft):
    who = draft.stranger()
    for slot in draft.apart(draft.day(), 4):
        slot.add("moderators", who)
    return [f"person:{who}"]


@defect("moderator-same-org", "all of a slot are of one house")
def one_house(draft):
    slot = debate(draft)
    slot["speakers"] = draft.strangers(3)
    slot["moderators"] = draft.strangers(1)
    for who in slot.people():
        draft.people[who]["org"] = "House of Keys"
    return [slot.about]


@defect("moderators-too-many", "four moderators")
def four_moderators(draft):
    slot = draft.programme(lambda slot: slot.kind != "testimony")
    slot["moderators"] = draft.strangers(4)
    return [slot.about]


@defect("panel-size", "a panel of eleven")
def large_panel(draft):
    slot = debate(draft, lambda slot: not slot["items"] and slot.minutes <= 120)
    slot["speakers"] = draft.strangers(11)
    return [slot.about]


@defect("panel-size", "a panel of one")
def panel_of_one(draft):
    slot = debate(draft, lambda slot: not slot["items"])
    slot["speakers"] = draft.strangers(1)
    return [slot.about]


@defect("person-overload", "somebody is on stage all day")
def on_stage_all_day(draft):
    draft.without_profile("workshop")
    who = draft.stranger()
    for slot in draft.apart(draft.day(), 4):
        slot.add("speakers", who)
    return [f"person:{who}"]


@defect("proxy-inconsistent", "somebody is represented and there on the same day")
def represented_and_there(draft):
    first, second = draft.pair(lambda first, second: first.day is second.day and not first.beside(second))
    who, deputy = draft.strangers(2)
    first.add("speakers", who)
    second.add("speakers", {"person": who, "delivered-by": deputy})
    return [first.about, second.about, f"person:{who}"]


@defect("proxy-inconsistent", "who stands in has withdrawn")
def deputy_withdrew(draft):
    slot = draft.programme()
    who, deputy = draft.stranger(), draft.stranger(status="withdrawn")
    slot.add("speakers", {"person": who, "delivered-by": deputy})
    return [slot.about, f"person:{who}", f"person:{deputy}"]


@defect("speaker-missing", "nobody speaks")
def nobody_speaks(draft):
    slot = draft.programme(lambda slot: "speaker" in slot.needs and slot["speakers"] and not slot["items"] and not slot["open-floor"])
    slot.drop("speakers")
    return [slot.about]


@defect("speaker-missing", "the only speaker has withdrawn")
def speaker_withdrew(draft):
    slot, who = draft.appearance(lambda slot, who: "speaker" in slot.needs and slot["speakers"] == [who] and not slot["items"]
                                 and not slot["open-floor"])
    draft.people[who]["status"] = "withdrawn"
    return [slot.about]


@defect("speaker-time", "a crowd in an hour")
def no_time_to_speak(draft):
    slot = debate(draft, lambda slot: not slot["items"] and slot.minutes <= 90)
    slot["speakers"] = draft.strangers(14)
    return [slot.about]


@defect("affiliation-missing", "somebody is nobody's")
def affiliation_lost(draft):
    made(draft)
    slot, who = draft.appearance(lambda slot, who: slot.kind != "testimony" and (who in (slot["speakers"] or []) or who in (slot["moderators"] or []))
                                 and all(slot.kind != "testimony" and who in (slot["speakers"] or []) + (slot["moderators"] or [])
                                         for slot in draft.appearances(who)))
    draft.require(not draft.people[who].get("affiliation") and "title" in draft.people[who])
    for key in ("title", "unit", "org"):
        draft.people[who].pop(key, None)
    return [f"person:{who}"]


@defect("moderator-is-speaker", "the chair speaks as well")
def chair_speaks(draft):
    slot = debate(draft, lambda slot: not slot["items"])
    slot["chair"] = draft.pick(who for who in slot["speakers"] if isinstance(who, str))
    return [slot.about]


@defect("moderators-too-many", "two moderators for one speaker")
def two_for_one(draft):
    slot = draft.programme(lambda slot: slot.kind != "testimony" and len(slot["speakers"] or []) == 1 and not slot["items"])
    slot["moderators"] = draft.strangers(2)
    return [slot.about]


@defect("person-overload", "somebody is on stage on every day")
def on_stage_every_day(draft):
    draft.profile("conference")
    draft.require(len(draft.days) > 1)
    who = draft.stranger()
    for day in draft.days:
        for slot in draft.apart(day, 3)[:2 if len(draft.days) > 1 else 3]:
            slot.add("speakers", who)
    return [f"person:{who}"]


@defect("proxy-inconsistent", "somebody is represented in a slot and moderates it")
def represented_here(draft):
    slot = draft.programme()
    who, deputy = draft.strangers(2)
    slot.add("speakers", {"person": who, "delivered-by": deputy})
    slot.add("moderators", who)
    return [slot.about, f"person:{who}"]
