import type { FigureSpec, Layer, LineLayer, Point } from '../../src/figures/spec.ts'

function logSpace(from: number, to: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) => from * (to / from) ** (i / (n - 1)))
}

/** The region above a curve, up to the top of the plane. */
function above(curve: readonly Point[], top: number): Point[] {
  return [...curve, [curve[curve.length - 1][0], top], [curve[0][0], top]]
}

function band(xs: readonly number[], low: (x: number) => number, high: (x: number) => number): Point[] {
  return [...xs.map((x): Point => [x, low(x)]), ...[...xs].reverse().map((x): Point => [x, high(x)])]
}

const masses = logSpace(1e-3, 10, 120)
const [bottom, top] = [1e-5, 1e-1]
const gMinus2 = (m: number): number => 3.6e-4 * Math.max(1, m / 0.1)

const layers: readonly Layer[] = [
  {
    kind: 'region',
    id: 'white-dwarf',
    style: 'exclusion',
    label: 'white dwarfs',
    colour: 3,
    polygons: [
      above(
        masses.map((m) => [m, 0.0507 * m] as const).filter(([m]) => m < 2),
        top,
      ),
    ],
  },
  {
    kind: 'region',
    id: 'borexino-2017',
    style: 'exclusion',
    label: 'Borexino 2017, $^7$Be',
    colour: 0,
    polygons: [
      above(
        masses.map((m) => [m, Math.hypot(0.0424 * m, 2.6e-5)] as const).filter(([m]) => m < 2.4),
        top,
      ),
    ],
  },
  {
    kind: 'region',
    id: 'coherent-2020',
    style: 'exclusion',
    label: 'COHERENT',
    colour: 4,
    polygons: [
      above(
        masses.map((m) => [m, Math.hypot(0.034 * m, 1.1e-3)] as const).filter(([m]) => m < 4),
        top,
      ),
    ],
  },
  {
    kind: 'region',
    id: 'bbn',
    style: 'exclusion',
    label: 'BBN, $N_\\mathrm{eff}$',
    colour: 11,
    polygons: [
      [
        [1e-3, bottom],
        [5e-3, bottom],
        [5e-3, top],
        [1e-3, top],
      ],
    ],
  },
  {
    kind: 'region',
    id: 'g-minus-2-excluded',
    style: 'exclusion',
    label: '$(g-2)_\\mu$ excluded',
    colour: 1,
    polygons: [
      above(
        masses.map((m) => [m, 2.2 * gMinus2(m)] as const),
        top,
      ),
    ],
  },
  {
    kind: 'region',
    id: 'babar-4mu',
    style: 'exclusion',
    label: 'BaBar $4\\mu$',
    colour: 2,
    polygons: [
      above(
        logSpace(0.212, 10, 60).map(
          (m) => [m, 7e-4 * (1 + 0.25 * Math.sin(9 * m) ** 2) * Math.hypot(1, m / 3) * (1 + 3 * Math.exp(-((m - 0.21) * 40)))] as const,
        ),
        top,
      ),
    ],
  },
  {
    kind: 'region',
    id: 'g-minus-2-2021',
    style: 'historical',
    label: '$(g-2)_\\mu$ 2021, $2\\sigma$',
    polygons: [
      band(
        masses,
        (m) => 0.8 * gMinus2(m),
        (m) => 1.5 * gMinus2(m),
      ),
    ],
  },
  {
    kind: 'region',
    id: 'na64-mu',
    style: 'projection',
    label: 'NA64$\\mu$ projection',
    colour: 5,
    polygons: [
      above(
        masses.map((m) => [m, 2e-5 * Math.hypot(1, (m / 0.2) ** 1.6)] as const).filter(([, g]) => g < top),
        top,
      ),
    ],
  },
  {
    kind: 'region',
    id: 'perturbativity',
    style: 'exclusion',
    label: 'perturbativity',
    colour: 9,
    polygons: [
      [
        [1e-3, 0.07],
        [10, 0.07],
        [10, top],
        [1e-3, top],
      ],
    ],
  },
  { kind: 'marker', id: 'benchmark', symbol: 'star', points: [[0.0153, 4.6e-4]], label: 'benchmark', colour: 7 },
]

/** A busy mass-coupling plane: every style of layer, overlapping. */
export const plane: FigureSpec = {
  id: 'demo-plane',
  caption: 'Synthetic limits on a $U(1)_{L_\\mu-L_\\tau}$ boson; shapes after the literature, numbers rounded.',
  footnote: 'kinetic mixing: loop · B16-GS98 · NuFIT 6.0',
  panels: [
    {
      x: { label: "$m_{A'}$ [GeV]", scale: 'log', min: 1e-3, max: 10 },
      y: { label: '$g_{\\mu-\\tau}$', scale: 'log', min: bottom, max: top },
      layers,
    },
  ],
}

/** The same plane twice, side by side. */
export const twoPanels: FigureSpec = {
  id: 'demo-two',
  title: '$U(1)_{L_\\mu-L_\\tau}$ and $U(1)_{B-3L_\\mu}$',
  caption: 'Two panels.',
  panels: [
    { ...plane.panels[0], title: '$L_\\mu-L_\\tau$', layers: layers.slice(1, 8) },
    {
      ...plane.panels[0],
      title: '$B-3L_\\mu$',
      y: { label: '$g_{B-3L_\\mu}$', scale: 'log', min: bottom, max: top },
      layers: layers.slice(0, 5),
    },
  ],
}

const energies = logSpace(0.1, 20, 120)
const survival = (e: number, low: number, high: number): number => low + (high - low) / (1 + (e / 2.4) ** 2)
const curves: readonly LineLayer[] = [
  { kind: 'line', id: 'p-ee', style: 'curve', label: '$P_{ee}$', paths: [energies.map((e) => [e, survival(e, 0.31, 0.55)])] },
  {
    kind: 'line',
    id: 'p-emu',
    style: 'curve',
    label: '$P_{e\\mu}$',
    dash: 'dashed',
    paths: [energies.map((e) => [e, survival(e, 0.31, 0.18)])],
  },
  {
    kind: 'line',
    id: 'p-etau',
    style: 'curve',
    label: '$P_{e\\tau}$',
    dash: 'dotted',
    paths: [energies.map((e) => [e, survival(e, 0.38, 0.27)])],
  },
]

/** Solar probabilities: linear against log, curves, points with error bars. */
export const probability: FigureSpec = {
  id: 'demo-probability',
  caption: 'Solar neutrino flavour probabilities, 68 % bars.',
  panels: [
    {
      x: { label: '$E_\\nu$ [MeV]', scale: 'log', min: 0.1, max: 20 },
      y: { label: '$P_{e\\alpha}$', scale: 'linear', min: 0, max: 1 },
      layers: [
        {
          kind: 'region',
          id: 'p-ee-band',
          style: 'preferred',
          polygons: [
            band(
              energies,
              (e) => survival(e, 0.28, 0.52),
              (e) => survival(e, 0.34, 0.58),
            ),
          ],
          colour: 0,
        },
        ...curves,
        {
          kind: 'marker',
          id: 'borexino',
          symbol: 'circle',
          label: 'Borexino 2018',
          points: [
            [0.267, 0.57],
            [0.862, 0.53],
            [1.44, 0.43],
            [8.1, 0.37],
          ],
          errors: [0.09, 0.05, 0.11, 0.08],
          colour: 1,
        },
      ],
    },
  ],
}
