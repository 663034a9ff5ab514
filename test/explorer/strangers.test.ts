import { describe, expect, it } from 'vitest'
import type { CatalogueRow } from '../../explorer/engine/protocol.ts'
import { withoutStrangeFigure, withoutStrangers } from '../../explorer/state/strangers.ts'
import { DEFAULT_VIEW } from '../../explorer/state/view.ts'

const catalogue = ['borexino-2017', 'ess'].map((id) => ({ id, hasSpectra: id === 'ess' }) as CatalogueRow)
const corrected = (part: Partial<typeof DEFAULT_VIEW>, gone: readonly string[] = []) =>
  withoutStrangers({ ...DEFAULT_VIEW, ...part }, catalogue, new Set(gone))

describe('names in a link', () => {
  it('that something goes by are left alone', () => {
    expect(corrected({ only: ['ess'], hidden: ['borexino-2017'], spectrum: 'ess' })).toEqual({ part: {}, problems: [] })
    expect(withoutStrangeFigure({ ...DEFAULT_VIEW, figure: 'a-1' }, ['a-1'])).toEqual({ part: {}, problems: [] })
  })

  it('that nothing goes by are told, field by field, and left out', () => {
    const { part, problems } = corrected({ only: ['nosuch', 'ess'], hidden: ['a', 'b', 'c', 'd'], spectrum: 'borexino-2017' })
    expect(part).toEqual({ only: ['ess'], hidden: [], spectrum: undefined })
    expect(problems.map(({ field, message }) => `${field} ${message}`)).toEqual([
      expect.stringMatching(/^only nosuch: not in the catalogue/),
      expect.stringMatching(/^off a, b, c and 1 more: not/),
      expect.stringMatching(/^spectrum 'borexino-2017' is no experiment/),
    ])
    expect(withoutStrangeFigure({ ...DEFAULT_VIEW, figure: 'nope' }, ['a-1'])).toEqual({
      part: { figure: undefined },
      problems: [{ field: 'figure', message: expect.stringMatching(/'nope' is no figure/) }],
    })
  })

  it('whose tables did not load are left alone', () => {
    const view = { ...DEFAULT_VIEW, only: ['ess', 'lma'], spectrum: 'lma' }
    expect(withoutStrangers(view, catalogue, new Set(), ['lma'])).toEqual({ part: {}, problems: [] })
    expect(withoutStrangers(view, catalogue, new Set()).part).toEqual({ only: ['ess'], spectrum: undefined })
  })

  it('of limits whose files were removed are left out without a word', () => {
    expect(corrected({ only: ['my-dump'] }, ['my-dump'])).toEqual({ part: { only: [] }, problems: [] })
  })
})
