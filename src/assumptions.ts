import { InputError, unknownWord } from './errors.ts'

/**
 * Everything a result depends on that is a choice rather than a model parameter. One plain object, carried by every result.
 * The default of each key is the first value of its row in {@link ASSUMPTION_KEYS}.
 */
export interface Assumptions {
  /** Formulas corrected where a paper's are wrong, or as the papers print them. */
  readonly recipe: 'corrected' | 'as-printed'
  /** How the boson mixes with the photon through loops: `loop`, `loop-contact`, `amaral-2020-v1`, `log:<Λ in GeV>`, `fixed:<ε/g>`, `none`. */
  readonly kineticMixing: string
  readonly gMinus2: 'final-2025' | 'fnal-2023' | 'fnal-2021' | 'bnl-2006' | 'bernal-2022'
  readonly gMinus2Sigma: '2' | '1'
  readonly gMinus2Electron: 'rb-2020' | 'cs-2018'
  readonly solarModel: 'b16-gs98' | 'b16-agss09'
  readonly boron8: 'winter' | 'bahcall-1996' | 'ortiz'
  readonly oscillation: (typeof OSCILLATION_SETS)[number]
  /** What reaches the detector: adiabatic MSW states, vacuum-averaged mass states, or the equal thirds of earlier papers. */
  readonly survival: 'msw' | 'vacuum' | 'equal-thirds'
  readonly matterPotential: 'model' | 'standard'
  readonly weakMixing: '0.23122' | '0.23873'
  readonly neutrinos: 'left-handed' | 'dirac'
  /** Whether scattering keeps the interference of the boson with the Standard Model. */
  readonly interference: 'full' | 'none'
  readonly nsiNormalisation: 'standard' | 'bernal-2022'
  /** Neutrons per proton in the Sun where a paper uses one number; `profile` follows the solar model. */
  readonly neutronsPerProton: 'profile' | '0.54'
  /** Which quarks the CKM matrix rotates, where the quark families carry different charges: the down quarks, or the up quarks alone. */
  readonly ckm: 'down' | 'up-aligned'
  /** How Borexino's ⁷Be rate speaks: its χ², the 8 % rule of earlier papers, or |ε^e| < 2. */
  readonly borexino: 'chi2' | 'eight-percent' | 'bernal-2022'
  /** The 862 keV rate of 2011 against the 862 keV line, or against both lines as amaral-2020 does. */
  readonly borexino2011: 'like-with-like' | 'both-lines'
  /** How CENNS-10 is compared: in one bin, with the pions per proton of its release or of amaral-2020, or by the spectrum of the release. */
  readonly cenns10: 'r0.09' | 'r0.08' | 'release'
  /** XENON1T's electron recoils: bins of 1 keV with the background profiled, or one bin against a fixed background as amaral-2020 does. */
  readonly xenon1t: 'profiled' | 'single-bin'
  /** Backgrounds of future detectors: computed where physics gives them, or digitised and flat as for amaral-2020. */
  readonly darkMatterBackgrounds: 'computed' | 'amaral-2020'
  /** Which limit stands for a bin of mass of a bump hunt, whose limits jump from point to point. */
  readonly bumpHunts: 'geometric-mean' | 'strongest' | 'weakest'
  /** White dwarfs: the extra neutrino luminosity allowed, as a fraction of the Standard Model's. */
  readonly whiteDwarf: '1' | '0.3'
  readonly 'statistic.threshold': string
  readonly 'statistic.reference': 'as-published' | 'minimum' | 'sm'
  readonly 'statistic.theoryError': 'as-published' | 'scaled' | 'fixed'
  readonly 'statistic.direction': 'as-published' | 'excess' | 'deficit' | 'two-sided'
  /** When a future experiment that counts is said to be sensitive. */
  readonly 'statistic.projection': 'as-published' | 'ninety-percent' | 'asimov' | 'five-sigma'
  readonly neutrinoTemperatures: 'split' | 'common'
}

