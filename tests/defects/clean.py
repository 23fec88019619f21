# SPDX-License-Identifier: MIT
"""Makes agendas without an error or a warning from a seed: a conference with tracks, a workshop in one room, a meeting with interpretation."""
import datetime

FIRST = """Aurelia Bogdan Chiara Dimitri Eleni Farouk Gudrun Hiroshi Ingrid Jorge Kwame Ludmila Mbali Nikolai Oumar Paloma Quentin Rosalind
Sigrid Tariq Ulrike Vikram Wilhelmina Xavier Yolanda Zoltan""".split()
FAMILY = """Abernathy Brandvold Castellanos Dragomir Eriksson Fitzwilliam Gunawardena Haddad Iwasaki Jankowski Kipkemboi Lindqvist Mbeki
Nakagawa Oyelaran Papadakis Quiroga Rasmussen Schwarzkopf Tshabalala Uspenskij Valdivieso Westergaard Xhaferi Yamaguchi Zetterlund
Achterberg Beaumont Chukwuemeka Delacroix Engelhardt Ferreira Grushenko Hollingsworth Ibarguren Jaramillo Kowalczyk Lamoureux Montgomery
Ngugi Okonkwo Pemberton Rosenthal Stavropoulos Thorvaldsen Underwood Vandenberghe Wickramasinghe Ylitalo Zubiri Almquist Bhattacharya
Cholmondeley Dufresne Echeverria Fujimoto Garibaldi Huygens Ivanchuk Juhasz Kierkegaard Llewellyn Mukherjee Nowosielski Obradovic
Przybylski Quispe Ramanujan Sundaram Tokugawa Urquhart Villanueva Worthington Yusupov Zimmermann""".split()
ORGANISATIONS = ["Northern Institute of Hydrology", "Harbour Authority", "Civic Data Foundation", "College of Engineers", "Railway Museum",
                 "Bureau of Standards", "Alpine Rescue Service", "Open Mapping Society", "Ministry of Transport", "Grain Exchange"]
TITLES = ["Director", "Senior Engineer", "Head of Research", "Policy Adviser", "Professor"]
SUBJECTS = """bridges canals glaciers timetables lighthouses orchards archives turbines observatories quarries wetlands tramways granaries
vineyards reservoirs telegraphs foundries harbours meadows viaducts aqueducts sawmills shipyards tunnels windmills libraries beehives
greenhouses weirs signals ferries quays terraces furnaces kilns looms pastures locks cranes dykes""".split()
MANNERS = ["Mending", "Measuring", "Planning", "Financing", "Mapping", "Closing", "Building", "Comparing"]
HALL = {"room": "hall", "plenary": True}
ZONES = ["Europe/Zurich", "Europe/Helsinki", "America/Bogota", "Africa/Nairobi", "Asia/Tokyo"]


class Maker:
    """Hands out titles, none of them twice, and people, none of them twice on a day."""

    def __init__(self, random):
        self.random = random
        families = random.sample(FAMILY, len(FAMILY))
        self.names = [(family, random.choice(FIRST)) for family in families]
        self.headings = random.sample([(manner, subject) for manner in MANNERS for subject in SUBJECTS], len(MANNERS) * len(SUBJECTS))
        self.people = {}
        self.used = []

    def person(self):
        """The id of somebody who is on stage nowhere else on this day."""
        self.used.append(self.names.pop())
        family, first = self.used[-1]
        self.people.setdefault(family.lower(), {"name": f"{first} {family}", "title": self.random.choice(TITLES),
                                                "org": self.random.choice(ORGANISATIONS)})
        return family.lower()

    def day(self, number, date, slots):
        self.names = self.used + self.names
        self.used = []
        return {"date": date.isoformat(), "weekday": date.strftime("%A"), "label": f"Day {number}", "slot": slots}

    def persons(self, count):
        return [self.person() for _ in range(count)]

    def title(self):
        manner, subject = self.headings.pop()
        return f"{manner} {subject}"

    def slot(self, time, kind, **more):
        title = more.pop("title", None) or self.title()
        return {"id": title.lower().replace(" ", "-"), "time": time, "kind": kind, "title": title, **more}

    def talk(self, time, kind, **more):
        """A slot with the people that its kind needs, and a description."""
        crowd = {"session": 3, "panel": 3, "side-event": 2}.get(kind, 1)
        slot = self.slot(time, kind, **more)
        slot["speakers"] = self.persons(crowd)
        if crowd > 1:
            slot["moderators"] = self.persons(1)
        slot["description"] = (f"{slot['title']}: what the last ten years taught those who do it, what it cost them, "
                               f"and which of it holds elsewhere too.")
        return slot


