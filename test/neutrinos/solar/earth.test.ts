import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { AVOGADRO, G_FERMI, HBARC_GEV_CM } from '../../../src/constants.ts'
import { earthPrem } from '../../../src/data/earth-prem.ts'
import { OSCILLATION } from '../../../src/data/nufit.ts'
import { InputError } from '../../../src/errors.ts'
import { mixingProbabilities, pmns } from '../../../src/neutrinos/pmns.ts'
import { type EarthModel, earthChord, earthEvolution, PREM } from '../../../src/neutrinos/solar/earth.ts'
import { nightAngles, nightBins, nightShare } from '../../../src/neutrinos/solar/exposure.ts'
import { buildMoments } from '../../../src/neutrinos/solar/moments.ts'
import { sunAtNight } from '../../../src/neutrinos/solar/night.ts'
import { type MatterPotential, type OscillationParameters, STANDARD_POTENTIAL } from '../../../src/neutrinos/solar/oscillation.ts'
import { loadSun } from '../../../src/neutrinos/solar/sun.ts'
import { integrateGL } from '../../../src/numerics/index.ts'

const RADIUS = 6371
const NUFIT = OSCILLATION['nufit-6.0-sk']
const NSI: MatterPotential = { perElectron: [0.3, -0.4, 0.9], perNeutron: [0.1, 0.2, -0.5] }

const densityAt = (r: number): readonly [density: number, electronsPerNucleon: number] => {
  const row = earthPrem.rows.find(([outer]) => r <= outer)!
  const x = r / RADIUS
  return [row[1] + row[2] * x + row[3] * x ** 2 + row[4] * x ** 3, row[5]]
}

/**
 * |⟨ν_α|S|ν_i⟩|² by Runge–Kutta of fourth order along the whole chord, from shell to shell, in the interaction picture of the vacuum and the
 * mass basis; shares no code with the program.
 */
