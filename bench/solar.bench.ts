import { Bench } from 'tinybench'
import { assume } from '../src/assumptions.ts'
import { electronTarget } from '../src/detectors/targets.ts'
import { buildMoments } from '../src/neutrinos/solar/moments.ts'
import { momentsOfPotentials } from '../src/neutrinos/solar/moments-of-potentials.ts'
import { loadSun } from '../src/neutrinos/solar/sun.ts'
import { integrate } from '../src/numerics/index.ts'
import { electronRecoilRate, lineIntegrals, minimumEnergy, recoilTerms } from '../src/processes/neutrino-electron.ts'
import { logGrid } from '../src/units.ts'

/** How much faster the moments are than quadrature of the cross section, measured in one run: ratios carry over between machines. */
const sun = await loadSun(assume())
const moments = buildMoments(sun)
const target = electronTarget('Xe')
const boson = { neutrinos: [0, 5e-4, -5e-4], left: -2e-6, right: -2e-6 } as const
const options = { weakMixing: 0.23122, interference: 'full' } as const
const recoils_keV = logGrid(1, 200, 200)

function bruteForcePp(recoil_keV: number): number {
  const spectrum = sun.spectrum('pp')
  if (spectrum.kind === 'lines') return 0
  const p = new Float64Array(3)
  const recoil_GeV = 1e-6 * recoil_keV
  const integrand = (energy_MeV: number) => {
    sun.probabilitiesInto('pp', energy_MeV, moments.potential, p)
    let sum = 0
    for (const a of [0, 1, 2] as const) {
      const terms = recoilTerms(a, 1e-3 * energy_MeV, recoil_GeV, 0.02, boson, options)
      sum += p[a] * (terms[0] + terms[1] + terms[2])
    }
    return sum * spectrum.density(energy_MeV)
  }
  return integrate(integrand, 1e3 * minimumEnergy(recoil_GeV), 0.4234, { relTol: 1e-9 })
}

const bench = new Bench({ time: 300 })
  .add('build the moments of eight sources', () => {
    buildMoments(sun)
  })
  .add('prepare the moments of all potentials', () => {
    momentsOfPotentials(sun)
  })
  .add('one recoil energy, pp, by quadrature', () => {
    bruteForcePp(10)
  })
  .add('one recoil energy, pp, from the moments', () => {
    electronRecoilRate(target, moments, 10, 0.02, boson, options, 'pp')
  })
  .add('200 recoil energies, eight sources, from the moments', () => {
    for (const recoil of recoils_keV) electronRecoilRate(target, moments, recoil, 0.02, boson, options)
  })
  .add('integrals of a line', () => {
    lineIntegrals(0.8613e-3, 0.02)
  })

await bench.run()
console.table(bench.table())
const latency = (name: string) => {
  const result = bench.getTask(name)?.result
  return result !== undefined && 'latency' in result ? result.latency.mean : Number.NaN
}
const ratio = latency('one recoil energy, pp, by quadrature') / latency('one recoil energy, pp, from the moments')
console.log(`quadrature over moments, one recoil energy: ${ratio.toFixed(0)}`)
