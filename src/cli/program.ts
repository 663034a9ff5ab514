import { Command } from 'commander'
import { ASSUMPTION_KEYS } from '../assumptions.ts'
import { unknownWord } from '../errors.ts'
import { VERSION } from '../version.ts'
import { command, constraintOption, idList, modelOption } from './options.ts'
import { scanCommands } from './scan-program.ts'

const HELP = `
Quantities carry units (15MeV, 2keV); --mass and --energy take one, a comma list, or lo:hi:n.
Assumptions for --set key=value (a wrong value lists what is allowed):
  ${Object.keys(ASSUMPTION_KEYS).join(', ')}`

/** Options of recoils on a bare target. */
const ELECTRONS = [
  '--electrons <counting>',
  'electron recoils on a target: which electrons count, recoil-step (recoil above binding; the default), neutrino-step (neutrino above) or free',
] as const
const FORM_FACTOR = ['--form-factor <kind>', 'nuclear recoils on a target: helm (the default), klein-nystrand or none'] as const
const SOURCE = ['--source <source>', 'on a target: solar (the default), reactor or stopped-pion'] as const
const POWER = ['--power <quantity>', 'thermal power of the reactor, such as 3.9GW'] as const
const PROTONS = ['--protons <rate>', 'with stopped pions: protons on their target, such as 1.5e23/yr'] as const
const PIONS = ['--pions <number>', 'with stopped pions: positive pions that stop per proton, such as 0.08'] as const
const DISTANCE = ['--distance <quantity>', 'of a reactor or stopped pions, such as 20m'] as const

/** What likelihoods are made of, and parameters beside mass and coupling. */
const MEASURED = [
  '--constraint <ids>',
  'constraints with a likelihood, comma-separated: borexino-2017,cenns10-2020,g-2-muon',
  idList('constraint'),
] as const
const APPROXIMATE = [
  '--approximate <ids>',
  'published limits that enter as Δχ² = t (signal/limit)², by name',
  idList('approximate'),
] as const
const VARY = [
  '--vary <ranges>',
  'other parameters, such as ratio=0.01:2 of muon-nu, or mixing=-0.02:0.02 (ε/g in place of the loops)',
] as const

