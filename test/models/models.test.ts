import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CITATIONS } from '../../src/citations.ts'
import { E_CHARGE } from '../../src/constants.ts'
import { InputError } from '../../src/errors.ts'
import {
  defineModel,
  ELECTRIC,
  FERMIONS,
  type Fermion,
  MODEL_CATALOGUE,
  type Model,
  type ModelDefinition,
  remarks,
  resolveModel,
} from '../../src/models/index.ts'

const vector = (model: Model, fermion: Fermion): number => (model.charges[fermion].left + model.charges[fermion].right) / 2
const vectors = (model: Model): number[] => FERMIONS.map((fermion) => vector(model, fermion))
/** Coupling over g with the tree-level mixing: Q′ − (ε/g) e Q. */
const treeCoupling = (model: Model, fermion: Fermion): number =>
  vector(model, fermion) - model.treeMixing.epsilonOverG * E_CHARGE * ELECTRIC[fermion].charge

describe('the catalogue', () => {
  it('has the names other programs rely on', () => {
    const ids = MODEL_CATALOGUE.map(({ id }) => id)
    const expected = ['dark-photon', 'b-l', 'mu-tau', 'e-mu', 'e-tau', 'b-3e', 'b-3mu', 'b-3tau', 'mu', 'b', 'l', 'muon-nu', 'bernal']
    const shared = ['b-e-2mu', 'b-e-2tau', 'b-mu-2e', 'b-mu-2tau', 'b-tau-2e', 'b-tau-2mu', 'muon-only']
    expect([...ids].sort()).toEqual([...expected, ...shared].sort())
    const spellings = MODEL_CATALOGUE.flatMap(({ id, aliases = [] }) => [id, ...aliases])
    expect(new Set(spellings).size).toBe(spellings.length)
  })

  for (const family of MODEL_CATALOGUE) {
    it(`resolves ${family.id}, and its id resolves to the same model`, () => {
      const model = resolveModel(family.id)
      expect(resolveModel(model.id)).toEqual(model)
      expect(resolveModel(model.spec)).toEqual(model)
      expect(model.id.split(':')[0]).toBe(family.id)
      expect(Object.keys(model.charges)).toEqual([...FERMIONS])
      expect(vectors(model).every(Number.isFinite)).toBe(true)
      for (const text of [model.title, model.tex, model.couplingTex, family.summary]) expect(text).not.toBe('')
      for (const key of family.citations) expect(CITATIONS).toHaveProperty(key)
      for (const alias of family.aliases ?? []) expect(resolveModel(alias)).toEqual(model)
    })
  }

  it('takes every default it announces', () => {
    for (const family of MODEL_CATALOGUE) {
      const written = (family.parameters ?? []).flatMap(({ name, default: value }) => (value === undefined ? [] : [`${name}=${value}`]))
      if (written.length > 0) expect(resolveModel(`${family.id}:${written.join(',')}`)).toEqual(resolveModel(family.id))
    }
  })

  it('holds neutral charges for the dark photon, whose coupling is ε', () => {
    const model = resolveModel('dark-photon')
    expect(vectors(model)).toEqual(FERMIONS.map(() => 0))
    expect(model.treeMixing).toEqual({ epsilonOverG: 1, epsilon: 0 })
    expect(model.warnings).toEqual([])
    for (const fermion of FERMIONS) expect(treeCoupling(model, fermion)).toBeCloseTo(-E_CHARGE * ELECTRIC[fermion].charge, 15)
  })

  it('puts charges on the right fermions', () => {
    const third = 1 / 3
    expect(vectors(resolveModel('mu-tau'))).toEqual([0, 1, -1, 0, 1, -1, 0, 0, 0, 0, 0, 0])
    expect(vectors(resolveModel('e-mu'))).toEqual([1, -1, 0, 1, -1, 0, 0, 0, 0, 0, 0, 0])
    expect(vectors(resolveModel('e-tau'))).toEqual([1, 0, -1, 1, 0, -1, 0, 0, 0, 0, 0, 0])
    expect(vectors(resolveModel('b-l'))).toEqual([-1, -1, -1, -1, -1, -1, third, third, third, third, third, third])
    expect(vectors(resolveModel('b-3mu'))).toEqual([0, -3, 0, 0, -3, 0, third, third, third, third, third, third])
    expect(vectors(resolveModel('b-tau-2e'))).toEqual([-2, 0, -1, -2, 0, -1, third, third, third, third, third, third])
    expect(vectors(resolveModel('B1-B3'))).toEqual([0, 0, 0, 0, 0, 0, third, third, 0, 0, -third, -third])
  })
})

