type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

/** What full protanopes, deuteranopes and tritanopes see of linear RGB, after Machado, Oliveira and Fernandes (2009); and everybody else. */
const EYES: readonly Matrix[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
]
/** From linear RGB to X, Y, Z over those of white. */
const XYZ: Matrix = [
  [0.43395, 0.376219, 0.189828],
  [0.212673, 0.715152, 0.072175],
  [0.017757, 0.109477, 0.872766],
]

const times = (matrix: Matrix, [a, b, c]: Triple): Triple => matrix.map(([p, q, r]) => p * a + q * b + r * c) as unknown as Triple

function lab(hex: string, eye: Matrix): Triple {
  const linear = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const seen = times(eye, linear as unknown as Triple).map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple
  const [x, y, z] = times(XYZ, seen).map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116))
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** The distance of two colours in CIELAB to the eyes that tell them apart worst: 2.3 is just noticed side by side. */
export const leastDifference = (one: string, other: string): number =>
  Math.min(
    ...EYES.map((eye) => {
      const [a, b] = [lab(one, eye), lab(other, eye)]
      return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
    }),
  )
