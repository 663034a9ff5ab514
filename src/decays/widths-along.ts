import type { Boson, Ray } from '../couplings/boson.ts'
import { FERMION_MASS } from '../couplings/fermion-masses.ts'
import { type Quadratic, quadraticAlong, weightedSum } from '../couplings/quadratic.ts'
import { hadronicWidthAs, isPhotonLike, mesonForm, photonLikeEdges } from './hadrons.ts'
import { hiddenScalarWidth } from './hidden-scalar.ts'
import { fermionWidth } from './leptons.ts'
import { neutrinoWidth } from './neutrinos.ts'
import type { Channel } from './widths.ts'

/** Widths of all bosons of a stretch of a ray [GeV], quadratics in the coupling. */
export interface WidthsAlong extends Readonly<Record<Channel | 'total', Quadratic>> {
  /** The coupling that the stretch ends at, Infinity for the last. */
  readonly end: number
}

/** Shares of hadrons, which are ratios of these: pairs of charged pions, and all, of what vector mesons decay to. */
export interface MesonsAlong {
  readonly pionPair: Quadratic
  readonly all: Quadratic
}

/**
 * Widths into everything along a ray, in stretches: {@link partialWidths} at any coupling. A new stretch begins where quarks begin or cease to couple like the photon, and the hadronic
 * width rests on other data. Undefined where widths are no quadratics: loops that absorb beside absolute mixing.
 *
 * @example
 * widthsAlong(couplingRay(resolveModel('b-l'), 0.1, assume()))[0].total // { constant: 0, linear: 0, square: 0.0066315 }
 */
export function widthsAlong(ray: Ray): readonly WidthsAlong[] | undefined {
  const along = (width: (boson: Boson) => number): Quadratic => quadraticAlong(ray, width) as Quadratic
  if (ray.unit === undefined && ray.span === undefined) return undefined
  const ofLepton = (lepton: 'e' | 'mu' | 'tau') =>
    along(({ couplings, mass }) => fermionWidth(couplings[lepton], mass, FERMION_MASS[lepton]))
  const [ee, mumu, tautau] = [ofLepton('e'), ofLepton('mu'), ofLepton('tau')]
  const [neutrinos, hidden] = [along(neutrinoWidth), along(hiddenScalarWidth)]
  return stretchesOf(ray).map(({ end, isLikePhoton }) => {
    const hadrons = along((boson) => hadronicWidthAs(boson, isLikePhoton).width)
    return { end, ee, mumu, tautau, neutrinos, hadrons, hidden, total: sumOf(ee, mumu, tautau, neutrinos, hadrons, hidden) }
  })
}

const sumOf = (...widths: readonly Quadratic[]): Quadratic => weightedSum(widths.map((width) => [1, width]))

/** What vector mesons decay to along a ray; undefined as {@link widthsAlong}. */
export function mesonsAlong(ray: Ray): MesonsAlong | undefined {
  const [pionPair, all] = [quadraticAlong(ray, (boson) => mesonForm(boson, 'pionPair')), quadraticAlong(ray, (boson) => mesonForm(boson))]
  return pionPair && all && { pionPair, all }
}

/** Where quarks couple like the photon, and where not: stretches up to `end`. */
function stretchesOf({ unit, span, mass, at, range }: Ray): { readonly end: number; readonly isLikePhoton: boolean }[] {
  const isLike = (coupling: number): boolean => isPhotonLike(at(coupling).couplings, mass)
  if (unit !== undefined || span === undefined) return [{ end: Number.POSITIVE_INFINITY, isLikePhoton: isLike(range[1]) }]
  const fixed = photonLikeEdges(span.fixed.couplings, mass)
  const growing = photonLikeEdges(span.growing.couplings, mass)
  const edges = fixed
    .map((value, i) => (-value * span.scale) / growing[i])
    .filter((coupling) => coupling > range[0] && coupling < range[1])
    .sort((a, b) => a - b)
  const found: { end: number; isLikePhoton: boolean }[] = []
  for (const [i, end] of [...edges, range[1]].entries()) {
    const isLikePhoton = isLike(Math.sqrt((edges[i - 1] ?? range[0]) * end))
    const last = found.at(-1)
    if (last?.isLikePhoton === isLikePhoton) last.end = end
    else found.push({ end, isLikePhoton })
  }
  found[found.length - 1].end = Number.POSITIVE_INFINITY
  return found
}
