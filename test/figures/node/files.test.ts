import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/errors.ts'
import { figurePdf } from '../../../src/figures/node/pdf.ts'
import { figurePng } from '../../../src/figures/node/png.ts'
import { loadTypesetter } from '../../../src/figures/node/tex.ts'
import { plainText } from '../../../src/figures/plain-text.ts'
import { renderSvg } from '../../../src/figures/svg.ts'
import { plane, probability } from '../demo.ts'
import { expectWellFormed } from '../xml.ts'

describe('the drawing itself', () => {
  it('is the committed one', async () => {
    await expect(renderSvg(plane)).toMatchFileSnapshot('./plane.svg.snap')
    await expect(renderSvg(probability, { width_mm: 86 })).toMatchFileSnapshot('./probability.svg.snap')
  })
})

describe('loadTypesetter', () => {
  it('draws every character as outlines', async () => {
    const typesetter = await loadTypesetter()
    const svg = renderSvg(plane, { typesetter })
    expectWellFormed(svg)
    expect(svg).not.toContain('<text')
    expect(svg).toContain('<use xlink:href="#glyph-')
  })

  it.each([
    'Borexino – A′ ν 10² ³ é ü × ± · °',
    '50 % a_b # R&D ^ ~ {x} [y]',
    '90\\% of R\\&D',
    "$m_{A'}\\;[\\mathrm{GeV}]$",
    '$\\lesssim \\gtrsim \\simeq \\to \\odot \\ell \\hbar \\mathcal{B} \\bar\\nu_e \\sqrt{x} \\frac{1}{2}$',
  ])('has glyphs for %s', async (text) => {
    const set = (await loadTypesetter()).typeset(text, 10)
    expectWellFormed(`<svg><defs>${[...(set.glyphs ?? [])].map(([id]) => `<path id="${id}"/>`).join('')}</defs>${set.svg}</svg>`)
    expect(set.svg).not.toContain('<text')
    expect(set.width).toBeGreaterThan(20)
    expect(set.height).toBeGreaterThan(5)
  })

  it('keeps spaces between words and mathematics', async () => {
    const { typeset } = await loadTypesetter()
    const space = typeset('a b', 10).width - typeset('ab', 10).width
    expect(space).toBeGreaterThan(2)
    expect(typeset('a $x$', 10).width - typeset('a$x$', 10).width).toBeCloseTo(space, 6)
    expect(typeset('90 % of', 10).svg.match(/<use/g)).toHaveLength(5)
  })

  it('shows TeX it does not know as words', async () => {
    const set = (await loadTypesetter()).typeset('$\\unheardof{x}$', 10)
    expect(set.svg.match(/glyph-75-/g)).toHaveLength(1)
    expect(set.svg).not.toContain('glyph-5C')
  })
})

describe('figurePng', () => {
  it('has the size in millimetres at the resolution asked for', async () => {
    const png = await figurePng(renderSvg(plane, { width_mm: 50.8, typesetter: await loadTypesetter() }), { dpi: 150 })
    expect(new TextDecoder().decode(png)).toContain(`iTXtDescription\0\0\0\0\0${plainText(plane.caption)}`)
    expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(300)
  })

  it('refuses resolutions out of range', async () => {
    await expect(figurePng(renderSvg(plane), { dpi: 0 })).rejects.toThrow(InputError)
  })
})

describe('figurePdf', () => {
  it('is one page of the figure’s size, with outlines and no fonts', async () => {
    const svg = renderSvg(plane, { typesetter: await loadTypesetter() })
    const pdf = await figurePdf(svg, { title: 'A plane' })
    const text = Buffer.from(pdf).toString('latin1')
    expect(text.slice(0, 8)).toBe('%PDF-1.7')
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
    expect(text.includes(`/MediaBox [0 0 ${width} ${height}]`)).toBe(true)
    expect(text.includes('>A plane</rdf:li>')).toBe(true)
    expect(text.includes('/Type /Font')).toBe(false)
    expect(text.includes('/Subtype /Image')).toBe(false)
    const start = text.indexOf('stream\n', text.indexOf('/FlateDecode')) + 7
    const page = inflateSync(pdf.subarray(start)).toString('latin1')
    // The frame comes out at its own place, in points.
    const [, x, y] = /<rect x="([\d.]+)" y="([\d.]+)" width="[\d.]+" height="[\d.]+"\/><\/clipPath>/.exec(svg) ?? []
    expect(page.includes(`${x} ${y} `)).toBe(true)
    expect(Buffer.from(await figurePdf(svg, { title: 'A plane' })).equals(Buffer.from(pdf))).toBe(true)
  })
})
