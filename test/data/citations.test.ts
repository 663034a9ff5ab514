import { describe, expect, it } from 'vitest'
import { bibtex, CITATIONS, type Citation, type CitationKey, reference } from '../../src/citations.ts'

const KEYS = Object.keys(CITATIONS) as CitationKey[]

/** Splits one BibTeX entry into its parts by counting braces; throws where they do not balance. */
function parse(entry: string): { type: string; key: string; fields: Record<string, string> } {
  const head = /^@(\w+)\{([\w.-]+),\n/.exec(entry)
  if (head === null) throw new Error(`no head: ${entry}`)
  const fields: Record<string, string> = {}
  let position = head[0].length
  while (entry[position] !== '}') {
    const name = /^\s*(\w+) = \{/.exec(entry.slice(position))
    if (name === null) throw new Error(`no field at ${position}: ${entry}`)
    const start = position + name[0].length
    let depth = 1
    let end = start
    for (; depth > 0; end++) {
      if (end >= entry.length) throw new Error(`braces do not balance: ${entry}`)
      if (entry[end] === '{') depth++
      if (entry[end] === '}') depth--
    }
    fields[name[1]] = entry.slice(start, end - 1)
    position = end
    while (entry[position] === ',' || entry[position] === '\n') position++
  }
  if (position !== entry.length - 1) throw new Error(`text after the entry: ${entry}`)
  return { type: head[1], key: head[2], fields }
}

describe('citations', () => {
  it.each(KEYS)('%s can be found', (key) => {
    const citation: Citation = CITATIONS[key]
    expect(citation.doi ?? citation.arXiv ?? citation.url).toBeDefined()
    expect(citation.authors.length).toBeGreaterThan(0)
    expect(citation.year).toBeGreaterThanOrEqual(1930)
  })

  it.each(KEYS)('%s has identifiers of the right form', (key) => {
    const { doi, arXiv, url }: Citation = CITATIONS[key]
    if (doi !== undefined) expect(doi).toMatch(/^10\.\d{4,5}\/\S+$/)
    if (arXiv !== undefined) expect(arXiv).toMatch(/^(\d{4}\.\d{4,5}|(hep|nucl|astro)-(ph|ex|th)\/\d{7}|astro-ph\/\d{7})$/)
    if (url !== undefined) expect(new URL(url).protocol).toMatch(/^https?:$/)
  })

  it('names no publication twice', () => {
    const identifiers = KEYS.flatMap((key) => {
      const { doi, arXiv }: Citation = CITATIONS[key]
      return [doi, arXiv].filter((identifier) => identifier !== undefined)
    })
    expect(new Set(identifiers).size).toBe(identifiers.length)
  })

  it('has an arXiv number no younger than its publication', () => {
    for (const key of KEYS) {
      const { arXiv, year }: Citation = CITATIONS[key]
      const modern = /^(\d{2})\d{2}\./.exec(arXiv ?? '')
      if (modern !== null) expect(2000 + Number(modern[1]), key).toBeLessThanOrEqual(year)
    }
  })
})

describe('bibtex', () => {
  it.each(KEYS)('%s parses', (key) => {
    const citation: Citation = CITATIONS[key]
    const { type, key: parsedKey, fields } = parse(bibtex(key))
    expect(type).toBe(citation.type)
    expect(parsedKey).toBe(key)
    expect(fields.year).toBe(String(citation.year))
    expect(fields.author.replace(/\{[^}]*\}/g, 'institution').split(' and ')).toHaveLength(citation.authors.length)
    expect(fields.eprint).toBe(citation.arXiv)
    expect(fields.doi).toBe(citation.doi)
  })

  it.each(KEYS)('%s holds nothing that TeX would trip over', (key) => {
    const { title, note = '', collaboration = '', pages = '' } = parse(bibtex(key)).fields
    const text = [title, note, collaboration, pages].join(' ')
    expect(text).not.toMatch(/(?<!\\)[&%#_]/)
    expect(text.split('$').length % 2).toBe(1)
    const outsideLatin = [...text].filter((letter) => letter.codePointAt(0)! > 0x17f)
    expect(outsideLatin).toEqual([])
  })

  it('keeps an institution together', () => {
    expect(parse(bibtex('nist-isotopes')).fields.author).toBe('{National Institute of Standards and Technology}')
  })
})

describe('reference', () => {
  it('is one line with the arXiv number', () => {
    for (const key of KEYS) {
      const { arXiv }: Citation = CITATIONS[key]
      expect(reference(key)).not.toContain('\n')
      if (arXiv !== undefined) expect(reference(key)).toContain(`arXiv:${arXiv}`)
    }
  })

  it('shortens long author lists and names the collaboration', () => {
    expect(reference('borexino-2011')).toBe('G. Bellini et al. (Borexino), Phys. Rev. Lett. 107 (2011) 141302, arXiv:1104.1816')
    expect(reference('coy-2021')).toBe('R. Coy, X.-J. Xu, Probing the muon g−2 with future beam dump experiments (2021), arXiv:2108.05147')
    expect(reference('b16-2017')).toBe('N. Vinyoles et al., Astrophys. J. 835 (2017) 202, arXiv:1611.09867')
  })

  it('gives the address where there is no other identifier', () => {
    expect(reference('nist-isotopes')).toContain('https://www.nist.gov/')
  })
})
