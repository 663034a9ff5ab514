import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FailureError, InputError } from '../../errors.ts'
import { VERSION } from '../../version.ts'
import { canonicalJson } from '../canonical.ts'
import { type Layout, parsePlan, planText, type ScanPlan } from '../plan.ts'
import { buildDigest } from './build.ts'
import { fileProblem, makeFolder, writeAll, writeWhole } from './files.ts'
import { shellWord } from './shell.ts'

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
    throw new InputError(
      `'${dir}': ${difference(await parsePlan(there), plan)}; choose another folder, or remove that one and what it has computed`,
      'out',
    )
  }
  try {
    await makeFolder(dir)
  } catch (error) {
    throw new InputError((error as Error).message, 'out')
  }
  await writeWhole(pathOf(dir), (file) => writeAll(file, Buffer.from(planText(plan))))
  return true
}

/** What two plans do not agree on. */
function difference(there: ScanPlan, plan: ScanPlan): string {
  if (there.hash === plan.hash) return 'this scan is planned there with other shards or chunks'
  if (canonicalJson(there.spec) === canonicalJson(plan.spec)) return 'this scan is planned there by another build of Zest'
  return 'another scan is planned there'
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
 * The plan of a folder, for this build of Zest.
 *
 * @throws InputError where there is none, or it was changed, or made by another version or build
 */
export async function readPlan(dir: string): Promise<PlanInPlace> {
  const text = await readPlanText(dir)
  if (text === undefined) throw new InputError(`'${dir}' holds no plan; make one with zest scan plan FILE --out ${shellWord(dir)}`, 'dir')
  const plan = await parsePlan(text)
  if (plan.version !== VERSION) {
    const both = `it was planned with Zest ${plan.version}, and this is ${VERSION}`
    throw new InputError(`${both}: go on with that version, or plan it anew in another folder`, 'plan.json')
  }
  if (plan.build !== buildDigest()) {
    const why = `the code or the tables of this Zest ${VERSION} are not those that it was planned with, and numbers of both are not to be mixed`
    throw new InputError(`${why}: go on with the build that planned it, or plan it anew in another folder`, 'plan.json')
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
