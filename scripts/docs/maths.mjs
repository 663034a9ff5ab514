// Mathematics of the documentation: TeX between dollars, in docstrings and in Markdown, becomes outlines when the site is built.
// A reader needs no script, no font and no network; MathML behind the outlines is for those who listen.
import { createRequire } from 'node:module'

const mathjax = createRequire(import.meta.url)('mathjax')

/** Wider than this a formula within a line would stand out of a phone. */
const WIDE_ex = 40

/** Starts MathJax, and gives a function from TeX to HTML. TeX that is wrong is an error. */
async function typesetter() {
  const api = await mathjax.init({
    loader: { load: ['input/tex-base', '[tex]/ams', '[tex]/configmacros', 'output/svg'] },
    tex: {
      packages: ['base', 'ams', 'configmacros'],
      macros: { slashed: ['#1\\kern-0.55em/\\,', 1] },
      formatError: (_, error) => {
        throw error
      },
    },
    svg: { fontCache: 'none', linebreaks: { inline: false } },
    startup: { typeset: false },
  })
  await api.startup.document.outputJax.font.loadDynamicFiles()
  return (tex, display) => {
    try {
      const [outlines] = /<svg .*<\/svg>/s.exec(api.startup.adaptor.innerHTML(api.tex2svg(tex, { display })))
      const markup = api.tex2mml(tex, { display }).replaceAll(/\n\s*/g, '')
      const html = `${outlines.replace('<svg ', '<svg aria-hidden="true" ')}${markup}`.replaceAll(/ data-[\w-]+="[^"]*"/g, '')
      const isWide = Number(/ width="([\d.]+)ex"/.exec(outlines)[1]) > WIDE_ex
      return `<span class="maths${display ? ' display' : isWide ? ' wide' : ''}">${html}</span>`
    } catch (error) {
      throw new Error(`cannot typeset $${tex}$: ${error.message}`)
    }
  }
}

/** Reads `$…$` and `$$…$$` before Markdown takes their underscores and backslashes for its own. */
export async function mathsPlugin() {
  const toHtml = await typesetter()
  return (markdown) => {
    markdown.inline.ruler.before('escape', 'maths', (state, silent) => {
      const text = state.src.slice(state.pos, state.posMax)
      const [all, fence, tex] = /^(\$\$?)(?=\S)((?:\\.|[^$\\])+?)\1(?!\d)/s.exec(text) ?? []
      if (all === undefined || (fence === '$' && /\s$/.test(tex))) return false
      if (!silent) Object.assign(state.push('maths', '', 0), { content: tex.trim(), markup: fence })
      state.pos += all.length
      return true
    })
    markdown.renderer.rules.maths = (tokens, at) => toHtml(tokens[at].content, tokens[at].markup === '$$')
  }
}
