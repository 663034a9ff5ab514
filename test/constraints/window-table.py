"""Roots of lifetime windows at 60 digits; writes window-table.json.

Run: python3 test/constraints/window-table.py (needs mpmath).
"""

import json
from pathlib import Path

from mpmath import exp, expm1, log, mp, mpf

mp.dps = 60
RATIOS = [1e-6, 0.12 / 35, 0.0208, 1.0, 204 / 179, 40.0, 35 / 0.12, None]


def bisect(f, a, b):
    """A root between a and b in the logarithm, where f changes sign."""
    lo, hi = log(a), log(b)
    below = f(exp(lo)) < 0
    for _ in range(260):
        middle = (lo + hi) / 2
        if (f(exp(middle)) < 0) == below:
            lo = middle
        else:
            hi = middle
    return exp((lo + hi) / 2)


def prompt(rate):
    return bisect(lambda x: log(-x * expm1(-x)) - log(mpf(rate)), mpf("1e-320"), mpf("1e320"))


def log_rate(x, ratio):
    return log(x) - x + (0 if ratio is None else log(-expm1(-mpf(ratio) * x)))


def peak(ratio):
    if ratio is None:
        return mpf(1)
    return bisect(lambda x: 1 - x + mpf(ratio) * x / expm1(mpf(ratio) * x), mpf("0.99"), mpf("2.01"))


def roots(level, ratio):
    at = peak(ratio)
    f = lambda x: log_rate(x, ratio) - mpf(level)
    return bisect(f, mpf("1e-400"), at), bisect(f, at, mpf("1e4"))


def levels(ratio):
    height = log_rate(peak(ratio), ratio)
    return [-690.0, -100.0, -20.0] + [float(height - mpf(d)) for d in ("5", "0.7", "0.01", "1e-6", "1e-10")]


def fiducial(edges, ratio):
    at = peak(ratio)
    imbalance = lambda x: log_rate(mpf(edges) * x, ratio) - log_rate(x, ratio)
    return bisect(imbalance, at / mpf(edges), at)


EDGES = [1 + 2.0**-40, 1 + 2.0**-20, 1.001, 1.5, 4.0, 100.0, 1e4, 1e8, 1e12]

table = {
    "prompt": [[k, float(prompt(k))] for k in (1e-300, 1e-100, 1e-12, 1e-3, 0.5, 1.0, 2.0, 5.0, 30.0, 39.9, 41.0, 1e6, 1e300)],
    "displaced": [
        {
            "ratio": ratio,
            "peak": float(peak(ratio)),
            "roots": [[level, *map(float, roots(level, ratio))] for level in levels(ratio)],
            "fiducial": [[edges, float(fiducial(edges, ratio))] for edges in EDGES],
        }
        for ratio in RATIOS
    ],
}
Path(__file__).with_name("window-table.json").write_text(json.dumps(table, indent=1) + "\n")
