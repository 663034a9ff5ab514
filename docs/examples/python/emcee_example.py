"""The posterior of mass and coupling of an Lμ − Lτ boson that explains g−2 as of 2021, by emcee."""

import emcee
import numpy as np
from zest_likelihood import ZestLikelihood

OPTIONS = "--model mu-tau --constraint borexino-2017,g-2-muon --set gMinus2=fnal-2021 --mass 1MeV:200MeV --coupling 1e-5:1e-2"
WALKERS, BURN_IN, STEPS = 32, 1000, 3000

with ZestLikelihood(*OPTIONS.split()) as minus2logl:
    # Every order of magnitude is as probable as every other: flat in the logarithms.
    low, high = np.log(minus2logl.ranges).T

    def log_posterior(places):
        result = np.full(len(places), -np.inf)
        inside = np.all((places > low) & (places < high), axis=1)
        if inside.any():
            result[inside] = -0.5 * minus2logl(np.exp(places[inside]))
        return result

    np.random.seed(1)
    sampler = emcee.EnsembleSampler(WALKERS, len(low), log_posterior, vectorize=True)
    begin = np.random.uniform(low, high, size=(WALKERS, len(low)))
    sampler.run_mcmc(sampler.run_mcmc(begin, BURN_IN), STEPS)

    times = sampler.get_autocorr_time(discard=BURN_IN, quiet=True)
    samples = sampler.get_chain(discard=BURN_IN, flat=True)
    print(f"{sampler.acceptance_fraction.mean():.2f} of the moves were made")
    for name, values, time in zip(minus2logl.names, samples.T, times):
        print(f"ln {name}: mean {values.mean():.5f}, standard deviation {values.std():.5f}, {len(values) / time:.0f} independent samples")
