import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitted } from '../../explorer/model/planes.ts'
import { readAddress, writeAddress } from '../../explorer/state/address.ts'
import { DEFAULT_VIEW, GRAPHS, type Range, type View } from '../../explorer/state/view.ts'
import { ASSUMPTION_KEYS, EXPERIMENTS } from '../../src/index.ts'
import { SOLAR_SOURCES } from '../../src/neutrinos/index.ts'
import { PLANES } from '../../src/regions/index.ts'

const mass = fc.double({ min: 1e-24, max: 1.2e19, noNaN: true })
const coupling = fc.double({ min: 1e-40, max: 1e16, noNaN: true })
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value))
const range = (one: fc.Arbitrary<number>): fc.Arbitrary<Range> =>
  fc
    .tuple(one, one)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)])
const ids = fc.uniqueArray(fc.constantFrom(...EXPERIMENTS.map(({ id }) => id)), { maxLength: 8 })
const assumptions = fc
  .uniqueArray(fc.constantFrom(...(Object.keys(ASSUMPTION_KEYS) as (keyof typeof ASSUMPTION_KEYS)[])), { maxLength: 4 })
  .chain((keys) => fc.tuple(...keys.map((key) => fc.constantFrom(...ASSUMPTION_KEYS[key].values).map((value) => [key, value] as const))))
  .map((pairs) => Object.fromEntries(pairs))

/** Places at which a boson may lie, which depend on the plane. */
const pins = {
  'mass,coupling': fc.tuple(mass, coupling),
  'mass,epsMedium': fc.tuple(mass, finite),
  'epsMedium,tanEta': fc.tuple(finite, finite),
} as const

const unpinned: fc.Arbitrary<Omit<View, 'pin'>> = fc.record({
  model: fc.oneof(
    fc.constantFrom('mu-tau', 'bernal:c=-0.1,tanEta=-0.75', 'B-3Lmu', 'Lμ+0.1(B1+B2)', 'B - 3L_tau'),
    fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('B', 'Lμ', 'u_R')).map(([charge, of]) => `${charge}${of}`),
  ),
  assumptions,
  plane: fc.constantFrom(...PLANES),
  mass_GeV: range(mass),
  coupling: fc.option(range(coupling), { nil: undefined }),
  epsMedium: fc.option(range(finite), { nil: undefined }),
  tanEta: range(finite),
  fixedMass_GeV: mass,
  projections: fc.boolean(),
  hidden: ids,
  only: ids,
  graph: fc.constantFrom(...GRAPHS),
  spectrum: fc.constantFrom(undefined, 'darwin-nr', 'xenon1t-2020'),
  solar: fc.constantFrom(undefined, ...SOLAR_SOURCES),
  figure: fc.constantFrom(undefined, 'coy-2021-2.2', 'bernal-2022-2-30MeV'),
  theme: fc.constantFrom('auto', 'light', 'dark'),
})

const views: fc.Arbitrary<View> = unpinned
  .map((view) => fitted({ ...view, pin: undefined }))
  .chain((view) => fc.option(pins[view.plane], { nil: undefined }).map((pin) => ({ ...view, pin })))

