import { CITATIONS, type Citation, type CitationKey, reference } from '../citations.ts'

/** A page of Markdown, by its file name. */
export interface Page {
  readonly name: string
  readonly content: string
}

/** Plain words as Markdown, none of which is taken for markup; what stands between backticks stays code. */
export function markdownText(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replaceAll(/[\\*_[\]<>|$~#&]/g, '\\$&')))
    .join('')
}

/** A table of cells that are Markdown already, on one line each. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A publication, with a link to it where one is known. */
export function markdownReference(key: CitationKey): string {
  const { doi, arXiv, url }: Citation = CITATIONS[key]
  const link = arXiv !== undefined ? `https://arxiv.org/abs/${arXiv}` : doi !== undefined ? `https://doi.org/${doi}` : url
  const text = markdownText(reference(key))
  return link === undefined ? text : `[${text}](<${link}>)`
}
