import { type Entry, isSilent } from '../constraints/constraint.ts'
import { formulaConstraint } from '../constraints/formula.ts'
import { hubbleConstant } from '../cosmos/hubble.ts'

/** More neutrinos by this much bring the microwave background's Hubble constant nearer to the local one. */
const [LEAST, MOST] = [0.2, 0.5]

/** How far from the middle of the band, 1 at its edges. */
const tension = (more: number): number => Math.abs(2 * more - MOST - LEAST) / (MOST - LEAST)

/** The band of couplings that eases the tension between local and cosmological measurements of the Hubble constant. */
export const hubble: Entry = {
  id: 'hubble',
  label: '$H_0$',
  title: 'Hubble tension eased by extra neutrinos',
  group: 'cosmology',
  subjects: ['electron', 'neutrinos'],
  colour: 8,
  source: {
    citations: ['escudero-hooper-2019', 'amaral-2020', 'planck-2018', 'escudero-2020'],
    where: 'ΔN_eff from 0.2 to 0.5, as amaral-2020 draws it in Fig. 5; computed here for any couplings to electrons and neutrinos',
    notes:
      'A band of opportunity without a confidence level. The Hubble constant quoted scales with radiation at a fixed acoustic angle. See `n-eff` for what the computation ' +
      'holds; `neutrinoTemperatures` moves the band by up to a fifth in mass.',
  },
  async prepare(assumptions) {
    const { extraNeutrinos } = await import('./extra-neutrinos.ts')
    const { standard, extra, total, along, stretches } = await extraNeutrinos(assumptions)
    const [low, high] = [LEAST, MOST].map((more) => hubbleConstant(standard + more).toFixed(1))
    return formulaConstraint(hubble, assumptions, {
      kind: 'preferred',
      confidence: null,
      statement: `${LEAST} to ${MOST} more neutrinos than ${standard.toFixed(3)}: H₀ from ${low} to ${high} km/s/Mpc`,
      strength(boson) {
        const more = extra(boson)
        return isSilent(more) ? more : tension(more)
      },
      quantity: (boson) => ({ name: 'H₀', value: hubbleConstant(total(boson)), unit: 'km/s/Mpc' }),
      strengthAlong(ray) {
        const extraAt = along(ray)
        return extraAt && ((coupling) => tension(extraAt(coupling)))
      },
      closedForm: (_unit, ray) => stretches(ray, (more) => 1 - tension(more)),
    })
  },
}
