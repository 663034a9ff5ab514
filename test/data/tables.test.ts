import { describe, expect, it } from 'vitest'
import { CITATIONS } from '../../src/citations.ts'
import { bbnMassBound } from '../../src/data/bbn-mass-bound.ts'
import { bindingEnergies } from '../../src/data/binding-energies.ts'
import { cenns10Energy } from '../../src/data/cenns10-energy.ts'
import { coherentCsi2017Photoelectrons } from '../../src/data/coherent-csi-2017-photoelectrons.ts'
import { coherentCsi2021Photoelectrons } from '../../src/data/coherent-csi-2021-photoelectrons.ts'
import { coherentCsi2021Time } from '../../src/data/coherent-csi-2021-time.ts'
import { DARK_MATTER_BACKGROUNDS } from '../../src/data/dark-matter-backgrounds.ts'
import { darkMatterWindows } from '../../src/data/dark-matter-windows.ts'
import { darwinErXe136 } from '../../src/data/darwin-er-xe136.ts'
import { efficiencyCenns10 } from '../../src/data/efficiency-cenns10.ts'
import { efficiencyCoherentCsi2017 } from '../../src/data/efficiency-coherent-csi-2017.ts'
import { efficiencyLzEr } from '../../src/data/efficiency-lz-er.ts'
import { efficiencyLzErWs2022 } from '../../src/data/efficiency-lz-er-ws2022.ts'
import { efficiencyLzErWs2024 } from '../../src/data/efficiency-lz-er-ws2024.ts'
import { efficiencyLzNr } from '../../src/data/efficiency-lz-nr.ts'
import { efficiencyLzNr2022 } from '../../src/data/efficiency-lz-nr-2022.ts'
import { efficiencyXenon1tEr } from '../../src/data/efficiency-xenon1t-er.ts'
import { efficiencyXenonntEr } from '../../src/data/efficiency-xenonnt-er.ts'
import { electronDumpTargets } from '../../src/data/electron-dump-targets.ts'
import { isotopes } from '../../src/data/isotopes.ts'
import { kaonFormFactor } from '../../src/data/kaon-form-factor.ts'
import { lineshape7BeExcited } from '../../src/data/lineshape-7be-excited.ts'
import { lineshape7BeGround } from '../../src/data/lineshape-7be-ground.ts'
import { LZ_ER_BACKGROUNDS } from '../../src/data/lz-er-backgrounds.ts'
import { lzErWs2022 } from '../../src/data/lz-er-ws2022.ts'
import { lzErWs2024 } from '../../src/data/lz-er-ws2024.ts'
import { manyHadrons } from '../../src/data/many-hadrons.ts'
import { weakRates } from '../../src/data/n-eff-weak-rates.ts'
import { pionFormFactor } from '../../src/data/pion-form-factor.ts'
import { protonBremFormFactor } from '../../src/data/proton-brem-form-factor.ts'
import { rRatio } from '../../src/data/r-ratio.ts'
import { DECAYS } from '../../src/data/radioactivity.ts'
import { solarDensityB16Agss09 } from '../../src/data/solar-density-b16-agss09.ts'
import { solarDensityB16Gs98 } from '../../src/data/solar-density-b16-gs98.ts'
import { SOLAR_SOURCES, type SolarFlux, type SolarSource, solarFluxesB16 } from '../../src/data/solar-fluxes-b16.ts'
import { solarLines } from '../../src/data/solar-lines.ts'
import { solarProductionB16Agss09 } from '../../src/data/solar-production-b16-agss09.ts'
import { solarProductionB16Gs98 } from '../../src/data/solar-production-b16-gs98.ts'
import { coherentPlans, spallationProjections } from '../../src/data/spallation-projections.ts'
import { spectrum8BBahcall1996 } from '../../src/data/spectrum-8b-bahcall-1996.ts'
import { spectrum8BOrtiz } from '../../src/data/spectrum-8b-ortiz.ts'
import { spectrum8BWinter } from '../../src/data/spectrum-8b-winter.ts'
import { supercdmsSnolab } from '../../src/data/supercdms-snolab.ts'
import { column, type Sourced, type Table } from '../../src/data/table.ts'
import { tridentDuneFlux } from '../../src/data/trident-dune-flux.ts'
import { vectorMesons } from '../../src/data/vector-mesons.ts'
import { xenon1tB0 } from '../../src/data/xenon1t-b0.ts'
import { xenon1tEr2020 } from '../../src/data/xenon1t-er-2020.ts'
import { XENONNT_8B } from '../../src/data/xenonnt-8b-2024.ts'
import { xenonntEr2022 } from '../../src/data/xenonnt-er-2022.ts'
import { XLZD_ER_BACKGROUNDS } from '../../src/data/xlzd-er-backgrounds.ts'
import { expectWithin, sumBy } from './sums.ts'

