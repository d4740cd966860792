# Golden numbers for src/statistics, from mpmath at 40 digits and more: `python3 test/golden/statistics.py` writes
# test/golden/statistics-mpmath.json again, byte for byte, in about five minutes. mpmath 1.2.1.
#
# Why mpmath beside R (statistics.R): R's qt, pt and qbeta are double precision themselves. On the middle ground they
# hold 1e-13; in the deep tails, with fractional degrees of freedom and at parameters of 1e9 and more they are not
# known to, and where two double-precision results differ nothing tells which side is wrong. Methods here are not
# those of the code under test: tails come from a hypergeometric series of positive terms or from panels of
# mpmath's quadrature over the density, quantiles from a secant on those.
#
# Inputs are doubles and taken as exact. Every value is rounded once, to 17 significant digits.

import json
import random
from pathlib import Path

from mpmath import mp, mpf, erfc, erfinv, exp, findroot, log, loggamma, pi, quad, sqrt

mp.dps = 40
TARGET = Path(__file__).with_name("statistics-mpmath.json")
generator = random.Random(20260310)


# ---- the normal distribution ------------------------------------------------------------------------------------

def upper_tail(x):
    return erfc(mpf(x) / sqrt(mpf(2))) / 2


def critical(alpha):
    """z with P(|Z| > z) = alpha."""
    alpha = mpf(alpha)
    if alpha == 1:
        return mpf(0)
    if alpha > mpf("1e-3"):
        return sqrt(mpf(2)) * erfinv(1 - alpha)
    guess = sqrt(-2 * log(alpha)) if alpha < mpf("1e-10") else mpf(3.5)
    return findroot(lambda z: log(2 * upper_tail(z)) - log(alpha), (guess, guess - mpf("0.1")), tol=mpf("1e-60"))


# ---- the beta distribution --------------------------------------------------------------------------------------

def log_density(a, b, log_odds):
    """log of x^a y^b / B(a, b)."""
    log_beta = loggamma(a) + loggamma(b) - loggamma(a + b)
    return -a * log(1 + exp(-log_odds)) - b * log(1 + exp(log_odds)) - log_beta


def series_lower(a, b, log_odds):
    """DLMF 8.17.8: all terms positive."""
    x = 1 / (1 + exp(-log_odds))
    term = total = 1 / a
    for k in range(60000):
        term *= (a + b + k) / (a + 1 + k) * x
        total += term
        if term < total * mpf(10) ** (-mp.dps) and (a + b + k) * x < a + 1 + k:
            return total * exp(log_density(a, b, log_odds))
    raise ArithmeticError(f"series: {a} {b} {log_odds}")


def panel_lower(a, b, log_odds):
    """Integral of the density over the log odds, in panels half a standard deviation (or decay length) wide."""
    n = a + b
    x = 1 / (1 + exp(-log_odds))
    steepness = max(abs(a - n * x), sqrt(n * x * (1 - x)), sqrt(a * b / n) if x * n > a else mpf(0))
    width = 1 / (2 * steepness)
    start = log_density(a, b, log_odds)
    total = mpf(0)
    right = log_odds
    for _ in range(2000):
        part = quad(lambda l: exp(log_density(a, b, l) - start), [right - width, right], maxdegree=4)
        total += part
        right -= width
        if part < total * mpf(10) ** (8 - mp.dps):
            return total * exp(start)
        width *= mpf("1.02")
    raise ArithmeticError(f"panels: {a} {b} {log_odds}")


