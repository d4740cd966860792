# Golden numbers for cohort tables, from sets of customers by SQLite and calendars by Python's zoneinfo:
# `python3 test/golden/cohorts.py` writes test/golden/cohorts.json again, byte for byte. Needs Python 3.9 and the system's
# time zones.
#
# Events and tenures are drawn by a seeded generator over years with clock changes. The periods come from datetime in the
# zone, their order from a calendar of all days, the cohorts and distinct customers from SQL, and the end of a period from
# its last day. Nothing of it is worked out in milliseconds.

import json
import random
import sqlite3
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

TARGET = Path(__file__).with_name("cohorts.json")
generator = random.Random(20260617)
START = datetime(2024, 1, 1, tzinfo=timezone.utc)


def instant(moment):
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def key(day, unit):
    if unit == "day":
        return day.isoformat()
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if unit == "month":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return f"{day.year:04d}"


def local_key(moment, unit, zone):
    return key(moment.astimezone(ZoneInfo(zone)).date(), unit)


def periods(unit):
    """Every period of the years 2023 to 2027, in order."""
    day, found = date(2023, 1, 1), []
    while day < date(2028, 1, 1):
        if not found or found[-1] != key(day, unit):
            found.append(key(day, unit))
        day += timedelta(days=1)
    return found


def draw_events():
    drawn = []
    for customer in range(40):
        moment = START + timedelta(seconds=generator.randrange(600 * 86400))
        for _ in range(generator.randrange(1, 9)):
            drawn.append((f"customer {customer}", moment))
            moment += timedelta(seconds=int(generator.expovariate(1 / (45 * 86400))))
    generator.shuffle(drawn)
    return drawn


def draw_tenures():
    drawn = []
    for customer in range(40):
        start = START + timedelta(seconds=generator.randrange(600 * 86400))
        end = start + timedelta(seconds=int(generator.expovariate(1 / (120 * 86400))))
        drawn.append((f"customer {customer}", start, end if generator.random() < 0.7 else None))
    return drawn


def ordered(rows, place, now, counted):
    """Rows of (cohort, size) with `counted(cohort, period)` in every column that has elapsed."""
    table = []
    for cohort, size in sorted(rows, key=lambda row: place[row[0]]):
        known = place[now] - place[cohort]
        table.append({"cohort": cohort, "size": size, "counts": [counted(cohort, column) for column in range(known)]})
    width = max((len(row["counts"]) for row in table), default=0)
    for row in table:
        row["counts"] += [None] * (width - len(row["counts"]))
    return table


def activity_table(events, unit, zone, mode, as_of):
    order = periods(unit)
    place = {name: i for i, name in enumerate(order)}
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE active (customer TEXT, period INTEGER)")
    known = [(customer, place[local_key(moment, unit, zone)]) for customer, moment in events if moment <= as_of]
    database.executemany("INSERT INTO active VALUES (?, ?)", known)
    database.execute("CREATE VIEW firsts AS SELECT customer, min(period) AS cohort FROM active GROUP BY customer")
    rows = [(order[c], n) for c, n in database.execute("SELECT cohort, count(*) FROM firsts GROUP BY cohort")]
    comparison = "=" if mode == "on" else ">="

    def counted(cohort, column):
        query = (
            "SELECT count(DISTINCT customer) FROM active JOIN firsts USING (customer) "
            f"WHERE cohort = ? AND period {comparison} ?"
        )
        return database.execute(query, (place[cohort], place[cohort] + column)).fetchone()[0]

    return ordered(rows, place, local_key(as_of, unit, zone), counted)


def tenure_table(tenures, unit, zone, as_of):
    order = periods(unit)
    place = {name: i for i, name in enumerate(order)}
    joined = {}
    for _, start, end in tenures:
        if start <= as_of:
            joined.setdefault(local_key(start, unit, zone), []).append(end)

    def counted(cohort, column):
        last = order[place[cohort] + column]
        return sum(1 for end in joined[cohort] if end is None or place[local_key(end, unit, zone)] > place[last])

    return ordered([(cohort, len(ends)) for cohort, ends in joined.items()], place, local_key(as_of, unit, zone), counted)


events, tenures = draw_events(), draw_tenures()
# A minute on either side of the end of a month, in each zone and in UTC.
as_of = datetime(2025, 11, 1, 3, 59, tzinfo=timezone.utc)
tables = []
for zone in ["UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]:
    for unit in ["week", "month", "quarter", "year"] if zone == "America/New_York" else ["month"]:
        for mode in ["on", "on-or-after"]:
            rows = activity_table(events, unit, zone, mode, as_of)
            tables.append({"zone": zone, "unit": unit, "mode": mode, "rows": rows})
        tables.append({"zone": zone, "unit": unit, "mode": "tenure", "rows": tenure_table(tenures, unit, zone, as_of)})

golden = {
    "asOf": instant(as_of),
    "events": [{"customerId": customer, "at": instant(moment)} for customer, moment in events],
    "tenures": [
        {"customerId": customer, "startedAt": instant(start), "endedAt": end and instant(end)}
        for customer, start, end in tenures
    ],
    "tables": tables,
}


def written(value):
    """JSON with a line for each record."""
    parts = []
    for name, part in value.items():
        if isinstance(part, list):
            lines = ",\n".join(f"    {json.dumps(item)}" for item in part)
            parts.append(f'  "{name}": [\n{lines}\n  ]')
        else:
            parts.append(f'  "{name}": {json.dumps(part)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


TARGET.write_text(written(golden))
