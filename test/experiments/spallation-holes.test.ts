import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import type { Interval } from '../../src/constraints/index.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { SPALLATION } from '../../src/experiments/spallation/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { expectClose } from '../numerics/close.ts'

describe('what spallation sources leave allowed where couplings are no multiples of g', () => {
  it('two holes that lie close together are told apart: where its charge vanishes, and where it turns the sign of that of the Z', async () => {
    const ess = await SPALLATION.find(({ id }) => id === 'ess')!.prepare(assume())
    const ray = couplingRay(resolveModel('bernal:c=-1,epsilon=1e-2'), 1e-3, assume())
    const found = ess.intervals(ray) as readonly Interval[]
    expect(found).toHaveLength(3)
    expectClose(found[0][1], 1.2577817e-3, 1e-6)
    expectClose(found[1][1], 1.2971244e-3, 1e-6)
    for (const edge of found.flat()) if (edge < Infinity) expectClose(ess.strength(ray.at(edge)) as number, 1, 1e-6)
  })
})