def beta_tails(a, b, log_odds):
    """(P(X <= x), P(X > x)), each to 30 digits of its own size."""
    a, b = mpf(a), mpf(b)
    if log_density(a, b, log_odds) < -1000:  # only the search for a start goes there, and any tiny number will do
        tiny = mpf(10) ** -380
        return (tiny, 1 - tiny) if log_odds < log(a / b) else (1 - tiny, tiny)
    if min(a, b) >= 200 and a + b > 20000:
        mean = log(a / b)
        if log_odds <= mean:
            lower = panel_lower(a, b, log_odds)
            return lower, 1 - lower
        upper = panel_lower(b, a, -log_odds)
        return 1 - upper, upper
    # The series that ends sooner; it gives its own tail to full precision, and the other as a complement, for which
    # digits are added until enough are left.
    x, y = 1 / (1 + exp(-log_odds)), 1 / (1 + exp(log_odds))
    steps_lower = (92 + max((a + b) * x - a, 0)) / y
    steps_upper = (92 + max((a + b) * y - b, 0)) / x
    digits = mp.dps
    for extra in (0, 40, 340):
        mp.dps = digits + extra
        direct = series_lower(a, b, log_odds) if steps_lower <= steps_upper else series_lower(b, a, -log_odds)
        complement = 1 - direct
        mp.dps = digits
        if complement > mpf(10) ** (-extra - 8):
            break
    complement = max(complement, mpf(10) ** -380)
    return (+direct, +complement) if steps_lower <= steps_upper else (+complement, +direct)


def beta_log_odds(p, a, b, tail, guess):
    """Log odds of the quantile, by the secant on the log of the tail."""
    index = 0 if tail == "lower" else 1
    target = log(mpf(p))
    f = lambda l: log(beta_tails(a, b, l)[index]) - target
    previous, current = guess * (1 + mpf("1e-9")) + mpf("1e-12"), guess
    f_previous, f_current = f(previous), f(current)
    for _ in range(80):
        settled = abs(current - previous) <= mpf("1e-24") * max(abs(current), 1)
        if settled or f_current == 0 or f_current == f_previous:
            return current
        following = current - f_current * (current - previous) / (f_current - f_previous)
        previous, f_previous = current, f_current
        current, f_current = following, f(following)
    raise ArithmeticError(f"secant: {p} {a} {b} {tail}")


def beta_guess(p, a, b, tail):
    """A start for the secant: halving on the log odds until the log of the tail is right to one part in a hundred."""
    index, sign = (0, 1) if tail == "lower" else (1, -1)
    target = log(mpf(p))
    centre = log(mpf(a) / mpf(b))
    deviation = sqrt((a + mpf(0.5)) / mpf(a) ** 2 + (b + mpf(0.5)) / mpf(b) ** 2)
    outside, inside = centre, centre
    while log(beta_tails(a, b, outside)[index]) > target:
        outside -= sign * deviation * (1 + abs(outside - centre) / deviation)
    while log(beta_tails(a, b, inside)[index]) < target:
        inside += sign * deviation * (1 + abs(inside - centre) / deviation)
    for _ in range(200):
        middle = (outside + inside) / 2
        value = log(beta_tails(a, b, middle)[index])
        if abs(value - target) < abs(target) / 100:
            return middle
        if value > target:
            inside = middle
        else:
            outside = middle
    raise ArithmeticError(f"halving: {p} {a} {b} {tail}")


def beta_quantile(p, a, b, tail):
    """(x, log odds)."""
    with mp.workdps(30):
        guess = beta_guess(p, a, b, tail)
    log_odds = beta_log_odds(p, a, b, tail, guess)
    return 1 / (1 + exp(-log_odds)), log_odds


# ---- Student's t ------------------------------------------------------------------------------------------------

def t_upper(x, df):
    x, df = mpf(x), mpf(df)
    return beta_tails(df / 2, mpf(0.5), log(df) - 2 * log(x))[0] / 2


def t_critical(alpha, df):
    alpha, df = mpf(alpha), mpf(df)
    if alpha <= 0.5:
        log_odds = beta_quantile(alpha, df / 2, mpf(0.5), "lower")[1]
    else:
        log_odds = beta_quantile(1 - alpha, df / 2, mpf(0.5), "upper")[1]
    return sqrt(df) * exp(-log_odds / 2)


# ---- grids: they straddle every branch point of the code ---------------------------------------------------------

def either_side(*points):
    """Each point and its neighbours a relative 1e-9 away."""
    return [q for point in points for q in (point * (1 - 1e-9), point, point * (1 + 1e-9))]


def rows(values):
    return [[float(v) for v in row] for row in values]


