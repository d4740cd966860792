# Golden numbers for means and spreads: the univariate sets of NIST's Statistical Reference Datasets, with their
# certified values. `python3 test/golden/nist.py` writes test/golden/nist.json again, byte for byte. mpmath 1.3.0.
#
# Source: https://www.itl.nist.gov/div898/strd/univ/homepage.html, in the public domain. The digits of pi are computed,
# the NumAcc sets made by their recipe, and the others copied; their certified values and their lag-1 autocorrelation
# show that no value is wrong or out of place. Michelso is also R's `morley`: 299 + Speed / 1000.
#
# Certified are the moments of the decimals, to 15 digits. The doubles nearest to 10000000.1 and the like have others
# from the ninth digit on, so that their own moments, and the quantiles, stand beside them, from rational numbers.

import json
from fractions import Fraction
from pathlib import Path

from mpmath import mp, mpf, nstr, pi, sqrt

TARGET = Path(__file__).with_name("nist.json")
mp.dps = 40

LEW = """
-213 -564 -35 -15 141 115 -420 -360 203 -338 -431 194 -220 -513 154 -125 -559 92 -21 -579 -52 99 -543 -175 162 -457
-346 204 -300 -474 164 -107 -572 -8 83 -541 -224 180 -420 -374 201 -236 -531 83 27 -564 -112 131 -507 -254 199 -311
-495 143 -46 -579 -90 136 -472 -338 202 -287 -477 169 -124 -568 17 48 -568 -135 162 -430 -422 172 -74 -577 -13 92
-534 -243 194 -355 -465 156 -81 -578 -64 139 -449 -384 193 -198 -538 110 -44 -577 -6 66 -552 -164 161 -460 -344 205
-281 -504 134 -28 -576 -118 156 -437 -381 200 -220 -540 83 11 -568 -160 172 -414 -408 188 -125 -572 -32 139 -492
-321 205 -262 -504 142 -83 -574 0 48 -571 -106 137 -501 -266 190 -391 -406 194 -186 -553 83 -13 -577 -49 103 -515
-280 201 300 -506 131 -45 -578 -80 138 -462 -361 201 -211 -554 32 74 -533 -235 187 -372 -442 182 -147 -566 25 68
-535 -244 194 -351 -463 174 -125 -570 15 72 -550 -190 172 -424 -385 198 -218 -536 96
"""

LOTTERY = """
162 671 933 414 788 730 817 33 536 875 670 236 473 167 877 980 316 950 456 92 517 557 956 954 104 178 794 278 147
773 437 435 502 610 582 780 689 562 964 791 28 97 848 281 858 538 660 972 671 613 867 448 738 966 139 636 847 659 754
243 122 455 195 968 793 59 730 361 574 522 97 762 431 158 429 414 22 629 788 999 187 215 810 782 47 34 108 986 25 644
829 630 315 567 919 331 207 412 242 607 668 944 749 168 864 442 533 805 372 63 458 777 416 340 436 140 919 350 510
572 905 900 85 389 473 758 444 169 625 692 140 897 672 288 312 860 724 226 884 508 976 741 476 417 831 15 318 432 241
114 799 955 833 358 935 146 630 830 440 642 356 373 271 715 367 393 190 669 8 861 108 795 269 590 326 866 64 523 862
840 219 382 998 4 628 305 747 247 34 747 729 645 856 974 24 568 24 694 608 480 410 729 947 293 53 930 223 203 677 227
62 455 387 318 562 242 428 968
"""

MAVRO = """
2.00180 2.00170 2.00180 2.00190 2.00180 2.00170 2.00150 2.00140 2.00150 2.00150 2.00170 2.00180 2.00180 2.00190
2.00190 2.00210 2.00200 2.00160 2.00140 2.00130 2.00130 2.00150 2.00150 2.00160 2.00150 2.00140 2.00130 2.00140
2.00150 2.00140 2.00150 2.00160 2.00150 2.00160 2.00190 2.00200 2.00200 2.00210 2.00220 2.00230 2.00240 2.00250
2.00270 2.00260 2.00260 2.00260 2.00270 2.00260 2.00250 2.00240
"""

