import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import { unknownWord } from '../../errors.ts'
import { type OpenYaml, openYaml } from '../yaml.ts'
import { type Columns, lineError, type RawRow, type RawTable, type Role } from './rows.ts'
import { unitConflict, unitConflictInName } from './units.ts'

interface Variable {
  readonly name: string
  readonly header: Node | null
  readonly units: string | undefined
  readonly values: readonly Node[]
}

/**
 * A HEPData table in YAML: the independent variable is the mass, dependent ones are what `columns` says by name or number. A `-` stands
 * where a table has no value: a mass at which every edge is `-` is a gap.
 *
 * @param name the file's name, for messages
 * @param units as declared; refused where the table declares others
 * @throws InputError that begins with `file:line`
 */
export function readHepData(
  text: string,
  name: string,
  columns: Columns | undefined,
  units: { readonly mass: string; readonly coupling: string },
): RawTable {
  const yaml = openYaml(text, name)
  if (Array.isArray(columns)) throw lineError(name, 1, 'columns of a HEPData table have names; write columns: {mass: …, lower: …}')
  const places = (columns ?? {}) as Readonly<Partial<Record<Role, string | number>>>
  if (places.silent !== undefined) throw lineError(name, 1, 'a HEPData table has no column of reasons; - at every edge is a gap')
  const mass = chosen(yaml, name, variablesIn(yaml, name, 'independent_variables'), 'mass', places.mass)
  refuseUnit(yaml, name, mass, 'masses', unitConflict(mass.units, units.mass) ?? unitConflictInName(mass.name, units.mass))
  const dependent = variablesIn(yaml, name, 'dependent_variables')
  const wanted: [Role, Variable][] =
    columns === undefined
      ? [['coupling', chosen(yaml, name, dependent, 'coupling', undefined)]]
      : (['coupling', 'lower', 'upper'] as const).flatMap((role) =>
          places[role] === undefined ? [] : [[role, chosen(yaml, name, dependent, role, places[role])]],
        )
  for (const [, variable] of wanted) {
    refuseUnit(yaml, name, variable, 'couplings', unitConflict(variable.units, units.coupling))
    if (variable.values.length === mass.values.length) continue
    const [here, there] = [`'${variable.name}' has ${variable.values.length} values`, `'${mass.name}' has ${mass.values.length}`]
    throw lineError(name, yaml.line(variable.header), `${here}, and ${there}`)
  }
  const rows = mass.values.map((node, i): RawRow => {
    const cells: Partial<Record<Role, string>> = { mass: writtenAt(yaml, name, node) }
    for (const [role, { values }] of wanted) cells[role] = writtenAt(yaml, name, values[i])
    if (wanted.every(([role]) => cells[role] === '')) cells.silent = 'no value'
    return { line: yaml.line(node), cells }
  })
  return { name, rows }
}

function variablesIn(yaml: OpenYaml, name: string, key: string): Variable[] {
  const list = isMap(yaml.contents) ? yaml.contents.get(key, true) : undefined
  if (!isSeq(list)) throw lineError(name, 1, `no list of ${key}: not a HEPData table`)
  return list.items.map((item) => {
    const node = item as Node
    const header = isMap(item) ? item.get('header', true) : undefined
    const values = isMap(item) ? item.get('values', true) : undefined
    if (!isMap(header) || !isSeq(values)) throw lineError(name, yaml.line(node), 'a variable has a header and values')
    return { name: textOf(header, 'name') ?? '', units: textOf(header, 'units'), header, values: values.items as Node[] }
  })
}

const textOf = (map: YAMLMap, key: string): string | undefined => {
  const value = map.get(key)
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : undefined
}

function chosen(yaml: OpenYaml, name: string, variables: readonly Variable[], role: Role, place: string | number | undefined): Variable {
  const names = variables.map((variable) => variable.name)
  const first = variables.length === 0 ? 1 : yaml.line(variables[0].header)
  if (place === undefined) {
    if (variables.length === 1) return variables[0]
    throw lineError(name, first, `say which variable is ${role}, such as columns: {${role}: "…"}; there are ${names.join('; ')}`)
  }
  const index = typeof place === 'number' ? place - 1 : names.indexOf(place)
  const found = variables[index]
  if (found === undefined) throw lineError(name, first, unknownWord('variable', `${place}`, names).message)
  if (typeof place === 'string' && names.indexOf(place) !== names.lastIndexOf(place)) {
    throw lineError(name, first, `two variables are called '${place}'; write the number of one, from 1`)
  }
  return found
}

function refuseUnit(yaml: OpenYaml, name: string, { header }: Variable, what: string, conflict: string | undefined): void {
  if (conflict !== undefined) throw lineError(name, yaml.line(header), `the table has ${what} ${conflict}`)
}

/** A value as it is written, empty for `-`. */
function writtenAt(yaml: OpenYaml, name: string, node: Node): string {
  const value = isMap(node) ? node.get('value', true) : undefined
  if (!isScalar(value)) throw lineError(name, yaml.line(node), 'no value (a bin from low to high needs one too)')
  const text = (value.source ?? `${value.value}`).trim()
  return text === '-' ? '' : text === '' ? 'nothing' : text
}
