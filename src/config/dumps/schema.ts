import { z } from 'zod'
import { InputError } from '../../errors.ts'
import { MATERIALS } from '../../processes/bremsstrahlung/electron.ts'
import { FORM_FACTORS } from '../../processes/bremsstrahlung/proton.ts'
import { parsePositive } from '../../units.ts'
import { limitFileSchema, missing, quantity, readable, withoutUnit, word } from '../limits/schema.ts'
import { massConversion } from '../limits/units.ts'
import { refuse } from '../refuse.ts'

const positive = z.number().gt(0, { error: 'allowed: a number above zero' })
const share = z.number().gt(0, { error: 'allowed: above 0, at most 1' }).max(1, { error: 'allowed: above 0, at most 1' })
const multiplicity = z.number().min(0, { error: 'allowed: zero or above' })

const crossSection = z
  .strictObject({
    unit: readable(massConversion).describe('of the masses: eV, keV, MeV, GeV, TeV, or log10(…) of one'),
    rows: z
      .array(z.tuple([z.number(), positive], { error: 'a row is a mass and a ratio: [200, 0.93]' }))
      .min(2, { error: 'write two rows or more' })
      .describe('mass, and the cross section over that at 100 MeV'),
  })
  .superRefine(({ unit, rows }, context) =>
    refuse(context, () => {
      const toGeV = massConversion(unit)
      const massless = rows.findIndex(([mass]) => !(toGeV(mass) > 0 && toGeV(mass) < Number.POSITIVE_INFINITY))
      if (massless >= 0) throw new InputError('a mass has to be above zero', `rows[${massless + 1}]`)
      const wrong = rows.findIndex(([mass], i) => i > 0 && !(mass > rows[i - 1][0]))
      if (wrong > 0) throw new InputError('masses have to ascend', `rows[${wrong + 1}]`)
    }),
  )

/** What only one of the two kinds of beam can have. */
const OF_PROTONS = ['collider', 'formFactor', 'crossSection', 'mesons'] as const

const beam = z
  .strictObject(
    {
      particle: word('particle', ['proton', 'electron']),
      energy: quantity('energy', 'energy'),
      target: z
        .string()
        .optional()
        .describe(`of electrons, mandatory: ${MATERIALS.join(', ')}; of protons, in words`),
      collider: z.boolean().optional().describe('two beams of this energy, instead of one on a target'),
      formFactor: word('form factor', FORM_FACTORS).optional().describe('of the proton: none where not given'),
      crossSection: crossSection.optional().describe('instead of a form factor: how production depends on the mass'),
      mesons: z
        .strictObject({ pi0: multiplicity.optional(), eta: multiplicity.optional(), etaPrime: multiplicity.optional() })
        .optional()
        .describe('how many of each are made per collision of a proton'),
    },
    { error: missing('beam: {particle: proton, energy: 400 GeV}') },
  )
  .superRefine((beam, context) =>
    refuse(context, () => {
      if (beam.formFactor !== undefined && beam.crossSection !== undefined) {
        throw new InputError('a table stands instead of a form factor; write one of them', 'crossSection')
      }
      if (beam.particle === 'proton') return
      const stray = OF_PROTONS.find((field) => beam[field] !== undefined)
      if (stray !== undefined) throw new InputError('electrons have none', stray)
      if (!(MATERIALS as readonly (string | undefined)[]).includes(beam.target)) {
        const given = beam.target === undefined ? 'missing for electrons' : `'${beam.target}' is not known`
        throw new InputError(`${given}; allowed: ${MATERIALS.join(', ')}`, 'target')
      }
    }),
  )

/** Exactly one of these says how sensitive a dump is. */
const REACHES = ['anchor', 'reducedRate', 'particles'] as const

const { id, title, experiment, kind, confidence, source, notes, unverified, finalState } = limitFileSchema.shape

/** A dump of the user's own: beam, shield, decay volume, and what it reaches. */
export const dumpFileSchema = z
  .strictObject({
    id,
    title,
    experiment,
    kind,
    confidence,
    source,
    notes,
    unverified,
    beam: beam.describe('what makes the bosons'),
    shield: quantity('length', 'shield').describe('from where bosons are made to where decays are seen'),
    volume: quantity('length', 'volume').describe('in which decays are seen'),
    momentum: readable((text) => text === 'spectrum' || parsePositive(text, 'energy', 'momentum'), withoutUnit)
      .optional()
      .describe(
        'of the bosons, all alike; or spectrum, as bremsstrahlung has it. Where not given, half the beam’s for protons, spectrum for electrons',
      ),
    finalState: finalState.describe('which decays are seen'),
    anchor: z
      .strictObject({ mass: quantity('energy', 'mass'), epsilon: positive }, { error: 'write anchor: {mass: 100 MeV, epsilon: 5.28e-8}' })
      .optional()
      .describe('a point on the lower edge of the published curve for dark photons'),
    reducedRate: positive.optional().describe('R̄ of coy-2021 eq. (3.15) on the contour'),
    particles: positive.optional().describe('electrons, or protons that collide'),
    decays: positive.optional().describe('how many have to be seen, with particles: 3 for 95 % without background'),
    efficiency: share.optional().describe('of seeing a decay in the volume, acceptance included, with particles: 1 where not given'),
  })
  .superRefine((file, context) =>
    refuse(context, () => {
      const given = REACHES.filter((field) => file[field] !== undefined)
      if (given.length !== 1)
        throw new InputError(`write one of anchor, reducedRate and particles, not ${given.join(' and ') || 'none'}`, given[1])
      if (given[0] === 'particles') {
        if (file.decays === undefined) throw new InputError('missing; write how many have to be seen, such as 3', 'decays')
        return
      }
      for (const field of ['decays', 'efficiency'] as const) {
        if (file[field] !== undefined) throw new InputError('counts nothing without particles', field)
      }
    }),
  )
  .describe('a beam dump computed from its beam, shield and decay volume; see docs/dump-files.md')

export type DumpFile = z.infer<typeof dumpFileSchema>
