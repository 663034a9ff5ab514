import { ALPHA, AVOGADRO, HBARC_GEV_CM, M_ELECTRON } from '../../constants.ts'
import { type DumpMaterial, electronDumpTargets } from '../../data/electron-dump-targets.ts'
import { gammaPInverse, gaussLegendre, integrateGL } from '../../numerics/index.ts'

/** Mass [GeV] and magnetic moment of the proton, and the scale of its dipole [GeV²], in the inelastic form factor. */
const M_PROTON = 0.93827208943
const PROTON_MOMENT = 2.7928
const DIPOLE_GEV2 = 0.71

export type Material = DumpMaterial['name']
export const MATERIALS: readonly Material[] = electronDumpTargets.rows.map(({ name }) => name)
const materialOf = (name: Material): DumpMaterial => electronDumpTargets.rows.find((one) => one.name === name) as DumpMaterial

/**
 * Squared electric form factor of an atom, elastic ($\propto Z^2$, screened by electrons, cut off by the nucleus) plus inelastic ($\propto Z$):
 * $$G_2 = \left(\frac{a^2 t}{1 + a^2 t}\right)^2 \frac{Z^2}{(1 + t/d)^2} + \left(\frac{a'^2 t}{1 + a'^2 t}\right)^2 Z
 * \left(\frac{1 + \frac{t}{4 M^2}(\mu_p^2 - 1)}{(1 + t/0.71)^4}\right)^2,$$
 * $a = 111 Z^{-1/3}/m_e$, $d = 0.164\,A^{-2/3}$ GeV², $a' = 773 Z^{-2/3}/m_e$ (bjorken-2009, appendix A).
 *
 * @param t momentum transfer squared [GeV²], above zero
 */
export function atomicFormFactor(t: number, protons: number, massNumber: number): number {
  const elastic = ((111 * protons ** (-1 / 3)) / M_ELECTRON) ** 2 * t
  const inelastic = ((773 * protons ** (-2 / 3)) / M_ELECTRON) ** 2 * t
  const nucleus = 1 + t / (0.164 * massNumber ** (-2 / 3))
  const nucleon = (1 + (t / (4 * M_PROTON ** 2)) * (PROTON_MOMENT ** 2 - 1)) / (1 + t / DIPOLE_GEV2) ** 4
  return (((elastic / (1 + elastic)) * protons) / nucleus) ** 2 + protons * ((inelastic / (1 + inelastic)) * nucleon) ** 2
}

const POINTS = 40

/** The flux of virtual photons $\chi = \int_{t_{\min}}^{m^2} \frac{dt}{t^2} (t - t_{\min})\,G_2(t)$, $t_{\min} = (m^2/2E)^2$. */
function photonFlux(mass: number, energy: number, protons: number, massNumber: number): number {
  const least = ((mass * mass) / (2 * energy)) ** 2
  const flux = (logT: number) => {
    const t = Math.exp(logT)
    return (1 - least / t) * atomicFormFactor(t, protons, massNumber)
  }
  return integrateGL(flux, Math.log(least), 2 * Math.log(mass), POINTS)
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
  const { protons, molarMass_g } = materialOf(material)
  const [m2, electron2] = [mass * mass, M_ELECTRON * M_ELECTRON]
  // 1 − x runs over decades down to m_e²/m².
  const shape = (logRest: number) => {
    const rest = Math.exp(logRest)
    const x = 1 - rest
    return (rest * (rest + (x * x) / 3)) / ((m2 * rest) / x + electron2 * x)
  }
  const [softest, hardest] = [Math.log1p(-mass / energy), 2 * Math.log(M_ELECTRON / mass) - 8]
  const shares = integrateGL(shape, Math.min(hardest, softest - 8), softest, POINTS)
  return 4 * ALPHA ** 3 * photonFlux(mass, energy, protons, molarMass_g) * Math.sqrt(1 - m2 / (energy * energy)) * shares
}

/** Radiation lengths after which what is left of a beam makes no bosons worth counting. */
const DEEPEST = 8
const DEPTHS = 10
const ENERGIES = 12
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
 * Dark photons of unit mixing that an electron makes in a thick target,
 * $$n = \frac{N_A X_0}{A} \int dt \int dE\, I(E, t)\,\sigma(E),$$
 * where after t radiation lengths $\ln(E_0/E)$ follows the gamma distribution of shape $bt$, $b = 4/3$:
 * $I\,dE = \frac{y^{bt-1} e^{-y}}{\Gamma(bt)}\,dy$, $y = \ln(E_0/E)$ (bjorken-2009). The beam's electrons alone, not those of their showers.
 *
 * @param energy of the beam [GeV]
 * @returns a function of the mass [GeV]
 * @example
 * bosonsPerElectron(20, 'tungsten')(0.01) // 0.0630
 */
export function bosonsPerElectron(energy: number, material: Material): (mass: number) => number {
  const { molarMass_g, radiationLength } = materialOf(material)
  const shower = showerOf()
  const perCrossSection = (HBARC_GEV_CM ** 2 * AVOGADRO * radiationLength) / molarMass_g
  return (mass) => {
    let sum = 0
    for (const { energy: share, lengths } of shower) sum += lengths * electronBremsstrahlung(mass, share * energy, material)
    return sum * perCrossSection
  }
}
