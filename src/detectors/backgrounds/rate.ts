import { column, type Sourced, type Table } from '../../data/table.ts'
import { gaussLegendre, linearInterpolator } from '../../numerics/index.ts'
import type { Efficiency } from '../efficiency.ts'

/** A background of electron recoils [1/(t yr keV)] against the energy recorded, and where it has kinks. */
export interface BackgroundRate {
  at(energy_keV: number): number
  readonly breaks_keV: readonly number[]
  /** What it rests on. */
  readonly sources: readonly Source[]
}

/** Numbers from outside that a rate rests on. */
export type Source = Pick<Sourced, 'title' | 'provenance'>

/** The same rate at all energies. */
export const flatRate = (rate: number): BackgroundRate => ({ at: () => rate, breaks_keV: [], sources: [] })

/** A rate that rests on these numbers as well. */
export const sourcedRate = (rate: BackgroundRate, ...sources: readonly Source[]): BackgroundRate => ({
  ...rate,
  sources: [...new Set([...rate.sources, ...sources])],
})

/**
 * What of the numbers is from memory, in words; undefined where nothing is.
 *
 * @example
 * fromMemory(xenon136Rate().sources) // 'from memory: ¹³⁶Xe, two-neutrino double β decay'
 */
export function fromMemory(sources: readonly Source[]): string | undefined {
  const titles = new Set(sources.filter(({ provenance }) => provenance === 'from memory: check').map(({ title }) => title))
  return titles.size === 0 ? undefined : `from memory: ${[...titles].join('; ')}`
}

/** A published curve: straight lines in the logarithm of the energy, flat outside. */
export function tabulatedRate(table: Table<'energy' | 'rate'>): BackgroundRate {
  const energies = column(table, 'energy')
  const line = linearInterpolator(energies.map(Math.log), column(table, 'rate'), 'clamp')
  return { at: (energy_keV) => line(Math.log(energy_keV)), breaks_keV: [...energies], sources: [table] }
}

export const scaledRate = (factor: number, rate: BackgroundRate): BackgroundRate => ({
  ...rate,
  at: (energy_keV) => factor * rate.at(energy_keV),
})

export const summedRate = (rates: readonly BackgroundRate[]): BackgroundRate => ({
  at: (energy_keV) => rates.reduce((sum, rate) => sum + rate.at(energy_keV), 0),
  breaks_keV: rates.flatMap((rate) => [...rate.breaks_keV]).sort((a, b) => a - b),
  sources: [...new Set(rates.flatMap((rate) => [...rate.sources]))],
})

/** Pieces between kinks grow by this factor at most. */
const GROWTH = 2
const POINTS = 8

/**
 * What a background gives between two energies [1/(t yr)].
 *
 * @param efficiency with which it is kept; one unless given
 * @example
 * integratedRate(flatRate(1.5), [7, 50]) // 64.5
 */
export function integratedRate(rate: BackgroundRate, [from, to]: readonly [number, number], efficiency?: Efficiency): number {
  const inner = [...rate.breaks_keV, ...(efficiency?.breaks ?? [])].filter((cut) => cut > from && cut < to).sort((a, b) => a - b)
  const cuts = [from, ...inner, to]
  const { nodes, weights } = gaussLegendre(POINTS)
  let total = 0
  for (let c = 1; c < cuts.length; c++) {
    const pieces = cuts[c - 1] > 0 ? Math.max(1, Math.ceil(Math.log(cuts[c] / cuts[c - 1]) / Math.log(GROWTH))) : 1
    const half = (0.5 * (cuts[c] - cuts[c - 1])) / pieces
    for (let p = 0; p < pieces; p++) {
      for (let j = 0; j < POINTS; j++) {
        const energy = cuts[c - 1] + half * (2 * p + 1 + nodes[j])
        total += half * weights[j] * rate.at(energy) * (efficiency?.at(energy) ?? 1)
      }
    }
  }
  return total
}
