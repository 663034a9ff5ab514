import type { PublishedLimit } from '../../constraints/published.ts'

/** FASER at the LHC, 27 fb⁻¹, 2023: X → e⁺e⁻. */
export const faser_2023: PublishedLimit = {
  id: 'faser-2023',
  experiment: 'FASER',
  label: 'FASER',
  title: 'FASER at the LHC, 27 fb⁻¹, 2023: X → e⁺e⁻',
  group: 'colliders',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['faser-2023', 'darkcast-2018'],
  where: 'Fig. 2 of the conference report, blue line of the observed limit',
  provenance: 'via DarkCast',
  notes:
    'The whole curve lies below the pion mass. The lengths are those of FASER in its first run; DarkCast has 480 m and 5 m. ' +
    'Thinned to 0.2 %. The confidence level is that conventionally quoted.',
  unverified: 'lengths of shield and volume, from memory',
  model: 'dark-photon',
  production: 'pi0-photon',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 476, volume_m: 1.5 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.0099715, 9.1554e-6, 0.00019061], [0.014292, 7.0455e-6, 0.00018491], [0.020425, 6.3336e-6, 0.00014127],
      [0.022127, 6.1843e-6, 0.00013042], [0.032819, 5.4982e-6, 5.9996e-5], [0.043175, 5.0663e-6, 3.9094e-5],
      [0.053798, 4.7445e-6, 2.618e-5], [0.054728, 4.8281e-6, 2.5477e-5], [0.068781, 6.0936e-6, 1.6603e-5],
      [0.079116, 7.0274e-6, 1.0902e-5], [0.080025, 7.1097e-6, 7.8687e-6],
    ],
  },
}
