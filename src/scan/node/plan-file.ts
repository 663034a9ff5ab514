import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FailureError, InputError } from '../../errors.ts'
import { VERSION } from '../../version.ts'
import { type Layout, parsePlan, planText, type ScanPlan } from '../plan.ts'
import { fileProblem, writeAll, writeWhole } from './files.ts'
import { tablesDigest } from './tables.ts'

const pathOf = (dir: string): string => join(dir, 'plan.json')

/** The text of a folder's plan; undefined where there is none. */
async function readPlanText(dir: string): Promise<string | undefined> {
  try {
    return await readFile(pathOf(dir), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw fileProblem(error, pathOf(dir))
  }
}

/**
 * Writes a plan into a folder of its own.
 *
 * @returns false where the same plan was there already, which changes nothing
 * @throws InputError where another scan is planned there
 */
export async function writePlan(dir: string, plan: ScanPlan): Promise<boolean> {
  const there = await readPlanText(dir)
  if (there !== undefined) {
    if (there === planText(plan)) return false
    const { hash } = await parsePlan(there)
    const why = hash === plan.hash ? 'this scan is planned there with other shards or chunks' : 'another scan is planned there'
    throw new InputError(`'${dir}': ${why}; choose another folder, or remove that one and what it has computed`, 'out')
  }
  try {
    await mkdir(dir, { recursive: true })
  } catch (error) {
    throw new InputError(`cannot make '${dir}': ${fileProblem(error, dir).message}`, 'out')
  }
  await writeWhole(pathOf(dir), (file) => writeAll(file, Buffer.from(planText(plan))))
  return true
}

/** How the scan of a folder is cut; undefined where none is planned there. */
export async function plannedLayout(dir: string): Promise<Layout | undefined> {
  const text = await readPlanText(dir)
  return text === undefined ? undefined : parsePlan(text)
}

/** The plan of a folder, and how to see that it is still the same. */
export interface PlanInPlace {
  readonly plan: ScanPlan
  /** @throws FailureError where the plan was changed, or taken away, under way */
  check(): Promise<void>
}

/**
 * The plan of a folder, for this Zest and its tables.
 *
 * @throws InputError where there is none, or it was changed, or made by another version or with other tables
 */
export async function readPlan(dir: string): Promise<PlanInPlace> {
  const text = await readPlanText(dir)
  if (text === undefined) throw new InputError(`'${dir}' holds no plan; make one with zest scan plan FILE --out ${dir}`, 'dir')
  const plan = await parsePlan(text)
  if (plan.version !== VERSION) {
    const both = `it was planned with Zest ${plan.version}, and this is ${VERSION}`
    throw new InputError(`${both}: go on with that version, or plan it anew in another folder`, 'plan.json')
  }
  if (plan.tables !== (await tablesDigest())) {
    throw new InputError('the tables of this Zest are not those that it was planned with: plan it anew in another folder', 'plan.json')
  }
  return {
    plan,
    async check() {
      if ((await readPlanText(dir)) === text) return
      throw new FailureError(
        `${pathOf(dir)} was changed while this run was under way: nothing more is written; zest scan run goes on with the new plan`,
      )
    },
  }
}
