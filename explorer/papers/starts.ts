import { assume, departures } from '../../src/index.ts'
import { DRAWN, LEFT_OUT } from '../../src/papers/index.ts'
import { DEFAULT_VIEW, type View } from '../state/view.ts'

/** A view of this page that a published figure is a good start for. */
export interface Start {
  /** Paper and figure: the name of its recipe. */
  readonly id: string
  readonly paper: string
  /** What it shows, in few words. */
  readonly about: string
  readonly view: Partial<View>
}

const AMARAL_AXES = { mass_GeV: [1e-3, 1], coupling: [1e-4, 1e-2] } as const satisfies Partial<View>
const DUMP_AXES = { mass_GeV: [1e-3, 4], coupling: [1e-8, 1e-1] } as const satisfies Partial<View>
const BERNAL = 'bernal:c=-0.1,tanEta=-0.75'
const BERNAL_OTHER = 'bernal:c=2/3,tanEta=-0.75'
/** The benchmark at which amaral-2020 shows recoils. */
const BENCHMARK = [0.015, 4.6e-4] as const

/** Every published figure that is made again here, and where it leads. */
export const STARTS: readonly Start[] = [
  start('gninenko-2020', '1', 'Borexino and NA64 on Lμ−Lτ', {
    mass_GeV: [1e-3, 1],
    coupling: [1e-5, 1e-2],
    only: ['borexino-2011', 'ccfr-1991', 'na64-inv-2019', 'babar-4mu-2016', 'g-2-muon'],
  }),
  start('amaral-2020', '3', 'recoils in XENON1T', { ...AMARAL_AXES, pin: BENCHMARK, spectrum: 'xenon1t-2020' }),
  start('amaral-2020', '4', 'detectors of dark matter, by analysis', {
    mass_GeV: [1e-5, 1],
    coupling: [1e-6, 1e-1],
    projections: true,
    pin: BENCHMARK,
    spectrum: 'darwin-er',
  }),
  start('amaral-2020', '5', 'limits on Lμ−Lτ', { ...AMARAL_AXES }),
  start('amaral-2020', '6', 'detectors of dark matter', { ...AMARAL_AXES, projections: true, pin: BENCHMARK, spectrum: 'darwin-nr' }),
  start('amaral-2020', '7', 'flavours of solar neutrinos', { solar: '8B' }),
  start('amaral-2020', '8', 'limits on B−L', {
    model: 'b-l',
    mass_GeV: [1e-3, 1],
    coupling: [1e-6, 1e-2],
    only: [...DRAWN['amaral-2020-8'], 'borexino-2011', 'borexino-2017', 'borexino-bl-2018', 'xenon1t-2020'],
  }),
  start('coy-2021', '2.2', 'muonic bosons and g − 2', {
    model: 'muon-nu:ratio=1',
    mass_GeV: [1e-3, 10],
    coupling: [1e-5, 1e-1],
  }),
  start('coy-2021', '2.2-lower', 'universal bosons', { model: 'L', mass_GeV: [1e-3, 10], coupling: [1e-5, 1e-1] }),
  start('coy-2021', '3.1', 'couplings to neutrinos at a beam dump', {
    model: 'muon-nu:ratio=1',
    ...DUMP_AXES,
    only: ['ship', 'g-2-muon'],
  }),
  start('coy-2021', '3.2', 'SHiP and the dark photon', {
    model: 'dark-photon',
    ...DUMP_AXES,
    only: ['ship', 'proj-ship-2020-brem-dipole'],
  }),
  start('coy-2021', '3.3', 'SeaQuest, FASER and muonic bosons', {
    model: 'muon-nu:ratio=0.2',
    ...DUMP_AXES,
    only: ['seaquest', 'faser2', 'g-2-muon'],
  }),
  start('coy-2021', '4.1', 'what will test muonic bosons', {
    model: 'muon-nu:ratio=0.1',
    mass_GeV: [1e-3, 1],
    coupling: [1e-6, 1e-1],
    only: [
      ...['bbn-cmb', 'borexino-2011', 'ccfr-1991', 'babar-4mu-2016', 'g-2-muon'],
      ...['coherent-nai-10t', 'coherent-lar-10t', 'dune-trident', 'seaquest', 'ship'],
    ],
  }),
  start('foldenauer-2021', 'dark-photon', 'the hidden photon', { model: 'dark-photon', mass_GeV: [1e-3, 100], coupling: [1e-8, 1e-1] }),
  start('foldenauer-2021', 'b-l', 'B−L', { model: 'b-l', mass_GeV: [1e-3, 100], coupling: [1e-9, 1e-1] }),
  start('foldenauer-2021', 'b-3lmu', 'B−3Lμ', { model: 'b-3mu', mass_GeV: [1e-3, 100], coupling: [1e-7, 1e-1] }),
  start('foldenauer-2021', 'mu-tau', 'Lμ−Lτ', { mass_GeV: [1e-3, 100], coupling: [1e-6, 1e-1] }),
  start('foldenauer-2021', 'h0', 'neutrinos and the Hubble constant', {
    mass_GeV: [3e-3, 0.1],
    coupling: [1e-9, 1e-2],
    pin: [0.015, 5e-4],
    graph: 'n-eff',
  }),
  start('foldenauer-2021', 'na64mu-spectra', 'muons that made a boson', {
    mass_GeV: [1e-3, 3],
    coupling: [1e-5, 1e-2],
    only: DRAWN['foldenauer-2021-na64mu'],
    pin: [0.1, 5e-4],
    spectrum: 'na64mu-1e11',
  }),
  start('foldenauer-2021', 'na64mu', 'reach of NA64μ', { mass_GeV: [1e-3, 3], coupling: [1e-5, 1e-2] }),
  start('foldenauer-2021', 'spallation', 'coherent scattering', { ...AMARAL_AXES, pin: BENCHMARK, spectrum: 'coherent-csi-2021' }),
  start('foldenauer-2021', 'floor', 'solar neutrinos in xenon', { pin: [0.015, 5e-4], spectrum: 'darwin-nr' }),
  start('foldenauer-2021', 'darwin', 'DARWIN', { ...AMARAL_AXES, projections: true, pin: BENCHMARK, spectrum: 'darwin-nr-er' }),
  start('foldenauer-2021', 'reconstruction-spallation', 'measured at spallation sources', {
    ...AMARAL_AXES,
    only: ['na64mu-1e11', 'cenns610', 'ccm', 'ess10', 'ess'],
    pin: [0.03, 5.5e-4],
    spectrum: 'ess',
  }),
  start('foldenauer-2021', 'reconstruction-darwin', 'measured at DARWIN', {
    ...AMARAL_AXES,
    only: ['na64mu-1e11', 'darwin-5kev', 'darwin-1kev'],
    pin: [0.03, 5.5e-4],
    spectrum: 'darwin-1kev',
  }),
  start('foldenauer-2021', 'reconstruction-mu', 'Lμ taken for Lμ−Lτ', {
    model: 'mu',
    ...AMARAL_AXES,
    only: ['na64mu-1e11', 'ess', 'darwin-1kev'],
    pin: [0.03, 5.5e-4],
    spectrum: 'darwin-1kev',
  }),
  start('foldenauer-2021', 'reconstruction-couplings', 'couplings told apart', {
    model: 'muon-nu:ratio=1',
    ...AMARAL_AXES,
    only: ['g-2-muon', 'ess', 'darwin-1kev', 'dune-trident'],
    pin: [0.03, 5.5e-4],
    spectrum: 'ess',
  }),
  start('bernal-2022', '1', 'c = −0.1', { model: BERNAL, mass_GeV: [5e-3, 0.2], coupling: [1e-5, 1e-2] }),
  start('bernal-2022', '2', 'c = −0.1, 40 MeV, tan η', { model: BERNAL, plane: 'epsMedium,tanEta', tanEta: [-3, 3], epsMedium: [0, 4] }),
  start('bernal-2022', '2-30MeV', 'c = −0.1, 30 MeV, tan η', {
    model: BERNAL,
    plane: 'epsMedium,tanEta',
    tanEta: [-3, 3],
    epsMedium: [0, 4],
    fixedMass_GeV: 0.03,
  }),
  start('bernal-2022', '3', 'c = 2/3', { model: BERNAL_OTHER, mass_GeV: [5e-3, 0.2], coupling: [1e-5, 1e-2] }),
  start('bernal-2022', '4', 'c = 2/3, 40 MeV, tan η', {
    model: BERNAL_OTHER,
    plane: 'epsMedium,tanEta',
    tanEta: [-3, 3],
    epsMedium: [-4, 0],
  }),
  start('bernal-2022', '4-30MeV', 'c = 2/3, 30 MeV, tan η', {
    model: BERNAL_OTHER,
    plane: 'epsMedium,tanEta',
    tanEta: [-3, 3],
    epsMedium: [-4, 0],
    fixedMass_GeV: 0.03,
  }),
]

/** What a figure draws is what the page shows, unless its start says otherwise. */
function start(paper: string, figure: string, about: string, view: Partial<View>): Start {
  const id = `${paper}-${figure}`
  const shown = id in DRAWN ? { only: DRAWN[id as keyof typeof DRAWN] } : {}
  const hidden = id in LEFT_OUT ? { hidden: LEFT_OUT[id as keyof typeof LEFT_OUT] } : {}
  return { id, paper, about, view: { assumptions: departures(assume(paper)), ...shown, ...hidden, ...view } }
}

/** The whole view a start leads to. */
export const viewOf = ({ view }: Start, { theme }: View): View => ({ ...DEFAULT_VIEW, ...view, theme })