describe('the address of a view', () => {
  it('gives the view back, whatever is in it', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { view: back, problems, unknown } = readAddress(`#${writeAddress(view)}`)
        expect(problems).toEqual([])
        expect(unknown).toEqual([])
        expect(back).toEqual(view)
      }),
      { numRuns: 500 },
    )
  })

  it('is short and readable', () => {
    expect(writeAddress(DEFAULT_VIEW)).toBe('v=1&model=mu-tau')
    const model = 'bernal:c=-0.1,tanEta=-0.75'
    expect(writeAddress({ ...DEFAULT_VIEW, model, pin: [0.015, 4.6e-4] })).toBe(`v=1&model=${model}&pin=0.015,0.00046`)
  })

  it('is made of characters that an address may hold, none of which opens markup', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(writeAddress(view)).toMatch(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/%]*$/)
      }),
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { view, problems } = readAddress(text)
        expect(typeof view.model).toBe('string')
        for (const { message } of problems) expect(message.length).toBeLessThan(300)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['mass=10:1', 'mass', /reversed/],
    ['mass=1:NaN', 'mass', /not a number/],
    ['mass=-1:1', 'mass', /out of range; allowed: 1e-24 to 1.2e19 GeV/],
    ['mass=1e-300:1e300', 'mass', /'1e-300' is out of range/],
    ['coupling=1e-41:1', 'coupling', /allowed: 1e-40 to 1e16$/],
    ['at=0', 'at', /out of range/],
    ['model=<script>alert(1)</script>', 'model', /^'<' at character 1/],
    ['model=1e99B', 'model', /^unknown charge 'e99B'/],
    ['model=bernal:c=1e200', 'model', /out of range/],
    ['coupling=1', 'coupling', /not a range/],
    ['pin=1', 'pin', /not a place/],
    ['pin=Infinity,1', 'pin', /not a number/],
    ['pin=-1,5', 'pin', /'-1e0' is out of range; allowed: 1e-24 to 1.2e19 GeV/],
    ['pin=0,0', 'pin', /out of range/],
    ['pin=0.1,-5', 'pin', /'-5e0' is out of range; allowed: 1e-40 to 1e16$/],
    ['garbage', 'garbage', /says nothing to this page/],
    ['model=zzzzzzzz', 'model', /are the buttons under “Model”/],
    ['plane=x', 'plane', /mass,coupling/],
    ['set.gMinus2=fnal-2031', 'set.gMinus2', /did you mean 'fnal-2021'/],
    ['set.__proto__=1', 'set.__proto__', /unknown assumption/],
    ['off=<script>', 'off', /not the name/],
    ['plane=epsMedium,tanEta&pin=1,1', 'plane', /^mu-tau has no tan η/],
    ['model=', 'model', /1 to 1000/],
    ['model=%E0%A4%A', 'model', /well-formed/],
    ['v=7', 'v', /version/],
  ])('%s is told, and the rest holds', (part, field, message) => {
    const { view, problems } = readAddress(`#v=1&theme=dark&${part}&projections=1`)
    expect(problems).toEqual([{ field, message: expect.stringMatching(message) }])
    expect(view).toEqual({ ...DEFAULT_VIEW, theme: 'dark', projections: true })
  })

  it('is read but for the names that are none, and may name limits of one’s own', () => {
    const { view, problems } = readAddress('#model=dark-photon&off=My_Dump.2026,<b>,-,e141&only=e141,%00')
    expect(view).toMatchObject({ hidden: ['My_Dump.2026', 'e141'], only: ['e141'] })
    expect(problems.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      "off: '<b>' (and 1 more) is not the name of a constraint",
      "only: '\0' is not the name of a constraint",
    ])
    expect(readAddress(writeAddress(view)).view).toEqual(view)
  })

  it.each(['bernal', 'bernal:c=-0.1', 'bernal:tanEta=-0.75'])('holds the plane of tan η for %s', (model) => {
    const { view, problems } = readAddress(`#plane=epsMedium,tanEta&pin=1,-0.5&model=${model}`)
    expect(problems).toEqual([])
    expect(view).toMatchObject({ model, plane: 'epsMedium,tanEta', pin: [1, -0.5] })
  })

  it.each(['b-l', 'B-3Lmu', 'bernal:c=-0.1,epsilon=0'])('goes back to mass and coupling for %s, which has no tan η', (model) => {
    const { view } = readAddress(`#plane=epsMedium,tanEta&pin=1,-0.5&model=${model}`)
    expect(view).toEqual({ ...DEFAULT_VIEW, model })
  })

  it('keeps what a later version wrote', () => {
    const { view, problems, unknown } = readAddress('#v=1&model=b-l&panel=widths&x.y=%3Cb%3E')
    expect(problems).toEqual([])
    expect(writeAddress(view, unknown)).toBe('v=1&model=b-l&panel=widths&x.y=%3Cb%3E')
  })

  it('is not read where it is longer than any', () => {
    expect(readAddress(`#model=${'L'.repeat(30_000)}`).problems).toEqual([{ field: 'address', message: expect.stringMatching(/too long/) }])
  })
})
