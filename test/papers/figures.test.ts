import { describe, expect, it } from 'vitest'
import { ASSUMPTION_PRESETS } from '../../src/assumptions.ts'
import { CITATIONS } from '../../src/citations.ts'
import { OUTPUT_SCHEMAS } from '../../src/config/outputs.ts'
import { figureJson } from '../../src/figures/data.ts'
import { layoutFigure } from '../../src/figures/layout.ts'
import type { FigureSpec, Layer, LineLayer, MarkerLayer, Point, RegionLayer } from '../../src/figures/spec.ts'
import { renderSvg } from '../../src/figures/svg.ts'
import { FIGURES, type FigureRecipe, paperAssumptions } from '../../src/papers/index.ts'
import { borexinoCorrection } from '../../src/papers/quantities.ts'
import LAYERS from './layers.json' with { type: 'json' }

const recipe = (id: string): FigureRecipe => FIGURES.find((candidate) => candidate.id === id)!
const make = (id: string): Promise<FigureSpec> => recipe(id).make(paperAssumptions(recipe(id).assume))

function pointsOf(layer: Layer): readonly Point[] {
  if (layer.kind === 'region') return layer.polygons.flat()
  return layer.kind === 'line' ? layer.paths.flat() : layer.points
}

function layer<T extends Layer>({ panels }: FigureSpec, panel: number, id: string): T {
  return panels[panel].layers.find((candidate) => candidate.id === id) as T
}

/** The lowest coupling of a region at the vertex nearest to a mass, and that mass. */
function lowerEdge({ polygons }: RegionLayer, mass: number): Point {
  const distance = ([m]: Point) => Math.abs(Math.log(m / mass))
  const nearest = [...polygons.flat()].sort((a, b) => distance(a) - distance(b))[0][0]
  const couplings = polygons.flat().filter(([m]) => m === nearest)
  return [nearest, Math.min(...couplings.map(([, g]) => g))]
}

/** The point of a line nearest to a mass. */
function nearest({ paths }: LineLayer, mass: number): Point {
  const distance = ([m]: Point) => Math.abs(Math.log(m / mass))
  return [...paths.flat()].sort((a, b) => distance(a) - distance(b))[0]
}

/** Whether a point lies inside rings, by the even-odd rule, on logarithmic axes. */
function isInside([x, y]: Point, rings: readonly (readonly Point[])[]): boolean {
  let crossings = 0
  for (const ring of rings) {
    for (const [k, [bx, by]] of ring.entries()) {
      const [ax, ay] = ring.at(k - 1)!
      if (ax > x === bx > x) continue
      if (Math.log(ay) + (Math.log(by / ay) * Math.log(x / ax)) / Math.log(bx / ax) > Math.log(y)) crossings++
    }
  }
  return crossings % 2 === 1
}

describe('the recipes', () => {
  it('have distinct names that begin with their paper, and a known preset', () => {
    expect(new Set(FIGURES.map(({ id }) => id)).size).toBe(FIGURES.length)
    for (const { id, paper, assume } of FIGURES) {
      expect(id.startsWith(`${paper}-`)).toBe(true)
      expect(CITATIONS).toHaveProperty([paper])
      expect(ASSUMPTION_PRESETS).toHaveProperty([assume])
    }
  })

  describe.each(FIGURES.flatMap((one) => [one.assume, 'default'].map((assume) => [one.id, assume] as const)))(
    '%s under %s',
    (id, assume) => {
      it('is a figure: finite, named layers within sensible axes', async () => {
        const spec = await recipe(id).make(paperAssumptions(assume))
        expect(spec.id).toBe(id)
        expect(spec.caption).toMatch(/\.$/)
        for (const { x, y, layers } of spec.panels) {
          expect(layers.length).toBeGreaterThan(0)
          expect(new Set(layers.map((one) => one.id)).size).toBe(layers.length)
          expect(x.min).toBeLessThan(x.max)
          expect(y.min).toBeLessThan(y.max)
          for (const one of layers) {
            expect(pointsOf(one).length).toBeGreaterThan(0)
            expect(pointsOf(one).flat().every(Number.isFinite)).toBe(true)
            const [masses, couplings] = [pointsOf(one).map(([a]) => a), pointsOf(one).map(([, b]) => b)]
            expect(Math.min(...masses) < x.max && Math.max(...masses) > x.min).toBe(true)
            expect(Math.min(...couplings) < y.max && Math.max(...couplings) > y.min).toBe(true)
          }
        }
        expect(renderSvg(spec)).not.toMatch(/NaN|undefined/)
      })
    },
  )

  it.each(Object.entries(LAYERS))('draw what they drew: %s', async (id, expected) => {
    expect((await make(id)).panels.map(({ layers }) => layers.map((one) => one.id).join(', '))).toEqual(expected)
  })

  it('are all held to that, but for overviews of the whole catalogue', () => {
    const held = FIGURES.filter(({ paper }) => paper !== 'foldenauer-2021').map(({ id }) => id)
    expect(Object.keys(LAYERS)).toEqual(held)
  })

  it('say in the picture which inputs are unverified', async () => {
    expect((await make('amaral-2020-5')).footnote).toMatch(/^Some inputs unverified: .*Borexino 2011/)
    expect((await make('foldenauer-2021-spallation')).footnote).toContain('COHERENT CsI')
    expect((await make('amaral-2020-7')).footnote).toBeUndefined()
  })

  it('name in their captions what is missing', async () => {
    for (const one of FIGURES) {
      const { caption } = await one.make(paperAssumptions(one.assume))
      for (const curve of one.missing) expect(caption).toContain(curve)
    }
  })
})

