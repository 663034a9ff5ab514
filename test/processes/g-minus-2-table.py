"""Loop integrals of a vector and an axial coupling by adaptive quadrature at 40 digits; writes g-minus-2-table.json.

Run: python3 test/processes/g-minus-2-table.py (needs mpmath).
"""

import json
from pathlib import Path

from mpmath import mp, mpf, nstr, quad

mp.dps = 40
LEPTONS = {"e": "0.51099895069e-3", "mu": "0.1056583755", "tau": "1.77686"}
MASSES = [f"{d}e{p}" for p in range(-6, 3) for d in ("1", "3")] + ["1e3"]


def points(r):
    """Break points that resolve the structure at u ~ sqrt(r) and at 1-u ~ 1/r."""
    near_zero = [mp.sqrt(r) * mpf(10) ** k for k in range(-3, 4)]
    near_one = [1 - mpf(10) ** k / r for k in range(-3, 4)]
    inner = sorted(u for u in near_zero + near_one if 0 < u < 1)
    return [mpf(0), *inner, mpf(1)]


def row(lepton, mass):
    r = (mpf(mass) / mpf(LEPTONS[lepton])) ** 2
    at = points(r)
    vector = quad(lambda u: u**2 * (1 - u) / (u**2 + r * (1 - u)), at)
    axial = -quad(lambda u: (u * (1 - u) * (4 - u) + 2 * u**3 / r) / (u**2 + r * (1 - u)), at)
    return [lepton, float(mass), float(nstr(vector, 30)), float(nstr(axial, 30))]


rows = [row(lepton, mass) for lepton in LEPTONS for mass in MASSES]
text = "[\n" + ",\n".join("  " + json.dumps(x) for x in rows) + "\n]\n"
Path(__file__).with_suffix(".json").write_text(text)
