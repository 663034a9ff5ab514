import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { expression, parseCharges, texExpression } from '../../src/models/parse.ts'
import { toFraction } from '../../src/models/rational.ts'
import { fromTwelfths, twelfths, vectorlike } from './charges.ts'

const parsed = (text: string): string => expression(parseCharges(text))

describe('charge expressions', () => {
  it('give quarks a third of the baryon number, leptons the lepton number', () => {
    expect(parseCharges('B-3Lmu')).toEqual(vectorlike(['1/3', '1/3', '1/3'], ['0', '-3', '0']))
    expect(parseCharges('Lmu-Ltau')).toEqual(vectorlike(['0', '0', '0'], ['0', '1', '-1']))
    expect(parseCharges('L')).toEqual(vectorlike(['0', '0', '0'], ['1', '1', '1']))
    expect(parseCharges('B1-2B3')).toEqual(vectorlike(['1/3', '0', '-2/3'], ['0', '0', '0']))
    expect(parseCharges('0')).toEqual(vectorlike(['0', '0', '0'], ['0', '0', '0']))
  })

  it('take exact coefficients in every notation', () => {
    const same = 'B-3/2Lmu-3/2Ltau'
    for (const text of [
      'B-3/2(Lmu+Ltau)',
      'B - 1.5 Lmu - 1.5 Ltau',
      'B−(3/2)*(Lmu+Ltau)',
      '-3(Lmu+Ltau)/2+B',
      'B-3*(Ltau+Lmu)/2',
      '(B+B)/2-1.5(L-Le)',
    ]) {
      expect(parsed(text), text).toBe(same)
    }
    expect(parseCharges('Lmu+Ltau-(-1/10)(B1+B2)-2(1-(-0.1))B3')).toEqual(vectorlike(['1/30', '1/30', '-11/15'], ['0', '1', '1']))
  })

  it('do not mind case, underscores, Greek or TeX', () => {
    for (const text of ['Lmu-Ltau', 'LMU-ltau', 'L_mu - L_tau', 'Lμ−Lτ', 'L_µ-L_τ', String.raw`L_\mu-L_{\tau}`])
      expect(parsed(text), text).toBe('Lmu-Ltau')
    expect(parsed('B_1')).toBe('B1')
    expect(parsed('νμ_R')).toBe('numu_R')
  })

  it('reach every chirality', () => {
    const fields = parseCharges('Q1 + 2/3u_R - 1/3d_R + Lmu_L + 2muR + nuR2')
    const written = Object.fromEntries(Object.entries(fields).map(([field, charges]) => [field, charges.map(toFraction).join(' ')]))
    expect(written).toEqual({ Q: '1 0 0', u: '2/3 0 0', d: '-1/3 0 0', L: '0 1 0', e: '0 2 0', nuR: '0 1 0' })
    // a lepton number is its doublet and both right-handed fields; B counts three colours
    expect(parsed('Lmu_L+mu_R+numu_R')).toBe('Lmu')
    expect(parsed('1/3(Q_L+u_R+c_R+t_R+d_R+s_R+b_R)')).toBe('B')
    expect(parsed('L_L+e_R+mu_R+tau_R+nuR1+nuR2+nuR3')).toBe('L')
  })

  it('round-trip through the canonical form, for any charges of the eighteen fields', () => {
    fc.assert(
      fc.property(twelfths, (numbers) => {
        const fields = fromTwelfths(numbers)
        const text = expression(fields)
        expect(parseCharges(text)).toEqual(fields)
        expect(expression(parseCharges(text))).toBe(text)
      }),
    )
  })

  it('round-trip for vectorlike family charges', () => {
    const charge = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 })).map(([n, d]) => `${n}/${d}`)
    const three = fc.tuple(charge, charge, charge)
    fc.assert(
      fc.property(three, three, (quark, lepton) => {
        const fields = vectorlike(quark, lepton)
        const text = expression(fields)
        expect(parseCharges(text)).toEqual(fields)
        expect(text).not.toContain('_R')
      }),
    )
  })

  it('are linear', () => {
    fc.assert(
      fc.property(twelfths, twelfths, (a, b) => {
        const [x, y] = [expression(fromTwelfths(a)), expression(fromTwelfths(b))]
        expect(parseCharges(`2(${x})-3(${y})`)).toEqual(fromTwelfths(a.map((n, i) => 2 * n - 3 * b[i])))
        expect(parseCharges(`-(6(${y}))/2+(${x})*2`)).toEqual(fromTwelfths(a.map((n, i) => 2 * n - 3 * b[i])))
      }),
    )
  })

  it('print in TeX', () => {
    expect(texExpression(parseCharges('Lmu-Ltau'))).toBe(String.raw`L_\mu-L_\tau`)
    expect(texExpression(parseCharges('B-3Lmu'))).toBe(String.raw`B-3L_\mu`)
    expect(texExpression(parseCharges('B-3/2(Lmu+Ltau)'))).toBe(String.raw`B-\tfrac{3}{2}L_\mu-\tfrac{3}{2}L_\tau`)
    expect(texExpression(parseCharges('e_R-nutau_R'))).toBe(String.raw`e_R-\nu_{\tau R}`)
    expect(texExpression(parseCharges('0'))).toBe('0')
  })
})

