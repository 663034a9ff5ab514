import { type LoopMixing, loopMixing } from '../../src/couplings/index.ts'
import type { Assumptions, Model } from '../../src/index.ts'
import type { PlaneName } from '../../src/regions/index.ts'

/** What loops of a model come to: a number, nothing as none run, or a cut-off is needed. */
export type Loops = 'finite' | 'divergent' | 'none'

/** Whether the model has charges, so that loops or a given ε / g may mix it with the photon. */
export const isCharged = ({ charges }: Model): boolean => Object.values(charges).some(({ left, right }) => left !== 0 || right !== 0)

/** Whether it couples to nothing at all. */
export const isNeutral = (model: Model): boolean =>
  !isCharged(model) && model.treeMixing.epsilon === 0 && model.treeMixing.epsilonOverG === 0 && model.massMixing === 0

export function loopsOf(model: Model): Loops {
  const isZero = ({ ratio }: LoopMixing): boolean => ratio(0).re === 0
  if (!isZero(loopMixing(model, 'loop'))) return 'finite'
  return isZero(loopMixing(model, 'log:1000GeV')) ? 'none' : 'divergent'
}

/** What else than the choice says how a model mixes with the photon, in sentences. */
export function mixingRemarks(model: Model, kineticMixing: Assumptions['kineticMixing'], plane: PlaneName): string[] {
  const { epsilon, epsilonOverG } = model.treeMixing
  if (!isCharged(model)) {
    if (epsilonOverG !== 0) return ['The coupling is the mixing ε itself: there are no charges, and nothing runs in loops.']
    return epsilon === 0 ? [] : [`ε = ${short(epsilon)} at tree level; there are no charges, and nothing runs in loops.`]
  }
  const loops = loopsOf(model)
  const isOfLoops = kineticMixing !== 'none' && !kineticMixing.startsWith('fixed:')
  const tree =
    plane === 'epsMedium,tanEta'
      ? 'tan η sets ε / g at each place of the plane'
      : epsilonOverG !== 0
        ? `ε / g = ${short(epsilonOverG)} at tree level`
        : epsilon !== 0
          ? `ε = ${short(epsilon)} at tree level`
          : undefined
  const counts = kineticMixing.startsWith('fixed:') || (isOfLoops && (loops === 'finite' || kineticMixing.startsWith('log:')))
  return [
    ...(tree === undefined ? [] : [`${tree}; ${counts ? 'what is chosen here adds to it' : 'nothing adds to it'}.`]),
    ...(isOfLoops && loops === 'none' ? ['Nothing that has electric charge runs in its loops.'] : []),
    ...(isOfLoops && loops === 'divergent' && !kineticMixing.startsWith('log:')
      ? ['Its loops diverge and count as zero; choose a cut-off or a fixed ε / g to have them count.']
      : []),
  ]
}

const short = (value: number): string => String(Number(value.toPrecision(4))).replace('-', '−')

/** What the library says of a model, with what to type on the command line said as the page has it. */
export const inPageWords = (text: string): string =>
  text
    .replace(/unless kineticMixing is .*$/, 'unless a cut-off or a fixed ε / g is chosen under “Kinetic mixing”.')
    .replace('zest models lists the known ones.', 'those with a name are the buttons under “Model”.')
