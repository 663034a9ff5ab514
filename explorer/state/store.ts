import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { fitted } from '../model/planes.ts'
import { type Address, type Problem, readAddress, writeAddress } from './address.ts'
import type { Corrected } from './strangers.ts'
import { DEFAULT_VIEW, type View } from './view.ts'

/** Addresses are written at most so often [ms]: browsers refuse more. */
const WRITE_MS = 250

export interface Store {
  readonly view: ReadonlySignal<View>
  /** What the address said that could not be used. */
  readonly problems: Signal<readonly Problem[]>
  /** The browser's Back undoes steps: another plane or published figure is one. */
  readonly change: (part: Partial<View>) => void
  /** A change that is one, whatever it changes. */
  readonly step: (part: Partial<View>) => void
  readonly reset: () => void
  /** Leaves out what cannot be used, and tells it. */
  readonly correct: (corrected: Corrected) => void
  /** The address of the view as it is now. */
  readonly address: () => string
  readonly isDark: ReadonlySignal<boolean>
}

const isStep = (before: View, after: View): boolean => before.plane !== after.plane || before.figure !== after.figure

/** Whether what stands behind `#` is a place in the page, such as a link to skip to leads to, rather than a view. */
const isPlace = (hash: string, page: Window): boolean => /^#[a-z-]+$/.test(hash) && page.document.getElementById(hash.slice(1)) !== null

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
  const write = (how: 'pushState' | 'replaceState'): void => {
    page.clearTimeout(timer)
    const hash = `#${writeAddress(view.peek(), unknown)}`
    if (view.peek() === DEFAULT_VIEW && page.location.hash === '') return
    page.history[how](null, '', hash)
    written = page.location.hash
  }
  view.subscribe(() => {
    page.clearTimeout(timer)
    timer = page.setTimeout(() => write('replaceState'), WRITE_MS)
  })
  const follow = (): void => {
    const { hash } = page.location
    if (hash === written) return
    if (isPlace(hash, page)) {
      write('replaceState')
      return
    }
    written = hash
    const read = readAddress(hash)
    unknown = read.unknown
    view.value = read.view
    problems.value = read.problems
  }
  page.addEventListener('popstate', follow)
  page.addEventListener('hashchange', follow)

  /** What stands is kept for the way back, as it is by now. */
  const step = (next: View): void => {
    if (writeAddress(next) === writeAddress(view.peek())) return
    write('replaceState')
    view.value = next
    write('pushState')
  }
  return {
    view,
    problems,
    change: (part) => {
      const next = fitted({ ...view.peek(), ...part })
      if (isStep(view.peek(), next)) step(next)
      else view.value = next
    },
    step: (part) => step(fitted({ ...view.peek(), ...part })),
    correct: ({ part, problems: more }) => {
      if (Object.keys(part).length === 0) return
      batch(() => {
        view.value = fitted({ ...view.peek(), ...part })
        problems.value = [...problems.peek(), ...more]
      })
    },
    reset: () => step({ ...DEFAULT_VIEW, theme: view.peek().theme }),
    address,
    isDark,
  }
}
