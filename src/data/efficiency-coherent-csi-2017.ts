import type { Table } from './table.ts'

/** COHERENT CsI 2017, efficiency against photoelectrons. */
export const efficiencyCoherentCsi2017: Table<'photoelectrons' | 'efficiency'> = {
  title: 'COHERENT CsI 2017, efficiency against photoelectrons',
  citation: 'coherent-csi-2017',
  where: 'supplement',
  provenance: 'via a public repository',
  columns: ['photoelectrons', 'efficiency'],
  units: { photoelectrons: 'PE', efficiency: '1' },
  note: 'Linear; flat above the last point. The release gives 0.6655/(1 + exp(−0.4942 (PE − 10.8507))) above 6 PE, and half of it from 5 to 6 PE. Efficiency at 20 PE 0.659 (analytic 0.6587).',
  // biome-ignore format: rows
  rows: [
    [0.056529, 1.5223e-06], [4.4941, 8.1191e-05], [4.9454, 0.032405], [6.1318, 0.057561], [7.0354, 0.086303],
    [8.2773, 0.14737], [9.1801, 0.20663], [12.564, 0.4715], [13.693, 0.54064], [15.105, 0.59632], [16.065, 0.62147],
    [17.365, 0.64125], [20.473, 0.66105], [23.921, 0.6647], [50.207, 0.66697],
  ],
}
