// What a page of a site refers to and what is not there: files, and places in them.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const pagesBelow = (folder) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html'))

/** Links from a page, its pictures, scripts and styles included; those that leave the site by name are not followed. */
const linksOf = (html) => [...html.matchAll(/<[^>]*\s(?:href|src)="([^"]*)"/g)].map(([, link]) => link.replaceAll('&amp;', '&'))

const idsOf = (html) => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id))

/** `page -> link` for every one that leads nowhere, and for everything that a page would fetch from elsewhere. */
export function deadLinks(site) {
  const texts = new Map(pagesBelow(site).map((name) => [join(site, name), readFileSync(join(site, name), 'utf8')]))
  const ids = new Map([...texts].map(([path, html]) => [path, idsOf(html)]))
  const isThere = (page, link) => {
    const [path, anchor = ''] = link.split('#').map(decodeURIComponent)
    const target = path === '' ? page : join(dirname(page), path)
    if (!existsSync(target)) return false
    const file = statSync(target).isDirectory() ? join(target, 'index.html') : target
    return anchor === '' || !ids.has(file) || ids.get(file).has(anchor)
  }
  return [...texts].flatMap(([page, html]) => {
    const local = linksOf(html).filter((link) => !/^[a-z]+:/i.test(link))
    const fetched = [...html.matchAll(/<(?:img|script|link|source|iframe)[^>]*\s(?:href|src)="(https?:)?\/\/[^"]*"/g)].map(([tag]) => tag)
    return [...local.filter((link) => !isThere(page, link)), ...fetched].map((link) => `${relative(site, page)} -> ${link}`)
  })
}
