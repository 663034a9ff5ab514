import type { Assumptions } from '../assumptions.ts'
import type { Constraint, Entry, Interval, Silent, Verdict } from '../constraints/constraint.ts'
import { formulaConstraint } from '../constraints/formula.ts'
import { type Boson, type Couplings, neutronCoupling, protonCoupling, type Ray } from '../couplings/boson.ts'
import { matterPotentialRatio, mediumNsi } from '../couplings/nsi.ts'
import { quadraticAlong, quadraticAt } from '../couplings/quadratic.ts'
import type { Triple } from '../models/model.ts'
import { loadSun } from '../neutrinos/solar/sun.ts'

/** Below this part of its terms a sum of couplings to neutral matter is rounding: mixing with the photon cancels in it. */
const ROUNDING = 1e-12

/**
 * A band of $\varepsilon^{\rm medium}_{\mu\mu} - \varepsilon^{\rm medium}_{ee}$ from oscillations as a constraint, for bosons that ν_μ and ν_τ feel
 * alike. The band is in the standard normalisation, whatever `nsiNormalisation`; under `recipe: 'as-printed'` it is taken in the chosen one, as
 * bernal-2022 does.
 */
export async function oscillationBand(
  entry: Entry,
  assumptions: Assumptions,
  band: readonly [number, number],
  name: string,
): Promise<Constraint> {
  const neutrons = (await loadSun(assumptions)).centralNeutronsPerProton
  const medium = assumptions.recipe === 'as-printed' ? mediumNsi : matterPotentialRatio
  const difference = (boson: Boson): number => medium(boson, 'mu', neutrons) - medium(boson, 'e', neutrons)
  const [low, high] = band
  const strength = (boson: Boson): Verdict => {
    const silent = feelsNothing(boson, neutrons)
    return silent === undefined ? strengthOf(difference(boson)) : { silent }
  }
  const strengthOf = (felt: number): number => Math.abs(felt - (low + high) / 2) / ((high - low) / 2)
  return formulaConstraint(entry, assumptions, {
    kind: 'preferred',
    confidence: 0.9545,
    statement: `ε_μμ − ε_ee (= ε_ττ − ε_ee) of matter with N_n/N_p = ${Number(neutrons.toFixed(3))} between ${low} and ${high}: ${name}`,
    unverified: 'the interval is as bernal-2022 quotes it; the table of the global fit was not seen',
    strength,
    strengthAlong(ray) {
      const along = quadraticAlong(ray, difference)
      if (along === undefined) return undefined
      const isFelt = feltAlong(ray, neutrons)
      return (coupling) => (isFelt(coupling) ? strengthOf(quadraticAt(along, coupling)) : NO_POTENTIAL)
    },
    closedForm: (unit) => squareBand(difference(unit), band),
  })
}

/** Couplings g at which $u g^2$ lies in a band that does not end at zero. */
function squareBand(unit: number, [low, high]: readonly [number, number]): Interval[] {
  const [near, far] = unit > 0 ? [low, high] : [high, low]
  return far / unit > 0 ? [[near / unit > 0 ? Math.sqrt(near / unit) : 0, Math.sqrt(far / unit)]] : []
}

/** Why flavours do not move against each other as the bands assume. */
function feelsNothing(boson: Boson, neutrons: number): string | undefined {
  const couplings = boson.couplingsAt(0)
  const { nu_e, nu_mu, nu_tau } = couplings
  if (nu_mu.vector !== nu_tau.vector) return 'ν_μ and ν_τ feel different potentials: the band holds for equal ones'
  if (nu_e.vector === nu_mu.vector) return 'all neutrinos feel the same potential: oscillations do not see it'
  return isRounding(matterTerms(couplings, neutrons)) ? NO_POTENTIAL.silent : undefined
}

const NO_POTENTIAL: Silent = { silent: 'no potential in neutral matter' }

/** What electrons, protons and neutrons add to a potential in neutral matter. */
const matterTerms = (couplings: Couplings, neutrons: number): Triple<number> => [
  couplings.e.vector,
  protonCoupling(couplings),
  neutrons * neutronCoupling(couplings),
]

const isRounding = ([electrons, protons, neutrons]: Triple<number>): boolean =>
  Math.abs(electrons + protons + neutrons) <= ROUNDING * Math.max(Math.abs(electrons), Math.abs(protons), Math.abs(neutrons))

/** Whether there is a potential in neutral matter, against the coupling of a ray. */
function feltAlong(ray: Ray, neutrons: number): (coupling: number) => boolean {
  const { slope, offset } = ray.atRest()
  const [grown, fixed] = [matterTerms(slope, neutrons), matterTerms(offset, neutrons)]
  return (coupling) => !isRounding([coupling * grown[0] + fixed[0], coupling * grown[1] + fixed[1], coupling * grown[2] + fixed[2]])
}
