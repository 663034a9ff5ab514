import type { Constraint, Quantity, Silent } from '../../src/constraints/index.ts'
import { partialWidths } from '../../src/decays/index.ts'
import { THERMAL_HISTORY } from '../../src/experiments/index.ts'
import { type FigureSpec, plainText, type SpectrumTable, spectrumPanel, spectrumTable } from '../../src/figures/index.ts'
import { assume, type Boson, type EventSpectrum, InputError, isSilent, reference, type Session, WITH_SPECTRA } from '../../src/index.ts'
import { bosonPotential, loadSun, type MatterPotential, type SolarSource, type Sun } from '../../src/neutrinos/index.ts'
import { EVENTS, pointJson, spectraCsv } from '../../src/reports/index.ts'
import { bosonGraph } from '../boson/graphs.ts'
import { neutrinoGraph } from '../boson/neutrinos.ts'
import { mass, number } from '../format.ts'
import { greatestChange, solarGraph } from '../spectra/solar.ts'
import type { Graph } from '../state/view.ts'
import { problemOf } from './problem.ts'
import type { Aside, AsideAnswer, FromAnswers, PlainBoson, Sheet, ToAnswers } from './protocol.ts'
import { sessions } from './sessions.ts'
import { sketched } from './sketched.ts'

type Of<Kind extends Aside['kind']> = Extract<Aside, { kind: Kind }>

const sessionFor = sessions()

/** Why there is no graph of a boson. */
function whyNone(graph: Graph, nEff: Constraint, boson: Boson): string {
  const verdict = graph === 'n-eff' ? nEff.strength(boson) : undefined
  return isSilent(verdict) ? verdict.silent : 'this boson does none of it between these masses'
}

/** What a constraint computes for a boson, or why it does not. */
function quantityOf({ strength, quantity }: Constraint, boson: Boson): Quantity | Silent | undefined {
  const said = strength(boson)
  return isSilent(said) ? said : quantity?.(boson)
}

const bosonOf = (session: Session, { model, mass_GeV, coupling }: PlainBoson): Boson => session.boson(model, mass_GeV, coupling)

async function aboutBoson({ boson, graph, masses_GeV }: Of<'boson'>, session: Session, sheet: Sheet): Promise<AsideAnswer> {
  const one = bosonOf(session, boson)
  const universe = await session.constraints(THERMAL_HISTORY)
  const spec = graph === 'n-eff' ? neutrinoGraph(one, universe[0], masses_GeV) : bosonGraph(one, graph, masses_GeV)
  const { constraints: _, ...facts } = pointJson(one, [])
  return {
    facts,
    universe: Object.fromEntries(universe.map((constraint) => [constraint.entry.id, quantityOf(constraint, one)])),
    sketch: spec && sketched(spec, sheet),
    remarks: [...(spec === undefined ? [`Nothing to draw: ${whyNone(graph, universe[0], one)}.`] : []), ...partialWidths(one).notes],
  }
}

async function aboutSpectrum({ boson, experiment }: Of<'spectrum'>, session: Session, sheet: Sheet): Promise<AsideAnswer> {
  const constraints = await session.constraints(WITH_SPECTRA)
  const choices = constraints.flatMap(({ entry: { id, label }, spectra }) =>
    spectra === undefined ? [] : [{ id, label: plainText(label) }],
  )
  const constraint = constraints.find(({ entry }) => entry.id === experiment)
  if (constraint?.spectra === undefined) {
    return { sketch: undefined, remarks: [`No spectrum goes by the name ${experiment}.`], choices }
  }
  const {
    statement,
    entry: { title },
    unverified,
  } = constraint
  const own = boson && bosonOf(session, boson)
  const spectra = constraint.spectra()
  const { tables, problems } = tablesOf(spectra, own)
  const bosonLabel = own && `with $m$ = ${mass(own.mass)}, $g$ = ${number(own.coupling)}`
  const spec: FigureSpec = {
    id: `spectrum-${experiment}`,
    title,
    caption: statement.startsWith(title) ? `${statement}.` : `${title}: ${statement}.`,
    panels: tables.map((table) => spectrumPanel(table, { bosonLabel })),
  }
  const silences = tables.flatMap(({ silent, channel }) =>
    silent === undefined ? [] : [`The boson changes nothing of ${EVENTS[channel]}: ${silent}.`],
  )
  return {
    sketch: tables.length === 0 ? undefined : sketched(spec, sheet, spectraCsv(tables)),
    remarks: [
      ...problems,
      ...silences,
      ...spectra.flatMap(({ remark = [] }) => remark),
      ...(unverified === undefined ? [] : [`Unverified: ${unverified}`]),
    ],
    choices,
  }
}

