import { type Assumptions, departures } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import type { ClaimResult, FigureRecipe } from '../papers/index.ts'
import { claimText, printedText, verdictCounts, verdictText } from './claims.ts'
import { markdownReference, markdownTable, markdownText, type Page } from './markdown.ts'
import { trim } from './text.ts'

/** A figure of the book: what it shows, and the name of its picture, which lies beside the pages. */
export interface BookFigure {
  readonly recipe: FigureRecipe
  readonly assumptions: Assumptions
  readonly caption: string
  readonly picture: string
}

/**
 * The validation book as pages of Markdown: `index.md`, and one page a paper with every number it prints against what Zest computes,
 * and every figure made again.
 *
 * @param results of `validateClaims`
 * @param assumptions what they were computed under, beside the paper's own
 * @param figures those of the same papers
 */
export function bookPages(results: readonly ClaimResult[], assumptions: Assumptions, figures: readonly BookFigure[]): Page[] {
  const papers = [...new Set([...results.map(({ claim }) => claim.paper), ...figures.map(({ recipe }) => recipe.paper)])]
  const chapters = papers.map((paper) => ({
    paper,
    results: results.filter(({ claim }) => claim.paper === paper),
    figures: figures.filter(({ recipe }) => recipe.paper === paper),
  }))
  return [contents(chapters, assumptions), ...chapters.map((chapter) => chapterPage(chapter, assumptions))]
}

interface Chapter {
  readonly paper: CitationKey
  readonly results: readonly ClaimResult[]
  readonly figures: readonly BookFigure[]
}

/** What was assumed, as `key=value`, or `default`. */
function assumptionsText(assumptions: Assumptions): string {
  const changed = Object.entries(departures(assumptions)).map(([key, value]) => `\`${key}=${value}\``)
  return changed.join(', ') || '`default`'
}

function contents(chapters: readonly Chapter[], assumptions: Assumptions): Page {
  const rows = chapters.map(({ paper, results, figures }) => {
    const counts = Object.values(verdictCounts(results))
    return [`[${paper}](${paper}.md)<br>${markdownReference(paper)}`, ...[results.length, ...counts, figures.length].map(String)]
  })
  const content = `---
children:
${chapters.map(({ paper }) => `  - ./${paper}.md`).join('\n')}
---

# Validation book

Every number that the papers print and Zest can compute, against what it computes; and every figure that Zest makes again. Numbers are
computed twice: under ${assumptionsText(assumptions)} assumptions, and under those of the paper. A claim is *reproduced* where the first agrees with
what is printed, within half a unit of the last printed digit unless the paper says otherwise; reproduced *as the paper* where only the second does;
and where neither does, the reason is told.

${markdownTable(['paper', 'claims', 'reproduced', 'as the paper', 'not', 'figures'], rows)}
`
  return { name: 'index.md', content }
}

function chapterPage({ paper, results, figures }: Chapter, assumptions: Assumptions): Page {
  const counts = verdictCounts(results)
  const summary =
    `${results.length} claims: ${counts.reproduced} reproduced, ` +
    `${counts['reproduced under assumptions']} under the paper’s assumptions, ${counts['not reproduced']} not.`
  const claims = `## Numbers

${summary} Computed under ${assumptionsText(assumptions)} assumptions, and as the paper; \`zest validate ${paper}\` prints the same.

${markdownTable(['claim', 'printed', 'computed', 'as the paper', 'verdict'], results.map(claimRow))}
`
  const content = `# ${paper}

${markdownReference(paper)}

${[results.length === 0 ? '' : claims, ...(figures.length === 0 ? [] : ['## Figures\n', ...figures.map(figureSection)])].join('\n')}`
  return { name: `${paper}.md`, content }
}

function claimRow(result: ClaimResult): string[] {
  const { claim, computed, computedAsPaper } = result
  const reason = claim.reason === undefined ? '' : `<br>*${markdownText(claim.reason)}*`
  return [
    `${markdownText(claimText(claim))} (${markdownText(claim.where)})<br>\`${claim.id}\`${reason}`,
    ...[printedText(claim), trim(computed), trim(computedAsPaper), verdictText(result)].map(markdownText),
  ]
}

const figureSection = ({ recipe, assumptions, caption, picture }: BookFigure): string => `### ${recipe.id}

${markdownText(recipe.title)}: \`zest figure ${recipe.id}\`, under ${assumptionsText(assumptions)}.

![${markdownText(recipe.title)}](${picture})

${captionText(caption)}
`

/** Where a sentence ends, as far as dots tell: not behind an initial, nor before a number, a bracket or a small letter. */
const SENTENCE_END = /(?<=[^\s.]{2}\.|\d\.)\s+(?=[^\p{Ll}\d(])/u

/** Plain words as Markdown, but for the TeX between dollars in them. */
const withFormulas = (text: string): string =>
  text
    .split(/(\$[^$]+\$)/)
    .map((piece, i) => (i % 2 === 1 ? piece : markdownText(piece)))
    .join('')

/** What a figure shows; and what it was drawn from, in a list that is folded away. */
function captionText(caption: string): string {
  const [first, ...rest] = caption.split(SENTENCE_END).map(withFormulas)
  if (rest.length === 0) return first
  return `${first}\n\n<details>\n<summary>What is drawn, and from where</summary>\n\n${rest.map((one) => `- ${one}`).join('\n')}\n\n</details>`
}
