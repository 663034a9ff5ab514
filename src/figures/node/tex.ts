import { createRequire } from 'node:module'
import { FailureError } from '../../errors.ts'
import { MATHJAX_OPTIONS, type MathJaxApi, outlineTypesetter } from '../outlines.ts'
import type { Typesetter } from '../typesetter.ts'

interface MathJaxPackage {
  init(config: unknown): Promise<MathJaxApi>
}

function requireMathJax(): MathJaxPackage {
  try {
    return createRequire(import.meta.url)('mathjax') as MathJaxPackage
  } catch (error) {
    if ((error as { code?: string }).code !== 'MODULE_NOT_FOUND') throw error
    throw new FailureError('labels as outlines need the optional package mathjax; npm install mathjax')
  }
}

async function startMathJax(): Promise<MathJaxApi> {
  // MathJax leaves two names behind in the global scope; `require` is not ours to leave there.
  const scope = globalThis as { require?: unknown }
  const before = scope.require
  try {
    return await requireMathJax().init({
      loader: { load: ['input/tex-base', '[tex]/ams', 'output/svg'] },
      ...MATHJAX_OPTIONS,
      startup: { typeset: false },
    })
  } finally {
    if (before === undefined) delete scope.require
    else scope.require = before
  }
}

let started: Promise<MathJaxApi> | undefined

/**
 * A typesetter that turns every character, in and out of formulas, into outlines of the New Computer Modern font (MathJax 4): the figure looks
 * the same on every machine, with no fonts installed. TeX it does not know is shown as plain words.
 *
 * MathJax lives once in a process; it starts on the first call (about 0.2 s).
 *
 * Throws FailureError where the optional package `mathjax` is not installed.
 *
 * @example
 * const typesetter = await loadTypesetter()
 * typesetter.typeset('$m_{A^\\prime}$ [GeV]', 10).width // about 46
 */
export async function loadTypesetter(): Promise<Typesetter> {
  return outlineTypesetter(await (started ??= startMathJax()))
}