describe('amaral-2020-5', () => {
  it('draws eqs. (33) and (34), and the 2011 rate below the other', async () => {
    const spec = await make('amaral-2020-5')
    for (const [panel, slope] of [0.036, 0.043].entries()) {
      const [mass, coupling] = lowerEdge(layer(spec, panel, 'borexino-2017'), 0.02)
      expect(Math.abs(coupling / mass / slope - 1)).toBeLessThan(0.03)
      expect(lowerEdge(layer(spec, panel, 'borexino-2011'), 0.02)[1]).toBeLessThan(coupling)
    }
  })

  it('has XENON1T inside what Borexino excludes, and CENNS-10 beside CsI', async () => {
    const spec = await make('amaral-2020-5')
    for (const panel of [0, 1]) {
      for (const [mass, coupling] of layer<LineLayer>(spec, panel, 'xenon1t-2020-line').paths[0].filter(([m]) => m > 3e-3 && m < 0.1)) {
        expect(coupling).toBeGreaterThan(lowerEdge(layer(spec, panel, 'borexino-2017'), mass)[1])
      }
      // Pions do not ask what the Sun is made of.
      for (const id of ['cenns10-2020', 'coherent-csi-2017']) expect(layer(spec, panel, id)).toEqual(layer(spec, 0, id))
    }
  })

  it('leaves the band of g−2 the same in both', async () => {
    const spec = await make('amaral-2020-5')
    expect(layer<RegionLayer>(spec, 0, 'g-2-muon')).toEqual(layer<RegionLayer>(spec, 1, 'g-2-muon'))
  })
})

describe('amaral-2020-7', () => {
  it('adds up to one for every source and energy', async () => {
    const spec = await make('amaral-2020-7')
    for (const source of ['hep', '8B', 'cno', 'pp', '7Be', 'pep']) {
      const flavours = [0, 1, 2].map((flavour) => pointsOf(layer(spec, flavour, `${source}-${flavour}`)))
      for (const [i, [energy, survival]] of flavours[0].entries()) {
        expect(flavours[1][i][0]).toBe(energy)
        expect(Math.abs(survival + flavours[1][i][1] + flavours[2][i][1] - 1)).toBeLessThan(1e-12)
      }
    }
  })

  it('has the probabilities of independent codes at the lines', async () => {
    const spec = await make('amaral-2020-7')
    const at = (source: string, energy: number): number[] =>
      [0, 1, 2].map(
        (flavour) => layer<MarkerLayer>(spec, flavour, `${source}-${flavour}`).points.find(([e]) => Math.abs(e - energy) < 2e-3)![1],
      )
    const expected: readonly (readonly [string, number, readonly number[]])[] = [
      ['7Be', 0.3843, [0.53751, 0.18193, 0.28056]],
      ['7Be', 0.8613, [0.52423, 0.19146, 0.28431]],
      ['pep', 1.4422, [0.51401, 0.1988, 0.28719]],
    ]
    for (const [source, energy, probabilities] of expected) {
      for (const [flavour, p] of at(source, energy).entries()) expect(Math.abs(p - probabilities[flavour])).toBeLessThan(1e-4)
    }
  })
})

