import { Bench } from 'tinybench'
import { assume } from '../src/assumptions.ts'
import { couplingRays } from '../src/couplings/index.ts'
import { buildResponse, electronTarget, nuclearTarget, sharp } from '../src/detectors/index.ts'
import { DARK_MATTER } from '../src/experiments/dark-matter/index.ts'
import { SPALLATION } from '../src/experiments/spallation/index.ts'
import { resolveModel } from '../src/models/index.ts'
import { buildMoments, loadSun, momentsOfPotentials, STANDARD_POTENTIAL } from '../src/neutrinos/index.ts'
import { integrate } from '../src/numerics/index.ts'
import {
  electronRecoilRates,
  electronRecoils,
  electronScattering,
  type Flavour,
  minimumEnergy,
  nuclearRecoilRates,
  nuclearRecoils,
  nuclearRecoilTerms,
  nuclearScattering,
  recoilCounts,
  recoilTerms,
  scatteringOptions,
} from '../src/processes/index.ts'
import { logGrid } from '../src/units.ts'

/** Recoil spectra and counts in xenon against quadrature of the cross section, measured in one run: ratios carry over between machines. */
const assumptions = assume()
const options = scatteringOptions(assumptions)
const sun = await loadSun(assumptions)
const { total } = buildMoments(sun)
const [electrons, nuclei] = [electronTarget('Xe'), nuclearTarget('Xe')]
const rayAt = couplingRays(resolveModel('mu-tau'), assumptions)
const boson = rayAt(0.01).at(5e-4)

const [soft, hard] = [Float64Array.from(logGrid(0.1, 5, 200)), Float64Array.from(logGrid(1, 200, 200))]
const spectra = new Float64Array(600)
const nuclearRates = nuclearRecoilRates(nuclei, total, soft, options)
const electronRates = electronRecoilRates(electrons, total, hard, options)

const detector = { observable: sharp(), exposure_t_yr: 200 }
const electronResponse = buildResponse({ ...detector, edges: [0.6, 30], recoils_keV: [0.6, 30], breaks_keV: electrons.breaks_keV })
const nuclearResponse = buildResponse({ ...detector, edges: [0.6, 100], recoils_keV: [0.6, 100] })
const electronCounts = recoilCounts(electronResponse, electronRecoilRates(electrons, total, electronResponse.recoils_keV, options))
const nuclearCounts = recoilCounts(nuclearResponse, nuclearRecoilRates(nuclei, total, nuclearResponse.recoils_keV, options))
const [masses, couplings] = [logGrid(1e-3, 1, 40), logGrid(1e-5, 1e-2, 40)]
const terms = new Float64Array(3)
const counts = new Float64Array(1600)

const electronSpectra = new Float64Array(3 * electronResponse.recoils_keV.length)
const nuclearSpectra = new Float64Array(3 * nuclearResponse.recoils_keV.length)

// A boson that acts in the Sun: every strength of its potential has moments of its own.
const moving = momentsOfPotentials(sun)
const electronRecoil = electronRecoils(electrons, electronResponse.recoils_keV, options)
const nuclearRecoil = nuclearRecoils(nuclei, nuclearResponse.recoils_keV, options)
const electronMoments = moving.above(electronRecoil.minima_MeV)
const nuclearMoments = moving.above(nuclearRecoil.minima_MeV)
const potential = { perElectron: [0.5, -0.5, 0], perNeutron: [0, 0, 0] } as const
const probabilities = moving.probabilities(potential)
const constraints = await Promise.all([...SPALLATION, ...DARK_MATTER].map((entry) => entry.prepare(assumptions)))
const movingRayAt = couplingRays(resolveModel('e-mu'), assumptions)
const manyMasses = logGrid(1e-3, 10, 200)

/** pp on electrons, the same way. */
function bruteForceElectrons(recoil_keV: number): number {
  const spectrum = sun.spectrum('pp')
  if (spectrum.kind === 'lines') return 0
  const scattering = electronScattering(boson.couplingsAt(0))
  const p = new Float64Array(3)
  const integrand = (energy_MeV: number): number => {
    sun.probabilitiesInto('pp', energy_MeV, STANDARD_POTENTIAL, p)
    let sum = 0
    for (let a = 0; a < 3; a++) {
      const parts = recoilTerms(a as Flavour, 1e-3 * energy_MeV, 1e-6 * recoil_keV, boson.mass, scattering, options)
      sum += p[a] * (parts[0] + parts[1] + parts[2])
    }
    return sum * spectrum.density(energy_MeV)
  }
  return integrate(integrand, 1e3 * minimumEnergy(1e-6 * recoil_keV), 0.4234, { relTol: 1e-8 })
}

