/** Lets messages in that came meanwhile: a worker that computes for long would not hear that it need not. */
export function turnTaker(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  port1.onmessage = () => waiting.shift()?.()
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      port2.postMessage(null)
    })
}

/** A newer question makes this one pointless. */
export class Overtaken extends Error {}
