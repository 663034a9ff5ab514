import { useRef } from 'preact/hooks'
import { useExplorer } from '../context.ts'

export interface Editing {
  /** Takes the model that is written by now: the first one is a step that the browser's Back undoes, the others go on with it. */
  take(model: string): void
  /** Whether a model is the one that is being written: what stands in the field by now may be more of it. */
  isOf(model: string): boolean
  /** What is taken after it is another step. */
  end(): void
}

/** A model that is written little by little, and drawn meanwhile. */
export function useEditing(): Editing {
  const { store } = useExplorer()
  const mine = useRef<string | undefined>(undefined)
  return {
    take(model) {
      const before = store.view.peek().model
      if (model === before) return
      // What came from elsewhere meanwhile, as by Back, was no part of it.
      if (mine.current === before) store.change({ model })
      else store.step({ model })
      mine.current = model
    },
    isOf: (model) => mine.current === model,
    end() {
      mine.current = undefined
    },
  }
}
