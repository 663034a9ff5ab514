import { MATHJAX_OPTIONS, type MathJaxApi, outlineTypesetter, type Typesetter } from '../../src/figures/index.ts'

/** What MathJax asks for, by the end of its path: the parts that outlines of labels need, and no others. */
const PARTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'mathjax/core.js': () => import('mathjax/core.js'),
  'mathjax/adaptors/liteDOM.js': () => import('mathjax/adaptors/liteDOM.js'),
  'mathjax/input/tex-base.js': () => import('mathjax/input/tex-base.js'),
  'mathjax/input/tex/extensions/newcommand.js': () => import('mathjax/input/tex/extensions/newcommand.js'),
  'mathjax/input/tex/extensions/ams.js': () => import('mathjax/input/tex/extensions/ams.js'),
  'mathjax/output/svg.js': () => import('mathjax/output/svg.js'),
  'newcm/svg.js': () => import('@mathjax/mathjax-newcm-font/svg.js'),
  'newcm/svg/dynamic/latin.js': () => import('@mathjax/mathjax-newcm-font/svg/dynamic/latin.js'),
  'newcm/svg/dynamic/symbols.js': () => import('@mathjax/mathjax-newcm-font/svg/dynamic/symbols.js'),
  'newcm/svg/dynamic/calligraphic.js': () => import('@mathjax/mathjax-newcm-font/svg/dynamic/calligraphic.js'),
  'newcm/svg/dynamic/script.js': () => import('@mathjax/mathjax-newcm-font/svg/dynamic/script.js'),
  'newcm/svg/dynamic/double-struck.js': () => import('@mathjax/mathjax-newcm-font/svg/dynamic/double-struck.js'),
  'newcm/svg/dynamic/sans-serif.js': () => import('@mathjax/mathjax-newcm-font/svg/dynamic/sans-serif.js'),
}

/** Runs MathJax in a worker, where there is no document: its parts come as chunks of this page. */
async function startMathJax(): Promise<MathJaxApi> {
  const scope = globalThis as unknown as { MathJax: MathJaxApi & { startup: { promise: Promise<void>; defaultReady(): void } } }
  const started = new Promise<void>((resolve, reject) => {
    const config = {
      loader: {
        paths: { mathjax: 'mathjax', 'mathjax-newcm': 'newcm' },
        load: ['core', 'adaptors/liteDOM', 'input/tex-base', '[tex]/ams', 'output/svg'],
        versionWarnings: false,
        require: (path: string) => PARTS[path]?.() ?? Promise.reject(new Error(`${path} is not part of this page`)),
        failed: reject,
      },
      ...MATHJAX_OPTIONS,
      startup: {
        typeset: false,
        ready() {
          scope.MathJax.startup.defaultReady()
          scope.MathJax.startup.promise.then(resolve, reject)
        },
      },
    }
    Object.assign(globalThis, { MathJax: config })
  })
  await import('mathjax/startup.js')
  await started
  return scope.MathJax
}

let started: Promise<Typesetter> | undefined

/** The typesetter of the command line. It is fetched when a figure is taken away. */
export async function outlines(): Promise<Typesetter> {
  started ??= startMathJax().then(outlineTypesetter)
  return started.catch((error: unknown) => {
    started = undefined
    throw error
  })
}
