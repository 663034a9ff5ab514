import type { Table } from './table.ts'

/**
 * How Fermi and Bose statistics (Pauli blocking of the final state included) and the mass of the electron change the energy that weak
 * interactions carry between electrons and neutrinos of nearly one temperature, over the rates of massless particles with Maxwell-Boltzmann statistics.
 */
export const weakRates: Table<'massOverTemperature' | 'annihilation' | 'annihilationMixed' | 'scattering' | 'scatteringMixed'> = {
  title: 'Energy exchange of electrons and neutrinos by weak interactions',
  citation: 'escudero-2020',
  where: 'computed with scripts/tables/weak-rates.py; the massless limits are the 0.884 and 0.829 of that paper',
  provenance: 'computed',
  columns: ['massOverTemperature', 'annihilation', 'annihilationMixed', 'scattering', 'scatteringMixed'],
  units: { massOverTemperature: '1', annihilation: '1', annihilationMixed: '1', scattering: '1', scatteringMixed: '1' },
  note:
    'Collision integrals to first order in the difference of temperatures, by quasi-Monte Carlo (2¹⁷ points, good to 10⁻⁴). Each process is ' +
    '(g_L² + g_R²) times the first column plus g_L g_R times the one called mixed. Interpolate by a monotone cubic; beyond the table all are nothing.',
  // biome-ignore format: rows
  rows: [
    [0, 0.88411, 0, 0.82877, 0],
    [0.1, 0.88358, 0.0011518, 0.8276, -0.00050211],
    [0.2, 0.88199, 0.0045959, 0.82409, -0.0019884],
    [0.3, 0.87933, 0.010298, 0.81829, -0.0044015],
    [0.4, 0.8756, 0.018196, 0.81027, -0.0076536],
    [0.5, 0.87079, 0.028201, 0.80013, -0.011634],
    [0.6, 0.86488, 0.040189, 0.78798, -0.016216],
    [0.8, 0.84973, 0.069458, 0.75821, -0.026647],
    [1, 0.83002, 0.10435, 0.72223, -0.03788],
    [1.25, 0.79884, 0.15261, 0.67061, -0.051604],
    [1.5, 0.7604, 0.20159, 0.61416, -0.06365],
    [1.75, 0.71507, 0.24651, 0.55544, -0.073118],
    [2, 0.66369, 0.28335, 0.49666, -0.079612],
    [2.25, 0.60753, 0.30932, 0.43957, -0.083129],
    [2.5, 0.54825, 0.32314, 0.38549, -0.083937],
    [2.75, 0.48768, 0.32497, 0.3353, -0.08246],
    [3, 0.42765, 0.3161, 0.2895, -0.079181],
    [3.5, 0.31546, 0.27474, 0.21172, -0.069119],
    [4, 0.22093, 0.21744, 0.15157, -0.05701],
    [4.5, 0.14762, 0.15954, 0.10663, -0.045044],
    [5, 0.094582, 0.11, 0.073937, -0.034418],
    [6, 0.034857, 0.045105, 0.034345, -0.018637],
    [7, 0.011411, 0.015886, 0.015396, -0.0093811],
    [8, 0.0033977, 0.0049873, 0.0067177, -0.0044828],
    [10, 0.00024218, 0.00038168, 0.001205, -0.00091945],
    [12, 1.3896e-05, 2.292e-05, 0.00020414, -0.00017128],
    [14, 0, 0, 0, 0],
  ],
}
