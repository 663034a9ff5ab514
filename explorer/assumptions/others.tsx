import { ASSUMPTION_KEYS, type Assumptions } from '../../src/index.ts'
import { Choice } from './choice.tsx'
import type { Words } from './words.ts'

/** What is chosen elsewhere. */
type Elsewhere = 'recipe' | 'kineticMixing' | 'gMinus2' | 'solarModel' | 'oscillation' | 'statistic.threshold'

/** All others, in the order of the library. */
export const OTHERS: Readonly<Record<Exclude<keyof Assumptions, Elsewhere>, Words>> = {
  gMinus2Sigma: { name: 'width of g − 2', values: { 2: '2σ', 1: '1σ' } },
  gMinus2Electron: { name: 'α for g − 2 of the electron', values: { 'rb-2020': 'rubidium 2020', 'cs-2018': 'caesium 2018' } },
  boron8: { name: 'spectrum of ⁸B', values: { winter: 'Winter', 'bahcall-1996': 'Bahcall 1996', ortiz: 'Ortiz' } },
  survival: {
    name: 'solar flavours',
    values: { msw: 'with matter (MSW)', vacuum: 'vacuum, averaged', 'equal-thirds': 'a third each' },
  },
  matterPotential: { name: 'potential in the Sun', values: { model: 'with the boson’s', standard: 'standard alone' } },
  weakMixing: { name: 'sin²θ_W', values: { 0.23122: '0.23122 (at m_Z)', 0.23873: '0.23873 (at low Q²)' } },
  neutrinos: { name: 'neutrinos', values: { 'left-handed': 'left-handed', dirac: 'Dirac, right-handed too' } },
  interference: { name: 'interference' },
  nsiNormalisation: { name: 'ε in matter', values: { standard: 'ε of L + R', 'bernal-2022': 'half (bernal-2022)' } },
  neutronsPerProton: { name: 'neutrons per proton', values: { profile: 'of the solar model', 0.54: '0.54 (bernal-2022)' } },
  ckm: { name: 'quark mixing', values: { down: 'of down quarks', 'up-aligned': 'of up quarks alone' } },
  borexino: {
    name: 'rate of Borexino',
    values: { chi2: 'χ²', 'eight-percent': '8 % rule', 'bernal-2022': '|ε| < 2 (bernal-2022)' },
  },
  borexino2011: { name: 'Borexino in 2011', values: { 'like-with-like': 'against its line', 'both-lines': 'against both lines' } },
  cenns10: {
    name: 'CENNS-10',
    values: { 'r0.09': 'one bin, 0.09 ν a proton', 'r0.08': 'one bin, 0.08 ν a proton', release: 'spectrum released' },
  },
  xenon1t: { name: 'XENON1T', values: { profiled: 'bins, background floats', 'single-bin': 'one bin, background fixed' } },
  darkMatterBackgrounds: { name: 'dark-matter backgrounds', values: { 'amaral-2020': 'as in amaral-2020' } },
  bumpHunts: {
    name: 'bump hunts',
    values: { 'geometric-mean': 'mean of a bin', strongest: 'strongest in a bin', weakest: 'weakest in a bin' },
  },
  whiteDwarf: { name: 'white-dwarf luminosity', values: { 1: 'as much again', 0.3: '0.3 more' } },
  'statistic.reference': {
    name: 'Δχ² is from',
    values: { 'as-published': 'as published', minimum: 'the best rate', sm: 'the Standard Model' },
  },
  'statistic.theoryError': {
    name: 'error of the flux',
    values: { 'as-published': 'as published', scaled: 'grows with the rate', fixed: 'fixed' },
  },
  'statistic.direction': {
    name: 'counts exclude',
    values: { 'as-published': 'as published', excess: 'too many', deficit: 'too few', 'two-sided': 'either' },
  },
  'statistic.projection': {
    name: 'reach of projections',
    values: {
      'as-published': 'as published',
      'ninety-percent': '90 % see something',
      asimov: 'the median excludes',
      'five-sigma': 'the median sees 5σ',
    },
  },
  neutrinoTemperatures: { name: 'early neutrinos', values: { split: 'ν_e apart', common: 'all alike' } },
}

const KEYS = Object.keys(OTHERS) as (keyof typeof OTHERS)[]

/** Assumptions that are seldom another, each with what it decides. */
export function OtherAssumptions() {
  return (
    <>
      {KEYS.map((key) => (
        <div key={key}>
          <Choice name={key} words={OTHERS[key]} />
          <p class="about">{ASSUMPTION_KEYS[key].about}</p>
        </div>
      ))}
    </>
  )
}
