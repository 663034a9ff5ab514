import { protonCoupling } from '../../couplings/boson.ts'
import type { Coupling, Couplings } from '../../couplings/coupling.ts'
import { ELECTRIC } from '../../models/model.ts'
import { amplitudeRatio, type DecayAmplitude, decayAmplitude, PSEUDOSCALAR_GENERATORS, photonAmplitude } from './meson-decays.ts'

/** How a boson is made; names as in the catalogue. */
export const MECHANISMS = [
  'electron-bremsstrahlung',
  'muon-bremsstrahlung',
  'proton-bremsstrahlung',
  'pion-bremsstrahlung',
  'electron-positron',
  'muon-pair',
  'pi0-photon',
  'eta-photon',
  'eta-prime-photon',
  'omega-pi0',
  'phi-eta',
  'd-star',
  'kaon-pion',
  'j-psi',
  'up-quarks',
  'down-quarks',
  'strange-quarks',
  'charm-quarks',
  'bottom-quarks',
  'rho-mixing',
  'omega-mixing',
  'phi-mixing',
] as const
export type Mechanism = (typeof MECHANISMS)[number]

/** A rate in units of the photon's, as a function of the couplings and the mass [GeV]. */
type Strength = (couplings: Couplings, mass: number) => number

/** Both chiralities radiate or annihilate alike where the fermion's mass does not matter. */
const chiral = ({ vector, axial }: Coupling, charge: number): number => (vector * vector + axial * axial) / (charge * charge)

const ofElectron: Strength = ({ e }) => chiral(e, ELECTRIC.e.charge)
const ofMuon: Strength = ({ mu }) => chiral(mu, ELECTRIC.mu.charge)
const ofProton: Strength = (couplings) => protonCoupling(couplings) ** 2
const ofPion: Strength = ({ u, d }) => (u.vector - d.vector) ** 2
const ofRho = ofPion
const ofOmega: Strength = ({ u, d }) => (3 * (u.vector + d.vector)) ** 2
const ofPhi: Strength = ({ s }) => (s.vector / ELECTRIC.s.charge) ** 2
const ofKaon: Strength = ({ u, d, s }) => (u.vector - (d.vector + s.vector) / 2) ** 2
const ofCharmonium: Strength = ({ c }) => (c.vector / ELECTRIC.c.charge) ** 2

const ofMeson = (amplitude: DecayAmplitude): Strength => {
  return (couplings, mass) => amplitudeRatio(amplitude, couplings, mass)
}
const quarks = (quark: 'u' | 'd' | 's' | 'c' | 'b'): Strength => {
  const { charge } = ELECTRIC[quark]
  return (couplings) => chiral(couplings[quark], charge)
}

const STRENGTHS: Readonly<Record<Mechanism, Strength>> = {
  'electron-bremsstrahlung': ofElectron,
  'muon-bremsstrahlung': ofMuon,
  'proton-bremsstrahlung': ofProton,
  'pion-bremsstrahlung': ofPion,
  'electron-positron': ofElectron,
  'muon-pair': ofMuon,
  'pi0-photon': ofMeson(photonAmplitude(PSEUDOSCALAR_GENERATORS.pi0)),
  'eta-photon': ofMeson(photonAmplitude(PSEUDOSCALAR_GENERATORS.eta)),
  'eta-prime-photon': ofMeson(photonAmplitude(PSEUDOSCALAR_GENERATORS.etaPrime)),
  'omega-pi0': ofRho,
  'phi-eta': ofPhi,
  'd-star': ofMeson(decayAmplitude([1, 0, 0])),
  'kaon-pion': ofKaon,
  'j-psi': ofCharmonium,
  'up-quarks': quarks('u'),
  'down-quarks': quarks('d'),
  'strange-quarks': quarks('s'),
  'charm-quarks': quarks('c'),
  'bottom-quarks': quarks('b'),
  'rho-mixing': ofRho,
  'omega-mixing': ofOmega,
  'phi-mixing': ofPhi,
}

