import type { Assumptions } from '../../assumptions.ts'
import { type BeamDump, beamDump, type DumpEntry, flightLevel, flightWindow, prepareDump } from '../../constraints/beam-dump.ts'
import type { Constraint } from '../../constraints/constraint.ts'
import { displacedLogRate, displacedPeak } from '../../constraints/window.ts'
import { faser2 } from '../../experiments/dumps/faser2.ts'
import { seaquest } from '../../experiments/dumps/seaquest.ts'
import { ship } from '../../experiments/dumps/ship.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import type { FigureSpec, Layer, LayerStyle, LineLayer, Panel, Point } from '../../figures/spec.ts'
import { resolveModel } from '../../models/index.ts'
import { livesPerCoupling, logReducedRate } from '../../processes/decay-in-flight.ts'
import { Session } from '../../session.ts'
import { logGrid } from '../../units.ts'
import type { FigureRecipe } from '../recipe.ts'
import { shownAs } from './detectors.ts'
import { captionOf, footnoteOf } from './plane.ts'

/** Section 3.1: lengths, momentum, and the reduced rate that is taken to be seen. */
const SETUP = { shield_m: 60, volume_m: 50, momentum_GeV: 200 }
const SEEN = 1e-19
const NEUTRINOS = [0, 1, 10, 100] as const
const DASHES = ['solid', 'dashed', 'dotted', 'solid'] as const

const livesAt = (mass: number) => ({
  shield: livesPerCoupling(SETUP.shield_m, mass, SETUP.momentum_GeV),
  volume: livesPerCoupling(SETUP.volume_m, mass, SETUP.momentum_GeV),
})
const lookOf = (k: number, i: number): Pick<LineLayer, 'id' | 'label' | 'dash' | 'colour' | 'style'> => ({
  id: `ratio-${k}`,
  label: `$g_\\nu/g_e = ${k}$`,
  dash: DASHES[i],
  colour: i,
  style: 'curve',
})

/** $\bar R$ against the coupling at 100 MeV. */
function rates(): Panel {
  const lives = livesAt(0.1)
  const lines = NEUTRINOS.map((k, i): LineLayer => {
    const path = logGrid(1e-9, 1e-4, 300).map((g): Point => [g, Math.exp(logReducedRate(g, k * g, lives))])
    return { kind: 'line', ...lookOf(k, i), paths: [path.filter(([, rate]) => rate > 1e-26)] }
  })
  const level: LineLayer = {
    kind: 'line',
    id: 'seen',
    style: 'curve',
    dash: 'dashed',
    label: '$\\bar R = 10^{-19}$',
    colour: 7,
    paths: [
      [
        [1e-9, SEEN],
        [1e-4, SEEN],
      ],
    ],
  }
  return {
    title: '$m_{Z^\\prime} = 100$ MeV',
    x: { label: '$g_e$', scale: 'log', min: 1e-9, max: 1e-4 },
    y: { label: '$\\bar R$', scale: 'log', min: 1e-25, max: 1e-11 },
    layers: [...lines, level],
    legend: 'all',
  }
}

/** Where $\bar R$ is what is seen, against the mass. */
function contours(): Panel {
  const window = flightWindow(SETUP)
  const ratio = SETUP.volume_m / SETUP.shield_m
  const peak = displacedPeak(ratio)
  const layers = NEUTRINOS.map((k, i): LineLayer => {
    const sum = 1 + 0.5 * k * k
    // Where the contour closes: the greatest of x e⁻ˣ (1 − e^{−rx}) is just what is needed there.
    const heaviest = 0.1 * Math.sqrt(Math.exp(displacedLogRate(peak, ratio)) / (SEEN * livesAt(0.1).shield * sum * sum))
    const tip: Point = [heaviest, Math.sqrt(peak / (livesAt(heaviest).shield * sum))]
    const edges = logGrid(1e-3, heaviest * 0.9999, 160).flatMap((mass) => {
      const unit = { rate: 1 / sum, width: (sum * mass) / (12 * Math.PI) }
      const found = window.couplings(unit, flightLevel(SETUP, mass, Math.log(SEEN)))
      return found === undefined ? [] : [[mass, ...found] as const]
    })
    const lower = edges.map(([mass, g]): Point => [mass, g])
    const upper = edges.map(([mass, , g]): Point => [mass, g])
    return { kind: 'line', ...lookOf(k, i), paths: [[...lower, tip, ...upper.reverse()]] }
  })
  return {
    title: '$\\bar R = 10^{-19}$',
    x: { label: '$m_{Z^\\prime}$ [GeV]', scale: 'log', min: 1e-3, max: 1e3 },
    y: { label: '$g_e$', scale: 'log', min: 1e-10, max: 1e-2 },
    layers,
    legend: 'all',
  }
}

