import type { PublishedLimit } from '../../constraints/published.ts'

/** Proton beam dump CHARM, 1985: X → e⁺e⁻, read anew in 2019. */
export const charm_tsai: PublishedLimit = {
  id: 'charm-tsai',
  experiment: 'CHARM',
  label: 'CHARM',
  title: 'Proton beam dump CHARM, 1985: X → e⁺e⁻, read anew in 2019',
  group: 'beam dumps',
  kind: 'exclusion',
  confidence: 0.95,
  citations: ['charm-1985', 'tsai-2019', 'darkcast-2018'],
  where: 'tsai-2019 Fig. 3a, purple area CHARM; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'The η makes nearly all bosons; the small part of the η′ is left out. Thinned to 0.4 %. The confidence level is that ' +
    'conventionally quoted.',
  model: 'dark-photon',
  production: 'eta-photon',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 480, volume_m: 10 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.0012, 1.0684e-6, 0.00066908], [0.0013, 1.0123e-6, 0.0005942], [0.0015, 9.4041e-7, 0.00047321], [0.00175, 8.7589e-7, 0.00039643],
      [0.002, 8.25e-7, 0.00032286], [0.003, 6.8474e-7, 0.0002135], [0.004, 5.9821e-7, 0.0001545], [0.007, 4.5374e-7, 8.4256e-5],
      [0.009, 4.0084e-7, 6.389e-5], [0.01, 3.8165e-7, 5.6417e-5], [0.015, 3.1252e-7, 3.635e-5], [0.02, 2.7233e-7, 2.5658e-5],
      [0.03, 2.2622e-7, 1.6505e-5], [0.04, 2.0043e-7, 1.176e-5], [0.06, 1.7794e-7, 7.193e-6], [0.08, 1.7914e-7, 5.0237e-6],
      [0.1, 2.0536e-7, 3.6229e-6], [0.13, 2.7104e-7, 2.1362e-6], [0.15, 2.611e-7, 1.7378e-6], [0.2, 2.4873e-7, 1.1369e-6],
      [0.25, 2.6243e-7, 4.5401e-7],
    ],
  },
}
