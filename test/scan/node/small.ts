import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { type Layout, type ScanPlan, type ScanSpec, scanPlan } from '../../../src/scan/index.ts'
import { buildDigest, writePlan } from '../../../src/scan/node/index.ts'

/** Some hundred points, cheap and of every kind of column. */
export const SMALL: ScanSpec = {
  title: 'a small scan',
  model: 'muon-nu:ratio={ratio}',
  parameters: [
    { name: 'ratio', axis: { kind: 'list', values: [-0.5, 1] } },
    { name: 'mass', axis: { kind: 'grid', scale: 'log', from: 1e-4, to: 1, points: 10 } },
    { name: 'coupling', axis: { kind: 'sampled', scale: 'log', from: 1e-6, to: 1e-2 } },
  ],
  samples: { sequence: 'sobol', points: 16 },
  compute: {
    constraints: ['g-2-muon', 'borexino-2017', 'n-eff'],
    limits: ['borexino-2017'],
    quantities: ['branching', 'lifetime'],
    likelihood: ['g-2-muon'],
    approximate: [],
  },
  assumptions: assume(),
  own: [],
}

/** Folders of a test file's own, each with a plan in it. */
export function planner(): (layout: Layout, spec?: ScanSpec) => Promise<{ dir: string; plan: ScanPlan }> {
  const home = mkdtempSync(join(tmpdir(), 'zest-scan-'))
  afterAll(() => rmSync(home, { recursive: true, force: true }))
  let count = 0
  return async (layout, spec = SMALL) => {
    const dir = join(home, `${count++}`)
    const plan = await scanPlan(spec, layout, buildDigest())
    await writePlan(dir, plan)
    return { dir, plan }
  }
}
