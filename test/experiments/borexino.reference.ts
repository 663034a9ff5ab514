/**
 * Upper limits on g of Lμ−Lτ from an independent calculation: elastic scattering on electrons at tree level over both ⁷Be lines, NuFIT 4.0
 * without Super-Kamiokande unless named, Δχ² 1.642 from the best point and a theory error that grows with the rate unless named.
 * '2011' compares the rate of 2011 with both lines.
 */

export type Dataset = '2011' | '2017'
export type Metallicity = 'HZ' | 'LZ'
/** ε/g with 4π² (amaral-2020, first version) or 6π² in the denominator. */
export type Mixing = '4pi2' | '6pi2'

/** Limits at single masses: [mass GeV, metallicity, data set, mixing, g]. */
export const LIMITS: readonly (readonly [number, Metallicity, Dataset, Mixing, number])[] = [
  [0.001, 'HZ', '2017', '4pi2', 4.0174941e-5],
  [0.001, 'HZ', '2017', '6pi2', 4.9204053e-5],
  [0.001, 'LZ', '2017', '6pi2', 5.8046041e-5],
  [0.01, 'HZ', '2011', '4pi2', 0.00033725786],
  [0.01, 'HZ', '2011', '6pi2', 0.00041305484],
  [0.01, 'HZ', '2017', '4pi2', 0.00036530596],
  [0.01, 'HZ', '2017', '6pi2', 0.00044740661],
  [0.01, 'LZ', '2011', '6pi2', 0.00049929638],
  [0.02, 'HZ', '2011', '4pi2', 0.00067389086],
  [0.02, 'HZ', '2011', '6pi2', 0.00082534437],
  [0.02, 'HZ', '2017', '4pi2', 0.00072992685],
  [0.02, 'HZ', '2017', '6pi2', 0.00089397416],
  [0.02, 'LZ', '2011', '4pi2', 0.00081457297],
  [0.02, 'LZ', '2011', '6pi2', 0.00099764406],
  [0.05, 'HZ', '2011', '4pi2', 0.0016842886],
  [0.05, 'HZ', '2017', '6pi2', 0.0022343465],
  [0.05, 'LZ', '2011', '6pi2', 0.0024934443],
]

/** g/m [1/GeV] at 20 MeV: [mixing, Δχ², theory error, interference, HZ 2011, HZ 2017, LZ 2011, LZ 2017]. */
export const STATISTICS: readonly (readonly [
  Mixing,
  '1.642' | '2.706',
  'scaled' | 'fixed',
  'full' | 'none',
  number,
  number,
  number,
  number,
])[] = [
  ['4pi2', '1.642', 'scaled', 'full', 0.033694543, 0.036496342, 0.040728648, 0.042974851],
  ['6pi2', '1.642', 'scaled', 'full', 0.041267218, 0.044698708, 0.049882203, 0.052633228],
  ['6pi2', '1.642', 'scaled', 'none', 0.038539494, 0.042220703, 0.047702324, 0.05058198],
  ['4pi2', '1.642', 'fixed', 'none', 0.030945725, 0.033867358, 0.038382965, 0.040598797],
  ['6pi2', '1.642', 'fixed', 'full', 0.040676971, 0.044003407, 0.049222651, 0.051811141],
  ['4pi2', '2.706', 'scaled', 'full', 0.036406066, 0.038596369, 0.042506826, 0.044367453],
  ['4pi2', '2.706', 'scaled', 'none', 0.034376843, 0.03670143, 0.0408112, 0.042751412],
  ['6pi2', '2.706', 'scaled', 'full', 0.044588142, 0.047270704, 0.052060017, 0.054338811],
  ['6pi2', '2.706', 'scaled', 'none', 0.042102863, 0.044949888, 0.049983308, 0.052359573],
  ['4pi2', '2.706', 'fixed', 'none', 0.03365878, 0.035865369, 0.040040754, 0.041810374],
  ['6pi2', '2.706', 'fixed', 'none', 0.041223418, 0.043925927, 0.049039708, 0.051207041],
]

/** g/m [1/GeV] of 2017 at 20 MeV: [oscillation set, HZ 4π², HZ 6π², LZ 4π², LZ 6π²]. */
export const OSCILLATION_LIMITS: readonly (readonly [string, number, number, number, number])[] = [
  ['nufit-4.0', 0.036496342, 0.044698708, 0.042974851, 0.052633228],
  ['nufit-4.1-sk', 0.03613958, 0.044261765, 0.042681558, 0.052274019],
  ['nufit-5.0-sk', 0.036632085, 0.044864958, 0.043133119, 0.052827066],
  ['nufit-5.2-sk', 0.034241811, 0.041937482, 0.041153266, 0.050402252],
  ['nufit-6.0', 0.036370823, 0.044544979, 0.042895642, 0.052536218],
]
