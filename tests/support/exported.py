# SPDX-License-Identifier: MIT
# exported.py FILE FORMAT [ZONE]: reads what export writes with parsers that are not ours and prints it as JSON: of csv
# the rows, of all else the events. Times of ics are in UTC; of a calendar whose ZONE is known by its VTIMEZONE alone,
# where one is named. Prints "no icalendar" where Debian's python3-icalendar is not installed.
import csv
import datetime
import io
import json
import re
import sys
import xml.etree.ElementTree


def of_csv(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def of_xml(data):
    return [
        {
            **event.attrib,
            **{child.tag: child.text or "" for child in event},
            "day": day.get("date"),
            "persons": [[person.text, person.get("role", "")] for person in event.find("persons")],
        }
        for day in xml.etree.ElementTree.fromstring(data).iter("day")
        for event in day.iter("event")
    ]


def of_json(data):
    return [
        {**event, "day": day["date"], "persons": [[one["public_name"], one.get("role", "")] for one in event["persons"]]}
        for day in json.loads(data)["schedule"]["conference"]["days"]
        for room in day["rooms"].values()
        for event in room
    ]


def utc(value):
    if value is None:
        return None
    time = value.dt
    if time.tzinfo:
        return time.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")
    return time.strftime("%Y-%m-%dT%H:%M")


def parameter(text):
    return re.sub(r"\^['n^]", lambda found: {"^'": '"', "^n": "\n", "^^": "^"}[found[0]], text)


def of_ics(data, zone):
    try:
        import icalendar
    except ImportError:
        print("no icalendar")
        sys.exit()
    calendar = icalendar.Calendar.from_ical(data.replace(zone.encode(), b"Made Up") if zone else data)
    events = []
    for event in calendar.walk("VEVENT"):
        people = event.get("ATTENDEE", [])
        people = people if isinstance(people, list) else [people]
        events.append(
            {
                **{key.lower(): str(event[key]) for key in event if key not in ("ATTENDEE", "CATEGORIES", "DTSTAMP")},
                "dtstart": utc(event["DTSTART"]),
                "dtend": utc(event.get("DTEND")),
                "categories": [str(one) for one in event["CATEGORIES"].cats] if "CATEGORIES" in event else [],
                "attendees": [[parameter(one.params["CN"]), one.params["ROLE"]] for one in people],
                "errors": event.errors,
            }
        )
    return events


with open(sys.argv[1], "rb") as file:
    content = file.read()
readers = {"csv": of_csv, "schedule.xml": of_xml, "schedule.json": of_json}
form = sys.argv[2]
read = of_ics(content, sys.argv[3] if len(sys.argv) > 3 else "") if form == "ics" else readers[form](content)
print(json.dumps(read))
