#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""baseline.py AGENDA: what somebody without agenda-lint would write in an hour. Reads the agenda with tomllib, puts its slots on one clock with zoneinfo, and counts ends before
starts, people whom nobody declared, and overlaps by room and by person."""
import collections
import datetime
import sys
import tomllib
import zoneinfo

with open(sys.argv[1], "rb") as file:
    agenda = tomllib.load(file)
zone = zoneinfo.ZoneInfo(agenda["event"].get("timezone", "UTC"))
people = agenda.get("people", {})
booked = collections.defaultdict(list)
problems = 0
for day in agenda["day"]:
    date = datetime.date.fromisoformat(str(day["date"]))
    for slot in day.get("slot", []):
        start, end = (datetime.datetime.combine(date, datetime.time.fromisoformat(clock), zone).timestamp() for clock in slot["time"].split("-"))
        problems += end <= start
        booked["room", slot.get("room")].append((start, end))
        for person in {*slot.get("speakers", []), *slot.get("moderators", [])}:
            problems += person not in people
            booked["person", person].append((start, end))
for times in booked.values():
    latest = float("-inf")
    for start, end in sorted(times):
        problems += start < latest
        latest = max(latest, end)
print(f"{problems} problems")
