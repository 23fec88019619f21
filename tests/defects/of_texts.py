# SPDX-License-Identifier: MIT
"""Defects of what is printed: texts, names, labels, numbers, and what is not ready for publication."""
import datetime
import re
import unicodedata

from defect import defect
from draft import slip
from of_time import made

SENTENCE = "It is open to all who want to know more about these things than others do"


def described(draft, fits=lambda text: True):
    return draft.programme(lambda slot: isinstance(slot["description"], str) and fits(slot["description"]))


@defect("cancelled-listed", "a cancelled slot in a final agenda")
def cancelled(draft):
    draft.event["status"] = "final"
    slot = draft.programme()
    slot["status"] = "cancelled"
    return [slot.about]


@defect("closing-missing", "the closing is called otherwise")
def closing_lost(draft):
    made(draft)
    draft.without_profile("workshop")
    slot = draft.slot(lambda slot: slot.kind == "closing")
    slot["kind"] = "workshop"
    return [f"day:{slot.date}"]


@defect("opening-missing", "the opening is not there")
def opening_lost(draft):
    made(draft)
    draft.without_profile("workshop")
    slot = draft.slot(lambda slot: slot.kind == "opening")
    draft.remove(slot)
    return [f"day:{slot.date}"]


@defect("closing-unnamed", "nobody opens or closes")
def ceremony_unnamed(draft):
    slot = draft.slot(lambda slot: slot.kind in ("opening", "closing") and slot["speakers"])
    slot.drop("speakers")
    return [slot.about]


@defect("contact-missing", "nobody can be asked")
def contact_lost(draft):
    draft.require("contact" in draft.event)
    del draft.event["contact"]
    return ["event"]


@defect("description-missing", "one of many slots has no description")
def description_lost(draft):
    slot = described(draft)
    kin = [other for other in draft.slots if other.kind == slot.kind]
    draft.require(sum(bool(other["description"]) for other in kin) - 1 >= 0.75 * len(kin) + 1)
    slot.drop("description")
    return [slot.about]


def text_of(draft):
    """A text of a random thing: the table, its key, and the thing's name."""
    slot = described(draft, lambda text: len(text) > 40)
    who = draft.pick(draft.people)
    return draft.pick([(slot.table, "description", slot.about), (slot.table, "title", slot.about), (draft.people[who], "name", f"person:{who}")])


@defect("markup-left", "a text has markup in it")
def markup(draft):
    draft.require(draft.event.get("text-format") != "markdown")
    table, key, about = text_of(draft)
    table[key] = draft.pick(["<b>{}</b>", "{}<br/>", "{} &amp; more", "**{}**", "{} [here](https://example.org)", "• {}"]).format(table[key].strip())
    return [about]


@defect("name-suspect", "a name is none")
def no_name(draft):
    who = draft.pick(who for who, said in draft.people.items() if not said.get("mononym") and re.fullmatch(r"[^\W\d_]+ [^\W\d_]+", said["name"]))
    first, family = draft.people[who]["name"].split()
    draft.people[who]["name"] = draft.pick([family, f"{family}, {first}", f"{first}@example.org", f"{first} {family}".upper(), f"{first} {family} 2"])
    return [f"person:{who}"]


@defect("person-unused", "somebody is declared and appears nowhere")
def nobody_uses(draft):
    return [f"person:{draft.stranger()}"]


@defect("placeholder", "a title is still to be found")
def title_to_come(draft):
    slot = draft.programme()
    slot["title"] = draft.pick(["TBC", "Title to be confirmed", "Panel (tbd)", "[Title]", "Talk XX", "???"])
    return [slot.about]


@defect("placeholder", "a speaker is still to be found")
def speaker_to_come(draft):
    slot = draft.programme(lambda slot: slot["speakers"])
    name = draft.pick(["TBC", "N.N.", "To be announced", "tba"])
    slot.add("speakers", {"name": name})
    return [f'text:name = "{name}"']


