import { ALPHA, M_MUON } from '../../constants.ts'
import type { Coupling } from '../../couplings/coupling.ts'
import { gaussLegendre } from '../../numerics/index.ts'
import type { MuonBeam } from './muon.ts'
import { elasticFormFactor } from './weizsaecker-williams.ts'

/** Points in the boson's angle, the momentum transfer and the azimuth between them: enough for 1e-5. */
const [ANGLES, TRANSFERS, AZIMUTHS] = [20, 28, 8] as const
/** Momentum transfer squared [GeV²] above which a nucleus does not stay whole. */
const LARGEST_TRANSFER_GEV2 = 1

/** Energy and momentum; or a polarisation. */
type FourVector = Float64Array
/** Two components of each chirality, real and imaginary parts alternating, left-handed first. */
type Spinor = Float64Array

/** $\not a\,\psi$ in the chiral basis. */
function slash([a0, ax, ay, az]: FourVector, psi: Spinor, result: Spinor): void {
  for (let handed = 0; handed < 2; handed++) {
    const [from, to, sign] = handed === 0 ? [4, 0, -1] : [0, 4, 1]
    const [upRe, upIm, downRe, downIm] = [psi[from], psi[from + 1], psi[from + 2], psi[from + 3]]
    result[to] = a0 * upRe + sign * (az * upRe + ax * downRe + ay * downIm)
    result[to + 1] = a0 * upIm + sign * (az * upIm + ax * downIm - ay * downRe)
    result[to + 2] = a0 * downRe + sign * (ax * upRe - ay * upIm - az * downRe)
    result[to + 3] = a0 * downIm + sign * (ax * upIm + ay * upRe - az * downIm)
  }
}

/** Muon at rest with spin up or down. */
const AT_REST: readonly Spinor[] = [0, 2].map((spin) => Float64Array.from({ length: 8 }, (_, i) => (i % 4 === spin ? 1 : 0)))
const TIME = Float64Array.of(1, 0, 0, 0)

/** One half of the sum over spins and polarisations of $|M|^2$, for unit couplings of the Coulomb field and the given ones of the boson. */
class SquaredAmplitude {
  readonly #coupling: Coupling
  readonly #incoming = [new Float64Array(8), new Float64Array(8)]
  readonly #outgoing = [new Float64Array(8), new Float64Array(8)]
  readonly #propagating = new Float64Array(4)
  readonly #polarisations = [new Float64Array(4), new Float64Array(4), new Float64Array(4)]
  readonly #first = new Float64Array(8)
  readonly #second = new Float64Array(8)
  readonly #third = new Float64Array(8)

  constructor(coupling: Coupling) {
    this.#coupling = coupling
  }

  /** $u(p) = (\not p + m)\,u_0/\sqrt{2(E + m)}$ */
  #spinors(p: FourVector, spinors: readonly Spinor[]): void {
    const norm = 1 / Math.sqrt(2 * (p[0] + M_MUON))
    for (let spin = 0; spin < 2; spin++) {
      slash(p, AT_REST[spin], spinors[spin])
      for (let i = 0; i < 8; i++) spinors[spin][i] = norm * (spinors[spin][i] + M_MUON * AT_REST[spin][i])
    }
  }

  #polarise(k: FourVector, mass: number): void {
    const [energy, x, y, z] = k
    const [across, momentum] = [Math.hypot(x, y), Math.hypot(x, y, z)]
    const [cos, sin] = across === 0 ? [1, 0] : [x / across, y / across]
    const [theta, normal, along] = this.#polarisations
    theta.set([0, (cos * z) / momentum, (sin * z) / momentum, -across / momentum])
    normal.set([0, -sin, cos, 0])
    along.set([momentum / mass, (energy * x) / (mass * momentum), (energy * y) / (mass * momentum), (energy * z) / (mass * momentum)])
  }

  /** $\not\epsilon\,(c_V + c_A \gamma_5)\,\psi$ */
  #emit(polarisation: FourVector, psi: Spinor, scratch: Spinor, result: Spinor): void {
    const { vector, axial } = this.#coupling
    for (let i = 0; i < 8; i++) scratch[i] = (i < 4 ? vector - axial : vector + axial) * psi[i]
    slash(polarisation, scratch, result)
  }

  /** $(\not p + m)\,\psi/v$, added to a spinor. */
  #propagate(psi: Spinor, virtuality: number, scratch: Spinor): void {
    slash(this.#propagating, psi, scratch)
    for (let i = 0; i < 8; i++) scratch[i] = (scratch[i] + M_MUON * psi[i]) / virtuality
  }

  /** @param u $2p\cdot k - m^2$ @param v $2p'\cdot k + m^2$ */
  at(p: FourVector, out: FourVector, k: FourVector, mass: number, u: number, v: number): number {
    this.#spinors(p, this.#incoming)
    this.#spinors(out, this.#outgoing)
    this.#polarise(k, mass)
    const [first, second, third] = [this.#first, this.#second, this.#third]
    let sum = 0
    for (const polarisation of this.#polarisations) {
      for (const incoming of this.#incoming) {
        for (let i = 0; i < 4; i++) this.#propagating[i] = p[i] - k[i]
        this.#emit(polarisation, incoming, second, first)
        this.#propagate(first, -u, second)
        slash(TIME, second, third)

        for (let i = 0; i < 4; i++) this.#propagating[i] = out[i] + k[i]
        slash(TIME, incoming, first)
        this.#propagate(first, v, second)
        this.#emit(polarisation, second, first, second)
        for (let i = 0; i < 8; i++) third[i] += second[i]

        for (const outgoing of this.#outgoing) {
          let [re, im] = [0, 0]
          for (let i = 0; i < 8; i += 2) {
            const j = (i + 4) % 8
            re += outgoing[j] * third[i] + outgoing[j + 1] * third[i + 1]
            im += outgoing[j] * third[i + 1] - outgoing[j + 1] * third[i]
          }
          sum += re * re + im * im
        }
      }
    }
    return 0.5 * sum
  }
}

