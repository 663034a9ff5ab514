import { describe, expect, it } from 'vitest'
import { cornerFigure, uncertainText } from '../../src/figures/corner.ts'
import { figureCsv } from '../../src/figures/data.ts'
import { layoutFigure } from '../../src/figures/layout.ts'
import { renderSvg } from '../../src/figures/svg.ts'
import { logUniformPrior, type Samples, uniformPrior } from '../../src/inference/index.ts'
import { erf, randomStream } from '../../src/numerics/index.ts'

const NAMES = ['mass', 'coupling', 'ratio', 'mixing']
const LEVELS = [0.6827, 0.9545]

/** Independent Gaussians, the first two in their logarithms. */
function independent(count = 6000): Samples {
  const random = randomStream(11)
  const rows = Array.from({ length: count }, () => NAMES.map(() => random.normal()))
  return {
    parameters: NAMES.map((name, k) => ({
      name,
      label: `$${name[0]}$`,
      prior: k < 2 ? logUniformPrior(1e-5, 1e5) : uniformPrior(-20, 20),
    })),
    points: Float64Array.from(rows.flatMap((row) => row.map((value, k) => (k < 2 ? Math.exp(value) : value)))),
    weights: new Float64Array(count).fill(1),
    logLikelihoods: Float64Array.from(rows, (row) => -0.5 * row.reduce((sum, value) => sum + value * value, 0)),
  }
}

const options = { id: 'corner', view: 'marginal', levels: LEVELS } as const

