import { expect } from 'vitest'

/** Every tag closed in order, attributes quoted and not repeated, no stray `<` or `&`, ids unique, references resolved. */
export function expectWellFormed(xml: string): void {
  const open: string[] = []
  const ids = new Set<string>()
  let text = ''
  let at = 0
  for (const match of xml.matchAll(/<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    text += xml.slice(at, match.index)
    at = match.index + match[0].length
    const [, closing, name, attributes, empty] = match
    if (closing) expect(open.pop()).toBe(name)
    else if (!empty) open.push(name)
    const names = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)]
    expect(new Set(names.map(([, key]) => key)).size).toBe(names.length)
    for (const [, key, value] of names) {
      text += value
      if (key !== 'id') continue
      expect(ids.has(value)).toBe(false)
      ids.add(value)
    }
  }
  text += xml.slice(at)
  expect(open).toEqual([])
  expect(text).not.toMatch(/<|&(?!(?:amp|lt|gt|quot);)/)
  for (const [, id] of xml.matchAll(/(?:url\(|href=")#([\w-]+)/g)) expect(ids.has(id)).toBe(true)
}
