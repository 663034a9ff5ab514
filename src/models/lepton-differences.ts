import { preset } from './family.ts'

const citations = ['he-1991', 'foot-1991', 'bauer-2018', 'foldenauer-2021'] as const

/** L_i − L_j: anomaly-free with the fermions of the Standard Model alone, and a finite loop mixing with the photon. */
export const leptonDifferences = [
  preset({
    id: 'mu-tau',
    aliases: ['tau-mu'],
    title: 'Gauged Lμ − Lτ',
    tex: String.raw`U(1)_{L_\mu-L_\tau}`,
    couplingTex: String.raw`g_{\mu\tau}`,
    charges: 'Lmu-Ltau',
    summary: 'muon minus tau number; electrons and quarks only through the finite loop mixing',
    citations: [...citations, 'amaral-2020', 'gninenko-2020'],
  }),
  preset({
    id: 'e-mu',
    aliases: ['mu-e'],
    title: 'Gauged Le − Lμ',
    tex: String.raw`U(1)_{L_e-L_\mu}`,
    couplingTex: String.raw`g_{e\mu}`,
    charges: 'Le-Lmu',
    summary: 'electron minus muon number',
    citations,
  }),
  preset({
    id: 'e-tau',
    aliases: ['tau-e'],
    title: 'Gauged Le − Lτ',
    tex: String.raw`U(1)_{L_e-L_\tau}`,
    couplingTex: String.raw`g_{e\tau}`,
    charges: 'Le-Ltau',
    summary: 'electron minus tau number',
    citations,
  }),
] as const
