import type { Records } from './table.ts'

export interface SolarLine {
  readonly source: '7Be' | 'pep'
  readonly energy_keV: number
  /** Share of the source's flux. */
  readonly branching: number
}

/** The monoenergetic solar neutrinos. */
export const solarLines: Records<SolarLine> = {
  title: 'Lines of the solar neutrino spectrum',
  citation: ['bahcall-1994', 'b16-2017'],
  where: 'electron capture on ⁷Be (to the ground and the excited state of ⁷Li) and on p + p',
  provenance: 'via Newtrinos.jl',
  units: { energy_keV: 'keV', branching: 'share of the flux' },
  note: 'The two branches of ⁷Be sum to 1. SNuDD uses 0.90 and 0.10 for them, and 1.44 MeV for pep.',
  rows: [
    { source: '7Be', energy_keV: 861.3, branching: 0.8956 },
    { source: '7Be', energy_keV: 384.3, branching: 0.1044 },
    { source: 'pep', energy_keV: 1442, branching: 1 },
  ],
}
