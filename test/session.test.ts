import { describe, expect, it } from 'vitest'
import { assume } from '../src/assumptions.ts'
import { type Constraint, type Entry, formulaConstraint, isSilent, powerLawIntervals } from '../src/constraints/index.ts'
import { InputError } from '../src/errors.ts'
import { EXPERIMENTS, MISSING } from '../src/experiments/index.ts'
import { Session, statusOf } from '../src/session.ts'

/** A user's own: g above 0.01 is excluded. Counts how often it is prepared. */
function ownEntry(id = 'mine'): Entry & { prepared: number } {
  const entry = {
    id,
    label: 'Mine',
    title: 'A limit of my own',
    group: 'theory' as const,
    source: { citations: [], where: 'here' },
    prepared: 0,
    async prepare(assumptions: Constraint['assumptions']): Promise<Constraint> {
      entry.prepared++
      return formulaConstraint(entry, assumptions, {
        kind: 'exclusion',
        confidence: 0.9,
        statement: 'g < 0.01',
        strength: (boson) => boson.coupling / 0.01,
        closedForm: () => powerLawIntervals(100, 1),
      })
    },
  }
  return entry
}

describe('a session', () => {
  it('prepares a constraint once, by name or by entry', async () => {
    const session = new Session()
    const promise = session.constraint('borexino-2017')
    expect(session.constraint('borexino-2017')).toBe(promise)
    const entry = session.catalogue.find(({ id }) => id === 'borexino-2017')!
    expect(await session.constraint(entry)).toBe(await promise)
    expect(await session.constraints(['borexino-2017', entry, 'borexino-2017'])).toEqual([await promise])
    expect(await new Session().constraint('borexino-2017')).not.toBe(await promise)
  })

  it('takes the whole catalogue where nothing is named, in its order', async () => {
    const all = await new Session().constraints()
    expect(all.map(({ entry }) => entry)).toEqual(EXPERIMENTS)
    expect(await new Session().constraints([])).toEqual([])
    const named = await new Session().constraints(['g-2-muon', 'bbn-cmb'])
    expect(named.map(({ entry }) => entry.id)).toEqual(['g-2-muon', 'bbn-cmb'])
  })

  it('hands its assumptions on, and is the default without any', async () => {
    const assumptions = assume('amaral-2020')
    const session = new Session(assumptions)
    expect((await session.constraint('g-2-muon')).assumptions).toBe(assumptions)
    expect(session.boson('mu-tau', 0.02, 1e-3).assumptions).toBe(assumptions)
    expect(new Session().assumptions).toEqual(assume())
  })

  it('knows models by name, definition, or as they are', () => {
    const session = new Session()
    const model = session.model('mu-tau')
    expect(session.model(model)).toBe(model)
    expect(session.model({ charges: 'Lmu-Ltau' }).charges).toEqual(model.charges)
    expect(session.ray(model, 0.02).at(1e-3).couplings).toEqual(session.boson('mu-tau', 0.02, 1e-3).couplings)
  })
})

describe('a constraint with assumptions of its own', () => {
  it('has those and keeps the others', async () => {
    const session = new Session(assume('amaral-2020'))
    const band = await session.constraint('g-2-muon@gMinus2=fnal-2021,gMinus2Sigma=1')
    expect(band.assumptions).toEqual({ ...session.assumptions, gMinus2: 'fnal-2021', gMinus2Sigma: '1' })
    expect(await session.constraint('g-2-muon@gMinus2=fnal-2021,gMinus2Sigma=1')).toBe(band)
    expect((await session.constraint('g-2-muon@gMinus2=fnal-2021@gMinus2Sigma=1')).assumptions).toEqual(band.assumptions)
    expect(band.kind).toBe('preferred')
    expect(await session.constraints(['g-2-muon', 'g-2-muon@gMinus2=final-2025'])).toHaveLength(2)
  })

  it('sees the boson under them: its mixing is not that of the rest', async () => {
    const settings = { kineticMixing: 'amaral-2020-v1' }
    const mixed = 'borexino-2017@kineticMixing=amaral-2020-v1'
    const [curve] = await new Session().limits('mu-tau', [mixed], [0.01, 0.02])
    const [expected] = await new Session(assume('default', settings)).limits('mu-tau', ['borexino-2017'], [0.01, 0.02])
    expect(curve.points).toEqual(expected.points)
    const [plain] = await new Session().limits('mu-tau', ['borexino-2017'], [0.01, 0.02])
    expect(curve.points).not.toEqual(plain.points)

    const session = new Session()
    const [own, shared] = await session.point(session.boson('mu-tau', 0.02, 8e-4), [mixed, 'borexino-2017'])
    expect([own.status, shared.status]).toEqual(['excluded', 'allowed'])
  })

  it.each([
    ['borexino-2071', "constraint: unknown constraint 'borexino-2071'; did you mean 'borexino-2017'?"],
    ['warp drive', "constraint: unknown constraint 'warp drive'; known: perturbativity, bbn-cmb"],
    ['', "constraint: unknown constraint ''; known: "],
    ['constructor', "constraint: unknown constraint 'constructor'"],
    ['g-2-muon@gMinus2', "constraint: 'gMinus2' after @ is not key=value"],
    ['g-2-muon@', "constraint: '' after @ is not key=value"],
    ['g-2-muon@gMinus=fnal-2021', "set: unknown assumption 'gMinus'; did you mean 'gMinus2'?"],
    ['g-2-muon@gMinus2=fnal-2020', "set gMinus2: unknown value 'fnal-2020'; did you mean 'fnal-2023'?"],
  ])('%j is refused', async (spec, message) => {
    const session = new Session()
    await expect(session.constraint(spec)).rejects.toThrow(InputError)
    await expect(session.constraints(['g-2-muon', spec])).rejects.toThrow(message)
    await expect(session.limits('mu-tau', [spec], [0.01])).rejects.toThrow(message)
  })
})

