# SPDX-License-Identifier: MIT
"""An agenda that a defect is made in: its slots with their times and people, and the edits that many defects share."""
import datetime
import pathlib
import pickle
import re
import tomllib

SOURCE = pathlib.Path(__file__).resolve().parents[2]
KINDS = tomllib.loads((SOURCE / "rules/kinds.toml").read_text())
CLOCK = re.compile(r"(\d\d?):(\d\d)-(\d\d?):(\d\d)")


class NoPlace(Exception):
    """The agenda has no place for this defect."""


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


class Slot:
    """A slot whose `time` is a start and an end of one day, in minutes from midnight."""

    def __init__(self, day, table):
        self.day, self.table = day, table
        read = CLOCK.fullmatch(table.get("time", "") if isinstance(table.get("time"), str) else "")
        hours = [int(part) for part in read.groups()] if read else [0, 0, 0, 0]
        self.start, self.end = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
        self.timed = self.start < self.end < 24 * 60 and not table.get("next-day")
        self.minutes = self.end - self.start

    def __getitem__(self, key):
        return self.table.get(key)

    def __setitem__(self, key, content):
        self.table[key] = content

    def drop(self, *keys):
        for key in keys:
            self.table.pop(key, None)

    @property
    def kind(self):
        return self["kind"] or ""

    @property
    def group(self):
        return KINDS.get(self.kind, {"class": "programme"})["class"]

    @property
    def needs(self):
        return [key.removeprefix("needs-") for key, content in KINDS.get(self.kind, {}).items() if key.startswith("needs-") and content]

    @property
    def optional(self):
        return bool(self["optional"] or KINDS.get(self.kind, {}).get("optional"))

    @property
    def ordinary(self):
        """Programme for whoever comes, which takes place."""
        return self.group == "programme" and not self.optional and self["status"] != "cancelled" and not self["part-of"]

    @property
    def about(self):
        return f"slot:{self['id']}"

    @property
    def date(self):
        return str(self.day["date"])

    def at(self, start, end):
        self.start, self.end, self.minutes = start, end, end - start
        self["time"] = f"{clock(start)}-{clock(end)}"

    def beside(self, other):
        return self.date == other.date and self.start < other.end and other.start < self.end

    def people(self):
        """The ids of the declared people on stage, of the slot and of its items."""
        found = []
        for table in [self.table, *(self["items"] or [])]:
            for role in ("chair", "moderators", "speakers"):
                entries = table.get(role, [])
                for entry in entries if isinstance(entries, list) else [entries]:
                    found += named(entry)
        return found

    def add(self, role, *entries):
        there = self[role] or []
        self[role] = [*(there if isinstance(there, list) else [there]), *entries]


def named(entry):
    if isinstance(entry, str):
        return [entry]
    if "joint" in entry:
        return [who for part in entry["joint"] for who in named(part)]
    return [entry[key] for key in ("delivered-by", "person") if key in entry][:1]


