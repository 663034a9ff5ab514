import type { Table } from './table.ts'

/** COHERENT's CsI of 2017: counts with the beam on less those with it off, against photoelectrons. */
export const coherentCsi2017Photoelectrons: Table<'photoelectrons' | 'counts' | 'sigmaDown' | 'sigmaUp' | 'signal'> = {
  title: 'COHERENT CsI 2017, counts against photoelectrons',
  citation: 'coherent-csi-2017',
  where: 'Fig. 3',
  provenance: 'via a public repository',
  columns: ['photoelectrons', 'counts', 'sigmaDown', 'sigmaUp', 'signal'],
  units: { photoelectrons: 'PE', counts: 'counts', sigmaDown: 'counts', sigmaUp: 'counts', signal: 'counts' },
  note: 'Digitised. Centres of bins 2 PE wide; signal: the expectation of the collaboration. From 6 to 30 PE 141 counts, 170 expected.',
  // biome-ignore format: rows
  rows: [
    [1, 3, 1.6579, 1.6579, 0.039474], [3, -0.90789, 2.3684, 2.0132, 0.039474], [5, -6.1184, 3.7895, 4.0263, 1.6974],
    [7, 7.9737, 7.5789, 7.6974, 10.697], [9, 11.053, 10.421, 10.539, 18.276], [11, 23.961, 12.316, 11.368, 24.908],
    [13, 25.026, 10.776, 10.303, 26.566], [15, 21, 9.7105, 9.9474, 23.25], [17, 17.092, 8.7632, 8.8816, 18.513],
    [19, 5.0132, 7.9342, 8.0526, 14.25], [21, 9.9868, 7.2237, 7.3421, 10.697], [23, 5.9605, 6.6316, 6.8684, 7.9737],
    [25, 0.15789, 6.3947, 6.0395, 6.1974], [27, 5.1316, 7.9342, 7.6974, 4.7763], [29, 9.0395, 6.2763, 6.3947, 3.5921],
    [31, 5.9605, 5.4474, 5.6842, 2.6447], [33, -5.0526, 5.3289, 5.2105, 2.1711], [35, 5.0132, 6.3947, 6.2763, 1.5789],
    [37, 14.961, 5.9211, 6.1579, 1.2237], [39, -0.90789, 6.5132, 6.3947, 0.98684], [41, -1.0263, 5.9211, 6.5132, 0.75],
    [43, -3.9868, 5.2105, 5.4474, 0.51316], [45, -4.9342, 5.9211, 5.9211, 0.27632], [47, 7.9737, 5.6842, 5.6842, 0.039474],
    [49, -7.0658, 6.1579, 6.3947, 0.039474],
  ],
}
