import { InputError } from '../errors.ts'
import { linearInterpolator } from '../numerics/index.ts'
import type { Flavour } from './pmns.ts'
import { tableEdges } from './solar/spectra.ts'
import type { NeutrinoComponent } from './source.ts'
import { legendreTails } from './tails.ts'

/** The kinds of neutrinos a table may have a column for. */
export const NEUTRINOS = ['nu_e', 'nu_mu', 'nu_tau', 'anti-nu_e', 'anti-nu_mu', 'anti-nu_tau'] as const
export type NeutrinoKind = (typeof NEUTRINOS)[number]

/** A user's own flux: energies and, for some of the six kinds, the flux there. */
export interface FluxTable {
  /** Ascending, from zero up. */
  readonly energy_MeV: readonly number[]
  /** [cm⁻² s⁻¹ MeV⁻¹], one for each energy. */
  readonly flux: Readonly<Partial<Record<NeutrinoKind, readonly number[]>>>
}

/**
 * A source from a table of energies and fluxes: straight lines between the points, nothing beyond its ends.
 *
 * @throws InputError for fewer than two energies, energies that do not ascend, fluxes below zero, columns of another length, or no column at all
 * @example
 * const [source] = tabulatedFlux({ energy_MeV: [0, 10], flux: { nu_e: [2, 2] } })
 * const out = new Float64Array(3)
 * source.tail(5, out) // out[0]: 10 per cm² and second
 */
export function tabulatedFlux({ energy_MeV, flux }: FluxTable): readonly NeutrinoComponent[] {
  if (energy_MeV.length < 2) throw new InputError('at least two energies are needed', 'energy_MeV')
  for (const [i, energy] of energy_MeV.entries()) {
    if (!(energy >= 0 && energy < Infinity && (i === 0 || energy > energy_MeV[i - 1]))) {
      throw new InputError(`${energy} MeV is out of place; allowed: finite energies from zero up, in ascending order`, 'energy_MeV')
    }
  }
  const unknown = Object.keys(flux).find((kind) => !(NEUTRINOS as readonly string[]).includes(kind))
  if (unknown !== undefined) throw new InputError(`'${unknown}' is no neutrino; allowed: ${NEUTRINOS.join(', ')}`, 'flux')
  const kinds = NEUTRINOS.filter((kind) => flux[kind] !== undefined)
  if (kinds.length === 0) throw new InputError(`no column; allowed: ${NEUTRINOS.join(', ')}`, 'flux')
  const edges = tableEdges(energy_MeV)
  return kinds.map((kind) => {
    const values = flux[kind]!
    if (values.length !== energy_MeV.length) {
      throw new InputError(`${values.length} values for ${energy_MeV.length} energies; allowed: as many`, `flux.${kind}`)
    }
    const bad = values.find((value) => !(value >= 0 && value < Infinity))
    if (bad !== undefined) throw new InputError(`${bad} is not allowed; allowed: finite numbers from zero up`, `flux.${kind}`)
    const line = linearInterpolator(energy_MeV, values)
    return {
      id: kind,
      flavour: (NEUTRINOS.indexOf(kind) % 3) as Flavour,
      antineutrino: kind.startsWith('anti'),
      maximum_MeV: energy_MeV[energy_MeV.length - 1],
      tail: legendreTails(edges, 1, (energy, out) => {
        out[0] = line(energy)
      }),
    }
  })
}
