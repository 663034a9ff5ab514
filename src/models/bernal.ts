import { E_CHARGE } from '../constants.ts'
import { InputError } from '../errors.ts'
import { assemble, checkHiddenScalar } from './define.ts'
import type { ModelFamily, ParameterValues } from './family.ts'
import { parseCharges } from './parse.ts'
import { parseRational, type Rational, toDecimal, toFraction, toNumber } from './rational.ts'

/** What bernal-2022 says of searches that set no limit. */
const NOTES = [
  'ν_e carries no charge: ν̄_e–e scattering at reactors (GEMMA) and reactor CEνNS (CONUS, Dresden-II) do not constrain the boson (bernal-2022, sections 1 and 3).',
  'Resonant νν̄ → Z′ → νν̄ in supernovae shortens the mean free path of neutrinos, but isotropic self-interactions do not prolong their burst: SN 1987A sets no limit that way (bernal-2022, section 3).',
  'CEνNS: protons and neutrons cancel at tan η = −Z/N, −0.82 for argon, −0.71 for CsI, −1 for silicon (bernal-2022, below eq. 33).',
] as const

/** The lightest φ that E774 and E141 leave [GeV], by the text of bernal-2022 (section 2). */
const LIGHTEST_SCALAR_GeV = 0.01

/**
 * $L_\mu + L_\tau - c(B_1 + B_2) - 2(1-c)B_3$ of bernal-2022 eq. (2), with kinetic mixing and, on request, the hidden scalar of eq. (22).
 *
 * The mixing is given as $\tan\eta = c_n/c_p$ (eq. 11) or as ε. In Zest's sign, $c_f = gQ'_f - \varepsilon e Q_f$ (the paper's ε is minus this one),
 * eq. (11) reads $\varepsilon/g = -c(1 - 1/\tan\eta)/e$, so that $c_e/g = -c(1-1/\tan\eta)$: 0.2333 at c = −0.1, tan η = −0.75.
 */
export const bernal: ModelFamily = {
  id: 'bernal',
  title: 'Lμ + Lτ − c(B1 + B2) − 2(1 − c)B3',
  tex: String.raw`U(1)_{L_\mu+L_\tau-c(B_1+B_2)-2(1-c)B_3}`,
  summary:
    'neutrino non-standard interactions with free couplings to u and d; kinetic mixing fixes tan η, a hidden scalar may take the decays',
  citations: ['bernal-2022'],
  parameters: [
    { name: 'c', about: 'minus the baryon charge of the first two quark families', default: '-0.1', range: 'any finite number' },
    { name: 'tanEta', about: 'neutron over proton coupling; excludes epsilon', default: '-0.75', range: 'any finite number but 0' },
    { name: 'epsilon', about: 'kinetic mixing in c_f = g Q′ − ε e Q; excludes tanEta', range: 'any finite number' },
    { name: 'cPhi', about: 'charge of the hidden scalar φ, which decays to e⁺e⁻ at once', default: '0', range: 'any finite number' },
    {
      name: 'mPhiOverM',
      about: 'mass of φ over that of the boson; above 0.5 the decay is closed',
      default: '1/3',
      range: 'above 0; needs cPhi',
    },
  ],
  make(values) {
    const c = read(values, 'c') ?? parseRational('-0.1')
    const mixing = readMixing(values, toNumber(c))
    const scalar = readScalar(values)
    const id = `bernal:${[`c=${toDecimal(c)}`, mixing.text, ...scalar.text].join(',')}`
    return assemble({
      spec: id,
      id,
      title: `${bernal.title}, c = ${toDecimal(c)}`,
      tex: bernal.tex,
      couplingTex: "g_{Z'}",
      fields: parseCharges(`Lmu+Ltau-(${toFraction(c)})(B1+B2)-2(1-(${toFraction(c)}))B3`),
      treeMixing: mixing.tree,
      notes: [...NOTES, ...scalar.notes],
      ...scalar.part,
    })
  },
}

function read(values: ParameterValues, name: string): Rational | undefined {
  const text = values[name]
  return text === undefined ? undefined : parseRational(text, `model: ${name}`)
}

function readMixing(values: ParameterValues, c: number) {
  const epsilon = read(values, 'epsilon')
  if (epsilon !== undefined) {
    if (values.tanEta !== undefined) throw new InputError('give tanEta or epsilon, not both', 'model')
    return { text: `epsilon=${toDecimal(epsilon)}`, tree: { epsilon: toNumber(epsilon) } }
  }
  const tanEta = read(values, 'tanEta') ?? parseRational('-0.75')
  const ratio = toNumber(tanEta)
  if (ratio === 0) throw new InputError('0 is not allowed: it needs an infinite mixing; allowed: any other number', 'model: tanEta')
  return { text: `tanEta=${toDecimal(tanEta)}`, tree: { epsilonOverG: (-c * (1 - 1 / ratio)) / E_CHARGE } }
}

function readScalar(values: ParameterValues) {
  const charge = read(values, 'cPhi')
  const given = read(values, 'mPhiOverM')
  if (charge === undefined && given !== undefined) throw new InputError('needs cPhi, the charge of the hidden scalar', 'model: mPhiOverM')
  if (charge === undefined || toNumber(charge) === 0) return { text: [], notes: [], part: {} }
  const massRatio = given ?? parseRational('1/3')
  return {
    text: [`cPhi=${toDecimal(charge)}`, `mPhiOverM=${toDecimal(massRatio)}`],
    notes: toNumber(massRatio) < 0.5 ? [lightScalars(toNumber(massRatio))] : [],
    part: {
      hiddenScalar: checkHiddenScalar({ charge: toNumber(charge), massRatio: toNumber(massRatio), decaysTo: 'ee' }, 'model: hiddenScalar'),
    },
  }
}

const lightScalars = (massRatio: number): string =>
  `E774 and E141 exclude φ → e⁺e⁻ below ${1e3 * LIGHTEST_SCALAR_GeV} MeV, so that the boson is above ${Number(((1e3 * LIGHTEST_SCALAR_GeV) / massRatio).toPrecision(3))} MeV here (bernal-2022, section 2, in words).`
