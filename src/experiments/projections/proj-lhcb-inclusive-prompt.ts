import type { PublishedLimit } from '../../constraints/published.ts'
import { longestAtLHCb } from '../limits/flight.ts'
import { LHCB_DIMUONS } from '../limits/production.ts'

/** LHCb: prompt X → μ⁺μ⁻ in pp, inclusive. */
export const proj_lhcb_inclusive_prompt: PublishedLimit = {
  id: 'proj-lhcb-inclusive-prompt',
  experiment: 'LHCb',
  label: 'LHCb',
  title: 'LHCb: prompt X → μ⁺μ⁻ in pp, inclusive',
  group: 'colliders',
  kind: 'projection',
  confidence: null,
  citations: ['ilten-2016', 'darkcast-2018'],
  where: 'Fig. 1, blue lines',
  provenance: 'via DarkCast',
  notes:
    'Shares are estimates, in three ranges of mass. The gaps are where the source has no limit, at the resonances. The ' +
    'longest proper time, (0.004 GeV/(m − 2m_μ) + 0.1) ps, is that of a study for LHCb (ilten-2016), as DarkCast computes ' +
    'it; its remarks print 0.04. Thinned to 0.4 %. The confidence level is not known here.',
  unverified: 'shares of the production mechanisms',
  model: 'dark-photon',
  production: LHCB_DIMUONS,
  finalState: ['mumu'],
  window: { kind: 'prompt', longest_s: longestAtLHCb },
  bound: {
    shape: 'upper-limit',
    gaps: [
      [0.74, 0.836],
      [0.996, 1.0447],
      [2.7965, 3.2246],
      [3.5468, 3.779],
      [8.6311, 10.783],
    ],
    // biome-ignore format: rows
    rows: [
      [0.212, 0.00013506], [0.228, 0.00012008], [0.26, 0.00012679], [0.292, 0.00013079], [0.34, 0.00013821], [0.356, 0.00014164],
      [0.372, 0.00014868], [0.388, 0.00015278], [0.404, 0.0001613], [0.42, 0.00016542], [0.436, 0.00017855], [0.468, 0.00020122],
      [0.484, 0.00022095], [0.5, 0.00023549], [0.516, 0.00026341], [0.532, 0.00027851], [0.564, 0.00032191], [0.58, 0.00034313],
      [0.596, 0.00035812], [0.612, 0.00038087], [0.628, 0.00037711], [0.644, 0.00039205], [0.676, 0.00036851], [0.692, 0.0003637],
      [0.724, 0.00034895], [0.74, 0.0003466], [0.836, 0.00027767], [0.868, 0.00028274], [0.884, 0.00029306], [0.9, 0.00029202],
      [0.916, 0.00028558], [0.932, 0.00029048], [0.948, 0.00027902], [0.964, 0.00027436], [0.98, 0.0002598], [0.996, 0.0002079],
      [1.0447, 0.00039346], [1.0614, 0.0004096], [1.0784, 0.0004634], [1.1496, 0.00046567], [1.2848, 0.00048876], [1.4357, 0.00054282],
      [1.6045, 0.00062638], [1.793, 0.00061596], [2.0037, 0.00059899], [2.2392, 0.00059553], [2.5024, 0.00052978], [2.7965, 0.00042188],
      [3.2246, 0.0006298], [3.3818, 0.00063409], [3.5468, 0.00059168], [3.779, 0.00076471], [3.9643, 0.0007841], [4.4313, 0.00079742],
      [4.952, 0.00084067], [5.534, 0.00083655], [6.1844, 0.0008935], [6.9112, 0.00088777], [7.7234, 0.00097566], [8.6311, 0.00081078],
      [10.783, 0.0010144], [24.912, 0.0015202], [40.106, 0.0020075], [50.087, 0.0023175], [62.551, 0.0028016], [79.367, 0.0064651],
    ],
  },
}
