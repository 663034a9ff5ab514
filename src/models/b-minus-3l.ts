import { type ModelFamily, preset } from './family.ts'

const FLAVOURS = [
  { name: 'e', symbol: 'e', tex: 'e', particle: 'electron' },
  { name: 'mu', symbol: 'μ', tex: String.raw`\mu`, particle: 'muon' },
  { name: 'tau', symbol: 'τ', tex: String.raw`\tau`, particle: 'tau' },
] as const

/** B − 3L_i: one lepton family balances all quarks; needs one right-handed neutrino of charge −3. */
export const bMinus3L: readonly ModelFamily[] = FLAVOURS.map(({ name, symbol, tex, particle }) =>
  preset({
    id: `b-3${name}`,
    title: `Gauged B − 3L${symbol}`,
    tex: `U(1)_{B-3L_${tex}}`,
    couplingTex: `g_{B-3L_${tex}}`,
    charges: `B-3L${name}`,
    summary: `baryon minus three times ${particle} number`,
    citations: ['bauer-2018', 'foldenauer-2021'],
  }),
)
