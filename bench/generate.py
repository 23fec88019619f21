#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes agendas of any size to measure with: the same bytes for the same arguments.

generate.py SHAPE SLOTS OUT [--seed N]; --help lists the shapes. About 620 bytes a slot: abstracts of 400 characters, half of them over several lines, some of the text
not ASCII. In an ordinary agenda one slot in 250 runs over the next one in its room, and people are picked without asking when they are free."""
import argparse
import datetime
import pathlib
import random

WORDS = """about across after again air all among archive art at balance bridge budget by café care change choice city climate code common craft culture data debate design
digital early economy energy evidence field food for forest from future garden global good growth health history home in into island knowledge land language law learning
library light local long market measure memory method migration model music naïve network new ocean of on open our over paper past people place policy practice public
question reading research résumé river rights road school science shared small society sound space story street study system the theory time to together tool towards trade
travel under value voice water we what with without work world writing Zürich""".split()
GIVEN = "Aïcha Benoît Chiara David Esra Feng Greta Hiro Ingrid Jorge Katya Liam Maja Nadia Óscar Priya Quentin Rania Søren Thabo Uma Viktor Wanjiru Xenia Yusuf Zofia".split()
FAMILY = "Adeyemi Brandt Chen Dubois Evans Fischer Gómez Hansen Ivanov Jansen Khan Larsen Moreau Nguyen Okoye Petrov Qureshi Ruiz Silva Tanaka Urbán Varga Wójcik Yamada Zhang".split()
TOWNS = "Aarhus Basel Cádiz Dakar Exeter Fukuoka Graz Hanoi Izmir Jaipur Kraków Leiden Malmö Nairobi Oxford Porto Quito Riga Sydney Tartu Uppsala Vilnius Zagreb".split()
KINDS = ["keynote", "panel", "presentation", "session", "workshop"]
ROWS = range(9 * 60, 21 * 60, 90)  # the minutes of the day at which slots begin
SMALL = 30  # slots in each agenda of a directory


def number_name(number):
    """A name that no other number has, in letters: "A", ..., "Z", "Ba", ..."""
    letters = ""
    while True:
        number, rest = divmod(number, 26)
        letters = chr(ord("a") + rest) + letters
        if not number:
            return letters.capitalize()


def clock(minutes):
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


class Agenda:
    """An ordinary agenda; the shapes bend it. `slots` has a list a day."""

    def __init__(self, count, seed, days=None):
        self.random = random.Random(seed)
        self.title = f"Spring Meeting {seed}"
        rooms = -(-count // (days * len(ROWS))) if days else max(3, min(2000, count // 60))
        self.people = {f"p{i}": self.person(i) for i in range(max(8, count // 4))}
        self.rooms = {f"r{i}": {"name": f"Room {i}", "capacity": self.random.choice([20, 40, 80, 200])} for i in range(rooms)}
        self.days = [[]]
        self.names = list(self.people)
        for i in range(count):
            if len(self.days[-1]) == rooms * len(ROWS):
                self.days.append([])
            row, room = divmod(len(self.days[-1]), rooms)
            self.days[-1].append(self.slot(i, ROWS[row], f"r{room}"))

    def person(self, number):
        pick = self.random.choice
        return {"name": f"{pick(GIVEN)} {pick(FAMILY)} {number_name(number)}", "org": f"University of {pick(TOWNS)}"}

    def slot(self, number, start, room):
        chance = self.random
        length = chance.choice([45, 60, 75, 75, 75]) + (40 if chance.random() < 0.004 else 0)
        return {"id": f"s{number}", "time": (start, start + length), "kind": chance.choice(KINDS), "title": self.text(40).title(), "room": room,
                "speakers": chance.choices(self.names, k=chance.choice([1, 1, 2, 3])), "moderators": chance.choices(self.names, k=chance.random() < 0.6),
                "description": self.text(400, 78 if chance.random() < 0.5 else None) + "."}

    def text(self, length, width=None):
        """Words of so many characters, in lines of `width` where that is given."""
        lines, line, word = [], "", ""
        while length > 0:
            at = int(self.random.random() * len(WORDS))
            word = WORDS[at - 1] if WORDS[at] == word else WORDS[at]  # no word twice in a row
            length -= len(word) + 1
            if width and line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        return "\n".join([*lines, line])

    def all_slots(self):
        return [slot for day in self.days for slot in day]

    def write(self, path):
        first = datetime.date(2025, 3, 24)
        last = first + datetime.timedelta(days=len(self.days) - 1)
        with open(path, "w", encoding="utf-8") as out:
            out.write(f'[event]\ntitle = "{self.title}"\ntimezone = "Europe/Berlin"\ndates = [{first}, {last}]\n\n')
            for sort, things in (("people", self.people), ("rooms", self.rooms)):
                for name, thing in things.items():
                    out.write(f"[{sort}.{name}]\n" + "".join(f"{key} = {written(value)}\n" for key, value in thing.items()) + "\n")
            for number, day in enumerate(self.days):
                out.write(f"[[day]]\ndate = {first + datetime.timedelta(days=number)}\n\n")
                for slot in day:
                    out.write("[[day.slot]]\n" + "".join(f"{key} = {written(value)}\n" for key, value in slot.items()) + "\n")


def written(value):
    if isinstance(value, tuple):
        return f'"{clock(value[0])}-{clock(value[1])}"'
    if isinstance(value, list):
        return "[" + ", ".join(f'"{one}"' for one in value) + "]"
    if isinstance(value, int):
        return str(value)
    return f'"""\n{value}"""' if "\n" in value else f'"{value}"'


def one_room(agenda):
    agenda.days = [agenda.all_slots()]
    for slot in agenda.days[0]:
        slot.update(room="r0", time=(600, 660))


def one_speaker(agenda):
    for slot in agenda.all_slots():
        slot.update(speakers=["p0"], moderators=[])


def one_title(agenda):
    for slot in agenda.all_slots():
        slot["title"] = "The Same Title Everywhere"


def all_found(agenda):
    for slot in agenda.all_slots():
        slot["speakers"] = [f"nobody-{slot['id']}"]


def nest(agenda):
    agenda.days = [agenda.all_slots()]
    for before, slot in zip(agenda.days[0], agenda.days[0][1:]):
        slot["part-of"] = before["id"]
    for slot in agenda.days[0]:
        slot["time"] = (540, 1200)
    rooms = list(agenda.rooms)
    for before, room in zip(rooms, rooms[1:]):
        agenda.rooms[room]["part-of"] = before


def revised(agenda):
    """What an editor's week does to a programme."""
    chance = random.Random(agenda.title)
    for day in agenda.days:
        for slot in list(day):
            what = chance.random()
            if what < 0.05:
                slot["time"] = tuple(minutes + 15 for minutes in slot["time"])
            elif what < 0.07:
                slot["room"] = chance.choice(list(agenda.rooms))
            elif what < 0.09:
                slot["speakers"] = chance.choices(agenda.names, k=2)
            elif what < 0.10:
                slot["title"] = agenda.text(40).title()
            elif what < 0.11:
                day.remove(slot)
            elif what < 0.12:
                day.append(agenda.slot(f"-new-{slot['id']}", slot["time"][0], slot["room"]))


