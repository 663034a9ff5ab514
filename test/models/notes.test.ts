import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { bosonAt } from '../../src/couplings/index.ts'
import { MODEL_CATALOGUE, resolveModel } from '../../src/models/index.ts'
import { pointJson, pointText } from '../../src/reports/index.ts'

describe('notes of a model', () => {
  it('tell of the searches that bernal-2022 discusses without a limit', () => {
    const { notes } = resolveModel('bernal')
    for (const word of ['GEMMA', 'supernovae', 'tan η = −Z/N']) expect(notes.filter((note) => note.includes(word))).toHaveLength(1)
  })

  it('tell the lightest boson whose φ escapes the dumps, where it decays to φ', () => {
    const about = (spec: string) => resolveModel(spec).notes.filter((note) => note.includes('E774'))
    expect(about('bernal:cPhi=40')[0]).toContain('above 30 MeV')
    expect(about('bernal:cPhi=40,mPhiOverM=0.25')[0]).toContain('above 40 MeV')
    for (const spec of ['bernal', 'bernal:cPhi=40,mPhiOverM=0.6']) expect(about(spec)).toEqual([])
  })

  it('are shown with a boson, in text and JSON, and are nothing for most models', () => {
    const boson = bosonAt(resolveModel('bernal'), 0.04, 5e-4, assume())
    for (const note of boson.model.notes) {
      expect(pointText(boson, [])).toContain(`note: ${note}`)
      expect(pointJson(boson, []).warnings).toContain(note)
    }
    expect(MODEL_CATALOGUE.filter(({ id }) => resolveModel(id).notes.length > 0).map(({ id }) => id)).toEqual(['bernal'])
  })
})
