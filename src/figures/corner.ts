import { confidenceText } from '../constraints/index.ts'
import { InputError } from '../errors.ts'
import type { Samples } from '../inference/index.ts'
import { countsOf, curvePanel, intervalOfPoints, type PointInterval, type PointOptions, parameterOf, planePanel } from './points.ts'
import type { FigureSpec, Panel } from './spec.ts'

/** What a corner figure is about. */
export interface CornerOptions extends PointOptions {
  readonly id: string
  readonly title?: string
  /** Names of the parameters, 1 to 8; all of them where not given. */
  readonly names?: readonly string[]
  /** Said under the figure, before what is shown. */
  readonly remarks?: readonly string[]
}

const MOST = 8

/**
 * A value with an uncertainty to either side, as TeX: two digits of the smaller one, powers of ten apart: those of the value where zero lies outside.
 *
 * @example
 * uncertainText(4.6e-4, 4.18e-4, 5.11e-4) // '$(4.60^{+0.51}_{-0.42})\\times 10^{-4}$'
 */
export function uncertainText(middle: number, low: number, high: number): string {
  const [up, down] = [high - middle, middle - low]
  const largest = Math.max(Math.abs(middle), up, down)
  if (largest === 0) return '$0$'
  const exponent = Math.floor(Math.log10(low * high > 0 ? Math.abs(middle) : largest) + 1e-12)
  const power = exponent >= 4 || exponent <= -3 ? exponent : 0
  const least = Math.min(...[up, down].filter((value) => value > 0))
  if (!Number.isFinite(least)) return `$${Number(middle.toPrecision(4))}$`
  const digits = Math.min(6, Math.max(0, power + 1 - Math.floor(Math.log10(least))))
  const show = (value: number): string => (value / 10 ** power).toFixed(digits)
  const text = `${show(middle)}^{+${show(up)}}_{-${show(down)}}`
  return power === 0 ? `$${text}$` : `$(${text})\\times 10^{${power}}$`
}

/** What stands over a parameter: its value and how far it goes, or the end that it has. */
function intervalText({ middle, low, high, isOpen: [isOpenBelow, isOpenAbove] }: PointInterval): string {
  if (isOpenBelow && isOpenAbove) return 'all of the range'
  if (!isOpenBelow && !isOpenAbove) return uncertainText(middle, low, high)
  const end = Number((isOpenBelow ? high : low).toPrecision(3))
  return `$${isOpenBelow ? '<' : '>'} ${powersOfTen(end)}$`
}

/** A number as TeX, powers of ten apart. */
function powersOfTen(value: number): string {
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + 1e-12)
  return exponent >= 4 || exponent <= -3 ? `${Number((value / 10 ** exponent).toPrecision(3))}\\times 10^{${exponent}}` : `${value}`
}

/**
 * Every pair of parameters, and every one by itself on the diagonal: a triangle of panels. Above each parameter stands its median with the central 68 %, or of a
 * profile the best value with where Δχ² is below 1, or the limit that it has where that reaches the end of the range; a star and a dotted line mark the best point.
 *
 * @throws InputError (field `parameters`) for a parameter that there is not, one that is named twice, none or more than eight
 * @example
 * const [x, y] = ['x', 'y'].map((name) => ({ name, prior: uniformPrior(0, 1) }))
 * const random = randomStream(1)
 * const points = Float64Array.from({ length: 400 }, () => random.uniform())
 * const samples = { parameters: [x, y], points, weights: new Float64Array(200).fill(1), logLikelihoods: new Float64Array(200) }
 * cornerFigure(samples, { id: 'square', view: 'marginal', levels: [0.68] }).panels.length // 3
 */
export function cornerFigure(samples: Samples, options: CornerOptions): FigureSpec {
  const { view, levels, id, title, names = samples.parameters.map(({ name }) => name), remarks = [] } = options
  for (const [i, name] of names.entries()) {
    parameterOf(samples, name, 'parameters')
    if (names.indexOf(name) < i) throw new InputError(`'${name}' is named twice`, 'parameters')
  }
  if (names.length < 1 || names.length > MOST) throw new InputError(`${names.length} of them; allowed: 1 to ${MOST}`, 'parameters')
  const panels = names.flatMap((y, row): Panel[] =>
    names.slice(0, row + 1).map((x, column): Panel => {
      const place = { row, column }
      if (row !== column) return { ...planePanel(samples, [x, y], options), place }
      const panel = curvePanel(samples, y, options)
      const isAlone = names.length === 1
      const upright = { ...panel.y, isBare: false, label: view === 'profile' ? '$L/L_{\\mathrm{max}}$' : 'probability density' }
      return {
        ...panel,
        ...(isAlone && { y: upright }),
        place,
        title: `${panel.x.label}\n${intervalText(intervalOfPoints(samples, y, options))}`,
      }
    }),
  )
  const shares = [...levels]
    .sort((a, b) => a - b)
    .map(confidenceText)
    .join(', ')
  const regions = names.length === 1 ? '' : ` regions of ${shares};`
  const about =
    view === 'marginal'
      ? `posterior, others integrated over:${regions} medians and central 68 %, limits of 95 % where the range ends first`
      : `profile likelihood, others at their best:${regions} best values and Δχ² < 1`
  return {
    id,
    ...(title !== undefined && { title }),
    panels,
    caption:
      `${names.length === 1 ? names[0] : `Each pair of ${names.join(', ')}, and each by itself`}: ${about}. ${remarks.map((remark) => `${remark}.`).join(' ')}`.trim(),
    footnote: [...remarks, `${about} · ${countsOf(samples, options)}`].join('\n'),
  }
}
