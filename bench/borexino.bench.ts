import { Bench } from 'tinybench'
import { assume } from '../src/assumptions.ts'
import type { Boson } from '../src/couplings/boson.ts'
import { couplingRays } from '../src/couplings/index.ts'
import { resolveModel } from '../src/models/index.ts'
import { loadSun } from '../src/neutrinos/index.ts'
import { brentRoot, integrate } from '../src/numerics/index.ts'
import { electronScattering, maximumRecoil, recoilTerms, scatteringOptions } from '../src/processes/index.ts'
import { Session } from '../src/session.ts'
import { logGrid } from '../src/units.ts'

/** Borexino's ⁷Be limit from closed forms against honest quadrature of the same cross section, in one run. */
const assumptions = assume()
const constraint = await new Session(assumptions).constraint('borexino-2017')
const model = resolveModel('mu-tau')
const masses = logGrid(1e-3, 10, 200)
const couplings = logGrid(1e-5, 1e-1, 50)
const rayAt = couplingRays(model, assumptions)
const bosons = masses.map(rayAt).flatMap((ray) => couplings.map((coupling) => ray.at(coupling)))

const sun = await loadSun(assumptions)
const spectrum = sun.spectrum('7Be')
const lines = spectrum.kind === 'lines' ? spectrum.lines : []
const probabilities = lines.map(({ energy_MeV }) => sun.probabilities('7Be', energy_MeV))
const options = scatteringOptions(assumptions)

/** The rate of one boson with every recoil integral done by adaptive quadrature. */
function rateByQuadrature(boson: Boson): number {
  const scattering = electronScattering(boson.couplingsAt(0))
  let rate = 0
  for (const [i, { energy_MeV, fraction }] of lines.entries()) {
    const energy = 1e-3 * energy_MeV
    for (const flavour of [0, 1, 2] as const) {
      const density = (recoil: number): number => {
        const terms = recoilTerms(flavour, energy, recoil, boson.mass, scattering, options)
        return terms[0] + terms[1] + terms[2]
      }
      rate += fraction * probabilities[i][flavour] * integrate(density, 0, maximumRecoil(energy), { relTol: 1e-9 })
    }
  }
  return rate
}

/** Where the rate is 1.16 times the standard one, roughly the limit: a bracketed root on honest rates. */
function limitByQuadrature(mass: number): number {
  const ray = rayAt(mass)
  return brentRoot(
    (x) => rateByQuadrature(ray.at(Math.exp(x))) / standard - 1.16,
    Math.log(1e-6 * (1 + 1e3 * mass)),
    Math.log(1 + 1e2 * mass),
    1e-6,
  )
}

const standard = rateByQuadrature(rayAt(1).at(1e-9))

const CURVE = 'limit curve, 200 masses, rays included'
const POINTS = '10⁴ strengths at 200 masses, prepared rays'
const QUADRATURE = 'one rate by quadrature'
const ROOT = 'one limit by root finding on rates by quadrature'

const bench = new Bench({ time: 500 })
  .add(CURVE, () => {
    const at = couplingRays(model, assumptions)
    for (const mass of masses) constraint.intervals(at(mass))
  })
  .add(POINTS, () => {
    for (const boson of bosons) constraint.strength(boson)
  })
  .add(QUADRATURE, () => {
    rateByQuadrature(bosons[5000])
  })
  .add(ROOT, () => {
    limitByQuadrature(0.02)
  })

await bench.run()
console.table(bench.table())
const latency_ms = (name: string): number => {
  const result = bench.getTask(name)?.result
  return result !== undefined && 'latency' in result ? result.latency.p50 : Number.NaN
}
console.log(`10⁴ points by quadrature over closed forms: ${((1e4 * latency_ms(QUADRATURE)) / latency_ms(POINTS)).toFixed(0)}`)
console.log(`200 limits by root finding on quadrature over the curve: ${((200 * latency_ms(ROOT)) / latency_ms(CURVE)).toFixed(0)}`)
