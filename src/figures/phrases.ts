import { type Assumptions, departures, departuresText } from '../assumptions.ts'
import { CITATIONS, type Citation, type CitationKey } from '../citations.ts'
import { type Constraint, confidenceText, type Entry } from '../constraints/constraint.ts'
import { loopMixing } from '../couplings/index.ts'
import { MODEL_CATALOGUE, type Model } from '../models/index.ts'
import type { Plane } from '../regions/plane.ts'

const YEARS: Record<Assumptions['gMinus2'], string> = {
  'final-2025': '2025',
  'fnal-2023': '2023',
  'fnal-2021': '2021',
  'bnl-2006': '2006',
  'bernal-2022': 'as bernal-2022 prints it',
}

/** Palette slots of groups, for plots with many regions: electrons and protons on targets blue and green, collisions warm, the sky grey. */
const GROUP_COLOURS: Record<Entry['group'], number> = {
  'beam dumps': 0,
  'fixed target': 2,
  colliders: 1,
  'meson decays': 4,
  flavour: 9,
  scattering: 3,
  precision: 7,
  cosmology: 11,
  astrophysics: 5,
  theory: 11,
}

export const groupColour = (group: Entry['group']): number => GROUP_COLOURS[group]

/** The palette slot without a hue: what stands back may share it. */
export const GREY = 11

/** The palette slot of ink, which no group and no band has: what lies over a whole plot. */
export const INK = 12

/** Palette slots of a few entries, each another hue: their own, but none where an earlier entry has it, for the figure to choose. */
export function ownColours(entries: readonly Entry[]): (number | undefined)[] {
  const taken = new Set<number>()
  return entries.map(({ colour }) => {
    if (colour === undefined || colour === GREY) return colour
    if (taken.has(colour)) return undefined
    taken.add(colour)
    return colour
  })
}

/**
 * The labels on regions: the experiment, its confidence level where all that is in the region share one, and what it was computed under if not what
 * the rest was; in short, the experiment alone. Labels that would be the same are told apart by what the entry calls itself, then by the publication
 * that only it rests on, then by its id.
 */
export function labelsOf(regions: readonly (readonly Constraint[])[], shared: Assumptions, isShort = false): string[] {
  const parts = regions.map((constraints) => partsOf(constraints, shared, isShort))
  let names = parts.map(([name]) => name)
  for (const rename of [ownLabel, withPublication, withId]) {
    const texts = names.map((name, i) => name + parts[i][1])
    names = names.map((name, i) => {
      const alike = regions.filter((other, k) => texts[k] === texts[i] && (!isShort || isOfOneColour(other, regions[i])))
      return alike.length > 1 ? rename(name, regions[i], alike) : name
    })
  }
  const isPlan = ([{ kind }]: readonly Constraint[]): boolean => kind === 'projection'
  const isLimitToo = (name: string): boolean => names.some((other, k) => other === name && !isPlan(regions[k]))
  return names.map((name, i) => (isPlan(regions[i]) && isLimitToo(name) ? `${name} (proj.)` : name) + parts[i][1])
}

type Renaming = (name: string, constraints: readonly Constraint[], alike: readonly (readonly Constraint[])[]) => string

/** Whether two regions look the same where colours tell groups apart. */
const isOfOneColour = ([a]: readonly Constraint[], [b]: readonly Constraint[]): boolean =>
  a.kind === b.kind && groupColour(a.entry.group) === groupColour(b.entry.group)

const ownLabel: Renaming = (name, constraints) => {
  const [{ entry }] = constraints
  return constraints.every((one) => one.entry.label === entry.label) ? entry.label : name
}

/**
 * `E137 (Andreas 2012)`; a collaboration that publishes its own results needs the year alone. What is older than the measurement, such as the
 * description of the package that tabulates it, is no reading of it.
 */
const withPublication: Renaming = (name, [{ entry }], alike) => {
  const isCommon = (key: CitationKey): boolean => alike.every(([other]) => other.entry.source.citations.includes(key))
  const { citations } = entry.source
  const own = citations.find((key) => !isCommon(key) && CITATIONS[key].year >= CITATIONS[citations[0]].year)
  if (own === undefined) return name
  const { authors, collaboration, year }: Citation = CITATIONS[own]
  if (collaboration !== undefined) return `${name} ${year}`
  const reading = `${authors[0].replace(/^(\S+\.\s*)+/, '')} ${year}`
  return name.endsWith(')') ? `${name}, ${reading}` : `${name} (${reading})`
}

const withId: Renaming = (name, [{ entry }]) => `${name} [${entry.id}]`

/** What a region rests on and the others do not, in words. */
const SETTING_WORDS: Record<string, string> = { 'statistic.reference=sm': 'against SM' }