describe('gninenko-2020-1', () => {
  it('has the two limits apart by eq. (6) at every mass', async () => {
    const spec = await make('gninenko-2020-1')
    const correction = await borexinoCorrection(paperAssumptions('gninenko-2020'))
    const corrected = layer<RegionLayer>(spec, 0, 'borexino-corrected')
    for (const [mass, earlier] of layer<LineLayer>(spec, 0, 'borexino-earlier').paths[0].filter(([m]) => m > 3e-3 && m < 0.1)) {
      expect(Math.abs(lowerEdge(corrected, mass)[1] / earlier / correction - 1)).toBeLessThan(1e-9)
    }
  })
})

describe('gninenko-2020-1, projections', () => {
  it('scales NA64 with the root of the exposure', async () => {
    const spec = await make('gninenko-2020-1')
    const { polygons } = layer<RegionLayer>(spec, 0, 'na64-inv-2019')
    const [[mass, limit]] = polygons.flat().filter(([m, g]) => m > 5e-3 && m < 0.1 && g < 1e-2)
    const projected = layer<LineLayer>(spec, 0, 'na64e-1e13-line').paths[0].find(([m]) => Math.abs(m / mass - 1) < 1e-9)!
    expect(Math.abs(limit / projected[1] / Math.sqrt(1e13 / 2.84e11) - 1)).toBeLessThan(1e-9)
  })
})

describe('amaral-2020-8', () => {
  it('has the weaker limits of Borexino for a low-metallicity Sun, and the earlier one the same for both', async () => {
    const spec = await make('amaral-2020-8')
    for (const [id, isSame] of [
      ['borexino-2017-line', false],
      ['borexino-2011-line', false],
      ['borexino-bl-2018-line', true],
    ] as const) {
      const [high, low] = [0, 1].map((panel) => layer<LineLayer>(spec, panel, id).paths[0])
      for (const [i, [, coupling]] of low.entries()) expect(isSame ? coupling === high[i][1] : coupling > high[i][1]).toBe(true)
    }
  })
})

describe('the legends of two panels', () => {
  it('name the same curves', async () => {
    const [high, low] = layoutFigure(await make('amaral-2020-8')).panels.map(({ legend, layers }) =>
      legend.map((one) => layers[one.layer].layer.id),
    )
    expect(high).toEqual(['borexino-2017-line', 'borexino-2011-line', 'borexino-bl-2018-line', 'xenon1t-2020-line'])
    expect(low).toEqual(high)
  })
})

describe('bernal-2022-2', () => {
  it('says at which mass', async () => {
    const titles = async (id: string) => (await make(id)).panels.map(({ title }) => title?.slice(0, 6))
    expect(await titles('bernal-2022-2')).toEqual(['40 MeV', '40 MeV'])
    expect(await titles('bernal-2022-4-30MeV')).toEqual(['30 MeV', '30 MeV'])
    expect(await titles('bernal-2022-1')).not.toContain('40 MeV')
  })
})

describe('foldenauer-2021', () => {
  it.each(['dark-photon', 'b-l'])('covers the band of (g−2)_μ of %s', async (name) => {
    const spec = await make(`foldenauer-2021-${name}`)
    const regions = spec.panels[0].layers.filter((one): one is RegionLayer => one.kind === 'region' && one.style === 'exclusion')
    const band = layer<RegionLayer>(spec, 0, 'g-2-muon').polygons.flat()
    const open = band.filter((point) => point[0] > 1.2e-3 && point[0] < 3 && !regions.some(({ polygons }) => isInside(point, polygons)))
    expect(open).toEqual([])
  })
})

