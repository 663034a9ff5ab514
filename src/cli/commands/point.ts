import { pointJson } from '../../reports/point.ts'
import { pointText } from '../../reports/point-text.ts'
import { Session } from '../../session.ts'
import { type CommonOptions, chosenAssumptions, chosenCoupling, chosenMass, chosenModel, print, printJson, warnAbout } from '../options.ts'
import { chosenConstraints } from '../own-limits.ts'

interface Options extends CommonOptions {
  model?: string
  mass?: string
  coupling?: string
  constraint?: string[]
}

export async function point(options: Options): Promise<void> {
  const assumptions = await chosenAssumptions(options)
  const mass = chosenMass(options.mass)
  const coupling = chosenCoupling(options.coupling)
  const { own, specs } = await chosenConstraints(options.constraint)
  const session = new Session(assumptions, own)
  const boson = session.boson(await chosenModel(options.model), mass, coupling)
  const results = await session.point(boson, specs)
  warnAbout(boson.model, assumptions)
  if (options.json) printJson(pointJson(boson, results))
  else print(pointText(boson, results))
}
