import type { Table } from './table.ts'

/** All data of COHERENT’s CsI: counts against time. */
export const coherentCsi2021Time: Table<'low' | 'high' | 'coincidence' | 'anticoincidence'> = {
  title: 'COHERENT CsI 2021, counts against time',
  citation: 'coherent-csi-2021',
  where: 'data release',
  provenance: 'via Newtrinos.jl',
  columns: ['low', 'high', 'coincidence', 'anticoincidence'],
  units: { low: 'μs', high: 'μs', coincidence: 'counts', anticoincidence: 'counts' },
  note: 'Binned from the released list of events, 8 to 60 PE: with the beam, and before it (steady backgrounds, the same length of time).',
  // biome-ignore format: rows
  rows: [
    [0, 0.125, 34, 23], [0.125, 0.25, 31, 24], [0.25, 0.375, 42, 30], [0.375, 0.5, 42, 32], [0.5, 0.625, 52, 28],
    [0.625, 0.75, 58, 32], [0.75, 0.875, 56, 31], [0.875, 1, 41, 30], [1, 1.25, 79, 62], [1.25, 1.5, 89, 51], [1.5, 2, 143, 119],
    [2, 2.5, 125, 125], [2.5, 3, 119, 114], [3, 4, 244, 193], [4, 5, 214, 185], [5, 6, 198, 212],
  ],
}
