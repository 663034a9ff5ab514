import type { Assumptions } from '../../assumptions.ts'
import { InputError } from '../../errors.ts'
import { type MuonRun, NA64MU_1E11, outgoingMuons, runText } from '../../experiments/na64/index.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import type { FigureSpec, Layer, Point } from '../../figures/spec.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import { bosonOf } from '../quantities.ts'
import type { Benchmark, FigureRecipe } from '../recipe.ts'
import { ASSUMED_BENCHMARKS, benchmarkText } from './benchmarks.ts'
import { drawnAs } from './drawn.ts'
import { assumptionSentence, captionOf, footnoteOf, MASSES, missingSentence } from './plane.ts'

/** Between energies of the outgoing muon. */
const STEP_GEV = 0.5
/** Decades of events below the most. */
const DECADES = 3

/**
 * Spectra of outgoing muons for any bosons, with the window marked: the picture of foldenauer-2021 for benchmarks of one's own.
 *
 * @param benchmarks bosons of Lμ−Lτ, at least one that the beam can make
 * @param run beam, target, window
 * @throws InputError where there is nothing to draw
 * @example
 * muonSpectra([{ mass_GeV: 0.02, coupling: 5e-4 }], assume()).id // 'foldenauer-2021-na64mu-spectra'
 */
export function muonSpectra(benchmarks: readonly Benchmark[], assumptions: Assumptions, run: MuonRun = NA64MU_1E11): FigureSpec {
  const energies = Array.from({ length: Math.floor(run.beam_GeV / STEP_GEV) - 1 }, (_, i) => (i + 1) * STEP_GEV)
  const spectra = benchmarks.map(({ mass_GeV, coupling }) =>
    energies.map(outgoingMuons(bosonOf('mu-tau', mass_GeV, coupling, assumptions), run)),
  )
  const peak = Math.max(0, ...spectra.flat())
  if (peak === 0) throw new InputError('the beam makes none of these bosons; allowed: one or more that it can make', 'benchmarks')
  const most = 10 ** Math.ceil(Math.log10(peak))
  const least = most / 10 ** DECADES
  const line = ({ mass_GeV, coupling }: Benchmark, i: number): Layer => ({
    kind: 'line',
    id: `benchmark-${i + 1}`,
    style: 'curve',
    paths: [energies.map((energy, k): Point => [energy, spectra[i][k]]).filter(([, events]) => events > 0.1 * least)],
    label: benchmarkText({ mass_GeV, coupling }),
    colour: i,
  })
  const edge = (energy: number, name: string): Layer => ({
    kind: 'line',
    id: `window-${name}`,
    style: 'curve',
    dash: 'dashed',
    paths: [[least, most].map((events): Point => [energy, events])],
    colour: 11,
    ...(name === 'least' ? { label: 'window' } : {}),
  })
  return {
    id: 'foldenauer-2021-na64mu-spectra',
    panels: [
      {
        x: { label: 'energy of the outgoing muon [GeV]', scale: 'linear', min: 0, max: run.beam_GeV },
        y: { label: 'events [1/GeV]', scale: 'log', min: least, max: most },
        layers: [...benchmarks.map(line), edge(run.window[0], 'least'), edge(run.window[1], 'greatest')],
        legend: 'all',
      },
    ],
    caption: [
      `Outgoing muons of events without visible energy, for ${runText(run)}, and bosons of Lμ−Lτ as labelled: masses and couplings are assumed, those of the slides stand in pictures only.`,
      `Dashed: the window of ${run.window[0]} to ${run.window[1]} GeV.`,
      assumptionSentence(assumptions),
    ].join(' '),
    footnote: 'masses and couplings of the bosons are assumed',
  }
}

const spectraMissing = ['the spectra of the benchmarks BP1 to BP4, which the slides define in pictures only']
const reachMissing = [
  'the regions of couplings and masses that the experiment would find for benchmarks BP1 to BP4, which the slides define in pictures only',
]

/** Slides “NA64μ”: what muons look like after they have made a boson, and which bosons the experiment sees. */
export const foldenauer2021Na64mu: readonly FigureRecipe[] = [
  {
    id: 'foldenauer-2021-na64mu-spectra',
    paper: 'foldenauer-2021',
    title: 'Outgoing muons at NA64μ',
    assume: 'foldenauer-2021',
    missing: spectraMissing,
    benchmarks: ASSUMED_BENCHMARKS,
    async make(assumptions, benchmarks = ASSUMED_BENCHMARKS) {
      const spec = muonSpectra(benchmarks, assumptions)
      return { ...spec, caption: `${spec.caption} ${missingSentence(spectraMissing)}` }
    },
  },
  {
    id: 'foldenauer-2021-na64mu',
    paper: 'foldenauer-2021',
    title: 'Reach of NA64μ',
    assume: 'foldenauer-2021',
    missing: reachMissing,
    async make(assumptions) {
      const { panel, drawn } = await exclusionPanel(new Session(assumptions), resolveModel('mu-tau'), {
        masses: MASSES,
        couplings: [1e-5, 1e-2],
        constraints: drawnAs('foldenauer-2021-na64mu'),
        apart: true,
      })
      const shown = ['Bosons of Lμ−Lτ that NA64 with muons would exclude, ideally, with 10¹¹ and 10¹² of them, and the band of (g−2)_μ.']
      return {
        id: 'foldenauer-2021-na64mu',
        panels: [panel],
        caption: captionOf(shown, drawn, assumptions, reachMissing),
        ...footnoteOf([panel], drawn),
      }
    },
  },
]
