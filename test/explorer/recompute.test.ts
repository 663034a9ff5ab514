import { describe, expect, it } from 'vitest'
import { drawn } from '../../explorer/engine/draw.ts'
import { planeOptions, prepared, Recomputing, sceneOf } from '../../explorer/engine/recompute.ts'
import { bosonAtPlace } from '../../explorer/engine/rows.ts'
import { sessions } from '../../explorer/engine/sessions.ts'
import { DEFAULT_VIEW, type View } from '../../explorer/state/view.ts'
import { exclusionFigure, type FigureSpec } from '../../src/figures/index.ts'
import { assume, type Entry, EXPERIMENTS, FailureError, Session } from '../../src/index.ts'
import { sameNumbers } from './same.ts'

const PERTURBATIVITY = EXPERIMENTS.find(({ id }) => id === 'perturbativity')!
const sheet = { width_mm: 150, aspect: 0.8, theme: 'light' } as const
const turn = async (): Promise<void> => {}

async function recomputed(view: View, recomputing = new Recomputing(), session = new Session()) {
  const asked = await prepared(await sceneOf(view, session), turn)
  const drafts = []
  for await (const draft of recomputing.drafts(asked, turn)) drafts.push(draft)
  return { drafts, ...(await recomputing.settled(asked, turn)) }
}

const VIEWS: readonly Partial<View>[] = [
  { model: 'mu-tau' },
  { model: 'b-l', projections: true },
  { model: 'dark-photon', coupling: [1e-6, 1e-2], mass_GeV: [0.01, 1] },
  { model: 'bernal:c=-0.1,tanEta=-0.75', plane: 'epsMedium,tanEta' },
  { model: 'B-3Lmu', plane: 'mass,epsMedium' },
]

