import type { Assumptions } from '../assumptions.ts'
import type { Constraint } from '../constraints/index.ts'
import { bosonAt } from '../couplings/index.ts'
import { InputError } from '../errors.ts'
import { type MockOptions, mockConstraints } from '../inference/index.ts'
import type { Model } from '../models/index.ts'
import { chosenCoupling, chosenMass, chosenModel } from './options.ts'

/** Mock data, as typed. */
export interface MockWords {
  mock?: string
  mockModel?: string
}

/** A boson that mock data are of. */
export interface Mock {
  readonly model: Model
  readonly mass: number
  readonly coupling: number
}

/** The boson of `--mock`: `20MeV,5e-4`, of the model given where `--mock-model` names no other. */
export async function chosenMock({ mock, mockModel }: MockWords, model: Model): Promise<Mock | undefined> {
  if (mock === undefined) {
    if (mockModel !== undefined) throw new InputError('goes with --mock, such as --mock 20MeV,5e-4', 'mock-model')
    return undefined
  }
  return { model: mockModel === undefined ? model : await chosenModel(mockModel), ...massAndCoupling(mock, 'mock') }
}

/** `20MeV,5e-4`. */
export function massAndCoupling(text: string, field: string): Pick<Mock, 'mass' | 'coupling'> {
  const [mass, coupling, ...more] = text.split(',')
  if (coupling === undefined || more.length > 0) throw new InputError(`'${text}' is not a mass and a coupling, such as 20MeV,5e-4`, field)
  return { mass: chosenMass(mass), coupling: chosenCoupling(coupling) }
}

/** The boson of mock data under assumptions. */
export const mockBoson = ({ model, mass, coupling }: Mock, assumptions: Assumptions) => bosonAt(model, mass, coupling, assumptions)

/** What was or is to be measured, in place of it what a boson would give where one is chosen. */
export const measuredOr = (mock: Mock | undefined, measured: readonly Constraint[], options: MockOptions = {}): readonly Constraint[] =>
  mock === undefined ? measured : mockConstraints(measured, (own) => mockBoson(mock, own), options)
