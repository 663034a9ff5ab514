/** What both workers start from: their parts share the code of figures, which is fetched once. */
const early: MessageEvent[] = []
self.onmessage = (event: MessageEvent) => early.push(event)

const { take } = await (self.name === 'zest-drawing' ? import('./drawing.ts') : import('./physics.ts'))
self.onmessage = take
for (const event of early) take(event)

export {}
