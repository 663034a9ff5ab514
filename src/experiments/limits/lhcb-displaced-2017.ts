import type { PublishedLimit } from '../../constraints/published.ts'
import { LHCB_DIMUONS } from './production.ts'

/** LHCb, 2017: displaced X → μ⁺μ⁻ in pp. */
export const lhcb_displaced_2017: PublishedLimit = {
  id: 'lhcb-displaced-2017',
  experiment: 'LHCb',
  label: 'LHCb (displaced)',
  title: 'LHCb, 2017: displaced X → μ⁺μ⁻ in pp',
  group: 'colliders',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['lhcb-2017', 'ilten-2016', 'darkcast-2018'],
  where: 'numbers published with the paper',
  provenance: 'via DarkCast',
  notes:
    'Islands of the coupling at each of 99 masses scanned where the limit on the yield is below the yield expected, ln r ' +
    'straight in ln ε; the grid of r itself is not kept. The lifetimes that count are those inside an island, hence no ' +
    'window. Shares are estimates, in three ranges of mass. The confidence level is that conventionally quoted.',
  unverified: 'shares of the production mechanisms',
  model: 'dark-photon',
  production: LHCB_DIMUONS,
  finalState: ['mumu'],
  window: 'any',
  bound: {
    shape: 'islands',
    // biome-ignore format: rows
    rows: [
      [0.2227, 2.473e-5, 3.3698e-5, 0.9722], [0.2235, 2.1789e-5, 3.7984e-5, 0.8941], [0.2266, 2.202e-5, 2.2912e-5, 0.9661],
      [0.2266, 2.3435e-5, 3.2741e-5, 0.9376], [0.2274, 1.9108e-5, 1.9408e-5, 0.9838], [0.2274, 2.0239e-5, 3.587e-5, 0.8539],
      [0.2283, 2.0626e-5, 2.1838e-5, 0.9465], [0.2283, 2.1861e-5, 3.2811e-5, 0.8927], [0.2514, 4.0203e-5, 4.0689e-5, 0.9936],
      [0.2514, 4.0912e-5, 4.3929e-5, 0.981], [0.2514, 4.4675e-5, 4.4799e-5, 0.9973], [0.2977, 2.2902e-5, 2.2979e-5, 0.9962],
      [0.2977, 2.3234e-5, 4.1374e-5, 0.8138], [0.2996, 2.2427e-5, 2.2536e-5, 0.9942], [0.2996, 2.2771e-5, 3.6792e-5, 0.8572],
      [0.3014, 2.1576e-5, 3.9421e-5, 0.7991], [0.3033, 2.018e-5, 4.6417e-5, 0.6874], [0.3052, 2.0158e-5, 4.5201e-5, 0.6749],
      [0.3071, 2.1585e-5, 4.4713e-5, 0.7024], [0.3091, 2.1101e-5, 4.1523e-5, 0.7298], [0.311, 2.2514e-5, 3.4902e-5, 0.8667],
    ],
  },
}
