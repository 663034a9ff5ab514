import { describe, expect, it } from 'vitest'
import { assume, DEFAULT_ASSUMPTIONS } from '../src/assumptions.ts'
import { sharedBy } from '../src/sharing.ts'

describe('what depends on a few assumptions', () => {
  it('is made once for all that agree on them, from nothing else', () => {
    const asked: unknown[] = []
    const shared = sharedBy(['solarModel'], (assumptions) => asked.push(assumptions))
    shared(assume('default', { gMinus2: 'fnal-2021' }))
    shared(assume('default', { kineticMixing: 'none' }))
    shared(assume('default', { solarModel: 'b16-agss09', gMinus2: 'fnal-2021' }))
    expect(asked).toEqual([DEFAULT_ASSUMPTIONS, { ...DEFAULT_ASSUMPTIONS, solarModel: 'b16-agss09' }])
  })

  it('of what was asked for last two are kept', () => {
    let made = 0
    const shared = sharedBy(['weakMixing'], ({ weakMixing }) => `${weakMixing} ${++made}`)
    const ask = (value: number): string =>
      shared({ ...DEFAULT_ASSUMPTIONS, weakMixing: `${value}` as typeof DEFAULT_ASSUMPTIONS.weakMixing })
    expect([1, 2, 1, 3, 1, 2].map(ask)).toEqual(['1 1', '2 2', '1 1', '3 3', '1 1', '2 4'])
  })

  it('is asked for again where it failed', async () => {
    let asked = 0
    const shared = sharedBy(['solarModel'], async () => {
      if (++asked === 1) throw new Error('no table')
      return asked
    })
    await expect(shared(assume())).rejects.toThrow('no table')
    expect(await shared(assume())).toBe(2)
    expect(await shared(assume())).toBe(2)
  })
})
