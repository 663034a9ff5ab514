import { preset } from './family.ts'

/** Charged under nothing: it meets matter only through its mixing ε with the photon, and its coupling is ε itself. */
export const darkPhoton = preset({
  id: 'dark-photon',
  title: 'Dark photon (secluded)',
  tex: 'U(1)_X',
  couplingTex: String.raw`\varepsilon`,
  charges: '0',
  treeMixing: { epsilonOverG: 1 },
  summary: 'no charges of its own; couples to the electric charge through kinetic mixing; the coupling is ε',
  citations: ['holdom-1986', 'bauer-2018', 'foldenauer-2021'],
})
