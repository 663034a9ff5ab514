import type { Assumptions } from '../../assumptions.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import type { Layer } from '../../figures/spec.ts'
import { resolveModel } from '../../models/index.ts'
import { type ConstraintSpec, Session } from '../../session.ts'
import { logGrid } from '../../units.ts'
import type { FigureRecipe } from '../recipe.ts'
import { lightScalar, muonExcess, na48Printed, na64Printed, SCALAR } from './bernal-2022-searches.ts'
import { drawnAs } from './drawn.ts'
import { captionOf, footnoteOf } from './plane.ts'

const MASSES = logGrid(5e-3, 0.2, 140)
const COUPLINGS = [1e-5, 1e-2] as const
/** Values that step over 1, where the boson leaves electrons alone. */
const TAN_ETAS = Array.from({ length: 198 }, (_, i) => -3 + (6 * i) / 197)
/** Where protons and neutrons of argon and CsI cancel, on average. */
const CANCELLATION = -0.75

/** What the paper draws, by its own formulas. */
const PRINTED: readonly ConstraintSpec[] = [
  muonExcess,
  ...drawnAs('bernal-2022-1', { 'na48-2-2015': na48Printed, 'foresee-bl-na64-inv-2022': [na64Printed, lightScalar] }),
]

/** What limits the boson today. */
const CORRECTED: readonly ConstraintSpec[] = [
  'bbn-cmb',
  'white-dwarf',
  'babar-inv-2017',
  'na64-inv-2019',
  'foresee-bl-na64-inv-2022',
  'na64-vis-2019',
  'na48-2-2015',
  'borexino-2017',
  lightScalar,
  'lma',
  'lma-dark',
  'g-2-muon@gMinus2=fnal-2021',
  'g-2-muon',
]

/** What reaches below the couplings of the other searches, and shows against the mass only. */
const FEEBLE: readonly ConstraintSpec[] = ['orsay']

const isPrinted = ({ recipe }: Assumptions): boolean => recipe === 'as-printed'

/** Bands of (g−2)_μ: that of the paper under a name that leaves room for others, that of 2021 apart from the limit of today. */
function renamed(layer: Layer): Layer {
  if (layer.kind !== 'region' || layer.id !== 'g-2-muon') return layer
  if (layer.style === 'historical') return { ...layer, id: 'g-2-muon-2021', label: '$(g-2)_\\mu$ favoured in 2021' }
  return layer.style === 'preferred' ? { ...layer, label: '$(g-2)_\\mu$ favoured' } : layer
}

/** Said where quark families differ. */
const FLAVOUR =
  ' B → K Z′ and K → π Z′ are left out: they exclude nearly all of this plane if CKM mixing rotates the down quarks, and nothing if it rotates the up quarks.'

/** The two panels of a figure: without and with the hidden scalar. */
async function figureOf(
  id: string,
  model: string,
  assumptions: Assumptions,
  options: Omit<Parameters<typeof exclusionPanel>[2], 'constraints' | 'title'>,
  shown: readonly string[],
  extra: readonly Layer[] = [],
) {
  const constraints = isPrinted(assumptions) ? PRINTED : [...(options.plane === undefined ? FEEBLE : []), ...CORRECTED]
  const [mass, ...others] = options.masses
  const fixedMass = others.length === 0 ? `${Number((1e3 * mass).toPrecision(4))} MeV, ` : ''
  const panels = await Promise.all(
    [
      [model, `${fixedMass}without $\\varphi$`],
      [`${model},${SCALAR}`, `${fixedMass}with $\\varphi$, $c_\\varphi = 40$, $m_\\varphi = m_{Z^\\prime}/3$`],
    ].map(([spec, title]) => exclusionPanel(new Session(assumptions), resolveModel(spec), { ...options, constraints, title })),
  )
  const formulas = isPrinted(assumptions)
    ? 'Formulas and intervals as the paper prints them.'
    : `Formulas corrected, and more searches than the paper draws.${model.includes('c=2/3') ? '' : FLAVOUR}`
  const drawn = panels.flatMap((one) => one.drawn)
  const both = panels.map(({ panel }) => ({ ...panel, layers: [...panel.layers.map(renamed), ...extra] }))
  return {
    id,
    panels: both,
    caption: captionOf([...shown, formulas], drawn, assumptions, []),
    ...footnoteOf(both, drawn),
  }
}

const BOSON = 'The boson of Lμ + Lτ − c(B₁ + B₂) − 2(1 − c)B₃'
const signed = (c: string): string => c.replace('-', '−')

/** Figures 1 and 3: mass and coupling. */
function massFigure(number: 1 | 3, c: string): FigureRecipe {
  const id = `bernal-2022-${number}`
  const title = `${BOSON} at c = ${signed(c)} and tan η = −0.75`
  return {
    id,
    paper: 'bernal-2022',
    title,
    assume: 'bernal-2022',
    missing: [],
    make: (assumptions) =>
      figureOf(id, `bernal:c=${c},tanEta=${CANCELLATION}`, assumptions, { masses: MASSES, couplings: COUPLINGS }, [
        `${title}: without (left) and with (right) a hidden scalar that takes the decays and ends in e⁺e⁻.`,
      ]),
  }
}

/** Figures 2 and 4: ε_medium and tan η at one mass [MeV], which the paper does not print. */
function nsiFigure(number: 2 | 4, c: string, sign: 1 | -1, mass_MeV: number, suffix = ''): FigureRecipe {
  const id = `bernal-2022-${number}${suffix}`
  const title = `${BOSON} at c = ${signed(c)} and ${mass_MeV} MeV, against ε_medium and tan η`
  const epsMedium: readonly [number, number] = sign > 0 ? [0, 4] : [-4, 0]
  const cancellation: Layer = {
    kind: 'line',
    id: 'cancellation',
    style: 'curve',
    dash: 'dotted',
    paths: [
      [
        [epsMedium[0], CANCELLATION],
        [epsMedium[1], CANCELLATION],
      ],
    ],
    label: '$\\tan\\eta = -0.75$',
    colour: 11,
  }
  return {
    id,
    paper: 'bernal-2022',
    title,
    assume: 'bernal-2022',
    missing: [],
    make: (assumptions) =>
      figureOf(
        id,
        `bernal:c=${c},tanEta=${CANCELLATION}`,
        assumptions,
        { plane: 'epsMedium,tanEta', masses: [mass_MeV / 1e3], tanEtas: TAN_ETAS, epsMedium },
        [
          `${title}: without (left) and with (right) a hidden scalar that takes the decays and ends in e⁺e⁻.`,
          'The paper prints no mass at the figure; its text speaks of 40 MeV. Along the dotted line the boson drops out of CEνNS.',
        ],
        [cancellation],
      ),
  }
}

/** Figures 1 to 4, and 2 and 4 at another mass. */
export const bernal2022Figures: readonly FigureRecipe[] = [
  massFigure(1, '-0.1'),
  nsiFigure(2, '-0.1', 1, 40),
  nsiFigure(2, '-0.1', 1, 30, '-30MeV'),
  massFigure(3, '2/3'),
  nsiFigure(4, '2/3', -1, 40),
  nsiFigure(4, '2/3', -1, 30, '-30MeV'),
]
