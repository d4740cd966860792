# Golden numbers for src/statistics/binomialSample.ts: `python3 test/golden/binomialHat.py` writes test/golden/binomialHat.json again.
# mpmath at 40 digits.
#
# A try of W. Hörmann, "The generation of binomial random variates", Journal of Statistical Computation and Simulation 46 (1993),
# 101-110, algorithm BTRS: where across the table-mountain hat it falls gives a count, and up to which height it is kept follows
# from the binomial probabilities themselves.

import json
from pathlib import Path

from mpmath import binomial, floor, mp, mpf, sqrt

mp.dps = 40
TARGET = Path(__file__).with_name("binomialHat.json")

# Trials, probability, and where the try falls, in 4096ths of the way across.
TRIES = [
    (20, 0.5, (52, 90, 1486, 2048, 4044)),
    (64, 0.25, (57, 100, 2048, 4027)),
    (1000, 0.125, (180, 3916)),
]


def mass(count, trials, probability):
    return binomial(trials, count) * probability**count * (1 - probability) ** (trials - count)


def kept(trials, probability, across):
    p = mpf(probability)
    spread = sqrt(trials * p * (1 - p))
    b = mpf("1.15") + mpf("2.53") * spread
    a = mpf("-0.0873") + mpf("0.0248") * b + mpf("0.01") * p
    u = mpf(across) / 4096 - mpf("0.5")
    from_edge = mpf("0.5") - abs(u)
    count = int(floor((2 * a / from_edge + b) * u + trials * p + mpf("0.5")))
    mode = int(floor((trials + 1) * p))
    alpha = (mpf("2.83") + mpf("5.1") / b) * spread
    height = mass(count, trials, p) / mass(mode, trials, p) * (a / from_edge**2 + b) / alpha
    return count, float(height)


rows = [[trials, p, across, *kept(trials, p, across)] for trials, p, places in TRIES for across in places]
text = ",\n".join("  " + json.dumps(row) for row in rows)
TARGET.write_text(f"[\n{text}\n]\n")
