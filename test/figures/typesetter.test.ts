import { describe, expect, it } from 'vitest'
import { plainTypesetter } from '../../src/figures/plain-text.ts'
import { typesetWithin } from '../../src/figures/typesetter.ts'

const text = 'An experiment of a very long name, $m_{Z^\\prime}$ below 1 GeV'

describe('a text of a given width', () => {
  it('is cut short with an ellipsis, the longest that fits', () => {
    const full = plainTypesetter.typeset(text, 8).width
    let before = 0
    for (const width of [30, 60, 100, full - 1]) {
      const cut = typesetWithin(text, 8, width, plainTypesetter)
      expect(cut.width).toBeLessThanOrEqual(width)
      expect(cut.width).toBeGreaterThanOrEqual(before)
      expect(cut.svg).toContain('…')
      before = cut.width
    }
    expect(before).toBeGreaterThan(0.9 * full)
  })

  it('stays whole where it fits', () => {
    expect(typesetWithin(text, 8, 1000, plainTypesetter)).toEqual(plainTypesetter.typeset(text, 8))
  })
})
