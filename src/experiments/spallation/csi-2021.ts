import type { Assumptions } from '../../assumptions.ts'
import type { Constraint, Entry } from '../../constraints/constraint.ts'
import type { CountsModel } from '../../constraints/counts.ts'
import { binsBetween, countsSpectrum } from '../../constraints/spectrum.ts'
import { COHERENT_CSI_2021, COHERENT_CSI_2021_ANALYSIS } from '../../data/coherent-csi-2021.ts'
import { coherentCsi2021Photoelectrons } from '../../data/coherent-csi-2021-photoelectrons.ts'
import { coherentCsi2021Time } from '../../data/coherent-csi-2021-time.ts'
import { column } from '../../data/table.ts'
import { csi2021Quenching, type Efficiency, electronEquivalent, gammaSpread, nuclearTarget, smeared } from '../../detectors/index.ts'
import { arrivalShare } from '../../neutrinos/index.ts'
import { normalCdf } from '../../numerics/index.ts'
import { type NuclearScattering, POWERS, type RecoilCounts } from '../../processes/index.ts'
import { type ScatteringOptions, scatteringOptions } from '../../processes/neutrino-electron.ts'
import { coherentCounts, spallationConstraint, total } from './limit.ts'
import { DELAYED, PROMPT, pionRecoils } from './recoils.ts'

const [FROM_BEAM, FROM_BEAM_ERROR] = COHERENT_CSI_2021_ANALYSIS.beamNeutrons
const [INDUCED, INDUCED_ERROR] = COHERENT_CSI_2021_ANALYSIS.inducedNeutrons
const NEUTRONS_ERROR = Math.hypot(FROM_BEAM * FROM_BEAM_ERROR, INDUCED * INDUCED_ERROR) / (FROM_BEAM + INDUCED)
/** No recoil below gives eight photoelectrons [keV]. */
const THRESHOLD_keV = 1
const PHOTOELECTRONS = [...column(coherentCsi2021Photoelectrons, 'low'), COHERENT_CSI_2021.window_PE[1]]
/** Steps in which the efficiency falls with time [ns]. */
const STEP_NS = 25

/** COHERENT on CsI, 2021: bins of time, the scales of signal and backgrounds profiled. */
export function csi2021Constraint(entry: Entry, assumptions: Assumptions): Constraint {
  const { fluxError, signalError, steady } = COHERENT_CSI_2021_ANALYSIS
  const counts = csi2021Counts(assumptions)
  const observed = column(coherentCsi2021Time, 'coincidence')
  const bins = observed.length
  const constraint = spallationConstraint(entry, assumptions, {
    counts,
    data: {
      observed,
      model: {
        bins,
        components: [[0, 1], [2], [3]],
        nuisances: [
          { id: 'flux.sns', central: 1, sigma: fluxError },
          { id: 'coherent-csi-2021.signal', central: 1, sigma: signalError },
          { id: 'coherent-csi-2021.neutrons', central: 1, sigma: NEUTRONS_ERROR },
          { id: 'coherent-csi-2021.steady', central: 1, sigma: steady[1] },
        ],
      },
    },
    statement:
      `${bins} bins of time with ${total(observed)} counts against ${total(counts.standard.subarray(0, bins)).toFixed(1)} ` +
      `and backgrounds of ${total(counts.standard.subarray(bins)).toFixed(0)}, scales profiled`,
    citations: ['coherent-csi-2021'],
    unverified: 'exposure, totals of the backgrounds and all errors are from memory',
  })
  const recorded = {
    channel: 'nr',
    unit: 'photoelectrons',
    bins: binsBetween(PHOTOELECTRONS),
    observed: column(coherentCsi2021Photoelectrons, 'coincidence'),
  } as const
  return { ...constraint, spectra: () => [countsSpectrum(recorded, csi2021Photoelectrons(assumptions))] }
}

/** Neutrons of both kinds: they are few, and one scale does for them. */
function neutrons(): Float64Array {
  const induced = background(INDUCED, (from, to) => neutrinosBetween('delayed', from, to))
  return background(FROM_BEAM, beamNeutronsBetween).map((n, b) => n + induced[b])
}

/**
 * What the bins of time expect: coherent scattering, neutrons, and what does not know the beam.
 *
 * @example
 * csi2021Counts(assume()).standard[4] // 26.6, from 0.5 to 0.625 microseconds
 */
export function csi2021Counts(assumptions: Assumptions): CountsModel {
  const [steady] = COHERENT_CSI_2021_ANALYSIS.steady
  return coherentCounts(
    countsInTime(scatteringOptions(assumptions)),
    neutrons(),
    background(steady, (from, to) => to - from),
  )
}

/**
 * What bins of photoelectrons expect in all times: coherent scattering, neutrons, and what does not know the beam, with the shape counted before it and
 * the total of the analysis.
 */