/** The name of a region, and what else its label says. */
function partsOf(constraints: readonly Constraint[], shared: Assumptions, isShort: boolean): [name: string, rest: string] {
  const [{ entry, confidence, kind, assumptions }] = constraints
  const own = Object.entries(assumptions).filter(([key, value]) => shared[key as keyof Assumptions] !== value)
  if (entry.id === 'g-2-muon') {
    const year = YEARS[assumptions.gMinus2]
    const sigma = `${assumptions.gMinus2Sigma}$\\sigma$`
    if (own.length > 0 && kind === 'preferred') return [entry.label, ` favoured in ${year}, ${sigma} (historical)`]
    if (isShort) return [entry.label, '']
    return [entry.label, kind === 'preferred' ? ` ${year}, ${sigma}` : ` ${year} limit, ${sigma}`]
  }
  const settings = own.map(([key, value]) => SETTING_WORDS[`${key}=${value}`] ?? `${key}=${value}`)
  const differing = settings.length === 0 ? '' : ` (${settings.join(', ')})`
  const name = entry.experiment !== undefined && (isShort || constraints.length > 1) ? entry.experiment : entry.label
  const isOne = constraints.every((other) => other.confidence === confidence)
  const level = isShort || !isOne || confidence === null ? '' : `, ${confidenceText(confidence).replace('σ', '$\\sigma$')}`
  return [name, level + differing]
}

const MIXING_WORDS: Record<string, string> = {
  loop: 'kinetic mixing: one loop, full $q^2$',
  'loop-contact': 'kinetic mixing: one loop, $q^2\\to 0$',
  'amaral-2020-v1': 'kinetic mixing: $4\\pi^2$ as first printed',
  none: 'no loop mixing',
}

/** Without charges at tree level nothing runs in a loop. */
const hasCharges = (model: Model): boolean => Object.values(model.charges).some(({ left, right }) => left !== 0 || right !== 0)

/** How the boson mixes with the photon, by tree and by loop. */
function mixingPhrases(model: Model, { kineticMixing }: Assumptions): string[] {
  const { epsilon, epsilonOverG } = model.treeMixing
  const tree = [
    ...(epsilon === 0 ? [] : [`tree-level $\\varepsilon = ${Number(epsilon.toPrecision(4))}$`]),
    ...(epsilonOverG === 0 || !hasCharges(model) ? [] : [`tree-level $\\varepsilon/g = ${Number(epsilonOverG.toPrecision(4))}$`]),
    ...(model.massMixing === 0 ? [] : [`mass mixing $\\sin\\theta = ${Number(model.massMixing.toPrecision(4))}$`]),
  ]
  if (!hasCharges(model)) return tree
  const isOff = kineticMixing !== 'none' && loopMixing(model, kineticMixing).ratio(0).re === 0
  return [...tree, isOff ? 'divergent loop mixing taken as zero' : (MIXING_WORDS[kineticMixing] ?? `kinetic mixing ${kineticMixing}`)]
}

/** What a plot was computed for and under, in few words. */
export function plotPhrases({ model, remarks, isTurned }: Plane, assumptions: Assumptions): string[] {
  const named = ['kineticMixing', 'solarModel', 'oscillation', 'gMinus2', 'gMinus2Sigma', 'recipe']
  const others = Object.entries(departures(assumptions)).filter(
    ([key]) => !named.includes(key) && !(key === 'neutronsPerProton' && remarks.length > 0),
  )
  const hidden = model.hiddenScalar
  return [
    `model: ${typeof model.spec === 'string' ? nameIn(model, isTurned) : `${model.title} (${model.id})`}`,
    ...remarks,
    ...(isTurned ? ['kinetic mixing: as $\\tan\\eta$ says'] : mixingPhrases(model, assumptions)),
    ...(hidden === undefined || typeof model.spec === 'string'
      ? []
      : [`hidden scalar: charge ${hidden.charge}, mass ${hidden.massRatio} m`]),
    assumptions.solarModel === 'b16-gs98' ? 'B16-GS98' : 'B16-AGSS09',
    assumptions.oscillation.replace('nufit-', 'NuFIT ').replace('-sk', ' (SK)'),
    ...(assumptions.recipe === 'as-printed' ? ['formulas as printed'] : []),
    ...others.map(([key, value]) => `${key}=${value}`),
  ]
}

/** What a result was computed under, where that is not the default. */
export function assumptionPhrases(assumptions: Partial<Assumptions>): string[] {
  const text = departuresText(assumptions)
  return text === 'default' ? [] : [`assumptions: ${text}`]
}

/** The same for constraints together: what all of them share, then what some have to themselves. */
export function sharedAssumptions(constraints: readonly Constraint[]): string[] {
  const own = constraints.map(({ assumptions }) => departures(assumptions))
  const isShared = ([key, value]: [string, unknown]): boolean => own.every((one) => one[key as keyof Assumptions] === value)
  const apart = constraints.flatMap(({ entry }, i) => {
    const rest = Object.entries(own[i]).filter((pair) => !isShared(pair))
    return rest.length === 0 ? [] : [`${entry.id}: ${departuresText(Object.fromEntries(rest))}`]
  })
  return [...assumptionPhrases(Object.fromEntries(Object.entries(own[0] ?? {}).filter(isShared))), ...apart]
}

/** The model's name, without tan η where that is an axis. */
const nameIn = ({ id }: Model, isTurned: boolean): string => (isTurned ? id.replace(/([:,])tanEta=[^,]*,?/, '$1').replace(/[:,]$/, '') : id)

/** The title over a plot: the group, or the words of a model that has no group of its own or was given a title; of a family where some of its parameters vary. */
export function plotTitle(model: Model, varied: readonly string[] = []): string {
  const family = MODEL_CATALOGUE.find(({ id }) => id === model.id.split(':')[0])
  if (family?.parameters?.some(({ name }) => varied.includes(name))) return family.title
  const isTitled = typeof model.spec === 'object' && model.spec.title !== undefined
  return isTitled || !hasCharges(model) ? model.title : `$${model.tex}$`
}
