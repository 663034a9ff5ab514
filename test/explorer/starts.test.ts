import { describe, expect, it } from 'vitest'
import { STARTS, viewOf } from '../../explorer/papers/starts.ts'
import { readAddress, writeAddress } from '../../explorer/state/address.ts'
import { DEFAULT_VIEW } from '../../explorer/state/view.ts'
import { assume, departures, EXPERIMENTS, resolveModel, WITH_SPECTRA } from '../../src/index.ts'
import { FIGURES } from '../../src/papers/index.ts'

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

  it.each(STARTS)('$id leads to a view that an address holds', (start) => {
    const view = viewOf(start, { ...DEFAULT_VIEW, theme: 'dark', hidden: ['borexino-2017'], solar: '8B' })
    expect(view.theme).toBe('dark')
    expect(view.hidden).toEqual([])
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
