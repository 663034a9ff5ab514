import type { Assumptions } from '../assumptions.ts'
import type { Interval, Verdict } from '../constraints/constraint.ts'
import { stretchesAbove } from '../constraints/intervals.ts'
import { signalOf } from '../constraints/signal.ts'
import { N_EFF_WITHOUT_BOSON } from '../cosmos/n-eff.ts'
import { nEffInterpolator, tabulatedMasses } from '../cosmos/n-eff-table.ts'
import { makesRightHandedNeutrinos, thermalBoson } from '../cosmos/thermal-boson.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import { type Quadratic, quadraticAlong, quadraticAt } from '../couplings/quadratic.ts'

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
  /** More of them against the coupling of a ray, remembered; undefined where couplings are no lines. */
  along(ray: Ray): ((coupling: number) => number) | undefined
  /** The stretches of a ray with a boson at unit coupling where a height of that number is zero or more. */
  stretches(ray: Ray, height: (extra: number) => number): readonly Interval[]
}

/**
 * The effective number of neutrinos without a boson, and how far one moves it; silent where that is not computed. Loads the table, once per assumptions.
 *
 * @example
 * const { extra } = await extraNeutrinos(assume())
 * extra(bosonAt(resolveModel('mu-tau'), 0.01, 5e-4, assume())) // 0.50
 */
export function extraNeutrinos(assumptions: Assumptions): Promise<ExtraNeutrinos> {
  const temperatures = assumptions.neutrinoTemperatures
  let known = prepared.get(temperatures)
  if (known === undefined) {
    prepared.set(temperatures, (known = prepare(temperatures)))
    known.catch(() => prepared.delete(temperatures))
  }
  return known
}

type Temperatures = Assumptions['neutrinoTemperatures']

const prepared = new Map<Temperatures, Promise<ExtraNeutrinos>>()

async function prepare(temperatures: Temperatures): Promise<ExtraNeutrinos> {
  const [{ nEffTable }, shares] = await Promise.all([
    import('../data/n-eff-table.ts'),
    temperatures === 'split' ? import('../data/n-eff-shares.ts') : undefined,
  ])
  const nEff = nEffInterpolator(nEffTable, temperatures, shares?.nEffShares)
  const standard = N_EFF_WITHOUT_BOSON[temperatures]
  const [lightest, heaviest] = tabulatedMasses(nEffTable)

  // Keyed by the ray object, which carries all that they depend on besides what this closure holds; what one constraint asked for the other asks for as well.
  const known = new WeakMap<Ray, ((coupling: number) => number) | undefined>()
  function along(ray: Ray): ((coupling: number) => number) | undefined {
    if (!known.has(ray)) known.set(ray, extraAlong(ray))
    return known.get(ray)
  }
  function extraAlong(ray: Ray): ((coupling: number) => number) | undefined {
    const [electrons, electronNeutrinos, otherNeutrinos] = (['electrons', 'electronNeutrinos', 'otherNeutrinos'] as const).map((width) =>
      quadraticAlong(ray, (boson) => thermalBoson(boson)[width]),
    )
    if (electrons === undefined || electronNeutrinos === undefined || otherNeutrinos === undefined) return undefined
    const { mass } = ray
    const widthAt = (width: Quadratic, coupling: number): number => Math.max(0, quadraticAt(width, coupling))
    const found = new Map<number, number>()
    return (coupling) => {
      let extra = found.get(coupling)
      if (extra === undefined) {
        const boson = {
          mass,
          electrons: widthAt(electrons, coupling),
          electronNeutrinos: widthAt(electronNeutrinos, coupling),
          otherNeutrinos: widthAt(otherNeutrinos, coupling),
        }
        found.set(coupling, (extra = nEff(boson) - standard))
      }
      return extra
    }
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
    along,
    stretches(ray, height) {
      const extraAt = along(ray) as (coupling: number) => number
      const [from, to] = ray.range.map(Math.log)
      const points = Math.ceil(((to - from) / Math.LN10) * STEPS)
      const grid = Array.from({ length: points + 1 }, (_, i) => from + ((to - from) * i) / points)
      return stretchesAbove((logCoupling) => height(extraAt(Math.exp(logCoupling))), grid)
    },
  }
}
