import { describe, expect, it } from 'vitest'
import { STARTS, viewOf } from '../../explorer/papers/starts.ts'
import { readAddress, writeAddress } from '../../explorer/state/address.ts'
import { DEFAULT_VIEW } from '../../explorer/state/view.ts'
import { assume, departures, EXPERIMENTS, resolveModel, WITH_SPECTRA } from '../../src/index.ts'
import { DRAWN, FIGURES, LEFT_OUT } from '../../src/papers/index.ts'

const constraints = EXPERIMENTS.map(({ id }) => id)
const detectors = WITH_SPECTRA.map(({ id }) => id)

describe('published figures to start from', () => {
  it('are those that are made again, each once, under the assumptions of their recipes', () => {
    expect(STARTS.map(({ id }) => id)).toEqual([...new Set(STARTS.map(({ id }) => id))])
    expect(STARTS.map(({ id }) => id).sort()).toEqual(FIGURES.map(({ id }) => id).sort())
    for (const { id, view } of STARTS) {
      expect(view.assumptions).toEqual(departures(assume(FIGURES.find((one) => one.id === id)!.assume)))
    }
  })

  it.each(Object.keys({ ...DRAWN, ...LEFT_OUT }))('%s shows what the figure draws', async (id) => {
    const recipe = FIGURES.find((one) => one.id === id)!
    const { view } = STARTS.find((one) => one.id === id)!
    const { only = [], hidden = [] } = view
    const { panels } = await recipe.make(assume(recipe.assume))
    const isOff = (name: string): boolean => hidden.includes(name) || (only.length > 0 && !only.includes(name))
    const regionsOf = ({ layers }: (typeof panels)[number]): string[] =>
      layers.flatMap(({ kind, id: names }) => (kind === 'region' ? names.replaceAll('-printed', '').split(' ') : []))
    const shown = panels.map(regionsOf).map((names) => names.filter((name) => constraints.includes(name)))
    // A figure of several models is started from one of them.
    expect(shown.some((names) => names.length > 1 && !names.some(isOff))).toBe(true)
    expect(only.length + hidden.length).toBeGreaterThan(0)
  })

  it.each(STARTS)('$id leads to a view that an address holds', (start) => {
    const view = viewOf(start, { ...DEFAULT_VIEW, theme: 'dark', hidden: ['borexino-2017'], solar: '8B' })
    expect(view.theme).toBe('dark')
    expect(view.hidden).toEqual(start.view.hidden ?? [])
    const { view: back, problems } = readAddress(`#${writeAddress(view)}`)
    expect(problems).toEqual([])
    expect(back).toEqual(view)
    expect(() => resolveModel(view.model)).not.toThrow()
    expect(view.only.filter((id) => !constraints.includes(id))).toEqual([])
    if (view.spectrum !== undefined) expect(detectors).toContain(view.spectrum)
    const inside = (value: number, [lo, hi]: readonly [number, number]): boolean => value > lo && value < hi
    if (view.pin !== undefined) expect(inside(view.pin[0], view.mass_GeV)).toBe(true)
  })
})