def first_tuesday(random):
    start = datetime.date(2026, random.choice([5, 6, 9]), 1)
    return next(day for day in (start + datetime.timedelta(number) for number in range(7)) if day.weekday() == 1)


def event(maker, days, profile, **more):
    random = maker.random
    first = first_tuesday(random)
    dates = [first + datetime.timedelta(number) for number in range(days)]
    return dates, {"title": f"Symposium on {random.choice(SUBJECTS)}", "organizer": "Civic Data Foundation", "venue": "Old Town Hall",
                   "dates": [dates[0].isoformat(), dates[-1].isoformat()], "timezone": random.choice(ZONES), "profile": profile,
                   "contact": "office@example.org", "revision": "3", "status": random.choice(["draft", "final"]), **more}


def conference(random):
    maker = Maker(random)
    dates, head = event(maker, random.choice([2, 3]), "conference")
    tracks = ["north", "south", "west"][:random.choice([2, 3])]
    rooms = {"hall": {"name": "Great Hall", "building": "Main Building", "capacity": 400},
             **{f"{track}-room": {"name": f"{track.capitalize()} Room", "building": "Main Building", "capacity": 120} for track in tracks},
             "studio": {"name": "Studio", "building": "Annexe", "capacity": 40}}
    days = []
    for number, date in enumerate(dates, 1):
        slots = []
        if number == 1:
            slots.append(maker.slot("08:30-09:15", "registration", title="Registration", **HALL))
            slots.append(maker.talk("09:15-09:45", "opening", **HALL, title="Opening"))
            slots.append(maker.talk("09:45-10:30", "keynote", **HALL))
        else:
            slots.append(maker.talk("09:30-10:30", "keynote", **HALL))
        slots.append(maker.slot("10:30-11:00", "coffee", title=f"Morning coffee {number}", **HALL))
        slots += [maker.talk("11:00-12:30", "session", track=track, discussion="30m", expected=80) for track in tracks]
        slots.append(maker.slot("12:30-14:00", "lunch", title=f"Lunch {number}", **HALL))
        if random.random() < 0.5:
            slots.append(maker.talk("12:45-13:45", "side-event", room="studio", optional=True, catered=True))
        for time in ("14:00-14:45", "14:45-15:30"):
            slots += [maker.talk(time, "presentation", track=track) for track in tracks]
        slots.append(maker.slot("15:30-16:00", "coffee", title=f"Afternoon coffee {number}", **HALL))
        slots += [maker.talk("16:00-17:00", "panel", track=track, discussion="20m") for track in tracks]
        if number == len(dates):
            slots.append(maker.slot("17:00-17:20", "pause", title="Pause", **HALL))
            slots.append(maker.talk("17:20-17:50", "closing", **HALL, title="Closing"))
        else:
            slots.append(maker.slot("18:00-20:00", "reception", title=f"Reception {number}", **HALL))
        days.append(maker.day(number, date, slots))
    return finished(maker, head, days, rooms, {track: {"name": track.capitalize(), "room": f"{track}-room"} for track in tracks})


