import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './source.ts'

/** What the project must stand without: one machine's paths, where packages come from, who typed it, work left undone. */
const FORBIDDEN: readonly RegExp[] = [
  /(?<![\w.])\/(work|root|home|tmp)\//,
  /\.\.\/shared\b/,
  /registry\.npm|npmjs\.(org|com)|deb\.debian\.org|unpkg\.com|jsdelivr\.net/,
  /\b(chat\s?gpt|openai|anthropic|claude|copilot|language model|llm|ai assistant|coding assistant)\b/i,
  /\bpaper 00\d\b/i,
  /\b(TODO|FIXME|XXX|HACK)\b/,
  /@ts-(ignore|expect-error|nocheck)|\bas any\b/,
  /\b(describe|it|test)\.(only|skip|todo)\(/,
]

const LONGEST = 400

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && path !== 'test/house/words.test.ts' && existsSync(join(root, path)))

const isText = (path: string) => !/\.(png|pdf|woff2?|ico|gz)$/.test(path)
const isCode = (path: string) => /\.(ts|tsx|mjs|js|css|html)$/.test(path)
/** Outside numbers and the publications they come from are as long as they are. */
const isTable = (path: string) => path.startsWith('src/data/') || path === 'src/citations.ts' || /[-/]table\.ts$/.test(path)

const linesOf = (path: string) => readFileSync(join(root, path), 'utf8').trimEnd().split('\n')

function offences(path: string, lines: readonly string[]): string[] {
  return lines.flatMap((line, i) => (FORBIDDEN.some((words) => words.test(line)) ? [`${path}:${i + 1}: ${line.trim().slice(0, 120)}`] : []))
}

describe('the files of the project', () => {
  it('are found', () => {
    expect(files).toContain('src/units.ts')
  })

  it('stand on their own', () => {
    expect(files.filter(isText).flatMap((path) => offences(path, linesOf(path)))).toEqual([])
  })

  it(`are no longer than ${LONGEST} lines, tables apart`, () => {
    const long = files.filter((path) => isCode(path) && !isTable(path) && linesOf(path).length > LONGEST)
    expect(long).toEqual([])
  })

  it.each(['see /work/x', 'read ../shared/a.json', '// TODO: later', 'x as any', 'it.skip(', 'Paper 003, eq. 4'])(
    '%j would be told',
    (line) => {
      expect(offences('x', ['fine', line])).toEqual([`x:2: ${line}`])
    },
  )

  it.each(['/usr/bin/chromium', 'src/session.ts', 'decay widths/home-made', 'shared by all'])('%j is fine', (line) => {
    expect(offences('x', [line])).toEqual([])
  })
})
