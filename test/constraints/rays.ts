import { assume } from '../../src/assumptions.ts'
import { couplingRay, type Ray } from '../../src/couplings/boson.ts'
import { resolveModel } from '../../src/models/index.ts'

/** A ray whose bosons matter by their coupling alone: what a strength given as a function of it needs. */
export const plainRay: Ray = couplingRay(resolveModel('b-l'), 0.01, assume())
