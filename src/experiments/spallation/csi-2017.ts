import type { Assumptions } from '../../assumptions.ts'
import type { Constraint, Entry } from '../../constraints/constraint.ts'
import type { CountsModel } from '../../constraints/counts.ts'
import { binsBetween, countsSpectrum } from '../../constraints/spectrum.ts'
import { COHERENT_CSI_2017 } from '../../data/coherent-csi-2017.ts'
import { coherentCsi2017Photoelectrons } from '../../data/coherent-csi-2017-photoelectrons.ts'
import { efficiencyCoherentCsi2017 } from '../../data/efficiency-coherent-csi-2017.ts'
import { csi2017Quenching, electronEquivalent, nuclearTarget, photoelectrons, tabulatedEfficiency } from '../../detectors/index.ts'
import { scatteringOptions } from '../../processes/neutrino-electron.ts'
import { coherentCounts, spallationConstraint, total } from './limit.ts'
import { pionRecoils } from './recoils.ts'

/** Photoelectrons in which the collaboration counts, and the width of a bin. */
const FIRST = 6
const LAST = 30
const WIDTH = 2
const ROWS = coherentCsi2017Photoelectrons.rows.filter(([centre]) => centre > FIRST && centre < LAST)
/** No recoil below gives six photoelectrons [keV]. */
const THRESHOLD_keV = 0.5

/** COHERENT on CsI, 2017: bins of photoelectrons, the scale of the signal profiled. */
export function csi2017Constraint(entry: Entry, assumptions: Assumptions): Constraint {
  const { predicted, predictedSigma, fluxError } = COHERENT_CSI_2017
  const counts = csi2017Counts(assumptions)
  const observed = Float64Array.from(ROWS, ([, n]) => n)
  const errors = Float64Array.from(ROWS, ([, , down, up]) => (down + up) / 2)
  const constraint = spallationConstraint(entry, assumptions, {
    counts,
    data: {
      observed,
      model: {
        bins: ROWS.length,
        components: [[0, 1]],
        nuisances: [
          { id: 'flux.sns', central: 1, sigma: fluxError },
          { id: 'coherent-csi-2017.signal', central: 1, sigma: Math.sqrt((predictedSigma / predicted) ** 2 - fluxError ** 2) },
        ],
        sigmas: errors,
      },
    },
    statement:
      `${ROWS.length} bins with ${total(observed).toFixed(0)} counts against ${total(counts.standard).toFixed(1)} ` +
      `± ${((100 * predictedSigma) / predicted).toFixed(0)} %`,
    citations: ['coherent-csi-2017'],
  })
  const bins = binsBetween([...ROWS.map(([centre]) => centre - WIDTH / 2), LAST])
  const recorded = { channel: 'nr', unit: 'photoelectrons', bins, observed, errors } as const
  return { ...constraint, spectra: () => [countsSpectrum(recorded, counts)] }
}

/**
 * What the bins of photoelectrons expect.
 *
 * @example
 * csi2017Counts(assume()).standard[3] // 26.0, from 12 to 14 photoelectrons
 */
export function csi2017Counts(assumptions: Assumptions): CountsModel {
  const { protons, pionsPerProton, mass_kg, distance_m, lightYield } = COHERENT_CSI_2017
  const light = (recoil: number): number => lightYield * electronEquivalent(csi2017Quenching, recoil)
  const detector = {
    target: nuclearTarget('CsI'),
    exposure_t_yr: 1e-3 * mass_kg,
    beam: { protonsPerYear: protons, pionsPerProton, distance_m },
    edges: [...ROWS.map(([centre]) => centre - WIDTH / 2), LAST],
    observable: photoelectrons(light, tabulatedEfficiency(efficiencyCoherentCsi2017)),
    threshold_keV: THRESHOLD_keV,
  }
  return coherentCounts(pionRecoils(detector, scatteringOptions(assumptions), {})[0])
}
