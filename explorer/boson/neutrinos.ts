import type { Constraint } from '../../src/constraints/index.ts'
import { N_EFF_WITHOUT_BOSON } from '../../src/cosmos/index.ts'
import type { Axis, FigureSpec, LineLayer, Point } from '../../src/figures/index.ts'
import { type Boson, isSilent, logGrid } from '../../src/index.ts'
import type { Range } from '../state/view.ts'
import { bosonsAlong, massAxis, pinnedMass } from './graphs.ts'

const POINTS = 121
/** More neutrinos than this are not told apart: all of it is excluded. */
const MOST = 5

/** Runs of masses at which a constraint computes its quantity, and what it is there. */
function paths({ strength, quantity }: Constraint, bosons: readonly Boson[]): Point[][] {
  const found: Point[][] = [[]]
  for (const boson of bosons) {
    if (!isSilent(strength(boson))) found[found.length - 1].push([boson.mass, Math.min(MOST, quantity!(boson).value)])
    else if (found[found.length - 1].length > 0) found.push([])
  }
  return found.filter((path) => path.length > 1)
}

/** The effective number of neutrinos if a boson's mass were another, at the same coupling; undefined where that is computed nowhere. */
export function neutrinoGraph(boson: Boson, nEff: Constraint, range: Range): FigureSpec | undefined {
  const numbers = paths(nEff, bosonsAlong(boson, logGrid(range[0], range[1], POINTS)))
  if (numbers.length === 0) return undefined
  const temperatures = boson.assumptions.neutrinoTemperatures
  const standard = N_EFF_WITHOUT_BOSON[temperatures]
  const all = [standard, ...numbers.flat().map(([, value]) => value)]
  const x = massAxis(range)
  const y: Axis = { label: '$N_\\mathrm{eff}$', scale: 'linear', min: Math.min(...all) - 0.1, max: Math.max(...all) + 0.1 }
  const line = (id: string, label: string, dash: LineLayer['dash'], colour: number, runs: LineLayer['paths']): LineLayer => ({
    kind: 'line',
    id,
    style: 'curve',
    dash,
    label,
    colour,
    paths: runs,
  })
  const title = 'Effective number of neutrinos'
  return {
    id: 'boson-n-eff',
    title,
    caption: `${title} with ${boson.model.title} at coupling ${Number(boson.coupling.toPrecision(4))}, against the mass (neutrinoTemperatures=${temperatures}; ${MOST} stands for more).`,
    panels: [
      {
        x,
        y,
        layers: [
          line('n-eff', 'with the boson', 'solid', 0, numbers),
          line('standard', `without: ${standard.toFixed(3)}`, 'dashed', 7, [range.map((mass): Point => [mass, standard])]),
          ...pinnedMass(boson, x, y),
        ],
        legend: 'all',
      },
    ],
  }
}
