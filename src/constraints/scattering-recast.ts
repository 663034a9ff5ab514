import { type Assumptions, assume } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import type { Provenance } from '../data/table.ts'
import { resolveModel } from '../models/index.ts'
import type { Triple } from '../models/model.ts'
import {
  type ElectronScattering,
  electronScattering,
  electronScatteringAlong,
  type Flavour,
  lineCrossSectionTerms,
  lineIntegrals,
  scatteringOptions,
} from '../processes/index.ts'
import { publishedIntervals } from './bound.ts'
import { type Constraint, type Entry, type Interval, isSilent, type Silent, type Verdict } from './constraint.ts'
import { describedIntervals, quadraticIntervals, strengthIntervals } from './intervals.ts'
import type { Rows } from './published.ts'
import { remembered, sharedRays } from './signal.ts'

/** A limit on the rate of neutrinos scattering on electrons, published as a coupling of one model. */
export interface PublishedScattering {
  readonly id: string
  readonly experiment: string
  readonly label: string
  readonly title: string
  readonly confidence: number
  readonly citations: readonly [CitationKey, ...CitationKey[]]
  readonly where: string
  readonly provenance: Provenance
  readonly notes?: string
  readonly unverified?: string
  /** The model the curve was published for. */
  readonly model: string
  /** Shares of the flavours at the detector, the energy they stand for [GeV], and which recoils count [GeV]. */
  readonly beam: {
    readonly flavours: Triple<number>
    readonly energy_GeV: number
    readonly recoils_GeV?: readonly [number, number]
    readonly antineutrino?: boolean
  }
  /** Rows `[mass in GeV, coupling]`: larger couplings are excluded. */
  readonly rows: Rows
}

const FLAVOURS: readonly Flavour[] = [0, 1, 2]
/** What a published model does is not up to the user. */
const PUBLISHED_UNDER = assume()

const EVERY = [1, 1, 1] as const
const ONLY_LEFT: ElectronScattering = { neutrinos: EVERY, left: 1, right: 0 }
const ONLY_RIGHT: ElectronScattering = { neutrinos: EVERY, left: 0, right: 1 }
const BOTH: ElectronScattering = { neutrinos: EVERY, left: 1, right: 1 }

/** How the rate of a flavour grows with κ_L, κ_R, their squares and their product. */
interface Response {
  readonly left: number
  readonly right: number
  readonly leftSquare: number
  readonly rightSquare: number
  readonly product: number
}

/** The rate over the Standard Model's along a ray: 1 + linear g² + quadratic g⁴. */
interface Growth {
  readonly linear: number
  readonly quadratic: number
}

/**
 * A limit on the rate of ν–e scattering as a constraint on any model.
 *
 * The boson interferes with the Standard Model, so a coupling does not carry over by its size alone. Where one flavour scatters and the
 * electron coupling is a vector, the rate depends on $\kappa = c_\nu c_e$ alone: with the sign of the published model $\kappa$ is compared with its $\kappa$
 * at the limit. Otherwise the rate is compared, at one typical energy: excluded is what moves it, up or down, by as much as the published
 * model at its limit, as if the data agreed with the Standard Model. Mixing is taken at q² → 0.
 *
 * @example
 * const constraint = await recastScattering(texono_bl_2018).prepare(assume())
 */
export function recastScattering(limit: PublishedScattering): Entry {
  const { id, label, title, experiment, citations, where, notes } = limit
  const entry: Entry = {
    id,
    label,
    title,
    group: 'scattering',
    experiment,
    subjects: ['electron', 'neutrinos'],
    source: { citations, where, notes },
    prepare: async (assumptions) => prepare(entry, limit, assumptions),
  }
  return entry
}

