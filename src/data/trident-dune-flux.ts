import type { Table } from './table.ts'

/** What DUNE's near detector will see: ν_μ of the neutrino mode, ν̄_μ of the antineutrino mode, added up in bins of energy around `energy`. */
export const tridentDuneFlux: Table<'energy' | 'neutrinos' | 'antineutrinos'> = {
  title: 'Fluxes at the near detector of DUNE, 574 m from the target',
  citation: 'dune-tdr-2020',
  where: 'figure of the fluxes; digitised curves in the public repository Zprime-at-DUNE (chauhan-2022)',
  provenance: 'via Zprime-at-DUNE',
  note:
    'Digitised and summed in bins of 0.5 GeV to 6 GeV, 1 GeV to 10 GeV, 2 GeV above. The files name no unit: per m² and proton on target is inferred from ' +
    'the integral, 10⁻³. Neutrinos of the other sign and of other flavours are left out.',
  columns: ['energy', 'neutrinos', 'antineutrinos'],
  units: { energy: 'GeV', neutrinos: '1/(m² proton)', antineutrinos: '1/(m² proton)' },
  rows: [
    [0.75, 8.02e-5, 7.55e-5],
    [1.25, 0.000114, 0.000106],
    [1.75, 0.00013, 0.000116],
    [2.25, 0.000135, 0.000116],
    [2.75, 0.000119, 0.000102],
    [3.25, 7.86e-5, 6.61e-5],
    [3.75, 4.53e-5, 3.73e-5],
    [4.25, 2.52e-5, 2.07e-5],
    [4.75, 1.45e-5, 1.17e-5],
    [5.25, 7.67e-6, 5.83e-6],
    [5.75, 4.25e-6, 3e-6],
    [6.5, 5.69e-6, 3.7e-6],
    [7.5, 3.89e-6, 2.26e-6],
    [8.5, 3.18e-6, 1.78e-6],
    [9.5, 2.68e-6, 1.43e-6],
    [11, 4.3e-6, 2.16e-6],
    [13, 3.21e-6, 1.48e-6],
    [15, 2.03e-6, 8.69e-7],
    [17, 1.1e-6, 4.36e-7],
    [19, 6.68e-7, 2.58e-7],
    [21, 4.23e-7, 1.55e-7],
    [23, 2.87e-7, 9.03e-8],
    [25, 1.98e-7, 6.23e-8],
    [27, 1.51e-7, 4.22e-8],
    [29, 1.14e-7, 2.7e-8],
  ],
}

/** What coy-2021 takes for the near detector of DUNE, and the protons of a year at 1.2 MW. */
export const DUNE_NEAR_DETECTOR = {
  argon_t: 75,
  yearsPerMode: 5,
  /** Fractional error of the expected number of events. */
  normalisation: 0.05,
  protonsPerYear: 1.1e21,
  citation: 'coy-2021',
  where: 'section 4, after ballett-2019; protons of a year from memory',
  provenance: 'from memory: check',
} as const