describe('coy-2021-2.2-lower', () => {
  it('says to which searches every colour belongs, also that of the sliver beside Borexino, most of which COHERENT covers for quarks', async () => {
    const { panels } = layoutFigure(await make('coy-2021-2.2-lower'))
    const keys = panels.map(({ key }) => key.map(({ text }) => text.svg.replaceAll(/<[^>]*>/g, '')))
    expect(keys[0]).toContain('fixed target')
    for (const key of keys) expect(key).toContain('scattering')
  })

  it('is data, as the schema says', async () => {
    const spec = await make('coy-2021-2.2-lower')
    const { id, paper, title, missing, assume } = recipe(spec.id)
    const answer = {
      id,
      paper,
      title,
      missing,
      assumptions: paperAssumptions(assume),
      caption: spec.caption,
      panels: figureJson(spec),
      files: [],
    }
    const { panels } = OUTPUT_SCHEMAS.figure.parse(answer)
    expect(panels?.map(({ layers }) => layers.length)).toEqual(spec.panels.map(({ layers }) => layers.length))
  })

  it('leaves nothing of the band of (g−2)_μ: Borexino lies below it at every mass', async () => {
    const spec = await make('coy-2021-2.2-lower')
    for (const panel of [0, 1]) {
      const { polygons } = layer<RegionLayer>(spec, panel, 'borexino-2011')
      const band = layer<RegionLayer>(spec, panel, 'g-2-muon').polygons.flat()
      expect(band.filter(([m]) => m > 1e-3 && m < 10).every((point) => isInside(point, polygons))).toBe(true)
    }
  })
})

describe('bernal-2022-1, as printed', () => {
  // At 40 MeV and ε_medium = 1: g = 5.8545e-4, and (eε)² Br(invisible)/(3/5) is 20.670 times the limit of NA64, 0.26317 times with φ.
  it.each([
    [0, 5.8545e-4 / Math.sqrt(20.67)],
    [1, 5.8545e-4 / Math.sqrt(0.26317)],
  ])('has NA64 where section 3 puts it, panel %i', async (panel, expected) => {
    const spec = await make('bernal-2022-1')
    const [mass, coupling] = lowerEdge(layer(spec, panel, 'foresee-bl-na64-inv-2022-printed'), 0.04)
    expect(Math.abs(mass / 0.04 - 1)).toBeLessThan(0.02)
    // The limit goes nearly as m, and so does the coupling at the limit.
    expect(Math.abs(coupling / expected / (mass / 0.04) ** 0.95 - 1)).toBeLessThan(2e-3)
  })

  it('excludes scalars below 10 MeV: bosons below 30 MeV, with φ alone', async () => {
    const spec = await make('bernal-2022-1')
    expect(spec.panels[0].layers.some(({ id }) => id === 'light-scalar')).toBe(false)
    const heaviest = Math.max(...pointsOf(layer(spec, 1, 'light-scalar')).map(([m]) => m))
    expect(Math.abs(heaviest / 0.03 - 1)).toBeLessThan(2e-4)
  })
})

// Mixing with the Z moves couplings by up to m²/m_Z² over tan η.
describe('bernal-2022-2', () => {
  it('has LMA-Dark between 2 and 3 at every tan η, and Borexino along eq. (34)', async () => {
    const spec = await make('bernal-2022-2')
    const edges = pointsOf(layer(spec, 0, 'lma-dark')).map(([epsilon]) => epsilon)
    for (const epsilon of edges) expect(Math.min(Math.abs(epsilon - 2), Math.abs(epsilon - 3))).toBeLessThan(1e-3)
    const borexino = pointsOf(layer(spec, 0, 'borexino-2017')).filter(([epsilon]) => epsilon > 0.05 && epsilon < 4)
    expect(borexino.length).toBeGreaterThan(50)
    for (const [epsilon, tanEta] of borexino) expect(Math.abs((epsilon * (1 - 1 / tanEta)) / 1.54)).toBeCloseTo(2, 3)
  })

  it('is mirrored in ε_medium at c = 2/3, where LMA ends at −0.081', async () => {
    const spec = await make('bernal-2022-4')
    expect(Math.min(...pointsOf(layer(spec, 0, 'lma')).map(([epsilon]) => epsilon))).toBeCloseTo(-0.081, 4)
    expect(spec.panels[0].layers.some(({ id }) => id === 'lma-dark')).toBe(false)
  })
})

