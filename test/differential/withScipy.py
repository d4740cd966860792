# Drawn distribution functions, tests and bootstrap limits, as Python's scipy has them: see cases.py.
#
# scipy is asked where its Cephes functions are good to eleven digits or so; statistics.R and exact.py have the far tails.

import sys

sys.dont_write_bytecode = True
import warnings

import numpy as np
import scipy
from cases import section, short, write_cases
from scipy import special, stats

warnings.simplefilter("ignore")

LEVELS = [0.95, 0.95, 0.9, 0.99, 0.5, 0.01, 0.9999]


def drawn_normal(draw):
    x, p = draw.uniform(-12, 12), draw.power10(-30, 0)
    return {"x": x, "lower": stats.norm.cdf(x), "upper": stats.norm.sf(x), "p": p, "quantile": stats.norm.ppf(p),
            "critical": stats.norm.isf(p / 2)}


def drawn_t(draw):
    degrees = draw.pick([draw.whole(1, 60), draw.power10(0, 3)])
    x, alpha = draw.uniform(-8, 8), draw.power10(-4, 0)
    # By way of the beta distribution: t.isf is off in the ninth digit.
    below = special.betaincinv(degrees / 2, 0.5, alpha)
    return {"x": x, "degrees": degrees, "upper": stats.t.sf(x, degrees), "alpha": alpha,
            "critical": np.sqrt(degrees * (1 - below) / below)}


def drawn_beta(draw):
    a, b = (draw.pick([draw.whole(1, 40) / 2, draw.power10(-0.3, 2)]) for _ in range(2))
    p = draw.uniform(0.0001, 0.9999)
    x = short(stats.beta.ppf(p, a, b), 10)
    if not 0 < x < 1:
        return None
    return {"a": a, "b": b, "x": x, "lower": special.betainc(a, b, x), "upper": special.betainc(b, a, 1 - x), "p": p,
            "quantile": stats.beta.ppf(p, a, b), "fromAbove": stats.beta.isf(p, a, b)}


def drawn_chi_square(draw):
    degrees = draw.pick([draw.whole(1, 10), draw.power10(-0.3, 3)])
    x, shape = short(degrees * 10 ** (3 * draw.share() - 1.5), 8), draw.power10(-4, 12)
    return {"x": x, "degrees": degrees, "upper": stats.chi2.sf(x, degrees), "shape": shape, "logGamma": special.gammaln(shape)}


SIZES = [1, 2, 3, 5, 8, 12, 20, 50, 200]


def drawn_table(draw):
    """Irwin's rule, which is asked for where an expected count is below 1."""
    n, m = draw.pick(SIZES), draw.pick(SIZES)
    x, y = draw.count(n), draw.count(m)
    if not 0 < x + y < n + m or min(n, m) * min(x + y, n + m - x - y) / (n + m) >= 1 - 1e-6:
        return None
    return {"counts": [x, n, y, m], "pValue": stats.fisher_exact([[x, n - x], [y, m - y]])[1]}


def drawn_binomial(draw):
    n = draw.pick([*SIZES, 3000, 10**5])
    count, level = draw.count(n), draw.pick(LEVELS)
    found = stats.binomtest(count, n)
    limits = lambda method: [100 * limit for limit in found.proportion_ci(level, method)]
    return {"count": count, "n": n, "level": level, "wilson": limits("wilson"), "clopperPearson": limits("exact")}


def drawn_moments(draw):
    """Welch's test from means and deviations alone, which counts of up to a thousand million answers have too."""
    counts = [[draw.whole(0, draw.pick([2, 50, 10**8])) for _ in range(7)] for _ in range(2)]
    if any(sum(c) < 2 or sum(count > 0 for count in c) < 2 for c in counts):
        return None
    ratings = np.arange(1, 8)
    moments = []
    for c in np.array(counts, dtype=float):
        mean = (c * ratings).sum() / c.sum()
        moments += [mean, np.sqrt((c * (ratings - mean) ** 2).sum() / (c.sum() - 1)), c.sum()]
    test = stats.ttest_ind_from_stats(*moments[3:], *moments[:3], equal_var=False)
    return {"before": counts[0], "after": counts[1], "statistic": test.statistic, "pValue": test.pvalue}


def drawn_pairs(draw):
    n = draw.pick([3, 5, 10, 30])
    before, after = ([draw.whole(1, 7) for _ in range(n)] for _ in range(2))
    if len({a - b for a, b in zip(after, before)}) < 2:
        return None
    test = stats.ttest_rel(after, before)
    correlated = len(set(before)) > 1 and len(set(after)) > 1
    return {"before": before, "after": after, "statistic": test.statistic, "pValue": test.pvalue,
            "correlation": stats.pearsonr(before, after)[0] if correlated else None}


def drawn_bootstrap(draw):
    """Limits of resamples that are given, with jackknife values of a mean."""
    sample = [draw.whole(0, 10) for _ in range(draw.pick([4, 8, 20]))]
    if len(set(sample)) < 2:
        return None
    resamples = [sum(draw.pick(sample) for _ in sample) / len(sample) for _ in range(draw.pick([50, 99, 200]))]
    level = draw.pick([0.95, 0.9, 0.8, 0.99, 0.5])
    case = {"sample": sample, "resamples": resamples, "level": level}
    for method in ["percentile", "bca"]:
        before = stats._resampling.BootstrapResult(None, np.array(resamples), None)
        found = stats.bootstrap((np.array(sample, dtype=float),), np.mean, confidence_level=level, method=method,
                                n_resamples=0, bootstrap_result=before)
        case[method] = list(found.confidence_interval)
    return None if np.isnan(case["bca"]).any() else case


def drawn_quantile(draw):
    values = sorted(draw.uniform(0, 100, draw.pick([1, 3, 8])) for _ in range(draw.pick([1, 2, 3, 10, 40])))
    p = draw.pick([0.0, 1.0, 0.5, 0.9, draw.share()])
    return {"values": values, "p": p, "quantile": np.quantile(values, p), "mean": np.mean(values),
            "variance": np.var(values, ddof=1) if len(values) > 1 else None}


def drawn_lifetime(draw):
    rate = draw.pick([draw.power10(-12, 0), draw.uniform(0.001, 1)])
    return {"rate": rate, "mean": stats.geom.mean(rate)}


if __name__ == "__main__":
    write_cases([np, scipy], [
        section("normal", 20260561, 200, drawn_normal),
        section("studentT", 20260562, 200, drawn_t),
        section("beta", 20260563, 200, drawn_beta),
        section("chiSquare", 20260564, 200, drawn_chi_square),
        section("tables", 20260565, 400, drawn_table),
        section("binomial", 20260566, 200, drawn_binomial),
        section("moments", 20260567, 120, drawn_moments),
        section("pairs", 20260568, 120, drawn_pairs),
        section("bootstrap", 20260569, 80, drawn_bootstrap),
        section("quantiles", 20260570, 120, drawn_quantile),
        section("lifetimes", 20260571, 60, drawn_lifetime),
    ])
