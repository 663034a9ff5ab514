import { beforeAll, describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { type PublishedLimit, recast } from '../../src/constraints/index.ts'
import { hubble } from '../../src/experiments/hubble.ts'
import { EXPERIMENTS } from '../../src/experiments/index.ts'
import { na48_2_2015 } from '../../src/experiments/limits/na48-2-2015.ts'
import { lma } from '../../src/experiments/lma.ts'
import { lmaDark } from '../../src/experiments/lma-dark.ts'
import { drawnByDefault, exclusionFigure, exclusionPanel } from '../../src/figures/exclusion.ts'
import type { DrawnPanel } from '../../src/figures/frame.ts'
import { isInside } from '../../src/figures/geometry.ts'
import { corners, overlap } from '../../src/figures/labels.ts'
import { layoutFigure } from '../../src/figures/layout.ts'
import { groupColour } from '../../src/figures/phrases.ts'
import type { FigureSpec, Panel, RegionLayer } from '../../src/figures/spec.ts'
import { renderSvg } from '../../src/figures/svg.ts'
import { dark, light } from '../../src/figures/theme.ts'
import { resolveModel } from '../../src/models/index.ts'
import { Session } from '../../src/session.ts'
import { logGrid } from '../../src/units.ts'
import { leastDifference } from './colour-blindness.ts'

const MASSES = logGrid(1e-3, 10, 60)
const session = new Session(assume())
const idsOf = ({ layers }: Panel): string[] => layers.flatMap(({ id }) => id.split(' '))
const layer = ({ layers }: Panel, id: string) => layers.find((one) => one.id.split(' ').includes(id)) as RegionLayer

describe("a limit of one's own among many", () => {
  const limit = (id: string, kind: PublishedLimit['kind']) =>
    recast({
      ...na48_2_2015,
      id,
      label: id,
      kind,
      bound: { shape: 'two-sided', rows: [0.02, 0.03].map((mass) => [mass, 1e-2, 2e-2]) },
    })

  it('stands by itself, with its whole outline and its name, over what would cover it', async () => {
    const own = [limit('mine', 'exclusion'), limit('my plan', 'projection')]
    const withOwn = new Session(assume(), own)
    for (const isDraft of [false, true]) {
      const spec = await exclusionFigure(withOwn, resolveModel('dark-photon'), { masses: MASSES, projections: true })
      const [{ layers, labels, legend }] = layoutFigure(spec, { isDraft }).panels
      const fills = layers.filter(({ style }) => style === 'exclusion')
      expect(fills.at(-1)?.layer.id).toBe('mine')
      for (const id of ['mine', 'my plan']) {
        const k = layers.findIndex(({ layer }) => layer.id === id)
        expect(layers[k].strokes.length).toBeGreaterThan(0)
        expect(k).toBeGreaterThanOrEqual(layers.indexOf(fills[fills.length - 1]))
        if (!isDraft) expect([...labels, ...legend].some(({ layer }) => layer === k)).toBe(true)
      }
    }
  })
})

describe('the whole catalogue in one plot:', () => {
  describe.each(['b-l', 'dark-photon', 'mu-tau', 'bernal:c=-0.1,tanEta=-0.75'])('%s', (id) => {
    let spec: FigureSpec
    let drawn: DrawnPanel

    beforeAll(async () => {
      spec = await exclusionFigure(session, resolveModel(id), { masses: MASSES })
      drawn = layoutFigure(spec).panels[0]
    })

    it('names in the caption each constraint but projections and variants, once, drawn or silent', async () => {
      const { drawn, silent } = await exclusionPanel(session, resolveModel(id), { masses: MASSES })
      const told = [...drawn, ...silent.map(([constraint]) => constraint)]
      expect(new Set(told).size).toBe(told.length)
      const own = told.filter(({ assumptions }) => assumptions === session.assumptions)
      const wanted = (await session.constraints()).filter(({ kind, entry }) => kind !== 'projection' && !entry.isVariant)
      expect(own.map(({ entry }) => entry.id).sort()).toEqual(wanted.map(({ entry }) => entry.id).sort())
      expect(wanted.length).toBeLessThan(session.catalogue.length - 10)
      for (const { entry } of told) expect(spec.caption).toContain(entry.title)
    })

    it('draws what one experiment found as one region, and every drawn constraint in one region', () => {
      const exclusions = idsOf({
        ...spec.panels[0],
        layers: spec.panels[0].layers.filter((one) => 'style' in one && one.style === 'exclusion'),
      })
      expect(new Set(exclusions).size).toBe(exclusions.length)
    })

    it('has one order of regions, whatever the size of the figure', () => {
      const orderAt = (width_mm: number, aspect: number): string[] =>
        layoutFigure(spec, { width_mm, aspect }).panels[0].layers.map(({ layer }) => layer.id)
      const order = drawn.layers.map(({ layer }) => layer.id)
      for (const [width_mm, aspect] of [
        [70, 1.1],
        [95, 0.8],
        [160, 0.6],
        [330, 0.45],
      ]) {
        expect(orderAt(width_mm, aspect)).toEqual(order)
      }
    })

    it('keeps labels apart, inside the frame, of a readable size', () => {
      const boxes = drawn.labels.map(({ box }) => box)
      boxes.forEach((box, i) => {
        for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false)
        expect(box.x > drawn.frame.x && box.x < drawn.frame.x + drawn.frame.width).toBe(true)
        expect(box.y > drawn.frame.y && box.y < drawn.frame.y + drawn.frame.height).toBe(true)
        expect(box.height).toBeGreaterThan(4.5)
      })
    })

    it('names nothing twice in one group and nothing that does not show', () => {
      const labels = [...new Set(drawn.labels.map(({ layer: i }) => drawn.layers[i]))]
      const names = labels.map(({ layer: { label }, slot, style }) => `${label} ${slot} ${style}`)
      expect(new Set(names).size).toBe(names.length)
      for (const { visible, style } of labels) if (visible !== undefined && style === 'exclusion') expect(visible.includes(1)).toBe(true)
    })

    it('writes the name of a region inside it, or leads it there', () => {
      for (const { layer: i, box } of drawn.labels) {
        const { style, rings } = drawn.layers[i]
        if (style !== 'exclusion') continue
        for (const point of box.leader === undefined ? corners(box) : [box.leader[1]]) expect(isInside(rings, point)).toBe(true)
      }
    })

    it('says what the colours mean that are seen', () => {
      const seen = new Set(drawn.layers.flatMap(({ slot, style, rings }) => (style === 'exclusion' && rings.length > 0 ? [slot] : [])))
      for (const slot of seen) expect(drawn.key.map((entry) => entry.slot)).toContain(slot)
    })

    it('is drawn in both themes, with finite numbers', () => {
      for (const theme of [light, dark]) expect(renderSvg(spec, { theme })).not.toMatch(/NaN|undefined|Infinity/)
    })
  })
})

