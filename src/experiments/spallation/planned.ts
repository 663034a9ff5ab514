import type { Assumptions } from '../../assumptions.ts'
import type { Constraint, Entry } from '../../constraints/constraint.ts'
import type { CountsModel } from '../../constraints/counts.ts'
import { binsBetween, countsSpectrum, evenEdges } from '../../constraints/spectrum.ts'
import type { SpallationProjection } from '../../data/spallation-projections.ts'
import { nuclearTarget, sharp } from '../../detectors/index.ts'
import { scatteringOptions } from '../../processes/neutrino-electron.ts'
import { coherentCounts, spallationPlan } from './limit.ts'
import { pionRecoils } from './recoils.ts'

/** Above every recoil [keV]. */
const END_keV = 1e4

/** To which energy spectra are shown [keV], and in how many bins. */
const SHOWN_keV = { Ar: 120, CsI: 50, NaI: 200 } as const
const BINS = 40

/** What a future detector expects above its threshold, or between edges. */
export function projectionCounts(
  about: SpallationProjection,
  assumptions: Assumptions,
  edges: readonly number[] = [about.threshold_keV, END_keV],
): CountsModel {
  const { material, exposure_t_yr, threshold_keV } = about
  const detector = {
    target: nuclearTarget(material),
    exposure_t_yr,
    beam: about,
    edges,
    observable: sharp(),
    threshold_keV,
  }
  return coherentCounts(pionRecoils(detector, scatteringOptions(assumptions), {})[0])
}

/** A future detector: all it counts above its threshold, as expected without the boson. */
export function plannedConstraint(entry: Entry, assumptions: Assumptions, about: SpallationProjection, isRemembered: boolean): Constraint {
  const { material, exposure_t_yr, threshold_keV, systematic } = about
  const counts = projectionCounts(about, assumptions)
  const [predicted] = counts.standard
  const compared = {
    counts,
    statement:
      `${Number(predicted.toPrecision(4))} counts above ${threshold_keV} keV in ${exposure_t_yr} t yr of ${material}, ` +
      `± ${100 * systematic} %, no backgrounds`,
    citations: entry.source.citations,
    unverified: isRemembered ? 'exposure, threshold, beam, distance and error are from memory' : undefined,
  }
  const constraint = spallationPlan(entry, assumptions, compared, systematic)
  const edges = evenEdges([threshold_keV, SHOWN_keV[material]], BINS)
  const recorded = { channel: 'nr', unit: 'keVnr', bins: binsBetween(edges) } as const
  return { ...constraint, spectra: () => [countsSpectrum(recorded, projectionCounts(about, assumptions, edges))] }
}
