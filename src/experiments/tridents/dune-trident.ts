import { AVOGADRO, HBARC_GEV_M } from '../../constants.ts'
import type { Entry } from '../../constraints/constraint.ts'
import type { TridentTable } from '../../data/trident-coefficients.ts'
import { DUNE_NEAR_DETECTOR, tridentDuneFlux } from '../../data/trident-dune-flux.ts'

/** Standard deviations of a two-sided 90 %. */
const DEVIATIONS = 1.645
const ARGON_G_PER_MOL = 39.948

/**
 * Muon pairs that DUNE's near detector collects in all its years, coherent on argon and without loss, if there is no boson.
 *
 * @example
 * duneTridents(TRIDENT_TABLES['argon-dune']) // 908.5
 */
export function duneTridents({ crossSection }: TridentTable): number {
  const { argon_t, yearsPerMode, protonsPerYear } = DUNE_NEAR_DETECTOR
  const perProton_m2 = tridentDuneFlux.rows.reduce((sum, [, neutrinos, antineutrinos]) => sum + neutrinos + antineutrinos, 0)
  const nuclei = ((argon_t * 1e6) / ARGON_G_PER_MOL) * AVOGADRO
  return perProton_m2 * protonsPerYear * yearsPerMode * nuclei * crossSection * HBARC_GEV_M ** 2
}

/** What DUNE's near detector may learn from tridents, as coy-2021 assumes it. */
export const duneTrident: Entry = {
  id: 'dune-trident',
  label: 'DUNE tridents (ideal)',
  title: 'Neutrino tridents at an ideal near detector of DUNE',
  group: 'scattering',
  experiment: 'DUNE',
  subjects: ['muon', 'neutrinos'],
  colour: 6,
  isProjection: true,
  source: {
    citations: ['coy-2021', 'ballett-2019', 'dune-tdr-2020', 'chauhan-2022', 'altmannshofer-2019', 'ballett-2018'],
    where: '75 t of argon, 5 years of neutrinos and 5 of antineutrinos, 5 % normalisation: coy-2021 section 4',
    notes:
      'Pairs from argon as a whole through equivalent photons, all of them seen and nothing else: nucleons by themselves, backgrounds and ' +
      'efficiencies are left out. altmannshofer-2019 finds with them an accuracy of 25 % in three years of either mode, four times worse.',
  },
  async prepare(assumptions) {
    const { TRIDENT_TABLES } = await import('../../data/trident-coefficients.ts')
    const table = TRIDENT_TABLES['argon-dune']
    const sigma = Math.hypot(DUNE_NEAR_DETECTOR.normalisation, 1 / Math.sqrt(duneTridents(table)))
    const { tridentConstraint } = await import('./trident.ts')
    return tridentConstraint(duneTrident, assumptions, {
      kind: 'projection',
      confidence: 0.9,
      ratio: 1,
      sigmaUp: sigma,
      sigmaDown: sigma,
      deviations: DEVIATIONS,
      table,
      unverified: 'digitised flux whose unit is inferred; protons of a year from memory',
    })
  },
}
