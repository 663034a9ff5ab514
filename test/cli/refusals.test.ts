import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../../src/cli/io.ts'
import { FailureError } from '../../src/errors.ts'
import { builtZest, scratch } from './zest.ts'

const zest = builtZest()
const home = scratch()

const POINT = ['point', '--model', 'mu-tau', '--mass', '15MeV', '--coupling', '4.6e-4']
const LIMITS = ['limits', '--model', 'mu-tau', '--constraint', 'g-2-muon', '--mass', '15MeV']
const PLOT = ['plot', '--model', 'mu-tau', '--constraint', 'g-2-muon', '--mass', '10MeV:1GeV:5', '--out', 'plot.svg']
const OSCILLATION = ['oscillation', '--source', '8B', '--energy', '10MeV']
const RATE = ['rate', '--target', 'Xe', '--energy', '2keV']

/** Words with the value of one option changed, or the option added. */
function changed(words: readonly string[], option: string, ...values: string[]): string[] {
  const at = words.indexOf(option)
  return at < 0 ? [...words, option, ...values] : [...words.slice(0, at + 1), ...values, ...words.slice(at + 2)]
}

/** Runs where there is a folder `taken` and nothing else, and tells what it left there. */
async function refused(words: readonly string[], files: Readonly<Record<string, string>> = {}, uid?: number) {
  const folder = mkdtempSync(join(home, 'run-'))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'taken'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const { code, stdout, stderr } = await zest.in(folder, words, uid)
  const left = readdirSync(folder, { recursive: true }).filter((name) => name !== 'taken' && !(`${name}` in files))
  return { code, stdout, left, lines: stderr.split('\n').slice(0, -1) }
}

/** Exit code 2, one line that says what, nothing on stdout, nothing written. */
async function expectRefusal(words: readonly string[], says: RegExp, files?: Readonly<Record<string, string>>): Promise<void> {
  expect(await refused(words, files)).toEqual({ code: 2, stdout: '', left: [], lines: [expect.stringMatching(says)] })
}

