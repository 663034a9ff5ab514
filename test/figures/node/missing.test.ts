import { expect, it, vi } from 'vitest'
import { FailureError } from '../../../src/errors.ts'
import { figurePdf } from '../../../src/figures/node/pdf.ts'
import { figurePng } from '../../../src/figures/node/png.ts'
import { renderSvg } from '../../../src/figures/svg.ts'
import { plane } from '../demo.ts'

const absent = vi.hoisted(() => (): never => {
  throw new Error('Cannot find package')
})
vi.mock('@resvg/resvg-js', absent)
vi.mock('svg-to-pdfkit', absent)

it('a missing optional package is named in one line', async () => {
  const png = figurePng(renderSvg(plane))
  await expect(png).rejects.toThrow(FailureError)
  await expect(png).rejects.toThrow(/^PNG files need the optional package @resvg\/resvg-js; npm install @resvg\/resvg-js$/)
  const pdf = figurePdf(renderSvg(plane), { title: 'x' })
  await expect(pdf).rejects.toThrow(FailureError)
  await expect(pdf).rejects.toThrow(/svg-to-pdfkit; npm install svg-to-pdfkit$/)
})