function rungeKutta(oscillation: OscillationParameters, potential: MatterPotential, energy_MeV: number, cosNadir: number): Float64Array {
  const step_km = 0.012 * energy_MeV
  const perKm = 1 / 1.97326980459e-10
  // √2 G_F n [1/km] for one mol/cm³
  const unit = perKm * Math.SQRT2 * G_FERMI * AVOGADRO * HBARC_GEV_CM ** 3 * 1e9
  const { re: uRe, im: uIm } = pmns(oscillation)
  const level = [0, oscillation.dm21_eV2, oscillation.dm31_eV2].map((m2) => (perKm * m2) / (2e6 * energy_MeV))
  const half = RADIUS * cosNadir
  const impact = RADIUS * Math.sqrt(1 - cosNadir ** 2)
  const edges = [-half, half]
  for (const [outer] of earthPrem.rows) {
    if (outer > impact && outer < RADIUS) edges.push(...[-1, 1].map((sign) => sign * Math.sqrt(outer ** 2 - impact ** 2)))
  }
  edges.sort((p, q) => p - q)
  const mRe = new Float64Array(9)
  const mIm = new Float64Array(9)
  /** U† V(x) U with the phases of the vacuum. */
  const hamiltonian = (x: number, row: readonly number[]): void => {
    const z = Math.hypot(impact, x) / RADIUS
    const rho = row[1] + row[2] * z + row[3] * z ** 2 + row[4] * z ** 3
    mRe.fill(0)
    mIm.fill(0)
    for (let a = 0; a < 3; a++) {
      const v = unit * rho * (row[5] * ((a === 0 ? 1 : 0) + potential.perElectron[a]) + (1 - row[5]) * potential.perNeutron[a])
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          mRe[3 * i + j] += v * (uRe[3 * a + i] * uRe[3 * a + j] + uIm[3 * a + i] * uIm[3 * a + j])
          mIm[3 * i + j] += v * (uRe[3 * a + i] * uIm[3 * a + j] - uIm[3 * a + i] * uRe[3 * a + j])
        }
      }
    }
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        const [c, s] = [Math.cos((level[i] - level[j]) * x), Math.sin((level[i] - level[j]) * x)]
        const [p, q] = [mRe[3 * i + j], mIm[3 * i + j]]
        mRe[3 * i + j] = p * c - q * s
        mIm[3 * i + j] = p * s + q * c
      }
    }
  }
  // Three columns at once: element (i, column) at 3 i + column.
  type Columns = { re: Float64Array; im: Float64Array }
  const columns = (): Columns => ({ re: new Float64Array(9), im: new Float64Array(9) })
  const derivative = (psi: Columns, d: Columns): void => {
    for (let i = 0; i < 3; i++) {
      for (let n = 0; n < 3; n++) {
        let x = 0
        let y = 0
        for (let j = 0; j < 3; j++) {
          x += mRe[3 * i + j] * psi.re[3 * j + n] - mIm[3 * i + j] * psi.im[3 * j + n]
          y += mRe[3 * i + j] * psi.im[3 * j + n] + mIm[3 * i + j] * psi.re[3 * j + n]
        }
        d.re[3 * i + n] = y
        d.im[3 * i + n] = -x
      }
    }
  }
  const psi = columns()
  psi.re[0] = psi.re[4] = psi.re[8] = 1
  const k = [columns(), columns(), columns(), columns()]
  const at = columns()
  const shift = (d: Columns, h: number): void => {
    for (let m = 0; m < 9; m++) {
      at.re[m] = psi.re[m] + h * d.re[m]
      at.im[m] = psi.im[m] + h * d.im[m]
    }
  }
  for (let e = 0; e + 1 < edges.length; e++) {
    const row = earthPrem.rows.find(([outer]) => Math.hypot(impact, 0.5 * (edges[e] + edges[e + 1])) <= outer)!
    const n = Math.ceil((edges[e + 1] - edges[e]) / step_km)
    const h = (edges[e + 1] - edges[e]) / n
    hamiltonian(edges[e], row)
    for (let s = 0; s < n; s++) {
      const x = edges[e] + s * h
      derivative(psi, k[0])
      hamiltonian(x + h / 2, row)
      shift(k[0], h / 2)
      derivative(at, k[1])
      shift(k[1], h / 2)
      derivative(at, k[2])
      hamiltonian(x + h, row)
      shift(k[2], h)
      derivative(at, k[3])
      for (let m = 0; m < 9; m++) {
        psi.re[m] += (h / 6) * (k[0].re[m] + 2 * k[1].re[m] + 2 * k[2].re[m] + k[3].re[m])
        psi.im[m] += (h / 6) * (k[0].im[m] + 2 * k[1].im[m] + 2 * k[2].im[m] + k[3].im[m])
      }
    }
  }
  // Back from the interaction picture at the detector; the phase of the mass state at the entrance drops out.
  const out = new Float64Array(9)
  for (let a = 0; a < 3; a++) {
    for (let i = 0; i < 3; i++) {
      let x = 0
      let y = 0
      for (let j = 0; j < 3; j++) {
        const [c, s] = [Math.cos(level[j] * half), -Math.sin(level[j] * half)]
        const [p, q] = [uRe[3 * a + j] * c - uIm[3 * a + j] * s, uRe[3 * a + j] * s + uIm[3 * a + j] * c]
        x += p * psi.re[3 * j + i] - q * psi.im[3 * j + i]
        y += p * psi.im[3 * j + i] + q * psi.re[3 * j + i]
      }
      out[3 * a + i] = x * x + y * y
    }
  }
  return out
}