@defect("placeholder", "an organisation is still to be found")
def organisation_to_come(draft):
    who = draft.pick(draft.people)
    draft.people[who]["org"] = draft.pick(["TBD", "to be confirmed", "[organisation]"])
    return [f"person:{who}"]


@defect("question-mark-missing", "a question without its mark")
def question_unmarked(draft):
    slot = draft.programme()
    slot.add("questions", draft.pick(["What are the costs of doing nothing", "How can this be paid for.", "Which of these measures have worked",
                                      "Should this be left to others", "We know the past. Who will decide"]))
    return [slot.about]


@defect("registration-missing", "nobody can register")
def registration_lost(draft):
    made(draft)
    draft.without_profile("workshop")
    draft.require(draft.event.get("mode", "in-person") == "in-person")
    slot = draft.slot(lambda slot: slot.kind == "registration")
    draft.remove(slot)
    return [f"day:{slot.date}"]


@defect("registration-overlap", "registration goes on beside the first session", also=("slot-overlap", "room-double-booked"))
def registration_long(draft):
    slot = draft.slot(lambda slot: slot.kind == "registration")
    slot.at(slot.start, slot.end + draft.pick([1, 10]))
    return [slot.about]


@defect("registration-overlap", "registration comes after the first session", also=("slot-overlap", "room-double-booked"))
def registration_late(draft):
    slot = draft.slot(lambda slot: slot.kind == "registration")
    lunch = draft.pick(other for other in draft.of(slot.day) if other.kind == "lunch")
    slot.at(lunch.start, lunch.start + 30)
    slot.day["slot"].sort(key=lambda table: table["time"])
    return [slot.about]


@defect("slot-duplicate", "a slot stands there twice")
def slot_twice(draft):
    slot = draft.programme(lambda slot: slot["speakers"] and slot["title"] and not slot["repeat-of"])
    _, end = draft.ends(slot.day)
    draft.require(end < 22 * 60)
    added = draft.insert(slot.day, end + 10, end + 40, slot.kind, "Copy", speakers=list(slot["speakers"]), room="elsewhere")
    if "rooms" in draft.data:
        draft.data["rooms"]["elsewhere"] = {"name": "Elsewhere"}
    added["title"] = slot["title"]
    return [slot.about, added.about]


@defect("stale-year", "the title names the year before")
def year_in_title(draft):
    year = datetime.date.fromisoformat(str(draft.days[0]["date"])).year
    draft.event["title"] = re.sub(r"\b20\d\d\b", "", draft.event["title"]).strip() + f" {year - draft.pick([1, 3])}"
    return ["event"]


@defect("stale-year", "a label names the year before")
def year_in_label(draft):
    day = draft.day()
    day["label"] = f"{day.get('label', 'Programme')}, {datetime.date.fromisoformat(str(day['date'])).year - 1}"
    return [f"day:{day['date']}"]


@defect("status-tentative", "a slot is not certain in a final agenda")
def slot_tentative(draft):
    draft.event["status"] = "final"
    slot = draft.programme()
    slot["status"] = "tentative"
    return [slot.about]


@defect("status-tentative", "somebody is not certain in a final agenda")
def person_tentative(draft):
    draft.event["status"] = "final"
    _, who = draft.appearance()
    draft.people[who]["status"] = draft.pick(["tbc", "invited"])
    return [f"person:{who}"]


@defect("text-duplicate", "two slots have one description")
def description_twice(draft):
    slot = described(draft, lambda text: len(text) >= 90)
    other = draft.programme(lambda other: other is not slot)
    other["description"] = slot["description"]
    return [slot.about, other.about]


WORD = r"(?<!\S)([a-z]{4,}) (?=[a-z])"


