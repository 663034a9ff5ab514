/** A line on a terminal is written anew after so long [ms]. */
const OVERWRITTEN_ms = 200

/** A line of a terminal. */
interface BusyLine {
  show(text: string): void
  count(text: () => string): void
  close(): void
}

/** Computes, and says so meanwhile; the line is gone after, even where it fails, so that an error has one of its own. */
export function during<T>(text: string, compute: (busy: BusyLine) => T): T {
  const busy = busyLine()
  busy.show(text)
  try {
    return compute(busy)
  } finally {
    busy.close()
  }
}

/** What is said on a terminal while something is computed, and taken away after; nothing where stderr is none. */
function busyLine(): BusyLine {
  const { isTTY = false } = process.stderr
  let last = Number.NEGATIVE_INFINITY
  return {
    show(text: string): void {
      if (isTTY) process.stderr.write(`\r\x1b[K${text}`)
      last = performance.now()
    },
    /** The same, but not oftener than can be read. */
    count(text: () => string): void {
      if (isTTY && performance.now() - last > OVERWRITTEN_ms) this.show(text())
    },
    close(): void {
      if (isTTY) process.stderr.write('\r\x1b[K')
    },
  }
}