describe('an entry of the user’s', () => {
  it('is as good as one of the catalogue', async () => {
    const entry = ownEntry()
    const session = new Session(assume(), [entry])
    expect(session.catalogue.at(-1)).toBe(entry)
    const [curve] = await session.limits('mu-tau', ['mine'], [0.01])
    expect(curve.points).toEqual([{ mass: 0.01, result: [[0.01, Number.POSITIVE_INFINITY]] }])
    expect((await session.point(session.boson('mu-tau', 0.01, 0.02), [entry]))[0].status).toBe('excluded')
    expect(entry.prepared).toBe(1)
  })

  it('need not be listed to be asked', async () => {
    const entry = ownEntry()
    const session = new Session()
    const [result] = await session.point(session.boson('mu-tau', 0.01, 0.005), [entry])
    expect([result.verdict, result.status]).toEqual([0.5, 'allowed'])
  })
})

describe('what a verdict means', () => {
  it.each([
    ['exclusion', 0.99, 'allowed'],
    ['exclusion', 1, 'excluded'],
    ['exclusion', 7, 'excluded'],
    ['preferred', 0, 'preferred'],
    ['preferred', 1, 'preferred'],
    ['preferred', 1.01, 'disfavoured'],
    ['projection', 0.99, 'beyond-reach'],
    ['projection', 1, 'detected'],
  ] as const)('%s %d: %s', (kind, verdict, status) => {
    expect(statusOf(kind, verdict)).toBe(status)
    expect(statusOf(kind, { silent: 'why' })).toBe('silent')
  })

  const IN_WORDS = { exclusion: ['excluded', 'allowed'], preferred: ['preferred', 'disfavoured'], projection: ['detected', 'beyond-reach'] }

  it('of a whole point agrees with the curves at its mass', async () => {
    const session = new Session()
    for (const coupling of [1e-6, 3e-4, 5e-3, 1]) {
      const results = await session.point(session.boson('mu-tau', 0.02, coupling))
      const curves = await session.limits('mu-tau', undefined, [0.02])
      results.forEach(({ constraint, status }, i) => {
        const { result } = curves[i].points[0]
        expect(curves[i].constraint).toBe(constraint)
        const isInside = 'silent' in result ? undefined : result.some(([lo, hi]) => lo <= coupling && coupling <= hi)
        const [inside, outside] = IN_WORDS[constraint.kind]
        expect(status).toBe(isInside === undefined ? 'silent' : isInside ? inside : outside)
      })
    }
  })
})

describe('limits on very heavy bosons', () => {
  it('begin at no coupling that a boson may not have', async () => {
    const curves = await new Session().limits('b-l', undefined, [1e6, 1e10, 1e15])
    const starts = curves.flatMap(({ points }) => points.flatMap(({ result }) => (isSilent(result) ? [] : result.map(([lo]) => lo))))
    expect(starts.length).toBeGreaterThan(0)
    expect(Math.max(...starts)).toBeLessThan(1000)
  })
})

describe('limits not available', () => {
  it('are named, with where they were published, and are not in the catalogue', () => {
    const ids = EXPERIMENTS.map(({ id }) => id)
    expect(new Set([...ids, ...MISSING.map(({ id }) => id)]).size).toBe(ids.length + MISSING.length)
    for (const { arXiv, status, why } of MISSING) {
      expect(arXiv).toMatch(/^\d{4}\.\d{4,5}$/)
      expect([status, why !== '']).toEqual(['not-available', true])
    }
  })
})