describe('bernal-2022-1, corrected', () => {
  it('has LMA below everything that explains (g−2)_μ', async () => {
    const spec = await recipe('bernal-2022-1').make(paperAssumptions('default'))
    const band = pointsOf(layer(spec, 0, 'g-2-muon-2021'))
    const lma = pointsOf(layer(spec, 0, 'lma'))
    expect(Math.min(...band.map(([, g]) => g))).toBeGreaterThan(Math.max(...lma.filter(([m]) => m < 0.08).map(([, g]) => g)))
  })
})

describe('coy-2021-2.2', () => {
  it('has g_μ = 4.5e-4 and 0.05 in the band of g−2, and the bound of 4.9 MeV', async () => {
    const spec = await make('coy-2021-2.2')
    const band = layer<RegionLayer>(spec, 0, 'g-2-muon').polygons.flat()
    for (const [mass, coupling] of [
      [1e-3, 4.5e-4],
      [10, 0.05],
    ]) {
      const edges = band.filter(([m]) => Math.abs(m / mass - 1) < 1e-9).map(([, g]) => g)
      expect(Math.min(...edges)).toBeLessThan(coupling)
      expect(Math.max(...edges)).toBeGreaterThan(coupling)
    }
    const heaviest = Math.max(
      ...layer<RegionLayer>(spec, 1, 'bbn-cmb')
        .polygons.flat()
        .map(([m]) => m),
    )
    expect(Math.abs(heaviest - 4.93e-3)).toBeLessThan(2e-5)
  })
})

describe('amaral-2020-3', () => {
  it('adds 310 counts for BP2 and hardly any for BP1', async () => {
    const spec = await make('amaral-2020-3')
    const sum = (id: string): number => layer<LineLayer>(spec, 0, id).paths[0].reduce((total, [, count]) => total + count / 2, 0)
    const fit = sum('standard')
    // Independent count from 2 to 30 keV: 309 and 3.3; the bin from 1 to 2 keV adds five.
    expect(Math.abs((sum('bp2') - fit) / 314 - 1)).toBeLessThan(0.01)
    expect(Math.abs(sum('bp1') - fit - 3.4)).toBeLessThan(0.1)
  })

  it('has the collaboration’s 1261 counts with errors of their root', async () => {
    const data = layer<MarkerLayer>(await make('amaral-2020-3'), 0, 'observed')
    expect(data.points.reduce((total, [, count]) => total + count, 0)).toBe(1261)
    for (const [i, [, count]] of data.points.entries()) expect(Math.abs(data.errors![i] / Math.sqrt(count) - 1)).toBeLessThan(1e-12)
  })
})

describe('amaral-2020-4', () => {
  it('has the couplings of Table II’s detectors that were found independently, with the mixing of eq. (8)', async () => {
    const spec = await make('amaral-2020-4')
    // At 1 and 10 MeV with the loop’s 6π²; limits go as the root of the mixing.
    const expected = [
      [0, 'lz-er', 4.02e-5, 3.99e-4],
      [0, 'darwin-er', 2.65e-5, 2.63e-4],
      [1, 'lz-nr-er', 4.15e-5, 3.67e-4],
      [1, 'darwin-nr-er', 2.88e-5, 2.39e-4],
    ] as const
    for (const [panel, id, ...couplings] of expected) {
      for (const [i, mass] of [1e-3, 1e-2].entries()) {
        const [, coupling] = nearest(layer(spec, panel, `${id}-line`), mass)
        expect(Math.abs(coupling / couplings[i] / Math.sqrt(2 / 3) - 1)).toBeLessThan(0.02)
      }
    }
  })
})

describe('amaral-2020-6', () => {
  it('draws of each experiment the best analysis at every mass', async () => {
    const [four, six] = await Promise.all(['amaral-2020-4', 'amaral-2020-6'].map(make))
    for (const mass of [2e-3, 0.02, 0.2]) {
      const [m, best] = nearest(layer(six, 0, 'darwin-envelope-line'), mass)
      const single = ['darwin-er', 'darwin-nr-er', 'darwin-nr'].map((id, panel) => nearest(layer(four, panel, `${id}-line`), mass))
      // The grids of the two figures differ: along a limit g/m changes little between their masses.
      expect(Math.abs(best / (Math.min(...single.map(([at, g]) => g / at)) * m) - 1)).toBeLessThan(0.06)
    }
  })
})
