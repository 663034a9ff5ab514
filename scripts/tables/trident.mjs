// Writes src/data/trident-coefficients.ts: what a boson changes in neutrino tridents, against its mass: node scripts/tables/trident.mjs
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const POINTS = 65
const [LIGHTEST, HEAVIEST] = [1e-6, 100]
const DIGITS = 7

const { outputFiles } = await build({
  stdin: {
    contents:
      "export { tridentCoefficients, tridentCrossSection } from './src/processes/trident.ts'\nexport { TRIDENT_BEAMS } from './src/data/trident-beams.ts'",
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
})
const source = Buffer.from(outputFiles[0].contents).toString('base64')
const { tridentCoefficients, tridentCrossSection, TRIDENT_BEAMS } = await import(`data:text/javascript;base64,${source}`)

const beams = Object.entries(TRIDENT_BEAMS)
/** Seven digits, with an exponent where zeros would be many. */
const rounded = (value) => {
  const number = Number(value.toPrecision(DIGITS))
  return number >= 1e-3 && number < 1e7 ? String(number) : number.toExponential().replace('+', '')
}
const tables = beams.map(([name, beam], number) => {
  const rows = Array.from({ length: POINTS }, (_, i) => {
    process.stderr.write(`\rtridents: ${number * POINTS + i + 1} of ${beams.length * POINTS}, ${name}   `)
    const mass = Number((LIGHTEST * (HEAVIEST / LIGHTEST) ** (i / (POINTS - 1))).toPrecision(DIGITS))
    const { vector, axial } = tridentCoefficients(beam, mass)
    const row = [mass, vector.interference, vector.square, -axial.interference, axial.square]
    return `      [${row.map(rounded).join(', ')}],`
  })
  return `  '${name}': {\n    crossSection: ${rounded(tridentCrossSection(beam))},\n    rows: [\n${rows.join('\n')}\n    ],\n  },`
})
process.stderr.write('\n')

writeFileSync(
  join(root, 'src/data/trident-coefficients.ts'),
  `import type { TridentBeamName } from './trident-beams.ts'

/** What \`node scripts/tables/trident.mjs\` computed of one beam. */
export interface TridentTable {
  /** The Standard Model's cross section per nucleus, averaged over the spectrum [GeV⁻²]. */
  readonly crossSection: number
  /** Mass [GeV], then the coefficients of the product of couplings and of its square: vector, vector; axial with its sign turned, axial. */
  readonly rows: readonly (readonly [mass: number, vector: number, vectorSquare: number, axial: number, axialSquare: number])[]
}

/** Computed by \`tridentCoefficients\` and \`tridentCrossSection\`, the beams of \`TRIDENT_BEAMS\`; equal steps in the logarithm of the mass. */
export const TRIDENT_TABLES: Readonly<Record<TridentBeamName, TridentTable>> = {
${tables.join('\n')}
}
`,
)
