import type { Assumptions } from '../../assumptions.ts'
import type { Constraint } from '../../constraints/constraint.ts'
import { couplingRay } from '../../couplings/index.ts'
import { fitPanel, regionLayers } from '../../figures/fit.ts'
import type { Layer, Panel } from '../../figures/spec.ts'
import { combine, type Fit, fit, fitRegions, mockConstraints, modelSpace, withMixing } from '../../inference/index.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import type { Benchmark, FigureRecipe } from '../recipe.ts'
import { ASSUMED_BENCHMARKS, benchmarkText, checkOnFigure } from './benchmarks.ts'
import { assumptionSentence, drawnSentences, missingSentence } from './plane.ts'

const RANGES = { masses: [3e-3, 0.3], couplings: [1e-4, 1e-2] } as const
/** Of what is drawn for one experiment, and of the combination. */
const APART = 0.9545
const TOGETHER = [0.6827, 0.9545]

/** A boson, and how it mixes where not as the assumptions say. */
interface Hypothesis {
  readonly model: string
  readonly kineticMixing?: string
}

const MU_TAU: Hypothesis = { model: 'mu-tau' }
/** Its loop diverges: the mass of the τ is taken where the slides give nothing, so that both bosons mix alike. */
const MU: Hypothesis = { model: 'mu', kineticMixing: 'log:1.77686GeV' }

/** Experiments whose data are fitted together, and how they are drawn. */
interface Drawn {
  readonly label: string
  readonly ids: readonly string[]
  readonly colour: number
  /** Whether it is drawn for comparison, and no part of the combination. */
  readonly isAside?: boolean
}

const NA64: Drawn = { label: String.raw`NA64$\mu$`, ids: ['na64mu-1e11'], colour: 7 }
const ARGON: Drawn = { label: 'CENNS610, CCM', ids: ['cenns610', 'ccm'], colour: 2 }
const ESS10: Drawn = { label: 'ESS10', ids: ['ess10'], colour: 9 }
const ESS: Drawn = { label: 'ESS', ids: ['ess'], colour: 1 }
const SPALLATION: Drawn = { label: 'spallation sources', ids: ['cenns610', 'ccm', 'ess10', 'ess'], colour: 1 }
const DARWIN_5: Drawn = { label: 'DARWIN 5 keV', ids: ['darwin-5kev'], colour: 4, isAside: true }
const DARWIN_1: Drawn = { label: 'DARWIN 1 keV', ids: ['darwin-1kev'], colour: 3 }

/** Asimov data of a boson, fitted. */
interface Reconstruction {
  /** What the data of one experiment, or of several, give under a hypothesis. */
  fitOf(ids: readonly string[], hypothesis: Hypothesis): Fit
  readonly constraints: readonly Constraint[]
}

/** Prepares the data that a boson would give in experiments. */
async function reconstruction(
  truth: Benchmark,
  { model, kineticMixing }: Hypothesis,
  ids: readonly string[],
  assumptions: Assumptions,
): Promise<Reconstruction> {
  checkOnFigure(truth, RANGES)
  const planned = await new Session(assumptions).constraints(ids)
  const bosonUnder = (own: Assumptions) =>
    couplingRay(resolveModel(model), truth.mass_GeV, withMixing(own, kineticMixing)).at(truth.coupling)
  const constraints = mockConstraints(planned, bosonUnder)
  return {
    constraints,
    fitOf(chosen, hypothesis) {
      const space = modelSpace(resolveModel(hypothesis.model), { ...RANGES, kineticMixing: hypothesis.kineticMixing })
      return fit(combine(constraints.filter(({ entry }) => chosen.includes(entry.id))), space)
    },
  }
}

/** Numbers as sentences have them. */
const rounded = (value: number): string => (value < 0.05 ? '0' : String(Number(value.toPrecision(2))))

/** Regions of each experiment by itself, as outlines, and of all together, filled. */
function panelOf(
  { fitOf }: Reconstruction,
  truth: Benchmark,
  hypothesis: Hypothesis,
  drawn: readonly Drawn[],
  title: string,
): { readonly panel: Panel; readonly together: Fit } {
  const together = fitOf([...new Set(drawn.flatMap(({ ids, isAside }) => (isAside ? [] : ids)))], hypothesis)
  const panel = fitPanel(together, fitRegions(together, TOGETHER), { truth: { mass: truth.mass_GeV, coupling: truth.coupling }, title })
  const apart = drawn.flatMap(({ label, ids, colour }): Layer[] => {
    const regions = fitRegions(fitOf(ids, hypothesis), [APART])
    return regionLayers(regions, RANGES.couplings, { colour, label, id: ids.join('+'), isOutline: true })
  })
  const hasPoints = (layer: Layer): boolean => layer.kind !== 'region' || layer.polygons.length > 0
  return { panel: { ...panel, layers: [...apart, ...panel.layers].filter(hasPoints) }, together }
}

const LEVELS =
  'Outlines: 2σ of an experiment by itself, teeth on the side that it allows; filled: 1σ of all together, 2σ around it; two parameters, profile likelihood, Asimov data.'
