import type { Table } from './table.ts'

/** All data of COHERENT’s CsI: counts against photoelectrons. */
export const coherentCsi2021Photoelectrons: Table<'low' | 'high' | 'coincidence' | 'anticoincidence'> = {
  title: 'COHERENT CsI 2021, counts against photoelectrons',
  citation: 'coherent-csi-2021',
  where: 'data release',
  provenance: 'via Newtrinos.jl',
  columns: ['low', 'high', 'coincidence', 'anticoincidence'],
  units: { low: 'PE', high: 'PE', coincidence: 'counts', anticoincidence: 'counts' },
  note: 'Binned from the released list of events, first 6 μs: with the beam, and before it (steady backgrounds, the same length of time).',
  // biome-ignore format: rows
  rows: [
    [8, 12, 147, 98], [12, 16, 224, 144], [16, 20, 177, 123], [20, 24, 144, 105], [24, 28, 120, 104], [28, 32, 117, 98],
    [32, 36, 117, 86], [36, 40, 93, 96], [40, 44, 87, 78], [44, 48, 106, 97], [48, 52, 74, 97], [52, 56, 73, 84],
    [56, 60, 88, 81],
  ],
}
