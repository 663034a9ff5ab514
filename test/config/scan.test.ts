import { describe, expect, it } from 'vitest'
import { parseScanFile, parseScanYaml, type ScanLoader } from '../../src/config/index.ts'
import { InputError } from '../../src/errors.ts'
import { EXPERIMENTS } from '../../src/experiments/index.ts'
import { evaluator, pointFormula } from '../../src/scan/index.ts'

const SCAN: Readonly<Record<string, string>> = {
  title: 'A scan',
  model: 'muon-nu:ratio={ratio}',
  parameters: '{mass: {logGrid: [1 MeV, 1 GeV], points: 4}, ratio: {uniform: [-1, 1]}, coupling: {logUniform: [1e-6, 0.1]}}',
  samples: '{sobol: 8}',
  compute: '{constraints: [g-2-muon], limits: [borexino-2017], quantities: [widths]}',
}
const FILES: Readonly<Record<string, string>> = { 'model.yaml': 'charges: {L: [0, 1, -1]}', 'broken.yaml': 'charges: {X: 1}' }
const load: ScanLoader = {
  text: async (file) => {
    if (FILES[file] === undefined) throw new InputError(`cannot read '${file}'`, 'model')
    return FILES[file]
  },
  limit: async (file) => {
    if (file !== 'mine.yaml') throw new InputError(`cannot read '${file}'`, 'constraint')
    const { id, ...toy } = TOY
    return { published: { ...toy, id } }
  },
}
const TOY = {
  id: 'mine',
  experiment: 'Mine',
  label: 'mine',
  title: 'Mine',
  group: 'beam dumps',
  kind: 'exclusion',
  confidence: 0.9,
  citations: [],
  where: 'nowhere',
  provenance: 'printed',
  model: 'dark-photon',
  production: 'electron-bremsstrahlung',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 1, volume_m: Number.POSITIVE_INFINITY },
  bound: {
    shape: 'upper-limit',
    rows: [
      [0.001, 1e-4],
      [1, 1e-3],
    ],
  },
} as const

const yaml = (changed: Readonly<Record<string, string | undefined>> = {}): string =>
  Object.entries({ ...SCAN, ...changed })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join('\n')
const read = (changed?: Readonly<Record<string, string | undefined>>) => parseScanYaml(yaml(changed), 'scan.yaml', load)

