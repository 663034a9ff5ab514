import type { Assumptions } from '../../assumptions.ts'
import { type Constraint, type Entry, type Interval, isSilent, type Silent, type Verdict } from '../../constraints/constraint.ts'
import { unionOfIntervals } from '../../constraints/intervals.ts'
import { darksideEr, darksideNrEr } from '../../experiments/dark-matter/darkside.ts'
import { darwinEr, darwinNr, darwinNrEr } from '../../experiments/dark-matter/darwin.ts'
import { lzEr, lzNr, lzNrEr } from '../../experiments/dark-matter/lz.ts'
import { supercdmsHv, supercdmsIzipEr, supercdmsIzipNr } from '../../experiments/dark-matter/supercdms.ts'
import { xenon1t2020 } from '../../experiments/dark-matter/xenon1t-2020.ts'
import { cenns10Of2020 } from '../../experiments/spallation/cenns10-2020.ts'
import { ccfr1991 } from '../../experiments/tridents/ccfr-1991.ts'
import type { LineLayer } from '../../figures/spec.ts'
import type { Session } from '../../session.ts'
import { limitLine } from './plane.ts'

/** The palette slot without a hue. */
export const GREY = 11

/** The same entry with a label or colour of its own, under assumptions of its own. */
export function shownAs(entry: Entry, look: Partial<Pick<Entry, 'label' | 'colour'>>, own: Partial<Assumptions> = {}): Entry {
  const shown: Entry = {
    ...entry,
    ...look,
    prepare: async (assumptions) => {
      const isOwn = Object.keys(own).length > 0
      return { ...(await entry.prepare(isOwn ? { ...assumptions, ...own } : assumptions)), entry: shown }
    },
  }
  return shown
}

/** CENNS-10 against the Standard Model: with 0.08 neutrinos per proton, as amaral-2020 prints it, the best coupling excludes that none is at all. */
export const cenns10AgainstStandard = shownAs(cenns10Of2020, {}, { 'statistic.reference': 'sm' })

/** XENON1T, whose limit amaral-2020 draws as a line. */
export const xenon1tLine: Entry = { ...xenon1t2020, colour: 7 }

/** CCFR, whose limit amaral-2020 draws as a line for want of a background. */
export const ccfrLine: Entry = { ...ccfr1991, colour: GREY }

/** The lowest couplings that detectors exclude, or would: a line each, as its entry looks. */
export async function reachLines(
  entries: readonly Entry[],
  model: string,
  session: Session,
  masses: readonly number[],
  dash: LineLayer['dash'] = 'solid',
): Promise<{ readonly layers: readonly LineLayer[]; readonly constraints: readonly Constraint[] }> {
  const line = (entry: Entry): Promise<LineLayer> =>
    limitLine(entry, model, session.assumptions, masses, { label: entry.label, dash, colour: entry.colour })
  const [layers, constraints] = await Promise.all([Promise.all(entries.map(line)), session.constraints(entries)])
  return { layers, constraints }
}

/** The analyses of Table II of amaral-2020, by what recoils. */
export const TABLE_II = {
  er: [supercdmsIzipEr, lzEr, darwinEr, darksideEr],
  'nr-er': [supercdmsHv, lzNrEr, darwinNrEr, darksideNrEr],
  nr: [supercdmsIzipNr, lzNr, darwinNr],
} as const satisfies Record<string, readonly Entry[]>

/** Palette slots of the experiments: red, blue, turquoise and pink as in the paper. */
export const COLOURS: Readonly<Record<string, number>> = { SuperCDMS: 7, LZ: 0, DARWIN: 6, 'DarkSide-20k': 3 }

/** All analyses of one experiment as one: at each mass what any of them excludes. */
export function envelope(experiment: string, entries: readonly Entry[]): Entry {
  const analyses = entries.filter((entry) => entry.experiment === experiment)
  const [first] = analyses
  const whole: Entry = {
    ...first,
    id: `${experiment.toLowerCase()}-envelope`,
    label: experiment,
    title: `${experiment}, the most sensitive of its analyses`,
    colour: COLOURS[experiment],
    prepare: async (assumptions) => joint(whole, await Promise.all(analyses.map((entry) => entry.prepare(assumptions)))),
  }
  return whole
}

function joint(entry: Entry, parts: readonly Constraint[]): Constraint {
  const [{ assumptions, kind, confidence }] = parts
  const doubts = parts.flatMap(({ unverified }) => unverified?.split('; ') ?? [])
  return {
    entry,
    assumptions,
    kind,
    confidence,
    statement: parts.map(({ statement }) => statement).join('. '),
    citations: [...new Set(parts.flatMap(({ citations }) => citations))],
    unverified: doubts.length === 0 ? undefined : [...new Set(doubts)].join('; '),
    strength(boson): Verdict {
      const verdicts = parts.map((part) => part.strength(boson))
      const numbers = verdicts.filter((verdict) => typeof verdict === 'number')
      return numbers.length === 0 ? verdicts[0] : Math.max(...numbers)
    },
    intervals(ray): Silent | readonly Interval[] {
      const results = parts.map((part) => part.intervals(ray))
      const known = results.flatMap((result) => (isSilent(result) ? [] : [result]))
      return known.length === 0 ? results[0] : unionOfIntervals(known.flat())
    },
  }
}
