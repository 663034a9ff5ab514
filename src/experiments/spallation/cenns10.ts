import type { Assumptions } from '../../assumptions.ts'
import { ATOMIC_MASS_UNIT } from '../../constants.ts'
import type { Constraint, Entry } from '../../constraints/constraint.ts'
import type { CountsModel } from '../../constraints/counts.ts'
import { countsSpectrum } from '../../constraints/spectrum.ts'
import { CENNS10_AMARAL, CENNS10_RELEASE, type Cenns10Run } from '../../data/cenns10.ts'
import { cenns10Energy } from '../../data/cenns10-energy.ts'
import { efficiencyCenns10 } from '../../data/efficiency-cenns10.ts'
import { isotopes } from '../../data/isotopes.ts'
import { column } from '../../data/table.ts'
import {
  atomsPerTonne,
  cenns10Quenching,
  electronEquivalent,
  gaussian,
  type NuclearTarget,
  nuclearTarget,
  type Observable,
  sharp,
  smeared,
  tabulatedEfficiency,
} from '../../detectors/index.ts'
import { scatteringOptions } from '../../processes/neutrino-electron.ts'
import { coherentCounts, oneCount, spallationConstraint, total } from './limit.ts'
import { pionRecoils } from './recoils.ts'

/** Recoils below are lost, and the efficiency stays what it is above the last point of its table [keV]. */
const RECOILS_keV = [1, 200] as const
const BIN_keVee = 10
/** The energy spectrum of the release. */
const RECORDED = {
  channel: 'nr',
  unit: 'keVee',
  bins: Array.from(column(cenns10Energy, 'energy'), (centre) => [centre - BIN_keVee / 2, centre + BIN_keVee / 2] as const),
  observed: column(cenns10Energy, 'counts'),
  errors: column(cenns10Energy, 'sigma'),
} as const

/** CENNS-10: one bin, or the energy spectrum of the release, as `assumptions.cenns10` says. */
export const cenns10Constraint = (entry: Entry, assumptions: Assumptions): Constraint =>
  assumptions.cenns10 === 'release' ? spectrum(entry, assumptions) : oneBin(entry, assumptions)

function recoils(run: Cenns10Run, target: NuclearTarget, edges: readonly number[], observable: Observable, assumptions: Assumptions) {
  const detector = {
    target,
    exposure_t_yr: 1e-3 * run.mass_kg,
    beam: { protonsPerYear: run.protons, pionsPerProton: run.pionsPerProton, distance_m: CENNS10_RELEASE.distance_m },
    edges,
    observable,
    acceptance: tabulatedEfficiency(efficiencyCenns10, { flatUpTo: RECOILS_keV[1] }),
    threshold_keV: RECOILS_keV[0],
  } as const
  return pionRecoils(detector, scatteringOptions(assumptions), {})[0]
}

/** Argon as amaral-2020 takes it: nothing but ⁴⁰Ar, of the mass of the atom. */
function pureArgon(): NuclearTarget {
  const natural = isotopes.rows.filter(({ element }) => element === 'Ar')
  const { mass_u } = natural.find(({ nucleons }) => nucleons === 40)!
  const mean_u = natural.reduce((sum, isotope) => sum + isotope.abundance * isotope.mass_u, 0)
  const nucleus = nuclearTarget('Ar').nuclei.find(({ neutrons }) => neutrons === 22)!
  const perTonne = (atomsPerTonne('Ar') * mean_u) / mass_u
  return { material: '⁴⁰Ar', nuclei: [{ ...nucleus, mass_GeV: mass_u * ATOMIC_MASS_UNIT, perTonne }] }
}

/**
 * What one bin expects, as amaral-2020 has it: with the 0.09 neutrinos of each kind per proton of the release, or the 0.08 of the paper.
 *
 * @example
 * cenns10Counts(assume()).standard[0] // 128.2
 */
export function cenns10Counts(assumptions: Assumptions): CountsModel {
  return coherentCounts(recoils({ ...CENNS10_AMARAL, ...yieldOf(assumptions) }, pureArgon(), RECOILS_keV, sharp(), assumptions))
}

const yieldOf = ({ cenns10 }: Assumptions): { readonly pionsPerProton: number } =>
  cenns10 === 'r0.08' ? CENNS10_AMARAL : { pionsPerProton: CENNS10_RELEASE.pionsPerProton }

function oneBin(entry: Entry, assumptions: Assumptions): Constraint {
  const { measured, background, systematic } = CENNS10_AMARAL
  const counts = cenns10Counts(assumptions)
  const [predicted] = counts.standard
  const variance = measured + background
  const constraint = spallationConstraint(entry, assumptions, {
    counts,
    data: oneCount({ measured, variance, predicted, systematic }, 'cenns10.scale', assumptions),
    statement:
      `${measured} ± ${Math.sqrt(variance).toFixed(1)} counts against ${predicted.toFixed(1)} ± ${100 * systematic} %, ` +
      `${yieldOf(assumptions).pionsPerProton} neutrinos of each kind per proton`,
    citations: ['cenns10-2020', 'amaral-2020'],
  })
  const recorded = {
    channel: 'nr',
    unit: 'keVnr',
    bins: [RECOILS_keV],
    observed: Float64Array.of(measured),
    errors: Float64Array.of(Math.sqrt(variance)),
  } as const
  return { ...constraint, spectra: () => [countsSpectrum(recorded, counts)] }
}

/**
 * What the energy spectrum of the release expects: coherent scattering, then beam neutrons of the shape fitted there.
 *
 * @example
 * cenns10Spectrum(assume()).standard[0] // 82.5, from 0 to 10 keVee
 */
export function cenns10Spectrum(assumptions: Assumptions): CountsModel {
  const { resolution, neutrons } = CENNS10_RELEASE
  const edges = [...RECORDED.bins.map(([from]) => from), RECORDED.bins[RECORDED.bins.length - 1][1]]
  const energy = (recoil: number): number => electronEquivalent(cenns10Quenching, recoil)
  const observable = smeared(gaussian(energy, (recoil) => resolution * Math.sqrt(energy(recoil))))
  const fitted = column(cenns10Energy, 'neutrons')
  const scale = neutrons / total(fitted)
  return coherentCounts(
    recoils(CENNS10_RELEASE, nuclearTarget('Ar'), edges, observable, assumptions),
    fitted.map((n) => scale * n),
  )
}

function spectrum(entry: Entry, assumptions: Assumptions): Constraint {
  const { fluxError, predicted, predictedSigma, neutrons, neutronsSigma } = CENNS10_RELEASE
  const counts = cenns10Spectrum(assumptions)
  const { observed, errors } = RECORDED
  const constraint = spallationConstraint(entry, assumptions, {
    counts,
    data: {
      observed,
      model: {
        bins: observed.length,
        components: [[0, 1], [2]],
        nuisances: [
          { id: 'flux.sns', central: 1, sigma: fluxError },
          { id: 'cenns10.signal', central: 1, sigma: Math.sqrt((predictedSigma / predicted) ** 2 - fluxError ** 2) },
          { id: 'cenns10.neutrons', central: 1, sigma: neutronsSigma / neutrons },
        ],
        sigmas: errors,
      },
    },
    statement:
      `energy spectrum of the release against ${total(counts.standard.subarray(0, observed.length)).toFixed(1)} counts ` +
      'and beam neutrons, scales profiled',
    citations: ['cenns10-2020'],
  })
  return { ...constraint, spectra: () => [countsSpectrum(RECORDED, counts)] }
}
