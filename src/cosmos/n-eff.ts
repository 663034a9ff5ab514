import { M_ELECTRON } from '../constants.ts'
import { InputError } from '../errors.ts'
import { type StiffSystem, solveStiff } from '../numerics/index.ts'
import { bosonGas, decayRates, MOMENTA } from './boson-gas.ts'
import { expansionRate, thermalExpansionRate } from './expansion.ts'
import { plasma } from './plasma.ts'
import { weakHeating } from './weak-exchange.ts'

/** A light vector boson as the early universe sees it: its mass and its partial widths [GeV]. */
export interface ThermalBoson {
  readonly mass: number
  readonly electrons: number
  readonly electronNeutrinos: number
  /** Muon and tau neutrinos together. */
  readonly otherNeutrinos: number
}

/** Electron neutrinos with a temperature of their own, apart from the others, or one temperature for all three. */
export type NeutrinoTemperatures = 'split' | 'common'

/** The effective number of neutrinos without a boson. */
export const N_EFF_WITHOUT_BOSON: Readonly<Record<NeutrinoTemperatures, number>> = { split: 3.0443, common: 3.0453 }

/** Masses [GeV] that the history describes: above, muons and pions would belong to it. */
const MASSES_GeV = [1e-4, 0.2] as const

/** Energy density of photons, and of one flavour of neutrinos and antineutrinos, over $T^4$. */
const PHOTONS = Math.PI ** 2 / 15
const FLAVOUR = (7 / 8) * PHOTONS
/** $\rho_\nu / \rho_\gamma$ over $N_{\rm eff}$. */
const PER_FLAVOUR = (7 / 8) * (4 / 11) ** (4 / 3)

/** All begins at this temperature [GeV], where weak interactions are fast, or at this many masses, from where on the boson is made. */
const [HOTTEST_GeV, HOTTEST_MASSES] = [1e-2, 4]
/** All ends at this temperature [GeV], where electrons are gone, or once the universe is this many lifetimes old, or emits the microwave background. */
const [COLDEST_GeV, LIFETIMES, RECOMBINATION_GeV] = [1e-5, 15, 2.6e-10]
/** Energy exchanged this many times faster than the universe expands is as good as equilibrium; faster rates would be lost in rounding. */
const FASTEST = 1e5
/** Relative errors of one step, in the energies of the sectors and of the boson; what counts as none of it; and a displacement for differences. */
const [ENERGY_TOLERANCE, BOSON_TOLERANCE, NO_BOSON, DISPLACEMENT] = [4e-6, 3e-4, 1e-3, 0.1]
const FIRST_STEP = 1e-3

/** Least squared velocity of electrons: at threshold they stand still. */
const SLOWEST = 1e-6

/** A part of the universe that has one temperature. */
interface Sector {
  /** 0 for photons, electrons and positrons. */
  readonly flavours: number
  /** Of the boson, into this sector [GeV]. */
  readonly width: number
  /** Velocity of what the boson decays into, in its rest frame. */
  readonly velocity: number
}

function sectorsOf(boson: ThermalBoson, temperatures: NeutrinoTemperatures): readonly Sector[] {
  const threshold = (2 * M_ELECTRON) / boson.mass
  const electrons = { flavours: 0, width: boson.electrons, velocity: Math.sqrt(Math.max(SLOWEST, 1 - threshold * threshold)) }
  const neutrinos = (flavours: number, width: number) => ({ flavours, width, velocity: 1 })
  return temperatures === 'split'
    ? [electrons, neutrinos(1, boson.electronNeutrinos), neutrinos(2, boson.otherNeutrinos)]
    : [electrons, neutrinos(3, boson.electronNeutrinos + boson.otherNeutrinos)]
}

/**
 * The history of photons, electrons, neutrinos and a boson against $\ln x$, $x = m a$, where $1/a$ is the temperature that all would have had, had nothing ever
 * been heated. Variables are the energy density of each sector, in units of $a^{-4}$, and the boson's occupation numbers. The boson's energy counts with the
 * sector it is closest to, so that their exchange, the stiffest of all, drops out.
 *
 * @returns the equations, and the temperature of each sector, in units of $1/a$, where they were last evaluated
 */
