"""The best coupling of an Lμ − Lτ boson of 15 MeV to g−2 as of 2021 and Borexino, with its errors, by Minuit."""

import numpy as np
from iminuit import Minuit
from zest_likelihood import ZestLikelihood

OPTIONS = "--model mu-tau --constraint borexino-2017,g-2-muon --set gMinus2=fnal-2021 --mass 15MeV --coupling 1e-5:1e-2"

with ZestLikelihood(*OPTIONS.split()) as minus2logl:

    def cost(log_coupling):
        return minus2logl([np.exp(log_coupling)])[0]

    cost.errordef = Minuit.LEAST_SQUARES  # the cost is −2 ln L: it rises by one at 1σ
    fit = Minuit(cost, log_coupling=np.log(5e-4))
    fit.limits["log_coupling"] = tuple(np.log(minus2logl.ranges[0]))
    fit.migrad()
    fit.minos()

    best = fit.values["log_coupling"]
    errors = fit.merrors["log_coupling"]
    print(f"valid: {fit.valid}")
    print(f"coupling: {np.exp(best):.6e}, from {np.exp(best + errors.lower):.6e} to {np.exp(best + errors.upper):.6e}")
    print(f"standard model: {minus2logl.standard_model - fit.fval:.6f} above the best fit")
