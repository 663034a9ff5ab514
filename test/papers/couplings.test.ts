import { beforeAll, describe, expect, it } from 'vitest'
import type { FigureSpec, Layer, Point } from '../../src/figures/spec.ts'
import { foldenauer2021Couplings } from '../../src/papers/figures/foldenauer-2021-couplings.ts'
import { paperAssumptions } from '../../src/papers/index.ts'

/** Mass, g_μ, g_ν, −ε of the boson that the data are of. */
const TRUTH = [0.03, 5.5e-4, 5.5e-4, 0.0144 * 5.5e-4] as const
const [, MU, NU, EPSILON] = [0, 1, 2, 3]

let spec: FigureSpec
beforeAll(async () => {
  spec = await foldenauer2021Couplings.make(paperAssumptions(foldenauer2021Couplings.assume))
})

const panelAt = (row: number, column: number) => spec.panels.find(({ place }) => place?.row === row && place.column === column)!
const pointsOf = (layer: Layer | undefined): readonly Point[] => (layer?.kind === 'region' ? layer.polygons.flat() : [])
const layerOf = (row: number, column: number, id: string): Layer | undefined => panelAt(row, column).layers.find((one) => one.id === id)
/** Over how large a factor a region reaches upwards. */
function reach(row: number, column: number, id: string): number {
  const values = pointsOf(layerOf(row, column, id)).map(([, y]) => y)
  return Math.max(...values) / Math.min(...values)
}

/** Whether a point lies inside rings, by the even-odd rule, on logarithmic axes. */
function isInside([x, y]: Point, layer: Layer | undefined): boolean {
  let crossings = 0
  for (const ring of layer?.kind === 'region' ? layer.polygons : []) {
    for (const [k, [bx, by]] of ring.entries()) {
      const [ax, ay] = ring.at(k - 1)!
      if (ax > x === bx > x) continue
      if (Math.log(ay) + (Math.log(by / ay) * Math.log(x / ax)) / Math.log(bx / ax) > Math.log(y)) crossings++
    }
  }
  return crossings % 2 === 1
}

describe('couplings to muons and neutrinos, and mixing, each by itself', () => {
  it('are found again: the boson lies in every region of all data, and of the first two', () => {
    expect(spec.panels).toHaveLength(10)
    for (let row = 1; row < 4; row++) {
      for (let column = 0; column < row; column++) {
        const truth: Point = [TRUTH[column], TRUTH[row]]
        expect(panelAt(row, column).layers.find(({ id }) => id === 'truth')).toMatchObject({ points: [truth] })
        for (const id of ['points-1σ', 'points-2σ', 'alone-points-2σ']) expect(isInside(truth, layerOf(row, column, id)), id).toBe(true)
      }
    }
  })

  it('of another boson, where one is given: its couplings and its mixing too', async () => {
    const given = { mass_GeV: 0.02, coupling: 8e-4, others: { ratio: 2 } }
    const { panels, caption } = await foldenauer2021Couplings.make(paperAssumptions(foldenauer2021Couplings.assume), [given])
    expect(caption).toContain('g_ν/g_μ = 2, ε/g = −0.0144')
    const place: Point[] = [
      [8e-4, 1.6e-3],
      [0.02, 8e-4],
    ]
    for (const [k, [row, column]] of [[2, 1] as const, [1, 0] as const].entries()) {
      const panel = panels.find((one) => one.place?.row === row && one.place.column === column)!
      expect(panel.layers.find(({ id }) => id === 'truth')).toMatchObject({ points: [place[k]] })
      const region = panel.layers.find(({ id }) => id === 'points-2σ')
      expect(isInside(place[k], region)).toBe(true)
    }
  })

  it('are told apart by tridents: what ESS leaves of g_ν shrinks by more than a factor of ten', () => {
    const [alone, all] = ['alone-points-2σ', 'points-2σ'].map((id) => reach(NU, MU, id))
    expect(alone).toBeGreaterThan(100)
    expect(all).toBeLessThan(10)
    // Tridents know g_μ g_ν: the larger the one, the smaller the other.
    const region = pointsOf(layerOf(NU, MU, 'points-1σ'))
    const [first, last] = [region.reduce((a, b) => (b[0] < a[0] ? b : a)), region.reduce((a, b) => (b[0] > a[0] ? b : a))]
    expect(first[1]).toBeGreaterThan(last[1])
  })

  it('keep nothing of a mixing that is large where the neutrino couples strongly: only their product scatters', () => {
    const products = pointsOf(layerOf(EPSILON, NU, 'alone-points-2σ')).map(([x, y]) => x * y)
    const corner = Math.max(...pointsOf(layerOf(EPSILON, NU, 'alone-points-2σ')).map(([x]) => x))
    const top = Math.max(...pointsOf(layerOf(EPSILON, NU, 'alone-points-2σ')).map(([, y]) => y))
    expect(Math.max(...products)).toBeLessThan(0.1 * corner * top)
  })
})
