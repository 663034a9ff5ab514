import type { Assumptions } from '../../assumptions.ts'
import type { Constraint } from '../../constraints/constraint.ts'
import { couplingRay } from '../../couplings/index.ts'
import { cornerFigure } from '../../figures/corner.ts'
import { INK } from '../../figures/phrases.ts'
import type { Axis, FigureSpec, Layer, Panel, Point } from '../../figures/spec.ts'
import {
  combine,
  ensemble,
  likelihoodTable,
  logUniformPrior,
  MIXING,
  mockConstraints,
  modelSpace,
  type SampledParameter,
  type Samples,
  withMixing,
} from '../../inference/index.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import type { Benchmark, FigureRecipe } from '../recipe.ts'
import { ASSUMED_BENCHMARKS, benchmarkText, checkOnFigure } from './benchmarks.ts'
import { assumptionSentence, drawnSentences, missingSentence } from './plane.ts'

type Range = readonly [lo: number, hi: number]

const MODEL = resolveModel('muon-nu:ratio=1')
/** A boson with g_ν/g_μ, and ε/g. */
type Coupled = Benchmark & { readonly others: { readonly ratio: number; readonly mixing: number } }
/** The mixing is what the loops of Lμ−Lτ give where little momentum is exchanged. */
const ASSUMED: Coupled = { ...ASSUMED_BENCHMARKS[1], others: { ratio: 1, mixing: -0.0144 } }
/** Mass [GeV], g_μ, g_ν, −ε. */
type Truth = readonly [mass: number, gMu: number, gNu: number, minusEpsilon: number]
const truthOf = ({ mass_GeV, coupling, others: { ratio, mixing } }: Coupled): Truth => [
  mass_GeV,
  coupling,
  ratio * coupling,
  -mixing * coupling,
]

/** What is sampled, evenly in the logarithm: the mass [GeV], g_μ, and over it g_ν and −ε. */
const MASSES: Range = [0.01, 0.1]
const COUPLINGS: Range = [1e-4, 3e-3]
const RATIOS: Range = [0.05, 20]
const MIXINGS: Range = [0.0015, 0.15]

const ON_FIGURE = { masses: MASSES, couplings: COUPLINGS, others: { ratio: RATIOS, mixing: [-MIXINGS[1], -MIXINGS[0]] as const } }

const times = ([a, b]: Range, [c, d]: Range): Range => [a * c, b * d]
const PARAMETERS: readonly SampledParameter[] = (
  [
    ['mass', '$m_{Z^\\prime}$ [GeV]', MASSES],
    ['g_mu', '$g_\\mu$', COUPLINGS],
    ['g_nu', '$g_\\nu$', times(COUPLINGS, RATIOS)],
    ['epsilon', '$-\\varepsilon$', times(COUPLINGS, MIXINGS)],
  ] as const
).map(([name, label, range]) => ({ name, label, prior: logUniformPrior(...range) }))

const ALONE = ['g-2-muon', 'ess'] as const
const ALL = [...ALONE, 'darwin-1kev', 'dune-trident'] as const
/** Of what is drawn of the first two, and of all. */
const APART = [0.9545]
const TOGETHER = [0.6827, 0.9545]
const [SLOT, APART_SLOT] = [0, 1] as const

/** Counts are tabulated to this share of what the boson changes. */
const TOLERANCE = 1e-4
const WALK = { seed: 1, walkers: 32, steps: 1000, thin: 3 } as const

/** What data tell of the boson's mass, its couplings to muons and neutrinos, and its mixing. */
function posterior(constraints: readonly Constraint[]): Samples {
  const others = [
    { name: 'ratio', range: RATIOS, scale: 'log' },
    { name: MIXING, range: ON_FIGURE.others.mixing, scale: 'linear' },
  ] as const
  const space = modelSpace(MODEL, { masses: MASSES, couplings: COUPLINGS, others })
  const { profiled } = likelihoodTable(combine(constraints), space, { tolerance: TOLERANCE })
  const place = new Float64Array(4)
  const parameters = [MASSES, COUPLINGS, RATIOS, MIXINGS].map((range, k) => ({ name: `x${k}`, prior: logUniformPrior(...range) }))
  const logLikelihood = (at: Float64Array): number => {
    place.set(at)
    place[3] = -at[3]
    return -0.5 * profiled(place)
  }
  const run = ensemble({ parameters, logLikelihood }, WALK)
  const points = run.points.map((value, i) => (i % 4 < 2 ? value : value * run.points[i - (i % 4) + 1]))
  return { parameters: PARAMETERS, points, weights: run.weights, logLikelihoods: run.logLikelihoods }
}