const EFFICIENCIES = [
  efficiencyCenns10,
  efficiencyCoherentCsi2017,
  efficiencyLzEr,
  efficiencyLzErWs2022,
  efficiencyLzErWs2024,
  efficiencyLzNr,
  efficiencyLzNr2022,
  efficiencyXenon1tEr,
  efficiencyXenonntEr,
] as const

const TABLES: readonly Table[] = [
  ...EFFICIENCIES,
  ...Object.values(LZ_ER_BACKGROUNDS),
  ...Object.values(XLZD_ER_BACKGROUNDS),
  bbnMassBound,
  cenns10Energy,
  coherentCsi2021Photoelectrons,
  coherentCsi2021Time,
  darwinErXe136,
  lineshape7BeExcited,
  lineshape7BeGround,
  lzErWs2022,
  lzErWs2024,
  rRatio,
  solarDensityB16Agss09,
  solarDensityB16Gs98,
  solarProductionB16Agss09,
  solarProductionB16Gs98,
  spectrum8BBahcall1996,
  spectrum8BOrtiz,
  spectrum8BWinter,
  tridentDuneFlux,
  xenon1tB0,
  xenon1tEr2020,
  xenonntEr2022,
]
/** What may be negative: counts less those of a background, and corrections. */
const SIGNED_TABLES: readonly Table[] = [coherentCsi2017Photoelectrons, weakRates]
const RECORDS: readonly (Sourced & { rows: readonly object[] })[] = [
  bindingEnergies,
  darkMatterWindows,
  electronDumpTargets,
  isotopes,
  kaonFormFactor,
  manyHadrons,
  pionFormFactor,
  protonBremFormFactor,
  solarFluxesB16,
  solarLines,
  supercdmsSnolab,
  vectorMesons,
  coherentPlans,
  spallationProjections,
]

/** Columns of records whose numbers may be negative, or nothing. */
const SIGNED = ['phase_deg', 'phase_rad', 'share', 'strength']

/** Exact integrals of the straight lines between the points: ∫y dx and ∫x y dx. */
function moments(x: Float64Array, y: Float64Array): { integral: number; mean: number } {
  let zeroth = 0
  let first = 0
  for (let i = 1; i < x.length; i++) {
    const width = x[i] - x[i - 1]
    zeroth += (width * (y[i] + y[i - 1])) / 2
    first += (width * (x[i - 1] * (2 * y[i - 1] + y[i]) + x[i] * (y[i - 1] + 2 * y[i]))) / 6
  }
  return { integral: zeroth, mean: first / zeroth }
}

describe.each([...TABLES, ...SIGNED_TABLES])('$title', (table) => {
  it('has full rows of finite numbers, a unit for every column, a source', () => {
    for (const row of table.rows) {
      expect(row).toHaveLength(table.columns.length)
      expect(row.every(Number.isFinite)).toBe(true)
    }
    expect(Object.keys(table.units).sort()).toEqual([...table.columns].sort())
    for (const key of [table.citation].flat()) expect(CITATIONS).toHaveProperty([key])
    expect(table.where).not.toBe('')
  })

  it('rises in its first column and is nowhere negative, differences aside', () => {
    const x = column(table, table.columns[0])
    for (let i = 1; i < x.length; i++) expect(x[i]).toBeGreaterThan(x[i - 1])
    if (!SIGNED_TABLES.includes(table)) expect(Math.min(...table.rows.flat())).toBeGreaterThanOrEqual(0)
  })
})

