import type { Assumptions } from '../assumptions.ts'
import { E_CHARGE, M_TAU } from '../constants.ts'
import { ELECTRIC, FERMIONS, type Model } from '../models/model.ts'
import { FERMION_MASS } from './fermion-masses.ts'

/** A complex number; kinetic mixing has an imaginary part above the threshold of a fermion in its loop. */
export interface Complex {
  readonly re: number
  readonly im: number
}

/** Mixing with the photon that loops of charged fermions induce, per unit of the coupling. */
export interface LoopMixing {
  /** $\varepsilon(q^2)/g$ at momentum transfer squared [GeV²]; timelike is positive. */
  ratio(q2_GeV2: number): Complex
  /** Whether it also feeds fermions that carry tree charge: only a fixed ratio does. */
  readonly feedsCharged: boolean
}

interface LoopFermion {
  /** $N_c Q_f Q'_f$ with the vector charge $Q'_f = (Q'_L + Q'_R)/2$. */
  readonly weight: number
  readonly mass: number
}

/**
 * The subtracted vacuum polarisation of a Dirac fermion at $t = q^2/4m^2$,
 * $$P(t) = \int_0^1 x(1-x) \ln[1 - 4x(1-x)\,t - i0]\,dx = \frac{(2 + 1/t) f - 5/3 - 1/t}{6},$$
 * with $f = b\,\mathrm{arsinh}\sqrt{-t}$, $b\,\arcsin\sqrt t$ and $b\,(\mathrm{artanh}\,b - i\pi/2)$ for $t<0$, $0<t<1$ and $t>1$,
 * $b = \sqrt{|1 - 1/t|}$. The imaginary part is $-\pi b(3-b^2)/12$ above threshold (Feynman's $q^2 + i0$), else zero.
 * Near $t = 0$ the Taylor series, where the closed form cancels.
 *
 * @example
 * vacuumPolarisation(-1e-6).re // 1.3333e-7, which is −2t/15
 */
export function vacuumPolarisation(t: number): Complex {
  if (Math.abs(t) < 0.1) {
    // −Σ (4t)ⁿ B(n+2, n+2)/n
    let power = (4 * t) / 30
    let sum = -power
    for (let n = 1; n < 40 && Math.abs(power) > 1e-18 * Math.abs(sum); n++) {
      power *= (4 * t * (n + 2)) / (2 * (2 * n + 5))
      sum -= power / (n + 1)
    }
    return { re: sum, im: 0 }
  }
  const b = Math.sqrt(Math.abs(1 - 1 / t))
  const f = b * (t < 0 ? Math.asinh(Math.sqrt(-t)) : t < 1 ? Math.asin(Math.sqrt(t)) : Math.asinh(Math.sqrt(t - 1)))
  return { re: ((2 + 1 / t) * f - 5 / 3 - 1 / t) / 6, im: t > 1 ? (-Math.PI * b * (3 - b * b)) / 12 : 0 }
}

function loopFermions(model: Model): LoopFermion[] {
  return FERMIONS.flatMap((fermion) => {
    const { charge, colours } = ELECTRIC[fermion]
    const { left, right } = model.charges[fermion]
    const weight = (colours * charge * (left + right)) / 2
    return weight === 0 ? [] : [{ weight, mass: FERMION_MASS[fermion] }]
  })
}

/** Whether $\sum N_c Q_f Q'_f = 0$, so that the loops need no cut-off. */
function needsNoCutOff(loops: readonly LoopFermion[]): boolean {
  const sum = loops.reduce((total, { weight }) => total + weight, 0)
  const size = loops.reduce((total, { weight }) => total + Math.abs(weight), 0)
  return Math.abs(sum) <= 1e-12 * size
}

