import { Command } from 'commander'

/** `zest scan` and what it does. */
export function scanCommands(zest: Command): Command {
  const scan = new Command('scan')
    .copyInheritedSettings(zest)
    .description('scans of many points: planned, computed piece by piece, merged; see docs/scans.md')
  scan.helpCommand(false)
  const json = ['--json', 'print stable JSON instead of text'] as const

  scan
    .command('plan')
    .description('check a scan, measure what a point costs, and plan it in a folder of its own')
    .argument('<file>', 'a scan in YAML, such as docs/examples/scan.yaml')
    .option('--out <folder>', 'where its plan, its points and its result will lie')
    .option('--shards <number>', 'pieces that machines or jobs can share (default 1)')
    .option('--chunk <number>', 'points that are stored at a time; about a second’s worth where not given')
    .option(...json)
    .action(async (file, options) => (await import('./commands/scan-plan.ts')).plan(file, options))
  scan
    .command('run')
    .description('compute what is missing; may be interrupted or killed, and run again')
    .argument('<folder>', 'of a plan')
    .option('--shard <numbers>', 'only these, such as 3 or 0-7,12; all of them where not given')
    .option('--threads <number>', 'threads to compute on; all cores where not given')
    .option(...json)
    .action(async (folder, options) => (await import('./commands/scan-run.ts')).run(folder, options))
  scan
    .command('status')
    .description('how far it is')
    .argument('<folder>', 'of a plan')
    .option(...json)
    .action(async (folder, options) => (await import('./commands/scan-status.ts')).status(folder, options))
  scan
    .command('merge')
    .description('write result.parquet, once every point is there')
    .argument('<folder>', 'of a plan')
    .option(...json)
    .action(async (folder, options) => (await import('./commands/scan-merge.ts')).merge(folder, options))
  const level = ['--level <levels>', 'of regions: 1sigma, 2sigma, 90%, …', '1sigma,90%,2sigma'] as const
  const prior = [
    '--prior <prior>',
    'even as the parameters were run (scan, as where not given), in all of them (flat) or in their logarithms (log)',
  ] as const
  const out = ['--out <files>', 'file names, comma-separated, ending in .svg, .pdf or .png'] as const
  const theme = ['--theme <theme>', 'light or dark', 'light'] as const
  scan
    .command('plot')
    .description('two columns of a merged scan, whatever the others are: regions, or lines of equal value')
    .argument('<folder>', 'of a merged scan, or its Parquet file')
    .option('--x <column>', 'a parameter, or what was computed', 'mass')
    .option('--y <column>', 'another', 'coupling')
    .option(
      '--value <column>',
      'what is shown: the likelihood at its largest (as where not given), or a column such as strength.borexino-2017',
    )
    .option('--take <which>', 'with --value: the smallest or the largest of a cell; of a strength the largest where not given')
    .option('--marginal', 'the posterior, the others integrated over')
    .option(...prior)
    .option(...level)
    .option(...out)
    .option(...theme)
    .option(...json)
    .action(async (folder, options) => (await import('./commands/scan-plot.ts')).plot(folder, options))
  scan
    .command('corner')
    .description('every pair of parameters of a merged scan, or of a saved chain, and each by itself')
    .argument('<source>', 'the folder of a merged scan, its Parquet file, or the root of a chain that zest sample --out wrote')
    .option('--parameters <names>', 'comma-separated; all that vary where not given')
    .option('--profile', 'the likelihood at its largest over the others, in place of the posterior')
    .option(...prior)
    .option(...level)
    .option(...out)
    .option(...theme)
    .option(...json)
    .action(async (folder, options) => (await import('./commands/scan-corner.ts')).corner(folder, options))
  scan
    .command('submit')
    .description('hand what is missing, and the merge after it, to a cluster; run it again for what failed there')
    .argument('<folder>', 'of a plan, on a file system that all machines see')
    .argument('[options...]', 'behind --, for the engine: sbatch options for slurm, lines of the submit file for htcondor')
    .option('--engine <engine>', 'slurm or htcondor')
    .option('--threads <number>', 'cores for each shard', '1')
    .option('--write-only', 'write the files and submit nothing')
    .option(...json)
    .action(async (folder, extra, options) => (await import('./commands/scan-submit.ts')).submit(folder, extra, options))
  return scan
}
