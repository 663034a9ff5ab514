import type { Boson } from '../couplings/index.ts'
import type { Space } from '../inference/index.ts'
import { formatEnergy, trim } from './text.ts'

/** What a boson would give, in place of what was or is to be measured. */
export interface MockData {
  readonly boson: Boson
  /** Of drawn data; without one they are the expectation itself (Asimov). */
  readonly seed?: number
}

/** The stable JSON of what mock data are of. */
export const mockJson = ({ boson: { model, mass, coupling }, seed }: MockData) => ({
  model: { id: model.id, title: model.title },
  mass_GeV: mass,
  coupling,
  data: seed === undefined ? ('asimov' as const) : ('drawn' as const),
  ...(seed === undefined ? {} : { seed }),
})

/** The same in one line, and whether the boson lies where one looks. */
export function mockText({ boson: { model, mass, coupling }, seed }: MockData, { parameters }: Pick<Space, 'parameters'>): string {
  const how = seed === undefined ? 'Asimov' : `drawn, seed ${seed}`
  const isWithin = [mass, coupling].every((value, k) => value >= parameters[k].range[0] && value <= parameters[k].range[1])
  return `mock data (${how}) of ${model.id}, mass ${formatEnergy(mass)}, coupling ${trim(coupling)}${isWithin ? '' : ', outside the ranges'}`
}
