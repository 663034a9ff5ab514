import type { Assumptions } from '../../assumptions.ts'
import { DARK_MATTER_BACKGROUNDS } from '../../data/dark-matter-backgrounds.ts'
import { darwinErXe136 } from '../../data/darwin-er-xe136.ts'
import { LZ_ER_BACKGROUNDS } from '../../data/lz-er-backgrounds.ts'
import { supercdmsSnolab } from '../../data/supercdms-snolab.ts'
import { XLZD_ER_BACKGROUNDS } from '../../data/xlzd-er-backgrounds.ts'
import {
  argon39Rate,
  type BackgroundRate,
  flatRate,
  lead214Shape,
  scaledRate,
  sourcedRate,
  summedRate,
  tabulatedRate,
  xenon136Rate,
} from '../../detectors/backgrounds/index.ts'
import type { Detector } from './plan.ts'

/** Where computed shapes meet published levels [keV]. */
const MEETING_keV = 10

const { argon39, darksideFlat, darwinFlat } = DARK_MATTER_BACKGROUNDS

const supercdms = (kind: 'iZIP' | 'HV'): BackgroundRate =>
  sourcedRate(
    flatRate(1e3 * supercdmsSnolab.rows.find((row) => row.material === 'Ge' && row.kind === kind)!.electronBackground),
    supercdmsSnolab,
  )

/** By detector; as digitised, or computed. */
const BACKGROUNDS: Readonly<Record<Detector, (isDigitised: boolean) => BackgroundRate>> = {
  'supercdms-izip': () => supercdms('iZIP'),
  'supercdms-hv': () => supercdms('HV'),
  lz(isDigitised) {
    const published = LZ_ER_BACKGROUNDS
    const rest = [published['220Rn'], published['85Kr'], published.detector].map(tabulatedRate)
    const radon = tabulatedRate(published['222Rn'])
    return isDigitised
      ? summedRate([...rest, radon, tabulatedRate(published['136Xe'])])
      : summedRate([...rest, sourcedRate(scaledRate(radon.at(MEETING_keV), lead214Shape(MEETING_keV)), ...radon.sources), xenon136Rate()])
  },
  darwin: (isDigitised) =>
    summedRate([sourcedRate(flatRate(darwinFlat.value), darwinFlat), isDigitised ? tabulatedRate(darwinErXe136) : xenon136Rate()]),
  darkside: (isDigitised) =>
    isDigitised ? sourcedRate(flatRate(darksideFlat.value), darksideFlat) : sourcedRate(argon39Rate(argon39.value), argon39),
  xlzd(isDigitised) {
    const { '222Rn': radon, '85Kr': krypton, '124Xe': capture, '136Xe': doubleBeta } = XLZD_ER_BACKGROUNDS
    const own = [radon, krypton, capture].map(tabulatedRate)
    return summedRate([...own, isDigitised ? tabulatedRate(doubleBeta) : xenon136Rate()])
  },
}

/** Electron recoils in a future detector that are not those of neutrinos [1/(t yr keV)]. */
export const electronBackground = (detector: Detector, { darkMatterBackgrounds }: Assumptions): BackgroundRate =>
  BACKGROUNDS[detector](darkMatterBackgrounds === 'amaral-2020')
