# Golden numbers for recurring revenue and customer value, from mpmath at 250 digits: `python3 test/golden/value.py` writes
# test/golden/value.json again, byte for byte. mpmath 1.3.0 and 1.2.1.
#
# The code under test uses closed forms; here are none. Lifetime values add up the payments one by one; payback runs
# through the periods until the cost is brought in; annual churn multiplies what is left; revenue movements go
# through the accounts in decimal arithmetic that does not round.
#
# Inputs are doubles and taken as exact. Every value is rounded once, to 17 significant digits.

import json
import random
from fractions import Fraction
from pathlib import Path

from mpmath import mp, mpf

mp.dps = 250
TARGET = Path(__file__).with_name("value.json")
generator = random.Random(20260412)


def rounded(value):
    return None if value is None else float(mp.nstr(value, 17))


# ---- lifetime value ---------------------------------------------------------------------------------------------

def payments(convention, margin, churn, discount):
    """Each payment's present value, without end."""
    stays, later = 1 - mpf(churn), 1 / (1 + mpf(discount))
    value = mpf(margin)
    if convention == "first-payment-excluded":
        value *= stays * later
    if convention == "end-of-period":
        value *= later
    while True:
        yield value
        value *= stays * later


def lifetime_value(convention, margin, churn, discount, periods):
    total = mpf(0)
    for k, value in enumerate(payments(convention, margin, churn, discount)):
        if k == periods or value < total * mpf(10) ** -30:
            return total
        total += value
    raise ArithmeticError


CONVENTIONS = ["first-payment-included", "first-payment-excluded", "end-of-period"]
lifetime_cases = [
    (100, 0.2, 0.1, None), (100, 0.05, 0, None), (80, 0.05, 0.01, None), (80, 0.03, 0.01, 36), (12.5, 0.001, 0, 12),
    (1, 0.0001, 0.0001, 10000), (40, 0, 0.005, None), (40, 0, 0.005, 24), (7, 0.9, 3, None), (7, 0.9, 3, 2),
    (99.99, 1e-9, 0, 5), (99.99, 1e-9, 1e-12, 60), (55, 0.5, 0.25, 1), (1e9, 0.02, 0.008, None), (1e-9, 0.02, 0.008, 120),
]
lifetime_rows = [
    [convention, margin, churn, discount, periods, rounded(lifetime_value(convention, margin, churn, discount, periods))]
    for margin, churn, discount, periods in lifetime_cases
    for convention in CONVENTIONS
]


# ---- payback ----------------------------------------------------------------------------------------------------

def payback(cost, margin, churn):
    left, customers = mpf(cost), mpf(1)
    for whole in range(100_000):
        brought_in = mpf(margin) * customers
        if left <= brought_in:
            return whole + left / brought_in
        left -= brought_in
        customers *= 1 - mpf(churn)
    return None


payback_cases = [
    (300, 40, 0), (300, 40, 0.05), (30, 40, 0.05), (30, 40, 1), (40, 40, 1), (500, 20, 0.03), (500, 20, 0.0399),
    (1000, 3, 1e-6), (1000, 3, 1e-12), (250, 50, 0.125), (1, 0.0007, 0.0001), (12345.67, 89.1, 0.004), (90, 50, 0.5),
]
payback_rows = [[*case, rounded(payback(*case))] for case in payback_cases]


# ---- annual churn -----------------------------------------------------------------------------------------------

def annual(rate, periods):
    left = mpf(1)
    for _ in range(periods):
        left *= 1 - mpf(rate)
    return 1 - left


annual_rows = [
    [rate, periods, rounded(annual(rate, periods))]
    for rate in [0.05, 0.5, 1e-3, 1e-10, 1e-17, 1e-200, 0.999, 1.0]
    for periods in [1, 4, 12, 365]
]


# ---- revenue movements ------------------------------------------------------------------------------------------

def cents():
    return generator.choice([0, 0, 999, 1999, 4950, generator.randint(1, 2_000_000)])


def movement(accounts, scale):
    """Accounts as [id, cents before, cents after, seen before]; the flows in units of `scale` cents."""
    flows = dict.fromkeys(["starting", "new", "expansion", "reactivated", "contraction", "churned", "ending"], Fraction(0))
    for _, before, after, seen in accounts:
        flows["starting"] += before
        flows["ending"] += after
        if before == 0:
            flows["reactivated" if seen else "new"] += after
        elif after == 0:
            flows["churned"] += before
        elif after > before:
            flows["expansion"] += after - before
        else:
            flows["contraction"] += before - after
    kept = sum(min(before, after) for _, before, after, _ in accounts)
    stayed = sum(after for _, before, after, _ in accounts if before > 0)
    gained = sum(max(after - before, 0) for _, before, after, _ in accounts)
    lost = sum(max(before - after, 0) for _, before, after, _ in accounts)
    start = flows["starting"]
    rates = {
        "gross": Fraction(kept) / start if start else None,
        "net": Fraction(stayed) / start if start else None,
        "quick": Fraction(gained, lost) if lost else None,
    }
    flows = {name: float(amount / scale) for name, amount in flows.items()}
    return {**flows, **{name: None if rate is None else float(rate) for name, rate in rates.items()}}


movement_rows = []
for size in [0, 1, 2, 5, 20, 60]:
    for _ in range(3):
        accounts = [[f"account {i}", cents(), cents(), generator.random() < 0.3] for i in range(size)]
        movement_rows.append({"accounts": accounts, "inCents": movement(accounts, 1), "inUnits": movement(accounts, 100)})


# ---- the file ---------------------------------------------------------------------------------------------------

def section(columns, rows):
    lines = ",\n".join("      " + json.dumps(row) for row in rows)
    return f'{{\n    "columns": {json.dumps(columns)},\n    "rows": [\n{lines}\n    ]\n  }}'


sections = {
    "lifetimeValue": section("convention, margin, churn, discount, periods, value", lifetime_rows),
    "payback": section("cost, margin, churn, periods", payback_rows),
    "annualChurn": section("rate, periods, annual", annual_rows),
    "movement": section("accounts: id, cents before, cents after, seen before", movement_rows),
}
body = ",\n".join(f'  "{name}": {text}' for name, text in sections.items())
TARGET.write_text("{\n" + body + "\n}\n")