def normal_critical_rows():
    alphas = [1e-300, 1e-200, 1e-100, 1e-50, 1e-30, 1e-20, 1e-16, 1e-12, 1e-9, 1e-6, 1e-5, 1e-4, 0.001, 0.005, 0.01,
              0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 0.75, 0.9, 0.999, 1 - 1e-9, 1 - 2.0**-53]
    # Where rational approximations change over: |p − ½| = 0.425 and √(−log p) = 5, with p = alpha ÷ 2.
    alphas += either_side(0.15, 2 * float(exp(mpf(-25))))
    alphas += [generator.random() for _ in range(20)] + [10 ** -(300 * generator.random()) for _ in range(30)]
    return rows([a, critical(a)] for a in alphas)


def normal_quantile_rows():
    ps = either_side(0.075, 0.25, 0.5, 0.75, 0.925) + [1e-300, 1e-16, 0.001, 0.3, 0.7, 0.999, 1 - 1e-9, 1 - 2.0**-53]
    return rows([p, -critical(2 * p) if p < 0.5 else critical(2 * (1 - mpf(p)))] for p in ps)


def normal_tail_rows():
    xs = either_side(1.7) + [0, 1e-300, 1e-9, 0.1, 0.5, 1, 1.5, 1.96, 2, 3, 5, 8, 12, 20, 30, 37, 37.5]
    xs += [-1e-9, -1, -1.7, -5, -9]
    xs += [37 * generator.random() for _ in range(30)]
    return rows([x, upper_tail(x)] for x in xs)


def log_gamma_rows():
    xs = either_side(0.5, 1.0, 1.5, 2.0, 2.5, 10.0) + [
        1e-300, 1e-20, 1e-5, 0.01, 0.1, 0.25, 0.75, 0.9, 0.99, 1 + 2.0**-52, 1 - 2.0**-53, 1.1, 1.25, 1.9, 1.999,
        2 + 2.0**-51, 2.1, 2.25, 3, 3.5, 4, 5, 6.5, 7, 8.25, 9.5, 11, 15, 30, 100, 171.5, 1e3, 1e6, 1e9, 1e12, 1e100,
        1e300]
    xs += [20 * generator.random() for _ in range(20)]
    return rows([x, loggamma(mpf(x))] for x in xs)


def stirling_error_rows():
    xs = either_side(10.0) + [0.01, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5.5, 9, 12, 16.5, 40, 1e3, 1e6, 1e12]
    result = []
    mp.dps = 70
    for x in xs:
        v = mpf(x)
        result.append([x, loggamma(v) - ((v - mpf(0.5)) * log(v) - v + log(2 * pi) / 2)])
    mp.dps = 40
    return rows(result)


PARAMETERS = [
    (0.5, 0.5), (0.5, 1), (1, 1), (1, 0.5), (1.5, 3.5), (0.005, 0.5), (0.005, 1e5), (0.5, 29.5), (0.5, 30.5),
    (0.5, 1e3), (0.5, 1e6), (0.5, 1e12), (1, 2), (2, 1), (1, 1e12), (3, 20), (20, 3), (9.5, 10.5), (10, 10), (18, 3),
    (18.5, 2.5), (29.5, 29.5), (30, 30), (30.5, 30.5), (29.999, 1e3), (30, 1e3), (30.001, 1e3), (29.5, 1e6),
    (30.5, 1e6), (29.5, 1e12), (30.5, 1e12), (6, 1e12), (100, 200), (57, 15), (199.5, 1e5), (1e3, 1e3), (1e3, 17),
    (1234.5, 40.25), (1e4, 5e4), (9999.5, 2e4), (10000.5, 2e4), (9999, 1e12), (10001, 1e12), (1e5, 1e12), (1e6, 1e6),
    (1e9, 3e9), (1e9, 1e12), (5e11, 5e11 + 1), (1e12, 1e12),
]


def both_ways(pairs):
    seen = []
    for a, b in pairs:
        for pair in ((a, b), (b, a)):
            if pair not in seen:
                seen.append(pair)
    return seen