@defect("text-hygiene", "a text has a slip of the keyboard in it")
def keyboard(draft):
    slot = described(draft, lambda text: re.search(WORD, text))
    word = re.search(WORD, slot["description"])
    wrong = draft.pick(["{0} {0} ", "{0}  ", "{0} , ", "{0}\ufffd ", "{0}Ã© ", "{1}\u00ad{2} "]).format(word[1], word[1][:2], word[1][2:])
    slot["description"] = slot["description"][:word.start()] + wrong + slot["description"][word.end():]
    return [slot.about]


@defect("text-hygiene", "a title ends in a space")
def trailing_space(draft):
    slot = draft.programme(lambda slot: slot["title"] and slot["title"] == slot["title"].strip())
    slot["title"] += " "
    return [slot.about]


@defect("text-unterminated", "a description is cut off")
def cut_off(draft):
    slot = draft.programme()
    slot["description"] = f"{SENTENCE}. {SENTENCE}"
    return [slot.about]


@defect("title-missing", "a slot has no title")
def title_lost(draft):
    slot = draft.programme()
    slot.drop("title", "number")
    return [slot.about]


@defect("venue-missing", "the place is not named")
def venue_lost(draft):
    draft.require("venue" in draft.event and draft.event.get("mode") != "online")
    del draft.event["venue"]
    return ["event"]


@defect("withdrawn-listed", "who has withdrawn is still listed")
def withdrawn(draft):
    draft.event["status"] = "final"
    slot, who = draft.appearance()
    draft.people[who]["status"] = "withdrawn"
    return [slot.about, f"person:{who}"]


# --- one thing in two ways
@defect("affiliation-variant", "somebody has two organisations")
def two_organisations(draft):
    slot, who = draft.appearance(lambda slot, who: draft.people[who].get("org") and who in (slot["speakers"] or []))
    slot["speakers"] = [{"person": who, "org": "Quite Another House"} if entry == who else entry for entry in slot["speakers"]]
    return [slot.about, f"person:{who}"]


@defect("case-style", "a title in capitals")
def capitals(draft):
    slot = draft.programme(lambda slot: len(re.findall(r"[^\W\d_]{4,}", slot["title"] or "")) > 1 and slot["title"] != slot["title"].upper())
    others = [other for other in draft.slots if other.group == "programme" and other is not slot and other["title"]]
    draft.require(sum(other["title"] == other["title"].upper() for other in others) == 0)
    slot["title"] = slot["title"].upper()
    return draft.everywhere()


@defect("day-label-broken", "a day has the number of another")
def day_number(draft):
    made(draft)
    draft.require(len(draft.days) > 1 and "weekday" in draft.days[0])
    number = draft.pick(range(len(draft.days)))
    draft.days[number]["label"] = f"Day {number + 1 + draft.pick([-1, 1, 5])}"
    return [f"day:{day['date']}" for day in draft.days]


def series(draft):
    slots = [slot for slot in draft.slots if slot["number"]]
    draft.require(len(slots) >= 3)
    return slots


@defect("numbering-broken", "a session has a number too high")
def number_high(draft):
    slots = series(draft)
    slot = draft.pick(slots)
    slot["number"] = f"Session {'XIX' if 'I' in slots[0]['number'] else 19}"
    return [slot.about for slot in slots]


@defect("numbering-broken", "two sessions have one number")
def number_twice(draft):
    slots = series(draft)
    first = draft.pick(range(len(slots) - 1))
    slots[first + 1]["number"] = slots[first]["number"]
    return [slots[first].about, slots[first + 1].about]


@defect("numbering-broken", "a session in the middle is taken out")
def number_lost(draft):
    slots = series(draft)
    gone = draft.pick(range(1, len(slots) - 1))
    draft.remove(slots[gone])
    return [slots[gone - 1].about, slots[gone + 1].about]


@defect("numbering-style", "a session is numbered in another style")
def number_style(draft):
    slots = series(draft)
    number = draft.pick(range(len(slots)))
    words = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"]
    slots[number]["number"] = f"Session {words[number]}"
    return [slots[number].about]


