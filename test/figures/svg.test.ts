import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import type { FigureSpec, Layer } from '../../src/figures/spec.ts'
import { renderSvg } from '../../src/figures/svg.ts'
import { dark } from '../../src/figures/theme.ts'
import { plane, probability, twoPanels } from './demo.ts'
import { expectWellFormed } from './xml.ts'

const axis = { label: 'x & <y>', scale: 'log', min: 1e-3, max: 1e3 } as const
const figure = (...layers: readonly Layer[]): FigureSpec => ({ id: 'f', caption: 'c', panels: [{ x: axis, y: axis, layers }] })

describe('renderSvg', () => {
  it.each([
    ['plane', plane, {}],
    ['dark', plane, { theme: dark }],
    ['tiny', plane, { width_mm: 40 }],
    ['two', twoPanels, {}],
    ['probability', probability, {}],
  ] as const)('writes well-formed XML that names every constraint: %s', (_, spec, options) => {
    const svg = renderSvg(spec, options)
    expectWellFormed(svg)
    for (const layer of spec.panels.flatMap((panel) => panel.layers)) {
      expect(svg).toContain(`<g data-constraint="${layer.id}" role="img"><title>`)
    }
    expect(svg).not.toMatch(/NaN|Infinity|undefined|\\/)
    expect(renderSvg(spec, options)).toBe(svg)
  })

  it('keeps the layers in order', () => {
    const found = [...renderSvg(plane).matchAll(/<g data-constraint="([^"]+)"/g)].map((match) => match[1])
    expect(found).toEqual(plane.panels[0].layers.map((layer) => layer.id))
  })

  it('says its size in millimetres', () => {
    expect(renderSvg(plane, { width_mm: 86 })).toMatch(/^<svg [^>]*width="86mm" height="[\d.]+mm" viewBox="0 0 243.78 /)
  })

  it('draws what is empty, outside, infinite or not a number as nothing', () => {
    const layers: Layer[] = [
      { kind: 'region', id: 'none', style: 'exclusion', label: 'none', polygons: [] },
      { kind: 'region', id: 'empty', style: 'preferred', label: 'empty', polygons: [[], [[1, 1]]] },
      {
        kind: 'region',
        id: 'outside',
        style: 'preferred',
        polygons: [
          [
            [1e5, 1e5],
            [1e6, 1e5],
            [1e6, 1e6],
          ],
        ],
      },
      {
        kind: 'line',
        id: 'nan',
        style: 'curve',
        label: 'nan',
        paths: [
          [
            [Number.NaN, 1],
            [1, Number.NaN],
          ],
          [],
        ],
      },
      {
        kind: 'line',
        id: 'zero',
        style: 'curve',
        paths: [
          [
            [0, 1],
            [-1, 1],
          ],
        ],
      },
      {
        kind: 'marker',
        id: 'point',
        symbol: 'star',
        points: [
          [Number.NaN, 1],
          [0, 0],
        ],
        errors: [Number.NaN],
      },
    ]
    const svg = renderSvg(figure(...layers))
    expectWellFormed(svg)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    for (const { id } of layers)
      expect(svg).toMatch(
        new RegExp(`<g data-constraint="${id}" role="img"><title>[^<]*</title><desc>[^<]*nothing within the frame</desc></g>`),
      )
  })

  it('takes infinite ends as far away', () => {
    const polygons = [
      [
        [0, 1],
        [Number.POSITIVE_INFINITY, 1],
        [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
        [0, Number.POSITIVE_INFINITY],
      ],
    ] as const
    const svg = renderSvg(figure({ kind: 'region', id: 'above', style: 'exclusion', polygons }))
    expect(svg).not.toMatch(/NaN|Infinity/)
    // One edge: the horizontal line at the middle of the frame.
    expect(svg).toMatch(/<path d="M[\d.]+ ([\d.]+)L[\d.]+ \1" fill="none" stroke="#00659e"/)
  })

  it('hatches preferred bands, fills exclusions, dashes projections', () => {
    const polygons = [
      [
        [0.1, 0.1],
        [10, 0.1],
        [10, 10],
        [0.1, 10],
      ],
    ] as const
    const draw = (style: 'exclusion' | 'preferred' | 'projection' | 'historical') =>
      renderSvg(figure({ kind: 'region', id: 'r', style, polygons })).match(/<g data-constraint="r".*/)?.[0] ?? ''
    expect(draw('exclusion')).toMatch(/fill-opacity/)
    expect(draw('exclusion')).not.toMatch(/stroke-opacity|dasharray/)
    expect(draw('preferred')).toMatch(/stroke-opacity/)
    expect(draw('historical')).toMatch(/stroke-opacity/)
    expect(draw('projection')).toMatch(/dasharray/)
    expect(draw('projection')).not.toMatch(/fill-opacity/)
  })

  it('keeps a colour with its slot', () => {
    const line = (id: string, colour?: number): Layer => ({
      kind: 'line',
      id,
      style: 'curve',
      paths: [
        [
          [0.1, 1],
          [10, 1],
        ],
      ],
      colour,
    })
    const svg = renderSvg(figure(line('a'), line('b', 0), line('c')))
    const colours = [...svg.matchAll(/data-constraint="\w" d="[^"]*" fill="none" stroke="(#\w+)"/g)].map((match) => match[1])
    expect(colours).toHaveLength(3)
    expect(new Set(colours).size).toBe(3)
    expect(colours[1]).toBe('#00659e')
  })

  it('refuses what cannot be drawn', () => {
    expect(() => renderSvg({ id: 'x', caption: '', panels: [] })).toThrow(InputError)
    expect(() => renderSvg({ ...figure(), panels: [{ x: { ...axis, min: 0 }, y: axis, layers: [] }] })).toThrow(/panels\[0\]\.x/)
    expect(() => renderSvg(twoPanels, { width_mm: 25 })).toThrow(/width_mm/)
  })
})
