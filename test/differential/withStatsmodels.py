# Drawn proportions, comparisons, plans and decompositions, as Python's statsmodels has them: see cases.py.
#
# Levels go up to 0.9999, since it passes 1 - level / 2 on; exact.py has those beyond. Limits of means are left to R: the t
# quantiles of scipy are off in the ninth digit.

import sys

sys.dont_write_bytecode = True
import warnings

import numpy as np
import statsmodels
from cases import section, write_cases
from scipy.optimize import brentq
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.oaxaca import OaxacaBlinder
from statsmodels.stats.power import normal_sample_size_one_tail
from statsmodels.stats.proportion import (confint_proportions_2indep, proportion_confint, proportions_ztest,
                                          samplesize_confint_proportion, test_proportions_2indep)
from statsmodels.stats.weightstats import (CompareMeans, DescrStatsW, _zconfint_generic, _zstat_generic,
                                           _zstat_generic2)

warnings.simplefilter("ignore")

LEVELS = [0.95, 0.95, 0.9, 0.99, 0.5, 0.01, 0.9999]
SIZES = [1, 2, 3, 5, 8, 12, 20, 50, 200, 3000, 10**5, 10**7]
METHODS = {"wilson": "wilson", "agrestiCoull": "agresti_coull", "jeffreys": "jeffreys", "clopperPearson": "beta", "wald": "normal"}


def clamp(limits, low, high):
    return [min(max(limit, low), high) for limit in limits]


def limits_of(count, n, level):
    """In percent. Jeffreys' limits at the ends are 0 and 1 by definition, which statsmodels leaves out."""
    all_limits = {name: clamp(100 * np.array(proportion_confint(count, n, 1 - level, method)), 0, 100)
                  for name, method in METHODS.items()}
    if count == 0:
        all_limits["jeffreys"][0] = 0
    if count == n:
        all_limits["jeffreys"][1] = 100
    return all_limits


def drawn_proportion(draw):
    n = draw.pick(SIZES)
    count = draw.count(n)
    level = draw.pick(LEVELS)
    benchmark = draw.uniform(0, 100, 3)
    statistic, p = proportions_ztest(count, n, benchmark / 100) if 0 < count < n else (None, None)
    return {"count": count, "n": n, "level": level, **limits_of(count, n, level), "benchmark": benchmark,
            "statistic": statistic, "pValue": p}


def drawn_weighted_proportion(draw):
    n = draw.pick([2, 3, 5, 10, 30])
    top = [draw.chance(draw.pick([0.1, 0.5, 0.9, 1])) for _ in range(n)]
    unit = draw.pick([1, 1, 1e12, 1e-12])
    weight = np.array([draw.weight(unit) for _ in range(n)])
    described = DescrStatsW(np.array(top, dtype=float), weights=weight)
    size = weight.sum() ** 2 / (weight**2).sum()
    share = 1.0 if all(top) else float(described.mean)
    level = draw.pick(LEVELS)
    return {"top": [int(one) for one in top], "weight": weight, "level": level, "share": share, "effectiveN": size,
            **limits_of(share * size, size, level)}


def drawn_shares(draw):
    n, m = draw.pick(SIZES), draw.pick(SIZES)
    x, y = draw.count(n), draw.count(m)
    level = draw.pick(LEVELS)
    low, high = confint_proportions_2indep(y, m, x, n, method="newcomb", compare="diff", alpha=1 - level)
    least = min(n, m) * min(x + y, n + m - x - y) / (n + m)
    # The score test with its N / (N - 1) at a difference of 0.
    counts = np.array([y, m, x, n], dtype=float)
    test = test_proportions_2indep(*counts, value=0, method="score", compare="diff", correction=True) if least > 1 + 1e-6 else None
    return {"counts": [x, n, y, m], "level": level, "interval": clamp([100 * low, 100 * high], -100, 100),
            "statistic": test and test.statistic, "pValue": test and test.pvalue}


def described(counts):
    return DescrStatsW(np.array([-1.0, 0.0, 1.0]), weights=np.array(counts, dtype=float))


def drawn_classes(draw):
    return [draw.count(draw.pick([1, 3, 10, 100, 10**6])) for _ in range(3)]


def drawn_net_shares(draw):
    before, after = drawn_classes(draw), drawn_classes(draw)
    if sum(before) == 0 or sum(after) == 0:
        return None
    level = draw.pick(LEVELS)
    case = {"before": before, "after": after, "level": level}
    for name, add in {"adjustedWald": np.array([0.75, 1.5, 0.75]), "wald": np.zeros(3)}.items():
        a, b = described(before + add), described(after + add)
        error = np.sqrt(a.var / a.sum_weights + b.var / b.sum_weights)
        statistic, p = _zstat_generic2(b.mean - a.mean, error, "two-sided") if error > 0 else (None, None)
        limits = _zconfint_generic(b.mean - a.mean, error, 1 - level, "two-sided")
        case[name] = [*clamp(100 * np.array(limits), -200, 200), statistic, p]
    return case