describe('muonic models of coy-2021', () => {
  it('couple to μ as a vector and to left-handed ν_μ with the ratio', () => {
    const model = resolveModel('muon-nu:ratio=0.1')
    expect(model.id).toBe('muon-nu:ratio=0.1')
    expect(model.charges.mu).toEqual({ left: 1, right: 1 })
    expect(model.charges.nu_mu).toEqual({ left: 0.1, right: 0 })
    expect(vectors(model).filter((charge) => charge !== 0)).toHaveLength(2)
    expect(model.tauRegulatedLoop).toBe(true)
    expect(model.fields).toBeUndefined()
    expect(resolveModel('muon-nu:ratio=1e-3').id).toBe('muon-nu:ratio=0.001')
    expect(resolveModel('muon-nu:ratio=1').warnings).toEqual([])
  })

  it('have a muon-only relative without any loop', () => {
    const [only, zero] = [resolveModel('muon-only'), resolveModel('muon-nu:ratio=0')]
    expect(only.charges).toEqual(zero.charges)
    expect([only.tauRegulatedLoop, zero.tauRegulatedLoop]).toEqual([false, true])
    expect(only.warnings.join()).toContain('log-divergent')
    expect(zero.warnings.join()).not.toContain('log-divergent')
  })
})

describe('the family of bernal-2022', () => {
  const grid = fc.record({ c: fc.integer({ min: -300, max: 300 }), t: fc.integer({ min: -300, max: 300 }).filter((n) => n !== 0) })

  it('has c_e/g = 0.23333 at c = −0.1, tan η = −0.75, in c_f = g Q′ − ε e Q', () => {
    const model = resolveModel('bernal:c=-0.1,tanEta=-0.75')
    expect(Math.abs(treeCoupling(model, 'e') / (0.7 / 3) - 1)).toBeLessThan(1e-14)
    expect(model.id).toBe('bernal:c=-0.1,tanEta=-0.75')
  })

  it('has tan η = c_n/c_p (eq. 11), g_μ/g = 1 − c(1 − 1/tan η) (eq. 19) and the quark couplings of eq. (3), for any c and tan η', () => {
    fc.assert(
      fc.property(grid, ({ c: hundredths, t }) => {
        const [c, tanEta] = [hundredths / 100, t / 100]
        const model = resolveModel(`bernal:c=${c},tanEta=${tanEta}`)
        const [e, mu, tau, u, d, charm, b] = (['e', 'mu', 'tau', 'u', 'd', 'c', 'b'] as const).map((fermion) =>
          treeCoupling(model, fermion),
        )
        const [proton, neutron] = [2 * u + d, u + 2 * d]
        const size = 1 + Math.abs(c) * (1 + 1 / Math.abs(tanEta))
        const close = (a: number, expected: number) => expect(Math.abs(a - expected)).toBeLessThan(1e-12 * size)
        close(neutron, -c)
        close(neutron, tanEta * proton)
        close(mu, 1 - c * (1 - 1 / tanEta))
        close(tau, mu)
        close(e, -c * (1 - 1 / tanEta))
        close(charm, u)
        // the third family carries −2(1 − c)/3
        close(b - d, (-2 * (1 - c)) / 3 + c / 3)
        expect(model.charges.nu_mu.left).toBe(1)
        expect(model.charges.nu_e.left).toBe(0)
      }),
    )
  })

  it('mixes by ε where ε is given, in its own units', () => {
    const model = resolveModel('bernal:c=2/3,epsilon=-1e-3')
    expect(model.id).toBe('bernal:c=2/3,epsilon=-0.001')
    expect(model.treeMixing).toEqual({ epsilonOverG: 0, epsilon: -0.001 })
  })

  it('has flavour-changing quark currents except at c = 2/3', () => {
    const warned = (text: string) => resolveModel(text).warnings.some((warning) => warning.includes('flavour-changing'))
    expect(['bernal:c=-0.1', 'bernal:c=0', 'bernal:c=0.6667', 'bernal:c=2/3'].map(warned)).toEqual([true, true, true, false])
  })

  it('carries a hidden scalar on request, also where its decay is closed', () => {
    expect(resolveModel('bernal:cPhi=40').hiddenScalar).toEqual({ charge: 40, massRatio: 1 / 3, decaysTo: 'ee' })
    expect(resolveModel('bernal:cPhi=40,mPhiOverM=0.7').hiddenScalar).toEqual({ charge: 40, massRatio: 0.7, decaysTo: 'ee' })
    expect(resolveModel('bernal:mPhiOverM=0.25,cPhi=40,c=-0.10').id).toBe('bernal:c=-0.1,tanEta=-0.75,cPhi=40,mPhiOverM=0.25')
    expect(resolveModel('bernal').hiddenScalar).toBeUndefined()
    expect(resolveModel('bernal:cPhi=0').id).toBe('bernal:c=-0.1,tanEta=-0.75')
  })
})

