import { describe, expect, it } from 'vitest'
import { answerTo, linesOf, type ServedLikelihood } from '../../src/cli/likelihood-lines.ts'
import { FailureError, InputError } from '../../src/errors.ts'

const served: ServedLikelihood = {
  parameters: [
    { name: 'mass', unit: 'GeV', range: [0.001, 1] },
    { name: 'coupling', unit: '', range: [1e-6, 1e-2] },
  ],
  minus2LogL([mass, coupling]: ArrayLike<number> & Iterable<number>) {
    if (mass === 0.5) throw new InputError('too close to something', 'mass')
    if (mass === 0.25) return Infinity
    if (mass === 0.125) return Number.NaN
    if (mass === 0.75) throw new FailureError('out of order')
    return mass / coupling
  },
}
const ask = (line: string) => JSON.parse(answerTo(line, served))

describe('an answer', () => {
  it('has the values of all points, in order, and the id that was asked', () => {
    expect(ask('{"id": 7, "points": [[0.01, 0.001], [0.002, 1e-4]]}')).toEqual({ id: 7, minus2LogL: [0.01 / 0.001, 0.002 / 1e-4] })
    expect(ask('{"id": {"walker": [1]}, "points": []}')).toEqual({ id: { walker: [1] }, minus2LogL: [] })
    expect(ask('{"points": [[0.01, 0.001]]}')).toEqual({ id: null, minus2LogL: [0.01 / 0.001] })
    expect(ask('{"id": "ends", "points": [[0.001, 0.01], [1, 1e-6]]}\r').minus2LogL).toEqual([0.1, 1e6])
  })

  it('brings an id back as it came, or none: a number that would come back as another is refused', () => {
    expect(answerTo('{"id": 9007199254740991, "points": []}', served)).toBe('{"id":9007199254740991,"minus2LogL":[]}')
    for (const id of ['12345678901234567890', '-9007199254740993', '{"walker": [1, 9007199254740992]}', '1e999']) {
      const { error, ...rest } = ask(`{"id": ${id}, "points": []}`)
      expect([rest, error.field]).toEqual([{ id: null }, 'id'])
      expect(error.message).toMatch(/id: beyond 2\^53 − 1 numbers do not come back as they were; write it as text/)
    }
    expect(ask('{"id": "12345678901234567890", "points": []}').id).toBe('12345678901234567890')
  })

  it('is null where the likelihood is zero', () => {
    expect(ask('{"id": 1, "points": [[0.25, 0.001]]}')).toEqual({ id: 1, minus2LogL: [null] })
  })

  it.each([
    ['', undefined, /not JSON/],
    ['hello', undefined, /not JSON/],
    ['{"id": 1, "points": [[NaN, 0.001]]}', undefined, /not JSON: .*; JSON has no NaN/],
    ['{"id": 1, "points": [[Infinity, 0.001]]}', undefined, /JSON has no NaN and no Infinity/],
    ['[[0.01, 0.001]]', undefined, /no JSON object; write/],
    ['null', undefined, /no JSON object/],
    ['3', undefined, /no JSON object/],
  ])('to %j is an error that cannot name a request', (line, field, message) => {
    const { id, error, ...rest } = ask(line)
    expect({ id, field: error.field, rest }).toEqual({ id: null, field, rest: {} })
    expect(error.message).toMatch(message)
  })

  it.each([
    ['{"id": 3}', 'points', /points: missing; write one \[mass, coupling\] for each point/],
    ['{"id": 3, "points": 5}', 'points', /missing/],
    ['{"id": 3, "pionts": []}', 'pionts', /unknown field 'pionts'; did you mean 'points'\?/],
    ['{"id": 3, "points": [0.01, 0.001]}', 'points[0]', /not a list of numbers/],
    ['{"id": 3, "points": [[0.01, 0.001], [0.01]]}', 'points[1]', /1 numbers are not allowed; allowed: 2, \[mass, coupling\]/],
    ['{"id": 3, "points": [[0.01, 0.001, 1]]}', 'points[0]', /3 numbers are not allowed/],
    ['{"id": 3, "points": [[0.01, null]]}', 'points[0][1]', /coupling null is not allowed; allowed: 0.000001 to 0.01$/],
    ['{"id": 3, "points": [["0.01", 0.001]]}', 'points[0][0]', /mass "0.01" is not allowed/],
    ['{"id": 3, "points": [[0.01, 0.001], [5, 0.001]]}', 'points[1][0]', /mass 5 is not allowed; allowed: 0.001 to 1 GeV/],
    ['{"id": 3, "points": [[1e999, 0.001]]}', 'points[0][0]', /mass Infinity is not allowed; allowed: 0.001 to 1 GeV/],
    ['{"id": 3, "points": [[0.5, 0.001]]}', 'points[0]', /too close to something/],
    ['{"id": 3, "points": [[0.75, 0.001]]}', 'points[0]', /out of order/],
    ['{"id": 3, "points": [[0.125, 0.001]]}', 'points[0]', /not a number here/],
  ])('to %s is one error that says where', (line, field, message) => {
    const { id, error, ...rest } = ask(line)
    expect({ id, field: error.field, rest }).toEqual({ id: 3, field, rest: {} })
    expect(error.message).toMatch(message)
  })

  it('is one line, whatever was asked', () => {
    for (const line of ['{"id": "a\\nb", "points": []}', 'a\u2028b', '{"id": "a\\nb"}'])
      expect(answerTo(line, served)).not.toMatch(/[\n\r]/)
  })

  it('refuses a line that is longer than memory should hold', () => {
    expect(ask(' '.repeat(64e6 + 1)).error.message).toMatch(/longer than 64000000 characters/)
  })
})

describe('lines', () => {
  async function* chunked(...chunks: string[]) {
    yield* chunks
  }
  const all = async (...chunks: string[]) => {
    const lines: string[] = []
    for await (const line of linesOf(chunked(...chunks), 10)) lines.push(line)
    return lines
  }

  it('are put together from pieces; the last one needs no end', async () => {
    expect(await all('ab', 'c\nd', '\n\ne', 'f')).toEqual(['abc', 'd', '', 'ef'])
    expect(await all('ab\n')).toEqual(['ab'])
    expect(await all()).toEqual([])
  })

  it('that are too long are cut, and those after them are whole', async () => {
    const [long, next] = await all('0123456', '789abc', 'never kept', 'nor this\nnext\n')
    expect(long).toBe('0123456789abc')
    expect(next).toBe('next')
  })
})
