/** What these detectors exclude, computed: loaded when the first of them is asked. */
export { cenns10Constraint } from './cenns10.ts'
export { csi2017Constraint } from './csi-2017.ts'
export { csi2021Constraint } from './csi-2021.ts'
export { plannedConstraint } from './planned.ts'
