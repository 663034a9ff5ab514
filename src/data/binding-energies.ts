import type { Records } from './table.ts'

export interface Shell {
  readonly element: 'Xe' | 'Ar' | 'Ge'
  readonly orbital: string
  readonly energy_eV: number
  readonly electrons: number
}

/** Binding energies of the electrons of detector atoms, shell by shell: an electron counts as free for recoils above its own. */
export const bindingEnergies: Records<Shell> = {
  title: 'Electron binding energies of xenon, argon and germanium',
  citation: ['chen-2017', 'xray-data-booklet'],
  where: 'xenon: table of single-particle energies; germanium: table 1-1; argon: as compiled by SNuDD',
  provenance: 'via SNuDD and public tables',
  units: { energy_eV: 'eV' },
  note:
    'The shells sum to 54, 18 and 32 electrons. The 4s (14.3 eV) and 4p (7.9 eV) energies of germanium are from memory and ' +
    'unverified; they lie below every threshold.',
  // biome-ignore format: rows
  rows: [
    { element: 'Xe', orbital: '5p3/2', energy_eV: 12, electrons: 4 },
    { element: 'Xe', orbital: '5p1/2', energy_eV: 13.4, electrons: 2 },
    { element: 'Xe', orbital: '5s1/2', energy_eV: 27.5, electrons: 2 },
    { element: 'Xe', orbital: '4d5/2', energy_eV: 71.7, electrons: 6 },
    { element: 'Xe', orbital: '4d3/2', energy_eV: 73.8, electrons: 4 },
    { element: 'Xe', orbital: '4p3/2', energy_eV: 162.8, electrons: 4 },
    { element: 'Xe', orbital: '4p1/2', energy_eV: 175.6, electrons: 2 },
    { element: 'Xe', orbital: '4s1/2', energy_eV: 229.4, electrons: 2 },
    { element: 'Xe', orbital: '3d5/2', energy_eV: 649.9, electrons: 6 },
    { element: 'Xe', orbital: '3d3/2', energy_eV: 708.1, electrons: 4 },
    { element: 'Xe', orbital: '3p3/2', energy_eV: 961.2, electrons: 4 },
    { element: 'Xe', orbital: '3p1/2', energy_eV: 1024.8, electrons: 2 },
    { element: 'Xe', orbital: '3s1/2', energy_eV: 1170.5, electrons: 2 },
    { element: 'Xe', orbital: '2p3/2', energy_eV: 4835.6, electrons: 4 },
    { element: 'Xe', orbital: '2p1/2', energy_eV: 5161.5, electrons: 2 },
    { element: 'Xe', orbital: '2s1/2', energy_eV: 5509.8, electrons: 2 },
    { element: 'Xe', orbital: '1s1/2', energy_eV: 34759, electrons: 2 },
    { element: 'Ar', orbital: '3p', energy_eV: 15.76, electrons: 6 },
    { element: 'Ar', orbital: '3s', energy_eV: 29.24, electrons: 2 },
    { element: 'Ar', orbital: '2p', energy_eV: 247.74, electrons: 6 },
    { element: 'Ar', orbital: '2s', energy_eV: 324.2, electrons: 2 },
    { element: 'Ar', orbital: '1s', energy_eV: 3206.2, electrons: 2 },
    { element: 'Ge', orbital: '4p', energy_eV: 7.9, electrons: 2 },
    { element: 'Ge', orbital: '4s', energy_eV: 14.3, electrons: 2 },
    { element: 'Ge', orbital: '3d5/2', energy_eV: 29.2, electrons: 6 },
    { element: 'Ge', orbital: '3d3/2', energy_eV: 29.8, electrons: 4 },
    { element: 'Ge', orbital: '3p3/2', energy_eV: 120.8, electrons: 4 },
    { element: 'Ge', orbital: '3p1/2', energy_eV: 124.9, electrons: 2 },
    { element: 'Ge', orbital: '3s1/2', energy_eV: 180.1, electrons: 2 },
    { element: 'Ge', orbital: '2p3/2', energy_eV: 1217, electrons: 4 },
    { element: 'Ge', orbital: '2p1/2', energy_eV: 1248.1, electrons: 2 },
    { element: 'Ge', orbital: '2s1/2', energy_eV: 1414.6, electrons: 2 },
    { element: 'Ge', orbital: '1s1/2', energy_eV: 11103, electrons: 2 },
  ],
}
