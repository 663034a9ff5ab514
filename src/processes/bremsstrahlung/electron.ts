import { ALPHA, AVOGADRO, HBARC_GEV_CM, M_ELECTRON, M_PROTON } from '../../constants.ts'
import { type DumpMaterial, electronDumpTargets } from '../../data/electron-dump-targets.ts'
import { gammaPInverse, gaussLegendre, integrateGL } from '../../numerics/index.ts'
import type { MomentumSpectrum } from './spectrum.ts'
import { type Nucleus, photonFlux } from './weizsaecker-williams.ts'

/** Magnetic moment of the proton and the scale of its dipole [GeV²], in the inelastic form factor. */
const PROTON_MOMENT = 2.7928
const DIPOLE_GEV2 = 0.71

export type Material = DumpMaterial['name']
export const MATERIALS: readonly Material[] = electronDumpTargets.rows.map(({ name }) => name)
const materialOf = (name: Material): DumpMaterial => electronDumpTargets.rows.find((one) => one.name === name) as DumpMaterial

const nucleusOf = (name: Material): Nucleus => {
  const { protons, molarMass_g } = materialOf(name)
  return { protons, massNumber: molarMass_g }
}

/**
 * Squared inelastic electric form factor of an atom, $\propto Z$ where the elastic one is $\propto Z^2$:
 * $$G_2^{\mathrm{in}} = \left(\frac{a'^2 t}{1 + a'^2 t}\right)^2 Z \left(\frac{1 + \frac{t}{4 M^2}(\mu_p^2 - 1)}{(1 + t/0.71\,\mathrm{GeV}^2)^4}\right)^2,
 * \qquad a' = 773 Z^{-2/3}/m_e$$
 * (bjorken-2009, appendix A).
 *
 * @param t momentum transfer squared [GeV²], above zero
 * @example
 * inelasticFormFactor(1e-6, { protons: 82, massNumber: 207.2 }) // 81.97
 */
export function inelasticFormFactor(t: number, { protons }: Nucleus): number {
  const screened = ((773 * protons ** (-2 / 3)) / M_ELECTRON) ** 2 * t
  const nucleon = (1 + (t / (4 * M_PROTON ** 2)) * (PROTON_MOMENT ** 2 - 1)) / (1 + t / DIPOLE_GEV2) ** 4
  return protons * ((screened / (1 + screened)) * nucleon) ** 2
}

const POINTS = 40

/** The flux of virtual photons, elastic and inelastic, from $t_{\min} = (m^2/2E)^2$ to $m^2$. */
function allPhotons(mass: number, energy: number, nucleus: Nucleus): number {
  const [least, greatest] = [((mass * mass) / (2 * energy)) ** 2, mass * mass]
  const inelastic = (logT: number) => (1 - least / Math.exp(logT)) * inelasticFormFactor(Math.exp(logT), nucleus)
  return photonFlux(nucleus)(least, greatest) + integrateGL(inelastic, Math.log(least), Math.log(greatest), POINTS)
}

/** Shares of the electron's energy that X takes, and the cross section [GeV⁻²] that falls to each: a quadrature of the spectrum. */
function crossSections(mass: number, energy: number, nucleus: Nucleus): { readonly shares: Float64Array; readonly sizes: Float64Array } {
  const [m2, electron2] = [mass * mass, M_ELECTRON * M_ELECTRON]
  const scale = 4 * ALPHA ** 3 * allPhotons(mass, energy, nucleus) * Math.sqrt(1 - m2 / (energy * energy))
  // 1 − x runs over decades down to m_e²/m².
  const softest = Math.log1p(-mass / energy)
  const hardest = Math.min(2 * Math.log(M_ELECTRON / mass), softest) - 8
  const { nodes, weights } = gaussLegendre(POINTS)
  const half = 0.5 * (softest - hardest)
  const [shares, sizes] = [new Float64Array(POINTS), new Float64Array(POINTS)]
  for (let i = 0; i < POINTS; i++) {
    const rest = Math.exp(hardest + half * (1 + nodes[i]))
    const x = 1 - rest
    shares[i] = x
    sizes[i] = (scale * half * weights[i] * rest * (rest + (x * x) / 3)) / ((m2 * rest) / x + electron2 * x)
  }
  return { shares, sizes }
}