describe('the Earth', () => {
  it('has the mass and the moment of inertia of the Earth', () => {
    let mass = 0
    let inertia = 0
    let inner = 0
    for (const [outer] of earthPrem.rows) {
      mass += integrateGL((r) => 4 * Math.PI * r ** 2 * densityAt(r)[0], inner, outer, 16)
      inertia += integrateGL((r) => (8 / 3) * Math.PI * r ** 4 * densityAt(r)[0], inner, outer, 16)
      inner = outer
    }
    // g/cm³ km³ = 10¹² kg
    expect(Math.abs((mass * 1e12) / 5.9722e24 - 1)).toBeLessThan(1e-3)
    expect(Math.abs(inertia / (mass * RADIUS ** 2) - 0.3307)).toBeLessThan(2e-4)
  })

  it.each([
    ['Standard Model', STANDARD_POTENTIAL],
    ['a potential for all three flavours and neutrons', NSI],
  ])('carries neutrinos as a fine Runge–Kutta integration does: %s', (_, potential) => {
    const evolution = earthEvolution(NUFIT, potential)
    const out = new Float64Array(9)
    for (const [energy, cosine] of [
      [3, 0.2],
      [6, 0.6],
      [10, 0.87],
      [15, 1],
    ]) {
      const expected = rungeKutta(NUFIT, potential, energy, cosine)
      evolution.regeneration(energy, earthChord(cosine), out)
      for (let n = 0; n < 9; n++) expect(Math.abs(out[n] - expected[n]), `${energy} MeV ${cosine} ${n}`).toBeLessThan(2e-6)
    }
  })

  it('gives P_ee at night within 1e-5 of that integration, for a chord through the mantle and one through the core', async () => {
    const sun = await loadSun(assume())
    const evolution = earthEvolution(sun.oscillation)
    const weights = new Float64Array(3)
    const out = new Float64Array(9)
    let largest = 0
    for (const [energy, cosine] of [
      [5, 0.4],
      [9, 0.87],
      [10, 0.3],
      [14, 0.99],
    ]) {
      sun.massWeightsInto('8B', energy, STANDARD_POTENTIAL, weights)
      const reference = rungeKutta(sun.oscillation, STANDARD_POTENTIAL, energy, cosine)
      evolution.regeneration(energy, earthChord(cosine), out)
      const survival = (s: Float64Array): number => weights[0] * s[0] + weights[1] * s[1] + weights[2] * s[2]
      expect(Math.abs(survival(out) - survival(reference))).toBeLessThan(2e-6)
      largest = Math.max(largest, Math.abs(survival(out) - sun.probabilities('8B', energy)[0]))
    }
    expect(largest).toBeGreaterThan(0.005)
  })

  it('is unitary, whatever the potential', () => {
    const size = fc.double({ min: -5, max: 5, noNaN: true })
    const triple = fc.tuple(size, size, size)
    const energy = fc.double({ min: 0.1, max: 19, noNaN: true })
    const cosine = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(triple, triple, energy, cosine, (perElectron, perNeutron, energy_MeV, cosNadir) => {
        const out = new Float64Array(9)
        earthEvolution(NUFIT, { perElectron, perNeutron }).regeneration(energy_MeV, earthChord(cosNadir), out)
        for (let a = 0; a < 3; a++) {
          expect(Math.abs(out[3 * a] + out[3 * a + 1] + out[3 * a + 2] - 1)).toBeLessThan(1e-10)
          expect(Math.abs(out[a] + out[3 + a] + out[6 + a] - 1)).toBeLessThan(1e-10)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('does nothing where there is no matter, where all flavours feel the same, or at low energy', () => {
    const vacuum = mixingProbabilities(pmns(NUFIT))
    const out = new Float64Array(9)
    const empty: EarthModel = PREM.map((shell) => ({ ...shell, density: [0, 0, 0, 0] }))
    earthEvolution(NUFIT).regeneration(10, earthChord(0.8, empty), out)
    for (let n = 0; n < 9; n++) expect(Math.abs(out[n] - vacuum[n])).toBeLessThan(1e-12)
    earthEvolution(NUFIT, { perElectron: [-1, 0, 0], perNeutron: [0.7, 0.7, 0.7] }).regeneration(10, earthChord(0.8), out)
    for (let n = 0; n < 9; n++) expect(Math.abs(out[n] - vacuum[n])).toBeLessThan(1e-9)
    earthEvolution(NUFIT).regeneration(0.01, earthChord(0.8), out)
    for (let n = 0; n < 9; n++) expect(Math.abs(out[n] - vacuum[n])).toBeLessThan(3e-5)
  })

  it('of constant density oscillates as the two-flavour formula says when θ₁₃ vanishes', () => {
    const two = { ...NUFIT, theta13_deg: 0, theta23_deg: 0 }
    const [density, electronsPerNucleon] = [4.5, 0.5]
    const ball: EarthModel = [{ outerRadius_km: RADIUS, density: [density, 0, 0, 0], electronsPerNucleon }]
    const out = new Float64Array(9)
    const [energy, cosNadir] = [9, 0.63]
    earthEvolution(two).regeneration(energy, earthChord(cosNadir, ball), out)
    const twice = (2 * two.theta12_deg * Math.PI) / 180
    const matter = 2 * Math.SQRT2 * G_FERMI * AVOGADRO * HBARC_GEV_CM ** 3 * 1e15 * energy * density * electronsPerNucleon
    const x = matter / two.dm21_eV2
    const splitting = Math.hypot(Math.cos(twice) - x, Math.sin(twice))
    const phase = (two.dm21_eV2 * splitting * 2 * RADIUS * cosNadir) / (4 * energy * 1e6 * 1.97326980459e-10)
    const regenerated = x * (Math.sin(twice) / splitting) ** 2 * Math.sin(phase) ** 2
    expect(Math.abs(out[1] - Math.sin(twice / 2) ** 2 - regenerated)).toBeLessThan(1e-10)
  })

  it('refuses a cosine that is none', () => {
    expect(() => earthChord(1.1)).toThrow(InputError)
    expect(() => earthChord(Number.NaN)).toThrow(InputError)
  })
})

describe('the nights of a year', () => {
  it('hold what a plain average over days and hours holds', () => {
    for (const latitude of [-89, -30, 0, 23.4, 42.45, 67]) {
      const phi = (latitude * Math.PI) / 180
      const obliquity = (23.4393 * Math.PI) / 180
      let night = 0
      const deeper = [0, 0, 0]
      for (let day = 0; day < 730; day++) {
        const delta = Math.asin(Math.sin(obliquity) * Math.sin((2 * Math.PI * (day + 0.5)) / 730))
        for (let hour = 0; hour < 720; hour++) {
          const h = (2 * Math.PI * (hour + 0.5)) / 720
          const c = -(Math.sin(phi) * Math.sin(delta) + Math.cos(phi) * Math.cos(delta) * Math.cos(h))
          if (c > 0) night++
          for (const [k, cosine] of [0.2, 0.5, 0.8].entries()) if (c > cosine) deeper[k]++
        }
      }
      expect(Math.abs(night / (730 * 720) - 0.5)).toBeLessThan(2e-3)
      for (const [k, cosine] of [0.2, 0.5, 0.8].entries()) {
        expect(Math.abs(1 - nightShare(cosine, latitude) - deeper[k] / night)).toBeLessThan(4e-3)
      }
    }
  })

  it('are cut into stretches of equal exposure', () => {
    const angles = nightAngles(36.4, 50)
    for (const [n, cosine] of angles.entries()) expect(Math.abs(nightShare(cosine, 36.4) - (n + 0.5) / 50)).toBeLessThan(1e-4)
    for (const latitude of [-85, 0, 36.4]) {
      const bins = nightBins(latitude, [0.2, 0.838], 200)
      let share = 0
      let mean = 0
      for (const bin of bins) {
        share += bin.share
        mean += bin.share * bin.cosNadir
      }
      expect(Math.abs(share - 1)).toBeLessThan(1e-12)
      const equal = nightAngles(latitude, 5000)
      expect(Math.abs(mean - equal.reduce((sum, cosine) => sum + cosine, 0) / 5000)).toBeLessThan(2e-5)
    }
    expect(() => nightBins(91, [], 10)).toThrow(InputError)
    expect(() => nightBins(40, [], 1.5)).toThrow(InputError)
    expect(() => nightAngles(91, 10)).toThrow(InputError)
    expect(() => nightAngles(40, 1.5)).toThrow(InputError)
  })
})

describe('the Sun at night', () => {
  it('regenerates ν_e: little at 1 MeV, some three per cent at 10 MeV, growing with energy', async () => {
    const sun = await loadSun(assume())
    const night = sunAtNight(sun, { latitude_deg: 36.4, time: 'night', angles: 60 })
    const year = sunAtNight(sun, { latitude_deg: 36.4, time: 'year', angles: 60 })
    const asymmetry = (energy: number): number => {
      const [day, dark] = [sun.probabilities('8B', energy), night.probabilities('8B', energy)]
      expect(Math.abs(dark[0] + dark[1] + dark[2] - 1)).toBeLessThan(1e-9)
      for (let a = 0; a < 3; a++) expect(Math.abs(year.probabilities('8B', energy)[a] - 0.5 * (day[a] + dark[a]))).toBeLessThan(1e-12)
      return (2 * (dark[0] - day[0])) / (dark[0] + day[0])
    }
    expect(Math.abs(asymmetry(0.862))).toBeLessThan(1e-3)
    expect(asymmetry(5)).toBeGreaterThan(0.003)
    expect(asymmetry(10)).toBeGreaterThan(0.02)
    expect(asymmetry(10)).toBeLessThan(0.04)
    expect(asymmetry(14)).toBeGreaterThan(asymmetry(10))
  })

  it.each([
    [36.4, [0.5, 1.9, 15.25]],
    [42.45, [2.9, 5.1]],
    [42.45, [11.3]],
  ] as const)(
    'at %f degrees is within 1e-5 of the average over 4000 angles, at %j MeV',
    async (latitude_deg, energies) => {
      const sun = await loadSun(assume())
      const night = sunAtNight(sun, { latitude_deg, time: 'night' })
      const evolution = earthEvolution(sun.oscillation)
      const weights = new Float64Array(3)
      const out = new Float64Array(9)
      const chords = Array.from(nightAngles(latitude_deg, 4000), (cosine) => earthChord(cosine))
      for (const energy of energies) {
        sun.massWeightsInto('8B', energy, STANDARD_POTENTIAL, weights)
        const mean = [0, 0, 0]
        for (const chord of chords) {
          evolution.regeneration(energy, chord, out)
          for (let a = 0; a < 3; a++) for (let i = 0; i < 3; i++) mean[a] += (weights[i] * out[3 * a + i]) / chords.length
        }
        for (const [a, p] of night.probabilities('8B', energy).entries()) expect(Math.abs(p - mean[a]), `${energy} MeV`).toBeLessThan(1e-5)
      }
    },
    60_000,
  )

  it('cut by levels in the middle of the Earth, amplitudes add up to themselves', async () => {
    const { oscillation } = await loadSun(assume())
    const zero = () => ({ re: new Float64Array(9), im: new Float64Array(9) })
    const whole = zero()
    const levels = [zero(), zero(), zero()] as const
    const phases = new Float64Array(3)
    for (const potential of [STANDARD_POTENTIAL, { perElectron: [40, -30, 0], perNeutron: [0, 0, 20] } as const]) {
      const evolution = earthEvolution(oscillation, potential)
      for (const cosine of [0, 0.4, 1]) {
        const chord = earthChord(cosine)
        evolution.amplitudes(7, chord, whole)
        evolution.amplitudesByLevel(7, chord, levels, phases)
        for (let n = 0; n < 9; n++) {
          expect(Math.abs(levels[0].re[n] + levels[1].re[n] + levels[2].re[n] - whole.re[n])).toBeLessThan(1e-12)
          expect(Math.abs(levels[0].im[n] + levels[1].im[n] + levels[2].im[n] - whole.im[n])).toBeLessThan(1e-12)
        }
        expect([...phases].sort((a, b) => a - b)).toEqual([...phases])
      }
    }
  })

  it('moves flux between flavours and none away; its density matrix has the same diagonal', async () => {
    const sun = await loadSun(assume())
    const night = sunAtNight(sun, { latitude_deg: 42.45, time: 'night', angles: 20 })
    const [day, dark] = [new Float64Array(9), new Float64Array(9)]
    buildMoments(sun).tail('8B', 5, day)
    buildMoments(night).tail('8B', 5, dark)
    expect(Math.abs((dark[0] + dark[3] + dark[6]) / (day[0] + day[3] + day[6]) - 1)).toBeLessThan(1e-9)
    expect(dark[0] / day[0]).toBeGreaterThan(1.01)
    const rho = { re: new Float64Array(9), im: new Float64Array(9) }
    night.densityInto('8B', 11, STANDARD_POTENTIAL, rho)
    const p = night.probabilities('8B', 11)
    for (let a = 0; a < 3; a++) expect(Math.abs(rho.re[4 * a] - p[a])).toBeLessThan(1e-12)
    for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) expect(rho.re[3 * a + b]).toBe(rho.re[3 * b + a])
    for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) expect(rho.im[3 * a + b]).toBe(0 - rho.im[3 * b + a])
  })

  it('feels a strong potential of a boson without losing unitarity', async () => {
    const sun = await loadSun(assume())
    const night = sunAtNight(sun, { latitude_deg: 42.45, time: 'night', angles: 8 })
    const p = night.probabilities('8B', 9, { perElectron: [40, -30, 0], perNeutron: [0, 0, 20] })
    expect(p[0] + p[1] + p[2]).toBeCloseTo(1, 9)
    for (const value of p) expect(value).toBeGreaterThan(0)
  })

  it('is the day for equal thirds', async () => {
    const sun = await loadSun(assume('default', { survival: 'equal-thirds' }))
    const night = sunAtNight(sun, { latitude_deg: 42.45, time: 'night', angles: 4 })
    expect(night.probabilities('8B', 9)).toEqual([1 / 3, 1 / 3, 1 / 3])
  })
})
