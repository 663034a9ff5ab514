import type { Assumptions } from '../assumptions.ts'
import type { Constraint, Entry, Verdict } from '../constraints/constraint.ts'
import { formulaConstraint, powerLawIntervals } from '../constraints/formula.ts'
import { signalOf } from '../constraints/signal.ts'
import { signalAlong } from '../constraints/signal-along.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import { quadraticAlong, quadraticAt } from '../couplings/quadratic.ts'
import { INVISIBLE_LIMITS, type InvisibleLimit, PSEUDOSCALAR_TRANSITIONS } from '../data/flavour-changing.ts'
import { flavourConserved, pseudoscalarBranching } from '../processes/flavour-changing.ts'

/**
 * A flavour-changing decay to a lighter meson and the boson as a constraint: with the boson decaying to what escapes, the branching ratio stays
 * below that of the search for nothing but the meson; whatever it decays to, the width stays below the meson's measured total width.
 */
export function flavourChangingConstraint(entry: Entry, assumptions: Assumptions, channel: keyof typeof INVISIBLE_LIMITS): Constraint {
  const { title, masses } = PSEUDOSCALAR_TRANSITIONS[channel]
  const limit: InvisibleLimit = INVISIBLE_LIMITS[channel]
  const isSearched = (mass: number): boolean => limit.windows_GeV.some(([lo, hi]) => mass >= lo && mass <= hi)
  const strength = (boson: Boson): Verdict => {
    const silent = flavourConserved(boson)
    if (silent !== undefined) return { silent }
    if (boson.mass >= masses[0] - masses[1]) return { silent: `mass above threshold, ${(masses[0] - masses[1]).toPrecision(4)} GeV` }
    const invisible = isSearched(boson.mass) ? invisibleShare(boson) / limit.branching : 0
    return pseudoscalarBranching(boson, channel) * Math.max(invisible, 1)
  }
  const strengthAlong = (ray: Ray): ((coupling: number) => number) | undefined => {
    const branching = quadraticAlong(ray, (boson) => pseudoscalarBranching(boson, channel))
    const signal = signalAlong(ray)
    if (branching === undefined || signal === undefined) return undefined
    const escaping = isSearched(ray.mass) ? signal.widthInto('invisible') : () => 0
    return (coupling) => {
      const invisible = escaping(coupling)
      const share = invisible === 0 ? 0 : invisible / signal.total(coupling)
      return quadraticAt(branching, coupling) * Math.max(share / limit.branching, 1)
    }
  }
  const windows = limit.windows_GeV.map(([lo, hi]) => `${lo}–${hi} GeV`).join(' and ')
  return formulaConstraint(entry, assumptions, {
    kind: 'exclusion',
    confidence: limit.confidence,
    statement: `BR(${title}) below ${limit.branching} where Z′ escapes (${windows}); the width always below the measured total one`,
    unverified: 'limit, form factor and CKM angles are from memory',
    strength,
    strengthAlong,
    closedForm: (_unit, _ray, strength) => powerLawIntervals(strength, 2),
  })
}

function invisibleShare(boson: Boson): number {
  const signal = signalOf(boson)
  return signal.widths.total === 0 ? 0 : signal.widthInto('invisible') / signal.widths.total
}
