export { type Cells, cellsWithin, columnOf, evenCells, gridCells, windowAround, windowOf } from './cells.ts'
export { effectiveCount, pointDensity, smoothDensity } from './density.ts'
export { lowerEnvelope } from './envelope.ts'
export { bestPoint, EXTREMES, type Extreme, extremesIn } from './profile.ts'
