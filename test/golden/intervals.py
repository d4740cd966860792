# Golden numbers for intervals where they are hardest: no successes or nothing else, one answer, a trillion answers,
# levels next to 0 and next to 1. From mpmath at 40 digits and more: `python3 test/golden/intervals.py` writes
# test/golden/intervals.json again, byte for byte, in about two minutes. mpmath 1.3.0.
#
# Why mpmath beside R (survey.R): R's qbeta and qt are doubles themselves and not known to hold there, and a form of a
# formula that does not cancel need not be looked for where there are digits to spare. The textbook form is used.
#
# Units: net shares on -1..1, proportions on 0..1, means on their scale. Limits are clamped to the range. `level` is a
# double and alpha is 1 - level, as doubles subtract. Every value is rounded once, to 17 significant digits.

import json
import sys
from pathlib import Path

from mpmath import mp, mpf, sqrt

sys.dont_write_bytecode = True
from statistics import beta_quantile, critical, t_critical  # statistics.py beside this file, not Python's own

mp.dps = 40
TARGET = Path(__file__).with_name("intervals.json")
LEVELS = [0.001, 0.5, 0.999999, 1 - 1e-12]
TRILLION = 10**12


def clamp(limits, low, high):
    return [min(max(limit, mpf(low)), mpf(high)) for limit in limits]


# ---- proportions ------------------------------------------------------------------------------------------------

def wald(share, n, z):
    margin = z * sqrt(share * (1 - share) / n)
    return clamp([share - margin, share + margin], 0, 1)


def wilson(count, n, z):
    """The roots of n(p - x)^2 = z^2 x(1 - x)."""
    centre = count + z**2 / 2
    margin = z * sqrt(mpf(count) * (n - count) / n + z**2 / 4)
    return [(centre - margin) / (n + z**2), (centre + margin) / (n + z**2)]


def beta_limits(count, n, alpha, below, above):
    """Tails of alpha / 2 cut off Beta(count + below[0], n - count + below[1]) and its like for the upper limit."""
    low = beta_quantile(alpha / 2, count + below[0], n - count + below[1], "lower")[0] if count > 0 else mpf(0)
    high = beta_quantile(alpha / 2, count + above[0], n - count + above[1], "upper")[0] if count < n else mpf(1)
    return [low, high]


def proportion_case(count, n, level):
    alpha = 1 - level
    z = critical(alpha)
    half = mpf(0.5)
    return {
        "count": count,
        "n": n,
        "level": level,
        "wilson": wilson(count, n, z),
        "agresti-coull": wald((count + z**2 / 2) / (n + z**2), n + z**2, z),
        "jeffreys": beta_limits(count, n, alpha, (half, half), (half, half)),
        "clopper-pearson": beta_limits(count, n, alpha, (mpf(0), mpf(1)), (mpf(1), mpf(0))),
        "wald": wald(mpf(count) / n, n, z),
    }


# ---- net shares -------------------------------------------------------------------------------------------------

def net_wald(bottom, middle, top, z):
    n = bottom + middle + top
    net = (top - bottom) / n
    margin = z * sqrt(((top + bottom) / n - net**2) / n)
    return clamp([net - margin, net + margin], -1, 1)


def sign_change(falling, low, high):
    """Where a falling function changes sign, by halving."""
    for _ in range(4 * mp.dps):
        middle = (low + high) / 2
        if falling(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def likeliest_bottom(bottom, middle, top, delta):
    """The bottom share that makes the counts most likely, given top - bottom = delta: no closed form is used."""
    def slope(q):
        part = lambda count, share: count / share if count else mpf(0)
        return part(bottom, q) + part(top, q + delta) - part(2 * middle, 1 - 2 * q - delta)
    return sign_change(slope, max(mpf(0), -delta), (1 - delta) / 2)


def score_lower(bottom, middle, top, z):
    n = bottom + middle + top
    def excess(delta):
        variance = 2 * likeliest_bottom(bottom, middle, top, delta) + delta * (1 - delta)
        return top - bottom - n * delta - z * sqrt(n * max(variance, mpf(0)))
    return sign_change(excess, mpf(-1), (top - bottom) / n)


def net_share_case(bottom, middle, top, level):
    z = critical(1 - level)
    classes = [mpf(bottom), mpf(middle), mpf(top)]
    pseudo = [classes[0] + mpf(0.75), classes[1] + mpf(1.5), classes[2] + mpf(0.75)]
    return {
        "bottom": bottom,
        "middle": middle,
        "top": top,
        "level": level,
        "adjusted-wald": net_wald(*pseudo, z),
        "wald": net_wald(*classes, z),
        "score": [score_lower(*classes, z), -score_lower(*reversed(classes), z)],
    }


# ---- means ------------------------------------------------------------------------------------------------------

def mean_case(counts, level):
    n = sum(counts)
    ratings = range(1, len(counts) + 1)
    mean = mpf(sum(r * c for r, c in zip(ratings, counts))) / n
    interval = None
    if sum(c > 0 for c in counts) > 1:
        squares = sum(c * (r - mean) ** 2 for r, c in zip(ratings, counts))
        margin = t_critical(1 - level, n - 1) * sqrt(squares / (n - 1) / n)
        interval = clamp([mean - margin, mean + margin], 1, len(counts))
    return {"counts": counts, "level": level, "student-t": interval}


# ---- cases and output -------------------------------------------------------------------------------------------

PROPORTIONS = [(0, 1), (1, 1), (0, TRILLION), (1, TRILLION), (TRILLION // 2, TRILLION), (TRILLION - 1, TRILLION),
               (TRILLION, TRILLION)]
NET_SHARES = [(1, 0, 0), (0, 1, 0), (0, 0, 1), (TRILLION, 0, 0), (0, TRILLION, 0), (0, 0, TRILLION),
              (1, 0, TRILLION - 1), (0, 1, TRILLION - 1), (TRILLION - 1, 1, 0), (0, TRILLION - 1, 1),
              (2 * 10**11, 3 * 10**11, 5 * 10**11)]
MEANS = [[0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, TRILLION], [1, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 1, 1],
         [0, 0, 0, 40, 20, 0, 0], [0, 0, 0, 1, 0, 0, TRILLION - 1],
         [10**11, 2 * 10**11, 0, 3 * 10**11, 10**11, 2 * 10**11, 10**11]]

SECTIONS = {
    "proportion": [proportion_case(*case, level) for case in PROPORTIONS for level in LEVELS],
    "netShare": [net_share_case(*case, level) for case in NET_SHARES for level in LEVELS],
    "mean": [mean_case(case, level) for case in MEANS for level in LEVELS],
}


def text(value):
    if value is None:
        return "null"
    if isinstance(value, list):
        return "[" + ", ".join(text(item) for item in value) + "]"
    return str(value) if isinstance(value, int) else "%.17g" % float(value)


def line(case):
    return "    { " + ", ".join(f"{json.dumps(name)}: {text(value)}" for name, value in case.items()) + " }"


TARGET.write_text("{\n" + ",\n".join(
    f'  "{name}": [\n' + ",\n".join(line(case) for case in cases) + "\n  ]" for name, cases in SECTIONS.items()
) + "\n}\n")
