import { anomalyConstraint } from '../constraints/anomalous-moment.ts'
import type { Entry } from '../constraints/constraint.ts'
import { ELECTRON_G_MINUS_2 } from '../data/electron-g-2.ts'

/** The electron's g−2, against either measurement of α. */
export const gMinus2Electron: Entry = {
  id: 'g-2-electron',
  label: '$(g-2)_e$',
  title: 'Anomalous magnetic moment of the electron',
  group: 'precision',
  subjects: ['electron'],
  colour: 8,
  source: {
    citations: ['rb-2020', 'cs-2018', 'hanneke-2008'],
    where: 'Δa_e with α from rubidium (2020) or caesium (2018)',
  },
  async prepare(assumptions) {
    return anomalyConstraint(gMinus2Electron, assumptions, 'e', ELECTRON_G_MINUS_2[assumptions.gMinus2Electron])
  },
}
