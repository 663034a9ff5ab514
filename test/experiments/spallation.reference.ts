/** What an independent calculation finds for CENNS-10 and Lμ−Lτ, with the efficiency of analysis A. */
export interface Cenns10Reference {
  readonly r: 'r0.08' | 'r0.09'
  readonly mass: number
  /** ε/g with 4π² (amaral-2020, first version) or 6π² in the denominator, at q² → 0. */
  readonly mixing: '4pi2' | '6pi2'
  /** Counts of the Standard Model, and its χ². */
  readonly counts: number
  readonly chi2: number
  /** The fewest counts any coupling gives, and which one does. */
  readonly least: number
  readonly couplingOfLeast: number
  /** Threshold, reference, ends of the excluded intervals but for the last, Infinity. */
  readonly edges: readonly (readonly ['one-sided-90' | 'two-sided-90', 'minimum' | 'sm', readonly number[]])[]
}

export const CENNS10_LIMITS: readonly Cenns10Reference[] = [
  {
    r: 'r0.08',
    mass: 0.001,
    mixing: '4pi2',
    counts: 113.931971,
    chi2: 2.4897854,
    least: 62.1266202,
    couplingOfLeast: 0.00129252812,
    edges: [
      ['one-sided-90', 'minimum', [0, 0.001862, 0.002096]],
      ['two-sided-90', 'minimum', [0.0001725, 0.00182, 0.002125]],
      ['one-sided-90', 'sm', [0.0004602, 0.001769, 0.002155]],
      ['two-sided-90', 'sm', [0.0005822, 0.001733, 0.002174]],
    ],
  },
  {
    r: 'r0.08',
    mass: 0.05,
    mixing: '6pi2',
    counts: 113.931971,
    chi2: 2.4897854,
    least: 41.811385,
    couplingOfLeast: 0.00306407929,
    edges: [
      ['one-sided-90', 'minimum', [0, 0.004392, 0.004825]],
      ['two-sided-90', 'minimum', [0.0003462, 0.004319, 0.004881]],
      ['one-sided-90', 'sm', [0.0009155, 0.004235, 0.004939]],
      ['two-sided-90', 'sm', [0.00115, 0.004178, 0.004977]],
    ],
  },
  {
    r: 'r0.08',
    mass: 0.1,
    mixing: '6pi2',
    counts: 113.931971,
    chi2: 2.4897854,
    least: 37.556125,
    couplingOfLeast: 0.00514327801,
    edges: [
      ['one-sided-90', 'minimum', [0, 0.007367, 0.008062]],
      ['two-sided-90', 'minimum', [0.0005647, 0.007252, 0.008152]],
      ['one-sided-90', 'sm', [0.001491, 0.007119, 0.008247]],
      ['two-sided-90', 'sm', [0.001872, 0.007029, 0.008308]],
    ],
  },
  {
    r: 'r0.09',
    mass: 0.001,
    mixing: '6pi2',
    counts: 128.173467,
    chi2: 1.13034407,
    least: 69.8924477,
    couplingOfLeast: 0.00158299667,
    edges: [
      ['one-sided-90', 'minimum', [0.0003666, 0.002208, 0.002499]],
      ['two-sided-90', 'minimum', [0.000611, 0.002154, 0.002534]],
      ['one-sided-90', 'sm', [0.0006222, 0.00215, 0.002536]],
      ['two-sided-90', 'sm', [0.0007744, 0.0021, 0.002564]],
    ],
  },
  {
    r: 'r0.09',
    mass: 0.01,
    mixing: '6pi2',
    counts: 128.173467,
    chi2: 1.13034407,
    least: 66.3065631,
    couplingOfLeast: 0.00169722727,
    edges: [
      ['one-sided-90', 'minimum', [0.0003812, 0.00237, 0.002666]],
      ['two-sided-90', 'minimum', [0.0006342, 0.002315, 0.002703]],
      ['one-sided-90', 'sm', [0.0006458, 0.002312, 0.002705]],
      ['two-sided-90', 'sm', [0.0008022, 0.002262, 0.002733]],
    ],
  },
  {
    r: 'r0.09',
    mass: 0.1,
    mixing: '6pi2',
    counts: 128.173467,
    chi2: 1.13034407,
    least: 42.2506406,
    couplingOfLeast: 0.00514327801,
    edges: [
      ['one-sided-90', 'minimum', [0.0009766, 0.007208, 0.007891]],
      ['two-sided-90', 'minimum', [0.001613, 0.007093, 0.007978]],
      ['one-sided-90', 'sm', [0.001642, 0.007086, 0.007984]],
      ['two-sided-90', 'sm', [0.002024, 0.006986, 0.008054]],
    ],
  },
]