describe('what the page draws', () => {
  it.each(VIEWS)('of %o is what the command line draws', async (part) => {
    const view = { ...DEFAULT_VIEW, ...part }
    const session = new Session()
    const { spec } = await recomputed(view, new Recomputing(), session)
    const { coupling: couplings, epsMedium, projections } = view
    const options = { ...planeOptions(view), couplings, epsMedium, projections }
    const asked = await exclusionFigure(session, session.model(view.model), options)
    sameNumbers(JSON.stringify(spec), JSON.stringify(asked))
  })

  it('is drafted first, on the same axes, with what is pending named', async () => {
    const recomputing = new Recomputing()
    await recomputed({ ...DEFAULT_VIEW, model: 'muon-nu:ratio=0.1' }, recomputing)
    const { drafts, spec } = await recomputed({ ...DEFAULT_VIEW, model: 'muon-nu:ratio=0.2' }, recomputing)
    const last = drafts[drafts.length - 1]
    expect(last.pending).toEqual([])
    const ids = ({ panels }: FigureSpec): string[] => panels[0].layers.map(({ id }) => id)
    expect(ids(last.spec)).toEqual(ids(spec))
    expect([last.spec.panels[0].x, last.spec.panels[0].y]).toEqual([spec.panels[0].x, spec.panels[0].y])
  })

  it('shows what is slow as it was before, until it is known', async () => {
    const recomputing = new Recomputing()
    const view = { ...DEFAULT_VIEW, model: 'bernal:c=-0.1,tanEta=-0.75' }
    await recomputed(view, recomputing)
    const { drafts } = await recomputed({ ...view, model: 'bernal:c=-0.2,tanEta=-0.75' }, recomputing)
    const [first] = drafts
    expect(drafts.length).toBeGreaterThan(1)
    expect(first.pending).toContain('borexino-2017')
    expect(first.spec.panels[0].layers.some(({ id }) => id.includes('borexino-2017'))).toBe(true)
  })

  it('keeps apart what one constraint says under assumptions of its own', async () => {
    const session = new Session()
    const scene = await sceneOf(DEFAULT_VIEW, session)
    const bands = await session.constraints(['g-2-muon@gMinus2=fnal-2021', 'g-2-muon@gMinus2=bernal-2022'])
    expect(bands.map(({ entry, kind }) => `${entry.id} ${kind}`)).toEqual(['g-2-muon preferred', 'g-2-muon preferred'])
    const drafts = []
    for await (const draft of new Recomputing().drafts(
      { scene, groups: bands.map((one) => [one]), found: new Map(), awaited: [], failed: [] },
      turn,
    ))
      drafts.push(draft)
    const [first, second] = drafts[drafts.length - 1].spec.panels[0].layers.map((layer) => layer.kind === 'region' && layer.polygons)
    expect(second).toBeTruthy()
    expect(first).not.toEqual(second)
  })

  it('leaves out, and says, what cannot be prepared or computed; the rest is as it was', async () => {
    const broken = (id: string, prepare: Entry['prepare']): Entry => ({ ...PERTURBATIVITY, id, label: id, prepare })
    const own = [
      broken('not-there', async () => {
        throw new TypeError('Failed to fetch dynamically imported module: solar.js')
      }),
      broken('nonsense', async (assumptions) => ({
        ...(await PERTURBATIVITY.prepare(assumptions)),
        entry: { ...PERTURBATIVITY, id: 'nonsense', label: 'nonsense' },
        intervals: () => {
          throw new FailureError('no number')
        },
      })),
    ]
    const view = { ...DEFAULT_VIEW, only: ['perturbativity', 'g-2-muon', ...own.map(({ id }) => id)] }
    const { drafts, spec, failed } = await recomputed(view, new Recomputing(), new Session(assume(), own))
    expect(failed).toEqual([
      { id: 'not-there', label: 'not-there', message: 'a part of this page did not load' },
      { id: 'nonsense', label: 'nonsense', message: 'no number' },
    ])
    expect(drafts[drafts.length - 1].failed).toEqual(failed)
    const alone = await recomputed({ ...view, only: view.only.slice(0, 2) })
    expect(spec.panels[0].layers.map(({ id }) => id)).toEqual(alone.spec.panels[0].layers.map(({ id }) => id))
  })

  it('asks again for what did not load', async () => {
    let calls = 0
    const shy: Entry = {
      ...PERTURBATIVITY,
      id: 'shy',
      async prepare(assumptions) {
        if (calls++ === 0) throw new TypeError('Failed to fetch dynamically imported module: shy.js')
        return PERTURBATIVITY.prepare(assumptions)
      },
    }
    const session = new Session(assume(), [shy])
    const view = { ...DEFAULT_VIEW, only: ['shy'] }
    expect((await recomputed(view, new Recomputing(), session)).failed).toHaveLength(1)
    expect((await recomputed(view, new Recomputing(), session)).failed).toEqual([])
  })

  it('stops where a newer question has come', async () => {
    const asked = await prepared(await sceneOf(DEFAULT_VIEW, new Session()), turn)
    const overtaken = async (): Promise<void> => {
      throw new Error('newer')
    }
    await expect(new Recomputing().settled(asked, overtaken)).rejects.toThrow('newer')
  })

  it('shows only what is switched on', async () => {
    const { spec } = await recomputed({ ...DEFAULT_VIEW, only: ['g-2-muon', 'borexino-2017'], hidden: ['g-2-muon'] })
    expect(spec.panels[0].layers.map(({ id }) => id)).toEqual(['borexino-2017'])
  })

  it('has places for bosons', async () => {
    const session = new Session()
    const { plane } = await sceneOf({ ...DEFAULT_VIEW, model: 'bernal:c=-0.1,tanEta=-0.75', plane: 'mass,epsMedium' }, session)
    const { mass, coupling } = bosonAtPlace(plane, [0.03, 0.5], session)
    const size = plane.sizeAt(mass)
    expect(mass).toBe(0.03)
    expect('perPower' in size ? size.perPower * coupling ** size.power : Number.NaN).toBeCloseTo(0.5, 12)
  })
})

describe('sessions', () => {
  it('are kept by everything they depend on', () => {
    const sessionFor = sessions()
    const one = sessionFor({ oscillation: 'nufit-4.0' })
    expect(sessionFor({ oscillation: 'nufit-4.0' })).toBe(one)
    expect(sessionFor({})).not.toBe(one)
    expect(sessionFor({ oscillation: 'nufit-4.0', recipe: 'as-printed' }).assumptions.recipe).toBe('as-printed')
  })
})

describe('the markup of a figure', () => {
  it('holds words of a user as words', () => {
    const axis = { label: 'x<script>', scale: 'linear', min: 0, max: 1 } as const
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const polygons = [
      [
        [0.1, 0.1],
        [0.9, 0.1],
        [0.9, 0.9],
      ] as const,
    ]
    const layer = { kind: 'region', id: hostile, label: hostile, polygons, style: 'exclusion' } as const
    const spec: FigureSpec = {
      id: hostile,
      title: hostile,
      caption: hostile,
      panels: [{ title: hostile, x: axis, y: axis, layers: [layer] }],
    }
    for (const isDraft of [true, false]) {
      const { svg } = drawn(spec, sheet, isDraft)
      expect(svg).not.toMatch(/<(script|img)|style=/)
      expect(svg).toContain('&lt;script&gt;')
    }
  })
})
