import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { chosenConstraints } from '../../src/cli/own-limits.ts'
import { dumpFileSchema } from '../../src/config/dumps/schema.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { InputError } from '../../src/errors.ts'
import { resolveModel } from '../../src/models/index.ts'
import { MATERIALS } from '../../src/processes/bremsstrahlung/electron.ts'
import { FORM_FACTORS } from '../../src/processes/bremsstrahlung/proton.ts'
import { root } from './zest.ts'

const EXAMPLE = join(root, 'docs/examples/my-target.yaml')
const guide = readFileSync(join(root, 'docs/dump-files.md'), 'utf8')
const home = mkdtempSync(join(tmpdir(), 'dumps-'))
afterAll(() => rmSync(home, { recursive: true }))

function written(name: string, changed: (text: string) => string): string {
  const path = join(home, name)
  writeFileSync(path, changed(readFileSync(EXAMPLE, 'utf8')))
  return path
}

describe("a dump of one's own", () => {
  it('is a constraint wherever an id is', async () => {
    const { own, specs } = await chosenConstraints(['g-2-muon', `${EXAMPLE}@recipe=as-printed`])
    expect(specs).toEqual(['g-2-muon', 'my-target@recipe=as-printed'])
    const [entry] = own
    expect(entry).toMatchObject({ id: 'my-target', group: 'beam dumps', source: { citations: [], notes: 'On tungsten.' } })
    const constraint = await entry.prepare(assume())
    expect(constraint).toMatchObject({ kind: 'projection', confidence: 0.95 })
    expect(constraint.statement).toContain('for 3 decays seen with an efficiency of 0.3 of what 2e20 particles make')
    expect(constraint.intervals(couplingRay(resolveModel('b-l'), 0.05, assume()))).toHaveLength(1)
  })

  it('stands beside a published curve', async () => {
    const curve = join(root, 'docs/examples/my-dump.yaml')
    const { own } = await chosenConstraints([curve, EXAMPLE])
    expect(own.map(({ id }) => id)).toEqual(['my-dump-2026', 'my-target'])
  })

  it('must have an id of its own', async () => {
    const taken = written('taken.yaml', (text) => text.replace('id: my-target', 'id: g-2-muon'))
    await expect(chosenConstraints([taken])).rejects.toThrow(/the id 'g-2-muon' is one of the catalogue/)
    const again = written('again.yaml', (text) => text)
    await expect(chosenConstraints([EXAMPLE, again])).rejects.toThrow(/the id 'my-target' is that of .*my-target\.yaml too/)
  })

  it('is refused in one line where it is wrong', async () => {
    const wrong = written('wrong.yaml', (text) => text.replace('60 m', '60'))
    const told: unknown = await chosenConstraints([wrong]).catch((error: unknown) => error)
    expect(told).toBeInstanceOf(InputError)
    expect((told as InputError).message).toMatch(/wrong\.yaml:13:9: shield: 60 has no unit/)
  })
})

describe('the guide', () => {
  it('shows the example as it is', () => {
    expect(guide).toContain(`\`\`\`yaml\n${readFileSync(EXAMPLE, 'utf8')}\`\`\``)
  })

  it('names every field, form factor and material', () => {
    for (const field of Object.keys(dumpFileSchema.shape)) expect(guide).toContain(`\`${field}`)
    for (const field of Object.keys(dumpFileSchema.shape.beam.shape)) expect(guide).toContain(`\`${field}`)
    for (const word of FORM_FACTORS) expect(guide).toContain(`\`${word}\``)
    expect(guide).toContain(`\`${MATERIALS.join(' ')}\``)
  })
})
