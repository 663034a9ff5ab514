import type { Entry } from '../../constraints/constraint.ts'

/** Electron recoils in a run of LZ. */
function run(year: 2022 | 2024, about: string): Entry {
  const entry: Entry = {
    id: `lz-er-${year}`,
    label: `LZ ER ${year}`,
    title: `LZ, electron recoils (${year})`,
    group: 'scattering',
    experiment: 'LZ',
    subjects: ['electron', 'neutrinos'],
    source: {
      citations: ['lz-2025', 'lz-2022', 'b16-2017'],
      where: `run of ${year}: counts in bins of 1 keV, background fit and efficiency, digitised`,
      notes: `${about} The scale of the background is profiled, its shape is the collaboration’s; perfect resolution.`,
    },
    async prepare(assumptions) {
      const { lzErConstraint } = await import('./constraints.ts')
      return lzErConstraint(entry, assumptions, year)
    },
  }
  return entry
}

/** LZ, the run of 2022. */
export const lzEr2022 = run(2022, 'Bins below 4 keV, where ³⁷Ar stands out, are left out.')

/** LZ, the run of 2024. */
export const lzEr2024 = run(2024, 'The empty bin below 1 keV is left out.')
