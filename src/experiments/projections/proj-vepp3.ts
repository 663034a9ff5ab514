import type { PublishedLimit } from '../../constraints/published.ts'

/** VEPP-3: positrons on hydrogen, e⁺e⁻ → γX by missing mass. */
export const proj_vepp3: PublishedLimit = {
  id: 'proj-vepp3',
  experiment: 'VEPP-3',
  label: 'VEPP-3',
  title: 'VEPP-3: positrons on hydrogen, e⁺e⁻ → γX by missing mass',
  group: 'fixed target',
  kind: 'projection',
  confidence: null,
  citations: ['vepp3-2012', 'darkcast-2018'],
  where: 'Fig. 9, magenta line',
  provenance: 'via DarkCast',
  notes:
    'Missing mass is seen whatever X decays to; DarkCast has e⁺e⁻, the only decay of a dark photon at these masses. Thinned ' +
    'to 0.5 %. The confidence level is not known here.',
  model: 'dark-photon',
  production: 'electron-positron',
  finalState: 'everything',
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.0049586, 0.0089387], [0.0052152, 0.0048356], [0.0054574, 0.0029422], [0.0056535, 0.0018784], [0.0057397, 0.001265],
      [0.0057979, 0.0010054], [0.0060979, 0.00078631], [0.0065112, 0.00052391], [0.0068136, 0.0004011], [0.0070585, 0.00031203],
      [0.0073491, 0.000252], [0.0077684, 0.00020135], [0.0085068, 0.00016261], [0.0099467, 0.00016088], [0.012544, 0.00016174],
      [0.014817, 0.00016261], [0.017324, 0.00017998], [0.018406, 0.00023135], [0.01926, 0.00029738], [0.019953, 0.00037619],
      [0.020053, 0.00047843], [0.020359, 0.00058611], [0.020566, 0.00076968], [0.020774, 0.00087031], [0.021091, 0.00098937],
      [0.021305, 0.0015251], [0.021413, 0.0012316], [0.021849, 0.0023384], [0.022182, 0.0029422], [0.022979, 0.0057679],
      [0.023448, 0.0093291],
    ],
  },
}
