import { type Constraint, confidenceText, type Entry } from '../constraints/index.ts'
import { bbnCmb } from '../experiments/bbn-cmb.ts'
import { borexino2011 } from '../experiments/borexino-2011.ts'
import { borexino2017 } from '../experiments/borexino-2017.ts'
import { DARK_MATTER } from '../experiments/dark-matter/index.ts'
import { DUMPS } from '../experiments/dumps/index.ts'
import { bKaon } from '../experiments/fcnc-b-kaon.ts'
import { kaonPion } from '../experiments/fcnc-kaon-pion.ts'
import { foreseeDpSn1987a } from '../experiments/foresee-dp-sn1987a.ts'
import { gMinus2Electron } from '../experiments/g-2-electron.ts'
import { gMinus2Muon } from '../experiments/g-2-muon.ts'
import { MISSING, THERMAL_HISTORY, TRIDENTS } from '../experiments/index.ts'
import { KAONS } from '../experiments/kaons/index.ts'
import { LIMITS } from '../experiments/limits/index.ts'
import { lma } from '../experiments/lma.ts'
import { lmaDark } from '../experiments/lma-dark.ts'
import { NA64E, NA64MU } from '../experiments/na64/index.ts'
import { perturbativity } from '../experiments/perturbativity.ts'
import { PROJECTIONS } from '../experiments/projections/index.ts'
import { SCATTERING } from '../experiments/scattering/index.ts'
import { SPALLATION } from '../experiments/spallation/index.ts'
import { whiteDwarf } from '../experiments/white-dwarf.ts'
import { markdownReference, markdownTable, markdownText } from './markdown.ts'

/** How constraints of one kind are computed: what does it, and the heading of docs/constraints.md that tells how. */
export interface Method {
  readonly title: string
  readonly heading: string
  /** Functions that compute it, as `room.name`. */
  readonly functions: readonly string[]
  readonly entries: readonly Pick<Entry, 'id'>[]
}

/** Every constraint of the catalogue, under the method that computes it. */
export const METHODS: readonly Method[] = [
  {
    title: 'Published limits, recast',
    heading: 'published-curves-recast',
    functions: ['constraints.recast', 'processes.productionStrength', 'decays.branchingRatios'],
    entries: LIMITS,
  },
  {
    title: 'Projections, recast',
    heading: 'published-curves-recast',
    functions: ['constraints.recast', 'processes.productionStrength', 'decays.branchingRatios'],
    entries: [...PROJECTIONS, ...NA64E],
  },
  {
    title: 'Neutrino–electron scattering, published as couplings',
    heading: 'published-scattering',
    functions: ['constraints.recastScattering', 'processes.recoilTerms'],
    entries: SCATTERING,
  },
  {
    title: 'Rates of solar neutrinos',
    heading: 'rates',
    functions: ['constraints.countingLimit', 'constraints.solarLineRate', 'statistics.rateChi2'],
    entries: [borexino2011, borexino2017],
  },
  {
    title: 'Counts at spallation sources',
    heading: 'counts-in-bins',
    functions: ['constraints.binnedLimit', 'processes.nuclearRecoilTerms', 'detectors.buildResponse', 'statistics.profileLikelihood'],
    entries: SPALLATION,
  },
  {
    title: 'Counts in detectors of dark matter',
    heading: 'counts-in-bins',
    functions: ['constraints.binnedLimit', 'constraints.sensitivityLimit', 'processes.recoilTerms', 'processes.nuclearRecoilTerms'],
    entries: DARK_MATTER,
  },
  {
    title: 'Magnetic moments',
    heading: 'magnetic-moments',
    functions: ['constraints.anomalyConstraint', 'processes.anomalousMoment'],
    entries: [gMinus2Electron, gMinus2Muon],
  },
  {
    title: 'Matter potentials of oscillations',
    heading: 'matter-potentials',
    functions: ['couplings.mediumNsi', 'neutrinos.bosonPotential'],
    entries: [lma, lmaDark],
  },
  {
    title: 'Tridents',
    heading: 'tridents',
    functions: ['processes.tridentCrossSection', 'processes.tridentCoefficients'],
    entries: TRIDENTS,
  },
  {
    title: 'Kaons to a muon, a neutrino and the boson',
    heading: 'meson-decays',
    functions: ['processes.leptonicKaonBranching'],
    entries: KAONS,
  },
  {
    title: 'Flavour-changing decays',
    heading: 'meson-decays',
    functions: ['processes.pseudoscalarBranching', 'processes.wilsonCoefficients'],
    entries: [bKaon, kaonPion],
  },
  {
    title: 'Missing energy of muons',
    heading: 'missing-energy-of-muons',
    functions: ['processes.muonBremsstrahlungExact', 'processes.muonBremsstrahlung'],
    entries: NA64MU,
  },
  {
    title: 'Beam dumps from first principles',
    heading: 'beam-dumps',
    functions: ['constraints.beamDump', 'processes.logReducedRate', 'processes.protonBremsstrahlung', 'processes.electronBremsstrahlung'],
    entries: DUMPS,
  },
  {
    title: 'The early universe',
    heading: 'cosmology',
    functions: ['cosmos.effectiveNeutrinos', 'cosmos.hubbleConstant', 'cosmos.lowestThermalMass'],
    entries: [bbnCmb, ...THERMAL_HISTORY],
  },
  {
    title: 'Stars',
    heading: 'stars',
    functions: ['cosmos.plasmonEmission', 'constraints.photonLikeOnly'],
    entries: [whiteDwarf, foreseeDpSn1987a],
  },
  { title: 'Theory', heading: 'formulas', functions: ['constraints.formulaConstraint'], entries: [perturbativity] },
]