describe('a corner figure', () => {
  const spec = cornerFigure(independent(), options)

  it('of independent parameters factorises: round regions of the same share in every panel', () => {
    for (const { place, x, y, layers } of spec.panels) {
      if (place!.row === place!.column) continue
      const place1 = (scale: string, value: number): number => (scale === 'log' ? Math.log(value) : value)
      const regions = layers.flatMap((layer) => (layer.kind === 'region' ? [layer] : []))
      for (const [i, share] of [0.9545, 0.6827].entries()) {
        expect(regions[i].polygons.length).toBe(1)
        const radii = regions[i].polygons[0].map(([u, v]) => Math.hypot(place1(x.scale, u), place1(y.scale, v)))
        const radius = Math.sqrt(-2 * Math.log(1 - share))
        const mean = radii.reduce((sum, r) => sum + r, 0) / radii.length
        // The noise of a few hundred points at the edge.
        expect(Math.abs(mean / radius - 1)).toBeLessThan(0.04)
        for (const r of radii) expect(Math.abs(r / mean - 1)).toBeLessThan(0.2)
      }
    }
  })

  it('has medians and intervals above the diagonal, as the error function has them', () => {
    const titles = spec.panels.filter(({ place }) => place!.row === place!.column).map(({ title }) => title)
    expect(titles.length).toBe(4)
    const found = /^\$r\$\n\$(-?[\d.]+)\^\{\+([\d.]+)\}_\{-([\d.]+)\}\$$/.exec(titles[2]!)
    expect(found).not.toBeNull()
    const [middle, up, down] = found!.slice(1).map(Number)
    expect(erf(1 / Math.SQRT2)).toBeCloseTo(0.6827, 4)
    expect(Math.abs(middle)).toBeLessThan(0.06)
    expect(Math.abs(up - 1)).toBeLessThan(0.08)
    expect(Math.abs(down - 1)).toBeLessThan(0.08)
  })

  it.each([2, 3, 4])('of %i parameters has frames of one size in a triangle, and no text over another', (count) => {
    const drawn = cornerFigure(independent(1500), {
      ...options,
      title: 'a title of the figure',
      names: NAMES.slice(0, count),
      remarks: ['a remark'],
    })
    const layout = layoutFigure(drawn)
    expect(layout.panels.length).toBe((count * (count + 1)) / 2)
    const [first] = layout.panels
    const boxes = layout.panels.flatMap(({ x, y, title, legend }) =>
      [...x.labels, ...y.labels, ...title, ...legend, ...(x.title ? [x.title] : [])].map((text) => ({
        left: text.x,
        right: text.x + text.text.width,
        top: text.y - text.text.height,
        bottom: text.y + text.text.depth,
      })),
    )
    for (const { frame } of layout.panels) expect([frame.width, frame.height]).toEqual([first.frame.width, first.frame.height])
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(0)
      expect(box.right).toBeLessThanOrEqual(layout.width)
      expect(box.top).toBeGreaterThanOrEqual(0)
      expect(box.bottom).toBeLessThanOrEqual(layout.height)
      for (const { frame } of layout.panels) {
        const apart =
          box.right <= frame.x || box.left >= frame.x + frame.width || box.bottom <= frame.y || box.top >= frame.y + frame.height
        expect(apart).toBe(true)
      }
    }
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true)
      }
    }
    // One legend, in the corner that is free.
    expect(layout.panels.flatMap(({ legend }) => legend).length).toBe(3)
    expect(layout.panels.every(({ layers }) => layers.some(({ rings }) => rings.length > 0))).toBe(true)
    expect(renderSvg(drawn)).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('of a profile has the likelihood on the diagonal, 1 at the best point', () => {
    const { panels } = cornerFigure(independent(), { ...options, view: 'profile', names: ['mass', 'ratio'] })
    const [curve] = panels[0].layers
    if (curve.kind !== 'line') throw new Error('no curve')
    expect(Math.max(...curve.paths[0].map(([, height]) => height))).toBe(1)
  })

  it('of one parameter is its curve with an axis of its own, and every point of it in the data is one of the curve', () => {
    for (const view of ['marginal', 'profile'] as const) {
      const spec = cornerFigure(independent(2000), { ...options, view, names: ['mass'] })
      expect(spec.panels[0].y.label).not.toBe('')
      const rows = figureCsv(spec)
        .split('\n')
        .filter((line) => /,(probability|likelihood),/.test(line))
      expect(rows.length).toBeGreaterThan(60)
      const heights = rows.map((row) => Number(row.split(',').at(-1)))
      for (const height of heights) expect(height).toBeGreaterThanOrEqual(0)
    }
  })

  it('marks the truth where it is known, and gives what reaches the end of the range as a limit', () => {
    const random = randomStream(2)
    const [x, y] = ['x', 'y'].map((name) => ({ name, prior: uniformPrior(0, 4) }))
    const points = Float64Array.from({ length: 8000 }, (_, i) =>
      i % 2 === 0 ? Math.min(3.99, -Math.log(random.uniform())) : 4 * random.uniform(),
    )
    const samples = {
      parameters: [x, y],
      points,
      weights: new Float64Array(4000).fill(1),
      logLikelihoods: points.filter((_, i) => i % 2 === 0).map((u) => -u),
    }
    const { panels } = cornerFigure(samples, { ...options, truth: { x: 1, y: 2 } })
    // Of an exponential 95 % lie below ln 20.
    expect(Number(/< ([\d.]+)/.exec(panels[0].title!)![1]) / Math.log(20)).toBeCloseTo(1, 1)
    expect(panels[2].title).toMatch(/all of the range/)
    expect(panels.map(({ layers }) => layers.filter(({ id }) => id === 'truth').length)).toEqual([1, 1, 1])
  })

  it('refuses parameters that there are not, or too few', () => {
    expect(() => cornerFigure(independent(50), { ...options, names: ['mass', 'couplng'] })).toThrow(
      "parameters: unknown parameter 'couplng'; did you mean 'coupling'?",
    )
    expect(() => cornerFigure(independent(50), { ...options, names: [] })).toThrow('parameters: 0 of them; allowed: 1 to 8')
    expect(() => cornerFigure(independent(50), { ...options, names: ['mass', 'mass'] })).toThrow("'mass' is named twice")
  })
})

describe('panels in rows and columns', () => {
  it('do not share a place', () => {
    const [panel] = cornerFigure(independent(50), options).panels
    expect(() => layoutFigure({ id: 'two', caption: '', panels: [panel, panel] })).toThrow('panels[1].place: two panels have one place')
  })
})

describe('values with uncertainties', () => {
  it('have two digits of the smaller one', () => {
    expect(uncertainText(1.2345, 1.1, 1.5)).toBe('$1.23^{+0.27}_{-0.13}$')
    expect(uncertainText(4.6e-4, 4.18e-4, 5.11e-4)).toBe('$(4.60^{+0.51}_{-0.42})\\times 10^{-4}$')
    expect(uncertainText(-0.2, -0.8, 0.6)).toBe('$-0.20^{+0.80}_{-0.60}$')
    // Powers of ten are those of the value, however far the interval goes, unless it reaches through zero.
    expect(uncertainText(2.5e-5, 3e-6, 2.2e-4)).toBe('$(2.5^{+19.5}_{-2.2})\\times 10^{-5}$')
    expect(uncertainText(2e-7, -3e-5, 4e-5)).toBe('$(0.0^{+4.0}_{-3.0})\\times 10^{-5}$')
    expect(uncertainText(3, 3, 3)).toBe('$3$')
    expect(uncertainText(0, 0, 0)).toBe('$0$')
  })
})
