import { describe, expect, it } from 'vitest'
import { withTexts, withTextsOf } from '../../src/figures/png-text.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
/** One white pixel. */
const HEAD = '89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef924'
const REST = '0000000a4944415478016360000000020001737501180000000049454e44ae426082'

describe('texts of a PNG', () => {
  it('come after the header, with a length and a checksum of their own', () => {
    const chunk = withTexts(bytes(HEAD + REST), { Title: 'ε ≤ 1' }).subarray(HEAD.length / 2, -REST.length / 2)
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length)
    expect(view.getUint32(0)).toBe(chunk.length - 12)
    expect(new TextDecoder().decode(chunk.subarray(4, 13))).toBe('iTXtTitle')
    expect([...chunk.subarray(13, 18)]).toEqual([0, 0, 0, 0, 0])
    expect(new TextDecoder().decode(chunk.subarray(18, -4))).toBe('ε ≤ 1')
    // What a CRC of data followed by its own complement, byte-reversed, leaves is one number: the residue of ISO 3309.
    expect(residue(chunk.subarray(4))).toBe(0xdebb20e3)
  })

  it('leave the rest as it was', () => {
    const png = withTexts(bytes(HEAD + REST), { Title: 'a', Software: 'Zest' })
    expect(png.subarray(0, HEAD.length / 2)).toEqual(bytes(HEAD))
    expect(png.subarray(-REST.length / 2)).toEqual(bytes(REST))
    expect(() => withTexts(bytes(REST), {})).toThrow(TypeError)
  })

  it('are what the SVG of a figure says of it', () => {
    const svg = '<svg><title id="t">Limits on Lμ</title><desc id="d">m &lt; 1 GeV</desc></svg>'
    const texts = { Title: 'Limits on Lμ', Description: 'm < 1 GeV', Software: 'Zest' }
    expect(withTextsOf(bytes(HEAD + REST), svg)).toEqual(withTexts(bytes(HEAD + REST), texts))
  })
})

/** The register after data and their checksum, least significant byte first as a serial line would send it. */
function residue(data: Uint8Array): number {
  const sent = [...data.subarray(0, -4), ...[...data.subarray(-4)].reverse()]
  let register = 0xffffffff
  for (const byte of sent) {
    for (let bit = 0; bit < 8; bit++) {
      const isOdd = ((register ^ (byte >>> bit)) & 1) === 1
      register = isOdd ? (register >>> 1) ^ 0xedb88320 : register >>> 1
    }
  }
  return register >>> 0
}
