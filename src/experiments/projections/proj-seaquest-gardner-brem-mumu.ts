import type { PublishedLimit } from '../../constraints/published.ts'

/** SeaQuest: proton bremsstrahlung, X → μ⁺μ⁻. */
export const proj_seaquest_gardner_brem_mumu: PublishedLimit = {
  id: 'proj-seaquest-gardner-brem-mumu',
  experiment: 'SeaQuest',
  label: 'SeaQuest ($p$ brems.)',
  title: 'SeaQuest: proton bremsstrahlung, X → μ⁺μ⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['gardner-2015', 'darkcast-2018'],
  where: 'Fig. 2, red hatched areas',
  provenance: 'via DarkCast',
  notes:
    'DarkCast has 25 m of shield and 5 m of volume, with which the edges would take bosons of up to 560 GeV from a beam of ' +
    '120 GeV. The iron is 5 m long; with as long a volume behind it, the four curves take 20 to 128 GeV, with 20 m up to 160 ' +
    'GeV. The closing line of the drawn area at 220 MeV is left out. Thinned to 0.6 %. The confidence level is not known here.',
  unverified: 'lengths of shield and decay volume',
  model: 'dark-photon',
  production: 'proton-bremsstrahlung',
  finalState: ['mumu'],
  window: { kind: 'displaced', shield_m: 5, volume_m: 5 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.22074, 1.9127e-6, 1.36e-5], [0.225, 1.81e-6, 1.31e-5], [0.23, 1.73e-6, 1.25e-5],
      [0.245, 1.6e-6, 1.11e-5], [0.25, 1.57e-6, 1.07e-5], [0.255, 1.54e-6, 1.04e-5], [0.27, 1.48e-6, 9.4099e-6],
      [0.33, 1.35e-6, 6.7499e-6], [0.38, 1.31e-6, 5.3e-6], [0.395, 1.3e-6, 5.02e-6], [0.4, 1.29e-6, 4.9099e-6], [0.41, 1.29e-6, 4.6699e-6],
      [0.42, 1.29e-6, 4.5099e-6], [0.43, 1.29e-6, 4.26e-6], [0.435, 1.3e-6, 4.14e-6], [0.44, 1.29e-6, 4.11e-6], [0.45, 1.3e-6, 3.89e-6],
      [0.455, 1.3e-6, 3.84e-6], [0.46, 1.29e-6, 3.7899e-6], [0.47, 1.31e-6, 3.57e-6], [0.47828, 1.3165e-6, 3.4e-6],
      [0.5, 1.34e-6, 3.05e-6], [0.505, 1.36e-6, 2.9499e-6], [0.51, 1.37e-6, 2.86e-6], [0.52, 1.38e-6, 2.76e-6], [0.525, 1.4e-6, 2.63e-6],
      [0.53, 1.44e-6, 2.49e-6], [0.54437, 1.545e-6, 2.2e-6], [0.55103, 1.6e-6, 2.0357e-6], [0.55252, 1.6579e-6, 2e-6],
      [0.555, 1.75e-6, 1.8641e-6], [0.55611, 1.5655e-6, 1.8e-6],
    ],
  },
}