/** The boson of the data in a panel of two parameters, or of one. */
function truthIn(truth: Truth, k: readonly [x: number, y: number], { y }: Panel): Layer {
  const [at, up] = k.map((one) => truth[one])
  const upright: Point[] = [
    [at, 0],
    [at, y.max],
  ]
  return k[0] === k[1]
    ? { kind: 'line', id: 'truth', paths: [upright], style: 'curve', dash: 'dotted', colour: INK }
    : { kind: 'marker', id: 'truth', points: [[at, up]], symbol: 'sight', label: 'truth', colour: INK }
}

const around = (a: Axis, b: Axis): Axis => ({ ...a, min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) })

/** Panel by panel, what some data tell as outlines under what all of them tell. */
function over(alone: FigureSpec, together: FigureSpec, truth: Truth): Panel[] {
  return together.panels.map((panel, i): Panel => {
    const { x, y, layers } = alone.panels[i]
    const { row, column } = panel.place!
    const isRegion = ({ kind, id }: Layer): boolean => kind === 'region' || id === 'probability'
    const apart = layers.filter(isRegion).map((layer): Layer => {
      const label = row === column ? {} : { hasTeeth: true, label: `$(g-2)_\\mu$, ESS: ${layer.label}` }
      const own = { id: `alone-${layer.id}`, style: 'curve', colour: APART_SLOT, ...label } as const
      return layer.kind === 'line' ? { ...layer, ...own, isFilled: false } : ({ ...layer, ...own } as Layer)
    })
    const own = panel.layers.filter(({ id }) => id !== 'best-fit')
    const shown = own.map(
      (layer): Layer => (row === column || !isRegion(layer) ? layer : { ...layer, label: `all: ${layer.label}`, colour: SLOT }),
    )
    const whole = { ...panel, x: around(x, panel.x), y: around(y, panel.y) }
    return { ...whole, layers: [...apart, ...shown, truthIn(truth, [column, row], whole)] }
  })
}

const MISSING = ['the regions of the slides, whose benchmarks BP1 to BP4 stand in pictures only', 'NA64μ']

/** Slides on reconstruction, without the tie of one charge: couplings to muons and neutrinos, and mixing, each by itself. */
export const foldenauer2021Couplings: FigureRecipe = {
  id: 'foldenauer-2021-reconstruction-couplings',
  paper: 'foldenauer-2021',
  title: 'Mass, couplings to muons and neutrinos, and mixing of a boson',
  assume: 'foldenauer-2021',
  missing: MISSING,
  benchmarks: [ASSUMED],
  async make(assumptions, [given] = [ASSUMED]) {
    const boson = { ...given, others: { ...ASSUMED.others, ...given.others } }
    checkOnFigure(boson, ON_FIGURE)
    const { ratio, mixing } = boson.others
    const planned = await new Session(assumptions).constraints(ALL)
    const bosonUnder = (own: Assumptions) =>
      couplingRay(resolveModel(`muon-nu:ratio=${ratio}`), boson.mass_GeV, withMixing(own, `fixed:${mixing}`)).at(boson.coupling)
    const data = mockConstraints(planned, bosonUnder)
    const cornerOf = (constraints: readonly Constraint[], levels: readonly number[]): FigureSpec =>
      cornerFigure(posterior(constraints), { id: 'corner', view: 'marginal', levels })
    const alone = cornerOf(
      data.filter(({ entry }) => (ALONE as readonly string[]).includes(entry.id)),
      APART,
    )
    return {
      id: 'foldenauer-2021-reconstruction-couplings',
      panels: over(alone, cornerOf(data, TOGETHER), truthOf(boson)),
      caption: [
        `What data of a boson (${benchmarkText(boson)}, g_ν/g_μ = ${ratio}, ε/g = ${String(mixing).replace('-', '−')}; all assumed) tell of its mass, its couplings to muons and to muon neutrinos, and its mixing with the photon.`,
        'Scattering off nuclei at ESS bounds but the product of g_ν and ε; tridents at DUNE measure that of g_ν and g_μ, solar neutrinos in DARWIN that of g_ν and ε: together they tell them apart.',
        'Outlines: 2σ of (g−2)_μ and ESS, teeth on the side within; filled: 1σ and 2σ with DARWIN and DUNE besides; posterior, priors even in the logarithms of mass, g_μ, g_ν/g_μ and ε/g_μ, nuisances profiled, Asimov data. Above the panels: medians and central 68 % of all, limits of 95 % where the range ends first.',
        ...drawnSentences(data),
        assumptionSentence(assumptions),
        missingSentence(MISSING),
      ].join(' '),
      footnote:
        'Asimov data · the boson is assumed · teeth: the side within · posterior, others integrated over: 2σ of two experiments, 1σ and 2σ of all',
    }
  },
}
