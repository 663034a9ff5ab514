import type { Records } from './table.ts'

/** What electrons are dumped on. */
export interface DumpMaterial {
  readonly name: 'beryllium' | 'carbon' | 'aluminium' | 'iron' | 'copper' | 'molybdenum' | 'tungsten' | 'lead'
  readonly protons: number
  readonly molarMass_g: number
  /** [g/cm²] */
  readonly radiationLength: number
}

export const electronDumpTargets: Records<DumpMaterial> = {
  title: 'Materials of beam dumps',
  citation: 'pdg-2024',
  where: 'atomic and nuclear properties of materials',
  provenance: 'from memory: check',
  units: { protons: '1', molarMass_g: 'g/mol', radiationLength: 'g/cm²' },
  rows: [
    { name: 'beryllium', protons: 4, molarMass_g: 9.012, radiationLength: 65.19 },
    { name: 'carbon', protons: 6, molarMass_g: 12.011, radiationLength: 42.7 },
    { name: 'aluminium', protons: 13, molarMass_g: 26.982, radiationLength: 24.01 },
    { name: 'iron', protons: 26, molarMass_g: 55.845, radiationLength: 13.84 },
    { name: 'copper', protons: 29, molarMass_g: 63.546, radiationLength: 12.86 },
    { name: 'molybdenum', protons: 42, molarMass_g: 95.95, radiationLength: 9.8 },
    { name: 'tungsten', protons: 74, molarMass_g: 183.84, radiationLength: 6.76 },
    { name: 'lead', protons: 82, molarMass_g: 207.2, radiationLength: 6.37 },
  ],
}