describe('charge expressions as models', () => {
  it('take their canonical form as id', () => {
    expect(resolveModel(' Lμ − Lτ ').id).toBe('Lmu-Ltau')
    expect(resolveModel('B-3/2(Lmu+Ltau)').id).toBe('B-3/2Lmu-3/2Ltau')
    expect(resolveModel('B-3Lmu').tex).toBe(String.raw`U(1)_{B-3L_\mu}`)
  })

  it('are the presets they spell', () => {
    const pairs = {
      'B-L': 'b-l',
      'Lmu-Ltau': 'mu-tau',
      'Le-Lmu': 'e-mu',
      'B-3Ltau': 'b-3tau',
      'B-Lmu-2Le': 'b-mu-2e',
      Lmu: 'mu',
      B: 'b',
      L: 'l',
    }
    for (const [text, id] of Object.entries(pairs)) {
      expect(resolveModel(text).charges).toEqual(resolveModel(id).charges)
      expect(resolveModel(text).warnings).toEqual(resolveModel(id).warnings)
    }
  })
})

describe('definitions', () => {
  it('fill left-out fields in by the vectorlike rule', () => {
    const model = defineModel({ charges: { Q: '1/3', L: [0, -3, 0] } })
    expect(model.charges).toEqual(resolveModel('B-3Lmu').charges)
    expect(model.id).toBe('B-3Lmu')
    expect(defineModel({ charges: { L: 1, nuR: 0 } }).charges.nu_e).toEqual({ left: 1, right: 0 })
    expect(defineModel({ charges: { e: [0, 1, 0] } }).charges.mu).toEqual({ left: 0, right: 1 })
  })

  it('know a third when they see one', () => {
    expect(defineModel({ charges: { Q: 1 / 3, L: -1 } }).fields).toEqual(resolveModel('b-l').fields)
  })

  it('carry mixing, mass mixing, scalar and names, and a copy of what they were made of', () => {
    const spec = {
      id: 'mine',
      title: 'Mine',
      tex: 'U(1)_m',
      charges: 'Lmu-Ltau',
      kineticMixing: { epsilon: 1e-4 },
      massMixing: 1e-3,
      hiddenScalar: { charge: 2, massRatio: 0.4 },
    }
    const model = resolveModel(spec)
    expect(model).toMatchObject({ id: 'mine', title: 'Mine', tex: 'U(1)_m', massMixing: 1e-3, hiddenScalar: { charge: 2, massRatio: 0.4 } })
    expect(model.treeMixing).toEqual({ epsilonOverG: 0, epsilon: 1e-4 })
    expect(model.spec).toEqual(spec)
    spec.kineticMixing.epsilon = 1
    expect(model.spec).not.toEqual(spec)
    expect(resolveModel(model.spec)).toEqual(model)
  })

  it('survive the trip to a worker', () => {
    const model = resolveModel('bernal:c=-0.1,tanEta=-0.75,cPhi=40')
    expect(resolveModel(structuredClone(model.spec))).toEqual(model)
    expect(structuredClone(model)).toEqual(model)
  })

  const mistakes: [Record<string, unknown>, RegExp][] = [
    [{}, /^charges: /],
    [{ charges: { q: 1 } }, /^charges: unknown key 'q'; did you mean 'Q'\?$/],
    [{ charges: 'B', kineticMixng: {} }, /^model: unknown key 'kineticMixng'; did you mean 'kineticMixing'\?$/],
    [{ charges: { Q: [1, 2] } }, /^charges\.Q: 2 charges given/],
    [{ charges: { L: [0, Number.NaN, 0] } }, /^charges\.L\[2\]: NaN is not allowed/],
    [{ charges: { L: 'one' } }, /^charges\.L: 'one' is not a number/],
    [{ charges: { L: null } }, /^charges\.L: a charge is a number or text/],
    [{ charges: 'B-3Lm' }, /did you mean 'Lmu'\?$/],
    [
      { charges: 'B', kineticMixing: { epsilon: 1, epsilonOverG: 1 } },
      /^kineticMixing: give epsilon \(absolute\) or epsilonOverG, not both$/,
    ],
    [
      { charges: 'B', kineticMixing: { epsilonOverG: Number.POSITIVE_INFINITY } },
      /^kineticMixing\.epsilonOverG: 'Infinity' is not a finite number$/,
    ],
    [{ charges: 'B', massMixing: 1.5 }, /^massMixing: 1\.5 is not a sine; allowed: -1 to 1$/],
    [{ charges: 'B', hiddenScalar: { charge: 1, massRatio: 0 } }, /^hiddenScalar\.massRatio: 0 is not allowed; allowed: above 0/],
    [{ charges: 'B', hiddenScalar: { charge: 1 } }, /^hiddenScalar\.massRatio: 'undefined' is not a finite number$/],
    [{ charges: 'B', id: '' }, /^id: /],
  ]
  for (const [spec, message] of mistakes) {
    it(`refuse ${JSON.stringify(spec)}`, () => {
      expect(() => resolveModel(spec as unknown as ModelDefinition)).toThrow(InputError)
      expect(() => resolveModel(spec as unknown as ModelDefinition)).toThrow(message)
    })
  }
})