describe.each(RECORDS)('$title', (records) => {
  it('has a source and finite numbers', () => {
    for (const key of [records.citation].flat()) expect(CITATIONS).toHaveProperty([key])
    for (const row of records.rows) {
      for (const [name, value] of Object.entries(row)) {
        if (typeof value === 'number') SIGNED.includes(name) ? expect(value).toSatisfy(Number.isFinite) : expect(value).toBeGreaterThan(0)
      }
    }
  })
})

describe('⁸B spectra', () => {
  it.each([
    [spectrum8BWinter, 6.7704, 15.3],
    [spectrum8BBahcall1996, 6.7357, 16.56],
    [spectrum8BOrtiz, 6.7832, 14.4772],
  ] as const)('$0.title: integral 1, mean energy, end point', (table, mean, end) => {
    const energies = column(table, 'energy')
    const density = column(table, 'density')
    const computed = moments(energies, density)
    expectWithin(computed.integral, 1, 2e-5)
    expect(Math.abs(computed.mean - mean)).toBeLessThan(1e-4)
    expect(density[0]).toBe(0)
    expect(energies[density.findLastIndex((value) => value > 0) + 1]).toBe(end)
  })

  it('peak in the same place', () => {
    for (const table of [spectrum8BWinter, spectrum8BBahcall1996, spectrum8BOrtiz]) {
      const density = column(table, 'density')
      const peak = Math.max(...density)
      expectWithin(peak, 0.1315, 0.01)
      expect(Math.abs(column(table, 'energy')[density.indexOf(peak)] - 6.47)).toBeLessThan(0.1)
    }
  })
})

describe('⁷Be lines', () => {
  it('profiles integrate to 1, their means lie above the laboratory energies by about the thermal 1.2 keV', () => {
    const [ground, excited] = solarLines.rows.filter(({ source }) => source === '7Be')
    for (const [line, table] of [
      [ground, lineshape7BeGround],
      [excited, lineshape7BeExcited],
    ] as const) {
      const { integral, mean } = moments(column(table, 'energy'), column(table, 'density'))
      expectWithin(integral, 1, 1e-5)
      const shift_keV = mean * 1e3 - line.energy_keV
      expect(Math.abs(shift_keV - 1.27)).toBeLessThan(0.05)
    }
  })

  it('branching ratios sum to 1 for each source', () => {
    const sums = sumBy(
      solarLines.rows,
      ({ source }) => source,
      ({ branching }) => branching,
    )
    expectWithin(sums['7Be'], 1, 1e-12)
    expectWithin(sums.pep, 1, 1e-12)
  })

  it('differ by the 477.6 keV of the excited state of ⁷Li', () => {
    expect(Math.abs(solarLines.rows[0].energy_keV - solarLines.rows[1].energy_keV - 477.6)).toBeLessThan(1)
  })
})

