import { InputError } from '../errors.ts'
import { brentRoot, gaussLegendre, logGamma, poissonPmf } from '../numerics/index.ts'
import { constantEfficiency, type Efficiency } from './efficiency.ts'

/** How a detector turns the energy of a recoil into what it records: an energy, photoelectrons, … */
export interface Observable {
  /** The chance that a recoil is kept and recorded in [low, high). */
  share(recoil_keV: number, low: number, high: number): number
  /** Recoil energies between two, at which shares are not smooth for bins with these edges. */
  breaks_keV(edges: readonly number[], lowest_keV: number, highest_keV: number): readonly number[]
  /** Over which distance shares change around a recoil energy [keV]: infinite where they only break. */
  resolution_keV(recoil_keV: number): number
}

const EVERYTHING = constantEfficiency(1)

/** Where a growing function of the recoil energy takes a value, if it does between two energies. */
function crossing(observed: (recoil_keV: number) => number, value: number, lowest: number, highest: number): number[] {
  if (!(observed(lowest) < value && value < observed(highest))) return []
  return [brentRoot((recoil) => observed(recoil) - value, lowest, highest)]
}

/**
 * A detector of perfect resolution.
 *
 * @param observed what it records for a recoil: the energy itself, or the electron equivalent; grows with it
 * @param efficiency against what is recorded
 * @example
 * sharp().share(3, 2, 30) // 1
 */
export function sharp(observed: (recoil_keV: number) => number = (recoil) => recoil, efficiency: Efficiency = EVERYTHING): Observable {
  return {
    share(recoil_keV, low, high) {
      const value = observed(recoil_keV)
      return value >= low && value < high ? efficiency.at(value) : 0
    },
    breaks_keV: (edges, lowest, highest) => [...edges, ...efficiency.breaks].flatMap((edge) => crossing(observed, edge, lowest, highest)),
    resolution_keV: () => Number.POSITIVE_INFINITY,
  }
}

/** A continuous smearing: how what is recorded spreads around its mean. */
export interface Smearing {
  mean(recoil_keV: number): number
  sigma(recoil_keV: number): number
  /** Probability density of the recorded value. */
  density(value: number, recoil_keV: number): number
}

/** How far out tails are followed, and the Gauss points to a standard deviation. */
const TAILS = 9
const POINTS = 8

/**
 * A detector of finite resolution: $\int_{\rm bin} \epsilon(x)\,p(x|E_R)\,dx$, by Gauss–Legendre between the edges, the breaks of the
 * efficiency and every standard deviation, out to nine of them.
 *
 * @param efficiency against what is recorded
 */
export function smeared({ mean, sigma, density }: Smearing, efficiency: Efficiency = EVERYTHING): Observable {
  const { nodes, weights } = gaussLegendre(POINTS)
  return {
    share(recoil_keV, low, high) {
      const [centre, width] = [mean(recoil_keV), sigma(recoil_keV)]
      const from = Math.max(low, centre - TAILS * width)
      const to = Math.min(high, centre + TAILS * width)
      if (!(to > from)) return 0
      const cuts = [from, ...efficiency.breaks.filter((x) => x > from && x < to), to]
      let sum = 0
      for (let c = 1; c < cuts.length; c++) {
        const steps = Math.ceil((cuts[c] - cuts[c - 1]) / width)
        const half = (0.5 * (cuts[c] - cuts[c - 1])) / steps
        for (let s = 0; s < steps; s++) {
          for (let j = 0; j < POINTS; j++) {
            const x = cuts[c - 1] + half * (2 * s + 1 + nodes[j])
            sum += weights[j] * half * efficiency.at(x) * density(x, recoil_keV)
          }
        }
      }
      return sum
    },
    breaks_keV: () => [],
    resolution_keV(recoil_keV) {
      const step = 1e-4 * recoil_keV
      return (sigma(recoil_keV) * 2 * step) / (mean(recoil_keV + step) - mean(recoil_keV - step))
    },
  }
}

/**
 * Gaussian resolution.
 *
 * @param sigma of what is recorded, at a recoil energy
 * @example
 * smeared(gaussian((recoil) => recoil, (recoil) => 0.31 * Math.sqrt(recoil) + 0.0037 * recoil)).share(3, 0, 3) // 0.5
 */
