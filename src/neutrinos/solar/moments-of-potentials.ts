import { gaussLegendre } from '../../numerics/index.ts'
import { legendreTails } from '../tails.ts'
import { condensedZone } from './condensed-zone.ts'
import { SOLAR_SOURCES, type SolarSource } from './fluxes.ts'
import { MOMENTS } from './moments.ts'
import { flavourEvolution, type MatterPotential } from './oscillation.ts'
import type { ContinuousSpectrum } from './spectra.ts'
import type { Sun } from './sun.ts'

/**
 * Tail moments of the solar fluxes for many potentials. They are linear in the flavour probabilities, which are smooth: known at some hundred
 * energies, the nodes, they are known everywhere, and what follows from them is prepared once for all potentials.
 */
export interface PotentialMoments {
  readonly sun: Sun
  /** $P_\alpha$ at the nodes with a potential, at `3 * node + flavour`: of the work for a potential nearly all. */
  probabilities(potential: MatterPotential): Float64Array
  /**
   * Prepares the moments above some energies.
   *
   * @returns a function of the probabilities at the nodes: $F_k^\alpha$ [cm⁻² s⁻¹ MeV⁻ᵏ] above minimum i at `9 * i + 3 * flavour + k`
   */
  above(minima_MeV: Float64Array): (probabilities: Float64Array) => Float64Array
}

/** Nodes on each stretch of energy, and how often a spectrum is halved towards low energies before the stretch that starts at zero. */
const POINTS = 8
const HALVINGS = 6
/** That stand for a production zone. */
const DENSITIES = 16

/** A stretch of a spectrum, on which probabilities are the polynomials through its nodes; a line is a stretch with one node. */
interface Stretch {
  readonly source: SolarSource
  readonly from_MeV: number
  readonly to_MeV: number
  readonly nodes_MeV: readonly number[]
  /** Moments of the spectrum times the polynomial that is 1 at node c and 0 at the others, above an energy and within the stretch, at `3 * c + k`. */
  tail(minimum_MeV: number, out: Float64Array): void
}

/**
 * Prepares the moments for potentials of any strength; a potential then takes a millisecond or two, and the moments above an energy a microsecond.
 * Within 1e-6 of {@link buildMoments} for potentials up to six times that of the W, and 1e-4 for those that outdo it by far.
 *
 * @example
 * const { probabilities, above } = momentsOfPotentials(await loadSun(assume()))
 * above(Float64Array.of(0.1))(probabilities(STANDARD_POTENTIAL))[0] // flux of ν_e above 100 keV
 */
