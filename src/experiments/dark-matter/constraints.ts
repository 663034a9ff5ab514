/** What these detectors exclude, computed: loaded when the first of them is asked. */
export { lzErConstraint } from './lz-er.ts'
export { plannedConstraint } from './planned.ts'
export { xenon1tConstraint } from './xenon1t.ts'
export { xenonnt8BConstraint } from './xenonnt-8b.ts'
export { xenonntErConstraint } from './xenonnt-er.ts'
