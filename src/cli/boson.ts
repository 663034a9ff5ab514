import type { Assumptions } from '../assumptions.ts'
import { type Boson, bosonAt } from '../couplings/index.ts'
import { InputError } from '../errors.ts'
import { bosonPotential, type MatterPotential } from '../neutrinos/index.ts'
import { chosenCoupling, chosenMass, chosenModel } from './options.ts'

export interface BosonOptions {
  model?: string
  mass?: string
  coupling?: string
}

/** The boson of `--model --mass --coupling`: all three or none. */
export async function optionalBoson(options: BosonOptions, assumptions: Assumptions): Promise<Boson | undefined> {
  if (options.model === undefined) {
    if (options.mass !== undefined || options.coupling !== undefined)
      throw new InputError('missing; --mass and --coupling belong to a --model', 'model')
    return undefined
  }
  return bosonAt(await chosenModel(options.model), chosenMass(options.mass), chosenCoupling(options.coupling), assumptions)
}

/** The boson in a result: which model, at which mass and coupling. */
export const bosonJson = (boson: Boson | undefined) =>
  boson === undefined ? {} : { model: { id: boson.model.id, title: boson.model.title }, mass_GeV: boson.mass, coupling: boson.coupling }

/** What the boson adds to the potentials in the Sun, where the assumptions let it. */
export function potentialOf(boson: Boson | undefined, assumptions: Assumptions): MatterPotential | undefined {
  return boson === undefined || assumptions.matterPotential === 'standard' ? undefined : bosonPotential(boson.couplingsAt(0), boson.mass)
}
