import type { Assumptions } from '../assumptions.ts'
import { type Boson, couplingRays, type Ray } from '../couplings/boson.ts'
import { exclusiveHadronicWidths, partialWidths, type Widths } from '../decays/index.ts'
import type { Model } from '../models/index.ts'
import { MECHANISMS, type Mechanism, productionStrength } from '../processes/index.ts'
import type { Silent } from './constraint.ts'
import { type FinalState, finalStateText, type Production, type Shares } from './published.ts'

/** A share of the decays that no search sees: a dark photon of 10 MeV goes to neutrinos, through the Z, with 1e-17. */
const FEEBLE = 1e-12

/** Whether a search sees any of the decays. */
export const isSeen = (into: number, total: number): boolean => into > FEEBLE * total

/** What a search sees of a boson: how it is made and what it decays to, each computed once for all searches. */
export class Signal {
  readonly boson: Boson
  readonly widths: Widths
  readonly #strengths = new Array<number>(MECHANISMS.length).fill(Number.NaN)
  #pionPair = Number.NaN

  constructor(boson: Boson) {
    this.boson = boson
    this.widths = partialWidths(boson)
  }

  /** What the rate of a mechanism is proportional to. */
  produced(mechanism: Mechanism): number {
    const index = INDEX[mechanism]
    const known = this.#strengths[index]
    if (!Number.isNaN(known)) return known
    return (this.#strengths[index] = productionStrength(mechanism, this.boson.couplings, this.boson.mass))
  }

  /** Width [GeV] into what a search looks for. */
  widthInto(finalState: FinalState): number {
    const { widths } = this
    if (finalState === 'everything') return widths.total
    if (finalState === 'invisible') return widths.neutrinos + (this.boson.model.hiddenScalar?.decaysTo === 'ee' ? 0 : widths.hidden)
    let sum = 0
    for (const channel of finalState) sum += channel === 'pion-pair' ? this.#pions() : widths[channel]
    return sum
  }

  /** The share of the decays into what a search looks for; or why none of them is seen. */
  seenShare(finalState: FinalState): number | Silent {
    const into = this.widthInto(finalState)
    if (isSeen(into, this.widths.total)) return into / this.widths.total
    const what = finalStateText(finalState)
    return { silent: into > 0 ? `decays to ${what} less than once in 10¹² times` : `does not decay to ${what}` }
  }

  #pions(): number {
    return Number.isNaN(this.#pionPair) ? (this.#pionPair = exclusiveHadronicWidths(this.boson).pionPair) : this.#pionPair
  }
}

const INDEX = Object.fromEntries(MECHANISMS.map((mechanism, i) => [mechanism, i])) as Record<Mechanism, number>

const signals = new WeakMap<Boson, Signal>()

/** The signal of a boson, computed once: a boson is immutable and knows everything it depends on. */
export function signalOf(boson: Boson): Signal {
  let signal = signals.get(boson)
  if (signal === undefined) signals.set(boson, (signal = new Signal(boson)))
  return signal
}

/** The mixture of mechanisms at a mass [GeV]. */
export function sharesAt(production: Production, mass: number): Shares {
  if (typeof production === 'string') return { [production]: 1 }
  if (!Array.isArray(production)) return production as Shares
  for (const { below, shares } of production) if (below === undefined || mass < below) return shares
  return production[production.length - 1].shares
}

/** More masses than any plot asks about; a search of a catalogue remembers some 200 bytes of each. */
const MOST_MASSES = 1024

/** A function of the mass that remembers what it gave. */
export function remembered<T extends object>(compute: (mass: number) => T): (mass: number) => T {
  const known = new Map<number, T>()
  return (mass) => {
    let value = known.get(mass)
    if (value === undefined) {
      if (known.size === MOST_MASSES) known.clear()
      known.set(mass, (value = compute(mass)))
    }
    return value
  }
}

/** The rays of a model under some assumptions, and each mass of them once: limits published for one model share them. */
export function sharedRays(model: Model, assumptions: Assumptions): (mass: number) => Ray {
  let ofModel = rays.get(assumptions)
  if (ofModel === undefined) rays.set(assumptions, (ofModel = new Map()))
  let rayAt = ofModel.get(model.id)
  if (rayAt === undefined) ofModel.set(model.id, (rayAt = remembered(couplingRays(model, assumptions))))
  return rayAt
}

const rays = new WeakMap<Assumptions, Map<Model['id'], (mass: number) => Ray>>()
