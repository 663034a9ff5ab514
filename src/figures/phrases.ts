import { type Assumptions, departures } from '../assumptions.ts'
import { type Constraint, confidenceText, type Entry } from '../constraints/constraint.ts'
import { loopMixing } from '../couplings/index.ts'
import type { Model } from '../models/index.ts'
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

/**
 * The label on a region: the experiment, its confidence level where all that is in the region share one, and what it was computed under if not what
 * the rest was. In short, the experiment alone.
 */
export function labelOf(constraints: readonly Constraint[], shared: Assumptions, isShort = false): string {
  const [{ entry, confidence, kind, assumptions }] = constraints
  const own = Object.entries(assumptions).filter(([key, value]) => shared[key as keyof Assumptions] !== value)
  if (entry.id === 'g-2-muon') {
    const year = YEARS[assumptions.gMinus2]
    const sigma = `${assumptions.gMinus2Sigma}$\\sigma$`
    if (own.length > 0 && kind === 'preferred') return `${entry.label} favoured in ${year}, ${sigma} (historical)`
    if (isShort) return entry.label
    return kind === 'preferred' ? `${entry.label} ${year}, ${sigma}` : `${entry.label} ${year} limit, ${sigma}`
  }
  const differing = own.length === 0 ? '' : ` (${own.map(([key, value]) => `${key}=${value}`).join(', ')})`
  const name = entry.experiment !== undefined && (isShort || constraints.length > 1) ? entry.experiment : entry.label
  const isOne = constraints.every((other) => other.confidence === confidence)
  const level = isShort || !isOne || confidence === null ? '' : `, ${confidenceText(confidence).replace('σ', '$\\sigma$')}`
  return `${name}${level}${differing}`
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

/** The model's name, without tan η where that is an axis. */
const nameIn = ({ id }: Model, isTurned: boolean): string => (isTurned ? id.replace(/([:,])tanEta=[^,]*,?/, '$1').replace(/[:,]$/, '') : id)

/** The title over a plot: the group, or the words of a model that has no group of its own or was given a title. */
export function plotTitle(model: Model): string {
  const isTitled = typeof model.spec === 'object' && model.spec.title !== undefined
  return isTitled || !hasCharges(model) ? model.title : `$${model.tex}$`
}
