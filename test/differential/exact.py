# Drawn cases where R and scipy have few digits or none, from exact fractions and mpmath at 50 digits: see cases.py.
#
# Levels next to 0 and 1, counts up to 1e12, p-values down to 1e-290, weights of very different size in one sample, tied late
# entries, risk sets that run empty, groups that never meet, far tails. Formulas are the textbook's as docs/methods.md has them, in
# forms that would cancel in doubles; every result is rounded once.

import sys

sys.dont_write_bytecode = True
import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import mpmath
from cases import section, short, write_cases
from mpmath import exp, inf, log, mp, mpf, sqrt
from scipy import stats

mp.dps = 50
HALF = mpf(0.5)
LEVELS = [1e-9, 0.001, 0.5, 0.95, 0.999999, 1 - 1e-9, 1 - 1e-15]
LARGE = [1, 2, 10, 1000, 10**6, 10**9, 10**12]
SMALLEST = mpf(10) ** -290


def number(fraction):
    return mpf(fraction.numerator) / fraction.denominator if isinstance(fraction, Fraction) else mpf(fraction)


def clamp(limits, low, high):
    return [min(max(limit, mpf(low)), mpf(high)) for limit in limits]


def told(p):
    """A p-value, unless it is below what doubles hold with all their digits."""
    return None if 0 < p < SMALLEST else min(p, mpf(1))


# ---- distribution functions -------------------------------------------------------------------------------------

def upper_normal(x):
    return mpmath.erfc(x / sqrt(mpf(2))) / 2


def critical(alpha):
    """z with P(|Z| > z) = alpha, by Newton's method from scipy's."""
    z = mpf(float(stats.norm.isf(alpha / 2)))
    for _ in range(5):
        z += (2 * upper_normal(z) - mpf(alpha)) / (2 * mpmath.npdf(z))
    return z


def beta_density(x, y, a, b):
    """That of the log odds, where x + y is 1. loggamma of 1e12 leaves more than 30 of 50 digits."""
    constant = mpmath.loggamma(a + b) - mpmath.loggamma(a) - mpmath.loggamma(b)
    return exp(constant + a * log(x) + b * log(y))


def lower_series(x, y, a, b):
    """I_x(a, b) by DLMF 8.17.8, all of whose terms are positive."""
    term = total = mpf(1)
    j = 0
    while term > total * mpf(10) ** (5 - mp.dps):
        j += 1
        term *= x * (a + b + j - 1) / (a + j)
        total += term
        assert j < 2 * 10**5
    return beta_density(x, y, a, b) * total / a


def length(x, y, a, b):
    """About how many terms that takes: until they shrink by half of what they do in the end, and from there."""
    return (max(0, x * (a + b) - (1 + x) / 2 * a) * 2 + 230) / y


def beta_tails(x, a, b, y=None):
    """Both, by the shorter series; with more digits where the other one is a small rest."""
    x, a, b = mpf(x), mpf(a), mpf(b)
    y = 1 - x if y is None else y
    from_below = length(x, y, a, b) < length(y, x, b, a)
    for digits in (50, 360):
        with mp.workdps(digits):
            one = lower_series(x, y, a, b) if from_below else lower_series(y, x, b, a)
            lower, upper = (one, 1 - one) if from_below else (1 - one, one)
        if min(lower, upper) > mpf(10) ** -15:
            break
    return lower, upper


def beta_quantile(p, a, b):
    """The x with P(X < x) = p, by Newton's method on the logarithm of the tail over the log odds, which is concave."""
    p, a, b = mpf(p), mpf(a), mpf(b)
    if p > HALF:
        return 1 - beta_quantile(1 - p, b, a)
    odds = log(a / b)
    for _ in range(4000):
        x, y = 1 / (1 + exp(-odds)), 1 / (1 + exp(odds))
        lower, upper = beta_tails(x, a, b, y)
        slope = beta_density(x, y, a, b) / lower if upper > 0 else mpf(0)
        # Far from where it leads to the series would be long.
        step = min(log(lower / p) / slope, mpf(1)) if slope > 0 else mpf(1)
        if abs(step) < mpf(10) ** -25:
            return 1 / (1 + exp(step - odds))
        odds = odds - step
    raise ArithmeticError("no quantile")


def upper_t(t, degrees):
    t, degrees = mpf(t), mpf(degrees)
    tail = beta_tails(degrees / (degrees + t * t), degrees / 2, HALF)[0] / 2 if t != 0 else HALF
    return tail if t >= 0 else 1 - tail