MICHELSO = """
299.85 299.74 299.90 300.07 299.93 299.85 299.95 299.98 299.98 299.88 300.00 299.98 299.93 299.65 299.76 299.81
300.00 300.00 299.96 299.96 299.96 299.94 299.96 299.94 299.88 299.80 299.85 299.88 299.90 299.84 299.83 299.79
299.81 299.88 299.88 299.83 299.80 299.79 299.76 299.80 299.88 299.88 299.88 299.86 299.72 299.72 299.62 299.86
299.97 299.95 299.88 299.91 299.85 299.87 299.84 299.84 299.85 299.84 299.84 299.84 299.89 299.81 299.81 299.82
299.80 299.77 299.76 299.74 299.75 299.76 299.91 299.92 299.89 299.86 299.88 299.72 299.84 299.85 299.85 299.78
299.89 299.84 299.78 299.81 299.76 299.81 299.79 299.81 299.82 299.85 299.87 299.87 299.81 299.74 299.81 299.94
299.95 299.80 299.81 299.87
"""


def decimals(text):
    return text.split()


def pairs(first, low, high):
    return [first] + [low, high] * 500


def digits_of_pi():
    """As NIST published and certified them: with a 3 for an 8 after 3.14159...77818577."""
    with mp.workdps(5020):
        digits = nstr(+pi, 5010).replace(".", "")[:5000]
    wrong = digits.index("7781857780532") + 8
    return list(digits[:wrong] + "3" + digits[wrong + 1:])


# name, values, certified mean, standard deviation and lag-1 autocorrelation, each with the digits published
SETS = [
    ("PiDigits", digits_of_pi(), "4.53480000000000", "2.86733906028871", "-0.00355099287237972"),
    ("Lottery", decimals(LOTTERY), "518.958715596330", "291.699727470969", "-0.120948622967393"),
    ("Lew", decimals(LEW), "-177.435000000000", "277.332168044316", "-0.307304800605679"),
    ("Mavro", decimals(MAVRO), "2.00185600000000", "0.000429123454003053", "0.937989183438248"),
    ("Michelso", decimals(MICHELSO), "299.852400000000", "0.0790105478190518", "0.535199668621283"),
    ("NumAcc1", ["10000001", "10000003", "10000002"], "10000002", "1", "-0.5"),
    ("NumAcc2", pairs("1.2", "1.1", "1.3"), "1.2", "0.1", "-0.999"),
    ("NumAcc3", pairs("1000000.2", "1000000.1", "1000000.3"), "1000000.2", "0.1", "-0.999"),
    ("NumAcc4", pairs("10000000.2", "10000000.1", "10000000.3"), "10000000.2", "0.1", "-0.999"),
]


def root(fraction):
    return sqrt(mpf(fraction.numerator) / fraction.denominator)


def moments(values):
    """Mean and standard deviation, and the sum of squares, of rational numbers."""
    n = len(values)
    mean = sum(values) / n
    squares = sum((value - mean) ** 2 for value in values)
    return mean, root(squares / (n - 1)), squares


def quantile(ordered, p):
    """Type 7 of Hyndman & Fan (1996): h = (n - 1)p + 1."""
    place = (len(ordered) - 1) * p
    below = place.numerator // place.denominator
    if below == len(ordered) - 1:
        return ordered[below]
    return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])


def agrees(actual, published):
    return abs(actual - mpf(published)) <= abs(mpf(published)) * mpf("1e-14")


def entry(name, values, mean, deviation, autocorrelation):
    exact = [Fraction(value) for value in values]
    exact_mean, exact_deviation, squares = moments(exact)
    lagged = sum((a - exact_mean) * (b - exact_mean) for a, b in zip(exact, exact[1:]))
    assert agrees(mpf(exact_mean.numerator) / exact_mean.denominator, mean), name
    assert agrees(exact_deviation, deviation), name
    assert agrees(mpf((lagged / squares).numerator) / (lagged / squares).denominator, autocorrelation), name
    doubles = [Fraction(float(value)) for value in values]
    mean_of_doubles, deviation_of_doubles, _ = moments(doubles)
    quantiles = [[p, float(quantile(sorted(doubles), Fraction(p)))] for p in (0.0, 0.1, 0.25, 0.5, 0.9, 0.999, 1.0)]
    return {
        "name": name,
        "certified": {"mean": float(mean), "standardDeviation": float(deviation)},
        "ofDoubles": {"mean": float(mean_of_doubles), "standardDeviation": float(deviation_of_doubles)},
        "quantiles": quantiles,
        "values": [float(value) if "." in value else int(value) for value in values],
    }


def line(item):
    return "  { " + ", ".join(f'"{name}": {json.dumps(value)}' for name, value in item.items()) + " }"


TARGET.write_text("[\n" + ",\n".join(line(entry(*item)) for item in SETS) + "\n]\n")
