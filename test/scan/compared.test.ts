import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { compared, scanUnder } from '../../src/scan/index.ts'

const NONE = {}
const LATE = { gMinus2: 'fnal-2021' } as const

describe('a scan beside limits', () => {
  it.each([
    ['mu-tau', 'mu-tau', 'mu-tau', 'same', undefined],
    ['mu-tau', 'mu-tau', 'b-l', 'other', 'The scan is of mu-tau, these limits are of b-l.'],
    // However it is written.
    ['L_mu-L_tau', 'L_mu-L_tau', 'Lmu-Ltau', 'same', undefined],
    [
      'muon-nu:ratio={r}',
      'muon-nu:ratio=0.3',
      'muon-nu:ratio=1',
      'varied',
      'The limits are of muon-nu:ratio=1, the regions of the best r at each point.',
    ],
    [
      'muon-nu:ratio={r}',
      'muon-nu:ratio=0.3',
      'muon-nu:ratio=0.3',
      'same',
      'The limits are of its best point, the regions of the best r at each point.',
    ],
    ['muon-nu:ratio={r}', 'muon-nu:ratio=0.3', 'mu-tau', 'other', 'The scan is of muon-nu:ratio={r}, these limits are of mu-tau.'],
  ] as const)('of %s, at its best %s, against limits of %s: %s', (model, best, limits, how, sentence) => {
    const told = compared({ model, best, assumptions: NONE }, { model: limits, assumptions: NONE })
    expect(told).toEqual({ ofModel: how, isUnderSame: true, models: sentence, assumptions: undefined })
  })

  it('says where other things are assumed, in whatever order they are named', () => {
    const scan = { model: 'mu-tau', best: 'mu-tau', assumptions: LATE }
    const limits = { model: 'mu-tau', assumptions: NONE }
    expect(compared(scan, limits)).toMatchObject({
      isUnderSame: false,
      assumptions: 'The scan assumes: gMinus2=fnal-2021; these limits: default.',
    })
    const two = { ...LATE, recipe: 'as-printed' } as const
    const turned = { recipe: 'as-printed', ...LATE } as const
    expect(compared({ ...scan, assumptions: two }, { ...limits, assumptions: turned }).isUnderSame).toBe(true)
  })

  it('knows a model that is written out by what it says', () => {
    const model = { charges: { L: [0, 1, -1] } } as const
    const same = { charges: { L: [0, 1, -1] } } as const
    const ofModel = (limits: Parameters<typeof compared>[1]['model']) =>
      compared({ model, best: model, assumptions: NONE }, { model: limits, assumptions: NONE }).ofModel
    expect([ofModel(same), ofModel({ charges: { L: [0, 1, 0] } }), ofModel('mu-tau')]).toEqual(['same', 'unknown', 'unknown'])
  })
})

describe('the model of a scan at a point', () => {
  it('has the numbers of the point, to four digits, or the first of what it runs over', () => {
    const ratio = { name: 'ratio', axis: { kind: 'list', values: [0.5, 1] } } as const
    const spec = { model: 'muon-nu:ratio={ratio}', parameters: [ratio], assumptions: assume() }
    expect(scanUnder(spec, new Map([['ratio', 0.123456]])).best).toBe('muon-nu:ratio=0.1235')
    expect(scanUnder(spec, new Map()).best).toBe('muon-nu:ratio=0.5')
  })
})
