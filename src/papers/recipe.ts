import type { Assumptions } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import type { FigureSpec } from '../figures/spec.ts'

/** A boson that is there, for a figure that shows how it is found. */
export interface Benchmark {
  readonly mass_GeV: number
  readonly coupling: number
  /** Other parameters of it that the figure shows. */
  readonly others?: Readonly<Record<string, number>>
}

/** How one published figure is made again. */
export interface FigureRecipe {
  /** Paper and figure number: `amaral-2020-5`. */
  readonly id: string
  readonly paper: CitationKey
  readonly title: string
  /** The preset of assumptions the figure was drawn under. */
  readonly assume: string
  /** Curves of the published figure that are not drawn here. */
  readonly missing: readonly string[]
  /** The bosons it shows, where the publication has them in pictures only: assumed. A figure of one takes one. */
  readonly benchmarks?: readonly Benchmark[]
  /** @param benchmarks others in place of its own, one or more */
  make(assumptions: Assumptions, benchmarks?: readonly Benchmark[]): Promise<FigureSpec>
}

/** One number a paper prints, and how to compute it. */
export interface Claim {
  /** Paper and place: `amaral-2020-eq-33`. */
  readonly id: string
  readonly paper: CitationKey
  /** Equation, section, table or caption. */
  readonly where: string
  readonly what: string
  readonly unit?: string
  readonly printed: number
  /** Relative deviation still called reproduced: half a unit of the last printed digit unless the paper says otherwise. */
  readonly tolerance: number
  /** Where the paper states an inequality: the side of `printed` on which the number has to lie. */
  readonly side?: 'above' | 'below'
  /** Preset (with `key=value` after `@`) under which the paper's own number should come out. */
  readonly assume: string
  compute(assumptions: Assumptions): Promise<number> | number
  /** Why the number does not come out, or what has to be assumed for it to. */
  readonly reason?: string
}

export type ClaimVerdict = 'reproduced' | 'reproduced under assumptions' | 'not reproduced'

export interface ClaimResult {
  readonly claim: Claim
  /** Under Zest's defaults. */
  readonly computed: number
  /** Under the paper's own assumptions. */
  readonly computedAsPaper: number
  readonly verdict: ClaimVerdict
}