def t_critical(alpha, degrees):
    """From the quantile of the beta distribution that t goes with: t² = degrees (1 - x) / x."""
    x = beta_quantile(mpf(alpha), mpf(degrees) / 2, HALF)
    return sqrt(mpf(degrees) * (1 - x) / x)


def noncentral_t(t, degrees, delta):
    """The mean of the normal tail P(Z > ts - delta) over s, the root of a chi-square over its degrees of freedom."""
    half = mpf(degrees) / 2
    constant = log(mpf(2)) + half * log(half) - mpmath.loggamma(half)
    density = lambda s: exp(constant + (degrees - 1) * log(s) - half * s * s)
    width = 1 / sqrt(2 * mpf(degrees))
    places = sorted({max(1 + k * width, mpf(10) ** -12) for k in range(-14, 15, 2)} | {mpf(10) ** -12, 1 + 40 * width})
    return mpmath.quad(lambda s: density(s) * upper_normal(t * s - delta), places)


# ---- scores -----------------------------------------------------------------------------------------------------

def wilson(count, n, z):
    """The roots of n(p - x)² = z² x(1 - x)."""
    centre = mpf(count) + z**2 / 2
    margin = z * sqrt(mpf(count) * (n - count) / n + z**2 / 4)
    return [(centre - margin) / (n + z**2), (centre + margin) / (n + z**2)]


def wald(share, n, z):
    margin = z * sqrt(share * (1 - share) / n)
    return [share - margin, share + margin]


def beta_limits(count, n, alpha, below, above):
    return [beta_quantile(mpf(alpha) / 2, count + below[0], n - count + below[1]) if count > 0 else mpf(0),
            1 - beta_quantile(mpf(alpha) / 2, n - count + above[1], count + above[0]) if count < n else mpf(1)]


def percent(limits):
    return [100 * limit for limit in clamp(limits, 0, 1)]


def drawn_proportion(draw):
    n = draw.pick(LARGE)
    count, level = draw.count(n), draw.pick(LEVELS)
    alpha = 1 - level
    z = critical(alpha)
    few = n <= 1000 or min(count, n - count) <= 10
    benchmark = draw.pick([draw.uniform(0.01, 99.99, 4), short(100 * (count + draw.share()) / (n + 1), 4), 1e-7])
    b = benchmark / 100
    if not 0 < b < 1:
        return None
    statistic = (mpf(count) - n * mpf(b)) / sqrt(n * mpf(b) * (1 - mpf(b)))
    near = few and n * min(b, 1 - b) < 10**4
    return {"count": count, "n": n, "level": level, "wilson": percent(wilson(count, n, z)),
            "agrestiCoull": percent(wald((count + z**2 / 2) / (n + z**2), n + z**2, z)),
            "wald": percent(wald(mpf(count) / n, n, z)),
            "jeffreys": percent(beta_limits(count, n, alpha, (HALF, HALF), (HALF, HALF))) if few else None,
            "clopperPearson": percent(beta_limits(count, n, alpha, (0, 1), (1, 0))) if few else None,
            "benchmark": benchmark, "statistic": statistic, "pValue": told(2 * upper_normal(abs(statistic))),
            "exact": twice_the_smaller(b, count, n, (0, 1), (1, 0)) if near else None,
            "posterior": twice_the_smaller(b, count, n, (HALF, HALF), (HALF, HALF)) if near else None}


def twice_the_smaller(b, count, n, below, above):
    lower = beta_tails(b, count + below[0], n - count + below[1])[0] if count > 0 else mpf(1)
    upper = beta_tails(b, count + above[0], n - count + above[1])[1] if count < n else mpf(1)
    return told(2 * min(lower, upper))


def net_moments(counts):
    n = sum(counts)
    net = (counts[2] - counts[0]) / n
    return net, ((counts[2] + counts[0]) / n - net**2) / n


def net_statistic(counts, delta):
    """How far a net share is from delta, by the standard error that the best fit under delta has."""
    d, p, r = counts
    n = d + p + r
    a, b, c = 2 * n, -r - d + (2 * n - r + d) * delta, -d * delta * (1 - delta)
    q = (sqrt(b * b - 4 * a * c) - b) / (2 * a)
    return (r - d - n * delta) / sqrt(n * (2 * q + delta * (1 - delta)))


