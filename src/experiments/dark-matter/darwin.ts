import { configuration, type Window } from './plan.ts'
import { type XenonDetector, xenonBoth, xenonElectrons, xenonNuclei } from './xenon.ts'

const { exposure_t_yr, electron_keVee, nuclear_keVnr, both_keVnr } = configuration('darwin')

const darwin: XenonDetector = {
  name: 'DARWIN',
  exposure_t_yr,
  citations: ['darwin-2014', 'exo200-2014'],
  notes:
    'Electron backgrounds: 1.84 per t yr keV flat, and ¹³⁶Xe computed from its half-life, a quarter above the published curve, which is the approximation of ' +
    'Primakoff and Rosen.',
  background: 'darwin',
}

/** DARWIN, electron recoils. */
export const darwinEr = xenonElectrons({ id: 'darwin-er', label: 'DARWIN ER', title: 'DARWIN, electron recoils' }, darwin, electron_keVee!)
/** DARWIN, nuclear recoils. */
export const darwinNr = xenonNuclei({ id: 'darwin-nr', label: 'DARWIN NR', title: 'DARWIN, nuclear recoils' }, darwin, nuclear_keVnr!)
/** DARWIN, recoils of both kinds. */
export const darwinNrEr = xenonBoth(
  { id: 'darwin-nr-er', label: 'DARWIN NR+ER', title: 'DARWIN, nuclear and electron recoils' },
  darwin,
  both_keVnr!,
)

const INFERRED = 'foldenauer-2021 names the variation, not the whole configuration'
const variant = (changes: Partial<XenonDetector> = {}): XenonDetector => ({
  ...darwin,
  citations: ['foldenauer-2021', ...darwin.citations],
  unverified: INFERRED,
  ...changes,
})

/** foldenauer-2021: electron recoils above the energies where nuclear recoils and thresholds matter. */
export const darwin10To30 = xenonElectrons(
  { id: 'darwin-10-30kev', label: 'DARWIN 10–30 keV', title: 'DARWIN, electron recoils from 10 to 30 keV', isVariant: true },
  variant(),
  [10, 30],
)
/** foldenauer-2021: a threshold of 1 keV. */
export const darwin1keV = xenonBoth(
  { id: 'darwin-1kev', label: 'DARWIN 1 keV', title: 'DARWIN, nuclear and electron recoils above 1 keV', isVariant: true },
  variant(),
  [1, both_keVnr![1]] satisfies Window,
)
/** foldenauer-2021: the nominal threshold of the search for dark matter, 5 keV. */
export const darwin5keV = xenonBoth(
  { id: 'darwin-5kev', label: 'DARWIN 5 keV', title: 'DARWIN, nuclear and electron recoils above 5 keV', isVariant: true },
  variant(),
  [5, both_keVnr![1]] satisfies Window,
)
/** foldenauer-2021: twice the exposure. */
export const darwinTwice = xenonBoth(
  { id: 'darwin-400t-yr', label: 'DARWIN 400 t yr', title: 'DARWIN, nuclear and electron recoils in 400 t yr', isVariant: true },
  variant({ exposure_t_yr: 2 * exposure_t_yr }),
  both_keVnr!,
)
