"""Prints the rows of src/data/n-eff-weak-rates.ts: python3 scripts/tables/weak-rates.py (numpy, scipy; about two minutes)

Energy exchanged by e+ e- <-> nu nubar and nu e <-> nu e to first order in the difference of temperatures, with Fermi-Dirac distributions,
Pauli blocking and the electron mass, over the same for massless particles and Maxwell-Boltzmann distributions.
Particles 1 and 2 go in, 3 and 4 come out, 1 and 3 of the scattering being the neutrino. Energies are in units of the temperature.
"""

import numpy as np
from scipy.stats import gamma, qmc

POINTS = 17  # a power of two
MASSLESS = 1e-4


def boosted(energy, x, y, z, bx, by, bz):
    b2 = bx * bx + by * by + bz * bz
    factor = 1 / np.sqrt(1 - b2)
    along = bx * x + by * y + bz * z
    k = (factor - 1) * along / b2 + factor * energy
    return factor * (energy + along), x + k * bx, y + k * by, z + k * bz


def fermi(energy):
    return 1 / (np.exp(energy) + 1)


def integral(x, annihilates, quantum):
    """The parts that go with g_L^2 + g_R^2 and with g_L g_R."""
    u = np.clip(qmc.Sobol(5, seed=3).random_base2(POINTS), 1e-9, 1 - 1e-9)
    m1, m2 = (x if annihilates else 0.0), x
    p1, p2 = gamma.ppf(u[:, 0], 4), gamma.ppf(u[:, 1], 4)
    weight = 1 / (gamma.pdf(p1, 4) * gamma.pdf(p2, 4))
    cosine = 2 * u[:, 2] - 1
    e1, e2 = np.sqrt(p1 * p1 + m1 * m1), np.sqrt(p2 * p2 + m2 * m2)
    v1 = np.array([0 * p1, 0 * p1, p1])
    v2 = np.array([p2 * np.sqrt(1 - cosine * cosine), 0 * p2, p2 * cosine])
    total, energy = v1 + v2, e1 + e2
    s = energy**2 - (total**2).sum(0)
    k = (s - (0.0 if annihilates else x) ** 2) / (2 * np.sqrt(s))
    c, phi = 2 * u[:, 3] - 1, 2 * np.pi * u[:, 4]
    r = np.sqrt(1 - c * c)
    e3, *v3 = boosted(k, k * r * np.cos(phi), k * r * np.sin(phi), k * c, *(total / energy))
    v3 = np.array(v3)
    e4, v4 = energy - e3, total - v3

    def dot(ea, va, eb, vb):
        return ea * eb - (va * vb).sum(0)

    p12, p34 = dot(e1, v1, e2, v2), dot(e3, v3, e4, v4)
    p13, p24 = dot(e1, v1, e3, v3), dot(e2, v2, e4, v4)
    p14, p23 = dot(e1, v1, e4, v4), dot(e2, v2, e3, v3)
    if quantum:
        occupied = fermi(e1) * fermi(e2) * (1 - fermi(e3)) * (1 - fermi(e4))
    else:
        occupied = np.exp(-energy)
    if annihilates:
        squares, product, carried = 0.5 * (p14 * p23 + p13 * p24), x * x * p34, energy**2
    else:
        squares, product, carried = 0.5 * (p12 * p34 + p14 * p23), -x * x * p13, (e3 - e1) ** 2
    rate = weight * p1**2 * p2**2 / (e1 * e2) * 2 * k / np.sqrt(s) * occupied * carried
    return (rate * squares).mean(), (rate * product).mean()


annihilation = integral(MASSLESS, True, False)[0]
scattering = integral(MASSLESS, False, False)[0]
for x in [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 10, 12]:
    a, b = integral(max(x, MASSLESS), True, True)
    c, d = integral(max(x, MASSLESS), False, True)
    print([x] + [float("%.5g" % value) for value in (a / annihilation, b / annihilation, c / scattering, d / scattering)], flush=True)
