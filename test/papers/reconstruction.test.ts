import { describe, expect, it } from 'vitest'
import { ASSUMED_BENCHMARKS } from '../../src/papers/figures/benchmarks.ts'
import { FIGURES, paperAssumptions } from '../../src/papers/index.ts'

const recipe = (name: string) => FIGURES.find(({ id }) => id === `foldenauer-2021-reconstruction-${name}`)!
const PAPER = paperAssumptions('foldenauer-2021')

describe('figures of what would be found', () => {
  it('show every boson that is assumed, where it was put', async () => {
    const { panels } = await recipe('darwin').make(PAPER)
    expect(panels.map(({ place }) => [place!.row, place!.column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ])
    for (const [i, { layers }] of panels.entries()) {
      const { mass_GeV, coupling } = ASSUMED_BENCHMARKS[i]
      for (const id of ['truth', 'best-fit']) {
        const marker = layers.find((layer) => layer.id === id)
        if (marker?.kind !== 'marker') throw new Error(`no ${id}`)
        const [[mass, strength]] = marker.points
        expect(Math.abs(mass / mass_GeV - 1), id).toBeLessThan(2e-3)
        expect(Math.abs(strength / coupling - 1), id).toBeLessThan(2e-3)
      }
    }
  })

  it('show others in their place', async () => {
    const { panels } = await recipe('darwin').make(PAPER, [{ mass_GeV: 0.02, coupling: 5e-4 }])
    expect(panels.map(({ title, place }) => [title, place])).toEqual([[String.raw`20 MeV, $5\times 10^{-4}$`, undefined]])
    const { caption } = await recipe('mu').make(PAPER, [{ mass_GeV: 0.02, coupling: 5e-4 }])
    expect(caption).toMatch(/^Data of a boson of Lμ \(20 MeV/)
  })

  it('show on which side an outline lies, in colours of its own, and the truth beside the best fit', async () => {
    const { panels } = await recipe('spallation').make(PAPER, [{ mass_GeV: 0.03, coupling: 5.5e-4 }])
    const [{ layers }] = panels
    const outlines = layers.filter((layer) => layer.kind === 'region' && layer.hasTeeth === true)
    expect(outlines.map(({ label }) => label)).toEqual([String.raw`NA64$\mu$`, 'CENNS610, CCM', 'ESS10', 'ESS'])
    // Of the palette 0 and 10 are blues.
    const fitted = layers.filter((layer) => layer.kind === 'region' && layer.hasTeeth !== true).map(({ colour }) => colour)
    expect(new Set(fitted)).toEqual(new Set([0]))
    for (const { colour } of outlines) expect([0, 5, 10]).not.toContain(colour)
    expect(new Set(outlines.map(({ colour }) => colour)).size).toBe(4)
    const symbols = layers.flatMap((layer) => (layer.kind === 'marker' ? [[layer.id, layer.symbol]] : []))
    expect(symbols).toEqual([
      ['best-fit', 'star'],
      ['truth', 'sight'],
    ])
  })

  it('refuse bosons beyond their axes', async () => {
    await expect(recipe('mu').make(PAPER, [{ mass_GeV: 2, coupling: 5e-4 }])).rejects.toThrow(
      /benchmark: 2 GeV, 0\.0005 is not on the figure/,
    )
    await expect(recipe('darwin').make(PAPER, [{ mass_GeV: 0.02, coupling: 0.5 }])).rejects.toThrow(/allowed: masses of 0\.003 to 0\.3 GeV/)
  })
})
