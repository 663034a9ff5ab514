import type { Assumptions } from '../../assumptions.ts'
import type { CitationKey } from '../../citations.ts'
import type { Constraint, Entry } from '../../constraints/constraint.ts'
import { binsBetween, countsSpectrum } from '../../constraints/spectrum.ts'
import { efficiencyXenonntEr } from '../../data/efficiency-xenonnt-er.ts'
import { DECAYS } from '../../data/radioactivity.ts'
import { column } from '../../data/table.ts'
import { xenonntEr2022 as data } from '../../data/xenonnt-er-2022.ts'
import { fromMemory, integratedRate, xenon136Rate } from '../../detectors/backgrounds/index.ts'
import { type Efficiency, smeared, tabulatedEfficiency } from '../../detectors/index.ts'
import { sharedBy } from '../../sharing.ts'
import { electronFluxSigma, measured, xenonResolution } from './measured.ts'
import { solarCounts } from './solar-counts.ts'
import { OF_COUNTS, solarFlux } from './solar-flux.ts'

const EXPOSURE_t_yr = 1.16
/** Bins of 2 keV up to 20 keV, where light bosons show; above, where nothing changes fast, they are joined. */
const EDGES_keV = [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 30, 50, 58, 76, 92, 108, 124, 140] as const
/** Bins in which lines of krypton and ¹²⁴Xe stand out. */
const LINES_keV = [
  [30, 50],
  [58, 76],
] as const
/** Recoils that reach the bins through the resolution. */
const LOWEST_keV = 0.3
const HIGHEST_keV = 170

/** Whether a bin has no lines. */
const isUsed = (bin: number): boolean => !isLine(0.5 * (EDGES_keV[bin] + EDGES_keV[bin + 1]))
const isLine = (energy_keV: number): boolean => LINES_keV.some(([from, to]) => energy_keV > from && energy_keV < to)

/** What is expected and was seen, one for all that agree on the Sun and on how neutrinos scatter. */
const expected = sharedBy(OF_COUNTS, async (assumptions) => {
  const flux = await solarFlux(assumptions)
  const published = tabulatedEfficiency(efficiencyXenonntEr, { logarithmic: true, flatUpTo: HIGHEST_keV })
  const efficiency: Efficiency = {
    at: (energy_keV) => (isLine(energy_keV) ? 0 : published.at(energy_keV)),
    breaks: [...published.breaks, ...LINES_keV.flat()].sort((a, b) => a - b),
  }
  const energies = column(data, 'energy')
  const joined = (values: Float64Array): Float64Array =>
    Float64Array.from(EDGES_keV.slice(1), (to, b) => {
      const isInside = (energy: number): boolean => energy > EDGES_keV[b] && energy < to && !isLine(energy)
      return values.reduce((sum, value, i) => (isInside(energies[i]) ? sum + value : sum), 0)
    })
  const doubleBeta = xenon136Rate()
  const decays = Float64Array.from(
    EDGES_keV.slice(1),
    (to, b) => EXPOSURE_t_yr * integratedRate(doubleBeta, [EDGES_keV[b], to], efficiency),
  )
  const others = joined(column(data, 'background')).map((count, b) => Math.max(0, count - decays[b]))
  const response = {
    edges: EDGES_keV,
    observable: smeared(xenonResolution, efficiency),
    recoils_keV: [LOWEST_keV, HIGHEST_keV],
    exposure_t_yr: EXPOSURE_t_yr,
  } as const
  return {
    counts: solarCounts([{ recoil: 'electron', material: 'Xe', response }], flux, assumptions, decays, others),
    observed: joined(column(data, 'observed')),
    fluxSigma: electronFluxSigma('Xe', flux, assumptions),
    decaySources: doubleBeta.sources,
    citations: flux.sun.citations,
  }
})

/** XENONnT, electron recoils: ¹³⁶Xe, the solar fluxes and the rest of the background profiled. */
export async function xenonntErConstraint(entry: Entry, assumptions: Assumptions): Promise<Constraint> {
  const { counts, observed, fluxSigma, decaySources, citations } = await expected(assumptions)
  const constraint = measured(entry, assumptions, {
    counts,
    data: {
      observed,
      model: {
        bins: observed.length,
        components: [[0], [1], [2]],
        nuisances: [
          { id: 'flux.electrons', central: 1, sigma: fluxSigma },
          { id: 'halfLife.136Xe', central: 1, sigma: DECAYS['136Xe'].halfLifeSigma },
          { id: 'xenonnt-er-2022.background', central: 1, sigma: Number.POSITIVE_INFINITY },
        ],
      },
    },
    statement: `XENONnT, up to 140 keV in ${observed.length - LINES_keV.length} bins without lines; ¹³⁶Xe, solar fluxes and a free background profiled`,
    citations: [...new Set<CitationKey>(['xenonnt-2022', 'exo200-2014', 'xenon1t-2020', ...citations])],
    unverified: [fromMemory(decaySources), 'the energy resolution is that of XENON1T'].filter(Boolean).join('; '),
  })
  return {
    ...constraint,
    spectra: () => [countsSpectrum({ channel: 'er', unit: 'keV', bins: binsBetween(EDGES_keV), observed }, counts, isUsed)],
  }
}