describe('a mistake in a charge expression', () => {
  const mistakes: Record<string, string> = {
    'B-3Lm': "model: unknown charge 'Lm' at character 4 of 'B-3Lm'; did you mean 'Lmu'?",
    'Lmu-Ltua': "model: unknown charge 'Ltua' at character 5 of 'Lmu-Ltua'; did you mean 'Ltau'?",
    'B-3e': "model: unknown charge 'e' at character 4 of 'B-3e'; did you mean 'Le'?",
    'B+L2': "model: 'L2' at character 3 of 'B+L2' is not clear; write Lmu for the lepton number or Lmu_L for the doublet alone",
    mu_L: "model: 'mu_L' at character 1 of 'mu_L' is not clear; left-handed leptons come in doublets: write Lmu_L",
    'B-s_L': "model: 's_L' at character 3 of 'B-s_L' is not clear; left-handed quarks come in doublets: write Q2_L",
    'B Lmu': "model: 'Lmu' at character 3 of 'B Lmu' multiplies two charges; join them with + or -",
    'B+2': "model: '+' at character 2 of 'B+2' joins a bare number and charges; every term names a charge, such as 2Lmu",
    'B/L': "model: '/' at character 2 of 'B/L' divides by a charge; only a number can stand there",
    'B/0': "model: '/' at character 2 of 'B/0' divides by zero",
    'B-3(Lmu': "model: '(' at character 4 of 'B-3(Lmu' is never closed",
    'B)': "model: ')' at character 2 of 'B)' stands where +, -, * or the end should",
    'B-': "model: 'B-' ends where a charge or number should stand",
    'B-*L': "model: '*' at character 3 of 'B-*L' stands where a charge or number should",
    'B - %': "model: '%' at character 5 of 'B - %' has no meaning in a charge expression",
    '2': "model: '2' is only a number; name charges, such as B-3Lmu",
    '  ': 'model: empty charge expression; write a combination of charges such as B-3Lmu',
  }
  for (const [text, message] of Object.entries(mistakes)) {
    it(`in '${text}' is pointed at`, () => {
      expect(() => parseCharges(text)).toThrow(InputError)
      expect(() => parseCharges(text)).toThrow(new InputError(message.replace('model: ', ''), 'model'))
    })
  }

  it('never is anything but an InputError', () => {
    const pieces = fc.constantFrom('B', 'Lmu', 'L2', 'x', '3', '1/2', '(', ')', '+', '-', '*', '/', ' ', '0', '_', '\\', 'μ', '.', '%')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        try {
          parseCharges(parts.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
        }
      }),
      { numRuns: 500 },
    )
    expect(() => parseCharges('('.repeat(5000))).toThrow(InputError)
  })
})