function history(mass: number, sectors: readonly Sector[]): StiffSystem & { readonly temperatures: Float64Array } {
  const n = sectors.length
  const widths = sectors.map(({ width }) => width)
  const coupled = sectors.flatMap(({ width }, i) => (width > 0 ? [i] : []))
  const closest = widths.indexOf(Math.max(...widths))
  const leastBoson = NO_BOSON * Math.min(1, widths.reduce((sum, width) => sum + width, 0) / thermalExpansionRate(mass))

  const boson = bosonGas()
  const medium = { pressure: 0, density: 0, heatCapacity: 0 }
  const arrays = () => sectors.map(() => new Float64Array(MOMENTA))
  const [gain, loss] = [arrays(), arrays()]
  const [energies, temperatures, production, heat] = Array.from({ length: 4 }, () => new Float64Array(n))
  /** Where the rates of each sector were last computed: a derivative in one variable leaves those of other sectors as they are. */
  const [ratesX, ratesTemperature] = Array.from({ length: 2 }, () => new Float64Array(n))
  let weak: readonly [number, number] = [0, 0]
  let x = 0
  let guess = 0

  /** Temperature of the plasma of an energy density, by Newton's method from where it was. */
  function plasmaTemperature(energy: number): number {
    const unit = mass / x
    for (let i = 0; i < 20; i++) {
      plasma(unit * Math.exp(guess), medium)
      const step = ((Math.log(energy / medium.density) - 4 * guess) * medium.density) / medium.heatCapacity
      guess += step
      if (Math.abs(step) < 1e-12) break
    }
    return Math.exp(guess)
  }

  /** False where a trial step has left less than no energy in a sector. */
  function readEnergies(logX: number, y: Float64Array): boolean {
    x = Math.exp(logX)
    boson.setScale(x)
    for (let i = 0; i < n; i++) energies[i] = y[i]
    if (coupled.length > 0) energies[closest] -= boson.density(y, n)
    if (!energies.every((energy) => energy > 0)) return false
    temperatures[0] = plasmaTemperature(energies[0])
    for (let i = 1; i < n; i++) temperatures[i] = (energies[i] / (sectors[i].flavours * FLAVOUR)) ** 0.25
    return true
  }

  function updateRates(): void {
    const unit = mass / x
    const [own, others] = weakHeating(unit * temperatures[0], unit * temperatures[1], unit * temperatures[n - 1])
    weak = [own / unit ** 4, others / unit ** 4]
    for (const i of coupled) {
      if (ratesX[i] === x && ratesTemperature[i] === temperatures[i]) continue
      production[i] = widths[i] * decayRates(boson, x, sectors[i].velocity, temperatures[i], gain[i], loss[i])
      ratesX[i] = x
      ratesTemperature[i] = temperatures[i]
    }
  }

  return {
    temperatures,
    derivative(logX, y, out) {
      if (!readEnergies(logX, y)) {
        out.fill(Number.NaN)
        return
      }
      updateRates()
      let density = 0
      for (let i = 0; i < n; i++) density += y[i]
      const expansion = expansionRate(density) * (mass / x) ** 2
      out.fill(0)
      for (const i of coupled) {
        const rate = widths[i] / (expansion + production[i] / (FASTEST * density))
        let received = 0
        for (let k = 0; k < MOMENTA; k++) {
          const change = rate * (gain[i][k] - loss[i][k] * y[n + k])
          out[n + k] += change
          received += boson.densities[k] * change
        }
        heat[i] = -received
      }
      const neutrinos = (weak[0] + weak[1]) / expansion
      out[0] = temperatures[0] ** 4 * (medium.density - 3 * medium.pressure) - neutrinos
      if (n === 2) out[1] = neutrinos
      else {
        out[1] = weak[0] / expansion
        out[2] = weak[1] / expansion
      }
      for (const i of coupled) {
        if (i === closest) out[i] += boson.trace(y, n)
        else {
          out[i] += heat[i]
          out[closest] -= heat[i]
        }
      }
    },
    scales(logX, y, tolerance, displacement) {
      let density = 0
      for (let i = 0; i < n; i++) {
        density += y[i]
        tolerance[i] = ENERGY_TOLERANCE * y[i]
        displacement[i] = y[i]
      }
      boson.setScale(Math.exp(logX))
      const least = boson.density(y, n) + leastBoson * Math.exp(-Math.max(0, logX))
      for (let k = 0; k < y.length - n; k++) {
        tolerance[n + k] = BOSON_TOLERANCE * Math.max(Math.abs(y[n + k]), least / boson.densities[k])
        displacement[n + k] = (DISPLACEMENT * density) / boson.densities[k]
      }
    },
  }
}

