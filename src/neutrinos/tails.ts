import { gaussLegendre, intervalIndex } from '../numerics/index.ts'

/** Gauss points, and with them Legendre polynomials, to each piece between two edges of a spectrum. */
const POINTS = 12

/** P_n(x) for n = 0 … POINTS, into `out`. */
function legendre(x: number, out: Float64Array): void {
  out[0] = 1
  out[1] = x
  for (let n = 1; n < POINTS; n++) out[n + 1] = ((2 * n + 1) * x * out[n] - n * out[n - 1]) / (n + 1)
}

/**
 * Tail moments of spectra that are smooth between edges, $\int_{E_{\min}} \phi_c(E)\,E^{-k}\,dE$ for k = 0, 1, 2, with next to no work per tail.
 *
 * Between two edges $\phi E^{-k}$ is a series of Legendre polynomials, whose integrals from x to 1 are
 * $(P_{n-1}(x) - P_{n+1}(x))/(2n+1)$; whole pieces above are summed beforehand.
 *
 * @param edges_MeV ascending, the first above zero or next to it; an edge at most twice the one below keeps $E^{-2}$ within 1e-10
 * @param spectra how many spectra c
 * @param density writes $\phi_c(E)$ into `out`
 * @returns writes the moment k of spectrum c above a minimum energy into `out` at `3 * c + k`; below the first edge it gives what it has there
 * @example
 * const tail = legendreTails(Float64Array.of(1, 2), 1, (energy, out) => { out[0] = energy })
 * const out = new Float64Array(3)
 * tail(1.5, out) // out[0]: 0.875
 */
export function legendreTails(
  edges_MeV: Float64Array,
  spectra: number,
  density: (energy_MeV: number, out: Float64Array) => void,
): (minimum_MeV: number, out: Float64Array) => void {
  const pieces = edges_MeV.length - 1
  const moments = 3 * spectra
  const { nodes, weights } = gaussLegendre(POINTS)
  const polynomials = new Float64Array(POINTS + 1)
  const values = new Float64Array(spectra)
  // Coefficient n of moment m in piece i, times half its width over 2 n + 1, at (i * moments + m) * POINTS + n.
  const series = new Float64Array(pieces * moments * POINTS)
  const above = new Float64Array((pieces + 1) * moments)
  for (let i = pieces - 1; i >= 0; i--) {
    const half = 0.5 * (edges_MeV[i + 1] - edges_MeV[i])
    for (let j = 0; j < POINTS; j++) {
      const energy = edges_MeV[i] + half * (1 + nodes[j])
      density(energy, values)
      legendre(nodes[j], polynomials)
      for (let m = 0; m < moments; m++) {
        const value = (weights[j] * 0.5 * half * values[Math.floor(m / 3)]) / energy ** (m % 3)
        for (let n = 0; n < POINTS; n++) series[(i * moments + m) * POINTS + n] += value * polynomials[n]
      }
    }
    for (let m = 0; m < moments; m++) above[i * moments + m] = above[(i + 1) * moments + m] + 2 * series[(i * moments + m) * POINTS]
  }
  return (minimum_MeV, out) => {
    if (minimum_MeV >= edges_MeV[pieces]) {
      for (let m = 0; m < moments; m++) out[m] = 0
      return
    }
    const i = intervalIndex(edges_MeV, minimum_MeV)
    const x = Math.max(-1, (2 * (minimum_MeV - edges_MeV[i])) / (edges_MeV[i + 1] - edges_MeV[i]) - 1)
    legendre(x, polynomials)
    for (let m = 0; m < moments; m++) {
      const start = (i * moments + m) * POINTS
      let rest = series[start] * (1 - x)
      for (let n = 1; n < POINTS; n++) rest += series[start + n] * (polynomials[n - 1] - polynomials[n + 1])
      out[m] = above[(i + 1) * moments + m] + rest
    }
  }
}
