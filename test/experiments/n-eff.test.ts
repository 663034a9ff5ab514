import { describe, expect, it } from 'vitest'
import { type Assumptions, assume } from '../../src/assumptions.ts'
import type { Entry } from '../../src/constraints/index.ts'
import { effectiveNeutrinos, thermalBoson } from '../../src/cosmos/index.ts'
import { bosonAt, couplingRay } from '../../src/couplings/boson.ts'
import { partialWidths } from '../../src/decays/index.ts'
import { bbnCmb } from '../../src/experiments/bbn-cmb.ts'
import { hubble } from '../../src/experiments/hubble.ts'
import { nEff } from '../../src/experiments/n-eff.ts'
import { resolveModel } from '../../src/models/index.ts'
import { brentRoot } from '../../src/numerics/index.ts'
import { ask, only } from './limits.ts'

const OPEN = Number.POSITIVE_INFINITY
const PRINTED = { neutrinoTemperatures: 'common', kineticMixing: 'loop-contact' } as const
const UNMIXED = { ...PRINTED, kineticMixing: 'none' } as const

/** The mass [MeV] at which a strength is 1, for Lμ−Lτ with g = 5e-4. */
async function massAt(entry: Entry, settings: Partial<Assumptions>, from: number, to: number, coupling = 5e-4): Promise<number> {
  const assumptions = assume('default', settings)
  const constraint = await entry.prepare(assumptions)
  const height = (mass_MeV: number) =>
    (constraint.strength(bosonAt(resolveModel('mu-tau'), 1e-3 * mass_MeV, coupling, assumptions)) as number) - 1
  return brentRoot(height, from, to, 1e-6)
}

describe('the bound on N_eff', () => {
  it('is N_eff = 4 at 8.35 MeV for Lμ−Lτ with g = 5e-4, at 5.54 MeV without mixing', async () => {
    expect(Math.abs((await massAt(nEff, PRINTED, 7, 10)) - 8.35)).toBeLessThan(0.03)
    expect(Math.abs((await massAt(nEff, UNMIXED, 4, 7)) - 5.54)).toBeLessThan(0.03)
    // electron neutrinos apart
    expect(Math.abs((await massAt(nEff, { kineticMixing: 'loop-contact' }, 5, 10)) - 7.34)).toBeLessThan(0.03)
    expect(Math.abs((await massAt(nEff, { kineticMixing: 'none' }, 4, 8)) - 6.66)).toBeLessThan(0.03)
  })

  it('excludes light bosons from freeze-in upwards', async () => {
    const [lo, hi] = await only(nEff, 'mu-tau', 3e-3, UNMIXED)
    expect(hi).toBe(OPEN)
    // about where Γ = H at T = m
    const { total } = partialWidths(bosonAt(resolveModel('mu-tau'), 3e-3, lo, assume('default', UNMIXED)))
    const expansion = (Math.sqrt((8 * Math.PI ** 3 * 10.75) / 90) * 9e-6) / 1.22089e19
    expect(total / expansion).toBeGreaterThan(0.5)
    expect(total / expansion).toBeLessThan(100)
    expect((await ask(nEff, 'mu-tau', 0.02, UNMIXED)).intervals).toEqual([])
  })

  it('grows with the coupling: heavier bosons are excluded where electrons are heated longer', async () => {
    const masses = await Promise.all([3e-4, 5e-4, 8e-4].map((coupling) => massAt(nEff, PRINTED, 6, 12, coupling)))
    expect(masses[0]).toBeLessThan(masses[1])
    expect(masses[1]).toBeLessThan(masses[2])
  })

  it('rises to the largest couplings, as mixing holds electrons and neutrinos together ever longer', async () => {
    const assumptions = assume()
    const constraint = await nEff.prepare(assumptions)
    let last = 0
    for (const coupling of [0.1, 0.15, 0.17, 0.2, 0.5, 1, 3]) {
      const boson = bosonAt(resolveModel('mu-tau'), 0.01, coupling, assumptions)
      const strength = constraint.strength(boson) as number
      expect(strength).toBeGreaterThan(last + 0.01)
      expect(Math.abs(constraint.quantity!(boson).value - effectiveNeutrinos(thermalBoson(boson)))).toBeLessThan(0.005)
      last = strength
    }
  })

  it('leaves to others a boson that heats photons', async () => {
    expect((await ask(nEff, 'dark-photon', 5e-3)).intervals).toEqual([])
    const assumptions = assume()
    const constraint = await nEff.prepare(assumptions)
    expect(constraint.strength(bosonAt(resolveModel('dark-photon'), 5e-3, 1e-3, assumptions))).toBe(0)
  })
})

