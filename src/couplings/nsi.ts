import { G_FERMI } from '../constants.ts'
import { InputError } from '../errors.ts'
import { type Boson, type Couplings, neutronCoupling, protonCoupling, type Ray } from './boson.ts'

export type NeutrinoFlavour = 'e' | 'mu' | 'tau'
/** What non-standard interactions are quoted with. */
export type NsiTarget = 'e' | 'u' | 'd' | 'p' | 'n'

function vectorCoupling(couplings: Couplings, target: NsiTarget): number {
  if (target === 'p') return protonCoupling(couplings)
  if (target === 'n') return neutronCoupling(couplings)
  return couplings[target].vector
}

/** ε per product of couplings: $1/(\sqrt2 G_F m^2)$, or half of it in the normalisation of bernal-2022. */
function strength({ mass, assumptions }: Boson): number {
  const standard = 1 / (Math.SQRT2 * G_FERMI * mass * mass)
  return assumptions.nsiNormalisation === 'bernal-2022' ? standard / 2 : standard
}

/**
 * Contact strength of a neutrino's vector interaction with a target, in units of the weak one:
 * $$\varepsilon^{f}_{\alpha\alpha} = \frac{c_{\nu_\alpha} c_f}{\sqrt2\,G_F m^2}$$
 * in the standard normalisation $\varepsilon^V = \varepsilon^L + \varepsilon^R$; bernal-2022 eqs. (5)–(10) are half of this (`nsiNormalisation`).
 * Positive is repulsive. Couplings are those at $q^2 \to 0$.
 *
 * @example
 * contactNsi(bosonAt(resolveModel('b-l'), 0.01, 1e-5, assume()), 'e', 'n') // −0.0606
 */
export function contactNsi(boson: Boson, flavour: NeutrinoFlavour, target: NsiTarget): number {
  const couplings = boson.couplingsAt(0)
  return strength(boson) * couplings[`nu_${flavour}`].vector * vectorCoupling(couplings, target)
}

/**
 * What a neutrino feels in matter of equal numbers of electrons and protons,
 * $\varepsilon^{\rm medium}_{\alpha\alpha} = \varepsilon^e + \varepsilon^p + \varepsilon^n N_n/N_p$ (bernal-2022 eqs. 12–13), in the chosen normalisation.
 * Mixing with the photon cancels in it: matter is neutral.
 *
 * @example
 * mediumNsi(bosonAt(resolveModel('bernal:c=-1,tanEta=1'), 0.01, 8.0166e-5, assume('bernal-2022')), 'mu', 0.54) // 3.000
 */
export function mediumNsi(boson: Boson, flavour: NeutrinoFlavour, neutronsPerProton: number): number {
  const couplings = boson.couplingsAt(0)
  const { e } = couplings
  const medium = e.vector + protonCoupling(couplings) + neutronCoupling(couplings) * neutronsPerProton
  return strength(boson) * couplings[`nu_${flavour}`].vector * medium
}

/**
 * The boson's matter potential of a flavour over the charged-current one of $\nu_e$, whatever the normalisation of NSI:
 * $\frac{V_\alpha}{V_{CC}} = \frac{c_{\nu_\alpha} (c_e + c_p + c_n N_n/N_p)}{\sqrt2\,G_F m^2}$, for $N_e = N_p$. Added to the standard potential.
 *
 * @example
 * matterPotentialRatio(bosonAt(resolveModel('b-l'), 0.01, 1e-5, assume()), 'e', 0.4) // −0.0242: attractive
 */
export function matterPotentialRatio(boson: Boson, flavour: NeutrinoFlavour, neutronsPerProton: number): number {
  const potential = mediumNsi(boson, flavour, neutronsPerProton)
  return boson.assumptions.nsiNormalisation === 'bernal-2022' ? 2 * potential : potential
}

/** $\tan\eta = \varepsilon^n/\varepsilon^p = c_n/c_p$ (bernal-2022 eq. 11); undefined for a boson that does not couple to protons. */
export function tanEta(boson: Boson): number | undefined {
  const couplings = boson.couplingsAt(0)
  const proton = protonCoupling(couplings)
  return proton === 0 ? undefined : neutronCoupling(couplings) / proton
}

/**
 * The coupling that gives a flavour this $\varepsilon^{\rm medium}$ (bernal-2022 eq. 13 solved for g; eq. 16).
 *
 * @throws InputError where no coupling does: the wrong sign, or no interaction with matter, or couplings that are not linear in g
 * @example
 * couplingForMediumNsi(couplingRay(resolveModel('bernal:c=-1,tanEta=1'), 0.01, assume('bernal-2022')), 'mu', 3, 0.54) // 8.0166e-5
 */
