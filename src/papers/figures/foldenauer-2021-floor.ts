import { nuclearTarget } from '../../detectors/index.ts'
import type { Layer, Point } from '../../figures/spec.ts'
import { buildMoments, loadSun, SOLAR_SOURCES, type SolarSource } from '../../neutrinos/index.ts'
import { type FluxTails, type NuclearScattering, nuclearRecoilRates, nuclearScattering, scatteringOptions } from '../../processes/index.ts'
import { logGrid } from '../../units.ts'
import { bosonOf } from '../quantities.ts'
import type { FigureRecipe } from '../recipe.ts'
import { assumptionSentence, missingSentence } from './plane.ts'

const RECOILS_keV = Float64Array.from(logGrid(1e-3, 10, 201))
const RATES = [1e-3, 1e7] as const
const MASS_GeV = 0.015
const COUPLING = 5e-4
const NO_BOSON: NuclearScattering = { neutrinos: [0, 0, 0], proton: 0, neutron: 0 }

/** Sources as labels have them; those of the CNO cycle together. */
const CURVES: readonly { readonly id: string; readonly label: string; readonly sources: readonly SolarSource[] }[] = [
  { id: 'pp', label: 'pp', sources: ['pp'] },
  { id: '7Be', label: '$^7$Be', sources: ['7Be'] },
  { id: 'pep', label: 'pep', sources: ['pep'] },
  { id: 'cno', label: 'CNO', sources: ['13N', '15O', '17F'] },
  { id: '8B', label: '$^8$B', sources: ['8B'] },
  { id: 'hep', label: 'hep', sources: ['hep'] },
]

const missing = [
  'limits on dark matter and the cross section at which neutrinos outnumber it, which the recoils drawn here are made into',
  'neutrinos of the atmosphere and of past supernovae',
]

/** Slide “Neutrino floor”: what solar neutrinos do to nuclei of xenon. */
export const foldenauer2021Floor: FigureRecipe = {
  id: 'foldenauer-2021-floor',
  paper: 'foldenauer-2021',
  title: 'Nuclear recoils of solar neutrinos in xenon',
  assume: 'foldenauer-2021',
  missing,
  async make(assumptions) {
    const sun = await loadSun(assumptions)
    const moments = buildMoments(sun)
    const target = nuclearTarget('Xe')
    const boson = nuclearScattering(bosonOf('mu-tau', MASS_GeV, COUPLING, assumptions))
    function path(scattering: NuclearScattering, sources: readonly SolarSource[]): Point[] {
      const rates = new Float64Array(RECOILS_keV.length)
      const terms = new Float64Array(3 * RECOILS_keV.length)
      for (const source of sources) {
        const tails: FluxTails = (minimum, out) => moments.tail(source, minimum, out)
        nuclearRecoilRates(target, tails, RECOILS_keV, scatteringOptions(assumptions)).terms(scattering, MASS_GeV, terms)
        for (let i = 0; i < rates.length; i++) rates[i] += terms[3 * i] + terms[3 * i + 1] + terms[3 * i + 2]
      }
      return [...RECOILS_keV].map((recoil, i): Point => [recoil, rates[i]]).filter(([, rate]) => rate >= RATES[0] / 10)
    }
    const line = (id: string, label: string, colour: number, points: Point[], dash: 'solid' | 'dashed' = 'solid'): Layer => ({
      kind: 'line',
      id,
      style: 'curve',
      dash,
      paths: [points],
      label,
      colour,
    })
    return {
      id: 'foldenauer-2021-floor',
      panels: [
        {
          x: { label: 'nuclear recoil energy [keV]', scale: 'log', min: RECOILS_keV[0], max: RECOILS_keV[RECOILS_keV.length - 1] },
          y: { label: '$\\mathrm{d}R/\\mathrm{d}E$ [1/(t yr keV)]', scale: 'log', min: RATES[0], max: RATES[1] },
          layers: [
            ...CURVES.map(({ id, label, sources }, i) => line(id, label, i, path(NO_BOSON, sources))),
            line('boson', 'all, 15 MeV, $5\\times 10^{-4}$', 11, path(boson, SOLAR_SOURCES), 'dashed'),
          ],
          legend: 'all',
        },
      ],
      caption: [
        'Nuclear recoils of solar neutrinos in xenon by source, in the Standard Model, and of all together with a boson of Lμ−Lτ of 15 MeV and coupling 5e-4.',
        assumptionSentence(assumptions),
        missingSentence(missing),
      ].join(' '),
    }
  },
}