const TEETH = 'teeth: the side allowed at 2σ'
const MASSES_ASSUMED = 'masses and couplings of the bosons are assumed'

interface Sheet extends Pick<FigureRecipe, 'id' | 'title' | 'missing'> {
  readonly shown: string
  readonly drawn: readonly Drawn[]
}

/** Panels side by side before there are rows of two. */
const IN_A_ROW = 2

/** What experiments would find of some bosons of Lμ−Lτ, a panel each. */
const sheet = ({ id, title, missing, shown, drawn }: Sheet): FigureRecipe => ({
  id,
  paper: 'foldenauer-2021',
  title,
  assume: 'foldenauer-2021',
  missing,
  benchmarks: ASSUMED_BENCHMARKS,
  async make(assumptions, benchmarks = ASSUMED_BENCHMARKS) {
    const ids = [...new Set(drawn.flatMap((one) => one.ids))]
    const found = await Promise.all(benchmarks.map((truth) => reconstruction(truth, MU_TAU, ids, assumptions)))
    const panels = found.map((one, i): Panel => {
      const { panel } = panelOf(one, benchmarks[i], MU_TAU, drawn, benchmarkText(benchmarks[i]))
      return benchmarks.length <= IN_A_ROW ? panel : { ...panel, place: { row: Math.floor(i / IN_A_ROW), column: i % IN_A_ROW } }
    })
    return {
      id,
      panels,
      caption: [shown, LEVELS, ...drawnSentences(found[0].constraints), assumptionSentence(assumptions), missingSentence(missing)].join(
        ' ',
      ),
      footnote: `Asimov data · ${TEETH} · ${MASSES_ASSUMED}`,
    }
  },
})

const PICTURES = 'the regions of the slides, whose benchmarks BP1 to BP4 stand in pictures only'

const spallation = sheet({
  id: 'foldenauer-2021-reconstruction-spallation',
  title: 'Reconstruction at NA64μ and spallation sources',
  missing: [PICTURES],
  shown: `What NA64μ and detectors beside spallation sources would find of bosons of Lμ−Lτ with the masses and couplings over the panels, which are assumed.`,
  drawn: [NA64, ARGON, ESS10, ESS],
})

const darwin = sheet({
  id: 'foldenauer-2021-reconstruction-darwin',
  title: 'Reconstruction at NA64μ and DARWIN',
  missing: [PICTURES],
  shown:
    'What NA64μ and DARWIN, with thresholds of 5 and of 1 keV, would find of bosons of Lμ−Lτ with the masses and couplings over the panels, which are assumed; 5 keV by itself, 1 keV also together with NA64μ.',
  drawn: [NA64, DARWIN_5, DARWIN_1],
})

/** Slide “Reconstruction for U(1)_Lμ”. */
const otherBoson: FigureRecipe = {
  id: 'foldenauer-2021-reconstruction-mu',
  paper: 'foldenauer-2021',
  title: 'A boson of Lμ taken for one of Lμ−Lτ',
  assume: 'foldenauer-2021',
  missing: [PICTURES, 'the mixing of the boson of Lμ that the slides take'],
  benchmarks: ASSUMED_BENCHMARKS.slice(1, 2),
  async make(assumptions, [truth] = ASSUMED_BENCHMARKS.slice(1, 2)) {
    const drawn = [NA64, SPALLATION, DARWIN_1]
    const data = await reconstruction(truth, MU, [...new Set(drawn.flatMap(({ ids }) => ids))], assumptions)
    const [wrong, right] = [MU_TAU, MU].map((hypothesis) =>
      panelOf(data, truth, hypothesis, drawn, hypothesis === MU ? String.raw`as $U(1)_{L_\mu}$` : String.raw`as $U(1)_{L_\mu-L_\tau}$`),
    )
    const misfit = (ids: readonly string[]): string => rounded(data.fitOf(ids, MU_TAU).best.value)
    return {
      id: 'foldenauer-2021-reconstruction-mu',
      panels: [wrong.panel, right.panel],
      caption: [
        `Data of a boson of Lμ (${benchmarkText(truth)}, assumed), taken for one of Lμ−Lτ on the left and for what it is on the right.`,
        'It mixes by its own loop, cut off at the mass of the τ: an assumption.',
        `Taken for Lμ−Lτ its best −2 ln L is ${misfit(NA64.ids)} at NA64μ, ${misfit([...NA64.ids, ...SPALLATION.ids])} with spallation sources, and ${rounded(wrong.together.best.value)} with DARWIN besides; for what it is, ${rounded(right.together.best.value)}.`,
        LEVELS,
        ...drawnSentences(data.constraints),
        assumptionSentence(assumptions),
        missingSentence([PICTURES, 'the mixing of the boson of Lμ that the slides take']),
      ].join(' '),
      footnote: `Asimov data · ${TEETH} · ${MASSES_ASSUMED}, and the mixing of Lμ`,
    }
  },
}

/** Slides on reconstruction: what NA64μ, spallation sources and DARWIN would measure, and how they tell two bosons apart. */
export const foldenauer2021Reconstruction: readonly FigureRecipe[] = [spallation, darwin, otherBoson]
