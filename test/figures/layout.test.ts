import { describe, expect, it } from 'vitest'
import { wrapped } from '../../src/figures/footnote.ts'
import { layoutFigure } from '../../src/figures/layout.ts'
import { plainTypesetter } from '../../src/figures/plain-text.ts'
import type { LayerStyle, RegionLayer } from '../../src/figures/spec.ts'

const SIZE = 8
const wide = (text: string): number => plainTypesetter.typeset(text, SIZE).width
const model = 'model: bernal:c=-0.1,tanEta=-0.75,cPhi=40,mPhiOverM=0.3333'
const line = [model, 'kinetic mixing: one loop', 'B16-GS98', 'NuFIT 6.0 (SK)'].join(' · ')

describe('a footnote', () => {
  it('stays whole where it fits', () => {
    expect(wrapped(line, SIZE, wide(line), plainTypesetter)).toHaveLength(1)
  })

  it.each([0.9, 0.6, 0.45, 0.25])('never runs over at %f of its length', (share) => {
    const width = share * wide(line)
    const lines = wrapped(line, SIZE, width, plainTypesetter)
    expect(lines.length).toBeGreaterThan(1)
    for (const text of lines) expect(text.width).toBeLessThanOrEqual(width)
  })

  it('leaves a phrase alone that nothing can break', () => {
    expect(wrapped('unbreakable', SIZE, 1, plainTypesetter)).toHaveLength(1)
  })
})

describe('the key to colours of a crowded panel', () => {
  const square = (id: string, style: LayerStyle, colour: number, from: number, to: number): RegionLayer => ({
    kind: 'region',
    id,
    style,
    colour,
    label: id,
    polygons: [
      [
        [from, from],
        [to, from],
        [to, to],
        [from, to],
      ],
    ],
  })
  const axis = { label: 'x', scale: 'linear', min: 0, max: 10 } as const
  const keyWith = (projected: RegionLayer): string[] =>
    layoutFigure({
      id: 'key',
      caption: '',
      panels: [
        {
          x: axis,
          y: axis,
          layers: [square('limit', 'exclusion', 0, 1, 6), projected],
          isCrowded: true,
          key: [
            { label: 'limits', colour: 0 },
            { label: 'plans', colour: 3 },
          ],
        },
      ],
    }).panels[0].key.map(({ slot }) => `${slot}`)

  it('names a reach that goes beyond the limits, and none that they cover', () => {
    expect(keyWith(square('plan', 'projection', 3, 2, 8))).toEqual(['0', '3'])
    expect(keyWith(square('plan', 'projection', 3, 2, 5))).toEqual(['0'])
  })
})
