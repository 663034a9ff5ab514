import type { Assumptions } from '../../assumptions.ts'
import type { CitationKey } from '../../citations.ts'
import type { Constraint, Entry } from '../../constraints/constraint.ts'
import { binsBetween, countsSpectrum } from '../../constraints/spectrum.ts'
import { efficiencyLzErWs2022 } from '../../data/efficiency-lz-er-ws2022.ts'
import { efficiencyLzErWs2024 } from '../../data/efficiency-lz-er-ws2024.ts'
import { lzErWs2022 } from '../../data/lz-er-ws2022.ts'
import { lzErWs2024 } from '../../data/lz-er-ws2024.ts'
import { column, type Table } from '../../data/table.ts'
import { sharp, tabulatedEfficiency } from '../../detectors/index.ts'
import { sharedBy } from '../../sharing.ts'
import { electronFluxSigma, measured } from './measured.ts'
import { solarCounts } from './solar-counts.ts'
import { OF_COUNTS, solarFlux } from './solar-flux.ts'

/** One run of LZ. */
interface Run {
  readonly counts: Table<'energy' | 'observed' | 'background'>
  readonly efficiency: Table<'energy' | 'efficiency'>
  readonly exposure_t_yr: number
  /** Fractional 1σ of the background before the fit. */
  readonly backgroundSigma: number
  /** Bins used [keV]. */
  readonly from: number
}

const RUNS: Readonly<Record<2022 | 2024, Run>> = {
  2022: { counts: lzErWs2022, efficiency: efficiencyLzErWs2022, exposure_t_yr: 0.9, backgroundSigma: 0.17, from: 4 },
  2024: { counts: lzErWs2024, efficiency: efficiencyLzErWs2024, exposure_t_yr: 3.3, backgroundSigma: 0.08, from: 1 },
}

const END_keV = 20

/** What a run expects and saw, one for all that agree on the Sun and on how neutrinos scatter. */
const runOf = ({ counts: table, efficiency, exposure_t_yr, from }: Run) =>
  sharedBy(OF_COUNTS, async (assumptions) => {
    const flux = await solarFlux(assumptions)
    const energies = column(table, 'energy')
    const used = (values: Float64Array): Float64Array => values.filter((_, b) => energies[b] > from)
    const edges = [from, ...used(energies).map((energy) => energy + 0.5)]
    const observable = sharp((recoil) => recoil, tabulatedEfficiency(efficiency, { logarithmic: true }))
    const channel = {
      recoil: 'electron',
      material: 'Xe',
      response: { edges, observable, recoils_keV: [from, END_keV], exposure_t_yr },
    } as const
    const neutrinos = solarCounts([channel], flux, assumptions).standard
    const others = used(column(table, 'background')).map((count, b) => Math.max(0, count - neutrinos[b]))
    return {
      edges,
      counts: solarCounts([channel], flux, assumptions, others),
      observed: used(column(table, 'observed')),
      fluxSigma: electronFluxSigma('Xe', flux, assumptions),
      citations: flux.sun.citations,
    }
  })
const EXPECTED = { 2022: runOf(RUNS[2022]), 2024: runOf(RUNS[2024]) }

/** A run of LZ: bins of 1 keV, the scales of the background and of the solar fluxes profiled. */
export async function lzErConstraint(entry: Entry, assumptions: Assumptions, year: 2022 | 2024): Promise<Constraint> {
  const { exposure_t_yr, backgroundSigma, from } = RUNS[year]
  const { edges, counts, observed, fluxSigma, citations } = await EXPECTED[year](assumptions)
  const constraint = measured(entry, assumptions, {
    counts,
    data: {
      observed,
      model: {
        bins: observed.length,
        components: [[0], [1]],
        nuisances: [
          { id: 'flux.electrons', central: 1, sigma: fluxSigma },
          { id: `lz-er-${year}.background`, central: 1, sigma: backgroundSigma },
        ],
      },
    },
    statement: `LZ ${year}, ${from} to ${END_keV} keV in ${observed.length} bins, background ± ${100 * backgroundSigma} % and solar fluxes profiled`,
    citations: [...new Set<CitationKey>(['lz-2025', 'lz-2022', ...citations])],
    unverified: `exposure (${exposure_t_yr} t yr) and error of the background (${100 * backgroundSigma} %) are from memory; solar neutrinos are taken to be part of the background fit`,
  })
  return { ...constraint, spectra: () => [countsSpectrum({ channel: 'er', unit: 'keV', bins: binsBetween(edges), observed }, counts)] }
}
