import { dark, light } from '../../src/figures/index.ts'
import { useExplorer } from '../context.ts'
import { mass, number } from '../format.ts'
import { scanOver } from './scans.ts'

/** How much of its colour a region has, and those around it. */
const OPACITY = { light: 0.068, dark: 0.096 }

/** What the regions of a scan over the plot mean; a file says it in its legend. */
export function ScanKey() {
  const { store, engine } = useExplorer()
  const [over, title] = [scanOver(engine.scans, store.view.value), engine.scans.opened.value?.title]
  if (over === undefined) return null
  const { overlay, reaches, best } = over
  const isDark = store.isDark.value
  const { palette } = isDark ? dark : light
  const slot = overlay.layers[0]?.kind === 'region' ? (overlay.layers[0].colour ?? 0) : 0
  const { edge, fill } = palette[slot % palette.length]
  const values = new Map(best)
  return (
    <ul class="scan-key" aria-label={`Regions of the scan ${title}`}>
      <li class="of">Scan: {title}</li>
      {reaches.map(({ id, level }, depth) => {
        const covered = 1 - (1 - OPACITY[isDark ? 'dark' : 'light']) ** (depth + 1)
        const alpha = Math.round(255 * covered)
          .toString(16)
          .padStart(2, '0')
        return (
          <li key={id}>
            <span class="swatch" style={{ borderColor: edge, backgroundColor: fill + alpha }} aria-hidden="true" /> {level}
          </li>
        )
      })}
      <li>
        <span class="star" style={{ color: edge }} aria-hidden="true">
          ★
        </span>{' '}
        best point, {mass(values.get('mass') ?? Number.NaN, 3)}, {number(values.get('coupling') ?? Number.NaN, 3)}
      </li>
    </ul>
  )
}
