import type { Boson } from '../couplings/boson.ts'

/**
 * Width into the hidden complex scalar of a model [GeV],
 * $\Gamma = \frac{c_\varphi^2 g^2 m}{48\pi} \left(1 - 4 m_\varphi^2/m^2\right)^{3/2}$ (bernal-2022 eq. 23); 0 without one or below threshold.
 *
 * The branching ratios that follow from it, eq. (24), are those of `dominatedBranching`.
 *
 * @example
 * hiddenScalarWidth(bosonAt(resolveModel('bernal:c=-0.1,tanEta=-0.75,cPhi=40,mPhiOverM=0.3'), 0.04, 5e-4, assume())) // 5.4e-8
 */
export function hiddenScalarWidth({ coupling, mass, model: { hiddenScalar } }: Boson): number {
  if (hiddenScalar === undefined || hiddenScalar.massRatio >= 0.5) return 0
  const beta2 = 1 - 4 * hiddenScalar.massRatio ** 2
  return (((hiddenScalar.charge * coupling) ** 2 * mass) / (48 * Math.PI)) * beta2 ** 1.5
}
