// Writes src/data/n-eff-table.ts and src/data/n-eff-shares.ts, N_eff over masses and widths of a boson, in half an hour on two cores:
// node scripts/tables/n-eff.mjs [workers]
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const bundle = join(root, 'out/tables/n-eff.mjs')

const rates = (nodes) => ({ centre: -0.3, spread: 2.4, from: Math.asinh(-6.2 / 2.4), to: Math.asinh(12.8 / 2.4), nodes })
const RATES = { light: rates(60), heavy: rates(36) }
const ELECTRON = 0.51099895e-3
const MASSES = {
  light: { from: 5e-4, to: 2 * ELECTRON, above: 0, nodes: 8 },
  heavy: { from: 2 * ELECTRON, to: 0.1, above: 0.75e-3, nodes: 21 },
}
const FAST = { from: 6, to: 22, nodes: 17 }
const RESOLUTION = 0.001
const split = (share, less) => ({ temperatures: 'split', share, less })
/** Slices of the table, and those that interpolate between its shares; each is told less another. */
const SLICES = [
  split(1 / 3, null),
  { temperatures: 'common', share: null, less: 1 / 3 },
  split(0, 1 / 3),
  split(1 / 2, 1 / 3),
  split(1, 1 / 2),
]
const SHARES = [
  split(0.15, 1 / 3),
  split(0.05, 0.15),
  split(0.02, 0.05),
  split(0.01, 0.02),
  split(3e-3, 0.01),
  split(7e-4, 3e-3),
  split(1.5e-4, 7e-4),
  split(2e-5, 1.5e-4),
  split(0.7, 1 / 2),
  split(0.9, 0.7),
  split(0.95, 0.9),
  split(0.98, 0.95),
  split(0.992, 0.98),
  split(0.997, 0.992),
  split(0.999, 0.997),
  split(0.9997, 0.999),
  split(0.9999, 0.9997),
  split(0.99997, 0.9999),
  split(0.99999, 0.99997),
]
/** A share gives what the first of these others does where all of them do, but where few neutrinos begin to matter: computed in this order. */
const BETWEEN = [
  [0, []],
  [1 / 3, []],
  [1, []],
  [0.01, [1 / 3, 0, 1]],
  [0.05, [1 / 3, 0, 1]],
  [0.98, [1 / 3, 0, 1]],
  [0.9, [1 / 3, 0, 1]],
  [0.7, [1 / 3, 0.9, 0.98]],
  [1 / 2, [1 / 3, 0.7, 0.9]],
  [0.15, [1 / 3, 0.05]],
  [0.02, [0.01, 0.05]],
  [0.95, [0.9, 0.98]],
  [7e-4, [0, 0.01]],
  [3e-3, [7e-4, 0.01]],
  [1.5e-4, [0, 7e-4]],
  [2e-5, [0, 1.5e-4]],
  [0.999, [1, 0.98]],
  [0.992, [0.98, 0.999]],
  [0.997, [0.999, 0.992]],
  [0.9997, [1, 0.999]],
  [0.9999, [1, 0.9997]],
  [0.99999, [1, 0.9999]],
  [0.99997, [0.9999, 0.99999]],
]
const SAME = 1e-3
/** Shares of few, and widths into them over the expansion at T = m, where more of them can do less. */
const [FEW, MATTER] = [0.03, [1e-2, 1e2]]
const BLOCKS = {
  heavy: { masses: MASSES.heavy, rows: RATES.heavy.nodes, columns: RATES.heavy.nodes },
  light: { masses: MASSES.light, rows: 1, columns: RATES.light.nodes },
  fast: { masses: MASSES.heavy, rows: 1, columns: FAST.nodes },
  fastElectrons: { masses: MASSES.heavy, rows: 1, columns: FAST.nodes },
}

/** Whether the fewer neutrinos among those of a boson are few and begin to matter. */
function begins({ electronNeutrinos, otherNeutrinos }, expansion) {
  const few = Math.min(electronNeutrinos, otherNeutrinos)
  return few < FEW * (electronNeutrinos + otherNeutrinos) && few > MATTER[0] * expansion && few < MATTER[1] * expansion
}

/** N_eff at one node, by the share of electron neutrinos; null for a common temperature. */
function atNode({ effectiveNeutrinos, thermalExpansionRate }, bosonWith) {
  const found = new Map()
  for (const [share, others] of BETWEEN) {
    const first = found.get(others[0])
    const boson = bosonWith(share)
    const isSame = others.length > 0 && others.every((other) => Math.abs(found.get(other) - first) < SAME)
    const isKnown = isSame && !begins(boson, thermalExpansionRate(boson.mass))
    found.set(share, isKnown ? first : effectiveNeutrinos(boson, 'split'))
  }
  found.set(null, effectiveNeutrinos(bosonWith(null), 'common'))
  return found
}

/** The same for one row of a block: at one mass, and in that of heavy bosons at one width into neutrinos. */
async function row({ block, mass, row }) {
  const cosmos = await import(pathToFileURL(workerData).href)
  const { bosonAtNode, fastBosonAtNode } = cosmos
  const fast = (part) => (column) => (share) => fastBosonAtNode({ masses: MASSES, fast: FAST }, part, share, mass, column)
  const bosons = {
    heavy: (column) => (share) => bosonAtNode(RATES.heavy, MASSES.heavy, share, mass, row, column),
    light: (column) => (share) => bosonAtNode(RATES.light, MASSES.light, share, mass, column, undefined),
    fast: fast('fast'),
    fastElectrons: fast('fastElectrons'),
  }
  return Array.from({ length: BLOCKS[block].columns }, (_, column) => atNode(cosmos, bosons[block](column)))
}

if (isMainThread) {
  mkdirSync(dirname(bundle), { recursive: true })
  const contents = ['expansion', 'n-eff', 'n-eff-table', 'grid-text'].map((file) => `export * from './src/cosmos/${file}.ts'`).join('\n')
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
    const base = block === 'fastElectrons' ? valuesOf(slice.share, 'fast') : slice.less === null ? undefined : valuesOf(slice.less, block)
    return encodeGrid(valuesOf(slice.share, block), RESOLUTION, BLOCKS[block].columns, base).replaceAll('\\', '\\\\')
  }
  const axis = ({ from, to, above, nodes }) => `{ from: ${from}, to: ${to}, above: ${above}, nodes: ${nodes} }`
  const rateAxis = ({ centre, spread, from, to, nodes }) =>
    `{ centre: ${centre}, spread: ${spread}, from: ${from}, to: ${to}, nodes: ${nodes} }`
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
      fastElectrons: '${text(slice, 'fastElectrons')}',
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
  note: 'Interpolate with nEffInterpolator in src/cosmos/n-eff-table.ts, within 0.005 of the equations wherever N_eff is below 6.',
  masses: {
    light: ${axis(MASSES.light)},
    heavy: ${axis(MASSES.heavy)},
  },
  rates: {
    light: ${rateAxis(RATES.light)},
    heavy: ${rateAxis(RATES.heavy)},
  },
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
