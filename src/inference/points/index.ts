export { type Cells, cellsWithin, columnOf, evenCells, gridCells, windowAround, windowOf } from './cells.ts'
export { effectiveCount, pointDensity, smoothDensity } from './density.ts'
export { bestPoint, closedGaps, EXTREMES, type Extreme, extremesIn } from './profile.ts'
