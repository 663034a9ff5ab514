import type { Assumptions } from '../../assumptions.ts'
import { lindhard, lindhardK } from '../../detectors/index.ts'
import { configuration, electronsLike, electronsOf } from './plan.ts'
import { projection } from './projection.ts'

const experiment = 'DarkSide-20k'
const citations = ['darkside50-2016', 'darkside50-2018'] as const
/** Lindhard's quenching of argon. */
const QUENCHING = lindhard(18, lindhardK(18, 40))
const { exposure_t_yr, electron_keVee, both_keVnr } = configuration('darkside')
const look = electronsLike(QUENCHING, both_keVnr!)

const unverified = ({ darkMatterBackgrounds }: Assumptions): string =>
  darkMatterBackgrounds === 'amaral-2020'
    ? 'backgrounds flat at the level of DarkSide-50, 1.5 per keV kg day'
    : 'no background but ³⁹Ar is counted'
const notes =
  'Backgrounds: by default ³⁹Ar of argon from underground, computed; else the flat level of DarkSide-50, which krypton and the vessel are part of.'

/** DarkSide-20k, electron recoils. */
export const darksideEr = projection({
  id: 'darkside-er',
  label: 'DarkSide-20k ER',
  title: 'DarkSide-20k, electron recoils',
  experiment,
  citations,
  notes,
  windows: () => [electronsOf('darkside', 'Ar', electron_keVee!, exposure_t_yr)],
  unverified,
})

/** DarkSide-20k, recoils of both kinds: electrons between what nuclei look like by Lindhard. */
export const darksideNrEr = projection({
  id: 'darkside-nr-er',
  label: 'DarkSide-20k NR+ER',
  title: 'DarkSide-20k, nuclear and electron recoils',
  experiment,
  citations,
  notes,
  windows: () => [
    { recoil: 'nucleus', material: 'Ar', window: both_keVnr!, exposure_t_yr },
    electronsOf('darkside', 'Ar', look, exposure_t_yr),
  ],
  unverified,
})
