/** A line on a terminal is written anew after so long [ms]. */
const OVERWRITTEN_ms = 200

/** What is said on a terminal while something is computed, and taken away after; nothing where stderr is none. */
export function busyLine() {
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
