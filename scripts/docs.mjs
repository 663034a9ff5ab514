// The documentation as one site of static files: pages of docs/, pages made from the catalogue and from the papers, and the reference of the library.
// `npm run docs` writes it into docs/api; `--check` builds all but the validation book, whose figures take a minute, into a folder that it removes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as typedoc from 'typedoc'
import { deadLinks } from './docs/links.mjs'
import { mathsPlugin } from './docs/maths.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** Pages in the order in which the margin shows them; others of docs/ come behind. */
const FIRST = ['tutorial', 'models', 'limit-files', 'dump-files', 'fits', 'samplers', 'scans', 'constraints', 'assumptions']

function pagesOfDocs() {
  const names = readdirSync(join(root, 'docs')).flatMap((name) => (/^(?!index\.).*\.md$/.test(name) ? [name.replace('.md', '')] : []))
  const known = FIRST.filter((name) => names.includes(name))
  return [...known, ...names.filter((name) => !known.includes(name)).sort()].map((name) => join(root, 'docs', `${name}.md`))
}

/** What the pages need of the library, as it was built. */
async function library() {
  const [{ assume, Session }, { catalogueMarkdown }] = await Promise.all([import('../dist/index.js'), import('../dist/reports/index.js')])
  return { assume, Session, catalogueMarkdown }
}

/** Writes the pages that are made of the built library; gives back their paths. */
async function makePages(folder, withBook) {
  const { assume, catalogueMarkdown, Session } = await library()
  const methods = relative(folder, join(root, 'docs/constraints.md'))
  const catalogue = join(folder, 'catalogue.md')
  writeFileSync(catalogue, catalogueMarkdown(await new Session(assume()).constraints(), methods))
  if (!withBook) return [catalogue]
  const book = join(folder, 'validation')
  const { status } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'validate', '--book', book], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('the validation book could not be written')
  return [catalogue, join(book, 'index.md')]
}

/** The first page: docs/index.md, and where the pages are that only the site has. */
function home(folder, made) {
  const path = join(folder, 'index.md')
  const docs = relative(folder, join(root, 'docs'))
  const text = readFileSync(join(root, 'docs/index.md'), 'utf8').replaceAll(/\]\((?!https?:|#)/g, `](${docs}/`)
  const links = made.map((page) => `- [${/^# (.*)$/m.exec(readFileSync(page, 'utf8'))[1]}](${relative(folder, page)})`)
  const modules = readdirSync(join(root, 'src')).filter((name) => existsSync(join(root, 'src', name, 'index.ts')))
  links.push(`- The library, a module for each folder of \`src/\`: ${modules.map((name) => `{@link ${name}}`).join(', ')}`)
  writeFileSync(path, `${text}\n## Made with this site\n\n${links.join('\n')}\n`)
  return path
}

/** The title of a page is its first heading, rather than its path. */
function titleFromHeading(_, page) {
  const [first, ...rest] = page.content
  const [heading, title] = /^\s*# (.*)\n/.exec(first?.text ?? '') ?? []
  if (title === undefined) return
  page.name = title
  page.content = [{ ...first, text: first.text.slice(heading.length) }, ...rest]
}

async function build(out, folder, withBook) {
  mkdirSync(folder, { recursive: true })
  const made = await makePages(folder, withBook)
  const contributing = ['CONTRIBUTING.md', 'CHANGELOG.md'].map((name) => join(root, name))
  const app = await typedoc.Application.bootstrapWithPlugins(
    {
      out,
      readme: home(folder, made),
      projectDocuments: [...pagesOfDocs(), ...made, ...contributing],
      customCss: join(root, 'scripts/docs/site.css'),
      markdownItLoader: await mathsPlugin(),
    },
    [new typedoc.TypeDocReader(), new typedoc.TSConfigReader()],
  )
  app.converter.on(typedoc.Converter.EVENT_CREATE_DOCUMENT, titleFromHeading)
  const project = await app.convert()
  if (project === undefined) return false
  app.validate(project)
  await app.generateOutputs(project)
  const dead = deadLinks(out)
  for (const link of dead) console.error(`dead link: ${link}`)
  return !app.logger.hasErrors() && !app.logger.hasWarnings() && dead.length === 0
}

process.chdir(root)
const isCheck = process.argv.includes('--check')
// Beside the pages: TypeDoc cannot read documents that have nothing but `/` in common.
mkdirSync(join(root, 'out'), { recursive: true })
const scratch = isCheck ? mkdtempSync(join(root, 'out/docs-')) : undefined
const folder = join(scratch ?? join(root, 'out'), 'docs')
if (!existsSync(join(root, 'dist'))) throw new Error('no library in dist/; run npm run build')
rmSync(folder, { recursive: true, force: true })
try {
  process.exitCode = (await build(scratch ? join(scratch, 'site') : join(root, 'docs/api'), folder, !isCheck)) ? 0 : 1
} finally {
  if (scratch) rmSync(scratch, { recursive: true, force: true })
}
