import type { Assumptions } from '../../assumptions.ts'
import { type Boson, couplingForMediumNsi, couplingRay } from '../../couplings/index.ts'
import { resolveModel } from '../../models/index.ts'
import { loadSun } from '../../neutrinos/index.ts'

/** The mass at which the paper quotes its couplings [GeV]. */
export const MASS = 0.01

/** Neutrons per proton at the centre of the Sun. */
export async function centralNeutrons(assumptions: Assumptions): Promise<number> {
  return (await loadSun(assumptions)).centralNeutronsPerProton
}

/** The coupling that gives ε_medium = `epsilon` at 10 MeV, for |c| = 1 and the sign of c that allows it. */
export async function mediumCoupling(epsilon: number, assumptions: Assumptions): Promise<number> {
  const ray = couplingRay(resolveModel(`bernal:c=${-Math.sign(epsilon)},tanEta=1`), MASS, assumptions)
  return couplingForMediumNsi(ray, 'mu', epsilon, await centralNeutrons(assumptions))
}

/** The boson of the text: 40 MeV, c = −0.1, tan η = −0.75, ε_medium = 1. */
export async function benchmark(assumptions: Assumptions): Promise<Boson> {
  const ray = couplingRay(resolveModel('bernal:c=-0.1,tanEta=-0.75'), 0.04, assumptions)
  return ray.at(couplingForMediumNsi(ray, 'mu', 1, await centralNeutrons(assumptions)))
}
