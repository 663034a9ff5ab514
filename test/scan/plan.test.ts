import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { InputError } from '../../src/errors.ts'
import { EXPERIMENTS } from '../../src/experiments/index.ts'
import {
  canonicalJson,
  chunkRange,
  filledModel,
  parsePlan,
  placesIn,
  planText,
  type ScanRequest,
  scanPlan,
  shardChunks,
} from '../../src/scan/index.ts'

const REQUEST: ScanRequest = {
  title: 'a test',
  model: 'muon-nu:ratio={ratio}',
  parameters: [
    { name: 'ratio', axis: { kind: 'list', values: [0.1, 1] } },
    { name: 'mass', axis: { kind: 'grid', scale: 'log', from: 1e-3, to: 1, points: 10 } },
    { name: 'coupling', axis: { kind: 'fixed', value: 1e-4 } },
  ],
  compute: { constraints: ['g-2-muon'], limits: [], quantities: ['widths'] },
  assumptions: assume(),
  own: [],
}
const planned = (changed: Partial<ScanRequest> = {}, layout = { shards: 2, chunk: 4 }, build = 'b') =>
  scanPlan({ ...REQUEST, ...changed }, layout, build)

describe('the hash of a plan', () => {
  it('is of what the numbers depend on, and of nothing else', async () => {
    const { hash } = await planned()
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await planned({}, { shards: 5, chunk: 1 })).hash).toBe(hash)
    const reordered = Object.fromEntries(Object.entries(REQUEST).reverse()) as unknown as ScanRequest
    expect((await scanPlan(reordered, { shards: 2, chunk: 4 }, 'b')).hash).toBe(hash)
    const others = await Promise.all([
      planned({}, undefined, 'u'),
      planned({ assumptions: assume({}, { gMinus2: 'fnal-2021' }) }),
      planned({ model: 'muon-nu:ratio={ratio} ' }),
      planned({ compute: { ...REQUEST.compute, quantities: [] } }),
      planned({ parameters: REQUEST.parameters.toReversed() }),
    ])
    expect(new Set([hash, ...others.map((plan) => plan.hash)]).size).toBe(6)
  })

  it('is that of the text: a plan that is written and read back is the same, one that was touched is refused', async () => {
    const plan = await planned({ own: [] })
    const text = planText(plan)
    expect(await parsePlan(text)).toEqual(JSON.parse(text))
    await expect(parsePlan(text.replace('1e-3', '2e-3').replace('0.001', '0.002'))).rejects.toThrow(/plan.json: it was changed after/)
    await expect(parsePlan(text.replace('"points":20', '"points":21'))).rejects.toThrow(/it was changed/)
    await expect(parsePlan(text.slice(0, -9))).rejects.toThrow(/plan.json: it is no plan/)
    await expect(parsePlan('[]')).rejects.toThrow(InputError)
  })

  it('takes infinities, which JSON has no word for', () => {
    const text = canonicalJson({ a: [Infinity, -Infinity, 1.5], b: 'Infinity' })
    expect(JSON.parse(text)).toEqual({ a: [Infinity, -Infinity, 1.5], b: 'Infinity' })
  })
})

describe('shards', () => {
  it('share all chunks, and chunks all points, without rest or overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (points, chunk, wanted) => {
          const shards = Math.min(wanted, Math.ceil(points / chunk))
          const plan = { points, chunk, shards }
          const chunks = Array.from({ length: shards }, (_, shard) => shardChunks(plan, shard)).flat()
          const seen = chunks.flatMap((index) => {
            const { first, rows } = chunkRange(plan, index)
            return Array.from({ length: rows }, (_, i) => first + i)
          })
          expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: points }, (_, i) => i))
        },
      ),
    )
  })
})

describe('what is refused', () => {
  const compute = REQUEST.compute
  const own = EXPERIMENTS[0]
  it.each<[string, Partial<ScanRequest>, RegExp]>([
    [
      'a constraint with functions',
      { compute: { ...compute, constraints: [{ ...own, id: 'my-own' }] } },
      /'my-own' is an object with functions/,
    ],
    ['a wrong constraint', { compute: { ...compute, constraints: ['g-2-muom'] } }, /compute.constraints\[1\]: .*did you mean 'g-2-muon'/],
    ['a constraint twice', { compute: { ...compute, limits: ['n-eff', 'n-eff'] } }, /compute.limits\[2\]: 'n-eff' is named twice/],
    ['nothing to compute', { compute: { constraints: [], limits: [], quantities: [] } }, /nothing is computed/],
    [
      'an approximation to no likelihood',
      { compute: { ...compute, approximate: ['na62-kaon'] } },
      /compute.approximate: there is no likelihood/,
    ],
    ['no mass', { parameters: REQUEST.parameters.filter(({ name }) => name !== 'mass') }, /parameters: missing; write mass/],
    ['no coupling', { parameters: REQUEST.parameters.slice(0, 2) }, /Only limits need none/],
    ['a parameter twice', { parameters: [...REQUEST.parameters, REQUEST.parameters[0]] }, /'ratio' is given twice/],
    ['a parameter without a use', { model: 'mu-tau' }, /parameters.ratio: the model does not name it/],
    ['a place without a parameter', { model: 'bernal:c={ratio},tanEta={tanEta}' }, /unknown parameter 'tanEta'/],
    ['a wrong model', { model: 'muon-nu:ration={ratio}' }, /did you mean 'ratio'/],
  ])('%s', async (_, changed, why) => {
    await expect(planned(changed)).rejects.toThrow(why)
    await expect(planned(changed)).rejects.toBeInstanceOf(InputError)
  })

  it('more shards than chunks', async () => {
    await expect(planned({}, { shards: 6, chunk: 4 })).rejects.toThrow(/6 are more than the 5 chunks/)
  })
})

describe('models with places', () => {
  it('are filled with decimals in expressions, and with numbers where a place stands alone in a definition', () => {
    expect(filledModel('B+({x})Lmu', { x: -1e-7 })).toBe('B+(-0.0000001)Lmu')
    const model = {
      charges: { L: ['{x}', 0, 1] as [string, number, number] },
      kineticMixing: { epsilonOverG: '{y}' as unknown as number },
      title: 'x = {x}',
    }
    expect(placesIn(model)).toEqual(['x', 'y'])
    expect(filledModel(model, { x: 0.5, y: 2 })).toEqual({
      charges: { L: [0.5, 0, 1] },
      kineticMixing: { epsilonOverG: 2 },
      title: 'x = 0.5',
    })
  })
})
