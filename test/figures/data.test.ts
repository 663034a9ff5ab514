import { describe, expect, it } from 'vitest'
import { figureCsv, figureJson } from '../../src/figures/data.ts'
import { plane, twoPanels } from './demo.ts'

describe('a figure as data', () => {
  it('has every point of every layer, with the panel and the part it belongs to', () => {
    const rows = figureCsv(twoPanels).trim().split('\n')
    expect(rows[0]).toBe('panel,panel_title,layer,label,kind,style,part,x,y')
    const points = twoPanels.panels.flatMap(({ layers }) =>
      layers.flatMap((one) => (one.kind === 'region' ? one.polygons.flat() : one.kind === 'line' ? one.paths.flat() : one.points)),
    )
    expect(rows.slice(1).map((row) => row.split(',').slice(-2).map(Number))).toEqual(points.map((point) => [...point]))
  })

  it('has the same layers as JSON, in words without TeX', () => {
    const [panel] = figureJson(plane)
    expect(panel.layers.map(({ id }) => id)).toEqual(plane.panels[0].layers.map(({ id }) => id))
    expect(JSON.stringify(panel)).not.toContain('$')
    expect([panel.x.min, panel.x.max, panel.x.scale]).toEqual([plane.panels[0].x.min, plane.panels[0].x.max, 'log'])
  })
})
