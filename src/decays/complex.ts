/** A complex number, [real part, imaginary part]. */
export type Complex = readonly [number, number]

export const sum = ([a, b]: Complex, [c, d]: Complex): Complex => [a + c, b + d]
export const product = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c]
export const scaled = (factor: number, [re, im]: Complex): Complex => [factor * re, factor * im]
export const polar = (size: number, phase: number): Complex => [size * Math.cos(phase), size * Math.sin(phase)]
export const inverse = ([re, im]: Complex): Complex => scaled(1 / (re * re + im * im), [re, -im])
/** Re a* b. */
export const overlap = ([a, b]: Complex, [c, d]: Complex): number => a * c + b * d
/** $M^2/(M^2 - m^2 - i m \Gamma)$, 1 at m = 0. */
export const propagator = (pole: number, width: number, mass: number): Complex =>
  inverse([1 - (mass / pole) ** 2, -(mass * width) / pole ** 2])
