import type { PublishedScattering } from '../../constraints/index.ts'
import { borexino_bl_2018 } from './borexino-bl-2018.ts'
import { charm2_bl_2018 } from './charm2-bl-2018.ts'
import { foresee_bl_borexino } from './foresee-bl-borexino.ts'
import { foresee_bl_charm2 } from './foresee-bl-charm2.ts'
import { foresee_bl_texono } from './foresee-bl-texono.ts'
import { texono_bl_2018 } from './texono-bl-2018.ts'

/** Limits on neutrino–electron scattering that were published as couplings of one model. */
export const SCATTERING: readonly PublishedScattering[] = [
  borexino_bl_2018,
  charm2_bl_2018,
  texono_bl_2018,
  foresee_bl_borexino,
  foresee_bl_charm2,
  foresee_bl_texono,
]
