const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const attribute = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character])

/** What shows a view in another page. */
export const embedded = (address: string, title: string): string =>
  `<iframe src="${attribute(address)}" title="${attribute(title)}" width="800" height="640" loading="lazy" style="border:0"></iframe>`