/** $\varepsilon(q^2)/g$ of these loops, cut off at `scale_GeV`, which drops out where they are finite. */
function sumLoops(loops: readonly LoopFermion[], q2_GeV2: number, scale_GeV: number): Complex {
  let re = 0
  let im = 0
  for (const { weight, mass } of loops) {
    const polarisation = vacuumPolarisation(q2_GeV2 / (4 * mass * mass))
    re += weight * (Math.log(scale_GeV / mass) / 3 - polarisation.re)
    im -= weight * polarisation.im
  }
  const prefactor = E_CHARGE / (2 * Math.PI * Math.PI)
  return { re: prefactor * re, im: prefactor * im }
}

const NONE: Complex = { re: 0, im: 0 }

/**
 * The loop-induced kinetic mixing of a model under an assumption. In the convention $c_f = gQ'_f - \varepsilon e Q_f$,
 * $$\frac{\varepsilon(q^2)}{g} = \frac{e}{2\pi^2} \sum_f N_c Q_f Q'_f \int_0^1 x(1-x) \ln\frac{\mu^2}{m_f^2 - x(1-x)q^2 - i0}\,dx,$$
 * which for $L_\mu - L_\tau$ at $q^2 \to 0$ is $e \ln(m_\mu/m_\tau)/6\pi^2 = -0.0144329$ (foldenauer-2021; coy-2021 eq. 2.12, $c_e/g = -0.0043706$).
 * Only the vector charge $(Q'_L + Q'_R)/2$ enters: a vector–axial two-point function has no tensor to be proportional to.
 *
 * - `loop`: full $q^2$, where $\sum N_c Q Q' = 0$ so that μ drops out; zero where it does not (the model warns).
 * - `loop-contact`: its value at $q^2 = 0$.
 * - `amaral-2020-v1`: 3/2 of that, the $4\pi^2$ printed in amaral-2020 eq. (8); for any other model 3/2 of its contact value, too.
 * - `log:<Λ>`: a divergent sum is cut off at μ = Λ; a finite one does not know Λ. coy-2021 eq. (2.11).
 * - `fixed:<ratio>`: that ratio at every $q^2$. It feeds charged fermions as well.
 * - `none`: zero.
 *
 * Models of coy-2021 (`tauRegulatedLoop`) complete the muon's loop with a partner of mass $m_\tau$ and opposite charge, which is eq. (2.12);
 * under `log:<Λ>` the cut-off stands in for the partner, which is eq. (2.11).
 * A model without tree charges (the dark photon) has no loops: every assumption gives zero.
 * Quarks enter with the perturbative masses of `QUARK_MASS`: below about 1 GeV loops of light quarks are estimates only.
 *
 * @example
 * loopMixing(resolveModel('mu-tau'), 'loop').ratio(0).re // -0.0144329
 */
export function loopMixing(model: Model, kineticMixing: Assumptions['kineticMixing']): LoopMixing {
  if (kineticMixing.startsWith('fixed:')) {
    const charged = FERMIONS.some((fermion) => model.charges[fermion].left !== 0 || model.charges[fermion].right !== 0)
    const ratio = charged ? { re: Number(kineticMixing.slice('fixed:'.length)), im: 0 } : NONE
    return { ratio: () => ratio, feedsCharged: true }
  }
  const loops = loopFermions(model)
  const log = /^log:(.*)GeV$/.exec(kineticMixing)
  if (log !== null) {
    const cutOff_GeV = needsNoCutOff(loops) ? 1 : Number(log[1])
    return { ratio: (q2) => sumLoops(loops, q2, cutOff_GeV), feedsCharged: false }
  }
  const muon = loops.find(({ mass }) => mass === FERMION_MASS.mu)
  if (model.tauRegulatedLoop && muon !== undefined) loops.push({ weight: -muon.weight, mass: M_TAU })
  if (kineticMixing === 'none' || !needsNoCutOff(loops)) return { ratio: () => NONE, feedsCharged: false }
  if (kineticMixing === 'loop') return { ratio: (q2) => sumLoops(loops, q2, 1), feedsCharged: false }
  const contact = { re: sumLoops(loops, 0, 1).re * (kineticMixing === 'amaral-2020-v1' ? 3 / 2 : 1), im: 0 }
  return { ratio: () => contact, feedsCharged: false }
}
