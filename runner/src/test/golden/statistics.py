"""Tests, intervals and power by SciPy and statsmodels, for StatisticsTest.

    python statistics.py > ../resources/golden/statistics.json

Made with SciPy 1.17, statsmodels 0.15 and NumPy 2.4.
"""

import itertools
import json
import math

import numpy as np
from scipy import stats
from scipy.optimize import brentq
from scipy.special import gammaln
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import TTestPower

rng = np.random.default_rng(20240607)


def samples():
    """Differences as studies see them: few, many, skewed, with ties and zeros."""
    yield [0.3, -0.1]
    yield [0.012, 0.018, 0.011, 0.025, -0.004]
    yield (rng.normal(0.02, 0.01, 10)).round(4).tolist()
    yield (rng.normal(0, 0.03, 10)).tolist()
    yield (rng.exponential(2.0, 12) - 1.0).tolist()
    yield [0.01, 0.01, -0.01, 0.02, 0.0, 0.03, 0.03, -0.02, 0.0, 0.04]
    yield (rng.normal(-5, 8, 20)).tolist()
    yield (rng.standard_t(2, 30)).tolist()


def t(d, ratio=0.0):
    """Nadeau and Bengio's test is Student's with another standard error."""
    n, mean, sd = len(d), np.mean(d), np.std(d, ddof=1)
    error = sd * math.sqrt(1 / n + ratio)
    p = 2 * stats.t.sf(abs(mean / error), n - 1)
    if ratio == 0:
        student = stats.ttest_1samp(d, 0)
        assert math.isclose(student.pvalue, p, rel_tol=1e-9)
    intervals = {
        str(alpha): list(stats.t.interval(1 - alpha, n - 1, mean, error))
        for alpha in (0.05, 0.05 / 6)
    }
    return {"ratio": ratio, "error": error, "p": p, "intervals": intervals}


def signed_rank(d):
    """Exact; with ties or zeros over all signs of the ranks, as SciPy's own permutations do."""
    d = [x for x in d if x != 0]
    if len({abs(x) for x in d}) == len(d):
        return stats.wilcoxon(d, method="exact").pvalue
    return stats.wilcoxon(d, method=stats.PermutationMethod(n_resamples=np.inf)).pvalue


def sign_flip(d):
    if len(d) > 12:
        return None
    test = stats.permutation_test(
        (d,), lambda x, axis: np.mean(x, axis=axis), permutation_type="samples",
        n_resamples=np.inf, vectorized=True,
    )
    return test.pvalue


def bootstrap(d):
    """SciPy's BCa interval from resamples that are given to it."""
    means = rng.choice(d, (499, len(d))).mean(axis=1)
    given = stats.bootstrap((d,), np.mean, n_resamples=9, method="percentile", rng=rng)
    given.bootstrap_distribution = means
    found = stats.bootstrap(
        (d,), np.mean, n_resamples=0, bootstrap_result=given, method="BCa", confidence_level=0.95,
        vectorized=True,
    ).confidence_interval
    plain = stats.bootstrap(
        (d,), np.mean, n_resamples=0, bootstrap_result=given, method="percentile",
        confidence_level=0.95, vectorized=True,
    ).confidence_interval
    return {
        "means": means.tolist(), "bca": [found.low, found.high], "percentile": [plain.low, plain.high]
    }


def effect(d):
    m = len(d) - 1
    cohen = np.mean(d) / np.std(d, ddof=1)
    if m < 2:
        return {"cohen": cohen, "hedges": None}
    j = math.exp(gammaln(m / 2) - gammaln((m - 1) / 2)) / math.sqrt(m / 2)
    return {"cohen": cohen, "hedges": j * cohen}


def two_sided(d, n, alpha):
    """The power of the t test; statsmodels fails where an effect is large."""
    critical = stats.t.isf(alpha / 2, n - 1)
    tails = stats.nct.sf(critical, n - 1, [d * math.sqrt(n), -d * math.sqrt(n)])
    return float(tails[0] + np.nan_to_num(tails[1]))  # NaN where the far tail underflows


def checked(d, n, alpha):
    other = float(TTestPower().power(d, n, alpha, alternative="two-sided"))
    found = two_sided(d, n, alpha)
    assert math.isnan(other) or math.isclose(found, other, abs_tol=1e-9), (d, n, alpha, found, other)
    return found


def power():
    for n, alpha in itertools.product((2, 3, 5, 10, 20, 50), (0.05, 0.05 / 6)):
        for d in (0.0, 0.3, 1.0, 2.0):
            yield {
                "n": n, "alpha": alpha, "d": d,
                "power": checked(d, n, alpha),
            }


def detectable():
    for n, alpha in itertools.product((3, 5, 10, 30), (0.05, 0.05 / 6)):
        d = brentq(lambda d: two_sided(d, n, alpha) - 0.8, 0.01, 50, xtol=1e-12)
        yield {"n": n, "alpha": alpha, "d": d}


def holm():
    for p in ([0.03], [0.01, 0.04, 0.03, 0.005], [0.2, 0.9, 0.6], rng.uniform(0, 0.1, 9).tolist()):
        yield {"p": p, "adjusted": multipletests(p, method="holm")[1].tolist()}


def disagreements():
    for b, c in ((0, 0), (0, 5), (3, 9), (40, 25), (10, 10), (7, 120)):
        exact = 1.0 if b + c == 0 else mcnemar([[0, b], [c, 0]], exact=True).pvalue
        mid = min(1.0, 2 * stats.binom.cdf(min(b, c), b + c, 0.5) - stats.binom.pmf(min(b, c), b + c, 0.5))
        yield {"b": b, "c": c, "exact": float(exact), "mid": float(mid)}


print(
    json.dumps(
        {
            "samples": [
                {
                    "differences": d,
                    "t": [t(d), t(d, 0.25), t(d, 1 / 9)],
                    "wilcoxon": float(signed_rank(d)),
                    "sign-flip": sign_flip(d),
                    "effect": effect(d),
                    "bootstrap": bootstrap(d) if len(d) >= 20 else None,
                }
                for d in samples()
            ],
            "power": list(power()),
            "detectable": list(detectable()),
            "holm": list(holm()),
            "mcnemar": list(disagreements()),
        },
        indent=1,
    )
)
