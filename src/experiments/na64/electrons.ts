import type { PublishedLimit } from '../../constraints/published.ts'
import { type RecastEntry, recast } from '../../constraints/recast.ts'
import { InputError } from '../../errors.ts'
import { na64_inv_2019 } from '../limits/na64-inv-2019.ts'

/** Electrons on target behind the limit of 2019. */
export const ELECTRONS_2019 = 2.84e11

/**
 * The limit of NA64 on missing energy as it would be with another number of electrons: in a search without background the events at the limit stay the same, so that
 * $\varepsilon \propto N_e^{-1/2}$.
 *
 * @param electrons on target
 * @param about id, label and title of the entry
 * @throws InputError unless there are electrons
 * @example
 * scaledToElectrons(1.136e12, { id: 'na64e-1136e9', label: 'NA64', title: 'NA64' }).bound.rows[0] // [0.001, 0.000003772]
 */
export function scaledToElectrons(electrons: number, about: Pick<PublishedLimit, 'id' | 'label' | 'title'>) {
  if (!(electrons > 0 && electrons < Number.POSITIVE_INFINITY)) {
    throw new InputError(`${electrons} is not allowed; allowed: above 0`, 'electrons')
  }
  const factor = Math.sqrt(ELECTRONS_2019 / electrons)
  return {
    ...na64_inv_2019,
    ...about,
    kind: 'projection',
    where: 'the curve of 2019 times the root of the ratio of exposures: a search without background',
    provenance: 'computed',
    unverified: 'a scaled curve stands in for the projection, without the resonant annihilation of positrons',
    bound: { shape: 'upper-limit', rows: na64_inv_2019.bound.rows.map(([mass, epsilon]) => [mass, factor * epsilon]) },
  } satisfies PublishedLimit
}

const projection = (electrons: number, id: string, words: string, tex: string): RecastEntry =>
  recast(
    scaledToElectrons(electrons, {
      id,
      label: `NA64$e$, $${tex}$ electrons`,
      title: `NA64, ${words} electrons on lead: X → invisible`,
    }),
  )

export const na64e_5e12 = projection(5e12, 'na64e-5e12', '5 × 10¹²', String.raw`5\times 10^{12}`)
export const na64e_1e13 = projection(1e13, 'na64e-1e13', '10¹³', '10^{13}')