export function csi2021Photoelectrons(assumptions: Assumptions): CountsModel {
  const recoils = csi2021Recoils(PHOTOELECTRONS, scatteringOptions(assumptions))
  const shares = (['prompt', 'delayed'] as const).map((kind) => total(overTime((from, to) => neutrinosBetween(kind, from, to))))
  const signal = together(PHOTOELECTRONS.length - 1, recoils, (part, terms, _, out) => {
    for (let t = 0; t < terms.length; t++) out[t] += shares[part] * terms[t]
  })
  const [beam, induced] = [column(coherentCsi2021Photoelectrons, 'beamNeutrons'), column(coherentCsi2021Photoelectrons, 'inducedNeutrons')]
  const neutrons = beam.map((share, b) => (FROM_BEAM * share) / total(beam) + (INDUCED * induced[b]) / total(induced))
  const before = column(coherentCsi2021Photoelectrons, 'anticoincidence')
  const scale = COHERENT_CSI_2021_ANALYSIS.steady[0] / total(before)
  return coherentCounts(
    signal,
    neutrons,
    before.map((count) => scale * count),
  )
}

/** The prompt and the delayed neutrinos, each over all photoelectrons of the window. */
export function csi2021Recoils(edges: readonly number[], options: ScatteringOptions): readonly RecoilCounts<NuclearScattering>[] {
  const { mass_kg, distance_m, spread } = COHERENT_CSI_2021
  const { protons, pionsPerProton } = COHERENT_CSI_2021_ANALYSIS
  const energy = (recoil: number): number => electronEquivalent(csi2021Quenching, recoil)
  const observable = smeared(
    gammaSpread(
      (recoil) => energy(recoil) / spread.a,
      (recoil) => 1 + spread.b * energy(recoil),
    ),
    efficiency,
  )
  const detector = {
    target: nuclearTarget('CsI'),
    exposure_t_yr: 1e-3 * mass_kg,
    beam: { protonsPerYear: protons, pionsPerProton, distance_m },
    edges,
    observable,
    threshold_keV: THRESHOLD_keV,
  } as const
  return pionRecoils(detector, options, PROMPT, DELAYED)
}

const efficiency: Efficiency = {
  at(photoelectrons) {
    const { a, b, c, d } = COHERENT_CSI_2021.efficiency
    return Math.max(0, a / (1 + Math.exp(-b * (photoelectrons - c))) + d)
  },
  breaks: [],
}

/** Counts in the bins of time: what is prompt and what is delayed follows from the pulse. */
function countsInTime(options: ScatteringOptions): RecoilCounts<NuclearScattering> {
  const recoils = csi2021Recoils(COHERENT_CSI_2021.window_PE, options)
  const shares = (['prompt', 'delayed'] as const).map((kind) => overTime((from, to) => neutrinosBetween(kind, from, to)))
  const bins = shares[0].length
  return together(bins, recoils, (part, terms, length, out) => {
    for (let b = 0; b < bins; b++) for (let t = 0; t < length; t++) out[length * b + t] += shares[part][b] * terms[t]
  })
}

/**
 * Counts of several kinds of neutrinos.
 *
 * @param spread adds what one kind gives, so many numbers a bin, to those of all
 */
function together(
  bins: number,
  parts: readonly RecoilCounts<NuclearScattering>[],
  spread: (part: number, terms: Float64Array, length: number, out: Float64Array) => void,
): RecoilCounts<NuclearScattering> {
  const adding = (length: number, add: (part: RecoilCounts<NuclearScattering>, terms: Float64Array) => void, out: Float64Array): void => {
    for (const [i, part] of parts.entries()) {
      const terms = new Float64Array(length * part.bins)
      add(part, terms)
      spread(i, terms, length, out)
    }
  }
  return {
    bins,
    add: (boson, mass, out) => adding(3, (part, terms) => part.add(boson, mass, terms), out),
    addAlong: (line, mass, out) => adding(POWERS, (part, terms) => part.addAlong(line, mass, terms), out),
  }
}

/** Share of neutrinos between two times [ns], without the efficiency. */
export function neutrinosBetween(kind: 'prompt' | 'delayed', from_ns: number, to_ns: number): number {
  const { mean_ns, sigma_ns } = COHERENT_CSI_2021.pulse
  return arrivalShare(kind, from_ns - mean_ns, to_ns - mean_ns, sigma_ns)
}

function beamNeutronsBetween(from_ns: number, to_ns: number): number {
  const { mean_ns, sigma_ns } = COHERENT_CSI_2021.neutronPulse
  return normalCdf((to_ns - mean_ns) / sigma_ns) - normalCdf((from_ns - mean_ns) / sigma_ns)
}

/** What falls into the bins of time, times the efficiency. */
function overTime(between: (from_ns: number, to_ns: number) => number): Float64Array {
  const { flatTo_ns, fall_per_ns } = COHERENT_CSI_2021.timeEfficiency
  return Float64Array.from(coherentCsi2021Time.rows, ([low_us, high_us]) => {
    const steps = Math.ceil((1e3 * (high_us - low_us)) / STEP_NS)
    const width = (1e3 * (high_us - low_us)) / steps
    let sum = 0
    for (let s = 0; s < steps; s++) {
      const from = 1e3 * low_us + s * width
      sum += between(from, from + width) * Math.exp(-fall_per_ns * Math.max(0, from + 0.5 * width - flatTo_ns))
    }
    return sum
  })
}

/** A background of a given total, spread over time. */
function background(counts: number, between: (from_ns: number, to_ns: number) => number): Float64Array {
  const shape = overTime(between)
  const whole = total(shape)
  return shape.map((share) => (counts * share) / whole)
}
