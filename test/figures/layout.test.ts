import { describe, expect, it } from 'vitest'
import { wrapped } from '../../src/figures/footnote.ts'
import { plainTypesetter } from '../../src/figures/plain-text.ts'

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
