import { HBAR_GEV_S, HBARC_GEV_M, M_ELECTRON, M_MUON, M_TAU } from '../constants.ts'
import type { Boson } from '../couplings/boson.ts'
import { type HadronicValidity, hadronicWidth } from './hadrons.ts'
import { hiddenScalarWidth } from './hidden-scalar.ts'
import { fermionWidth } from './leptons.ts'
import { neutrinoWidth } from './neutrinos.ts'

/** Decay channels, in the order tables print them. */
export const CHANNELS = ['ee', 'mumu', 'tautau', 'neutrinos', 'hadrons', 'hidden'] as const
export type Channel = (typeof CHANNELS)[number]

/** Partial widths and their sum [GeV]. */
export interface ChannelWidths extends Readonly<Record<Channel, number>> {
  readonly total: number
}

/** Widths and what to know about them. */
export interface Widths extends ChannelWidths {
  /** What is missing or estimated, in words. Empty when there is nothing to say. */
  readonly notes: readonly string[]
}

const ESTIMATE =
  'the hadronic width is an estimate from ρ, ω and φ mesons, good to 10 % above 0.75 GeV and below 0.5 GeV, to 40 % between (unverified: meson parameters are from memory)'
const NOTHING: readonly string[] = []
const HADRON_NOTES: Readonly<Partial<Record<HadronicValidity, readonly string[]>>> = {
  'vector mesons, below 2 GeV': [ESTIMATE],
  'vector mesons, below 2 GeV, without the axial couplings': [`${ESTIMATE}, without the axial quark couplings`],
}

/**
 * Widths of a boson into everything it decays to [GeV]. The sum is zero for a boson with nothing to decay into.
 *
 * @example
 * partialWidths(bosonAt(resolveModel('b-l'), 0.1, 1e-3, assume())).total // 6.6315e-9
 */
export function partialWidths(boson: Boson): Widths {
  const { couplings, mass } = boson
  const { width: hadrons, validity } = hadronicWidth(boson)
  const ee = fermionWidth(couplings.e, mass, M_ELECTRON)
  const mumu = fermionWidth(couplings.mu, mass, M_MUON)
  const tautau = fermionWidth(couplings.tau, mass, M_TAU)
  const neutrinos = neutrinoWidth(boson)
  const hidden = hiddenScalarWidth(boson)
  const notes = HADRON_NOTES[validity] ?? NOTHING
  return { ee, mumu, tautau, neutrinos, hadrons, hidden, total: ee + mumu + tautau + neutrinos + hadrons + hidden, notes }
}

/**
 * Branching ratios; all zero for a stable boson.
 *
 * @example
 * branchingRatios(partialWidths(bosonAt(resolveModel('b-l'), 0.1, 1e-3, assume()))).neutrinos // 0.6
 */
export function branchingRatios(widths: ChannelWidths): Readonly<Record<Channel, number>> {
  const total = widths.total === 0 ? 1 : widths.total
  const { ee, mumu, tautau, neutrinos, hadrons, hidden } = widths
  return {
    ee: ee / total,
    mumu: mumu / total,
    tautau: tautau / total,
    neutrinos: neutrinos / total,
    hadrons: hadrons / total,
    hidden: hidden / total,
  }
}

/** Proper lifetime $\hbar/\Gamma$ [s]; Infinity for a stable boson (to be printed as null). */
export const lifetime_s = (widths: ChannelWidths): number => HBAR_GEV_S / widths.total

/** Proper decay length $c\tau = \hbar c/\Gamma$ [m]; Infinity for a stable boson. */
export const decayLength_m = (widths: ChannelWidths): number => HBARC_GEV_M / widths.total

/** Mean flight path $c\tau\,p/m$ [m] of a boson of this mass and momentum [GeV]. */
export const boostedDecayLength_m = (widths: ChannelWidths, mass: number, momentum_GeV: number): number =>
  (decayLength_m(widths) * momentum_GeV) / mass
