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
