import type { Box, Line } from './geometry.ts'

/** As many as a frame of 120 mm has in cells of 1.5 points, and some. */
const MOST_COLUMNS = 220

/** The panel in small square cells: what is drawn where. */
export class Raster {
  /** Side of a cell in points: no finer than a large figure needs. */
  readonly cell: number
  readonly columns: number
  readonly rows: number
  readonly frame: Box

  constructor(frame: Box) {
    this.frame = frame
    this.cell = Math.max(1.5, frame.width / MOST_COLUMNS)
    this.columns = Math.max(1, Math.ceil(frame.width / this.cell))
    this.rows = Math.max(1, Math.ceil(frame.height / this.cell))
  }

  mask(): Uint8Array {
    return new Uint8Array(this.columns * this.rows)
  }

  index(x: number, y: number): number {
    const i = Math.floor((x - this.frame.x) / this.cell)
    const j = Math.floor((y - this.frame.y) / this.cell)
    return i < 0 || j < 0 || i >= this.columns || j >= this.rows ? -1 : j * this.columns + i
  }

  /** A mask without the cells at the frame, where an outline cannot be told from it. */
  inner(mask: Uint8Array): Uint8Array {
    const [lastColumn, lastRow] = [this.columns - 2, this.rows - 2]
    return mask.map((cell, k) => {
      const [i, j] = [k % this.columns, Math.floor(k / this.columns)]
      return i > 0 && j > 0 && i < lastColumn && j < lastRow ? cell : 0
    })
  }

  /** The middle of a cell. */
  middle(index: number): readonly [x: number, y: number] {
    const [i, j] = [index % this.columns, Math.floor(index / this.columns)]
    return [this.frame.x + (i + 0.5) * this.cell, this.frame.y + (j + 0.5) * this.cell]
  }

  stroke(mask: Uint8Array | Uint16Array, line: Line, value = 1): void {
    for (let k = 1; k < line.length; k++) {
      const [ax, ay] = line[k - 1]
      const [bx, by] = line[k]
      const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / (0.4 * this.cell)))
      for (let s = 0; s <= steps; s++) {
        const cell = this.index(ax + (s / steps) * (bx - ax), ay + (s / steps) * (by - ay))
        if (cell >= 0) mask[cell] = value
      }
    }
  }

  fill(mask: Uint8Array, rings: readonly Line[]): void {
    const us: number[] = []
    for (let j = 0; j < this.rows; j++) {
      const y = this.frame.y + (j + 0.5) * this.cell
      us.length = 0
      for (const ring of rings) {
        for (let k = 0; k < ring.length; k++) {
          const [ax, ay] = ring[k]
          const [bx, by] = ring[(k + 1) % ring.length]
          if (ay > y !== by > y) us.push((ax + ((y - ay) / (by - ay)) * (bx - ax) - this.frame.x) / this.cell)
        }
      }
      us.sort((p, q) => p - q)
      for (let k = 0; k + 1 < us.length; k += 2) {
        const from = Math.max(0, Math.ceil(us[k] - 0.5))
        const to = Math.min(this.columns - 1, Math.floor(us[k + 1] - 0.5))
        for (let i = from; i <= to; i++) mask[j * this.columns + i] = 1
      }
    }
  }

  /** Running sums: `sum(box)` of any upright box in four look-ups. */
  sums(mask: Uint8Array): Uint32Array {
    const w = this.columns + 1
    const sums = new Uint32Array(w * (this.rows + 1))
    for (let j = 0; j < this.rows; j++) {
      let row = 0
      for (let i = 0; i < this.columns; i++) {
        row += mask[j * this.columns + i]
        sums[(j + 1) * w + i + 1] = sums[j * w + i + 1] + row
      }
    }
    return sums
  }

  sum(sums: Uint32Array, x: number, y: number, width: number, height: number): number {
    const w = this.columns + 1
    const clampI = (v: number): number => Math.min(this.columns, Math.max(0, v))
    const clampJ = (v: number): number => Math.min(this.rows, Math.max(0, v))
    const i0 = clampI(Math.floor((x - width / 2 - this.frame.x) / this.cell))
    const i1 = clampI(Math.ceil((x + width / 2 - this.frame.x) / this.cell))
    const j0 = clampJ(Math.floor((y - height / 2 - this.frame.y) / this.cell))
    const j1 = clampJ(Math.ceil((y + height / 2 - this.frame.y) / this.cell))
    return sums[j1 * w + i1] - sums[j0 * w + i1] - sums[j1 * w + i0] + sums[j0 * w + i0]
  }

  /** Whether a mask covers a square of `size` cells anywhere. */
  hasSquare(mask: Uint8Array, size: number): boolean {
    const sums = this.sums(mask)
    const w = this.columns + 1
    for (let j = size; j <= this.rows; j++) {
      for (let i = size; i <= this.columns; i++) {
        const sum = sums[j * w + i] - sums[(j - size) * w + i] - sums[j * w + i - size] + sums[(j - size) * w + i - size]
        if (sum === size * size) return true
      }
    }
    return false
  }

  /** The middle of what a mask covers alone, of all it covers where it is alone nowhere. */
  centre(mask: Uint8Array, coverage: Uint8Array): readonly [number, number] {
    let [n, x, y] = [0, 0, 0]
    for (const most of [1, 255]) {
      for (let k = 0; k < mask.length; k++) {
        if (mask[k] === 0 || coverage[k] > most) continue
        n++
        x += k % this.columns
        y += Math.floor(k / this.columns)
      }
      if (n > 0) break
    }
    return [this.frame.x + (x / Math.max(1, n) + 0.5) * this.cell, this.frame.y + (y / Math.max(1, n) + 0.5) * this.cell]
  }

  /** For every cell: how far the nearest set cell is (in points, 3-4 chamfer) and what is set there. */
  nearest(owners: Uint16Array): { readonly distance: Float32Array; readonly owner: Uint16Array } {
    const { columns, rows } = this
    const owner = owners.slice()
    const distance = new Float32Array(owners.length)
    for (let k = 0; k < owners.length; k++) distance[k] = owners[k] > 0 ? 0 : 1e6
    const relax = (k: number, from: number, cost: number): void => {
      if (distance[from] + cost < distance[k]) {
        distance[k] = distance[from] + cost
        owner[k] = owner[from]
      }
    }
    const [straight, diagonal] = [this.cell, (4 / 3) * this.cell]
    for (const sign of [1, -1]) {
      for (let jj = 0; jj < rows; jj++) {
        const j = sign === 1 ? jj : rows - 1 - jj
        for (let ii = 0; ii < columns; ii++) {
          const i = sign === 1 ? ii : columns - 1 - ii
          const k = j * columns + i
          const hasBefore = i - sign >= 0 && i - sign < columns
          const hasAfter = i + sign >= 0 && i + sign < columns
          if (hasBefore) relax(k, k - sign, straight)
          if (j - sign < 0 || j - sign >= rows) continue
          const above = k - sign * columns
          relax(k, above, straight)
          if (hasBefore) relax(k, above - sign, diagonal)
          if (hasAfter) relax(k, above + sign, diagonal)
        }
      }
    }
    return { distance, owner }
  }
}