describe('solar model', () => {
  const flux = (model: SolarFlux['model'], source: SolarSource): number =>
    solarFluxesB16.rows.find((row) => row.model === model && row.source === source)!.flux_cm2s

  it('has each source once in each model', () => {
    const names = solarFluxesB16.rows.map(({ model, source }) => `${model} ${source}`)
    expect(names.sort()).toEqual(['b16-gs98', 'b16-agss09'].flatMap((model) => SOLAR_SOURCES.map((source) => `${model} ${source}`)).sort())
  })

  it('gives the luminosity of the Sun: 4p → ⁴He releases 26.73 MeV and two neutrinos', () => {
    // Heat per neutrino of each source [MeV], with the balance of the incomplete branches: Bahcall, Phys. Rev. C 65 (2002) 025801.
    const released_MeV = {
      pp: 13.0987,
      pep: 11.9193,
      '7Be': 12.6008,
      '8B': 6.6305,
      hep: 3.737,
      '13N': 3.4577,
      '15O': 21.5706,
      '17F': 2.363,
    }
    const solarConstant_MeVcm2s = 0.1361 / 1.602176634e-13
    for (const model of ['b16-gs98', 'b16-agss09'] as const) {
      const luminosity = SOLAR_SOURCES.reduce((sum, source) => sum + released_MeV[source] * flux(model, source), 0)
      expectWithin(luminosity, solarConstant_MeVcm2s, 0.01)
    }
  })

  it('errors are fractions of the flux', () => {
    for (const { fractionalSigma } of solarFluxesB16.rows) expect(fractionalSigma).toBeLessThanOrEqual(0.3)
  })

  it('low metallicity means a cooler core: less ⁷Be, ⁸B and CNO, more pp', () => {
    expectWithin(flux('b16-agss09', '7Be') / flux('b16-gs98', '7Be'), 0.913, 1e-3)
    for (const source of ['8B', '13N', '15O', '17F'] as const)
      expect(flux('b16-agss09', source)).toBeLessThan(0.83 * flux('b16-gs98', source))
    expect(flux('b16-agss09', 'pp')).toBeGreaterThan(flux('b16-gs98', 'pp'))
  })

  it.each([solarProductionB16Gs98, solarProductionB16Agss09])('$title integrates to 1 for every source', (table) => {
    const radius = column(table, 'radius')
    for (const source of SOLAR_SOURCES) expectWithin(moments(radius, column(table, source)).integral, 1, 1e-5)
  })

  it.each([solarProductionB16Gs98, solarProductionB16Agss09])('$title: the hotter a source burns, the deeper it lies', (table) => {
    const radius = column(table, 'radius')
    const means = (['8B', '7Be', 'pep', 'pp', 'hep'] as const).map((source) => moments(radius, column(table, source)).mean)
    expect(means).toEqual([...means].sort((a, b) => a - b))
  })

  it.each([
    [solarDensityB16Gs98, 0.4866],
    [solarDensityB16Agss09, 0.4701],
  ] as const)('$0.title falls outwards and is neutral hydrogen and helium', (table, centralNeutronsPerElectron) => {
    const electrons = column(table, 'electrons')
    const neutrons = column(table, 'neutrons')
    const hydrogen = column(table, 'hydrogen')
    for (let i = 1; i < electrons.length; i++) expect(electrons[i]).toBeLessThanOrEqual(electrons[i - 1])
    expectWithin(neutrons[0] / electrons[0], centralNeutronsPerElectron, 2e-4)
    // Everything heavier than hydrogen has as many neutrons as protons: n_n/n_e = (1 − X)/(1 + X), but for traces.
    for (let i = 0; i < electrons.length; i++) expectWithin(neutrons[i] / electrons[i], (1 - hydrogen[i]) / (1 + hydrogen[i]), 0.02)
  })

  it('holds 1.2e57 nucleons’ worth of matter: the mass of the Sun', () => {
    const radiusSun_cm = 6.957e10
    const massSun_g = 1.9884e33
    for (const table of [solarDensityB16Gs98, solarDensityB16Agss09]) {
      const [radius, electrons, hydrogen] = [column(table, 'radius'), column(table, 'electrons'), column(table, 'hydrogen')]
      // ρ = 2 n_e/(1 + X) for hydrogen and isoscalar matter; trapezoids in r² ρ on a grid refined by log-linear interpolation.
      let mass = 0
      for (let i = 1; i < radius.length; i++) {
        const steps = 20
        for (let j = 0; j < steps; j++) {
          const t = (j + 0.5) / steps
          const r = radius[i - 1] + t * (radius[i] - radius[i - 1])
          const density = 2 * Math.exp((1 - t) * Math.log(electrons[i - 1]) + t * Math.log(electrons[i]))
          const x = hydrogen[i - 1] + t * (hydrogen[i] - hydrogen[i - 1])
          mass += ((4 * Math.PI * r * r * density) / (1 + x)) * ((radius[i] - radius[i - 1]) / steps)
        }
      }
      expectWithin(mass * radiusSun_cm ** 3, massSun_g, 0.01)
    }
  })
})

