import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { inPageWords, mixingRemarks } from '../../explorer/model/mixed.ts'
import { verdictGroups } from '../../explorer/pinned/verdicts.ts'
import { DEFAULT_VIEW } from '../../explorer/state/view.ts'
import { resolveModel } from '../../src/index.ts'
import { reading } from './reader.ts'

const { open } = reading()
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Until every small figure is drawn. */
const drawn = (page: Page) =>
  page.waitForFunction(() => {
    const sketches = [...document.querySelectorAll('.sketch')]
    return (
      sketches.length > 0 && sketches.every((one) => one.getAttribute('aria-busy') === 'false') && document.querySelector('.sketch svg')
    )
  })

/** Until the address says so: it is written when nothing has changed for a while. */
const addressed = (page: Page, part: string) => page.waitForFunction((text) => location.hash.includes(text), part)

/** The value beside a name in a table. */
const told = (page: Page, name: string) => page.getByRole('row', { name }).first().getByRole('cell').first().textContent()

describe('the charge editor', () => {
  it('writes charges into the address, family by family, and tells of anomalies as they are typed', async () => {
    const { page, complaints, settled, close } = await open('model=0')
    await page.getByText('Give it a charge').waitFor()
    await page.getByText('Charges by family').click()
    const cell = (label: string) => page.getByLabel(label, { exact: true })
    await cell('Charge of leptons, μ, ν_μ').fill('1')
    await page.getByText('Anomalous: needs further fermions.').waitFor()
    await cell('Charge of leptons, τ, ν_τ').fill('-1')
    await page.getByText('Anomalies cancel.').waitFor()
    await settled()
    expect(page.url()).toContain('model=Lmu-Ltau')
    expect(await page.getByText('Every charge is zero').count()).toBe(0)
    await cell('Charge of quarks, u, d').press('ArrowUp')
    expect(await cell('Charge of quarks, u, d').inputValue()).toBe('1/3')
    await page.getByText('Anomalous: needs further fermions.').waitFor()
    await cell('Charge of quarks, u, d').fill('1/')
    await page.getByRole('alert').getByText('not a number').waitFor()
    await cell('Charge of quarks, u, d').fill('0')
    await page.getByLabel('left and right apart').check()
    await cell('Charge of charged, right, e').fill('0.5')
    await settled()
    await page.reload()
    await settled()
    expect(await page.getByLabel('Charges, or a name').inputValue()).toBe('Lmu-Ltau+1/2e_R')
    await page.getByText('Charges by family').click()
    expect(await cell('Charge of charged, right, e').inputValue()).toBe('1/2')
    await page.getByLabel('left and right apart').uncheck()
    await settled()
    expect(await page.getByLabel('Charges, or a name').inputValue()).toBe('Lmu-Ltau')
    expect(complaints).toEqual([])
    await close()
  })
})