/** What a neutrino coupling does to a beam dump. */
const fig31: FigureRecipe = {
  id: 'coy-2021-3.1',
  paper: 'coy-2021',
  title: 'Reduced rate of a beam dump, and what it reaches, with couplings to neutrinos',
  assume: 'coy-2021',
  missing: [],
  async make(assumptions) {
    const shown = [
      'The reduced rate of eq. (3.8) against the coupling to electrons at 100 MeV (left), and where it is 1e-19 (right), for couplings to neutrinos of 0, 1, 10 and',
      '100 times that to electrons, light leptons alone, a shield of 60 m, a volume of 50 m and bosons of 200 GeV. At 100 MeV the contours lie at',
      '2.34e-8 and 7.05e-6, 5.63e-6 and 7.51e-7; for 100 the greatest rate is 2.37e-20. They close at 243 and 162 GeV, where bremsstrahlung of course does not',
      'reach, at 4.77 GeV and at 48.7 MeV.',
    ]
    return { id: 'coy-2021-3.1', panels: [rates(), contours()], caption: captionOf(shown, [], assumptions, []) }
  },
}

const MOMENTA = [300, 200, 100] as const

/** The dark photon at SHiP, and its published curve. */
async function darkPhotonPanel(assumptions: Assumptions): Promise<{ panel: Panel; drawn: readonly Constraint[] }> {
  // Calibrated at the anchor whatever the recipe, as the caption of the published figure tells.
  const curves = MOMENTA.map((momentum_GeV, i) => {
    const dump: BeamDump = {
      ...ship.dump,
      id: `ship-${momentum_GeV}GeV`,
      label: `$p = ${momentum_GeV}$ GeV`,
      momentum_GeV,
      colour: i,
      asPrinted: {},
    }
    return beamDump(dump)
  })
  const published = shownAs(await new Session(assumptions).constraint('proj-ship-2020-brem-dipole').then(({ entry }) => entry), {
    label: 'SHiP, published',
    colour: 7,
  })
  const { panel, drawn } = await exclusionPanel(new Session(assumptions), resolveModel('dark-photon'), {
    masses: logGrid(2e-3, 4, 160),
    couplings: [1e-8, 1e-2],
    constraints: [published, ...curves],
    title: 'Dark photon',
  })
  const layers = panel.layers.map((layer) => inStyle(layer, layer.id === published.id ? 'exclusion' : 'curve'))
  return { panel: { ...panel, layers, legend: 'all' }, drawn }
}

/** A projection in another style: several reaches that share edges are plain lines, so that each is seen as a whole. */
const inStyle = (layer: Layer, style: LayerStyle): Layer =>
  layer.kind === 'region' && layer.style === 'projection' ? { ...layer, style } : layer

/** $g_\nu/g_\mu$ of figures 3.2 and 3.3. */
const RATIOS = [0, 0.2, 2] as const

