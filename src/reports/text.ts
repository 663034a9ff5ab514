/** Columns padded to their widest cell, two blanks apart. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, [...cell].length)
  }
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat(widths[i] - [...cell].length)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A mass or energy in the unit that keeps it between 1 and 1000. */
export function formatEnergy(value_GeV: number): string {
  const units = [
    [1e3, 'TeV'],
    [1, 'GeV'],
    [1e-3, 'MeV'],
    [1e-6, 'keV'],
    [1e-9, 'eV'],
  ] as const
  const [factor, unit] = units.find(([scale]) => value_GeV >= scale * (1 - 1e-12)) ?? units[units.length - 1]
  return `${trim(value_GeV / factor)} ${unit}`
}

/** Four significant digits, in scientific notation where that reads better. */
export function trim(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  return size >= 1e-3 && size < 1e5 ? String(Number(value.toPrecision(4))) : value.toExponential(3)
}
