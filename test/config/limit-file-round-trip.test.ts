import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { E_CHARGE } from '../../src/constants.ts'
import { isSilent } from '../../src/constraints/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { limitsCsv, limitsHepData, limitsJson, limitsLmt } from '../../src/reports/index.ts'
import type { LimitCurve } from '../../src/session.ts'
import { curveOf, DISPLACED, dataOf, header, read } from './limit-files.ts'

const MASSES = [0.002, 0.005, 0.01, 0.02, 0.04, 0.05, 0.1]

/** Missing energy, as NA64 looks for it: published for a dark photon that always decays unseen, and written for a boson that sometimes does. */
const MISSING_ENERGY = {
  model: 'b-l',
  fields: { production: 'electron-bremsstrahlung', finalState: 'invisible', decaysUnseen: 'true' },
  rows: '0.001 1.1e-5\n0.01 3.7e-5\n0.1 4.2e-4\n',
  again: { model: 'b-l', decaysUnseen: 'false' },
}
const PROMPT = {
  model: 'dark-photon',
  fields: { production: '{pi0-photon: 0.9, eta-photon: 0.1}', window: '{prompt: {length: 1 m, momentum: 50 GeV}}' },
  rows: '0.001 2.3e-3\n0.02 4.1e-4\n0.12 8.9e-4\n',
  again: {},
}
const DUMP = {
  model: 'dark-photon',
  fields: { window: DISPLACED },
  rows: '0.002 3e-7 3e-3\n0.01 3.5e-7 1.6e-4\n0.04 1.6e-6 9e-6\n0.05 4e-6 4e-6\n',
  again: {},
}

const FORMATS = {
  lmt: { columns: '', write: (curve: LimitCurve, model: string) => limitsLmt(resolveModel(model), [curve]) },
  csv: {
    columns: 'columns: {mass: mass_GeV, lower: lower, upper: upper, silent: silent}, ',
    write: (curve: LimitCurve) => limitsCsv(assume(), [curve]),
  },
  yaml: {
    columns: 'columns: {lower: "coupling, lower edge", upper: "coupling, upper edge"}, ',
    write: (curve: LimitCurve, model: string) => limitsHepData(resolveModel(model), [curve]),
  },
  json: { columns: '', write: (curve: LimitCurve, model: string) => JSON.stringify(limitsJson(resolveModel(model), assume(), [curve])) },
}

/** Both silent, or both nothing, or the same couplings. */
function expectSame(found: LimitCurve, wanted: LimitCurve, tolerance: number): void {
  for (const [i, { mass, result }] of wanted.points.entries()) {
    const other = found.points[i].result
    if (isSilent(result) || isSilent(other)) {
      expect([mass, isSilent(other)]).toEqual([mass, isSilent(result)])
      continue
    }
    expect(other).toHaveLength(result.length)
    for (const [j, edges] of result.entries()) {
      for (const [k, edge] of edges.entries()) {
        if (Number.isFinite(edge)) expect(Math.abs(other[j][k] / edge - 1), `${edge} at ${mass} GeV`).toBeLessThan(tolerance)
        else expect(other[j][k]).toBe(edge)
      }
    }
  }
}

describe('what Zest writes, Zest reads:', () => {
  const cases = Object.entries({ MISSING_ENERGY, PROMPT, DUMP }).flatMap(([name, limit]) =>
    Object.entries(FORMATS).map(([extension, format]) => ({ name, extension, ...limit, ...format })),
  )

  it.each(cases)('$name in .$extension', async ({ model, fields, rows, again, extension, columns, write }) => {
    const coupling = model === 'dark-photon' ? 'epsilon' : 'g'
    for (const gap of extension === 'lmt' ? [''] : ['', 'gaps: [[15 MeV, 30 MeV]]']) {
      const limit = await read(header({ ...fields, data: dataOf('d.lmt', gap) }), rows)
      const written = write(await curveOf(limit, model, MASSES), model)
      const data = `{file: d.${extension}, ${columns}units: {mass: GeV, coupling: ${coupling}}}`
      const reread = await read(header({ ...fields, ...again, data }), written)
      expect(reread.bound.shape).toBe(limit.bound.shape)
      for (const other of ['dark-photon', 'b-l', 'e-mu']) {
        expectSame(await curveOf(reread, other, MASSES), await curveOf(limit, other, MASSES), 1e-9)
      }
    }
  })

  it('a projection stays one, unless its header says otherwise, and masses at which it reaches nothing are gaps', async () => {
    const planned = await read(header({ ...DUMP.fields, kind: 'projection' }), DUMP.rows)
    const written = FORMATS.json.write(await curveOf(planned, 'dark-photon', [0.002, 0.01, 0.04, 0.2]), 'dark-photon')
    const data = '{file: d.json, units: {mass: GeV, coupling: epsilon}}'
    const reread = await read(header({ ...DUMP.fields, data }), written)
    expect(reread.kind).toBe('projection')
    expect((await read(header({ ...DUMP.fields, kind: 'exclusion', data }), written)).kind).toBe('exclusion')
    const bare = written.replace('"kind":"projection",', '')
    expect((await read(header({ ...DUMP.fields, data }), bare)).kind).toBe('exclusion')
  })

  it('every mass of a grid, the ends of the table among them', async () => {
    const grid = [0.02 / 3, 0.05 / 7, 0.2 / 19, 0.08 / 3]
    const limit = await read(header(DUMP.fields), DUMP.rows)
    const wanted = await curveOf(limit, 'dark-photon', grid)
    expect(wanted.points.every(({ result }) => !isSilent(result) && result.length === 1)).toBe(true)
    const reread = await read(header(DUMP.fields), limitsLmt(resolveModel('dark-photon'), [wanted]))
    expectSame(await curveOf(reread, 'dark-photon', grid), wanted, 1e-9)
  })

  it('a limit of its own, recast to its own model, is what was published', async () => {
    const { points } = await curveOf(await read(header(DUMP.fields), DUMP.rows), 'dark-photon', [0.002, 0.01, 0.04])
    const published = [
      [3e-7, 3e-3],
      [3.5e-7, 1.6e-4],
      [1.6e-6, 9e-6],
    ]
    for (const [i, { result }] of points.entries()) {
      const [[lower, upper]] = result as [[number, number]]
      expect(lower / published[i][0]).toBeCloseTo(1, 9)
      expect(upper / published[i][1]).toBeCloseTo(1, 9)
    }
  })

  it('missing energy of a boson that couples to electrons and neutrinos', async () => {
    const limit = await read(header(MISSING_ENERGY.fields), MISSING_ENERGY.rows)
    const { points } = await curveOf(limit, 'e-mu', [0.01, 0.1])
    // Below the muons' threshold Γ(ee) is that of both neutrinos together: half of the decays are unseen, and g²/2 stands for (eε)².
    for (const [i, epsilon] of [3.7e-5, 4.2e-4].entries()) {
      const [[coupling]] = points[i].result as [[number, number]]
      expect(coupling / (E_CHARGE * epsilon * Math.SQRT2)).toBeCloseTo(1, 4)
    }
  })
})
