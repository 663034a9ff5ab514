export { figurePdf, type PdfMeta } from './pdf.ts'
export { figurePng, type PngOptions } from './png.ts'
export { loadTypesetter } from './tex.ts'
