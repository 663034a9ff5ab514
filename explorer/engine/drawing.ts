import { drawn } from './draw.ts'
import { problemOf } from './problem.ts'
import type { FromDrawing, ToDrawing } from './protocol.ts'

const reply = (message: FromDrawing): void => self.postMessage(message)

function answered({ id, spec, sheet }: ToDrawing): FromDrawing {
  try {
    return { id, drawing: drawn(spec, sheet, false) }
  } catch (error) {
    return { id, problem: problemOf(error) }
  }
}

/** Places the names of the newest figure it was given. */
function serve(port: MessagePort): void {
  let newest: ToDrawing | undefined
  port.onmessage = ({ data }: MessageEvent<ToDrawing>) => {
    newest = data
    // Whatever waits behind this message is newer.
    setTimeout(() => {
      if (newest !== data) return
      reply(answered(data))
    })
  }
}

/** Takes the line to the worker that computes. */
export const take = ({ data }: MessageEvent<{ readonly port: MessagePort }>): void => serve(data.port)
