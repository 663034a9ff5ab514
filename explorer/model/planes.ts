import { PLANES, type PlaneName } from '../../src/regions/index.ts'
import { DEFAULT_VIEW, type View } from '../state/view.ts'
import { parametersOf } from './parameters.ts'

/** The plane along whose height tan η runs. */
const OF_TAN_ETA: PlaneName = 'epsMedium,tanEta'

const hasTanEta = (model: string): boolean => parametersOf(model).some(({ rule: { name } }) => name === 'tanEta')

/** The planes that a model can be drawn in. */
export const planesOf = (model: string): readonly PlaneName[] => PLANES.filter((plane) => plane !== OF_TAN_ETA || hasTanEta(model))

/** A view whose model can be drawn in its plane: it goes back to the first plane where it cannot, and a pin has no place there. */
export const fitted = (view: View): View =>
  view.plane !== OF_TAN_ETA || hasTanEta(view.model) ? view : { ...view, plane: DEFAULT_VIEW.plane, pin: undefined }