/**
 * The effective number of neutrinos, $N_{\rm eff} = \frac87 \left(\frac{11}{4}\right)^{4/3} \rho_\nu/\rho_\gamma$ after electrons have annihilated, with a vector boson
 * (three spin states) that decays to electrons and neutrinos and is made by their inverse decays.
 *
 * Energy flows by weak interactions (escudero-2020, with Fermi statistics, Pauli blocking and the mass of the electron) and through the boson, whose
 * momentum distribution is followed with all quantum statistics, so that equilibrium, freeze-in and late decays are one. Electromagnetic interactions of the
 * plasma to order $e^3$. Without a boson 3.0443, with a common temperature 3.0453 (published: 3.044 to 3.046). Left out: oscillations of neutrinos (fast ones would be the
 * common temperature), their chemical potentials, scattering by the boson off its pole, and its making in collisions of more particles.
 *
 * @param boson mass between 0.1 MeV and 200 MeV; neutrinos without right-handed partners
 * @throws InputError for masses outside this range and widths that are negative or not finite
 * @example
 * effectiveNeutrinos({ mass: 0.01, electrons: 0, electronNeutrinos: 0, otherNeutrinos: 0 }) // 3.0443
 */
export function effectiveNeutrinos(boson: ThermalBoson, temperatures: NeutrinoTemperatures = 'split'): number {
  const { mass } = boson
  if (!(mass >= MASSES_GeV[0] && mass <= MASSES_GeV[1])) {
    throw new InputError(`${mass} GeV is not allowed; allowed: ${MASSES_GeV[0]} to ${MASSES_GeV[1]} GeV`, 'mass')
  }
  const sectors = sectorsOf(boson, temperatures)
  let width = 0
  for (const sector of sectors) {
    if (!(sector.width >= 0 && sector.width < Number.POSITIVE_INFINITY)) {
      throw new InputError(`${sector.width} GeV is not allowed; allowed: zero or above`, 'width')
    }
    width += sector.width
  }
  const system = history(mass, sectors)
  const hottest = Math.max(HOTTEST_GeV, HOTTEST_MASSES * mass)
  const initial = [plasma(hottest).density, ...sectors.slice(1).map(({ flavours }) => flavours * FLAVOUR)]
  if (width > 0) initial.push(...new Float64Array(MOMENTA))
  const old = width > 0 ? Math.sqrt((2 * LIFETIMES * thermalExpansionRate(mass)) / width) : 0
  const end = Math.log(Math.max(mass / COLDEST_GeV, Math.min(old, mass / RECOMBINATION_GeV)))
  const { y } = solveStiff(system, initial, Math.log(mass / hottest), end, FIRST_STEP)
  system.derivative(end, y, new Float64Array(y.length))
  const [photons, ...neutrinos] = system.temperatures
  const density = neutrinos.reduce((sum, temperature, i) => sum + sectors[i + 1].flavours * FLAVOUR * temperature ** 4, 0)
  return density / (PER_FLAVOUR * PHOTONS * photons ** 4)
}
