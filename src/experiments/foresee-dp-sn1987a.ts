import { photonLikeOnly } from '../constraints/index.ts'

/** Energy that dark photons would have carried out of SN 1987A. */
export const foreseeDpSn1987a = photonLikeOnly({
  id: 'foresee-dp-sn1987a',
  experiment: 'SN 1987A',
  label: 'SN 1987A',
  title: 'SN 1987A, energy loss to dark photons',
  group: 'astrophysics',
  kind: 'exclusion',
  confidence: null,
  citations: ['chang-2016', 'foresee-2021'],
  where: 'contour of the dark-photon exclusion',
  provenance: 'via FORESEE',
  notes:
    'An energy-loss argument, without a confidence level of its own. Where the boson couples to neutrinos they transport energy as well, and where its ' +
    'couplings differ from the photon’s production and trapping change: silent for all such bosons. Thinned to 0.5 %.',
  model: 'dark-photon',
  production: 'proton-bremsstrahlung',
  finalState: 'everything',
  window: 'any',
  bound: {
    shape: 'contour',
    // biome-ignore format: rows
    rows: [
      [0.001, 1.0685e-07], [0.0010373, 1.0685e-07], [0.0011598, 1.1827e-07], [0.010815, 1.1827e-07], [0.01232, 1.1242e-07],
      [0.030092, 1.1242e-07], [0.039047, 1.0156e-07], [0.048815, 8.2897e-08], [0.053574, 7.1185e-08], [0.08373, 4.7423e-08],
      [0.091894, 4.0723e-08], [0.10275, 3.679e-08], [0.11276, 3.1593e-08], [0.12608, 2.8542e-08], [0.13837, 2.451e-08],
      [0.17299, 2.0005e-08], [0.18986, 1.7178e-08], [0.20452, 1.4021e-08], [0.22446, 1.204e-08], [0.26049, 8.0211e-09],
      [0.26538, 5.6219e-09], [0.26049, 3.9403e-09], [0.20837, 1.4273e-09], [0.15472, 6.3347e-10], [0.14097, 5.4397e-10],
      [0.13086, 4.4399e-10], [0.0902, 2.4142e-10], [0.080672, 2.1811e-10], [0.073506, 1.8729e-10], [0.052586, 1.3811e-10],
      [0.046164, 1.3127e-10], [0.041288, 1.186e-10], [0.018899, 8.7453e-11], [0.016286, 8.7453e-11], [0.014297, 8.3124e-11],
      [0.01232, 8.3124e-11], [0.010815, 7.9009e-11], [0.0059629, 7.9009e-11], [0.0052347, 7.5097e-11], [0.0033494, 7.5097e-11],
      [0.0029403, 7.138e-11], [0.0012037, 7.138e-11], [0.0010567, 7.5097e-11], [0.001, 7.5097e-11],
    ],
  },
})
