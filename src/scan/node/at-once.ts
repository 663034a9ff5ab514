/** Files that are open at a time: some systems allow 256 in all. */
const AT_ONCE = 32

/** Asks for 0, 1, … count − 1, only so many at a time that no system runs out of open files; the answers in order. */
export async function eachOf<T>(count: number, ask: (index: number) => Promise<T>): Promise<T[]> {
  const answers = new Array<T>(count)
  let next = 0
  async function work(): Promise<void> {
    while (next < count) {
      const index = next++
      try {
        answers[index] = await ask(index)
      } catch (error) {
        next = count
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return answers
}