/** The command line. Each command's code is loaded when it runs, so that starting is fast. */
export function program(): Command {
  const zest = new Command('zest')
    .description('Limits, favoured bands and sensitivities for light U(1)′ bosons, from any charges, with sources.')
    .version(VERSION)
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeErr: () => {} })

  zest.addHelpText('after', HELP)

  const add = (subcommand: Command): void => {
    zest.addCommand(subcommand.copyInheritedSettings(zest))
  }

  add(
    command('models', 'models there are, with anomalies and sources').action(async (options) =>
      (await import('./commands/models.ts')).models(options),
    ),
  )
  add(
    command('constraints', 'constraints there are, with sources')
      .addOption(constraintOption())
      .option('--missing', 'limits known to exist whose numbers are not available')
      .option('--kind <kind>', 'only exclusions, preferred bands or projections')
      .option('--group <group>', 'only one group, such as "beam dumps"')
      .option('--experiment <name>', 'only those of one experiment, such as NA64')
      .option('--about <coupling>', 'only those that speak about electron, muon, neutrinos, quarks, or invisible decays')
      .option('--year <year>', 'only those first published then: 2017, 2010:2020, 2015:')
      .action(async (options) => (await import('./commands/constraints.ts')).constraints(options)),
  )
  add(
    command('figures', 'published figures that can be recomputed').action(async (options) =>
      (await import('./commands/figures.ts')).figures(options),
    ),
  )
  add(
    command('point', 'everything about one boson')
      .addOption(modelOption())
      .option('--mass <quantity>', 'mass, such as 15MeV')
      .option('--coupling <number>', 'coupling, such as 4.6e-4')
      .addOption(constraintOption())
      .action(async (options) => (await import('./commands/point.ts')).point(options)),
  )
  add(
    command('limits', 'excluded intervals of the coupling against mass')
      .addOption(modelOption())
      .addOption(constraintOption())
      .option('--mass <grid>', 'one mass, a comma list, or lo:hi:n', '1MeV:10GeV:200')
      .option('--format <format>', 'json, csv, lmt or hepdata')
      .option('--out <file>', 'write to a file instead of the terminal')
      .action(async (options) => (await import('./commands/limits.ts')).limits(options)),
  )
  add(
    command('plot', 'the exclusion plot of a model')
      .addOption(modelOption())
      .addOption(constraintOption())
      .option('--projections', 'with projections, where --constraint is not given or is all')
      .option('--without <ids>', 'all but these, comma-separated, where --constraint is not given or is all', idList('without'))
      .option('--apart', 'every constraint as a region of its own, as where up to ten are named; of more, those of one experiment are one')
      .option('--plane <axes>', 'mass,coupling or mass,epsMedium or epsMedium,tanEta', 'mass,coupling')
      .option('--mass <range>', 'range of masses, lo:hi or lo:hi:n (default 1MeV:10GeV:200); one mass for epsMedium,tanEta')
      .option('--coupling <range>', 'range of couplings, lo:hi; fitted to the curves where not given')
      .option('--eps <range>', 'range of ε_medium, lo:hi, with its sign')
      .option('--tan-eta <range>', 'range of tan η, lo:hi (default -2:2)')
      .option('--scan <folder>', 'a merged scan, or its Parquet file, whose regions of mass and coupling lie over the limits')
      .option('--out <files>', 'file names, comma-separated, ending in .svg, .pdf, .png, .csv or .json')
      .option('--theme <theme>', 'light or dark', 'light')
      .action(async (options) => (await import('./commands/plot.ts')).plot(options)),
  )
  add(
    command('fit', 'best fit, intervals and regions of a model from several constraints together')
      .addOption(modelOption())
      .option(...MEASURED)
      .option(...APPROXIMATE)
      .option('--mass <range>', 'range of masses, lo:hi', '1MeV:1GeV')
      .option('--coupling <range>', 'range of couplings, lo:hi', '1e-6:1e-1')
      .option(...VARY)
      .option('--level <levels>', 'of intervals and regions: 1sigma, 2sigma, 90%, …', '1sigma,90%,2sigma')
      .option('--mock <boson>', 'in place of what was measured what a boson would give: mass,coupling such as 20MeV,5e-4')
      .option('--mock-model <model>', 'its model, where not that of the fit')
      .option('--seed <number>', 'fluctuate the mock data; the same each time for one seed (Asimov data where not given)')
      .option('--posterior <prior>', 'of mass and coupling too, with a prior that is log (every decade alike) or flat')
      .option('--out <files>', 'file names, comma-separated, ending in .svg, .pdf, .png or .json')
      .option('--theme <theme>', 'light or dark', 'light')
      .action(async (options) => (await import('./commands/fit.ts')).fit(options)),
  )
  add(
    command('figure', 'a published figure, recomputed')
      .argument('<id>', 'a figure of `zest figures`, such as amaral-2020-5')
      .option(
        '--benchmark <boson...>',
        'in place of the bosons that the figure assumes: mass,coupling such as 20MeV,5e-4, one or more; with ratio=2,mixing=-0.01 behind where a figure shows those',
      )
      .option('--out <files>', 'file names, comma-separated, ending in .svg, .pdf, .png, .csv or .json')
      .option('--theme <theme>', 'light or dark', 'light')
      .action(async (id, options) => (await import('./commands/figure.ts')).figure(id, options)),
  )
  add(
    command('oscillation', 'solar flavour probabilities at the Earth')
      .option('--source <source>', 'pp, pep, 7Be, 8B, hep, 13N, 15O or 17F')
      .option('--energy <grid>', 'neutrino energy, a comma list, or lo:hi:n')
      .option('--latitude <angle>', 'of a detector, such as 36.4deg, northern positive: through the Earth; by day where not given')
      .option('--time <time>', 'with a latitude: averaged over the nights of a year (night, as where not given) or the whole of it (year)')
      .addOption(modelOption())
      .option('--mass <quantity>', 'mass of the boson whose potential acts in the Sun')
      .option('--coupling <number>', 'its coupling')
      .action(async (options) => (await import('./commands/oscillation.ts')).oscillation(options)),
  )
  add(
    command('rate', 'recoil rate of neutrinos on a target')
      .option('--target <material>', 'Xe, Ar, Ge, Si, CsI or NaI')
      .option('--channel <channel>', 'er (electron recoils) or nr (nuclear recoils)', 'er')
      .option('--energy <grid>', 'recoil energy, a comma list, or lo:hi:n')
      .option(...ELECTRONS)
      .option(...FORM_FACTOR)
      .option(...SOURCE)
      .option(...POWER)
      .option(...PROTONS)
      .option(...PIONS)
      .option(...DISTANCE)
      .addOption(modelOption())
      .option('--mass <quantity>', 'mass of the boson')
      .option('--coupling <number>', 'its coupling')
      .action(async (options) => (await import('./commands/rate.ts')).rate(options)),
  )
  add(
    command('spectrum', 'spectrum of recoils in an experiment or on a target, or of outgoing muons')
      .option('--experiment <id>', 'a detector such as darwin-nr, or darwin with a --channel; or na64mu-1e11')
      .option('--target <material>', 'instead of an experiment: Xe, Ar, Ge, Si, CsI or NaI')
      .option('--channel <channel>', 'er (electron recoils) or nr (nuclear recoils)')
      .option('--energy <grid>', 'on a target: recoil energies, a comma list, or lo:hi:n')
      .option(...ELECTRONS)
      .option(...FORM_FACTOR)
      .option(...SOURCE)
      .option(...POWER)
      .option(...PROTONS)
      .option(...PIONS)
      .option(...DISTANCE)
      .addOption(modelOption())
      .option('--mass <quantity>', 'mass of the boson')
      .option('--coupling <number>', 'its coupling')
      .option('--out <files>', 'file names, comma-separated, ending in .svg, .pdf, .png, .csv or .json')
      .option('--theme <theme>', 'light or dark', 'light')
      .action(async (options) => (await import('./commands/spectrum.ts')).spectrum(options)),
  )
  add(
    command('validate', 'printed numbers against computed ones, with verdicts')
      .argument('[papers...]', 'their short names, such as coy-2021; all where not given')
      .option(
        '--book <folder>',
        'write the validation book as well, pages of Markdown with every claim and every figure, into a new folder',
      )
      .action(async (papers, options) => (await import('./commands/validate.ts')).validate(papers, options)),
  )
  add(
    command('cite', 'references and BibTeX of what results rest on')
      .argument('[keys...]', 'citation keys, constraint ids or YAML files; all where not given')
      .addOption(constraintOption())
      .action(async (keys, options) => (await import('./commands/cite.ts')).cite(keys, options)),
  )
  add(scanCommands(zest))
  add(
    command('sample', 'samples of the posterior of a model from several constraints together, and its evidence')
      .addOption(modelOption())
      .option(...MEASURED)
      .option(...APPROXIMATE)
      .option('--mass <range>', 'range of masses, lo:hi', '1MeV:1GeV')
      .option('--coupling <range>', 'range of couplings, lo:hi', '1e-6:1e-1')
      .option(...VARY)
      .option('--mock <boson>', 'in place of what was measured what a boson would give, as expected: mass,coupling such as 20MeV,5e-4')
      .option('--mock-model <model>', 'its model, where not that of the samples')
      .option('--method <method>', 'nested (several peaks, evidence) or ensemble', 'nested')
      .option('--seed <number>', 'of the random numbers; the same samples each time for one seed', '1')
      .option('--steps <number>', 'of an ensemble, that are kept of each walker: 2000 unless given')
      .option('--live <number>', 'live points of nested sampling: 400 unless given')
      .option('--out <root>', 'write chains as GetDist reads them: root_1.txt, root.paramnames, root.ranges')
      .option(
        '--corner <files>',
        'draw every pair of parameters, and each by itself: file names, comma-separated, ending in .svg, .pdf or .png',
      )
      .option('--theme <theme>', 'of the figure, light or dark', 'light')
      .action(async (options) => (await import('./commands/sample.ts')).sample(options)),
  )
  add(
    command('serve-likelihood', '−2 ln L of points, for samplers: JSON lines in, JSON lines out')
      .addOption(modelOption())
      .option(...MEASURED)
      .option(...APPROXIMATE)
      .option('--mass <range>', 'range of masses, lo:hi; or one mass, which is no parameter then', '1MeV:1GeV')
      .option('--coupling <range>', 'range of couplings, lo:hi; or one coupling', '1e-6:1e-1')
      .option(...VARY)
      .action(async (options) => (await import('./commands/serve-likelihood.ts')).serveLikelihood(options)),
  )
  add(
    new Command('explore')
      .description('serve the explorer, the page where every limit is recomputed while a slider moves, on this machine')
      .option('--port <number>', 'port on 127.0.0.1; 0 for any that is free', '8017')
      .action(async (options) => (await import('./commands/explore.ts')).explore(options)),
  )
  add(
    new Command('help')
      .description('what a command takes')
      .argument('[command]')
      .action((name?: string) => helpOn(zest, name)),
  )
  return zest
}

function helpOn(zest: Command, name: string | undefined): void {
  const known = zest.commands.map((one) => one.name())
  const wanted = name === undefined ? zest : zest.commands.find((one) => one.name() === name)
  if (wanted === undefined) throw unknownWord('command', `${name}`, known)
  wanted.outputHelp()
}