@defect("org-variant", "an organisation is misspelt")
def organisation_misspelt(draft):
    who, other = draft.random.sample(sorted(draft.people), 2)
    draft.require(draft.people[who].get("org"))
    draft.people[other]["org"] = slip(draft.people[who]["org"])
    draft.people[other].pop("country", None)
    draft.people[who].pop("country", None)
    return [f"person:{who}", f"person:{other}"]


def whole_names(draft):
    return [who for who in draft.people if re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]{7,}", draft.people[who]["name"])]


@defect("person-variant", "somebody is entered twice, once with a slip")
def person_misspelt(draft):
    who = draft.pick(whole_names(draft))
    same = {key: draft.people[who][key] for key in ("title", "org") if key in draft.people[who]}
    twin = f"{who}-twin"
    draft.people[twin] = {"name": slip(draft.people[who]["name"]), **same}
    draft.programme().add("speakers", twin)
    return [f"person:{who}", f"person:{twin}"]


@defect("person-variant", "somebody is entered twice")
def person_twice(draft):
    who = draft.pick(whole_names(draft))
    draft.people[f"{who}-twin"] = {"name": draft.people[who]["name"]}
    draft.programme().add("speakers", f"{who}-twin")
    return [f"person:{who}", f"person:{who}-twin"]


@defect("spelling-variant", "a word in two spellings")
def two_spellings(draft):
    made(draft)
    first, second = draft.pair(lambda first, second: first["description"] and second["description"])
    one, other = draft.pick([("organise", "organize"), ("programme", "program"), ("labour", "labor"), ("centre", "center")])
    first["description"] += f" Others {one} it."
    second["description"] += f" Others {other} it."
    return draft.everywhere()


# --- one day unlike the others
@defect("start-pattern", "a day starts later than the others")
def starts_late(draft):
    made(draft)
    draft.require(len(draft.days) > 1)
    day = draft.pick(draft.days[1:])
    other = min(slot.start for slot in draft.slots if slot.ordinary and slot.day is draft.days[0])
    for slot in [slot for slot in draft.of(day) if slot.ordinary and slot.start < other + 80]:
        if slot.end > other + 90:
            slot.at(other + 80, slot.end)
        else:
            draft.remove(slot)
    return [f"day:{day['date']}", *(slot.about for slot in draft.of(day))]


@defect("day-label-broken", "the first day is the second")
def labels_shifted(draft):
    made(draft)
    draft.require("weekday" in draft.days[0])
    for number, day in enumerate(draft.days, 2):
        day["label"] = f"Day {number}"
    return [f"day:{draft.days[0]['date']}"]


@defect("numbering-broken", "two sessions have changed their numbers")
def numbers_swapped(draft):
    slots = series(draft)
    first = draft.pick(range(len(slots) - 1))
    slots[first]["number"], slots[first + 1]["number"] = slots[first + 1]["number"], slots[first]["number"]
    return [slots[first].about, slots[first + 1].about]


@defect("numbering-broken", "the first session is taken out")
def number_one_lost(draft):
    slots = series(draft)
    draft.remove(slots[0])
    return [slots[1].about]


@defect("numbering-style", "a day is numbered in another style")
def label_style(draft):
    made(draft)
    draft.require(len(draft.days) > 2)
    number = draft.pick(range(len(draft.days)))
    draft.days[number]["label"] = f"Day {['I', 'II', 'III', 'IV'][number]}"
    return [f"day:{draft.days[number]['date']}"]


@defect("affiliation-variant", "somebody has two titles")
def two_titles(draft):
    slot, who = draft.appearance(lambda slot, who: draft.people[who].get("title") and who in (slot["speakers"] or []))
    slot["speakers"] = [{"person": who, "title": "Caretaker"} if entry == who else entry for entry in slot["speakers"]]
    return [slot.about, f"person:{who}"]


