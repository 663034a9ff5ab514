import { afterEach, describe, expect, it, vi } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { DARK_MATTER_BACKGROUNDS } from '../../src/data/dark-matter-backgrounds.ts'
import { DECAYS } from '../../src/data/radioactivity.ts'
import { DARK_MATTER } from '../../src/experiments/dark-matter/index.ts'
import { resolveModel } from '../../src/models/index.ts'

// Tables change here under what is shared.
vi.mock('../../src/sharing.ts', async (original) => ({
  ...((await original()) as object),
  sharedBy: (_: unknown, make: unknown) => make,
}))

/** Records of backgrounds that are from memory, and numbers of theirs that move counts. */
const RECORDS = [
  [DECAYS['136Xe'], 'halfLife_yr'],
  [DECAYS['136Xe'], 'endpoint_keV'],
  [DECAYS['39Ar'], 'endpoint_keV'],
  [DECAYS['214Pb'], 'endpoint_keV'],
  [DARK_MATTER_BACKGROUNDS.argon39, 'value'],
  [DARK_MATTER_BACKGROUNDS.darksideFlat, 'value'],
] as const satisfies readonly (readonly [{ readonly title: string; readonly provenance: 'from memory: check' }, string])[]

describe.each(['computed', 'amaral-2020'])('backgrounds %s', (darkMatterBackgrounds) => {
  const assumptions = assume('default', { darkMatterBackgrounds })
  const boson = couplingRay(resolveModel('b-l'), 0.01, assumptions).at(1e-4)
  const prepared = () => Promise.all(DARK_MATTER.map((entry) => entry.prepare(assumptions)))

  let restore = (): void => {}
  afterEach(() => restore())

  it.each(RECORDS.map(([record, field]) => ({ title: record.title, record, field })))(
    'what moves with $field of $title is marked as from memory, and nothing else is',
    async ({ record, field }) => {
      const before = await prepared()
      const numbers = record as unknown as Record<string, number>
      const value = numbers[field]
      restore = () => {
        numbers[field] = value
      }
      numbers[field] = 1.1 * value
      const after = await prepared()
      for (const [n, { entry, unverified = '', strength }] of before.entries()) {
        const isMoved = strength(boson) !== after[n].strength(boson)
        if (isMoved) expect(unverified, entry.id).toContain(`from memory: `)
        expect(unverified.includes(record.title), entry.id).toBe(isMoved)
      }
    },
  )
})