function prepare(entry: Entry, limit: PublishedScattering, assumptions: Assumptions): Constraint {
  const { beam, rows } = limit
  const options = { ...scatteringOptions(assumptions), antineutrino: beam.antineutrino }
  const published = publishedIntervals({ shape: 'upper-limit', rows }, assumptions.bumpHunts)
  const referenceAt = sharedRays(resolveModel(limit.model), PUBLISHED_UNDER)
  const only = FLAVOURS.find((flavour) => beam.flavours[flavour] === 1)

  /** The rate of each flavour in the products κ of its coupling with those of left- and right-handed electrons, over the Standard Model's rate. */
  const responsesAt = (mass: number): readonly Response[] => {
    const integrals = lineIntegrals(beam.energy_GeV, mass, beam.recoils_GeV)
    const terms = FLAVOURS.map((flavour) =>
      [ONLY_LEFT, ONLY_RIGHT, BOTH].map((electron) => lineCrossSectionTerms(flavour, integrals, electron, options)),
    )
    const standard = FLAVOURS.reduce((sum: number, flavour) => sum + beam.flavours[flavour] * terms[flavour][0][0], 0)
    return FLAVOURS.map((flavour) => {
      const [left, right, both] = terms[flavour]
      const share = beam.flavours[flavour] / standard
      return {
        left: share * left[1],
        right: share * right[1],
        leftSquare: share * left[2],
        rightSquare: share * right[2],
        product: share * (both[2] - left[2] - right[2]),
      }
    })
  }
  const growthOf = (responses: readonly Response[], { neutrinos, left, right }: ElectronScattering): Growth => {
    let [linear, quadratic] = [0, 0]
    for (const flavour of FLAVOURS) {
      const response = responses[flavour]
      const [l, r] = [neutrinos[flavour] * left, neutrinos[flavour] * right]
      linear += response.left * l + response.right * r
      quadratic += response.leftSquare * l * l + response.product * l * r + response.rightSquare * r * r
    }
    return { linear, quadratic }
  }
  const scatteringAt = (boson: Boson) => electronScattering(boson.couplingsAt(0))

  /** What the published curve says at a mass, whatever the model: κ at the limit where one number decides, and the change of the rate. */
  interface Level {
    readonly responses: readonly Response[]
    readonly kappa: number
    readonly change: number
  }
  const levelAt = remembered((mass): Silent | Level => {
    const intervals = published(mass)
    if (isSilent(intervals)) return intervals
    const g2 = intervals[0][0] ** 2
    const responses = responsesAt(mass)
    const scattering = scatteringAt(referenceAt(mass).unit as Boson)
    const { linear, quadratic } = growthOf(responses, scattering)
    return { responses, kappa: g2 * productOf(scattering), change: Math.abs(linear * g2 + quadratic * g2 * g2) }
  })
  /** c_ν c_e where one number decides, else NaN. */
  function productOf({ neutrinos, left, right }: ElectronScattering): number {
    return only !== undefined && left === right ? neutrinos[only] * left : Number.NaN
  }
  const silence = ({ neutrinos, left, right }: ElectronScattering): Silent | undefined => {
    if (left === 0 && right === 0) return { silent: 'no coupling to electrons' }
    return FLAVOURS.every((flavour) => beam.flavours[flavour] * neutrinos[flavour] === 0)
      ? { silent: 'no coupling to the neutrinos of the beam' }
      : undefined
  }

  const strengthOf = (scattering: ElectronScattering, { kappa, change, responses }: Level): Verdict => {
    const silent = silence(scattering)
    if (silent !== undefined) return silent
    const ratio = productOf(scattering) / kappa
    if (ratio > 0) return ratio
    const { linear, quadratic } = growthOf(responses, scattering)
    return Math.abs(linear + quadratic) / change
  }
  const strength = (boson: Boson): Verdict => {
    const level = levelAt(boson.mass)
    return isSilent(level) ? level : strengthOf(scatteringAt(boson), level)
  }
  /** Where couplings are no multiples of g: lines. */
  const strengthAlong = (ray: Ray, level: Level): ((coupling: number) => Verdict) => {
    const { slope, offset } = electronScatteringAlong(ray)
    const line = (grown: number, fixed: number, coupling: number): number => grown * coupling + fixed
    const neutrinos: [number, number, number] = [0, 0, 0]
    return (coupling) => {
      for (const flavour of FLAVOURS) neutrinos[flavour] = line(slope.neutrinos[flavour], offset.neutrinos[flavour], coupling)
      const left = line(slope.left, offset.left, coupling)
      const right = line(slope.right, offset.right, coupling)
      return strengthOf({ neutrinos, left, right }, level)
    }
  }
  const intervals = (ray: Ray): Silent | readonly Interval[] => {
    const level = levelAt(ray.mass)
    if (isSilent(level)) return level
    if (ray.unit === undefined) return strengthIntervals(strengthAlong(ray, level), ray)
    const scattering = scatteringAt(ray.unit)
    const silent = silence(scattering)
    if (silent !== undefined) return silent
    const ratio = productOf(scattering) / level.kappa
    if (ratio > 0) return describedIntervals([[1 / Math.sqrt(ratio), Number.POSITIVE_INFINITY]], ray)
    const { linear, quadratic } = growthOf(level.responses, scattering)
    return describedIntervals(quadraticIntervals(linear, quadratic, 1 - level.change, 1 + level.change), ray)
  }
  return {
    entry,
    assumptions,
    kind: 'exclusion',
    confidence: limit.confidence,
    statement: `${limit.title}; published for ${limit.model}, recast through the rate of ν–e scattering`,
    citations: limit.citations,
    unverified: limit.unverified,
    strength,
    intervals,
  }
}
