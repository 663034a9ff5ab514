export { outlines, type Vertex, visibleOutlines } from './outline.ts'
export { type Column, refinedColumns } from './refine.ts'