@defect("org-variant", "an organisation is there whole and in initials")
def initials(draft):
    who, other = draft.random.sample(sorted(draft.people), 2)
    words = (draft.people[who].get("org") or "").split()
    letters = "".join(word[0] for word in words if word[0].isupper())
    draft.require(3 <= len(letters) <= 5 and letters.isalpha() and len(words) <= 5)
    draft.people[other]["org"] = letters
    draft.people[other].pop("country", None)
    draft.people[who].pop("country", None)
    return [f"person:{who}", f"person:{other}"]


@defect("person-variant", "somebody is entered twice, in another form of the name")
def person_otherwise(draft):
    who = draft.pick(whole_names(draft))
    first, family = draft.people[who]["name"].split()
    form = draft.pick([f"{family} {first}", f"Dr {first} {family}", f"{first} {family.upper()}", f"{first}  {family}", f"{first[0]}. {family}",
                       f"{first} {family[:3]}{family[3:].replace('o', 'ó').replace('a', 'á').replace('e', 'é').replace('i', 'í')}"])
    draft.require(sum(name["name"].endswith(family) for name in draft.people.values()) == 1)
    draft.people[f"{who}-twin"] = {"name": form, **({"org": draft.people[who]["org"]} if "org" in draft.people[who] else {})}
    draft.programme().add("speakers", f"{who}-twin")
    return [f"person:{who}", f"person:{who}-twin"]


@defect("registration-missing", "registration takes ten minutes")
def registration_short(draft):
    made(draft)
    draft.without_profile("workshop")
    draft.require(draft.event.get("mode", "in-person") == "in-person")
    slot = draft.slot(lambda slot: slot.kind == "registration")
    slot.at(slot.end - 10, slot.end)
    return [f"day:{slot.date}", slot.about]


@defect("text-duplicate", "two slots have one question")
def question_twice(draft):
    first, second = draft.pair(lambda first, second: True)
    question = "What have the cities along the rivers done to keep their bridges open, and what did it cost them in the end?"
    first.add("questions", question)
    second.add("questions", question)
    return [first.about, second.about]


@defect("text-hygiene", "the last word of a text stands there twice")
def last_word_twice(draft):
    slot = described(draft, lambda text: re.search(r" [a-z]{4,}\.$", text))
    last = re.search(r" ([a-z]{4,})\.$", slot["description"])[1]
    slot["description"] = slot["description"][:-1] + f" {last}."
    return [slot.about]


@defect("text-hygiene", "a name has a slip of the keyboard in it")
def name_slip(draft):
    who = draft.pick(who for who, said in draft.people.items() if re.fullmatch(r"\w+ \w+", said["name"]))
    name = draft.people[who]["name"]
    draft.people[who]["name"] = draft.pick([" " + name, name + " ", name.replace(" ", "  "), unicodedata.normalize("NFD", name + "é"), name + "\ufffd"])
    return [f"person:{who}"]


@defect("placeholder", "a place is still to be found")
def place_to_come(draft):
    if "rooms" in draft.data and draft.pick([True, False]):
        room = draft.pick(draft.data["rooms"])
        draft.data["rooms"][room]["name"] = "Room TBC"
        return [f"room:{room}"]
    draft.event["venue"] = draft.pick(["TBC", "to be announced", "Hotel (tbd)"])
    return ["event"]


@defect("markup-left", "markup is left where one does not look")
def hidden_markup(draft):
    draft.require(draft.event.get("text-format") != "markdown")
    slot, day = draft.programme(), draft.day()
    table, key, about = draft.pick([(slot.table, "note", slot.about), (day, "label", f"day:{day['date']}"), (draft.event, "subtitle", "event"),
                                    (day, "closing-note", f"day:{day['date']}")])
    table[key] = draft.pick(["Bring your <em>own</em> cup", "Bring cup&nbsp;and plate", "**Bring your own cup**"])
    return [about]