export const OSCILLATION_SETS = [
  'nufit-6.0-sk',
  'nufit-6.0',
  'nufit-6.1',
  'nufit-6.1-sk',
  'nufit-5.2-sk',
  'nufit-5.0-sk',
  'nufit-4.1-sk',
  'nufit-4.0-sk',
  'nufit-4.0',
] as const

/** A key's allowed words, or forms with a parameter such as `log:<Λ>`; and what it means. */
interface KeyRule {
  readonly values: readonly string[]
  /** Checks a value that is not one of the words and returns its canonical form, or undefined. */
  readonly form?: (value: string) => string | undefined
  readonly forms?: string
  readonly about: string
}

function mixingForm(value: string): string | undefined {
  const [kind, parameter] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)]
  if (kind === 'fixed') {
    const ratio = parameter.trim() === '' ? Number.NaN : Number(parameter)
    return Number.isFinite(ratio) ? `fixed:${ratio}` : undefined
  }
  if (kind === 'log') {
    const match = /^(.*?)\s*(TeV|GeV|MeV)$/.exec(parameter)
    if (match === null || match[1] === '') return undefined
    const scale_GeV = Number(match[1]) * { TeV: 1e3, GeV: 1, MeV: 1e-3 }[match[2] as 'TeV' | 'GeV' | 'MeV']
    return Number.isFinite(scale_GeV) && scale_GeV > 0 ? `log:${scale_GeV}GeV` : undefined
  }
  return undefined
}

function thresholdForm(value: string): string | undefined {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) && number > 0 ? String(number) : undefined
}