describe('the file of a scan', () => {
  it('says which points, and what of them', async () => {
    const spec = await read({ assumptions: '{preset: amaral-2020, oscillation: nufit-6.0}' })
    expect(spec.parameters).toEqual([
      { name: 'mass', axis: { kind: 'grid', scale: 'log', from: 0.001, to: 1, points: 4 } },
      { name: 'ratio', axis: { kind: 'sampled', scale: 'linear', from: -1, to: 1 } },
      { name: 'coupling', axis: { kind: 'sampled', scale: 'log', from: 1e-6, to: 0.1 } },
    ])
    expect(spec.samples).toEqual({ sequence: 'sobol', points: 8 })
    expect(spec.assumptions).toMatchObject({ recipe: 'as-printed', oscillation: 'nufit-6.0' })
    expect(pointFormula(spec.parameters, spec.samples).count).toBe(32)
    expect((await evaluator(spec)).chunk(0, 4).rows).toBe(4)
  })

  it('takes numbers, lists, models of any kind, files beside it, and all constraints', async () => {
    const fixed = { parameters: '{coupling: [1e-4, 2e-4], mass: 15 MeV}', samples: undefined }
    const own = await read({
      ...fixed,
      model: 'model.yaml',
      compute: '{constraints: [mine.yaml, "mine.yaml@kineticMixing=none"], limits: all}',
    })
    expect(own.model).toEqual({ charges: { L: [0, 1, -1] } })
    expect(own.parameters.map(({ axis }) => axis)).toEqual([
      { kind: 'list', values: [1e-4, 2e-4] },
      { kind: 'fixed', value: 0.015 },
    ])
    expect(own.compute.constraints).toEqual(['mine', 'mine@kineticMixing=none'])
    expect(own.compute.limits).toEqual(EXPERIMENTS.map(({ id }) => id))
    expect(own.own.length).toBe(1)
    const listed = await read({ ...fixed, model: 'mu-tau', compute: '{constraints: [all], limits: [all, mine.yaml]}' })
    expect(listed.compute.constraints).toEqual(own.compute.limits)
    expect(listed.compute.limits).toEqual([...own.compute.limits, 'mine'])
    const { columns } = await evaluator({ ...own, compute: { ...own.compute, limits: [] } })
    expect(columns.map(({ name }) => name)).toContain('strength.mine@kineticMixing=none')
    const places = await read({
      model: '{charges: {L: [0, 1, "{x}"]}}',
      parameters: '{mass: 15 MeV, coupling: 1e-3, x: [-1, -2]}',
      samples: undefined,
    })
    expect((await evaluator(places)).count).toBe(2)
    const random = await read({ samples: '{random: 5, seed: 2}' })
    expect(random.samples).toEqual({ sequence: 'random', points: 5, seed: 2 })
  })

  it('needs no title, and no brackets around one constraint, or several with commas between them', async () => {
    expect((await read({ title: undefined })).title).toBe(SCAN.model)
    const definition = (model: string) => read({ title: undefined, model, parameters: '{mass: 1 MeV, coupling: 1}', samples: undefined })
    expect((await definition('{charges: {L: [0, 1, -1]}, id: mine}')).title).toBe('mine')
    expect((await definition('{charges: {L: [0, 1, -1]}}')).title).toBe('a scan')
    const { compute } = await read({
      compute: '{constraints: g-2-muon, limits: "borexino-2017, mine.yaml", likelihood: cenns10-2020, approximate: babar-4mu-2016}',
    })
    expect(compute).toMatchObject({
      constraints: ['g-2-muon'],
      limits: ['borexino-2017', 'mine'],
      likelihood: ['cenns10-2020'],
      approximate: ['babar-4mu-2016'],
    })
    await expect(read({ compute: '{likelihood: all}' })).rejects.toThrow("scan.yaml:5:23: compute.likelihood[1]: unknown constraint 'all'")
  })

  it.each([
    [
      '{likelihood: [g-2-muon, babar-4mu-2016]}',
      '5:34: compute.likelihood[2]: babar-4mu-2016 has no likelihood, only a limit; name it under approximate:',
    ],
    ['{likelihood: [perturbativity]}', '5:24: compute.likelihood[1]: '],
    ['{likelihood: [g-2-muon], approximate: [cenns10-2020]}', '5:49: compute.approximate[1]: cenns10-2020 has a likelihood of its own'],
    ['{likelihood: [na64mu-2024, na64mu-1e11]}', '5:23: compute.likelihood: na64mu-2024 and na64mu-1e11 are the same data'],
  ])('says where stands what cannot be part of a likelihood: %s', async (compute, message) => {
    const { spec, located } = await parseScanFile(yaml({ compute }), 'scan.yaml', load)
    const refusal = evaluator(spec).catch((error) => {
      throw located(error)
    })
    await expect(refusal).rejects.toBeInstanceOf(InputError)
    await expect(refusal).rejects.toThrow(`scan.yaml:${message}`)
  })

  it.each<[string, Readonly<Record<string, string | undefined>>, string]>([
    ['an unknown field', { colour: 'red' }, "6:1: unknown field 'colour'; known: title, model, parameters, samples, compute, assumptions"],
    ['a missing one', { model: undefined }, '1:1: model: missing; expected string'],
    ['no title but an empty one', { title: '""' }, '1:8: title: write some text'],
    [
      'a misspelt parameter, whatever its values',
      { parameters: '{mas: {logGrid: [1 MeV, 1 GeV], points: 4}, ratio: 1, coupling: 1e-3}' },
      "3:19: parameters.mas: the model does not name it; did you mean 'mass'? Else write {mas} where it stands in model",
    ],
    [
      'a parameter of which nothing is known',
      { parameters: '{mass: 1 MeV, angle: 1e-3, ratio: 1}' },
      '3:34: parameters.angle: the model does not name it; write {angle} where it stands in model',
    ],
    [
      'an unknown axis',
      { parameters: '{mass: {logrid: [1, 2]}}' },
      "3:21: parameters.mass: unknown field 'logrid'; did you mean 'logGrid'?",
    ],
    ['a mass without a unit', { parameters: '{mass: [15, 20]}' }, "3:21: parameters.mass[1]: '15' has no unit; write 15MeV"],
    [
      'a value that is listed twice, however it is written',
      { parameters: '{mass: [1 MeV, 2 MeV, 0.001 GeV], ratio: 1, coupling: 1e-3}', samples: undefined },
      '3:35: parameters.mass[3]: it is the same as value 1; give each once',
    ],
    ['a wrong unit', { parameters: '{mass: {logGrid: [1 MeV, 2 mV], points: 2}}' }, "3:38: parameters.mass.logGrid[2]: unknown unit 'mV'"],
    [
      'a coupling below zero',
      { parameters: '{mass: 1 MeV, coupling: -1}' },
      '3:37: parameters.coupling: -1 is not allowed; allowed: above zero',
    ],
    [
      'a reversed range',
      { parameters: '{mass: {logGrid: [2 MeV, 1 MeV], points: 2}}' },
      '3:30: parameters.mass.logGrid: the range is reversed',
    ],
    [
      'a logarithm of zero',
      { parameters: '{mass: 1 MeV, ratio: {logUniform: [0, 1]}}' },
      '3:47: parameters.ratio.logUniform: a logarithm needs ends',
    ],
    ['no number of points', { parameters: '{mass: {grid: [1 MeV, 2 MeV]}}' }, '3:20: parameters.mass.points: missing; write how many'],
    ['one point', { parameters: '{mass: {grid: [1 MeV, 2 MeV], points: 1}}' }, '3:51: parameters.mass.points: allowed: 2 or more'],
    [
      'points of samples',
      { parameters: '{mass: {uniform: [1 MeV, 2 MeV], points: 9}}' },
      '3:54: parameters.mass.points: samples says how many',
    ],
    [
      'two kinds of range',
      { parameters: '{mass: {grid: [1 MeV, 2 MeV], uniform: [1 MeV, 2 MeV]}}' },
      '3:20: parameters.mass: write one of',
    ],
    ['a bad name', { parameters: '{mass: 1 MeV, "a b": 1}' }, "3:34: parameters: 'a b' is no name"],
    [
      'a place without a parameter',
      { model: 'muon-nu:ratio={ration}' },
      "3:65: parameters.ratio: the model does not name it; did you mean 'ration'? Else write {ratio} where it stands in model",
    ],
    ['a wrong model', { model: 'muon-nu:rato={ratio}' }, "2:8: model: unknown muon-nu parameter 'rato'; did you mean 'ratio'?"],
    ['a broken model file', { model: 'broken.yaml' }, "2:8: broken.yaml:1:11: charges: unknown field 'X'"],
    ['a missing model file', { model: 'none.yaml' }, "2:8: model: cannot read 'none.yaml'"],
    ['no samples', { samples: undefined }, "1:1: samples: missing; 'ratio' is sampled"],
    ['samples without a seed', { samples: '{random: 8}' }, '4:10: samples.seed: missing; write a number'],
    ['samples of both kinds', { samples: '{random: 8, sobol: 8}' }, '4:10: samples: write one of {sobol: 4096} and'],
    ['a seed of a Sobol sequence', { samples: '{sobol: 8, seed: 1}' }, '4:10: samples.seed: a Sobol sequence has none'],
    ['half a sample', { samples: '{sobol: 0.5}' }, '4:18: samples.sobol: allowed: a whole number'],
    [
      'a wrong constraint',
      { compute: '{constraints: [g-2-muon, borxino-2017]}' },
      "5:35: compute.constraints[2]: unknown constraint 'borxino-2017'; did",
    ],
    ['a wrong quantity', { compute: '{quantities: [width]}' }, '5:24: compute.quantities[1]: expected one of'],
    ['a missing constraint file', { compute: '{limits: [none.yaml]}' }, "5:20: constraint: cannot read 'none.yaml'"],
    ['nothing to compute', { compute: '{}' }, '5:10: compute: nothing is computed'],
    ['a wrong assumption', { assumptions: '{gMinus2: fnal}' }, '6:24: gMinus2: '],
  ])('is refused with %s', async (_, changed, message) => {
    const refusal = read(changed)
    await expect(refusal).rejects.toBeInstanceOf(InputError)
    await expect(refusal).rejects.toThrow(`scan.yaml:${message}`)
  })
})