/**
 * How strongly a mechanism makes a boson: the squared coupling $(e\varepsilon)^2$ of the dark photon that it makes as often at this mass.
 * Rates of two models at one mass are in the ratio of their strengths:
 * $\sigma/\sigma_{\varepsilon = 1} = S/e^2$ (darkcast-2018, section 2). With the couplings
 * $c_f$ (vector) and $a_f$ (axial), $S$ is
 *
 * | mechanism | $S$ |
 * | --- | --- |
 * | `electron-bremsstrahlung`, `electron-positron` ($e^+e^- \to \gamma X$) | $c_e^2 + a_e^2$ |
 * | `muon-bremsstrahlung`, `muon-pair` ($X$ radiated from $\mu^+\mu^-$) | $c_\mu^2 + a_\mu^2$ |
 * | `proton-bremsstrahlung` | $(2c_u + c_d)^2$ |
 * | `pion-bremsstrahlung`, off charged pions | $(c_u - c_d)^2$ |
 * | `up-quarks` … `bottom-quarks` ($q\bar q \to X$) | $(c_q^2 + a_q^2)/Q_q^2$ |
 * | `rho-mixing`, `omega-pi0` ($\omega \to \pi^0 X$) | $(c_u - c_d)^2$ |
 * | `omega-mixing` | $9(c_u + c_d)^2$ |
 * | `phi-mixing`, `phi-eta` ($\phi \to \eta X$) | $9c_s^2$ |
 * | `pi0-photon`, `eta-photon`, `eta-prime-photon` ($P \to \gamma X$) | $\lvert\mathcal A(X)/\mathcal A(\gamma)\rvert^2$, as in `decayAmplitude` |
 * | `d-star` ($D^{*0} \to D^0 X$) | the same with the light quark alone, $T_A T_B = \mathrm{diag}(1, 0, 0)$ |
 * | `kaon-pion` ($K^+ \to \pi^+ X$) | $(c_u - \frac12 (c_d + c_s))^2$ |
 * | `j-psi` ($J/\psi \to \eta^{(\prime)} X$) | $c_c^2/Q_c^2$ |
 *
 * Far below the mesons $\pi^0 \to \gamma X$ has $(2c_u + c_d)^2$ too, and $D^{*0} \to D^0 X$ has $c_u^2/Q_u^2$.
 *
 * Where it holds:
 * - Leptons and quarks are ultrarelativistic and lighter than X; else the helicity-zero part of an axial coupling, some $m_f^2/m^2$
 *   times more, is missing.
 * - C parity keeps axial couplings out of $P \to \gamma X$, $\omega \to \pi^0 X$, $\phi \to \eta X$, $J/\psi \to \eta^{(\prime)} X$ and
 *   mixing with vector mesons. For protons, pions, $D^{*0}$ and $K^+$ they are left out.
 * - The proton's form factor, $\frac12 (c_u - c_d) P_\rho + \frac32 (c_u + c_d) P_\omega$ with the propagators $P_V$, cancels only where
 *   the poles of ρ and ω coincide: well below them, and for a boson that couples like the photon.
 * - Mesons above the φ are missing: $\mathcal A$ holds to 1 GeV.
 * - `d-star` leaves out the magnetic moment of the charm quark, which far below the mesons changes nothing for equal charges of u and c;
 *   `j-psi` leaves out the few percent of the amplitude in which light quarks emit X.
 * - `kaon-pion`: charges of u, d, s split into a part like the photon's, a singlet (baryon number) and a d–s difference. The strength is
 *   that of the first, and exact for a boson that meets quarks through kinetic mixing alone. The singlet acts on mesons only through weak
 *   contact terms of unknown size, the d–s difference is not conserved: both are left out, and baryon number has no strength.
 *
 * No threshold is applied: above it there is no rate, whatever the ratio. No allocation.
 *
 * @param mass_GeV of the boson [GeV]
 * @returns zero or above
 * @example
 * const { couplings } = bosonAt(resolveModel('B-L'), 0.3, 1, assume())
 * productionStrength('eta-photon', couplings, 0.3) / E_CHARGE ** 2 // 2.449
 */
export function productionStrength(mechanism: Mechanism, couplings: Couplings, mass_GeV: number): number {
  return STRENGTHS[mechanism](couplings, mass_GeV)
}
