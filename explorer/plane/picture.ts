import type { Drawing } from '../engine/protocol.ts'

/**
 * The markup of a drawing as nodes. It is read as XML, by a parser that runs no script, and what could run, fetch or move is not let in.
 */
export function nodesOf({ svg }: Pick<Drawing, 'svg'>): SVGSVGElement {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml')
  if (documentElement.localName !== 'svg' || documentElement.querySelector(REFUSED) !== null) throw new Error('not a figure')
  return document.importNode(documentElement, true) as unknown as SVGSVGElement
}

const REFUSED = 'parsererror, script, foreignObject, iframe, image, a, style, animate, set'

const NAMES = '[data-part="labels"]'

/** Shows a drawing; a draft keeps the names of the drawing before where the axes are the same. */
export function showIn(host: Element, drawing: Drawing, before: Drawing | undefined, isNamed: boolean, pending: readonly string[]): void {
  const picture = nodesOf(drawing)
  const names = host.querySelector(NAMES)
  if (!isNamed && names !== null && before !== undefined && hasSameFrame(drawing, before)) {
    names.classList.add('stale')
    picture.querySelector(NAMES)?.replaceWith(names)
  }
  const waiting = new Set(pending)
  if (waiting.size > 0) {
    for (const region of picture.querySelectorAll<SVGElement>('g[data-constraint]')) {
      if (region.dataset.constraint!.split(' ').some((id) => waiting.has(id))) region.classList.add('pending')
    }
  }
  host.replaceChildren(picture)
}

function hasSameFrame(a: Drawing, b: Drawing): boolean {
  return JSON.stringify([a.width, a.frame, a.x, a.y]) === JSON.stringify([b.width, b.frame, b.x, b.y])
}