describe('efficiencies', () => {
  it.each(EFFICIENCIES)('$title: chances against ascending energies, next to nothing at the first', (table) => {
    const [x, y] = [column(table as Table, table.columns[0]), column(table as Table, 'efficiency')]
    expect([...x]).toEqual([...x].sort((a, b) => a - b))
    expect(y.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
    expect(y[0]).toBeLessThan(2e-3)
    expect(Math.max(...y)).toBeGreaterThan(0.6)
  })

  it('are half where their publications say', () => {
    const half = (table: Table) => {
      const [x, y] = [column(table, table.columns[0]), column(table, 'efficiency')]
      const i = y.findIndex((chance) => chance >= 0.5)
      return x[i - 1] + ((0.5 - y[i - 1]) / (y[i] - y[i - 1])) * (x[i] - x[i - 1])
    }
    expectWithin(half(efficiencyXenon1tEr), 1.58, 0.005)
    // 0.6655/(1 + exp(−0.4942 (PE − 10.8507)))
    expectWithin(half(efficiencyCoherentCsi2017), 10.8507 + Math.log(0.5 / 0.1655) / 0.4942, 0.01)
  })
})

describe('dark-matter detectors', () => {
  it('counts are whole, their bins neighbours, and their sums those of the publications', () => {
    for (const [table, width, observed, background] of [
      [xenon1tEr2020, 1, 1261, 1244],
      [xenonntEr2022, 2, 3658, 3359.6],
      [lzErWs2022, 1, 471, 463.4],
      [lzErWs2024, 1, 1787, 1765.9],
    ] as const) {
      const [energy, counts] = [column(table as Table, 'energy'), column(table as Table, 'observed')]
      for (let b = 1; b < energy.length; b++) expect(energy[b] - energy[b - 1]).toBe(width)
      expect(counts.every(Number.isInteger)).toBe(true)
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(observed)
      expectWithin(
        column(table as Table, 'background').reduce((sum, n) => sum + n, 0),
        background,
        2e-3,
      )
    }
  })

  it('single numbers have sources', () => {
    for (const { citation, where, provenance } of [...Object.values(DARK_MATTER_BACKGROUNDS), ...Object.values(DECAYS), XENONNT_8B]) {
      expect(CITATIONS).toHaveProperty([citation])
      expect([where, provenance]).not.toContain('')
    }
    expectWithin(DARK_MATTER_BACKGROUNDS.darwinFlat.value, 1.8444, 1e-4)
    // What XENONnT measured, 4.7e6 cm⁻² s⁻¹, is its excess in terms of its expectation.
    expectWithin(((XENONNT_8B.observed - XENONNT_8B.background) / XENONNT_8B.signal) * XENONNT_8B.signalFlux, 4.7e6, 0.01)
  })

  it('SuperCDMS has the exposures, thresholds and efficiencies of amaral-2020 in germanium', () => {
    for (const { kind, exposure_kg_yr, threshold_eVnr, cutEfficiency } of supercdmsSnolab.rows.filter(
      ({ material }) => material === 'Ge',
    )) {
      const window = darkMatterWindows.rows.find(({ id }) => id === `supercdms-${kind.toLowerCase()}`)
      expectWithin(window?.exposure_t_yr ?? 0, 1e-3 * exposure_kg_yr, 1e-12)
      expectWithin((window?.nuclear_keVnr ?? window?.both_keVnr ?? [0])[0], 1e-3 * threshold_eVnr, 1e-12)
      expect(window?.signalEfficiency).toBe(cutEfficiency)
    }
  })
})
