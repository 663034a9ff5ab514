// Writes src/data/n-eff-table.ts and src/data/n-eff-shares.ts, N_eff over masses and widths of a boson, in a quarter of an hour on two cores:
// node scripts/tables/n-eff.mjs [workers]
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const bundle = join(root, 'out/tables/n-eff.mjs')

const RATES = { centre: -0.3, spread: 2.4, from: Math.asinh(-6.2 / 2.4), to: Math.asinh(12.8 / 2.4), nodes: 34 }
const ELECTRON = 0.51099895e-3
const MASSES = {
  light: { from: 5e-4, to: 2 * ELECTRON, above: 0, nodes: 6 },
  heavy: { from: 2 * ELECTRON, to: 0.1, above: 0.75e-3, nodes: 21 },
}
const FAST = { from: 8, to: 22, nodes: 15 }
const RESOLUTION = 0.0015
const split = (share, less) => ({ temperatures: 'split', share, less })
/** Slices of the table, and those that interpolate between its shares; each is told less another. */
const SLICES = [
  split(1 / 3, null),
  { temperatures: 'common', share: null, less: 1 / 3 },
  split(0, 1 / 3),
  split(1 / 2, 1 / 3),
  split(1, 1 / 2),
]
const SHARES = [split(0.05, 1 / 3), split(0.01, 0.05), split(0.7, 1 / 2), split(0.9, 0.7), split(0.98, 0.9)]
/** A share gives what a third does where these others do: computed in this order. */
const BETWEEN = [
  [0, []],
  [1 / 3, []],
  [1, []],
  [0.01, [0, 1]],
  [0.05, [0, 1]],
  [0.98, [0, 1]],
  [0.9, [0, 1]],
  [0.7, [0.9, 0.98]],
  [1 / 2, [0.7, 0.9]],
]
const SAME = 1e-3
const BLOCKS = {
  heavy: { masses: MASSES.heavy, rows: RATES.nodes, columns: RATES.nodes },
  light: { masses: MASSES.light, rows: 1, columns: RATES.nodes },
  fast: { masses: MASSES.heavy, rows: 1, columns: FAST.nodes },
}

/** N_eff at one node, by the share of electron neutrinos; null for a common temperature. */
function atNode(effectiveNeutrinos, bosonWith) {
  const found = new Map()
  for (const [share, others] of BETWEEN) {
    const third = found.get(1 / 3)
    const isKnown = others.length > 0 && others.every((other) => Math.abs(found.get(other) - third) < SAME)
    found.set(share, isKnown ? third : effectiveNeutrinos(bosonWith(share), 'split'))
  }
  found.set(null, effectiveNeutrinos(bosonWith(null), 'common'))
  return found
}

/** The same for one row of a block: at one mass, and in that of heavy bosons at one width into neutrinos. */
async function row({ block, mass, row }) {
  const { effectiveNeutrinos, bosonAtNode, fastBosonAtNode } = await import(pathToFileURL(workerData).href)
  const bosons = {
    heavy: (column) => (share) => bosonAtNode({ rates: RATES }, MASSES.heavy, share, mass, row, column),
    light: (column) => (share) => bosonAtNode({ rates: RATES }, MASSES.light, share, mass, column, undefined),
    fast: (column) => (share) => fastBosonAtNode({ masses: MASSES, fast: FAST }, share, mass, column),
  }
  return Array.from({ length: BLOCKS[block].columns }, (_, column) => atNode(effectiveNeutrinos, bosons[block](column)))
}

if (isMainThread) {
  mkdirSync(dirname(bundle), { recursive: true })
  const contents = ['n-eff', 'n-eff-table', 'grid-text'].map((file) => `export * from './src/cosmos/${file}.ts'`).join('\n')
  await build({ stdin: { contents, resolveDir: root, loader: 'ts' }, outfile: bundle, bundle: true, platform: 'node', format: 'esm' })
  const { encodeGrid } = await import(pathToFileURL(bundle).href)

  const tasks = Object.entries(BLOCKS).flatMap(([block, { masses, rows }]) =>
    Array.from({ length: masses.nodes * rows }, (_, i) => ({ block, mass: Math.floor(i / rows), row: i % rows })),
  )
  const results = new Map()
  const key = ({ block, mass, row }) => `${block} ${mass} ${row}`
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

  /** Values of one slice in one block, mass outermost. */
  const valuesOf = (share, block) =>
    tasks.filter((task) => task.block === block).flatMap((task) => results.get(key(task)).map((values) => values.get(share)))
  const text = (slice, block) => {
    const base = slice.less === null ? undefined : valuesOf(slice.less, block)
    return encodeGrid(valuesOf(slice.share, block), RESOLUTION, BLOCKS[block].columns, base).replaceAll('\\', '\\\\')
  }
  const axis = ({ from, to, above, nodes }) => `{ from: ${from}, to: ${to}, above: ${above}, nodes: ${nodes} }`
  const written = (slices) =>
    slices
      .map(
        (slice) => `    {
      temperatures: '${slice.temperatures}',
      share: ${slice.share},
      less: ${slice.less},
      light: '${text(slice, 'light')}',
      heavy: '${text(slice, 'heavy')}',
      fast: '${text(slice, 'fast')}',
    },`,
      )
      .join('\n')
  writeFileSync(
    join(root, 'src/data/n-eff-table.ts'),
    `import type { NEffTable } from './n-eff-nodes.ts'

/** The effective number of neutrinos with a light vector boson. Written by \`node scripts/tables/n-eff.mjs\`: do not edit. */
export const nEffTable: NEffTable = {
  title: 'Effective number of neutrinos with a light vector boson',
  citation: 'escudero-2020',
  where: 'computed with effectiveNeutrinos in src/cosmos/n-eff.ts',
  provenance: 'computed',
  note: 'Interpolate with nEffInterpolator in src/cosmos/n-eff-table.ts, within 0.005 of the equations wherever N_eff is below 6 (0.008 where both widths are above 1e7 expansions).',
  masses: {
    light: ${axis(MASSES.light)},
    heavy: ${axis(MASSES.heavy)},
  },
  rates: { centre: ${RATES.centre}, spread: ${RATES.spread}, from: ${RATES.from}, to: ${RATES.to}, nodes: ${RATES.nodes} },
  fast: { from: ${FAST.from}, to: ${FAST.to}, nodes: ${FAST.nodes} },
  resolution: ${RESOLUTION},
  // biome-ignore format: numbers as text
  slices: [
${written(SLICES)}
  ],
}
`,
  )
  writeFileSync(
    join(root, 'src/data/n-eff-shares.ts'),
    `import type { NEffShares } from './n-eff-nodes.ts'

/** The effective number of neutrinos at more shares of electron neutrinos. Written by \`node scripts/tables/n-eff.mjs\`: do not edit. */
export const nEffShares: NEffShares = {
  title: 'Effective number of neutrinos with a light vector boson, more shares of electron neutrinos',
  citation: 'escudero-2020',
  where: 'computed with effectiveNeutrinos in src/cosmos/n-eff.ts',
  provenance: 'computed',
  note: 'At the nodes of nEffTable, to the same resolution.',
  // biome-ignore format: numbers as text
  slices: [
${written(SHARES)}
  ],
}
`,
  )
} else {
  parentPort.on('message', async (task) => parentPort.postMessage({ task, values: await row(task) }))
}