def beta_tail_rows():
    result = []
    for a, b in both_ways(PARAMETERS):
        centre = log(mpf(a) / b)
        deviation = sqrt((a + mpf(0.5)) / mpf(a) ** 2 + (b + mpf(0.5)) / mpf(b) ** 2)
        # The switch between the two tails is where (a + b + 1)·x = a + ½.
        switch = (a + mpf(0.5)) / (mpf(a) + b + 1)
        points = [switch * (1 - mpf("1e-9")), switch * (1 + mpf("1e-9"))]
        points += [1 / (1 + exp(-(centre + k * deviation))) for k in (-30, -8, -3, -1, -0.1, 0, 0.5, 2, 5, 12)]
        for point in points:
            x = float(point)
            if not 1e-300 < x < 1:
                continue
            log_odds = log(mpf(x)) - log(1 - mpf(x))
            if log_density(mpf(a), mpf(b), log_odds) < -720:
                continue  # a tail below 1e-305
            lower, upper = beta_tails(a, b, log_odds)
            if min(lower, upper) > mpf("1e-305"):
                result.append([a, b, x, lower, upper])
    return rows(result)


def beta_quantile_rows():
    result = []
    for a, b in both_ways(PARAMETERS):
        for p in (1e-300, 1e-40, 1e-9, 0.001, 0.025, 0.4, 0.5, 0.95):
            for tail in ("lower", "upper"):
                if generator.random() > (0.4 if min(a, b) < 200 else 0.2):
                    continue
                x = beta_quantile(p, a, b, tail)[0]
                if x > mpf("1e-300"):
                    result.append([p, a, b, 0 if tail == "lower" else 1, x])
    return rows(result)


DEGREES = [0.01, 0.1, 0.5, 1, 1.5, 2, 3, 4.7, 9, 19, 19.99, 20, 20.01, 29, 59, 59.999, 60, 60.001, 100, 1e3, 12345.6,
           1e6, 1e9, 1e12, 1e15]


def t_critical_rows():
    result = []
    for df in DEGREES:
        for alpha in (1e-300, 1e-100, 1e-16, 1e-6, 0.001, 0.05, 0.2, 0.5, 0.5000001, 0.8, 0.999999, 1 - 2.0**-53):
            value = t_critical(alpha, df)
            if value < mpf("1e300"):
                result.append([alpha, df, value])
    return rows(result)


def t_tail_rows():
    result = []
    for df in DEGREES:
        for x in (1e-120, 1e-9, 0.1, 0.7, 1, 2, 5, 15, 36, 1e4, 1e60, 1e120):
            if log_density(mpf(df) / 2, mpf(0.5), log(mpf(df)) - 2 * log(mpf(x))) < -720:
                continue  # a tail below 1e-305
            value = t_upper(x, df)
            if value > mpf("1e-305"):
                result.append([x, df, value])
    return rows(result)


SECTIONS = [
    ("normalCritical", "alpha, z", normal_critical_rows),
    ("normalQuantile", "p, x", normal_quantile_rows),
    ("normalUpperTail", "x, P(Z > x)", normal_tail_rows),
    ("logGamma", "x, log gamma", log_gamma_rows),
    ("stirlingError", "x, error", stirling_error_rows),
    ("betaTails", "a, b, x, P(X <= x), P(X > x)", beta_tail_rows),
    ("betaQuantile", "p, a, b, tail (0 lower, 1 upper), x", beta_quantile_rows),
    ("studentTCritical", "alpha, degrees of freedom, t", t_critical_rows),
    ("studentTUpperTail", "x, degrees of freedom, P(T > x)", t_tail_rows),
]


def main():
    parts = []
    for name, columns, make in SECTIONS:
        lines = ",\n".join("      [" + ", ".join("%.17g" % v for v in row) + "]" for row in make())
        parts.append(f'  "{name}": {{\n    "columns": {json.dumps(columns)},\n    "rows": [\n{lines}\n    ]\n  }}')
        print(name)
    TARGET.write_text("{\n" + ",\n".join(parts) + "\n}\n")


if __name__ == "__main__":
    main()
