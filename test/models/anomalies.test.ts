import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANOMALIES, type AnomalyReport, anomalies } from '../../src/models/anomalies.ts'
import type { FieldCharges } from '../../src/models/model.ts'
import { parseCharges } from '../../src/models/parse.ts'
import { isZero, toFraction, toNumber } from '../../src/models/rational.ts'
import { fromTwelfths, twelfths, vectorlike } from './charges.ts'
import { REFERENCE_ANOMALIES } from './reference-anomalies.ts'

const report = (text: string): AnomalyReport => anomalies(parseCharges(text))
const ordered = (table: AnomalyReport['withNuR']) => ANOMALIES.map((anomaly) => toFraction(table[anomaly]))
const written = (charges: AnomalyReport['nuRCharges']) => charges.map(toFraction)

describe('the table of models', () => {
  const B_QUARK = ['1/3', '1/3', '1/3']
  const NONE = ['0', '0', '0']
  // quark and lepton charges, classes, ν_R needed, neutrinos, singlets, Σ N_c Q Q′
  const rows: [string, string[], string[], string, string[], AnomalyReport['neutrinos'], string[], string][] = [
    ['0', NONE, NONE, 'aaa/aaa', [], 'free', [], '0'],
    ['B-L', B_QUARK, ['-1', '-1', '-1'], 'aaa/aaa', ['-1', '-1', '-1'], 'dirac-or-majorana', ['2'], '4'],
    ['B-3Le', B_QUARK, ['-3', '0', '0'], 'aaa/aab', ['-3'], 'majorana', ['3'], '4'],
    ['B-3Lmu', B_QUARK, ['0', '-3', '0'], 'aaa/aab', ['-3'], 'majorana', ['3'], '4'],
    ['B-3Ltau', B_QUARK, ['0', '0', '-3'], 'aaa/aab', ['-3'], 'majorana', ['3'], '4'],
    ['Le-Lmu', NONE, ['1', '-1', '0'], 'aaa/abc', [], 'majorana', ['1'], '0'],
    ['Le-Ltau', NONE, ['1', '0', '-1'], 'aaa/abc', [], 'majorana', ['1'], '0'],
    ['Lmu-Ltau', NONE, ['0', '1', '-1'], 'aaa/abc', [], 'majorana', ['1'], '0'],
    ['B-Le-2Lmu', B_QUARK, ['-1', '-2', '0'], 'aaa/abc', ['-1', '-2'], 'majorana', ['1', '2'], '4'],
    ['B-Le-2Ltau', B_QUARK, ['-1', '0', '-2'], 'aaa/abc', ['-1', '-2'], 'majorana', ['1', '2'], '4'],
    ['B-Lmu-2Le', B_QUARK, ['-2', '-1', '0'], 'aaa/abc', ['-2', '-1'], 'majorana', ['1', '2'], '4'],
    ['B-Lmu-2Ltau', B_QUARK, ['0', '-1', '-2'], 'aaa/abc', ['-1', '-2'], 'majorana', ['1', '2'], '4'],
    ['B-Ltau-2Le', B_QUARK, ['-2', '0', '-1'], 'aaa/abc', ['-2', '-1'], 'majorana', ['1', '2'], '4'],
    ['B-Ltau-2Lmu', B_QUARK, ['0', '-2', '-1'], 'aaa/abc', ['-2', '-1'], 'majorana', ['1', '2'], '4'],
    ['B-3/2(Lmu+Ltau)', B_QUARK, ['0', '-3/2', '-3/2'], 'aaa/aab', ['-3/2', '-3/2'], 'majorana', ['3/2', '3'], '4'],
    ['Lmu+Ltau+0.1(B1+B2)-2.2B3', ['1/30', '1/30', '-11/15'], ['0', '1', '1'], 'aab/aab', ['1', '1'], 'majorana', ['1', '2'], '-8/3'],
    ['Lmu+Ltau-2/3B', ['-2/9', '-2/9', '-2/9'], ['0', '1', '1'], 'aaa/aab', ['1', '1'], 'majorana', ['1', '2'], '-8/3'],
  ]
  for (const [text, quark, lepton, classes, nuR, neutrinos, singlets, loop] of rows) {
    it(`holds for ${text}`, () => {
      const found = report(text)
      expect(parseCharges(text)).toEqual(vectorlike(quark, lepton))
      expect(found.anomalyFree).toBe(true)
      expect(found.needsNuR).toBe(nuR.length > 0)
      expect(written(found.nuRCharges)).toEqual(nuR)
      expect(`${found.class.quarks}/${found.class.leptons}`).toBe(classes)
      expect(found.neutrinos).toBe(neutrinos)
      expect(written(found.minimalSinglets)).toEqual(singlets)
      expect(toFraction(found.loopMixingCoefficient)).toBe(loop)
    })
  }

  it('calls Lmu, B, L and Lmu+Ltau anomalous, and says where', () => {
    const broken = (text: string) => [report(text).withNuR['SU(2)^2 U(1)_X'], report(text).withNuR['U(1)_X U(1)_Y^2']].map(toFraction)
    expect(['Lmu', 'B', 'L', 'Lmu+Ltau'].map((text) => report(text).anomalyFree)).toEqual([false, false, false, false])
    expect(['Lmu', 'B', 'L', 'Lmu+Ltau'].map(broken)).toEqual([
      ['2', '-1/2'],
      ['6', '-3/2'],
      ['6', '-3/2'],
      ['4', '-1'],
    ])
  })
})

