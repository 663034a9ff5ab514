"""Reference values for the numerics tests, and the coefficients in src/numerics, from mpmath at 60 digits or more.

    python3 tables.py > tables.json && npx biome format --write tables.json
    python3 tables.py coefficients
"""

import json
import random
import sys

from mpmath import erf, erfc, exp, findroot, log, loggamma, mp, mpf, pi, sqrt, zeta

mp.dps = 60


def shown(x):
    """The double nearest to a number."""
    return float(x)


def lower(a, x):
    """P(a, x) by its series of positive terms."""
    total = term = mpf(1)
    n = 0
    while term > total * mpf(10) ** -(mp.dps + 5):
        n += 1
        term *= x / (a + n)
        total += term
    return total * exp(a * log(x) - x - loggamma(a + 1))


def tail(a, x):
    """Q(a, x): 1 - P with digits to spare (P near one costs as many digits as Q is small)."""
    kept = mp.dps
    guess = max(0, (x - a - a * log(x / a)) / log(10)) if x > a else mpf(0)
    extra = int(guess) + 20 + (int(-log(a, 10)) if a < 1 else 0)
    mp.dps = kept + extra
    try:
        value = 1 - lower(mpf(a), mpf(x))
    finally:
        mp.dps = kept
    return +value


def both(a, x):
    a, x = mpf(a), mpf(x)
    return shown(lower(a, x)), shown(tail(a, x))


def gamma_rows():
    """a, x, P, Q"""
    points = []
    for a in [10.0, 18.5, 24.999, 25.0, 30.0, 50.0, 99.5, 100.0, 300.0, 1e3, 12345.678, 1e4, 1e5, 1e6]:
        for sigma in [-6, -3, -1, -1e-3, 0, 0.3, 1, 3, 6]:
            x = a + sigma * a**0.5
            if x > 0:
                points.append((a, x))
    for a in [1e-10, 1e-3, 0.1, 0.5, 0.9, 1.0, 1.5, 3.0, 7.25]:
        for x in [1e-200, 1e-12, 1e-3, 0.3, 0.5614594835668851, 0.999, 1.0, 1.001, 2.0, 7.0, 30.0, 650.0]:
            points.append((a, x))
    # Where |eta| is near one, at the edge of the uniform expansion, and far outside.
    for a in [25.0, 40.0, 200.0]:
        for ratio in [0.1, 0.3, 0.3017, 0.302, 0.31, 2.3, 2.357, 2.36, 2.4, 4.0]:
            points.append((a, a * ratio))
    # Far below the transition, where x / a - 1 holds no digits of x.
    points += [(12.0, 1e-5), (25.5, 1e-11), (300.0, 0.5), (1e4, 9e3), (1e4, 1.15e4)]
    # Anywhere within six standard deviations.
    source = random.Random(20)
    for _ in range(100):
        a = 10 ** source.uniform(0, 5)
        points.append((a, max(a + source.uniform(-6, 6) * a**0.5, 0.01 * a)))
    rows = []
    for a, x in points:
        p, q = both(a, x)
        rows.append([a, x, p, q])
    return rows


def log_gamma_rows():
    xs = [1e-300, 1e-9, 0.1, 0.4999, 0.5, 0.75, 0.999999, 1.0000001, 1.3, 1.4999, 1.5, 1.999999999, 2.00001, 2.5, 2.6, 5.0, 9.99, 10.0, 10.5, 171.6, 1e3, 1e6, 1e12, 1e300]
    return [[x, shown(loggamma(mpf(x)))] for x in xs]


def erf_rows():
    """x, erf, erfc, erfcx"""
    xs = [1e-300, 1e-10, 0.01, 0.3, 0.4999, 0.5, 0.7, 0.999, 1.0, 1.001, 2.0, 3.3, 5.0, 8.0, 13.37, 20.0, 26.5]
    rows = []
    for x in xs + [-x for x in xs]:
        m = mpf(x)
        rows.append([x, shown(erf(m)), shown(erfc(m)), shown(exp(m * m) * erfc(m))])
    return rows


def normal_quantile(p):
    """z with cdf(z) = p < 1/2."""
    start = -sqrt(-2 * log(p)) if p < 0.1 else mpf(-0.5)
    return findroot(lambda z: log(erfc(-z / sqrt(mpf(2))) / 2) - log(p), start)


def normal_rows():
    """z, cdf, sf"""
    zs = [0.0, 1e-8, 0.3, 0.7, 0.7072, 1.0, 1.2815515655446004, 3.0, 5.0, 8.3, 15.0, 25.0, 37.5]
    return [[z, shown(1 - erfc(mpf(z) / sqrt(mpf(2))) / 2), shown(erfc(mpf(z) / sqrt(mpf(2))) / 2)] for z in zs]