/** Spectra that have anything to show, and why others have not. */
function tablesOf(spectra: readonly EventSpectrum[], boson: Boson | undefined) {
  const tables: SpectrumTable[] = []
  const problems: string[] = []
  for (const spectrum of spectra) {
    try {
      const table = spectrumTable(spectrum, boson)
      const isShown = table.rows.some(({ neutrinos, withBoson, background }) => (withBoson ?? neutrinos ?? background) !== undefined)
      if (isShown) tables.push(table)
      else problems.push('Nothing is expected here without a boson: pin one in the plane.')
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(`Nothing to draw: ${error.message}.`)
    }
  }
  return { tables, problems }
}

/** Smaller changes of a probability are rounding. */
const LEAST_CHANGE = 1e-9

/** What the boson adds to the potentials in the Sun, where that changes anything, in words as well. */
function potentialOf(boson: Boson, sun: Sun, source: SolarSource): { readonly potential?: MatterPotential; readonly remark: string } {
  if (sun.assumptions.matterPotential === 'standard')
    return { remark: 'The boson adds nothing: its potential in the Sun is assumed away (matterPotential).' }
  const potential = bosonPotential(boson.couplingsAt(0), boson.mass)
  const change = greatestChange(sun, source, potential)
  return change < LEAST_CHANGE
    ? { remark: 'The boson adds nothing: neutrinos feel no potential of it in neutral matter that would change them.' }
    : { potential, remark: `The boson changes them by ${number(change, 2)} at most.` }
}

async function aboutSun({ boson, source }: Of<'solar'>, session: Session, sheet: Sheet): Promise<AsideAnswer> {
  const sun = await loadSun(session.assumptions)
  const added = boson && potentialOf(bosonOf(session, boson), sun, source)
  return {
    sketch: sketched(solarGraph(sun, source, added?.potential), sheet),
    remarks: [...(added === undefined ? [] : [added.remark]), `Sources: ${sun.citations.map(reference).join('; ')}`],
  }
}

/** A published figure under its paper's own assumptions. */
async function aboutFigure({ figure }: Of<'figure'>, sheet: Sheet): Promise<AsideAnswer> {
  const { FIGURES } = await import('../../src/papers/index.ts')
  const recipe = FIGURES.find(({ id }) => id === figure)
  if (recipe === undefined) throw new InputError(`there is no figure '${figure}' here`, 'figure')
  const spec = await recipe.make(assume(recipe.assume))
  return { sketch: sketched({ ...spec, title: recipe.title }, sheet), remarks: [reference(recipe.paper)] }
}

/** What is asked beside the plane. */
export function answered(aside: Aside, sheet: Sheet): Promise<AsideAnswer> {
  const session = sessionFor(aside.assumptions)
  switch (aside.kind) {
    case 'boson':
      return aboutBoson(aside, session, sheet)
    case 'spectrum':
      return aboutSpectrum(aside, session, sheet)
    case 'solar':
      return aboutSun(aside, session, sheet)
    case 'figure':
      return aboutFigure(aside, sheet)
  }
}

const reply = (message: FromAnswers): void => self.postMessage(message)

/** Answers a message of the page. */
export async function take({ data: { id, aside, sheet } }: MessageEvent<ToAnswers>): Promise<void> {
  try {
    reply({ id, answer: await answered(aside, sheet) })
  } catch (error) {
    reply({ id, problem: problemOf(error) })
  }
}
