import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type Address, type Problem, readAddress, writeAddress } from './address.ts'
import { DEFAULT_VIEW, type View } from './view.ts'

/** Addresses are written at most so often [ms]: browsers refuse more. */
const WRITE_MS = 250

export interface Store {
  readonly view: ReadonlySignal<View>
  /** What the address said that could not be used. */
  readonly problems: Signal<readonly Problem[]>
  readonly change: (part: Partial<View>) => void
  readonly reset: () => void
  /** The address of the view as it is now. */
  readonly address: () => string
  readonly isDark: ReadonlySignal<boolean>
}

/** The state of the page, which its address holds. */
export function createStore(page: Window): Store {
  const first = readAddress(page.location.hash || page.location.search)
  const view = signal(first.view)
  const problems = signal(first.problems)
  let unknown: Address['unknown'] = first.unknown

  const prefersDark = page.matchMedia('(prefers-color-scheme: dark)')
  const systemIsDark = signal(prefersDark.matches)
  prefersDark.addEventListener('change', ({ matches }) => {
    systemIsDark.value = matches
  })
  const isDark = computed(() => (view.value.theme === 'auto' ? systemIsDark.value : view.value.theme === 'dark'))

  const address = (): string => `${page.location.href.replace(/[?#].*$/, '')}#${writeAddress(view.value, unknown)}`
  let timer: number | undefined
  let written = page.location.hash
  effect(() => {
    const hash = `#${writeAddress(view.value, unknown)}`
    page.clearTimeout(timer)
    if (view.value === DEFAULT_VIEW && page.location.hash === '') return
    timer = page.setTimeout(() => {
      written = hash
      page.history.replaceState(null, '', hash)
    }, WRITE_MS)
  })
  page.addEventListener('hashchange', () => {
    if (page.location.hash === written) return
    const read = readAddress(page.location.hash)
    unknown = read.unknown
    view.value = read.view
    problems.value = read.problems
  })
  return {
    view,
    problems,
    change: (part) => {
      view.value = { ...view.value, ...part }
    },
    reset: () => {
      const { theme } = view.value
      view.value = { ...DEFAULT_VIEW, theme }
    },
    address,
    isDark,
  }
}
