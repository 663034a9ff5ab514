import { InputError } from '../errors.ts'
import { effective } from './define.ts'
import type { ModelFamily } from './family.ts'
import { type Charges, FERMIONS } from './model.ts'
import { parseRational, toDecimal, toNumber } from './rational.ts'
import { divergentLoop } from './warnings.ts'

/** Vector coupling to the muon, and `ratio` times it to the left-handed muon neutrino. */
function muonCharges(ratio: number): Charges {
  const neutral = Object.fromEntries(FERMIONS.map((fermion) => [fermion, { left: 0, right: 0 }])) as unknown as Charges
  return { ...neutral, mu: { left: 1, right: 1 }, nu_mu: { left: ratio, right: 0 } }
}

const NOT_INVARIANT = 'An effective model: muon and muon neutrino couple with different strengths, which breaks SU(2).'

/**
 * The muonic boson of coy-2021: $g_\mu$, $g_\nu = g_{\nu_\mu}$ = ratio · $g_\mu$, and the couplings to other fermions that eq. (2.12)
 * induces with the τ in the loop.
 */
export const muonNu: ModelFamily = {
  id: 'muon-nu',
  title: 'Muonic Z′ with free neutrino coupling',
  tex: String.raw`Z'_{\mu\nu_\mu}`,
  summary: 'couples to muons, and with g_ν/g_μ = ratio to muon neutrinos; other fermions through the τ-regulated loop',
  citations: ['coy-2021'],
  parameters: [{ name: 'ratio', about: 'g_ν/g_μ, the coupling of ν_μ over that of μ', default: '0.1', range: 'any finite number' }],
  make({ ratio: text = '0.1' }) {
    const exact = parseRational(text, 'model: ratio')
    const ratio = toNumber(exact)
    if (!Number.isFinite(ratio)) throw new InputError(`'${text}' is not a finite number`, 'model: ratio')
    const id = `muon-nu:ratio=${toDecimal(exact)}`
    return effective({
      spec: id,
      id,
      title: `Muonic Z′, g_ν/g_μ = ${toDecimal(exact)}`,
      tex: muonNu.tex,
      couplingTex: String.raw`g_\mu`,
      charges: muonCharges(ratio),
      tauRegulatedLoop: true,
      warnings: ratio === 1 ? [] : [NOT_INVARIANT],
    })
  },
}

/** Couples to muons and nothing else: `muon-nu` at ratio 0 without the τ in the loop, so that no other coupling is induced. */
export const muonOnly: ModelFamily = {
  id: 'muon-only',
  title: 'Muon-only Z′',
  tex: String.raw`Z'_\mu`,
  summary: 'couples to muons and nothing else, not even through loops',
  citations: ['coy-2021'],
  make: () =>
    effective({
      spec: muonOnly.id,
      id: muonOnly.id,
      title: muonOnly.title,
      tex: muonOnly.tex,
      couplingTex: String.raw`g_\mu`,
      charges: muonCharges(0),
      warnings: [NOT_INVARIANT, divergentLoop('-1')],
    }),
}
