import { describe, expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { pmns } from '../../../src/neutrinos/pmns.ts'
import { flavourDensity } from '../../../src/neutrinos/solar/density.ts'
import { buildDensityMoments } from '../../../src/neutrinos/solar/density-moments.ts'
import { STANDARD_POTENTIAL } from '../../../src/neutrinos/solar/oscillation.ts'
import { loadSun } from '../../../src/neutrinos/solar/sun.ts'
import { integrate } from '../../../src/numerics/index.ts'

const matrix = () => ({ re: new Float64Array(9), im: new Float64Array(9) })

/** SNuDD 1.0.0 with NuFIT 6.0: other density profile, and the phase δ on ν_e instead of in U_e3. */
const SNUDD = [
  ['pp', 0.42, [0.04009483869763978, 0.058534002626213916], [-0.19630123544187975, 0.012106307644511618]],
  ['13N', 1, [0.015602351288501265, 0.04210539479928975], [-0.20515055464180776, 0.008706391124057924]],
  ['8B', 3, [-0.08885479393674314, -0.028012990963964653], [-0.24289170381012493, -0.005793792862899166]],
  ['8B', 10, [-0.26010114044273, -0.14294822692091716], [-0.30476429178938974, -0.029565297685059656]],
  ['8B', 14, [-0.28137501141916016, -0.15722658923510693], [-0.31245070075813636, -0.03251842303237649]],
  ['hep', 10, [-0.17241718896705216, -0.08409747852178168], [-0.2730834231884424, -0.017393479028144303]],
] as const

describe('the flavour density matrix', () => {
  it('of the Sun by day agrees with an independent program, up to the phase of ν_e', async () => {
    const sun = await loadSun(assume('default', { oscillation: 'nufit-6.0-sk' }))
    const rho = matrix()
    const delta = (sun.oscillation.deltaCP_deg * Math.PI) / 180
    for (const [source, energy, [x, y], [u, v]] of SNUDD) {
      sun.densityInto(source, energy, STANDARD_POTENTIAL, rho)
      expect(Math.abs(rho.re[5] - u)).toBeLessThan(4e-3)
      expect(Math.abs(rho.im[5] - v)).toBeLessThan(1e-3)
      const [c, s] = [Math.cos(delta), Math.sin(delta)]
      expect(Math.abs(rho.re[1] * c - rho.im[1] * s - x), `${source} ${energy}`).toBeLessThan(1e-2)
      expect(Math.abs(rho.re[1] * s + rho.im[1] * c - y), `${source} ${energy}`).toBeLessThan(1e-2)
    }
  })

  it('has the probabilities on its diagonal, is Hermitian, positive and of trace one', async () => {
    const sun = await loadSun(assume())
    const rho = matrix()
    for (const energy of [0.3, 2, 9, 15]) {
      sun.densityInto('8B', energy, STANDARD_POTENTIAL, rho)
      const p = sun.probabilities('8B', energy)
      for (let a = 0; a < 3; a++) expect(Math.abs(rho.re[4 * a] - p[a])).toBeLessThan(1e-14)
      expect(rho.re[0] + rho.re[4] + rho.re[8]).toBeCloseTo(1, 13)
      for (const [a, b] of [
        [0, 1],
        [0, 2],
        [1, 2],
      ]) {
        expect(rho.re[3 * a + b]).toBe(rho.re[3 * b + a])
        expect(rho.im[3 * a + b]).toBe(-rho.im[3 * b + a])
        expect(rho.re[3 * a + b] ** 2 + rho.im[3 * a + b] ** 2).toBeLessThanOrEqual(rho.re[4 * a] * rho.re[4 * b])
      }
    }
  })

  it('of equal shares is a third of the unit matrix: unitarity', async () => {
    const rho = matrix()
    flavourDensity([1 / 3, 1 / 3, 1 / 3], pmns((await loadSun(assume())).oscillation), rho)
    for (let n = 0; n < 9; n++) {
      expect(Math.abs(rho.re[n] - (n % 4 === 0 ? 1 / 3 : 0))).toBeLessThan(1e-15)
      expect(Math.abs(rho.im[n])).toBeLessThan(1e-15)
    }
  })

  it('has tail moments that an adaptive integration confirms', async () => {
    const sun = await loadSun(assume())
    const { diagonal, real, imaginary } = buildDensityMoments(sun)
    const rho = matrix()
    const spectrum = sun.spectrum('hep')
    if (spectrum.kind !== 'continuum') throw new TypeError('hep is continuous')
    const edges = [...spectrum.edges_MeV]
    const out = new Float64Array(9)
    const check = (part: 're' | 'im', n: number, power: number, value: number): void => {
      const f = (energy: number): number => {
        sun.densityInto('hep', energy, STANDARD_POTENTIAL, rho)
        return (sun.flux('hep') * spectrum.density(energy) * rho[part][n]) / energy ** power
      }
      let sum = 0
      for (let i = 0; i + 1 < edges.length; i++) {
        if (edges[i + 1] > 4) sum += integrate(f, Math.max(4, edges[i]), edges[i + 1], { relTol: 1e-9 })
      }
      expect(Math.abs(value / sum - 1)).toBeLessThan(1e-7)
    }
    real.tail('hep', 4, out)
    check('re', 1, 0, out[0])
    check('re', 2, 1, out[4])
    check('re', 5, 2, out[8])
    imaginary.tail('hep', 4, out)
    check('im', 1, 1, out[1])
    diagonal.tail('hep', 4, out)
    check('re', 4, 0, out[3])
  })
})
