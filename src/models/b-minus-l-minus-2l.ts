import { type ModelFamily, preset } from './family.ts'

const SYMBOL = { e: 'e', mu: 'μ', tau: 'τ' } as const
const TEX = { e: 'e', mu: String.raw`\mu`, tau: String.raw`\tau` } as const
const PAIRS = [
  ['e', 'mu'],
  ['e', 'tau'],
  ['mu', 'e'],
  ['mu', 'tau'],
  ['tau', 'e'],
  ['tau', 'mu'],
] as const

/** B − L_i − 2L_j: the six ways to share the lepton charge −3 as −1, −2, 0; need right-handed neutrinos of charges −1 and −2. */
export const bMinusLMinus2L: readonly ModelFamily[] = PAIRS.map(([one, two]) =>
  preset({
    id: `b-${one}-2${two}`,
    title: `Gauged B − L${SYMBOL[one]} − 2L${SYMBOL[two]}`,
    tex: `U(1)_{B-L_${TEX[one]}-2L_${TEX[two]}}`,
    couplingTex: `g_{B-L_${TEX[one]}-2L_${TEX[two]}}`,
    charges: `B-L${one}-2L${two}`,
    summary: `baryon minus ${one} minus twice ${two} number`,
    citations: ['foldenauer-2021'],
  }),
)
