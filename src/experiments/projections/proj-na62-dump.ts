import type { PublishedLimit } from '../../constraints/published.ts'
import { PROTON_DUMP } from '../limits/production.ts'

/** NA62 in beam-dump mode, 10¹⁸ protons: X → e⁺e⁻, μ⁺μ⁻. */
export const proj_na62_dump: PublishedLimit = {
  id: 'proj-na62-dump',
  experiment: 'NA62',
  label: 'NA62 (dump)',
  title: 'NA62 in beam-dump mode, 10¹⁸ protons: X → e⁺e⁻, μ⁺μ⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['tsai-2019', 'darkcast-2018'],
  where: 'Fig. 3a, red curve NA62; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'Above the η mass proton bremsstrahlung takes over; DarkCast goes on with the η. Below 5 MeV the edges take bosons of 11 ' +
    'to 15 GeV from a beam of 400 GeV. Thinned to 0.6 %. The confidence level is not known here.',
  unverified: 'shares of the production mechanisms above the η; edges below 5 MeV',
  model: 'dark-photon',
  production: PROTON_DUMP,
  finalState: ['ee', 'mumu'],
  window: { kind: 'displaced', shield_m: 142, volume_m: 75 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.003, 2.6504e-6, 9.3777e-5], [0.0035, 1.7204e-6, 9.3671e-5], [0.004, 1.2269e-6, 9.0985e-5], [0.005, 8.5361e-7, 8.599e-5],
      [0.007, 5.305e-7, 8.0547e-5], [0.01, 3.5977e-7, 7.8251e-5], [0.015, 2.4773e-7, 7.1792e-5], [0.02, 1.9803e-7, 7.025e-5],
      [0.03, 1.4949e-7, 5.688e-5], [0.04, 1.2755e-7, 4.2132e-5], [0.05, 1.1706e-7, 3.3753e-5], [0.06, 1.1282e-7, 2.8805e-5],
      [0.07, 1.1233e-7, 2.4459e-5], [0.08, 1.1613e-7, 2.1515e-5], [0.09, 1.2409e-7, 1.8979e-5], [0.1, 1.3753e-7, 1.6531e-5],
      [0.11, 1.578e-7, 1.4888e-5], [0.12, 1.8207e-7, 1.3327e-5], [0.13, 1.9575e-7, 1.2047e-5], [0.134, 1.9526e-7, 1.1616e-5],
      [0.2, 1.8584e-7, 7.5636e-6], [0.25, 1.5724e-7, 3.9968e-6], [0.3, 1.6865e-7, 3.1033e-6], [0.35, 1.8625e-7, 2.5383e-6],
      [0.4, 2.097e-7, 2.0041e-6], [0.45, 2.2228e-7, 1.6918e-6], [0.5, 2.1966e-7, 1.4727e-6], [0.541, 2.1146e-7, 1.281e-6],
      [0.55, 2.0932e-7, 1.2479e-6], [0.6, 1.9849e-7, 1.0209e-6], [0.65, 1.8073e-7, 7.7697e-7], [0.7, 1.5041e-7, 5.6768e-7],
      [0.75, 8.4922e-8, 4.9678e-7], [0.76, 6.2215e-8, 5.3568e-7], [0.765, 4.741e-8, 5.7095e-7], [0.767, 4.1881e-8, 5.8768e-7],
      [0.77, 3.802e-8, 5.8656e-7], [0.772, 4.0749e-8, 5.5469e-7], [0.775, 4.8751e-8, 4.8998e-7], [0.78, 6.5506e-8, 3.4114e-7],
      [0.79, 9.0322e-8, 4.3142e-7], [0.8, 1.0498e-7, 4.6673e-7], [0.85, 1.601e-7, 5.2834e-7], [0.9, 2.0231e-7, 5.4342e-7],
      [0.95, 2.4689e-7, 5.1086e-7],
    ],
  },
}