describe('an independent symbolic calculation agrees', () => {
  for (const { name, quark, lepton, withNuR, withoutNuR, loop, majorana } of REFERENCE_ANOMALIES) {
    it(`on ${name}`, () => {
      const found = anomalies(vectorlike(quark, lepton))
      expect(ordered(found.withNuR)).toEqual(withNuR)
      expect(ordered(found.withoutNuR)).toEqual(withoutNuR)
      expect(toFraction(found.loopMixingCoefficient)).toBe(loop)
      if (majorana === null) return
      expect(found.neutrinos === 'dirac-or-majorana').toBe(majorana.dirac)
      expect(written(found.minimalSinglets)).toEqual(majorana.singlets)
      expect(found.majoranaZeros).toEqual(majorana.heavyZeros)
      expect(found.lightNeutrinoZeros).toEqual(majorana.lightZeros)
    })
  }
})

/** One left-handed Weyl state: charges in twelfths, hypercharge in sixths, its colour index and weak-doublet index (0 for singlets). */
interface Weyl {
  readonly charge: number
  readonly hypercharge: number
  readonly coloured: boolean
  readonly doublet: boolean
}

/** All 3 × 16 states, the right-handed ones as left-handed conjugates; integers throughout. */
function states(numbers: readonly number[], withNuR: boolean): Weyl[] {
  const all: Weyl[] = []
  for (let family = 0; family < 3; family++) {
    const charge = (field: number) => numbers[3 * field + family]
    for (let colour = 0; colour < 3; colour++) {
      for (let isospin = 0; isospin < 2; isospin++) all.push({ charge: charge(0), hypercharge: 1, coloured: true, doublet: true })
      all.push({ charge: -charge(1), hypercharge: -4, coloured: true, doublet: false })
      all.push({ charge: -charge(2), hypercharge: 2, coloured: true, doublet: false })
    }
    for (let isospin = 0; isospin < 2; isospin++) all.push({ charge: charge(3), hypercharge: -3, coloured: false, doublet: true })
    all.push({ charge: -charge(4), hypercharge: 6, coloured: false, doublet: false })
    if (withNuR) all.push({ charge: -charge(5), hypercharge: 0, coloured: false, doublet: false })
  }
  return all
}