export function gaussian(mean: (recoil_keV: number) => number, sigma: (recoil_keV: number) => number): Smearing {
  return {
    mean,
    sigma,
    density(value, recoil_keV) {
      const width = sigma(recoil_keV)
      const z = (value - mean(recoil_keV)) / width
      return Math.exp(-0.5 * z * z) / (Math.sqrt(2 * Math.PI) * width)
    },
  }
}

/**
 * Photoelectrons of COHERENT's CsI as its calibrations of 2021 describe them (coherent-csi-2021): a gamma distribution of given mean and
 * shape k, whose relative width is $1/\sqrt k$. There the mean is $E_{ee}/0.0749$ and $k = 1 + 9.56\,E_{ee}$, with $E_{ee}$ in keV.
 *
 * @example
 * gammaSpread((recoil) => 13.35 * recoil, () => 16).sigma(4) // 13.35
 */
export function gammaSpread(mean: (recoil_keV: number) => number, shape: (recoil_keV: number) => number): Smearing {
  return {
    mean,
    sigma: (recoil_keV) => mean(recoil_keV) / Math.sqrt(shape(recoil_keV)),
    density(value, recoil_keV) {
      if (!(value > 0)) return 0
      const k = shape(recoil_keV)
      const rate = k / mean(recoil_keV)
      return Math.exp(k * Math.log(rate) + (k - 1) * Math.log(value) - rate * value - logGamma(k))
    },
  }
}

/**
 * Photoelectrons that follow a Poisson distribution: a bin [low, high) holds the whole numbers in it. COHERENT's CsI of 2017 has
 * 13.35 photoelectrons per keVee (coherent-csi-2017).
 *
 * @param mean photoelectrons of a recoil
 * @param efficiency against photoelectrons
 * @example
 * photoelectrons((recoil) => 1.17 * recoil).share(10, 0, 12) // 0.496
 */
export function photoelectrons(mean: (recoil_keV: number) => number, efficiency: Efficiency = EVERYTHING): Observable {
  return {
    share(recoil_keV, low, high) {
      const expected = mean(recoil_keV)
      const reach = TAILS * Math.sqrt(expected) + 20
      let sum = 0
      for (let n = Math.max(0, Math.ceil(low), Math.floor(expected - reach)); n < high && n < expected + reach; n++) {
        sum += efficiency.at(n) * poissonPmf(n, expected)
      }
      return sum
    },
    breaks_keV: () => [],
    resolution_keV(recoil_keV) {
      const step = 1e-4 * recoil_keV
      return (Math.sqrt(mean(recoil_keV)) * 2 * step) / (mean(recoil_keV + step) - mean(recoil_keV - step))
    },
  }
}

/** What a response is built from. */
export interface ResponseOptions {
  /** Edges of the bins in what is recorded, ascending. */
  readonly edges: readonly number[]
  readonly observable: Observable
  /** Least and greatest recoil energy that matter [keV]. With perfect resolution, those that the edges stand for will do. */
  readonly recoils_keV: readonly [number, number]
  readonly exposure_t_yr: number
  /** Chance to be kept against the energy of the recoil itself, besides that of the observable. */
  readonly acceptance?: Efficiency
  /** Where the rate is not smooth: binding energies, the greatest recoils of lines [keV]. */
  readonly breaks_keV?: readonly number[]
}

/** Counts in bins from rates at fixed recoil energies: a matrix, built once. */
export interface Response {
  readonly bins: number
  /** Where the recoil spectrum is needed [keV], ascending. */
  readonly recoils_keV: Float64Array
  /** Counts in bin b per rate at recoil i, at `b * recoils_keV.length + i` [t yr keV]. */
  readonly weights: Float64Array
  /** The recoils that feed bin b: from `first[b]` up to, not including, `end[b]`. */
  readonly first: Int32Array
  readonly end: Int32Array
}

/** Pieces of recoil energy grow by this factor at most, and span this many standard deviations of the resolution. */
const GROWTH = 1.25
const DEVIATIONS = 2

