import type { Axis, MassAxis, NEffShares, NEffTable, RateAxis } from '../data/n-eff-nodes.ts'
import { thermalExpansionRate } from './expansion.ts'
import type { NeutrinoTemperatures, ThermalBoson } from './n-eff.ts'
import { evenly, held, lagrange, nodeAt, rateCoordinate, ratioAt, weightsFor } from './n-eff-axes.ts'
import { fewOf, lagrangeInShare, shareWeights } from './n-eff-few.ts'
import { FEW, MOST, type SliceWeights, slicesOf, type Values } from './n-eff-slices.ts'

/** Points of the interpolating polynomial along masses: with more, rounding grows towards the ends. */
const POINTS_IN_MASS = 6
/** A width this many times smaller than the expansion at T = m does nothing beside a larger one. */
const NOTHING = 1e-4
/** Shares this near, relative to one, have one slice. */
const SAME_SLICE = 1e-12
/** A width this many times larger than the expansion at T = m leaves what it gives and takes to the other. */
const LARGEST = 5e9
/** Below this, how far a share takes $N_{\rm eff}$ from that of a third is rounding. */
const UNEVEN = 1e-3
/** What few neutrinos add goes with $N_{\rm eff}$ without them plus this: read off the equations at 3.2 and 6.5 MeV and widths of $10^4$ to $10^{11}$ expansions, not derived. */
const SHARED = 3.67
/** The share of electron neutrinos of a boson that couples to all neutrinos alike. */
const EVEN = 1 / 3
/** A width over the expansion at T = m beside another, once that is held to the largest, so that both exchange as much as they did. */
function beside(other: number, ratio: number): number {
  if (ratio > LARGEST) return LARGEST
  return other > LARGEST ? ratio / (1 + ratio / other - ratio / LARGEST) : ratio
}

/** How far electrons and neutrinos are on their way, 0 to 1, to being held together by the boson so fast that nothing but the lesser width matters. */
function togetherness({ from }: Axis, logExchange: number): number {
  const t = Math.min(1, Math.max(0, logExchange - from))
  return t * t * (3 - 2 * t)
}

/** Ends of how much farther from that of a third $N_{\rm eff}$ is where electrons are held much faster than neutrinos than where both widths are equal: rounding passes them. */
const [LEAST_FARTHER, MOST_FARTHER] = [1.03, 1.9]

/**
 * How far from that of a third a share of electron neutrinos takes $N_{\rm eff}$ where exchange is fast, over the same with equal widths into electrons and neutrinos:
 * $\ln(1 + bu) / \ln(1 + b/2)$, $u = 1/(1 + \rho)$ with the ratio ρ of the width into neutrinos to that into electrons. Two kinds of neutrinos that hang on the boson by $s$ and
 * $1 - s$ lag behind electrons by $(A + \rho) / (1 + \rho)$ over the exchange, $A = (1 + 3s) / 9 s (1 - s)$, and $N_{\rm eff}$ goes with its logarithm: $b = A - 1$, were it not that the
 * worse held of them lets go first.
 *
 * @param farther the same at ρ = 0, from which $b$ is
 */
function unevenness(farther: number, ratio: number): number {
  const most = Math.min(MOST_FARTHER, Math.max(LEAST_FARTHER, farther))
  // ln(1 + b) by Newton's method, from what it is where b is large.
  let l = (most * Math.LN2) / (most - 1)
  for (let i = 0; i < 5; i++) {
    const inverse = Math.exp(-l)
    l -= (l - most * (l + Math.log1p(inverse) - Math.LN2)) / (1 - most / (1 + inverse))
  }
  const b = Math.expm1(l)
  return Math.log1p(b / (1 + ratio)) / Math.log1p(b / 2)
}

/**
 * A table over masses and nodes of other axes, at a mass between: each node when it is first needed. Holds one mass, and begins anew for another, so
 * that a line of couplings costs little.
 */
function atMass(masses: MassAxis, values: Float64Array): (mass: number, node: number) => number {
  const axis = evenly(masses)
  const weights = weightsFor(masses.nodes, POINTS_IN_MASS)
  const others = values.length / masses.nodes
  let [at, first] = [Number.NaN, 0]
  return remembered(others, (mass, node) => {
    if (mass !== at) {
      at = mass
      first = lagrange(axis, Math.log(mass - masses.above), weights)
    }
    let sum = 0
    for (let i = 0; i < weights.length; i++) sum += weights[i] * values[(first + i) * others + node]
    return sum
  })
}