def renamed(agenda):
    """The same week, and every id made anew."""
    revised(agenda)
    agenda.people = {f"person-{name}": person for name, person in agenda.people.items()}
    agenda.rooms = {f"room-{name}": room for name, room in agenda.rooms.items()}
    for slot in agenda.all_slots():
        slot.update(id=f"slot-{slot['id']}", room=f"room-{slot['room']}")
        for role in ("speakers", "moderators"):
            slot[role] = [f"person-{name}" for name in slot[role]]


SHAPES = {
    "ordinary": ("a trade fair or a university: up to 2,000 rooms at once", lambda agenda: None),
    "one-room": ("all slots in one room and one hour", one_room),
    "one-speaker": ("one speaker for all slots", one_speaker),
    "one-title": ("one title for all slots", one_title),
    "all-found": ("every slot names a speaker whom nobody declared", all_found),
    "nest": ("each slot, and each room, is a part of the one before", nest),
    "200-days": ("an ordinary agenda of 200 days", lambda agenda: None),
    "revised": ("the ordinary agenda of the same seed, a week later: one slot in eight is changed", revised),
    "renamed": ("the same, and every id made anew", renamed),
}


def main():
    shapes = "\n".join(f"  {name:<12} {means}" for name, (means, _) in SHAPES.items())
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
                                      epilog=f"shapes:\n{shapes}\n  {'directory':<12} OUT is a folder, of so many ordinary agendas of {SMALL} slots")
    options.add_argument("shape", choices=[*SHAPES, "directory"], metavar="SHAPE")
    options.add_argument("slots", type=int, metavar="SLOTS")
    options.add_argument("out", type=pathlib.Path, metavar="OUT")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    if chosen.shape == "directory":
        chosen.out.mkdir(parents=True, exist_ok=True)
        for i in range(chosen.slots):
            Agenda(SMALL, chosen.seed + i).write(chosen.out / f"{i:06d}.toml")
        return
    agenda = Agenda(chosen.slots, chosen.seed, 200 if chosen.shape == "200-days" else None)
    SHAPES[chosen.shape][1](agenda)
    agenda.write(chosen.out)


main()
