import type { PublishedLimit } from '../../constraints/published.ts'

/** Proton target of PS191, 1986: π⁰ → γX, X → e⁺e⁻. */
export const ps191: PublishedLimit = {
  id: 'ps191',
  experiment: 'PS191',
  label: 'PS191',
  title: 'Proton target of PS191, 1986: π⁰ → γX, X → e⁺e⁻',
  group: 'beam dumps',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['ps191-1986', 'nucal-blumlein-2013', 'darkcast-2018'],
  where: 'nucal-blumlein-2013 Fig. 5, tip of the grey curve NOMAD & PS191',
  provenance: 'via DarkCast',
  notes: 'Every point of the source. The confidence level is that conventionally quoted.',
  model: 'dark-photon',
  production: 'pi0-photon',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 128, volume_m: 7 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.094366, 1.4894e-7, 2.5942e-6], [0.10088, 1.5813e-7, 2.3988e-6], [0.10467, 1.6788e-7, 2.2595e-6], [0.1096, 1.888e-7, 2.0845e-6],
      [0.11371, 2.0465e-7, 1.888e-6], [0.1169, 2.3068e-7, 1.7879e-6], [0.12017, 2.5469e-7, 1.6788e-6], [0.1224, 2.9855e-7, 1.5615e-6],
      [0.12468, 3.4278e-7, 1.4322e-6], [0.127, 3.8638e-7, 1.1722e-6], [0.12847, 4.4362e-7, 1e-6], [0.12966, 5.0005e-7, 9.3063e-7],
      [0.13085, 6.2232e-7, 8.5507e-7], [0.13207, 7.2532e-7, 7.5858e-7],
    ],
  },
}