def workshop(random):
    maker = Maker(random)
    dates, head = event(maker, random.choice([2, 3, 4]), "workshop", mode=random.choice(["in-person", "hybrid"]))
    days, session = [], 0
    for number, date in enumerate(dates, 1):
        slots = []
        if number == 1:
            slots.append(maker.slot("08:45-09:15", "registration", title="Registration"))
            slots.append(maker.talk("09:15-09:30", "opening", title="Welcome"))
            slots.append(maker.talk("09:30-10:30", "keynote"))
        else:
            slots.append(maker.talk("09:15-10:30", "session", discussion="25m"))
        slots.append(maker.slot("10:30-11:00", "coffee", title=f"Coffee of day {number}"))
        slots.append(maker.talk("11:00-12:30", "session", discussion="30m"))
        slots.append(maker.slot("12:30-13:45", "lunch", title=f"Lunch of day {number}"))
        slots.append(with_items(maker, maker.talk("13:45-15:15", "session", discussion=True)))
        slots.append(maker.slot("15:15-15:45", "coffee", title=f"Tea of day {number}"))
        slots.append(maker.talk("15:45-16:45", "panel", discussion="25m"))
        if number == len(dates):
            slots.append(maker.talk("16:45-17:15", "closing", title="Farewell"))
        for slot in slots:
            if slot["kind"] == "session":
                session += 1
                slot["number"] = f"Session {session}"
        days.append(maker.day(number, date, slots))
    return finished(maker, head, days)


def with_items(maker, slot):
    """The speakers of a slot in items of half an hour in all, the rest of it discussion."""
    slot["items"] = [{"title": maker.title(), "minutes": 20, "speakers": [who]} for who in slot.pop("speakers")]
    return slot


def meeting(random):
    maker = Maker(random)
    dates, head = event(maker, 2, "un-meeting", languages=["en", "fr"],
                        interpretation={"languages": ["en", "fr", "es"], "teams": 1, "interpreters": 6,
                                        "windows": ["10:00-13:00", "15:00-18:00"]})
    days, session = [], 0
    for number, date in enumerate(dates, 1):
        slots = []
        if number == 1:
            slots.append(maker.slot("09:00-10:00", "registration", title="Registration"))
            slots.append(maker.talk("10:00-10:15", "opening", title="Opening of the meeting"))
            slots.append(maker.talk("10:15-11:00", "keynote"))
        else:
            slots.append(maker.talk("10:00-10:30", "testimony") | {"moderators": maker.persons(1)})
            slots.append(maker.talk("10:30-11:00", "presentation"))
        slots.append(maker.talk("11:00-13:00", "session", discussion="40m"))
        slots.append(maker.slot("13:00-15:00", "lunch", title=f"Lunch of day {number}"))
        if random.random() < 0.7:
            slots.append(maker.talk("13:30-14:30", "side-event", optional=True, interpretation=False, languages=["en"], room="Room B",
                                    catered=True))
        slots.append(maker.talk("15:00-16:30", "session", discussion="30m"))
        last = number == len(dates)
        slots.append(maker.talk("16:30-17:30", "panel", discussion="20m"))
        slots.append(maker.talk("17:30-18:00", "closing" if last else "presentation", **({"title": "Closing of the meeting"} if last else {})))
        for slot in slots:
            if slot["kind"] == "session":
                session += 1
                slot["number"] = f"Session {['I', 'II', 'III', 'IV'][session - 1]}"
                slot["questions"] = [f"Who pays for {slot['title'].lower()} in the next ten years, and who has to agree to it?"]
        days.append(maker.day(number, date, slots))
    return finished(maker, head, days)


def finished(maker, head, days, rooms=None, tracks=None):
    agenda = {"schema": 1, "event": head, "people": maker.people}
    if rooms:
        agenda["rooms"] = rooms
        agenda["tracks"] = tracks
        agenda["walk"] = [{"from": "hall", "to": "studio", "minutes": 10}]
    members = maker.random.sample(sorted(maker.people), 3)
    agenda["delegation"] = [{"name": "Delegation of the coast", "members": members, "size": 3}]
    return agenda | {"day": days}


SHAPES = {"conference": conference, "workshop": workshop, "meeting": meeting}