/** Pieces between cuts, and how many Gauss points each takes: fewer where it grows little, more where the resolution decides. */
function* pieces(cuts: readonly number[], { resolution_keV }: Observable): Generator<readonly [from: number, to: number, points: number]> {
  for (let c = 1; c < cuts.length; c++) {
    let from = cuts[c - 1]
    while (from < cuts[c]) {
      const [growing, resolved] = [GROWTH * from, from + DEVIATIONS * resolution_keV(from)]
      const step = Math.min(growing, resolved)
      // No sliver is left at the end.
      const to = step >= cuts[c] ? cuts[c] : Math.min(step, 0.5 * (from + cuts[c]))
      yield [from, to, resolved < growing ? 8 : to < 1.1 * from ? 4 : 6]
      from = to
    }
  }
}

/**
 * Builds the response: Gauss–Legendre in recoil energy between all breaks, in pieces short enough for propagators of any mass: within 1e-10
 * for smooth rates, and 1e-8 for solar ones, whose tabulated spectra have kinks.
 *
 * @throws InputError (fields `edges`, `recoils`, `exposure`) for edges that do not ascend, recoil energies that are not above zero and
 * ascending, an exposure that is not above zero
 * @example
 * const { recoils_keV } = buildResponse({ edges: [2, 30], observable: sharp(), recoils_keV: [2, 30], exposure_t_yr: 15 })
 */
export function buildResponse({
  edges,
  observable,
  recoils_keV,
  exposure_t_yr,
  acceptance = EVERYTHING,
  breaks_keV = [],
}: ResponseOptions): Response {
  const [lowest, highest] = recoils_keV
  if (!(edges.length > 1 && edges.every((edge, b) => Number.isFinite(edge) && (b === 0 || edge > edges[b - 1])))) {
    throw new InputError(`${edges.join(', ')} is not allowed; allowed: two or more numbers, ascending`, 'edges')
  }
  if (!(lowest > 0 && highest > lowest && highest < Infinity)) {
    throw new InputError(`${lowest} to ${highest} keV is not allowed; allowed: above zero and ascending`, 'recoils')
  }
  if (!(exposure_t_yr > 0 && exposure_t_yr < Infinity)) {
    throw new InputError(`${exposure_t_yr} t yr is not allowed; allowed: above zero and finite`, 'exposure')
  }
  const inner = [...breaks_keV, ...acceptance.breaks, ...observable.breaks_keV(edges, lowest, highest)]
  const cuts = [lowest, ...inner.filter((cut) => cut > lowest && cut < highest).sort((a, b) => a - b), highest]
  const bins = edges.length - 1
  const recoils: number[] = []
  const columns: Float64Array[] = []
  for (const [from, to, points] of pieces(cuts, observable)) {
    const { nodes, weights } = gaussLegendre(points)
    const half = 0.5 * (to - from)
    for (let j = 0; j < points; j++) {
      const recoil = from + half * (1 + nodes[j])
      const unit = exposure_t_yr * half * weights[j] * acceptance.at(recoil)
      const shares = Float64Array.from({ length: bins }, (_, b) => unit * observable.share(recoil, edges[b], edges[b + 1]))
      if (shares.every((share) => share === 0)) continue
      recoils.push(recoil)
      columns.push(shares)
    }
  }
  const weights = new Float64Array(bins * recoils.length)
  const first = new Int32Array(bins)
  const end = new Int32Array(bins)
  for (let b = 0; b < bins; b++) {
    for (let i = 0; i < recoils.length; i++) {
      if (columns[i][b] === 0) continue
      if (end[b] === 0) first[b] = i
      end[b] = i + 1
      weights[b * recoils.length + i] = columns[i][b]
    }
  }
  return { bins, recoils_keV: Float64Array.from(recoils), weights, first, end }
}

/**
 * Adds to the counts of every bin what spectra at the recoil energies of a response give.
 *
 * @param spectra rates [1/(t yr keV)] of `width` kinds, kind t at recoil i at `width * i + t`
 * @param out counts, kind t in bin b at `width * b + t`
 */
export function addCounts({ bins, recoils_keV, weights, first, end }: Response, spectra: Float64Array, out: Float64Array, width = 1): void {
  const length = recoils_keV.length
  for (let b = 0; b < bins; b++) {
    for (let t = 0; t < width; t++) {
      let sum = 0
      for (let i = first[b]; i < end[b]; i++) sum += weights[b * length + i] * spectra[width * i + t]
      out[width * b + t] += sum
    }
  }
}
