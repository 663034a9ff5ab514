import { InputError } from '../../errors.ts'

/** Obliquity of the ecliptic (J2000). */
const SIN_OBLIQUITY = Math.sin((23.4393 * Math.PI) / 180)
/** Solar longitudes and cosines of the nadir angle at which the distribution is worked out. */
const LONGITUDES = 360
const COSINES = 1024

/**
 * How deep below the horizon the Sun stands at night, averaged over a year.
 *
 * With δ the declination, φ the latitude and h the hour angle, $-\cos\eta = \sin\phi\sin\delta + \cos\phi\cos\delta\cos h$. The hour is
 * averaged in closed form, the declination over a circular orbit: $\sin\delta = \sin\epsilon\sin\lambda$ with λ uniform. Every place on Earth
 * has as much night as day.
 *
 * @param cosNadir c, from 0 to 1
 * @param latitude_deg from −90 to 90
 * @returns the share of the night during which $\cos\eta \le c$
 * @throws InputError for a latitude beyond the poles
 * @example
 * nightShare(1, 42.45) // 1
 */
export function nightShare(cosNadir: number, latitude_deg: number): number {
  if (!(latitude_deg >= -90 && latitude_deg <= 90)) {
    throw new InputError(`${latitude_deg} is not allowed; allowed: from -90 to 90`, 'latitude')
  }
  const sinLatitude = Math.sin((latitude_deg * Math.PI) / 180)
  const cosLatitude = Math.cos((latitude_deg * Math.PI) / 180)
  let deeper = 0
  for (let i = 0; i < LONGITUDES; i++) {
    const sinDeclination = SIN_OBLIQUITY * Math.sin((2 * Math.PI * (i + 0.5)) / LONGITUDES)
    const reach = cosLatitude * Math.sqrt(1 - sinDeclination * sinDeclination)
    const cosHour = (-cosNadir - sinLatitude * sinDeclination) / Math.max(reach, 1e-12)
    // The Sun is lower than that for hour angles from here to midnight.
    deeper += 1 - Math.acos(Math.min(1, Math.max(-1, cosHour))) / Math.PI
  }
  return 1 - (2 * deeper) / LONGITUDES
}

/**
 * Nadir angles that stand for the nights of a year: cos η at the middles of n stretches of equal exposure, in ascending order. The mean of a
 * function over them is its average over the nights.
 *
 * @throws InputError for a latitude beyond the poles or a number of angles that is not whole and above zero
 * @example
 * nightAngles(42.45, 4) // four cosines between 0 and 0.95: the Sun is never straight below Gran Sasso
 */
export function nightAngles(latitude_deg: number, angles: number): Float64Array {
  if (!(Number.isInteger(angles) && angles > 0)) throw new InputError(`${angles} is not allowed; allowed: whole numbers from 1`, 'angles')
  const shares = Float64Array.from({ length: COSINES + 1 }, (_, i) => nightShare(i / COSINES, latitude_deg))
  const out = new Float64Array(angles)
  let i = 0
  for (let n = 0; n < angles; n++) {
    const share = (n + 0.5) / angles
    while (i < COSINES - 1 && shares[i + 1] < share) i++
    const width = shares[i + 1] - shares[i]
    out[n] = Math.min(1, (i + (width > 0 ? Math.max(0, share - shares[i]) / width : 0.5)) / COSINES)
  }
  return out
}

/** A nadir angle that stands for those around it. */
export interface NightBin {
  readonly cosNadir: number
  /** Share of the nights of a year that the Sun stands there. */
  readonly share: number
}

/**
 * Nadir angles with the shares of the nights that they stand for, for functions that are smooth between given angles and set out from them like a square
 * root, as what chords through the shells of the Earth do is: bins grow away from each.
 *
 * @param breaks cosines between 0 and 1 at which the function has kinks, ascending
 * @param perUnit how many bins from cos η = 0 to 1, about
 * @throws InputError for a latitude beyond the poles or a number of bins that is not whole and above zero
 * @example
 * nightBins(42.45, [0.838], 100).length // 95: the Sun is never straight below Gran Sasso
 */
export function nightBins(latitude_deg: number, breaks: readonly number[], perUnit: number): NightBin[] {
  if (!(Number.isInteger(perUnit) && perUnit > 0)) {
    throw new InputError(`${perUnit} is not allowed; allowed: whole numbers from 1`, 'angles')
  }
  // At midnight of the solstice.
  const deepest = Math.cos(Math.max(0, (Math.abs(latitude_deg) * Math.PI) / 180 - Math.asin(SIN_OBLIQUITY)))
  const ends = [0, ...breaks.filter((cosine) => cosine < deepest), deepest]
  return ends.slice(1).flatMap((end, k) => {
    const start = ends[k]
    const bins = Math.max(2, Math.ceil(perUnit * (end - start)))
    const at = (bin: number): number => start + (end - start) * (bin / bins) ** 1.5
    const shares = Array.from({ length: bins + 1 }, (_, n) => nightShare(at(n), latitude_deg))
    return Array.from({ length: bins }, (_, n) => ({ cosNadir: at(n + 0.5), share: shares[n + 1] - shares[n] }))
  })
}
