import { describe, expect, it } from 'vitest'
import type { DrawnPanel } from '../../src/figures/frame.ts'
import { isInside } from '../../src/figures/geometry.ts'
import { corners, overlap, type Placement, placeLabels } from '../../src/figures/labels.ts'
import { layoutFigure } from '../../src/figures/layout.ts'
import type { FigureSpec, Layer, Point } from '../../src/figures/spec.ts'
import { plane, probability, twoPanels } from './demo.ts'

/** Whether a segment enters a turned box, by clipping it in the box's own axes. */
function enters(p: Placement, a: Point, b: Point): boolean {
  const cos = Math.cos((p.angle * Math.PI) / 180)
  const sin = Math.sin((p.angle * Math.PI) / 180)
  const own = ([x, y]: Point) => [(x - p.x) * cos + (y - p.y) * sin, (y - p.y) * cos - (x - p.x) * sin]
  const [a0, b0] = [own(a), own(b)]
  let [from, to] = [0, 1]
  for (const [k, half] of [
    [0, p.width / 2],
    [1, p.height / 2],
  ]) {
    const d = b0[k] - a0[k]
    if (Math.abs(d) < 1e-12) {
      if (Math.abs(a0[k]) >= half) return false
      continue
    }
    const [s, t] = [(-half - a0[k]) / d, (half - a0[k]) / d]
    from = Math.max(from, Math.min(s, t))
    to = Math.min(to, Math.max(s, t))
  }
  return from < to
}

function expectClean(panel: DrawnPanel): void {
  const { frame } = panel
  panel.labels.forEach(({ box, text }, i) => {
    expect(box.width).toBeGreaterThanOrEqual(text.width)
    for (const [x, y] of corners(box)) {
      expect(x).toBeGreaterThan(frame.x)
      expect(x).toBeLessThan(frame.x + frame.width)
      expect(y).toBeGreaterThan(frame.y)
      expect(y).toBeLessThan(frame.y + frame.height)
    }
    for (const other of panel.labels.slice(i + 1)) expect(overlap(box, other.box)).toBe(false)
    for (const layer of panel.layers) {
      for (const line of layer.strokes) {
        for (let k = 1; k < line.length; k++) expect(enters(box, line[k - 1], line[k])).toBe(false)
      }
    }
    for (const other of panel.labels) {
      if (other.box.leader) expect(enters(box, ...other.box.leader) && other.box !== box).toBe(false)
    }
  })
}

describe('labels', () => {
  it.each([
    ['a busy plane', plane, 120],
    ['one column', plane, 86],
    ['a tiny figure', plane, 45],
    ['a wide one', plane, 250],
    ['two panels', twoPanels, 180],
    ['curves', probability, 120],
  ] as const)('cross nothing and lie within the frame: %s', (_, spec, width_mm) => {
    const layout = layoutFigure(spec, { width_mm })
    layout.panels.forEach((panel, n) => {
      expectClean(panel)
      const wanted = spec.panels[n].layers.flatMap((layer, i) => (layer.label ? [i] : []))
      const named = [...panel.labels, ...panel.legend].map(({ layer }) => layer)
      expect(named.sort((a, b) => a - b)).toEqual(wanted)
      for (const entry of panel.legend) {
        expect(entry.x + entry.text.width).toBeLessThan(layout.width)
        expect(entry.y + entry.text.depth).toBeLessThan(layout.height)
      }
    })
  })

  it('stand inside a roomy region, upright', () => {
    const ring: Point[] = [
      [20, 20],
      [180, 20],
      [180, 80],
      [20, 80],
    ]
    const request = { width: 40, height: 8, strokes: [[...ring, ring[0]]], rings: [ring], inside: 'always' as const }
    const [box] = placeLabels({ x: 0, y: 0, width: 200, height: 100 }, [request], [], 2)
    expect(box?.angle).toBe(0)
    expect(box && corners(box).every((corner) => isInside([ring], corner))).toBe(true)
  })

  it('turn with a steep line', () => {
    const line: Point[] = [
      [20, 95],
      [120, 5],
    ]
    const [box] = placeLabels({ x: 0, y: 0, width: 140, height: 100 }, [{ width: 50, height: 8, strokes: [line], inside: 'never' }], [], 2)
    expect(box?.angle).toBeCloseTo((Math.atan2(-90, 100) * 180) / Math.PI, 6)
  })

  it('read upwards along a vertical line', () => {
    const line: Point[] = [
      [60, 5],
      [60, 95],
    ]
    const [box] = placeLabels({ x: 0, y: 0, width: 140, height: 100 }, [{ width: 50, height: 8, strokes: [line], inside: 'never' }], [], 2)
    expect(box?.angle).toBeCloseTo(-90, 9)
  })

  it('go aside with a leader where the thing is too small, and away where there is no room at all', () => {
    const ring: Point[] = [
      [50, 50],
      [54, 50],
      [52, 54],
    ]
    const request = { width: 40, height: 8, strokes: [[...ring, ring[0]]], rings: [ring], inside: 'always' as const }
    const [box] = placeLabels({ x: 0, y: 0, width: 200, height: 100 }, [request], [], 2)
    expect(box?.leader).toBeDefined()
    expect(placeLabels({ x: 40, y: 45, width: 30, height: 12 }, [request], [], 2)).toEqual([undefined])
  })

  it('go to the legend below when twenty curves fill the panel', () => {
    const layers = Array.from({ length: 20 }, (_, i): Layer => {
      const y = (i + 0.5) / 20
      return { kind: 'line', id: `c${i}`, style: 'curve', label: `curve number ${i}`, paths: [[[0, y] as const, [1, y] as const]] }
    })
    const axis = { label: 'x', scale: 'linear', min: 0, max: 1 } as const
    const spec: FigureSpec = { id: 'crowd', caption: '', panels: [{ x: axis, y: axis, layers }] }
    const layout = layoutFigure(spec, { width_mm: 60 })
    const [panel] = layout.panels
    expect(panel.legend).toHaveLength(20)
    expect(panel.legendBox).toBeUndefined()
    expect(Math.max(...panel.legend.map((entry) => entry.y))).toBeLessThan(layout.height)
  })
})
