import { describe, expect, it } from 'vitest'
import type { FigureSpec, LineLayer, Point, RegionLayer } from '../../src/figures/spec.ts'
import { FIGURES, paperAssumptions } from '../../src/papers/index.ts'

const off = (value: number, expected: number): number => Math.abs(value / expected - 1)

function make(id: string, assume = 'coy-2021'): Promise<FigureSpec> {
  return FIGURES.find((figure) => figure.id === id)!.make(paperAssumptions(assume))
}
const linesOf = ({ panels }: FigureSpec, panel: number): LineLayer[] => panels[panel].layers.filter((layer) => layer.kind === 'line')
const regionOf = ({ panels }: FigureSpec, panel: number, id: string): RegionLayer =>
  panels[panel].layers.find((layer) => layer.id === id) as RegionLayer

/** Where the edges of closed lines cross a mass, straight in the logarithms between points, ascending. */
function crossings(rings: readonly (readonly Point[])[], mass: number): number[] {
  return rings
    .flatMap((ring) =>
      ring.flatMap(([bx, by], i) => {
        const [ax, ay] = ring.at(i - 1)!
        return ax > mass === bx > mass ? [] : [ay * (by / ay) ** (Math.log(mass / ax) / Math.log(bx / ax))]
      }),
    )
    .sort((a, b) => a - b)
}
const heaviest = (rings: readonly (readonly Point[])[]): number => Math.max(...rings.flat().map(([mass]) => mass))

describe('figure 3.1 of coy-2021', () => {
  it('has rates that cross 1e-19 where the contours lie at 100 MeV', async () => {
    const spec = await make('coy-2021-3.1')
    for (const [i, edges] of [[2.3357601e-8, 7.0463462e-6], [2.3358511e-8, 5.629209e-6], [2.3449497e-8, 7.5148239e-7], []].entries()) {
      const contour = crossings(linesOf(spec, 1)[i].paths, 0.1)
      expect(contour).toHaveLength(edges.length)
      for (const [k, edge] of edges.entries()) expect(off(contour[k], edge)).toBeLessThan(2e-3)
      const [path] = linesOf(spec, 0)[i].paths
      const above = path.filter(([, rate]) => rate > 1e-19).map(([g]) => g)
      if (edges.length === 0) expect(above).toEqual([])
      else {
        expect(off(above[0], edges[0])).toBeLessThan(0.05)
        expect(off(above[above.length - 1], edges[1])).toBeLessThan(0.05)
      }
    }
  })

  it('closes its contours at 243 GeV, 162 GeV, 4.77 GeV and 48.7 MeV', async () => {
    const contours = linesOf(await make('coy-2021-3.1'), 1)
    for (const [i, mass] of [243.3429011, 162.2286007, 4.771429433, 0.04865884845].entries()) {
      expect(off(heaviest(contours[i].paths), mass)).toBeLessThan(1e-6)
    }
  })
})

describe('figure 3.2 of coy-2021', () => {
  it('has the curve of SHiP, and three that meet it at 100 MeV', async () => {
    const spec = await make('coy-2021-3.2')
    const [lower, upper] = crossings(regionOf(spec, 0, 'proj-ship-2020-brem-dipole').polygons, 0.1)
    for (const [momentum, share] of [
      [300, 0.985],
      [200, 0.789],
      [100, 0.55],
    ]) {
      const [low, high] = crossings(regionOf(spec, 0, `ship-${momentum}GeV`).polygons, 0.1)
      expect(off(low, lower)).toBeLessThan(0.01)
      expect(off(high, upper * share)).toBeLessThan(0.05)
    }
  })

  it('is split in two for g_ν = 2 g_μ', async () => {
    const { polygons } = regionOf(await make('coy-2021-3.2'), 1, 'ship-ratio-2')
    expect(polygons).toHaveLength(2)
    const ends = polygons.map((ring) => heaviest([ring])).sort((a, b) => a - b)
    expect(off(ends[0], 0.0085)).toBeLessThan(0.03)
    expect(off(ends[1], 0.87)).toBeLessThan(0.03)
  })

  it('reaches 1.09 and 1.07 GeV for g_ν = 0 and 0.2 g_μ', async () => {
    const spec = await make('coy-2021-3.2')
    expect(off(heaviest(regionOf(spec, 1, 'ship-ratio-0').polygons), 1.09)).toBeLessThan(0.02)
    expect(off(heaviest(regionOf(spec, 1, 'ship-ratio-0.2').polygons), 1.07)).toBeLessThan(0.02)
  })
})

describe('figure 3.3 of coy-2021', () => {
  it('says that nothing is reached for g_ν = 2 g_μ', async () => {
    expect((await make('coy-2021-3.3')).caption).toContain('For g_ν = 2 g_μ neither reaches anything.')
  })
})
