/**
 * Spherical Bessel function of order one, $j_1(x) = (\sin x - x\cos x)/x^2$, with relative error below 2e-15 for |x| < 1 (its power series) and absolute
 * error below 1e-15 beyond. Odd in x.
 *
 * @example
 * sphericalBesselJ1(1) // 0.30116867893975674
 */
export function sphericalBesselJ1(x: number): number {
  if (Math.abs(x) >= 1) return (Math.sin(x) / x - Math.cos(x)) / x
  // Σ (−x²/2)ⁿ / n! / (2n+3)!! · x
  const y = -0.5 * x * x
  let term = x / 3
  let sum = term
  for (let n = 1; n < 12; n++) {
    term *= y / (n * (2 * n + 3))
    sum += term
  }
  return sum
}
