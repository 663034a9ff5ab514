import { describe, expect, it } from 'vitest'
import { OTHERS } from '../../explorer/assumptions/others.tsx'
import { FIRST } from '../../explorer/assumptions/words.ts'
import type { CatalogueRow, PointRow, ReachRow } from '../../explorer/engine/protocol.ts'
import { strengthText } from '../../explorer/format.ts'
import { withParameter } from '../../explorer/model/parameters.ts'
import { verdictGroups } from '../../explorer/pinned/verdicts.ts'
import { silenceOf } from '../../explorer/plane/silence.ts'
import { DEFAULT_VIEW } from '../../explorer/state/view.ts'
import { ASSUMPTION_KEYS } from '../../src/index.ts'

describe('assumptions', () => {
  const words = { ...FIRST, ...OTHERS, kineticMixing: { name: 'Kinetic mixing' } }

  it('stand in the page once each, under names of their own', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(ASSUMPTION_KEYS).sort())
    expect(Object.keys(FIRST).filter((key) => key in OTHERS)).toEqual([])
    const names = Object.values(words).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => name in ASSUMPTION_KEYS)).toEqual(['neutrinos', 'interference'])
  })

  it('have words for values that there are', () => {
    for (const [key, { values = {} }] of Object.entries({ ...FIRST, ...OTHERS })) {
      const known = ASSUMPTION_KEYS[key as keyof typeof ASSUMPTION_KEYS].values
      expect([key, Object.keys(values).filter((value) => !known.includes(value))]).toEqual([key, []])
    }
  })
})

describe('strengths', () => {
  it('of bands say where in them a boson lies', () => {
    expect(strengthText('preferred', 0.023)).toBe('in the band')
    expect(strengthText('preferred', 1)).toBe('in the band')
    expect(strengthText('preferred', 3.2)).toBe('outside, 3.2 half-widths from its middle')
    expect(strengthText('exclusion', 8493.4, 4)).toBe('8493')
    expect(strengthText('exclusion', 3.67e-306)).toBe('< 1e-9')
    expect(strengthText('exclusion', 0)).toBe('0')
  })

  it('are told of exclusions first, then of bands from their middle on, then of the others', () => {
    const row = (id: string, kind: CatalogueRow['kind']) => ({ id, label: id, kind, isVariant: false }) as CatalogueRow
    const catalogue = [row('a', 'exclusion'), row('b', 'preferred'), row('c', 'preferred'), row('d', 'exclusion'), row('e', 'exclusion')]
    const point = (id: string, strength: number, status: PointRow['status']): PointRow => ({ id, strength, status, silent: undefined })
    const points = [point('a', 0.5, 'allowed'), point('b', 0.9, 'preferred'), point('c', 0.1, 'preferred'), point('d', 2, 'excluded')]
    const [{ rows }] = verdictGroups([...points, point('e', 9, 'excluded')], catalogue, DEFAULT_VIEW)
    expect(rows.map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'a'])
  })
})

describe('an empty plot', () => {
  const row = (id: string, group: CatalogueRow['group']) => ({ id, group, kind: 'exclusion', isVariant: false }) as CatalogueRow
  const catalogue = [row('perturbativity', 'theory'), row('borexino-2017', 'scattering')]
  const reach = (id: string, extent: ReachRow['extent']): ReachRow => ({ id, extent, silent: undefined })
  const told = (reaches: readonly ReachRow[], part: Partial<typeof DEFAULT_VIEW> = {}, isNeutral = false) =>
    silenceOf({ ...DEFAULT_VIEW, ...part }, catalogue, reaches, { isNeutral, missing: 20 })

  it('says why it is', () => {
    expect(told([reach('perturbativity', [10, 100]), reach('borexino-2017', undefined)])).toMatch(
      /^No measurement shown speaks.* 20 known limits/,
    )
    expect(told([], { hidden: ['perturbativity', 'borexino-2017'] })).toBe('Every constraint is switched off.')
    expect(told([], {}, true)).toMatch(/^Every charge is zero/)
  })

  it('is none where anything measured is drawn, or nothing is known yet', () => {
    expect(told([reach('borexino-2017', [1e-4, 1])])).toBeUndefined()
    expect(told([])).toBeUndefined()
  })
})

describe('a parameter of a model', () => {
  const MODEL = 'bernal:c=-0.1,tanEta=-0.75,cPhi=3,mPhiOverM=0.3'

  it('is refused where the model does not take it', () => {
    expect(withParameter(MODEL, 'mPhiOverM', 0.2)).toBe('bernal:c=-0.1,tanEta=-0.75,cPhi=3,mPhiOverM=0.2')
    for (const value of [0, -1]) expect(() => withParameter(MODEL, 'mPhiOverM', value)).toThrow(/not allowed/)
    expect(() => withParameter(MODEL, 'c', 1e300)).toThrow(/out of range/)
  })
})
