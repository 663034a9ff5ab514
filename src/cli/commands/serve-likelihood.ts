import { once } from 'node:events'
import { answerTo, linesOf } from '../likelihood-lines.ts'
import { chosenLikelihood, greeting, type LikelihoodOptions } from '../served-likelihood.ts'

/** Answers lines of points with lines of −2 ln L, until the input ends. */
export async function serveLikelihood(options: LikelihoodOptions): Promise<void> {
  const chosen = await chosenLikelihood(options)
  await send(JSON.stringify(greeting(chosen)))
  process.stdin.setEncoding('utf8')
  for await (const line of linesOf(process.stdin)) {
    if (line.trim() !== '') await send(answerTo(line, chosen.likelihood))
  }
}

/** Waits where nobody reads, and with it stops reading. */
async function send(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}
