import { type Assumptions, assume } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import type { Provenance } from '../data/table.ts'
import { resolveModel } from '../models/index.ts'
import type { Triple } from '../models/model.ts'
import {
  type ElectronScattering,
  electronScattering,
  type Flavour,
  lineCrossSectionTerms,
  lineIntegrals,
  scatteringOptions,
} from '../processes/index.ts'
import { publishedIntervals } from './bound.ts'
import { type Constraint, type Entry, type Interval, isSilent, type Silent, type Verdict } from './constraint.ts'
import { describedIntervals, genericIntervals, quadraticIntervals } from './intervals.ts'
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

  const growthOf = (integrals: Float64Array, scattering: ElectronScattering): Growth => {
    let [standard, linear, quadratic] = [0, 0, 0]
    for (const flavour of FLAVOURS) {
      const terms = lineCrossSectionTerms(flavour, integrals, scattering, options)
      standard += beam.flavours[flavour] * terms[0]
      linear += beam.flavours[flavour] * terms[1]
      quadratic += beam.flavours[flavour] * terms[2]
    }
    return { linear: linear / standard, quadratic: quadratic / standard }
  }
  const scatteringAt = (boson: Boson) => electronScattering(boson.couplingsAt(0))

  /** What the published curve says at a mass, whatever the model: κ at the limit where one number decides, and the change of the rate. */
  interface Level {
    readonly integrals: Float64Array
    readonly kappa: number
    readonly change: number
  }
  const levelAt = remembered((mass): Silent | Level => {
    const intervals = published(mass)
    if (isSilent(intervals)) return intervals
    const g2 = intervals[0][0] ** 2
    const integrals = lineIntegrals(beam.energy_GeV, mass, beam.recoils_GeV)
    const scattering = scatteringAt(referenceAt(mass).unit as Boson)
    const { linear, quadratic } = growthOf(integrals, scattering)
    return { integrals, kappa: g2 * productOf(scattering), change: Math.abs(linear * g2 + quadratic * g2 * g2) }
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

  const strength = (boson: Boson): Verdict => {
    const level = levelAt(boson.mass)
    if (isSilent(level)) return level
    const scattering = scatteringAt(boson)
    const silent = silence(scattering)
    if (silent !== undefined) return silent
    const ratio = productOf(scattering) / level.kappa
    if (ratio > 0) return ratio
    const { linear, quadratic } = growthOf(level.integrals, scattering)
    return Math.abs(linear + quadratic) / level.change
  }
  const intervals = (ray: Ray): Silent | readonly Interval[] => {
    if (ray.unit === undefined) return genericIntervals(strength, ray)
    const level = levelAt(ray.mass)
    if (isSilent(level)) return level
    const scattering = scatteringAt(ray.unit)
    const silent = silence(scattering)
    if (silent !== undefined) return silent
    const ratio = productOf(scattering) / level.kappa
    if (ratio > 0) return describedIntervals([[1 / Math.sqrt(ratio), Number.POSITIVE_INFINITY]], ray)
    const { linear, quadratic } = growthOf(level.integrals, scattering)
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
