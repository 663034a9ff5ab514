export { outlines, type Vertex } from './outline.ts'
export { type Column, refinedColumns } from './refine.ts'
