/** A number that the data do not measure alone: a flux, a background, a normalisation; it multiplies expected counts. */
export interface Nuisance {
  /** Experiments that share it use the same name: `flux.7Be`. */
  readonly id: string
  /** What it is without these data; 1 as a rule. */
  readonly central: number
  /** 1σ of the Gaussian that constrains it; Infinity lets it float. */
  readonly sigma: number
}

/** Counts in bins as sums of components, each multiplied by nuisance parameters. */
export interface BinnedModel {
  readonly bins: number
  /** For every component (a signal, a background) the indices of the nuisances whose product multiplies it. */
  readonly components: readonly (readonly number[])[]
  readonly nuisances: readonly Nuisance[]
  /** 1σ of each bin where counts are not compared by Poisson but by Gauss: $\chi^2 = \sum_b (n_b - \nu_b)^2/\sigma_b^2$. */
  readonly sigmas?: Float64Array
  /** The same where less is expected than was measured, for errors that are not symmetric. */
  readonly sigmasBelow?: Float64Array
}

/** What was counted, and which numbers besides the boson the expectation depends on. */
export interface BinnedData {
  readonly observed: Float64Array
  readonly model: BinnedModel
  /** Whether Gaussian errors are those of counting, and would grow with the root of what is counted. */
  readonly isCounting?: boolean
}
