import { preset } from './family.ts'

/** Baryon minus lepton number: the one universal anomaly-free choice, and the only one that allows Dirac neutrinos. */
export const bMinusL = preset({
  id: 'b-l',
  title: 'Gauged B − L',
  tex: 'U(1)_{B-L}',
  couplingTex: 'g_{B-L}',
  charges: 'B-L',
  summary: 'baryon minus lepton number; needs three right-handed neutrinos',
  citations: ['bauer-2018', 'foldenauer-2021'],
})
