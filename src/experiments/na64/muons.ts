import { type MuonRun, missingMuonEnergy } from './missing-muon-energy.ts'

/** Events at the limit of 90 % where none is seen and none expected: $-\ln 0.1$. */
const NONE_SEEN = Math.LN10

/** 10¹¹ muons of 160 GeV on 40 radiation lengths of lead; the muon keeps 10 to 100 GeV. */
export const NA64MU_1E11: MuonRun = {
  muons: 1e11,
  beam_GeV: 160,
  target: 'lead',
  radiationLengths: 40,
  window: [10, 100],
  efficiency: 1,
  limit: NONE_SEEN,
  detector_m: 6,
}

export const NA64MU_1E12: MuonRun = { ...NA64MU_1E11, muons: 1e12 }

/** The first data: 1.98 × 10¹⁰ muons, below 80 GeV, no event. One in ten is taken to be kept: not the experiment's number. */
export const NA64MU_2024: MuonRun = { ...NA64MU_1E11, muons: 1.98e10, window: [10, 80], efficiency: 0.1 }

const NOTES =
  'Muon bremsstrahlung in the Weizsäcker–Williams approximation with the flux at each fraction and angle, elastic form factor of lead; no energy loss in the target. ' +
  'A visible decay within 6 m of where the boson is made is seen (the length is an assumption). '

const projection = (power: string, run: MuonRun) =>
  missingMuonEnergy({
    id: `na64mu-1e${Math.log10(run.muons)}`,
    label: String.raw`NA64$\mu$, $10^{${Math.log10(run.muons)}}$ muons`,
    title: `NA64μ, ${power} muons on lead: missing energy`,
    kind: 'projection',
    colour: 7,
    citations: ['foldenauer-2021', 'kirpichnikov-2021', 'bjorken-2009'],
    where: 'slides “NA64μ”: 160 GeV, window of 10 to 100 GeV; target of 40 radiation lengths of lead',
    notes: `${NOTES}Every muon in the window is kept and none comes from elsewhere: ideal.`,
    unverified: 'target, efficiency of 1 and no background are assumed',
    run,
  })

/** NA64 with muons: what is planned, and the first data. */
export const na64mu_1e11 = projection('10¹¹', NA64MU_1E11)
export const na64mu_1e12 = projection('10¹²', NA64MU_1E12)

/** Not the published limit, whose curve is not available in numbers. */
export const na64mu_2024 = missingMuonEnergy({
  id: 'na64mu-2024',
  label: String.raw`NA64$\mu$ (efficiency of 10 % assumed)`,
  title: 'NA64μ, 1.98 × 10¹⁰ muons on lead, no event, computed: missing energy',
  kind: 'exclusion',
  colour: 7,
  citations: ['na64-2024-muon', 'kirpichnikov-2021', 'bjorken-2009'],
  where: 'abstract: muons on target, energy below 80 GeV, no event; target and least energy as in the projections',
  notes: `${NOTES}Computed from the exposure, not the published curve. The limit on the coupling goes as one over the root of the efficiency.`,
  unverified: 'efficiency of 10 % assumed; this is not the published curve',
  isVariant: true,
  run: NA64MU_2024,
})