/** The six conditions as sums over states, times 12 per X and 6 per Y; one colour (one isospin) counts for each SU(3) (SU(2)) multiplet. */
function bruteForce(numbers: readonly number[], withNuR: boolean): number[] {
  const all = states(numbers, withNuR)
  const total = (weight: (state: Weyl) => number) => all.reduce((sum, state) => sum + weight(state), 0)
  return [
    total(({ charge }) => charge ** 3) / 12 ** 3,
    total(({ charge, hypercharge }) => charge ** 2 * hypercharge) / (12 ** 2 * 6),
    total(({ charge, hypercharge }) => charge * hypercharge ** 2) / (12 * 36),
    total(({ charge, coloured }) => (coloured ? charge : 0)) / 36,
    total(({ charge, doublet }) => (doublet ? charge : 0)) / 12,
    total(({ charge }) => charge) / 12,
  ]
}

describe('the six conditions', () => {
  it('count sixteen Weyl fields a family', () => {
    expect(states(Array(18).fill(0), true)).toHaveLength(48)
    expect(states(Array(18).fill(0), false)).toHaveLength(45)
  })

  it('equal the sum over all states for any charges', () => {
    fc.assert(
      fc.property(twelfths, (numbers) => {
        const found = anomalies(fromTwelfths(numbers))
        expect(ANOMALIES.map((anomaly) => toNumber(found.withNuR[anomaly]))).toEqual(bruteForce(numbers, true).map((x) => x + 0))
        expect(ANOMALIES.map((anomaly) => toNumber(found.withoutNuR[anomaly]))).toEqual(bruteForce(numbers, false).map((x) => x + 0))
      }),
      { numRuns: 300 },
    )
  })

  it('reduce to one for vectorlike charges with ν_R: Σ lepton + 3 Σ quark = 0', () => {
    const three = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(three, three, (quark, lepton) => {
        const total = [...lepton, ...quark, ...quark, ...quark].reduce((a, b) => a + b, 0)
        expect(anomalies(vectorlike(quark.map(String), lepton.map(String))).anomalyFree).toBe(total === 0)
      }),
      { numRuns: 300 },
    )
  })

  it('hold for hypercharge itself, which has the Higgs charged and no ν_R', () => {
    const found = report('1/6Q_L+2/3(u_R+c_R+t_R)-1/3(d_R+s_R+b_R)-1/2L_L-(e_R+mu_R+tau_R)')
    expect(found.anomalyFree && !found.needsNuR).toBe(true)
    // Σ N_c Q (Y_L + Y_R)/2 a family: u 3·2/3·5/12, d 3·(−1/3)·(−1/12), e 3/4
    expect(toFraction(found.loopMixingCoefficient)).toBe('5')
  })

  it('scale as the powers of the charge', () => {
    fc.assert(
      fc.property(twelfths, (numbers) => {
        const [one, two] = [numbers, numbers.map((n) => 2 * n)].map((charges) => anomalies(fromTwelfths(charges)).withNuR)
        const powers = [8, 4, 2, 2, 2, 2]
        expect(ANOMALIES.map((anomaly) => toNumber(two[anomaly]))).toEqual(
          ANOMALIES.map((anomaly, k) => powers[k] * toNumber(one[anomaly])),
        )
      }),
    )
  })
})

/** Determinant and adjugate of a 3×3 matrix of integers, exactly. */
function adjugate(m: bigint[][]): { determinant: bigint; entries: bigint[][] } {
  const minor = (i: number, j: number) => {
    const [[a, b], [c, d]] = [i, j].map((k) => [0, 1, 2].filter((x) => x !== k))
    return m[a][c] * m[b][d] - m[a][d] * m[b][c]
  }
  const entries = [0, 1, 2].map((i) => [0, 1, 2].map((j) => ((i + j) % 2 === 0 ? 1n : -1n) * minor(j, i)))
  return { determinant: [0, 1, 2].reduce((sum, j) => sum + m[0][j] * entries[j][0], 0n), entries }
}

