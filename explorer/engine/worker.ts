/** What all workers start from: their parts share the code of figures, which is fetched once. */
const PARTS = {
  'zest-physics': () => import('./physics.ts'),
  'zest-drawing': () => import('./drawing.ts'),
  'zest-helping': () => import('./helping.ts'),
  'zest-answers': () => import('./answers.ts'),
  'zest-scans': () => import('./scans.ts'),
}
const early: MessageEvent[] = []
self.onmessage = (event: MessageEvent) => early.push(event)

const { take } = await PARTS[self.name in PARTS ? (self.name as keyof typeof PARTS) : 'zest-physics']()
self.onmessage = take
for (const event of early) take(event)

export {}