/**
 * The same spectrum as `muonBremsstrahlung` without its approximation: the exact tree level in the Coulomb field of a heavy nucleus at rest,
 * $$\frac{d\sigma}{dx} = \frac{E\,(4\pi\alpha)^2}{32\,p^2\,(2\pi)^4} \int du \int \frac{dt}{l\,t^2}\,G_2^{\mathrm{el}}(t) \int d\phi\; \tfrac12 \sum |M|^2,$$
 * $u = 2p\cdot k - m^2$, $l = |\vec p - \vec k|$, $t = |\vec p - \vec k - \vec p'|^2$, both diagrams, spins and polarisations summed numerically. Slow, some 20 ms: what the
 * approximation is checked against.
 *
 * @param coupling of the muon, $c_V$ and $c_A$
 * @param mass m of the boson [GeV]
 * @param x from 0 to 1
 * @returns $d\sigma/dx$ [GeV⁻²]
 * @example
 * muonBremsstrahlungExact({ vector: 1e-3, axial: 0 }, 0.1, 0.5, { energy: 160, nucleus: { protons: 82, massNumber: 207.2 } }) // 3.56e-5
 */
export function muonBremsstrahlungExact(coupling: Coupling, mass: number, x: number, { energy, nucleus }: MuonBeam): number {
  const [carried, left] = [x * energy, (1 - x) * energy]
  if (!(carried > mass && left > M_MUON)) return 0
  const amplitude = new SquaredAmplitude(coupling)
  const [beam, momentum, outgoing] = [
    Math.sqrt((energy - M_MUON) * (energy + M_MUON)),
    Math.sqrt((carried - mass) * (carried + mass)),
    Math.sqrt((left - M_MUON) * (left + M_MUON)),
  ]
  const [m2, muon2] = [mass * mass, M_MUON * M_MUON]
  const nearest = (2 * (energy * energy * m2 + carried * carried * muon2 - m2 * muon2)) / (energy * carried + beam * momentum) - m2
  const farthest = Math.min(2 * (energy * carried + beam * momentum) - m2, 2 * left * Math.sqrt(LARGEST_TRANSFER_GEV2))
  if (!(farthest > nearest)) return 0
  const p = Float64Array.of(energy, 0, 0, beam)

  const inLogarithm = (from: number, to: number, points: number, f: (value: number) => number): number => {
    const { nodes, weights } = gaussLegendre(points)
    const [centre, half] = [0.5 * Math.log(from * to), 0.5 * Math.log(to / from)]
    let sum = 0
    for (let i = 0; i < points; i++) {
      const value = Math.exp(centre + half * nodes[i])
      sum += weights[i] * value * f(value)
    }
    return half * sum
  }
  const k = new Float64Array(4)
  const out = new Float64Array(4)
  const overAngles = (u: number): number => {
    const versine = (u - nearest) / (2 * beam * momentum)
    const [cos, sin] = [1 - versine, Math.sqrt(versine * (2 - versine))]
    k.set([carried, momentum * sin, 0, momentum * cos])
    // l = p − k points along (lx, 0, lz); the two directions across it are (lz, 0, −lx) and y.
    const l = Math.sqrt(outgoing * outgoing + u)
    const [lx, lz] = [(-momentum * sin) / l, (beam - momentum * cos) / l]
    const shortest = (u / (l + outgoing)) ** 2
    if (!(LARGEST_TRANSFER_GEV2 > shortest)) return 0
    const overTransfers = (t: number): number => {
      const turned = (t - shortest) / (2 * l * outgoing)
      const [along, across] = [outgoing * (1 - turned), outgoing * Math.sqrt(turned * (2 - turned))]
      let sum = 0
      for (let i = 0; i < AZIMUTHS; i++) {
        const phi = (Math.PI * (i + 0.5)) / AZIMUTHS
        const [e1, e2] = [across * Math.cos(phi), across * Math.sin(phi)]
        out.set([left, along * lx + e1 * lz, e2, along * lz - e1 * lx])
        const v = 2 * (left * carried - out[1] * k[1] - out[3] * k[3]) + m2
        sum += amplitude.at(p, out, k, mass, u, v)
      }
      return ((elasticFormFactor(t, nucleus) / (t * t)) * sum * 2 * Math.PI) / AZIMUTHS
    }
    return inLogarithm(shortest, LARGEST_TRANSFER_GEV2, TRANSFERS, overTransfers) / l
  }
  const integral = inLogarithm(nearest, farthest, ANGLES, overAngles)
  return (energy * (4 * Math.PI * ALPHA) ** 2 * integral) / (32 * beam * beam * (2 * Math.PI) ** 4)
}