def score_low(counts, z):
    """The delta below the estimate whose statistic is z, by halving."""
    n = sum(counts)
    low, high = mpf(-1), (counts[2] - counts[0]) / n
    if high == -1:
        return low
    for _ in range(140):
        middle = (low + high) / 2
        low, high = (middle, high) if net_statistic(counts, middle) > z else (low, middle)
    return low


def drawn_classes(draw):
    return [draw.count(draw.pick(LARGE)) for _ in range(3)]


def drawn_net_share(draw):
    counts, level = drawn_classes(draw), draw.pick(LEVELS)
    n = sum(counts)
    if n == 0:
        return None
    z = critical(1 - level)
    c = [mpf(count) for count in counts]
    mirrored = [c[2], c[1], c[0]]
    benchmark = draw.pick([0, 99, -99, draw.uniform(-100, 100, 4), short(float(100 * (c[2] - c[0]) / n) * 0.99, 4)])
    b = benchmark / 100
    case = {"counts": counts, "level": level, "benchmark": benchmark}
    for name, add in {"adjustedWald": (0.75, 1.5, 0.75), "wald": (0, 0, 0)}.items():
        net, squared = net_moments([x + mpf(a) for x, a in zip(c, add)])
        error = sqrt(squared) if squared > mpf(10) ** -40 else mpf(0)
        statistic = (net - mpf(b)) / error if error > 0 else None
        case[name] = [100 * limit for limit in clamp([net - z * error, net + z * error], -1, 1)]
        case[name + "Test"] = [statistic, told(2 * upper_normal(abs(statistic)))] if error > 0 else [None, None]
    case["score"] = [100 * score_low(c, z), -100 * score_low(mirrored, z)]
    # Nothing but passives against 0 is 0 of 0.
    if b == 0 and c[0] == c[2] == 0:
        return None
    # From the side where nothing cancels.
    statistic = net_statistic(c, mpf(b)) if b >= 0 else -net_statistic(mirrored, -mpf(b))
    case["scoreTest"] = [statistic, told(2 * upper_normal(abs(statistic)))]
    return case


def drawn_net_shares(draw):
    before, after = drawn_classes(draw), drawn_classes(draw)
    if sum(before) == 0 or sum(after) == 0:
        return None
    level = draw.pick(LEVELS)
    add = (mpf(0.75), mpf(1.5), mpf(0.75))
    (a, squared_a), (b, squared_b) = (net_moments([mpf(x) + y for x, y in zip(counts, add)]) for counts in (before, after))
    error = sqrt(squared_a + squared_b)
    margin = critical(1 - level) * error
    return {"before": before, "after": after, "level": level, "statistic": (b - a) / error, "pValue": told(2 * upper_normal(abs(b - a) / error)),
            "interval": [100 * limit for limit in clamp([b - a - margin, b - a + margin], -2, 2)]}


