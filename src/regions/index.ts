export { outlines, type Vertex, visibleOutlines } from './outline.ts'
export { intervalsIn, PLANES, type Plane, type PlaneName, type PlaneOptions, placeOf, planeOf, type Quantity, signed } from './plane.ts'
export { type Column, refinedColumns, type Scale } from './refine.ts'
export { joined, type Traced, traced } from './trace.ts'