/** The same textures from random integer mass matrices: exact arithmetic, no zero-pattern algebra. */
function randomTexture(fields: FieldCharges, singlets: readonly number[], seed: number) {
  let state = seed
  const random = () => BigInt(1 + ((state = (state * 48271) % 2147483647) % 1000003))
  const [L, nuR] = [fields.L.map(toNumber), fields.nuR.map(toNumber)]
  const heavy = [0, 1, 2].map(() => [0n, 0n, 0n])
  for (let i = 0; i < 3; i++) {
    for (let j = i; j < 3; j++) if ([0, ...singlets].includes(Math.abs(nuR[i] + nuR[j]))) heavy[i][j] = heavy[j][i] = random()
  }
  const dirac = L.map((charge) => nuR.map((other) => (other === charge ? random() : 0n)))
  const { determinant, entries } = adjugate(heavy)
  const product = (a: bigint[][], b: bigint[][]) => a.map((row) => b[0].map((_, j) => row.reduce((sum, x, k) => sum + x * b[k][j], 0n)))
  const light = product(
    product(dirac, entries),
    [0, 1, 2].map((i) => dirac.map((row) => row[i])),
  )
  const zeros = (m: bigint[][]) => [0, 1, 2].flatMap((i) => [0, 1, 2].filter((j) => j >= i && m[i][j] === 0n).map((j) => [i + 1, j + 1]))
  return {
    works: determinant !== 0n && [light[0][1], light[0][2], light[1][2]].filter((x) => x !== 0n).length >= 2,
    heavyZeros: zeros(heavy),
    lightZeros: zeros(light),
  }
}

describe('neutrino textures', () => {
  const lepton = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 })

  it('equal those of random mass matrices, and no smaller set of singlets works', () => {
    fc.assert(
      fc.property(lepton, fc.integer({ min: 1, max: 2 ** 30 }), (charges, seed) => {
        const fields = vectorlike(['0', '0', '0'], charges.map(String))
        const found = anomalies(fields)
        const singlets = found.minimalSinglets.map(toNumber)
        const sample = randomTexture(fields, singlets, seed)
        expect(sample).toEqual({ works: true, heavyZeros: found.majoranaZeros, lightZeros: found.lightNeutrinoZeros })
        const sums = [...new Set(charges.flatMap((a) => charges.map((b) => Math.abs(a + b))))].filter((x) => x !== 0)
        const subsets = Array.from({ length: 2 ** sums.length }, (_, bits) => sums.filter((_, k) => (bits >> k) & 1))
        const smaller = subsets.filter((set) => set.length < singlets.length)
        for (const set of smaller) expect(randomTexture(fields, set, seed).works, `singlets ${set}`).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('always exist when ν_R carry the lepton charges; Dirac masses alone need equal charges', () => {
    fc.assert(
      fc.property(lepton, (charges) => {
        const { neutrinos } = anomalies(vectorlike(['0', '0', '0'], charges.map(String)))
        const equal = charges.every((charge) => charge === charges[0])
        expect(neutrinos).toBe(equal ? (charges[0] === 0 ? 'free' : 'dirac-or-majorana') : 'majorana')
      }),
    )
  })

  it('do not exist for B − L with ν_R of −4, −4, 5, though that is anomaly-free', () => {
    const found = report('B-L-3nuR1-3nuR2+6nuR3')
    expect(found.anomalyFree).toBe(true)
    expect(written(found.nuRCharges)).toEqual(['-4', '-4', '5'])
    expect(found.neutrinos).toBe('unexplained')
    expect(found.minimalSinglets).toEqual([])
  })

  it('leave bernal-2022 with one ν_R of charge 2 anomalous: two of charge 1 are needed', () => {
    const found = report('Lmu+Ltau-2/3B+numu_R-nutau_R')
    expect(isZero(found.withNuR['grav^2 U(1)_X'])).toBe(true)
    expect(toFraction(found.withNuR['U(1)_X^3'])).toBe('-6')
    expect(found.anomalyFree).toBe(false)
  })
})