def normal_quantile_rows():
    """p, z"""
    ps = [5e-324, 1e-300, 1e-200, 1e-100, 1e-30, 1e-16, 1e-10, 1e-5, 0.00134989803163, 0.01, 0.05, 0.1, 0.19, 0.1999, 0.2, 0.2001, 0.3, 0.4, 0.49, 0.49999]
    return [[p, shown(normal_quantile(mpf(p)))] for p in ps]


def gamma_inverse(a, p, side):
    """x with P(a, x) = p (side 'lower') or Q(a, x) = p (side 'upper'), by bisection in the logarithm and Newton's method."""
    value = lower if side == 'lower' else tail
    sign = 1 if side == 'lower' else -1
    low = (log(p if side == 'lower' else 1 - p) + loggamma(a + 1)) / a - 1
    high = log(2 * (a - log(p)) + 1)
    for _ in range(40):
        middle = (low + high) / 2
        if sign * (value(a, exp(middle)) - p) > 0:
            high = middle
        else:
            low = middle
    t = (low + high) / 2
    for _ in range(4):
        x = exp(t)
        v = value(a, x)
        density = exp(a * log(x) - x - loggamma(a))
        t -= sign * v * log(v / p) / density
    return exp(t)


def chi2_rows():
    """degrees, p, quantile(p), isf(p)"""
    rows = []
    for k in [0.1, 1, 2, 3, 10, 49, 51, 300, 2000, 20000]:
        for p in [1e-300, 1e-16, 1e-8, 1e-3, 0.1, 0.5, 0.9]:
            if k == 2000 and p < 1e-20 or k == 20000 and not 1e-20 < p < 0.6:
                continue
            a = mpf(k) / 2
            q = gamma_inverse(a, mpf(p), 'lower')
            rows.append([k, p, shown(2 * q), shown(2 * gamma_inverse(a, mpf(p), 'upper'))])
    return rows


def poisson_rows():
    """n, mu, cdf, sf, log of the probability"""
    points = [(0, 1e-10), (0, 3.0), (3, 0.01), (3, 4.5), (2.5, 4.5), (9.99, 12.0), (10, 12.0), (5, 40.0), (100, 30.0), (1000, 1100.0)]
    points += [(n, 1e5) for n in [98000, 99000, 99683, 99999, 100000, 100316, 101500, 102000]]
    points += [(1000500.5, 1e6), (999000, 1e6), (1005000, 1e6)]
    rows = []
    for n, mu in points:
        p, q = both(n + 1, mu)
        m, k = mpf(mu), mpf(n)
        rows.append([n, mu, q, p, shown(k * log(m) - m - loggamma(k + 1))])
    return rows


def coefficients():
    """Taylor coefficients of eta / mu(eta) with mu - log(1 + mu) = eta^2 / 2, of log Gamma about 2, and Chebyshev's of erfcx."""
    count = 36
    # mu mu' = eta (1 + mu), mu = sum m_k eta^k with m_1 = 1.
    m = [mpf(0), mpf(1)]
    for n in range(2, count + 2):
        # coefficient of eta^n: sum_{j} m_j (n + 1 - j) m_{n+1-j} = m_{n-1}
        known = sum(m[j] * (n + 1 - j) * m[n + 1 - j] for j in range(2, n))
        m.append((m[n - 1] - known) / (n + 1))
    g = [mpf(1)]
    for n in range(1, count + 1):
        g.append(-sum(m[j + 1] * g[n - j] for j in range(1, n + 1)))
    print('eta / mu:', [float(x) for x in g])
    print('zeta(k) - 1:', [float(zeta(k) - 1) for k in range(2, 32)])
    k = mpf(3)

    def scaled(t):
        if t == 1:
            return 2 / sqrt(pi)
        x = k * (1 + t) / (1 - t)
        if x > 1e6:
            return (1 + 2 * x) / (x * sqrt(pi)) * (1 - 1 / (2 * x * x) + 3 / (4 * x**4) - 15 / (8 * x**6) + 105 / (16 * x**8))
        return (1 + 2 * x) * exp(x * x) * erfc(x)

    points = 100
    angles = [pi * (j + mpf(1) / 2) / points for j in range(points)]
    values = [scaled(mp.cos(angle)) for angle in angles]
    series = [2 * sum(v * mp.cos(i * angle) for v, angle in zip(values, angles)) / points for i in range(45)]
    print('(1 + 2 x) erfcx:', [float(x) for x in series])


if sys.argv[1:] == ['coefficients']:
    coefficients()
else:
    tables = {
        'logGamma': log_gamma_rows(),
        'gamma': gamma_rows(),
        'erf': erf_rows(),
        'normal': normal_rows(),
        'normalQuantile': normal_quantile_rows(),
        'chi2': chi2_rows(),
        'poisson': poisson_rows(),
    }
    lines = ',\n'.join(
        f'"{name}": [\n' + ',\n'.join(json.dumps(row) for row in rows) + '\n]' for name, rows in tables.items()
    )
    print('{\n' + lines + '\n}')
