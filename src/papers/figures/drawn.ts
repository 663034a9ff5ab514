import type { ConstraintSpec } from '../../session.ts'

const COHERENT = ['coherent-csi-2017', 'cenns10-2020'] as const

/** What bernal-2022 compares, at whatever charges, mass and tan η. */
const BERNAL = ['borexino-2017', 'na48-2-2015', 'foresee-bl-na64-inv-2022', 'lma', 'lma-dark', 'g-2-muon'] as const

/**
 * The constraints of the catalogue that a published figure draws, where it leaves others out. A figure may draw one as its paper prints it, and
 * beside them what no catalogue has.
 */
export const DRAWN = {
  'amaral-2020-5': ['n-eff', 'white-dwarf', ...COHERENT, 'borexino-2011', 'borexino-2017', 'babar-4mu-2016', 'hubble', 'g-2-muon'],
  'amaral-2020-8': [
    ...['nucal-pi0', 'nucal-brem', 'e137-bjorken', 'orsay', 'kek', 'e141', 'e774', 'texono-bl-2018', 'charm2-bl-2018'],
    ...['na64-inv-2019', 'na64-vis-2019', 'na48-2-2015', 'a1-2011', 'a1-2014', 'apex-2011'],
    ...['kloe-mumug-2014', 'kloe-phi-2012', 'kloe-combined-2018', 'lhcb-prompt-2019', 'babar-vis-2014', 'babar-inv-2017'],
    ...['white-dwarf', 'g-2-muon'],
  ],
  'coy-2021-2.2': ['bbn-cmb', 'ccfr-1991', 'borexino-2011', 'babar-4mu-2016', 'g-2-muon', ...COHERENT],
  /** Searches for a boson that couples to electrons, as the package the paper used holds them. */
  'coy-2021-2.2-lower': [
    ...['bbn-cmb', 'e137-bjorken', 'orsay', 'e141', 'e774', 'borexino-2011', 'ccfr-1991', 'na64-inv-2019', 'na64-vis-2019'],
    ...['a1-2011', 'a1-2014', 'apex-2011', 'kloe-mumug-2014', 'kloe-combined-2018', 'besiii-2017', 'babar-vis-2014', 'babar-inv-2017'],
    ...['babar-4mu-2016', 'g-2-electron', 'g-2-muon'],
  ],
  'foldenauer-2021-h0': ['n-eff', 'bbn-cmb', 'hubble', 'g-2-muon'],
  'foldenauer-2021-spallation': ['cenns10-2020', 'coherent-csi-2021', 'g-2-muon', 'cenns610', 'ess10', 'ccm', 'ess'],
  'foldenauer-2021-na64mu': ['ccfr-1991', 'babar-4mu-2016', 'g-2-muon', 'na64mu-1e11', 'na64mu-1e12'],
  'bernal-2022-1': BERNAL,
  'bernal-2022-2': BERNAL,
  'bernal-2022-2-30MeV': BERNAL,
  'bernal-2022-3': BERNAL,
  'bernal-2022-4': BERNAL,
  'bernal-2022-4-30MeV': BERNAL,
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What overviews of everything else leave out: bands of other slides, and limits that would cover the rest. */
const ASIDE = ['perturbativity', 'lma', 'lma-dark'] as const
const UNIVERSE = ['bbn-cmb', 'n-eff', 'hubble'] as const

/** The constraints of the catalogue that a published figure leaves out of all exclusions and bands. */
export const LEFT_OUT = {
  'foldenauer-2021-dark-photon': [...ASIDE, ...UNIVERSE],
  'foldenauer-2021-b-l': [...ASIDE, ...UNIVERSE],
  'foldenauer-2021-b-3lmu': [...ASIDE, ...UNIVERSE],
  'foldenauer-2021-mu-tau': ASIDE,
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What a figure draws, with its own in place of some. */
export function drawnAs(
  figure: keyof typeof DRAWN,
  own: Readonly<Record<string, ConstraintSpec | readonly ConstraintSpec[]>> = {},
): ConstraintSpec[] {
  return DRAWN[figure].flatMap((id) => own[id] ?? id)
}
