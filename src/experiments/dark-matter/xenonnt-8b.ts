import type { Assumptions } from '../../assumptions.ts'
import type { CitationKey } from '../../citations.ts'
import type { Constraint, Entry } from '../../constraints/constraint.ts'
import { countsSpectrum } from '../../constraints/spectrum.ts'
import { XENONNT_8B as data } from '../../data/xenonnt-8b-2024.ts'
import { sharedBy } from '../../sharing.ts'
import { measured } from './measured.ts'
import { solarCounts } from './solar-counts.ts'
import { OF_COUNTS, solarFlux } from './solar-flux.ts'
import { nuclearWindow } from './windows.ts'

/** No solar neutrino makes a xenon nucleus recoil so much. */
const HIGHEST_keV = 10

const WINDOW_keV = [data.threshold_keV, HIGHEST_keV] as const

/** What is expected, one for all that agree on the Sun and on how neutrinos scatter. */
const expectedCounts = sharedBy(OF_COUNTS, async (assumptions) => {
  const flux = await solarFlux(assumptions)
  const expected = (data.signal * flux.sun.flux('8B')) / data.signalFlux
  const [perTonneYear] = solarCounts([nuclearWindow('Xe', WINDOW_keV, 1)], flux, assumptions).standard
  const counts = solarCounts([nuclearWindow('Xe', WINDOW_keV, expected / perTonneYear)], flux, assumptions, [data.background])
  return { expected, counts, sun: flux.sun }
})

/** XENONnT, solar ⁸B neutrinos on nuclei: one count against what is expected, scales profiled. */
export async function xenonnt8BConstraint(entry: Entry, assumptions: Assumptions): Promise<Constraint> {
  const { expected, counts, sun } = await expectedCounts(assumptions)
  const { observed, background, backgroundUp, backgroundDown, signal, signalUp, signalDown } = data
  const acceptance = Math.max(signalUp, signalDown) / signal
  const backgroundSigma = Math.max(backgroundUp, backgroundDown) / background
  const constraint = measured(entry, assumptions, {
    counts,
    data: {
      observed: Float64Array.of(observed),
      model: {
        bins: 1,
        components: [[0, 1], [2]],
        nuisances: [
          { id: 'flux.8B', central: 1, sigma: sun.fluxSigma('8B') },
          { id: 'xenonnt-8b-2024.signal', central: 1, sigma: acceptance },
          { id: 'xenonnt-8b-2024.background', central: 1, sigma: backgroundSigma },
        ],
      },
    },
    statement:
      `XENONnT: ${observed} observed, ${background} ± ${Math.max(backgroundUp, backgroundDown)} and ${expected.toFixed(1)} solar neutrinos expected, ` +
      `± ${(100 * acceptance).toFixed(0)} % and the ⁸B flux profiled`,
    citations: [...new Set<CitationKey>(['xenonnt-2024-8b', ...sun.citations])],
    unverified: `the signal of the Standard Model, ${signal} +${signalUp} −${signalDown} at ${data.signalFlux / 1e6}e6 cm⁻² s⁻¹, is from memory`,
  })
  const recorded = { channel: 'nr', unit: 'keVnr', bins: [WINDOW_keV], observed: Float64Array.of(observed) } as const
  return { ...constraint, spectra: () => [countsSpectrum(recorded, counts)] }
}
