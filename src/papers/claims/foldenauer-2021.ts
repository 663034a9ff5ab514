import type { Assumptions } from '../../assumptions.ts'
import { type Constraint, isSilent } from '../../constraints/constraint.ts'
import { hubbleConstant } from '../../cosmos/hubble.ts'
import { loopMixing } from '../../couplings/index.ts'
import { OSCILLATION } from '../../data/nufit.ts'
import { extraNeutrinos } from '../../experiments/extra-neutrinos.ts'
import { type Anomaly, anomalies, parseCharges, resolveModel } from '../../models/index.ts'
import { toNumber } from '../../models/rational.ts'
import { loadSun, massBasisCouplings, neutrinoDecayWidth, pmns } from '../../neutrinos/index.ts'
import { logGrid } from '../../units.ts'
import { bandLeft, bosonOf, favouredCoupling } from '../quantities.ts'
import { anomalyDrafts } from './muon-anomaly.ts'
import { above, below, claimsOf, type Draft, exactly, printed } from './notation.ts'

/** Neutrino mass, boson mass [GeV] and coupling. */
type Point = readonly [neutrinoMass: number, mass: number, coupling: number]
const POINT: Point = [5e-11, 0.04, 5e-4]

/** Width of the heaviest neutrino through Lμ−Lτ. */
function decayWidth([neutrinoMass, mass, coupling]: Point, assumptions: Assumptions): number {
  const { nu_e, nu_mu, nu_tau } = bosonOf('mu-tau', mass, coupling, assumptions).couplings
  const mixing = pmns(OSCILLATION[assumptions.oscillation])
  return neutrinoDecayWidth(3, neutrinoMass, massBasisCouplings([nu_e.vector, nu_mu.vector, nu_tau.vector], mixing), mass)
}

/** The power with which the width grows in one of its three variables. */
function power(variable: 0 | 1 | 2) {
  return (assumptions: Assumptions): number => {
    const doubled = POINT.map((value, i) => (i === variable ? 2 * value : value)) as unknown as Point
    return Math.log2(decayWidth(doubled, assumptions) / decayWidth(POINT, assumptions))
  }
}

/** One condition for one charge expression, right-handed neutrinos included. */
const condition = (charges: string, anomaly: Anomaly) => () => toNumber(anomalies(parseCharges(charges)).withNuR[anomaly])

/** What a boson of 10 MeV that explains (g−2)_μ adds to N_eff. */
async function extraOfFavoured(assumptions: Assumptions): Promise<number> {
  const { extra } = await extraNeutrinos(assumptions)
  const more = extra(bosonOf('mu-tau', 0.01, favouredCoupling(0.01, assumptions), assumptions))
  if (isSilent(more)) throw new TypeError(more.silent)
  return more
}

/** Bosons that the talk shows as excluded. */
const OVERVIEWS = [
  ['dark-photon', 'secluded hidden photon'],
  ['b-l', 'B−L'],
  ['b-3lmu', 'B−3Lμ'],
] as const
const MASSES = logGrid(1e-3, 10, 60)
const isMeasured = ({ entry: { group } }: Constraint): boolean => group !== 'theory' && group !== 'cosmology'

export const foldenauer2021 = claimsOf('foldenauer-2021', [
  ...anomalyDrafts('The E989 experiment', '251', '59', '4.2'),
  {
    id: 'mixing',
    where: 'Special case of U(1) Lμ−Lτ',
    what: 'g/ε of Lμ−Lτ at low momentum',
    ...printed('-70'),
    compute: ({ kineticMixing }) => 1 / loopMixing(resolveModel('mu-tau'), kineticMixing).ratio(0).re,
  },
  {
    id: 'decay-coupling',
    where: 'Majorana neutrinos',
    what: 'power of g in the width of a neutrino’s decay',
    ...exactly(2),
    compute: power(2),
    reason: 'The amplitude holds g twice, so that the width goes as g⁴.',
  },
  {
    id: 'decay-neutrino-mass',
    where: 'Majorana neutrinos',
    what: 'power of the neutrino’s mass in that width',
    ...exactly(5),
    compute: power(0),
  },
  {
    id: 'decay-boson-mass',
    where: 'Majorana neutrinos',
    what: 'power of the boson’s mass in that width',
    ...exactly(-4),
    compute: power(1),
  },
  {
    id: 'anomaly-hypercharge',
    where: 'Anomaly free models, U(1)_X U(1)_Y² with Yukawa constraints',
    what: 'coefficient of X_L',
    ...exactly(-0.5),
    compute: condition('Lmu', 'U(1)_X U(1)_Y^2'),
  },
  {
    id: 'anomaly-su2-leptons',
    where: 'Anomaly free models, SU(2)² U(1)_X',
    what: 'coefficient of X_L',
    ...exactly(2),
    compute: condition('Lmu', 'SU(2)^2 U(1)_X'),
  },
  {
    id: 'anomaly-su2-quarks',
    where: 'Anomaly free models, SU(2)² U(1)_X',
    what: 'coefficient of X_Q',
    ...exactly(6),
    compute: condition('B', 'SU(2)^2 U(1)_X'),
  },
  {
    id: 'tau-over-mu',
    where: 'Solar neutrino scattering',
    what: 'ν_τ over ν_μ from ⁸B at 10 MeV (the slide: more ν_τ, above 1)',
    ...above(1),
    async compute(assumptions) {
      const [, muons, taus] = (await loadSun(assumptions)).probabilities('8B', 10)
      return taus / muons
    },
    reason: 'Holds where θ₂₃ is above 45°, as in NuFIT 4.0; with 43.3° (NuFIT 6.0 with Super-Kamiokande) there are more ν_μ.',
  },
  {
    id: 'n-eff',
    where: 'Neutrinos and Hubble',
    what: 'what a boson of 10 MeV that (g−2)_μ favours adds to N_eff (the slide: an increase, above 0)',
    ...above(0),
    compute: extraOfFavoured,
  },
  {
    id: 'hubble',
    where: 'Neutrinos and Hubble',
    what: 'what it adds to the Hubble constant of the microwave background (the slide: larger, above 0)',
    unit: 'km/s/Mpc',
    ...above(0),
    async compute(assumptions) {
      const { standard } = await extraNeutrinos(assumptions)
      return hubbleConstant(standard + (await extraOfFavoured(assumptions))) - hubbleConstant(standard)
    },
  },
  ...OVERVIEWS.map(
    ([model, name]): Draft => ({
      id: `band-left-${model}`,
      where: `U(1) ${name}, and summary`,
      what: `part of the band of (g−2)_μ that is left to the boson of ${name}, 1 MeV to 10 GeV (the slide: none; gaps at narrow resonances aside)`,
      ...below(0.02),
      compute: (assumptions) => bandLeft(model, isMeasured, MASSES, assumptions),
    }),
  ),
  {
    id: 'band-left-mu-tau',
    where: 'Special case of U(1) Lμ−Lτ',
    what: 'part of the band of (g−2)_μ that is left to Lμ−Lτ, 1 MeV to 10 GeV (the slide: some, above 0)',
    ...above(0),
    compute: (assumptions) => bandLeft('mu-tau', isMeasured, MASSES, assumptions),
  },
])
