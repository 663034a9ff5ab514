import { beamDump } from '../../constraints/beam-dump.ts'

/** SeaQuest, phase I: 1.44 × 10¹⁸ protons of 120 GeV on 5 m of iron, and 1 m to decay in. */
export const seaquest = beamDump({
  id: 'seaquest',
  experiment: 'SeaQuest',
  label: 'SeaQuest',
  title: 'SeaQuest phase I, proton bremsstrahlung and decays of π⁰ and η',
  kind: 'projection',
  confidence: null,
  citations: ['coy-2021', 'berlin-2018', 'nucal-blumlein-2013', 'deniverville-2017', 'faessler-2010', 'foresee-2021'],
  where:
    'lengths and beam: table 1 of coy-2021; half the beam’s momentum: its section 3.3; anchor: the line of berlin-2018 in foresee-2021 at 100 MeV',
  notes:
    'Mesons per collision and the vector mesons of the form factor are chosen to give the shape of that line: within 11 % of its lower edge from 10 MeV to 0.22 GeV, 17 % ' +
    'to 0.7 GeV, and within 7 % of its upper edge from 15 MeV to 0.7 GeV. Bremsstrahlung alone, without vector mesons, lies 1.5 times above the lower edge below ' +
    '80 MeV. The confidence level of the line is not known here.',
  unverified:
    'ranges, cross section and form factor of proton bremsstrahlung; mesons per collision; which publication the anchor comes from',
  shield_m: 5,
  volume_m: 1,
  beam: { particle: 'proton', energy_GeV: 120, formFactor: 'vmd', mesons: { pi0: 2, eta: 0.3 } },
  momentum_GeV: 60,
  finalState: ['ee', 'mumu'],
  reach: { anchor: { mass_GeV: 0.1, epsilon: 3.55e-7 } },
  asPrinted: { finalState: ['ee', 'mumu', 'tautau', 'hadrons'] },
})