describe.concurrent('refused in one line:', () => {
  it.each<[string, string[], RegExp]>([
    ['an unknown model', changed(POINT, '--model', 'mu-tao'), /^error: model: unknown model 'mu-tao'; did you mean 'mu-tau'\?/],
    ['an unknown charge', changed(POINT, '--model', 'B-3Lmuu'), /unknown charge 'Lmuu' at character 4 .*did you mean 'Lmu'\?/],
    ['an unknown parameter', changed(POINT, '--model', 'bernal:tanEt=1'), /unknown bernal parameter 'tanEt'; did you mean 'tanEta'\?/],
    ['a model of two lines', changed(POINT, '--model', 'a\nb'), /unknown charge 'a'/],
    ['an empty model', changed(POINT, '--model', ''), /^error: model: empty charge expression/],
    ['no model', POINT.filter((_, i) => i !== 1 && i !== 2), /^error: model: missing; .*--model mu-tau/],
    ['no mass', POINT.slice(0, 3), /^error: mass: missing; .*--mass 15MeV/],
    ['no coupling', POINT.slice(0, 5), /^error: coupling: missing; .*--coupling 4.6e-4/],
    ['a model file that is not there', changed(POINT, '--model', 'no.yaml'), /^error: model: cannot read 'no.yaml': no such file/],

    ['a mass without unit', changed(POINT, '--mass', '15'), /^error: mass: '15' has no unit; write 15MeV or 15GeV/],
    ['a mass in kg', changed(POINT, '--mass', '15kg'), /^error: mass: unknown unit 'kg'/],
    ['a mass in mev', changed(POINT, '--mass', '15Mev'), /unknown unit 'Mev'; did you mean .eV\?/],
    ['a negative mass', changed(POINT, '--mass', '-15MeV'), /^error: mass: '-15MeV' must be above zero/],
    ['a mass of zero', changed(POINT, '--mass', '0GeV'), /^error: mass: '0GeV' must be above zero/],
    ['a mass that underflows', changed(POINT, '--mass', '1e-400GeV'), /must be above zero/],
    ['a mass NaN', changed(POINT, '--mass', 'NaNGeV'), /^error: mass: 'NaNGeV' is not a quantity/],
    ['a mass Infinity', changed(POINT, '--mass', 'InfinityGeV'), /^error: mass: 'InfinityGeV' is not a quantity/],
    ['a mass that overflows', changed(POINT, '--mass', '1e400GeV'), /^error: mass: '1e400GeV' is not a finite quantity/],
    ['an empty mass', changed(POINT, '--mass', ''), /^error: mass: '' is not a quantity/],
    ['two masses for a point', changed(POINT, '--mass', '1MeV,2MeV'), /^error: mass: '1MeV,2MeV' is not a quantity/],
    [
      'a dark photon at the Z',
      changed(changed(POINT, '--model', 'dark-photon'), '--mass', '91.1876GeV'),
      /^error: mass: .*too close to the Z/,
    ],

    ['coupling 0', changed(POINT, '--coupling', '0'), /^error: coupling: '0' is not a coupling; allowed: a number above zero/],
    ['coupling NaN', changed(POINT, '--coupling', 'NaN'), /^error: coupling: 'NaN' is not a coupling/],
    ['coupling -1', changed(POINT, '--coupling', '-1'), /^error: coupling: '-1' is not a coupling/],
    ['coupling Infinity', changed(POINT, '--coupling', 'Infinity'), /^error: coupling: 'Infinity' is not a coupling/],
    ['coupling abc', changed(POINT, '--coupling', 'abc'), /^error: coupling: 'abc' is not a coupling/],
    ['an empty coupling', changed(POINT, '--coupling', ''), /^error: coupling: '' is not a coupling/],

    ['an unknown constraint', changed(POINT, '--constraint', 'borexino-2071'), /^error: constraint: .*did you mean 'borexino-20/],
    ['one of two constraints unknown', changed(PLOT, '--constraint', 'g-2-muon,g-2-moun'), /did you mean 'g-2-muon'\?/],
    ['no constraint in the list', changed(POINT, '--constraint', ','), /^error: constraint: ',' is no list/],
    [
      'a key unknown to a constraint',
      changed(POINT, '--constraint', 'g-2-muon@gMinus=x'),
      /unknown assumption 'gMinus'; did you mean 'gMinus2'\?/,
    ],
    [
      'a constraint with half a setting',
      changed(POINT, '--constraint', 'g-2-muon@gMinus2'),
      /^error: constraint: 'gMinus2' after @ is not key=value/,
    ],

    [
      'an unknown key',
      changed(POINT, '--set', 'osillation=nufit-4.0'),
      /^error: set: unknown assumption 'osillation'; did you mean 'oscillation'\?/,
    ],
    [
      'an unknown value',
      changed(POINT, '--set', 'oscillation=nufit-40'),
      /^error: set oscillation: unknown value 'nufit-40'; did you mean 'nufit-4.0'\?/,
    ],
    [
      'a value of no form',
      changed(POINT, '--set', 'kineticMixing=log:5'),
      /^error: set kineticMixing: 'log:5' is not allowed; allowed: loop, /,
    ],
    ['a negative threshold', changed(POINT, '--set', 'statistic.threshold=-1'), /^error: set statistic.threshold: '-1' is not allowed/],
    ['a setting without =', changed(POINT, '--set', 'recipe'), /^error: set: 'recipe' is not key=value/],
    ['a setting without key', changed(POINT, '--set', '=recipe'), /^error: set: '=recipe' is not key=value/],
    [
      'an unknown preset',
      changed(POINT, '--assume', 'amaral-2002'),
      /^error: assume: unknown assumption preset .*did you mean 'amaral-2020'\?/,
    ],
    ['an assumptions file that is not there', changed(POINT, '--assume', 'no.yaml'), /^error: assume: cannot read 'no.yaml'/],
    ['wrong assumptions where none are needed: models', ['models', '--set', 'x'], /^error: set: 'x'/],
    ['wrong assumptions where none are needed: figures', ['figures', '--set', 'x'], /^error: set: 'x'/],
    ['wrong assumptions where none are needed: constraints', ['constraints', '--missing', '--set', 'x'], /^error: set: 'x'/],
    ['wrong assumptions where none are needed: cite', ['cite', '--set', 'x'], /^error: set: 'x'/],
    ['wrong assumptions where none are needed: validate', ['validate', '--set', 'x'], /^error: set: 'x'/],

    ['a reversed range', changed(LIMITS, '--mass', '1GeV:1MeV:3'), /^error: mass: range '1GeV:1MeV:3' is reversed or empty/],
    ['an empty range', changed(LIMITS, '--mass', '1GeV:1GeV:3'), /^error: mass: range .* is reversed or empty/],
    [
      'a range of one point',
      changed(LIMITS, '--mass', '1MeV:1GeV:1'),
      /^error: mass: '1' is not a number of points; allowed: a whole number from 2/,
    ],
    ['a range of half points', changed(LIMITS, '--mass', '1MeV:1GeV:2.5'), /^error: mass: '2.5' is not a number of points/],
    ['a range without points', changed(LIMITS, '--mass', '1MeV:1GeV'), /^error: mass: .* is not a range; write lo:hi:n/],
    ['a range without unit', changed(LIMITS, '--mass', '1:10:3'), /^error: mass: '1' has no unit/],
    ['a range with one unit', changed(LIMITS, '--mass', '1:10GeV:3'), /^error: mass: '1' has no unit/],
    ['a list with a gap', changed(LIMITS, '--mass', '1MeV,,2MeV'), /^error: mass: '' is not a quantity/],
    ['a plot of one mass', changed(PLOT, '--mass', '15MeV'), /^error: mass: '15MeV' is not a range; write lo:hi/],
    ['a plot of reversed masses', changed(PLOT, '--mass', '1GeV:1MeV'), /^error: mass: range .* is reversed/],
    ['a plot of reversed couplings', changed(PLOT, '--coupling', '1:1e-3'), /^error: coupling: range .* is reversed/],
    ['a plot of one coupling', changed(PLOT, '--coupling', '1e-3'), /^error: coupling: '1e-3' is not a range/],
    ['a plot of couplings from 0', changed(PLOT, '--coupling', '0:1'), /^error: coupling: '0' is not a coupling/],
    ['an energy without unit', changed(OSCILLATION, '--energy', '10'), /^error: energy: '10' has no unit/],
    ['an energy of zero', changed(RATE, '--energy', '0keV'), /^error: energy: '0keV' must be above zero/],
    ['no energy', OSCILLATION.slice(0, 3), /^error: energy: missing/],

    ['an unknown format', changed(LIMITS, '--format', 'jsno'), /^error: format: unknown format 'jsno'; did you mean 'json'\?/],
    ['two formats at once', [...LIMITS, '--format', 'csv', '--json'], /^error: format: 'csv' and --json ask for two things/],
    ['a file of unknown format', changed(LIMITS, '--out', 'x.txt'), /^error: out: 'x.txt' does not say its format; end it in .json, /],
    ['a figure of unknown format', changed(PLOT, '--out', 'x.svgz'), /^error: out: unknown output format 'svgz'; did you mean 'svg'\?/],
    ['a figure without format', changed(PLOT, '--out', 'x'), /^error: out: 'x' does not say its format; end it in .svg, /],
    ['no file in the list', changed(PLOT, '--out', ','), /^error: out: names no file/],
    [
      'several constraints for a file of one',
      ['limits', '--model', 'l', '--out', 'x.lmt'],
      /^error: constraint: .lmt holds one constraint, not \d/,
    ],
    [
      'a silent constraint for a file without words',
      ['limits', '--model', 'b-3mu', '--constraint', 'borexino-2017', '--out', 'x.lmt'],
      /^error: constraint: borexino-2017 excludes nothing at these masses: no coupling to electrons/,
    ],
    ['a missing folder', changed(LIMITS, '--out', 'no/x.csv'), /^error: out: cannot write 'no\/x.csv': no such file or folder/],
    ['a folder as file', [...changed(LIMITS, '--out', 'taken'), '--format', 'csv'], /^error: out: cannot write 'taken': it is a folder/],
    [
      'a folder to come as file',
      [...changed(LIMITS, '--out', 'new/'), '--format', 'csv'],
      /^error: out: cannot write 'new\/': it is a folder/,
    ],
    ['a second output in a missing folder', changed(PLOT, '--out', 'x.svg,no/x.pdf'), /^error: out: cannot write 'no\/x.pdf'/],
    ['a second output of unknown format', changed(PLOT, '--out', 'x.svg,x.gif'), /^error: out: unknown output format 'gif'/],
    ['an unknown theme', changed(PLOT, '--theme', 'drak'), /^error: theme: unknown theme 'drak'; did you mean 'dark'\?/],
    ['a plane that is not drawn', [...PLOT, '--plane', 'mass,tanEta'], /^error: plane: unknown plane 'mass,tanEta';/],
    ['an anomalous model with a bad file', changed(changed(PLOT, '--model', 'l'), '--out', 'no/x.svg'), /^error: out: cannot write/],

    ['an unknown source', changed(OSCILLATION, '--source', '8b'), /^error: source: unknown solar source '8b'; did you mean '8B'\?/],
    ['no source', ['oscillation', '--energy', '10MeV'], /^error: source: missing; one of pp, /],
    ['a boson without model', changed(OSCILLATION, '--mass', '15MeV'), /^error: model: missing; --mass and --coupling belong to a --model/],
    ['a boson without mass', changed(RATE, '--model', 'mu-tau'), /^error: mass: missing/],
    ['an unknown target', changed(RATE, '--target', 'Xenon'), /^error: target: unknown target 'Xenon'; (did you mean|known: )/],
    ['no spectrum of anything', ['spectrum'], /^error: experiment: missing; write --experiment darwin-nr, or a material /],
    ['an experiment nobody knows', ['spectrum', '--experiment', 'xenon1t-202'], /^error: experiment: .*did you mean 'xenon1t-2020'\?/],
    ['muons nobody sent', ['spectrum', '--experiment', 'na64mu-1e13'], /^error: experiment: .*did you mean 'na64mu-1e1[12]'\?/],
    [
      'several runs',
      ['spectrum', '--experiment', 'na64mu'],
      /^error: experiment: 'na64mu' has several analyses; one of na64mu-2024, na64mu-1e11,/,
    ],
    [
      'muons that make nothing',
      ['spectrum', '--experiment', 'na64mu-1e11'],
      /^error: model: missing; nothing is expected there without a boson: write one such as /,
    ],
    [
      'recoils of muons',
      ['spectrum', '--experiment', 'na64mu-1e11', '--channel', 'nr'],
      /^error: channel: 'na64mu-1e11' records muon alone/,
    ],
    [
      'a boson too heavy for whole nuclei',
      ['spectrum', '--experiment', 'na64mu-1e11', '--model', 'mu-tau', '--mass', '5GeV', '--coupling', '1e-3'],
      /^error: mass: 5 is not allowed; allowed: to 3 GeV/,
    ],
    [
      'muons on a material',
      ['spectrum', '--target', 'Xe', '--energy', '1keV', '--channel', 'muon'],
      /^error: channel: unknown channel 'muon'/,
    ],
    ['several analyses', ['spectrum', '--experiment', 'lz'], /^error: experiment: 'lz' has several analyses; one of lz-er-2022, /],
    [
      'a limit that is missing',
      ['spectrum', '--experiment', 'pandax-4t-8b-2024'],
      /^error: experiment: 'pandax-4t-8b-2024' is known \(arXiv:2407.10892\), but/,
    ],
    [
      'a constraint without recoils',
      ['spectrum', '--experiment', 'borexino-2017'],
      /^error: experiment: 'borexino-2017' has no events in bins/,
    ],
    ['electrons of nuclei', [...RATE, '--channel', 'nr', '--electrons', 'free'], /^error: electrons: belongs to electron recoils/],
    ['form factors of electrons', [...RATE, '--form-factor', 'helm'], /^error: form-factor: belongs to nuclear recoils/],
    [
      'electrons of an experiment',
      ['spectrum', '--experiment', 'xenon1t-2020', '--electrons', 'free'],
      /^error: electrons: belongs to a bare --target/,
    ],
    [
      'form factors of an experiment',
      ['spectrum', '--experiment', 'coherent-csi-2017', '--form-factor', 'none'],
      /^error: form-factor: belongs to a bare/,
    ],
    [
      'a source of an experiment',
      ['spectrum', '--experiment', 'darwin-nr', '--source', 'solar'],
      /^error: source: belongs to a bare --target/,
    ],
    [
      'an unknown source of neutrinos',
      [...RATE, '--source', 'reaktor'],
      /^error: source: unknown source 'reaktor'; did you mean 'reactor'\?/,
    ],
    ['a power of the Sun', [...RATE, '--power', '1GW'], /^error: power: belongs to --source reactor; leave it out/],
    [
      'a reactor nowhere',
      [...RATE, '--source', 'reactor', '--power', '3GW'],
      /^error: distance: missing; write a quantity such as --distance 20m/,
    ],
    [
      'protons without a unit',
      [...RATE, '--source', 'stopped-pion', '--protons', '1e23', '--pions', '0.1', '--distance', '20m'],
      /^error: protons: '1e23' has no unit; write 1e23\/yr or 1e23\/d/,
    ],
    ['a night nowhere', [...OSCILLATION, '--time', 'night'], /^error: latitude: missing; write an angle such as --latitude 36.4deg/],
    ['a night beyond the pole', [...OSCILLATION, '--latitude', '91deg'], /^error: latitude: 91 is not allowed/],
    ['a mass beyond Planck’s', changed(POINT, '--mass', '1e25GeV'), /allowed: 1e-24 to 1.2e19 GeV$/],
    ['recoils not recorded', ['spectrum', '--experiment', 'lz-er', '--channel', 'nr'], /^error: channel: 'lz-er' records er alone/],
    [
      'a target of its own',
      ['spectrum', '--experiment', 'lz-er', '--target', 'Xe'],
      /^error: target: belongs to a bare --target; an --experiment has its own/,
    ],
    ['a target without energies', ['spectrum', '--target', 'Xe'], /^error: energy: missing; write recoil energies such as /],
    ['no target', ['rate', '--energy', '2keV'], /^error: target: missing; one of Xe, /],
    ['an unknown channel', changed(RATE, '--channel', 'rr'), /^error: channel: unknown channel 'rr'; did you mean 'er'\?/],
    ['an unknown counting', changed(RATE, '--electrons', 'fre'), /^error: electrons: unknown electrons 'fre'; did you mean 'free'\?/],
    ['an unknown figure', ['figure', 'amaral-2020-55'], /^error: figure: unknown figure .*did you mean 'amaral-2020-5'\?/],
    [
      'a boson for a figure that assumes none',
      ['figure', 'amaral-2020-5', '--benchmark', '20MeV,5e-4'],
      /^error: benchmark: amaral-2020-5 takes no boson of yours; figures that do: foldenauer-2021-na64mu-spectra, .*-couplings$/,
    ],
    [
      'two bosons for a figure of one',
      ['figure', 'foldenauer-2021-reconstruction-mu', '--benchmark', '20MeV,5e-4', '30MeV,5e-4'],
      /^error: benchmark: 2 are too many; foldenauer-2021-reconstruction-mu shows one/,
    ],
    [
      'a boson for a figure without its coupling',
      ['figure', 'foldenauer-2021-reconstruction-mu', '--benchmark', '20MeV'],
      /^error: benchmark: '20MeV' is not a mass and a coupling/,
    ],
    [
      'a parameter that a figure does not show of its boson',
      ['figure', 'foldenauer-2021-reconstruction-couplings', '--benchmark', '20MeV,5e-4,rato=2'],
      /^error: benchmark: unknown parameter 'rato'; did you mean 'ratio'\?/,
    ],
    [
      'one that is not on the figure',
      ['figure', 'foldenauer-2021-reconstruction-couplings', '--benchmark', '20MeV,5e-4,mixing=0.1'],
      /^error: benchmark: 0\.02 GeV, 0\.0005, ratio 1, mixing 0\.1 is not on the figure; allowed: .* mixing -0\.15 to -0\.0015$/,
    ],
    ['no figure', ['figure'], /^error: missing required argument 'id'/],
    ['an unknown paper', ['validate', 'amaral-2002'], /^error: paper: unknown paper 'amaral-2002'; did you mean 'amaral-2020'\?/],
    ['an unknown citation', ['cite', 'amaral-2002'], /^error: cite: unknown citation or constraint .*did you mean 'amaral-2020'\?/],

    ['an unknown command', ['pont'], /^error: unknown command 'pont' \(Did you mean point\?\)/],
    ['help on an unknown command', ['help', 'pont'], /^error: unknown command 'pont'; did you mean 'point'\?/],
    ['an unknown option', [...POINT, '--constrain', 'g-2-muon'], /^error: unknown option '--constrain' \(Did you mean --constraint\?\)/],
    ['an option before the command', ['--json', ...POINT], /^error: unknown option '--json'/],
    ['an option without its argument', ['point', '--mass'], /^error: option '--mass <quantity>' argument missing/],
    ['an argument too many', [...POINT, 'borexino-2017'], /^error: too many arguments for 'point'/],
  ])('%s', (_, words, says) => expectRefusal(words, says))

  it.each<[string, string, RegExp]>([
    ['a bracket left open', 'charges: {L: [0, 1, -1]\n', /m.yaml:2:1: /],
    ['a key twice', 'charges: B-L\ncharges: L\n', /m.yaml:2:1: Map keys must be unique$/],
    ['an unknown field', 'title: mine\nchrges: 3\n', /m.yaml:2:1: unknown field 'chrges'; did you mean 'charges'\?$/],
    ['an unknown field inside', 'charges:\n  Lx: 3\n', /m.yaml:2:3: charges: unknown field 'Lx'; did you mean 'L'\?$/],
    ['a wrong type', 'charges: B-L\ntitle: 4\n', /m.yaml:2:8: title: expected string, not number$/],
    ['charges of a wrong type', 'charges: 4\n', /m.yaml:1:10: charges: expected string or record, not number$/],
    ['two charges', 'charges:\n  L: [0, 1]\n', /m.yaml:2:6: charges.L: write one charge, or three \(one a family\)$/],
    ['a charge of a wrong type', 'charges:\n  L: [0, 1, [2]]\n', /m.yaml:2:13: charges.L\[3\]: expected number or string, not list$/],
    ['a charge that is no number', 'charges:\n  L: [0, 1, a/b]\n', /m.yaml:2:13: charges.L\[3\]: 'a\/b' is not a number/],
    [
      'a charge expression of nothing known',
      'title: x\ncharges: B-3Lx\n',
      /m.yaml:2:10: model: unknown charge 'Lx' .*did you mean 'Le'\?$/,
    ],
    ['NaN', 'charges: B-L\nkineticMixing: {epsilon: .nan}\n', /m.yaml:2:26: kineticMixing.epsilon: expected number, not NaN$/],
    ['two mixings', 'charges: B-L\nkineticMixing: {epsilon: 1, epsilonOverG: 2}\n', /m.yaml:2:16: kineticMixing: give epsilon/],
    ['a sine above 1', 'charges: B-L\nmassMixing: 3\n', /m.yaml:2:13: massMixing: 3 is not a sine; allowed: -1 to 1$/],
    ['half a hidden scalar', 'charges: B-L\nhiddenScalar: {charge: 1}\n', /m.yaml:2:15: hiddenScalar.massRatio: missing; expected number$/],
    ['no charges', 'title: mine\n', /m.yaml:1:1: charges: missing; expected string or record$/],
    ['nothing', '', /m.yaml:1:1: the file is empty$/],
    ['a word', 'hello\n', /m.yaml:1:1: file: expected record, not string$/],
    ['an alias of nothing', 'charges: *x\n', /m.yaml:1:1: Unresolved alias/],
    ['two documents', 'charges: B-L\n---\ncharges: L\n', /m.yaml:2:1: Source contains multiple documents$/],
  ])('a model file with %s', (_, text, says) => expectRefusal(changed(POINT, '--model', 'm.yaml'), says, { 'm.yaml': text }))

  it.each<[string, string, RegExp]>([
    ['an unknown key', '\nrecip: corrected\n', /a.yaml:2:1: unknown field 'recip'; did you mean 'recipe'\?$/],
    ['an unknown value', 'recipe: corected\n', /a.yaml:1:9: recipe: unknown value 'corected'; did you mean 'corrected'\?$/],
    ['a value of a wrong type', 'gMinus2Sigma: [2]\n', /a.yaml:1:15: gMinus2Sigma: expected string or number, not list$/],
    ['a value out of range', 'statistic.threshold: -1\n', /a.yaml:1:22: statistic.threshold: '-1' is not allowed; allowed: /],
    [
      'an unknown preset',
      'recipe: corrected\npreset: amaral-2002\n',
      /a.yaml:2:9: unknown assumption preset .*did you mean 'amaral-2020'\?$/,
    ],
    ['a tab', 'preset: default\n\trecipe: corrected\n', /a.yaml:2:1: /],
  ])('an assumptions file with %s', (_, text, says) => expectRefusal(changed(POINT, '--assume', 'a.yaml'), says, { 'a.yaml': text }))
})

describe('files', () => {
  const isRoot = process.getuid?.() === 0
  const nobody = isRoot ? 65534 : process.getuid?.()

  it('are refused where they may not be written', async ({ skip }) => {
    if ((await zest.in(home, ['--version'], nobody)).code !== 0) skip('another user cannot run the command here')
    // The folders belong to the user of the tests: as root, another user may not write there.
    if (!isRoot) chmodSync(home, 0o555)
    const { code, stdout, stderr } = await zest.in(home, changed(PLOT, '--out', 'plot.svg'), nobody)
    chmodSync(home, 0o755)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^error: out: cannot write 'plot.svg': permission denied\n$/)
    expect(existsSync(join(home, 'plot.svg'))).toBe(false)
  })

  it('are written all or none', async () => {
    const folder = mkdtempSync(join(home, 'all-'))
    writeFileSync(join(folder, 'a.csv'), 'old')
    const files = ['a.csv', 'b.csv', 'no/c.csv'].map((name) => ({ path: join(folder, name), content: 'new' }))
    await expect(writeFiles(files)).rejects.toThrow(FailureError)
    expect(readdirSync(folder)).toEqual(['a.csv'])
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old')
    await writeFiles(files.slice(0, 2))
    expect(readdirSync(folder)).toEqual(['a.csv', 'b.csv'])
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new')
  })

  it('are written where a link leads, and into what is no file', async () => {
    const folder = mkdtempSync(join(home, 'link-'))
    writeFileSync(join(folder, 'real.csv'), 'old')
    symlinkSync('real.csv', join(folder, 'link.csv'))
    symlinkSync('/dev/null', join(folder, 'null.csv'))
    await writeFiles(['link.csv', 'null.csv'].map((name) => ({ path: join(folder, name), content: 'new' })))
    expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['link.csv', 'null.csv', 'real.csv'])
    expect(readFileSync('/dev/null', 'utf8')).toBe('')
  })
})
