// Writes docs/schemas/*.schema.json and docs/assumptions.md from the built library: node scripts/schemas.mjs [dist] [docs]
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [dist = join(root, 'dist'), docs = join(root, 'docs')] = process.argv.slice(2).map((path) => resolve(path))
const load = (path) => import(pathToFileURL(join(dist, path)).href)
const { outputJsonSchemas } = await load('config/outputs.js')
const { inputJsonSchemas } = await load('config/inputs.js')
const { ASSUMPTION_KEYS, ASSUMPTION_PRESETS } = await load('assumptions.js')

const code = (text) => `\`${text}\``
const row = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

/** The forms with a parameter, such as `log:<Λ>`, are words already. */
const values = ({ values, forms }) => [...values.map(code), ...(forms === undefined ? [] : [forms])].join(', ')

function assumptionsPage() {
  const keys = Object.entries(ASSUMPTION_KEYS).map(([key, rule]) => row([code(key), values(rule), rule.about]))
  const presets = Object.entries(ASSUMPTION_PRESETS).map(([name, settings]) => {
    const changed = Object.entries(settings).map(([key, value]) => code(`${key}=${value}`))
    return row([code(name), changed.join(', ') || 'the first value of every key'])
  })
  return `# Assumptions

Everything a result depends on that is a choice rather than a model parameter. Every result carries the assumptions it was computed under.

Written by \`scripts/schemas.mjs\` from \`ASSUMPTION_KEYS\` in \`src/assumptions.ts\`.

## Keys

\`--set key=value\` changes one; it may be repeated, and acts after \`--assume\`. The first value is the default.

| key | values | meaning |
|---|---|---|
${keys.join('\n')}

## Presets

\`--assume <preset>\` starts from one; what it does not name stays at the default.

| preset | means |
|---|---|
${presets.join('\n')}

## In a file

\`--assume my.yaml\` reads a file: a \`preset\` to start from, if any, and keys.

\`\`\`yaml
preset: amaral-2020
oscillation: nufit-6.0
statistic.threshold: 2.71
\`\`\`

A constraint may have assumptions of its own, behind \`@\`: \`--constraint g-2-muon,g-2-muon@gMinus2=fnal-2021\` shows both comparisons.
`
}

/** JSON as the formatter of this repository has it: an array on one line where all of it fits. */
function formatted(path, text) {
  const biome = join(root, 'node_modules', '.bin', 'biome')
  const { status, stdout } = spawnSync(biome, ['format', `--stdin-file-path=${path}`], { cwd: root, input: text, encoding: 'utf8' })
  if (status !== 0) throw new Error(`biome could not format ${path}`)
  return stdout
}

mkdirSync(join(docs, 'schemas'), { recursive: true })
for (const [name, schema] of Object.entries({ ...outputJsonSchemas(), ...inputJsonSchemas() })) {
  const file = `schemas/${name}.schema.json`
  writeFileSync(join(docs, file), formatted(join('docs', file), JSON.stringify(schema)))
}
writeFileSync(join(docs, 'assumptions.md'), assumptionsPage())
