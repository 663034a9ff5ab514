import { configuration } from './plan.ts'
import { xenonBoth } from './xenon.ts'

const { exposure_t_yr, both_keVnr } = configuration('darwin')

/** XLZD with the exposure and the windows of DARWIN, and its own backgrounds. */
export const xlzd = xenonBoth(
  { id: 'xlzd', label: 'XLZD', title: 'XLZD, nuclear and electron recoils' },
  {
    name: 'XLZD',
    exposure_t_yr,
    citations: ['xlzd-2024', 'exo200-2014'],
    notes:
      'Radon, krypton and double electron capture of ¹²⁴Xe as digitised from its projections; ¹³⁶Xe computed by default. Not in amaral-2020.',
    unverified: 'exposure and windows are those of DARWIN, and that the backgrounds are those of 2410.17137 is inferred',
    background: 'xlzd',
  },
  both_keVnr!,
)