describe('a mistyped model', () => {
  const mistakes: Record<string, RegExp> = {
    'mu-tua': /^model: unknown model 'mu-tua'; did you mean 'mu-tau'\?/,
    'b-3m': /did you mean 'b-3(e|mu)'\?/,
    'dark-foton': /did you mean 'dark-photon'\?/,
    quintessence: /^model: unknown model 'quintessence'; zest models lists the known ones/,
    'B-3Lm': /^model: unknown charge 'Lm' at character 4 of 'B-3Lm'; did you mean 'Lmu'\?$/,
    'bernl:c=1': /^model: unknown model family 'bernl'; did you mean 'bernal'\?$/,
    'bernal:taneta=1': /^model: unknown bernal parameter 'taneta'; did you mean 'tanEta'\?$/,
    'bernal:c': /^model: 'c' is not a parameter of 'bernal'/,
    'bernal:': /^model: '' is not a parameter of 'bernal'/,
    'bernal:c=': /^model: 'c=' is not a parameter/,
    'bernal:c=1,c=2': /^model: parameter 'c' is given twice$/,
    'bernal:c=x': /^model: c: 'x' is not a number/,
    'bernal:tanEta=0': /^model: tanEta: 0 is not allowed/,
    'bernal:tanEta=1,epsilon=0': /^model: give tanEta or epsilon, not both$/,
    'bernal:mPhiOverM=0.3': /^model: mPhiOverM: needs cPhi/,
    'bernal:cPhi=4,mPhiOverM=-1': /massRatio: -1 is not allowed; allowed: above 0/,
    'b-l:x=1': /^model: 'b-l' has no parameters/,
    'muon-nu:ratio=1e999': /^model: ratio: /,
    '': /^model: empty charge expression/,
  }
  for (const [text, message] of Object.entries(mistakes)) {
    it(`'${text}' is refused in one line`, () => {
      expect(() => resolveModel(text)).toThrow(InputError)
      expect(() => resolveModel(text)).toThrow(message)
    })
  }
})

describe('warnings', () => {
  const of = (text: string): string => resolveModel(text).warnings.join('\n')

  it('name the conditions that fail', () => {
    expect(of('mu')).toContain('Anomalous: U(1)_X U(1)_Y^2 (-1/2), SU(2)^2 U(1)_X (2) do not cancel')
    expect(of('b-l')).not.toContain('Anomalous')
    expect(of('L_L-e_R')).toContain('grav^2 U(1)_X')
  })

  it('tell a divergent loop, and are silent where it is finite', () => {
    expect(of('b-l')).toContain("sum of N_c Q Q' = 4")
    expect(of('bernal')).toContain("sum of N_c Q Q' = -8/3")
    expect(of('mu-tau')).toBe('')
    expect(of('Lmu-2Ltau+Le')).toBe('')
  })

  it('tell charges that forbid fermion masses', () => {
    expect(of('Lmu+mu_R')).toContain('Left- and right-handed charges differ')
    expect(of('Lmu-Ltau+2numu_R')).not.toContain('Left- and right-handed charges differ')
  })

  it('leave what is merely so to the remarks', () => {
    expect(remarks(resolveModel('b-3tau').fields!)).toEqual([
      'The cubic and gravitational conditions need right-handed neutrinos of charge -3.',
      'Neutrinos must be Majorana particles: Dirac masses alone leave the flavours unmixed, because lepton families carry different charges.',
      'Majorana masses need singlet scalars, at least of charge 3.',
    ])
    expect(remarks(resolveModel('dark-photon').fields!)).toEqual([])
  })
})
