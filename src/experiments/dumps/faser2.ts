import { beamDump } from '../../constraints/beam-dump.ts'

/** FASER 2 at the high-luminosity LHC, 3 ab⁻¹: 480 m downstream, 15 m to decay in. */
export const faser2 = beamDump({
  id: 'faser2',
  experiment: 'FASER',
  label: 'FASER 2',
  title: 'FASER 2 (3 ab⁻¹), proton bremsstrahlung and decays of π⁰ and η',
  kind: 'projection',
  confidence: null,
  citations: ['coy-2021', 'faser-2018', 'nucal-blumlein-2013', 'deniverville-2017', 'faessler-2010'],
  where: 'lengths and beam: table 1 of coy-2021; half the beam’s momentum: its section 3.3; anchor: the curve of faser-2018 at 100 MeV',
  notes:
    'coy-2021 takes a volume of 5 × 3 m; one of 5 m changes the upper edge by 1 %, for the reach is calibrated. Mesons per collision and the vector mesons of the form factor ' +
    'are chosen to give the shape of the curve: within 15 % of its lower edge from 10 MeV to 0.65 GeV, and within 12 % of its upper edge but for the threshold of muons, where ' +
    'the curve is 20 % lower. The confidence level of the curve is not known here.',
  unverified: 'ranges, cross section and form factor of proton bremsstrahlung; mesons per collision, in the acceptance',
  shield_m: 480,
  volume_m: 15,
  beam: { particle: 'proton', energy_GeV: 7000, isCollider: true, formFactor: 'vmd', mesons: { pi0: 2, eta: 0.3 } },
  momentum_GeV: 3500,
  finalState: ['ee', 'mumu', 'tautau', 'hadrons'],
  reach: { anchor: { mass_GeV: 0.1, epsilon: 3.4114e-7 } },
})
