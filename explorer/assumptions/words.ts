import type { Assumptions } from '../../src/index.ts'

/** What the page calls an assumption, and those of its values that do not speak for themselves. */
export interface Words {
  readonly name: string
  readonly values?: Readonly<Record<string, string>>
}

export type Named = Readonly<Partial<Record<keyof Assumptions, Words>>>

/** Shown under “Assumptions”: what matters most. The mixing stands with the model. */
export const FIRST: Named = {
  recipe: { name: 'formulas', values: { 'as-printed': 'as printed' } },
  gMinus2: {
    name: 'g − 2 data',
    values: {
      'final-2025': 'final, 2025',
      'fnal-2023': 'Fermilab 2023',
      'fnal-2021': 'Fermilab 2021',
      'bnl-2006': 'Brookhaven 2006',
      'bernal-2022': 'as bernal-2022 prints',
    },
  },
  solarModel: { name: 'metallicity of the Sun', values: { 'b16-gs98': 'high (GS98)', 'b16-agss09': 'low (AGSS09)' } },
  oscillation: { name: 'oscillations' },
  'statistic.threshold': {
    name: 'statistic',
    values: { 'as-published': 'as published', 'one-sided-90': '90 %, one-sided', 'two-sided-90': '90 %, two-sided' },
  },
}
