import { FailureError, InputError } from '../errors.ts'

/** Rotations before giving up; ten are usual. */
const MAX_ROTATIONS = 150
/** Elements below this, in a matrix of size one, have too few digits left to rotate with. */
const NOTHING = 1e-300

function swapColumns(m: Float64Array, j: number, k: number): void {
  for (let i = 0; i < 9; i += 3) {
    const kept = m[i + j]
    m[i + j] = m[i + k]
    m[i + k] = kept
  }
}

function order(j: number, k: number, values: Float64Array, vectorsRe: Float64Array, vectorsIm: Float64Array): void {
  if (values[j] <= values[k]) return
  const kept = values[j]
  values[j] = values[k]
  values[k] = kept
  swapColumns(vectorsRe, j, k)
  swapColumns(vectorsIm, j, k)
}

/**
 * Eigenvalues (ascending) and eigenvectors of a Hermitian 3×3 matrix, $A V = V \,\mathrm{diag}(\lambda)$ with $V$ unitary.
 *
 * Cyclic complex Jacobi rotations: no case is special (degenerate, diagonal, zero), eigenvectors are orthogonal to round-off, and
 * small eigenvalues of a positive graded matrix keep their relative accuracy. Nothing is allocated. The phase of each
 * eigenvector is free.
 *
 * @param re real part, row by row: element (i, j) at 3 i + j. Only the diagonal and the upper triangle are read
 * @param im imaginary part, the same; the diagonal is not read
 * @param values three eigenvalues, written
 * @param vectorsRe eigenvectors, written: element i of eigenvector k at 3 i + k. May not be `re`
 * @param vectorsIm imaginary part, the same. May not be `im`
 * @throws InputError when an entry is not finite
 * @example
 * const values = new Float64Array(3)
 * const re = Float64Array.of(2, 0, 0, 0, 0, 0, 0, 0, 0)
 * const im = Float64Array.of(0, 0, 0, 0, 0, -1, 0, 1, 0)
 * hermitianEigen3(re, im, values, new Float64Array(9), new Float64Array(9)) // values: -1, 1, 2
 */
export function hermitianEigen3(
  re: Float64Array,
  im: Float64Array,
  values: Float64Array,
  vectorsRe: Float64Array,
  vectorsIm: Float64Array,
): void {
  const size =
    Math.abs(re[0]) +
    Math.abs(re[4]) +
    Math.abs(re[8]) +
    Math.abs(re[1]) +
    Math.abs(im[1]) +
    Math.abs(re[2]) +
    Math.abs(im[2]) +
    Math.abs(re[5]) +
    Math.abs(im[5])
  if (!(size < 1e307)) throw new InputError('an entry of the matrix is not finite, or too large; allowed: finite numbers below 1e306')
  const unit = size > 1e-100 && size < 1e100 ? 1 : size > 0 ? 2 ** Math.round(Math.log2(size)) : 1

  // The axes are relabelled (p, q, r) -> (q, r, p) after every rotation of the (p, q) plane; off-diagonal elements are kept as
  // A_pq, A_qr, A_rp, which the relabelling only shifts.
  let p = 0
  let q = 1
  let r = 2
  let pqRe = re[1] / unit
  let pqIm = im[1] / unit
  let qrRe = re[5] / unit
  let qrIm = im[5] / unit
  let rpRe = re[2] / unit
  let rpIm = -im[2] / unit
  values[0] = re[0] / unit
  values[1] = re[4] / unit
  values[2] = re[8] / unit
  vectorsRe.fill(0)
  vectorsIm.fill(0)
  vectorsRe[0] = vectorsRe[4] = vectorsRe[8] = 1

  let settled = 0
  for (let rotation = 0; settled < 3; rotation++) {
    if (rotation === MAX_ROTATIONS) throw new FailureError('the eigenvalues of a Hermitian matrix did not converge')
    const square = pqRe * pqRe + pqIm * pqIm
    const size = square > 1e-280 ? Math.sqrt(square) : Math.hypot(pqRe, pqIm)
    const app = values[p]
    const aqq = values[q]
    const negligible = Math.abs(app) + size === Math.abs(app) && Math.abs(aqq) + size === Math.abs(aqq)
    if (negligible || size < NOTHING) {
      pqRe = pqIm = 0
      settled++
    } else {
      settled = 1
      const wRe = pqRe / size
      const wIm = pqIm / size
      const cot = (aqq - app) / (2 * size)
      const tan = (cot >= 0 ? 1 : -1) / (Math.abs(cot) + Math.sqrt(1 + cot * cot))
      const c = 1 / Math.sqrt(1 + tan * tan)
      const s = tan * c
      values[p] = app - tan * size
      values[q] = aqq + tan * size
      pqRe = pqIm = 0
      const wqrRe = wRe * qrRe - wIm * qrIm
      const wqrIm = wRe * qrIm + wIm * qrRe
      qrRe = s * rpRe + c * wqrRe
      qrIm = -s * rpIm + c * wqrIm
      rpRe = c * rpRe - s * wqrRe
      rpIm = c * rpIm + s * wqrIm
      for (let i = 0; i < 9; i += 3) {
        const vpRe = vectorsRe[i + p]
        const vpIm = vectorsIm[i + p]
        const vqRe = vectorsRe[i + q] * wRe + vectorsIm[i + q] * wIm
        const vqIm = vectorsIm[i + q] * wRe - vectorsRe[i + q] * wIm
        vectorsRe[i + p] = c * vpRe - s * vqRe
        vectorsIm[i + p] = c * vpIm - s * vqIm
        vectorsRe[i + q] = s * vpRe + c * vqRe
        vectorsIm[i + q] = s * vpIm + c * vqIm
      }
    }
    const firstRe = pqRe
    const firstIm = pqIm
    pqRe = qrRe
    pqIm = qrIm
    qrRe = rpRe
    qrIm = rpIm
    rpRe = firstRe
    rpIm = firstIm
    const first = p
    p = q
    q = r
    r = first
  }
  values[0] *= unit
  values[1] *= unit
  values[2] *= unit
  order(0, 1, values, vectorsRe, vectorsIm)
  order(1, 2, values, vectorsRe, vectorsIm)
  order(0, 1, values, vectorsRe, vectorsIm)
}
