import { buildResponse, type Efficiency, type NuclearTarget, type Observable } from '../../detectors/index.ts'
import { MICHEL_END_MeV, type PionBeam, PROMPT_ENERGY_MeV, sourceTails, stoppedPions } from '../../neutrinos/index.ts'
import { type NuclearScattering, nuclearRecoilRates, type RecoilCounts, recoilCounts } from '../../processes/index.ts'
import { maximumRecoil, type ScatteringOptions } from '../../processes/neutrino-electron.ts'

/** A detector of nuclear recoils beside a beam dump in which pions stop. */
export interface SpallationDetector {
  readonly target: NuclearTarget
  readonly exposure_t_yr: number
  readonly beam: PionBeam
  /** Edges of the bins in what is recorded, ascending. */
  readonly edges: readonly number[]
  readonly observable: Observable
  /** Chance to be kept against the energy of the recoil, besides that of the observable. */
  readonly acceptance?: Efficiency
  /** Recoils below are not seen [keV]. */
  readonly threshold_keV: number
}

/** Weights of the three kinds of neutrinos by name; 1 where nothing is given. */
type Shares = Readonly<Record<string, number>>
/** The neutrinos of the pion, and those of the muon. */
export const PROMPT: Shares = { 'anti-nu_mu': 0, nu_e: 0 }
export const DELAYED: Shares = { nu_mu: 0 }

/**
 * Coherent scattering of the neutrinos of stopped pions in the bins of a detector, for any boson.
 *
 * @param shares one set of weights for each answer: `{}`, {@link PROMPT}, {@link DELAYED}
 * @example
 * const beam = { protonsPerYear: 1.5e23, pionsPerProton: 0.08, distance_m: 28.4 }
 * const seen = { edges: [20, 1e4], observable: sharp(), threshold_keV: 20 }
 * const [all] = pionRecoils({ target: nuclearTarget('Ar'), exposure_t_yr: 0.61, beam, ...seen }, scatteringOptions(assume()), {})
 * const out = new Float64Array(3)
 * all.add({ neutrinos: [0, 0, 0], proton: 0, neutron: 0 }, 1, out)
 * out[0] // 2492.4
 */
export function pionRecoils(
  { target, exposure_t_yr, beam, edges, observable, acceptance, threshold_keV }: SpallationDetector,
  options: ScatteringOptions,
  ...shares: readonly Shares[]
): readonly RecoilCounts<NuclearScattering>[] {
  const highest = (energy_MeV: number): number[] => target.nuclei.map(({ mass_GeV }) => 1e6 * maximumRecoil(1e-3 * energy_MeV, mass_GeV))
  const ends = highest(MICHEL_END_MeV)
  const response = buildResponse({
    edges,
    observable,
    recoils_keV: [threshold_keV, Math.max(...ends)],
    exposure_t_yr,
    acceptance,
    breaks_keV: [...highest(PROMPT_ENERGY_MeV), ...ends],
  })
  const source = stoppedPions(beam)
  return shares.map((share) =>
    recoilCounts(response, nuclearRecoilRates(target, sourceTails(source, 'all', share), response.recoils_keV, options)),
  )
}
