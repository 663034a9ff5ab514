/** Nodes of the polynomial through what depends on potentials, around one of them. */
export const NODES = 8

/** The first of the nodes around x. */
export const firstNode = (x: number): number => (Number.isInteger(x) ? x : Math.floor(x) - NODES / 2 + 1)

/** Weights of values at the nodes 0 to NODES - 1 in Lagrange's polynomial through them, at x. */
export function lagrange(x: number, weights: Float64Array): void {
  for (let n = 0; n < NODES; n++) {
    let weight = 1
    for (let k = 0; k < NODES; k++) if (k !== n) weight *= (x - k) / (n - k)
    weights[n] = weight
  }
}

/** Lagrange's polynomial through the nearest nodes, at x in steps between them. */
export function interpolate(nodeAt: (index: number) => Float64Array, x: number, out: Float64Array): void {
  if (Number.isInteger(x)) {
    out.set(nodeAt(x))
    return
  }
  const first = firstNode(x)
  // All first: they are computed where the result is to be.
  const nodes: Float64Array[] = []
  for (let n = 0; n < NODES; n++) nodes.push(nodeAt(first + n))
  const weights = new Float64Array(NODES)
  lagrange(x - first, weights)
  out.fill(0)
  for (let n = 0; n < NODES; n++) {
    const weight = weights[n]
    const values = nodes[n]
    for (let t = 0; t < out.length; t++) out[t] += weight * values[t]
  }
}

/** Adds a share of the weighed sum of part c of the nodes. Spelt out: strong potentials that turn spend most of their time here. */
export function addWeighed(
  nodes: readonly (readonly Float64Array[])[],
  c: number,
  share: number,
  weights: Float64Array,
  out: Float64Array,
): void {
  const n0 = nodes[0][c]
  const n1 = nodes[1][c]
  const n2 = nodes[2][c]
  const n3 = nodes[3][c]
  const n4 = nodes[4][c]
  const n5 = nodes[5][c]
  const n6 = nodes[6][c]
  const n7 = nodes[7][c]
  const w0 = share * weights[0]
  const w1 = share * weights[1]
  const w2 = share * weights[2]
  const w3 = share * weights[3]
  const w4 = share * weights[4]
  const w5 = share * weights[5]
  const w6 = share * weights[6]
  const w7 = share * weights[7]
  for (let m = 0; m < out.length; m++) {
    out[m] += w0 * n0[m] + w1 * n1[m] + w2 * n2[m] + w3 * n3[m] + w4 * n4[m] + w5 * n5[m] + w6 * n6[m] + w7 * n7[m]
  }
}
