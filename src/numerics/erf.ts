import { InputError } from '../errors.ts'

const SQRT_PI = Math.sqrt(Math.PI)

/** Chebyshev coefficients of $(1 + 2x)\,\mathrm{erfcx}(x)$ in $(x - 3)/(x + 3)$ on $0 \le x < \infty$ (computed with mpmath by test/numerics/tables.py). */
const ERFCX = [
  2.35512514839312, 0.005353904539615676, -0.09377550342284209, 0.05436652555744322, -0.018976596707845208, 0.004453426061462712,
  -0.0006335531710553147, 1.7661719523171593e-5, 1.2841532864056671e-5, -2.0072285659059913e-6, -1.807522790414837e-7, 7.549828343825093e-8,
  1.885668523838603e-9, -2.699519049798364e-9, -1.460079119939105e-11, 1.0361607445969489e-10, 1.475715976623473e-12,
  -4.277340064396911e-12, -2.07922492859799e-13, 1.8134502003176963e-13, 1.973425574544739e-14, -7.287943737592673e-15,
  -1.5169878690228116e-15, 2.3514112258781403e-16, 1.0006111691821667e-16, -2.0572528169538546e-18, -5.608608218863183e-18,
]

/** $e^{\pm x^2}$ without the rounding of $x^2$, which would cost $x^2 \epsilon$. */
function expSquare(x: number, sign: 1 | -1): number {
  const head = Math.fround(x)
  return Math.exp(sign * head * head) * Math.exp(sign * (x - head) * (x + head))
}

function erfSeries(x: number): number {
  const square = x * x
  let power = 1
  let sum = 1
  for (let n = 1; Math.abs(power) > 1e-17; n++) {
    power *= -square / n
    sum += power / (2 * n + 1)
  }
  return (2 / SQRT_PI) * x * sum
}

/**
 * Scaled complementary error function $\mathrm{erfcx}(x) = e^{x^2}\,\mathrm{erfc}(x)$, which does not underflow: about
 * $1/(x\sqrt\pi)$ at large x. It overflows below $x = -26.6$.
 *
 * @example
 * erfcx(100) // 0.005641613782989432
 */
export function erfcx(x: number): number {
  if (x < 0) return 2 * expSquare(x, 1) - erfcx(-x)
  if (x > 1e9) return 1 / (SQRT_PI * x)
  const t = (x - 3) / (x + 3)
  let b = 0
  let before = 0
  for (let i = ERFCX.length - 1; i > 0; i--) {
    const next = 2 * t * b - before + ERFCX[i]
    before = b
    b = next
  }
  return (t * b - before + 0.5 * ERFCX[0]) / (1 + 2 * x)
}

/**
 * Complementary error function $\mathrm{erfc}(x) = \frac{2}{\sqrt\pi}\int_x^\infty e^{-t^2}\,dt$, with full relative accuracy in its tail.
 *
 * @example
 * erfc(5) // 1.537459794428035e-12
 */
export function erfc(x: number): number {
  if (x < 0.5) return x < -6 ? 2 : x < -1 ? 2 - erfc(-x) : 1 - erfSeries(x)
  return x > 28 ? 0 : expSquare(x, -1) * erfcx(x)
}

/**
 * Error function $\mathrm{erf}(x) = \frac{2}{\sqrt\pi}\int_0^x e^{-t^2}\,dt$.
 *
 * @example
 * erf(1) // 0.8427007929497148
 */
export function erf(x: number): number {
  return Math.abs(x) < 1 ? erfSeries(x) : x > 0 ? 1 - erfc(x) : erfc(-x) - 1
}

/**
 * The x with $\mathrm{erf}(x) = y$; $\pm\infty$ at $y = \pm 1$.
 *
 * @throws InputError for y outside -1 to 1
 * @example
 * erfInverse(0.8427007929497148) // 1
 */
export function erfInverse(y: number): number {
  if (!(y >= -1 && y <= 1)) throw new InputError(`${y} is not a value of the error function; allowed: -1 to 1`, 'y')
  if (y > 0.6) return erfcInverse(1 - y)
  if (y < -0.6) return -erfcInverse(1 + y)
  let x = 0.5 * SQRT_PI * y
  for (let step = 0; step < 4; step++) {
    const newton = 0.5 * SQRT_PI * (erfSeries(x) - y) * Math.exp(x * x)
    x -= newton / (1 + x * newton)
  }
  return x
}

/**
 * The x with $\mathrm{erfc}(x) = y$, with full relative accuracy down to the smallest y; $\infty$ at $y = 0$, $-\infty$ at $y = 2$.
 *
 * @throws InputError for y outside 0 to 2
 * @example
 * erfcInverse(1.537459794428035e-12) // 5
 */
export function erfcInverse(y: number): number {
  if (!(y >= 0 && y <= 2)) throw new InputError(`${y} is not a value of the complementary error function; allowed: 0 to 2`, 'y')
  if (y > 0.4) return y > 1.6 ? -erfcInverse(2 - y) : erfInverse(1 - y)
  if (y === 0) return Infinity
  const goal = Math.log(y)
  const guess = -goal - Math.log(SQRT_PI)
  let x = Math.sqrt(guess - 0.5 * Math.log(guess))
  for (let step = 0; step < 8; step++) {
    const scaled = erfcx(x)
    const change = 0.5 * SQRT_PI * scaled * (Math.log(scaled) - x * x - goal)
    x += change
    if (Math.abs(change) < 1e-9 * x) break
  }
  return x
}