class Draft:
    """A copy of a pickled agenda, and the random choices of one defect. Where nothing fits, a choice raises NoPlace."""

    def __init__(self, data, random):
        self.data, self.random = pickle.loads(data), random
        self.retouch = None  # a last edit of the text: it takes the text, and returns it with the places
        self.slots = [Slot(day, table) for day in self.days for table in day.get("slot", [])]
        self.made = 0

    @property
    def days(self):
        return self.data["day"]

    @property
    def event(self):
        return self.data["event"]

    @property
    def people(self):
        return self.data.setdefault("people", {})

    def pick(self, choices):
        choices = list(choices)
        if not choices:
            raise NoPlace
        return self.random.choice(choices)

    def require(self, holds):
        if not holds:
            raise NoPlace

    def profile(self, *names):
        """Where the agenda has one of these profiles only."""
        profiles = self.event.get("profile", [])
        self.require(set([profiles] if isinstance(profiles, str) else profiles) & set(names))

    def without_profile(self, *names):
        profiles = self.event.get("profile", [])
        self.require(not set([profiles] if isinstance(profiles, str) else profiles) & set(names))

    def timed(self, fits=lambda slot: True):
        return [slot for slot in self.slots if slot.timed and slot["id"] and fits(slot)]

    def slot(self, fits=lambda slot: True):
        return self.pick(self.timed(fits))

    def programme(self, fits=lambda slot: True):
        """A programme slot, not optional, that takes place."""
        return self.slot(lambda slot: slot.ordinary and fits(slot))

    def pair(self, fits):
        """Two different ordinary programme slots for which `fits` holds."""
        slots = self.timed(lambda slot: slot.ordinary)
        self.random.shuffle(slots)
        for first in slots:
            for second in slots:
                if first is not second and fits(first, second):
                    return first, second
        raise NoPlace

    def room(self, slot):
        return slot["room"] or self.data.get("tracks", {}).get(slot["track"] or "", {}).get("room") or ""

    def shared(self, room):
        return bool(self.data.get("rooms", {}).get(room, {}).get("shared"))

    def day(self, fits=lambda day: True):
        return self.pick(day for day in self.days if fits(day))

    def of(self, day):
        return [slot for slot in self.slots if slot.day is day and slot.timed]

    def ends(self, day):
        """The last slot that is not social of a day, and the day's last minute."""
        return max(slot.end for slot in self.of(day) if slot.group != "social"), max(slot.end for slot in self.of(day))

    def insert(self, day, start, end, kind, title, **more):
        """A new slot in the day, in the order of time."""
        table = {"id": re.sub(r"[^a-z]+", "-", title.lower()), "kind": kind, "title": title, **more}
        slot = Slot(day, table)
        slot.at(start, end)
        slot.timed = True
        position = len([other for other in self.of(day) if other.start <= start])
        day["slot"].insert(position, table)
        self.slots.append(slot)
        return slot

    def remove(self, slot):
        slot.day["slot"] = [table for table in slot.day["slot"] if table is not slot.table]
        self.slots.remove(slot)

    def stranger(self, **more):
        """Somebody new, of a name that nobody bears."""
        first, family = [("Beatrix", "Hrubesova"), ("Cosimo", "Ndiaye"), ("Dorothea", "Kvitova"), ("Emeka", "Tzimas"), ("Fabiola", "Grosjean"),
                         ("Gaspard", "Olufsen"), ("Henrike", "Munteanu"), ("Ismail", "Whitcombe"), ("Jadwiga", "Rautio"), ("Keiko", "Bancroft"),
                         ("Leopold", "Ssentongo"), ("Mirela", "Guzman"), ("Nuala", "Petridis"), ("Orlando", "Szczesny")][self.made]
        self.made += 1
        self.people[f"new-{family.lower()}"] = {"name": f"{first} {family}", "title": "Adviser", "org": f"House of {family}", **more}
        return f"new-{family.lower()}"

    def strangers(self, count):
        return [self.stranger() for _ in range(count)]

    def appearance(self, fits=lambda slot, who: True):
        """A slot and somebody declared who is on stage in it, not withdrawn."""
        return self.pick((slot, who) for slot in self.timed(lambda slot: slot.ordinary) for who in slot.people()
                         if who in self.people and not self.people[who].get("status") and fits(slot, who))

    def appearances(self, who, date=None):
        return [slot for slot in self.slots if who in slot.people() and date in (None, slot.date)]

    def apart(self, day, count):
        """So many ordinary slots of a day, one after the other."""
        chosen = []
        for slot in sorted((slot for slot in self.of(day) if slot.ordinary), key=lambda slot: (slot.end, self.random.random())):
            if not chosen or chosen[-1].end <= slot.start:
                chosen.append(slot)
        self.require(len(chosen) >= count)
        return chosen[:count]

    def rule(self, name, **settings):
        self.data.setdefault("rules", {}).setdefault(name, {}).update(settings)

    def move_to(self, day, date):
        """The whole event on other dates, such that this day falls on `date`."""
        by = date - datetime.date.fromisoformat(str(day["date"]))
        if "dates" in self.event:
            self.event["dates"] = [(datetime.date.fromisoformat(str(old)) + by).isoformat() for old in self.event["dates"]]
        for each in self.days:
            moved = datetime.date.fromisoformat(str(each["date"])) + by
            each["date"] = moved.isoformat()
            if "weekday" in each:
                each["weekday"] = moved.strftime("%A")

    def everywhere(self):
        return ["event", *(f"day:{day['date']}" for day in self.days), *(slot.about for slot in self.slots if slot["id"])]


def slip(word):
    """The text with one letter inside its longest word left out."""
    longest = max(re.findall(r"[^\W\d_]+", word), key=len, default="")
    if len(longest) < 8:
        raise NoPlace
    middle = len(longest) // 2
    return word.replace(longest, longest[:middle] + longest[middle + 1:])
