import type { PublishedLimit } from '../../constraints/published.ts'

/** Proton beam dump ν-Cal I, 1991: X → e⁺e⁻, read anew in 2019. */
export const nucal_tsai: PublishedLimit = {
  id: 'nucal-tsai',
  experiment: 'ν-Cal',
  label: String.raw`$\nu$-Cal`,
  title: 'Proton beam dump ν-Cal I, 1991: X → e⁺e⁻, read anew in 2019',
  group: 'beam dumps',
  kind: 'exclusion',
  confidence: 0.95,
  citations: ['nucal-1991', 'tsai-2019', 'darkcast-2018'],
  where: 'tsai-2019 Fig. 3a, blue area ν-Cal; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'Above the pion mass π⁰ → γX stands for proton bremsstrahlung, whose coupling is the same combination 2c_u + c_d with ' +
    'the poles of ρ and ω. Thinned to 0.5 %. The confidence level is that conventionally quoted.',
  unverified: 'production above the pion mass',
  model: 'dark-photon',
  production: 'pi0-photon',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 64, volume_m: 23 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.00103, 1.6835e-6, 0.0027358], [0.00104, 1.5279e-6, 0.0021837], [0.00105, 1.4469e-6, 0.0019341], [0.001075, 1.338e-6, 0.0016378],
      [0.0011, 1.2761e-6, 0.0014435], [0.00115, 1.2018e-6, 0.0012546], [0.0012, 1.156e-6, 0.0011447], [0.0013, 1.0979e-6, 0.00097678],
      [0.0014, 1.0561e-6, 0.00086386], [0.0017, 9.7105e-7, 0.00067727], [0.002, 9.0499e-7, 0.00056268], [0.003, 7.5119e-7, 0.00035802],
      [0.004, 6.5351e-7, 0.0002613], [0.005, 5.852e-7, 0.0002073], [0.01, 4.1679e-7, 9.826e-5], [0.02, 2.9739e-7, 4.6066e-5],
      [0.03, 2.4632e-7, 2.9612e-5], [0.04, 2.1807e-7, 2.1618e-5], [0.06, 1.8919e-7, 1.3671e-5], [0.08, 1.8369e-7, 9.876e-6],
      [0.1, 2.0466e-7, 7.531e-6], [0.13, 2.8553e-7, 5.3464e-6], [0.2, 2.3864e-7, 3.2249e-6], [0.225, 2.2852e-7, 2.1215e-6],
      [0.25, 2.2376e-7, 1.665e-6], [0.275, 2.2135e-7, 1.4036e-6], [0.3, 2.1966e-7, 1.2262e-6], [0.325, 2.2014e-7, 1.0894e-6],
      [0.35, 2.2087e-7, 9.7411e-7], [0.375, 2.2434e-7, 8.3501e-7], [0.41, 2.2869e-7, 7.3263e-7], [0.415, 2.305e-7, 7.1374e-7],
      [0.42, 2.2925e-7, 7.0721e-7], [0.46, 2.2982e-7, 6.1553e-7], [0.47, 2.2896e-7, 5.8661e-7], [0.48, 2.3016e-7, 5.6013e-7],
      [0.49, 2.2471e-7, 5.4815e-7], [0.5, 2.2456e-7, 5.2793e-7], [0.55, 2.0669e-7, 4.4483e-7], [0.6, 1.9232e-7, 3.5587e-7],
      [0.75, 8.0434e-8, 1.7776e-7], [0.76, 5.273e-8, 2.159e-7], [0.765, 3.9629e-8, 2.3683e-7], [0.767, 3.3817e-8, 2.483e-7],
      [0.77, 3.1076e-8, 2.4858e-7], [0.772, 3.2594e-8, 2.3619e-7], [0.79, 8.9007e-8, 1.4395e-7], [0.8, 1.2471e-7, 1.2994e-7],
    ],
  },
}
