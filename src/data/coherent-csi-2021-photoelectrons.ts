import type { Table } from './table.ts'

/** All data of COHERENT’s CsI: counts against photoelectrons. */
export const coherentCsi2021Photoelectrons: Table<'low' | 'high' | 'coincidence' | 'anticoincidence' | 'beamNeutrons' | 'inducedNeutrons'> =
  {
    title: 'COHERENT CsI 2021, counts against photoelectrons',
    citation: 'coherent-csi-2021',
    where: 'data release',
    provenance: 'via Newtrinos.jl',
    columns: ['low', 'high', 'coincidence', 'anticoincidence', 'beamNeutrons', 'inducedNeutrons'],
    units: {
      low: 'PE',
      high: 'PE',
      coincidence: 'counts',
      anticoincidence: 'counts',
      beamNeutrons: 'up to a factor',
      inducedNeutrons: 'up to a factor',
    },
    note: 'Binned from the released list of events, first 6 μs: with the beam, and before it (steady backgrounds, the same length of time). Neutrons: shapes.',
    // biome-ignore format: rows
    rows: [
    [8, 12, 147, 98, 0.067251, 0.064534], [12, 16, 224, 144, 0.11867, 0.1148], [16, 20, 177, 123, 0.12548, 0.1223],
    [20, 24, 144, 105, 0.11224, 0.10973], [24, 28, 120, 104, 0.096809, 0.094757], [28, 32, 117, 98, 0.083664, 0.082559],
    [32, 36, 117, 86, 0.072536, 0.072901], [36, 40, 93, 96, 0.063761, 0.065591], [40, 44, 87, 78, 0.057914, 0.060826],
    [44, 48, 106, 97, 0.054201, 0.05764], [48, 52, 74, 97, 0.051191, 0.054495], [52, 56, 73, 84, 0.048182, 0.050696],
    [56, 60, 88, 81, 0.045189, 0.046369],
  ],
  }