/** Every key, its values (the first is the default) and what it decides. */
export const ASSUMPTION_KEYS: Readonly<Record<keyof Assumptions, KeyRule>> = {
  recipe: { values: ['corrected', 'as-printed'], about: 'formulas corrected where a paper is wrong, or as printed' },
  kineticMixing: {
    values: ['loop', 'loop-contact', 'amaral-2020-v1', 'none'],
    form: mixingForm,
    forms: 'log:<Λ with unit, e.g. 1TeV>, fixed:<ε/g>',
    about: 'loop-induced mixing with the photon: full q², q² → 0, the 4π² of an early amaral-2020, cut off at Λ, or a fixed ε/g',
  },
  gMinus2: {
    values: ['final-2025', 'fnal-2023', 'fnal-2021', 'bnl-2006', 'bernal-2022'],
    about: 'which (g−2)_μ comparison, by date; or the wider band that bernal-2022 prints',
  },
  gMinus2Sigma: { values: ['2', '1'], about: 'how many standard deviations the (g−2) band or limit spans' },
  gMinus2Electron: { values: ['rb-2020', 'cs-2018'], about: 'which α the electron’s g−2 is compared with (values unverified)' },
  solarModel: { values: ['b16-gs98', 'b16-agss09'], about: 'standard solar model: high or low metallicity' },
  boron8: { values: ['winter', 'bahcall-1996', 'ortiz'], about: '⁸B neutrino spectrum (the tail of ortiz is unusable above 14 MeV)' },
  oscillation: { values: OSCILLATION_SETS, about: 'oscillation parameters, normal ordering' },
  survival: { values: ['msw', 'vacuum', 'equal-thirds'], about: 'solar flavours: adiabatic MSW, vacuum-averaged, or 1/3 each' },
  matterPotential: { values: ['model', 'standard'], about: 'whether the boson’s own potential acts in the Sun' },
  weakMixing: { values: ['0.23122', '0.23873'], about: 'sin²θ_W in scattering: at m_Z, or at low Q²' },
  neutrinos: { values: ['left-handed', 'dirac'], about: 'whether light right-handed neutrinos share the coupling' },
  interference: { values: ['full', 'none'], about: 'interference of the boson with the Standard Model in scattering' },
  nsiNormalisation: { values: ['standard', 'bernal-2022'], about: 'ε^V = ε^L + ε^R, or half of it' },
  neutronsPerProton: { values: ['profile', '0.54'], about: 'N_n/N_p in the Sun: the solar model’s, or the number of bernal-2022' },
  ckm: {
    values: ['down', 'up-aligned'],
    about:
      'where charges differ between quark families: CKM mixing rotates the down quarks (b → s, s → d), or the up quarks alone (neither)',
  },
  borexino: {
    values: ['chi2', 'eight-percent', 'bernal-2022'],
    about: 'how the ⁷Be rate is used: χ², or the 8 % rule or |ε^e| < 2, which know no statistic',
  },
  borexino2011: { values: ['like-with-like', 'both-lines'], about: 'the 2011 rate (862 keV) against that line, or against both' },
  cenns10: {
    values: ['r0.09', 'r0.08', 'release'],
    about:
      'CENNS-10: one bin as in amaral-2020, with the 0.09 neutrinos of a kind per proton of the data release or the 0.08 it prints; or the ' +
      'energy spectrum of the release',
  },
  xenon1t: {
    values: ['profiled', 'single-bin'],
    about: 'XENON1T’s electron recoils: bins of 1 keV and a background that may float, or 2 to 30 keV in one bin and a fixed background',
  },
  darkMatterBackgrounds: {
    values: ['computed', 'amaral-2020'],
    about: 'backgrounds of future dark-matter detectors: ¹³⁶Xe, ³⁹Ar and the shape of radon computed, or digitised and flat',
  },
  bumpHunts: {
    values: ['geometric-mean', 'strongest', 'weakest'],
    about: 'limits of bump hunts jump between neighbouring masses: their mean in a bin of mass, or the ends of their envelope',
  },
  whiteDwarf: { values: ['1', '0.3'], about: 'extra white-dwarf neutrino luminosity allowed, over the Standard Model’s' },
  'statistic.threshold': {
    values: ['as-published', 'one-sided-90', 'two-sided-90'],
    form: thresholdForm,
    forms: 'a number above zero',
    about: 'Δχ² of counting limits: each constraint’s own, 1.642, 2.706, or a number',
  },
  'statistic.reference': {
    values: ['as-published', 'minimum', 'sm'],
    about:
      'what Δχ² of counting limits is measured from: the best rate on the same side of the Standard Model (at spallation sources literally ' +
      'the best coupling), or the Standard Model',
  },
  'statistic.theoryError': { values: ['as-published', 'scaled', 'fixed'], about: 'whether the flux error scales with the rate' },
  'statistic.direction': {
    values: ['as-published', 'excess', 'deficit', 'two-sided'],
    about: 'which departures a counting limit excludes',
  },
  'statistic.projection': {
    values: ['as-published', 'ninety-percent', 'asimov', 'five-sigma'],
    about:
      'when a future count is sensitive: as its plan says (asimov at spallation sources, ninety-percent elsewhere); 90 % of experiments see an excess ' +
      '(or deficit), the median one excludes, or the median one discovers at 5σ',
  },
  neutrinoTemperatures: {
    values: ['split', 'common'],
    about: 'electron neutrinos with a temperature of their own in the early universe, or all alike',
  },
}

const KEYS = Object.keys(ASSUMPTION_KEYS) as (keyof Assumptions)[]

/** The first value of every row. */
export const DEFAULT_ASSUMPTIONS: Assumptions = Object.freeze(
  Object.fromEntries(KEYS.map((key) => [key, ASSUMPTION_KEYS[key].values[0]])) as unknown as Assumptions,
)