/** Each node when it is first needed, for one mass; another begins anew. */
function remembered(nodes: number, compute: (mass: number, node: number) => number): (mass: number, node: number) => number {
  const known = new Float64Array(nodes)
  let at = Number.NaN
  return (mass, node) => {
    if (mass !== at) {
      at = mass
      known.fill(Number.NaN)
    }
    if (Number.isNaN(known[node])) known[node] = compute(mass, node)
    return known[node]
  }
}

type AtMass = ReturnType<typeof atMass>

/** Numbers by widths, contracted over the mass. */
interface ByWidths {
  readonly light: AtMass
  readonly heavy: AtMass
}

/** A slice, contracted over the mass. */
interface Contracted extends ByWidths {
  readonly fast: AtMass
  readonly fastElectrons: AtMass
}

/** What few neutrinos of one kind add among those of the other, contracted over the mass. */
interface FewAtMass extends ByWidths {
  readonly share: number
  readonly slice: Contracted
}

const byWidths = ({ light, heavy }: NEffTable['masses'], values: Pick<Values, 'light' | 'heavy'>): ByWidths => ({
  light: atMass(light, values.light),
  heavy: atMass(heavy, values.heavy),
})

/** The slices of a table, contracted over the mass, and what few electron neutrinos add, or few others, once that is asked for. */
function contractedSlices(table: NEffTable, temperatures: NeutrinoTemperatures, shares?: NEffShares) {
  const slices = slicesOf(table, temperatures, shares)
  const known = new WeakMap<Values, Contracted>()
  function contracted(values: Values): Contracted {
    let found = known.get(values)
    if (found === undefined) {
      const { heavy } = table.masses
      const [fast, fastElectrons] = [values.fast, values.fastElectrons].map((part) => atMass(heavy, part))
      known.set(values, (found = { ...byWidths(table.masses, values), fast, fastElectrons }))
    }
    return found
  }
  /** One between those of the table, made of them at the nodes that are looked at. */
  function mixed({ atWidth, atFast }: SliceWeights): Contracted {
    const parts = slices.inner.map(contracted)
    const { rates, fast } = table
    const mix = (block: keyof Contracted, nodes: number, weightsAt: (node: number) => readonly number[]): AtMass =>
      remembered(nodes, (mass, node) => {
        const weights = weightsAt(node)
        let sum = 0
        for (let k = 0; k < parts.length; k++) if (weights[k] !== 0) sum += weights[k] * parts[k][block](mass, node)
        return sum
      })
    return {
      light: mix('light', rates.light.nodes, (node) => atWidth('light', node)),
      heavy: mix('heavy', rates.heavy.nodes ** 2, (node) => atWidth('heavy', Math.floor(node / rates.heavy.nodes))),
      fast: mix('fast', fast.nodes, atFast),
      fastElectrons: mix('fastElectrons', fast.nodes, atFast),
    }
  }
  /** The last that was asked for: bosons of a ray mostly share it. */
  let last: { readonly share: number; readonly slice: Contracted | undefined } | undefined
  function of(share: number): Contracted | undefined {
    if (last === undefined || !(Math.abs(share - last.share) <= SAME_SLICE * share)) {
      const values = slices.of(share)
      const weights = values === undefined ? slices.between(share) : undefined
      last = { share, slice: values === undefined ? weights && mixed(weights) : contracted(values) }
    }
    return last.slice
  }
  function few(ofSlice: (few: number) => number): readonly FewAtMass[] {
    const tabulated = slices.shares.map(ofSlice).filter((share) => share > 0 && share <= 1 / 2)
    const values = (share: number) => slices.of(ofSlice(share))!
    return fewOf(
      table,
      values(0),
      tabulated.map((share) => ({ ...values(share), share })),
    ).map((one) => ({ ...byWidths(table.masses, one), share: one.share, slice: of(ofSlice(one.share))! }))
  }
  let [own, others]: (readonly FewAtMass[])[] | undefined[] = []
  return {
    of,
    fewOwn: () => (own ??= few((share) => share)),
    fewOthers: () => (others ??= few((share) => 1 - share)),
  }
}

/** The lightest and the heaviest boson [GeV] of a table. */
export const tabulatedMasses = ({ masses }: NEffTable): readonly [number, number] => [masses.light.from, masses.heavy.to]