export function couplingForMediumNsi(ray: Ray, flavour: NeutrinoFlavour, epsilonMedium: number, neutronsPerProton: number): number {
  const unit = ray.unit === undefined ? Number.NaN : mediumNsi(ray.unit, flavour, neutronsPerProton)
  const square = epsilonMedium / unit
  if (!(square > 0 && Number.isFinite(square))) {
    const allowed = unit > 0 ? 'numbers above zero' : unit < 0 ? 'numbers below zero' : 'none'
    throw new InputError(`${ray.model.id} cannot give ε_medium = ${epsilonMedium}; allowed: ${allowed}`, 'epsMedium')
  }
  return Math.sqrt(square)
}

/**
 * The nuclear charge that scatters a neutrino coherently, Z and boson together, at momentum transfer t ≤ 0:
 * $$Q_\alpha = Z\Big(g_p^V + \varepsilon^p\,\frac{m^2}{m^2-t}\Big) + N\Big(g_n^V + \varepsilon^n\,\frac{m^2}{m^2-t}\Big),\qquad
 * g_p^V = \tfrac12 - 2s_W^2,\quad g_n^V = -\tfrac12 ,$$
 * with ε in the standard normalisation. bernal-2022 eq. (33) puts its halved ε here (and the square of Q on the left alone), as under
 * `recipe: 'as-printed'`. The boson drops out at $\tan\eta = -Z/N$. Nuclei without form factors.
 *
 * @param t_GeV2 −2 M E_R, zero or below
 * @throws InputError (field `q2`) above zero
 * @example
 * const boson = bosonAt(resolveModel('bernal:c=-0.1,tanEta=-0.818'), 0.04, 5.85e-4, assume())
 * weakCharge(boson, 'mu', { protons: 18, neutrons: 22 }, -1e-3) // −10.3, the Standard Model's
 */
export function weakCharge(
  boson: Boson,
  flavour: NeutrinoFlavour,
  { protons, neutrons }: { readonly protons: number; readonly neutrons: number },
  t_GeV2: number,
): number {
  const couplings = boson.couplingsAt(t_GeV2)
  const { recipe, nsiNormalisation, weakMixing } = boson.assumptions
  const isHalved = recipe === 'as-printed' && nsiNormalisation === 'bernal-2022'
  const unit = 1 / ((isHalved ? 2 : 1) * Math.SQRT2 * G_FERMI * (boson.mass ** 2 - t_GeV2))
  const neutrino = unit * couplings[`nu_${flavour}`].vector
  const standard = protons * (0.5 - 2 * Number(weakMixing)) - neutrons / 2
  return standard + neutrino * (protons * protonCoupling(couplings) + neutrons * neutronCoupling(couplings))
}

/**
 * $\varepsilon^e$ that comes with $\varepsilon^{\rm medium}$ in neutral matter where electrons couple through mixing with the photon alone:
 * $\varepsilon^e = \varepsilon^{\rm medium}\,\frac{1 - 1/\tan\eta}{1 + N_n/N_p}$, bernal-2022 eq. (34); in either normalisation.
 *
 * @example
 * electronNsi(2, -0.75, 0.54) // 3.03
 */
export const electronNsi = (medium: number, tanEta: number, neutronsPerProton: number): number =>
  (medium * (1 - 1 / tanEta)) / (1 + neutronsPerProton)

/**
 * The tan η at which $|\varepsilon^e|$ stays below a limit for a given $\varepsilon^{\rm medium}$, from eq. (34) of bernal-2022: stretches in
 * ascending order, open ends infinite.
 *
 * @throws InputError for `epsilonMedium` = 0, which every tan η allows, and limits that are not above zero
 * @example
 * tanEtaAllowed(3, 2, 0.54) // [[-Infinity, -37.5], [0.4934, Infinity]]
 */
export function tanEtaAllowed(epsilonMedium: number, largest: number, neutronsPerProton: number): (readonly [number, number])[] {
  if (!(Math.abs(epsilonMedium) > 0)) throw new InputError(`${epsilonMedium} is not allowed; allowed: any number but 0`, 'epsMedium')
  if (!(largest > 0)) throw new InputError(`${largest} is not allowed; allowed: above 0`, 'largest')
  const reach = (largest * (1 + neutronsPerProton)) / Math.abs(epsilonMedium)
  const from = 1 / (1 + reach)
  if (reach > 1) {
    return [
      [Number.NEGATIVE_INFINITY, 1 / (1 - reach)],
      [from, Number.POSITIVE_INFINITY],
    ]
  }
  return [[from, reach === 1 ? Number.POSITIVE_INFINITY : 1 / (1 - reach)]]
}
