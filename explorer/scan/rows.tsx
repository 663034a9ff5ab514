import { useExplorer } from '../context.ts'
import { mass, number } from '../format.ts'
import { scanOver } from './scans.ts'

/** The regions of a scan that lie over the plot, and its best point. */
export function ScanRows({ isPinned }: { readonly isPinned: boolean }) {
  const { store, engine } = useExplorer()
  const [over, title] = [scanOver(engine.scans, store.view.value), engine.scans.opened.value?.title]
  if (over === undefined) return null
  const { reaches, best } = over
  const values = new Map(best)
  const [m, g] = [values.get('mass') ?? Number.NaN, values.get('coupling') ?? Number.NaN]
  return (
    <>
      {reaches.map(({ id, level, masses_GeV, couplings }) => (
        <tr key={id} data-reach={id}>
          <th scope="row">Scan: {title}</th>
          <td>{level}</td>
          <td>
            allowed, {mass(masses_GeV[0])} to {mass(masses_GeV[1])}
          </td>
          <td>{couplings.map((value) => number(value)).join(' to ')}</td>
          {isPinned && <td />}
        </tr>
      ))}
      <tr data-reach="scan-best-fit">
        <th scope="row">Scan: {title}</th>
        <td />
        <td>best point, {mass(m)}</td>
        <td>{number(g)}</td>
        {isPinned && <td />}
      </tr>
    </>
  )
}
