import { drawn } from './draw.ts'
import type { FromDrawing, ToDrawing } from './protocol.ts'

const reply = (message: FromDrawing): void => self.postMessage(message)

/** Places the names of the newest figure it was given. */
function serve(port: MessagePort): void {
  let newest: ToDrawing | undefined
  port.onmessage = ({ data }: MessageEvent<ToDrawing>) => {
    newest = data
    // Whatever waits behind this message is newer.
    setTimeout(() => {
      if (newest !== data) return
      reply({ id: data.id, drawing: drawn(data.spec, data.sheet, false) })
    })
  }
}

/** Takes the line to the worker that computes. */
export const take = ({ data }: MessageEvent<{ readonly port: MessagePort }>): void => serve(data.port)
