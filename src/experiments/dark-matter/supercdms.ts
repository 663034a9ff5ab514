import { lindhard, lindhardK } from '../../detectors/index.ts'
import { configuration, electronsLike, electronsOf } from './plan.ts'
import { projection } from './projection.ts'

const experiment = 'SuperCDMS'
const citations = ['supercdms-2017'] as const
/** Lindhard's quenching of germanium. */
const QUENCHING = lindhard(32, lindhardK(32, 72.6))

const izip = configuration('supercdms-izip')
const hv = configuration('supercdms-hv')
/** Exposures that cuts leave. */
const izipKept_t_yr = izip.signalEfficiency * izip.exposure_t_yr
const hvKept_t_yr = hv.signalEfficiency * hv.exposure_t_yr
const FROM_MEMORY = 'the unit of the backgrounds, per kg keV yr, is from memory of 1610.00006'

/** SuperCDMS iZIP, germanium, electron recoils. */
export const supercdmsIzipEr = projection({
  id: 'supercdms-izip-er',
  label: 'SuperCDMS iZIP ER',
  title: 'SuperCDMS iZIP, electron recoils',
  experiment,
  citations,
  notes: 'Germanium, 75 % of recoils kept, backgrounds flat.',
  windows: () => [electronsOf('supercdms-izip', 'Ge', izip.electron_keVee!, izipKept_t_yr)],
  unverified: () => FROM_MEMORY,
})

/** SuperCDMS iZIP, germanium, nuclear recoils. */
export const supercdmsIzipNr = projection({
  id: 'supercdms-izip-nr',
  label: 'SuperCDMS iZIP NR',
  title: 'SuperCDMS iZIP, nuclear recoils',
  experiment,
  citations,
  notes:
    'Germanium, 75 % of recoils kept. amaral-2020 finds recoils of ²⁰⁶Pb from the surface to be what limits it; their spectrum is not known here.',
  windows: () => [{ recoil: 'nucleus', material: 'Ge', window: izip.nuclear_keVnr!, exposure_t_yr: izipKept_t_yr }],
  unverified: () => 'no backgrounds: the recoils of ²⁰⁶Pb from surfaces are missing',
})

/** SuperCDMS HV, germanium, recoils of both kinds. */
export const supercdmsHv = projection({
  id: 'supercdms-hv',
  label: 'SuperCDMS HV',
  title: 'SuperCDMS HV, nuclear and electron recoils',
  experiment,
  citations,
  notes: 'Germanium, 85 % of recoils kept, backgrounds flat; electrons between what nuclei look like by Lindhard.',
  windows: () => [
    { recoil: 'nucleus', material: 'Ge', window: hv.both_keVnr!, exposure_t_yr: hvKept_t_yr },
    electronsOf('supercdms-hv', 'Ge', electronsLike(QUENCHING, hv.both_keVnr!), hvKept_t_yr),
  ],
  unverified: () => `${FROM_MEMORY}; recoils of ²⁰⁶Pb from surfaces are missing`,
})
