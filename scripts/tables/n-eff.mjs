// Writes src/data/n-eff-table.ts, N_eff over masses and widths of a boson, in a quarter of an hour on two cores: node scripts/tables/n-eff.mjs [workers]
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const bundle = join(root, 'out/tables/n-eff.mjs')

const RATES = { centre: 0, spread: 3.6, from: Math.asinh(-6.5 / 3.6), to: Math.asinh(12.5 / 3.6), nodes: 35 }
const ELECTRON = 0.51099895e-3
const MASSES = {
  light: { from: 5e-4, to: 2 * ELECTRON, above: 0, nodes: 6 },
  heavy: { from: 2 * ELECTRON, to: 0.1, above: ELECTRON, nodes: 20 },
}
const FAST = { from: 8, to: 22, nodes: 15 }
const RESOLUTION = 0.0015
const SLICES = [{ temperatures: 'common', share: null }, ...[0, 1 / 3, 1 / 2, 1].map((share) => ({ temperatures: 'split', share }))]

/** Masses of a block: those at which electrons and neutrinos can be held together are the heavy ones. */
const massesOf = (block) => MASSES[block === 'light' ? 'light' : 'heavy']

/** N_eff for all widths at one mass of one slice. */
async function row({ slice, block, node }) {
  const { effectiveNeutrinos, bosonAtNode, fastBosonAtNode } = await import(pathToFileURL(workerData).href)
  const { temperatures, share } = SLICES[slice]
  if (block === 'fast') {
    return Array.from({ length: FAST.nodes }, (_, n) =>
      effectiveNeutrinos(fastBosonAtNode({ masses: MASSES, fast: FAST }, share, node, n), temperatures),
    )
  }
  const values = []
  for (let n = 0; n < RATES.nodes; n++) {
    for (let e = 0; e < (block === 'heavy' ? RATES.nodes : 1); e++) {
      const boson = bosonAtNode({ rates: RATES }, MASSES[block], share, node, n, block === 'heavy' ? e : undefined)
      values.push(effectiveNeutrinos(boson, temperatures))
    }
  }
  return values
}

if (isMainThread) {
  mkdirSync(dirname(bundle), { recursive: true })
  const contents = "export * from './src/cosmos/n-eff.ts'; export * from './src/cosmos/n-eff-table.ts'"
  await build({ stdin: { contents, resolveDir: root, loader: 'ts' }, outfile: bundle, bundle: true, platform: 'node', format: 'esm' })
  const { encodeSlice } = await import(pathToFileURL(bundle).href)

  const tasks = SLICES.flatMap((_, slice) =>
    ['heavy', 'light', 'fast'].flatMap((block) => Array.from({ length: massesOf(block).nodes }, (_, node) => ({ slice, block, node }))),
  )
  const results = new Map()
  const key = ({ slice, block, node }) => `${slice} ${block} ${node}`
  const start = Date.now()
  let next = 0
  const worker = () =>
    new Promise((resolve, reject) => {
      const thread = new Worker(fileURLToPath(import.meta.url), { workerData: bundle })
      const send = () => (next < tasks.length ? thread.postMessage(tasks[next++]) : thread.terminate().then(resolve))
      thread.on('error', reject)
      thread.on('message', ({ task, values }) => {
        results.set(key(task), values)
        const minutes = (Date.now() - start) / 6e4
        process.stderr.write(
          `\r${results.size} of ${tasks.length} rows, ${minutes.toFixed(1)} min, about ${(minutes * (tasks.length / results.size - 1)).toFixed(1)} to go `,
        )
        send()
      })
      send()
    })
  await Promise.all(Array.from({ length: Number(process.argv[2] ?? availableParallelism()) }, worker))
  process.stderr.write('\n')

  const text = (slice, block) => {
    const values = Array.from({ length: massesOf(block).nodes }, (_, node) => results.get(key({ slice, block, node }))).flat()
    return encodeSlice(values, RESOLUTION).replaceAll('\\', '\\\\')
  }
  const axis = ({ from, to, above, nodes }) => `{ from: ${from}, to: ${to}, above: ${above}, nodes: ${nodes} }`
  const slices = SLICES.map(
    ({ temperatures, share }, slice) => `    {
      temperatures: '${temperatures}',
      share: ${share},
      light: '${text(slice, 'light')}',
      heavy: '${text(slice, 'heavy')}',
      fast: '${text(slice, 'fast')}',
    },`,
  )
  writeFileSync(
    join(root, 'src/data/n-eff-table.ts'),
    `import type { NEffTable } from './n-eff-nodes.ts'

/** The effective number of neutrinos with a light vector boson. Written by \`node scripts/tables/n-eff.mjs\`: do not edit. */
export const nEffTable: NEffTable = {
  title: 'Effective number of neutrinos with a light vector boson',
  citation: 'escudero-2020',
  where: 'computed with effectiveNeutrinos in src/cosmos/n-eff.ts',
  provenance: 'computed',
  note: 'Interpolate with nEffInterpolator in src/cosmos/n-eff-table.ts, within 0.005 of the equations wherever N_eff is below 6 (0.008 just above the electron threshold, below 1.5 MeV).',
  masses: {
    light: ${axis(MASSES.light)},
    heavy: ${axis(MASSES.heavy)},
  },
  rates: { centre: ${RATES.centre}, spread: ${RATES.spread}, from: ${RATES.from}, to: ${RATES.to}, nodes: ${RATES.nodes} },
  fast: { from: ${FAST.from}, to: ${FAST.to}, nodes: ${FAST.nodes} },
  resolution: ${RESOLUTION},
  // biome-ignore format: numbers as text
  slices: [
${slices.join('\n')}
  ],
}
`,
  )
} else {
  parentPort.on('message', async (task) => parentPort.postMessage({ task, values: await row(task) }))
}