/** The boson at a node of a table: its `effectiveNeutrinos` stand there. */
export function bosonAtNode(
  rates: RateAxis,
  masses: MassAxis,
  share: number | null,
  massNode: number,
  neutrinoNode: number,
  electronNode: number | undefined,
): ThermalBoson {
  const mass = masses.above + Math.exp(nodeAt(evenly(masses), massNode))
  const width = (node: number) => thermalExpansionRate(mass) * ratioAt(rates, node)
  const all = width(neutrinoNode)
  const own = (share ?? 0) * all
  return { mass, electrons: electronNode === undefined ? 0 : width(electronNode), electronNeutrinos: own, otherNeutrinos: all - own }
}

/** Widths into neutrinos over that into electrons of `fast` and of `fastElectrons`, where the boson holds electrons and neutrinos together. */
export const FAST_RATIOS = { fast: 1, fastElectrons: 1e-4 }

/** The boson at a node of one of those parts of a table. */
export function fastBosonAtNode(
  { masses, fast }: Pick<NEffTable, 'masses' | 'fast'>,
  part: keyof typeof FAST_RATIOS,
  share: number | null,
  massNode: number,
  node: number,
): ThermalBoson {
  const mass = masses.heavy.above + Math.exp(nodeAt(evenly(masses.heavy), massNode))
  const ratio = FAST_RATIOS[part]
  const neutrinos = thermalExpansionRate(mass) * 10 ** nodeAt(fast, node) * (1 + ratio)
  const own = (share ?? 0) * neutrinos
  return { mass, electrons: neutrinos / ratio, electronNeutrinos: own, otherNeutrinos: neutrinos - own }
}

/** The share of electron neutrinos among those the boson decays to; all or nothing where the width into the others does nothing. */
function shareOf(toOwn: number, toOthers: number): number {
  if (toOwn < NOTHING && toOthers >= toOwn) return 0
  return toOthers < NOTHING ? 1 : toOwn / (toOwn + toOthers)
}

/**
 * `effectiveNeutrinos` from a table, in microseconds: within 0.005 wherever it is below 6, for any widths (0.0015 for 99 in 100 below 4.6, 0.003 from there on).
 * With fewer `shares` than there are, as precise at those of the table.
 *
 * Where the boson decays fast to electrons and to neutrinos, it holds both at one temperature long after it would have vanished, and $N_{\rm eff}$ goes on rising with the
 * coupling. All that matters is then $\Gamma_e \Gamma_\nu / (\Gamma_e + \Gamma_\nu)$, within 0.0003 if neutrinos are coupled alike: from $10^6$ to
 * $10^7$ expansions at T = m on the table is read at that.
 *
 * @param shares slices between those of the table
 * @returns a function of the boson, for masses inside the table
 */
