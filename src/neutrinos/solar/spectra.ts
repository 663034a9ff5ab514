import type { Assumptions } from '../../assumptions.ts'
import { M_ELECTRON } from '../../constants.ts'
import type { SolarSource } from '../../data/solar-fluxes-b16.ts'
import { solarLines } from '../../data/solar-lines.ts'
import { column, type Table } from '../../data/table.ts'
import { integrateGL, intervalIndex, linearInterpolator } from '../../numerics/index.ts'
import { fermiFunctionPositron } from './fermi-function.ts'

/** One neutrino energy and the share of the source's flux that has it. */
export interface SpectralLine {
  readonly energy_MeV: number
  readonly fraction: number
}

/** Neutrinos of a few fixed energies. */
export interface LineSpectrum {
  readonly kind: 'lines'
  readonly lines: readonly SpectralLine[]
}

/** A continuous spectrum, normalised to one. */
export interface ContinuousSpectrum {
  readonly kind: 'continuum'
  /** φ(E) [1/MeV]; zero from the endpoint on. */
  density(energy_MeV: number): number
  /**
   * Ascending energies, the first 0 or next to it, the last the endpoint. Between two of them φ and φ/E² are smooth: a
   * Gauss rule of a dozen points is exact to round-off there.
   */
  readonly edges_MeV: Float64Array
}

export type SolarSpectrum = LineSpectrum | ContinuousSpectrum

/** What makes a β⁺ spectrum of the Sun: the greatest neutrino energy and the daughter nucleus. */
export interface BetaDecay {
  readonly endpoint_MeV: number
  readonly protons: number
  readonly nucleons: number
}

/** The allowed β⁺ decays; endpoints as in Bahcall and Ulrich (1988) and Bahcall (1997), pp with its 3 keV of thermal energy. */
export const BETA_DECAYS = {
  pp: { endpoint_MeV: 0.4234, protons: 1, nucleons: 2 },
  hep: { endpoint_MeV: 18.784, protons: 2, nucleons: 4 },
  '13N': { endpoint_MeV: 1.1991, protons: 6, nucleons: 13 },
  '15O': { endpoint_MeV: 1.7317, protons: 7, nucleons: 15 },
  '17F': { endpoint_MeV: 1.7398, protons: 8, nucleons: 17 },
} as const satisfies Partial<Record<SolarSource, BetaDecay>>

/** Energies between a first one and an endpoint, each at half the distance of the one before, down to a least distance. */
function approaching(endpoint: number, from: number, least: number): number[] {
  const energies: number[] = []
  for (let distance = 0.5 * (endpoint - from); distance > least; distance /= 2) energies.push(endpoint - distance)
  return energies
}

/** Edges fine enough for a survival probability, and closing in on the endpoint, where the spectrum ends like a square root. */
function betaEdges(endpoint: number): Float64Array {
  const steps = Math.ceil(Math.max(8, endpoint))
  const edges = Array.from({ length: steps + 1 }, (_, i) => (0.5 * endpoint * i) / steps)
  return Float64Array.from([...edges, ...approaching(endpoint, 0.5 * endpoint, 1e-6 * endpoint), endpoint])
}

/**
 * Neutrino spectrum of an allowed β⁺ decay, normalised to one:
 * $\phi(E) \propto E^2\,p\,W\,F(Z, W)$ with $W = 1 + (E_0 - E)/m_e$ and $p = \sqrt{W^2 - 1}$.
 *
 * The exact {@link fermiFunctionPositron} is used. Against the tables of Bahcall and of Bahcall and Ulrich the largest
 * differences are 0.09 (pp), 0.01 (hep), 0.11 (¹³N), 0.19 (¹⁵O) and 0.12 (¹⁷F) per cent of the peak; with the
 * non-relativistic function, 0.09, 0.01, 0.08, 0.21 and 0.18; without one, 4 to 8 per cent but for hep. Screening,
 * recoil and radiative corrections are left out.
 *
 * @example
 * betaSpectrum(BETA_DECAYS.pp).density(0.3) // about 4.05 per MeV
 */
export function betaSpectrum(decay: BetaDecay): ContinuousSpectrum {
  const { endpoint_MeV: endpoint, protons, nucleons } = decay
  const shape = (energy: number): number => {
    if (!(energy > 0 && energy < endpoint)) return 0
    const kinetic = (endpoint - energy) / (1e3 * M_ELECTRON)
    const momentum = Math.sqrt(kinetic * (kinetic + 2))
    return energy * energy * momentum * (1 + kinetic) * fermiFunctionPositron(protons, nucleons, kinetic)
  }
  const edges_MeV = betaEdges(endpoint)
  let norm: number | undefined
  const integral = (): number => {
    let sum = 0
    for (let i = 0; i + 1 < edges_MeV.length; i++) sum += integrateGL(shape, edges_MeV[i], edges_MeV[i + 1], 16)
    return sum
  }
  return { kind: 'continuum', density: (energy_MeV) => shape(energy_MeV) / (norm ??= integral()), edges_MeV }
}

/** Where the edges of a table that starts at zero begin [MeV]: on a straight line through zero, moments of φ/E² diverge there. */
const TABLE_FLOOR_MeV = 1e-5