/** One dump against the muonic boson, for each coupling to neutrinos, over the band of (g−2)_μ. */
export async function ratioPanel(
  { dump }: DumpEntry,
  ratios: readonly number[],
  assumptions: Assumptions,
): Promise<{ panel: Panel; drawn: readonly Constraint[] }> {
  const session = new Session(assumptions)
  const panels = await Promise.all(
    ratios.map((ratio, i) => {
      const label = `${dump.label}, $g_\\nu/g_\\mu = ${ratio}$`
      const entry = beamDump({ ...dump, id: `${dump.id}-ratio-${ratio}`, label, colour: [0, 1, 3][i] })
      return exclusionPanel(session, resolveModel(`muon-nu:ratio=${ratio}`), {
        masses: logGrid(1e-3, 4, 200),
        couplings: [1e-8, 1e-1],
        constraints: i === 0 ? ['g-2-muon', entry] : [entry],
        title: dump.experiment,
      })
    }),
  )
  const layers = panels.flatMap(({ panel }) => panel.layers.map((layer) => inStyle(layer, 'curve')))
  return { panel: { ...panels[0].panel, layers, legend: 'all' }, drawn: panels.flatMap(({ drawn }) => drawn) }
}

const COUPLINGS_SHOWN = 'Couplings of electrons and quarks come from the loop of muon and τ; neutrinos are muon neutrinos.'

function spec(
  id: string,
  shown: readonly string[],
  parts: readonly { readonly panel: Panel; readonly drawn: readonly Constraint[] }[],
  assumptions: Assumptions,
): FigureSpec {
  // Dumps of one experiment differ by what the labels say; each is told of once.
  const told = [...new Map(parts.flatMap(({ drawn }) => drawn).map((one) => [one.statement, one])).values()]
  const named = told.map((one) => ({ ...one, entry: { ...one.entry, label: one.entry.experiment ?? one.entry.label } }))
  const panels = parts.map(({ panel }) => panel)
  return { id, panels, caption: captionOf(shown, told, assumptions, []), ...footnoteOf(panels, named) }
}

/** SHiP: the dark photon as published and as the formula has it, and a muonic boson that decays to neutrinos. */
const fig32: FigureRecipe = {
  id: 'coy-2021-3.2',
  paper: 'coy-2021',
  title: 'SHiP: the dark photon, and a muonic boson with couplings to neutrinos',
  assume: 'coy-2021',
  missing: [],
  async make(assumptions) {
    const parts = await Promise.all([darkPhotonPanel(assumptions), ratioPanel(ship, RATIOS, assumptions)])
    const needed = MOMENTA.map((momentum_GeV) => prepareDump({ ...ship.dump, momentum_GeV }).reducedRate.toExponential(2))
    const shown = [
      'Left: a dark photon at SHiP, as published and for bosons of three momenta, each calibrated to ε = 5.28e-8 at 100 MeV; that takes',
      `R̄ = ${needed.join(', ')}, 2.93 times what the paper prints. Right: a muonic boson with g_ν = 0, 0.2 and 2 g_μ. ${COUPLINGS_SHOWN}`,
    ]
    return spec('coy-2021-3.2', shown, parts, assumptions)
  },
}

/** The same at SeaQuest and FASER. */
const fig33: FigureRecipe = {
  id: 'coy-2021-3.3',
  paper: 'coy-2021',
  title: 'SeaQuest and FASER: a muonic boson with couplings to neutrinos',
  assume: 'coy-2021',
  missing: [],
  async make(assumptions) {
    const parts = await Promise.all([seaquest, faser2].map((dump) => ratioPanel(dump, RATIOS, assumptions)))
    const unreached = RATIOS.filter((ratio) => !parts.some(({ panel }) => panel.layers.some(({ id }) => id.endsWith(`-ratio-${ratio}`))))
    const shown = [
      `A muonic boson with g_ν = 0, 0.2 and 2 g_μ at SeaQuest (left) and FASER (right). ${COUPLINGS_SHOWN} Without decays to neutrinos FASER covers the band of`,
      '(g−2)_μ below 0.17 GeV, where the paper says that it cannot reach it.',
      ...unreached.map((ratio) => `For g_ν = ${ratio} g_μ neither reaches anything.`),
    ]
    return spec('coy-2021-3.3', shown, parts, assumptions)
  },
}

/** The figures of section 3. */
export const coy2021Dumps: readonly FigureRecipe[] = [fig31, fig32, fig33]
