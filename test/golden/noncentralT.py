# Golden numbers for the noncentral t distribution, from mpmath: `python3 test/golden/noncentralT.py`, run from the project's
# root, writes test/golden/noncentralT.json again, byte for byte. By the integral over the chi distribution, to 30 digits.

import json

from mpmath import erfc, exp, gamma, inf, mp, mpf, quad, sqrt

mp.dps = 40


def upper_tail(t, df, shift):
    t, df, shift = mpf(t), mpf(df), mpf(shift)
    peak = sqrt(df)
    spread = mpf(1)

    def integrand(x):
        density = x ** (df - 1) * exp(-x * x / 2) / (2 ** (df / 2 - 1) * gamma(df / 2))
        return density * erfc((t * x / sqrt(df) - shift) / sqrt(2)) / 2

    places = sorted({mpf(0), *(max(mpf(0), peak + k * spread) for k in (-12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 12))})
    if t > 0:
        turn = shift * sqrt(df) / t
        places = sorted({*places, *(max(mpf(0), turn + k * sqrt(df) / t) for k in (-8, -4, -2, 0, 2, 4, 8))})
    return quad(integrand, [*places, inf])


CASES = [
    (0.5, 1, 0.2), (12.7, 1, 1), (12.7, 1, 20), (636.6, 1, 3), (4.303, 2, 0.01), (4.303, 2, 2.8), (31.6, 2, 100), (2.31, 8, 4),
    (2.31, 8.5, 12), (5, 8, 0.1), (2.045, 29, 2.9), (20, 29, 1), (1.98, 98, 2.8), (1.98, 98, 9), (1.9623, 998, 3.2),
    (8, 998, 0.5), (0, 5, 1), (0, 5, 0), (1e-3, 3, 0.7),
]
rows = [{"arguments": list(case), "tail": float(upper_tail(*case))} for case in CASES]
with open("test/golden/noncentralT.json", "w") as file:
    file.write("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]\n")
