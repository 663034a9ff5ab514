import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FailureError, InputError } from '../../../src/errors.ts'
import { makeFolder } from '../../../src/scan/node/files.ts'
import { inProcess, mergeScan, plannedLayout, runScan, scanStatus, writePlan } from '../../../src/scan/node/index.ts'
import { scratch } from '../../cli/zest.ts'
import { planner } from './small.ts'

const planned = planner()
const home = scratch()
const LAYOUT = { shards: 2, chunk: 100 }

describe('a folder', () => {
  it('is made with those above it, by several at once, and again', async () => {
    const deep = join(home, 'a/b/c/d')
    await Promise.all([makeFolder(deep), makeFolder(deep), makeFolder(join(home, 'a/b/x'))])
    await makeFolder(deep)
    expect([existsSync(deep), existsSync(join(home, 'a/b/x'))]).toEqual([true, true])
  })

  it.skipIf(!existsSync('/proc/self'))('that cannot be made is refused, rather than tried for ever', async () => {
    for (const path of ['/proc/zest', '/proc/zest/a/b'])
      await expect(makeFolder(path)).rejects.toThrow('/proc/zest: no folder can be made there')
    await expect(makeFolder('/proc/zest')).rejects.toBeInstanceOf(FailureError)
  })

  it('is not made in the place of a file, nor under one', async () => {
    const file = join(home, 'file')
    writeFileSync(file, '')
    await expect(makeFolder(file)).rejects.toThrow(`${file}: a file is there, where a folder should be`)
    await expect(makeFolder(join(file, 'below'))).rejects.toThrow('a part of the path is no folder')
    const { plan } = await planned(LAYOUT)
    expect(await plannedLayout(file)).toBeUndefined()
    await expect(writePlan(file, plan)).rejects.toEqual(new InputError(`${file}: a file is there, where a folder should be`, 'out'))
  })

  it('in the place of a shard, or of the plan, is told', async () => {
    const { dir, plan } = await planned(LAYOUT)
    mkdirSync(join(dir, 'shards/1.shard'), { recursive: true })
    const why = `${join(dir, 'shards/1.shard')}: a folder is there, where a file should be`
    await expect(scanStatus(dir, plan)).rejects.toThrow(why)
    await expect(runScan(dir, inProcess)).rejects.toThrow(why)
    await expect(mergeScan(dir, plan)).rejects.toThrow(why)
    mkdirSync(join(home, 'odd/plan.json'), { recursive: true })
    await expect(plannedLayout(join(home, 'odd'))).rejects.toThrow('plan.json: a folder is there, where a file should be')
  })
})