export function nEffInterpolator(
  table: NEffTable,
  temperatures: NeutrinoTemperatures,
  shares?: NEffShares,
): (boson: ThermalBoson) => number {
  const { masses, rates, fast } = table
  const slices = contractedSlices(table, temperatures, shares)
  const [none, third, all] = [0, EVEN, 1].map(slices.of)
  const [byNeutrinos, byElectrons, byExchange] = [rates.heavy, rates.heavy, fast].map(({ nodes }) => weightsFor(nodes))
  const byShare = shareWeights()

  /** At widths over the expansion at T = m. */
  function at(part: ByWidths, mass: number, toNeutrinos: number, toElectrons: number): number {
    const block = mass < masses.heavy.from ? rates.light : rates.heavy
    const n = lagrange(block, rateCoordinate(block, toNeutrinos), byNeutrinos)
    let sum = 0
    if (block === rates.light) {
      for (let j = 0; j < byNeutrinos.length; j++) sum += byNeutrinos[j] * part.light(mass, n + j)
      return sum
    }
    const e = lagrange(block, rateCoordinate(block, toElectrons), byElectrons)
    for (let j = 0; j < byNeutrinos.length; j++) {
      let inner = 0
      for (let k = 0; k < byElectrons.length; k++) inner += byElectrons[k] * part.heavy(mass, (n + j) * block.nodes + e + k)
      sum += byNeutrinos[j] * inner
    }
    return sum
  }

  function atExchange(part: AtMass, mass: number, logExchange: number): number {
    const first = lagrange(fast, held(fast, logExchange), byExchange)
    let sum = 0
    for (let j = 0; j < byExchange.length; j++) sum += byExchange[j] * part(mass, first + j)
    return sum
  }

  /** The logarithm of the rate at which the boson exchanges energy between electrons and neutrinos. */
  const exchangeOf = (mass: number, toNeutrinos: number, toElectrons: number): number =>
    mass >= masses.heavy.from && toElectrons > 0 ? Math.log10(toElectrons / (1 + toElectrons / toNeutrinos)) : Number.NEGATIVE_INFINITY

  function inSlice(slice: Contracted, mass: number, toNeutrinos: number, toElectrons: number): number {
    const apart = (one: Contracted) => at(one, mass, beside(toElectrons, toNeutrinos), beside(toNeutrinos, toElectrons))
    const logExchange = exchangeOf(mass, toNeutrinos, toElectrons)
    const weight = togetherness(fast, logExchange)
    const own = weight < 1 ? apart(slice) : 0
    const isBeyond = logExchange > Number.NEGATIVE_INFINITY && weight < 1 && Math.max(toElectrons, toNeutrinos) > LARGEST
    if (!isBeyond && weight === 0) return own

    const fastOwn = atExchange(slice.fast, mass, logExchange)
    const even = slice === none || slice === all ? slice : (third ?? slice)
    const fastEven = even === slice ? fastOwn : atExchange(even.fast, mass, logExchange)
    const uneven = fastOwn - fastEven
    const farther = (atExchange(slice.fastElectrons, mass, logExchange) - fastEven) / uneven
    const scale = (ratio: number) => (Math.abs(uneven) < UNEVEN ? 1 : unevenness(farther, ratio))
    const fastValue = fastEven + uneven * scale(toNeutrinos / toElectrons)
    if (!isBeyond) return weight * fastValue + (1 - weight) * own
    const apartEven = apart(even)
    const tabulated = scale(beside(toElectrons, toNeutrinos) / beside(toNeutrinos, toElectrons))
    return weight * fastValue + (1 - weight) * (apartEven + (scale(toNeutrinos / toElectrons) / tabulated) * (own - apartEven))
  }

  /**
   * Few electron neutrinos among many others, or the reverse: what they add at tabulated shares, beside fewer or more of the others, depends little on how many those are, and is
   * interpolated in the logarithm of the share.
   */
  function withFew(without: Contracted, tabulated: readonly FewAtMass[], mass: number, toFew: number, toMany: number, toElectrons: number) {
    const toNeutrinos = toFew + toMany
    const { first, count } = lagrangeInShare(tabulated, toFew / toNeutrinos, byShare)
    const nothing = inSlice(without, mass, toNeutrinos, toElectrons)
    const weight = togetherness(fast, exchangeOf(mass, toFew, toElectrons))
    let value = nothing
    for (let k = 0; k < count; k++) {
      const few = tabulated[first + k]
      const toAll = toFew / few.share
      const bare = inSlice(without, mass, toAll, toElectrons)
      const apart = weight < 1 ? at(few, mass, toFew, Math.min(toElectrons, LARGEST)) : 0
      const together = weight > 0 ? inSlice(few.slice, mass, toAll, toElectrons) - bare : 0
      value += (byShare[k] * ((1 - weight) * apart + weight * together) * (nothing + SHARED)) / (bare + SHARED)
    }
    return value
  }

  return (boson) => {
    const { mass, electrons, electronNeutrinos, otherNeutrinos } = boson
    const expansion = thermalExpansionRate(mass)
    const [toElectrons, toOwn, toOthers] = [electrons / expansion, electronNeutrinos / expansion, otherNeutrinos / expansion]
    const share = shareOf(toOwn, toOthers)
    // Slices of few are told by the width into all, along which nodes are too far apart for what few do: not even at their own share are they read by themselves.
    const isFew = temperatures === 'split' && share > 0 && share < 1 && (share < FEW || share > MOST)
    const slice = isFew ? undefined : slices.of(share)
    if (slice !== undefined) return inSlice(slice, mass, toOwn + toOthers, toElectrons)
    return share < EVEN
      ? withFew(none!, slices.fewOwn(), mass, toOwn, toOthers, toElectrons)
      : withFew(all!, slices.fewOthers(), mass, toOthers, toOwn, toElectrons)
  }
}