/**
 * Cross section of $e^- N \to e^- N X$ at one energy [GeV⁻²], X a dark photon of unit mixing, in the improved Weizsäcker–Williams approximation
 * $$\frac{d\sigma}{dx} = 4\alpha^3 \chi \sqrt{1 - \frac{m^2}{E^2}}\, \frac{1 - x + x^2/3}{m^2 (1-x)/x + m_e^2 x}, \qquad x = E_X/E$$
 * (bjorken-2009 eq. A.1 integrated over angles, andreas-2012). For $m_e \ll m \ll E$; like all that use one $t_{\min}$ for all x it lies some 40 % above the exact tree
 * level where $x \to 1$ matters. No angular acceptance.
 *
 * @param mass of X [GeV]
 * @param energy E of the electron [GeV]; zero is returned where E is below the mass
 * @example
 * electronBremsstrahlung(0.01, 20, 'tungsten') // 1858.1
 */
export function electronBremsstrahlung(mass: number, energy: number, material: Material): number {
  if (!(energy > mass)) return 0
  return crossSections(mass, energy, nucleusOf(material)).sizes.reduce((sum, size) => sum + size, 0)
}

/** Radiation lengths after which what is left of a beam makes no bosons worth counting. */
const DEEPEST = 8
const DEPTHS = 10
const ENERGIES = 12
/** In equal steps of the logarithm, from the mass to the energy of the beam. */
const BINS = 60
/** b: how fast electrons lose energy to photons. */
const LOSS_PER_LENGTH = 4 / 3

/** Energies that electrons pass through in a thick target, in units of the beam's, and the radiation lengths they have each. */
function showerOf(): readonly { readonly energy: number; readonly lengths: number }[] {
  const [depths, energies] = [gaussLegendre(DEPTHS), gaussLegendre(ENERGIES)]
  const halves = (node: number) => 0.5 * (1 + node)
  return [...depths.nodes].flatMap((deep, i) =>
    [...energies.nodes].map((quantile, j) => {
      const lost = gammaPInverse(LOSS_PER_LENGTH * DEEPEST * halves(deep), halves(quantile))
      return { energy: Math.exp(-lost), lengths: 0.25 * DEEPEST * depths.weights[i] * energies.weights[j] }
    }),
  )
}

/**
 * Dark photons of unit mixing that an electron makes in a thick target, by their momentum:
 * $$\frac{dn}{dE_X} = \frac{N_A X_0}{A} \int dt \int dE\, I(E, t)\,\frac{d\sigma}{dE_X}(E),$$
 * where after t radiation lengths $\ln(E_0/E)$ follows the gamma distribution of shape $bt$, $b = 4/3$:
 * $I\,dE = \frac{y^{bt-1} e^{-y}}{\Gamma(bt)}\,dy$, $y = \ln(E_0/E)$ (bjorken-2009). The beam's electrons alone, not those of their showers.
 *
 * @param energy of the beam [GeV]
 * @returns a function of the mass [GeV]
 * @example
 * bosonsPerElectron(20, 'tungsten')(0.01).total // 0.0630
 */
export function bosonsPerElectron(energy: number, material: Material): (mass: number) => MomentumSpectrum {
  const { molarMass_g, radiationLength } = materialOf(material)
  const nucleus = nucleusOf(material)
  const shower = showerOf()
  const perCrossSection = (HBARC_GEV_CM ** 2 * AVOGADRO * radiationLength) / molarMass_g
  return (mass) => {
    const [momenta_GeV, numbers] = [new Float64Array(BINS), new Float64Array(BINS)]
    const width = Math.log(energy / mass) / BINS
    for (const { energy: share, lengths } of shower) {
      if (!(share * energy > mass)) continue
      const { shares, sizes } = crossSections(mass, share * energy, nucleus)
      for (let i = 0; i < shares.length; i++) {
        const bosonEnergy = shares[i] * share * energy
        const bin = Math.min(BINS - 1, Math.max(0, Math.floor(Math.log(bosonEnergy / mass) / width)))
        const number = perCrossSection * lengths * sizes[i]
        numbers[bin] += number
        momenta_GeV[bin] += number * Math.sqrt(Math.max(bosonEnergy * bosonEnergy - mass * mass, 0))
      }
    }
    return spectrumOf(momenta_GeV, numbers)
  }
}

/** Bins with something in them, at their mean momenta. */
function spectrumOf(weighted: Float64Array, binned: Float64Array): MomentumSpectrum {
  const filled = [...binned.keys()].filter((bin) => weighted[bin] > 0)
  const numbers = Float64Array.from(filled, (bin) => binned[bin])
  return {
    momenta_GeV: Float64Array.from(filled, (bin) => weighted[bin] / binned[bin]),
    numbers,
    total: numbers.reduce((sum, number) => sum + number, 0),
  }
}