/** ⁸B on one isotope of xenon, straight over neutrino energies. */
function bruteForce(recoil_keV: number): number {
  const [nucleus] = nuclei.nuclei.slice(5, 6)
  const spectrum = sun.spectrum('8B')
  if (spectrum.kind === 'lines') return 0
  const scattering = nuclearScattering(boson)
  const p = new Float64Array(3)
  const integrand = (energy_MeV: number): number => {
    sun.probabilitiesInto('8B', energy_MeV, STANDARD_POTENTIAL, p)
    let sum = 0
    for (let a = 0; a < 3; a++) {
      const parts = nuclearRecoilTerms(a as Flavour, 1e-3 * energy_MeV, 1e-6 * recoil_keV, nucleus, boson.mass, scattering, options)
      sum += p[a] * (parts[0] + parts[1] + parts[2])
    }
    return sum * spectrum.density(energy_MeV)
  }
  return integrate(integrand, 1e3 * minimumEnergy(1e-6 * recoil_keV, nucleus.mass_GeV), 16, { relTol: 1e-8 })
}

const bench = new Bench({ time: 300 })
  .add('200 nuclear recoil energies, all fluxes and isotopes, one boson', () => {
    nuclearRates.terms(nuclearScattering(boson), boson.mass, spectra)
  })
  .add('200 electron recoil energies, all fluxes, one boson', () => {
    electronRates.terms(electronScattering(boson.couplingsAt(0)), boson.mass, spectra)
  })
  .add('one recoil energy, ⁸B on one isotope, by quadrature', () => {
    bruteForce(1)
  })
  .add('one recoil energy, pp on electrons, by quadrature', () => {
    bruteForceElectrons(10)
  })
  .add('one potential: probabilities at the nodes', () => {
    moving.probabilities(potential)
  })
  .add('one potential: moments built outright', () => {
    buildMoments(sun, potential)
  })
  .add('one potential: spectra of electrons and nuclei', () => {
    electronRecoil.rates(electronMoments(probabilities)).terms(electronScattering(boson.couplingsAt(0)), boson.mass, electronSpectra)
    nuclearRecoil.rates(nuclearMoments(probabilities)).terms(nuclearScattering(boson), boson.mass, nuclearSpectra)
  })
  .add('40 × 40 masses and couplings, counts of electrons and nuclei', () => {
    for (const [i, mass] of masses.entries()) {
      const unit = rayAt(mass).at(1)
      terms.fill(0)
      electronCounts.add(electronScattering(unit.couplingsAt(0)), mass, terms)
      nuclearCounts.add(nuclearScattering(unit), mass, terms)
      for (const [j, coupling] of couplings.entries()) {
        const g2 = coupling * coupling
        counts[40 * i + j] = terms[0] + g2 * (terms[1] + g2 * terms[2])
      }
    }
  })

await bench.run()
console.table(bench.table())
const start = performance.now()
for (const constraint of constraints) for (const mass of manyMasses) constraint.intervals(movingRayAt(mass))
const movingLimits_s = (performance.now() - start) / 1e3
const latency = (name: string) => {
  const result = bench.getTask(name)?.result
  return result !== undefined && 'latency' in result ? result.latency.mean : Number.NaN
}
const quadrature = latency('one recoil energy, ⁸B on one isotope, by quadrature')
const quadratureElectrons = latency('one recoil energy, pp on electrons, by quadrature')
const over = (work: number, name: string): string => (work / latency(name)).toExponential(1)
const perBoson = 200 * nuclei.nuclei.length * quadrature
const recoils = [electronRecoil.recoils_keV.length, nuclearRecoil.recoils_keV.length * nuclei.nuclei.length] as const
const perCounts = recoils[0] * quadratureElectrons + recoils[1] * quadrature
console.log(`quadrature of one source alone, over all fluxes from moments, for the same recoil energies:
  nuclei, 200 recoil energies and ${nuclei.nuclei.length} isotopes: ${over(perBoson, '200 nuclear recoil energies, all fluxes and isotopes, one boson')}
  electrons, 200 recoil energies: ${over(200 * quadratureElectrons, '200 electron recoil energies, all fluxes, one boson')}
  counts on 40 × 40 masses and couplings: ${over(1600 * perCounts, '40 × 40 masses and couplings, counts of electrons and nuclei')}
  one potential, probabilities and spectra: ${(perCounts / (latency('one potential: probabilities at the nodes') + latency('one potential: spectra of electrons and nuclei'))).toExponential(1)}
${constraints.length} entries, Lₑ−L_μ, ${manyMasses.length} masses, set-up of potentials included: ${movingLimits_s.toFixed(1)} s`)