def drawn_net_share(draw):
    counts = drawn_classes(draw)
    if sum(counts) == 0:
        return None
    level = draw.pick(LEVELS)
    benchmark = draw.pick([0, 50, -30, draw.uniform(-99, 99, 3)])
    case = {"counts": counts, "level": level, "benchmark": benchmark}
    for name, add in {"adjustedWald": np.array([0.75, 1.5, 0.75]), "wald": np.zeros(3)}.items():
        d = described(counts + add)
        error = np.sqrt(d.var / d.sum_weights)
        statistic, p = _zstat_generic(d.mean, 0, error, "two-sided", benchmark / 100) if error > 0 else (None, None)
        limits = _zconfint_generic(d.mean, error, 1 - level, "two-sided")
        case[name] = [*clamp(100 * np.array(limits), -100, 100), statistic, p]
    return case


def ease(counts):
    return DescrStatsW(np.arange(1.0, 8.0), weights=np.array(counts, dtype=float))


def drawn_ease(draw):
    """Counts of the ratings 1 to 7, up to a thousand million answers."""
    most = draw.pick([3, 20, 1000, 10**8])
    return [draw.whole(0, most) if draw.chance(0.7) else 0 for _ in range(7)]


def drawn_means(draw):
    before, after = drawn_ease(draw), drawn_ease(draw)
    if any(sum(counts) < 2 or sum(count > 0 for count in counts) < 2 for counts in (before, after)):
        return None
    a, b = ease(before), ease(after)
    both = CompareMeans(b, a)
    statistic, p, degrees = both.ttest_ind(usevar="unequal")
    return {"before": before, "after": after, "mean": a.mean, "error": a.std_mean, "difference": b.mean - a.mean,
            "differenceError": both.std_meandiff_separatevar, "statistic": statistic, "degrees": degrees, "pValue": p}


def drawn_p_values(draw):
    p = [draw.pick([draw.share(), draw.power10(-300, 0), 0.01, 0.04, 1.0, 0.0]) for _ in range(draw.pick([1, 2, 5, 12, 40]))]
    return {"pValues": p, "holm": multipletests(p, method="holm")[1], "benjaminiHochberg": multipletests(p, method="fdr_bh")[1]}


def whole_or_none(size):
    """Rounded up, unless rounding errors decide where to."""
    return max(1, int(np.ceil(size))) if abs(size - round(size)) > 1e-6 else None


def drawn_precision(draw):
    share, margin, level = draw.uniform(0.01, 0.99, 3), draw.uniform(0.5, 20, 3), draw.pick(LEVELS)
    return {"share": share, "margin": margin, "level": level,
            "n": whole_or_none(samplesize_confint_proportion(share, margin / 100, 1 - level))}


def drawn_net_plan(draw):
    variance, difference = draw.uniform(0.01, 1, 3), draw.uniform(1, 100, 3)
    power, level = draw.pick([0.8, 0.9, draw.uniform(0.5, 0.99, 3)]), draw.pick([0.95, 0.95, 0.9, 0.99, 0.8])
    # Two groups are like one of twice the variance; the pseudo-answers of the interval save three.
    deviation = np.sqrt(2 * variance)
    size = normal_sample_size_one_tail(difference / 100, power, (1 - level) / 2, deviation, deviation) - 3
    n = draw.pick([1, 5, 50, 400, 10**6])
    found = brentq(lambda d: np.log(normal_sample_size_one_tail(d, power, (1 - level) / 2, deviation, deviation) / (n + 3)), 1e-6, 100,
                   xtol=1e-15, rtol=1e-15)
    return {"variance": variance, "difference": difference, "power": power, "level": level, "size": whole_or_none(size),
            "n": n, "detectable": 100 * found if found <= 2 else None}


def drawn_change(draw):
    """Blinder's and Oaxaca's three parts of regressions on nothing but the segments."""
    segments = draw.whole(2, 4)
    rows = []
    for wave in (0, 1):
        for segment in range(segments):
            rows += [(wave, segment, draw.whole(1, 7)) for _ in range(draw.whole(2, 6))]
    wave, segment, rating = np.array(rows).T
    design = np.column_stack([(segment == s).astype(float) for s in range(segments)] + [wave])
    model = OaxacaBlinder(rating.astype(float), design, segments, hasconst=True, swap=False)
    mix, rate, interaction, gap = model.three_fold().params
    # The gap is that of the first wave over the second, its parts weighed by the second.
    return {"segments": segments, "wave": wave.tolist(), "segment": segment.tolist(), "rating": rating.tolist(),
            "mix": mix, "rate": rate, "interaction": interaction, "gap": gap}


if __name__ == "__main__":
    write_cases([np, statsmodels], [
        section("proportions", 20260541, 300, drawn_proportion),
        section("weighted", 20260542, 200, drawn_weighted_proportion),
        section("shares", 20260543, 300, drawn_shares),
        section("netShares", 20260544, 250, drawn_net_shares),
        section("netShare", 20260545, 250, drawn_net_share),
        section("means", 20260546, 250, drawn_means),
        section("adjusted", 20260547, 100, drawn_p_values),
        section("precision", 20260548, 150, drawn_precision),
        section("netPlans", 20260549, 150, drawn_net_plan),
        section("changes", 20260550, 80, drawn_change),
    ])
