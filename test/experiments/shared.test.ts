import { describe, expect, it, vi } from 'vitest'
import { type Assumptions, assume } from '../../src/assumptions.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { defineModel } from '../../src/models/index.ts'

// What is shared may look at the assumptions it names, and must look at each of them somewhere.
const seen = vi.hoisted(() => new Map<string, Set<string>>())
vi.mock('../../src/sharing.ts', async (original) => {
  const actual = (await original()) as typeof import('../../src/sharing.ts')
  return {
    ...actual,
    sharedBy: (keys: readonly string[], make: (assumptions: Assumptions) => unknown) => {
      const looked = seen.get(keys.join()) ?? new Set<string>()
      seen.set(keys.join(), looked)
      return (assumptions: Assumptions) =>
        make(
          new Proxy(assumptions, {
            get(target, key) {
              if (!keys.includes(String(key))) throw new Error(`${String(key)} is not among ${keys.join()}`)
              looked.add(String(key))
              return Reflect.get(target, key)
            },
          }),
        )
    },
  }
})

const IDS = ['borexino-2011', 'borexino-2017', 'xenon1t-2020', 'xenonnt-er-2022', 'xenonnt-8b-2024', 'lz-er-2022', 'lz-er-2024']

describe('what sessions share', () => {
  it('looks at no assumption that it does not name, and at all that it names', async () => {
    const { EXPERIMENTS } = await import('../../src/experiments/index.ts')
    const entries = EXPERIMENTS.filter(({ id }) => IDS.includes(id))
    expect(entries.map(({ id }) => id).sort()).toEqual([...IDS].sort())
    const sets: Record<string, string>[] = [
      {},
      { survival: 'equal-thirds' },
      { matterPotential: 'standard', interference: 'none', neutronsPerProton: '0.54' },
    ]
    for (const settings of sets) {
      const assumptions = assume('default', settings)
      for (const entry of entries) {
        const constraint = await entry.prepare(assumptions)
        for (const kineticMixing of [undefined, { epsilon: 1e-3 }]) {
          constraint.intervals(couplingRay(defineModel({ charges: 'Le-Lmu', kineticMixing }), 0.1, assumptions))
        }
        constraint.spectra?.()
      }
    }
    for (const [keys, looked] of seen) expect([...looked].sort().join(), keys).toBe(keys.split(',').sort().join())
  })
})
