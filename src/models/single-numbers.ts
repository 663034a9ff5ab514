import { preset } from './family.ts'

/** One number gauged alone. Anomalous as they stand; used for comparison, and as effective theories. */
export const singleNumbers = [
  preset({
    id: 'mu',
    title: 'Gauged Lμ',
    tex: String.raw`U(1)_{L_\mu}`,
    couplingTex: String.raw`g_\mu`,
    charges: 'Lmu',
    summary: 'muon number alone; anomalous without further fermions',
    citations: ['foldenauer-2021'],
  }),
  preset({
    id: 'b',
    title: 'Gauged B',
    tex: 'U(1)_B',
    couplingTex: 'g_B',
    charges: 'B',
    summary: 'baryon number alone; anomalous without further fermions',
    citations: ['bauer-2018'],
  }),
  preset({
    id: 'l',
    title: 'Gauged L',
    tex: 'U(1)_L',
    couplingTex: 'g_L',
    charges: 'L',
    summary: 'lepton number alone; anomalous without further fermions',
    citations: ['foldenauer-2021'],
  }),
] as const