/** Named sets of assumptions; what they do not name stays at the default. */
export const ASSUMPTION_PRESETS: Readonly<Record<string, Partial<Assumptions>>> = {
  default: {},
  'amaral-2020': {
    recipe: 'as-printed',
    kineticMixing: 'amaral-2020-v1',
    oscillation: 'nufit-4.0',
    boron8: 'bahcall-1996',
    gMinus2: 'bnl-2006',
    gMinus2Sigma: '2',
    cenns10: 'r0.08',
    borexino2011: 'both-lines',
    xenon1t: 'single-bin',
    darkMatterBackgrounds: 'amaral-2020',
    'statistic.threshold': 'one-sided-90',
    'statistic.reference': 'minimum',
    'statistic.theoryError': 'scaled',
  },
  'coy-2021': { recipe: 'as-printed', kineticMixing: 'loop-contact', gMinus2: 'fnal-2021', gMinus2Sigma: '1' },
  'bernal-2022': {
    recipe: 'as-printed',
    nsiNormalisation: 'bernal-2022',
    neutronsPerProton: '0.54',
    borexino: 'bernal-2022',
    gMinus2: 'bernal-2022',
  },
  'gninenko-2020': { gMinus2: 'fnal-2021', survival: 'vacuum', interference: 'none' },
  'foldenauer-2021': { kineticMixing: 'loop', gMinus2: 'fnal-2021', oscillation: 'nufit-4.0', darkMatterBackgrounds: 'amaral-2020' },
}

/** Checks one key and value; returns them canonical. */
export function parseAssumption(key: string, value: string): Partial<Assumptions> {
  if (!Object.hasOwn(ASSUMPTION_KEYS, key)) throw unknownWord('assumption', key, KEYS, 'set')
  const rule = ASSUMPTION_KEYS[key as keyof Assumptions]
  if (rule.values.includes(value)) return { [key]: value }
  const canonical = rule.form?.(value)
  if (canonical !== undefined) return { [key]: canonical }
  const allowed = rule.forms === undefined ? rule.values : [...rule.values, rule.forms]
  if (rule.forms !== undefined) throw new InputError(`'${value}' is not allowed; allowed: ${allowed.join(', ')}`, `set ${key}`)
  throw unknownWord('value', value, rule.values, `set ${key}`)
}

/** A preset by name. */
export function assumptionPreset(name: string): Assumptions {
  if (!Object.hasOwn(ASSUMPTION_PRESETS, name)) throw unknownWord('assumption preset', name, Object.keys(ASSUMPTION_PRESETS), 'assume')
  return { ...DEFAULT_ASSUMPTIONS, ...ASSUMPTION_PRESETS[name] }
}

/**
 * Assumptions from a preset (or a plain record of keys) with single keys applied afterwards.
 *
 * @example
 * assume('amaral-2020', { kineticMixing: 'loop' }).oscillation // 'nufit-4.0'
 */
export function assume(
  base: string | Readonly<Record<string, unknown>> = 'default',
  settings: Readonly<Record<string, string>> = {},
): Assumptions {
  let result: Assumptions = typeof base === 'string' ? assumptionPreset(base) : { ...DEFAULT_ASSUMPTIONS, ...parseAll(base) }
  result = { ...result, ...parseAll(settings) }
  return Object.freeze(result)
}

function parseAll(record: Readonly<Record<string, unknown>>): Partial<Assumptions> {
  return Object.assign({}, ...Object.entries(record).map(([key, value]) => parseAssumption(key, String(value))))
}

/** The assumptions that differ from the default: what a caption has to say. */
export function departures(assumptions: Assumptions): Partial<Assumptions> {
  return Object.fromEntries(Object.entries(assumptions).filter(([key, value]) => value !== DEFAULT_ASSUMPTIONS[key as keyof Assumptions]))
}

/**
 * The same in words: `key=value`, or `default` where nothing differs.
 *
 * @example
 * departuresText(assume('default', { gMinus2: 'fnal-2021' })) // 'gMinus2=fnal-2021'
 */
export function departuresText(assumptions: Partial<Assumptions>): string {
  const changed = Object.entries(departures({ ...DEFAULT_ASSUMPTIONS, ...assumptions })).map(([key, value]) => `${key}=${value}`)
  return changed.join(', ') || 'default'
}
