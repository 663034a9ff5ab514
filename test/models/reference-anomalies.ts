/** Exact anomaly tables and neutrino textures from an independent symbolic calculation; conditions in the order of `ANOMALIES`. */
export interface ReferenceAnomalies {
  readonly name: string
  readonly quark: readonly [string, string, string]
  readonly lepton: readonly [string, string, string]
  readonly withNuR: readonly string[]
  readonly withoutNuR: readonly string[]
  readonly loop: string
  readonly majorana: {
    readonly dirac: boolean
    readonly singlets: readonly string[]
    readonly heavyZeros: readonly (readonly number[])[]
    readonly lightZeros: readonly (readonly number[])[]
  } | null
}

export const REFERENCE_ANOMALIES: readonly ReferenceAnomalies[] = [
  {
    name: 'B-L',
    quark: ['1/3', '1/3', '1/3'],
    lepton: ['-1', '-1', '-1'],
    withNuR: ['0', '0', '0', '0', '0', '0'],
    withoutNuR: ['-3', '0', '0', '0', '0', '-3'],
    loop: '4',
    majorana: { dirac: true, singlets: ['2'], heavyZeros: [], lightZeros: [] },
  },
  {
    name: 'B-3Ltau',
    quark: ['1/3', '1/3', '1/3'],
    lepton: ['0', '0', '-3'],
    withNuR: ['0', '0', '0', '0', '0', '0'],
    withoutNuR: ['-27', '0', '0', '0', '0', '-3'],
    loop: '4',
    majorana: { dirac: false, singlets: ['3'], heavyZeros: [[3, 3]], lightZeros: [] },
  },
  {
    name: 'Lmu-Ltau',
    quark: ['0', '0', '0'],
    lepton: ['0', '1', '-1'],
    withNuR: ['0', '0', '0', '0', '0', '0'],
    withoutNuR: ['0', '0', '0', '0', '0', '0'],
    loop: '0',
    majorana: {
      dirac: false,
      singlets: ['1'],
      heavyZeros: [
        [2, 2],
        [3, 3],
      ],
      lightZeros: [],
    },
  },
  {
    name: 'B-Le-2Lmu',
    quark: ['1/3', '1/3', '1/3'],
    lepton: ['-1', '-2', '0'],
    withNuR: ['0', '0', '0', '0', '0', '0'],
    withoutNuR: ['-9', '0', '0', '0', '0', '-3'],
    loop: '4',
    majorana: {
      dirac: false,
      singlets: ['1', '2'],
      heavyZeros: [
        [1, 2],
        [2, 2],
      ],
      lightZeros: [
        [1, 3],
        [3, 3],
      ],
    },
  },
  {
    name: 'B-Le-2Ltau',
    quark: ['1/3', '1/3', '1/3'],
    lepton: ['-1', '0', '-2'],
    withNuR: ['0', '0', '0', '0', '0', '0'],
    withoutNuR: ['-9', '0', '0', '0', '0', '-3'],
    loop: '4',
    majorana: {
      dirac: false,
      singlets: ['1', '2'],
      heavyZeros: [
        [1, 3],
        [3, 3],
      ],
      lightZeros: [
        [1, 2],
        [2, 2],
      ],
    },
  },
  {
    name: 'B-Lmu-2Ltau',
    quark: ['1/3', '1/3', '1/3'],
    lepton: ['0', '-1', '-2'],
    withNuR: ['0', '0', '0', '0', '0', '0'],
    withoutNuR: ['-9', '0', '0', '0', '0', '-3'],
    loop: '4',
    majorana: {
      dirac: false,
      singlets: ['1', '2'],
      heavyZeros: [
        [2, 3],
        [3, 3],
      ],
      lightZeros: [
        [1, 1],
        [1, 2],
      ],
    },
  },
  {
    name: 'B-2Le-Lmu',
    quark: ['1/3', '1/3', '1/3'],
    lepton: ['-2', '-1', '0'],
    withNuR: ['0', '0', '0', '0', '0', '0'],
    withoutNuR: ['-9', '0', '0', '0', '0', '-3'],
    loop: '4',
    majorana: {
      dirac: false,
      singlets: ['1', '2'],
      heavyZeros: [
        [1, 1],
        [1, 2],
      ],
      lightZeros: [
        [2, 3],
        [3, 3],
      ],
    },
  },
  {
    name: 'B-3/2(Lmu+Ltau)',
    quark: ['1/3', '1/3', '1/3'],
    lepton: ['0', '-3/2', '-3/2'],
    withNuR: ['0', '0', '0', '0', '0', '0'],
    withoutNuR: ['-27/4', '0', '0', '0', '0', '-3'],
    loop: '4',
    majorana: { dirac: false, singlets: ['3/2', '3'], heavyZeros: [], lightZeros: [] },
  },
  {
    name: 'BF c=-1/10',
    quark: ['1/30', '1/30', '-11/15'],
    lepton: ['0', '1', '1'],
    withNuR: ['0', '0', '0', '0', '0', '0'],
    withoutNuR: ['2', '0', '0', '0', '0', '2'],
    loop: '-8/3',
    majorana: { dirac: false, singlets: ['1', '2'], heavyZeros: [], lightZeros: [] },
  },
  {
    name: 'BF c=2/3',
    quark: ['-2/9', '-2/9', '-2/9'],
    lepton: ['0', '1', '1'],
    withNuR: ['0', '0', '0', '0', '0', '0'],
    withoutNuR: ['2', '0', '0', '0', '0', '2'],
    loop: '-8/3',
    majorana: { dirac: false, singlets: ['1', '2'], heavyZeros: [], lightZeros: [] },
  },
  {
    name: 'Lmu (anomalous)',
    quark: ['0', '0', '0'],
    lepton: ['0', '1', '0'],
    withNuR: ['0', '0', '-1/2', '0', '2', '0'],
    withoutNuR: ['1', '0', '-1/2', '0', '2', '1'],
    loop: '-1',
    majorana: null,
  },
  {
    name: 'Lmu+Ltau (anomalous)',
    quark: ['0', '0', '0'],
    lepton: ['0', '1', '1'],
    withNuR: ['0', '0', '-1', '0', '4', '0'],
    withoutNuR: ['2', '0', '-1', '0', '4', '2'],
    loop: '-2',
    majorana: null,
  },
]
