import type { Member } from '../../src/protocol/wire-model.ts'

/** A value as it stands in generated code, on one line. */
export const row = (value: unknown): string =>
  JSON.stringify(value).replaceAll("'", "\\'").replaceAll('"', "'").replaceAll(',', ', ')

export const members = (list: readonly Member[], indent: string): string =>
  list.length === 0 ? '[]' : `[\n${list.map((member) => `${indent}  ${row(member)},\n`).join('')}${indent}]`

export const sorted = <Value>(record: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1))

interface Types {
  readonly structures: Readonly<Record<string, readonly Member[]>>
  readonly enums: Readonly<Record<string, readonly string[]>>
}

/** The structures and enumerations of a model. */
export const renderTypes = ({ structures, enums }: Types, indent: string): string =>
  `${indent}structures: {
${sorted(structures)
  .map(([name, list]) => `${indent}  ${name}: ${members(list, `${indent}  `)},`)
  .join('\n')}
${indent}},
${indent}enums: {
${sorted(enums)
  .map(([name, values]) => `${indent}  ${name}: ${row(values)},`)
  .join('\n')}
${indent}},`
