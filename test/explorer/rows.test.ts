import { describe, expect, it } from 'vitest'
import { catalogueRows } from '../../explorer/engine/rows.ts'
import { Session } from '../../src/index.ts'

describe('the names of the catalogue', () => {
  it('differ, and have a space before what tells them apart', async () => {
    const session = new Session()
    const labels = catalogueRows(await session.constraints(), session).map(({ label }) => label)
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([])
    expect(labels.filter((label) => /\)[A-Z\d]/.test(label))).toEqual([])
    expect(labels).toContain('NA62 (dump), Tsai 2021')
  })
})