describe('kinetic mixing', () => {
  const remarks = (model: string, kineticMixing = 'loop', plane: 'mass,coupling' | 'epsMedium,tanEta' = 'mass,coupling') =>
    mixingRemarks(resolveModel(model), kineticMixing as 'loop', plane).join(' ')

  it('is told as it is in force for the model', () => {
    expect(remarks('mu-tau')).toBe('')
    expect(remarks('dark-photon')).toMatch(/^The coupling is the mixing ε itself/)
    expect(remarks('b-l')).toMatch(/diverge and count as zero; choose a cut-off/)
    expect(remarks('b-l', 'log:1000GeV')).toBe('')
    expect(remarks('b-l', 'none')).toBe('')
    expect(remarks('nue_R')).toMatch(/^Nothing that has electric charge/)
    expect(remarks('bernal:c=-0.1,tanEta=-0.75')).toMatch(/^ε \/ g = 0\.7705 at tree level; nothing adds to it\. Its loops diverge/)
    expect(remarks('bernal', 'fixed:0.01')).toMatch(/at tree level; what is chosen here adds to it\.$/)
    expect(remarks('bernal:epsilon=1e-3', 'none')).toBe('ε = 0.001 at tree level; nothing adds to it.')
    expect(remarks('bernal', 'none', 'epsMedium,tanEta')).toMatch(/^tan η sets/)
  })

  it('is warned about in the words of the page', () => {
    const told = resolveModel('b-l').warnings.map(inPageWords).join(' ')
    expect(told).toMatch(/log-divergent.*unless a cut-off or a fixed ε \/ g is chosen/)
    expect(told).not.toMatch(/kineticMixing|log:|fixed:/)
  })

  it('is no choice where there are no loops, and says when they are not counted', async () => {
    const { page, complaints, settled, close } = await open('model=dark-photon')
    await page.getByText('The coupling is the mixing ε itself').waitFor()
    expect(await page.getByLabel('Kinetic mixing').count()).toBe(0)
    await page.getByRole('button', { name: 'B − L', exact: true }).click()
    await settled()
    const choice = page.getByLabel('Kinetic mixing')
    expect(await choice.locator('option:checked').textContent()).toBe('loops diverge: taken as 0')
    await choice.selectOption('log')
    await settled()
    expect(await page.getByText('Its loops diverge').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })
})

describe('the verdicts on a boson', () => {
  const row = (id: string, kind: 'exclusion' | 'projection' | 'preferred', isVariant = false) =>
    ({ id, label: id.toUpperCase(), kind, isVariant }) as unknown as Parameters<typeof verdictGroups>[1][number]
  const says = (id: string, status: 'excluded' | 'allowed' | 'preferred' | 'detected' | 'disfavoured', strength: number) =>
    ({ id, status, strength, silent: undefined }) as const
  const catalogue = [
    row('weak', 'exclusion'),
    row('strong', 'exclusion'),
    row('band', 'preferred'),
    row('other-band', 'preferred'),
    row('plan', 'projection'),
    row('variant', 'exclusion', true),
  ]
  const rows = [
    says('plan', 'detected', 1e6),
    says('weak', 'allowed', 0.9),
    says('other-band', 'disfavoured', 50),
    says('variant', 'excluded', 100),
    says('band', 'preferred', 0.5),
    says('strong', 'excluded', 20),
  ]
  const told = (view: Partial<typeof DEFAULT_VIEW>) =>
    verdictGroups(rows, catalogue, { ...DEFAULT_VIEW, ...view }).map(({ heading, rows: those }) => [heading, ...those.map(({ id }) => id)])

  it('begin with what decides, and have projections apart where they are shown', () => {
    expect(told({})).toEqual([[undefined, 'strong', 'band', 'other-band', 'weak']])
    expect(told({ projections: true })).toEqual([
      [undefined, 'strong', 'band', 'other-band', 'weak'],
      ['Projections', 'plan'],
    ])
  })

  it('end with what is switched off, and have variants where they are named', () => {
    expect(told({ hidden: ['strong'] })).toEqual([
      [undefined, 'band', 'other-band', 'weak'],
      ['Switched off', 'strong'],
    ])
    expect(told({ only: ['variant', 'plan', 'weak', 'band', 'other-band'] })).toEqual([
      [undefined, 'variant', 'band', 'other-band', 'weak'],
      ['Projections', 'plan'],
      ['Switched off', 'strong'],
    ])
  })
})

describe('the pinned boson', () => {
  it('has no number of neutrinos where none is computed, and says why once', async () => {
    const { page, close } = await open('model=bernal:c=-0.1,tanEta=-0.75,cPhi=5,mPhiOverM=0.3&pin=0.04,0.0001')
    await drawn(page)
    expect([await told(page, 'N_eff'), await told(page, 'H₀')]).toEqual(['not computed', 'not computed'])
    expect(await page.locator('.facts .about').allTextContents()).toEqual([
      expect.stringMatching(/^N_eff and H₀ are not computed: decays to hidden particles/),
    ])
    await close()
  })

  it('tells its couplings, widths and moments, which can be copied', async () => {
    const { page, complaints, close } = await open('model=b-l&pin=0.1,0.001')
    await drawn(page)
    expect(await told(page, 'total width [GeV]')).toBe('6.6315e-9')
    expect(await page.getByRole('row', { name: 'νν̄' }).getByRole('cell').nth(1).textContent()).toBe('0.6')
    await page.getByLabel('Against the mass:').selectOption('decay-length')
    await drawn(page)
    await addressed(page, 'graph=decay-length')
    await page.locator('.boson .sketch').getByText('Numbers').click()
    expect(await page.getByLabel('Numbers', { exact: true }).inputValue()).toMatch(/^panel,.*\n.*decay-length/)
    await page.getByText('All of it').click()
    const json = JSON.parse(await page.getByLabel(/^All of it/).inputValue())
    expect(json.widths_GeV.total).toBeCloseTo(6.6315e-9, 12)
    expect(complaints).toEqual([])
    await close()
  })

  it('follows the pin, and leaves the plane alone when another graph is chosen', async () => {
    const { page, settled, close } = await open('model=b-l&pin=0.1,0.001')
    await drawn(page)
    const picture = await page.evaluateHandle(() => document.querySelector('.picture svg'))
    await page.getByLabel('Against the mass:').selectOption('widths')
    await drawn(page)
    expect(await picture.evaluate((svg) => svg?.isConnected)).toBe(true)
    const before = await told(page, 'lifetime [s]')
    await page.locator('.frame').focus()
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowUp')
    await settled()
    await drawn(page)
    expect(Number(await told(page, 'lifetime [s]'))).toBeLessThan(Number(before))
    await close()
  })

  it('is pinned by a click, and not by two', async () => {
    const { page, settled, close } = await open('mass=0.01:1&pin=0.1,0.001')
    const box = (await page.locator('.frame').boundingBox())!
    const [x, y] = [box.x + 0.3 * box.width, box.y + 0.4 * box.height]
    await page.mouse.dblclick(x, y)
    await settled()
    await page.waitForTimeout(300)
    expect(page.url()).toContain('pin=0.1,0.001')
    expect(page.url()).not.toContain('mass=')
    await page.mouse.click(x, y)
    await settled()
    await page.waitForTimeout(300)
    expect(page.url()).not.toContain('pin=0.1,0.001')
    expect(page.url()).toContain('pin=')
    await close()
  })
})

describe('beside the plane', () => {
  it('are recoils, solar neutrinos and published figures, which the address holds', async () => {
    const { page, complaints, settled, close } = await open('model=mu-tau&pin=0.015,0.00046')
    await page.getByRole('heading', { name: 'Event spectra' }).click()
    await drawn(page)
    await page.getByLabel('Experiment').selectOption('darwin-nr')
    await page.getByRole('heading', { name: 'Solar neutrinos' }).click()
    await page.getByRole('combobox', { name: /^Source/ }).selectOption('pp')
    await drawn(page)
    await settled()
    await page.waitForTimeout(300)
    expect(page.url()).toMatch(/spectrum=darwin-nr&solar=pp/)
    await page.getByRole('heading', { name: 'Start from a published figure' }).click()
    await page.getByRole('button', { name: '8: limits on B−L' }).click()
    await settled()
    await page.getByRole('heading', { name: /Gauged B − L/ }).waitFor()
    await page.waitForTimeout(300)
    expect(page.url()).toMatch(/model=b-l.*set\.recipe=as-printed/)
    expect(page.url()).not.toContain('pin=')
    await page.getByRole('button', { name: 'Redraw amaral-2020-7' }).click()
    await page.getByRole('heading', { name: /Published figure amaral-2020-7/ }).waitFor()
    await addressed(page, 'figure=amaral-2020-7')
    await drawn(page)
    await page.reload()
    await page.getByRole('heading', { name: /Published figure amaral-2020-7/ }).waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    expect(await page.locator('.published').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  it.each(['light', 'dark'] as const)(
    'in %s colours give axe nothing to object to, nor a telephone anything too wide',
    async (colorScheme) => {
      const { page, complaints, close } = await open('model=B-3Lmu&pin=0.02,1e-4&spectrum=lz-nr&solar=8B&figure=amaral-2020-7', {
        colorScheme,
        viewport: colorScheme === 'dark' ? { width: 360, height: 740 } : { width: 1440, height: 900 },
      })
      await page.getByText('Charges by family').click()
      await page.getByRole('heading', { name: 'Start from a published figure' }).click()
      await drawn(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
      const violations = await page.evaluate(async (source) => {
        new Function(source)()
        const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
      }, AXE)
      expect(violations).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
  )

  it('move nothing when their answers come', async () => {
    const { page, close } = await open('model=mu-tau&pin=0.015,0.00046&spectrum=xenon1t-2020&solar=8B')
    await drawn(page)
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
              if (!entry.hadRecentInput) sum += entry.value
            }
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 300)
        }),
    )
    expect(shift).toBeLessThan(0.05)
    await close()
  })
})
