import { configuration } from './plan.ts'
import { type XenonDetector, xenonBoth, xenonElectrons, xenonNuclei } from './xenon.ts'

const { exposure_t_yr, electron_keVee, nuclear_keVnr, both_keVnr } = configuration('lz')

const lz: XenonDetector = {
  name: 'LZ',
  exposure_t_yr,
  citations: ['lz-tdr-2017', 'lz-2018', 'exo200-2014'],
  notes:
    'Electron backgrounds of the technical design, digitised; by default ¹³⁶Xe is computed from its half-life, 28 % below the design’s, and radon has the ' +
    'shape of ²¹⁴Pb.',
  background: 'lz',
}

/** LZ, electron recoils. */
export const lzEr = xenonElectrons({ id: 'lz-er', label: 'LZ ER', title: 'LZ, electron recoils' }, lz, electron_keVee!)
/** LZ, nuclear recoils. */
export const lzNr = xenonNuclei({ id: 'lz-nr', label: 'LZ NR', title: 'LZ, nuclear recoils' }, lz, nuclear_keVnr!)
/** LZ, recoils of both kinds. */
export const lzNrEr = xenonBoth({ id: 'lz-nr-er', label: 'LZ NR+ER', title: 'LZ, nuclear and electron recoils' }, lz, both_keVnr!)