export function momentsOfPotentials(sun: Sun): PotentialMoments {
  // Of each source from the lowest energy to the highest.
  const stretches = SOLAR_SOURCES.flatMap((source) => stretchesOf(sun, source))
  const starts = [0]
  for (const { nodes_MeV } of stretches) starts.push(starts[starts.length - 1] + nodes_MeV.length)
  const wholes = stretches.map((stretch) => tailOf(stretch, stretch.from_MeV))

  function above(minima_MeV: Float64Array): (probabilities: Float64Array) => Float64Array {
    // The stretches that minima fall into, one after another: those of minimum i from firsts[i] to firsts[i + 1].
    const firsts = new Int32Array(minima_MeV.length + 1)
    const cut: { readonly stretch: number; readonly weights: Float64Array }[] = []
    for (const [i, minimum] of minima_MeV.entries()) {
      for (const [s, stretch] of stretches.entries()) {
        const isLowest = s === 0 || stretches[s - 1].source !== stretch.source
        if (minimum > stretch.to_MeV || (minimum <= stretch.from_MeV && !isLowest)) continue
        cut.push({ stretch: s, weights: tailOf(stretch, minimum) })
      }
      firsts[i + 1] = cut.length
    }
    const sums = new Float64Array((stretches.length + 1) * MOMENTS)
    /** Spelt out: strong potentials spend most of their time here. */
    const add = (p: Float64Array, s: number, weights: Float64Array, out: Float64Array, at: number): void => {
      let e0 = 0
      let e1 = 0
      let e2 = 0
      let mu0 = 0
      let mu1 = 0
      let mu2 = 0
      let tau0 = 0
      let tau1 = 0
      let tau2 = 0
      for (let x = 0, c = 3 * starts[s]; x < weights.length; x += 3, c += 3) {
        const w0 = weights[x]
        const w1 = weights[x + 1]
        const w2 = weights[x + 2]
        const e = p[c]
        const mu = p[c + 1]
        const tau = p[c + 2]
        e0 += e * w0
        e1 += e * w1
        e2 += e * w2
        mu0 += mu * w0
        mu1 += mu * w1
        mu2 += mu * w2
        tau0 += tau * w0
        tau1 += tau * w1
        tau2 += tau * w2
      }
      out[at] += e0
      out[at + 1] += e1
      out[at + 2] += e2
      out[at + 3] += mu0
      out[at + 4] += mu1
      out[at + 5] += mu2
      out[at + 6] += tau0
      out[at + 7] += tau1
      out[at + 8] += tau2
    }
    return (p) => {
      // All of a source from a stretch on.
      sums.fill(0)
      for (let s = stretches.length - 1; s >= 0; s--) {
        const hasMore = s + 1 < stretches.length && stretches[s + 1].source === stretches[s].source
        if (hasMore) sums.copyWithin(MOMENTS * s, MOMENTS * (s + 1), MOMENTS * (s + 2))
        add(p, s, wholes[s], sums, MOMENTS * s)
      }
      const out = new Float64Array(MOMENTS * minima_MeV.length)
      for (let i = 0; i < minima_MeV.length; i++) {
        for (let x = firsts[i]; x < firsts[i + 1]; x++) {
          const { stretch: s, weights } = cut[x]
          add(p, s, weights, out, MOMENTS * i)
          if (s + 1 === stretches.length || stretches[s + 1].source !== stretches[s].source) continue
          for (let m = 0; m < MOMENTS; m++) out[MOMENTS * i + m] += sums[MOMENTS * (s + 1) + m]
        }
      }
      return out
    }
  }

  const evolution = flavourEvolution(sun.oscillation, sun.assumptions.survival)
  const zones = new Map(SOLAR_SOURCES.map((source) => [source, condensedZone(sun.zone(source), DENSITIES)]))
  const p = new Float64Array(3)
  return {
    sun,
    above,
    probabilities(potential) {
      const out = new Float64Array(3 * starts[stretches.length])
      let node = 0
      for (const { source, nodes_MeV } of stretches) {
        const zone = zones.get(source)!
        for (const energy_MeV of nodes_MeV) {
          evolution.probabilities(zone, energy_MeV, potential, p)
          out.set(p, 3 * node++)
        }
      }
      return out
    },
  }
}

function tailOf({ nodes_MeV, tail }: Stretch, minimum_MeV: number): Float64Array {
  const out = new Float64Array(3 * nodes_MeV.length)
  tail(minimum_MeV, out)
  return out
}

function stretchesOf(sun: Sun, source: SolarSource): Stretch[] {
  const spectrum = sun.spectrum(source)
  const flux = sun.flux(source)
  if (spectrum.kind === 'continuum') return continuousStretches(source, spectrum, flux)
  return [...spectrum.lines]
    .sort((a, b) => a.energy_MeV - b.energy_MeV)
    .map(({ energy_MeV, fraction }, i, lines) => ({
      source,
      from_MeV: i === 0 ? 0 : lines[i - 1].energy_MeV,
      to_MeV: energy_MeV,
      nodes_MeV: [energy_MeV],
      tail(minimum_MeV, out) {
        for (let k = 0; k < 3; k++) out[k] = minimum_MeV <= energy_MeV ? (fraction * flux) / energy_MeV ** k : 0
      },
    }))
}

function continuousStretches(source: SolarSource, { edges_MeV, density }: ContinuousSpectrum, flux: number): Stretch[] {
  const [start, end] = [edges_MeV[0], edges_MeV[edges_MeV.length - 1]]
  const { nodes } = gaussLegendre(POINTS)
  return Array.from({ length: HALVINGS + 1 }, (_, s) => {
    const from_MeV = s === 0 ? start : end / 2 ** (HALVINGS + 1 - s)
    const to_MeV = end / 2 ** (HALVINGS - s)
    const nodes_MeV = Array.from(nodes, (x) => from_MeV + 0.5 * (to_MeV - from_MeV) * (1 + x))
    const inside = edges_MeV.filter((edge) => edge > from_MeV && edge < to_MeV)
    const tail = legendreTails(Float64Array.of(from_MeV, ...inside, to_MeV), POINTS, (energy, out) => {
      const weight = flux * density(energy)
      for (let c = 0; c < POINTS; c++) {
        out[c] = weight
        for (let d = 0; d < POINTS; d++) if (d !== c) out[c] *= (energy - nodes_MeV[d]) / (nodes_MeV[c] - nodes_MeV[d])
      }
    })
    return { source, from_MeV, to_MeV, nodes_MeV, tail }
  })
}
