import { bernal2022Bounds } from './bernal-2022-bounds.ts'
import { bernal2022Model } from './bernal-2022-model.ts'

/** In the order they are printed. */
export const bernal2022 = [...bernal2022Model, ...bernal2022Bounds]
