import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Engine } from './engine/client.ts'
import type { Store } from './state/store.ts'

export interface Explorer {
  readonly store: Store
  readonly engine: Engine
}

export const ExplorerContext = createContext<Explorer | undefined>(undefined)

/** The state of the page and its workers. */
export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext)
  if (explorer === undefined) throw new Error('outside of the page')
  return explorer
}
