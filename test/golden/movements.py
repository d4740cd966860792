# Golden numbers for customer movements, by a diary of who is there: `python3 test/golden/movements.py` writes
# test/golden/movements.json again, byte for byte. Needs Python 3.9 and the system's time zones.
#
# For each customer every hour of two years is looked at: somebody is there in an hour where a stay covers it. Nothing is
# sorted and no stays are merged; overlapping and touching stays are one because no hour between them is empty. Stays
# begin and end on full hours of UTC, and all zones here are whole hours from it, so that nothing happens within an hour.

import json
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

TARGET = Path(__file__).with_name("movements.json")
generator = random.Random(20261122)
HOUR = timedelta(hours=1)
ORIGIN = datetime(2025, 6, 1, tzinfo=timezone.utc)
HOURS = 17_520
ZONES = ["UTC", "America/New_York", "Asia/Jakarta", "Europe/London"]


def hour(moment):
    """The hour of the diary that begins at a moment."""
    return round((moment - ORIGIN) / HOUR)


def instant(number):
    return (ORIGIN + number * HOUR).strftime("%Y-%m-%dT%H:%M:%SZ")


def beginning(year, month, zone):
    """The hour at which a month begins in a zone."""
    return hour(datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1, tzinfo=ZoneInfo(zone)))


def stays_of(kind):
    """A customer's stays as pairs of hours, None for an end that is still to come."""
    # Near the beginning of a month in one of the zones, or anywhere.
    edge = beginning(2025, generator.randrange(9, 19), generator.choice(ZONES))
    start = generator.choice([edge, edge - 1, edge + 1, edge - 6, generator.randrange(0, 9_000)])
    length = generator.choice([1, 5, 24, 24 * 20, 24 * 45])
    end = start + length
    if kind == "once":
        return [(start, end)]
    if kind == "open":
        return [(start, None)]
    if kind == "returns":
        back = end + generator.choice([1, 24 * 3, 24 * 40])
        return [(start, end), (back, generator.choice([None, back + 30, back + 24 * 40]))]
    if kind == "returns twice":
        return [(start, end), (end + 10, end + 20), (end + 900, end + 1_000)]
    if kind == "moment":
        return [(start, start)]
    if kind == "same day":
        return [(start, start + 2), (start + 4, start + 6)]
    if kind == "overlapping":
        return [(start, end), (start + length // 2, end + 24 * 10)]
    if kind == "within":
        return [(start, end + 48), (start + 12, start + 24)]
    if kind == "touching":
        return [(start, end), (end, end + 24 * 15)]
    return [(start, None), (start + 24 * 9, start + 24 * 12)]


KINDS = ["once", "open", "returns", "returns twice", "moment", "same day"]
KINDS += ["overlapping", "within", "touching", "overlapping open"]


def diary(stays):
    """For each hour whether the customer is there in it, and whether a stay begins with it."""
    there, comes = [False] * HOURS, [False] * HOURS
    for start, end in stays:
        comes[start] = True
        for number in range(start, HOURS if end is None else min(end, HOURS)):
            there[number] = True
    return there, comes


def movement(customers, start, end):
    """The counts of a period, as docs/definitions.md words them."""
    counts = dict.fromkeys(["atStart", "acquired", "reactivated", "lost", "lostFromStart", "atEnd"], 0)
    for there, comes in customers:
        # Who is there up to the first instant was there at the start; the last hour of the period tells who is at its end.
        was_there, is_there = there[start - 1], there[end - 1]
        # Who leaves at the moment of coming is there in no hour, and has come.
        present = any(there[start:end]) or any(comes[start:end])
        former = any(comes[:start])
        counts["atStart"] += was_there
        counts["atEnd"] += is_there
        if present and not was_there:
            counts["reactivated" if former else "acquired"] += 1
        counts["lost"] += (was_there or present) and not is_there
        counts["lostFromStart"] += was_there and not is_there
    return counts


def name(month):
    return f"{2025 + (month - 1) // 12}-{(month - 1) % 12 + 1:02d}"


def case(kinds, number):
    people = [(f"customer {place}", stays_of(kind)) for place, kind in enumerate(kinds)]
    diaries = [diary(stays) for _, stays in people]
    tenures = [
        {"customerId": customer, "startedAt": instant(start)} | ({} if end is None else {"endedAt": instant(end)})
        for customer, stays in people
        for start, end in stays
    ]
    generator.shuffle(tenures)
    zone = ZONES[number % len(ZONES)]
    movements = []
    for month in range(9, 18):
        after = month + generator.choice([1, 1, 2])
        start, end = beginning(2025, month, zone), beginning(2025, after, zone)
        counts = movement(diaries, start, end)
        movements.append([name(month), name(after), {"from": instant(start), "to": instant(end)} | counts])
    return {"timeZone": zone, "tenures": tenures, "movements": movements}


def lines(rows):
    return ",\n".join("    " + json.dumps(row) for row in rows)


def text(one):
    head = f'  {{ "timeZone": "{one["timeZone"]}", "tenures": [\n{lines(one["tenures"])}\n'
    return f'{head}  ], "movements": [\n{lines(one["movements"])}\n  ] }}'


cases = [case([kind] * 6, number) for number, kind in enumerate(KINDS)]
cases += [case([generator.choice(KINDS) for _ in range(20)], number) for number in range(8)]
TARGET.write_text("[\n" + ",\n".join(text(one) for one in cases) + "\n]\n")
