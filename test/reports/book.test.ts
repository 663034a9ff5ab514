import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { FIGURES } from '../../src/papers/index.ts'
import { bookPages } from '../../src/reports/book.ts'

/** The text of the only figure of a book. */
function figureText(caption: string): string {
  const recipe = FIGURES[0]
  const [, page] = bookPages([], assume(), [{ recipe, assumptions: assume(), caption, picture: 'one.svg' }])
  return page.content.slice(page.content.indexOf('](one.svg)') + '](one.svg)'.length).trim()
}

describe('a figure of the book', () => {
  it('says what it shows, and folds away what it was drawn from, a sentence a line', () => {
    const caption =
      'Limits on a_boson of $g_\\mu$. A dump of 27 fb⁻¹, as in Fig. 2 and eq. (6) of S. Gninenko; recast. 3σ is shown. ν-Cal I, 1991. Assumes 0. Outlines: 2σ.'
    expect(figureText(caption)).toBe(`Limits on a\\_boson of $g_\\mu$.

<details>
<summary>What is drawn, and from where</summary>

- A dump of 27 fb⁻¹, as in Fig. 2 and eq. (6) of S. Gninenko; recast. 3σ is shown. ν-Cal I, 1991.
- Assumes 0.
- Outlines: 2σ.

</details>`)
  })

  it('of which little is said folds nothing away', () => {
    expect(figureText('Limits on a boson.')).toBe('Limits on a boson.')
  })
})
