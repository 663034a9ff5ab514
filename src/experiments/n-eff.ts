import { type Entry, isSilent } from '../constraints/constraint.ts'
import { formulaConstraint } from '../constraints/formula.ts'

/** Above it a boson is firmly excluded: the contour that amaral-2020 draws as a conservative limit. */
const LARGEST = 4

/** Neutrinos that the boson heated, or kept from falling behind the photons: too many of them. */
export const nEff: Entry = {
  id: 'n-eff',
  label: '$N_\\mathrm{eff} > 4$',
  title: 'Effective number of neutrinos',
  group: 'cosmology',
  subjects: ['electron', 'neutrinos'],
  colour: 3,
  source: {
    citations: ['amaral-2020', 'escudero-hooper-2019', 'escudero-2020'],
    where:
      'the contour N_eff = 4 of amaral-2020, Fig. 5, as a conservative limit; computed here for any couplings to electrons and neutrinos',
    notes:
      'Decays and inverse decays of the boson and weak interactions, at any coupling down to freeze-in; `neutrinoTemperatures` says whether electron neutrinos have a ' +
      'temperature of their own. Without oscillations, and without scattering by the boson off its pole. Too few neutrinos (a boson that heats photons) are left to `bbn-cmb`. ' +
      'By table, within 0.005 below N_eff = 6. ' +
      'Where N_eff is above 5, as for a few MeV and couplings to electrons, read “excluded” rather than the number.',
  },
  async prepare(assumptions) {
    const { extraNeutrinos } = await import('./extra-neutrinos.ts')
    const { standard, extra, total, along, stretches } = await extraNeutrinos(assumptions)
    return formulaConstraint(nEff, assumptions, {
      kind: 'exclusion',
      confidence: null,
      statement: `N_eff below ${LARGEST}, ${standard.toFixed(3)} without the boson`,
      strength(boson) {
        const more = extra(boson)
        return isSilent(more) ? more : Math.max(0, more / (LARGEST - standard))
      },
      quantity: (boson) => ({ name: 'N_eff', value: total(boson), under: `neutrinoTemperatures=${assumptions.neutrinoTemperatures}` }),
      strengthAlong(ray) {
        const extraAt = along(ray)
        return extraAt && ((coupling) => Math.max(0, extraAt(coupling) / (LARGEST - standard)))
      },
      closedForm: (_unit, ray) => stretches(ray, (more) => more / (LARGEST - standard) - 1),
    })
  },
}
