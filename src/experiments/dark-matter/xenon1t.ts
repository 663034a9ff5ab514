import type { Assumptions } from '../../assumptions.ts'
import type { Constraint, Entry } from '../../constraints/constraint.ts'
import type { CountsModel } from '../../constraints/counts.ts'
import { binsBetween, countsSpectrum } from '../../constraints/spectrum.ts'
import { efficiencyXenon1tEr } from '../../data/efficiency-xenon1t-er.ts'
import { column } from '../../data/table.ts'
import { xenon1tEr2020 } from '../../data/xenon1t-er-2020.ts'
import { smeared, tabulatedEfficiency } from '../../detectors/index.ts'
import { sharedBy } from '../../sharing.ts'
import { electronFluxSigma, measured, xenonResolution } from './measured.ts'
import { type Channel, solarCounts } from './solar-counts.ts'
import { OF_COUNTS, type SolarFlux, solarFlux } from './solar-flux.ts'
import { electronWindow } from './windows.ts'

const EXPOSURE_t_yr = 0.6473
/** Error of the normalisation of ²¹⁴Pb, and so of the background, in the collaboration's fit up to 210 keV: 160 of 7480. */
const BACKGROUND_SIGMA = 0.021
/** The flat efficiency reaches far beyond. */
const FLAT_UP_TO_keV = 210
/** Recoils that reach the bins through the resolution [keV]. */
const RECOILS_keV = [0.3, 45] as const
/** The window of amaral-2020 [keV]. */
const WINDOW_keV = [2, 30] as const

const observed = column(xenon1tEr2020, 'observed')
const background = column(xenon1tEr2020, 'background')
const EDGES_keV = Array.from({ length: observed.length + 1 }, (_, b) => b + 1)

/** XENON1T: bins of 1 keV profiled, or the single bin of amaral-2020, as `assumptions.xenon1t` says. */
export async function xenon1tConstraint(entry: Entry, assumptions: Assumptions): Promise<Constraint> {
  const flux = await solarFlux(assumptions)
  return assumptions.xenon1t === 'single-bin' ? singleBin(entry, flux, assumptions) : profiled(entry, flux, assumptions)
}

const citationsOf = (solar: readonly Constraint['citations'][number][]): Constraint['citations'] => [
  ...new Set<Constraint['citations'][number]>(['xenon1t-2020', ...solar]),
]

/** amaral-2020: all counts from 2 to 30 keV against a fixed background, $\sqrt N$ for the error, every recoil seen. */
function singleBin(entry: Entry, flux: SolarFlux, assumptions: Assumptions): Constraint {
  const [from, to] = WINDOW_keV
  const binsInside = (values: Float64Array): Float64Array => values.slice(from - 1, to - 1)
  const inside = (values: Float64Array): number => binsInside(values).reduce((sum, value) => sum + value, 0)
  const window = electronWindow('Xe', WINDOW_keV, EXPOSURE_t_yr)
  const channels: readonly Channel[] = [window]
  const [neutrinos] = solarCounts(channels, flux, assumptions).standard
  const count = inside(observed)
  const expected = inside(background)
  const constraint = measured(entry, assumptions, {
    counts: solarCounts(channels, flux, assumptions, [expected - neutrinos]),
    data: {
      observed: Float64Array.of(count),
      model: { bins: 1, components: [[], []], nuisances: [], sigmas: Float64Array.of(Math.sqrt(count)) },
    },
    statement: `XENON1T, ${from} to ${to} keV: ${count} ± ${Math.sqrt(count).toFixed(1)} against ${expected.toFixed(1)}, no efficiency`,
    citations: [...citationsOf(flux.sun.citations), 'amaral-2020'],
  })
  const edges = EDGES_keV.slice(from - 1, to)
  const recorded = { channel: 'er', unit: 'keV', bins: binsBetween(edges), observed: binsInside(observed) } as const
  const inBins: readonly Channel[] = [{ ...window, response: { ...window.response, edges } }]
  return { ...constraint, spectra: () => [countsSpectrum(recorded, withBackground(inBins, binsInside(background), flux, assumptions))] }
}

/** Counts of channels, and the rest of a background fit that solar neutrinos are part of. */
function withBackground(channels: readonly Channel[], fit: Float64Array, flux: SolarFlux, assumptions: Assumptions): CountsModel {
  const neutrinos = solarCounts(channels, flux, assumptions).standard
  return solarCounts(
    channels,
    flux,
    assumptions,
    fit.map((count, b) => count - neutrinos[b]),
  )
}

/** What the bins of 1 keV expect, solar neutrinos, then the rest of the background fit: one for all that agree on the Sun and on how neutrinos scatter. */
const binnedCounts = sharedBy(OF_COUNTS, async (assumptions): Promise<CountsModel> => {
  const efficiency = tabulatedEfficiency(efficiencyXenon1tEr, { flatUpTo: FLAT_UP_TO_keV })
  const observable = smeared(xenonResolution, efficiency)
  const channels: readonly Channel[] = [
    {
      recoil: 'electron',
      material: 'Xe',
      response: { edges: EDGES_keV, observable, recoils_keV: RECOILS_keV, exposure_t_yr: EXPOSURE_t_yr },
    },
  ]
  return withBackground(channels, background, await solarFlux(assumptions), assumptions)
})

/** Bins of 1 keV, Poisson, the scales of the background and of the solar neutrinos profiled. */
async function profiled(entry: Entry, flux: SolarFlux, assumptions: Assumptions): Promise<Constraint> {
  const counts = await binnedCounts(assumptions)
  const constraint = measured(entry, assumptions, {
    counts,
    data: {
      observed,
      model: {
        bins: observed.length,
        components: [[0], [1]],
        nuisances: [
          { id: 'flux.electrons', central: 1, sigma: electronFluxSigma('Xe', flux, assumptions) },
          { id: 'xenon1t-2020.background', central: 1, sigma: BACKGROUND_SIGMA },
        ],
      },
    },
    statement: `XENON1T, 1 to 30 keV in ${observed.length} bins, background ± ${(100 * BACKGROUND_SIGMA).toFixed(1)} % and solar fluxes profiled`,
    citations: citationsOf(flux.sun.citations),
    unverified: 'the error of the background, 160 of 7480 decays of ²¹⁴Pb, is from memory',
  })
  const recorded = { channel: 'er', unit: 'keV', bins: binsBetween(EDGES_keV), observed } as const
  return { ...constraint, spectra: () => [countsSpectrum(recorded, counts)] }
}
