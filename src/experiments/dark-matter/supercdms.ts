import { DARK_MATTER_BACKGROUNDS } from '../../data/dark-matter-backgrounds.ts'
import { lindhard, lindhardK } from '../../detectors/index.ts'
import { projection } from './projection.ts'
import { configuration, electronsLike, electronWindow, nuclearWindow } from './windows.ts'

const experiment = 'SuperCDMS'
const citations = ['supercdms-2017'] as const
/** Lindhard's quenching of germanium. */
const QUENCHING = lindhard(32, lindhardK(32, 72.6))
/** Signal that cuts leave. */
const IZIP_KEPT = 0.75
const HV_KEPT = 0.85

const izip = configuration('supercdms-izip')
const hv = configuration('supercdms-hv')
const FROM_MEMORY = 'the level of electron recoils is from memory of 1610.00006'

/** SuperCDMS iZIP, germanium, electron recoils. */
export const supercdmsIzipEr = projection({
  id: 'supercdms-izip-er',
  label: 'SuperCDMS iZIP ER',
  title: 'SuperCDMS iZIP, electron recoils',
  experiment,
  citations,
  notes: 'Germanium, 75 % of recoils kept, backgrounds flat.',
  channels: () => [electronWindow('Ge', izip.electron!, IZIP_KEPT * izip.exposure)],
  background: () => {
    const [from, to] = izip.electron!
    return IZIP_KEPT * izip.exposure * DARK_MATTER_BACKGROUNDS.supercdmsIzip.value * (to - from)
  },
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
  channels: () => [nuclearWindow('Ge', izip.nuclear!, IZIP_KEPT * izip.exposure)],
  background: () => 0,
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
  channels: () => [
    nuclearWindow('Ge', hv.combined!, HV_KEPT * hv.exposure),
    electronWindow('Ge', electronsLike(QUENCHING, hv.combined!), HV_KEPT * hv.exposure),
  ],
  background: () => {
    const [from, to] = electronsLike(QUENCHING, hv.combined!)
    return HV_KEPT * hv.exposure * DARK_MATTER_BACKGROUNDS.supercdmsHv.value * (to - from)
  },
  unverified: () => `${FROM_MEMORY}; recoils of ²⁰⁶Pb from surfaces are missing`,
})