describe('the Hubble band', () => {
  it('is at 8.17 to 11.79 MeV without mixing, 11.21 to 16.68 MeV with', async () => {
    expect(Math.abs((await massAt(hubble, UNMIXED, 7, 9.5)) - 8.17)).toBeLessThan(0.03)
    expect(Math.abs((await massAt(hubble, UNMIXED, 10.5, 13)) - 11.79)).toBeLessThan(0.06)
    expect(Math.abs((await massAt(hubble, PRINTED, 10, 13)) - 11.21)).toBeLessThan(0.03)
    expect(Math.abs((await massAt(hubble, PRINTED, 14, 19)) - 16.68)).toBeLessThan(0.06)
  })

  it('takes couplings in between freeze-in and equilibrium where the boson is light, all from freeze-in on where it is in the band', async () => {
    const light = await ask(hubble, 'mu-tau', 5e-3, UNMIXED)
    expect(light.intervals).toHaveLength(1)
    const [lo, hi] = light.intervals[0]
    expect(lo).toBeGreaterThan(1e-12)
    expect(hi).toBeLessThan(1e-8)
    const [from, to] = await only(hubble, 'mu-tau', 9e-3, UNMIXED)
    expect(from).toBeGreaterThan(1e-12)
    expect(to).toBe(OPEN)
    expect((await ask(hubble, 'mu-tau', 0.05, UNMIXED)).intervals).toEqual([])
  })

  it('may be entered and left more than once: freeze-in into neutrinos, then equilibrium, then electrons heated as well', async () => {
    const { intervals } = await ask(hubble, 'mu-tau', 0.012, { kineticMixing: 'loop-contact' })
    expect(intervals.length).toBeGreaterThan(1)
  })

  it('names the Hubble constants it means', async () => {
    const { constraint } = await ask(hubble, 'mu-tau', 0.01)
    expect(constraint.kind).toBe('preferred')
    expect(constraint.statement).toMatch(/H₀ from 68\.3 to 69\.[67] km/)
  })
})

describe('both', () => {
  it.each([
    ['b-l', 0.006],
    ['mu-tau', 0.009],
    ['e-mu', 0.012],
    ['dark-photon', 0.003],
  ] as const)('cross their contour at every edge, as the equations do: %s', async (model, mass) => {
    for (const entry of [nEff, hubble]) {
      const assumptions = assume()
      const { constraint, intervals } = await ask(entry, model, mass)
      const ray = couplingRay(resolveModel(model), mass, assumptions)
      for (const edge of intervals.flat().filter((coupling) => coupling > 0 && coupling < OPEN)) {
        const strength = constraint.strength(ray.at(edge)) as number
        expect(Math.abs(strength - 1)).toBeLessThan(1e-6)
        const exact = effectiveNeutrinos(thermalBoson(ray.at(edge))) - 3.0443
        const expected = entry === nEff ? exact / (4 - 3.0443) : Math.abs(exact - 0.35) / 0.15
        expect(Math.abs(expected - 1)).toBeLessThan(0.06)
      }
    }
  })

  it('are silent about what is not computed', async () => {
    for (const entry of [nEff, hubble]) {
      expect((await ask(entry, 'mu-tau', 4.9e-4)).silent).toMatch(/^mass not between 0\.5 and 100 MeV/)
      expect((await ask(entry, 'mu-tau', 0.101)).silent).toMatch(/^mass not between/)
      expect((await ask(entry, 'mu-tau', 0.05)).silent).toBeUndefined()
      expect((await ask(entry, 'mu_R', 0.05, { kineticMixing: 'none' })).silent).toBe('decays neither to electrons nor to neutrinos')
      expect((await ask(entry, 'bernal:c=-0.1,tanEta=-0.75,cPhi=1,mPhiOverM=0.3', 5e-3)).silent).toMatch(/^decays to hidden particles/)
      expect((await ask(entry, 'b-l', 5e-3, { neutrinos: 'dirac' })).silent).toMatch(/^makes right-handed neutrinos/)
    }
  })

  it('leave right-handed neutrinos alone, as does the bound on thermal bosons', async () => {
    expect((await ask(bbnCmb, 'b-l', 5e-3, { neutrinos: 'dirac' })).silent).toMatch(/^makes right-handed neutrinos/)
    expect((await ask(bbnCmb, 'dark-photon', 5e-3, { neutrinos: 'dirac' })).silent).toBeUndefined()
    expect((await ask(bbnCmb, 'b-l', 5e-3)).silent).toBeUndefined()
  })

  it('agree with the widths that decays know', () => {
    for (const model of ['b-l', 'mu-tau', 'e-tau', 'dark-photon']) {
      const boson = bosonAt(resolveModel(model), 0.03, 1e-6, assume())
      const { electrons, electronNeutrinos, otherNeutrinos } = thermalBoson(boson)
      const { ee, neutrinos } = partialWidths(boson)
      expect(electrons).toBe(ee)
      expect(Math.abs(electronNeutrinos + otherNeutrinos - neutrinos)).toBeLessThanOrEqual(1e-12 * neutrinos)
    }
  })
})