/**
 * The catalogue as a page of Markdown: of every constraint what was measured, how it is computed, what is compared under the assumptions it was
 * prepared with, where its numbers come from and what of them is not confirmed; then the limits that are known and absent.
 *
 * @param constraints of a session, such as `await session.constraints()`
 * @param methods where the page on methods stands: links go to its headings
 */
export function catalogueMarkdown(constraints: readonly Constraint[], methods: string): string {
  const methodOf = ({ entry }: Constraint): Method | undefined => METHODS.find(({ entries }) => entries.some(({ id }) => id === entry.id))
  const sections = METHODS.map((method) => {
    const functions = method.functions.map((name) => `{@link ${name}}`).join(', ')
    const how = `[How they are computed](${methods}#${method.heading}), by ${functions}.`
    return section(
      method.title,
      how,
      constraints.filter((constraint) => methodOf(constraint) === method),
    )
  })
  const others = constraints.filter((constraint) => methodOf(constraint) === undefined)
  if (others.length > 0) sections.push(section('Others', `What is compared with what is said of each; [in general](${methods}).`, others))
  return `# Catalogue of constraints

Every constraint that Zest knows, by how it is computed; \`zest constraints\` lists the same. Of each it tells what is compared
with what under default assumptions, and the publications that this rests on. ${constraints.filter(({ unverified }) => unverified !== undefined).length} rest on something
that was not confirmed at its source, which is **told in bold**.

${sections.join('\n')}
## Known and absent

Limits that exist and that the catalogue lacks, so that a plot is not the complete status of a model.

${markdownTable(
  ['id', 'what', 'published', 'why it is absent'],
  MISSING.map(({ id, title, arXiv, why }) => [
    `\`${id}\``,
    markdownText(title),
    `[arXiv:${arXiv}](https://arxiv.org/abs/${arXiv})`,
    markdownText(why),
  ]),
)}
`
}

const section = (title: string, how: string, constraints: readonly Constraint[]): string =>
  `## ${title}\n\n${how}\n\n${constraints.map(entrySection).join('\n')}`

function entrySection({ entry, kind, confidence, statement, unverified, citations }: Constraint): string {
  const { id, title, subjects = [], source } = entry
  const lines = [
    `${[kind, confidenceText(confidence)].filter((word) => word !== '').join(', ')}; about ${subjects.join(', ')}`,
    `compared: ${markdownText(statement)}`,
    ...(unverified === undefined ? [] : [`**unverified: ${markdownText(unverified)}**`]),
    `numbers: ${markdownText(source.where)}${source.notes === undefined ? '' : `. ${markdownText(source.notes)}`}`,
    ...(citations.length === 0 ? [] : [`rests on: ${citations.map(markdownReference).join('; ')}`]),
  ]
  return `### ${id}

${markdownText(title)}

${lines.map((line) => `- ${line}`).join('\n')}
`
}
