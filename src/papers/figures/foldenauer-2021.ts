import { isSilent } from '../../constraints/constraint.ts'
import { hubbleConstant } from '../../cosmos/hubble.ts'
import { extraNeutrinos } from '../../experiments/extra-neutrinos.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import type { Layer, Panel, Point } from '../../figures/spec.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import { logGrid } from '../../units.ts'
import { bosonOf, favouredCoupling } from '../quantities.ts'
import type { FigureRecipe } from '../recipe.ts'
import { drawnAs, LEFT_OUT } from './drawn.ts'
import { captionOf, footnoteOf } from './plane.ts'

const MASSES = logGrid(1e-3, 100, 200)

/** A slide's overview of everything that limits one boson: every exclusion of the catalogue, the band of (g−2)_μ, and of H₀ with the early universe. */
function overview(
  id: keyof typeof LEFT_OUT,
  model: string,
  title: string,
  couplings: readonly [number, number],
  missing: readonly string[],
): FigureRecipe {
  const leftOut: readonly string[] = LEFT_OUT[id]
  return {
    id,
    paper: 'foldenauer-2021',
    title,
    assume: 'foldenauer-2021',
    missing,
    async make(assumptions) {
      const session = new Session(assumptions)
      const all = await session.constraints()
      const constraints = all.filter(
        ({ kind, entry: { id, isVariant } }) => kind !== 'projection' && !leftOut.includes(id) && isVariant !== true,
      )
      const { panel, drawn } = await exclusionPanel(session, resolveModel(model), {
        masses: MASSES,
        couplings,
        constraints: constraints.map(({ entry }) => entry),
      })
      const shown = [
        leftOut.includes('hubble')
          ? `${title}: every search of the catalogue that limits it, also those published after the talk, and the band of (g−2)_μ. The early universe is left out.`
          : `${title}: everything in the catalogue that limits it, also what was published after the talk, and the bands of (g−2)_μ and H₀.`,
      ]
      return { id, panels: [panel], caption: captionOf(shown, drawn, assumptions, missing), ...footnoteOf([panel], drawn) }
    },
  }
}

/** Bosons whose effect is marked. */
const MASSES_MEV = [10, 12, 15, 20] as const
const SYMBOLS = ['circle', 'star', 'plus', 'cross'] as const
const [NEFF_FROM, NEFF_TO] = [3, 4] as const

/** Slide “Neutrinos and Hubble”: more neutrinos make for a larger H₀. */
const hubbleFigure: FigureRecipe = {
  id: 'foldenauer-2021-h0',
  paper: 'foldenauer-2021',
  title: 'N_eff and the Hubble constant',
  assume: 'foldenauer-2021',
  missing: [],
  async make(assumptions) {
    const session = new Session(assumptions)
    const [{ extra, standard }, { panel, drawn }] = await Promise.all([
      extraNeutrinos(assumptions),
      exclusionPanel(session, resolveModel('mu-tau'), {
        masses: logGrid(3e-3, 0.1, 160),
        couplings: [1e-9, 1e-2],
        constraints: drawnAs('foldenauer-2021-h0'),
      }),
    ])
    const numbers = Array.from({ length: 41 }, (_, i) => NEFF_FROM + ((NEFF_TO - NEFF_FROM) * i) / 40)
    const bosons = MASSES_MEV.map((mass_MeV) => {
      const more = extra(bosonOf('mu-tau', 1e-3 * mass_MeV, favouredCoupling(1e-3 * mass_MeV, assumptions), assumptions))
      if (isSilent(more)) throw new TypeError(more.silent)
      return standard + more
    })
    const mapping: Panel = {
      x: { label: '$N_\\mathrm{eff}$', scale: 'linear', min: NEFF_FROM, max: NEFF_TO },
      y: { label: '$H_0$ [km/s/Mpc]', scale: 'linear', min: 67, max: 73 },
      layers: [
        {
          kind: 'line',
          id: 'h0',
          style: 'curve',
          paths: [numbers.map((n): Point => [n, hubbleConstant(n)])],
          label: 'fixed acoustic angle',
          colour: 0,
        },
        ...bosons.map(
          (n, i): Layer => ({
            kind: 'marker',
            id: `boson-${MASSES_MEV[i]}`,
            symbol: SYMBOLS[i],
            points: [[n, hubbleConstant(n)]],
            label: `${MASSES_MEV[i]} MeV`,
            colour: i + 3,
          }),
        ),
      ],
      legend: 'all',
    }
    const shown = [
      'Left: the Hubble constant that the microwave background implies for an effective number of neutrinos, with bosons of Lμ−Lτ that (g−2)_μ favours. Right: where such a',
      'boson leaves 0.2 to 0.5 more neutrinos, and what the early universe excludes.',
    ]
    return { id: 'foldenauer-2021-h0', panels: [mapping, panel], caption: captionOf(shown, drawn, assumptions, []) }
  },
}

/** Slides “Secluded U(1)_X”, “U(1) B−L”, “U(1) B−3Lμ” and “U(1) Lμ−Lτ, current”. */
export const foldenauer2021Figures: readonly FigureRecipe[] = [
  overview('foldenauer-2021-dark-photon', 'dark-photon', 'The secluded hidden photon', [1e-8, 1e-1], []),
  overview('foldenauer-2021-b-l', 'b-l', 'The boson of B−L', [1e-9, 1e-1], ['SN 1987A']),
  overview('foldenauer-2021-b-3lmu', 'b-3lmu', 'The boson of B−3Lμ', [1e-7, 1e-1], ['SN 1987A', 'neutrino oscillations']),
  overview('foldenauer-2021-mu-tau', 'mu-tau', 'The boson of Lμ−Lτ', [1e-5, 1e-1], ['CMS, four muons', 'SN 1987A']),
  hubbleFigure,
]