def drawn_shares(draw):
    n, m = draw.pick(LARGE), draw.pick(LARGE)
    x, level = draw.count(n), draw.pick(LEVELS)
    # Often nearly the same share.
    y = draw.count(m) if draw.chance(0.6) else min(m, max(0, x * m // n + draw.whole(-2, 2)))
    z = critical(1 - level)
    (a, b), (c, d) = wilson(x, n, z), wilson(y, m, z)
    p, q = mpf(x) / n, mpf(y) / m
    least = Fraction(min(n, m) * min(x + y, n + m - x - y), n + m)
    # Thousands of tables would take their time in fractions.
    if abs(least - 1) < Fraction(1, 10**6) or (least < 1 and min(n, m, x + y, n + m - x - y) > 300):
        return None
    case = {"counts": [x, n, y, m], "level": level,
            "interval": [100 * limit for limit in clamp([q - p - sqrt((q - c) ** 2 + (b - p) ** 2), q - p + sqrt((d - q) ** 2 + (p - a) ** 2)], -1, 1)]}
    if least < 1:
        return {**case, "statistic": None, "pValue": told(irwin(x, n, y, m))}
    pooled = mpf(x + y) / (n + m)
    statistic = (q - p) / sqrt(pooled * (1 - pooled) * (mpf(1) / n + mpf(1) / m)) * sqrt(mpf(n + m - 1) / (n + m))
    return {**case, "statistic": statistic, "pValue": told(2 * upper_normal(abs(statistic)))}


def irwin(x, n, y, m):
    """All tables of these margins that are as likely as this one or less, in fractions. Those that are up to 1e-7 likelier count."""
    if x + y > n + m - x - y:
        x, y = n - x, m - y
    successes, lowest = x + y, max(0, x + y - m)
    likelihoods = [Fraction(1)]
    for k in range(lowest, min(successes, n)):
        likelihoods.append(likelihoods[-1] * Fraction((successes - k) * (n - k), (k + 1) * (m - successes + k + 1)))
    own = likelihoods[x - lowest] * (1 + Fraction(1, 10**7))
    return number(sum(each for each in likelihoods if each <= own) / sum(likelihoods))


def drawn_mean(draw):
    """Two samples of ratings from 1 to 7, with p-values down to the smallest, and levels to the very end."""
    before, after = ([draw.whole(0, draw.pick([1, 3, 60])) if draw.chance(0.6) else 0 for _ in range(7)] for _ in range(2))
    if draw.chance(0.3):
        before, after = [sum(before), draw.whole(0, 2), 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, draw.whole(0, 2), sum(after)]
    if any(sum(counts) < 2 or sum(count > 0 for count in counts) < 2 for counts in (before, after)):
        return None
    level = draw.pick(LEVELS)
    moments = []
    for counts in (before, after):
        n = sum(counts)
        mean = Fraction(sum(count * (i + 1) for i, count in enumerate(counts)), n)
        squares = sum(count * (i + 1 - mean) ** 2 for i, count in enumerate(counts))
        moments.append((n, mean, squares / (n - 1) / n))
    (n, mean, own), (m, other, others) = moments
    squared = own + others
    degrees = squared**2 / (own**2 / (n - 1) + others**2 / (m - 1))
    difference, error = number(other - mean), sqrt(number(squared))
    margin = t_critical(1 - level, number(degrees)) * error
    own_margin = t_critical(1 - level, n - 1) * sqrt(number(own))
    return {"before": before, "after": after, "level": level, "mean": number(mean), "error": sqrt(number(own)),
            "meanInterval": clamp([number(mean) - own_margin, number(mean) + own_margin], 1, 7), "statistic": difference / error,
            "degrees": number(degrees), "pValue": told(2 * upper_t(abs(difference) / error, number(degrees))),
            "interval": clamp([difference - margin, difference + margin], -6, 6)}


def drawn_weighted(draw):
    """Weights from 1e-12 to 1e12 in one sample."""
    n = draw.pick([2, 3, 5, 10, 20])
    rating = [draw.whole(0, 10) for _ in range(n)]
    weight = [draw.power10(-12, 12, 3) for _ in range(n)]
    w = [Fraction(each) for each in weight]
    total, squares = sum(w), sum(each**2 for each in w)
    case = {"rating": rating, "weight": weight, "effectiveN": number(total**2 / squares)}
    values = {"nps": [100 if r >= 9 else -100 if r <= 6 else 0 for r in rating], "csat": [100 if r >= 8 else 0 for r in rating], "ces": rating}
    for name, value in values.items():
        mean = sum(each * v for each, v in zip(w, value)) / total
        variance = Fraction(n, n - 1) * sum((each * (v - mean)) ** 2 for each, v in zip(w, value)) / total**2
        case[name], case[name + "Error"] = number(mean), sqrt(number(variance))
    return case


# ---- survival ---------------------------------------------------------------------------------------------------

UNITS = [1, 1, 1e-9, 1e40]


def drawn_rows(draw, n, weighted, unit):
    """Late entries at times at which others leave, and weights of very different size."""
    kind = draw.pick(["few", "whole", "any"])
    rows = []
    for _ in range(n):
        time = draw.whole(1, 6) if kind == "few" else draw.whole(1, 20) if kind == "whole" else draw.uniform(0.01, 20, 6)
        entry = 0 if draw.chance(0.5) else draw.whole(0, max(0, math.ceil(time) - 1))
        rows.append((time * unit, draw.chance(0.6), entry * unit, draw.power10(-5, 5, 3) if weighted else 1))
    return rows


def steps_of(rows):
    """Of each time at which somebody leaves or is last seen: how many were at risk just before, left, and were last seen."""
    for time in sorted({row[0] for row in rows}):
        at = [row for row in rows if row[0] == time]
        risk = sum(Fraction(weight) for end, _, entry, weight in rows if entry < time <= end or (entry == 0 and time == 0))
        yield time, risk, sum(Fraction(row[3]) for row in at if row[1]), sum(Fraction(row[3]) for row in at if not row[1])


def drawn_curve(draw):
    rows = drawn_rows(draw, draw.pick([1, 2, 4, 8, 16]), draw.chance(0.6), draw.pick(UNITS))
    if draw.chance(0.2):
        # Nearly everybody stays, so that the curve is next to 1 throughout, and few are so light that its limits may be far away.
        rows = [(time, seen, entry, draw.power10(-2, -0.5, 3)) for time, seen, entry, _ in rows]
        rows.append((2 * max(row[0] for row in rows), False, 0, draw.power10(6, 13, 3)))
    level = draw.pick(LEVELS)
    transform = draw.pick(["log-log", "log", "plain"])
    z = critical(1 - level)
    survival, variance = Fraction(1), Fraction(0)
    columns = {name: [] for name in ("times", "atRisk", "survival", "error", "low", "high")}
    steps = []
    for time, risk, left, _ in steps_of(rows):
        if left > 0 and survival > 0:
            survival *= 1 - left / risk
            if survival > 0:
                variance += left / (risk * (risk - left))
        steps.append((time, risk, left, survival))
        s, error = number(survival), sqrt(number(variance))
        low, high = limits_of(transform, s, z * error) if 0 < survival < 1 else (None, None)
        for name, value in zip(columns, (time, number(risk), s, s * error if s > 0 else None, low, high)):
            columns[name].append(value)
    until = Fraction(steps[-1][0]) * Fraction(draw.pick([1.0, 1.0, 0.5]))
    mean, squared = area(steps, until)
    return {"time": [row[0] for row in rows], "observed": [int(row[1]) for row in rows], "entry": [row[2] for row in rows],
            "weight": [row[3] for row in rows], "level": level, "transform": transform, **columns,
            "until": float(until), "mean": number(mean), "meanError": sqrt(number(squared))}


def limits_of(transform, s, margin):
    if transform == "log-log":
        return exp(-exp(log(-log(s)) + margin / -log(s))), exp(-exp(log(-log(s)) - margin / -log(s)))
    if transform == "log":
        return s * exp(-margin), min(s * exp(margin), mpf(1))
    return max(s - s * margin, mpf(0)), min(s + s * margin, mpf(1))


def area(steps, until):
    """Below the curve, and Klein and Moeschberger's variance of it, from the areas right of each event."""
    until = Fraction(float(until))
    def between(start, end):
        total, height, place = Fraction(0), Fraction(1), Fraction(0)
        for time, _, _, survival in [*steps, (float(end), 0, 0, Fraction(0))]:
            stop = min(Fraction(time), end)
            total += height * max(Fraction(0), stop - max(place, start))
            height, place = survival, max(place, stop)
        return total
    squared = sum(between(Fraction(time), until) ** 2 * left / (risk * (risk - left))
                  for time, risk, left, _ in steps if Fraction(time) <= until and 0 < left < risk)
    return between(Fraction(0), until), squared


def drawn_log_rank(draw):
    """Late entries and ties, empty groups, groups that never meet."""
    unit = draw.pick(UNITS)
    groups = [drawn_rows(draw, draw.pick([0, 1, 3, 6, 10]), False, unit) for _ in range(draw.whole(2, 4))]
    if draw.chance(0.2) and groups[0]:
        # One group is over before the others begin.
        last = max(row[0] for row in groups[0])
        groups = [groups[0], *([(time + last, seen, entry + last, weight) for time, seen, entry, weight in rows] for rows in groups[1:])]
    rows = [row for group in groups for row in group]
    size = len(groups)
    excess, observed, expected = ([Fraction(0)] * size for _ in range(3))
    covariance = [[Fraction(0)] * size for _ in range(size)]
    for time in sorted({row[0] for row in rows if row[1]}):
        risk = [sum(entry < time <= end for end, _, entry, _ in group) for group in groups]
        left = [sum(end == time and seen for end, seen, _, _ in group) for group in groups]
        n, d = sum(risk), sum(left)
        for j in range(size):
            observed[j] += left[j]
            expected[j] += Fraction(d * risk[j], n)
            for k in range(size):
                if n > 1:
                    covariance[j][k] += Fraction(d * (n - d) * risk[j] * ((j == k) * n - risk[k]), n * n * (n - 1))
    excess = [o - e for o, e in zip(observed, expected)]
    statistic, rank = quadratic_form(excess, covariance)
    return {"groups": [[[row[0] for row in group], [int(row[1]) for row in group], [row[2] for row in group]] for group in groups],
            "statistic": number(statistic) if rank else None, "degreesOfFreedom": rank,
            "pValue": told(mpmath.gammainc(mpf(rank) / 2, number(statistic) / 2, inf, regularized=True)) if rank else None,
            "observed": [number(o) for o in observed], "expected": [number(e) for e in expected]}


def quadratic_form(vector, matrix):
    """By elimination in fractions, where what is 0 is 0."""
    rows = [[*row, rest] for row, rest in zip(matrix, vector)]
    value, rank = Fraction(0), 0
    for k in range(len(rows)):
        if rows[k][k] == 0:
            continue
        value += rows[k][-1] ** 2 / rows[k][k]
        rank += 1
        for later in rows[k + 1:]:
            factor = later[k] / rows[k][k]
            for j in range(k, len(later)):
                later[j] -= factor * rows[k][j]
    return value, rank


# ---- tails and values -------------------------------------------------------------------------------------------

def drawn_tail(draw):
    """Far tails of the normal, t and noncentral t distributions."""
    x, alpha = draw.uniform(0, 37), draw.power10(-290, 0)
    degrees, t = draw.pick([draw.whole(1, 50), draw.power10(-1, 3)]), draw.power10(-6, 6)
    return {"x": x, "normal": upper_normal(mpf(x)), "alpha": alpha, "critical": critical(alpha), "degrees": degrees, "t": t,
            "upper": told(upper_t(t, degrees)), "tCritical": t_critical(max(alpha, 1e-200), degrees) if degrees >= 1 else None}


def drawn_power(draw):
    degrees, delta = draw.pick([draw.whole(1, 60), draw.whole(61, 3000)]), draw.uniform(0, draw.pick([5, 50]), 4)
    t = draw.uniform(0, 6, 4)
    return {"t": t, "degrees": degrees, "delta": delta, "power": noncentral_t(mpf(t), degrees, mpf(delta))}


def drawn_value(draw):
    """Payments added up one by one: what is still paid after t periods, discounted to today."""
    margin, churn = draw.uniform(1, 100, 4), draw.pick([draw.uniform(0.02, 1, 3), draw.power10(-12, -2, 3)])
    discount = draw.pick([0, draw.uniform(0.001, 0.5, 3)])
    periods = draw.pick([1, 12, 200]) if churn + discount < 0.02 or draw.chance(0.5) else None
    stays, rate = 1 - mpf(churn), 1 + mpf(discount)
    values = [mpf(0)] * 3
    paying = mpf(1)
    for t in range(periods or 10**4):
        now = margin * paying / rate**t
        values = [values[0] + now, values[1] + now * stays / rate, values[2] + now / rate]
        if now < values[0] * mpf(10) ** -30:
            break
        paying *= stays
        if churn == 1:
            break
    revenue_margin = draw.pick([1, 0.5, draw.uniform(0.1, 1, 3)])
    cost = draw.uniform(1, 400, 4)
    return {"revenue": margin, "churn": churn, "discount": discount, "periods": periods, "values": values, "share": revenue_margin,
            "cost": cost, "payback": payback(Fraction(cost), Fraction(margin) * Fraction(revenue_margin), Fraction(churn))}


def payback(cost, margin, churn):
    """Period by period, each bringing in its margin evenly; nothing where what customers leave is never enough, or takes too long."""
    collected, paying = mpf(0), mpf(1)
    for period in range(3000):
        brings = number(margin) * paying
        if collected + brings >= number(cost):
            return period + (number(cost) - collected) / brings
        collected += brings
        paying *= 1 - number(churn)
    return None


def drawn_rounding(draw):
    """Halves away from zero, of the decimal digits that a double is written with."""
    decimals = draw.whole(0, 6)
    value = draw.pick([draw.uniform(-100, 100, 12), (draw.whole(-2000, 2000) + 0.5) / 10**decimals, draw.power10(-12, 15, 15), -0.0])
    exactly = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return {"value": value, "decimals": decimals, "rounded": float(exactly) + 0.0}


if __name__ == "__main__":
    write_cases([mpmath], [
        section("proportions", 20260581, 170, drawn_proportion),
        section("netShare", 20260582, 150, drawn_net_share),
        section("netShares", 20260583, 120, drawn_net_shares),
        section("shares", 20260584, 220, drawn_shares),
        section("means", 20260585, 160, drawn_mean),
        section("weighted", 20260586, 150, drawn_weighted),
        section("curves", 20260587, 220, drawn_curve),
        section("tests", 20260588, 250, drawn_log_rank),
        section("tails", 20260589, 150, drawn_tail),
        section("powers", 20260590, 50, drawn_power),
        section("roundings", 20260592, 250, drawn_rounding),
        section("values", 20260591, 120, drawn_value),
    ])
