import type { Ray } from '../couplings/boson.ts'
import { type Quadratic, quadraticAlong, quadraticAt } from '../couplings/quadratic.ts'
import { type MesonsAlong, mesonsAlong, type WidthsAlong, widthsAlong } from '../decays/widths-along.ts'
import { type Mechanism, productionStrength } from '../processes/index.ts'
import type { FinalState } from './published.ts'
import { isSeen } from './signal.ts'
import type { Yield } from './window.ts'

/**
 * What a search sees of all bosons of a ray: production and widths are quadratics in the coupling, computed once for all searches. As `Signal` is for one boson.
 */
export class SignalAlong {
  readonly #ray: Ray
  readonly #widths: readonly WidthsAlong[]
  readonly #produced = new Map<Mechanism, Quadratic>()
  #mesons: MesonsAlong | undefined

  constructor(ray: Ray, widths: readonly WidthsAlong[]) {
    this.#ray = ray
    this.#widths = widths
  }

  /** What the rate of a mechanism is proportional to. */
  produced(mechanism: Mechanism): Quadratic {
    let known = this.#produced.get(mechanism)
    if (known === undefined) {
      known = quadraticAlong(this.#ray, ({ couplings, mass }) => productionStrength(mechanism, couplings, mass)) as Quadratic
      this.#produced.set(mechanism, known)
    }
    return known
  }

  /** Widths [GeV] near a coupling. */
  widthsAt(coupling: number): WidthsAlong {
    const widths = this.#widths
    let i = 0
    while (coupling > widths[i].end) i++
    return widths[i]
  }

  /** Width into everything [GeV]. */
  total(coupling: number): number {
    return quadraticAt(this.widthsAt(coupling).total, coupling)
  }

  /** Width [GeV] into what a search looks for, at a coupling. */
  widthInto(finalState: FinalState): (coupling: number) => number {
    if (finalState === 'everything') return (coupling) => this.total(coupling)
    if (finalState === 'invisible') {
      const isSeenHidden = this.#ray.model.hiddenScalar?.decaysTo === 'ee'
      return (coupling) => {
        const { neutrinos, hidden } = this.widthsAt(coupling)
        return quadraticAt(neutrinos, coupling) + (isSeenHidden ? 0 : quadraticAt(hidden, coupling))
      }
    }
    return (coupling) => {
      const widths = this.widthsAt(coupling)
      let sum = 0
      for (const channel of finalState) {
        sum +=
          channel === 'pion-pair'
            ? this.#pionPairs(coupling) * quadraticAt(widths.hadrons, coupling)
            : quadraticAt(widths[channel], coupling)
      }
      return sum
    }
  }

  /**
   * What a search counts of a boson, over its acceptance, against the coupling; undefined where there is nothing. Always the same object.
   *
   * @param made the rate at which bosons are made
   */
  yieldOf(made: Quadratic, finalState: FinalState): (coupling: number) => Yield | undefined {
    const widthInto = this.widthInto(finalState)
    const found = { rate: 0, width: 0 }
    return (coupling) => {
      const produced = quadraticAt(made, coupling)
      if (!(produced > 0)) return undefined
      const into = widthInto(coupling)
      found.width = this.total(coupling)
      if (!isSeen(into, found.width)) return undefined
      found.rate = (produced * into) / found.width
      return found
    }
  }

  /** Share of the hadrons below 2 GeV that are a pair of charged pions. */
  #pionPairs(coupling: number): number {
    this.#mesons ??= mesonsAlong(this.#ray) as MesonsAlong
    const all = quadraticAt(this.#mesons.all, coupling)
    return all > 0 ? quadraticAt(this.#mesons.pionPair, coupling) / all : 0
  }
}

const signals = new WeakMap<Ray, SignalAlong | undefined>()

/** The signal along a ray, computed once; undefined where couplings on shell are no lines. */
export function signalAlong(ray: Ray): SignalAlong | undefined {
  if (!signals.has(ray)) {
    const widths = widthsAlong(ray)
    signals.set(ray, widths && new SignalAlong(ray, widths))
  }
  return signals.get(ray)
}
