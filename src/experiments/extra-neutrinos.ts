import type { Assumptions } from '../assumptions.ts'
import type { Interval, Verdict } from '../constraints/constraint.ts'
import { stretchesAbove } from '../constraints/intervals.ts'
import { signalOf } from '../constraints/signal.ts'
import { N_EFF_WITHOUT_BOSON } from '../cosmos/n-eff.ts'
import { nEffInterpolator, tabulatedMasses } from '../cosmos/n-eff-table.ts'
import { makesRightHandedNeutrinos, thermalBoson } from '../cosmos/thermal-boson.ts'
import type { Boson, Ray } from '../couplings/boson.ts'

/** Steps per decade of the coupling where the number of neutrinos crosses a line. */
const STEPS = 12

/** The number of neutrinos beside the standard one, as limits and bands ask for it. */
export interface ExtraNeutrinos {
  /** Without a boson. */
  readonly standard: number
  /** More of them with it. */
  extra(boson: Boson): Verdict
  /** All of them with it, where that is computed. */
  total(boson: Boson): number
  /** The stretches of a ray of the boson at unit coupling where a height of that number is zero or more. */
  stretches(unit: Boson, ray: Ray, height: (extra: number) => number): readonly Interval[]
}

/** More neutrinos along a ray, against the logarithm of the coupling. */
interface Samples {
  readonly at: (logCoupling: number) => number
  readonly grid: readonly number[]
  readonly extras: readonly number[]
}

/**
 * The effective number of neutrinos without a boson, and how far one moves it; silent where that is not computed. Loads the table, once per assumptions.
 *
 * @example
 * const { extra } = await extraNeutrinos(assume())
 * extra(bosonAt(resolveModel('mu-tau'), 0.01, 5e-4, assume())) // 0.50
 */
export function extraNeutrinos(assumptions: Assumptions): Promise<ExtraNeutrinos> {
  let known = prepared.get(assumptions)
  if (known === undefined) prepared.set(assumptions, (known = prepare(assumptions)))
  return known
}

const prepared = new WeakMap<Assumptions, Promise<ExtraNeutrinos>>()

async function prepare(assumptions: Assumptions): Promise<ExtraNeutrinos> {
  const temperatures = assumptions.neutrinoTemperatures
  const [{ nEffTable }, shares] = await Promise.all([
    import('../data/n-eff-table.ts'),
    temperatures === 'split' ? import('../data/n-eff-shares.ts') : undefined,
  ])
  const nEff = nEffInterpolator(nEffTable, temperatures, shares?.nEffShares)
  const standard = N_EFF_WITHOUT_BOSON[temperatures]
  const [lightest, heaviest] = tabulatedMasses(nEffTable)

  /** Along a ray, against the logarithm of the coupling, at a grid of them too; what one constraint sampled the other asks for as well. */
  const sampled = new WeakMap<Ray, Samples>()
  function samplesOf(unit: Boson, ray: Ray): Samples {
    let samples = sampled.get(ray)
    if (samples !== undefined) return samples
    const { mass, electrons, electronNeutrinos, otherNeutrinos } = thermalBoson(unit)
    const at = (logCoupling: number): number => {
      const square = Math.exp(2 * logCoupling)
      return (
        nEff({
          mass,
          electrons: square * electrons,
          electronNeutrinos: square * electronNeutrinos,
          otherNeutrinos: square * otherNeutrinos,
        }) - standard
      )
    }
    const [from, to] = ray.range.map(Math.log)
    const points = Math.ceil(((to - from) / Math.LN10) * STEPS)
    const grid = Array.from({ length: points + 1 }, (_, i) => from + ((to - from) * i) / points)
    sampled.set(ray, (samples = { at, grid, extras: grid.map(at) }))
    return samples
  }

  return {
    standard,
    extra(boson) {
      const { mass } = boson
      if (!(mass >= lightest && mass <= heaviest)) {
        return { silent: `mass not between ${1e3 * lightest} and ${1e3 * heaviest} MeV, where N_eff is computed` }
      }
      const { ee, neutrinos, hidden } = signalOf(boson).widths
      if (hidden > 0) return { silent: 'decays to hidden particles: N_eff is computed for electrons and neutrinos only' }
      if (ee + neutrinos === 0) return { silent: 'decays neither to electrons nor to neutrinos' }
      if (makesRightHandedNeutrinos(boson)) {
        return { silent: 'makes right-handed neutrinos as well, and N_eff is computed without them' }
      }
      return nEff(thermalBoson(boson)) - standard
    },
    total: (boson) => nEff(thermalBoson(boson)),
    stretches(unit, ray, height) {
      const { at, grid, extras } = samplesOf(unit, ray)
      return stretchesAbove((logCoupling) => height(at(logCoupling)), grid, extras.map(height))
    },
  }
}
