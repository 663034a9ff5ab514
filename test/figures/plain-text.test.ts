import { describe, expect, it } from 'vitest'
import { plainText, plainTypesetter } from '../../src/figures/plain-text.ts'

describe('plainText', () => {
  it.each([
    ["$m_{A'}$ [GeV]", 'm_A′ [GeV]'],
    ['$10^{-3}$', '10⁻³'],
    ['Borexino 2017, $^7$Be', 'Borexino 2017, ⁷Be'],
    ['$\\nu_\\mu \\to \\nu_\\tau$', 'ν_μ → ν_τ'],
    ['$N_{\\rm eff} \\leq 3.5\\pm 0.2$', 'N_eff ≤ 3.5 ± 0.2'],
    ['90 \\% CL, R&D_1', '90 % CL, R&D_1'],
    ['$\\bar\\nu$', 'ν̄'],
    ['$\\frac{1}{2}$', '1/2'],
    ['$\\unheardof{x}$', 'unheardofx'],
  ])('%s', (tex, plain) => {
    expect(plainText(tex)).toBe(plain)
  })

  it.each(['\\', '$\\$', '$x^{$', '$}{$', '$_$', 'a $', '$\\frac$', '$\\foo_\\bar^\\baz$'])(
    'shows no backslash and never fails: %s',
    (text) => {
      expect(plainText(text)).not.toContain('\\')
      expect(plainTypesetter.typeset(text, 10).svg).not.toMatch(/\\|NaN|undefined/)
    },
  )
})

describe('plainTypesetter', () => {
  it('scales with the size and adds up along the line', () => {
    const small = plainTypesetter.typeset('$g_{\\mu-\\tau}$', 5)
    const large = plainTypesetter.typeset('$g_{\\mu-\\tau}$', 10)
    expect(large.width).toBeCloseTo(2 * small.width, 9)
    expect(large.depth).toBeGreaterThan(2.1)
    const parts = plainTypesetter.typeset('ab', 10).width + plainTypesetter.typeset('cd', 10).width
    expect(plainTypesetter.typeset('abcd', 10).width).toBeCloseTo(parts, 9)
  })

  it('sets a superscript over a subscript', () => {
    const both = plainTypesetter.typeset('$x_1^2$', 10).width
    expect(both).toBeCloseTo(plainTypesetter.typeset('$x_1$', 10).width, 9)
  })

  it('escapes what XML would read', () => {
    expect(plainTypesetter.typeset('a<b & "c"', 10).svg).toContain('a&lt;b &amp; &quot;c&quot;')
  })
})