/** The energies of a table as edges of pieces on which its straight lines, over E², are smooth: none more than twice the one below. */
export function tableEdges(energy_MeV: ArrayLike<number>): Float64Array {
  const edges: number[] = []
  for (let edge = energy_MeV[1]; energy_MeV[0] === 0 && edge > TABLE_FLOOR_MeV; edge /= 2) edges.unshift(edge)
  edges.unshift(energy_MeV[0] === 0 ? TABLE_FLOOR_MeV : energy_MeV[0])
  for (let i = 1; i < energy_MeV.length; i++) {
    for (let edge = 2 * edges[edges.length - 1]; edge < energy_MeV[i]; edge *= 2) edges.push(edge)
    if (energy_MeV[i] > edges[edges.length - 1]) edges.push(energy_MeV[i])
  }
  return Float64Array.from(edges)
}

/** Power laws of the distance to the endpoint through a falling table that ends in zero; that of the last piece as of the one before. */
function powersOfDistance(energy: Float64Array, density: Float64Array): (energy_MeV: number) => number {
  const last = energy.length - 1
  const distance = energy.map((one) => energy[last] - one)
  const power = energy.map((_, i) => Math.log(density[i + 1] / density[i]) / Math.log(distance[i + 1] / distance[i]))
  power[last - 1] = power[last - 2]
  return (energy_MeV) => {
    const i = Math.min(intervalIndex(energy, energy_MeV), last - 1)
    return energy_MeV < energy[last] ? density[i] * ((energy[last] - energy_MeV) / distance[i]) ** power[i] : 0
  }
}

/** Closer to its endpoint than this a table of powers has next to nothing [MeV]. */
const NEAREST_MeV = 1e-2

/**
 * A tabulated spectrum, normalised to one: straight lines between the points, and power laws of the distance to the endpoint
 * where the table falls over decades.
 *
 * @param steepFrom_MeV the point of the table from which on it does; nowhere unless given
 * @example
 * tabulatedSpectrum(spectrum8BWinter).density(6.5) // 0.131 per MeV
 */
export function tabulatedSpectrum(
  table: Table<'energy' | 'density'>,
  steepFrom_MeV: number = Number.POSITIVE_INFINITY,
): ContinuousSpectrum {
  const allDensities = column(table, 'density')
  let points = allDensities.length
  while (points > 2 && allDensities[points - 2] === 0) points--
  const energy = column(table, 'energy').subarray(0, points)
  const density = allDensities.subarray(0, points)
  const line = linearInterpolator(energy, density, 'zero')
  const steep = energy.findIndex((one) => one >= steepFrom_MeV)
  const fall = steep < 0 ? line : powersOfDistance(energy.subarray(steep), density.subarray(steep))
  const shape = (energy_MeV: number): number => (energy_MeV < steepFrom_MeV ? line(energy_MeV) : fall(energy_MeV))
  let norm = 0
  for (let i = 0; i + 1 < points; i++) norm += integrateGL(shape, energy[i], energy[i + 1], 16)
  const edges = [...tableEdges(energy)]
  if (steep >= 0) edges.splice(-1, 0, ...approaching(energy[points - 1], energy[points - 2], NEAREST_MeV))
  return { kind: 'continuum', density: (energy_MeV) => shape(energy_MeV) / norm, edges_MeV: Float64Array.from(edges) }
}

/** The lines of ⁷Be and pep. */
export function lineSpectrum(source: '7Be' | 'pep'): LineSpectrum {
  const lines = solarLines.rows.filter((row) => row.source === source)
  return { kind: 'lines', lines: lines.map(({ energy_keV, branching }) => ({ energy_MeV: energy_keV / 1e3, fraction: branching })) }
}

/**
 * Thermal profiles of the two ⁷Be lines (Bahcall 1994), each normalised to one: for recoil spectra resolved at the keV. The
 * profile of the ground state first. Their means lie 1.3 keV above the energies of the lines.
 */
export async function beryllium7LineShapes(): Promise<readonly [ground: ContinuousSpectrum, excited: ContinuousSpectrum]> {
  const [{ lineshape7BeGround }, { lineshape7BeExcited }] = await Promise.all([
    import('../../data/lineshape-7be-ground.ts'),
    import('../../data/lineshape-7be-excited.ts'),
  ])
  return [tabulatedSpectrum(lineshape7BeGround), tabulatedSpectrum(lineshape7BeExcited)]
}

/** Where the table of Bahcall et al. starts to fall over three decades [MeV]; the other two end after one and a half. */
const BAHCALL_STEEP_FROM_MeV = 13.02

async function boron8Spectrum(choice: Assumptions['boron8']): Promise<ContinuousSpectrum> {
  switch (choice) {
    case 'winter':
      return tabulatedSpectrum((await import('../../data/spectrum-8b-winter.ts')).spectrum8BWinter)
    case 'bahcall-1996':
      return tabulatedSpectrum((await import('../../data/spectrum-8b-bahcall-1996.ts')).spectrum8BBahcall1996, BAHCALL_STEEP_FROM_MeV)
    case 'ortiz':
      return tabulatedSpectrum((await import('../../data/spectrum-8b-ortiz.ts')).spectrum8BOrtiz)
  }
}

/** The eight spectra, that of ⁸B from the table the assumptions name. */
export async function solarSpectra(assumptions: Assumptions): Promise<Readonly<Record<SolarSource, SolarSpectrum>>> {
  return {
    pp: betaSpectrum(BETA_DECAYS.pp),
    pep: lineSpectrum('pep'),
    '7Be': lineSpectrum('7Be'),
    '8B': await boron8Spectrum(assumptions.boron8),
    hep: betaSpectrum(BETA_DECAYS.hep),
    '13N': betaSpectrum(BETA_DECAYS['13N']),
    '15O': betaSpectrum(BETA_DECAYS['15O']),
    '17F': betaSpectrum(BETA_DECAYS['17F']),
  }
}
