import type { Records } from './table.ts'

export interface SolarLine {
  readonly source: '7Be' | 'pep'
  readonly energy_MeV: number
  /** Share of the source's flux. */
  readonly branching: number
}

/** The monoenergetic solar neutrinos. */
export const solarLines: Records<SolarLine> = {
  title: 'Lines of the solar neutrino spectrum',
  citation: ['bahcall-1994', 'b16-2017'],
  where: 'electron capture on ⁷Be (to the ground and the excited state of ⁷Li) and on p + p',
  provenance: 'via Newtrinos.jl',
  units: { energy_MeV: 'MeV', branching: 'share of the flux' },
  note: 'The two branches of ⁷Be sum to 1. SNuDD uses 0.90 and 0.10 for them, and 1.44 MeV for pep.',
  rows: [
    { source: '7Be', energy_MeV: 0.8613, branching: 0.8956 },
    { source: '7Be', energy_MeV: 0.3843, branching: 0.1044 },
    { source: 'pep', energy_MeV: 1.442, branching: 1 },
  ],
}