describe('an exclusion panel', () => {
  const ids = ['na64-inv-2017', 'na64-inv-2019', 'borexino-2017']
  const options = { masses: MASSES, constraints: ids, apart: false }

  it('joins the results of an experiment, or leaves them apart', async () => {
    const { panel } = await exclusionPanel(session, resolveModel('b-l'), options)
    expect(panel.layers.map(({ id }) => id)).toEqual(['na64-inv-2017 na64-inv-2019', 'borexino-2017'])
    expect(panel.layers[0].label).toMatch(/^NA64/)
    expect(panel.isCrowded).toBeUndefined()
    for (const apart of [true, undefined]) {
      const { panel } = await exclusionPanel(session, resolveModel('b-l'), { ...options, apart })
      expect(panel.layers.map(({ id }) => id)).toEqual(ids)
    }
  })

  it('tells apart what has one name: by the year, the reading or the id', async () => {
    const labels = async (constraints: string[]) =>
      (await exclusionPanel(session, resolveModel('b-l'), { ...options, constraints, apart: true })).panel.layers.map(({ label }) => label)
    expect(await labels(['na64-inv-2019', 'na64-inv-2017', 'e137-andreas', 'e137-bjorken', 'foresee-dp-lsnd'])).toEqual([
      'NA64 (invisible) 2019, 90 %',
      'NA64 (invisible) 2018, 90 %',
      'E137 (Andreas 2012), 95 %',
      'E137 (Bjorken 2009), 95 %',
      'LSND, 90 %',
    ])
    expect(await labels(['faser-2023', 'foresee-dp-faser-2023'])).toEqual([
      'FASER [faser-2023], 90 %',
      'FASER [foresee-dp-faser-2023], 90 %',
    ])
  })

  it('has no two alike where every constraint of the catalogue stands apart', async () => {
    const { panel } = await exclusionPanel(session, resolveModel('b-l'), { masses: logGrid(1e-3, 10, 20), projections: true, apart: true })
    const names = panel.layers.map((one) => `${one.label} ${one.colour} ${'style' in one && one.style}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('knows projections before it prepares them', async () => {
    const session = new Session()
    const choices: Record<string, string>[] = [{}, { recipe: 'as-printed' }, { gMinus2: 'fnal-2021' }]
    for (const settings of choices) {
      const all = await new Session(assume('default', settings)).constraints()
      expect(all.filter(({ kind, entry }) => (kind === 'projection') !== (entry.isProjection ?? false))).toEqual([])
    }
    expect(session.catalogue.some(({ isProjection }) => isProjection)).toBe(true)
  })

  it('draws by default the band that was once favoured, and what reports tell of', async () => {
    const [band, ...rest] = drawnByDefault(session)
    expect(band).toBe('g-2-muon@gMinus2=fnal-2021')
    expect(rest.length).toBe((await session.constraints()).filter(({ kind, entry }) => kind !== 'projection' && !entry.isVariant).length)
    const variants = session.catalogue.filter(({ isVariant }) => isVariant)
    expect(variants.map(({ experiment }) => experiment)).toEqual(['NA64', 'DARWIN', 'DARWIN', 'DARWIN', 'DARWIN', 'SHiP'])
    expect(drawnByDefault(session, true).length).toBe(session.catalogue.length - variants.length + 1)
  })

  it('paints cosmology under what was measured', async () => {
    const { panel } = await exclusionPanel(session, resolveModel('dark-photon'), { masses: MASSES })
    const { layers } = layoutFigure({ id: 'x', caption: '', panels: [panel] }).panels[0]
    const filled = layers.filter(({ style }) => style === 'exclusion').map(({ layer: { id } }) => id)
    expect(filled.indexOf('bbn-cmb')).toBeLessThan(2)
  })

  it('paints the band of H₀ in a colour that no group of searches has, and no eye takes for one', () => {
    const slot = hubble.colour as number
    const groups = [...new Set(EXPERIMENTS.map(({ group }) => groupColour(group)))]
    expect(groups).not.toContain(slot)
    for (const group of groups) {
      expect(leastDifference(light.palette[slot].fill, light.palette[group].fill), `${group}`).toBeGreaterThan(15)
      expect(leastDifference(dark.palette[slot].fill, dark.palette[group].fill), `${group}`).toBeGreaterThan(10)
    }
    // Orange, which it had, is taken for the red of precision.
    expect(leastDifference(light.palette[1].fill, light.palette[7].fill)).toBeLessThan(15)
  })

  it('gives each of a few constraints a hue of its own', async () => {
    const constraints = ['coherent-csi-2017', 'cenns10-2020', 'coherent-csi-2021', 'borexino-2011', 'bbn-cmb', 'ess']
    const spec = await exclusionFigure(session, resolveModel('b-l'), { masses: MASSES, constraints })
    const { layers } = layoutFigure(spec).panels[0]
    expect(layers).toHaveLength(constraints.length)
    expect(new Set(layers.map(({ slot }) => slot % light.palette.length)).size).toBe(constraints.length)
  })

  it('says that no coupling at all is excluded, where it is', async () => {
    const constraints = ['cenns10-2020', 'coherent-csi-2017']
    const options = { masses: logGrid(1e-3, 1, 12), constraints }
    const strict = new Session(assume({ cenns10: 'r0.08', 'statistic.threshold': 'one-sided-90' }))
    const spec = await exclusionFigure(strict, resolveModel('mu-tau'), options)
    for (const text of [spec.caption, spec.footnote]) expect(text).toMatch(/Zero coupling itself is excluded: CENNS-10, 90 %(\.|\n)/)
    expect((await exclusionFigure(session, resolveModel('mu-tau'), options)).footnote).not.toContain('Zero coupling')
  })

  it('tells a projection from the limit of the same experiment', async () => {
    const spec = await exclusionFigure(session, resolveModel('b-3mu'), { masses: MASSES, projections: true })
    const labels = spec.panels[0].layers.flatMap((one) => (one.label === undefined ? [] : [one.label]))
    expect(labels).toEqual(expect.arrayContaining(['NA62', 'NA62 (proj.)', 'COHERENT', 'COHERENT (proj.)', 'SHiP']))
    // NA62 with kaons and as a dump have one name, and the colours of two groups.
    const projected = spec.panels[0].layers.flatMap((one) => (one.label?.endsWith(' (proj.)') ? [`${one.label} ${one.colour}`] : []))
    expect(new Set(projected).size).toBe(projected.length)
  })

  it('names each piece of a reach that limits or the axes part, and none that runs along the frame', async () => {
    const spec = await exclusionFigure(session, resolveModel('mu-tau'), { masses: logGrid(1e-3, 1, 60), projections: true })
    const { layers, labels, legend } = layoutFigure(spec).panels[0]
    const timesNamed = (label: string): number => labels.filter(({ layer }) => layers[layer].layer.label === label).length
    expect(timesNamed('SHiP')).toBe(2)
    expect(timesNamed('BBN + CMB')).toBe(1)
    expect(timesNamed('LHCb')).toBe(0)
    expect(legend.map(({ layer }) => layers[layer].layer.label)).not.toContain('LHCb')
  })

  it('finds a region by any of its constraints', async () => {
    const spec = await exclusionFigure(session, resolveModel('b-l'), options)
    expect(renderSvg(spec)).toContain('<g data-constraint="na64-inv-2017 na64-inv-2019" role="img"')
  })

  it('reaches as low as the lowest of what it joins', async () => {
    const both = layer((await exclusionPanel(session, resolveModel('b-l'), options)).panel, 'na64-inv-2017')
    const { panel } = await exclusionPanel(session, resolveModel('b-l'), { ...options, apart: true })
    const lowest = ({ polygons }: RegionLayer): number => Math.min(...polygons.flat().map(([, g]) => g))
    expect(lowest(both)).toBe(Math.min(...ids.slice(0, 2).map((id) => lowest(layer(panel, id)))))
  })

  it('has projections when asked, dashed, or by name', async () => {
    const some = await exclusionPanel(session, resolveModel('b-l'), { masses: [0.01, 0.1, 1], projections: true })
    expect(some.panel.layers.some((one) => 'style' in one && one.style === 'projection')).toBe(true)
    const named = await exclusionPanel(session, resolveModel('b-l'), { masses: MASSES, constraints: ['foresee-bl-proj-ship'] })
    expect(named.panel.layers.map((one) => 'style' in one && one.style)).toEqual(['projection'])
  })

  it('tells silent constraints from those beyond the axes', async () => {
    const { drawn, silent } = await exclusionPanel(session, resolveModel('b-l'), {
      masses: MASSES,
      couplings: [1e-12, 1e-11],
      constraints: ['bbn-cmb', 'borexino-2017', 'foresee-dp-sn1987a'],
    })
    expect(drawn.map(({ entry }) => entry.id)).toEqual([])
    expect(silent.map(([{ entry }]) => entry.id)).toEqual(['bbn-cmb', 'borexino-2017', 'foresee-dp-sn1987a'])
    expect(silent[1][1]).toBe('nothing within these axes')
    expect(silent[2][1]).not.toBe('nothing within these axes')
  })
})

describe('planes of ε_medium', () => {
  const paper = new Session(assume('bernal-2022'))
  const constraints = [lma, lmaDark, 'g-2-muon', 'borexino-2017']
  const bernal = resolveModel('bernal:c=-0.1,tanEta=0.7')

  it('show the bands of LMA and LMA-Dark upright at their ends: figure 2 of bernal-2022', async () => {
    const tanEtas = Array.from({ length: 41 }, (_, i) => -2 + i / 10)
    const { panel } = await exclusionPanel(paper, bernal, { plane: 'epsMedium,tanEta', masses: [0.04], tanEtas, constraints })
    expect([panel.x.scale, panel.x.min, panel.x.max, panel.y.min, panel.y.max]).toEqual(['linear', 0, 4, -2, 2])
    const across = (id: string) =>
      layer(panel, id)
        .polygons.flat()
        .map(([x]) => x)
    expect(Math.min(...across('lma-dark'))).toBeCloseTo(2, 3)
    expect(Math.max(...across('lma-dark'))).toBeCloseTo(3, 3)
    expect(Math.max(...across('lma'))).toBeCloseTo(1.422, 3)
    expect(panel.layers.map((one) => 'style' in one && one.style)).toEqual(['preferred', 'preferred', 'preferred', 'exclusion'])
    expect(renderSvg({ id: 'bands', caption: 'Bands.', panels: [panel] })).not.toMatch(/NaN|undefined/)
  })

  it('choose a log axis on one side of zero and a linear one across it', async () => {
    const axis = async (model: string, epsMedium?: readonly [number, number]) => {
      const options = { plane: 'mass,epsMedium', masses: logGrid(5e-3, 0.2, 9), constraints: ['borexino-2017'], epsMedium } as const
      const { y } = (await exclusionPanel(session, resolveModel(model), options)).panel
      return [y.scale, y.min, y.max]
    }
    expect(await axis('bernal')).toEqual(['log', 1e-4, 1e2])
    expect(await axis('bernal:c=2/3')).toEqual(['log', -1e2, -1e-4])
    expect(await axis('bernal', [-1, 3])).toEqual(['linear', -1, 3])
    expect(await axis('bernal', [1, 5])).toEqual(['linear', 1, 5])
    await expect(axis('bernal', [-3, -1])).rejects.toThrow(/^eps: ε_medium of bernal.* lies above zero; -3 to -1 holds none of it/)
  })

  it('draw a band that reaches to no coupling as a line where there are many on a log axis, hatched where there are few', async () => {
    const options = { masses: logGrid(5e-3, 0.2, 9), plane: 'mass,epsMedium' } as const
    const style = async (session: Session, constraints?: readonly (string | typeof lma)[]) => {
      const found = layer((await exclusionPanel(session, bernal, { ...options, constraints })).panel, 'lma')
      return [found.style, found.label]
    }
    expect(await style(paper)).toEqual(['curve', 'LMA: below'])
    expect((await style(paper, constraints))[0]).toBe('preferred')
  })

  it('say at which mass and with how many neutrons', async () => {
    const { footnote } = await exclusionFigure(paper, bernal, {
      plane: 'epsMedium,tanEta',
      masses: [0.04],
      tanEtas: [0.5, 1, 1.5],
      constraints: ['borexino-2017'],
    })
    expect(footnote).toContain('model: bernal:c=-0.1 · $m_{Z^\\prime}$ = 40 MeV · $N_n/N_p$ = 0.54')
  })
})
